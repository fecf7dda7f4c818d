//! A person at a keyboard, and a disk that can be made to fail.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::engine::Step;
use crate::engine::fixture::{at, offshore, place, session};
use crate::model::{Answer, Entry, Place, Speaker};
use crate::tui::message::{Opened, message};
use crate::tui::model::{Departing, Desk};
use crate::tui::theme::Theme;

/// A person at a keyboard, and a disk behind the program.
pub struct Player {
    pub model: Model,
    /// Every entry that was ever put on disk.
    pub disk: Vec<Entry>,
    /// Whether the disk refuses.
    pub broken: bool,
    seconds: i64,
}

impl Player {
    /// In a new interview on the fixture.
    pub fn new() -> Self {
        Self::resuming(Vec::new())
    }

    /// In an interview that was left.
    pub fn resuming(entries: Vec<Entry>) -> Self {
        let model = Model {
            screen: Screen::Home(Home::default()),
            notice: None,
        paper: None,
        formats: std::collections::BTreeSet::from([crate::report::Format::ALL[0]]),
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

    pub fn take(&mut self, message: Message) {
        self.seconds += 1;
        let mut effect = update(&mut self.model, message, at(self.seconds));
        while let Some(asked) = effect {
            let outcome = match asked {
                Effect::Append(..) if self.broken => Message::Failed("The disk is full".into()),
                Effect::Append(entries, then) => {
                    self.disk.extend(entries.clone());
                    Message::Saved(entries, then)
                }
                Effect::List => Message::Listed { cards: Vec::new(), offer: None },
                other => panic!("no script asks for {other:?}"),
            };
            effect = update(&mut self.model, outcome, at(self.seconds));
        }
    }

    /// Keys by name, separated by blanks; anything that is no name is typed letter by letter.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for word in script.split(' ') {
            for key in keys(word) {
                if let Some(message) = message(Event::Key(key), &self.model) {
                    self.take(message);
                }
            }
        }
        self
    }

    pub fn desk(&self) -> &Desk {
        match &self.model.screen {
            Screen::Desk(desk) => desk,
            Screen::Home(_) => panic!("the person is at the first screen"),
        }
    }

    /// Where the person stands: `question`, `question@row`, `[repeat]` or `end`.
    pub fn at(&self) -> String {
        match &self.desk().at {
            Some(Step::Ask(Place { question, row: Some(row) })) => format!("{question}@{row}"),
            Some(Step::Ask(Place { question, row: None })) => question.clone(),
            Some(Step::Rows(repeat)) => format!("[{repeat}]"),
            None => "end".into(),
        }
    }

    pub fn answer(&self, at: &str) -> Option<&Answer> {
        self.desk().interview.state().answer(&place(at))
    }

    pub fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    /// The same journal in a program that was just started.
    pub fn restarted(&self) -> Self {
        Self::resuming(self.disk.clone())
    }
}

/// The keys of a word: a name, or its letters.
pub fn keys(word: &str) -> Vec<KeyEvent> {
    let plain = |code| vec![KeyEvent::new(code, KeyModifiers::NONE)];
    match word {
        "enter" => plain(KeyCode::Enter),
        "down" => plain(KeyCode::Down),
        "up" => plain(KeyCode::Up),
        "left" => plain(KeyCode::Left),
        "right" => plain(KeyCode::Right),
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

/// A vendor has answered who they are.
pub const VENDOR: &str = "down down enter";
