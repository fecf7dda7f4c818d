//! Diagnostics as a person reads them, in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::{Diagnostic, Level};
use crate::text::{Source, Span, clean, clean_line, fit};

/// Columns within which source lines are shown; longer ones are cut around the caret.
const COLUMNS: usize = 110;
/// Bytes before and after a caret that can ever come into view; a huge line is not gone through for each caret in it.
const NEAR: usize = 500;
/// Columns after which a sentence is cut: it quotes something that nobody wrote by hand.
const SENTENCE: usize = 600;

/// The diagnostics as they come, each with its source line, a caret and advice. `sources` are those that the spans were
/// made from. With `colour` there are ANSI escapes in it, and no other control character but line feeds.
#[must_use]
pub fn draw(diagnostics: &[Diagnostic], sources: &[Source], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(COLUMNS);
    let drawn: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let text = renderer.render(&[group(diagnostic, sources)]);
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            lines.join("\n") + "\n"
        })
        .collect();
    drawn.join("\n")
}

/// A sentence, or a few words, on one line.
fn words(text: &str) -> String {
    fit(&clean_line(text), SENTENCE)
}

fn group<'a>(diagnostic: &Diagnostic, sources: &[Source]) -> Group<'a> {
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(words(&diagnostic.message)).id(diagnostic.code));
    if let Some((source, span)) = diagnostic.span.and_then(|span| Some((sources.get(span.file)?, span))) {
        group = marked(group, source, span, AnnotationKind::Primary, words(&diagnostic.label));
    } else if let Some(file) = &diagnostic.file {
        group = group.element(Origin::path(words(file)));
    }
    for (span, what) in &diagnostic.related {
        let Some(source) = sources.get(span.file) else { continue };
        group = group.element(Shown::NOTE.message(words(what)));
        group = marked(group, source, *span, AnnotationKind::Context, String::new());
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Shown::HELP.message(words(help)));
    }
    group
}

/// The line where the span begins, with a caret under the part of the span that stands in it.
fn marked<'a>(
    group: Group<'a>,
    source: &Source,
    span: Span,
    kind: AnnotationKind,
    label: String,
) -> Group<'a> {
    let (line_number, column) = source.line_column(span.start);
    let (line, is_cut, marked) = line_of(&source.text, span);
    let (text, caret) = visible(line, marked);
    let caret = kind.span(caret);
    let caret = if label.is_empty() { caret } else { caret.label(label) };
    let path = words(&source.name);
    let snippet = Snippet::source(text).line_start(line_number).annotation(caret);
    if is_cut {
        // The snippet would count columns from where the line was cut.
        group.element(Origin::path(path).line(line_number).char_column(column)).element(snippet)
    } else {
        group.element(snippet.path(path))
    }
}

/// The line that a span begins in, whether it was cut before the span, and the span within it.
fn line_of(text: &str, span: Span) -> (&str, bool, Range<usize>) {
    let start = boundary(text, span.start);
    let end = boundary(text, span.end).max(start);
    let near = boundary(text, start.saturating_sub(NEAR))..boundary(text, start + NEAR);
    let line_start = text[near.start..start].rfind('\n').map(|at| near.start + at + 1);
    let from = line_start.unwrap_or(near.start);
    let to = text[start..near.end].find('\n').map_or(near.end, |at| start + at);
    let is_cut = line_start.is_none() && from > 0;
    (text[from..to].trim_end_matches('\r'), is_cut, start - from..end.min(to) - from)
}

fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The line with a sign in the place of every character that must not reach a screen, and the span moved
/// with it.
fn visible(line: &str, marked: Range<usize>) -> (String, Range<usize>) {
    let marked = marked.start.min(line.len())..marked.end.min(line.len());
    let before = harmless(&line[..marked.start]);
    let within = harmless(&line[marked.clone()]);
    let after = harmless(&line[marked.end..]);
    let caret = before.len()..before.len() + within.len();
    (before + &within + &after, caret)
}

