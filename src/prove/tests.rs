//! The solver and the engine, which know nothing of each other, say the same.

mod invented;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::engine::{Interview, enter_all};
use crate::model::{Act, Answer, Kind, Questionnaire, State, Value};
use invented::{answers, questionnaire};

/// The effect of a statement, as the engine tells it.
fn effect(statement: Statement) -> Option<Effect> {
    Some(match statement {
        Statement::Asked(question) => Effect::Asked(question.id.value.clone()),
        Statement::Chosen(question, option) => {
            Effect::Chosen(question.id.value.clone(), option.id.value.clone())
        }
        Statement::Fires(rule) => Effect::Fires(rule.id.value.clone()),
        Statement::InOrder(rule) => Effect::InOrder(rule.id.value.clone()),
        Statement::Called(_) | Statement::Together(..) => return None,
    })
}

/// The answers can be entered as a file's are.
fn is_accepted(questionnaire: &Arc<Questionnaire>, acts: &[Act]) -> Result<(), TestCaseError> {
    let blank = Interview::new(Arc::clone(questionnaire), State::default());
    let entered = enter_all(&blank, acts);
    prop_assert!(entered.is_ok(), "{entered:?} of {acts:?}");
    Ok(())
}

/// Effects for which there is a witness; each witness is accepted, and the engine confirms it.
fn witnessed(questionnaire: &Arc<Questionnaire>) -> Result<BTreeSet<Effect>, TestCaseError> {
    let mut witnesses = Witnesses::new(questionnaire).expect("it is small");
    let mut found = BTreeSet::new();
    for statement in witnesses.statements() {
        let Some(effect) = effect(statement) else { continue };
        let shown = witnesses.shortest(statement).expect("it is easy");
        let is_shown_for = |effect: &Effect| found.contains(effect);
        if let Effect::Chosen(question, option) = &effect {
            let is_asked = is_shown_for(&Effect::Asked(question.clone()));
            prop_assert_eq!(shown.is_some(), is_asked, "{} of {}, as the proof assumes", option, question);
        }
        let Some(Witness { acts, shortest }) = shown else { continue };
        prop_assert!(shortest);
        is_accepted(questionnaire, &acts)?;
        let told = effects(&Interview::after(questionnaire, &acts));
        prop_assert!(told.contains(&effect), "{effect:?} is not in {told:?} of {acts:?}");
        let witness = Witness { acts, shortest };
        prop_assert!(witness.confirmed(questionnaire, statement).is_some(), "{witness:?}");
        found.insert(effect);
    }
    Ok(found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// What answers bring about in the engine has a witness, and every witness brings it about: so what is said to be
    /// impossible is, and what is said to be possible too.
    #[test]
    fn the_engine_confirms_every_witness_and_brings_about_nothing_else(seed in any::<u64>()) {
        let questionnaire = questionnaire(seed);
        let possible = witnessed(&questionnaire)?;
        for round in 0..40 {
            let acts = answers(&questionnaire, seed.wrapping_add(round));
            let told = effects(&Interview::after(&questionnaire, &acts));
            let surprising: Vec<&Effect> = told.difference(&possible).collect();
            prop_assert!(surprising.is_empty(), "{surprising:?} by {acts:?}");
        }
    }

    /// For given answers the circuit and the engine agree on all: what is asked, what fires, what is in order.
    #[test]
    fn on_any_answers_circuit_and_engine_agree(seed in any::<u64>()) {
        let questionnaire = questionnaire(seed);
        let mut witnesses = Witnesses::new(&questionnaire).expect("it is small");
        for round in 0..20 {
            let acts = answers(&questionnaire, seed.wrapping_add(round));
            let told = effects(&Interview::after(&questionnaire, &acts));
            let circuit = witnesses.effects_of(&acts);
            prop_assert_eq!(circuit, Some(told), "{:?}", acts);
        }
    }

    /// A suite is accepted file by file, and brings about all that has a witness by plain answers.
    #[test]
    fn a_suite_brings_about_all_that_can_be(seed in any::<u64>()) {
        let questionnaire = questionnaire(seed);
        let mut witnesses = Witnesses::new(&questionnaire).expect("it is small");
        let mut told = BTreeSet::new();
        for acts in witnesses.suite() {
            is_accepted(&questionnaire, &acts)?;
            told.extend(effects(&Interview::after(&questionnaire, &acts)));
        }
        let possible = witnessed(&questionnaire)?;
        let missing: Vec<&Effect> = possible.difference(&told).collect();
        prop_assert!(missing.is_empty(), "{missing:?}");
    }

    /// No answer of a shortest witness can be left out.
    #[test]
    fn nothing_can_be_taken_from_a_shortest_witness(seed in any::<u64>()) {
        let questionnaire = questionnaire(seed);
        let mut witnesses = Witnesses::new(&questionnaire).expect("it is small");
        for statement in witnesses.statements() {
            let (Some(effect), Some(witness)) = (effect(statement), witnesses.shortest(statement).expect("it is easy")) else { continue };
            for at in 0..witness.acts.len() {
                let mut fewer = witness.acts.clone();
                let left_out = fewer.remove(at);
                let blank = Interview::new(Arc::clone(&questionnaire), State::default());
                if enter_all(&blank, &fewer).is_err() || names_a_row(&questionnaire, &left_out) {
                    continue;
                }
                let told = effects(&Interview::after(&questionnaire, &fewer));
                prop_assert!(!told.contains(&effect), "{effect:?} needs no {left_out:?} of {:?}", witness.acts);
            }
        }
    }
}

/// Rows of a witness have names, though the engine would do without.
fn names_a_row(questionnaire: &Questionnaire, act: &Act) -> bool {
    let named = |question: &str| questionnaire.repeats().any(|repeat| repeat.label.value == question);
    matches!(act, Act::Answer { at, .. } if named(&at.question))
}

/// The faults of a questionnaire of these questions and rules.
fn faults(questions: &str, rules: &str) -> Vec<(&'static str, String)> {
    faults_of(&crate::engine::fixture::questionnaire(&stage(questions, rules)))
}

fn stage(questions: &str, rules: &str) -> String {
    format!(
        r#"[(id: "s", title: "S", intro: "I", repeats: [(id: "a", item: "thing", label: "a_name", most: 20)], questions: [
            (id: "a_name", row_of: "a", ask: "A?", why: "W", source: [], kind: Text(Short)), {questions}], rules: [{rules}])]"#
    )
}

