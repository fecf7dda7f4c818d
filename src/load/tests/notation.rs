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

#[test]
fn a_slip_in_the_notation_is_told_as_what_it_is() {
    let is = r#"Is("role", "customer")"#;
    let text = "A text in quotes is expected here";
    let open = "The text that begins here isn't closed where it should be";
    for (from, to, message, marked, help) in [
        (
            r#"label: "Vendor")])"#,
            r#"label: "Vendor"])"#,
            "This `]` can't close what `(` opened",
            "]",
            "Write `)` before it",
        ),
        (
            r#"["IN", "VN"]"#,
            r#"["IN", "VN""#,
            "This `)` can't close what `[` opened",
            ")",
            "Write `]` before it",
        ),
        ("    ],\n)", ")", "This `)` can't close what `[` opened", ")", "Write `]` before it"),
        ("    ],\n)", "    ],\n", "The file ends before this `(` is closed", "(", "Write `)` where it ends"),
        (r#"title: "Profile""#, "title: “Profile”", text, "“", "straight double quotes"),
        (r#"title: "Profile""#, "title: 'Profile'", text, "'", "straight double quotes"),
        (r#"title: "Profile""#, r#"title: "Profile"#, open, "\"", "Write `\"` where the text ends"),
        (r#"title: "Profile""#, "title: \"Profile”", open, "\"", "a curly one is a letter of the text"),
        (
            "    questions",
            "    /* draft\n    questions",
            "The comment that begins here is never closed",
            "/*",
            "Write `*/`",
        ),
        (is, r#"And([Is("role", "customer")])"#, "`And` is not known here", "And", "Did you mean `All`?"),
        (is, r#"or([Is("role", "customer")])"#, "`or` is not known here", "or", "Did you mean `Any`?"),
        (
            is,
            r#"Is("role", "customer") && Yes("x")"#,
            "Conditions are not joined by `&&`",
            "&&",
            "Write All([…, …])",
        ),
        (
            is,
            r#"Is("role", "customer") | Yes("x")"#,
            "Conditions are not joined by `|`",
            "|",
            "Write Any([…, …])",
        ),
        (
            is,
            r#"Is("role")"#,
            "`Is` takes 2 parts, and here is 1",
            "Is",
            "Write Is(\"question\", \"option\")",
        ),
        (
            is,
            r#"Is("role", "a", "b")"#,
            "`Is` takes 2 parts, and here is one more",
            "\"",
            "take out what is too much",
        ),
        (
            is,
            r#"Yes("role", "b")"#,
            "`Yes` takes 1 part, and here is one more",
            "\"",
            "Write Yes(\"question\")",
        ),
        (is, r#"All(Yes("x"), Yes("y"))"#, "A list is expected here", "Yes", "Write All([…, …])"),
        (
            is,
            r#"Count("partners", Yes("nda"))"#,
            "`Count` takes 3 parts, and here is 2",
            "Count",
            "Write Count(\"repeat\", …, 2)",
        ),
    ] {
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
