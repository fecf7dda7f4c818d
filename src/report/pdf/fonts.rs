//! Fonts: those that the program brings along, those of a firm's template, and others only where these lack something.

use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};

use crate::diagnostic::Diagnostic;
use crate::report::Template;
use crate::report::drawing::{BOLD, REGULAR};
use crate::report::template::{Look, is_font};
use crate::text::Spanned;

/// Built in: letters for text, letters for headings and drawings, signs.
const BUILT_IN: [&[u8]; 7] = [
    include_bytes!("../../../assets/report/fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../../assets/report/fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../../../assets/report/fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("../../../assets/report/fonts/LibertinusSerif-BoldItalic.otf"),
    REGULAR,
    BOLD,
    include_bytes!("../../../assets/report/fonts/NotoSansSymbols2-Regular.ttf"),
];

/// The fonts of one report, the preferred first.
#[derive(Clone)]
pub(super) struct Fonts(Vec<Font>);

impl Fonts {
    /// Those of the template and those built in.
    pub(super) fn at_hand(template: &Template) -> Self {
        let of_firm = template.files().filter(|(name, _)| is_font(name));
        let of_firm = of_firm.flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec())));
        Self(of_firm.chain(BUILT_IN.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes)))).collect())
    }

    /// With some more, to fall back on.
    pub(super) fn and(mut self, files: Vec<(Vec<u8>, u32)>) -> Self {
        let opened = files.into_iter().filter_map(|(bytes, index)| Font::new(Bytes::new(bytes), index));
        self.0.extend(opened);
        self
    }

    /// Families that a firm names and that are not at hand: typst would take others without a word.
    pub(super) fn unknown(&self, look: &Look) -> Vec<Diagnostic> {
        let families: BTreeSet<&str> = self.infos().map(|info| info.family.as_str()).collect();
        let named = [&look.fonts.text, &look.fonts.heads].into_iter().flatten();
        let unknown =
            named.filter(|family| !families.iter().any(|known| known.eq_ignore_ascii_case(&family.value)));
        let fault = |family: &Spanned<String>| {
            let message = format!("No font of the family `{}` is in the folder or built in", family.value);
            let known = families.iter().map(|family| format!("`{family}`")).collect::<Vec<_>>().join(", ");
            Diagnostic::error("broken-template", message)
                .at(family.span)
                .label(format!("there are {known}"))
                .help(Some(
                    "Put its files into the folder, or name what is meant for Word alone in `word.ron`"
                        .to_owned(),
                ))
        };
        unknown.map(fault).collect()
    }

    /// Whether one of them has the character.
    pub(super) fn have(&self, one: char) -> bool {
        self.infos().any(|info| info.coverage.contains(one.into()))
    }

    /// What each says of itself.
    pub(super) fn infos(&self) -> impl Iterator<Item = &FontInfo> {
        self.0.iter().map(Font::info)
    }

    pub(super) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.0)
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.0.get(index).cloned()
    }
}
