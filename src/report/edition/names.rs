//! Names in running text, however they are written there.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::clean_line;

/// Letters from which on the first word of a name is taken for the whole: "Rheinbank" for "Rheinbank AG".
const TELLING: usize = 5;
/// First words that tell nothing of whose name it is.
const COMMON: [&str; 14] = [
    "advanced",
    "allied",
    "american",
    "associated",
    "deutsche",
    "digital",
    "european",
    "first",
    "general",
    "global",
    "international",
    "national",
    "united",
    "universal",
];

/// A name to look for.
pub(super) struct Name {
    words: Vec<String>,
    /// As it is written, where its letters are so few that they could be any word: "IN" is not "in".
    exact: Option<Vec<String>>,
}

impl Name {
    /// `None` where there is nothing to look for.
    pub(super) fn new(name: &str) -> Option<Self> {
        let words = words(name, true);
        let short = words.iter().all(|word| word.chars().count() < 4 && word.is_ascii());
        (!words.is_empty()).then(|| Self { exact: short.then(|| self::words(name, false)), words })
    }

    /// Whether a text holds it: all of its words in their order, or the first where that one tells whose name it is.
    /// `own` are the words of the name that may stand there.
    pub(super) fn is_in(&self, text: &str, own: &BTreeSet<String>) -> bool {
        if let Some(exact) = &self.exact {
            return holds(&words(text, false), exact);
        }
        let text = words(text, true);
        let first = &self.words[0];
        let tells =
            first.chars().count() >= TELLING && !COMMON.contains(&first.as_str()) && !own.contains(first);
        holds(&text, &self.words) || tells && text.contains(first)
    }
}

fn holds(text: &[String], name: &[String]) -> bool {
    text.windows(name.len()).any(|words| words == name)
}

/// The words of a text as everybody reads them: composed, without what can't be seen, in one case of letters if so wished.
pub(super) fn words(text: &str, folded: bool) -> Vec<String> {
    let text: String = clean_line(text).nfkc().filter(|letter| !is_unseen(*letter)).collect();
    let text = if folded { text.to_lowercase() } else { text };
    // "Acme's" is Acme.
    let text = text.replace(['\'', '’'], " ");
    text.unicode_words().map(str::to_owned).collect()
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
            ("Acme Robotics", "Acme signs"),
            ("Labs", "labsolute"),
            ("…", "…"),
        ] {
            assert!(!is_in(name, text), "{name:?} in {text:?}");
        }
    }
}
