//! What every part of the report asks of the interview.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::engine::{
    Comparing, Finding, Interview, Seen, Standing, Weighed, answer_words, ask, compare, fill,
    named_countries, row_name, weigh_all,
};
use crate::model::{Answer, Id, Layout, Place, Questionnaire, Rule};
use crate::report::document::{Anchor, Detail, Line, Run, Text, Tone};
use crate::report::edition::Edition;

/// The interview that is reported.
pub(super) struct Case<'a> {
    pub interview: &'a Interview,
    pub changed: DateTime<Utc>,
    pub edition: &'a Edition,
    /// The countries that the answers name; `None` while there may be more, or the edition keeps one.
    pub countries: Option<BTreeSet<&'a str>>,
}

/// A finding with its number in the report and the rule behind it.
#[derive(Clone, Copy)]
pub(super) struct Numbered<'a> {
    pub number: usize,
    pub finding: &'a Finding,
    pub rule: &'a Rule,
}

impl Numbered<'_> {
    pub fn anchor(self) -> Anchor {
        format!("finding-{}", self.number)
    }
}

impl<'a> Case<'a> {
    /// The case of an interview, as that edition may tell it.
    pub fn new(interview: &'a Interview, changed: DateTime<Utc>, edition: &'a Edition) -> Self {
        Self { interview, changed, edition, countries: named_countries(interview) }
    }

