//! The express path: what it passes over, and the way to the full interview and back.

use super::*;
use crate::tui::editor::Editor;
use crate::tui::message::message;
use crate::tui::model::Offer;

use super::player::{Player, VENDOR, keys};
use crossterm::event::Event;

/// A player who has taken the express path at the first question.
fn express() -> Player {
    let mut player = Player::new();
    player.keys("^l");
    assert!(player.desk().interview.state().express);
    player
}

fn draft(player: &Player) -> Option<String> {
    player.desk().editor.as_ref().and_then(Editor::draft)
}

#[test]
fn only_what_is_essential_is_asked_and_one_key_goes_on_with_the_rest() {
    let mut player = express();
    assert_eq!(player.at(), "role", "nobody is moved from where they stand");
    assert!(player.notice().contains("2 questions left out"), "{}", player.notice());
    player.keys(VENDOR).keys("n enter y enter");
    assert_eq!(player.at(), "size", "`goals` applies, and is passed over");
    player.keys("9 enter");
    assert_eq!(player.at(), "end");
    assert_eq!(player.restarted().at(), "end", "and stays there");
    player.keys("^l");
    assert!(player.notice().contains("4 questions more"), "{}", player.notice());
    assert_eq!(player.at(), "goals", "the first one that was left out");
    assert_eq!(player.restarted().at(), "goals");
    player.keys("space enter");
    assert_eq!(player.at(), "care");
}

#[test]
fn the_other_path_leaves_the_person_and_their_words_where_they_are() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("n enter n enter").keys("4x");
    assert_eq!(player.at(), "size");
    for _ in 0..2 {
        player.keys("^l");
        assert_eq!((player.at().as_str(), draft(&player).as_deref()), ("size", Some("4x")));
        assert_eq!(draft(&player.restarted()).as_deref(), Some("4x"));
    }
    player.keys("bs enter");
    assert_eq!(player.at(), "care");
    player.keys("^l");
    assert_eq!(player.at(), "care", "though the express path would not have come here");
    assert_eq!(player.restarted().at(), "care");
    player.keys("1 enter");
    assert_eq!(player.at(), "end");
    player.keys("back");
    assert_eq!(player.at(), "care", "what was answered stays a step");
}

#[test]
fn an_answer_that_is_taken_back_is_left_out_only_when_the_person_goes_on() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("n enter y enter space enter");
    player.keys("^l ^p want enter");
    assert_eq!(player.at(), "goals");
    player.keys("f:3 4 enter");
    assert_eq!((player.at().as_str(), player.answer("goals")), ("goals", None));
    assert_eq!(player.restarted().at(), "goals");
    player.keys("tab back");
    assert_eq!(player.at(), "secret");
}

#[test]
fn an_emptied_field_that_is_left_out_now_is_followed_by_the_next_step() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12 enter 1 enter 5").keys("space EUR enter");
    assert!(player.answer("budget").is_some(), "{}", player.notice());
    player.keys("^l ^p cost enter");
    assert_eq!(player.at(), "budget");
    player.keys("bs bs bs bs bs bs bs bs tab");
    assert_eq!((player.at().as_str(), player.answer("budget")), ("[partners]", None));
    assert_eq!(player.restarted().at(), "[partners]");
}

#[test]
fn a_list_that_would_be_left_out_is_not_taken_from_under_the_person() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("n enter n enter ^p asset enter");
    assert_eq!(player.at(), "[assets]");
    player.keys("Pu ^l mp");
    assert_eq!((player.at().as_str(), draft(&player).as_deref()), ("[assets]", Some("Pump")));
    assert_eq!(player.restarted().at(), "[assets]");
    player.keys("enter");
    assert_eq!(player.at(), "size", "what is essential comes next");
    assert_eq!(player.desk().interview.state().rows("assets").len(), 1);
}

#[test]
fn undo_takes_answers_back_and_not_the_path() {
    let mut player = express();
    player.keys(VENDOR).keys("^z ^z");
    assert_eq!(player.notice(), "There is nothing to undo");
    assert!(player.desk().interview.state().express);
    player.keys("^y");
    assert!(player.answer("role").is_some());
}

#[test]
fn undo_goes_back_to_a_question_that_is_left_out_without_its_answer() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("n enter n enter 9 enter 1 enter ^l");
    assert!(player.answer("care").is_some());
    player.keys("^p many enter ^z");
    assert_eq!((player.at().as_str(), player.answer("care")), ("care", None));
    assert_eq!(player.restarted().at(), "care");
}

#[test]
fn a_list_is_asked_for_where_its_rows_are_named_on_the_express_path() {
    let mut player = express();
    player.keys(VENDOR).keys("y enter n enter 9 enter");
    assert_eq!(player.at(), "[partners]", "the list of assets is left out");
    player.keys("Acme enter");
    assert_eq!(player.at(), "partner_country@p1");
    player.keys("f:3 enter down enter");
    assert_eq!(player.at(), "end");
}

#[test]
fn a_new_interview_is_begun_on_the_path_that_was_chosen() {
    let offered = |essential| Some(Offer { questions: 20, essential, minutes: 4 });
    for (essential, script, express) in [(8, "down", true), (8, "down up", false), (0, "down", false)] {
        let mut player = Player::new();
        player.keys("f:10");
        let Screen::Home(home) = &mut player.model.screen else { panic!("at the first screen") };
        home.offer = offered(essential);
        home.naming = Some(Box::default());
        for word in ["A", script] {
            for key in word.split(' ').flat_map(keys) {
                player.take(message(Event::Key(key), &player.model).expect("a key"));
            }
        }
        let asked = update(&mut player.model, Message::Type(keys("enter")[0]), at(9));
        assert_eq!(asked, Some(Effect::Create { title: "A".into(), express }), "{essential} {script}");
    }
}
