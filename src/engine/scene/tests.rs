use std::sync::Arc;

use proptest::prelude::*;

use super::Truth::{False, True, Unknown};
use super::*;
use crate::engine::fixture::{
    self, NO, YES, answer, condition, interview, interview_of, place, places, questionnaire, states,
};
use crate::engine::interview::Interview;

/// One question of each kind that a condition can speak of, asked if `gate` is yes; and a list of rows.
const PROBE: &str = r#"[Stage(id: "s", title: "S", intro: "S.",
    repeats: [(id: "rows", item: "row", label: "name", most: 3, when: Yes("gate"))],
    questions: [
        (id: "gate", ask: "?", why: "w", source: [], kind: YesNo),
        (id: "yes_no", ask: "?", why: "w", source: [], when: Yes("gate"), kind: YesNo),
        (id: "other", ask: "?", why: "w", source: [], when: Yes("gate"), kind: YesNo),
        (id: "choice", ask: "?", why: "w", source: [], when: Yes("gate"),
            kind: Choice([(id: "a", label: "A"), (id: "b", label: "B"), (id: "c", label: "C")])),
        (id: "choices", ask: "?", why: "w", source: [], when: Yes("gate"),
            kind: Choices([(id: "a", label: "A"), (id: "b", label: "B")])),
        (id: "country", ask: "?", why: "w", source: [], when: Yes("gate"), kind: Country),
        (id: "countries", ask: "?", why: "w", source: [], when: Yes("gate"), kind: Countries),
        (id: "number", ask: "?", why: "w", source: [], when: Yes("gate"), kind: Number()),
        (id: "scale", ask: "?", why: "w", source: [], when: Yes("gate"), kind: Scale(low: "l", high: "h")),
        (id: "text", ask: "?", why: "w", source: [], when: Yes("gate"), kind: Text(Short)),
        (id: "name", row_of: "rows", ask: "?", why: "w", source: [], kind: Text(Short)),
        (id: "good", row_of: "rows", ask: "?", why: "w", source: [], kind: YesNo),
    ])]"#;

fn judged(interview: &Interview, text: &str) -> Verdict {
    interview.scene().judge(&condition(text), &[])
}

fn probe(answers: &[(&str, &str)], lists: &[&str]) -> Interview {
    interview_of(&questionnaire(PROBE), answers, lists)
}

