//! `report.ron`, positions and days: every way to break them.

use super::*;

const LAYOUT: &str = r#"Layout(
    counterpart: "partners",
    cover: [(head: "Side", question: "role")],
    parts: [
        Summary,
        Table(TableOf(id: "register", title: "Register", about: "What there is.", repeat: "assets", register: true,
            columns: [(head: "Title", question: "asset_name")])),
        Table(TableOf(id: "habits", title: "Habits", columns: [(head: "Bold", question: "appetite")])),
        Matrix(Matrix(id: "who", title: "Who gets what", about: "All of it.",
            gets: [(head: "now", question: "partner_receives")],
            safeguards: [(title: "NDA", applies: Is("land", "IN"), met: Yes("nda"))])),
        Checklist(Checklist(id: "box", title: "Box", when: Is("role", "customer"), items: ["T1", "berne"])),
        Limits,
    ],
)"#;

fn laid(from: &str, to: &str) -> Checked {
    assert!(LAYOUT.contains(from), "the layout has no {from}");
    let report = Source::new("little/report.ron", LAYOUT.replacen(from, to, 1));
    check(little().into_iter().chain([report]).collect())
}

/// Each breakage gives exactly its own code, at its place.
fn each_laid_gives(cases: &[(&str, &str, &str)]) {
    for (wanted, from, to) in cases {
        let checked = laid(from, to);
        assert_eq!(codes(&checked), [*wanted], "{from} -> {to}\n{}", drawn(&checked));
        assert!(checked.diagnostics.iter().all(|one| one.span.is_some()), "{wanted} has no place");
    }
}

#[test]
fn a_sound_one_is_read_whole() {
    let checked = laid("Summary", "Summary");
    assert_eq!(drawn(&checked), "");
    let layout = checked.questionnaire.and_then(|one| one.layout).expect("it is sound");
    assert_eq!(layout.parts.len(), 6);
    assert_eq!(layout.ids().map(|id| id.as_str()).collect::<Vec<_>>(), ["register", "habits", "who", "box"]);
    let shown: Vec<&str> = layout.questions().map(|id| id.as_str()).collect();
    assert_eq!(shown, ["role", "asset_name", "appetite", "partner_receives"]);
    assert_eq!(layout.conditions().count(), 3);
}

#[test]
fn names_that_nothing_has() {
    each_laid_gives(&[
        ("unknown-repeat", r#"counterpart: "partners""#, r#"counterpart: "partner""#),
        ("unknown-repeat", r#"repeat: "assets""#, r#"repeat: "asset""#),
        ("unknown-question", r#"question: "role""#, r#"question: "rol""#),
        ("unknown-question", r#"question: "asset_name""#, r#"question: "asset_nam""#),
        ("unknown-question", r#"question: "appetite""#, r#"question: "appetit""#),
        ("unknown-question", r#"question: "partner_receives""#, r#"question: "partner_receive""#),
        ("unknown-question", r#"Yes("nda")"#, r#"Yes("nd")"#),
        ("unknown-question", r#"Is("land", "IN")"#, r#"Is("lan", "IN")"#),
        ("unknown-option", r#"Is("role", "customer")"#, r#"Is("role", "buyer")"#),
        ("unknown-source", r#""T1", "berne""#, r#""T1", "bern""#),
        ("unknown-variant", "Limits", "Limit"),
        ("unknown-field", r#"counterpart: "partners""#, r#"others: "partners""#),
    ]);
    let told = drawn(&laid(r#"question: "appetite""#, r#"question: "appetit""#));
    assert!(told.contains("appetite"), "what may be meant is told: {told}");
}

#[test]
fn questions_that_do_not_fit() {
    each_laid_gives(&[
        ("wrong-repeat", r#"question: "role""#, r#"question: "land""#),
        ("wrong-repeat", r#"question: "asset_name""#, r#"question: "role""#),
        ("wrong-repeat", r#"question: "asset_name""#, r#"question: "land""#),
        ("row-question", r#"question: "appetite""#, r#"question: "land""#),
        ("wrong-kind", r#"question: "partner_receives""#, r#"question: "land""#),
        ("wrong-kind", r#"question: "partner_receives""#, r#"question: "role""#),
        ("wrong-kind", r#"Yes("nda")"#, r#"Yes("land")"#),
        ("row-question", r#"Is("role", "customer")"#, r#"Is("land", "IN")"#),
        ("empty-matrix", r#"(head: "now", question: "partner_receives")"#, ""),
        ("duplicate-id", r#"id: "habits""#, r#"id: "register""#),
        ("duplicate-id", r#"id: "box""#, r#"id: "who""#),
    ]);
}

#[test]
fn texts_of_the_report_are_plain() {
    each_laid_gives(&[
        ("placeholder-here", "Who gets what", "What {partner_name} gets"),
        ("placeholder-here", r#"head: "Side""#, r#"head: "{role}""#),
        ("placeholder-here", r#"title: "NDA""#, r#"title: "{nda}""#),
        ("empty-text", r#"title: "Habits""#, r#"title: " ""#),
        ("control-character", "What there is.", "What\u{202e} there is."),
    ]);
}

#[test]
fn positions_and_days() {
    let milestone = r#"label: "the contract is signed""#;
    let day = |id: &str| format!(r#"{milestone}, day: "{id}""#);
    each_gives(&[
        ("unknown-question", CLAUSES, "source:", r#"position: ["plant"], source:"#),
        ("unknown-question", 0, milestone, &day("when")),
        ("wrong-kind", 0, milestone, &day("plan")),
        ("row-question", 0, milestone, &day("land")),
    ]);
    let sound = broken(CLAUSES, "source:", r#"position: ["plan", "nda"], source:"#);
    assert_eq!(drawn(&sound), "", "a position may be asked for each row");
}
