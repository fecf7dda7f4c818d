//! Whole cases: a file of answers goes in, and the report that comes out is the one that was read and found right.
//! After a change of content, `SAFESHORE_CASES=write cargo test --test cases` writes the reports anew: read them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use safeshore::cases::acts_of;
use safeshore::diagnostic::draw;
use safeshore::engine::{Interview, apply};
use safeshore::model::{FORMAT, Header, Speaker, State};
use safeshore::report::{Edition, compose, markdown};
use safeshore::text::Source;

/// The moment at which every case is answered: 23 November 2026.
const NOW: i64 = 1_795_392_000;

fn reported(name: &str, title: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let read =
        |file: &str| fs::read_to_string(folder.join(file)).unwrap_or_else(|e| panic!("{name}/{file}: {e}"));
    let questionnaire = safeshore::load::open(safeshore::load::builtin()).expect("the built-in one is sound");
    let blank = Interview::new(Arc::new(questionnaire), State::default());
    let source = Source::new(format!("{name}/answers.ron"), read("answers.ron"));
    let acts = acts_of(&blank, &source)
        .unwrap_or_else(|found| panic!("{}", draw(&found, std::slice::from_ref(&source), false)));
    let now = DateTime::from_timestamp(NOW, 0).expect("a moment");
    let mut state = State::default();
    for act in &acts {
        apply(blank.questionnaire(), &mut state, act, Speaker::Client, now);
    }
    let interview = Interview::new(Arc::clone(blank.questionnaire()), state);
    let open: Vec<&str> = interview.unanswered().map(|place| place.question.as_str()).collect();
    assert_eq!(open, Vec::<&str>::new(), "a case answers everything that is asked");
    let manifest = &interview.questionnaire().manifest;
    let header = Header {
        format: FORMAT,
        id: "case".to_owned(),
        title: title.to_owned(),
        questionnaire: manifest.id.value.clone(),
        version: manifest.version.value.clone(),
        folder: None,
        created: now,
    };
    let report = markdown(&compose(&interview, &header, now, &Edition::Counsel));
    let golden = folder.join("report.md");
    if std::env::var_os("SAFESHORE_CASES").is_some_and(|what| what == "write") {
        fs::write(&golden, &report).expect("the report can be written");
    }
    assert!(read("report.md") == report, "{} differs; see the top of tests/cases.rs", golden.display());
}

#[test]
fn a_software_firm_sends_code_to_india_on_an_unsigned_nda() {
    reported("us-software-to-india", "Ledgerline → Pune");
}

#[test]
fn a_machine_maker_sends_a_formula_to_china() {
    reported("german-machines-to-china", "Brenner → Suzhou");
}

#[test]
fn an_indian_vendor_works_for_two_competitors() {
    reported("indian-vendor-two-competitors", "Two banks, one team");
}

#[test]
fn two_partners_are_compared_and_joint_ownership_is_proposed() {
    reported("poland-or-vietnam", "Poland or Vietnam");
}
