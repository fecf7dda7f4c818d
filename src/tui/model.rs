//! Everything the screen shows, as data. `update` changes it, `view` reads it.

mod paper;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Utc};
use ratatui_textarea::TextArea;
use tui_input::Input;

pub use paper::{Over, Paper, Run, Saving, Stage, Terms};

use super::editor::Editor;
use super::message::Then;
use super::theme::Theme;
use crate::engine::{Interview, Readiness, Step, replay};
use crate::model::{Answer, Entry, Place, Questionnaire, Session, Speaker};
use crate::report::Format;

/// The whole program while it has a screen.
pub struct Model {
    /// Where the person is.
    pub screen: Screen,
    /// The report, where it is looked at: it covers the screen.
    pub paper: Option<Box<Paper>>,
    /// The formats in which reports are saved, as they were ticked last.
    pub formats: BTreeSet<Format>,
    /// Whose look reports in Word, PDF and HTML get; `None` where the data folder holds no firm's, so that there is no choice.
    pub look: Option<Look>,
    /// A line for the person; gone with the next key.
    pub notice: Option<Notice>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// How things are coloured.
    pub theme: Theme,
    /// The person's time zone.
    pub zone: FixedOffset,
    /// Who is answering.
    pub speaker: Speaker,
    /// Whether the person is on the way out.
    pub departing: Departing,
    /// The loop ends.
    pub finished: bool,
}

/// Whose look a report in Word, PDF or HTML gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// That of the firm, from the folder `template` in the data folder.
    Firm,
    /// The program's own.
    BuiltIn,
}

/// How far somebody is on the way out. What is half typed is saved first; where that fails the person is told, and
/// asking again tries again, and then leaves all the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Departing {
    /// Not on the way out.
    #[default]
    No,
    /// Asked once.
    Asked,
    /// Asked again, for this.
    Insisted(Then),
}

/// Where the person is.
pub enum Screen {
    /// The list of sessions.
    Home(Home),
    /// In an interview.
    Desk(Box<Desk>),
}

/// A line for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says; may have several lines.
    pub text: String,
    /// Whether something went wrong.
    pub problem: bool,
}

impl Notice {
    /// Something the person will want to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), problem: false }
    }

    /// Something that did not work.
    pub fn problem(text: impl Into<String>) -> Self {
        Self { text: text.into(), problem: true }
    }
}

/// The first screen.
#[derive(Default)]
pub struct Home {
    /// Every session in the data folder, the last changed first.
    pub cards: Vec<Card>,
    /// Whether the data folder could be read.
    pub listed: bool,
    /// What the list is filtered by.
    pub filter: Input,
    /// The line that is chosen: 0 is "start a new interview", then the cards that match.
    pub selected: usize,
    /// The interview to be begun, while it is given its name.
    pub naming: Option<Box<Naming>>,
    /// What a new interview would ask, where that is known.
    pub offer: Option<Offer>,
    /// Whether help is shown.
    pub help: bool,
}

/// An interview that is about to begin.
#[derive(Default)]
pub struct Naming {
    /// Its name, as it is typed.
    pub input: Input,
    /// Whether it will be taken by the express path.
    pub express: bool,
}

/// What a new interview would ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// All questions of the questionnaire.
    pub questions: usize,
    /// The essential ones among them; where there are none there is no express path.
    pub essential: usize,
    /// Minutes that those usually take.
    pub minutes: u32,
}

impl Home {
    /// The cards that match the filter: every word of it occurs in title or id, in any case.
    pub fn matches(&self) -> Vec<&Card> {
        let words: Vec<String> = self.filter.value().split_whitespace().map(str::to_lowercase).collect();
        let found = |card: &&Card| {
            let text = format!("{} {}", card.title, card.id).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        self.cards.iter().filter(found).collect()
    }

    /// The card that is chosen, if it is one.
    pub fn chosen(&self) -> Option<&Card> {
        self.selected.checked_sub(1).and_then(|at| self.matches().get(at).copied())
    }
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its file.
    pub path: PathBuf,
    /// Its id; empty for a file that can't be read.
    pub id: String,
    /// Its title, or the name of a file that can't be read.
    pub title: String,
    /// When it was last changed.
    pub changed: Option<DateTime<Utc>>,
    /// Questions answered and asked.
    pub progress: (usize, usize),
    /// How ready it is.
    pub readiness: Option<Readiness>,
    /// Whether it is taken by the express path.
    pub express: bool,
    /// Why it can't be opened, in full.
    pub trouble: Option<String>,
}

/// An interview on the screen.
pub struct Desk {
    /// Its journal as far as it is on disk.
    pub session: Session,
    /// What follows from it.
    pub interview: Interview,
    /// Where the person stands; `None` at the end.
    pub at: Option<Step>,
    /// The field of the question; none at the end.
    pub editor: Option<Editor>,
    /// What lies over the question.
    pub overlay: Option<Overlay>,
}

impl Desk {
    /// The desk as the session's journal has it: at the step where the person left.
    pub fn new(questionnaire: Arc<Questionnaire>, session: Session) -> Self {
        let state = replay(&questionnaire, &session);
        let interview = Interview::new(questionnaire, state);
        let at = interview.resume().cloned();
        let editor = at.as_ref().map(|step| Editor::new(&interview, step));
        Self { session, interview, at, editor, overlay: None }
    }

