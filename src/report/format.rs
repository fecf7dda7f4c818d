//! The formats of a report, and one way to make each.

use super::document::{Document, Sheet};
use super::{DocxStyle, csv, docx, html, ics, json, markdown, xlsx};

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// One self-contained HTML file.
    Html,
    /// A Word document in the house look.
    Docx,
    /// PDF, with the built-in look.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The document as data.
    Json,
    /// One table as comma-separated values.
    Csv(Sheet),
    /// Findings, register and actions as a workbook.
    Xlsx,
    /// The actions as a calendar.
    Ics,
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Unmade {
    /// It does not fit a workbook.
    #[error("The workbook could not be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// Its template can't be used.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Template(#[from] super::Broken),
}

impl Format {
    /// Every format, the most used first.
    pub const ALL: &[Self] = &[
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Html,
        Self::Markdown,
        Self::Xlsx,
        Self::Csv(Sheet::Findings),
        Self::Csv(Sheet::Register),
        Self::Csv(Sheet::Actions),
        Self::Ics,
        Self::Json,
    ];

    /// What a file of it ends in, without the point.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Csv(_) => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "web page (HTML)",
            Self::Docx => "Word document",
            #[cfg(feature = "pdf")]
            Self::Pdf => "PDF",
            Self::Json => "data (JSON)",
            Self::Csv(Sheet::Findings) => "findings (CSV)",
            Self::Csv(Sheet::Register) => "register (CSV)",
            Self::Csv(Sheet::Actions) => "actions (CSV)",
            Self::Xlsx => "Excel workbook",
            Self::Ics => "calendar of actions (ICS)",
        }
    }

    /// Whether it is text that a terminal can show.
    #[must_use]
    pub fn is_text(self) -> bool {
        !["docx", "pdf", "xlsx"].contains(&self.ending())
    }
}

/// The document in a format.
///
/// # Errors
/// Where the format can't hold it.
pub fn render(document: &Document, format: Format) -> Result<Vec<u8>, Unmade> {
    Ok(match format {
        Format::Markdown => markdown(document).into_bytes(),
        Format::Html => html(document).into_bytes(),
        Format::Docx => docx(document, &DocxStyle::default()),
        #[cfg(feature = "pdf")]
        Format::Pdf => super::pdf(document, &super::Template::built_in(), &super::none_elsewhere)?.bytes,
        Format::Json => json(document).into_bytes(),
        Format::Csv(sheet) => csv(document, sheet),
        Format::Xlsx => xlsx(document)?,
        Format::Ics => ics(document).into_bytes(),
    })
}
