//! Reading the text files that authors write.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::read_some;
use super::name::natural_order;
use super::trouble::{Kind, Trouble};
use crate::text::Source;

/// Folders within a questionnaire's that hold files of it.
const PARTS: [&str; 3] = ["stages", "jurisdictions", "text"];
/// Files that a questionnaire may have.
const FILES: usize = 200;
/// Bytes that one text file may have.
const LIMIT: u64 = 4 << 20;

/// The files of a questionnaire: every `*.ron` in the folder, then every one in its `stages`, its `jurisdictions` and its
/// `text`, each in the order of their names with numbers counted as numbers. Their names begin with the folder as it was given. Files
/// whose name begins with a dot are left out.
///
/// # Errors
/// When the folder or one of its files can't be read, a file is not UTF-8 text or larger than 4 MB, or there
/// are no such files or more than 200.
pub fn folder(dir: &Path) -> Result<Vec<Source>, Trouble> {
    let mut paths = ron_files(dir)?;
    for part in PARTS.map(|part| dir.join(part)) {
        // A link from `stages` back to the folder itself would bring every file twice.
        if part.is_dir() && !is_same_folder(dir, &part) {
            paths.extend(ron_files(&part)?);
        }
    }
    if paths.is_empty() {
        return Err(Trouble::new(
            Kind::Missing,
            "There is no questionnaire here: the folder has no .ron files.",
        )
        .at(dir)
        .next("Name the folder that holds questionnaire.ron."));
    }
    if paths.len() > FILES {
        let what = format!("The folder has {} .ron files; a questionnaire has {FILES} at most.", paths.len());
        return Err(Trouble::new(Kind::TooLarge, what)
            .at(dir)
            .next("Name the folder that holds questionnaire.ron, or join some of its files."));
    }
    paths.iter().map(|path| text_file(path)).collect()
}

/// One text file, named as it was given. It may be a pipe, as a shell makes for `<(…)`.
///
/// # Errors
/// When it can't be read, is not UTF-8 text or is larger than 4 MB.
pub fn text_file(path: &Path) -> Result<Source, Trouble> {
    let mut file = File::open(path).map_err(|error| unreadable(&error, path))?;
    text(&mut file, path)
}

/// The text that a reader gives, named as it is to be told: standard input, say.
///
/// # Errors
/// When it can't be read, is not UTF-8 text or is larger than 4 MB; no more than that is read.
pub fn text(reader: &mut impl Read, name: &Path) -> Result<Source, Trouble> {
    let bytes = read_some(reader, LIMIT).map_err(|error| unreadable(&error, name))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Trouble::new(Kind::TooLarge, format!("The file is larger than {} MB.", LIMIT >> 20))
            .at(name)
            .next("Check that it is the file you mean, or split it."));
    }
    String::from_utf8(bytes)
        .map(|text| Source::new(name.display().to_string(), text))
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()).at(name))
}

fn unreadable(error: &io::Error, path: &Path) -> Trouble {
    Trouble::io(Kind::Unreadable, "The file can't be read", error).at(path)
}

fn not_utf8(bytes: &[u8], good: usize) -> Trouble {
    let line = bytes[..good].split(|byte| *byte == b'\n').count();
    let next = if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        "It looks like UTF-16: save it as UTF-8 in your editor."
    } else {
        "Save it as UTF-8 in your editor."
    };
    Trouble::new(Kind::Damaged, format!("The file is not UTF-8 text: see byte {}, in line {line}.", good + 1))
        .next(next)
}

/// The `*.ron` files directly in a folder, in order.
fn ron_files(dir: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let cannot = |error: &io::Error| {
        Trouble::io(Kind::Unreadable, "The questionnaire's folder can't be read", error).at(dir)
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| cannot(&error))? {
        let name = entry.map_err(|error| cannot(&error))?.file_name();
        let path = dir.join(&name);
        let name = name.to_string_lossy().into_owned();
        let is_ron = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        if is_ron && !name.starts_with('.') && !path.is_dir() {
            names.push((name, path));
        }
    }
    names.sort_by(|(one, _), (other, _)| natural_order(one, other));
    names.into_iter().map(|(_, path)| ordinary(path)).collect()
}

/// A file of a folder that is no pipe or device, which might never end.
fn ordinary(path: PathBuf) -> Result<PathBuf, Trouble> {
    match fs::metadata(&path) {
        Ok(about) if about.is_file() => Ok(path),
        Ok(_) => Err(Trouble::new(Kind::Unreadable, "The file can't be read: it is a pipe or a device.")
            .at(&path)
            .next("Take it out of the questionnaire's folder.")),
        Err(error) => Err(unreadable(&error, &path)),
    }
}

fn is_same_folder(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