/// Tabs stay, so that columns are counted as an editor counts them; the renderer expands them.
fn harmless(piece: &str) -> String {
    let is_harmless = |c: char| c != '\r' && !clean(c.encode_utf8(&mut [0; 4])).is_empty();
    let sign = |c: char| if c.is_ascii_graphic() || is_harmless(c) { c } else { '\u{fffd}' };
    let cells: Vec<String> =
        piece.split('\t').map(|cell| clean(&cell.chars().map(sign).collect::<String>())).collect();
    cells.join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(file: usize, start: usize, end: usize) -> Span {
        Span { file, start, end }
    }

    #[test]
    fn a_diagnostic_shows_the_line_the_caret_and_the_advice() {
        let sources = [Source::new("stages/1-profile.ron", "Stage(\n\tid: \"é\",\twhen: Yes(\"rol\"),\n)")];
        let diagnostic = Diagnostic::error("unknown-question", "No question has the id `rol`")
            .at(span(0, 29, 32))
            .label("asked nowhere")
            .help("Did you mean `role`?".to_owned());
        insta::assert_snapshot!(draw(&[diagnostic], &sources, false), @r#"
        error[unknown-question]: No question has the id `rol`
         --> stages/1-profile.ron:2:22
          |
        2 |     id: "é",    when: Yes("rol"),
          |                            ^^^ asked nowhere
          |
          = help: Did you mean `role`?
        "#);
    }

    #[test]
    fn a_place_may_be_a_file_or_nothing() {
        let sources = [Source::new("a.ron", "one\ntwo\n")];
        let drawn = draw(
            &[
                Diagnostic::error("first", "first"),
                Diagnostic::error("second", "second").in_file("a.ron"),
                Diagnostic::warning("third", "third").at(span(0, 4, 7)),
            ],
            &sources,
            false,
        );
        insta::assert_snapshot!(drawn, @r#"
        error[first]: first

        error[second]: second
        --> a.ron

        warning[third]: third
         --> a.ron:2:1
          |
        2 | two
          | ^^^
        "#);
    }

    #[test]
    fn nothing_in_a_file_or_its_name_can_move_the_screen() {
        let harm = "\u{1b}[2J\u{202e}\u{61c}\u{9b}\u{7}";
        let sources = [Source::new(format!("a{harm}.ron"), format!("x {harm}\ty{harm}"))];
        let diagnostic = Diagnostic::error("x", format!("m{harm}"))
            .at(span(0, 2, 6))
            .label(format!("l{harm}"))
            .help(format!("h{harm}"));
        let drawn = draw(&[diagnostic], &sources, false);
        assert_eq!(clean(&drawn), drawn);
        assert!(!drawn.contains('\u{1b}'), "{drawn}");
    }

    #[test]
    fn a_caret_far_out_in_a_line_has_its_true_column() {
        let text = format!("one\n{}here{}", "é, ".repeat(3_000), ", x".repeat(3_000));
        let sources = [Source::new("a.ron", text)];
        let diagnostic = Diagnostic::error("far", "far").at(span(0, 4 + 4 * 3_000, 8 + 4 * 3_000)).label("l");
        insta::assert_snapshot!(draw(&[diagnostic], &sources, false), @"
        error[far]: far
         --> a.ron:2:9001
          |
         :::
        2 | ..., é, é, é, é, é, é, é, é, é, é, é, é, é, é, é, here, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x,...
          |                                                   ^^^^ l
        ");
    }

    proptest::proptest! {
        #[test]
        fn any_span_over_any_text_can_be_drawn(text in "[a-é\r\n\t\u{202e}日👍\u{301}\u{0}]{0,20}", times in proptest::sample::select(vec![1, 200]), start in 0usize..70, end in 0usize..70) {
            let sources = [Source::new("a", text.repeat(times))];
            let (start, end) = (start * times, end * times);
            for colour in [false, true] {
                let drawn = draw(&[Diagnostic::error("x", "m").at(span(0, start, end)).label("l")], &sources, colour);
                proptest::prop_assert!(drawn.contains("[x]"));
            }
        }
    }
}
