//! Characters that nobody sees: they tear words apart for whoever looks for them, or are shown otherwise than they were
//! written.

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::load::wording::{all_texts, place_of};
use crate::text::Source;

pub(super) fn check(folder: &Folder, sources: &[Source], found: &mut Vec<Diagnostic>) {
    for text in all_texts(folder) {
        let Some((at, c, name)) = unseen(text.words) else { continue };
        let message = format!("The `{}` of `{}` holds {name}", text.field, text.of);
        let help = match c {
            '\t' => "Write a space for it: a tab is as wide as the screen makes it",
            '\r' | '\u{2028}' | '\u{2029}' => "Take it out, or begin a new line as in the rest of the file",
            _ => "Take it out: nobody sees it, and whoever looks for the word doesn't find it",
        };
        found.push(
            Diagnostic::warning("unseen-character", message)
                .at(place_of(&text, sources, at, c))
                .label(format!("U+{:04X}", u32::from(c)))
                .help(help.to_owned()),
        );
    }
}

/// The first of them, and what it is called. Joiners and non-joiners are letters of scripts and parts of pictures; line
/// breaks of files from Windows are line breaks.
fn unseen(text: &str) -> Option<(usize, char, &'static str)> {
    if text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        return None;
    }
    text.char_indices().find_map(|(at, c)| {
        let is_line_break = c == '\r' && text[at + 1..].starts_with('\n');
        name(c).filter(|_| !is_line_break).map(|name| (at, c, name))
    })
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' => "a tab",
        '\r' => "a carriage return",
        '\u{ad}' => "a soft hyphen",
        '\u{34f}' | '\u{2060}'..='\u{2064}' => "an invisible joiner",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "a letter that shows nothing",
        '\u{17b4}' | '\u{17b5}' => "a vowel that shows nothing",
        '\u{180e}' | '\u{200b}' => "a space without a width",
        '\u{2028}' | '\u{2029}' => "an invisible line break",
        '\u{2800}' => "an empty Braille cell",
        '\u{fff9}'..='\u{fffb}' => "an invisible mark of annotations",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_found_and_what_scripts_need_is_not() {
        for text in [
            "a\tb",
            "a\rb",
            "zero\u{200b}width",
            "soft\u{ad}hyphen",
            "word\u{2060}joiner",
            "\u{3164}",
            "one\u{2028}two",
            "a\r\n\tb",
        ] {
            assert!(unseen(text).is_some(), "{text:?}");
        }
        for text in [
            "",
            "two\r\nlines\nmore",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩🏽\u{200d}🔬 ❤\u{fe0f}",
            "1\u{a0}000 €",
            "한국어",
            "ខ្មែរ",
        ] {
            assert_eq!(unseen(text), None, "{text:?}");
        }
    }
}
