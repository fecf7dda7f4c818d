//! Key scripts: what a person types, and where that leaves them.

mod comparing;
mod express;
mod fields;
mod leaving;
mod player;
mod reporting;
mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::engine::fixture::{YES, at, offshore, says, session};
use crate::engine::{Interview, Step, apply, enter_all};
use crate::model::{Act, Answer, Speaker, State, Value};
use crate::report::{Edition, compose};
use crate::tui::model::Overlay;

use player::{Player, VENDOR};

#[test]
fn enter_saves_and_goes_on_and_the_journal_holds_one_entry_each() {
    let mut player = Player::new();
    assert_eq!(player.at(), "role");
    player.keys("down enter");
    assert_eq!(player.at(), "outsource");
    player.keys("y enter n enter");
    assert_eq!(player.answer("role"), Some(&Answer::Value(Value::Choice("customer".into()))));
    assert_eq!(player.answer("secret"), Some(&Answer::Value(Value::YesNo(false))));
    assert_eq!(player.at(), "home", "`goals` is asked only of those with secrets");
    assert_eq!(player.desk().session.entries.len(), 3);
}

#[test]
fn enter_without_an_answer_stays_and_says_how_to_go_on() {
    let mut player = Player::new();
    player.keys("enter");
    assert_eq!(player.at(), "role");
    assert!(player.notice().contains("F3"), "{}", player.notice());
    assert!(player.desk().session.entries.is_empty());
}

#[test]
fn going_back_loses_nothing_and_enter_returns_to_the_open_question() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter y enter");
    assert_eq!(player.at(), "goals");
    player.keys("back back");
    assert_eq!(player.at(), "outsource");
    player.keys("enter");
    assert_eq!(player.at(), "goals", "an unchanged answer is not written again");
    player.keys("back back back back back");
    assert_eq!(player.at(), "role");
    assert_eq!(player.notice(), "This is the first question");
}

#[test]
fn every_step_is_the_one_that_a_restart_opens_at() {
    let mut player = Player::new();
    let script = [
        VENDOR,
        "y enter",
        "back",
        "back",
        "tab",
        "tab",
        "tab",
        "space enter",
        "f:3 down enter",
        "5 enter",
        "back",
        "^z",
        "^y",
        "^p car enter",
        "f:6 enter",
        "1 enter",
        "tab",
        "tab",
        "Code enter",
        "tab",
        "back",
    ];
    for keys in script {
        player.keys(keys);
        assert_eq!(player.restarted().at(), player.at(), "after {keys}");
    }
}

#[test]
fn what_is_half_typed_is_there_after_leaving_by_any_way() {
    for leaving in ["back", "^p side enter", "f:3 enter", "f:10", "^c", "^z"] {
        let mut player = Player::new();
        player.keys(VENDOR).keys("y enter n enter").keys("x12");
        assert_eq!(player.at(), "size");
        player.keys(leaving);
        let mut again = player.restarted();
        again.keys("^p many enter");
        assert_eq!(again.at(), "size", "{leaving}");
        let typed = again.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft);
        assert_eq!(typed.as_deref(), Some("x12"), "{leaving}");
    }
}

#[test]
fn undo_goes_back_to_where_it_happened_and_redo_forth() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter y enter");
    player.keys("^z");
    assert_eq!((player.at().as_str(), player.answer("secret")), ("secret", None));
    player.keys("^z ^z");
    assert_eq!((player.at().as_str(), player.answer("role")), ("role", None));
    player.keys("^z");
    assert_eq!(player.notice(), "There is nothing to undo");
    player.keys("^y ^y ^y");
    assert_eq!(player.answer("secret"), Some(&Answer::Value(Value::YesNo(true))));
    player.keys("^y");
    assert_eq!(player.notice(), "There is nothing to redo");
}

#[test]
fn going_to_where_one_stands_closes_what_lies_over_it() {
    let mut player = Player::new();
    player.keys(VENDOR);
    for keys in ["f:6 enter", "^p others enter"] {
        player.keys(keys);
        assert!(player.desk().overlay.is_none(), "{keys}");
        assert_eq!(player.at(), "outsource", "{keys}");
    }
    assert_eq!(player.disk.len(), 1, "and writes nothing");
}

#[test]
fn the_review_lists_open_lists_too_and_begins_where_the_person_stands() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter tab f:6");
    let Some(Overlay::Review(review)) = &player.desk().overlay else { panic!("the review is open") };
    let steps = review.steps(&player.desk().interview);
    assert_eq!(steps.get(review.selected), player.desk().at.as_ref());
    assert!(steps.contains(&Step::Rows("assets".into())));
    player.keys("esc f:6 down down enter");
    assert_eq!(player.at(), "[assets]");
}

