//! Reading a firm's template.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::disk::read_whole;
use super::trouble::{Kind, Trouble};

/// Files that a template may have.
const FILES: usize = 200;
/// Bytes that all of them may have together.
const TOTAL: u64 = 64 << 20;
/// Folders that may stand in one another.
const DEEP: usize = 4;

/// The files of a template's folder and of the folders in it, by their names within it, `/` between parts. What begins with
/// a dot is left out; a link is refused: a template holds what it needs.
///
/// # Errors
/// When the folder or a file can't be read, or there are more files, or larger ones, than a template needs.
pub fn template_folder(dir: &Path) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    let mut left = TOTAL;
    collect(dir, "", DEEP, &mut left, &mut files)?;
    Ok(files)
}

fn collect(
    dir: &Path,
    within: &str,
    deep: usize,
    left: &mut u64,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Trouble> {
    let cannot = |error: &std::io::Error| {
        Trouble::io(Kind::Unreadable, "The template's folder can't be read", error)
            .at(dir)
            .next("Name a folder that holds a template, or make the report in the built-in look.")
    };
    for entry in fs::read_dir(dir).map_err(|error| cannot(&error))? {
        let entry = entry.map_err(|error| cannot(&error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(|error| cannot(&error))?;
        let path = entry.path();
        if name.starts_with('.') {
            continue;
        }
        if kind.is_symlink() {
            let link = Trouble::new(Kind::Unreadable, "The template holds a link, which may lead anywhere.");
            return Err(link.at(&path).next("Put the file itself there."));
        }
        if kind.is_dir() && deep > 0 {
            collect(&path, &format!("{within}{name}/"), deep - 1, left, files)?;
        } else if kind.is_file() {
            let bytes = read_whole(&path, *left).filter(|_| files.len() < FILES).ok_or_else(|| {
                let what = format!(
                    "The file can't be read, or the template has more than {FILES} files or {} MB.",
                    TOTAL >> 20
                );
                Trouble::new(Kind::TooLarge, what)
                    .at(&path)
                    .next("Name the folder that holds the template and nothing else.")
            })?;
            *left = left.saturating_sub(bytes.len() as u64);
            files.insert(format!("{within}{name}"), bytes);
        }
    }
    Ok(())
}
