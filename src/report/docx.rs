//! The report as a Word document that is edited like one that was written by hand: styles carry the look, headings are
//! numbered by Word, authorities are footnotes.
//!
//! Its parts are written here. docx-rs (0.4.22) has no header rows that repeat and no alternative texts, and numbers
//! notes, bookmarks and paragraphs across all documents of a process, so that no two builds are alike.

mod blocks;
mod card;
mod contents;
mod firm;
mod frame;
mod look;
mod numbering;
mod package;
mod picture;
mod styles;
mod table;
mod words;

use std::collections::BTreeMap;

use maud::{Markup, html};

pub use look::DocxStyle;
pub use picture::Logo;

use super::document::Document;
use look::Sheet;

/// The document as a Word file (`.docx`).
#[must_use]
pub fn docx(document: &Document, style: &DocxStyle) -> Vec<u8> {
    let mut book = Book::new(document, style);
    let body = book.body(document);
    package::zipped(&book, document, &body)
}

/// What is gathered while the body is written.
struct Book<'d> {
    look: &'d DocxStyle,
    sheet: Sheet,
    /// A number for every anchor: its bookmark's.
    places: BTreeMap<&'d str, usize>,
    /// Footnotes, the first being number 1.
    notes: Vec<Markup>,
    /// PNG files, the first being number 1.
    pictures: Vec<Vec<u8>>,
    /// Figures so far, drawn or not.
    figures: usize,
    /// Numbered lists so far.
    lists: usize,
}

impl<'d> Book<'d> {
    fn new(document: &'d Document, look: &'d DocxStyle) -> Self {
        let mut places = BTreeMap::new();
        for (anchor, number) in document.anchors().into_iter().zip(1..) {
            places.entry(anchor).or_insert(number);
        }
        Self {
            look,
            sheet: look.page.sheet(),
            places,
            notes: Vec::new(),
            pictures: Vec::new(),
            figures: 0,
            lists: 0,
        }
    }

    fn body(&mut self, document: &Document) -> Markup {
        html! {
            (self.cover(document))
            (self.contents(document))
            @for (at, section) in document.sections.iter().enumerate() { (self.section(section, 1, at == 0)) }
            (self.closing())
        }
    }

    /// The mark of a footnote, and the footnote itself put with the others.
    fn note(&mut self, words: Markup) -> Markup {
        self.notes.push(words);
        html! {
            w:r {
                w:rPr { w:rStyle w:val="FootnoteReference" {} }
                w:footnoteReference w:id=(self.notes.len()) {}
            }
        }
    }
}
