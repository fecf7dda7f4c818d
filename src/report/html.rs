//! The report as one HTML file that needs nothing else and asks for nothing.

mod columns;
mod firm;
mod head;

use chrono::SecondsFormat;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Actions, Figure};
use super::document::{
    Block, Detail, Document, Entry, FindingCard, Line, Run, Section, Style, Table, Text, Tone,
};
use super::drawing::{self, Place};
use super::{Template, label};
use crate::model::Severity;
use crate::text::capital;

pub(super) const STYLE: &str = include_str!("html/style.css");
/// No script, no request; styles of its own.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The document as a page that stands alone, in the look of a template.
#[must_use]
pub fn html(document: &Document, template: &Template) -> String {
    let look = template.look();
    let page = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="Safeshore";
                meta name="date" content=(document.date.to_rfc3339_opts(SecondsFormat::Secs, true));
                link rel="icon" href="data:,";
                title { (document.title.as_str()) " – " (document.subtitle.as_str()) }
                style {
                    (PreEscaped(STYLE))
                    (PreEscaped(head::running(document, look)))
                    @if !template.is_built_in() { (PreEscaped(firm::style(look))) }
                }
            }
            body {
                a.skip href="#report" { (label::SKIP) }
                header {
                    (firm::letterhead(template))
                    p.marking { (document.marking.edition.as_str()) " · " (document.marking.legend.as_str()) }
                    p.kind { (document.subtitle.as_str()) }
                    h1 dir="auto" { (document.title.as_str()) }
                    dl.facts { @for fact in &document.facts { (entry(fact)) } }
                }
                (contents(document))
                main id="report" tabindex="-1" {
                    @for part in &document.sections { (section(part, 2)) }
                }
                (firm::closing(look))
            }
        }
    };
    page.into_string()
}

fn contents(document: &Document) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 id="contents" { (label::CONTENTS) }
            ol {
                @for section in &document.sections {
                    li { a href={ "#" (section.anchor) } { (section.title.as_str()) } }
                }
            }
        }
    }
}

fn section(part: &Section, level: usize) -> Markup {
    html! {
        section id=(part.anchor) class=(format!("level-{level}")) {
            (heading(level, &html! { (part.title.as_str()) }))
            @for item in &part.blocks { (block(item, level)) }
            @for inner in &part.parts { (section(inner, level + 1)) }
        }
    }
}

fn heading(level: usize, title: &Markup) -> Markup {
    match level {
        0..=2 => html! { h2 { (title) } },
        3 => html! { h3 { (title) } },
        4 => html! { h4 { (title) } },
        5 => html! { h5 { (title) } },
        _ => html! { h6 { (title) } },
    }
}

fn block(block: &Block, level: usize) -> Markup {
    match block {
        Block::Paragraph(words) => html! { p dir="auto" { (line(words)) } },
        Block::List { numbered: true, items } => html! { ol { (points(items)) } },
        Block::List { numbered: false, items } => html! { ul { (points(items)) } },
        Block::Table(content) => table(content),
        Block::Entries(entries) => html! { dl.entries { @for item in entries { (entry(item)) } } },
        Block::Finding(found) => card(found, level + 1),
        Block::Actions(content) => actions(content),
        Block::Figure(shown) => figure(shown),
    }
}

/// Drawn, with the same in words for those who can't see the drawing. It can be scrolled where the window is narrow.
fn figure(figure: &Figure) -> Markup {
    html! {
        figure.picture id=(figure.anchor) tabindex="0" {
            figcaption { (figure.title.as_str()) }
            (drawing::svg(figure, Place::Page))
            @if !figure.reading.is_blank() { p.remark { (figure.reading.as_str()) } }
            @if let Some(legend) = figure.legend() { p.remark { (legend) } }
        }
    }
}

