use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::engine::fixture::{
    NO, YES, all_places, complete, interview, mentions, offshore, pick, places, put, remove, says, state,
    states,
};
use crate::engine::interview::Interview;
use crate::model::{Condition, State};

/// The findings of a rule: the rows' ids and the evidence.
fn found(interview: &Interview, rule: &str) -> Vec<(Vec<String>, Vec<Place>)> {
    let findings = interview.findings().iter().filter(|finding| finding.rule == rule);
    let rows = |finding: &Finding| finding.rows.iter().map(|(_, row)| row.clone()).collect();
    findings.map(|finding| (rows(finding), finding.evidence.clone())).collect()
}

fn one(rows: &[&str], evidence: &[&str]) -> (Vec<String>, Vec<Place>) {
    (rows.iter().map(|row| (*row).to_owned()).collect(), places(evidence))
}

#[test]
fn a_rule_fires_where_it_is_relevant_and_something_is_wrong() {
    let low = ("care", "Scale(2)");
    let evidence = || vec![one(&[], &["secret", "care"])];
    let cases = [
        (vec![("secret", YES), low], evidence()),
        (vec![("secret", NO), low], vec![]),
        (vec![("secret", "DontKnow"), low], vec![]),
        (vec![low], vec![]),
        (vec![("secret", YES), ("care", "Scale(3)")], vec![]),
        (vec![("secret", YES), ("care", "DontKnow")], vec![]),
        (vec![("secret", YES), ("care", "NotApplicable")], vec![]),
        (vec![("secret", YES)], vec![]),
    ];
    for (answers, wanted) in cases {
        assert_eq!(found(&interview(&answers, &[]), "careless"), wanted, "{answers:?}");
    }
    for open in ["DontKnow", "AskCounsel"] {
        let unknown = found(&interview(&[("care", open)], &[]), "care-unknown");
        assert_eq!(unknown, [one(&[], &["care"])]);
    }
}

