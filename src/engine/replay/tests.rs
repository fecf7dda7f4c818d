mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::engine::accept::accept;
use crate::engine::fixture::{
    NO, YES, at, complete, interview, offshore, place, places, remove, says, session,
};
use crate::engine::interview::Interview;
use crate::engine::route::Step;
use crate::model::Place;

fn replayed(acts: &[Act]) -> State {
    replay(&offshore(), &session((0..).zip(acts.iter().cloned())))
}

fn note(at: &str, text: &str) -> Act {
    Act::Note { at: place(at), text: text.into() }
}

fn draft(at: &str, text: &str) -> Act {
    Act::Draft { at: place(at), text: text.into() }
}

fn visit(at: &str) -> Act {
    Act::Visit { at: Some(place(at)), repeat: None }
}

fn visit_rows(repeat: &str) -> Act {
    Act::Visit { at: None, repeat: Some(repeat.into()) }
}

const EXPRESS: Act = Act::Path { express: true };
const FULL: Act = Act::Path { express: false };
const THE_END: Act = Act::Visit { at: None, repeat: None };

#[test]
fn an_answer_stands_with_who_gave_it_and_when() {
    let mut session = session([(0, says("role", "DontKnow")), (7, says("role", r#"Choice("vendor")"#))]);
    session.entries[1].by = Speaker::Counsel;
    let state = replay(&offshore(), &session);
    let given = &state.answers[&place("role")];
    assert_eq!((given.by, given.at), (Speaker::Counsel, at(7)));
    assert_eq!(given.answer.state(), None);
}

#[test]
fn undo_takes_back_one_act_at_a_time_and_redo_puts_them_back() {
    let acts = [says("secret", YES), note("secret", "a recipe"), says("secret", NO)];
    let after = |more: &[Act]| {
        let state = replayed(&[&acts, more].concat());
        let said = state.answer(&place("secret")).cloned();
        (said, state.notes.len(), state.undoable, state.redoable)
    };
    let said = |to: &str| Some(crate::engine::fixture::answer(to));
    let cases: [(&[Act], _); 8] = [
        (&[], (said(NO), 1, 3, 0)),
        (&[Act::Undo], (said(YES), 1, 2, 1)),
        (&[Act::Undo, Act::Undo], (said(YES), 0, 1, 2)),
        (&[Act::Undo, Act::Undo, Act::Undo, Act::Undo], (None, 0, 0, 3)),
        (&[Act::Undo, Act::Undo, Act::Redo], (said(YES), 1, 2, 1)),
        (&[Act::Undo, Act::Redo, Act::Redo], (said(NO), 1, 3, 0)),
        (&[Act::Undo, says("role", "DontKnow"), Act::Redo], (said(YES), 1, 3, 0)),
        (&[Act::Undo, visit("role"), draft("role", "x"), Act::Redo], (said(NO), 1, 3, 0)),
    ];
    for (more, wanted) in cases {
        assert_eq!(after(more), wanted, "{more:?}");
    }
}

#[test]
fn a_row_begins_with_its_first_answer_and_its_id_is_used_for_good() {
    let named = [says("asset_name@a2", r#"Text("x")"#), says("asset_kind@a1", "DontKnow")];
    let used =
        BTreeSet::from([("assets".to_owned(), "a1".to_owned()), ("assets".to_owned(), "a2".to_owned())]);
    let rows = |more: &[Act]| {
        let state = replayed(&[&named, more].concat());
        assert_eq!(state.used, used, "{more:?}");
        state.rows("assets").join(" ")
    };
    assert_eq!(rows(&[]), "a2 a1", "in the order named");
    assert_eq!(rows(&[Act::Undo]), "a2");
    assert_eq!(rows(&[remove("assets", "a2")]), "a1");
    assert_eq!(rows(&[remove("assets", "a2"), Act::Undo]), "a2 a1", "back in its place");
    assert_eq!(rows(&[remove("partners", "a2")]), "a2 a1", "another list's row");
    assert_eq!(rows(&[Act::Clear { at: place("asset_name@a2") }]), "a2 a1", "a row without a name is a row");
}

#[test]
fn the_answers_of_a_row_return_with_it() {
    let acts = [says("asset_name@a1", r#"Text("x")"#), says("asset_kind@a1", r#"Choice("code")"#)];
    let asked = |more: &[Act]| {
        let interview = Interview::new(offshore(), replayed(&[&acts, more].concat()));
        (interview.progress(Some(1)).answered, interview.parked().count())
    };
    assert_eq!(asked(&[]), (2, 0));
    assert_eq!(asked(&[remove("assets", "a1")]), (0, 2));
    assert_eq!(asked(&[remove("assets", "a1"), Act::Undo]), (2, 0));
}

#[test]
fn a_list_is_complete_until_it_is_opened_again() {
    let open = Act::Complete { repeat: "assets".into(), complete: false };
    let complete_after = |acts: &[Act]| replayed(acts).complete.contains("assets");
    assert!(complete_after(&[complete("assets")]));
    assert!(!complete_after(&[complete("assets"), open.clone()]));
    assert!(complete_after(&[complete("assets"), open, Act::Undo]));
}

#[test]
fn a_note_stands_beside_any_answer_until_it_is_emptied() {
    let notes = |acts: &[Act]| replayed(acts).notes.get(&place("role")).cloned();
    assert_eq!(notes(&[note("role", "a"), says("role", "DontKnow")]).as_deref(), Some("a"));
    assert_eq!(notes(&[note("role", "a"), Act::Clear { at: place("role") }]).as_deref(), Some("a"));
    assert_eq!(notes(&[note("role", "a"), note("role", " \n")]), None);
}

#[test]
fn a_draft_waits_for_a_value() {
    let drafts = |acts: &[Act]| replayed(acts).drafts.into_keys().collect::<Vec<_>>();
    assert_eq!(drafts(&[draft("story", "on"), draft("story", "once")]), places(&["story"]));
    assert_eq!(replayed(&[draft("story", "on"), draft("story", "once")]).drafts[&place("story")], "once");
    assert_eq!(
        drafts(&[draft("story", "once"), says("role", YES), Act::Undo, visit("role")]),
        places(&["story"])
    );
    for keeps in [says("story", "DontKnow"), Act::Clear { at: place("story") }] {
        assert_eq!(drafts(&[draft("story", "once"), keeps]), places(&["story"]), "it is no value");
    }
    for ends in [says("story", r#"Text("Once.")"#), draft("story", "")] {
        assert_eq!(drafts(&[draft("story", "once"), ends]), []);
    }
    assert_eq!(drafts(&[draft("partner_name", "Acm"), says("partner_name@p1", r#"Text("Acme")"#)]), []);
}

#[test]
fn a_person_returns_where_they_went_last_unless_something_followed() {
    let customer = says("role", r#"Choice("customer")"#);
    let next = Some(Step::Ask(place("outsource")));
    let cases: [(&[Act], Option<Step>); 14] = [
        (&[], Some(Step::Ask(place("role")))),
        (std::slice::from_ref(&customer), next.clone()),
        (&[customer.clone(), visit("role")], Some(Step::Ask(place("role")))),
        (&[visit("size"), draft("size", "1")], Some(Step::Ask(place("size")))),
        (&[visit("size"), note("size", "about")], Some(Step::Ask(place("size")))),
        (&[visit_rows("assets")], Some(Step::Rows("assets".into()))),
        (&[THE_END], None),
        (&[visit("size"), customer.clone()], next.clone()),
        (&[customer.clone(), visit("home"), Act::Undo], Some(Step::Ask(place("role")))),
        (&[customer.clone(), visit("size"), Act::Undo], Some(Step::Ask(place("role")))),
        (&[visit("size"), complete("assets")], Some(Step::Ask(place("role")))),
        (&[visit("home")], Some(Step::Ask(place("role")))),
        (&[visit_rows("partners")], Some(Step::Ask(place("role")))),
        (&[customer.clone(), visit("no_such_question")], next),
    ];
    for (acts, wanted) in cases {
        let interview = Interview::new(offshore(), replayed(acts));
        assert_eq!(interview.resume(), wanted.as_ref(), "{acts:?}");
    }
}

#[test]
fn the_path_is_the_one_taken_last_and_undo_leaves_it_alone() {
    let after = |acts: &[Act]| {
        let state = replayed(acts);
        (state.express, state.undoable, state.redoable)
    };
    let said = says("role", "DontKnow");
    let cases: [(&[Act], _); 5] = [
        (&[], (false, 0, 0)),
        (&[EXPRESS], (true, 0, 0)),
        (&[EXPRESS, said.clone(), Act::Undo, Act::Undo], (true, 0, 1)),
        (&[said.clone(), Act::Undo, EXPRESS, Act::Redo], (true, 1, 0)),
        (&[EXPRESS, said, FULL, Act::Undo], (false, 0, 1)),
    ];
    for (acts, wanted) in cases {
        assert_eq!(after(acts), wanted, "{acts:?}");
    }
}

#[test]
fn only_where_something_is_essential_is_there_an_express_path() {
    let one = |essential: &str| {
        crate::engine::fixture::questionnaire(&format!(
            r#"[Stage(id: "s", title: "S", intro: "S.", questions: [
                (id: "a", {essential} ask: "?", why: "w", source: [], kind: YesNo)])]"#
        ))
    };
    let enter = |essential, act| accept(&Interview::new(one(essential), State::default()), &act);
    assert_eq!(enter("essential: true,", EXPRESS), Ok(()));
    assert_eq!(enter("", EXPRESS), Err(crate::engine::accept::Refusal::NoExpressPath));
    assert_eq!(enter("", FULL), Ok(()));
}

/// What could happen in a session: sensible acts and odd ones.
fn acts() -> impl Strategy<Value = Vec<Act>> {
    let said = prop::sample::select(vec![
        says("role", r#"Choice("customer")"#),
        says("role", r#"Choice("vendor")"#),
        says("outsource", YES),
        says("outsource", NO),
        says("secret", "DontKnow"),
        says("care", "Scale(1)"),
        says("home", r#"Country("VN")"#),
        says("asset_name@a1", r#"Text("x")"#),
        says("asset_kind@a1", r#"Choice("trade_secret")"#),
        says("asset_name@a2", r#"Text("y")"#),
        says("partner_name@p1", r#"Text("P")"#),
        says("partner_receives@p1", r#"Rows(["a1"])"#),
        says("partner_receives@p1", "Rows([])"),
        says("partner_name@p2", "AskCounsel"),
        says("forum", r#"Choice("courts")"#),
    ]);
    let done = prop::sample::select(vec![
        Act::Clear { at: place("role") },
        Act::Clear { at: place("asset_name@a1") },
        note("role", "sure?"),
        note("role", ""),
        remove("assets", "a1"),
        remove("partners", "p1"),
        complete("assets"),
        complete("partners"),
        Act::Complete { repeat: "assets".into(), complete: false },
        visit("home"),
        visit("partner_audit@p1"),
        visit_rows("partners"),
        THE_END,
        draft("home", "Vie"),
        draft("asset_name@a3", "so"),
        draft("home", ""),
        EXPRESS,
        EXPRESS,
        FULL,
    ]);
    let act = prop_oneof![4 => said, 3 => done, 2 => Just(Act::Undo), 1 => Just(Act::Redo)];
    prop::collection::vec(act, 0..40)
}

/// Undo and redo as an editor has them: a line of states, and where on it we are.
struct Naive {
    line: Vec<State>,
    here: usize,
    used: BTreeSet<(String, String)>,
    drafts: BTreeMap<Place, String>,
    express: bool,
}

impl Naive {
    fn after(acts: &[Act]) -> Self {
        let questionnaire = offshore();
        let (line, used, drafts) = (vec![State::default()], BTreeSet::new(), BTreeMap::new());
        let mut naive = Self { line, here: 0, used, drafts, express: false };
        for (n, act) in (0..).zip(acts) {
            match act {
                Act::Undo => naive.here = naive.here.saturating_sub(1),
                Act::Redo => naive.here = (naive.here + 1).min(naive.line.len() - 1),
                Act::Visit { .. } => {}
                Act::Path { express } => naive.express = *express,
                Act::Draft { at, text } => {
                    naive.drafts.remove(at);
                    naive.drafts.extend((!text.is_empty()).then(|| (at.clone(), text.clone())));
                }
                act => {
                    let mut state = naive.line[naive.here].clone();
                    apply(&questionnaire, &mut state, act, Speaker::Client, at(n));
                    naive.line.truncate(naive.here + 1);
                    naive.line.push(state);
                    naive.here += 1;
                }
            }
            if let Act::Answer { at, .. } | Act::Clear { at } = act {
                naive.drafts.remove(at);
            }
            if let Act::Answer { at: Place { question, row: Some(row) }, .. } = act {
                let list = if question.starts_with("asset") { "assets" } else { "partners" };
                naive.used.insert((list.into(), row.clone()));
            }
        }
        naive
    }
}

/// The acts that the program would let in, one after the other.
fn accepted(acts: Vec<Act>) -> Vec<Act> {
    let mut journal: Vec<Act> = Vec::new();
    for act in acts {
        if accept(&Interview::new(offshore(), replayed(&journal)), &act).is_ok() {
            journal.push(act);
        }
    }
    journal
}

proptest! {
    #[test]
    fn a_journal_replays_as_a_line_of_states(acts in acts()) {
        let state = replayed(&accepted(acts.clone()));
        let naive = Naive::after(&accepted(acts));
        let wanted = &naive.line[naive.here];
        prop_assert_eq!(&state.answers, &wanted.answers);
        prop_assert_eq!(&state.notes, &wanted.notes);
        prop_assert_eq!(&state.rows, &wanted.rows);
        prop_assert_eq!(&state.complete, &wanted.complete);
        prop_assert_eq!((state.undoable, state.redoable), (naive.here, naive.line.len() - 1 - naive.here));
        prop_assert_eq!(state.used, naive.used);
        prop_assert_eq!(state.drafts, naive.drafts);
        prop_assert_eq!(state.express, naive.express);
    }

    #[test]
    fn any_prefix_of_any_journal_resumes_at_a_step_that_is_there(acts in acts()) {
        for length in 0..=acts.len() {
            let interview = Interview::new(offshore(), replayed(&acts[..length]));
            let again = Interview::new(offshore(), replayed(&acts[..length]));
            prop_assert_eq!(interview.resume(), again.resume(), "the same each time");
            prop_assert_eq!(interview.state(), again.state());
            if let Some(step) = interview.resume() {
                prop_assert!(interview.steps().contains(step));
            } else {
                prop_assert!(interview.next().is_none() || interview.state().visit == Some(THE_END));
            }
            if let Some(Act::Visit { at: Some(place), .. }) = acts[..length].last() {
                let there = Step::Ask(place.clone());
                prop_assert!(!interview.steps().contains(&there) || interview.resume() == Some(&there));
                prop_assert!(!interview.left_out().contains(&there), "where one goes is no longer left out");
            }
        }
    }

    #[test]
    fn no_row_id_is_given_twice(acts in acts()) {
        let journal = accepted(acts);
        let mut gone: BTreeSet<String> = BTreeSet::new();
        for (length, act) in (1..).zip(&journal) {
            let rows = replayed(&journal[..length]);
            let there = |row: &String| rows.rows("assets").contains(row) || rows.rows("partners").contains(row);
            if let Act::Remove { row, .. } = act {
                gone.insert(row.clone());
            } else if !matches!(act, Act::Undo | Act::Redo) {
                prop_assert!(!gone.iter().any(there), "only undo brings a row back: {:?}", act);
            }
            gone.retain(|row| !there(row));
        }
    }
}

#[test]
fn an_interview_is_what_its_questionnaire_and_state_make_it() {
    let there = interview(&[("role", r#"Choice("customer")"#)], &[]);
    let journal = replayed(&[says("role", r#"Choice("customer")"#)]);
    assert_eq!(there.steps(), Interview::new(Arc::clone(there.questionnaire()), journal).steps());
}
