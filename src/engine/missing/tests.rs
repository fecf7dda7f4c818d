use std::sync::Arc;

use super::*;
use crate::engine::fixture::{place, questionnaire};
use crate::engine::{apply, fixture};
use crate::model::{Act, Answer, Speaker, State, Value};

const STAGES: &str = r#"[Stage(id: "code", title: "Code", intro: "Code.", questions: [
        Question(id: "side", ask: "Side?", kind: YesNo, why: "?", source: []),
        Question(id: "guards", ask: "Guards?", kind: Choices([
            (id: "keys", label: "Keys"), (id: "people", label: "People"), (id: "copies", label: "Copies"), (id: "dogs", label: "Dogs"),
        ]), why: "?", source: []),
        Question(id: "talks", ask: "Talks?", kind: Choices([(id: "law", label: "Law"), (id: "court", label: "Court")]), why: "?", source: []),
    ], rules: [
        Rule(id: "open", severity: High, when: Any([
                Not(Includes("guards", "keys")),
                Not(Any([Includes("talks", "law"), Includes("talks", "court")])),
                Not(All([Includes("guards", "people"), Includes("guards", "copies")])),
                All([No("side"), Not(Includes("guards", "dogs"))]),
                All([Yes("side"), Not(Includes("talks", "law"))]),
            ]),
            title: "Open", because: "It is.", action: (what: "Close it.", who: Owner, before: "signing"), source: []),
    ])]"#;

/// The options that are missing at a place, after that was chosen at each.
fn missing_at(at: &str, guards: &[&str], talks: Option<&[&str]>) -> Vec<String> {
    let questionnaire = questionnaire(STAGES);
    let mut state = State::default();
    let chosen = |options: &[&str]| Value::Choices(options.iter().map(|&option| option.to_owned()).collect());
    let talks = talks.map(|talks| ("talks", chosen(talks)));
    for (at, value) in [("side", Value::YesNo(true)), ("guards", chosen(guards))].into_iter().chain(talks) {
        let act = Act::Answer { at: place(at), to: Answer::Value(value) };
        apply(&questionnaire, &mut state, &act, Speaker::Client, fixture::at(0));
    }
    let interview = Interview::new(Arc::clone(&questionnaire), state);
    let finding = interview.findings().first().expect("the rule fires");
    missing(&interview, finding, &place(at)).iter().map(|option| option.label.value.clone()).collect()
}

#[test]
fn only_what_was_left_out_and_matters_is_missing() {
    assert_eq!(
        missing_at("guards", &["people"], None),
        ["Keys", "Copies"],
        "dogs matter to the other side only"
    );
    assert_eq!(missing_at("guards", &[], None), ["Keys", "People", "Copies"]);
    assert_eq!(missing_at("guards", &["keys", "copies"], None), ["People"]);
}

#[test]
fn each_answer_tells_of_its_own_and_one_that_was_not_given_of_nothing() {
    assert_eq!(missing_at("talks", &["people"], None), [""; 0]);
    assert_eq!(missing_at("talks", &["keys"], Some(&["court"])), ["Law"]);
    assert_eq!(missing_at("side", &["keys"], Some(&["court"])), [""; 0]);
    assert_eq!(
        missing_at("talks", &["keys", "dogs"], Some(&[])),
        ["Law"],
        "either would have done for one rule"
    );
}
