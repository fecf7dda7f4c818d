use std::sync::Arc;

use proptest::prelude::*;

use super::Standing::{Asked, Out, Waiting};
use super::*;
use crate::engine::fixture::{
    NO, YES, all_places, complete, interview, interview_of, offshore, place, places, questionnaire, remove,
    says, state, states,
};
use crate::engine::interview::Interview;

fn steps(interview: &Interview) -> Vec<String> {
    names(interview.steps())
}

fn names(steps: &[Step]) -> Vec<String> {
    let step = |step: &Step| match step {
        Step::Ask(Place { question, row: Some(row) }) => format!("{question}@{row}"),
        Step::Ask(place) => place.question.clone(),
        Step::Rows(repeat) => format!("+{repeat}"),
    };
    steps.iter().map(step).collect()
}

#[test]
fn at_the_start_only_what_depends_on_nothing_is_asked() {
    let start = interview(&[], &[]);
    assert_eq!(steps(&start), ["role", "outsource", "secret", "size", "care", "+assets"]);
    for waiting in ["goals", "home", "story", "budget", "start", "exclusive", "forum"] {
        assert_eq!(start.standing(&place(waiting)), Waiting, "{waiting}");
    }
}

#[test]
fn a_question_stands_as_its_gate_does() {
    let cases = [
        ("home", vec![("role", r#"Choice("customer")"#)], Asked),
        ("home", vec![("role", r#"Choice("vendor")"#)], Out),
        ("home", vec![("role", "DontKnow")], Waiting),
        ("home", vec![("role", "AskCounsel")], Waiting),
        ("home", vec![("role", "NotApplicable")], Out),
        ("story", vec![("role", r#"Choice("customer")"#)], Waiting),
        ("story", vec![("role", r#"Choice("customer")"#), ("home", r#"Country("VN")"#)], Asked),
        ("story", vec![("role", r#"Choice("customer")"#), ("home", r#"Country("IN")"#)], Out),
        ("story", vec![("role", r#"Choice("customer")"#), ("home", "DontKnow")], Out),
        ("story", vec![("role", r#"Choice("vendor")"#), ("home", r#"Country("VN")"#)], Out),
        ("start", vec![("care", "AskCounsel")], Out),
        ("start", vec![("care", "Scale(1)")], Asked),
        ("budget", vec![("size", r#"Number("10")"#)], Asked),
        ("budget", vec![("size", r#"Number("9")"#)], Waiting),
        ("budget", vec![("size", r#"Number("9")"#), ("secret", NO)], Out),
    ];
    for (question, answers, standing) in cases {
        let interview = interview(&answers, &[]);
        assert_eq!(interview.standing(&place(question)), standing, "{question} after {answers:?}");
        assert_eq!(steps(&interview).contains(&question.to_owned()), standing == Asked);
    }
}

#[test]
fn a_block_of_a_repeat_is_asked_row_by_row_and_then_for_more_rows() {
    let answers = [
        ("outsource", YES),
        ("asset_name@a1", r#"Text("x")"#),
        ("asset_kind@a1", r#"Choice("trade_secret")"#),
        ("asset_name@a2", r#"Text("y")"#),
        ("partner_name@p1", r#"Text("P")"#),
        ("partner_country@p1", r#"Country("VN")"#),
        ("partner_name@p2", r#"Text("Q")"#),
        ("partner_country@p2", r#"Country("IN")"#),
        ("partner_nda@p2", NO),
    ];
    let wanted = [
        "role",
        "outsource",
        "secret",
        "size",
        "care",
        "asset_name@a1",
        "asset_kind@a1",
        "asset_name@a2",
        "asset_kind@a2",
        "+assets",
        "partner_name@p1",
        "partner_country@p1",
        "partner_nda@p1",
        "partner_receives@p1",
        "partner_twin@p1",
        "partner_name@p2",
        "partner_country@p2",
        "partner_nda@p2",
        "partner_receives@p2",
        "partner_twin@p2",
        "+partners",
        "exclusive",
        "partner_audit@p2",
        "weigh_secrecy",
    ];
    let interview = interview(&answers, &[]);
    assert_eq!(steps(&interview), wanted, "the first row is asked about the second one's country too");
}

#[test]
fn a_repeat_that_does_not_apply_takes_its_rows_out_in_every_stage() {
    let rows = [("partner_name@p1", r#"Text("P")"#), ("partner_nda@p1", NO), ("partner_audit@p1", NO)];
    for (gate, standing) in [(YES, Asked), (NO, Out), ("DontKnow", Waiting), ("NotApplicable", Out)] {
        let answers = [rows.as_slice(), &[("outsource", gate)]].concat();
        let interview = interview(&answers, &[]);
        assert_eq!(interview.standing(&place("partner_name@p1")), standing, "{gate}");
        let asks_for_rows = steps(&interview).contains(&"+partners".to_owned());
        assert_eq!(asks_for_rows, standing == Asked, "{gate}");
        let audit = interview.standing(&place("partner_audit@p1"));
        assert_eq!(audit == Out, standing == Out, "{gate}: a later stage");
    }
}

#[test]
fn a_statement_about_a_list_waits_until_the_list_is_complete() {
    let one =
        [("outsource", YES), ("partner_name@p1", r#"Text("P")"#), ("partner_country@p1", r#"Country("IN")"#)];
    for (lists, exclusive, forum) in [(vec![], Waiting, Waiting), (vec!["partners"], Out, Asked)] {
        let interview = interview(&one, &lists);
        assert_eq!(interview.standing(&place("exclusive")), exclusive);
        assert_eq!(interview.standing(&place("forum")), forum);
    }
    let out = interview(&[("outsource", NO)], &[]);
    assert_eq!(out.standing(&place("exclusive")), Out);
    assert_eq!(out.standing(&place("forum")), Asked, "every one of none");
}

#[test]
fn a_row_that_was_taken_out_is_not_asked() {
    let acts = [
        says("outsource", YES),
        says("partner_name@p1", r#"Text("P")"#),
        says("partner_name@p2", r#"Text("Q")"#),
        complete("partners"),
        remove("partners", "p1"),
    ];
    let interview = Interview::new(offshore(), state(&offshore(), &acts));
    assert_eq!(interview.standing(&place("partner_name@p1")), Out);
    assert_eq!(interview.standing(&place("partner_name@p2")), Asked);
    assert_eq!(interview.standing(&place("exclusive")), Out, "one of two is left");
    assert_eq!(interview.standing(&place("no_such_question")), Out);
}

#[test]
fn an_answer_is_parked_exactly_while_its_branch_is_gone() {
    let base = [("role", r#"Choice("customer")"#), ("home", r#"Country("VN")"#), ("story", r#"Text("s")"#)];
    let parked = |gate: &str| {
        let interview = interview(&[base.as_slice(), &[("role", gate)]].concat(), &[]);
        interview.parked().map(|(place, _)| place.clone()).collect::<Vec<_>>()
    };
    assert_eq!(parked(r#"Choice("vendor")"#), places(&["home", "story"]));
    assert_eq!(parked("DontKnow"), places(&["home", "story"]));
    assert_eq!(parked(r#"Choice("customer")"#), []);
}

#[test]
fn circles_in_a_broken_questionnaire_end() {
    let circle = questionnaire(
        r#"[Stage(id: "s", title: "S", intro: "S.", questions: [
            (id: "a", ask: "?", why: "w", source: [], when: Not(Yes("b")), kind: YesNo),
            (id: "b", ask: "?", why: "w", source: [], when: Not(Yes("a")), kind: YesNo),
            (id: "c", ask: "?", why: "w", source: [], when: Yes("c"), kind: YesNo),
        ])]"#,
    );
    let interview = interview_of(&circle, &[("a", YES), ("b", YES), ("c", YES)], &[]);
    assert_eq!(steps(&interview), ["a"]);
}

/// What the express path asks and leaves out after these answers.
fn express(answers: &[(&str, &str)], lists: &[&str]) -> (Vec<String>, Vec<String>) {
    let state = State { express: true, ..interview(answers, lists).state().clone() };
    let express = Interview::new(offshore(), state);
    (names(express.steps()), names(express.left_out()))
}

#[test]
fn the_express_path_asks_what_is_essential_and_what_was_answered() {
    let (asked, left_out) = express(&[], &[]);
    assert_eq!(asked, ["role", "outsource", "secret", "size"]);
    assert_eq!(left_out, ["care", "+assets"], "what waits for an answer is not known to be left out");

    let (asked, left_out) = express(
        &[
            ("secret", YES),
            ("outsource", YES),
            ("care", "DontKnow"),
            ("asset_name@a1", r#"Text("A")"#),
            ("partner_name@p1", r#"Text("P")"#),
        ],
        &[],
    );
    let wanted = "role outsource secret size care asset_name@a1 partner_name@p1 partner_country@p1 +partners";
    assert_eq!(asked.join(" "), wanted);
    assert_eq!(left_out.join(" "), "goals asset_kind@a1 +assets partner_receives@p1");
    let (_, left_out) = express(&[], &["assets"]);
    assert_eq!(left_out, ["care"], "a list that is complete is not left out");
}

#[test]
fn an_answer_on_the_express_path_counts_and_a_missing_one_is_unknown() {
    let at = |place: &str| crate::engine::fixture::place(place);
    let with = |answers| State { express: true, ..interview(answers, &[]).state().clone() };
    let open = Interview::new(offshore(), with(&[("secret", YES), ("size", "Number(1)")]));
    assert_eq!(open.standing(&at("goals")), Standing::LeftOut);
    assert_eq!(open.standing(&at("budget")), Waiting, "as long as what it hangs on is unanswered");
    let said = Interview::new(
        offshore(),
        with(&[("secret", YES), ("size", "Number(1)"), ("goals", r#"Choices(["cost"])"#)]),
    );
    assert_eq!(said.standing(&at("goals")), Asked);
    assert_eq!(said.standing(&at("budget")), Standing::LeftOut);
    let visited =
        State { visit: Some(Act::Visit { at: Some(at("goals")), repeat: None }), ..with(&[("secret", YES)]) };
    let visited = Interview::new(offshore(), visited);
    assert_eq!(visited.standing(&at("goals")), Asked, "one can go there");
    assert_eq!(visited.resume(), Some(&Step::Ask(at("goals"))));
}

proptest! {
    /// The express path is the full interview with steps passed over: every answer means the same, and nothing that is
    /// asked hangs on what is left out.
    #[test]
    fn the_express_path_only_passes_over(state in states()) {
        let full = Interview::new(offshore(), state.clone());
        let express = Interview::new(offshore(), State { express: true, ..state });
        prop_assert!(full.left_out().is_empty());
        prop_assert_eq!(full.findings(), express.findings());
        prop_assert_eq!(full.readiness(), express.readiness());
        prop_assert_eq!(full.parked().count(), express.parked().count());
        for step in full.steps() {
            let (asks, leaves) = (express.steps().contains(step), express.left_out().contains(step));
            prop_assert!(!(asks && leaves));
            prop_assert!(asks || leaves || !full.is_open(step), "{:?} is lost", step);
            if let Step::Ask(place) = step {
                prop_assert_eq!(express.standing(place), if leaves { Standing::LeftOut } else { Asked });
            }
        }
        let in_order = |steps: &[Step]| full.steps().iter().filter(|step| steps.contains(step)).cloned().collect::<Vec<_>>();
        prop_assert_eq!(in_order(express.steps()), express.steps());
        prop_assert_eq!(in_order(express.left_out()), express.left_out());
        let by_stage: usize = express.left_out_by_stage().iter().map(|(_, steps)| steps).sum();
        prop_assert_eq!(by_stage, express.left_out().len());
        prop_assert!(express.to_come().all(|question| question.essential));
    }

    #[test]
    fn asked_is_exactly_what_its_gates_let_in(state in states()) {
        let questionnaire = offshore();
        let interview = Interview::new(Arc::clone(&questionnaire), state);
        let asked: Vec<&Place> = interview.asked().collect();
        for place in all_places(&questionnaire, interview.state()) {
            let question = questionnaire.question(&place.question).expect("a question of the fixture");
            let repeat = question.row_of.as_ref().and_then(|id| questionnaire.repeat(&id.value));
            let row = repeat.zip(place.row.as_deref()).map(|(repeat, row)| (repeat.id.value.as_str(), row));
            let judge = |when: &Option<Condition>, scope: Scope<'_>| {
                when.as_ref().map_or(Truth::True, |when| interview.scene().judge(when, scope).truth)
            };
            let own = judge(&question.when, row.as_slice());
            let list = repeat.map_or(Truth::True, |repeat| judge(&repeat.when, &[]));
            let wanted = match (own, list) {
                (Truth::True, Truth::True) => Asked,
                (Truth::False, _) | (_, Truth::False) => Out,
                _ => Waiting,
            };
            prop_assert_eq!(interview.standing(&place), wanted, "{:?}", &place);
            prop_assert_eq!(asked.iter().filter(|other| ***other == place).count(), usize::from(wanted == Asked));
        }
    }

    #[test]
    fn the_order_is_the_questionnaires(state in states()) {
        let questionnaire = offshore();
        let interview = Interview::new(Arc::clone(&questionnaire), state);
        let row = |place: &Place| place.row.as_ref().map(|row| row.rsplit('-').next().map(str::to_owned));
        // Of one row, and of one question over its rows, the order is plain; blocks are checked by example.
        let asked: Vec<&Place> = interview.asked().collect();
        for (n, a) in asked.iter().enumerate() {
            for b in &asked[n + 1..] {
                let (before, after) = (questionnaire.position(&a.question), questionnaire.position(&b.question));
                if before == after {
                    prop_assert!(row(a) < row(b), "{:?} {:?}", a, b);
                } else if row(a) == row(b) {
                    prop_assert!(before < after, "{:?} {:?}", a, b);
                }
            }
        }
        let stages: Vec<usize> = interview.steps().iter().map(|step| interview.stage_of(step)).collect();
        prop_assert!(stages.is_sorted());
    }

    #[test]
    fn answers_of_a_branch_that_goes_and_returns_are_as_they_were(state in states(), gate in 0usize..3) {
        let questionnaire = offshore();
        let there = |state: State| Interview::new(Arc::clone(&questionnaire), state);
        let before = there(state.clone());
        let gate = place(["role", "outsource", "secret"][gate]);
        let mut gone = state.clone();
        gone.answers.remove(&gate);
        let gone = there(gone);
        for (place, given) in &state.answers {
            let parked = gone.parked().any(|(other, _)| other == place);
            prop_assert_eq!(parked, *place != gate && gone.standing(place) != Asked);
            prop_assert!(*place == gate || gone.state().answers.get(place) == Some(given), "kept");
        }
        let mut back = gone.state().clone();
        back.answers.extend(state.answers.get(&gate).map(|given| (gate.clone(), given.clone())));
        let back = there(back);
        prop_assert_eq!(back.steps(), before.steps());
        prop_assert_eq!(back.findings(), before.findings());
        prop_assert_eq!(back.readiness(), before.readiness());
    }

    #[test]
    fn parked_answers_change_no_conclusion(state in states()) {
        let questionnaire = offshore();
        let full = Interview::new(Arc::clone(&questionnaire), state.clone());
        let mut bare = state;
        for (place, _) in full.parked() {
            bare.answers.remove(place);
        }
        let bare = Interview::new(questionnaire, bare);
        prop_assert_eq!(full.steps(), bare.steps());
        prop_assert_eq!(full.findings(), bare.findings());
        prop_assert_eq!(full.readiness(), bare.readiness());
        prop_assert_eq!(full.to_come().count(), bare.to_come().count());
        prop_assert_eq!(full.progress(None), bare.progress(None));
    }
}
