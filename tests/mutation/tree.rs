//! A RON text as a tree of places, so that a mutation is what it says it is.

use std::ops::Range;

use safeshore::text::{Lexeme, Token, lexemes};

/// A value with where it stands: a text in quotes, a word or number, or something in brackets.
#[derive(Debug, Clone)]
pub struct Node {
    /// The name of the field that it is the value of.
    pub name: Option<String>,
    /// From the field's name on.
    pub start: usize,
    /// The value alone.
    pub value: Range<usize>,
    /// The word before its brackets, or the word that it is.
    pub word: Range<usize>,
    /// What stands in its brackets.
    pub parts: Vec<Node>,
    /// The comma behind it, where there is one.
    pub comma: Option<usize>,
}

impl Node {
    /// The word before its brackets, or the word that it is.
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        &text[self.word.clone()]
    }

    /// What stands in its quotes.
    pub fn quoted(&self) -> Range<usize> {
        self.value.start + 1..self.value.end - 1
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Self> {
        self.parts.iter().find(|part| part.name.as_deref() == Some(name))
    }

    /// All of it with its comma: what goes where it is taken out.
    pub fn whole(&self) -> Range<usize> {
        self.start..self.comma.map_or(self.value.end, |comma| comma + 1)
    }

    /// It, and all that stands in it.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.parts.iter().flat_map(Self::all)).collect()
    }
}

/// What a file holds.
pub fn tree(text: &str) -> Node {
    Reader { text, tokens: tokens(text), at: 0 }.node()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Word,
    Colon,
    Text,
    Open,
    Close,
    Comma,
}

fn tokens(text: &str) -> Vec<(Sign, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    for Lexeme { token, start, end } in lexemes(text, 0) {
        found.extend(words(text, from..start));
        from = end;
        let sign = match token {
            Token::Open => Sign::Open,
            Token::Close => Sign::Close,
            Token::Comma => Sign::Comma,
            Token::Text | Token::RawText => Sign::Text,
            Token::Comment => continue,
            Token::Unclosed => panic!("the original is whole"),
        };
        found.push((sign, start..end));
    }
    found
}

/// Words and colons between lexemes.
fn words(text: &str, gap: Range<usize>) -> Vec<(Sign, Range<usize>)> {
    let mut found: Vec<(Sign, Range<usize>)> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in text[gap.clone()].char_indices() {
        let at = gap.start + at;
        let end = at + letter.len_utf8();
        match found.last_mut() {
            _ if letter == ':' => found.push((Sign::Colon, at..end)),
            _ if letter.is_whitespace() => {}
            Some((Sign::Word, word)) if goes_on => word.end = end,
            _ => found.push((Sign::Word, at..end)),
        }
        goes_on = letter != ':' && !letter.is_whitespace();
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<(Sign, Range<usize>)>,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<Sign> {
        self.tokens.get(self.at + ahead).map(|(sign, _)| *sign)
    }

    fn take(&mut self, sign: Sign) -> Option<Range<usize>> {
        let (_, range) = self.tokens.get(self.at).filter(|(found, _)| *found == sign)?.clone();
        self.at += 1;
        Some(range)
    }

    fn node(&mut self) -> Node {
        let named = self.peek(0) == Some(Sign::Word) && self.peek(1) == Some(Sign::Colon);
        let name = if named { self.take(Sign::Word) } else { None };
        self.take(Sign::Colon);
        let first = self.tokens[self.at].1.clone();
        let word = self.take(Sign::Word).unwrap_or(first.start..first.start);
        let mut value = first.clone();
        if self.take(Sign::Text).is_none() && self.take(Sign::Open).is_some() {
            let parts = self.parts();
            value.end = self.take(Sign::Close).expect("a bracket that closes").end;
            return self.done(name, value, word, parts);
        }
        self.done(name, value, word, Vec::new())
    }

    fn parts(&mut self) -> Vec<Node> {
        let mut parts = Vec::new();
        while self.peek(0) != Some(Sign::Close) {
            parts.push(self.node());
        }
        parts
    }

    fn done(
        &mut self,
        name: Option<Range<usize>>,
        value: Range<usize>,
        word: Range<usize>,
        parts: Vec<Node>,
    ) -> Node {
        let start = name.as_ref().map_or(value.start, |name| name.start);
        let comma = self.take(Sign::Comma).map(|comma| comma.start);
        let name = name.map(|name| self.text[name].to_owned());
        Node { name, start, value, word, parts, comma }
    }
}