fn faults_of(questionnaire: &Arc<Questionnaire>) -> Vec<(&'static str, String)> {
    let proof = prove(questionnaire);
    let found = proof.map_or_else(|too_large| vec![*too_large], |proof| proof.diagnostics);
    found.into_iter().map(|fault| (fault.code, fault.message)).collect()
}

fn question(id: &str, rest: &str) -> String {
    format!(r#"(id: "{id}", ask: "A?", why: "W", source: [], {rest}),"#)
}

fn rule(id: &str, rest: &str) -> String {
    format!(
        r#"(id: "{id}", severity: High, title: "T", because: "B", source: [],
            action: (what: "W", who: Owner, before: "signing"), {rest}),"#
    )
}

#[test]
fn each_fault_is_told_once_and_with_its_code() {
    let yes = question("q", "kind: YesNo") + &question("p", "kind: YesNo");
    let choice = question("c", r#"kind: Choice([(id: "x", label: "X", risk: true), (id: "y", label: "Y")])"#);
    for (questions, rules, wanted) in [
        (question("q", "kind: YesNo"), rule("r", r#"when: Yes("q")"#), &[][..]),
        (
            yes.clone() + &question("n", r#"kind: YesNo, when: All([Yes("q"), No("q")])"#),
            String::new(),
            &["never-asked"],
        ),
        (yes.clone(), rule("r", r#"when: All([Yes("q"), No("q")])"#), &["never-fires"]),
        (yes.clone(), rule("r", r#"applies: Yes("q"), when: Yes("q")"#), &["never-in-order"]),
        (yes.clone(), rule("r", r#"when: Any([Yes("p"), All([Yes("q"), No("q")])])"#), &["always-false"]),
        (yes.clone(), rule("r", r#"when: All([Yes("p"), Any([Yes("q"), No("q")])])"#), &["always-true"]),
        (
            question("n", "kind: Number(least: 5)") + &yes,
            rule("r", r#"when: All([Yes("p"), AtLeast("n", 4)])"#),
            &["always-true"],
        ),
        (
            question("c", "kind: Country") + &yes,
            rule("r", r#"when: Any([Yes("p"), Fact("c", "silent_owner", ["nobody"])])"#),
            &["always-false"],
        ),
        (
            yes.clone(),
            rule("r", r#"when: Yes("q"), contradicts: ["s"]"#) + &rule("s", r#"when: Yes("p")"#),
            &["contradiction"],
        ),
        (
            yes.clone(),
            rule("r", r#"when: Yes("q"), contradicts: ["s"]"#) + &rule("s", r#"when: No("q")"#),
            &[],
        ),
        (choice.clone(), String::new(), &["risk-without-finding"]),
        (choice.clone(), rule("r", r#"when: Is("c", "y")"#), &["risk-without-finding"]),
        (choice, rule("r", r#"when: Is("c", "x")"#), &[]),
        (
            yes,
            rule("r", &format!("when: {}Yes(\"q\"){}", r#"Count("a", "#.repeat(8), ", 8)".repeat(8))),
            &["too-large-to-prove"],
        ),
    ] {
        let found = faults(&questions, &rules);
        let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, wanted, "{questions} {rules}: {found:?}");
    }
}

/// Conditions of the report are judged where the report judges them: safeguards of what somebody gets, where they are wanted.
#[test]
fn conditions_of_the_report_are_proved_too() {
    let questions = question("q", "kind: YesNo")
        + &question("b", r#"row_of: "a", kind: YesNo"#)
        + &question("w_name", r#"row_of: "w", kind: Text(Short)"#)
        + &question("gets", r#"row_of: "w", kind: Rows("a")"#)
        + &question("land", "kind: Country");
    let receivers = r#"repeats: [(id: "w", item: "who", label: "w_name", most: 2), "#;
    let stage = stage(&questions, "").replacen("repeats: [", receivers, 1);
    let bare = crate::engine::fixture::questionnaire(&stage);
    for (parts, wanted) in [
        (r#"Checklist((id: "c", title: "C", items: [], when: Yes("q")))"#, &[][..]),
        (
            r#"Checklist((id: "c", title: "C", items: [], when: Any([Yes("q"), Fact("land", "silent_owner", ["nobody"])])))"#,
            &["always-false"],
        ),
        (&safeguard(r#"met: Yes("b")"#), &[]),
        (&safeguard(r#"applies: Yes("b"), met: Any([Yes("q"), Yes("b")])"#), &["always-true"]),
        (&safeguard(r#"applies: Yes("b"), met: Any([Yes("q"), No("b")])"#), &["always-false"]),
        (&safeguard(r#"applies: Answered("gets"), met: Yes("b")"#), &["always-true"]),
    ] {
        let layout = crate::text::ron_options().from_str(&format!("Layout(parts: [{parts}])")).unwrap();
        let laid_out = Questionnaire::clone(&bare).laid_out(Some(layout));
        let found = faults_of(&Arc::new(laid_out));
        let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, wanted, "{parts}: {found:?}");
    }
}

/// A matrix of what each receiver gets, with that safeguard.
fn safeguard(conditions: &str) -> String {
    format!(
        r#"Matrix((id: "m", title: "M", about: "A", gets: [(head: "H", question: "gets")],
            safeguards: [(title: "S", {conditions})]))"#
    )
}

/// Numbers beyond all reason neither hang nor panic.
#[test]
fn unreasonable_numbers_are_borne() {
    let most = usize::MAX;
    let stage = format!(
        r#"[(id: "s", title: "S", intro: "I", repeats: [(id: "a", item: "thing", label: "a_name", least: {most}, most: {most})],
            questions: [(id: "a_name", row_of: "a", ask: "A?", why: "W", source: [], kind: Text(Short)),
                (id: "n", ask: "A?", why: "W", source: [], kind: Number())],
            rules: [{}])]"#,
        rule(
            "r",
            &format!(
                r#"when: Any([Count("a", Answered("a_name"), {most}), AtLeast("n", {0}), AtMost("n", -{0})])"#,
                1_i64 << 52
            )
        )
    );
    let proof = prove(&crate::engine::fixture::questionnaire(&stage)).expect("it is small");
    assert!(proof.bounded, "{proof:?}");
}

/// A witness that doesn't bring about what it is for, or can't be entered, is not passed on.
#[test]
fn what_the_engine_does_not_bear_out_is_not_confirmed() {
    let stage = format!(
        r#"[(id: "s", title: "S", intro: "I", questions: [{}{}], rules: [{}{}])]"#,
        question("q", "kind: YesNo"),
        question("p", r#"kind: YesNo, when: Yes("q")"#),
        rule("r", r#"when: Yes("q"), clauses: ["secrecy"]"#),
        rule("s", r#"when: Yes("p")"#),
    );
    let questionnaire = crate::engine::fixture::questionnaire(&stage);
    let rules: Vec<_> = questionnaire.rules().map(|(_, rule)| rule).collect();
    let says = |id: &str, yes: bool| Act::Answer {
        at: crate::model::Place::new(id, None),
        to: Answer::Value(Value::YesNo(yes)),
    };
    let (first, second) = (Statement::Fires(rules[0]), Statement::Together(rules[0], rules[1]));
    for (acts, statement, holds) in [
        (vec![says("q", true)], first, true),
        (vec![says("q", false)], first, false),
        (vec![], first, false),
        (vec![says("q", true), says("p", true)], second, true),
        (vec![says("q", true), says("p", false)], second, false),
        (vec![says("q", false), says("p", true)], Statement::InOrder(rules[0]), false),
        (vec![says("q", false)], Statement::InOrder(rules[0]), true),
    ] {
        let witness = Witness { acts, shortest: true };
        assert_eq!(
            witness.confirmed(&questionnaire, statement).is_some(),
            holds,
            "{statement:?} by {witness:?}"
        );
    }
}
