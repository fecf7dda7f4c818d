//! The house: which room may import which. A room that imports another one than those named here fails, and so does
//! a room that nobody wrote into the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may import; the table of ARCHITECTURE.md.
const TABLE: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("diagnostic", &["text"]),
    ("model", &["text"]),
    ("load", &["text", "diagnostic", "model"]),
    ("diff", &["text", "model"]),
    ("engine", &["text", "model"]),
    ("prove", &["text", "diagnostic", "model", "engine"]),
    ("report", &["text", "diagnostic", "model", "engine"]),
    ("store", &["text", "model"]),
    ("cases", &["text", "diagnostic", "model", "load", "engine", "store"]),
    ("check", &["text", "diagnostic", "model", "load", "prove"]),
    ("tui", &["text", "model", "engine", "report", "store", "cases"]),
    (
        "cli",
        &[
            "text",
            "diagnostic",
            "model",
            "load",
            "diff",
            "engine",
            "prove",
            "report",
            "store",
            "cases",
            "check",
            "tui",
        ],
    ),
];

/// Which crates may be named in which rooms only: a screen elsewhere, a file elsewhere, a clock elsewhere.
const KEPT_IN: [(&str, &[&str]); 9] = [
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("std::fs", &["store"]),
    ("tempfile", &["store"]),
    ("Utc::now", &["tui", "cli"]),
    ("Local", &["tui", "cli"]),
    ("SystemTime", &[]),
    ("Instant", &[]),
    ("clap", &["cli"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of the program; those that are only compiled for tests may use what they like.
fn files(folder: &Path) -> Vec<PathBuf> {
    let for_tests = ["tests", "fixture", "screenshot"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if for_tests.contains(&stem.as_str()) {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The room of a file: the first part of its path below `src`.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(source()).expect("the file is below src");
    let first = below.components().next().expect("it has a name");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Every room that the text names after `crate::`, comments left out; `use crate::{a, b}` counts for both.
fn imports(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut rooms = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let names = match after.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![after],
        };
        for name in names {
            let word: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            rooms.insert(word);
        }
    }
    rooms
}

#[test]
fn every_room_imports_only_what_it_may() {
    let table: BTreeMap<&str, &[&str]> = TABLE.into_iter().collect();
    let mut wrong = Vec::new();
    for file in files(&source()) {
        let room = room(&file);
        if room == "lib" || room == "main" {
            continue;
        }
        let Some(allowed) = table.get(room.as_str()) else {
            wrong.push(format!("{}: the room `{room}` is not in the table", file.display()));
            continue;
        };
        let text = fs::read_to_string(&file).expect("the file can be read");
        for other in imports(&text) {
            if other != room && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{}: `{room}` may not import `{other}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_circle_and_no_room_that_is_gone() {
    for (at, (room, allowed)) in TABLE.iter().enumerate() {
        assert!(source().join(format!("{room}.rs")).is_file(), "src/{room}.rs is not there");
        let above: Vec<&str> = TABLE[..at].iter().map(|(room, _)| *room).collect();
        for other in *allowed {
            assert!(above.contains(other), "`{room}` may import `{other}`, which does not stand above it");
        }
    }
}

#[test]
fn screens_files_and_clocks_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for file in files(&source()) {
        let room = room(&file);
        let text = fs::read_to_string(&file).expect("the file can be read");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (name, rooms) in KEPT_IN {
            let named = code.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name));
            if named && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: `{name}` belongs in [{}]", file.display(), rooms.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_architecture_says_the_same() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(path).expect("it can be read");
    for (room, allowed) in TABLE {
        let joined = allowed.join(", ");
        let told = match room {
            "text" => "–",
            "cli" => "all",
            _ => &joined,
        };
        let row = text.lines().find(|line| line.starts_with(&format!("| `{room}` |")));
        let last = row.and_then(|row| row.trim_end_matches(" |").rsplit(" | ").next());
        assert_eq!(last, Some(told), "`{room}` in ARCHITECTURE.md");
    }
}

/// lib.rs names its invariants' tests as `path::name`.
#[test]
fn every_invariant_has_the_tests_it_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(source().join("lib.rs")).expect("it can be read");
    let named: Vec<(&str, &str)> = text.split('`').filter_map(|word| word.split_once(".rs::")).collect();
    assert!(named.len() > 20, "{} tests are named", named.len());
    for (file, name) in named {
        let tests = fs::read_to_string(root.join(format!("{file}.rs"))).unwrap_or_default();
        assert!(tests.contains(&format!("fn {name}(")), "{file}.rs has no test {name}");
    }
}

#[test]
fn the_reader_of_imports_sees_groups_and_skips_comments() {
    let text = "// crate::store\nuse crate::{load, model::Kind};\nlet x = crate::text::clean(y);";
    let wanted = ["load", "model", "text"].map(str::to_owned);
    assert_eq!(imports(text), BTreeSet::from(wanted));
}
