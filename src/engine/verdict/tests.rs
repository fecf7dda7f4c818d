use std::sync::Arc;

use super::{Verdict, to_find_out, verdict};
use crate::engine::Interview;
use crate::engine::fixture::{NO, YES, questionnaire, says};
use crate::model::{Questionnaire, Severity};

/// A blocker, a high one and a low one, each on a question of its own.
fn three() -> Arc<Questionnaire> {
    let question = |id: &str| format!(r#"Question(id: "{id}", ask: "?", kind: YesNo, why: "", source: [])"#);
    let rule = |id: &str, severity: &str, on: &str| {
        format!(
            r#"Rule(id: "{id}", severity: {severity}, when: No("{on}"), title: "", because: "",
                action: Action(what: "", who: Owner, before: "signing"), source: [])"#
        )
    };
    questionnaire(&format!(
        r#"[Stage(id: "s", title: "", intro: "", questions: [{}, {}, {}], rules: [{}, {}, {}])]"#,
        question("a"),
        question("b"),
        question("c"),
        rule("ra", "Blocker", "a"),
        rule("rb", "High", "b"),
        rule("rc", "Low", "c"),
    ))
}

#[test]
fn a_verdict_rests_on_the_worst_that_is_found_or_may_be() {
    let cases: [(&[(&str, &str)], Verdict); 8] = [
        (&[], Verdict::TooEarly),
        (&[("c", YES)], Verdict::TooEarly),
        (&[("a", NO)], Verdict::NotYet),
        (&[("b", YES), ("c", YES)], Verdict::NotYet),
        (&[("a", YES), ("c", YES)], Verdict::WithSafeguards),
        (&[("a", YES), ("b", NO), ("c", YES)], Verdict::WithSafeguards),
        (&[("a", YES), ("b", YES)], Verdict::Go),
        (&[("a", YES), ("b", YES), ("c", NO)], Verdict::Go),
    ];
    for (answers, expected) in cases {
        let acts: Vec<_> = answers.iter().map(|(at, to)| says(at, to)).collect();
        let interview = Interview::after(&three(), &acts);
        assert_eq!(verdict(&interview).verdict, expected, "{answers:?}");
    }
}

#[test]
fn what_decides_a_rule_is_to_be_found_out_until_it_is_said() {
    let asked = |answers: &[(&str, &str)], severity| {
        let acts: Vec<_> = answers.iter().map(|(at, to)| says(at, to)).collect();
        let places = to_find_out(&Interview::after(&three(), &acts), severity);
        places.iter().map(|place| place.question.clone()).collect::<Vec<_>>()
    };
    assert_eq!(asked(&[], Severity::Blocker), ["a"]);
    assert_eq!(asked(&[], Severity::High), ["b"]);
    assert_eq!(asked(&[("a", YES)], Severity::Blocker), Vec::<String>::new());
    assert_eq!(asked(&[("a", NO)], Severity::Blocker), Vec::<String>::new());
}
