//! The document as JSON, for programs.

use serde::Serialize;

use super::document::Document;

/// The version of the shape, raised with every change that a reader could trip over.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Envelope<'d> {
    format: u32,
    document: &'d Document,
}

/// The document as JSON, in the shape that the README documents.
///
/// # Panics
/// Never: texts, numbers and lists can always be written.
#[must_use]
pub fn json(document: &Document) -> String {
    let envelope = Envelope { format: FORMAT, document };
    let text = serde_json::to_string_pretty(&envelope).expect("texts, numbers and lists can be written");
    text + "\n"
}
