//! From an interview to its report, one file per part. A part that has nothing to say is left out.

mod actions;
mod answers;
mod case;
mod clauses;
mod comparison;
mod counsel;
mod findings;
mod law;
mod limits;
mod parked;
mod path;
mod picture;
mod reason;
mod sources;
mod summary;
mod title;
mod weighing;

use chrono::{DateTime, Utc};

use self::case::Case;
use super::document::{Document, Section, Text};
use crate::engine::Interview;
use crate::model::Header;

/// The parts, in reading order.
const PARTS: [fn(&Case<'_>) -> Option<Section>; 13] = [
    summary::section,
    picture::section,
    findings::section,
    actions::section,
    weighing::section,
    comparison::section,
    clauses::section,
    answers::section,
    counsel::section,
    law::section,
    parked::section,
    sources::section,
    limits::section,
];

/// The report of an interview. `changed` is the moment whose answers it tells: with the session's last change
/// the same session always gives the same report.
#[must_use]
pub fn compose(interview: &Interview, header: &Header, changed: DateTime<Utc>) -> Document {
    let case = Case { interview, changed };
    Document {
        title: title::title(header),
        subtitle: Text::line(&interview.questionnaire().manifest.title),
        language: "en",
        date: changed,
        facts: title::facts(&case, header),
        sections: PARTS.iter().filter_map(|part| part(&case)).collect(),
    }
}
