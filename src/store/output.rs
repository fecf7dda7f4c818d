//! Writing a report.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::disk::{folder_of, sync_folder_of};
use super::trouble::{Kind, Trouble};

/// The permissions of any new file, from which the system takes what the person's settings take.
const AS_USUAL: u32 = 0o666;
/// Those of a file that only its owner reads and writes.
const OWNER_ONLY: u32 = 0o600;

/// A folder for files that are about to be written: made where it is not there, and empty where it is.
///
/// # Errors
/// When it can't be made, or holds anything already.
pub fn new_folder(path: &Path) -> Result<(), Trouble> {
    let cannot = |error: &io::Error| {
        Trouble::io(Kind::Unwritable, "The folder could not be made", error)
            .at(path)
            .kept("Nothing was written.")
    };
    fs::create_dir_all(path).map_err(|error| cannot(&error))?;
    if fs::read_dir(path).map_err(|error| cannot(&error))?.next().is_some() {
        return Err(Trouble::new(Kind::Exists, "The folder is not empty.")
            .at(path)
            .kept("Nothing was written.")
            .next("Name a new folder."));
    }
    Ok(())
}

/// [`write_new`] for what is nobody else's business: on Unix a new file can be read by its owner only.
///
/// # Errors
/// As [`write_new`].
pub fn write_private(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Trouble> {
    write(path, bytes, replace, OWNER_ONLY)
}

/// Writes a file as a whole or not at all, and returns when it is on the disk. With `replace` a file of that
/// name gives way and its permissions stay; a link is followed.
///
/// # Errors
/// When it can't be written, when something other than a file has that name, or when a file has it and
/// `replace` is false. Then what is there stays as it was.
pub fn write_new(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Trouble> {
    write(path, bytes, replace, AS_USUAL)
}

fn write(path: &Path, bytes: &[u8], replace: bool, mode: u32) -> Result<(), Trouble> {
    let cannot = |error: &io::Error| {
        if error.kind() == ErrorKind::AlreadyExists {
            return Trouble::new(
                Kind::Exists,
                "The file was not written: one of that name is there already.",
            )
            .at(path)
            .kept("It was left as it is.")
            .next("Choose another name, or ask for it to be replaced.");
        }
        let trouble = Trouble::io(Kind::Unwritable, "The file could not be written", error).at(path);
        trouble.kept("Nothing was written; what stood there before is as it was.")
    };
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|about| !about.is_file()) {
        return Err(Trouble::new(
            Kind::Unwritable,
            "The file could not be written: that is a folder or a device.",
        )
        .at(path)
        .kept("Nothing was written.")
        .next("Choose a file name, or leave the name out to write to standard output."));
    }
    let target = if there.is_some() { fs::canonicalize(path) } else { Ok(PathBuf::from(path)) };
    let target = target.map_err(|error| cannot(&error))?;
    put(&target, bytes, replace, there.map(|about| about.permissions()), mode).map_err(|error| cannot(&error))
}

fn put(
    path: &Path,
    bytes: &[u8],
    replace: bool,
    like: Option<fs::Permissions>,
    #[cfg_attr(not(unix), allow(unused_variables))] mode: u32,
) -> io::Result<()> {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    if let Some(permissions) = like {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    if replace {
        file.persist(path)?;
    } else {
        file.persist_noclobber(path)?;
    }
    sync_folder_of(path)
}
