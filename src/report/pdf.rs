//! The report as PDF, typeset by typst: tagged, PDF/UA-1 and PDF/A-2a, the same bytes for the same document.
//!
//! Typst is given a world without files or network: the template, and the document as data. Nothing of the document is
//! ever read as markup.

mod data;
mod fault;
mod fonts;
mod glyphs;
mod world;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Write;

use chrono::{DateTime, Datelike, Timelike, Utc};
use sha2::{Digest, Sha256};
use typst::comemo;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::template::{Broken, Template};
use super::{Document, Means, label};
use data::Told;
use fonts::Fonts;
use glyphs::Glyphs;
use world::Office;

/// A report as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters for which no font has a glyph: their numbers stand in the report instead, and its end says so.
    pub lacking: Vec<char>,
}

/// The document as PDF. Where the fonts at hand lack characters, others are asked for that have them, so that
/// an ordinary report is the same on every machine.
///
/// # Errors
/// Where a firm's template can't be typeset.
pub fn pdf(document: &Document, means: Means<'_>) -> Result<Pdf, Broken> {
    let template = means.template;
    let fonts = Fonts::at_hand(template);
    let unknown = fonts.unknown(template.look());
    if !unknown.is_empty() {
        return Err(template.broken(unknown));
    }
    let told = data::told(document, template);
    let wanted = told.characters().filter(|one| !glyphs::is_unseen(*one));
    let lacking: BTreeSet<char> = wanted.filter(|one| !fonts.have(*one)).collect();
    let more = if lacking.is_empty() { Vec::new() } else { (means.fonts)(&lacking) };
    let made = if more.is_empty() {
        make(document, template, fonts, told)
    } else {
        let own = fonts.clone();
        // Some fonts' tables promise a glyph that doesn't come, and some must not be embedded.
        make(document, template, fonts.and(more), told.clone())
            .or_else(|_| make(document, template, own, told))
    };
    // What typst remembers of one report is of no use for the next, and would stay in memory.
    comemo::evict(0);
    made
}

fn make(document: &Document, template: &Template, fonts: Fonts, told: Told) -> Result<Pdf, Broken> {
    let (office, lacking) = office(template, fonts, told);
    let pages = typeset(&office)?;
    let bytes = export(&office, &pages, document.date)?;
    Ok(Pdf { bytes, lacking })
}

/// Everything that typst needs, and the characters that it won't show.
fn office(template: &Template, fonts: Fonts, mut told: Told) -> (Office, Vec<char>) {
    let mut glyphs = Glyphs::of(&fonts);
    told.stand_in(&mut glyphs);
    let lacking = glyphs.lacking();
    told.say_lacking(&lacking);
    (Office::new(template, told, fonts), lacking)
}

fn typeset(office: &Office) -> Result<PagedDocument, Broken> {
    typst::compile(office).output.map_err(|errors| fault::broken(office, &errors))
}

fn export(office: &Office, pages: &PagedDocument, date: DateTime<Utc>) -> Result<Vec<u8>, Broken> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("they go together");
    let options = PdfOptions {
        ident: Smart::Custom(ident(office)),
        creator: Smart::Custom(Some("Safeshore".to_owned())),
        timestamp: timestamp(date),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| fault::broken(office, &errors))
}

/// All that a report is typeset from, beside the template.
#[cfg(test)]
pub(super) fn given(document: &Document) -> String {
    let told = data::told(document, &Template::built_in());
    let data = String::from_utf8(told.json()).expect("JSON is UTF-8");
    told.drawings().into_values().fold(data, |all, drawing| all + &drawing)
}

/// What tells this report from every other one: what it says.
fn ident(office: &Office) -> String {
    let mut ident = String::new();
    for byte in Sha256::digest(office.data()) {
        write!(ident, "{byte:02x}").expect("a string takes all");
    }
    ident
}

fn timestamp(date: DateTime<Utc>) -> Option<Timestamp> {
    let small = |number: u32| u8::try_from(number).ok();
    let moment = Datetime::from_ymd_hms(
        date.year(),
        small(date.month())?,
        small(date.day())?,
        small(date.hour())?,
        small(date.minute())?,
        small(date.second())?,
    );
    moment.map(Timestamp::new_utc)
}
