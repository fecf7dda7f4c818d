//! The pages of `safeshore check --explain`: each wrong example yields its code and nothing else, each mended one is clean.

use std::path::Path;

use chrono::NaiveDate;
use safeshore::cases::{acts_of, replay_case};
use safeshore::check::{Looked, check};
use safeshore::diagnostic::{CODES, Diagnostic, draw, page};
use safeshore::engine::Interview;
use safeshore::model::State;
use safeshore::store;
use safeshore::text::{Reason, Source, Unread, width};

/// Codes that hardly come alone, with what comes with them.
const BESIDES: [(&str, &[&str]); 1] = [
    // The rules that call for the clause.
    ("clause-never-called", &["clause-never-called", "never-fires"]),
];

/// The file of an example that is no part of the questionnaire, but answers it.
const ANSWERS: &str = "answers.json";
/// The folder of those that record what their answers come to.
const CASES: &str = "cases/";

fn is_answers(file: &Source) -> bool {
    file.name == ANSWERS || file.name.starts_with(CASES)
}

/// What no file of an example can show, because it is about a file that is missing or too large to be printed.
fn told_in_words(code: &str) -> Option<Vec<Source>> {
    let without = |gone: &str| base().into_iter().filter(|source| !source.name.contains(gone)).collect();
    match code {
        "missing-file" => Some(without("questionnaire.ron")),
        "no-stages" => Some(without("stages/")),
        "too-large" => Some(laid(&[Source::new("clauses.ron", " []".repeat(2 << 20))])),
        "not-text" => Some(with_unread("stages/2-data.ron", Reason::NoText)),
        "unreadable-file" => Some(with_unread("stages/2-data.ron", Reason::Unreadable)),
        "unread-folder" => Some(with_unread("Stages", Reason::OtherFolder)),
        "too-large-to-prove" => Some(laid(&[Source::new("stages/2-rows.ron", rows_of_rows())])),
        // Forty-one signs would fill two screens.
        "too-many-signs" => {
            let (_, mended) = examples("no-signs");
            let sign = mended[0].text.lines().find(|line| line.contains("Sign(")).expect("a sign").to_owned();
            let many = mended[0].text.replacen(&sign, &sign.repeat(41), 1);
            Some(laid(&[Source::new("comparison.ron", many), mended[1].clone()]))
        }
        _ => None,
    }
}

fn with_unread(name: &str, reason: Reason) -> Vec<Source> {
    let why = Unread { reason, what: "It can't be read".to_owned(), next: String::new() };
    laid(&[Source::unread(name, why)])
}

/// A stage with eight lists, and a rule that counts rows of rows over all of them.
fn rows_of_rows() -> String {
    let lists = || (1..=8).map(|list| format!("l{list}"));
    let repeats =
        lists().map(|list| format!(r#"(id: "{list}", item: "thing", label: "{list}_name", most: 9),"#));
    let names = lists().map(|list| {
        format!(
            r#"(id: "{list}_name", row_of: "{list}", ask: "What is thing {list} called?", kind: Text(Short), why: "W.", source: ["A1"]),"#
        )
    });
    let counted = lists()
        .fold(r#"Answered("l1_name")"#.to_owned(), |part, list| format!(r#"Count("{list}", {part}, 8)"#));
    format!(
        r#"(id: "rows", title: "Rows", intro: "I.", repeats: [{}], questions: [{}], rules: [(id: "many", severity: Low,
            when: {counted}, title: "Many rows", because: "B.", action: (what: "W.", who: Owner, before: "signing"),
            source: ["A1"])])"#,
        repeats.collect::<String>(),
        names.collect::<String>(),
    )
}

fn base() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/explain/base");
    let files = store::folder(&folder).expect("the base can be read");
    let prefix = format!("{}/", folder.display());
    files.into_iter().map(|file| Source::new(file.name.replacen(&prefix, "", 1), file.text)).collect()
}

/// The base with these files laid over it.
fn laid(files: &[Source]) -> Vec<Source> {
    let kept = base().into_iter().filter(|source| files.iter().all(|file| file.name != source.name));
    kept.chain(files.iter().filter(|file| !is_answers(file)).cloned()).collect()
}

