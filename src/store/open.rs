//! Opening a session, to write to it or only to read it.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::disk::{self, Disk, OpenFile};
use super::journal::Journal;
use super::line;
use super::lock::{Lock, beside};
use super::notice::Notice;
use super::scan::{self, End, Scan};
use super::trouble::{Kind, Trouble};
use crate::model::{Header, Session};

/// A session that is open for writing.
#[derive(Debug)]
pub struct Open {
    /// What was in the file.
    pub session: Session,
    /// Where entries are added.
    pub journal: Journal,
    /// What was noticed while it was read.
    pub notices: Vec<Notice>,
}

/// Opens a session for writing. `now` is what a second writer is told.
pub(super) fn open(path: &Path, now: DateTime<Utc>) -> Result<Open, Trouble> {
    // First, so that no lock file is laid beside something that is no session.
    header(path)?;
    let path = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
    let lock = Lock::take(&path, now)?;
    let cannot = |error: &io::Error| {
        Trouble::io(Kind::Unwritable, "The session can't be opened for writing", error)
            .at(&path)
            .kept("The file was left as it is.")
    };
    let mut file = OpenFile::open(&path).map_err(|error| cannot(&error))?;
    let bytes = file.read(scan::LIMIT).map_err(|error| cannot(&error))?;
    let found = scan_within_limit(&bytes, &path)?;
    let (length, kept) = mend(&mut file, &bytes, &found, &path)?;
    let notices = found.notices(bytes.len(), kept.as_deref());
    let journal = Journal::new(Box::new(file), &path, length, found.last, Some(lock));
    Ok(Open { session: found.session, journal, notices })
}

/// Reads a session and changes nothing, not even where the last line is torn.
pub(super) fn read(path: &Path) -> Result<(Session, Vec<Notice>), Trouble> {
    let mut file = ordinary(path)?;
    let bytes = disk::read_some(&mut file, scan::LIMIT).map_err(|error| unreadable(path, &error))?;
    let found = scan_within_limit(&bytes, path)?;
    let notices = found.notices(bytes.len(), None);
    Ok((found.session, notices))
}

/// Reads no more of a session than its header.
pub(super) fn header(path: &Path) -> Result<Header, Trouble> {
    let file = ordinary(path)?;
    let mut first = Vec::new();
    BufReader::new(file.take(line::LIMIT as u64 + 2))
        .read_until(b'\n', &mut first)
        .map_err(|error| unreadable(path, &error))?;
    scan::header(&first, path)
}

/// Opens a file to be read, if it is one: reading a pipe or a device might never end.
fn ordinary(path: &Path) -> Result<File, Trouble> {
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if about.is_file() {
        return File::open(path).map_err(|error| unreadable(path, &error));
    }
    let what = if about.is_dir() { "a folder" } else { "a pipe or a device" };
    Err(Trouble::new(Kind::Unreadable, format!("The session can't be read: it is {what}, not a file."))
        .at(path)
        .next("Name a file that ends in .session.ron."))
}

/// The trouble of a session that the system would not let us read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Trouble {
    Trouble::io(Kind::Unreadable, "The session can't be read", error).at(path)
}

fn scan_within_limit(bytes: &[u8], path: &Path) -> Result<Scan, Trouble> {
    if bytes.len() as u64 > scan::LIMIT {
        let limit = scan::LIMIT >> 20;
        return Err(Trouble::new(Kind::TooLarge, format!("The session is larger than {limit} MB."))
            .at(path)
            .kept("The file was left as it is.")
            .next("No session that Safeshore wrote is so large: restore the file from a copy."));
    }
    scan::scan(bytes, path)
}

/// Makes the file end with a whole line. Returns its length then, and where the bytes of a torn line went.
fn mend(
    file: &mut dyn Disk,
    bytes: &[u8],
    found: &Scan,
    path: &Path,
) -> Result<(u64, Option<PathBuf>), Trouble> {
    let cannot = |error: &io::Error| {
        Trouble::io(Kind::Unwritable, "The unfinished last line of the session can't be set right", error)
            .at(path)
            .kept("The file was left as it is; every entry before that line is in it.")
    };
    let length = bytes.len() as u64;
    match found.end {
        End::Whole => Ok((length, None)),
        End::Unended => {
            file.write_all(b"\n").and_then(|()| file.sync()).map_err(|error| cannot(&error))?;
            Ok((length + 1, None))
        }
        End::Torn { before, .. } => {
            let kept = set_aside(path, &bytes[before..]).map_err(|error| cannot(&error))?;
            let whole = before as u64;
            file.cut(whole).and_then(|()| file.sync()).map_err(|error| cannot(&error))?;
            Ok((whole, Some(kept)))
        }
    }
}

/// Puts the bytes of a torn line beside the session, under the first number that is free.
fn set_aside(path: &Path, torn: &[u8]) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let copy = beside(path, &format!("torn-{number}"));
        match disk::create_private(&copy, torn) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            done => return done.map(|()| copy),
        }
    }
}
