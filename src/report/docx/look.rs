//! How a Word report looks: what a firm may replace.

use serde::Deserialize;

use super::picture::Logo;
use crate::report::template::{Paper, is_colour};

/// The look of a Word report. Everything left out is as in the house look, so that `()` is a whole one:
///
/// ```ron
/// (
///     page: Letter,
///     fonts: (text: "Garamond", heads: "Gill Sans MT"),
///     colours: (ink: "#5b1a1a", tint: "#f7f2ef"),
///     running: "Ash & Oak LLP",
///     closing: "Ash & Oak LLP is regulated by the Solicitors Regulation Authority.",
/// )
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DocxStyle {
    /// The paper.
    pub page: Paper,
    /// Names of fonts that the readers' machines have.
    pub fonts: Fonts,
    /// The colours.
    pub colours: Colours,
    /// A line for the foot of every page: the firm's name.
    pub running: String,
    /// What stands at the end of the report; line breaks are kept.
    pub closing: String,
    /// A picture for the cover: the loader of a template reads it from a file beside this one.
    #[serde(skip)]
    pub logo: Option<Logo>,
}

/// Names of fonts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fonts {
    /// For what is read.
    pub text: String,
    /// For headings, tables and what stands around the text.
    pub heads: String,
}

/// The colours, each on white.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Colours {
    /// Headings, links and the bar beside a finding.
    pub ink: Colour,
    /// What is read.
    pub text: Colour,
    /// Remarks.
    pub quiet: Colour,
    /// Lines in tables.
    pub rule: Colour,
    /// Behind the header rows of tables and what is to be done.
    pub tint: Colour,
    /// The word "Blocker".
    pub blocker: Colour,
    /// The word "High".
    pub high: Colour,
    /// The word "Medium".
    pub medium: Colour,
    /// The word "Low".
    pub low: Colour,
}

/// A colour, written `"#1f4068"`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(String);

/// Why a text is no colour.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no colour: write # and six hexadecimal digits, like \"#1f4068\"")]
pub struct NoColour(String);

impl TryFrom<String> for Colour {
    type Error = NoColour;

    fn try_from(text: String) -> Result<Self, NoColour> {
        match text.strip_prefix('#').filter(|_| is_colour(&text)) {
            Some(digits) => Ok(Self(digits.to_ascii_uppercase())),
            None => Err(NoColour(text)),
        }
    }
}

impl Colour {
    /// Its six digits, as Word wants them.
    pub(in crate::report) fn digits(&self) -> &str {
        &self.0
    }
}

impl Default for Fonts {
    /// Fonts that Word brings along, and that have twins of the same widths (Caladea, Carlito) where there is no Word.
    fn default() -> Self {
        Self { text: "Cambria".to_owned(), heads: "Calibri".to_owned() }
    }
}

impl Default for Colours {
    fn default() -> Self {
        let colour = |digits: &str| Colour(digits.to_owned());
        Self {
            ink: colour("1F4068"),
            text: colour("1E2328"),
            quiet: colour("56606B"),
            rule: colour("C6CDD5"),
            tint: colour("F1F4F7"),
            blocker: colour("9B1C1C"),
            high: colour("A04A00"),
            medium: colour("705600"),
            low: colour("3D5A80"),
        }
    }
}

/// Lengths on the page, in twentieths of a point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Margins left and right, above and below.
pub(super) const MARGIN: usize = 1304;

impl Paper {
    pub(super) fn sheet(self) -> Sheet {
        match self {
            Self::A4 => Sheet { width: 11_906, height: 16_838 },
            Self::Letter => Sheet { width: 12_240, height: 15_840 },
        }
    }

    /// English as it is spelled where such paper is used; other languages as they come.
    pub(super) fn language(self, language: &str) -> &str {
        match (self, language) {
            (Self::A4, "en") => "en-GB",
            (Self::Letter, "en") => "en-US",
            _ => language,
        }
    }
}

impl Sheet {
    /// Width between the margins.
    pub(super) fn text(self) -> usize {
        self.width - 2 * MARGIN
    }
}
