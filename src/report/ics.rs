//! The actions as a calendar (RFC 5545).

use std::fmt::Write;

use icalendar::{Calendar, Class, Component, Event, EventLike, Property, Todo};
use sha2::{Digest, Sha256};

use super::document::{ActionRow, Block, Document};
use crate::text::capital;

/// Each action with a day as an event of that day, for calendars; each without one as a task, for lists of tasks.
#[must_use]
pub fn ics(document: &Document) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Safeshore//Safeshore//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(document.title.as_str());
    let rows = document.blocks().into_iter().flat_map(|block| match block {
        Block::Actions(actions) => actions.rows.as_slice(),
        _ => &[],
    });
    for row in rows {
        match row.step.due {
            Some(day) => calendar.push(described(Event::new().starts(day), document, row)),
            None => calendar.push(described(&mut Todo::new(), document, row)),
        };
    }
    calendar.done().to_string()
}

/// What is to be done, for whom, and by when; the same id and time for the same document.
fn described<C: Component + Clone>(component: &mut C, document: &Document, row: &ActionRow) -> C {
    let step = &row.step;
    let concerns = if row.concerns.is_blank() {
        String::new()
    } else {
        format!("Concerns: {}\n", row.concerns.as_str())
    };
    let findings: String = row.findings.iter().map(|run| run.text.as_str()).collect();
    let about = format!(
        "{}, {}\n{concerns}Findings: {findings}\n{}",
        capital(step.who.as_str()),
        step.before.as_str(),
        document.title.as_str()
    );
    component
        .uid(&uid(document, row))
        .timestamp(document.date)
        .summary(step.what.as_str())
        .description(&about)
        .class(Class::Private)
        .clone()
}

/// The same for the same step of the same matter, so that a calendar that is read in again doubles nothing.
fn uid(document: &Document, row: &ActionRow) -> String {
    let digest = Sha256::digest(format!("{}\n{}", document.title.as_str(), row.id));
    let mut hex = String::new();
    for byte in digest.iter().take(12) {
        write!(hex, "{byte:02x}").expect("memory takes it");
    }
    hex + "@safeshore"
}

#[cfg(test)]
mod tests;
