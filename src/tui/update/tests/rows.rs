//! Lists of rows: named, half typed, taken out, closed.

use crate::engine::fixture::{place, session};
use crate::model::{Act, Answer, Value};
use crate::tui::model::Overlay;

use super::player::{Player, VENDOR};

#[test]
fn rows_are_named_left_open_and_taken_out() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter");
    assert_eq!(player.at(), "[assets]", "`start` waits for `care`");
    player.keys("Code enter");
    assert_eq!(player.at(), "asset_kind@a1");
    player.keys("1 enter");
    assert_eq!(player.at(), "[assets]");
    player.keys("up up del");
    assert!(matches!(player.desk().overlay, Some(Overlay::Remove(..))));
    player.keys("y");
    assert!(player.desk().interview.state().rows("assets").is_empty());
    assert_eq!(player.desk().interview.parked().count(), 2, "its answers are kept");
    player.keys("Recipe enter");
    assert_eq!(player.at(), "asset_kind@a2", "an id is not used twice");
    player.keys("2 enter enter");
    assert_eq!(player.at(), "[partners]", "the cursor stood on `no more`");
}

#[test]
fn enter_on_a_row_opens_that_row_and_not_one_of_the_same_name_in_another_list() {
    let says = |at: &str, name: &str| Act::Answer {
        at: place(at),
        to: Answer::Value(match name {
            "yes" => Value::YesNo(true),
            name => Value::Text(name.into()),
        }),
    };
    let acts = [
        says("outsource", "yes"),
        says("asset_name@x", "Recipe"),
        says("partner_name@x", "Acme"),
        Act::Visit { at: None, repeat: Some("partners".into()) },
    ];
    let mut player = Player::resuming(session((0..).zip(acts)).entries);
    player.keys("up up up enter");
    assert_eq!(player.at(), "partner_name@x");
}

#[test]
fn a_half_typed_row_survives_and_goes_once_it_is_a_row() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter").keys("Acm").keys("^c");
    let mut again = player.restarted();
    assert_eq!(again.at(), "[assets]");
    again.keys("e enter 1 enter");
    assert_eq!(again.answer("asset_name@a1"), Some(&Answer::Value(Value::Text("Acme".into()))));
    let typed = again.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft);
    assert_eq!(typed, None, "the name is no draft any more");
}

#[test]
fn naming_no_row_is_said_and_not_assumed() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter").keys("Code enter 2 enter enter");
    player.keys("Acme enter f:3 enter");
    assert_eq!(player.at(), "partner_receives@p1");
    player.keys("enter");
    assert_eq!(player.answer("partner_receives@p1"), None);
    player.keys("2 enter");
    assert_eq!(player.answer("partner_receives@p1"), Some(&Answer::Value(Value::Rows(Vec::new()))));
}

#[test]
fn a_half_typed_row_is_not_passed_over() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter").keys("Code enter 1 enter Bar down enter");
    assert_eq!(player.at(), "[assets]");
    assert!(player.notice().contains("“Bar” is not added yet"), "{}", player.notice());
    player.keys("up up enter ^p list enter");
    assert_eq!(
        player.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft).as_deref(),
        Some("Bar")
    );
}

#[test]
fn a_row_named_to_a_closed_list_is_one_step_back() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter").keys("Code enter 1 enter enter");
    assert_eq!(player.at(), "[partners]");
    player.keys("back Recipe enter");
    assert_eq!(player.at(), "asset_kind@a2");
    player.keys("^z");
    let state = player.desk().interview.state();
    assert_eq!((state.rows("assets").len(), state.complete.contains("assets")), (1, true));
}

#[test]
fn an_answer_that_named_a_row_taken_out_is_unanswered_again() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter f:3 enter f:3 enter").keys("Code enter 2 enter enter");
    player.keys("Acme enter f:3 enter 1 enter");
    assert_eq!(player.answer("partner_receives@p1"), Some(&Answer::Value(Value::Rows(vec!["a1".into()]))));
    player.keys("^p asset: enter up up del y");
    assert_eq!(player.answer("partner_receives@p1"), None);
    player.keys("^z");
    assert!(player.answer("partner_receives@p1").is_some());
}
