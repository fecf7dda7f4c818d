//! The field of a question: what was picked, ticked or typed so far, and the value it makes.

mod field;
mod page;
mod pick;
mod rows;
mod search;
mod tick;

use crossterm::event::KeyEvent;

pub use field::{Field, insert};
pub use page::{Page, area};
pub use pick::Pick;
pub use rows::{RowLine, RowList};
pub use search::Search;
pub use tick::Tick;

use crate::engine::{Interview, Step, row_name};
use crate::model::{Answer, Kind, Length, Place, Value};

/// The field of a question, one variant per way of answering.
pub enum Editor {
    /// One of a few: `YesNo`, `Choice`, `Scale`.
    Pick(Pick),
    /// Any of a few: `Choices`, `Rows`.
    Tick(Tick),
    /// One line: short `Text`, `Number`, `Money`, `Date`.
    Field(Field),
    /// Several lines: long `Text`.
    Page(Box<Page>),
    /// One or several of many, found by name: `Country`, `Countries`.
    Search(Search),
    /// The list of a repeat's rows.
    Rows(RowList),
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// The field changed, or nothing did.
    Stay,
    /// The person is done here.
    Submit,
}

/// A line that can be picked or ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The id of the option or row.
    pub id: String,
    /// What the person reads.
    pub label: String,
    /// A quieter line below it.
    pub hint: Option<String>,
    /// It excludes all others.
    pub alone: bool,
}

impl Item {
    fn new(id: &str, label: impl Into<String>) -> Self {
        Self { id: id.to_owned(), label: label.into(), hint: None, alone: false }
    }
}

/// Where what is typed at a step is kept as a draft. A half-typed row has no place of its own yet: its name lies
/// beside the repeat's label question, in no row.
pub fn draft_place(interview: &Interview, step: &Step) -> Option<Place> {
    match step {
        Step::Ask(place) => Some(place.clone()),
        Step::Rows(repeat) => {
            interview.questionnaire().repeat(repeat).map(|repeat| Place::new(&repeat.label.value, None))
        }
    }
}

impl Editor {
    /// The field for a step, holding its answer, or what was being typed when the person left.
    pub fn new(interview: &Interview, step: &Step) -> Self {
        let mut editor = match step {
            Step::Rows(repeat) => Self::Rows(RowList::new(interview, repeat)),
            Step::Ask(place) => Self::for_question(interview, place),
        };
        if let Some(draft) = draft_place(interview, step).and_then(|at| interview.state().drafts.get(&at)) {
            editor.restore(draft);
        }
        editor
    }

    fn for_question(interview: &Interview, place: &Place) -> Self {
        let given = interview.state().answer(place).and_then(Answer::value);
        let Some(question) = interview.questionnaire().question(&place.question) else {
            return Self::Field(Field::new(Kind::Text(Length::Short), given));
        };
        match &question.kind {
            Kind::YesNo => Self::Pick(Pick::yes_no(given)),
            Kind::Choice(options) => Self::Pick(Pick::choice(options, given)),
            Kind::Scale { low, high } => Self::Pick(Pick::scale(&low.value, &high.value, given)),
            Kind::Choices(options) => Self::Tick(Tick::choices(options, given)),
            Kind::Rows(repeat) => {
                let rows = interview.state().rows(&repeat.value);
                let items = rows.iter().map(|row| Item::new(row, row_name(interview, &repeat.value, row)));
                Self::Tick(Tick::rows(items.collect(), given))
            }
            Kind::Country => Self::Search(Search::country(given)),
            Kind::Countries => Self::Search(Search::countries(given)),
            Kind::Text(Length::Long) => Self::Page(Box::new(Page::new(given))),
            kind => Self::Field(Field::new(kind.clone(), given)),
        }
    }

    /// A key for the field.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        match self {
            Self::Pick(pick) => pick.key(key),
            Self::Tick(tick) => tick.key(key),
            Self::Field(field) => field.key(key),
            Self::Page(page) => page.key(key),
            Self::Search(search) => search.key(key),
            Self::Rows(rows) => rows.key(key),
        }
    }

    /// Pasted text, its line ends LF. Fields that hold no text ignore it.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Field(field) => field.paste(text),
            Self::Page(page) => page.paste(text),
            Self::Search(search) => search.paste(text),
            Self::Rows(rows) => rows.paste(text),
            Self::Pick(_) | Self::Tick(_) => {}
        }
    }

    /// The value entered; `None` where nothing is.
    ///
    /// # Errors
    /// What is wrong with what was entered, and how to enter it.
    pub fn value(&self) -> Result<Option<Value>, String> {
        match self {
            Self::Pick(pick) => Ok(pick.value()),
            Self::Tick(tick) => Ok(tick.value()),
            Self::Field(field) => field.value(),
            Self::Page(page) => Ok(page.value()),
            Self::Search(search) => search.value(),
            Self::Rows(_) => Ok(None),
        }
    }

    /// What would be lost if the person left now: text that differs from the answer; `None` where nothing would.
    pub fn draft(&self) -> Option<String> {
        match self {
            Self::Field(field) => field.draft(),
            Self::Page(page) => page.draft(),
            Self::Tick(tick) => tick.draft(),
            Self::Pick(pick) => pick.draft(),
            Self::Search(search) => search.draft(),
            Self::Rows(rows) => rows.draft(),
        }
    }

    /// Puts a draft back.
    pub fn restore(&mut self, draft: &str) {
        match self {
            Self::Field(field) => field.restore(draft),
            Self::Page(page) => page.restore(draft),
            Self::Tick(tick) => tick.restore(draft),
            Self::Pick(pick) => pick.restore(draft),
            Self::Search(search) => search.restore(draft),
            Self::Rows(rows) => rows.restore(draft),
        }
    }
}
