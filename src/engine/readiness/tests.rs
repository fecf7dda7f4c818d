use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::engine::fixture::{
    NO, YES, all_places, closed_states, completed, interview, interview_of, offshore, pick, picks, put,
    questionnaire, within,
};
use crate::engine::interview::Interview;
use crate::model::{Answer, Severity::*, Value};

/// What an instance can turn out to be, one letter each: passing, firing, irrelevant.
fn instance(severity: Severity, can_be: &str) -> Instance {
    Instance {
        stage: 0,
        severity,
        may_pass: can_be.contains('p'),
        may_fire: can_be.contains('f'),
        may_be_irrelevant: can_be.contains('i'),
    }
}

#[test]
fn known_cases() {
    type Case<'a> = (&'a [(Severity, &'a str)], Option<(u8, u8)>);
    let cases: &[Case] = &[
        (&[], None),
        (&[(High, "i")], None),
        (&[(High, "p")], Some((100, 100))),
        (&[(High, "f")], Some((0, 0))),
        (&[(High, "pf")], Some((0, 100))),
        (&[(High, "pfi")], Some((0, 100))),
        (&[(Low, "p"), (Blocker, "f")], Some((11, 11))),
        (&[(Low, "f"), (Blocker, "p")], Some((88, 88))),
        (&[(Medium, "p"), (Medium, "pf")], Some((50, 100))),
        (&[(High, "p"), (Low, "fi")], Some((80, 100))),
        (&[(High, "f"), (High, "pi")], Some((0, 50))),
        (&[(High, "p"), (High, "f"), (High, "i")], Some((50, 50))),
        (&[(Medium, "pi")], Some((100, 100))),
        (&[(Medium, "fi")], Some((0, 100))),
    ];
    for (rules, wanted) in cases {
        let instances: Vec<Instance> =
            rules.iter().map(|(severity, can_be)| instance(*severity, can_be)).collect();
        let found = readiness(&instances, |_| true);
        assert_eq!(found.map(|found| (found.low, found.high)), *wanted, "{rules:?}");
    }
    assert_eq!(readiness(&[instance(High, "p")], |instance| instance.stage == 1), None);
}

#[test]
fn each_stage_has_its_own() {
    let answers = [
        ("role", r#"Choice("vendor")"#),
        ("outsource", NO),
        ("secret", YES),
        ("goals", r#"Choices(["speed"])"#),
        ("size", r#"Number("1")"#),
        ("care", "Scale(2)"),
    ];
    let interview = interview(&answers, &["assets"]);
    let of = |stage| interview.stage_readiness(stage).map(|found| (found.low, found.high));
    // Small (1) and careless (2) fire; care-unknown (4) and slow (1) pass.
    assert_eq!(of(0), Some((62, 62)));
    assert_eq!(
        (of(1), of(3), of(4)),
        (None, None, None),
        "no asset, no partner, the wrong role; no such stage"
    );
    // Alone (1) fires, and naked (8) is irrelevant.
    assert_eq!(of(2), Some((0, 0)));
    assert_eq!(interview.readiness().map(|all| (all.low, all.high)), Some((55, 55)));
}

#[test]
fn at_the_start_everything_is_open() {
    let start = interview(&[], &[]);
    let open = Some(Readiness { low: 0, high: 100 });
    assert_eq!(start.readiness(), open);
    let no_asset_yet = interview(&[("secret", YES)], &[]);
    assert_eq!(no_asset_yet.stage_readiness(1), open, "a row may come");
    assert_eq!(interview(&[("secret", YES)], &["assets"]).stage_readiness(1), None);
    assert_eq!(interview(&[("secret", NO)], &[]).stage_readiness(1), None, "and would not matter");
}

#[test]
fn a_rule_about_nothing_that_was_said_does_not_count() {
    let stages = r#"[Stage(
        id: "s", title: "S", intro: "i",
        questions: [
            (id: "gate", ask: "?", why: "w", source: [], kind: YesNo),
            (id: "then", ask: "?", why: "w", source: [], kind: YesNo, when: Yes("gate")),
        ],
        rules: [(id: "r", severity: High, when: No("then"), title: "t", because: "b", source: [],
            action: (what: "a", who: Owner, before: "signing"))],
    )]"#;
    let ready = |answers: &[(&str, &str)]| interview_of(&questionnaire(stages), answers, &[]).readiness();
    assert_eq!(ready(&[]), Some(Readiness { low: 0, high: 100 }));
    assert_eq!(ready(&[("gate", NO)]), None, "the question is not asked");
    assert_eq!(ready(&[("gate", YES), ("then", "NotApplicable")]), None);
    assert_eq!(ready(&[("gate", YES), ("then", YES)]), Some(Readiness { low: 100, high: 100 }));
    assert_eq!(ready(&[("gate", YES), ("then", NO)]), Some(Readiness { low: 0, high: 0 }));
}

#[test]
fn each_pair_that_may_be_named_counts_as_unknown() {
    let answers = [
        ("outsource", YES),
        ("secret", NO),
        ("asset_kind@a1", r#"Choice("trade_secret")"#),
        ("asset_kind@a2", r#"Choice("trade_secret")"#),
        ("partner_name@p1", r#"Text("P")"#),
        ("partner_country@p1", r#"Country("IN")"#),
        ("partner_nda@p1", NO),
        ("partner_twin@p1", NO),
    ];
    let interview = |receives: &str| {
        let answers = [answers.as_slice(), &[("partner_receives@p1", receives)]].concat();
        interview(&answers, &["assets", "partners"]).stage_readiness(2).map(|found| (found.low, found.high))
    };
    // Abroad (2) and tied (1) pass, alone (1) fires; each pair may fire (4) or not exist.
    assert_eq!(interview("DontKnow"), Some((25, 75)));
    assert_eq!(interview("Rows([])"), Some((75, 75)));
    assert_eq!(interview(r#"Rows(["a1"])"#), Some((37, 37)));
    assert_eq!(interview(r#"Rows(["a1", "a2"])"#), Some((25, 25)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn with_complete_lists_more_answers_only_narrow_the_interval(state in closed_states(), picks in picks()) {
        let questionnaire = offshore();
        let before = Interview::new(Arc::clone(&questionnaire), state);
        let after = Interview::new(Arc::clone(&questionnaire), completed(before.state(), &picks));
        prop_assert!(within(after.readiness(), before.readiness()), "{:?} in {:?}", after.readiness(), before.readiness());
        for stage in 0..questionnaire.stages.len() {
            let (later, earlier) = (after.stage_readiness(stage), before.stage_readiness(stage));
            prop_assert!(within(later, earlier), "stage {}: {:?} in {:?}", stage, later, earlier);
        }
    }

    #[test]
    fn where_every_question_has_a_value_and_every_fact_is_known_readiness_is_one_number(state in closed_states(), picks in picks()) {
        let questionnaire = offshore();
        let mut state = completed(&state, &picks);
        for at in all_places(&questionnaire, &state) {
            let known = |to: &Answer| to.value().is_some_and(|value| *value != Value::Country("VN".into()));
            let value = (1..12).filter_map(|n| pick(&questionnaire, &state, &at, n)).find(known);
            let has_a_value = state.answer(&at).is_some_and(|to| known(to) || *to == Answer::NotApplicable);
            if !has_a_value {
                put(&questionnaire, &mut state, &at, value);
            }
        }
        let interview = Interview::new(questionnaire, state);
        if let Some(found) = interview.readiness() {
            prop_assert_eq!(found.high, found.low);
        }
    }

    #[test]
    fn the_bounds_are_the_worst_and_the_best_outcome(rules in prop::collection::vec((0usize..4, 1usize..8), 0..6)) {
        let letters = ["", "p", "f", "pf", "i", "pi", "fi", "pfi"];
        let of = |&(severity, can_be): &(usize, usize)| instance(Severity::WORST_FIRST[severity], letters[can_be]);
        let instances: Vec<Instance> = rules.iter().map(of).collect();
        let mut outcomes = vec![(0u32, 0u32)];
        for instance in &instances {
            let weight = weight(instance.severity);
            let ways = [
                instance.may_pass.then_some((weight, weight)),
                instance.may_fire.then_some((0, weight)),
                instance.may_be_irrelevant.then_some((0, 0)),
            ];
            let add = |(pass, all): (u32, u32)| ways.into_iter().flatten().map(move |(p, a)| (pass + p, all + a));
            outcomes = outcomes.into_iter().flat_map(add).collect();
        }
        // Where an outcome holds no rule, nothing speaks against it.
        let share = |(pass, all): &(u32, u32)| if *all == 0 { (1, 1) } else { (*pass, *all) };
        let down = |(pass, all): (u32, u32)| pass * 100 / all;
        let up = |(pass, all): (u32, u32)| (pass * 100).div_ceil(all);
        let settled = outcomes.iter().map(share).all(|(p, a)| outcomes.iter().map(share).all(|(q, b)| p * b == q * a));
        let low = outcomes.iter().map(share).map(down).min();
        let high = outcomes.iter().map(share).map(|share| if settled { down(share) } else { up(share) }).max();
        let found = readiness(&instances, |_| true);
        prop_assert_eq!(found.is_some(), outcomes.iter().any(|(_, all)| *all > 0));
        if let Some(found) = found {
            prop_assert_eq!((Some(u32::from(found.low)), Some(u32::from(found.high))), (low, high));
        }
    }
}
