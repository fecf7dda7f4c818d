//! One fault, one error: what only follows from it isn't told.

use super::*;

fn told(changes: &[Change]) -> Vec<String> {
    let mut sources = little();
    for (file, from, to) in changes {
        assert!(sources[*file].text.contains(from), "the little questionnaire has no {from}");
        sources[*file].text = sources[*file].text.replacen(from, to, 1);
    }
    check(sources).diagnostics.iter().map(|one| format!("{}: {}", one.code, one.message)).collect()
}

/// A change to a file: what becomes what.
type Change = (usize, &'static str, &'static str);

#[test]
fn an_id_that_stands_twice_or_is_none_is_told_once() {
    let own = "question or repeat";
    let duplicate = |id: &str| vec![format!("duplicate-id: There are two of the {own} `{id}`")];
    let bad = |id: &str| vec![format!("bad-id: `{id}` can't be an id")];
    let cases: Vec<(&str, &[Change], Vec<String>)> = vec![
        ("an id of another kind", &[(PROFILE, r#"id: "home""#, r#"id: "role""#)], {
            let unknown = "unknown-question: There is no question `home`".to_owned();
            let mut all = duplicate("role");
            all.extend(vec![unknown; all_uses_of("home")]);
            all
        }),
        ("an id of a list", &[(PARTNERS, r#"id: "nobody""#, r#"id: "partners""#)], {
            let mut all = vec!["unknown-question: There is no question `nobody`".to_owned()];
            all.extend(duplicate("partners"));
            all
        }),
        (
            "the label of a list",
            &[(PROFILE, r#"id: "people""#, r#"id: "partner_name""#), (RISK, r#"AtMost("people", 3), "#, "")],
            duplicate("partner_name"),
        ),
        ("an id with a space", &[(PROFILE, r#"id: "home""#, r#"id: "home ""#)], bad("home ")),
        (
            "a list's id with a space",
            &[(PARTNERS, r#"Repeat(id: "assets""#, r#"Repeat(id: "assets!""#)],
            bad("assets!"),
        ),
    ];
    for (name, changes, wanted) in cases {
        assert_eq!(told(changes), wanted, "{name}");
    }
}

#[test]
fn a_fault_is_told_once_where_it_is() {
    let cases: Vec<(&str, &[Change], Vec<String>)> = vec![
        (
            "a slip in the row_of of a label",
            &[(PARTNERS, r#"id: "asset_name", row_of: "assets""#, r#"id: "asset_name", row_of: "asets""#)],
            vec!["unknown-repeat: There is no repeat `asets`".to_owned()],
        ),
        (
            "a slip in the row_of of one label of several questions",
            &[(
                PARTNERS,
                r#"id: "partner_name", row_of: "partners""#,
                r#"id: "partner_name", row_of: "partnrs""#,
            )],
            vec!["unknown-repeat: There is no repeat `partnrs`".to_owned()],
        ),
        (
            "a later question that is asked for rows",
            &[(PROFILE, r#"Is("role", "customer"), OneOf"#, r#"Yes("nda"), OneOf"#)],
            vec!["later-question: `nda` is asked later than `affiliate`".to_owned()],
        ),
        (
            "its own answer, of which that can't be said",
            &[(PROFILE, r#"Not(Includes("kinds", "none"))"#, r#"Yes("people")"#)],
            vec!["own-question: `people` depends on its own answer".to_owned()],
        ),
        (
            "an essential question in a circle",
            &[
                (PROFILE, r#"id: "affiliate", "#, r#"id: "affiliate", essential: true, "#),
                (
                    PROFILE,
                    r#"All([Is("role", "customer"), OneOf("home", ["IN", "VN"])])"#,
                    r#"AtLeast("people", 1)"#,
                ),
            ],
            vec!["later-question: `people` is asked later than `affiliate`".to_owned()],
        ),
        (
            "a fact of what is no country",
            &[(PROFILE, "kind: Country)", r#"kind: Country, facts: [("role", "paris")])"#)],
            vec!["wrong-kind: The `facts` of `home` are of countries, and `role` names none".to_owned()],
        ),
    ];
    for (name, changes, wanted) in cases {
        assert_eq!(told(changes), wanted, "{name}");
    }
}

/// How often the little questionnaire names a question.
fn all_uses_of(id: &str) -> usize {
    let written =
        |text: &str| text.matches(&format!("(\"{id}\"")).count() + text.matches(&format!("{{{id}}}")).count();
    little().iter().map(|source| written(&source.text)).sum()
}
