//! What a report is made with, besides what it says.

use std::collections::BTreeSet;

use super::Template;

/// The look of a report, and where letters for it can be had.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The look, in Word and PDF.
    pub template: &'a Template,
    /// Fonts for characters that those at hand lack, in PDF.
    pub fonts: Elsewhere<'a>,
}

/// Where fonts can be had that have these characters: those of the system, or none. Each is the bytes of a file, and which
/// of its fonts is meant, from 0.
pub type Elsewhere<'a> = &'a dyn Fn(&BTreeSet<char>) -> Vec<(Vec<u8>, u32)>;

/// No fonts but the built-in ones and those of the template.
#[must_use]
pub fn none_elsewhere(_: &BTreeSet<char>) -> Vec<(Vec<u8>, u32)> {
    Vec::new()
}
