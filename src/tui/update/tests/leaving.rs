//! Leaving, and coming to the first screen.

use crossterm::event::Event;

use super::*;
use crate::engine::fixture::at;
use crate::tui::message::message;

use super::player::{Player, VENDOR, keys};

#[test]
fn keys_do_nothing_while_nobody_can_see_what_they_do() {
    let mut player = Player::new();
    player.take(Message::Resize(30, 5));
    player.keys(VENDOR).keys("f:3 enter");
    assert!(player.disk.is_empty());
    player.keys("^c");
    assert!(player.model.finished, "but leaving is always possible");
}

#[test]
fn a_person_can_leave_though_nothing_can_be_saved() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12");
    player.broken = true;
    player.keys("f:10");
    assert!(player.notice().contains("again"), "{}", player.notice());
    player.keys("f:10");
    assert!(matches!(player.model.screen, Screen::Home(_)));
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12");
    player.broken = true;
    player.keys("f:10");
    player.broken = false;
    player.keys("f:10");
    let mut again = player.restarted();
    assert_eq!(
        again.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft).as_deref(),
        Some("12")
    );
    again.keys("enter");
    assert!(again.answer("size").is_some(), "asking again tries again");
}

#[test]
fn a_hangup_saves_what_is_typed() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12");
    player.take(Message::Hangup);
    assert!(player.model.finished);
    let again = player.restarted();
    assert_eq!(again.at(), "size");
    assert_eq!(
        again.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft).as_deref(),
        Some("12")
    );
}

#[test]
fn leaving_goes_to_the_list_and_from_there_out() {
    let mut player = Player::new();
    player.keys("f:1 f:10");
    assert!(player.desk().overlay.is_none(), "F10 closes what lies on top first");
    player.keys("f:10");
    assert!(matches!(player.model.screen, Screen::Home(_)));
    player.keys("f:10");
    assert!(player.model.finished);
}

#[test]
fn a_new_interview_wants_a_name() {
    let mut player = Player::new();
    player.keys("f:10 enter enter");
    assert!(player.notice().contains("name"), "{}", player.notice());
    let Screen::Home(home) = &player.model.screen else { panic!("at the first screen") };
    assert!(home.naming.is_some());
    for key in keys("Acme") {
        player.take(message(Event::Key(key), &player.model).expect("a key"));
    }
    let asked = update(&mut player.model, Message::Type(keys("enter")[0]), at(9));
    assert_eq!(asked, Some(Effect::Create { title: "Acme".into(), express: false }));
}
