//! The pages of `safeshore check --explain`: each wrong example yields its code and nothing else, each mended one is clean.

use std::path::Path;

use chrono::NaiveDate;
use safeshore::cases::acts_of;
use safeshore::check::check;
use safeshore::diagnostic::{Diagnostic, draw, page, pages};
use safeshore::engine::Interview;
use safeshore::model::State;
use safeshore::store;
use safeshore::text::{Source, width};

/// Codes of which nothing is found yet; their mended examples must be clean nevertheless.
const NOT_YET: [&str; 29] = [
    "allowance-without-reason",
    "always-false",
    "always-true",
    "bad-was",
    "clause-never-called",
    "contradiction",
    "duplicate-text",
    "extra-translation",
    "fact-nowhere",
    "idle-weight",
    "missing-translation",
    "never-asked",
    "never-chosen",
    "never-fires",
    "never-in-order",
    "options-alike",
    "outdated-translation",
    "own-rule",
    "risk-without-finding",
    "stale-authority",
    "text-too-long",
    "unknown-code",
    "unknown-rule",
    "unused-allowance",
    "unused-authority",
    "unused-clause",
    "unused-option",
    "unused-question",
    "unused-term",
];

/// The file of an example that is no part of the questionnaire, but answers it.
const ANSWERS: &str = "answers.json";

/// What no file of an example can show, because it is about a file that is missing or too large to be printed.
fn told_in_words(code: &str) -> Option<Vec<Source>> {
    let without = |gone: &str| base().into_iter().filter(|source| !source.name.contains(gone)).collect();
    match code {
        "missing-file" => Some(without("questionnaire.ron")),
        "no-stages" => Some(without("stages/")),
        "too-large" => Some(laid(&[Source::new("clauses.ron", " []".repeat(2 << 20))])),
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

fn base() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/explain/base");
    let files = store::folder(&folder).expect("the base can be read");
    let prefix = format!("{}/", folder.display());
    files.into_iter().map(|file| Source::new(file.name.replacen(&prefix, "", 1), file.text)).collect()
}

/// The base with these files laid over it.
fn laid(files: &[Source]) -> Vec<Source> {
    let kept = base().into_iter().filter(|source| files.iter().all(|file| file.name != source.name));
    kept.chain(files.iter().filter(|file| file.name != ANSWERS).cloned()).collect()
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
    looked_at(laid(files), files.iter().find(|file| file.name == ANSWERS))
}

fn looked_at(sources: Vec<Source>, answers: Option<&Source>) -> (Vec<Diagnostic>, Vec<Source>) {
    let mut checked = check(sources, NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"));
    // Translations are read once the codes of NOT_YET that are about them are there.
    checked.diagnostics.retain(|one| one.file.as_deref() != Some("text/es.ron"));
    match (answers, checked.questionnaire) {
        (Some(answers), Some(questionnaire)) => {
            assert_eq!(checked.diagnostics, [], "answers are shown to a clean questionnaire");
            let interview = Interview::new(questionnaire, State::default());
            (acts_of(&interview, answers).err().unwrap_or_default(), vec![answers.clone()])
        }
        _ => (checked.diagnostics, checked.sources),
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
    for (code, _) in pages() {
        let (diagnostics, sources) = match told_in_words(code) {
            Some(sources) => looked_at(sources, None),
            None => found(&examples(code).0),
        };
        let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        let wanted: &[&str] = if NOT_YET.contains(&code) { &[] } else { &[code] };
        if codes != wanted {
            problems.push(format!("{code} yields {codes:?}\n{}", draw(&diagnostics, &sources, false)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_is_mended_is_clean() {
    let mut problems = Vec::new();
    for (code, _) in pages().into_iter().filter(|(code, _)| told_in_words(code).is_none()) {
        let (wrong, mended) = examples(code);
        assert!(!wrong.is_empty() && !mended.is_empty(), "{code} has no files");
        assert_ne!(wrong, mended, "{code}: nothing was mended");
        let (diagnostics, sources) = found(&mended);
        if !diagnostics.is_empty() {
            problems.push(format!("{code}, mended:\n{}", draw(&diagnostics, &sources, false)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Headline, prose, a wrong example and a mended one: nothing that would not fit a narrow terminal or a list.
#[test]
fn every_page_is_of_one_shape() {
    for (code, page) in pages() {
        let headline = page.lines().next().unwrap_or_default();
        let said = headline.strip_prefix(&format!("# {code}: ")).expect(code);
        assert!((10..=70).contains(&said.len()) && !said.ends_with('.'), "{headline}");
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).skip(1).collect();
        assert_eq!(headings, ["## Wrong", "## Mended"], "{code}");
        assert!(page.lines().all(|line| width(line) <= 110 && line.trim_end() == line), "{code}");
        let prose = page.split("\n## ").next().unwrap_or_default().len() - headline.len();
        assert!((150..900).contains(&prose), "{code} says {prose} characters");
        let in_words = files(page).is_empty();
        assert_eq!(in_words, told_in_words(code).is_some(), "{code}");
    }
}
