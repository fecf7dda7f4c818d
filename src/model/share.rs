//! To whom something that was said may be shown.

use serde::{Deserialize, Serialize};

use super::Place;

/// A mark that narrows or widens the circle of those who may read something. Without one it is for the client and for
/// counsel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Share {
    /// For counsel alone.
    Private,
    /// For the other side too.
    Shareable,
}

impl Share {
    /// The word for a person and for JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Shareable => "shareable",
        }
    }
}

/// Something that can be marked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// The answer to a question.
    Answer(Place),
    /// The note beside a question.
    Note(Place),
    /// A row with all that is said of it: an asset.
    Row {
        /// Of which repeat.
        repeat: String,
        /// Which row.
        row: String,
    },
    /// A point that the contract must settle.
    Clause(String),
}

/// Where the other side stands on a point of the contract, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// What it wants, in the words of whoever wrote it down; empty where nobody did.
    pub theirs: String,
    /// Whether both sides agree.
    pub agreed: bool,
}
