//! From the bytes of a session file to its session. Pure: nothing here touches a file.

use std::path::Path;

use super::line::{self, NoHeader};
use super::notice::Notice;
use super::trouble::{Kind, Trouble};
use crate::model::{FORMAT, Header, Session};

/// Bytes that a session file may have.
pub(super) const LIMIT: u64 = 256 << 20;

const UNTOUCHED: &str = "The file was left as it is.";

/// What was found in a file.
#[derive(Debug)]
pub(super) struct Scan {
    pub session: Session,
    /// First line that does not follow from the one before it, from 1.
    pub broken: Option<usize>,
    /// Hash of the last whole line.
    pub last: String,
    pub end: End,
}

/// How a file ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a newline, as it should.
    Whole,
    /// With a good line that lacks its newline.
    Unended,
    /// With a line that was not written to its end: its number from 1, and how many bytes stand before it.
    Torn { line: usize, before: usize },
}

impl Scan {
    /// What a reader should know of it. `kept` is where the bytes of a torn line were put.
    pub(super) fn notices(&self, length: usize, kept: Option<&Path>) -> Vec<Notice> {
        let torn = match self.end {
            End::Torn { line, before } => {
                Some(Notice::Torn { line, bytes: length - before, kept: kept.map(Path::to_owned) })
            }
            End::Whole | End::Unended => None,
        };
        torn.into_iter().chain(self.broken.map(|line| Notice::Broken { line })).collect()
    }
}

/// Reads a whole file. `path` is only for messages.
pub(super) fn scan(bytes: &[u8], path: &Path) -> Result<Scan, Trouble> {
    let mut pieces = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    let first = pieces.next().unwrap_or_default();
    let header = header(first, path)?;
    let mut scan = Scan {
        session: Session { header, entries: Vec::new() },
        broken: None,
        last: line::hash(without_newline(first)),
        end: if first.ends_with(b"\n") { End::Whole } else { End::Unended },
    };
    let mut before = first.len();
    let mut number = 2;
    while let Some(piece) = pieces.next() {
        let body = without_newline(piece);
        if body.len() > line::LIMIT {
            return Err(too_long(number, path));
        }
        let ended = piece.ends_with(b"\n");
        match line::read(body) {
            Ok(line) if ended || line.after == scan.last => {
                if line.after != scan.last {
                    scan.broken.get_or_insert(number);
                }
                scan.session.entries.push(line.into_entry());
                scan.last = line::hash(body);
                scan.end = if ended { End::Whole } else { End::Unended };
            }
            Err(fault) if pieces.peek().is_some() => {
                return Err(damaged(number, scan.session.entries.len(), &fault, path));
            }
            Ok(_) | Err(_) => scan.end = End::Torn { line: number, before },
        }
        before += piece.len();
        number += 1;
    }
    Ok(scan)
}

/// The header in a file's first line, with or without its newline.
pub(super) fn header(first: &[u8], path: &Path) -> Result<Header, Trouble> {
    let trouble = |kind, what: String| Trouble::new(kind, what).at(path).kept(UNTOUCHED);
    if first.is_empty() {
        return Err(trouble(Kind::Damaged, "The file is empty, so it is no session.".to_owned())
            .next("Restore it from a copy, or delete it and begin a new session."));
    }
    if without_newline(first).len() > line::LIMIT {
        return Err(too_long(1, path));
    }
    line::read_header(without_newline(first)).map_err(|fault| match fault {
        NoHeader::Newer(format) => trouble(
            Kind::Newer,
            format!("A newer Safeshore wrote this session (format {format}; this one knows {FORMAT})."),
        )
        .next("Open it with that newer version."),
        NoHeader::Unlike(fault) => trouble(
            Kind::Damaged,
            format!("This is not a Safeshore session: its first line is no header ({fault})."),
        )
        .next("Name a file that ends in .session.ron, or restore this one from a copy."),
    })
}

fn damaged(number: usize, good: usize, fault: &str, path: &Path) -> Trouble {
    let entries = if good == 1 { "1 entry" } else { &format!("{good} entries") };
    Trouble::new(Kind::Damaged, format!("Line {number} of the session can't be read ({fault})."))
        .at(path)
        .kept(format!("{UNTOUCHED} {entries} before that line can be read."))
        .next(format!(
            "Restore the file from a copy; or copy it, then mend or delete line {number} in an editor."
        ))
}

fn too_long(number: usize, path: &Path) -> Trouble {
    let limit = line::LIMIT >> 20;
    Trouble::new(Kind::TooLarge, format!("Line {number} of the session is longer than {limit} MB."))
        .at(path)
        .kept(UNTOUCHED)
        .next("No session that Safeshore wrote has such a line: restore the file from a copy.")
}

fn without_newline(piece: &[u8]) -> &[u8] {
    piece.strip_suffix(b"\n").unwrap_or(piece)
}
