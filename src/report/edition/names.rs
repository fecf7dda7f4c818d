//! Names in running text, however they are written there.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::text::clean_line;

/// First words that tell nothing of whose name it is.
const COMMON: [&str; 44] = [
    "advanced",
    "allied",
    "american",
    "asia",
    "associated",
    "bank",
    "brasil",
    "china",
    "code",
    "computer",
    "data",
    "deutsche",
    "digital",
    "europa",
    "european",
    "first",
    "general",
    "global",
    "group",
    "hong",
    "house",
    "india",
    "indian",
    "information",
    "international",
    "israel",
    "japan",
    "korea",
    "mexico",
    "national",
    "open",
    "partner",
    "poland",
    "royal",
    "service",
    "services",
    "singapore",
    "smart",
    "software",
    "system",
    "systems",
    "tech",
    "united",
    "vietnam",
];

/// A name to look for.
pub(super) struct Name {
    words: Vec<String>,
    written: Vec<String>,
}

impl Name {
    /// `None` where there is nothing to look for.
    pub(super) fn new(name: &str) -> Option<Self> {
        let name = Self { words: words(name, true), written: words(name, false) };
        (!name.words.is_empty()).then_some(name)
    }

    /// Whether a text holds it: all of its words in their order, or the first where that one tells whose name it is.
    /// `own` are the words of the name that may stand there.
    pub(super) fn is_in(&self, text: &str, own: &BTreeSet<String>) -> bool {
        let (folded, written) = (words(text, true), words(text, false));
        let (first, as_written) = (&self.words[0], &self.written[0]);
        if first.chars().any(is_unspaced) {
            return folded.concat().contains(&self.words.concat());
        }
        // "IN" is not "in", nor "SAP" sap: letters so few could be any word.
        let is_short = first.chars().count() < 4;
        let whole = if is_short { holds(&written, &self.written) } else { holds(&folded, &self.words) };
        let tells = !COMMON.contains(&first.as_str()) && !own.contains(first);
        whole
            || tells
                && if is_short {
                    is_capital(as_written) && written.contains(as_written)
                } else {
                    has(&folded, first)
                }
    }
}

fn holds(text: &[String], name: &[String]) -> bool {
    text.windows(name.len()).any(|words| words == name)
}

/// Whether a word stands there, perhaps with an ending: "Rheinbanks".
fn has(text: &[String], word: &str) -> bool {
    let ends = |rest: &str| rest.chars().count() <= if word.chars().count() > 4 { 3 } else { 1 };
    text.iter().any(|other| other.strip_prefix(word).is_some_and(ends))
}

/// "IBM", "SAP".
fn is_capital(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether words of its script stand without spaces.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The words of a text as everybody reads them: composed, without what can't be seen, in one case of letters if so wished.
pub(super) fn words(text: &str, folded: bool) -> Vec<String> {
    let text: String = clean_line(text).nfkc().filter(|letter| !is_unseen(*letter)).collect();
    let text = if folded { text.to_lowercase() } else { text };
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in(name: &str, text: &str) -> bool {
        let own = words("Acme Labs", true).into_iter().collect();
        Name::new(name).is_some_and(|name| name.is_in(text, &own))
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for (name, text) in [
            ("Beta  GmbH", "We also ask Beta GmbH."),
            ("Beta GmbH", "beta\u{a0}gmbh’s price"),
            ("Beta GmbH", "Be\u{200b}ta GmbH"),
            ("Mu\u{308}ller KG", "not M\u{fc}ller KG"),
            ("Rheinbank AG", "we also talk to Rheinbank, cheaper"),
            ("IN", "IN is slower"),
            ("源代码公司", "也问源代码公司"),
            ("3M", "as 3M does"),
            ("Rheinbank AG", "offer from info@rheinbank.de"),
            ("Rheinbank AG", "Rheinbanks Angebot, rheinbank_offer.pdf"),
            ("Beta GmbH", "Beta‘s price; betas price"),
            ("SAP SE", "SAP is cheaper"),
            ("Tata Consultancy", "we also ask tata"),
        ] {
            assert!(is_in(name, text), "{name:?} in {text:?}");
        }
    }

    #[test]
    fn a_word_that_only_looks_like_it_is_no_name() {
        for (name, text) in [
            ("IN", "Delivery is planned in May"),
            ("Beta", "alphabetagamma"),
            ("Global Code", "a global licence"),
            ("Software House Ltd", "the software"),
            ("Beta GmbH", "betatron"),
            ("Acme Robotics", "Acme signs"),
            ("Labs", "labsolute"),
            ("…", "…"),
        ] {
            assert!(!is_in(name, text), "{name:?} in {text:?}");
        }
    }
}
