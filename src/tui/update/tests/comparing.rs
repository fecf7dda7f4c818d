//! The candidates side by side.

use super::*;
use crate::engine::fixture::{YES, complete, says};
use crate::model::Entry;
use crate::tui::editor::Editor;
use crate::tui::model::Beside;

/// Two candidates, at a text that can be typed into.
fn two(more: &[(&str, &str)]) -> Player {
    let answers = [
        ("outsource", YES),
        ("partner_name@p1", r#"Text("Pune")"#),
        ("partner_name@p2", r#"Text("Hue")"#),
        ("secret", "YesNo(false)"),
    ];
    let acts = answers.iter().chain(more).map(|(at, to)| says(at, to)).chain([complete("partners")]);
    let entries: Vec<Entry> = session(acts.map(|act| (1, act))).entries;
    let mut player = Player::resuming(entries);
    player.keys("^p many enter");
    assert_eq!(player.at(), "size");
    player
}

fn beside(player: &Player) -> Beside {
    let Some(Overlay::Compare(beside)) = &player.desk().overlay else { panic!("the comparison is open") };
    *beside
}

fn weight(player: &Player) -> Option<u8> {
    match player.answer("weigh_secrecy") {
        Some(Answer::Value(Value::Scale(step))) => Some(*step),
        None => None,
        other => panic!("no weight: {other:?}"),
    }
}

#[test]
fn a_weight_is_changed_where_it_is_seen_and_nothing_typed_is_lost() {
    let mut player = two(&[]);
    player.keys("x12 ^t");
    assert_eq!((beside(&player), weight(&player)), (Beside::default(), None));
    player.keys("+");
    assert_eq!(weight(&player), Some(4), "one more than the usual three");
    player.keys("+ - + +");
    assert_eq!((weight(&player), player.notice()), (Some(5), "5 is the most it can count"));
    assert_eq!((beside(&player), player.at().as_str()), (Beside::default(), "size"), "it stays open");
    assert_eq!(player.restarted().at(), "size");
    player.keys("^t");
    assert!(player.desk().overlay.is_none());
    let typed = player.desk().editor.as_ref().and_then(Editor::draft);
    assert_eq!(typed.as_deref(), Some("x12"));
}

#[test]
fn a_changed_weight_is_an_entry_that_undo_takes_back() {
    let mut player = two(&[("weigh_secrecy", "Scale(2)")]);
    player.keys("^t - -");
    assert_eq!((weight(&player), player.notice()), (Some(1), "1 is the least it can count"));
    player.keys("esc ^z");
    assert_eq!(
        (weight(&player), player.at().as_str()),
        (Some(2), "weigh_secrecy"),
        "and shows where it is asked"
    );
    player.keys("^y");
    assert_eq!(weight(&player), Some(1));
}

#[test]
fn a_weight_that_is_changed_at_its_own_question_shows_in_the_field() {
    let mut player = two(&[]);
    player.keys("^p secrecy enter");
    assert_eq!(player.at(), "weigh_secrecy");
    player.keys("1 ^t + esc");
    assert_eq!(weight(&player), Some(4), "what was chosen and not entered does not count");
    let chosen = player.desk().editor.as_ref().map(Editor::value);
    assert_eq!(chosen, Some(Ok(Some(Value::Scale(4)))));
}

#[test]
fn a_weight_that_is_not_asked_is_left_alone() {
    let mut player = two(&[]);
    let entries = player.disk.len();
    player.keys("^t down +");
    assert_eq!(player.notice(), "“Place” counts 3 of 5 for now: the question that sets it isn't asked yet");
    assert_eq!(player.disk.len(), entries);
    player.keys("esc");
    let mut open = two(&[("exclusive", YES)]);
    open.keys("^t down +");
    assert_eq!(open.answer("weigh_place"), Some(&Answer::Value(Value::Scale(4))));
}

#[test]
fn arrows_choose_and_stop_at_the_ends() {
    let mut player = two(&[]);
    player.keys("^t down down down down");
    assert_eq!(beside(&player), Beside { criterion: 2, candidate: 0, scrolled: 0 });
    player.keys("up right right");
    assert_eq!(beside(&player), Beside { criterion: 1, candidate: 1, scrolled: 0 });
    player.keys("left left x enter");
    assert_eq!(beside(&player).candidate, 0);
}

#[test]
fn with_fewer_than_two_there_is_nothing_to_weigh() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("^t + - down right");
    assert_eq!(beside(&player), Beside::default());
    assert_eq!((player.disk.len(), player.notice()), (1, ""));
}

#[test]
fn a_disk_that_refuses_keeps_the_weight_as_it_was() {
    let mut player = two(&[]);
    player.broken = true;
    player.keys("^t +");
    assert_eq!((weight(&player), player.notice()), (None, "The disk is full"));
    beside(&player);
}
