use super::*;
use crate::model::Session;
use crate::store::line::{self, Line};
use proptest::prelude::*;

const NASTY: &str = "two\nlines\r\n\ttab \u{1b}[31m \u{202e}bidi\u{2066} 👩\u{200d}🔬 e\u{301} \"# r#\"raw\"# \\ \\n ' \0 \u{feff}\u{2028}\u{85}";

fn place(row: Option<&str>) -> Place {
    Place::new("partner_name", row)
}

fn answers() -> Vec<Answer> {
    let text = || NASTY.to_owned();
    let mut answers: Vec<_> = [
        Value::YesNo(true),
        Value::Choice(text()),
        Value::Choices(vec![]),
        Value::Choices(vec!["a".into(), text()]),
        Value::Text(text()),
        Value::Text(String::new()),
        Value::Number("-0.0010".parse().expect("a number")),
        Value::Number(rust_decimal::Decimal::MAX),
        Value::Money { amount: "1200.50".parse().expect("a number"), currency: "EUR".into() },
        Value::Date(chrono::NaiveDate::from_ymd_opt(2024, 2, 29).expect("a day")),
        Value::Date(chrono::NaiveDate::MAX),
        Value::Country("IN".into()),
        Value::Scale(5),
        Value::Rows(vec!["p1".into(), "p2".into()]),
    ]
    .map(Answer::Value)
    .into();
    answers.extend([Answer::DontKnow, Answer::NotApplicable, Answer::AskCounsel]);
    answers
}

fn every_act() -> Vec<Act> {
    let text = || NASTY.to_owned();
    let mut acts: Vec<_> =
        answers().into_iter().map(|to| Act::Answer { at: place(Some("p1")), to }).collect();
    acts.extend([
        Act::Clear { at: place(None) },
        Act::Note { at: place(Some("None")), text: text() },
        Act::Remove { repeat: "partners".into(), row: text() },
        Act::Complete { repeat: "partners".into(), complete: false },
        Act::Undo,
        Act::Redo,
        Act::Visit { at: None, repeat: None },
        Act::Visit { at: Some(place(None)), repeat: None },
        Act::Visit { at: None, repeat: Some("partners".into()) },
        Act::Draft { at: place(Some("")), text: text() },
    ]);
    acts
}

#[test]
fn every_act_comes_back_as_it_was() {
    let entries: Vec<_> = every_act()
        .into_iter()
        .zip(0..)
        .map(|(act, second)| Entry {
            at: at(second),
            by: if second % 2 == 0 { Speaker::Client } else { Speaker::Counsel },
            act,
        })
        .collect();
    let (_dir, store) = store();
    let mut open = store
        .create("Acme →\n\u{202e}Bengaluru", "offshore-ip", "1.0", Some("my folder"), at(0))
        .expect("the session is created");
    let (first, rest) = entries.split_at(1);
    open.journal.append(first).expect("one is saved");
    open.journal.append(&[]).expect("nothing is saved");
    open.journal.append(rest).expect("many are saved at once");
    let path = open.journal.path().to_owned();
    drop(open);

    let wanted = (entries, vec![]);
    let (Session { header, entries }, notices) = Store::read(&path).expect("it can be read");
    assert_eq!((entries, notices), wanted);
    assert_eq!((header.title.as_str(), header.folder.as_deref()), ("Acme → Bengaluru", Some("my folder")));
    let again = Store::open(&path, at(9)).expect("it can be opened");
    assert_eq!((again.session.entries, again.notices), wanted);
}

#[test]
fn the_file_is_plain_lines_that_show_no_control() {
    let (_dir, path) = session_of(&[wrote(NASTY), wrote("two")]);
    let text = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("Session(format: 1, id: \""), "{}", lines[0]);
    assert!(
        lines[2].ends_with(
            "at: \"2026-02-02T02:40:01Z\", by: Client, act: Answer(at: (question: \"goal\"), \
             to: Value(Text(\"two\"))))"
        ),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 3);
    assert_eq!(crate::text::clean(&text), text, "no control character stands in the file as it is");
    let wanted = format!("(after: \"{}\", ", line::hash(lines[1].as_bytes()));
    assert!(lines[2].starts_with(&wanted), "{}", lines[2]);
}

#[test]
fn times_are_kept_to_the_second() {
    let mut entry = wrote("x");
    entry.at += TimeDelta::milliseconds(999);
    let (_dir, path) = session_of(&[entry]);
    assert_eq!(Store::read(&path).expect("it can be read").0.entries[0].at, at(1));
}

#[test]
fn an_entry_that_no_line_can_hold_is_refused_and_the_next_is_not() {
    let (_dir, store) = store();
    let mut open = begin(&store, "Acme");
    let before = bytes(open.journal.path());
    let trouble = open.journal.append(&[wrote("small"), wrote(&"x".repeat(line::LIMIT))]).unwrap_err();
    assert!(trouble.to_string().contains("longer than 4 MB"), "{trouble}");
    assert!(trouble.kept.starts_with("Nothing of it was saved"), "{trouble}");
    assert_eq!(bytes(open.journal.path()), before);
    open.journal.append(&[wrote(&"x".repeat(line::LIMIT - 500))]).expect("one that fits is saved");
    assert_eq!(Store::read(open.journal.path()).expect("it can be read").0.entries.len(), 1);
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_may_look() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, path) = session_of(&[wrote("x")]);
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&super::super::lock::beside(&path, "lock")), 0o600);
    assert_eq!(mode(path.parent().expect("a folder")), 0o700);
}

proptest! {
    #[test]
    fn any_text_comes_back(
        text in any::<String>(),
        harsh in "[\\x00-\\x1f\"'#r\\\\{}()/*\u{80}-\u{9f}\u{200b}-\u{202e}\u{e0001}\u{301}😀é]{0,60}",
    ) {
        for text in [text, harsh] {
            let given = Line::new("0", &wrote(&text));
            let written = line::write_entry(&given).map_err(TestCaseError::fail)?;
            let (newline, body) = written.split_last().expect("a line has bytes");
            prop_assert!(*newline == b'\n' && !body.contains(&b'\n'));
            prop_assert_eq!(line::read(body), Ok(given));
        }
    }
}