#[test]
fn a_full_disk_keeps_the_person_and_their_words_where_they_are() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter");
    player.broken = true;
    player.keys("12 enter");
    assert_eq!((player.at().as_str(), player.answer("size")), ("size", None));
    assert_eq!(player.notice(), "The disk is full");
    player.keys("^c");
    assert!(!player.model.finished, "the first ^C says what would be lost");
    assert!(player.notice().contains("again"), "{}", player.notice());
    player.keys("^c");
    assert!(player.model.finished);
}

#[test]
fn parked_answers_come_back_with_their_branch() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter y enter space enter");
    assert!(player.answer("goals").is_some());
    player.keys("^p secret enter n enter");
    assert_eq!(player.desk().interview.parked().count(), 1);
    player.keys("^p secret enter y enter");
    assert_eq!(player.desk().interview.parked().count(), 0);
    assert!(player.answer("goals").is_some());
}

#[test]
fn an_answer_that_no_longer_fits_is_told_and_leads_to_its_question() {
    let of_before = session([(0, says("role", YES)), (1, says("gone", YES)), (2, says("outsource", YES))]);
    let mut player = Player::resuming(of_before.entries);
    assert_eq!(player.at(), "role", "it is unanswered");
    player.keys("^p secret enter f:6 right right right down enter");
    assert_eq!(player.at(), "role", "one can go to it");
    player.keys("f:6 right right right enter");
    assert_eq!(player.notice(), "The question that this answer was given to is not asked as things stand");
    player.keys("esc").keys(VENDOR);
    assert_eq!(player.desk().interview.parked().count(), 1, "answered anew");
}

/// What the answers mean, however they were given: what is asked, what was found, how ready, what is parked, and the
/// report of it all, but for what was only begun and where the person stands.
fn meaning(interview: &Interview) -> impl PartialEq + std::fmt::Debug {
    let parked: Vec<_> =
        interview.parked().map(|(place, given)| (place.clone(), given.answer.clone())).collect();
    let given = State { drafts: BTreeMap::new(), visit: None, ..interview.state().clone() };
    let given = Interview::new(Arc::clone(interview.questionnaire()), given);
    let report = compose(&given, &session(Vec::new()).header, at(0), &Edition::Counsel);
    (given.steps().to_vec(), given.findings().to_vec(), given.readiness(), parked, report)
}

/// The answers that stand, as `safeshore answer` would be told them: those that apply, then the lists that are complete.
fn retold(interview: &Interview) -> Vec<Act> {
    let state = interview.state();
    let told = interview
        .asked()
        .filter_map(|place| Some(Act::Answer { at: place.clone(), to: state.answer(place)?.clone() }));
    let complete =
        state.complete.iter().map(|repeat| Act::Complete { repeat: repeat.clone(), complete: true });
    told.chain(complete).collect()
}

proptest::proptest! {
    /// The screen and the command are one engine: the same answers, given in a batch, mean the same.
    #[test]
    fn answers_mean_the_same_typed_or_told(presses in proptest::collection::vec(0usize..15, 0..80)) {
        const KEYS: [&str; 15] = [
            "enter", "enter", "enter", "down", "down", "up", "tab", "space", "y", "n", "1", "2", "In", "f:3 enter", "^l",
        ];
        let mut player = Player::new();
        for press in presses {
            player.keys(KEYS[press]);
        }
        let typed = &player.desk().interview;
        proptest::prop_assume!(typed.parked().count() == 0);
        let blank = Interview::new(offshore(), State::default());
        let acts = enter_all(&blank, &retold(typed)).expect("what could be typed can be told");
        let mut state = State { express: typed.state().express, ..State::default() };
        for act in &acts {
            apply(blank.questionnaire(), &mut state, act, Speaker::Client, at(0));
        }
        let told = Interview::new(offshore(), state);
        proptest::prop_assert_eq!(meaning(&told), meaning(typed));
    }

    /// Whatever is pressed: nothing panics, and a program that is killed and started again stands at the same step
    /// with the same answers.
    #[test]
    fn any_keys_leave_a_journal_that_leads_back_here(presses in proptest::collection::vec(0usize..40, 0..60)) {
        const KEYS: [&str; 40] = [
            "enter", "enter", "enter", "down", "down", "up", "tab", "back", "space", "y", "n", "1", "2", "abc", "f:2",
            "f:3", "f:5", "f:6", "^p", "^z", "^y", "esc", "del", "bs", "f:1", "f:4", "^l", "^l", "^t", "+", "-",
            "^o", "^o", "f:7", "f:7", "t", "o", "left", "right", "end",
        ];
        let mut player = Player::new();
        for press in presses {
            player.keys(KEYS[press]);
            let again = player.restarted();
            proptest::prop_assert_eq!(again.at(), player.at());
            proptest::prop_assert_eq!(again.desk().interview.state(), player.desk().interview.state());
        }
    }
}
