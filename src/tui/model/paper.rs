//! The report while it is looked at: which edition, how far it is scrolled, what lies over it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use ratatui_textarea::TextArea;

use super::Desk;
use crate::engine::{Interview, points, row_name};
use crate::model::{Header, Session, Share};
use crate::report::document::Sheet;
use crate::report::{Document, Edition, Format, compose, share_of_clause};
use crate::store::safe_name;
use crate::tui::view::Page;

/// The report of an interview.
pub struct Paper {
    /// The session's file; `None` for the interview on the desk, the only one that can be written into.
    pub of: Option<PathBuf>,
    /// The interview that it tells.
    pub interview: Interview,
    header: Header,
    changed: DateTime<Utc>,
    /// The editions that can be made.
    pub editions: Vec<Addressed>,
    /// Which one is shown.
    pub edition: usize,
    /// That edition.
    pub document: Arc<Document>,
    /// The document laid out for the window, once it is.
    pub page: Option<Page>,
    /// The line at the top.
    pub top: usize,
    /// What lies over it.
    pub over: Option<Over>,
}

/// An edition, and whom it is for.
pub struct Addressed {
    /// The edition.
    pub edition: Edition,
    /// What a person calls it: "Edition for Acme".
    pub name: String,
    /// What it is called in the name of a file: letters, digits and hyphens.
    pub slug: String,
}

/// What can lie over the report.
pub enum Over {
    /// The keys; scrolled by so many lines.
    Help(usize),
    /// The outline, to choose from: which heading.
    Outline(usize),
    /// Formats are chosen and files are made.
    Saving(Saving),
    /// Where the two sides stand on the points of the contract.
    Terms(Terms),
}

/// On the way from a report to files.
pub struct Saving {
    /// Which format is chosen.
    pub cursor: usize,
    /// How far it is.
    pub stage: Stage,
}

/// How far the making of files is.
pub enum Stage {
    /// Formats are ticked.
    Choosing,
    /// These files are there already: shall they give way?
    Asking(Vec<PathBuf>),
    /// Files are made, one after the other.
    Making(Run),
    /// What became of it; which of the files is chosen.
    Done(Run, usize),
}

/// Files being made.
#[derive(Default)]
pub struct Run {
    /// The formats, in the order in which they are made.
    pub formats: Vec<Format>,
    /// Whether files that are there give way.
    pub replace: bool,
    /// Files that were written.
    pub made: Vec<PathBuf>,
    /// For how many characters of theirs no font has a glyph, at most.
    pub lacking: usize,
    /// Formats that could not be made, with what is to be said of it.
    pub unmade: Vec<(Format, String)>,
}

impl Run {
    /// How many were tried.
    pub fn tried(&self) -> usize {
        self.made.len() + self.unmade.len()
    }

    /// The format that is made next.
    pub fn next(&self) -> Option<Format> {
        self.formats.get(self.tried()).copied()
    }
}

/// Points of the contract, with where the two sides stand.
pub struct Terms {
    /// Ids of the points, in the order of the questionnaire.
    pub clauses: Vec<String>,
    /// Which one is chosen.
    pub chosen: usize,
    /// By how many lines it is scrolled.
    pub scrolled: usize,
    /// Their position, while it is written.
    pub writing: Option<Box<TextArea<'static>>>,
}

impl Terms {
    /// The point that is chosen.
    pub fn clause(&self) -> Option<&str> {
        self.clauses.get(self.chosen).map(String::as_str)
    }
}

impl Paper {
    /// The report of the interview on the desk.
    pub fn of_desk(desk: &Desk) -> Self {
        Self::new(None, &desk.session, desk.interview.clone())
    }

    /// The report of an interview, in counsel's edition.
    pub fn new(of: Option<PathBuf>, session: &Session, interview: Interview) -> Self {
        let editions = editions(&interview);
        let (header, changed) = (session.header.clone(), session.changed());
        let document = Arc::new(compose(&interview, &header, changed, &Edition::Counsel));
        Self {
            of,
            interview,
            header,
            changed,
            editions,
            edition: 0,
            document,
            page: None,
            top: 0,
            over: None,
        }
    }

    /// The edition that is shown.
    pub fn addressed(&self) -> Option<&Addressed> {
        self.editions.get(self.edition)
    }

    /// Shows another edition, from its beginning.
    pub fn turn_to(&mut self, edition: usize) {
        self.edition = edition.min(self.editions.len().saturating_sub(1));
        self.top = 0;
        self.compose();
    }

    /// The report after something was written into the interview.
    pub fn follow(&mut self, desk: &Desk) {
        self.interview = desk.interview.clone();
        self.changed = desk.session.changed();
        self.compose();
    }

    fn compose(&mut self) {
        let edition = self.addressed().map_or(Edition::Counsel, |addressed| addressed.edition.clone());
        self.document = Arc::new(compose(&self.interview, &self.header, self.changed, &edition));
        self.page = None;
    }

    /// How the name of the file of a format ends, after the session's own: "counsel.findings.csv".
    pub fn file_ending(&self, format: Format) -> String {
        let edition = self.addressed().map_or("counsel", |addressed| addressed.slug.as_str());
        let table = match format {
            Format::Csv(Sheet::Findings) => "findings.",
            Format::Csv(Sheet::Register) => "register.",
            Format::Csv(Sheet::Actions) => "actions.",
            _ => "",
        };
        format!("{edition}.{table}{}", format.ending())
    }

    /// The points on the table.
    pub fn points(&self) -> Vec<String> {
        points(&self.interview).into_iter().map(|clause| clause.id.value.clone()).collect()
    }

    /// Whether a point may be shown to the other side.
    pub fn is_shareable(&self, clause: &str) -> bool {
        share_of_clause(self.interview.state(), clause) == Some(Share::Shareable)
    }
}

/// Counsel's edition, the client's, and one for each of those on the other side.
fn editions(interview: &Interview) -> Vec<Addressed> {
    let plain = |edition: Edition, name: &str| Addressed {
        slug: edition.name().to_owned(),
        edition,
        name: name.to_owned(),
    };
    let mut editions =
        vec![plain(Edition::Counsel, "Counsel’s edition"), plain(Edition::Client, "Client’s edition")];
    let Some(repeat) = interview.questionnaire().counterparts().map(|repeat| &repeat.id) else {
        editions.push(plain(Edition::Counterpart { row: None }, "Edition for the other side"));
        return editions;
    };
    let rows: Vec<(&String, String)> =
        interview.state().rows(repeat).iter().map(|row| (row, row_name(interview, repeat, row))).collect();
    let slugs: Vec<String> = rows.iter().map(|(_, name)| safe_name(name)).collect();
    editions.extend(rows.iter().zip(&slugs).map(|((row, name), slug)| {
        let alone = !slug.is_empty() && slugs.iter().filter(|other| *other == slug).count() == 1;
        let whose = if alone { slug.clone() } else { format!("{slug}-{row}") };
        Addressed {
            edition: Edition::Counterpart { row: Some((*row).clone()) },
            name: format!("Edition for {name}"),
            slug: format!("counterpart-{}", whose.trim_start_matches('-')),
        }
    }));
    editions
}