    pub fn questionnaire(&self) -> &'a Questionnaire {
        self.interview.questionnaire()
    }

    /// The findings, the worst first.
    pub fn findings(&self) -> impl Iterator<Item = Numbered<'a>> + use<'a> {
        let questionnaire = self.questionnaire();
        let known = self.interview.findings().iter();
        let known = known.filter_map(|finding| Some((finding, finding.rule(questionnaire)?)));
        known.zip(1..).map(|((finding, rule), number)| Numbered { number, finding, rule })
    }

    /// The weighings that have something to say: none before anything is answered.
    pub fn weighed(&self) -> impl Iterator<Item = Weighed<'a>> + use<'a> {
        let is_begun = self.interview.progress(None).answered > 0;
        weigh_all(self.interview).into_iter().filter(move |weighed| is_begun && !weighed.arguments.is_empty())
    }

    /// The comparison, where there is anything to compare.
    pub fn compared(&self) -> Option<Comparing<'a>> {
        compare(self.interview).filter(|comparing| comparing.candidates.len() > 1)
    }

    /// Every sign that was read of every candidate.
    pub fn signs(&self) -> impl Iterator<Item = Seen<'a>> + use<'a> {
        let candidates = self.compared().into_iter().flat_map(|comparing| comparing.candidates);
        candidates.flat_map(|candidate| candidate.marks).flat_map(|mark| mark.signs)
    }

    /// Asked questions that were answered with "don't know" or "ask counsel".
    pub fn open(&self) -> impl Iterator<Item = (&'a Place, &'a Answer)> {
        let given = self.interview.asked().filter_map(|place| {
            let answer = self.interview.state().answer(place)?;
            Some((place, answer))
        });
        given.filter(|(_, answer)| answer.is_open())
    }

    /// The question as asked.
    pub fn ask(&self, place: &Place) -> Text {
        Text::line(&ask(self.interview, place))
    }

    /// Whether the edition is for the other side.
    pub fn is_for_the_other_side(&self) -> bool {
        matches!(self.edition, Edition::Counterpart { .. })
    }

    /// What a finding is called.
    pub fn title(&self, found: &Numbered<'_>) -> Text {
        Text::line(&fill(self.interview, &found.rule.title, &found.finding.rows))
    }

    /// Whether the question of a place is asked as things stand.
    pub fn is_asked(&self, place: &Place) -> bool {
        self.interview.standing(place) == Standing::Asked
    }

    /// Where links to a part of the layout lead that has an id: numbers only, since an author's ids may hold anything.
    pub fn part_anchor(&self, id: &Id) -> Anchor {
        let at = self.questionnaire().layout.iter().flat_map(Layout::ids).position(|known| known == id);
        format!("part-{}", at.map_or(0, |at| at + 1))
    }

    /// Whether the edition tells the answer at a place.
    pub fn tells(&self, place: &Place) -> bool {
        !self.interview.state().withheld.contains(place)
    }

    /// Whether a country may be named: an answer that the edition tells names it, or nothing is kept from the reader.
    pub fn tells_country(&self, code: &str) -> bool {
        let state = self.interview.state();
        let names = |place: &Place| {
            let value = state.answer(place).and_then(Answer::value);
            value.is_some_and(|value| value.countries().iter().any(|named| named == code))
        };
        state.withheld.is_empty() || self.interview.asked().any(|place| self.tells(place) && names(place))
    }

    /// An answer in words; says so where they are empty, or where the edition keeps them.
    pub fn answer(&self, place: &Place, answer: &Answer) -> Detail {
        let words = Text::new(&answer_words(self.interview, place, answer));
        if !self.tells(place) {
            Detail::new(Tone::Missing, vec![Run::plain(words.as_str())])
        } else if words.is_blank() {
            Detail::new(Tone::Missing, vec![Run::plain("Left blank")])
        } else if answer.value().is_some() {
            Detail::new(Tone::Main, vec![Run::plain(words.as_str())])
        } else {
            Detail::new(Tone::Missing, vec![Run::plain(&crate::text::capital(words.as_str()))])
        }
    }

    /// What was written beside a question: its note, and what was begun and not given.
    pub fn written(&self, place: &Place) -> impl Iterator<Item = Detail> {
        let state = self.interview.state();
        let note = state.notes.get(place).map(|text| ("Note", text));
        let draft = state.drafts.get(place).map(|text| ("Draft, not entered as an answer", text));
        let texts = note.into_iter().chain(draft).map(|(label, text)| (label, Text::new(text)));
        let texts = texts.filter(|(_, text)| !text.is_blank());
        texts.map(|(label, text)| Detail::labelled(label, vec![Run::plain(text.as_str())]))
    }

    /// The repeat that a place's question belongs to, with its row.
    pub fn row<'p>(&self, place: &'p Place) -> Option<(&'a str, &'p str)> {
        self.questionnaire().repeat_of(&place.question).zip(place.row.as_deref())
    }

    /// Where a question stands: "Partners · Acme".
    pub fn whereabouts(&self, place: &Place) -> Text {
        let questionnaire = self.questionnaire();
        let stage = questionnaire.stage_of(&place.question).and_then(|at| questionnaire.stages.get(at));
        let row = self.row(place).map(|(repeat, row)| row_name(self.interview, repeat, row));
        let parts = stage.map(|stage| stage.title.value.clone()).into_iter().chain(row);
        Text::line(&parts.collect::<Vec<_>>().join(" · "))
    }

    /// Where links to an answer lead: numbers only, since an author's ids may hold anything.
    pub fn anchor(&self, place: &Place) -> Anchor {
        let (stage, question) = self.questionnaire().position(&place.question).unwrap_or_default();
        let row = self.row(place).and_then(|(repeat, row)| {
            let mut rows = self.interview.state().rows(repeat).iter();
            rows.position(|known| known == row)
        });
        let row = row.map_or_else(String::new, |row| format!("-{}", row + 1));
        format!("answer-{}-{}{row}", stage + 1, question + 1)
    }
}

/// Findings by number and severity, each leading to its own: "2, 3 (high); 9 (low)".
pub(super) fn links(findings: &[Numbered<'_>]) -> Line {
    let mut line = Line::new();
    for group in findings.chunk_by(|a, b| a.finding.severity == b.finding.severity) {
        if !line.is_empty() {
            line.push(Run::plain("; "));
        }
        line.extend(joined(
            group.iter().map(|found| Run::link(&found.number.to_string(), found.anchor())),
            ", ",
        ));
        line.extend(
            group.first().map(|found| Run::plain(&format!("\u{a0}({})", found.finding.severity.name()))),
        );
    }
    line
}

/// Runs with something between each two.
pub(super) fn joined(runs: impl IntoIterator<Item = Run>, between: &str) -> Line {
    let mut line = Line::new();
    for run in runs {
        if !line.is_empty() {
            line.push(Run::plain(between));
        }
        line.push(run);
    }
    line
}
