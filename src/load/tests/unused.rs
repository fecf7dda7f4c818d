//! What nothing uses: every way to come by each warning.

use super::lint::{each_warns, linted, replaced};
use super::*;

/// A question on a second country, before the one on the first.
const SEAT: &str = r#"Question(id: "seat", ask: "Which seat?", why: "w", source: ["T1"], kind: Country),
    Question(id: "home""#;
/// A Choice with the options of the one behind it.
const TONE: &str = r#"Question(id: "tone", ask: "Which tone?", why: "w", source: ["T1"],
    kind: Choice([(id: "go", label: "A"), (id: "wait", label: "B")])), Question(id: "plan""#;
/// A list that nothing goes through.
const LIST: &str = r#"Question(id: "partner_has", row_of: "partners", ask: "What has it?", why: "w", source: ["T1"],
    kind: Rows("assets")), Question(id: "plan""#;

#[test]
fn answers_that_nothing_reads() {
    let unread: &[&str] = &["unused-question: affiliate"];
    let not = (RISK, r#"applies: Not(Yes("affiliate")),"#, "");
    let most = r#"label: "asset_name", most: 3"#;
    let gated = r#"label: "asset_name", most: 3, when: Answered("affiliate")"#;
    let land = r#"Not(Is("land", "IN"))"#;
    each_warns(&[
        (unread, &[not]),
        // The conditions of a rule, a repeat, a point and a sign read it.
        (&[], &[(not.0, not.1, r#"applies: Unknown("affiliate"),"#)]),
        (&[], &[not, (PARTNERS, most, gated)]),
        (&[], &[not, (RISK, "For, says", r#"For, when: No("affiliate"), says"#)]),
        (&[], &[not, (COMPARISON, land, r#"All([Yes("affiliate"), Is("land", "IN")])"#)]),
    ]);
    let weighed = r#"question: "plan", title: "Go or wait", points: ["#;
    let other = weighed.replacen("plan", "tone", 1);
    let seat = (PROFILE, r#"Question(id: "home""#, SEAT);
    let law = SEAT.replacen(r#"id: "home""#, r#"id: "home", facts: [("seat", "paris")]"#, 1);
    each_warns(&[
        (&["unused-question: seat"], &[seat]),
        (&[], &[seat, (PROFILE, "As {role}", "As {role} of {seat}")]),
        (&[], &[(seat.0, seat.1, &law)]),
        (&["unused-question: plan"], &[(RISK, weighed, &other), (RISK, r#"Question(id: "plan""#, TONE)]),
        (&["unused-question: partner_has"], &[(RISK, r#"Question(id: "plan""#, LIST)]),
    ]);
}

#[test]
fn options_that_nothing_tells_apart() {
    let role = |options: &str| {
        format!(
            r#"kind: Choice([(id: "customer", label: "Customer"), (id: "vendor", label: "Vendor"){options}])),"#
        )
    };
    let was = role("");
    let both = role(r#", (id: "both", label: "Both"), (id: "else", label: "Else")"#);
    let shown = r#"hint: "As {role} in {home}.", "#;
    let kinds =
        r#"kind: Choices([(id: "patents", label: "Patents"), (id: "none", label: "None", alone: true)])),"#;
    let more = kinds.replace("(id: \"none\"", "(id: \"marks\", label: \"Marks\"), (id: \"none\"");
    let includes = r#"Not(Includes("kinds", "none"))"#;
    let patents = r#"Not(Includes("kinds", "patents"))"#;
    each_warns(&[
        // What a text shows is told apart.
        (&[], &[(PROFILE, &was, &both)]),
        (&["unused-option: vendor | both | else"], &[(PROFILE, &was, &both), (PROFILE, shown, "")]),
        // One may be whatever the others are not.
        (
            &[],
            &[
                (PROFILE, &was, &role(r#", (id: "both", label: "Both")"#)),
                (PROFILE, shown, ""),
                (PROFILE, r#"Is("role", "customer")"#, r#"OneOf("role", ["customer", "both"])"#),
            ],
        ),
        (
            &["unused-option: vendor | both"],
            &[(PROFILE, &was, &role(r#", (id: "both", label: "Both")"#)), (PROFILE, shown, "")],
        ),
        // Of several each says something, unless it says that none of the others is meant.
        (&["unused-option: patents | marks"], &[(PROFILE, kinds, &more)]),
        (&[], &[(PROFILE, kinds, &more), (PROFILE, includes, patents)]),
        // Where no option is named, the answer as a whole is what is read.
        (&[], &[(PROFILE, kinds, &more), (PROFILE, includes, r#"Answered("kinds")"#)]),
        (&["unused-question: kinds"], &[(PROFILE, kinds, &more), (PROFILE, includes, r#"Yes("affiliate")"#)]),
        // An argument on an option tells it from the others.
        (
            &[],
            &[(
                RISK,
                r#"(id: "wait", label: "Wait")"#,
                r#"(id: "wait", label: "Wait"), (id: "ask", label: "Ask")"#,
            )],
        ),
        (
            &["unused-option: ask | rest"],
            &[(
                RISK,
                r#"(id: "wait", label: "Wait")"#,
                r#"(id: "wait", label: "Wait"), (id: "ask", label: "Ask"), (id: "rest", label: "Rest")"#,
            )],
        ),
    ]);
}

#[test]
fn many_options_are_named_and_shown_up_to_a_number() {
    let option = |number: usize| format!(r#"(id: "o{number}", label: "O{number}"), "#);
    let options: String = (1..=9).map(option).collect();
    let with = format!(r#"Choices([{options}(id: "patents""#);
    let checked = linted(replaced(PROFILE, r#"Choices([(id: "patents""#, &with));
    let [one] = checked.diagnostics.as_slice() else { panic!("{}", drawn(&checked)) };
    assert_eq!(
        (one.message.as_str(), one.related.len()),
        ("No condition tells the options `o1`, `o2`, `o3`, `o4`, `o5`, `o6` and 4 more of `kinds` apart", 5)
    );
}

#[test]
fn clauses_authorities_and_terms_that_nothing_uses() {
    let paris = r#"[(id: "paris", cite: "P", says: "S", as_of: "2026-01", review_by: "2027-01"), (id"#;
    each_warns(&[
        (&["unused-clause: secrecy"], &[(RISK, r#"clauses: ["secrecy"],"#, "")]),
        (&["unused-authority: paris"], &[(AUTHORITIES_AT, "[(id", paris)]),
        (&[], &[(PARTNERS, "An NDA?", "Ndas?")]),
        (&["unused-term: NDA"], &[(PARTNERS, "An NDA?", "An agenda?")]),
        // Placeholders are no words.
        (&["unused-term: NDA"], &[(PARTNERS, "An NDA?", "{partner_name} signed?")]),
        (
            &["unused-term: partner"],
            &[
                (PARTNERS, "An NDA?", "{partner_name} signed?"),
                (GLOSSARY, r#"term: "NDA", also: ["NDAs"]"#, r#"term: "partner""#),
            ],
        ),
    ]);
}
