//! A person at a keyboard, and a disk that can be made to fail.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::engine::Step;
use crate::engine::fixture::{at, offshore, parse, place, session};
use crate::model::{Answer, Clause, Entry, Manifest, Place, Questionnaire, Speaker, Stage};
use crate::tui::message::{Opened, Written, message};
use crate::tui::model::{Departing, Desk};
use crate::tui::theme::Theme;

/// A person at a keyboard, and a disk behind the program.
pub struct Player {
    pub model: Model,
    /// Every entry that was ever put on disk.
    pub disk: Vec<Entry>,
    /// Whether the disk refuses.
    pub broken: bool,
    /// Reports that were written: how their names end, and whether they may give way.
    pub files: BTreeSet<String>,
    /// What was put into the clipboard last.
    pub copied: String,
    seconds: i64,
    questionnaire: Arc<Questionnaire>,
}

impl Player {
    /// In a new interview on the fixture.
    pub fn new() -> Self {
        Self::resuming(Vec::new())
    }

    /// In an interview that was left.
    pub fn resuming(entries: Vec<Entry>) -> Self {
        Self::opening(offshore(), entries)
    }

    /// In a new interview on another questionnaire.
    pub fn on(questionnaire: Arc<Questionnaire>) -> Self {
        Self::opening(questionnaire, Vec::new())
    }

    fn opening(questionnaire: Arc<Questionnaire>, entries: Vec<Entry>) -> Self {
        let model = Model {
            screen: Screen::Home(Home::default()),
            notice: None,
            paper: None,
            formats: std::collections::BTreeSet::from([crate::report::Format::ALL[0]]),
            look: None,
            size: (120, 40),
            theme: Theme::Plain,
            zone: chrono::FixedOffset::east_opt(0).expect("UTC"),
            speaker: Speaker::Client,
            departing: Departing::default(),
            finished: false,
        };
        let mut player = Self {
            model,
            disk: entries.clone(),
            broken: false,
            files: BTreeSet::new(),
            copied: String::new(),
            seconds: 1_000,
            questionnaire: Arc::clone(&questionnaire),
        };
        let mut left = session(Vec::new());
        left.entries = entries;
        let opened = Opened { questionnaire, session: left, notices: Vec::new() };
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
                Effect::Survey(_, endings) => {
                    let there = endings.iter().filter(|ending| self.files.contains(*ending));
                    Message::Surveyed(there.map(PathBuf::from).collect())
                }
                Effect::Show(path) => Message::Shown(path, false),
                Effect::Copy(text) => {
                    self.copied = text;
                    Message::Copied(true)
                }
                other => panic!("no script asks for {other:?}"),
            };
            effect = update(&mut self.model, outcome, at(self.seconds));
        }
    }

    /// Does what the loop would do next while no key comes: makes one file.
    pub fn work(&mut self) {
        if let Some(Effect::Make(job)) = due(&self.model) {
            let ending = job.ending.clone();
            let refused = self.broken || !job.replace && self.files.contains(&ending);
            let outcome = if refused {
                Err("The disk is full".into())
            } else {
                Ok(Written { path: PathBuf::from(&ending), lacking: 0 })
            };
            if outcome.is_ok() {
                self.files.insert(ending);
            }
            self.take(Message::Made(outcome));
        }
    }

    /// The same until nothing is left to be made.
    pub fn finish(&mut self) -> &mut Self {
        while due(&self.model).is_some() {
            self.work();
        }
        self
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
        Self::opening(Arc::clone(&self.questionnaire), self.disk.clone())
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
        "home" => plain(KeyCode::Home),
        "end" => plain(KeyCode::End),
        "pgdn" => plain(KeyCode::PageDown),
        "pgup" => plain(KeyCode::PageUp),
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

/// A questionnaire of one question whose answer "yes" calls for a contract point; another is called for by nothing.
pub fn with_points() -> Arc<Questionnaire> {
    let manifest: Manifest = parse(
        r#"(id: "test", version: "1", title: "Test", about: "A.", article: "A", caution: "C.",
            milestones: [(id: "signing", label: "you sign")])"#,
    );
    let stages: Vec<Stage> = parse(
        r#"[(id: "profile", title: "Profile", intro: "I.", questions: [
                (id: "secret", ask: "Is anything secret?", why: "W.", source: ["T1"], kind: YesNo),
            ], rules: [
                (id: "told", severity: High, when: Yes("secret"), title: "A secret is told", because: "B.",
                    action: (what: "Keep it.", who: Counsel, before: "signing"), clauses: ["secrecy"], source: ["T1"]),
            ])]"#,
    );
    let clauses: Vec<Clause> = parse(
        r#"[(id: "secrecy", title: "Secrecy", settles: "For how long.", position: ["secret"], source: ["T1"]),
            (id: "price", title: "Price", settles: "How much.", source: ["T1"])]"#,
    );
    Arc::new(Questionnaire::new(manifest, stages, clauses, Vec::new(), Vec::new(), Vec::new()))
}
