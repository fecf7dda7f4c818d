//! Safeshore: an interview on intellectual property for people about to outsource work offshore.

pub mod engine;
pub mod model;
pub mod text;
pub mod tui;
