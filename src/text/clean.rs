//! The one place where text from a file or a person is made safe to show.

use unicode_width::UnicodeWidthChar;

/// Characters without a width that may follow one another, and joiners that may hold one picture together; more is
/// a flood, not a language.
const MARKS: usize = 8;
/// What a tab becomes.
const TAB: &str = "    ";
const JOINER: char = '\u{200D}';

/// The text without what can harm a screen or mislead a reader: control characters other than line feed,
/// escape sequences' lead-in, bidirectional controls, invisible tags, floods of combining marks. CRLF, CR and the
/// separators of lines and paragraphs become LF, tabs become spaces; zero-width joiners stay, because scripts and emoji need them.
#[must_use]
pub fn clean(text: &str) -> String {
    // Nearly every text, and there is nothing to clean in it.
    if text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        return text.to_owned();
    }
    let unix = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', TAB);
    let mut out = String::with_capacity(unix.len());
    let (mut marks, mut joins) = (0, 0);
    // What is taken out is taken out first: marks on either side of it would meet.
    for c in unix.chars().filter(|&c| is_harmless(c)) {
        if c.width() == Some(0) {
            marks += 1;
        } else {
            marks = 0;
            let goes_on = out.ends_with(JOINER) || is_skin_tone(c);
            joins = if goes_on { joins } else { 0 };
        }
        joins += usize::from(c == JOINER);
        if marks <= MARKS && (c != JOINER || joins <= MARKS) {
            out.push(c);
        }
    }
    out
}

/// [`clean`], with every run of white space made one space: for titles, names and messages of one line.
#[must_use]
pub fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_harmless(c: char) -> bool {
    c == '\n' || !(c.is_control() || is_bidi_control(c) || is_invisible_tag(c))
}

/// Emoji modifiers, which become one with the emoji before them.
fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
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
    use unicode_segmentation::UnicodeSegmentation;

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
        let marks = "\u{0301}".repeat(MARKS);
        let floods =
            [marks.repeat(700), format!("{marks}\u{202e}").repeat(700), format!("{marks}\0").repeat(700)];
        for flood in floods {
            assert_eq!(clean(&format!("e{flood}")), format!("e{marks}"));
        }
        let joined = clean(&"👩🏽\u{fe0f}\u{200d}".repeat(700));
        let longest = joined.graphemes(true).map(str::len).max().unwrap_or_default();
        assert!(longest < 200, "{longest} bytes in one picture");
    }

    #[test]
    fn a_picture_of_many_parts_stays_whole() {
        let kiss = "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👩🏽";
        let family = "👨🏿\u{200d}👩🏿\u{200d}👧🏿\u{200d}👦🏿";
        for picture in [kiss, family] {
            assert_eq!(clean(picture), picture);
        }
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(clean_line("  a\n\n b\t c "), "a b c");
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(
            text in "\\PC{0,40}|[\\x00-\\x1f\u{202a}-\u{202e}a-z]{0,40}|[e\u{301}\u{fe0f}\u{200d}\u{202e}\u{1F3FD}👩\x1b]{0,80}",
        ) {
            let once = clean(&text);
            proptest::prop_assert_eq!(clean(&once), once.clone());
        }
    }
}
