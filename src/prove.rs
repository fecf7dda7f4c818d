//! What can be said of all possible answers to a questionnaire, exactly: its conditions become a circuit over finite
//! domains, a SAT solver looks for answers that bring a statement about, and the engine, which knows nothing of the
//! circuit, confirms them.
//!
//! Numbers have one value for each class that conditions can tell apart; texts, amounts and days are given or not; lists
//! have rows up to [`Proof::rows`]. Facts of countries' law are as the questionnaire has them.

mod answers;
mod circuit;
mod confirming;
mod deciding;
mod domain;
mod faults;
mod proof;
mod risks;
mod sites;
mod size;
mod statement;
mod sweep;
mod tri;
mod witness;
mod world;

pub use proof::{Proof, Tally, prove};
pub use statement::Statement;
pub use witness::{Effect, GaveUp, Thorough, Witness, Witnesses, all_effects, effects};

#[cfg(test)]
mod tests;
