//! Weighings and the comparison: every way to break them.

use super::*;

const PLAN: &str = r#"Weighing(question: "plan""#;
const FIRST: &str = r#"Point(option: "go", side: For, "#;

#[test]
fn a_sound_one_is_read_whole() {
    let questionnaire = open(little()).expect("it is sound");
    let weighings: Vec<_> =
        questionnaire.weighings().map(|one| (one.question.as_str(), one.points.len())).collect();
    assert_eq!(weighings, [("plan", 3)]);
    let comparison = questionnaire.comparison.expect("there is one");
    let criteria: Vec<_> = comparison.criteria.iter().map(|one| (one.id.as_str(), one.signs.len())).collect();
    assert_eq!((comparison.repeat.as_str(), criteria), ("partners", vec![("bond", 2), ("reach", 1)]));
}

#[test]
fn a_weighing_and_its_points() {
    each_gives(&[
        ("unknown-question", RISK, PLAN, r#"Weighing(question: "plant""#),
        ("wrong-kind", RISK, PLAN, r#"Weighing(question: "appetite""#),
        ("unknown-option", RISK, FIRST, r#"Point(option: "run", side: For, "#),
        ("unknown-variant", RISK, "side: For", "side: With"),
        ("missing-field", RISK, FIRST, r#"Point(option: "go", "#),
        ("unknown-field", RISK, FIRST, r#"Point(option: "go", side: For, unless: "x", "#),
        ("unknown-repeat", RISK, r#"each: "partners""#, r#"each: "parties""#),
        (
            "bad-each",
            RISK,
            r#"each: "partners", when: Yes("nda"), says: "{partner_name}"#,
            r#"each: "home", says: "It"#,
        ),
        ("wrong-repeat", RISK, r#"says: "{partner_name}"#, r#"says: "{asset_name}"#),
        ("row-question", RISK, "{home} is", "{land} is"),
        ("wrong-kind", RISK, "{home} is", "{nobody} is"),
        ("placeholder-here", RISK, "Go or wait", "Go or wait in {home}"),
        ("empty-text", RISK, "Go or wait", " "),
        ("empty-text", RISK, "{home} is far.", ""),
        ("control-character", RISK, "{home} is far.", "Far\u{202e}."),
        ("no-source", RISK, r#"{home} is far.", source: ["T1"]"#, r#"Far.", source: []"#),
        ("unknown-source", RISK, r#"{home} is far.", source: ["T1"]"#, r#"Far.", source: ["T7"]"#),
    ]);
}

/// A weighing of `role`, in the stage that asks it.
fn of_role(point: &str) -> String {
    format!("],\n    weighings: [Weighing(question: \"role\", title: \"W\", points: [{point}])],\n)")
}

#[test]
fn a_weighing_looks_back_and_stands_beside_its_question() {
    let point = |rest: &str| {
        of_role(&format!(r#"Point(option: "vendor", side: For, {rest}says: "S", source: ["T1"])"#))
    };
    assert_eq!(drawn(&broken(PROFILE, "],\n)", &point(r#"when: Yes("affiliate"), "#))), "", "its own stage");
    each_gives(&[
        ("later-question", PROFILE, "],\n)", &point(r#"when: AtLeast("appetite", 2), "#)),
        ("later-repeat", PROFILE, "],\n)", &point(r#"each: "partners", "#)),
        ("no-points", PROFILE, "],\n)", &of_role("")),
        (
            "weighing-stage",
            PARTNERS,
            "],\n)",
            &of_role(r#"Point(option: "vendor", side: For, says: "S", source: ["T1"])"#),
        ),
        (
            "row-question",
            PARTNERS,
            "],\n)",
            r#"    Question(id: "size", row_of: "partners", ask: "?", why: "w", source: ["T1"], kind: Choice([(id: "s", label: "S")])),
            ], weighings: [Weighing(question: "size", title: "W", points: [Point(option: "s", side: For, says: "S", source: ["T1"])])])"#,
        ),
        (
            "duplicate-id",
            RISK,
            PLAN,
            r#"Weighing(question: "plan", title: "W", points: [Point(option: "go", side: For, says: "S", source: ["T1"])]),
            Weighing(question: "plan""#,
        ),
    ]);
}

#[test]
fn a_comparison_its_criteria_and_their_signs() {
    each_gives(&[
        ("unknown-repeat", COMPARISON, r#"repeat: "partners""#, r#"repeat: "partner""#),
        ("unknown-question", COMPARISON, r#"weight: "appetite""#, r#"weight: "hunger""#),
        ("wrong-kind", COMPARISON, r#"weight: "appetite""#, r#"weight: "people""#),
        ("unknown-question", COMPARISON, r#"Yes("nda")"#, r#"Yes("nada")"#),
        ("wrong-kind", COMPARISON, r#"Yes("nda")"#, r#"Yes("land")"#),
        ("wrong-repeat", COMPARISON, r#"Yes("nda")"#, r#"Answered("asset_name")"#),
        ("unknown-country", COMPARISON, r#"Not(Is("land", "IN"))"#, r#"Not(Is("land", "India"))"#),
        ("wrong-repeat", COMPARISON, "{partner_name}", "{asset_name}"),
        ("placeholder-here", COMPARISON, "Side by side", "{partner_name}"),
        ("placeholder-here", COMPARISON, r#"title: "Bond""#, r#"title: "Bond of {partner_name}""#),
        ("empty-text", COMPARISON, "Nothing is signed.", ""),
        ("bad-id", COMPARISON, r#"id: "bond""#, r#"id: "a bond""#),
        ("duplicate-id", COMPARISON, r#"id: "bond""#, r#"id: "reach""#),
        ("no-source", COMPARISON, r#"source: ["T1"]"#, "source: []"),
        ("unknown-source", COMPARISON, r#"source: ["berne"]"#, r#"source: ["bern"]"#),
        ("missing-field", COMPARISON, r#"yes: "Near.", "#, ""),
        ("unknown-field", COMPARISON, r#"yes: "Near.", "#, r#"yes: "Near.", perhaps: "P", "#),
    ]);
    let weight = r#"weight: "appetite""#;
    let per_row = r#"Question(id: "trust", row_of: "partners", ask: "?", why: "w", source: ["T1"], kind: Scale(low: "l", high: "h")),
        Question(id: "nobody""#;
    let mut sources = little();
    sources[PARTNERS].text = sources[PARTNERS].text.replacen(r#"Question(id: "nobody""#, per_row, 1);
    sources[COMPARISON].text = sources[COMPARISON].text.replacen(weight, r#"weight: "trust""#, 1);
    assert_eq!(codes(&check(sources)), ["row-question"]);
}

#[test]
fn a_comparison_must_look_at_something_and_not_at_too_much() {
    let sign = r#"Sign(when: Yes("nda"), yes: "Y", no: "N", source: ["T1"]),"#;
    let with = |signs: &str| {
        let criterion = format!(r#"[Criterion(id: "c", title: "C", weight: "appetite", signs: [{signs}])]"#);
        let mut sources = little();
        let text = &sources[COMPARISON].text;
        let from = text.find('[').unwrap_or_default();
        sources[COMPARISON].text = format!("{}{criterion})", &text[..from]);
        codes(&check(sources))
    };
    assert_eq!(with(""), ["no-signs"]);
    assert_eq!(with(&sign.repeat(40)), [""; 0]);
    assert_eq!(with(&sign.repeat(41)), ["too-many-signs"]);
    let mut sources = little();
    sources[COMPARISON].text = r#"(repeat: "partners", title: "T", about: "A", criteria: [])"#.to_owned();
    assert_eq!(codes(&check(sources)), ["no-criteria"]);
    assert_eq!(
        codes(&check(little().into_iter().chain([Source::new("x/comparison.ron", "()")]).collect())),
        ["duplicate-file"]
    );
}

#[test]
fn what_is_wrong_is_told_in_the_words_of_the_thing() {
    let cases = [
        broken(RISK, r#"each: "partners", when"#, "when"),
        broken(COMPARISON, r#"Yes("nda")"#, r#"Answered("asset_name")"#),
        broken(COMPARISON, r#"weight: "appetite""#, r#"weight: "people""#),
    ];
    let all: Vec<String> = cases.iter().map(drawn).collect();
    insta::assert_snapshot!(all.join("\n"), @r#"
    error[row-question]: `nda` is asked for each row of `partners`, and here it isn't said which
      --> little/stages/10-risk.ron:22:61
       |
    22 |             Point(option: "wait", side: Against, when: Yes("nda"), says: "{partner_name} is bound.",
       |                                                             ^^^ which row?
       |
       = help: Give the point `each: "partners"`, or in a condition write Some("partners", …), Every or Count around it

    error[row-question]: `partner_name` is asked for each row of `partners`, and here it isn't said which
      --> little/stages/10-risk.ron:22:75
       |
    22 |             Point(option: "wait", side: Against, when: Yes("nda"), says: "{partner_name} is bound.",
       |                                                                           ^^^^^^^^^^^^^^ which row?
       |
       = help: Give the point `each: "partners"`, or in a condition write Some("partners", …), Every or Count around it

    error[wrong-repeat]: `asset_name` belongs to the rows of `assets`, not to those of `partners`
     --> little/comparison.ron:3:57
      |
    3 | ...   Sign(applies: Is("land", "IN"), when: Answered("asset_name"), yes: "{partner_name} has signed.", ...
      |                                                       ^^^^^^^^^^ which row?
      |
      = help: In a condition write Some("assets", …), Every or Count around it

    error[wrong-kind]: `people` can't be a weight: its kind is Number
     --> little/comparison.ron:2:51
      |
    2 |     Criterion(id: "bond", title: "Bond", weight: "people", signs: [
      |                                                   ^^^^^^ no weight
      |
      = help: A weight is a Scale that is asked once
    "#);
}
