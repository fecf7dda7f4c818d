//! What was noticed while a session was read, though it could be read.

use std::fmt;
use std::path::PathBuf;

use super::trouble::shown;

/// Something about a session file that its reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last line was not written to its end, as happens when a machine stops in mid-save.
    Torn {
        /// Number of the line, from 1.
        line: usize,
        /// How many bytes of it there were.
        bytes: usize,
        /// Where they were put; `None` where the session was only read and the file is as it was.
        kept: Option<PathBuf>,
    },
    /// A line does not follow from the one before it: something was altered, added or removed.
    Broken {
        /// Number of the first such line, from 1.
        line: usize,
    },
}

impl fmt::Display for Notice {
    /// One line, safe to show on a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Torn { line, bytes, kept: Some(path) } => write!(
                f,
                "The last save was cut short (line {line}, {bytes} bytes). Every entry before it is here; what \
                 there was of it is kept in {}",
                shown(path)
            ),
            Self::Torn { line, bytes, kept: None } => write!(
                f,
                "The last save was cut short (line {line}, {bytes} bytes). Every entry before it is here; that \
                 line is left out and the file is as it was."
            ),
            Self::Broken { line } => write!(
                f,
                "Line {line} does not follow from the line before it: the file was changed by other means than \
                 Safeshore. All its entries are here, but the record is no longer proof of what was said when."
            ),
        }
    }
}
