//! Files that nobody writes by accident: they are refused or read, and never take the program down with them.

use std::thread;

use super::*;
use crate::engine::Interview;
use crate::load::brackets::DEEPEST;
use crate::model::State;

/// Runs with an eighth of the stack that a program has, so that what passes here is far from its end.
fn in_little_room<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(1 << 20).spawn(run).expect("a thread is made");
    thread.join().expect("it doesn't panic")
}

/// The codes that a stage of that text yields, each once, when it is looked at and shown.
fn looked_at(text: String) -> Vec<&'static str> {
    in_little_room(move || {
        let mut sources = little();
        sources[PROFILE].text = text;
        let checked = check(sources);
        let first = checked.diagnostics.iter().take(100).cloned().collect::<Vec<_>>();
        assert!(draw(&first, &checked.sources, false).len() < 4_000 * first.len(), "what is shown is short");
        let mut codes = codes(&checked);
        codes.dedup();
        codes
    })
}

const SIGNS: [&str; 24] = [
    "(",
    "[",
    "Not(",
    "All([",
    "\u{0}",
    "\u{feff}",
    "\"",
    "'",
    "\\",
    "\\\"",
    "'\\",
    "r#",
    "r\"",
    "/*",
    "/**/",
    "//",
    "/* */\n",
    ",",
    "-",
    "9",
    "a",
    "é",
    "#![enable(implicit_some)]",
    "[],",
];

#[test]
fn a_flood_of_any_sign_is_one_error() {
    for sign in SIGNS {
        let flood = sign.repeat(40_000 / sign.len());
        for begun in ["", "Stage(id: ", "Stage(id: \"", "Stage(id: \"x\", questions: [", "/* \"", "[1, '"] {
            assert_eq!(looked_at(format!("{begun}{flood}")).len(), 1, "{begun}{sign}");
        }
    }
    assert_eq!(looked_at("(".repeat(10_000_000)), ["too-large"]);
    assert_eq!(looked_at("(".repeat(4 << 20)), ["too-deep"]);
    let comment = "/*".repeat(200_000) + &"*/".repeat(200_000);
    assert_eq!(looked_at(comment), ["wrong-type"], "there is nothing but a comment");
}

