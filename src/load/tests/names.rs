//! Names: that they stand for something, once, of the right kind, within reach.

use super::*;

#[test]
fn names_that_nothing_has() {
    each_gives(&[
        ("unknown-question", PROFILE, r#"Is("role""#, r#"Is("rol""#),
        ("unknown-question", PROFILE, "{role}", "{rol}"),
        ("unknown-question", PARTNERS, r#"label: "asset_name""#, r#"label: "asset""#),
        ("unknown-option", PROFILE, r#""customer"), OneOf"#, r#""costumer"), OneOf"#),
        ("unknown-option", PROFILE, r#"Includes("kinds", "none")"#, r#"Includes("kinds", "x")"#),
        ("unknown-country", PROFILE, r#""VN""#, r#""Vietnam""#),
        ("unknown-country", AUTHORITIES_AT, "as_of", r#"law_of: Countries(["EU"]), as_of"#),
        ("unknown-fact", AUTHORITIES_AT, "as_of", r#"law_of: Having("euro", ["yes"]), as_of"#),
        ("unknown-value", AUTHORITIES_AT, "as_of", r#"law_of: Having("paris", ["maybe"]), as_of"#),
        ("unknown-repeat", RISK, r#"Some("partners""#, r#"Some("partner""#),
        ("unknown-repeat", RISK, r#"Rows("assets")"#, r#"Rows("asset")"#),
        ("unknown-repeat", RISK, r#"each: "partner_receives""#, r#"each: "partner_gets""#),
        ("unknown-repeat", PARTNERS, r#"id: "nda", row_of: "partners""#, r#"id: "nda", row_of: "party""#),
        ("unknown-clause", RISK, r#""secrecy""#, r#""secret""#),
        ("unknown-milestone", RISK, r#"before: "signing""#, r#"before: "singing""#),
        ("unknown-source", RISK, r#"source: ["T1"]"#, r#"source: ["T2"]"#),
        ("unknown-source", 4, r#"source: ["T1"]"#, r#"source: ["T1", "T2"]"#),
    ]);
}

#[test]
fn names_that_stand_twice() {
    each_gives(&[
        ("duplicate-id", RISK, r#"id: "risk""#, r#"id: "profile""#),
        ("duplicate-id", RISK, r#"id: "bold""#, r#"id: "no-nda""#),
        ("duplicate-id", PROFILE, r#"(id: "vendor""#, r#"(id: "customer""#),
        ("duplicate-id", 4, r"[(id", r#"[(id: "secrecy", title: "S", settles: "S", source: []), (id"#),
        ("duplicate-id", 6, r"[(id", r#"[(id: "berne", theme: "S", what: "S"), (id"#),
        ("duplicate-id", 5, r#"also: ["NDAs"]"#, r#"also: ["NDA"]"#),
        ("duplicate-id", 0, r"[(id", r#"[(id: "signing", label: "S"), (id"#),
        (
            "duplicate-id",
            PARTNERS,
            r#"Question(id: "nobody""#,
            r#"Question(id: "home", ask: "A?", why: "W", source: ["T1"], kind: YesNo), Question(id: "nobody""#,
        ),
        (
            "duplicate-id",
            PARTNERS,
            r#"Question(id: "nobody""#,
            r#"Question(id: "assets", ask: "A?", why: "W", source: ["T1"], kind: YesNo), Question(id: "nobody""#,
        ),
    ]);
}

#[test]
fn what_cannot_be_said_of_a_kind() {
    each_gives(&[
        ("wrong-kind", PROFILE, r#"Is("role", "customer")"#, r#"Yes("role")"#),
        ("wrong-kind", PROFILE, r#"Is("role", "customer")"#, r#"Includes("role", "customer")"#),
        ("wrong-kind", PROFILE, r#"Not(Includes("kinds", "none"))"#, r#"Is("affiliate", "yes")"#),
        ("wrong-kind", PROFILE, r#"Not(Includes("kinds", "none"))"#, r#"Is("kinds", "none")"#),
        ("wrong-kind", RISK, r#"Unknown("nobody")"#, r#"AtLeast("nobody", 3)"#),
        ("wrong-kind", RISK, r#"AtMost("people", 3)"#, r#"No("people")"#),
        ("wrong-kind", RISK, "{asset_name} goes", "{nobody} goes"),
        ("wrong-kind", PROFILE, "{role}", "{affiliate}"),
        ("wrong-kind", PROFILE, r#"Is("role", "customer")"#, r#"Fact("role", "paris", ["yes"])"#),
        ("wrong-kind", PROFILE, r#"Is("role", "customer")"#, r#"Among("home", "role")"#),
        ("wrong-kind", RISK, r#"Unknown("nobody")"#, r#"Some("people", Yes("nda"))"#),
        ("unknown-fact", PROFILE, r#"Is("role", "customer")"#, r#"Fact("home", "pariss", ["yes"])"#),
        ("unknown-value", PROFILE, r#"Is("role", "customer")"#, r#"Fact("home", "paris", ["maybe"])"#),
        ("wrong-kind", PROFILE, "kind: YesNo,", r#"kind: YesNo, facts: [("role", "paris")],"#),
        ("unknown-fact", PROFILE, "kind: YesNo,", r#"kind: YesNo, facts: [("home", "paris "), ],"#),
        (
            "bad-each",
            RISK,
            r#"each: "partner_receives", severity: High, applies: Is("land", "IN"), when: No("nda")"#,
            r#"each: "home", severity: High, when: No("nda")"#,
        ),
    ]);
}

/// The end of a stage, with a rule before it.
fn early_rule(each: &str, when: &str) -> String {
    format!(
        r#"    ],
    rules: [Rule(id: "early", {each}severity: Low, when: {when}, title: "T", because: "B", source: ["T1"],
        action: Action(what: "W", who: Owner, before: "signing"))],
)"#
    )
}

#[test]
fn what_is_out_of_reach() {
    each_gives(&[
        ("later-question", PROFILE, r#"Is("role", "customer")"#, r#"Includes("kinds", "none")"#),
        ("later-question", PROFILE, "Where are you?", "Where are you, {people}?"),
        (
            "later-question",
            PARTNERS,
            r#"most: 3, when: Is("role", "customer")"#,
            r#"most: 3, when: Answered("nobody")"#,
        ),
        ("later-question", PROFILE, "    ],\n)", &early_rule("", r#"AtLeast("appetite", 1)"#)),
        (
            "later-repeat",
            PROFILE,
            "    ],\n)",
            &early_rule(r#"each: "partners", "#, r#"Is("role", "vendor")"#),
        ),
        ("own-question", PROFILE, r#"Is("role", "customer")"#, r#"Yes("affiliate")"#),
        ("own-question", PARTNERS, "Its name?", "Its name, {partner_name}?"),
        ("row-question", RISK, r#"Unknown("nobody")"#, r#"Yes("nda")"#),
        ("row-question", RISK, r#"because: "Bold"#, r#"because: "{partner_name}, bold"#),
        (
            "wrong-repeat",
            RISK,
            r#"Every("partners", Is("land", "IN"))"#,
            r#"Every("assets", Is("land", "IN"))"#,
        ),
        (
            "wrong-repeat",
            PARTNERS,
            r#""asset_name", row_of: "assets", ask: "Its"#,
            r#""asset_name", row_of: "assets", ask: "{land}, its"#,
        ),
        (
            "nested-repeat",
            RISK,
            r#"Some("partners", Yes("nda"))"#,
            r#"Some("partners", Count("partners", Yes("nda"), 1))"#,
        ),
        ("later-repeat", PARTNERS, r#"Is("land", "IN")"#, r#"Some("assets", Answered("asset_name"))"#),
        ("later-repeat", PROFILE, r#"Is("role", "customer")"#, r#"Some("partners", Yes("nda"))"#),
        ("later-repeat", PARTNERS, r#"Is("land", "IN")"#, r#"Some("partners", Is("land", "IN"))"#),
    ]);
}

#[test]
fn what_was_renamed_and_what_contradicts() {
    let bold = r#"Rule(id: "bold""#;
    let contradicts = |rule: &str| format!(r#"Rule(contradicts: ["{rule}"], id: "bold""#);
    let (unknown, own) = (contradicts("no-nada"), contradicts("bold"));
    let was = |id: &str, before: &str| format!(r#"was: ["{before}"], id: "{id}""#);
    let twice =
        r#"[(id: "quiet", was: ["hush"], title: "Q", settles: "Q", source: ["T1"]), (was: ["hush"], id"#;
    let [home, own_home, land] =
        [("home", "role"), ("home", "home"), ("home", "partners")].map(|(id, before)| was(id, before));
    let assets = r#"Repeat(was: ["role"], id: "assets""#;
    each_gives(&[
        ("unknown-rule", RISK, bold, &unknown),
        ("own-rule", RISK, bold, &own),
        ("bad-was", PROFILE, r#"id: "home""#, &home),
        ("bad-was", PROFILE, r#"id: "home""#, &own_home),
        ("bad-was", PROFILE, r#"id: "home""#, &land),
        ("bad-was", PARTNERS, r#"Repeat(id: "assets""#, assets),
        ("bad-was", PROFILE, r#"(id: "vendor""#, r#"(was: ["customer"], id: "vendor""#),
        ("bad-was", RISK, bold, r#"Rule(was: ["no-nda"], id: "bold""#),
        ("bad-was", CLAUSES, "[(id", twice),
        ("bad-id", RISK, bold, r#"Rule(was: ["a rule"], id: "bold""#),
    ]);
    for (file, from, to) in [
        (RISK, bold, contradicts("no-nda")),
        (RISK, bold, r#"Rule(was: ["brave"], id: "bold""#.to_owned()),
        // An option, a rule or a clause may have had the id that a question has.
        (RISK, bold, r#"Rule(was: ["home"], id: "bold""#.to_owned()),
        (PROFILE, r#"(id: "vendor""#, r#"(was: ["patents"], id: "vendor""#.to_owned()),
    ] {
        assert_eq!(drawn(&broken(file, from, &to)), "");
    }
    let both = broken(CLAUSES, "[(id", twice);
    insta::assert_snapshot!(drawn(&both), @r#"
    error[bad-was]: `secrecy` and `quiet` can't both have been `hush`
     --> little/clauses.ron:1:82
      |
    1 | [(id: "quiet", was: ["hush"], title: "Q", settles: "Q", source: ["T1"]), (was: ["hush"], id: "secrecy",...
      |                                                                                  ^^^^ the second one
      |
      = note: `quiet` has been it, too
      |
     ::: little/clauses.ron:1:23
      |
    1 | [(id: "quiet", was: ["hush"], title: "Q", settles: "Q", source: ["T1"]), (was: ["hush"], id: "secrecy",...
      |                       ----
      |
      = help: Write the id that it had, or take the `was` out
    "#);
}

#[test]
fn what_the_express_path_would_never_come_to() {
    let nda = r#"ask: "An NDA?""#;
    let essential = |ask: &str| format!("essential: true, {ask}");
    each_gives(&[
        ("essential-gate", PROFILE, r#"ask: "How many people?""#, &essential(r#"ask: "How many people?""#)),
        ("essential-gate", PARTNERS, r#"ask: "Where is"#, &essential(r#"ask: "Where is"#)),
        ("essential-gate", PARTNERS, r#"ask: "Its name?""#, &essential(r#"ask: "Its name?""#)),
    ]);
    // Its gate, and the name of its row.
    let both = broken(PARTNERS, nda, &essential(nda));
    insta::assert_snapshot!(drawn(&both), @r#"
    error[essential-gate]: `nda` is essential, but it is asked for rows of `partners`, which `partner_name` names, and `partner_name` is not essential
      --> little/stages/2-partners.ron:11:23
       |
    11 | ...   Question(id: "nda", row_of: "partners", essential: true, ask: "An NDA?", why: "Secrets.", source...
       |                     ^^^ never asked on the express path
       |
       = help: Give `partner_name` an `essential: true` too, or take it from `nda`

    error[essential-gate]: `nda` is essential, but its `when` depends on `land`, and `land` is not essential
      --> little/stages/2-partners.ron:12:23
       |
    12 |             when: Is("land", "IN")),
       |                       ^^^^ never asked on the express path
       |
       = help: Give `land` an `essential: true` too, or take it from `nda`
    "#);
    // Its row, the rows that it chooses among, and its gate: each question once.
    let pair = r#"ask: "What does {partner_name} get?""#;
    assert_eq!(codes(&broken(RISK, pair, &essential(pair))), ["essential-gate"; 3]);
    // Every question of its gate, and the list that the gate goes through.
    let bold = r#"ask: "How bold?""#;
    assert_eq!(codes(&broken(RISK, bold, &essential(bold))), ["essential-gate"; 3]);
    let all = little().into_iter().map(|source| {
        Source::new(source.name, source.text.replace("Question(id", "Question(essential: true, id"))
    });
    assert_eq!(drawn(&check(all.collect())), "", "where all is essential nothing is left out");
}

#[test]
fn a_rule_may_name_an_outer_row_beside_the_one_it_goes_through() {
    let pair = broken(
        RISK,
        r#"when: No("nda")"#,
        r#"when: Some("assets", All([No("nda"), Answered("asset_name")]))"#,
    );
    assert_eq!(drawn(&pair), "");
    let own = broken(RISK, r#"Some("assets", Answered("asset_name"))"#, r#"Some("partners", Yes("nda"))"#);
    assert_eq!(drawn(&own), "", "in a later stage the other rows are settled");
}
