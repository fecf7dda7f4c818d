//! Words as Word holds them: in runs of a style, lines broken where the text breaks.

use maud::{Markup, Render, html};

use super::Book;
use crate::report::document::{Run, Style, Text};
use crate::text::is_right_to_left;

/// Text with its line breaks, for the inside of a run.
pub(super) fn text(words: &str) -> Markup {
    html! {
        @for (at, line) in words.split('\n').enumerate() {
            @if at > 0 { w:br {} }
            @if !line.is_empty() { w:t xml:space="preserve" { (allowed(line)) } }
        }
    }
}

/// XML has no place for two characters that a text may hold; what stands for them says that something was there.
pub(super) fn allowed(words: &str) -> String {
    words.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// A run in a character style; in none if that is empty.
pub(super) fn run(style: &str, words: &str) -> Markup {
    let right_to_left = is_right_to_left(words);
    html! {
        @if !words.is_empty() {
            w:r {
                @if !style.is_empty() || right_to_left {
                    w:rPr {
                        @if !style.is_empty() { w:rStyle w:val=(style) {} }
                        @if right_to_left { w:rtl {} }
                    }
                }
                (text(words))
            }
        }
    }
}

/// A paragraph in a style, in the direction of its first letter.
pub(super) fn paragraph(style: &str, first: &str, content: impl Render) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val=(style) {}
                @if is_right_to_left(first) { w:bidi {} }
            }
            (content)
        }
    }
}

/// A paragraph of plain words.
pub(super) fn plain(style: &str, words: &str) -> Markup {
    paragraph(style, words, run("", words))
}

/// The words of a line, without their styles.
pub(super) fn said(line: &[Run]) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

impl Book<'_> {
    /// A line, its links leading to where they should.
    pub(super) fn line(&self, line: &[Run]) -> Markup {
        html! {
            @for one in line {
                @let style = match one.style { Style::Plain => "", Style::Strong => "Strong", Style::Quiet => "Quiet" };
                (self.link(one.to.as_deref(), style, &one.text))
            }
        }
    }

    fn link(&self, to: Option<&str>, style: &str, words: &Text) -> Markup {
        let Some(place) = to.and_then(|anchor| self.places.get(anchor)) else {
            return run(style, words.as_str());
        };
        let style = if style.is_empty() { "Hyperlink" } else { style };
        html! { w:hyperlink w:anchor=(name(*place)) w:history="1" { (run(style, words.as_str())) } }
    }

    /// A line as a paragraph.
    pub(super) fn spoken(&self, style: &str, line: &[Run]) -> Markup {
        paragraph(style, &said(line), self.line(line))
    }

    /// Content that links to an anchor lead to.
    pub(super) fn marked(&self, anchor: Option<&str>, content: impl Render) -> Markup {
        let place = anchor.and_then(|anchor| self.places.get(anchor));
        html! {
            @if let Some(place) = place { w:bookmarkStart w:id=(place) w:name=(name(*place)) {} }
            (content)
            @if let Some(place) = place { w:bookmarkEnd w:id=(place) {} }
        }
    }
}

/// A bookmark's name. Word allows few characters and forty of them; a leading underscore keeps it out of Word's lists.
pub(super) fn name(place: usize) -> String {
    format!("_place{place}")
}
