//! A finding: paragraphs with a bar beside them, so that it can be cut, grown and moved like any other text.

use maud::{Markup, html};

use super::Book;
use super::words::{paragraph, plain, run, said};
use crate::model::Severity;
use crate::report::document::{Detail, Entry, FindingCard, Run, Tone};
use crate::report::label;
use crate::text::capital;

impl Book<'_> {
    pub(super) fn card(&mut self, card: &FindingCard, level: usize) -> Markup {
        let remark = if card.clauses.is_empty() && card.evidence.is_empty() && card.law.is_empty() {
            "FindingLast"
        } else {
            "FindingRemark"
        };
        html! {
            (self.card_heading(card, level))
            (mark(card))
            (self.because(card))
            (paragraph("FindingAction", card.action.what.as_str(), html! {
                (run("Label", &format!("{}: ", label::ACTION)))
                (run("", card.action.what.as_str()))
            }))
            (paragraph(remark, "", html! {
                (run("", &capital(card.action.who.as_str())))
                (run("", ", "))
                (run("", card.action.before.as_str()))
            }))
            (self.grounds(label::EVIDENCE, &card.evidence, card.law.is_empty() && card.clauses.is_empty()))
            (self.law(&card.law, card.clauses.is_empty()))
            @if !card.clauses.is_empty() {
                (paragraph("FindingLast", "", html! {
                    (run("Label", &format!("{}: ", label::CLAUSES)))
                    (self.line(&card.clauses))
                }))
            }
        }
    }

    fn card_heading(&self, card: &FindingCard, level: usize) -> Markup {
        let title = html! { (run("", &format!("{}. ", card.number))) (run("", card.title.as_str())) };
        html! {
            w:p {
                w:pPr {
                    w:pStyle w:val="FindingHeading" {}
                    w:outlineLvl w:val=(level.min(8)) {}
                }
                (self.marked(Some(&card.anchor), title))
            }
        }
    }

    /// Why it matters, with a note of who says so.
    fn because(&mut self, card: &FindingCard) -> Markup {
        let words = run("", card.because.as_str());
        let note =
            (!card.authority.is_empty()).then(|| self.note_of(Some(label::AUTHORITY), &card.authority));
        paragraph(
            "FindingText",
            card.because.as_str(),
            html! { (words) @if let Some(note) = note { (note) } },
        )
    }

    fn note_of(&mut self, name: Option<&str>, line: &[Run]) -> Markup {
        let words = html! {
            @if let Some(name) = name { (run("", &format!("{name}: "))) }
            (self.line(line))
        };
        self.note(words)
    }

    /// The answers that the finding rests on.
    fn grounds(&self, name: &str, entries: &[Entry], last: bool) -> Markup {
        html! {
            @if !entries.is_empty() { (plain("FindingLabel", name)) }
            @for (at, entry) in entries.iter().enumerate() {
                @let told: Vec<&Detail> = entry.details.iter().collect();
                (paragraph(ground(last && at + 1 == entries.len()), entry.term.as_str(), self.told(entry, &told)))
            }
        }
    }

    /// The facts of law that it rests on, with notes of where they stand.
    fn law(&mut self, entries: &[Entry], last: bool) -> Markup {
        html! {
            @if !entries.is_empty() { (plain("FindingLabel", label::LAW)) }
            @for (at, entry) in entries.iter().enumerate() {
                @let (noted, told): (Vec<&Detail>, Vec<&Detail>) =
                    entry.details.iter().partition(|detail| detail.tone == Tone::Remark);
                @let words = html! {
                    (self.told(entry, &told))
                    @if !noted.is_empty() { (self.note_of_law(&noted)) }
                };
                (paragraph(ground(last && at + 1 == entries.len()), entry.term.as_str(), words))
            }
        }
    }

    fn told(&self, entry: &Entry, details: &[&Detail]) -> Markup {
        let words = html! {
            (run("", entry.term.as_str()))
            @for detail in details {
                (run("", " "))
                @if let Some(name) = detail.label { (run("Quiet", &format!("{name}: "))) }
                (self.toned(detail))
            }
        };
        self.marked(entry.anchor.as_deref(), words)
    }

    fn note_of_law(&mut self, details: &[&Detail]) -> Markup {
        let words = html! {
            @for (at, detail) in details.iter().enumerate() {
                @if at > 0 { (run("", label::BETWEEN)) }
                @if let Some(name) = detail.label { (run("", &format!("{name}: "))) }
                (self.line(&detail.line))
            }
        };
        self.note(words)
    }

    /// What is said of an entry, as strongly as its tone wants.
    fn toned(&self, detail: &Detail) -> Markup {
        let style = match detail.tone {
            Tone::Main => "Strong",
            Tone::Missing => "Missing",
            Tone::Remark => "Quiet",
        };
        let plain = detail.line.iter().all(|run| run.to.is_none());
        if plain { run(style, &said(&detail.line)) } else { self.line(&detail.line) }
    }
}

/// The style of a ground: the last paragraph of a card is not kept with what comes next.
fn ground(last: bool) -> &'static str {
    if last { "FindingLast" } else { "FindingGround" }
}

/// The style of the word that tells how bad it is.
pub(super) fn mark_style(severity: Severity) -> String {
    format!("Severity{}", capital(severity.name()))
}

/// How bad, told by sign and word; where; of what.
fn mark(card: &FindingCard) -> Markup {
    let severity = card.severity;
    let words = html! {
        (run(&mark_style(severity), &format!("{} {}", severity.sign(), capital(severity.name()))))
        (run("", label::BETWEEN))
        (run("", card.stage.as_str()))
        @for row in &card.rows { (run("", label::BETWEEN)) (run("", row.as_str())) }
    };
    paragraph("FindingMark", "", words)
}
