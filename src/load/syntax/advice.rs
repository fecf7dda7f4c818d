//! Slips that authors make in the notation, told as what they are instead of what the parser stumbled over.

use crate::diagnostic::Diagnostic;
use crate::load::brackets::{Opened, are_partners, innermost};
use crate::text::{Span, Token, lexemes};

/// How each condition is written, and how many parts it has.
const SHAPES: [(&str, usize, &str); 17] = [
    ("All", 1, "All([…, …])"),
    ("Any", 1, "Any([…, …])"),
    ("Not", 1, "Not(…)"),
    ("Is", 2, "Is(\"question\", \"option\")"),
    ("OneOf", 2, "OneOf(\"question\", [\"option\", …])"),
    ("Includes", 2, "Includes(\"question\", \"option\")"),
    ("Yes", 1, "Yes(\"question\")"),
    ("No", 1, "No(\"question\")"),
    ("AtLeast", 2, "AtLeast(\"question\", 3)"),
    ("AtMost", 2, "AtMost(\"question\", 3)"),
    ("Answered", 1, "Answered(\"question\")"),
    ("Unknown", 1, "Unknown(\"question\")"),
    ("Among", 2, "Among(\"question\", \"question\")"),
    ("Fact", 3, "Fact(\"question\", \"fact\", [\"value\", …])"),
    ("Some", 2, "Some(\"repeat\", …)"),
    ("Every", 2, "Every(\"repeat\", …)"),
    ("Count", 3, "Count(\"repeat\", …, 2)"),
];

/// What the words of other notations are called here.
const WORDS: [(&str, &str); 12] = [
    ("and", "All"),
    ("or", "Any"),
    ("in", "OneOf"),
    ("equals", "Is"),
    ("contains", "Includes"),
    ("exists", "Some"),
    ("forall", "Every"),
    ("bool", "YesNo"),
    ("boolean", "YesNo"),
    ("string", "Text"),
    ("integer", "Number"),
    ("select", "Choice"),
];

/// Quotes of other notations, and those that word processors make.
const OTHER_QUOTES: [char; 12] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '\'', '`'];

/// "Did you mean …?" for a word of another notation.
pub(super) fn other_word(written: &str, possible: &[&str]) -> Option<String> {
    let lower = written.to_lowercase();
    let (_, meant) = WORDS.iter().find(|(word, meant)| *word == lower && possible.contains(meant))?;
    Some(format!("Did you mean `{meant}`?"))
}

/// How that condition is written.
pub(super) fn shape(name: &str) -> Option<(usize, &'static str)> {
    SHAPES.iter().find(|(known, ..)| *known == name).map(|&(_, parts, shape)| (parts, shape))
}

/// "2 parts".
pub(super) fn parts(number: impl std::fmt::Display) -> String {
    let number = number.to_string();
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} part{plural}")
}

/// Advice on quotes that are none here, where one stands there.
pub(super) fn quotes(text: &str, at: usize) -> Option<&'static str> {
    text[at..].starts_with(OTHER_QUOTES).then_some(
        "A text stands in straight double quotes, \"…\"; a word processor makes curly ones of them",
    )
}

/// The name right before a bracket.
pub(super) fn name_before(text: &str, bracket: usize) -> &str {
    let before = text[..bracket].trim_end();
    &before[before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len()..]
}

/// A comment or text that the file ends in.
pub(super) fn unclosed(text: &str, file: usize) -> Option<Diagnostic> {
    let last = lexemes(text, 0).find(|lexeme| lexeme.token == Token::Unclosed)?;
    let is_comment = text[last.start..].starts_with("/*");
    let (what, end) = if is_comment { ("comment", "*/") } else { ("text", "\"") };
    Some(
        Diagnostic::error("syntax", format!("The {what} that begins here is never closed"))
            .at(Span { file, start: last.start, end: last.start + if is_comment { 2 } else { 1 } })
            .label("never closed")
            .help(format!("Write `{end}` where the {what} ends")),
    )
}

