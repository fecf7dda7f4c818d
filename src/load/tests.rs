//! A sound little questionnaire, and every way to break it.

mod allow;
mod files;
mod hostile;
mod layout;
mod length;
mod lint;
mod names;
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
