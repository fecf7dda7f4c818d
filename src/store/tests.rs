//! Sessions on a real disk, and on one that fails.

mod failure;
mod listing;
mod lock;
mod output;
mod recovery;
mod roundtrip;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;

use super::{Open, Store};
use crate::model::{Act, Answer, Entry, Place, Speaker, Value};

/// A fixed time and so many seconds.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_770_000_000 + seconds)
}

/// An entry in which somebody wrote a text.
fn wrote(text: &str) -> Entry {
    let answer = Answer::Value(Value::Text(text.to_owned()));
    let act = Act::Answer { at: Place::new("goal", None), to: answer };
    Entry { at: at(1), by: Speaker::Client, act }
}

fn store() -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let store = Store::new(Some(dir.path().join("data"))).expect("a folder was given");
    (dir, store)
}

fn begin(store: &Store, title: &str) -> Open {
    store.create(title, "offshore-ip", "1.0", None, at(0)).expect("the session is created")
}

/// A session with these entries, closed again.
fn session_of(entries: &[Entry]) -> (TempDir, PathBuf) {
    let (dir, store) = store();
    let mut open = begin(&store, "Acme");
    open.journal.append(entries).expect("the entries are saved");
    let path = open.journal.path().to_owned();
    (dir, path)
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).expect("the file can be read")
}

/// Names of the files in a file's folder, in order, those of locks left out.
fn beside(path: &Path) -> Vec<String> {
    let folder = path.parent().expect("the file is in a folder");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_none_or(|ending| ending != "lock"))
        .collect();
    names.sort();
    names
}
