//! What a questionnaire's folder holds by name, before any of it is read.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::name::natural_order;
use super::trouble::{Kind, Trouble};
use crate::text::{Reason, Source, Unread};

/// Folders within a questionnaire's that hold files of it.
const PARTS: [&str; 3] = ["stages", "jurisdictions", "text"];
/// A folder that authors keep beside them, for files of answers.
const CASES: &str = "cases";
/// Folders below one that is not looked into, in which files are still looked for.
const LEVELS: usize = 2;
/// Slips that are told; in a folder full of other things nobody wants to read more.
const SLIPS: usize = 50;
const PROBLEM: &str = "The questionnaire's folder can't be read";

/// The files of a questionnaire's folder.
pub(super) struct Listing {
    /// Those that belong to it, in order.
    pub(super) files: Vec<PathBuf>,
    /// Folders that can't be read, and what looks like a slip.
    pub(super) unread: Vec<Source>,
}

impl Listing {
    /// # Errors
    /// When the folder itself can't be read.
    pub(super) fn of(dir: &Path) -> Result<Self, Trouble> {
        let mut listing = Self { files: files_ending(dir, &["ron"], PROBLEM)?, unread: Vec::new() };
        // A link from `stages` back to the folder itself, or to another part, would bring every file twice.
        let mut seen: HashSet<PathBuf> = fs::canonicalize(dir).into_iter().collect();
        let mut looked_into = vec![dir.to_owned()];
        for part in
            PARTS.map(|part| dir.join(part)).into_iter().filter(|part| part.symlink_metadata().is_ok())
        {
            if !fs::canonicalize(&part).is_ok_and(|place| !seen.insert(place)) {
                match files_ending(&part, &["ron"], PROBLEM) {
                    Ok(files) => listing.files.extend(files),
                    Err(trouble) => listing.lack(&part, trouble),
                }
                looked_into.push(part);
            }
        }
        for folder in looked_into {
            listing.slips(&folder, &mut seen);
        }
        Ok(listing)
    }

    fn lack(&mut self, folder: &Path, trouble: Trouble) {
        let why = Unread { reason: Reason::UnreadableFolder, ..trouble.into() };
        self.unread.push(Source::unread(folder.display().to_string(), why));
    }

    /// What lies in a folder and is not read, but looks as if it were meant to be.
    fn slips(&mut self, dir: &Path, seen: &mut HashSet<PathBuf>) {
        for (name, path) in entries(dir).unwrap_or_default() {
            if self.unread.len() >= SLIPS {
                return;
            }
            let slip = if path.is_dir() {
                let is_new = fs::canonicalize(&path).is_ok_and(|place| seen.insert(place));
                (is_new && name != CASES && holds_ron(&path, LEVELS)).then_some(Reason::OtherFolder)
            } else {
                ends_nearly_in_ron(&name).then_some(Reason::OtherEnding)
            };
            self.unread.extend(slip.map(|reason| {
                let why = Unread { reason, what: String::new(), next: String::new() };
                Source::unread(path.display().to_string(), why)
            }));
        }
    }
}

/// Whether a folder, or one in it, holds a file of RON. Links to folders are not followed.
fn holds_ron(dir: &Path, levels: usize) -> bool {
    entries(dir).unwrap_or_default().iter().any(|(_, path)| {
        if path.is_dir() {
            levels > 0 && !path.is_symlink() && holds_ron(path, levels - 1)
        } else {
            ends_in(path, &["ron"])
        }
    })
}

/// `.ron.txt`, which some editors make of `.ron`, and endings with one slip in them; a copy `.ron~` is none.
fn ends_nearly_in_ron(name: &str) -> bool {
    let name = name.to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_slip = strsim::osa_distance(ending, "ron") == 1 && !ending.ends_with('~');
    name.ends_with(".ron.txt") || is_slip
}

/// The files directly in a folder whose names have one of those endings, in order.
pub(super) fn files_ending(dir: &Path, endings: &[&str], problem: &str) -> Result<Vec<PathBuf>, Trouble> {
    let all = entries(dir).map_err(|error| Trouble::io(Kind::Unreadable, problem, &error).at(dir))?;
    let files = all.into_iter().map(|(_, path)| path);
    Ok(files.filter(|path| ends_in(path, endings) && !path.is_dir()).collect())
}

/// Everything in a folder whose name doesn't begin with a dot, in the order of the names with numbers counted as numbers.
fn entries(dir: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name();
        let path = dir.join(&name);
        let name = name.to_string_lossy().into_owned();
        if !name.starts_with('.') {
            found.push((name, path));
        }
    }
    found.sort_by(|(one, _), (other, _)| natural_order(one, other));
    Ok(found)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let is_of =
        |extension: &std::ffi::OsStr| endings.iter().any(|ending| extension.eq_ignore_ascii_case(ending));
    path.extension().is_some_and(is_of)
}
