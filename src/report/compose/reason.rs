//! A sentence with the answers it rests on and where it comes from.

use super::case::{Case, joined};
use super::sources::cite;
use crate::engine::answer_words;
use crate::model::{Id, Place};
use crate::report::document::{Line, Run, Text};
use crate::report::label::AUTHORITY;
use crate::text::{capital, fit};

/// Columns of an answer beyond which it is cut here: it stands in full where the link leads.
const ANSWER: usize = 80;

/// What is said, and below it, quieter, what it rests on.
pub(super) struct Reason<'a> {
    /// What it is, ahead of it: "For".
    pub lead: Option<&'static str>,
    /// The sentence.
    pub says: &'a str,
    /// What the places below are to it: "Based on".
    pub rests: &'static str,
    /// Answers, or questions that are open.
    pub places: &'a [Place],
    /// Where it comes from.
    pub source: &'a [Id],
}

impl Reason<'_> {
    /// As a point of a list.
    pub fn line(&self, case: &Case<'_>) -> Line {
        let mut line: Line = self.lead.map(|lead| Run::strong(&format!("{lead}: "))).into_iter().collect();
        line.push(Run::plain(Text::line(self.says).as_str()));
        let places = self.places.iter().map(|place| told(case, place));
        below(&mut line, self.rests, joined(places, "; "));
        below(&mut line, AUTHORITY, cite(case, self.source));
        line
    }
}

fn below(line: &mut Line, lead: &str, what: Line) {
    if !what.is_empty() {
        line.push(Run::quiet(&format!("\n{lead}: ")));
        line.extend(what);
    }
}

/// A question with its answer, on one line; an answer that there is leads to where it stands.
fn told(case: &Case<'_>, place: &Place) -> Run {
    let ask = case.ask(place);
    let Some(answer) = case.interview.state().answer(place) else {
        return Run::plain(&format!("{} Not answered yet", ask.as_str()));
    };
    let words = Text::line(&answer_words(case.interview, place, answer));
    let words = if answer.value().is_some() { words } else { Text::line(&capital(words.as_str())) };
    Run::link(&format!("{} {}", ask.as_str(), fit(words.as_str(), ANSWER)), case.anchor(place))
}
