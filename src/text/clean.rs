//! The one place where text from a file or a person is made safe to show.

use unicode_segmentation::UnicodeSegmentation;

/// Combining marks that one visible character may carry; more is a flood, not a language.
const MARKS: usize = 8;
/// Columns that a tab stands for.
const TAB: &str = "    ";

/// The text without what can harm a screen or mislead a reader: control characters other than line feed,
/// escape sequences' lead-in, bidirectional controls, invisible tags, floods of combining marks. CRLF, CR and the
/// separators of lines and paragraphs become LF, tabs become spaces; zero-width joiners stay, because scripts and emoji need them.
#[must_use]
pub fn clean(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(unix.len());
    for grapheme in unix.graphemes(true) {
        let mut characters = 0;
        for c in grapheme.chars() {
            match c {
                '\n' => out.push('\n'),
                '\t' => out.push_str(TAB),
                c if c.is_control() || is_bidi_control(c) || is_invisible_tag(c) => {}
                c => {
                    characters += 1;
                    if characters <= MARKS + 1 {
                        out.push(c);
                    }
                }
            }
        }
    }
    out
}

/// [`clean`], with every run of white space made one space: for titles, names and messages of one line.
#[must_use]
pub fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls that reorder the text around them (Unicode UAX #9).
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that show nothing and can smuggle text, a zero-width joiner and non-joiner excepted.
fn is_invisible_tag(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_harms_goes_and_what_reads_stays() {
        let cases = [
            ("a\x1b[31mb", "a[31mb"),
            ("x\u{202e}y\u{2066}z", "xyz"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("\tx", "    x"),
            ("👩\u{200d}🔬 नमस्ते שלום", "👩\u{200d}🔬 नमस्ते שלום"),
            ("\u{9b}2J", "2J"),
            ("one\u{2028}two", "one\ntwo"),
            ("a\u{e0041}\u{e0062}b", "ab"),
        ];
        for (given, wanted) in cases {
            assert_eq!(clean(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn a_flood_of_marks_is_bounded() {
        let flood = format!("e{}", "\u{0301}".repeat(5_000));
        assert_eq!(clean(&flood).chars().count(), MARKS + 1);
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(clean_line("  a\n\n b\t c "), "a b c");
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC{0,40}|[\\x00-\\x1f\u{202a}-\u{202e}a-z]{0,40}") {
            let once = clean(&text);
            proptest::prop_assert_eq!(clean(&once), once.clone());
        }
    }
}