/// A stage of one question, with something in it.
fn stage_with(what: &str) -> String {
    let question = r#"Question(id: "role", ask: "A?", why: "W", "#;
    format!(r#"Stage(id: "profile", title: "P", intro: "I", questions: [{question}{what})])"#)
}

#[test]
fn a_line_of_4_mb_is_read_and_the_errors_at_its_end_are_shown() {
    let many = "\"T1\", ".repeat(500_000);
    let text = stage_with(&format!(r#"source: [{many} "T2"], kind: YesNo"#));
    assert!(text.len() > 2 << 20 && !text.contains('\n'));
    let only = text.replacen("], kind", "], knid", 1);
    assert_eq!(looked_at(only), ["unknown-field"]);
    assert!(looked_at(text).contains(&"unknown-source"));
}

#[test]
fn thousands_of_errors_are_looked_at_in_one_go() {
    let many = |one: &dyn Fn(usize) -> String| (0..20_000).map(one).collect::<Vec<_>>().join(", ");
    let options = many(&|at| format!("(id: \"o{at}\", label: \"O\")"));
    let wrong = many(&|at| format!("Is(\"role\", \"p{at}\")"));
    let braces = "{".repeat(100_000);
    let escapes = "\\u{7}".repeat(100_000);
    let good = r#"source: ["T1"], kind: YesNo"#;
    for (wanted, what) in [
        ("unknown-option", format!(r#"source: ["T1"], kind: Choice([{options}]), when: All([{wrong}])"#)),
        ("unknown-source", format!(r#"source: ["{braces}"], kind: YesNo"#)),
        ("unknown-question", format!(r#"{good}, when: Yes("{braces}")"#)),
        ("bad-placeholder", format!(r#"{good}, hint: "{braces}""#)),
        ("bad-placeholder", format!(r#"{good}, hint: "{{{escapes}""#)),
        ("control-character", format!(r#"{good}, hint: "{escapes}""#)),
    ] {
        assert!(looked_at(stage_with(&what)).contains(&wanted), "{wanted}");
    }
}

/// Ten thousand of everything, and nothing of it is held against everything else.
#[test]
fn a_flood_of_one_thing_is_looked_at_in_one_go() {
    let many = |one: &dyn Fn(usize) -> String| (0..10_000).map(one).collect::<Vec<_>>().join(", ");
    let options = many(&|at| format!(r#"(id: "o{at}", label: "Option {at}", was: ["w{at}"])"#));
    let named = many(&|at| format!(r#"Is("role", "o{at}")"#));
    let texts = many(&|_| "word {role}".to_owned());
    let rules = many(&|at| {
        format!(
            r#"Rule(id: "r{at}", severity: Low, when: Yes("x"), title: "T", because: "B", contradicts: ["r{}"], source: ["T1"],
            clauses: ["secrecy"], was: ["w{at}"], action: Action(what: "W", who: Owner, before: "signing"))"#,
            at + 1,
        )
    });
    let question = r#"Question(essential: true, ask: "A?", why: "W", source: ["T1"], id: "#;
    let stage = format!(
        r#"Stage(id: "s", title: "S", intro: "I", questions: [
            {question}"role", kind: Choice([{options}])),
            {question}"home", kind: Country, hint: "{texts}"),
            {question}"x", kind: YesNo, when: Any([{named}])),
        ], rules: [{rules}])"#
    );
    let facts =
        many(&|_| r#"(of: "paris", value: "yes", cite: "c", basis: Recalled, as_of: "2024-12")"#.to_owned());
    let country = format!(r#"Jurisdiction(code: "IN", facts: [{facts}])"#);
    let terms = many(&|at| format!(r#"(term: "word {at}", meaning: "M")"#));
    let texts = many(&|at| format!(r#"(of: "r{at}.title", from: "T", text: "L")"#));
    let sources = [
        ("questionnaire.ron", FILES[0].1),
        ("stages/1-s.ron", stage.as_str()),
        ("clauses.ron", FILES[CLAUSES].1),
        ("source.ron", FILES[6].1),
        ("glossary.ron", &format!("[{terms}]")),
        ("text/es.ron", &format!("[{texts}]")),
    ];
    let sources: Vec<Source> = sources.into_iter().map(|(name, text)| Source::new(name, text)).collect();
    let codes_of = |sources: Vec<Source>| {
        in_little_room(|| {
            let checked = super::super::check(sources, TODAY);
            let allowed = allowed(checked.diagnostics.clone(), &checked.sources);
            assert_eq!(allowed, checked.diagnostics);
            (checked.questionnaire.is_some(), codes(&checked))
        })
    };
    let (_, found) = codes_of(sources.clone());
    assert!(found.contains(&"unknown-rule"));
    let mut with_country = sources.clone();
    with_country.push(Source::new("jurisdictions/IN.ron", country));
    assert_eq!(codes_of(with_country).1.iter().filter(|code| **code == "duplicate-id").count(), 9_999);
    let mut sound = sources;
    sound[1].text = sound[1].text.replace(r#""r10000""#, r#""r0""#);
    let (is_sound, found) = codes_of(sound);
    assert!(
        is_sound && found.contains(&"unused-term") && found.contains(&"duplicate-text"),
        "{:?}",
        &found[..10]
    );
}

/// Reading, proving, judging, comparing, copying and dropping all go down as deep as a condition does.
#[test]
fn the_deepest_condition_that_can_be_written_can_be_used() {
    let nested = |open: &str, close: &str, times: usize| {
        format!("{}Includes(\"kinds\", \"none\"){}", open.repeat(times), close.repeat(times))
    };
    // Four brackets of the file, the list, the question and the atom stand around it.
    for when in [
        nested("Not(", ")", DEEPEST - 4),
        nested("All([", "])", (DEEPEST - 4) / 2),
        nested("Any([Answered(\"role\"), ", "])", (DEEPEST - 4) / 2),
    ] {
        in_little_room(move || {
            let mut sources = little();
            // One condition of a question, and one of a rule.
            for (file, old) in
                [(PROFILE, r#"when: Not(Includes("kinds", "none"))"#), (RISK, r#"when: No("nda")"#)]
            {
                assert!(sources[file].text.contains(old), "{old}");
                sources[file].text = sources[file].text.replacen(old, &format!("when: {when}"), 1);
            }
            let checked = crate::check::check(sources, TODAY);
            let shown = draw(&checked.diagnostics, &checked.sources, false);
            let questionnaire = checked.questionnaire.expect("it is sound");
            assert!(checked.proof.is_some() && !shown.contains("error["), "{shown}");
            assert_eq!(Questionnaire::clone(&questionnaire), *questionnaire);
            let interview = Interview::new(questionnaire, State::default());
            assert!(interview.next().is_some());
        });
    }
}
