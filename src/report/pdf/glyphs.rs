//! What no font can show: it must not vanish, and a box in its place would say nothing, so its number stands for it.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use unicode_segmentation::UnicodeSegmentation;

use super::fonts::Fonts;

/// Letters after which a word without a gap may be broken, lest it run off the page.
const UNBROKEN: usize = 24;
/// Where a line may be broken without a sign.
const GAP: char = '\u{200b}';

/// What the fonts of a report can show.
pub(super) struct Glyphs<'f> {
    fonts: &'f Fonts,
    known: HashMap<String, bool>,
    lacking: BTreeSet<char>,
}

impl<'f> Glyphs<'f> {
    pub(super) fn of(fonts: &'f Fonts) -> Self {
        Self { fonts, known: HashMap::new(), lacking: BTreeSet::new() }
    }

    /// The text such that all of it can be shown.
    pub(super) fn shown(&mut self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        let mut shown = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            if cluster.is_ascii() || self.has(cluster) {
                shown.push_str(cluster);
            } else {
                self.stand_in(cluster, &mut shown);
            }
        }
        shown
    }

    /// The characters that are not shown, in the order of their numbers.
    pub(super) fn lacking(&self) -> Vec<char> {
        self.lacking.iter().copied().collect()
    }

    /// Whether one font has all of it: marks of one font can't be set on letters of another.
    fn has(&mut self, cluster: &str) -> bool {
        if let Some(known) = self.known.get(cluster) {
            return *known;
        }
        let mut marks = cluster.chars().filter(|one| !is_unseen(*one)).peekable();
        let shown = marks.peek().is_none()
            || !cluster.chars().any(is_private)
                && self.fonts.infos().any(|info| {
                    let mut seen = cluster.chars().filter(|one| !is_unseen(*one));
                    seen.all(|one| info.coverage.contains(one.into()))
                });
        self.known.insert(cluster.to_owned(), shown);
        shown
    }

    fn stand_in(&mut self, cluster: &str, shown: &mut String) {
        for one in cluster.chars() {
            let mut bytes = [0; 4];
            let alone: &str = one.encode_utf8(&mut bytes);
            // A mark that follows what stands for its letter would be set on the wrong thing.
            if is_unseen(one) || !is_mark(one) && self.has(alone) {
                shown.push(one);
            } else {
                self.lacking.insert(one);
                // Many in a row must not run off the page.
                write!(shown, "{GAP}‹U+{:04X}›", u32::from(one)).expect("a string takes all");
            }
        }
    }
}

/// The text such that a line can be broken everywhere, be a word ever so long.
pub(super) fn breakable(text: &str) -> String {
    let mut breakable = String::with_capacity(text.len());
    let mut unbroken = 0;
    for cluster in text.graphemes(true) {
        unbroken = if cluster.chars().all(may_break_after) { 0 } else { unbroken + 1 };
        if unbroken > UNBROKEN {
            breakable.push(GAP);
            unbroken = 1;
        }
        breakable.push_str(cluster);
    }
    breakable
}

/// Whether a font needs no glyph for it.
pub(super) fn is_unseen(one: char) -> bool {
    matches!(one, '\n' | '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether its meaning is agreed upon by nobody: an archive can't keep it.
fn is_private(one: char) -> bool {
    matches!(one, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether it is set on the letter before it.
fn is_mark(one: char) -> bool {
    unicode_width::UnicodeWidthChar::width(one) == Some(0)
}

/// Whether lines break there anyway.
fn may_break_after(one: char) -> bool {
    one.is_whitespace() && one != '\u{a0}'
        || one == '-'
        || one == GAP
        || ('\u{2e80}'..='\u{9fff}').contains(&one)
}
