//! A sound little questionnaire, and every way to break it.

mod allow;
mod hostile;
mod layout;
mod length;
mod lint;
mod notation;
mod once;
mod translation;
mod unused;
mod weighing;

use super::*;
use crate::diagnostic::draw;

const FILES: [(&str, &str); 7] = [
    (
        "questionnaire.ron",
        r#"Questionnaire(
    id: "little", version: "1", title: "Little", about: "A test.", article: "An article", caution: "None.",
    milestones: [(id: "signing", label: "the contract is signed")],
)"#,
    ),
    (
        "stages/1-profile.ron",
        r#"Stage(
    id: "profile", title: "Profile", intro: "Who you are.",
    questions: [
        Question(id: "role", ask: "Which side?", why: "All turns on it.", source: ["T1"],
            kind: Choice([(id: "customer", label: "Customer"), (id: "vendor", label: "Vendor")])),
        Question(id: "home", ask: "Where are you?", why: "Law.", source: ["T1"], kind: Country),
        Question(id: "affiliate", ask: "An affiliate?", why: "Trust.", source: ["T1"], kind: YesNo,
            when: All([Is("role", "customer"), OneOf("home", ["IN", "VN"])])),
        Question(id: "kinds", ask: "Which kinds?", why: "Each differs.", source: ["berne"],
            kind: Choices([(id: "patents", label: "Patents"), (id: "none", label: "None", alone: true)])),
        Question(id: "people", ask: "How many people?", hint: "As {role} in {home}.", why: "Size.", source: ["T1"],
            kind: Number(unit: "people", least: 0, most: 99.5), when: Not(Includes("kinds", "none"))),
    ],
)"#,
    ),
    (
        "stages/10-risk.ron",
        r#"Stage(
    id: "risk", title: "Risk", intro: "What may happen.",
    questions: [
        Question(id: "appetite", ask: "How bold?", why: "Your choice.", source: ["T1"], kind: Scale(low: "not", high: "very"),
            when: Any([Some("partners", Yes("nda")), Every("partners", Is("land", "IN")), Count("partners", No("nda"), 2)])),
        Question(id: "partner_receives", row_of: "partners", ask: "What does {partner_name} get?", why: "Control.",
            source: ["T1"], kind: Rows("assets"), when: All([Yes("nda"), Some("assets", Answered("asset_name"))])),
        Question(id: "plan", ask: "What now?", why: "Time flies.", source: ["T1"],
            kind: Choice([(id: "go", label: "Go"), (id: "wait", label: "Wait")])),
    ],
    rules: [
        Rule(id: "no-nda", each: "partner_receives", severity: High, applies: Is("land", "IN"), when: No("nda"),
            title: "{asset_name} goes to {partner_name}", because: "Nothing binds it.", clauses: ["secrecy"],
            action: Action(what: "Sign with {partner_name}.", who: Counsel, before: "signing"), source: ["T1"]),
        Rule(id: "bold", severity: Low, when: All([AtLeast("appetite", 4), AtMost("people", 3), Unknown("nobody")]),
            title: "Bold", because: "Bold it is.", applies: Not(Yes("affiliate")),
            action: Action(what: "Think.", who: Owner, before: "signing"), source: ["T1"]),
    ],
    weighings: [
        Weighing(question: "plan", title: "Go or wait", points: [
            Point(option: "go", side: For, says: "{home} is far.", source: ["T1"]),
            Point(option: "wait", side: Against, each: "partners", when: Yes("nda"), says: "{partner_name} is bound.",
                source: ["T1"]),
            Point(option: "go", side: Against, each: "partner_receives", when: Answered("asset_name"),
                says: "{asset_name} is lost.", source: ["berne"]),
        ]),
    ],
)"#,
    ),
    (
        "stages/2-partners.ron",
        r#"Stage(
    id: "partners", title: "Partners", intro: "With whom.",
    repeats: [
        Repeat(id: "partners", item: "partner", label: "partner_name", least: 1, most: 3, when: Is("role", "customer")),
        Repeat(id: "assets", item: "asset", label: "asset_name", most: 3),
    ],
    questions: [
        Question(id: "partner_name", row_of: "partners", ask: "Its name?", why: "To speak of it.", source: ["T1"],
            kind: Text(Short)),
        Question(id: "land", row_of: "partners", ask: "Where is {partner_name}?", why: "Law.", source: ["T1"], kind: Country),
        Question(id: "nda", row_of: "partners", ask: "An NDA?", why: "Secrets.", source: ["T1"], kind: YesNo,
            when: Is("land", "IN")),
        Question(id: "asset_name", row_of: "assets", ask: "Its title?", why: "To speak of it.", source: ["T1"],
            kind: Text(Short)),
        Question(id: "nobody", ask: "Anyone else?", why: "Rights.", source: ["T1"], kind: Text(Long)),
        Question(id: "haste", ask: "How fast?", why: "Time flies.", source: ["T1"], kind: Scale(low: "slow", high: "fast")),
    ],
)"#,
    ),
    ("clauses.ron", r#"[(id: "secrecy", title: "Secrecy", settles: "Who keeps quiet.", source: ["T1"])]"#),
    ("glossary.ron", r#"[(term: "NDA", also: ["NDAs"], meaning: "A promise to keep quiet.")]"#),
    ("source.ron", r#"[(id: "T1", theme: "profile", what: "Sides.")]"#),
];

const AUTHORITIES: &str = r#"[(id: "berne", cite: "Berne Convention", says: "Copyright.", as_of: "2026-01", review_by: "2027-01")]"#;

const COMPARISON_FILE: &str = r#"Comparison(repeat: "partners", title: "Side by side", about: "Who is better.", criteria: [
    Criterion(id: "bond", title: "Bond", weight: "appetite", signs: [
        Sign(applies: Is("land", "IN"), when: Yes("nda"), yes: "{partner_name} has signed.", no: "Nothing is signed.",
            source: ["T1"]),
        Sign(when: Some("assets", Answered("asset_name")), yes: "There is something.", no: "Nothing.", source: ["T1"]),
    ]),
    Criterion(id: "reach", title: "Reach", weight: "haste", signs: [
        Sign(when: Not(Is("land", "IN")), yes: "Near.", no: "In {land}.", source: ["berne"]),
    ]),
])"#;

