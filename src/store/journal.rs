//! The end of a session file, where entries are added.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::line::{self, Line};
use super::lock::Lock;
use super::scan;
use super::trouble::{Kind, Trouble};
use crate::model::Entry;

const NOTHING: &str = "Nothing of it was saved; everything saved before is safe.";

/// A session file that is open for writing, and the only way to write to it. No other process can open one
/// for the same session until this is dropped.
#[derive(Debug)]
pub struct Journal {
    disk: Box<dyn Disk>,
    path: PathBuf,
    /// Bytes of the whole lines: what the file's length must be.
    length: u64,
    /// Hash of the last whole line.
    last: String,
    /// Whether a failed save may have left something after the whole lines.
    debris: bool,
    _lock: Option<Lock>,
}

impl Journal {
    pub(super) fn new(
        disk: Box<dyn Disk>,
        path: &Path,
        length: u64,
        last: String,
        lock: Option<Lock>,
    ) -> Self {
        Self { disk, path: path.to_owned(), length, last, debris: false, _lock: lock }
    }

    /// The session file, every link in its path followed.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds the entries, in their order and as one write, and returns when they are on the disk. Times are kept
    /// to the second.
    ///
    /// # Errors
    /// When they can't be saved, or when somebody else changed, replaced or deleted the file. Then none of them
    /// was saved, the file holds what it held before, and the same call may be tried again.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), Trouble> {
        if entries.is_empty() {
            return Ok(());
        }
        let (bytes, last) = self.lines(entries)?;
        self.check_place()?;
        let saved =
            self.disk.write_all(&bytes).and_then(|()| self.disk.flush()).and_then(|()| self.disk.sync());
        if let Err(error) = saved {
            return Err(self.take_back(&error));
        }
        self.length += bytes.len() as u64;
        self.last = last;
        Ok(())
    }

    /// The entries as lines, and the hash of the last of them.
    fn lines(&self, entries: &[Entry]) -> Result<(Vec<u8>, String), Trouble> {
        let refused = |kind, why: &str| {
            Trouble::new(kind, format!("The entry could not be saved: {why}.")).at(&self.path).kept(NOTHING)
        };
        let mut bytes = Vec::new();
        let mut last = self.last.clone();
        for entry in entries {
            let line = line::write_entry(&Line::new(&last, entry)).map_err(|why| {
                refused(Kind::Unwritable, &why).next("Shorten or simplify the text, then try again.")
            })?;
            last = line::hash(&line[..line.len() - 1]);
            bytes.extend(line);
        }
        if self.length + bytes.len() as u64 > scan::LIMIT {
            let why = format!("the session would grow larger than {} MB", scan::LIMIT >> 20);
            return Err(refused(Kind::TooLarge, &why).next("Go on in a new session."));
        }
        Ok((bytes, last))
    }

    /// That the file is still the one that was opened, and ends where the last save ended.
    fn check_place(&mut self) -> Result<(), Trouble> {
        let unknown = |error: &io::Error, path: &Path| {
            Trouble::io(Kind::Unwritable, "The entry could not be saved", error).at(path).kept(NOTHING)
        };
        if !self.disk.in_place().map_err(|error| unknown(&error, &self.path))? {
            return Err(self.changed("was deleted or replaced"));
        }
        if self.debris {
            self.cut().map_err(|error| unknown(&error, &self.path))?;
        }
        if self.disk.length().map_err(|error| unknown(&error, &self.path))? == self.length {
            Ok(())
        } else {
            Err(self.changed("was changed by another program"))
        }
    }

    fn changed(&self, how: &str) -> Trouble {
        Trouble::new(
            Kind::Changed,
            format!("The entry could not be saved: the session file {how} meanwhile."),
        )
        .at(&self.path)
        .kept("Nothing was written, and what stands there now was not touched.")
        .next("Leave the session and look at the file; then put it back, or resume from what is there.")
    }

    /// Removes what a failed save left behind, and says what is known then.
    fn take_back(&mut self, error: &io::Error) -> Trouble {
        self.debris = true;
        let kept = match self.cut() {
            Ok(()) => NOTHING,
            Err(_) => {
                "Everything saved before is safe. A part of this save may stand at the end of the file: the next \
                 save removes it."
            }
        };
        Trouble::io(Kind::Unwritable, "The entry could not be saved", error).at(&self.path).kept(kept)
    }

    fn cut(&mut self) -> io::Result<()> {
        self.disk.cut(self.length)?;
        self.disk.sync()?;
        self.debris = false;
        Ok(())
    }
}
