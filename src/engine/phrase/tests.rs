use super::*;
use crate::engine::fixture::{NO, YES, answer, interview, offshore, place, remove, says, state};

fn there() -> Interview {
    let answers = [
        ("role", r#"Choice("customer")"#),
        ("home", r#"Country("KR")"#),
        ("story", r#"Text("one\ntwo \u{1b}[31m{size}")"#),
        ("outsource", YES),
        ("secret", NO),
        ("goals", r#"Choices(["speed"])"#),
        ("size", "DontKnow"),
        ("asset_name@a1", r#"Text("Source\tcode")"#),
        ("asset_name@a2", "DontKnow"),
        ("partner_name@p1", r#"Text("A\u{202e}cme\nLtd")"#),
        ("partner_country@p1", r#"Country("IN")"#),
        ("partner_receives@p1", r#"Rows(["a1", "a2"])"#),
        ("partner_name@p2", r#"Text("Bo")"#),
        ("partner_country@p9", r#"Country("US")"#),
    ];
    interview(&answers, &[])
}

fn row(repeat: &str, row: &str) -> RowOf {
    (repeat.to_owned(), row.to_owned())
}

#[test]
fn placeholders_take_the_answers_of_the_rows_at_hand() {
    let there = there();
    let (p1, p2, a1) = (row("partners", "p1"), row("partners", "p2"), row("assets", "a1"));
    let cases = [
        ("{asset_name} to {partner_name}", vec![p1.clone(), a1.clone()], "Source code to Acme Ltd"),
        ("{partner_name} in {partner_country}", vec![p1.clone()], "Acme Ltd in India"),
        ("{partner_name} in {partner_country}", vec![p2.clone()], "Bo in …"),
        ("{partner_name} in {partner_country}", vec![], "… in …"),
        (
            "In {partner_country}. {partner_country}",
            vec![row("partners", "p9")],
            "In the United States. The United States",
        ),
        ("{partner_receives}", vec![p1.clone()], "Source code; IP asset 2"),
        ("{role}, {outsource}, {home}", vec![], "The customer, Yes, South Korea"),
        ("{size} people", vec![], "… people"),
        ("{goals}", vec![], "…"),
        ("{story}!", vec![], "one two [31m{size}!"),
        ("{no_such} {} {", vec![], "{no_such} {} {"),
        ("a { b {role} } c", vec![], "a { b The customer } c"),
        ("{asset_name}", vec![row("assets", "a9")], "a9"),
        ("no placeholder", vec![a1], "no placeholder"),
        ("an author's \u{1b}]0;x\u{7} escape", vec![p1, p2], "an author's ]0;x escape"),
    ];
    for (text, rows, wanted) in cases {
        assert_eq!(fill(&there, text, &rows), wanted, "{text} {rows:?}");
    }
}

#[test]
fn a_question_is_asked_of_its_row() {
    let there = there();
    let asked = |at: &str| ask(&there, &place(at));
    assert_eq!(asked("partner_nda@p1"), "Has Acme Ltd in India signed an NDA?");
    assert_eq!(asked("partner_nda@p2"), "Has Bo in … signed an NDA?");
    assert_eq!(asked("asset_kind@a2"), "What is IP asset 2?");
    assert_eq!(asked("partner_country@p3"), "Where is p3?");
    assert_eq!(asked("gone\u{1b}@p3"), "gone");
    assert_eq!(fill_for(&there, "Sign with {partner_name}.", &place("partner_nda@p2")), "Sign with Bo.");
    assert_eq!(fill_for(&there, "In {home}.", &place("role")), "In South Korea.");
}

#[test]
fn a_row_is_called_by_its_label_also_once_it_is_parked_or_gone() {
    let names = [("outsource", NO), ("partner_name@p1", r#"Text("Acme")"#), ("partner_nda@p2", YES)];
    let parked = interview(&names, &[]);
    assert_eq!(row_name(&parked, "partners", "p1"), "Acme");
    assert_eq!(row_name(&parked, "partners", "p2"), "candidate 2");
    assert_eq!(fill(&parked, "{partner_name}", &[row("partners", "p1")]), "Acme");
    let acts = [says("partner_name@p1", r#"Text("Acme")"#), remove("partners", "p1")];
    let gone = Interview::new(offshore(), state(&offshore(), &acts));
    assert_eq!(row_name(&gone, "partners", "p1"), "Acme");
    assert_eq!(row_name(&gone, "partners", "p\u{1b}9"), "p9");
    assert_eq!(row_name(&gone, "no_such", "p1"), "p1");
}

#[test]
fn every_kind_of_answer_has_words() {
    let there = there();
    let cases = [
        ("outsource", YES, "Yes"),
        ("outsource", NO, "No"),
        ("role", r#"Choice("vendor")"#, "The vendor"),
        ("role", r#"Choice("gone\u{1b}")"#, "gone"),
        ("goals", r#"Choices(["speed", "cost"])"#, "Speed; Low cost"),
        ("story", r#"Text("one\r\ntwo\u{7}")"#, "one\ntwo"),
        ("size", r#"Number("12500.5")"#, "12\u{202f}500.5 people"),
        ("budget", r#"Money(amount: "1000000", currency: "EUR")"#, "EUR 1\u{202f}000\u{202f}000"),
        ("start", r#"Date("2026-03-09")"#, "9 March 2026"),
        ("home", r#"Country("VN")"#, "Vietnam"),
        ("home", r#"Country("XX")"#, "XX"),
        ("care", "Scale(2)", "2 of 5 (1 = not at all, 5 = very)"),
        ("partner_receives@p1", "Rows([])", "None"),
        ("partner_receives@p1", r#"Rows(["a2", "a1", "taken-out"])"#, "IP asset 2; Source code"),
        ("partner_receives@p1", r#"Rows(["taken-out"])"#, "taken-out"),
        ("role", "DontKnow", "don't know"),
        ("role", "NotApplicable", "not applicable"),
        ("role", "AskCounsel", "ask counsel"),
        ("gone", r#"Number("7")"#, "7"),
        ("gone", "Scale(3)", "3 of 5"),
        ("gone", r#"Choice("a")"#, "a"),
    ];
    for (at, to, wanted) in cases {
        assert_eq!(answer_words(&there, &place(at), &answer(to)), wanted, "{at} {to}");
    }
}

#[test]
fn a_milestone_reads_as_part_of_a_sentence() {
    assert_eq!(milestone(&there(), "signing"), "before you sign");
    assert_eq!(milestone(&there(), "no_such"), "before no_such");
}

#[test]
fn thousands_stand_apart() {
    let cases =
        [("0", "0"), ("999", "999"), ("1000", "1 000"), ("-1234567.50", "-1 234 567.50"), ("-100", "-100")];
    for (given, wanted) in cases {
        let number: Decimal = given.parse().expect("a number");
        assert_eq!(grouped(number).replace('\u{202f}', " "), wanted);
    }
}
