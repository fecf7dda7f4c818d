//! The fates are those that a replay metes out; and what is told of a change.

mod edits;
mod replayed;
