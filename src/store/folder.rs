//! Reading the text files that authors write.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::read_some;
use super::listing::{Listing, files_ending};
use super::trouble::{Kind, Trouble};
use crate::text::Source;

/// Files that a questionnaire may have.
const FILES: usize = 200;
/// Bytes that one text file may have.
const LIMIT: u64 = 4 << 20;
/// Bytes that all of them together may have.
const TOTAL: usize = 32 << 20;

/// The files of a questionnaire: every `*.ron` in the folder, then every one in its `stages`, its `jurisdictions` and its
/// `text`, each in the order of their names with numbers counted as numbers. Their names begin with the folder as it was given. Files
/// whose name begins with a dot are left out. One that can't be read stands among the others without its text; so does what
/// looks like a slip: a file whose name ends in something like `.ron`, and a folder with such files that is not looked into.
///
/// # Errors
/// When the folder can't be read, all files together are larger than 32 MB, or there are no such files or more than 200.
pub fn folder(dir: &Path) -> Result<Vec<Source>, Trouble> {
    let Listing { files, mut unread } = Listing::of(dir)?;
    if files.is_empty() && unread.is_empty() {
        return Err(Trouble::new(
            Kind::Missing,
            "There is no questionnaire here: the folder has no .ron files.",
        )
        .at(dir)
        .next("Name the folder that holds questionnaire.ron."));
    }
    if files.len() > FILES {
        let what = format!("The folder has {} .ron files; a questionnaire has {FILES} at most.", files.len());
        return Err(Trouble::new(Kind::TooLarge, what)
            .at(dir)
            .next("Name the folder that holds questionnaire.ron, or join some of its files."));
    }
    let mut sources = Vec::new();
    let mut total = 0;
    for path in &files {
        let source = ordinary(path)
            .and_then(|()| text_file(path))
            .unwrap_or_else(|trouble| Source::unread(path.display().to_string(), trouble.into()));
        total += source.text.len();
        if total > TOTAL {
            let what = format!("The folder's .ron files are larger than {} MB together.", TOTAL >> 20);
            return Err(Trouble::new(Kind::TooLarge, what)
                .at(dir)
                .next("Check that it is the folder you mean."));
        }
        sources.push(source);
    }
    sources.append(&mut unread);
    Ok(sources)
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
        return Err(too_large(name));
    }
    String::from_utf8(bytes)
        .map(|text| Source::new(name.display().to_string(), text))
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()).at(name))
}

fn unreadable(error: &io::Error, path: &Path) -> Trouble {
    Trouble::io(Kind::Unreadable, "The file can't be read", error).at(path)
}

fn too_large(path: &Path) -> Trouble {
    Trouble::new(Kind::TooLarge, format!("The file is larger than {} MB.", LIMIT >> 20))
        .at(path)
        .next("Check that it is the file you mean, or split it.")
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

/// The files of recorded cases, each with its path: every `*.ron` and `*.json` directly in a folder, in the order of their
/// names with numbers counted as numbers.
///
/// # Errors
/// When the folder or one of its files can't be read, or there are no such files.
pub fn case_files(dir: &Path) -> Result<Vec<(PathBuf, Source)>, Trouble> {
    let paths = files_ending(dir, &["ron", "json"], "The folder of cases can't be read")?;
    if paths.is_empty() {
        return Err(Trouble::new(
            Kind::Missing,
            "There are no cases here: the folder has no .ron or .json files.",
        )
        .at(dir)
        .next("Name the folder that holds them; `safeshore witness --all FOLDER` writes a first set."));
    }
    let read = |path: PathBuf| {
        ordinary(&path)?;
        text_file(&path).map(|source| (path, source))
    };
    paths.into_iter().map(read).collect()
}

/// Refuses a pipe or device, which might never end, and a file that is too large, before any of it is read.
fn ordinary(path: &Path) -> Result<(), Trouble> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() && about.len() > LIMIT => Err(too_large(path)),
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(Trouble::new(Kind::Unreadable, "The file can't be read: it is a pipe or a device.")
            .at(path)
            .next("Take it out of the questionnaire's folder.")),
        Err(error) => Err(unreadable(&error, path)),
    }
}
