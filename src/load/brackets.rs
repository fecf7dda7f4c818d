//! The brackets of a RON or JSON text, without parsing it: a text that is nested too deeply must be refused
//! before a parser walks into it, a bracket that is never closed is best shown where it was opened, and an element of a
//! list that can't be read can be left out.

use std::ops::Range;

use crate::text::{Lexeme, Lexemes, Token, lexemes};

/// Nesting beyond which a file is refused; no questionnaire comes near it.
pub(super) const DEEPEST: usize = 24;

/// The place of the first bracket that opens a level beyond [`DEEPEST`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let is_too_deep = |lexeme: &Lexeme| {
        match lexeme.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    };
    lexemes(text, 0).find(is_too_deep).map(|lexeme| lexeme.start)
}

/// The place of the bracket that the one at `close` closes.
pub(super) fn opening(text: &str, close: usize) -> Option<usize> {
    open_before(text, close).last().map(|open| open.bracket)
}

/// The place of the innermost bracket that is never closed.
pub(super) fn unclosed(text: &str) -> Option<usize> {
    open_before(text, text.len()).last().map(|open| open.bracket)
}

/// The innermost bracket that is open at a place.
pub(super) fn innermost(text: &str, at: usize) -> Option<Opened> {
    open_before(text, at).pop()
}

/// A bracket that is open somewhere.
pub(super) struct Opened {
    /// Where it stands.
    pub(super) bracket: usize,
    /// Where the last part between its commas begins.
    part: usize,
}

/// The brackets that are open just before that place, the innermost last.
fn open_before(text: &str, end: usize) -> Vec<Opened> {
    let mut open: Vec<Opened> = Vec::new();
    for Lexeme { token, start, end } in lexemes(text, 0).take_while(|lexeme| lexeme.start < end) {
        match token {
            Token::Open => open.push(Opened { bracket: start, part: end }),
            Token::Close => drop(open.pop()),
            Token::Comma => open.iter_mut().last().into_iter().for_each(|open| open.part = end),
            _ => {}
        }
    }
    open
}

/// The innermost element of a list `[…]` that a place lies in, with the comma behind it. `None` where it lies in none, or
/// where brackets or quotes don't match in such a way that nobody can tell where the element ends.
pub(super) fn element_around(text: &str, at: usize) -> Option<Range<usize>> {
    let open = open_before(text, at);
    let list = open.iter().rfind(|open| text.as_bytes()[open.bracket] == b'[')?;
    let mut rest = lexemes(text, list.part);
    let end = end_of_element(text, &mut rest)?;
    let is_closed = list_is_closed(text, list.part) && in_step(text, list.part, end);
    is_closed.then_some(list.part..end)
}

fn end_of_element(text: &str, rest: &mut Lexemes) -> Option<usize> {
    let mut open = Vec::new();
    for Lexeme { token, start, end } in rest {
        match token {
            Token::Open => open.push(start),
            Token::Close if open.is_empty() => return text[start..].starts_with(']').then_some(start),
            Token::Close if !are_partners(text, open.pop()?, start) => return None,
            Token::Comma if open.is_empty() => return Some(end),
            Token::Unclosed => return None,
            _ => {}
        }
    }
    None
}

/// Whether the list that an element stands in isn't closed by the wrong bracket. One that is closed by none because of
/// what is wrong in another element is left to the error that this makes.
fn list_is_closed(text: &str, element: usize) -> bool {
    let mut open = Vec::new();
    for Lexeme { token, start, .. } in lexemes(text, element) {
        match token {
            Token::Open => open.push(start),
            Token::Close => match open.pop() {
                None => return text[start..].starts_with(']'),
                Some(partner) if !are_partners(text, partner, start) => return true,
                Some(_) => {}
            },
            _ => {}
        }
    }
    true
}

/// Whether a bracket closes what another one opened.
pub(super) fn are_partners(text: &str, open: usize, close: usize) -> bool {
    matches!(&text[open..=open], "(") == matches!(&text[close..=close], ")")
        && matches!(&text[open..=open], "[") == matches!(&text[close..=close], "]")
}

/// Whether no quote is missing from there to the end of the line behind `to`. Behind a missing quote everything is
/// turned inside out: what looks like a text runs from the end of one, over the end of a line, to the beginning of the
/// next one.
fn in_step(text: &str, from: usize, to: usize) -> bool {
    let to = text[to..].find('\n').map_or(text.len(), |line| to + line);
    lexemes(text, from).take_while(|lexeme| lexeme.start < to).all(|lexeme| {
        let words = text[lexeme.start..lexeme.end].trim_matches('"');
        !matches!(lexeme.token, Token::Text | Token::Unclosed)
            || !words.contains('\n')
            || !words.trim_start().starts_with([',', ')', ']'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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

    /// The element around the `!`.
    #[test]
    fn the_innermost_element_of_a_list_is_found_with_its_comma() {
        for (text, wanted) in [
            ("(a: [x(1, 2), y(!, 3), z])", Some(" y(!, 3),")),
            ("(a: [x, y(!)])", Some(" y(!)")),
            ("[x([1, !2], 3), y]", Some(" !2")),
            ("[x([1], !3), y]", Some("x([1], !3),")),
            ("[\"a, !]\", b]", Some("\"a, !]\",")),
            ("[a, /* , ] */ !b // ,\n, c]", Some(" /* , ] */ !b // ,\n,")),
            ("[a,!, b]", Some("!,")),
            ("(a: !)", None),
            ("([a], !)", None),
            ("[a, !", None),
            ("[a, (!]", None),
            ("[a, (!), b)", None),
            ("[\"a\", !b: [1], c: 2), d]", None),
            ("[a, !b, (c]]", Some(" !b,")),
            ("[a, !b, \"c", Some(" !b,")),
            ("[a, !b\", c", None),
            ("[\"a, \"!b\", c],\n  d: \"e\"]", None),
            ("[\"a\", !b, \"c\nd\"]", Some(" !b,")),
        ] {
            let at = text.find('!').expect("it has a mark");
            assert_eq!(element_around(text, at).map(|range| &text[range]), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_looked_at(text in "[r#\"'\\\\/*(\\[)\\]é日_b,\n]{0,40}", at in 0usize..50) {
            too_deep(&text);
            unclosed(&text);
            if let Some(element) = element_around(&text, at) {
                proptest::prop_assert!(text.get(element).is_some());
            }
        }
    }
}
