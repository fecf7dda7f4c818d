//! One writer at a time.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::disk::private;
use super::line::whole_second;
use super::trouble::{Kind, Trouble};
use crate::text::ron_options;

/// The right to write to a session. It ends when this is dropped, or with the process, however that ends.
///
/// The lock is on a file beside the session: one on the session itself would be lost if that were replaced.
/// The file is never deleted, because a lock on a deleted file excludes nobody.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// What the holder writes into the lock file, for whoever comes second.
#[derive(Serialize, Deserialize)]
struct Holder {
    pid: u32,
    since: DateTime<Utc>,
}

impl Lock {
    /// Takes the right to write to the session at that path. `now` is what a second writer is told.
    pub(super) fn take(session: &Path, now: DateTime<Utc>) -> Result<Self, Trouble> {
        let path = beside(session, "lock");
        let cannot = |error: &io::Error| {
            Trouble::io(Kind::Unwritable, "The session can't be reserved for writing", error)
                .at(&path)
                .kept("The session itself was not touched.")
        };
        let mut file = private()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| cannot(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(session, &mut file)),
            Err(TryLockError::Error(error)) => return Err(cannot(&error)),
        }
        sign(&mut file, now).map_err(|error| cannot(&error))?;
        Ok(Self { _file: file })
    }
}

/// The path with one more ending: `a.ron` and `lock` make `a.ron.lock`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn sign(file: &mut File, now: DateTime<Utc>) -> io::Result<()> {
    let holder = Holder { pid: std::process::id(), since: whole_second(now) };
    let text = ron_options().to_string(&holder).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{text}")
}

/// The trouble of whoever comes second.
fn taken(session: &Path, file: &mut File) -> Trouble {
    let mut text = String::new();
    // On some systems a locked file can't be read; then the holder stays nameless.
    let _ = file.take(1_000).read_to_string(&mut text);
    let (what, next) = match ron_options().from_str::<Holder>(&text) {
        Ok(Holder { pid, since }) => (
            format!(
                "This session is already open: process {pid} has been writing to it since {}.",
                since.format("%Y-%m-%d %H:%M:%S UTC")
            ),
            format!("Leave the session there (or end process {pid}), then try again."),
        ),
        Err(_) => (
            "This session is already open: another process is writing to it.".to_owned(),
            "Leave the session there, then try again.".to_owned(),
        ),
    };
    Trouble::new(Kind::Locked, what).at(session).kept("Nothing was changed.").next(next)
}
