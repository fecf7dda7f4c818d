//! The lexemes of a RON or JSON text that its structure hangs on, without parsing it.

/// What a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A bracket that opens, of any kind.
    Open,
    /// A bracket that closes, of any kind.
    Close,
    /// A comma.
    Comma,
    /// A text in quotes, in which a backslash takes the next character with it.
    Text,
    /// A raw text, `r"…"` or `r#"…"#`.
    RawText,
    /// A comment; one that ends with its line ends before the line feed.
    Comment,
    /// A text or a block comment that the file ends in.
    Unclosed,
}

/// A piece of a text; `start..end` are its bytes, quotes and comment signs included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// What it is.
    pub token: Token,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The lexemes of a text, from a place that lies in none of them. Blanks, words, numbers, characters and other signs
/// are passed over.
#[must_use]
pub fn lexemes(text: &str, from: usize) -> Lexemes<'_> {
    Lexemes { text, at: from }
}

/// See [`lexemes`].
#[derive(Debug, Clone)]
pub struct Lexemes<'t> {
    text: &'t str,
    at: usize,
}

impl Lexemes<'_> {
    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + offset).copied()
    }

    fn rest(&self, offset: usize) -> &str {
        self.text.get(self.at + offset..).unwrap_or_default()
    }

    /// Goes past the next `end`, or to the end of the text; whether it was there.
    fn skip_past(&mut self, from: usize, end: &str) -> bool {
        let found = self.rest(from).find(end);
        self.at = found.map_or(self.text.len(), |found| self.at + from + found + end.len());
        found.is_some()
    }

    fn text(&mut self) -> Token {
        self.at += 1;
        while let Some(byte) = self.byte(0) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return Token::Text;
            }
        }
        self.at = self.text.len();
        Token::Unclosed
    }

    /// Goes past a character in quotes; a lone quote is only itself.
    fn skip_character(&mut self) {
        let mut characters = self.rest(1).chars();
        match characters.next() {
            Some('\\') => {
                let escaped = characters.next().map_or(0, char::len_utf8);
                self.skip_past(2 + escaped, "'");
            }
            Some(first) if characters.next() == Some('\'') => self.at += 2 + first.len_utf8(),
            _ => self.at += 1,
        }
    }

    /// Goes past a word, and past the raw text that an `r` or `br` begins.
    fn word(&mut self) -> Option<Token> {
        let start = self.at;
        while self.byte(0).is_some_and(is_of_word) {
            self.at += 1;
        }
        let word = &self.text[start..self.at];
        let hashes = self.text.as_bytes()[self.at..].iter().take_while(|&&byte| byte == b'#').count();
        if (word != "r" && word != "br") || self.byte(hashes) != Some(b'"') {
            return None;
        }
        let closed = self.skip_past(hashes + 1, &format!("\"{}", "#".repeat(hashes)));
        Some(if closed { Token::RawText } else { Token::Unclosed })
    }

    /// A block comment; they nest.
    fn comment(&mut self) -> Token {
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
                return Token::Comment;
            }
        }
        Token::Unclosed
    }

    /// Goes on by a lexeme, or by something that is none.
    fn step(&mut self, first: u8) -> Option<Token> {
        match first {
            b'"' => Some(self.text()),
            b'\'' => {
                self.skip_character();
                None
            }
            b'/' if self.byte(1) == Some(b'/') => {
                self.at += self.rest(0).find('\n').unwrap_or(self.rest(0).len());
                Some(Token::Comment)
            }
            b'/' if self.byte(1) == Some(b'*') => Some(self.comment()),
            first if is_of_word(first) => self.word(),
            _ => {
                self.at += 1;
                match first {
                    b'(' | b'[' | b'{' => Some(Token::Open),
                    b')' | b']' | b'}' => Some(Token::Close),
                    b',' => Some(Token::Comma),
                    _ => None,
                }
            }
        }
    }
}

fn is_of_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

impl Iterator for Lexemes<'_> {
    type Item = Lexeme;

    fn next(&mut self) -> Option<Lexeme> {
        loop {
            let start = self.at;
            if let Some(token) = self.step(self.byte(0)?) {
                return Some(Lexeme { token, start, end: self.at });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brackets(text: &str) -> String {
        let is_bracket = |lexeme: &Lexeme| matches!(lexeme.token, Token::Open | Token::Close);
        lexemes(text, 0).filter(is_bracket).map(|one| &text[one.start..one.end]).collect()
    }

    fn tokens(text: &str) -> Vec<(Token, &str)> {
        lexemes(text, 0).map(|one| (one.token, &text[one.start..one.end])).collect()
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
            ("(ér\"(\" '\\é')", "()"),
            ("(\"(", "("),
            ("(/* (", "("),
            ("('", "("),
            ("('\\", "("),
        ];
        for (text, wanted) in cases {
            assert_eq!(brackets(text), wanted, "{text}");
        }
    }

    #[test]
    fn texts_and_comments_are_told_with_their_bounds() {
        let text = "[\"a // \\\" b\", r#\"c\"\"#, // d\r\n/* e */ \"f";
        let wanted = [
            (Token::Open, "["),
            (Token::Text, "\"a // \\\" b\""),
            (Token::Comma, ","),
            (Token::RawText, "r#\"c\"\"#"),
            (Token::Comma, ","),
            (Token::Comment, "// d\r"),
            (Token::Comment, "/* e */"),
            (Token::Unclosed, "\"f"),
        ];
        assert_eq!(tokens(text), wanted);
        for unclosed in ["\"\\", "r\"", "/* /* */", "br##\"x\"#"] {
            assert_eq!(tokens(unclosed), [(Token::Unclosed, unclosed)]);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_gone_through_in_whole_characters(text in "[r#\"'\\\\/*(\\[)é日_b,\n]{0,40}") {
            let mut before = 0;
            for lexeme in lexemes(&text, 0) {
                proptest::prop_assert!(lexeme.start >= before && lexeme.end > lexeme.start);
                proptest::prop_assert!(text.get(lexeme.start..lexeme.end).is_some());
                before = lexeme.end;
            }
        }
    }
}
