//! What lint says beyond what is unused or too long: every way to come by each warning, with the words under the caret.

use super::*;
use crate::model::{Jurisdictions, country};
use crate::text::Span;

/// What lint says of some files on the day.
pub(super) fn linted(sources: Vec<Source>) -> Checked {
    super::super::check(sources, TODAY)
}

/// The code of each diagnostic with the words at its place, and with those at the places related to it.
pub(super) fn places(checked: &Checked) -> Vec<String> {
    let words = |span: Span| &checked.sources[span.file].text[span.start..span.end];
    let told = checked.diagnostics.iter().map(|one| {
        let related = one.related.iter().map(|(span, _)| words(*span));
        let all: Vec<&str> = one.span.map(words).into_iter().chain(related).collect();
        format!("{}: {}", one.code, all.join(" | "))
    });
    told.collect()
}

/// Codes with the words under their carets, and the changes that give them: in which file, from which text to which.
type Case<'c> = (&'c [&'c str], &'c [(usize, &'c str, &'c str)]);

/// Each change of a file gives exactly what is wanted.
pub(super) fn each_warns(cases: &[Case]) {
    for (wanted, changes) in cases {
        let mut sources = little();
        for (file, from, to) in *changes {
            assert!(sources[*file].text.contains(from), "the little questionnaire has no {from}");
            sources[*file].text = sources[*file].text.replacen(from, to, 1);
        }
        let checked = linted(sources);
        assert_eq!(places(&checked), *wanted, "{changes:?}\n{}", drawn(&checked));
        assert!(checked.questionnaire.is_some(), "a warning refuses nothing");
    }
}

#[test]
fn there_is_nothing_to_say_of_a_sound_one() {
    let checked = linted(little());
    assert_eq!(drawn(&checked), "");
}

/// The little questionnaire with something else in a file of it.
pub(super) fn replaced(file: usize, from: &str, to: &str) -> Vec<Source> {
    let mut sources = little();
    assert!(sources[file].text.contains(from), "the little questionnaire has no {from}");
    sources[file].text = sources[file].text.replacen(from, to, 1);
    sources
}

