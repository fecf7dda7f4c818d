//! Weighing: what the answers say for and against each option of a question, and the rows of a list side by side.
//! Points with reasons; a number never stands without them.

mod arguments;
mod comparison;

pub use arguments::{Argument, Weighed, weigh, weigh_all};
pub use comparison::{Candidate, Comparing, Mark, Reading, Seen, Weight, compare};

#[cfg(test)]
mod tests;
