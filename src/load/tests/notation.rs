//! Slips in the notation are told as what they are.

use super::*;

/// Message, what the caret stands under, and advice of the first error after a change to the profile.
fn first(from: &str, to: &str) -> (String, String, String) {
    let Checked { sources, diagnostics, .. } = broken(PROFILE, from, to);
    let one = diagnostics.into_iter().next().expect("there is an error");
    let span = one.span.expect("it has a place");
    let marked = sources[span.file].text[span.start..span.end].to_owned();
    (one.message, marked, one.help.unwrap_or_default())
}

const IS: &str = r#"Is("role", "customer")"#;
const TEXT: &str = "A text in quotes is expected here";
const OPEN: &str = "The text that begins here isn't closed where it should be";

/// What is changed into what; message, what is marked, and a part of the advice.
const SLIPS: [(&str, &str, &str, &str, &str); 18] = [
    (
        r#"label: "Vendor")])"#,
        r#"label: "Vendor"])"#,
        "This `]` can't close what `(` opened",
        "]",
        "Write `)` before it",
    ),
    (r#"["IN", "VN"]"#, r#"["IN", "VN""#, "This `)` can't close what `[` opened", ")", "Write `]` before it"),
    ("    ],\n)", ")", "This `)` can't close what `[` opened", ")", "Write `]` before it"),
    ("    ],\n)", "    ],\n", "The file ends before this `(` is closed", "(", "Write `)` where it ends"),
    (r#"title: "Profile""#, "title: “Profile”", TEXT, "“", "straight double quotes"),
    (r#"title: "Profile""#, "title: 'Profile'", TEXT, "'", "straight double quotes"),
    (r#"title: "Profile""#, r#"title: "Profile"#, OPEN, "\"", "Write `\"` where the text ends"),
    (r#"title: "Profile""#, "title: \"Profile”", OPEN, "\"", "a curly one is a letter of the text"),
    (
        "    questions",
        "    /* draft\n    questions",
        "The comment that begins here is never closed",
        "/*",
        "Write `*/`",
    ),
    (IS, r#"And([Is("role", "customer")])"#, "`And` is not known here", "And", "Did you mean `All`?"),
    (IS, r#"or([Is("role", "customer")])"#, "`or` is not known here", "or", "Did you mean `Any`?"),
    (
        IS,
        r#"Is("role", "customer") && Yes("x")"#,
        "Conditions are not joined by `&&`",
        "&&",
        "Write All([…, …])",
    ),
    (
        IS,
        r#"Is("role", "customer") | Yes("x")"#,
        "Conditions are not joined by `|`",
        "|",
        "Write Any([…, …])",
    ),
    (IS, r#"Is("role")"#, "`Is` takes 2 parts, and here is 1", "Is", "Write Is(\"question\", \"option\")"),
    (
        IS,
        r#"Is("role", "a", "b")"#,
        "`Is` takes 2 parts, and here is one more",
        "\"",
        "take out what is too much",
    ),
    (IS, r#"Yes("role", "b")"#, "`Yes` takes 1 part, and here is one more", "\"", "Write Yes(\"question\")"),
    (IS, r#"All(Yes("x"), Yes("y"))"#, "A list is expected here", "Yes", "Write All([…, …])"),
    (
        IS,
        r#"Count("partners", Yes("nda"))"#,
        "`Count` takes 3 parts, and here is 2",
        "Count",
        "Write Count(\"repeat\", …, 2)",
    ),
];

#[test]
fn a_slip_in_the_notation_is_told_as_what_it_is() {
    for (from, to, message, marked, help) in SLIPS {
        let (told, at, advice) = first(from, to);
        assert_eq!((told.as_str(), at.as_str()), (message, marked), "{to}");
        assert!(advice.contains(help), "{to}: {advice}");
    }
}

#[test]
fn a_field_in_a_list_that_is_not_closed_is_told_with_the_list() {
    let Checked { diagnostics, .. } = broken(RISK, "    ],\n    rules: [", "    rules: [");
    let one = &diagnostics[0];
    assert_eq!((one.code, one.message.as_str()), ("syntax", "The field `rules` stands within a list"));
    assert_eq!(one.related.len(), 1);
}
