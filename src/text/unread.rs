//! Files and folders whose text could not be had.

/// Why there is no text of a file or folder, in words for the person whose file it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// What sort of reason it is.
    pub reason: Reason,
    /// What is wrong: a sentence without a full stop.
    pub what: String,
    /// What to do: a sentence without a full stop.
    pub next: String,
}

/// Why a text is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The file can't be opened or read.
    Unreadable,
    /// The folder can't be read, so nobody knows what is in it.
    UnreadableFolder,
    /// It is no text in UTF-8.
    NoText,
    /// There is more of it than the program reads.
    TooLarge,
    /// A file that is like a part of a questionnaire, but for the end of its name.
    OtherEnding,
    /// A folder with such files where none is looked into.
    OtherFolder,
}
