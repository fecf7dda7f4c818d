//! One interview's file: a header and a list of entries. Everything else is their replay.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Answer, Place, Share, Stand, Subject};

/// The format that this program writes. A file of a newer one is refused, never rewritten.
pub const FORMAT: u32 = 1;

/// The first line of a session file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Session")]
pub struct Header {
    /// Format of the file.
    pub format: u32,
    /// Short id, unique in its data folder.
    pub id: String,
    /// What the person called it.
    pub title: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Its version when the session was begun.
    pub version: String,
    /// Its folder, where it is not the built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// When the session was begun.
    pub created: DateTime<Utc>,
}

/// Who gave an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    /// The firm whose case it is.
    #[default]
    Client,
    /// Its lawyer.
    Counsel,
}

impl Speaker {
    /// The word for a person and for JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Counsel => "counsel",
        }
    }
}

/// Something that was done in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// A question was answered. A row that is named here for the first time begins to exist.
    Answer {
        /// Which question, and in which row.
        at: Place,
        /// What was said.
        to: Answer,
    },
    /// An answer was taken back: the question is unanswered again.
    Clear {
        /// Which question.
        at: Place,
    },
    /// A note was written, or emptied.
    Note {
        /// Beside which question.
        at: Place,
        /// The whole note.
        text: String,
    },
    /// A row was taken out. Its answers stay in the journal and return with an undo.
    Remove {
        /// Of which repeat.
        repeat: String,
        /// Which row.
        row: String,
    },
    /// There are no more rows (`true`), or there may be more after all (`false`).
    Complete {
        /// Of which repeat.
        repeat: String,
        /// Whether the list is complete.
        complete: bool,
    },
    /// It was said to whom something may be shown, or (`None`) that nothing is said of it.
    Mark {
        /// What.
        of: Subject,
        /// To whom.
        to: Option<Share>,
    },
    /// It was written down where the other side stands on a point of the contract.
    Stand {
        /// Which point.
        clause: String,
        /// Where it stands.
        to: Stand,
    },
    /// The express path was taken, or the full interview: from now on only essential questions are asked, or all of
    /// them. Undo leaves it alone; the opposite act takes it back.
    Path {
        /// Whether it is the express path.
        express: bool,
    },
    /// The latest act that still stands was taken back.
    Undo,
    /// The act that was taken back last stands again.
    Redo,
    /// The person went here without answering.
    Visit {
        /// The question, or `None` for the end of the interview.
        at: Option<Place>,
        /// The repeat whose rows are listed, where the person is there instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        repeat: Option<String>,
    },
    /// Something was being typed when the person left: kept, no answer yet.
    Draft {
        /// Beside which question.
        at: Place,
        /// What stood in the field.
        text: String,
    },
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, to the second.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Speaker,
    /// What.
    pub act: Act,
}

/// A session as it was read: its header and every entry, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What the session is.
    pub header: Header,
    /// What was done in it.
    pub entries: Vec<Entry>,
}

impl Session {
    /// When the session was last changed.
    #[must_use]
    pub fn changed(&self) -> DateTime<Utc> {
        self.entries.last().map_or(self.header.created, |entry| entry.at)
    }
}

/// An answer with who gave it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was said.
    pub answer: Answer,
    /// By whom.
    pub by: Speaker,
    /// When.
    pub at: DateTime<Utc>,
}

/// What stands after every entry has been replayed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Every answer that its question can have, those of parked questions included.
    pub answers: BTreeMap<Place, Given>,
    /// Answers that the questionnaire has no use for, given to an earlier version of it: the question is gone, or it is of
    /// another kind, or the option is. Kept, and in no conclusion; the question, if there is one, is unanswered.
    pub unfit: BTreeMap<Place, Given>,
    /// Notes that are not empty.
    pub notes: BTreeMap<Place, String>,
    /// Those of them that counsel wrote or was the last to change.
    pub notes_of_counsel: BTreeSet<Place>,
    /// To whom things may be shown, where it was said.
    pub marks: BTreeMap<Subject, Share>,
    /// Where the other side stands on points of the contract, where it was written down.
    pub stands: BTreeMap<String, Stand>,
    /// Places whose answers are kept from whoever reads this: they count, and are told as withheld. None in an interview;
    /// an edition of the report has such.
    pub withheld: BTreeSet<Place>,
    /// Rows of each repeat, in the order in which they were named.
    pub rows: BTreeMap<String, Vec<String>>,
    /// Repeats that have no more rows.
    pub complete: BTreeSet<String>,
    /// Every row id that was ever used, with its repeat: none is given twice.
    pub used: BTreeSet<(String, String)>,
    /// What was being typed when the person left a question.
    pub drafts: BTreeMap<Place, String>,
    /// Whether the interview is taken by the express path.
    pub express: bool,
    /// Where the person went last, if no answer followed.
    pub visit: Option<Act>,
    /// How many acts can be undone.
    pub undoable: usize,
    /// How many undone acts can be redone.
    pub redoable: usize,
}

impl State {
    /// The answer given at a place.
    #[must_use]
    pub fn answer(&self, place: &Place) -> Option<&Answer> {
        self.answers.get(place).map(|given| &given.answer)
    }

    /// What was said at a place, whether or not the questionnaire has any use for it.
    #[must_use]
    pub fn given(&self, place: &Place) -> Option<&Given> {
        self.answers.get(place).or_else(|| self.unfit.get(place))
    }

    /// The rows of a repeat, none where none was named.
    #[must_use]
    pub fn rows(&self, repeat: &str) -> &[String] {
        self.rows.get(repeat).map_or(&[], Vec::as_slice)
    }
}