fn actions(actions: &Actions) -> Markup {
    html! {
        table.actions {
            caption.unseen { (actions.caption.as_str()) }
            (columns::of_actions(actions))
            thead { tr { @for head in columns::heads_of_actions(actions) { th scope="col" { (head) } } } }
            tbody {
                @for row in &actions.rows {
                    tr {
                        th scope="row" dir="auto" {
                            (text(&row.step.what))
                            @if !row.concerns.is_blank() { " " span.quiet { "(" (row.concerns.as_str()) ")" } }
                        }
                        td dir="auto" { (capital(row.step.who.as_str())) }
                        @if actions.has_days() {
                            td { @if let Some(due) = row.step.due { time datetime=(due) { (label::day(due)) } } }
                        }
                        td { (line(&row.findings)) }
                    }
                }
            }
        }
    }
}

fn points(items: &[Line]) -> Markup {
    html! { @for item in items { li dir="auto" { (line(item)) } } }
}

fn table(table: &Table) -> Markup {
    html! {
        table {
            caption.unseen { (table.caption.as_str()) }
            (columns::of_table(table))
            thead { tr { @for cell in &table.head { th scope="col" { (cell.as_str()) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            @if at == 0 { th scope="row" dir="auto" { (line(cell)) } }
                            @else { td dir="auto" { (line(cell)) } }
                        }
                    }
                }
            }
        }
    }
}

fn entry(entry: &Entry) -> Markup {
    html! {
        div id=[entry.anchor.as_deref()] {
            dt { (text(&entry.term)) }
            @for item in &entry.details { (detail(item)) }
        }
    }
}

fn detail(detail: &Detail) -> Markup {
    let class = match (detail.tone, detail.label) {
        (Tone::Main, None) => "main",
        (Tone::Main, Some(_)) => "beside",
        (Tone::Missing, _) => "missing",
        (Tone::Remark, None) => "remark",
        (Tone::Remark, Some(_)) => "remark labelled",
    };
    html! {
        dd class=(class) dir="auto" {
            @if let Some(label) = detail.label { span.label { (label) ":" } " " }
            (line(&detail.line))
        }
    }
}

fn card(card: &FindingCard, level: usize) -> Markup {
    let title = html! { span.number { (card.number) "." } " " (card.title.as_str()) };
    html! {
        article id=(card.anchor) class={ "card " (card.severity.name()) } {
            p.about {
                (badge(card.severity)) " "
                span { (card.stage.as_str()) }
                @for row in &card.rows { " · " bdi { (row.as_str()) } }
            }
            (heading(level, &title))
            p { (text(&card.because)) }
            div.action {
                p.label { (label::ACTION) }
                p { (text(&card.action.what)) }
                p.remark { (capital(card.action.who.as_str())) ", " (card.action.before.as_str()) }
            }
            @if !card.evidence.is_empty() {
                p.label { (label::EVIDENCE) }
                dl.evidence { @for item in &card.evidence { (entry(item)) } }
            }
            @if !card.law.is_empty() {
                p.label { (label::LAW) }
                dl.evidence { @for item in &card.law { (entry(item)) } }
            }
            (named(label::CLAUSES, &card.clauses))
            (named(label::AUTHORITY, &card.authority))
        }
    }
}

fn badge(severity: Severity) -> Markup {
    html! {
        span.badge {
            span aria-hidden="true" { (severity.sign()) } " " (capital(severity.name()))
        }
    }
}

fn named(name: &str, words: &[Run]) -> Markup {
    html! {
        @if !words.is_empty() {
            p.named { span.label { (name) ":" } " " (line(words)) }
        }
    }
}

fn line(runs: &[Run]) -> Markup {
    html! { @for run in runs { (words(run)) } }
}

fn words(run: &Run) -> Markup {
    let styled = match run.style {
        Style::Plain => text(&run.text),
        Style::Strong => html! { strong { (text(&run.text)) } },
        Style::Quiet => html! { span.quiet { (text(&run.text)) } },
    };
    match &run.to {
        Some(anchor) => html! { a href={ "#" (anchor) } { (styled) } },
        None => styled,
    }
}

/// A text with its line breaks.
fn text(text: &Text) -> Markup {
    html! {
        @for (at, words) in text.as_str().split('\n').enumerate() {
            @if at > 0 { br; }
            (words)
        }
    }
}
