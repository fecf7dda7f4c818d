//! What a firm sets without programming.

use std::io::Cursor;

use resvg::usvg::{Options, Tree};
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::text::Spanned;

/// The firm's settings, as its `template.ron` holds them. What is left out stays as it is in the built-in look.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Template")]
pub struct Look {
    /// The firm's name, over the title.
    pub firm: Option<String>,
    /// A file of the folder, over the title.
    pub logo: Option<Spanned<String>>,
    /// What stands under the title, such as the firm's address.
    pub address: Vec<String>,
    /// At the top of every page after the first, instead of the matter's name.
    pub head: Option<String>,
    /// At the foot of every page, after the marking.
    pub foot: Option<String>,
    /// Paragraphs that close the report.
    pub closing: Vec<String>,
    /// What the sheets are.
    pub paper: Paper,
    /// The colours.
    pub colours: Colours,
    /// The families of letters.
    pub fonts: Fonts,
}

/// A size of sheets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    #[serde(rename(serialize = "a4"))]
    A4,
    /// 8½ × 11 inches.
    #[serde(rename(serialize = "us-letter"))]
    Letter,
}

/// Colours, each as `#` and six hexadecimal digits.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Colours {
    /// Of headings, rules and drawings.
    pub accent: Option<Spanned<String>>,
    /// Of text.
    pub text: Option<Spanned<String>>,
    /// Of remarks.
    pub quiet: Option<Spanned<String>>,
}

/// Families of letters: those of the folder's files, or built in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fonts {
    /// Of text.
    pub text: Option<Spanned<String>>,
    /// Of headings and tables.
    pub heads: Option<Spanned<String>>,
}

impl Look {
    /// What can be found wrong without making a report.
    pub(super) fn faults<'f>(&self, file: impl Fn(&str) -> Option<&'f [u8]>) -> Vec<Diagnostic> {
        let logo = self.logo.iter().filter_map(|logo| {
            let message = match file(&logo.value) {
                None => format!("The folder has no file `{}`", logo.value),
                Some(bytes) if !is_picture(bytes) => {
                    format!("`{}` is no picture that can be read: PNG, JPEG or SVG is wanted", logo.value)
                }
                Some(_) => return None,
            };
            let fault = Diagnostic::error("broken-template", message);
            Some(fault.at(logo.span).label("named here as the logo"))
        });
        let Colours { accent, text, quiet } = &self.colours;
        let colours = [accent, text, quiet].into_iter().flatten().filter(|colour| !is_colour(&colour.value));
        let colours = colours.map(|colour| {
            let message = format!("`{}` is no colour", colour.value);
            Diagnostic::error("broken-template", message)
                .at(colour.span)
                .label("`#` and six hexadecimal digits are wanted, such as `#1f4068`")
        });
        logo.chain(colours).collect()
    }
}

/// Bytes that a logo may have once it is unpacked.
const LARGEST: usize = 256 << 20;

/// Whether it is of a sort that reports can show; a PNG or SVG file must be whole too.
fn is_picture(bytes: &[u8]) -> bool {
    is_png(bytes) || bytes.starts_with(b"\xff\xd8\xff") || Tree::from_data(bytes, &Options::default()).is_ok()
}

fn is_png(bytes: &[u8]) -> bool {
    let Ok(mut reader) = png::Decoder::new(Cursor::new(bytes)).read_info() else { return false };
    let Some(size) = reader.output_buffer_size().filter(|size| *size <= LARGEST) else { return false };
    reader.next_frame(&mut vec![0; size]).is_ok()
}

/// Whether a text is `#` and six hexadecimal digits.
pub fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
