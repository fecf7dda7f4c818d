//! Temporary.
use super::model::Model;
/// View.
pub fn view(_model: &Model, _frame: &mut ratatui::Frame) {}
