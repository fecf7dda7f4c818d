//! Files that nobody writes by accident: they are refused or read, and never take the program down with them.

use std::sync::Arc;
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
        let flood = sign.repeat(200_000 / sign.len());
        for begun in ["", "Stage(id: ", "Stage(id: \"", "Stage(id: \"x\", questions: [", "/* \"", "[1, '"] {
            assert_eq!(looked_at(format!("{begun}{flood}")).len(), 1, "{begun}{sign}");
        }
    }
    assert_eq!(looked_at("(".repeat(10_000_000)), ["too-large"]);
    assert_eq!(looked_at("(".repeat(4 << 20)), ["too-deep"]);
    let comment = "/*".repeat(1_000_000) + &"*/".repeat(1_000_000);
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

/// Reading, judging, comparing, copying and dropping all go down as deep as a condition does.
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
            let checked = check(sources);
            assert_eq!(drawn(&checked), "");
            let questionnaire = checked.questionnaire.expect("it is sound");
            assert_eq!(questionnaire.clone(), questionnaire);
            let interview = Interview::new(Arc::new(questionnaire), State::default());
            assert!(interview.next().is_some());
        });
    }
}
