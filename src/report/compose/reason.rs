//! A sentence with the answers it rests on and where it comes from.

use std::collections::BTreeSet;

use super::case::Case;
use super::law;
use super::sources::cite;
use crate::engine::{FactOf, answer_words};
use crate::model::{Answer, Id, Place, Value};
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
    /// Facts of countries' law.
    pub facts: &'a [FactOf],
    /// Where it comes from.
    pub source: &'a [Id],
}

/// Questions and facts that were spelled out already, so that the next reason only leads to them. A question whose
/// answer doesn't tell what was asked is always spelled out.
#[derive(Default)]
pub(super) struct Spelled {
    places: BTreeSet<Place>,
    facts: BTreeSet<FactOf>,
}

impl Reason<'_> {
    /// As a point of a list.
    pub fn line(&self, case: &Case<'_>, spelled: &mut Spelled) -> Line {
        let mut line: Line = self.lead.map(|lead| Run::strong(&format!("{lead}: "))).into_iter().collect();
        line.push(Run::plain(Text::line(self.says).as_str()));
        for (at, place) in self.places.iter().enumerate() {
            // What stands between two is a run of its own: Markdown opens no emphasis at a semicolon.
            line.extend((at > 0).then(|| Run::plain("; ")));
            let lead = if at == 0 { format!("\n{}: ", self.rests) } else { String::new() };
            let is_new = spelled.places.insert(place.clone()) || !speaks_for_itself(case, place);
            let ask = if is_new { format!("{} ", case.ask(place).as_str()) } else { String::new() };
            line.extend((is_new || at == 0).then(|| Run::quiet(&format!("{lead}{ask}"))));
            line.push(answer(case, place));
        }
        for of in self.facts.iter().filter(|of| case.tells_country(&of.country)) {
            line.push(Run::quiet("\nLaw: "));
            line.extend(law::brief(case, of, spelled.facts.insert(of.clone())));
        }
        let source = cite(case, self.source);
        if !source.is_empty() {
            line.push(Run::quiet(&format!("\n{AUTHORITY}: ")));
            line.extend(source);
        }
        line
    }
}

/// Whether an answer tells what was asked: not "Yes", and not "4 of 5".
fn speaks_for_itself(case: &Case<'_>, place: &Place) -> bool {
    let value = case.interview.state().answer(place).filter(|_| case.tells(place)).and_then(Answer::value);
    matches!(
        value,
        Some(Value::Choice(_) | Value::Choices(_) | Value::Countries(_) | Value::Rows(_) | Value::Text(_))
    )
}

/// An answer on one line, leading to where it stands in full.
fn answer(case: &Case<'_>, place: &Place) -> Run {
    let Some(answer) = case.interview.state().answer(place) else { return Run::plain("Not answered yet") };
    let words = answer_words(case.interview, place, answer);
    let words = if answer.value().is_some() { words } else { capital(&words) };
    Run::link(&fit(Text::line(&words).as_str(), ANSWER), case.anchor(place))
}
