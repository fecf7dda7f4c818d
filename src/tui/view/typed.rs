//! One line that is being typed: its visible part, and the column of the cursor.

use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean, width};

/// The visible part of what was typed in `columns` columns, and the column in it where the cursor stands.
pub fn visible(input: &Input, columns: usize) -> (String, usize) {
    let columns = columns.max(1);
    let before: String = input.value().chars().take(input.cursor()).collect();
    let behind: String = input.value().chars().skip(input.cursor()).collect();
    let (before, behind) = (shown(&before), shown(&behind));
    let mut caret = width(&before);
    let mut start = 0;
    for grapheme in before.graphemes(true) {
        if caret < columns {
            break;
        }
        caret -= width(grapheme);
        start += grapheme.len();
    }
    let mut out = String::new();
    let mut used = 0;
    let text = format!("{}{behind}", &before[start..]);
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > columns {
            break;
        }
        out.push_str(grapheme);
    }
    (out, caret)
}

fn shown(text: &str) -> String {
    clean(text).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_view() {
        let cases = [
            ("Acme", 4, 10, ("Acme", 4)),
            ("Acme Ltd", 8, 5, (" Ltd", 4)),
            ("Acme Ltd", 0, 5, ("Acme ", 0)),
            ("日本語", 3, 4, ("語", 2)),
            ("", 0, 0, ("", 0)),
        ];
        for (text, cursor, columns, (wanted, caret)) in cases {
            let input = Input::new(text.to_owned()).with_cursor(cursor);
            assert_eq!(visible(&input, columns), (wanted.to_owned(), caret), "{text:?} at {cursor}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_wider_than_the_field(text in "[a-z 日👍é\u{0301}\u{202e}]{0,30}", cursor in 0usize..30, columns in 1usize..12) {
            let input = Input::new(text).with_cursor(cursor);
            let (shown, caret) = visible(&input, columns);
            proptest::prop_assert!(width(&shown) <= columns && caret < columns, "{shown:?} {caret}");
        }
    }
}
