//! What is done with any bytes whatever, and what must hold then. `tests/corpus.rs` does the same with the seeds.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use safeshore::diagnostic::{Diagnostic, draw};
use safeshore::engine::Interview;
use safeshore::load::{self, Said, Stated};
use safeshore::model::{Questionnaire, State};
use safeshore::text::{Source, Span, clean};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
/// What begins the line before each file; the file's name follows.
const MARK: &str = "--- ";
/// A small sound folder. A file of the input takes the place of the one of its name.
const FILES: [(&str, &str); 4] = [
    (
        "questionnaire.ron",
        r#"Questionnaire(id: "q", version: "1", title: "Q", about: "A", article: "A", caution: "C",
            milestones: [(id: "signing", label: "the contract is signed")])"#,
    ),
    (
        "stages/1-a.ron",
        r#"Stage(id: "a", title: "A", intro: "I", questions: [
            Question(id: "side", ask: "Which side?", kind: Choice([(id: "a", label: "A"), (id: "b", label: "B")]),
                why: "W", source: ["T1"]),
            Question(id: "home", ask: "Where?", kind: Country, why: "W", source: ["T1"], when: Is("side", "a")),
            Question(id: "many", ask: "How many?", kind: Number(least: 0, most: 9), why: "W", source: ["T1"])])"#,
    ),
    ("clauses.ron", r#"[(id: "c", title: "C", settles: "S", source: ["T1"])]"#),
    ("source.ron", r#"[(id: "T1", theme: "t", what: "W"), (id: "A1", theme: "t", what: "W")]"#),
];

/// A questionnaire's folder, its files one after another.
///
/// # Panics
/// When something doesn't hold that must.
pub fn loader(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let sources = folder(text);
    let checked = load::check(sources.clone(), TODAY);
    let has_error = checked.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(checked.questionnaire.is_none(), has_error, "unusable exactly where there is an error");
    told(&checked.diagnostics, &checked.sources);
    told(&load::allowed(checked.diagnostics, &checked.sources), &checked.sources);
    match (load::open(sources), checked.questionnaire) {
        (Ok(opened), Some(checked)) => {
            assert_eq!(opened, checked, "an interview uses what was checked");
            let _ = Interview::new(Arc::new(opened), State::default()).next();
        }
        (Err(refused), None) => told(&refused.diagnostics, &refused.sources),
        _ => panic!("an interview can use what has no error, and nothing else"),
    }
}

/// A file of answers, held against the kinds of the built-in questionnaire.
///
/// # Panics
/// When something doesn't hold that must.
pub fn answers(bytes: &[u8]) {
    static BUILTIN: LazyLock<Questionnaire> =
        LazyLock::new(|| load::open(load::builtin()).expect("it is sound"));
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let source = Source::new("answers", text);
    match load::answers(&source) {
        Ok(file) => {
            for stated in &file.answers {
                let Stated::Answer { question, said: Some(Said::Value(value)), .. } = stated else {
                    continue;
                };
                if let Some(question) = BUILTIN.question(question) {
                    let unfit = load::value(&question.kind, value).err();
                    within(unfit.and_then(|unfit| unfit.span), std::slice::from_ref(&source));
                }
            }
        }
        Err(found) => {
            assert!(!found.is_empty(), "it says why");
            told(&found, &[source]);
        }
    }
}

fn folder(text: &str) -> Vec<Source> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match (line.strip_prefix(MARK), files.last_mut()) {
            (Some(name), _) => files.push((name.trim_end().to_owned(), String::new())),
            (None, Some((_, file))) => file.push_str(line),
            (None, None) => files.push((FILES[1].0.to_owned(), line.to_owned())),
        }
    }
    for (name, text) in FILES {
        if files.iter().all(|(given, _)| given != name) {
            files.push((name.to_owned(), text.to_owned()));
        }
    }
    files.into_iter().map(|(name, text)| Source::new(name, text)).collect()
}

/// Every place lies in its file, and what is drawn can't steer a terminal.
fn told(diagnostics: &[Diagnostic], sources: &[Source]) {
    for diagnostic in diagnostics {
        within(diagnostic.span, sources);
        diagnostic.related.iter().for_each(|(span, _)| within(Some(*span), sources));
    }
    let first = &diagnostics[..diagnostics.len().min(50)];
    let drawn = draw(first, sources, false);
    assert_eq!(clean(&drawn), drawn, "what is drawn is clean");
    assert!(first.iter().all(|one| drawn.contains(one.code)), "every one is drawn");
}

fn within(span: Option<Span>, sources: &[Source]) {
    let Some(span) = span else { return };
    let text = &sources[span.file].text;
    assert!(text.get(span.start..span.end).is_some(), "{span:?} of {}", text.len());
}
