//! Breaking text into lines by what a terminal cell can hold. ratatui's own wrapping panics on wide
//! characters at small widths, so every wrapped text in the program passes here.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that a text takes on one line of a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    // Nearly every text, where a letter is a column.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Columns of one grapheme, as ratatui gives them: an Indic cluster may take four, and a halfwidth sound mark, which
/// extends the letter before it, still takes one of its own.
fn grapheme_width(grapheme: &str) -> usize {
    grapheme.width() + grapheme.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// The text in lines of at most `columns` columns, broken at spaces where it can be, within a word where it
/// must be. Line feeds are kept as breaks; an empty text is one empty line. A grapheme wider than `columns`
/// gets a line of its own.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, columns)).collect()
}

fn wrap_paragraph(paragraph: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split_inclusive(' ') {
        let needed = width(word.trim_end());
        if used > 0 && used + needed > columns {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        if needed > columns {
            for grapheme in word.graphemes(true) {
                let wide = grapheme_width(grapheme);
                if used > 0 && used + wide > columns {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += wide;
            }
        } else {
            line.push_str(word);
            used += width(word);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The text on one line of at most `columns` columns: cut with an ellipsis where it is longer.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    let line = text.replace('\n', " ");
    if width(&line) <= columns {
        return line;
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in line.graphemes(true) {
        let wide = grapheme_width(grapheme);
        if used + wide + 1 > columns {
            break;
        }
        out.push_str(grapheme);
        used += wide;
    }
    if columns > 0 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_at_spaces_and_long_words_inside() {
        assert_eq!(wrap("who owns what", 8), ["who owns", "what"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("日本語テキスト", 5), ["日本", "語テ", "キス", "ト"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn a_long_line_is_cut_with_an_ellipsis() {
        assert_eq!(fit("readiness", 5), "read…");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!(fit("ok", 2), "ok");
        assert_eq!(fit("ok", 0), "");
    }

    proptest::proptest! {
        #[test]
        fn the_width_of_plain_letters_is_that_of_their_graphemes(text in "[ -~]{0,40}") {
            proptest::prop_assert_eq!(width(&text), text.graphemes(true).map(grapheme_width).sum::<usize>());
        }

        #[test]
        fn no_line_is_wider_than_asked_and_nothing_is_lost(text in "[a-z 日👍é\u{0301}]{0,60}", columns in 2usize..20) {
            let lines = wrap(&text, columns);
            for line in &lines {
                proptest::prop_assert!(width(line) <= columns, "{:?} in {}", line, columns);
            }
            let kept: String = lines.concat().split(' ').collect();
            let given: String = text.split(' ').collect();
            proptest::prop_assert_eq!(kept, given);
        }
    }
}
