//! A case of `tests/cases`, answered to its end.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use safeshore::cases::acts_of;
use safeshore::diagnostic::draw;
use safeshore::engine::{Interview, apply};
use safeshore::model::{FORMAT, Header, Speaker, State};
use safeshore::report::{Document, Edition, compose};
use safeshore::text::Source;

/// The moment at which every case is answered: 23 November 2026.
const NOW: i64 = 1_795_392_000;

/// The folder of a case.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

/// Counsel's report of a case, under a title of its own.
pub fn document(name: &str, title: &str) -> Document {
    let interview = answered(name);
    let manifest = &interview.questionnaire().manifest;
    let header = Header {
        format: FORMAT,
        id: "case".to_owned(),
        title: title.to_owned(),
        questionnaire: manifest.id.value.clone(),
        version: manifest.version.value.clone(),
        folder: None,
        created: now(),
    };
    compose(&interview, &header, now(), &Edition::Counsel)
}

fn answered(name: &str) -> Interview {
    let questionnaire = safeshore::load::open(safeshore::load::builtin()).expect("the built-in one is sound");
    let blank = Interview::new(Arc::new(questionnaire), State::default());
    let file = folder(name).join("answers.ron");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let source = Source::new(format!("{name}/answers.ron"), text);
    let acts = acts_of(&blank, &source)
        .unwrap_or_else(|found| panic!("{}", draw(&found, std::slice::from_ref(&source), false)));
    let mut state = State::default();
    for act in &acts {
        apply(blank.questionnaire(), &mut state, act, Speaker::Client, now());
    }
    let interview = Interview::new(Arc::clone(blank.questionnaire()), state);
    let open: Vec<&str> = interview.unanswered().map(|place| place.question.as_str()).collect();
    assert_eq!(open, Vec::<&str>::new(), "a case answers everything that is asked");
    interview
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW, 0).expect("a moment")
}
