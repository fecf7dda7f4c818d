use chrono::NaiveDate;
use icalendar::{CalendarComponent, Component, DatePerhapsTime, parser};
use proptest::prelude::*;

use super::ics;
use crate::model::{Severity, Value};
use crate::report::document::{ActionRow, Actions, Block, Document, Run, Section, Step, Text};
use crate::report::fixture::{header, interview, option, says};
use crate::report::{Edition, compose};

fn document(rows: Vec<ActionRow>) -> Document {
    let (interview, changed) =
        interview(&[says("role", option("customer")), says("shared", Value::YesNo(true))]);
    let document = compose(&interview, &header("T"), changed, &Edition::Counsel);
    let block = Block::Actions(Actions { caption: Text::default(), rows });
    let section = Section {
        anchor: "actions".to_owned(),
        title: Text::line("Actions"),
        blocks: vec![block],
        parts: Vec::new(),
    };
    Document { sections: vec![section], ..document }
}

fn row(id: &str, what: &str, due: Option<NaiveDate>) -> ActionRow {
    ActionRow {
        id: id.to_owned(),
        step: Step {
            what: Text::new(what),
            who: Text::line("counsel"),
            before: Text::line("before the contract is signed"),
            due,
        },
        concerns: Text::line("Acme, Binh; Chennai"),
        severity: Severity::High,
        findings: vec![Run::plain("1 (high)")],
    }
}

fn day() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2027, 2, 28)
}

/// As the library reads it: summary, id, and the day of an event.
fn read(text: &str) -> Vec<(String, String, Option<DatePerhapsTime>)> {
    let unfolded = parser::unfold(text);
    let calendar = icalendar::Calendar::from(parser::read_calendar(&unfolded).expect("a calendar"));
    let components = calendar.components.iter().map(|component| match component {
        CalendarComponent::Event(event) => (
            event.get_summary().unwrap_or_default().to_owned(),
            event.get_uid().unwrap_or_default().to_owned(),
            event.get_start(),
        ),
        CalendarComponent::Todo(todo) => (
            todo.get_summary().unwrap_or_default().to_owned(),
            todo.get_uid().unwrap_or_default().to_owned(),
            None,
        ),
        other => panic!("neither an event nor a task: {other:?}"),
    });
    components.collect()
}

#[test]
fn an_action_with_a_day_is_an_event_and_one_without_a_task() {
    let text = ics(&document(vec![row("a", "Sign.", day()), row("b", "Read.", None)]));
    let read = read(&text);
    assert_eq!(read.len(), 2);
    assert_eq!((read[0].0.as_str(), read[0].2.clone()), ("Sign.", day().map(DatePerhapsTime::Date)));
    assert_eq!((read[1].0.as_str(), read[1].2.clone()), ("Read.", None));
    assert_ne!(read[0].1, read[1].1);
    assert_eq!(text, ics(&document(vec![row("a", "Sign.", day()), row("b", "Read.", None)])));
    assert!(!text.contains("DTEND"), "an end on the same day would be before it");
    assert!(text.contains("DTSTAMP:") && text.contains("CLASS:PRIVATE"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "long lines are folded");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn words_stay_words(what in "\\PC{1,120}(\n\\PC{1,20})?") {
        let what = format!("a{what}b");
        let text = ics(&document(vec![row("a", &what, day())]));
        let read = read(&text);
        prop_assert_eq!(read.len(), 1);
        let meant = Text::new(&what);
        prop_assert_eq!(read[0].0.as_str(), meant.as_str());
    }
}
