//! The brackets of a RON or JSON text, without parsing it: a text that is nested too deeply must be refused
//! before a parser walks into it, and a bracket that is never closed is best shown where it was opened.

/// Nesting beyond which a file is refused; no questionnaire comes near it.
pub(super) const DEEPEST: usize = 24;

/// The place of the first bracket that opens a level beyond [`DEEPEST`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    Brackets::new(text)
        .find(|&(_, bracket)| {
            depth = if opens(bracket) { depth + 1 } else { depth.saturating_sub(1) };
            depth > DEEPEST
        })
        .map(|(at, _)| at)
}

/// The place of the bracket that the one at `close` closes.
pub(super) fn opening(text: &str, close: usize) -> Option<usize> {
    open_before(text, close).pop()
}

/// The place of the innermost bracket that is never closed.
pub(super) fn unclosed(text: &str) -> Option<usize> {
    open_before(text, text.len()).pop()
}

/// The brackets that are open just before that place, the innermost last.
fn open_before(text: &str, end: usize) -> Vec<usize> {
    let mut open = Vec::new();
    for (at, bracket) in Brackets::new(text).take_while(|&(at, _)| at < end) {
        if opens(bracket) {
            open.push(at);
        } else {
            open.pop();
        }
    }
    open
}

fn opens(bracket: u8) -> bool {
    matches!(bracket, b'(' | b'[' | b'{')
}

/// Every bracket outside texts, characters and comments, with its place.
struct Brackets<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Brackets<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + offset).copied()
    }

    /// Goes past the next `end`, or to the end of the text.
    fn skip_past(&mut self, from: usize, end: &str) {
        let from = (self.at + from).min(self.text.len());
        let rest = self.text.get(from..).unwrap_or_default();
        self.at = rest.find(end).map_or(self.text.len(), |found| from + found + end.len());
    }

    /// Goes past a text in quotes, where a backslash takes the next byte with it.
    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.byte(0) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// Goes past a character in quotes; a lone quote is only itself.
    fn skip_character(&mut self) {
        let rest = self.text.get(self.at + 1..).unwrap_or_default();
        let Some(first) = rest.chars().next() else {
            self.at += 1;
            return;
        };
        if first == '\\' {
            self.skip_past(3, "'");
        } else if rest[first.len_utf8()..].starts_with('\'') {
            self.at += 2 + first.len_utf8();
        } else {
            self.at += 1;
        }
    }

    /// Goes past a word, and past the raw text that an `r` or `br` begins.
    fn skip_word(&mut self) {
        let start = self.at;
        while self.byte(0).is_some_and(|byte| byte == b'_' || byte.is_ascii_alphanumeric()) {
            self.at += 1;
        }
        let word = &self.text[start..self.at];
        let hashes = self.text.as_bytes()[self.at..].iter().take_while(|&&byte| byte == b'#').count();
        if (word == "r" || word == "br") && self.byte(hashes) == Some(b'"') {
            self.skip_past(hashes + 1, &format!("\"{}", "#".repeat(hashes)));
        }
    }

    /// Goes past a block comment; they nest.
    fn skip_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.text.len() {
            let step = match (self.byte(0), self.byte(1)) {
                (Some(b'/'), Some(b'*')) => 1,
                (Some(b'*'), Some(b'/')) => -1,
                _ => 0,
            };
            depth += step;
            self.at += if step == 0 { 1 } else { 2 };
            if depth == 0 {
                return;
            }
        }
    }
}

impl Iterator for Brackets<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.byte(0)? {
                b'"' => self.skip_string(),
                b'\'' => self.skip_character(),
                b'/' if self.byte(1) == Some(b'/') => self.skip_past(2, "\n"),
                b'/' if self.byte(1) == Some(b'*') => self.skip_comment(),
                b'_' | b'a'..=b'z' | b'A'..=b'Z' => self.skip_word(),
                bracket @ (b'(' | b'[' | b'{' | b')' | b']' | b'}') => {
                    self.at += 1;
                    return Some((self.at - 1, bracket));
                }
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        Brackets::new(text).map(|(_, bracket)| char::from(bracket)).collect()
    }

    #[test]
    fn only_brackets_that_structure_count() {
        let cases = [
            (r#"(a: "(", b: '[', c: '\'', d: ['\u{5b}'])"#, "([])"),
            (r##"(r"(", r#"("("#, br#"["#, bar"(")"##, "()"),
            ("( // (\n /* ( /* [ */ ( */ )", "()"),
            (r#"("\"(", "\\")"#, "()"),
            ("(r#id: '(')", "()"),
            ("(é: 'é', '日', x: '👍', ')')", "()"),
            ("(\"(", "("),
            ("(/* (", "("),
            ("('", "("),
            ("('\\", "("),
        ];
        for (text, wanted) in cases {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_first_level_too_deep_is_named() {
        assert_eq!(too_deep(&"(".repeat(DEEPEST)), None);
        assert_eq!(too_deep(&"[()".repeat(DEEPEST + 1)), Some(DEEPEST * 3 - 2));
        assert_eq!(too_deep(&"()".repeat(1_000)), None);
    }

    #[test]
    fn a_bracket_knows_its_partner() {
        let text = "a(b[c](d";
        assert_eq!(opening(text, 5), Some(3));
        assert_eq!(unclosed(text), Some(6));
        assert_eq!(unclosed("(())"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_an_end(text in "[r#\"'\\\\/*(\\[)é日_b\n]{0,40}") {
            proptest::prop_assert!(found(&text).len() <= text.len());
            too_deep(&text);
        }
    }
}