/// The wrong and the mended files of a page.
fn examples(code: &str) -> (Vec<Source>, Vec<Source>) {
    let page = page(code).expect("there is a page");
    let (before, mended) = page.split_once("\n## Mended\n").expect("a mended example");
    let (_, wrong) = before.split_once("\n## Wrong\n").expect("a wrong example");
    (files(wrong), files(mended))
}

/// What stands between fences, each named by its info string: `ron stages/1-profile.ron`.
fn files(section: &str) -> Vec<Source> {
    let fenced = section.split("```").skip(1).step_by(2);
    let file = |fenced: &str| {
        let (info, text) = fenced.split_once('\n').expect("an info string");
        let (_, name) = info.split_once(' ').expect("the name of a file");
        Source::new(name, text)
    };
    fenced.map(file).collect()
}

/// What is found in the base with these files laid over it, and in the answers among them.
fn found(files: &[Source]) -> (Vec<Diagnostic>, Vec<Source>) {
    looked_at(laid(files), files.iter().find(|file| is_answers(file)))
}

/// On the day for which the examples are written: law that is fresh in them grows stale.
fn looked_at(sources: Vec<Source>, answers: Option<&Source>) -> (Vec<Diagnostic>, Vec<Source>) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 15).expect("a day");
    let Looked { sources, questionnaire, diagnostics, .. } = check(sources, today);
    match (answers, questionnaire) {
        (Some(answers), Some(questionnaire)) => {
            assert_eq!(diagnostics, [], "answers are shown to a clean questionnaire");
            let found = if answers.name == ANSWERS {
                acts_of(&Interview::new(questionnaire, State::default()), answers).err().unwrap_or_default()
            } else {
                replay_case(&questionnaire, answers, 0).diagnostics
            };
            (found, vec![answers.clone()])
        }
        _ => (diagnostics, sources),
    }
}

#[test]
fn the_base_is_clean() {
    let (diagnostics, sources) = found(&[]);
    assert_eq!(draw(&diagnostics, &sources, false), "");
}

#[test]
fn what_is_wrong_yields_the_code_and_nothing_else() {
    let mut problems = Vec::new();
    for code in CODES {
        let (diagnostics, sources) = match told_in_words(code.name) {
            Some(sources) => looked_at(sources, None),
            None => found(&examples(code.name).0),
        };
        let codes: Vec<_> = diagnostics.iter().map(|one| one.code).collect();
        let besides = BESIDES.iter().find(|(name, _)| *name == code.name);
        if codes != besides.map_or(vec![code.name], |(_, codes)| codes.to_vec()) {
            problems.push(format!("{} yields {codes:?}\n{}", code.name, draw(&diagnostics, &sources, false)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_is_mended_is_clean() {
    let mut problems = Vec::new();
    for code in CODES.iter().filter(|code| told_in_words(code.name).is_none()) {
        let (wrong, mended) = examples(code.name);
        assert!(!wrong.is_empty() && !mended.is_empty(), "{} has no files", code.name);
        assert_ne!(wrong, mended, "{}: nothing was mended", code.name);
        let (diagnostics, sources) = found(&mended);
        if !diagnostics.is_empty() {
            problems.push(format!("{}, mended:\n{}", code.name, draw(&diagnostics, &sources, false)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Prose, a wrong example and a mended one: nothing that would not fit a terminal.
#[test]
fn every_page_is_of_one_shape() {
    for code in CODES {
        let page = page(code.name).expect("there is a page");
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).skip(1).collect();
        assert_eq!(headings, ["## Wrong", "## Mended"], "{}", code.name);
        assert!(page.lines().all(|line| width(line) <= 110 && line.trim_end() == line), "{}", code.name);
        let prose = page.split("\n## ").next().unwrap_or_default();
        let prose = prose.split_once("\n\n").expect("a headline").1.len();
        assert!((150..900).contains(&prose), "{} says {prose} characters", code.name);
        assert_eq!(files(&page).is_empty(), told_in_words(code.name).is_some(), "{}", code.name);
    }
}
