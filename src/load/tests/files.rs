//! Files and what stands in them: what is missing, out of place, unreadable or too much.

use super::*;

#[test]
fn what_a_questionnaire_must_have() {
    each_gives(&[
        ("empty-text", PROFILE, "Which side?", " "),
        ("empty-text", PROFILE, "Law.", ""),
        ("empty-text", RISK, r#"title: "Bold""#, r#"title: """#),
        ("no-source", RISK, r#"source: ["T1"]"#, "source: []"),
        ("no-options", PARTNERS, "kind: Text(Long)", "kind: Choices([])"),
        ("empty-range", PROFILE, "most: 99.5", "most: -1"),
        ("empty-range", PARTNERS, "least: 1, most: 3", "least: 4, most: 3"),
        ("empty-range", PARTNERS, r#""asset_name", most: 3"#, r#""asset_name", most: 0"#),
        ("bad-id", RISK, r#"id: "bold""#, r#"id: "bold rule""#),
        ("bad-placeholder", PROFILE, "{role}", "{role"),
        ("bad-placeholder", PROFILE, "{role}", "{the role}"),
        ("placeholder-here", PROFILE, "Who you are.", "Who {role} is."),
        ("control-character", PROFILE, "Which side?", "Which\u{202e} side?"),
        ("control-character", 5, "A promise", r"A \u{1b} promise"),
        ("repeat-label", PARTNERS, r#"label: "partner_name""#, r#"label: "nobody""#),
        ("repeat-label", PARTNERS, r#"label: "partner_name""#, r#"label: "land""#),
        ("repeat-label", PARTNERS, "kind: Text(Short)", r#"kind: Text(Short), when: Is("role", "vendor")"#),
        (
            "empty-repeat",
            PARTNERS,
            "Repeat(id: \"assets\"",
            "Repeat(id: \"more\", item: \"m\", label: \"asset_name\", most: 3), Repeat(id: \"assets\"",
        ),
    ]);
}

#[test]
fn what_hides_outside_the_texts() {
    each_gives(&[
        ("control-character", PROFILE, "Stage(", "// a\u{202e}b\nStage("),
        ("control-character", PROFILE, "Stage(", "/* \u{2066} */ Stage("),
        ("control-character", PROFILE, "questions: [", "questions: [ // \u{1b}[2J"),
        ("control-character", PROFILE, "Stage(", "Stage(\u{200f}"),
        ("control-character", PROFILE, "Stage(", "Stage(\u{c}"),
    ]);
    // Tabs, line ends of Windows and other scripts are what they look like.
    for harmless in ["//\ta\r\nStage(", "// שלום नमस्ते 👩\u{200d}🔬\nStage("] {
        assert_eq!(drawn(&broken(PROFILE, "Stage(", harmless)), "");
    }
    let fact = |fields: &str| {
        let fact = format!(r#"(of: "paris", value: "yes", basis: Recalled, as_of: "2026-01", {fields})"#);
        let country = Source::new("little/jurisdictions/IN.ron", format!(r#"(code: "IN", facts: [{fact}])"#));
        codes(&check(little().into_iter().chain([country]).collect()))
    };
    assert_eq!(fact(r#"cite: "c""#), [""; 0]);
    assert_eq!(fact("cite: \"c\u{202e}\""), ["control-character"]);
    assert_eq!(fact("cite: \"c\", note: \"n\u{7}\""), ["control-character"]);
    assert_eq!(fact(r#"cite: "c", named: """#), ["empty-text"]);
    assert_eq!(fact(r#"cite: " ""#), ["no-source"]);
}

#[test]
fn what_the_parser_stumbles_over() {
    each_gives(&[
        ("unknown-field", PROFILE, "ask:", "aks:"),
        ("missing-field", PROFILE, r#"ask: "Which side?", "#, ""),
        ("duplicate-field", PROFILE, "ask:", r#"why: "x", ask:"#),
        ("unknown-variant", PROFILE, "kind: Choices(", "kind: Choise("),
        ("unknown-variant", PROFILE, "Question(", "Query("),
        ("wrong-type", PROFILE, r#"title: "Profile""#, "title: 5"),
        ("wrong-type", PROFILE, r#"source: ["T1"]"#, r#"source: "T1""#),
        ("wrong-type", PROFILE, r#"Is("role", "customer")"#, r#"Is("role")"#),
        ("wrong-type", RISK, "AtLeast(\"appetite\", 4)", "AtLeast(\"appetite\", \"four\")"),
        ("wrong-type", PARTNERS, "most: 3", "most: -3"),
        ("wrong-type", PARTNERS, "kind: Text(Short)", "kind: Text"),
        ("syntax", PROFILE, r#"ask: "Which side?","#, r#"ask: "Which side?""#),
        ("syntax", PROFILE, "id: \"profile\"", "id = \"profile\""),
        ("syntax", PROFILE, "    ],\n)", "    ],\n"),
        ("syntax", PROFILE, "    ],\n)", "    ],\n))"),
        ("syntax", PROFILE, "Which side?\"", "Which side?"),
        ("syntax", PROFILE, "Who you are.", r"Who \q are."),
        ("syntax", PROFILE, "questions:", "/* questions:"),
    ]);
}

#[test]
fn an_unreadable_file_hides_nothing_in_the_others_and_invents_nothing() {
    let mut sources = little();
    sources[PROFILE].text = "Stage(".to_owned();
    sources[RISK].text = sources[RISK].text.replacen("intro:", "into:", 1);
    sources[PARTNERS].text = sources[PARTNERS].text.replacen("Its name?", "", 1);
    sources[4].text = "\u{0}\u{1}".to_owned();
    assert_eq!(codes(&check(sources)), ["syntax", "unknown-field", "empty-text", "wrong-type"]);
}

#[test]
fn files_that_are_missing_or_out_of_place() {
    let without =
        |name: &str| -> Vec<Source> { little().into_iter().filter(|one| !one.name.contains(name)).collect() };
    let with = |name: &str, text: &str| -> Vec<Source> {
        little().into_iter().chain([Source::new(name, text)]).collect()
    };
    let stage = FILES[RISK].1;
    let cases = [
        (vec!["missing-file", "no-stages"], vec![]),
        (vec!["missing-file"], without("questionnaire.ron")),
        (vec!["no-stages"], without("stages/")),
        (vec!["duplicate-file"], with("more/clauses.ron", "[]")),
        (
            vec![
                "duplicate-id",
                "duplicate-id",
                "duplicate-id",
                "duplicate-id",
                "duplicate-id",
                "duplicate-id",
                "duplicate-id",
                "stage-number",
            ],
            with("stages/risk.ron", stage),
        ),
        (
            vec!["stage-number"],
            with("stages/02-x.ron", r#"(id: "x", title: "x", intro: "x", questions: [])"#),
        ),
        (vec!["empty-stage"], with("stages/11-x.ron", r#"(id: "x", title: "x", intro: "x", questions: [])"#)),
        (vec!["unread-file"], with("little/profile.ron", "x")),
        (vec![], with("little/README.md", "x")),
    ];
    for (wanted, sources) in cases {
        let checked = check(sources);
        assert_eq!(codes(&checked), wanted, "{}", drawn(&checked));
        assert_eq!(checked.questionnaire.is_some(), wanted.is_empty() || wanted == ["unread-file"]);
    }
}

#[test]
fn the_folder_itself_may_be_called_as_one_of_its_parts() {
    for name in ["stages/", "jurisdictions/", "text/"] {
        let renamed = |source: Source| Source::new(source.name.replacen("little/", name, 1), source.text);
        let checked = check(little().into_iter().map(renamed).collect());
        assert_eq!(codes(&checked), [""; 0], "{}", drawn(&checked));
    }
}

#[test]
fn optional_files_may_be_missing() {
    let optional = |one: &Source| one.name.contains("glossary") || one.name.contains("comparison");
    let questionnaire =
        open(little().into_iter().filter(|one| !optional(one)).collect()).expect("it is sound");
    assert!(questionnaire.glossary.is_empty() && questionnaire.comparison.is_none());
}

#[test]
fn a_nesting_bomb_garbage_and_floods_are_refused() {
    for (wanted, text) in [
        ("too-deep", "(".repeat(1_000_000)),
        ("too-deep", format!("Stage(id: \"a\", questions: [Question(when: {}", "Not(".repeat(100_000))),
        ("empty-file", " \n".to_owned()),
        ("too-large", "x".repeat(4 * 1024 * 1024 + 1)),
        ("syntax", format!("{}\"", "/*".repeat(100_000))),
    ] {
        let mut sources = little();
        sources[PROFILE].text = text;
        assert_eq!(codes(&check(sources)), [wanted]);
    }
}

#[test]
fn what_is_nested_as_deeply_as_allowed_can_be_read() {
    let nots = super::brackets::DEEPEST - 4;
    let when = format!("{}Includes(\"kinds\", \"none\"){}", "Not(".repeat(nots), ")".repeat(nots));
    assert_eq!(drawn(&broken(PROFILE, r#"Not(Includes("kinds", "none"))"#, &when)), "");
    let deeper = broken(PROFILE, r#"Not(Includes("kinds", "none"))"#, &format!("Not({when})"));
    assert_eq!(codes(&deeper), ["too-deep"]);
}
