//! The formats of a report, and one way to make each.

use super::document::{Block, Document, Sheet};
use super::{Broken, DocxStyle, Means, csv, docx, html, ics, json, markdown, xlsx};

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// One self-contained HTML file.
    Html,
    /// A Word document.
    Docx,
    /// PDF.
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
    /// A calendar without an entry is none.
    #[error("This edition has no list of actions, and so nothing for a calendar.")]
    NoActions,
    /// Its template can't be used.
    #[error(transparent)]
    Template(#[from] Broken),
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

    /// Whether a template gives it its look.
    #[must_use]
    pub fn has_template(self) -> bool {
        ["docx", "pdf", "html"].contains(&self.ending())
    }

    /// Whether it is text that a terminal can show.
    #[must_use]
    pub fn is_text(self) -> bool {
        !["docx", "pdf", "xlsx"].contains(&self.ending())
    }
}

/// A report as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters for which no font has a glyph: their numbers stand in the report instead, and its end says so.
    pub lacking: Vec<char>,
}

/// The document in a format.
///
/// # Errors
/// Where the format can't hold it, or the template can't be used.
pub fn render(document: &Document, format: Format, means: Means<'_>) -> Result<Made, Unmade> {
    let bytes = match format {
        Format::Markdown => markdown(document).into_bytes(),
        Format::Html => html(document, means.template).into_bytes(),
        Format::Docx => docx(document, &DocxStyle::of_firm(means.template)?),
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            let super::Pdf { bytes, lacking } = super::pdf(document, means)?;
            return Ok(Made { bytes, lacking });
        }
        Format::Json => json(document).into_bytes(),
        Format::Csv(sheet) => csv(document, sheet),
        Format::Xlsx => xlsx(document)?,
        Format::Ics => {
            let has_actions = document.blocks().into_iter().any(|block| matches!(block, Block::Actions(_)));
            if !has_actions {
                return Err(Unmade::NoActions);
            }
            ics(document).into_bytes()
        }
    };
    Ok(Made { bytes, lacking: Vec::new() })
}
