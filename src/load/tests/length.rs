//! Texts that are too long for their place.

use super::lint::{linted, places, replaced};
use super::*;

/// So many lines of so many columns.
fn filling(lines: usize, columns: usize) -> String {
    vec!["x".repeat(columns); lines].join(" ")
}

#[test]
fn texts_that_are_too_long_for_their_place() {
    let cases = [
        (PROFILE, r#"title: "Profile""#, "title", (1, 14)),
        (PARTNERS, r#"item: "asset""#, "item", (1, 22)),
        (PROFILE, r#"ask: "An affiliate?""#, "ask", (4, 42)),
        (PROFILE, r#"hint: "As {role} in {home}.""#, "hint", (4, 42)),
        (PROFILE, r#"label: "Customer""#, "label", (3, 34)),
        (PROFILE, r#"label: "Customer""#, r#"label: "C", hint"#, (4, 34)),
        (PROFILE, r#"unit: "people""#, "unit", (1, 31)),
        (PARTNERS, r#"low: "slow""#, "low", (2, 33)),
        (PARTNERS, r#"high: "fast""#, "high", (2, 33)),
        (RISK, r#"title: "Bold""#, "title", (2, 71)),
        (CLAUSES, r#"title: "Secrecy""#, "title", (1, 71)),
        (COMPARISON, r#"title: "Reach""#, "title", (1, 19)),
    ];
    for (file, from, field, (lines, columns)) in cases {
        let given = |text: &str| linted(replaced(file, from, &format!("{field}: \"{text}\"")));
        let (most, more) = if lines == 1 { (0, columns + 1) } else { (lines + 1, columns) };
        let (fits, over) = (filling(lines, columns), filling(most.max(1), more));
        assert_eq!(places(&given(&fits)), [""; 0], "{from} -> {fits}");
        assert_eq!(places(&given(&over)), [format!("text-too-long: {over}")], "{from} -> {over}");
    }
    // A wide character takes two columns, and a placeholder as many as a name.
    let title = |text: &str| {
        places(&linted(replaced(COMPARISON, r#"title: "Reach""#, &format!("title: \"{text}\""))))
    };
    assert_eq!((title(&"日".repeat(9)).len(), title(&"日".repeat(10)).len()), (0, 1));
    let named = |room: usize| format!("ask: \"{} {{role}}{}\"", filling(3, 42), "x".repeat(room));
    let ask = |room| codes(&linted(replaced(PROFILE, r#"ask: "An affiliate?""#, &named(room))));
    assert_eq!((ask(28), ask(29)), (vec![], vec!["text-too-long"]));
}

#[test]
fn line_breaks_count_where_they_are_kept() {
    let told = |field: &str, text: &str| codes(&linted(replaced(PROFILE, field, text)));
    assert_eq!(told(r#"ask: "An affiliate?""#, r#"ask: "a\nb\nc\nd""#), [""; 0]);
    assert_eq!(told(r#"ask: "An affiliate?""#, r#"ask: "a\nb\nc\nd\ne""#), ["text-too-long"]);
    assert_eq!(told(r#"label: "Customer""#, r#"label: "a\nb\nc\nd\ne""#), [""; 0]);
}

#[test]
fn a_question_that_is_too_long_as_a_whole() {
    let option = |at: usize| format!(r#"(id: "o{at}", label: "{at} {}"), "#, filling(2, 34));
    let options = |number: usize| (0..number).map(option).collect::<Vec<_>>().concat();
    let told = |number: usize| {
        let checked = linted(replaced(RISK, r#"[(id: "go""#, &format!("[{}(id: \"go\"", options(number))));
        places(&checked).into_iter().filter(|place| place.starts_with("text-too-long")).collect::<Vec<_>>()
    };
    // Two lines around the ask, one for it and one for each short label; three for each of these.
    assert_eq!((told(4), told(5)), (vec![], vec!["text-too-long: plan".to_owned()]));
}