/// The day on which it is looked at.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

const PROFILE: usize = 1;
const RISK: usize = 2;
const PARTNERS: usize = 3;
const CLAUSES: usize = 4;
const GLOSSARY: usize = 5;
const AUTHORITIES_AT: usize = 7;
const COMPARISON: usize = 8;

fn little() -> Vec<Source> {
    let authorities = Source::new("little/authorities.ron", AUTHORITIES);
    let files = FILES.iter().map(|(name, text)| Source::new(format!("little/{name}"), *text));
    let comparison = Source::new("little/comparison.ron", COMPARISON_FILE);
    files.chain([authorities, comparison]).collect()
}

/// What makes it unusable; what lint says has tests of its own.
fn check(sources: Vec<Source>) -> Checked {
    look(sources, None)
}

fn broken(file: usize, from: &str, to: &str) -> Checked {
    let mut sources = little();
    assert!(sources[file].text.contains(from), "the little questionnaire has no {from}");
    sources[file].text = sources[file].text.replacen(from, to, 1);
    check(sources)
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn drawn(checked: &Checked) -> String {
    draw(&checked.diagnostics, &checked.sources, false)
}

#[test]
fn a_sound_questionnaire_is_opened_with_its_stages_in_the_order_of_their_numbers() {
    let checked = check(little());
    assert_eq!(drawn(&checked), "");
    let questionnaire = open(little()).expect("it is sound");
    let stages: Vec<&str> = questionnaire.stages.iter().map(|stage| stage.id.as_str()).collect();
    assert_eq!(stages, ["profile", "partners", "risk"]);
    assert_eq!(checked.sources, little());
}

/// Each breakage gives exactly its own code: nothing else is made of it.
fn each_gives(cases: &[(&str, usize, &str, &str)]) {
    for (wanted, file, from, to) in cases {
        let checked = broken(*file, from, to);
        assert_eq!(codes(&checked), [*wanted], "{from} -> {to}\n{}", drawn(&checked));
        assert!(
            checked.diagnostics.iter().all(|one| one.span.is_some()),
            "{wanted} has no place: {from} -> {to}"
        );
        assert!(checked.questionnaire.is_none());
    }
}

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

#[test]
fn the_drawn_text_says_where_what_and_what_to_do() {
    let cases = [
        broken(PROFILE, r#"Is("role""#, r#"Is("rol""#),
        broken(PROFILE, r#"ask: "Which side?", "#, ""),
        broken(PROFILE, "    ],\n)", "    ],\n"),
        broken(RISK, r#"Unknown("nobody")"#, r#"Yes("nda")"#),
        broken(PROFILE, "Which side?", "Which\u{202e} side?"),
        broken(PROFILE, r#"Is("role", "customer")"#, r#"Yes("role")"#),
        broken(PROFILE, r#""VN""#, r#""Vietnam""#),
    ];
    insta::assert_snapshot!(cases.each_ref().map(drawn).join("\n"), @r#"
    error[unknown-question]: There is no question `rol`
     --> little/stages/1-profile.ron:8:28
      |
    8 |             when: All([Is("rol", "customer"), OneOf("home", ["IN", "VN"])])),
      |                            ^^^ asked nowhere
      |
      = help: Did you mean `role`?

    error[missing-field]: A question lacks the field `ask`
     --> little/stages/1-profile.ron:4:9
      |
    4 |         Question(id: "role", why: "All turns on it.", source: ["T1"],
      |         ^^^^^^^^ `ask` is missing here
      |
      = help: Add `ask: …`

    error[syntax]: The file ends before this `(` is closed
     --> little/stages/1-profile.ron:1:6
      |
    1 | Stage(
      |      ^ never closed
      |
      = help: Write `)` where it ends

    error[row-question]: `nda` is asked for each row of `partners`, and here it isn't said which
      --> little/stages/10-risk.ron:15:102
       |
    15 | ..."appetite", 4), AtMost("people", 3), Yes("nda")]),
       |                                              ^^^ which row?
       |
       = help: Give the rule `each: "partners"`, or in a condition write Some("partners", …), Every or Count around it

    error[control-character]: The `ask` of `role` holds an invisible control character
     --> little/stages/1-profile.ron:4:41
      |
    4 |         Question(id: "role", ask: "Which� side?", why: "All turns on it.", source: ["T1"],
      |                                         ^ U+202E
      |
      = help: Take it out: it can hide or reorder what a reader sees

    error[wrong-kind]: `Yes` can't be said of `role`, whose kind is Choice
     --> little/stages/1-profile.ron:8:29
      |
    8 |             when: All([Yes("role"), OneOf("home", ["IN", "VN"])])),
      |                             ^^^^ its kind is Choice
      |
      = help: Of this kind one can say Is, OneOf, Answered or Unknown

    error[unknown-country]: No country has the code `Vietnam`
     --> little/stages/1-profile.ron:8:70
      |
    8 |             when: All([Is("role", "customer"), OneOf("home", ["IN", "Vietnam"])])),
      |                                                                      ^^^^^^^ not an ISO 3166 code of two capital letters
      |
      = help: Did you mean `VN`, Vietnam?
    "#);
}

#[test]
fn an_item_is_served_by_what_names_it() {
    let coverage = coverage(&open(little()).expect("it is sound"));
    let kinds =
        coverage.items[0].served.iter().map(|served| format!("{} {}", served.by, served.ids.join(" ")));
    assert_eq!(
        kinds.collect::<Vec<_>>().join("; "),
        "question role home affiliate people partner_name land nda asset_name nobody haste appetite partner_receives plan; \
         rule no-nda bold; clause secrecy; weighing plan; criterion bond"
    );
}

#[test]
fn an_item_that_nothing_names_is_not_served() {
    let more = broken(6, "[(id", r#"[(id: "T0", theme: "x", what: "Nobody asks."), (id"#);
    let coverage = coverage(&more.questionnaire.expect("it may be a work in progress"));
    let unserved: Vec<&str> = coverage.unserved().map(|item| item.id.as_str()).collect();
    assert_eq!((unserved, more.diagnostics.len()), (vec!["T0"], 0), "check says nothing of it");
}

#[test]
fn the_builtin_questionnaire_is_clean() {
    let names: Vec<String> = builtin().into_iter().map(|source| source.name).collect();
    assert!(names.iter().all(|name| name.starts_with("offshore-ip/")), "{names:?}");
    let looked = crate::check::check(builtin(), TODAY);
    assert_eq!(draw(&looked.diagnostics, &looked.sources, false), "");
}

proptest::proptest! {
    #[test]
    fn no_mutation_of_a_text_makes_it_panic(
        file in 0usize..9, at in 0usize..3_000, cut in 0usize..40,
        put in "[\\PC]{0,3}|[()\\[\\]{}\"'/*r#\\\\,:]{0,5}|[\\x00-\\x1f\u{202e}]{0,3}",
    ) {
        let mut sources = little();
        let text = &mut sources[file].text;
        let boundary = |from: usize, text: &str| (from.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let start = boundary(at % text.len(), text);
        let end = boundary(start + cut, text);
        text.replace_range(start..end, &put);
        let checked = check(sources);
        proptest::prop_assert_eq!(drawn(&checked).is_empty(), checked.diagnostics.is_empty());
        proptest::prop_assert_eq!(checked.questionnaire.is_some(), !checked.diagnostics.iter().any(Diagnostic::is_error));
    }
}
