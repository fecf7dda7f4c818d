//! What went wrong with a file, in words for the person whose file it is.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::text::{Reason, Unread, clean, clean_line};

/// What sort of trouble it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is there under that name.
    Missing,
    /// It can't be read.
    Unreadable,
    /// It can't be written.
    Unwritable,
    /// A newer version of the program wrote it.
    Newer,
    /// It is not what it should be.
    Damaged,
    /// Another process is writing to it.
    Locked,
    /// Somebody else changed, replaced or deleted it meanwhile.
    Changed,
    /// The name fits several sessions.
    Ambiguous,
    /// Something is there already.
    Exists,
    /// It is larger than the program accepts.
    TooLarge,
}

/// A file operation that did not succeed: what happened, where, what was kept and what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What sort it is.
    pub kind: Kind,
    /// What happened: one sentence.
    pub what: String,
    /// The file or folder, where there is one.
    pub place: Option<PathBuf>,
    /// What was kept, empty where nothing was at stake.
    pub kept: String,
    /// What to do.
    pub next: String,
}

impl Trouble {
    /// A trouble of which only the sort and the event are known yet.
    pub(super) fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into(), place: None, kept: String::new(), next: String::new() }
    }

    /// A trouble that the operating system reported. `what` is the sentence as far as the colon. A file that
    /// is not there is `Missing`, whatever `kind` says.
    pub(super) fn io(kind: Kind, what: &str, error: &io::Error) -> Self {
        let kind = if error.kind() == ErrorKind::NotFound { Kind::Missing } else { kind };
        Self::new(kind, format!("{what}: {}.", words(error))).next(advice(error.kind()))
    }

    /// The same, at that place.
    pub(super) fn at(mut self, place: &Path) -> Self {
        self.place = Some(place.to_owned());
        self
    }

    /// The same, with what was kept.
    pub(super) fn kept(mut self, kept: impl Into<String>) -> Self {
        self.kept = kept.into();
        self
    }

    /// The same, with what to do next.
    pub(super) fn next(mut self, next: impl Into<String>) -> Self {
        self.next = next.into();
        self
    }
}

impl std::error::Error for Trouble {}

impl From<Trouble> for Unread {
    /// Why a file of a questionnaire is not among its texts; the place is told beside it.
    fn from(trouble: Trouble) -> Self {
        let reason = match trouble.kind {
            Kind::TooLarge => Reason::TooLarge,
            Kind::Damaged => Reason::NoText,
            _ => Reason::Unreadable,
        };
        let sentence = |text: &str| text.trim_end_matches('.').to_owned();
        Self { reason, what: sentence(&trouble.what), next: sentence(&trouble.next) }
    }
}

impl fmt::Display for Trouble {
    /// Two to four lines without a newline at the end, safe to show on a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&clean_line(&self.what))?;
        if let Some(place) = &self.place {
            write!(f, "\n  {}", shown(place))?;
        }
        for line in [&self.kept, &self.next] {
            if !line.is_empty() {
                write!(f, "\n{}", clean_line(line))?;
            }
        }
        Ok(())
    }
}

/// A path as it may be shown: harmless and on one line, its spaces as they are.
pub(super) fn shown(path: &Path) -> String {
    clean(&path.display().to_string()).replace('\n', " ")
}

/// An error of the operating system in plain words, without a full stop.
fn words(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission was denied",
        ErrorKind::AlreadyExists => "a file of that name is there already",
        ErrorKind::StorageFull | ErrorKind::WriteZero => "the disk is full",
        ErrorKind::QuotaExceeded => "your share of the disk is used up",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::NotADirectory => "a part of the path is not a folder",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        ErrorKind::FileTooLarge => "the file would grow larger than the disk allows",
        ErrorKind::InvalidFilename => "the name is too long or holds characters that are not allowed",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program is using it",
        ErrorKind::TimedOut => "the disk did not answer in time",
        ErrorKind::StaleNetworkFileHandle => "the network drive was disconnected",
        ErrorKind::Unsupported => "the disk does not support it",
        _ => return error.to_string(),
    };
    known.to_owned()
}

/// What a person can do about it.
fn advice(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "Check the name and the folder, then try again."
        }
        ErrorKind::PermissionDenied => "Check who may read and write there, or choose another folder.",
        ErrorKind::StorageFull | ErrorKind::WriteZero | ErrorKind::QuotaExceeded => {
            "Free some space on that disk, then try again."
        }
        ErrorKind::ReadOnlyFilesystem => "Choose a folder on a disk that can be written to.",
        ErrorKind::InvalidFilename => "Choose a shorter, simpler name.",
        _ => "Try again; if it happens again, choose another folder or disk.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trouble_says_what_where_what_was_kept_and_what_next() {
        let full = io::Error::from(ErrorKind::StorageFull);
        let trouble = Trouble::io(Kind::Unwritable, "The answer could not be saved", &full)
            .at(Path::new("/data/a\x1b[2J  b.ron"))
            .kept("Everything before it is safe.");
        assert_eq!(
            trouble.to_string(),
            "The answer could not be saved: the disk is full.\n  /data/a[2J  b.ron\n\
             Everything before it is safe.\nFree some space on that disk, then try again."
        );
    }

    #[test]
    fn what_is_not_there_is_missing_and_an_unknown_error_keeps_its_words() {
        let gone = io::Error::from(ErrorKind::NotFound);
        assert_eq!(Trouble::io(Kind::Unreadable, "x", &gone).kind, Kind::Missing);
        assert_eq!(words(&io::Error::other("the tape tore")), "the tape tore");
    }
}