/// A field that stands in a list, because the list isn't closed before it.
pub(super) fn field_in_list(text: &str, word: Span) -> Option<Diagnostic> {
    let open = innermost(text, word.start).filter(|open| text[open.bracket..].starts_with('['))?;
    text[word.end..].trim_start().starts_with(':').then(|| {
        let field = &text[word.start..word.end];
        Diagnostic::error("syntax", format!("The field `{field}` stands within a list"))
            .at(word)
            .label("no field can stand here")
            .related(bracket(&open, word.file), "the list that isn't closed before it")
            .help("Write `]` before it".to_owned())
    })
}

/// A bracket that can't close the one that is open.
pub(super) fn wrong_bracket(text: &str, at: usize, file: usize) -> Option<Diagnostic> {
    let open = innermost(text, at).filter(|_| text[at..].starts_with([')', ']', '}']))?;
    if are_partners(text, open.bracket, at) {
        return None;
    }
    let (close, opened) = (&text[at..=at], &text[open.bracket..=open.bracket]);
    let wanted = if opened == "(" { ")" } else { "]" };
    Some(
        Diagnostic::error("syntax", format!("This `{close}` can't close what `{opened}` opened"))
            .at(Span { file, start: at, end: at + 1 })
            .label("the wrong bracket")
            .related(bracket(&open, file), "opened here")
            .help(format!("Write `{wanted}` before it, or take it out where it is one too many")),
    )
}

/// Why something else stands where only a comma or a closing bracket can.
pub(super) fn no_comma(text: &str, at: usize, file: usize) -> Option<Diagnostic> {
    let rest = &text[at..];
    let here = |end: usize| Span { file, start: at, end: at + end };
    for (sign, meant) in [("&", "All"), ("|", "Any")] {
        if rest.starts_with(sign) {
            let length = rest.len() - rest.trim_start_matches(sign).len();
            return Some(
                Diagnostic::error("syntax", format!("Conditions are not joined by `{}`", &rest[..length]))
                    .at(here(length))
                    .label("no such sign")
                    .help(format!("Write {meant}([…, …]) with both of them in it")),
            );
        }
    }
    unclosed_before(text, at, file).or_else(|| too_many(text, here(1), &innermost(text, at)?))
}

/// A text that ran on to the quote at which the next one should have begun.
fn unclosed_before(text: &str, at: usize, file: usize) -> Option<Diagnostic> {
    if !text[at..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let before = lexemes(text, 0).find(|lexeme| lexeme.end >= at)?;
    if before.token != Token::Text || before.end != at {
        return None;
    }
    let curly = text[before.start..before.end].contains(['“', '”', '„', '«', '»']);
    let help = if curly {
        "Close it with a straight double quote: a curly one is a letter of the text"
    } else {
        "Write `\"` where the text ends; a quote within a text is written \\\""
    };
    Some(
        Diagnostic::error("syntax", "The text that begins here isn't closed where it should be")
            .at(Span { file, start: before.start, end: before.start + 1 })
            .label("runs on to the next quote")
            .related(Span { file, start: at - 1, end: at }, "closed only here")
            .help(help.to_owned()),
    )
}

/// A condition with more parts than it has.
fn too_many(text: &str, here: Span, open: &Opened) -> Option<Diagnostic> {
    let name = name_before(text, open.bracket);
    let (takes, written) = shape(name)?;
    text[..here.start].trim_end().ends_with(',').then(|| {
        let is_list = matches!(name, "All" | "Any");
        let help = if is_list { "its parts stand in a list" } else { "take out what is too much" };
        Diagnostic::error("wrong-type", format!("`{name}` takes {}, and here is one more", parts(takes)))
            .at(here)
            .label("one too many")
            .help(format!("Write {written}: {help}"))
    })
}

fn bracket(open: &Opened, file: usize) -> Span {
    Span { file, start: open.bracket, end: open.bracket + 1 }
}
