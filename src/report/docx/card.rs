//! A finding: paragraphs with a bar beside them, so that it can be cut, grown and moved like any other text.

use maud::{Markup, html};

use super::Book;
use super::words::{paragraph, run, said};
use crate::model::Severity;
use crate::report::document::{Detail, Entry, FindingCard, Line, Run, Tone};
use crate::report::label;
use crate::text::capital;

impl Book<'_> {
    pub(super) fn card(&mut self, card: &FindingCard, level: usize) -> Markup {
        html! {
            (self.card_heading(card, level))
            (mark(card))
            (self.because(card))
            (paragraph("FindingAction", card.action.what.as_str(), html! {
                (run("Label", &format!("{}: ", label::ACTION)))
                (run("", card.action.what.as_str()))
            }))
            (paragraph("FindingRemark", "", html! {
                (run("", &capital(card.action.who.as_str())))
                (run("", ", "))
                (run("", card.action.before.as_str()))
            }))
            (self.grounds(label::EVIDENCE, &card.evidence, false))
            (self.grounds(label::LAW, &card.law, true))
            @if !card.clauses.is_empty() {
                (paragraph("FindingText", "", html! {
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

    /// What the finding rests on: the answers, or the facts of law with a note of where they stand.
    fn grounds(&mut self, name: &str, entries: &[Entry], law: bool) -> Markup {
        html! {
            @if !entries.is_empty() {
                (paragraph("FindingLabel", "", run("", name)))
                @for entry in entries { (self.ground(entry, law)) }
            }
        }
    }

    fn ground(&mut self, entry: &Entry, law: bool) -> Markup {
        let (noted, told): (Vec<&Detail>, Vec<&Detail>) =
            entry.details.iter().partition(|detail| law && detail.tone == Tone::Remark);
        let words = html! {
            (run("", entry.term.as_str()))
            @for detail in &told {
                (run("", " "))
                @if let Some(name) = detail.label { (run("Quiet", &format!("{name}: "))) }
                (self.toned(detail))
            }
        };
        let noted: Vec<&Line> = noted.iter().map(|detail| &detail.line).collect();
        let note = (!noted.is_empty()).then(|| {
            let words = html! {
                @for (at, line) in noted.iter().enumerate() {
                    @if at > 0 { (run("", label::BETWEEN)) }
                    (self.line(line))
                }
            };
            self.note(words)
        });
        let words = html! { (words) @if let Some(note) = note { (note) } };
        paragraph("FindingGround", entry.term.as_str(), self.marked(entry.anchor.as_deref(), words))
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

    /// The main thing of an entry of the card; also used for entries that stand alone.
    pub(super) fn source_of(&mut self, detail: &Detail) -> Markup {
        self.note_of(detail.label, &detail.line)
    }
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
