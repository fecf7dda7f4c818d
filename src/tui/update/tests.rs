//! Key scripts: what a person types, and where that leaves them. The disk is a list that can be made to fail.

use std::collections::BTreeMap;
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::engine::fixture::{at, offshore, place, session};
use crate::engine::{Interview, Step, apply, enter_all};
use crate::model::{Act, Answer, Entry, Place, Speaker, State, Value};
use crate::report::compose;
use crate::tui::message::{Opened, message};
use crate::tui::model::{Departing, Desk, Overlay};
use crate::tui::theme::Theme;

/// A person at a keyboard, and a disk behind the program.
struct Player {
    model: Model,
    /// Every entry that was ever put on disk.
    disk: Vec<Entry>,
    /// Whether the disk refuses.
    broken: bool,
    seconds: i64,
}

impl Player {
    /// In a new interview on the fixture.
    fn new() -> Self {
        Self::resuming(Vec::new())
    }

    /// In an interview that was left.
    fn resuming(entries: Vec<Entry>) -> Self {
        let model = Model {
            screen: Screen::Home(Home::default()),
            notice: None,
            size: (120, 40),
            theme: Theme::Plain,
            zone: chrono::FixedOffset::east_opt(0).expect("UTC"),
            speaker: Speaker::Client,
            departing: Departing::default(),
            finished: false,
        };
        let mut player = Self { model, disk: entries.clone(), broken: false, seconds: 1_000 };
        let mut left = session(Vec::new());
        left.entries = entries;
        let opened = Opened { questionnaire: offshore(), session: left, notices: Vec::new() };
        player.take(Message::Opened(Box::new(opened)));
        player
    }

    fn take(&mut self, message: Message) {
        self.seconds += 1;
        let mut effect = update(&mut self.model, message, at(self.seconds));
        while let Some(asked) = effect {
            let outcome = match asked {
                Effect::Append(..) if self.broken => Message::Failed("The disk is full".into()),
                Effect::Append(entries, then) => {
                    self.disk.extend(entries.clone());
                    Message::Saved(entries, then)
                }
                Effect::List => Message::Listed(Vec::new()),
                other => panic!("no script asks for {other:?}"),
            };
            effect = update(&mut self.model, outcome, at(self.seconds));
        }
    }

    /// Keys by name, separated by blanks; anything that is no name is typed letter by letter.
    fn keys(&mut self, script: &str) -> &mut Self {
        for word in script.split(' ') {
            for key in keys(word) {
                if let Some(message) = message(Event::Key(key), &self.model) {
                    self.take(message);
                }
            }
        }
        self
    }

    fn desk(&self) -> &Desk {
        match &self.model.screen {
            Screen::Desk(desk) => desk,
            Screen::Home(_) => panic!("the person is at the first screen"),
        }
    }

    /// Where the person stands: `question`, `question@row`, `[repeat]` or `end`.
    fn at(&self) -> String {
        match &self.desk().at {
            Some(Step::Ask(Place { question, row: Some(row) })) => format!("{question}@{row}"),
            Some(Step::Ask(Place { question, row: None })) => question.clone(),
            Some(Step::Rows(repeat)) => format!("[{repeat}]"),
            None => "end".into(),
        }
    }

    fn answer(&self, at: &str) -> Option<&Answer> {
        self.desk().interview.state().answer(&place(at))
    }

    fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    /// The same journal in a program that was just started.
    fn restarted(&self) -> Self {
        Self::resuming(self.disk.clone())
    }
}

fn keys(word: &str) -> Vec<KeyEvent> {
    let plain = |code| vec![KeyEvent::new(code, KeyModifiers::NONE)];
    match word {
        "enter" => plain(KeyCode::Enter),
        "down" => plain(KeyCode::Down),
        "up" => plain(KeyCode::Up),
        "tab" => plain(KeyCode::Tab),
        "back" => vec![KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)],
        "esc" => plain(KeyCode::Esc),
        "space" => plain(KeyCode::Char(' ')),
        "del" => plain(KeyCode::Delete),
        "bs" => plain(KeyCode::Backspace),
        word if word.starts_with("f:") => plain(KeyCode::F(word[2..].parse().expect("a number"))),
        word if word.starts_with('^') => {
            let letter = word.chars().nth(1).expect("a letter");
            vec![KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)]
        }
        word => word.chars().flat_map(|c| plain(KeyCode::Char(c))).collect(),
    }
}

const VENDOR: &str = "down down enter";

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
    assert_eq!(asked, Some(Effect::Create("Acme".into())));
}

/// What the answers mean, however they were given: what is asked, what was found, how ready, what is parked, and the
/// report of it all, but for what was only begun.
fn meaning(interview: &Interview) -> impl PartialEq + std::fmt::Debug {
    let parked: Vec<_> =
        interview.parked().map(|(place, given)| (place.clone(), given.answer.clone())).collect();
    let given = State { drafts: BTreeMap::new(), ..interview.state().clone() };
    let given = Interview::new(Arc::clone(interview.questionnaire()), given);
    let report = compose(&given, &session(Vec::new()).header, at(0));
    (interview.steps().to_vec(), interview.findings().to_vec(), interview.readiness(), parked, report)
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
    fn answers_mean_the_same_typed_or_told(presses in proptest::collection::vec(0usize..14, 0..80)) {
        const KEYS: [&str; 14] = [
            "enter", "enter", "enter", "down", "down", "up", "tab", "space", "y", "n", "1", "2", "In", "f:3 enter",
        ];
        let mut player = Player::new();
        for press in presses {
            player.keys(KEYS[press]);
        }
        let typed = &player.desk().interview;
        proptest::prop_assume!(typed.parked().count() == 0);
        let blank = Interview::new(offshore(), State::default());
        let acts = enter_all(&blank, &retold(typed)).expect("what could be typed can be told");
        let mut state = State::default();
        for act in &acts {
            apply(blank.questionnaire(), &mut state, act, Speaker::Client, at(0));
        }
        let told = Interview::new(offshore(), state);
        proptest::prop_assert_eq!(meaning(&told), meaning(typed));
    }

    /// Whatever is pressed: nothing panics, and a program that is killed and started again stands at the same step
    /// with the same answers.
    #[test]
    fn any_keys_leave_a_journal_that_leads_back_here(presses in proptest::collection::vec(0usize..26, 0..60)) {
        const KEYS: [&str; 26] = [
            "enter", "enter", "enter", "down", "down", "up", "tab", "back", "space", "y", "n", "1", "2", "abc", "f:2",
            "f:3", "f:5", "f:6", "^p", "^z", "^y", "esc", "del", "bs", "f:1", "f:4",
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