/// A condition, its question, values for which it holds, values for which it does not.
const ABOUT_VALUES: [(&str, &str, &[&str], &[&str]); 13] = [
    (r#"Is("choice", "a")"#, "choice", &[r#"Choice("a")"#], &[r#"Choice("b")"#, r#"Choice("c")"#]),
    (r#"Is("country", "IN")"#, "country", &[r#"Country("IN")"#], &[r#"Country("VN")"#]),
    (r#"OneOf("choice", ["a", "b"])"#, "choice", &[r#"Choice("a")"#, r#"Choice("b")"#], &[r#"Choice("c")"#]),
    (r#"OneOf("country", ["IN"])"#, "country", &[r#"Country("IN")"#], &[r#"Country("VN")"#]),
    (
        r#"Includes("choices", "a")"#,
        "choices",
        &[r#"Choices(["a"])"#, r#"Choices(["b", "a"])"#],
        &[r#"Choices(["b"])"#],
    ),
    (
        r#"Includes("countries", "IN")"#,
        "countries",
        &[r#"Countries(["IN"])"#, r#"Countries(["IN", "VN"])"#],
        &[r#"Countries(["VN"])"#],
    ),
    (
        r#"Fact("country", "legal_system", ["common"])"#,
        "country",
        &[r#"Country("IN")"#],
        &[r#"Country("CN")"#],
    ),
    (
        r#"Fact("countries", "legal_system", ["common"])"#,
        "countries",
        &[r#"Countries(["CN", "IN"])"#, r#"Countries(["AQ", "IN"])"#],
        &[r#"Countries(["CN"])"#, r#"Countries(["CN", "DE"])"#],
    ),
    (
        r#"Fact("country", "legal_system", ["unknown", "common"])"#,
        "country",
        &[r#"Country("AQ")"#, r#"Country("IN")"#],
        &[r#"Country("CN")"#],
    ),
    (r#"Yes("yes_no")"#, "yes_no", &[YES], &[NO]),
    (r#"No("yes_no")"#, "yes_no", &[NO], &[YES]),
    (r#"AtLeast("number", 2.5)"#, "number", &[r#"Number("2.5")"#, r#"Number("3")"#], &[r#"Number("2.4")"#]),
    (r#"AtMost("scale", 3)"#, "scale", &["Scale(1)", "Scale(3)"], &["Scale(4)", "Scale(5)"]),
];

#[test]
fn every_atom_in_every_state_of_its_answer() {
    for (atom, question, holding, failing) in ABOUT_VALUES {
        let answered = holding.iter().map(|to| (*to, True)).chain(failing.iter().map(|to| (*to, False)));
        let open = [("DontKnow", Unknown), ("AskCounsel", Unknown), ("NotApplicable", False)];
        in_every_state(atom, question, &answered.chain(open).collect::<Vec<_>>());
    }
    let text = r#"Text("x")"#;
    let answered = [(text, True), ("DontKnow", False), ("AskCounsel", False), ("NotApplicable", False)];
    in_every_state(r#"Answered("text")"#, "text", &answered);
    let unknown = [(text, False), ("DontKnow", True), ("AskCounsel", True), ("NotApplicable", False)];
    in_every_state(r#"Unknown("text")"#, "text", &unknown);
}

/// The given answers where the question is asked, and the same ones where it is waiting or out.
fn in_every_state(atom: &str, question: &str, answers: &[(&str, Truth)]) {
    let evidence = |truth, place: &str| if truth == Unknown { vec![] } else { places(&[place]) };
    let check = |answers: &[(&str, &str)], truth, evidence: Vec<Place>| {
        let verdict = judged(&probe(answers, &[]), atom);
        assert_eq!((verdict.truth, &verdict.evidence), (truth, &evidence), "{atom} after {answers:?}");
        let negated = judged(&probe(answers, &[]), &format!("Not({atom})"));
        assert_eq!((negated.truth, negated.evidence), (!truth, verdict.evidence), "not {atom}: {answers:?}");
    };
    check(&[("gate", YES)], Unknown, vec![]);
    check(&[], Unknown, vec![]);
    check(&[("gate", NO)], False, places(&["gate"]));
    for &(to, truth) in answers {
        check(&[("gate", YES), (question, to)], truth, evidence(truth, question));
        check(&[(question, to)], Unknown, vec![]);
        check(&[("gate", "DontKnow"), (question, to)], Unknown, vec![]);
        check(&[("gate", NO), (question, to)], False, places(&["gate"]));
        check(&[("gate", "NotApplicable"), (question, to)], False, places(&["gate"]));
    }
}

#[test]
fn all_any_and_not_follow_kleenes_tables() {
    let said = [(YES, True), (NO, False), ("DontKnow", Unknown)];
    for (a, one) in said {
        for (b, two) in said {
            let interview = probe(&[("gate", YES), ("yes_no", a), ("other", b)], &[]);
            let all = judged(&interview, r#"All([Yes("yes_no"), Yes("other")])"#);
            let any = judged(&interview, r#"Any([Yes("yes_no"), Yes("other")])"#);
            let (wanted_all, wanted_any) = match (one, two) {
                (True, True) => (True, True),
                (False, False) => (False, False),
                (True, False) | (False, True) => (False, True),
                (Unknown, Unknown) => (Unknown, Unknown),
                (True, Unknown) | (Unknown, True) => (Unknown, True),
                (False, Unknown) | (Unknown, False) => (False, Unknown),
            };
            assert_eq!((all.truth, any.truth), (wanted_all, wanted_any), "{one:?} with {two:?}");
            let settle = |truth: Truth| {
                let settling = [("yes_no", one), ("other", two)].into_iter().filter(|(_, t)| *t == truth);
                if truth == Unknown { vec![] } else { settling.map(|(id, _)| place(id)).collect() }
            };
            assert_eq!((all.evidence, any.evidence), (settle(wanted_all), settle(wanted_any)));
        }
    }
    assert_eq!(judged(&probe(&[], &[]), "All([])").truth, True);
    assert_eq!(judged(&probe(&[], &[]), "Any([])").truth, False);
}

/// Rows' own truths, as far as they are known, in a list that is complete or not, in a repeat that applies or not.
#[derive(Debug, Clone)]
struct Rows {
    gate: Truth,
    complete: bool,
    truths: Vec<Truth>,
}

impl Rows {
    fn every() -> Vec<Self> {
        let three = [True, False, Unknown];
        let mut lists: Vec<Vec<Truth>> = vec![vec![]];
        for length in 0..3 {
            let longer = lists.iter().filter(|list| list.len() == length);
            let longer: Vec<_> =
                longer.flat_map(|list| three.map(|t| [list.as_slice(), &[t]].concat())).collect();
            lists.extend(longer);
        }
        let with_gate = |gate| {
            let lists = lists.clone().into_iter();
            lists.flat_map(move |truths| {
                [true, false].map(|complete| Self { gate, complete, truths: truths.clone() })
            })
        };
        three.into_iter().flat_map(with_gate).collect()
    }

    fn interview(&self, questionnaire: &Arc<Questionnaire>) -> Interview {
        let mut state = State::default();
        let said = |truth: Truth| match truth {
            True => YES,
            False => NO,
            Unknown => "DontKnow",
        };
        let rows = self.truths.iter().enumerate().map(|(n, truth)| (format!("good@{n}"), said(*truth)));
        for (at, to) in rows.chain([("gate".to_owned(), said(self.gate))]) {
            let at = place(&at);
            fixture::put(questionnaire, &mut state, &at, Some(answer(to)));
        }
        state.complete.extend(self.complete.then(|| "rows".to_owned()));
        Interview::new(Arc::clone(questionnaire), state)
    }

    /// How many rows can turn out to be there, and how many of them to be good.
    fn outcomes(&self) -> Vec<(usize, usize)> {
        let number_of = |truth| self.truths.iter().filter(|t| **t == truth).count();
        let more = if self.complete { 0 } else { 3 - self.truths.len() };
        // What is said in a repeat that may not apply is no better than unsaid.
        let (good, open) =
            if self.gate == True { (number_of(True), number_of(Unknown)) } else { (0, self.truths.len()) };
        let mut outcomes = Vec::new();
        if self.gate != True {
            outcomes.push((0, 0));
        }
        if self.gate != False {
            for more in 0..=more {
                outcomes.extend((0..=open + more).map(|turn| (self.truths.len() + more, good + turn)));
            }
        }
        outcomes
    }
}

#[test]
fn statements_about_lists_hold_where_they_hold_however_the_rest_turns_out() {
    type Holds = fn(usize, usize) -> bool;
    let statements: [(&str, Holds); 6] = [
        (r#"Some("rows", Yes("good"))"#, |_, good| good >= 1),
        (r#"Every("rows", Yes("good"))"#, |rows, good| good == rows),
        (r#"Count("rows", Yes("good"), 0)"#, |_, _| true),
        (r#"Count("rows", Yes("good"), 2)"#, |_, good| good >= 2),
        (r#"Count("rows", Yes("good"), 4)"#, |_, _| false),
        (r#"Not(Some("rows", Not(Yes("good"))))"#, |rows, good| good == rows),
    ];
    let questionnaire = questionnaire(PROBE);
    for rows in Rows::every() {
        let interview = rows.interview(&questionnaire);
        for (text, holds) in statements {
            let outcomes: Vec<bool> =
                rows.outcomes().into_iter().map(|(all, good)| holds(all, good)).collect();
            let wanted = match (outcomes.contains(&true), outcomes.contains(&false)) {
                (true, false) => True,
                (false, true) => False,
                _ => Unknown,
            };
            assert_eq!(judged(&interview, text).truth, wanted, "{text} over {rows:?}");
        }
    }
}

#[test]
fn the_evidence_about_a_list_is_the_rows_that_settle_it() {
    let three = [("gate", YES), ("good@1", YES), ("good@2", NO), ("good@3", "DontKnow")];
    let cases = [
        (r#"Some("rows", Yes("good"))"#, True, vec!["good@1"]),
        (r#"Every("rows", Yes("good"))"#, False, vec!["good@2"]),
        (r#"Count("rows", Yes("good"), 3)"#, False, vec!["good@2"]),
        (r#"Count("rows", Yes("good"), 2)"#, Unknown, vec![]),
        (r#"Count("rows", Yes("good"), 4)"#, False, vec![]),
    ];
    for (text, truth, evidence) in cases {
        let verdict = judged(&probe(&three, &[]), text);
        assert_eq!((verdict.truth, verdict.evidence), (truth, places(&evidence)), "{text}");
    }
    let out = judged(&probe(&[("gate", NO), ("good@1", NO)], &[]), r#"Every("rows", Yes("good"))"#);
    assert_eq!((out.truth, out.evidence), (True, places(&["gate"])), "no rows, because of the gate");
    let none = judged(&probe(&[("gate", YES)], &["rows"]), r#"Every("rows", Yes("good"))"#);
    assert_eq!(none, Verdict::given(True), "no rows, because the person says so");
}

#[test]
fn in_a_repeat_that_may_not_apply_nothing_is_sure_about_its_rows() {
    let known = [("outsource", "DontKnow"), ("secret", YES), ("partner_name@p1", r#"Text("x")"#)];
    let waiting = interview(&known, &["partners"]);
    assert_eq!(judged(&waiting, r#"Some("partners", Yes("secret"))"#).truth, Unknown);
    assert_eq!(judged(&waiting, r#"Every("partners", No("secret"))"#).truth, Unknown);
    assert_eq!(judged(&waiting, r#"Some("partners", No("secret"))"#).truth, False);
    assert_eq!(judged(&waiting, r#"Every("partners", Yes("secret"))"#).truth, True);
}

#[test]
fn a_list_below_its_least_is_not_complete_whatever_was_said() {
    let none = interview(&[("outsource", YES)], &["partners"]);
    assert_eq!(judged(&none, r#"Every("partners", Yes("partner_nda"))"#).truth, Unknown);
    assert_eq!(none.scene().rows_to_come("partners"), 3);
    assert_eq!(interview(&[], &["assets"]).scene().rows_to_come("assets"), 0);
    assert_eq!(interview(&[("outsource", NO)], &[]).scene().rows_to_come("partners"), 0);
}

#[test]
fn in_a_row_a_question_is_the_rows_own() {
    let interview = probe(&[("gate", YES), ("good@1", YES), ("good@2", NO)], &[]);
    let good = condition(r#"Yes("good")"#);
    for (row, truth) in [("1", True), ("2", False)] {
        let verdict = interview.scene().judge(&good, &[("rows", row)]);
        assert_eq!((verdict.truth, verdict.evidence), (truth, vec![Place::new("good", Some(row))]));
    }
    assert_eq!(interview.scene().judge(&good, &[]), Verdict::given(Unknown), "no row, no answer");
    let all_rows = condition(r#"Some("rows", No("good"))"#);
    let verdict = interview.scene().judge(&all_rows, &[("rows", "1")]);
    assert_eq!(verdict.evidence, places(&["good@2"]), "Some speaks of every row, from inside one too");
    assert_eq!(judged(&interview, r#"Yes("nothing_such")"#), Verdict::given(Unknown));
}

proptest! {
    #[test]
    fn every_is_not_some_not(state in states()) {
        let interview = Interview::new(fixture::offshore(), state);
        for part in [r#"Is("partner_country", "IN")"#, r#"Yes("partner_nda")"#, r#"Unknown("partner_receives")"#] {
            let every = judged(&interview, &format!(r#"Every("partners", {part})"#));
            let dual = judged(&interview, &format!(r#"Not(Some("partners", Not({part})))"#));
            let count = judged(&interview, &format!(r#"Not(Count("partners", Not({part}), 1))"#));
            prop_assert_eq!(&every, &dual);
            prop_assert_eq!(&every, &count);
        }
    }

    #[test]
    fn what_is_unknown_has_no_evidence(state in states()) {
        let questionnaire = fixture::offshore();
        let interview = Interview::new(Arc::clone(&questionnaire), state);
        for question in questionnaire.questions().filter(|question| question.row_of.is_none()) {
            let Some(when) = &question.when else { continue };
            let verdict = interview.scene().judge(when, &[]);
            prop_assert!(verdict.truth != Unknown || verdict.evidence.is_empty());
            for place in verdict.evidence {
                prop_assert!(interview.state().answer(&place).is_some(), "evidence is an answer");
                prop_assert_eq!(interview.standing(&place), crate::engine::route::Standing::Asked);
            }
        }
    }
}

/// What is not known of a country's law settles nothing; several countries are settled by one that has it.
#[test]
fn a_fact_that_is_not_known_is_unknown() {
    let fact = |country: &str, values: &str| {
        let answers = [("gate", YES), ("country", country), ("countries", r#"Countries(["AQ", "CN"])"#)];
        let one = judged(&probe(&answers, &[]), &format!(r#"Fact("country", "legal_system", {values})"#));
        let some = judged(&probe(&answers, &[]), &format!(r#"Fact("countries", "legal_system", {values})"#));
        (one.truth, some.truth)
    };
    assert_eq!(fact(r#"Country("AQ")"#, r#"["common"]"#), (Unknown, Unknown));
    assert_eq!(fact(r#"Country("AQ")"#, r#"["civil"]"#), (Unknown, True));
    assert_eq!(fact(r#"Country("AQ")"#, r#"["unknown"]"#), (True, True));
    assert_eq!(fact(r#"Country("CN")"#, r#"["unknown"]"#), (False, True));
}

#[test]
fn a_fact_stands_in_the_evidence_beside_the_answer() {
    let interview = probe(&[("gate", YES), ("country", r#"Country("IN")"#)], &[]);
    let verdict = judged(&interview, r#"Fact("country", "legal_system", ["common"])"#);
    assert_eq!(verdict.evidence, places(&["country"]));
    assert_eq!(verdict.facts, [FactOf { country: "IN".into(), fact: "legal_system".into() }]);
    let unknown = judged(&probe(&[("gate", YES)], &[]), r#"Fact("country", "legal_system", ["common"])"#);
    assert_eq!((unknown.evidence, unknown.facts), (vec![], vec![]));
}

#[test]
fn two_answers_have_a_country_in_common_or_not() {
    let judge = |countries: &str| {
        let answers = [("gate", YES), ("country", r#"Country("IN")"#), ("countries", countries)];
        judged(&probe(&answers, &[]), r#"Among("country", "countries")"#)
    };
    let within = judge(r#"Countries(["IN", "VN"])"#);
    assert_eq!((within.truth, within.evidence), (True, places(&["country", "countries"])));
    assert_eq!(judge(r#"Countries(["VN"])"#).truth, False);
    assert_eq!(judge("DontKnow").truth, Unknown);
    assert_eq!(judge("NotApplicable").truth, False);
}

/// Two assets, and a question of each partner's that names some of them.
const NAMING: &str = r#"[Stage(id: "s", title: "S", intro: "S.",
    repeats: [(id: "assets", item: "asset", label: "asset", most: 3),
        (id: "partners", item: "partner", label: "partner", most: 3)],
    questions: [
        (id: "asset", row_of: "assets", ask: "?", why: "w", source: [], kind: Text(Short)),
        (id: "secret", row_of: "assets", ask: "?", why: "w", source: [], kind: YesNo),
        (id: "partner", row_of: "partners", ask: "?", why: "w", source: [], kind: Text(Short)),
        (id: "gets", row_of: "partners", ask: "?", why: "w", source: [], kind: Rows("assets")),
        (id: "lost", ask: "?", why: "w", source: [], kind: Rows("assets")),
    ])]"#;

#[test]
fn a_condition_goes_through_the_rows_that_an_answer_names() {
    let judge = |given: &[(&str, &str)], text: &str| {
        let assets =
            [("asset@a", r#"Text("A")"#), ("secret@a", YES), ("asset@b", r#"Text("B")"#), ("secret@b", NO)];
        let answers = [&assets[..], &[("partner@p", r#"Text("P")"#)], given].concat();
        judged(&interview_of(&questionnaire(NAMING), &answers, &["assets", "partners"]), text)
    };
    let [both, only_b, none] = [r#"Rows(["a", "b"])"#, r#"Rows(["b"])"#, "Rows([])"];
    let some = r#"Some("partners", Some("gets", Yes("secret")))"#;
    let found = judge(&[("gets@p", both)], some);
    assert_eq!((found.truth, found.said), (True, true));
    assert!(found.evidence.contains(&place("secret@a")) && found.evidence.contains(&place("gets@p")));
    assert_eq!(judge(&[("gets@p", only_b)], some).truth, False);
    assert_eq!(judge(&[("gets@p", none)], some).truth, False);
    assert_eq!(judge(&[("gets@p", none)], some).evidence, places(&["gets@p"]));
    assert_eq!(judge(&[], some).truth, Unknown);
    assert_eq!(judge(&[("gets@p", "DontKnow")], some).truth, Unknown);
    assert_eq!(judge(&[("gets@p", "NotApplicable")], some).truth, False);
    let every = r#"Every("lost", Yes("secret"))"#;
    assert_eq!(judge(&[("lost", both)], every).truth, False);
    assert_eq!(judge(&[("lost", none)], every).truth, True);
    assert_eq!(judge(&[("lost", only_b)], r#"Count("lost", No("secret"), 2)"#).truth, False);
    assert_eq!(judge(&[("lost", both)], r#"Count("lost", Answered("secret"), 2)"#).truth, True);
}

#[test]
fn rows_that_an_answer_names_count_only_while_their_list_does() {
    let gated = NAMING
        .replace(r#"label: "asset", most: 3"#, r#"label: "asset", most: 3, when: Yes("any")"#)
        .replace("questions: [", r#"questions: [(id: "any", ask: "?", why: "w", source: [], kind: YesNo),"#);
    let judge = |any: &str, text: &str| {
        let answers = [("any", any), ("asset@a", r#"Text("A")"#), ("lost", r#"Rows(["a"])"#)];
        judged(&interview_of(&questionnaire(&gated), &answers, &["assets"]), text)
    };
    let some = r#"Some("lost", Not(Yes("secret")))"#;
    let every = r#"Every("lost", Yes("secret"))"#;
    for (any, some_truth, every_truth) in [(NO, False, True), ("DontKnow", Unknown, Unknown)] {
        assert_eq!((judge(any, some).truth, judge(any, every).truth), (some_truth, every_truth), "{any}");
    }
    assert_eq!(judge(NO, some).evidence, places(&["any"]), "because the list does not apply");
    assert_eq!(judge(YES, r#"Some("lost", Answered("asset"))"#).truth, True);
}