#[test]
fn texts_that_stand_twice() {
    let rule = r#"Rule(id: "shy", severity: Low, when: Yes("affiliate"), title: "TITLE", because: "B",
        action: Action(what: "W", who: Owner, before: "signing"), source: ["T1"]), Rule(id: "bold""#;
    let titled = |title: &str| rule.replace("TITLE", title);
    let clause = r#"[(id: "quiet", title: " Secrecy.", settles: "S", source: ["T1"]), (id"#;
    let label = |label: &str| format!(r#"label: "{label}"), (id: "vendor""#);
    let option = r#"label: "Customer"), (id: "vendor""#;
    each_warns(&[
        (&["duplicate-text: An affiliate? | an  AFFILIATE"], &[(PROFILE, "Which side?", "an  AFFILIATE")]),
        (&["duplicate-text: Bold | bold …"], &[(RISK, r#"Rule(id: "bold""#, &titled("bold …"))]),
        (
            &[],
            &[
                (RISK, r#"Rule(id: "bold""#, &titled("Bold {home}")),
                (RISK, r#"title: "Bold""#, r#"title: "Bold {people}""#),
            ],
        ),
        (&["unused-clause: quiet", "duplicate-text: Secrecy |  Secrecy."], &[(CLAUSES, "[(id", clause)]),
        (&["duplicate-text: nda | NDA"], &[(GLOSSARY, r#"also: ["NDAs"]"#, r#"also: ["NDAs", "nda"]"#)]),
        (&["options-alike: Vendor | vendor"], &[(PROFILE, option, &label("vendor"))]),
        (&[], &[(PROFILE, option, &label("Vendor of vendors"))]),
    ]);
    let named = linted(replaced(PROFILE, "Which side?", "An affiliate?"));
    assert_eq!(named.diagnostics[0].message, "The questions `role` and `affiliate` ask the same");
}

#[test]
fn law_that_should_have_been_read_again() {
    let by = r#"review_by: "2027-01""#;
    each_warns(&[
        (&["stale-authority: 2026-10"], &[(AUTHORITIES_AT, by, r#"review_by: "2026-10""#)]),
        (&[], &[(AUTHORITIES_AT, by, r#"review_by: "2026-11""#)]),
    ]);
    let fact = |as_of: &str| {
        let fact = format!(r#"(of: "paris", value: "yes", cite: "c", basis: Recalled, as_of: "{as_of}")"#);
        let country = Source::new("little/jurisdictions/IN.ron", format!(r#"(code: "IN", facts: [{fact}])"#));
        places(&linted(little().into_iter().chain([country]).collect()))
    };
    assert_eq!(fact("2001-01"), ["stale-authority: 2001-01"]);
    assert_eq!(fact("2026-01"), [""; 0]);
}

#[test]
fn dates_that_can_not_stand_together() {
    let (as_of, by) = (r#"as_of: "2026-01""#, r#"review_by: "2027-01""#);
    each_warns(&[
        (&["odd-date: 2026-12"], &[(AUTHORITIES_AT, as_of, r#"as_of: "2026-12""#)]),
        (&[], &[(AUTHORITIES_AT, as_of, r#"as_of: "2026-11""#)]),
        // Told once, though it is past, too.
        (&["odd-date: 2025-12"], &[(AUTHORITIES_AT, by, r#"review_by: "2025-12""#)]),
    ]);
    let fact = |dates: &str| {
        let fact = format!(r#"(of: "paris", value: "yes", cite: "c", basis: Recalled, {dates})"#);
        let country = Source::new("little/jurisdictions/IN.ron", format!(r#"(code: "IN", facts: [{fact}])"#));
        places(&linted(little().into_iter().chain([country]).collect()))
    };
    assert_eq!(fact(r#"as_of: "2027-01""#), ["odd-date: 2027-01"]);
    assert_eq!(fact(r#"as_of: "2026-11", since: "2026-11-23""#), ["odd-date: 2026-11-23"]);
    assert_eq!(fact(r#"as_of: "2026-11", since: "2026-11-22""#), [""; 0]);
}

#[test]
fn what_stands_twice_in_a_condition() {
    let when = r#"Is("role", "customer"), OneOf("home", ["IN", "VN"])"#;
    let with = |part: &str| format!("{when}, {part}");
    each_warns(&[
        (&["part-twice: role | role"], &[(PROFILE, when, &with(r#"Is("role", "customer")"#))]),
        (&[], &[(PROFILE, when, &with(r#"Is("role", "vendor")"#))]),
        (&["part-twice: VN"], &[(PROFILE, r#"["IN", "VN"]"#, r#"["VN", "IN", "VN"]"#)]),
        (
            &["part-twice: home | home"],
            &[(PROFILE, when, &with(r#"Any([Not(Is("home", "IN")), Not(Is("home", "IN"))])"#))],
        ),
    ]);
    each_warns(&[(
        &["options-alike: fast. | fast"],
        &[(PARTNERS, r#"low: "slow", high: "fast""#, r#"low: "fast", high: "fast.""#)],
    )]);
}

#[test]
fn what_says_nothing_in_a_condition() {
    let home = r#"OneOf("home", ["IN", "VN"])"#;
    each_gives(&[
        ("empty-condition", PROFILE, r#"["IN", "VN"]"#, "[]"),
        ("empty-condition", PROFILE, home, "All([])"),
        ("empty-condition", PROFILE, home, "Not(Any([]))"),
        ("empty-condition", PROFILE, home, r#"Fact("home", "paris", [])"#),
        ("empty-condition", AUTHORITIES_AT, "as_of", "law_of: Countries([]), as_of"),
        ("empty-condition", AUTHORITIES_AT, "as_of", r#"law_of: Having("paris", []), as_of"#),
        ("empty-range", RISK, r#"No("nda"), 2"#, r#"No("nda"), 4"#),
        ("empty-range", RISK, r#"No("nda"), 2"#, r#"No("nda"), 0"#),
    ]);
}

#[test]
fn months_are_months() {
    each_gives(&[
        ("bad-month", AUTHORITIES_AT, r#"review_by: "2027-01""#, r#"review_by: "2027""#),
        ("bad-month", AUTHORITIES_AT, r#"as_of: "2026-01""#, r#"as_of: "2026-13""#),
        ("empty-text", AUTHORITIES_AT, r#"as_of: "2026-01""#, r#"as_of: """#),
    ]);
}

#[test]
fn weights_that_change_nothing() {
    let reach = COMPARISON_FILE.find(r#"    Criterion(id: "reach""#).expect("it has two criteria");
    let reach = &COMPARISON_FILE[reach..];
    let signs = r#"Is("land", "IN"), when: Yes("nda")"#;
    let haste = (RISK, r#"Not(Yes("affiliate"))"#, r#"All([Not(Yes("affiliate")), AtLeast("haste", 2)])"#);
    each_warns(&[
        (&["idle-weight: appetite"], &[(COMPARISON, reach, "])"), haste]),
        (
            &["idle-weight: appetite | appetite"],
            &[(COMPARISON, r#"weight: "haste""#, r#"weight: "appetite""#), haste],
        ),
        (
            &["idle-weight: partners"],
            &[(PARTNERS, "least: 1, most: 3", "most: 1"), (RISK, r#"No("nda"), 2"#, r#"No("nda"), 1"#)],
        ),
        // The first sign no longer looks at a row, and the second one never did.
        (&["idle-weight: bond"], &[(COMPARISON, signs, r#"Is("home", "IN"), when: Yes("affiliate")"#)]),
        (
            &["idle-weight: bond"],
            &[(COMPARISON, signs, r#"Is("home", "IN"), when: Some("partners", Yes("nda"))"#)],
        ),
        (
            &[],
            &[(
                COMPARISON,
                signs,
                r#"Is("home", "IN"), when: Some("partner_receives", Answered("asset_name"))"#,
            )],
        ),
        (&[], &[(COMPARISON, signs, r#"Is("home", "IN"), when: Some("assets", Yes("nda"))"#)]),
    ]);
}

#[test]
fn facts_that_no_country_has() {
    let when = r#"Is("role", "customer"), OneOf"#;
    let fact = |values: &str| format!(r#"Is("role", "customer"), Fact("home", "paris", [{values}]), OneOf"#);
    each_warns(&[
        (&[], &[(PROFILE, when, &fact(r#""yes", "no", "unknown""#))]),
        (&["fact-nowhere: signed"], &[(PROFILE, when, &fact(r#""yes", "signed""#))]),
        (&[], &[(PROFILE, "kind: YesNo,", r#"kind: YesNo, facts: [("home", "paris")],"#)]),
        (&[], &[(AUTHORITIES_AT, "as_of", r#"law_of: Having("paris", ["no"]), as_of"#)]),
        (
            &["fact-nowhere: signed"],
            &[(AUTHORITIES_AT, "as_of", r#"law_of: Having("paris", ["signed"]), as_of"#)],
        ),
    ]);
}

#[test]
fn a_kind_of_fact_is_known_of_some_country_and_not_of_every_one() {
    let asked =
        r#"Is("role", "customer"), Fact("home", "paris", ["unknown"]), Fact("home", "berne", ["no"]), OneOf"#;
    let sources = replaced(PROFILE, r#"Is("role", "customer"), OneOf"#, asked);
    let questionnaire = open(sources.clone()).expect("it is sound");
    let told = |known: Jurisdictions| {
        let mut found = Vec::new();
        crate::load::lint::of_questionnaire(
            &questionnaire.clone().with_jurisdictions(known.into()),
            &mut found,
        );
        places(&Checked { sources: sources.clone(), questionnaire: None, diagnostics: found })
    };
    let known = Jurisdictions::clone(&questionnaire.jurisdictions);
    assert_eq!(told(known.clone()), [""; 0]);
    assert_eq!(
        told(Jurisdictions { countries: [].into(), ..known.clone() }),
        ["fact-nowhere: paris", "fact-nowhere: berne"]
    );
    let everywhere = country::all().into_iter().map(|(code, ..)| (code, known.countries["IN"].clone()));
    let unasked = ["fact-nowhere: unknown", "fact-nowhere: no"];
    assert_eq!(told(Jurisdictions { countries: everywhere.collect(), ..known }), unasked);
}
