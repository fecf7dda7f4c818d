//! The report: what the interview found, as one document that every format is drawn from.

mod compose;
pub mod document;
mod html;
mod label;
mod markdown;
mod picture;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use compose::compose;
pub use document::Document;
pub use html::html;
pub use markdown::markdown;
