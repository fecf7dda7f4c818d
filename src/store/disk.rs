//! The few things that the store asks of a disk.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that is written at its end. A trait so that tests can let it fail.
pub(super) trait Disk: Write + Send + fmt::Debug {
    /// Bytes that the file has now.
    fn length(&self) -> io::Result<u64>;
    /// Whether the file still stands where it was opened, rather than deleted or replaced by another.
    fn in_place(&self) -> io::Result<bool>;
    /// Cuts the file to that many bytes; the next write goes there.
    fn cut(&mut self, length: u64) -> io::Result<()>;
    /// Returns when everything written is on the disk itself.
    fn sync(&mut self) -> io::Result<()>;
}

/// A real file, opened to be read and written.
#[derive(Debug)]
pub(super) struct OpenFile {
    file: File,
    path: PathBuf,
}

impl OpenFile {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// The whole file, or its first `limit + 1` bytes where it is larger.
    pub(super) fn read(&mut self, limit: u64) -> io::Result<Vec<u8>> {
        read_some(&mut self.file, limit)
    }
}

impl Write for OpenFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Disk for OpenFile {
    fn length(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn in_place(&self) -> io::Result<bool> {
        match fs::metadata(&self.path) {
            Ok(there) => Ok(is_same(&there, &self.file.metadata()?)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        self.file.seek(SeekFrom::Start(length)).map(|_| ())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }
}

#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Elsewhere an open file can't be replaced, and its length is all there is to compare.
#[cfg(not(unix))]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    one.len() == other.len()
}

/// A whole file; nothing where it can't be read or is larger than `limit`.
pub(super) fn read_whole(path: &Path, limit: u64) -> Option<Vec<u8>> {
    let bytes = read_some(&mut File::open(path).ok()?, limit).ok()?;
    (bytes.len() as u64 <= limit).then_some(bytes)
}

/// What a reader gives, or its first `limit + 1` bytes where it gives more.
pub(super) fn read_some(reader: &mut impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Options for a file that nobody but its owner may read.
pub(super) fn private() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a new file that only its owner may read and returns when it is on the disk. Where that fails, no
/// part of it stays behind.
pub(super) fn create_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| sync_folder_of(path));
    if written.is_err() {
        // The first error is the one to report; a file that can't be removed is no worse than a torn one.
        let _ = fs::remove_file(path);
    }
    written
}

/// Makes a folder that only its owner may enter, and those above it, where they are not there yet.
pub(super) fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)?;
    sync_folder_of(path)
}

/// The folder that a path stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns when the name of a new file is on the disk as well as its bytes.
#[cfg(unix)]
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        // Some file systems have no such thing for folders, and some folders may be written but not read.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// A folder can't be synced here.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on unix it can fail")]
pub(super) fn sync_folder_of(_: &Path) -> io::Result<()> {
    Ok(())
}