#[test]
fn the_evidence_of_what_is_not_asked_is_the_answer_that_says_so() {
    let interview = interview(&[("secret", NO), ("goals", r#"Choices(["speed"])"#)], &[]);
    assert_eq!(found(&interview, "slow"), [one(&[], &["secret"])]);
}

#[test]
fn a_rule_of_a_repeat_runs_for_each_row() {
    let answers = [
        ("outsource", YES),
        ("partner_country@p1", r#"Country("VN")"#),
        ("partner_country@p2", r#"Country("IN")"#),
        ("partner_name@p3", r#"Text("R")"#),
        ("partner_country@p3", "NotApplicable"),
    ];
    let findings = found(&interview(&answers, &[]), "abroad");
    let wanted = [one(&["p1"], &["partner_country@p1"]), one(&["p3"], &["partner_country@p3"])];
    assert_eq!(findings, wanted);
    for gate in [NO, "DontKnow", "NotApplicable"] {
        let parked = [answers.as_slice(), &[("outsource", gate)]].concat();
        assert_eq!(found(&interview(&parked, &[]), "abroad"), [], "rows parked by {gate}");
    }
}

#[test]
fn in_a_repeat_that_may_not_apply_no_rule_fires() {
    let rows = [
        ("asset_kind@a1", r#"Choice("trade_secret")"#),
        ("secret", YES),
        ("partner_name@p1", r#"Text("P")"#),
    ];
    let receives = ("partner_receives@p1", r#"Rows(["a1"])"#);
    let open = interview(&[rows.as_slice(), &[receives, ("outsource", "DontKnow")]].concat(), &[]);
    assert_eq!(found(&open, "no-nda"), []);
    assert_eq!(found(&open, "tied"), []);
    assert_eq!(found(&open, "secret-asset"), [one(&["a1"], &["secret", "asset_kind@a1"])]);
}

/// Two assets, the first one a trade secret, and one partner without an NDA.
const PAIRS: [(&str, &str); 6] = [
    ("outsource", YES),
    ("asset_kind@a1", r#"Choice("trade_secret")"#),
    ("asset_kind@a2", r#"Choice("code")"#),
    ("asset_kind@a3", r#"Choice("trade_secret")"#),
    ("partner_name@p1", r#"Text("P")"#),
    ("partner_nda@p1", NO),
];

fn pairs(receives: &str) -> Vec<(Vec<String>, Vec<Place>)> {
    let answers = [PAIRS.as_slice(), &[("partner_receives@p1", receives)]].concat();
    found(&interview(&answers, &["assets", "partners"]), "no-nda")
}

#[test]
fn a_rule_of_a_rows_question_runs_for_each_pair_it_names() {
    let pair = |asset: &str| {
        let kind = format!("asset_kind@{asset}");
        one(&["p1", asset], &[&kind, "partner_nda@p1", "partner_receives@p1"])
    };
    assert_eq!(pairs(r#"Rows(["a1", "a2"])"#), [pair("a1")]);
    assert_eq!(pairs(r#"Rows(["a3", "a1"])"#), [pair("a1"), pair("a3")], "in the order of the list");
    assert_eq!(pairs(r#"Rows(["a1", "a1"])"#), [pair("a1")], "once, whatever a file says");
    for nothing in
        ["Rows([])", r#"Rows(["a2"])"#, r#"Rows(["gone"])"#, "DontKnow", "NotApplicable", "AskCounsel"]
    {
        assert_eq!(pairs(nothing), [], "{nothing}");
    }
}

#[test]
fn a_row_that_was_taken_out_is_in_no_finding() {
    let named = says("partner_receives@p1", r#"Rows(["a1", "a3"])"#);
    let acts: Vec<_> =
        PAIRS.iter().map(|(at, to)| says(at, to)).chain([named, complete("partners")]).collect();
    let rows = |taken: &[(&str, &str)]| {
        let taken = taken.iter().map(|(repeat, row)| remove(repeat, row));
        let acts: Vec<_> = acts.iter().cloned().chain(taken).collect();
        let interview = Interview::new(offshore(), state(&offshore(), &acts));
        found(&interview, "no-nda").into_iter().map(|(rows, _)| rows.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(rows(&[]), ["p1 a1", "p1 a3"]);
    assert_eq!(rows(&[("assets", "a1")]), ["p1 a3"]);
    assert_eq!(rows(&[("partners", "p1")]), [""; 0]);
}

#[test]
fn the_worst_come_first_and_equals_in_the_order_of_the_questionnaire() {
    let answers = [
        ("outsource", YES),
        ("secret", NO),
        ("size", r#"Number("1")"#),
        ("care", "DontKnow"),
        ("asset_kind@a1", r#"Choice("code")"#),
        ("asset_kind@a2", r#"Choice("trade_secret")"#),
        ("partner_nda@p1", NO),
        ("partner_country@p1", r#"Country("VN")"#),
    ];
    let interview = interview(&answers, &["partners", "assets"]);
    let rules: Vec<&str> = interview.findings().iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["naked", "care-unknown", "abroad", "small", "slow", "alone"]);
    let naked = &interview.findings()[0];
    assert_eq!(naked.evidence, places(&["asset_kind@a1", "partner_nda@p1"]));
    assert_eq!(naked.rule(interview.questionnaire()).map(|rule| rule.id.value.as_str()), Some("naked"));
    assert_eq!((naked.stage, naked.severity), (2, Severity::Blocker));
}

#[test]
fn evidence_stands_in_the_order_of_the_rows() {
    let nda = |n: usize| (format!("partner_nda@p{n}"), NO);
    let rows: Vec<(String, &str)> = [3, 1, 2].into_iter().map(nda).collect();
    let rows = rows.iter().map(|(at, to)| (at.as_str(), *to));
    let before = [
        ("outsource", YES),
        ("asset_kind@a1", r#"Choice("code")"#),
        ("asset_kind@a2", r#"Choice("trade_secret")"#),
    ];
    let answers: Vec<_> = before.into_iter().chain(rows).collect();
    let naked = found(&interview(&answers, &["assets", "partners"]), "naked");
    assert_eq!(naked, [one(&[], &["asset_kind@a1", "partner_nda@p3", "partner_nda@p1", "partner_nda@p2"])]);
}

/// The evidence, and the places on which it depends whether that is asked and the rows are there: what their gates
/// mention, and theirs. A gate may speak of any row, so all of them count.
fn with_gates(interview: &Interview, finding: &Finding) -> BTreeSet<Place> {
    let questionnaire = interview.questionnaire();
    let mut questions: BTreeSet<String> = BTreeSet::new();
    let repeats = finding.rows.iter().map(|(repeat, _)| repeat.clone());
    let mut todo: Vec<String> =
        finding.evidence.iter().map(|place| place.question.clone()).chain(repeats).collect();
    while let Some(id) = todo.pop() {
        let question = questionnaire.question(&id);
        let repeat = question.map_or(Some(id.as_str()), |q| q.row_of.as_ref().map(|id| id.value.as_str()));
        let repeat = repeat.and_then(|id| questionnaire.repeat(id));
        let gates = [question.and_then(|q| q.when.as_ref()), repeat.and_then(|repeat| repeat.when.as_ref())];
        let mut more = BTreeSet::new();
        gates.into_iter().flatten().for_each(|when: &Condition| mentions(when, &mut more));
        todo.extend(more.into_iter().filter(|id| questions.insert(id.clone())));
    }
    let gates = all_places(questionnaire, interview.state()).into_iter();
    let gates = gates.filter(|place| questions.contains(&place.question));
    gates.chain(finding.evidence.iter().cloned()).collect()
}

fn change(state: &State, at: &Place, number: usize) -> Interview {
    let questionnaire = offshore();
    let mut state = state.clone();
    let answer = pick(&questionnaire, &state, at, number);
    put(&questionnaire, &mut state, at, answer);
    Interview::new(questionnaire, state)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_other_answer_stops_a_finding(state in states(), which in 0usize..60, number in 0usize..12) {
        let before = Interview::new(offshore(), state.clone());
        let all = all_places(before.questionnaire(), &state);
        let changed = &all[which % all.len()];
        let after = change(&state, changed, number);
        for finding in before.findings() {
            if !with_gates(&before, finding).contains(changed) {
                let still = after.findings().iter().any(|other| other.same(finding));
                prop_assert!(still, "{:?} after another answer to {:?}", finding, changed);
            }
        }
    }

    #[test]
    fn without_its_evidence_a_finding_stops_or_stands_on_a_list_alone(state in states()) {
        let questionnaire = offshore();
        let before = Interview::new(Arc::clone(&questionnaire), state.clone());
        for finding in before.findings().iter().filter(|finding| !finding.evidence.is_empty()) {
            let mut less = state.clone();
            finding.evidence.iter().for_each(|place| put(&questionnaire, &mut less, place, None));
            let after = Interview::new(Arc::clone(&questionnaire), less);
            let still = after.findings().iter().find(|other| other.same(finding));
            prop_assert!(still.is_none_or(|still| still.evidence.is_empty()), "{:?}", finding);
        }
    }

    #[test]
    fn evidence_is_answers_that_count_in_order_and_once(state in states()) {
        let interview = Interview::new(offshore(), state);
        let asked: Vec<Place> = interview.asked().cloned().collect();
        for finding in interview.findings() {
            let position = |place: &Place| interview.questionnaire().position(&place.question);
            prop_assert!(finding.evidence.iter().map(position).is_sorted());
            let once: BTreeSet<&Place> = finding.evidence.iter().collect();
            prop_assert_eq!(once.len(), finding.evidence.len());
            for place in &finding.evidence {
                prop_assert!(asked.contains(place) && interview.state().answer(place).is_some());
            }
            prop_assert_eq!(interview.findings().iter().filter(|other| other.same(finding)).count(), 1);
        }
    }

    #[test]
    fn what_is_said_later_about_what_was_unsaid_stops_no_finding(state in states(), number in 1usize..12) {
        let before = Interview::new(offshore(), state.clone());
        let unsaid = all_places(before.questionnaire(), &state);
        for at in unsaid.iter().filter(|place| state.answer(place).is_none()) {
            let after = change(&state, at, number);
            for finding in before.findings() {
                prop_assert!(after.findings().iter().any(|other| other.same(finding)), "{:?} {:?}", finding, at);
            }
        }
    }
}
