//! Fields: what is entered, left open, noted, emptied, taken back.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::engine::fixture::place;
use crate::model::{Answer, Speaker, Value};
use crate::tui::message::message;

use super::player::{Player, VENDOR};

#[test]
fn tab_saves_a_good_value_and_refuses_to_leave_a_bad_one_unsaid() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12 tab");
    assert_eq!(player.answer("size"), Some(&Answer::Value(Value::Number(12.into()))));
    assert_eq!(player.at(), "care");
    player.keys("back bs bs 0 tab");
    assert_eq!(player.at(), "size");
    assert!(player.notice().contains("1 or more"), "{}", player.notice());
}

#[test]
fn the_three_answers_that_are_no_value_and_taking_one_back() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("f:3 enter");
    assert_eq!(player.answer("outsource"), Some(&Answer::DontKnow));
    player.keys("f:3 down enter");
    assert_eq!(player.answer("secret"), Some(&Answer::NotApplicable));
    player.keys("f:3 3 enter");
    assert_eq!(player.answer("size"), Some(&Answer::AskCounsel));
    player.keys("back f:3 4 enter");
    assert_eq!((player.at().as_str(), player.answer("size")), ("size", None));
    player.keys("f:3 4 enter");
    assert!(player.notice().contains("unanswered as it is"), "{}", player.notice());
}

#[test]
fn a_note_is_saved_on_closing_and_what_is_typed_beside_it_stays() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12 f:2 ask Li enter twice esc");
    let notes = &player.desk().interview.state().notes;
    assert_eq!(notes.get(&place("size")).map(String::as_str), Some("askLi\ntwice"));
    assert_eq!(
        player.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft).as_deref(),
        Some("12")
    );
    assert!(player.desk().overlay.is_none());
    player.keys("f:2 ! ^c");
    assert!(player.model.finished);
    let notes = player.restarted();
    assert_eq!(
        notes.desk().interview.state().notes.get(&place("size")).map(String::as_str),
        Some("askLi\ntwice!")
    );
}

#[test]
fn a_country_is_saved_by_tab_and_kept_half_typed() {
    let mut player = Player::new();
    player.keys("down enter y enter n enter").keys("Viet tab");
    assert_eq!(player.answer("home"), Some(&Answer::Value(Value::Country("VN".into()))));
    player.keys("back bs bs bs bs bs bs bs xyz ^c");
    let again = player.restarted();
    assert_eq!(again.at(), "home");
    assert_eq!(
        again.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft).as_deref(),
        Some("xyz")
    );
    let mut player = Player::new();
    player.keys("down enter y enter n enter").keys("down enter");
    assert_eq!(
        player.answer("home"),
        Some(&Answer::Value(Value::Country("AF".into()))),
        "the first of the list"
    );
}

#[test]
fn a_long_text_of_blanks_is_an_emptied_one() {
    let mut player = Player::new();
    player.keys("down enter y enter n enter").keys("Viet enter cheap tab");
    assert!(player.answer("story").is_some());
    player.keys("back bs bs bs bs bs space enter tab");
    assert_eq!(player.answer("story"), None);
    player.keys("^z");
    assert!(player.answer("story").is_some());
}

#[test]
fn an_emptied_field_takes_its_answer_back_however_it_is_left() {
    for leaving in ["tab", "back", "enter", "f:10", "^c"] {
        let mut player = Player::new();
        player.keys(VENDOR).keys("y enter n enter 12 enter ^p many enter bs bs").keys(leaving);
        let again = player.restarted();
        assert_eq!(again.answer("size"), None, "{leaving}");
        let mut undone = again;
        undone.keys("^z");
        assert_eq!(undone.answer("size"), Some(&Answer::Value(Value::Number(12.into()))), "{leaving}");
    }
}

#[test]
fn undo_in_a_long_text_takes_back_typing_first() {
    let mut player = Player::new();
    player.keys("down enter y enter n enter").keys("Viet enter cheap ^z");
    assert_eq!(player.at(), "story");
    assert!(player.answer("home").is_some());
    player.keys("^z ^z ^z ^z ^z");
    assert_eq!((player.at().as_str(), player.answer("home")), ("home", None), "then the answer before it");
}

#[test]
fn browsing_past_dont_know_leaves_it_alone() {
    let mut player = Player::new();
    player.keys("1 f:3 enter back");
    assert_eq!(player.at(), "role");
    player.keys("tab");
    assert_eq!(player.answer("role"), Some(&Answer::DontKnow), "a line merely chosen before is no answer");
    player.keys(VENDOR).keys("n enter 12 f:3 enter back tab");
    assert_eq!(
        player.answer("size"),
        Some(&Answer::DontKnow),
        "what was typed before is kept, and no answer"
    );
    player.keys("back enter");
    assert_eq!(player.answer("size"), Some(&Answer::Value(Value::Number(12.into()))), "until Enter says so");
}

#[test]
fn f3_stands_on_what_was_answered_and_the_speaker_is_remembered() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("f:4 f:3 3 enter back f:3 enter");
    assert_eq!(player.answer("outsource"), Some(&Answer::AskCounsel));
    assert_eq!(player.restarted().model.speaker, Speaker::Counsel);
    player.keys("f:4");
    assert_eq!(player.restarted().model.speaker, Speaker::Client, "though nothing was answered since");
}

#[test]
fn a_paste_goes_into_the_field_and_never_submits() {
    let mut player = Player::new();
    player.keys("down enter y enter n enter").keys("Viet enter");
    assert_eq!(player.at(), "story");
    let paste = message(Event::Paste("one\r\ntwo\x1b[31m\rthree".into()), &player.model).expect("a paste");
    player.take(paste);
    assert_eq!(player.at(), "story");
    let reversing = KeyEvent::new(KeyCode::Char('\u{202e}'), KeyModifiers::NONE);
    assert!(message(Event::Key(reversing), &player.model).is_none(), "a key is made safe like a paste");
    player.keys("tab");
    assert_eq!(player.answer("story"), Some(&Answer::Value(Value::Text("one\ntwo[31m\nthree".into()))));
}

#[test]
fn each_answer_keeps_who_gave_it() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("f:4 y enter f:4 n enter");
    let by = |at: &str| player.desk().interview.state().answers[&place(at)].by;
    assert_eq!(
        (by("role"), by("outsource"), by("secret")),
        (Speaker::Client, Speaker::Counsel, Speaker::Client)
    );
}