    /// The interview as it would be with further entries.
    pub fn with(&self, entries: &[Entry]) -> Interview {
        let mut session = self.session.clone();
        session.entries.extend_from_slice(entries);
        let state = replay(self.interview.questionnaire(), &session);
        Interview::new(Arc::clone(self.interview.questionnaire()), state)
    }

    /// The question on the desk.
    pub fn place(&self) -> Option<&Place> {
        match &self.at {
            Some(Step::Ask(place)) => Some(place),
            _ => None,
        }
    }
}

/// Answers that are no value, in the order of their menu; the last line takes the answer back.
pub const STATES: [Option<Answer>; 4] =
    [Some(Answer::DontKnow), Some(Answer::NotApplicable), Some(Answer::AskCounsel), None];

/// What can lie over the question.
pub enum Overlay {
    /// The keys and how things work; scrolled by so many lines.
    Help(usize),
    /// The note beside a question, while it is written.
    Note(Place, Box<TextArea<'static>>),
    /// "Don't know", "not applicable", "ask counsel", "unanswered": which line is chosen.
    State(usize),
    /// The findings in full.
    Findings {
        /// Which one is chosen.
        chosen: usize,
        /// By how many lines it is scrolled.
        scrolled: usize,
    },
    /// All questions, or those that match a filter.
    Review(Review),
    /// Jump to a question by a few letters.
    Jump(Jump),
    /// Why the question is asked, terms and sources, for screens without a pane for it; scrolled by so many lines.
    Context(usize),
    /// What the answer in the field would change; scrolled by so many lines.
    Impact(usize),
    /// The candidates side by side.
    Compare(Beside),
    /// Taking a row out: its repeat and id.
    Remove(String, String),
}

/// What is looked at in a comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Which criterion is chosen.
    pub criterion: usize,
    /// Which candidate is chosen.
    pub candidate: usize,
    /// By how many lines its reasons are scrolled.
    pub scrolled: usize,
}

/// The list of questions and answers.
pub struct Review {
    /// Which questions are listed.
    pub filter: Filter,
    /// Which line is chosen.
    pub selected: usize,
}

/// Which questions a review lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Those without an answer.
    Unanswered,
    /// Those answered with "don't know" or "ask counsel".
    Open,
    /// All that apply.
    All,
    /// Answers whose question no longer applies.
    Parked,
}

impl Filter {
    /// All filters in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Unanswered, Self::Open, Self::All, Self::Parked];

    /// The tab's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unanswered => "Unanswered",
            Self::Open => "Left open",
            Self::All => "All",
            Self::Parked => "Parked",
        }
    }
}

impl Review {
    /// The list of that filter, at the step where the person stands if it holds it.
    pub fn new(filter: Filter, desk: &Desk) -> Self {
        let review = Self { filter, selected: 0 };
        let here = review.steps(&desk.interview).iter().position(|step| Some(step) == desk.at.as_ref());
        Self { selected: here.unwrap_or(0), ..review }
    }

    /// The steps listed, in the order of the interview: questions, and lists of rows.
    pub fn steps(&self, interview: &Interview) -> Vec<Step> {
        let left_open = |step: &&Step| match step {
            Step::Ask(place) => interview.state().answer(place).is_some_and(Answer::is_open),
            Step::Rows(_) => false,
        };
        let steps = interview.steps().iter();
        match self.filter {
            Filter::Unanswered => steps.filter(|step| interview.is_open(step)).cloned().collect(),
            Filter::Open => steps.filter(left_open).cloned().collect(),
            Filter::All => steps.cloned().collect(),
            Filter::Parked => interview.parked().map(|(place, _)| Step::Ask(place.clone())).collect(),
        }
    }
}

/// Jumping by a few letters.
#[derive(Default)]
pub struct Jump {
    /// What was typed.
    pub input: Input,
    /// Steps that match, the best first.
    pub matches: Vec<Step>,
    /// Which one is chosen.
    pub selected: usize,
}

/// Ids of rows or options that are ticked.
pub type Ticked = BTreeSet<String>;
