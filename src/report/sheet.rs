//! The tables that are worth a file of their own - findings, register, actions - as rows of plain words, and the files that
//! spreadsheets read.

mod csv;
mod xlsx;

pub use csv::csv;
pub use xlsx::xlsx;

use super::document::{Block, Detail, Document, Entry, FindingCard, Line, Sheet, Table, Text};
use super::label;
use crate::text::capital;

/// A sheet as rows of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    /// Which one it is.
    pub sheet: Sheet,
    /// The first row.
    pub head: Vec<String>,
    /// The others, each as long as the first.
    pub lines: Vec<Vec<String>>,
}

impl Sheet {
    /// All of them, in the order of a workbook.
    pub const ALL: [Self; 3] = [Self::Findings, Self::Register, Self::Actions];

    /// Its name for a person, and on the tab of a workbook.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Findings => "Findings",
            Self::Register => "Register",
            Self::Actions => "Actions",
        }
    }
}

/// One sheet of the document; without rows where the document has nothing for it.
pub(super) fn rows(document: &Document, sheet: Sheet) -> Rows {
    let blocks = document.blocks();
    let (head, rows) = match sheet {
        Sheet::Findings => (words(&FINDING_HEAD), blocks.iter().filter_map(|block| finding(block)).collect()),
        Sheet::Actions => (words(&ACTION_HEAD), blocks.iter().flat_map(|block| actions(block)).collect()),
        Sheet::Register => joined(blocks.iter().filter_map(|block| match block {
            Block::Table(table) if table.sheet == Some(Sheet::Register) => Some(table),
            _ => None,
        })),
    };
    Rows { sheet, head, lines: rows }
}

const FINDING_HEAD: [&str; 13] = [
    "Number",
    "Severity",
    "Finding",
    "Stage",
    "Concerns",
    "Why",
    "What to do",
    "Who",
    "Before",
    "By",
    "Based on",
    "Contract points",
    "Source",
];
const ACTION_HEAD: [&str; 8] =
    ["Id", "Severity", "What to do", "Concerns", "Who", "Before", "By", "Findings"];

fn words(head: &[&str]) -> Vec<String> {
    head.iter().map(|&word| word.to_owned()).collect()
}

fn finding(block: &Block) -> Option<Vec<String>> {
    let Block::Finding(card) = block else { return None };
    let FindingCard { number, severity, title, stage, rows, because, action, .. } = card.as_ref();
    let evidence = card.evidence.iter().chain(&card.law).map(entry);
    Some(vec![
        number.to_string(),
        capital(severity.name()),
        title.as_str().to_owned(),
        stage.as_str().to_owned(),
        rows.iter().map(Text::as_str).collect::<Vec<_>>().join("; "),
        because.as_str().to_owned(),
        action.what.as_str().to_owned(),
        capital(action.who.as_str()),
        action.before.as_str().to_owned(),
        action.due.map(|day| day.to_string()).unwrap_or_default(),
        evidence.collect::<Vec<_>>().join("\n"),
        line(&card.clauses),
        line(&card.authority),
    ])
}

fn actions(block: &Block) -> Vec<Vec<String>> {
    let Block::Actions(actions) = block else { return Vec::new() };
    let rows = actions.rows.iter().map(|row| {
        vec![
            row.id.clone(),
            capital(row.severity.name()),
            row.step.what.as_str().to_owned(),
            row.concerns.as_str().to_owned(),
            capital(row.step.who.as_str()),
            row.step.before.as_str().to_owned(),
            row.step.due.map(|day| day.to_string()).unwrap_or_default(),
            line(&row.findings),
        ]
    });
    rows.collect()
}

/// Tables of the same things side by side; a table of others stands below with its own head as a row.
fn joined<'d>(tables: impl Iterator<Item = &'d Table>) -> (Vec<String>, Vec<Vec<String>>) {
    let (mut head, mut rows): (Vec<String>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    for table in tables {
        let cells: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(line).collect()).collect();
        let names = |rows: &[Vec<String>]| rows.iter().map(|row| row.first().cloned()).collect::<Vec<_>>();
        if head.is_empty() {
            head = words(&table.head.iter().map(Text::as_str).collect::<Vec<_>>());
            rows = cells;
        } else if names(&rows) == names(&cells) {
            head.extend(table.head.iter().skip(1).map(|word| word.as_str().to_owned()));
            rows.iter_mut().zip(cells).for_each(|(row, more)| row.extend(more.into_iter().skip(1)));
        } else {
            rows.push(table.head.iter().map(|word| word.as_str().to_owned()).collect());
            rows.extend(cells);
        }
    }
    let widest = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    head.resize(widest, String::new());
    for row in &mut rows {
        row.resize(widest, String::new());
    }
    (head, rows)
}

/// A thing and what is said of it, in one line: "Has Acme signed? No (Partners)".
fn entry(entry: &Entry) -> String {
    let said = |detail: &Detail| {
        let words = line(&detail.line);
        detail.label.map_or_else(|| words.clone(), |label| format!("{label}: {words}"))
    };
    let details: Vec<String> = entry.details.iter().map(said).collect();
    format!("{} {}", entry.term.as_str(), details.join(label::BETWEEN))
}

fn line(line: &Line) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests;
