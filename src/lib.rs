//! Safeshore: an interview on intellectual property for people about to outsource work offshore.

pub mod cases;
pub mod cli;
pub mod diagnostic;
pub mod engine;
pub mod load;
pub mod model;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
