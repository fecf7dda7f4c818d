//! The report: what the interview found, as one document that every format is drawn from.

mod compose;
pub mod document;
mod docx;
mod drawing;
mod edition;
mod format;
mod html;
mod ics;
mod json;
pub(crate) mod label;
mod markdown;
mod means;
#[cfg(feature = "pdf")]
mod pdf;
mod sheet;
mod template;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use compose::compose;
pub use document::Document;
pub use docx::{DocxStyle, Logo, docx};
pub use edition::{Edition, held_back, redact, share_of_answer, share_of_clause, share_of_note};
pub use format::{Format, Made, Unmade, render};
pub use html::html;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use means::{Elsewhere, Means, none_elsewhere};
#[cfg(feature = "pdf")]
pub use pdf::{Pdf, pdf};
pub use sheet::{csv, xlsx};
pub use template::{Broken, Template};
