use super::*;
use crate::engine::fixture::{NO, YES, answer, complete, interview, offshore, place, remove, says, state};

/// A vendor with one asset and one partner; a second partner was taken out.
fn there() -> Interview {
    let acts = [
        says("role", r#"Choice("vendor")"#),
        says("outsource", YES),
        says("asset_name@a1", r#"Text("x")"#),
        says("partner_name@p1", r#"Text("P")"#),
        says("partner_name@p2", r#"Text("Q")"#),
        remove("partners", "p2"),
    ];
    Interview::new(offshore(), with_used(&acts))
}

fn with_used(acts: &[Act]) -> crate::model::State {
    let session = crate::engine::fixture::session((0..).zip(acts.iter().cloned()));
    crate::engine::replay::replay(&offshore(), &session)
}

fn refusal(interview: &Interview, act: &Act) -> String {
    accept(interview, act).err().map_or_else(String::new, |refusal| refusal.to_string())
}

#[test]
fn what_cannot_be_entered_is_refused_in_plain_words() {
    let note = |at: &str| Act::Note { at: place(at), text: "n".into() };
    let draft = |at: &str| Act::Draft { at: place(at), text: "d".into() };
    let clear = |at: &str| Act::Clear { at: place(at) };
    let gone = "the row “p2” was taken out, and row names are not used twice: take a new one";
    let cases = [
        (says("rolle", YES), "no question is called “rolle”"),
        (says("ro\u{1b}[31m\u{202e}lle", YES), "no question is called “ro[31mlle”"),
        (clear("rolle"), "no question is called “rolle”"),
        (note("rolle"), "no question is called “rolle”"),
        (draft("rolle"), "no question is called “rolle”"),
        (says("partner_nda", YES), "“partner_nda” is asked once per candidate: name the row"),
        (note("asset_kind"), "“asset_kind” is asked once per IP asset: name the row"),
        (says("role@p1", YES), "“role” is not asked per row: leave the row out"),
        (says("partner_name@p2", r#"Text("R")"#), gone),
        (note("partner_name@p2"), gone),
        (draft("partner_name@p2"), gone),
        (
            says("asset_name@-", r#"Text("x")"#),
            "“-” can't name a row: use letters, digits, - and _, beginning with a letter or digit",
        ),
        (clear("partner_name@p2"), "there is no row “p2” in “partners”"),
        (clear("partner_name@p9"), "there is no row “p9” in “partners”"),
        (says("partner_receives@p1", r#"Rows(["a1", "a2"])"#), "there is no row “a2” in “assets”"),
        (says("partner_receives@p1", r#"Rows(["p1"])"#), "there is no row “p1” in “assets”"),
        (remove("partners", "p2"), "there is no row “p2” in “partners”"),
        (remove("partner", "p1"), "no list is called “partner”"),
        (complete("partner"), "no list is called “partner”"),
    ];
    for (act, words) in cases {
        assert_eq!(refusal(&there(), &act), words, "{act:?}");
    }
}

#[test]
fn what_fits_is_entered() {
    let open = Act::Complete { repeat: "partners".into(), complete: false };
    let visit = Act::Visit { at: Some(place("no_such_question")), repeat: None };
    let draft = Act::Draft { at: place("partner_name@p3"), text: "Ac".into() };
    for act in [
        says("role", r#"Choice("customer")"#),
        says("partner_name@p3", r#"Text("R")"#),
        says("partner_nda@p1", "AskCounsel"),
        says("partner_receives@p1", r#"Rows(["a1"])"#),
        says("partner_receives@p1", "Rows([])"),
        says("home", r#"Country("VN")"#),
        Act::Clear { at: place("partner_name@p1") },
        remove("partners", "p1"),
        complete("assets"),
        complete("partners"),
        open,
        visit,
        draft,
        Act::Undo,
        Act::Redo,
    ] {
        assert_eq!(accept(&there(), &act), Ok(()), "{act:?}");
    }
}

#[test]
fn a_list_has_room_until_it_is_complete_or_full() {
    let names = [("asset_name@1", "DontKnow"), ("asset_name@2", "DontKnow"), ("asset_name@3", "DontKnow")];
    let another = says("asset_name@4", "DontKnow");
    assert_eq!(refusal(&interview(&names, &[]), &another), "“assets” holds 3 rows at most");
    assert_eq!(refusal(&interview(&names[..2], &[]), &another), "");
    let closed = interview(&names[..2], &["assets"]);
    let words = "the list “assets” was said to be complete: open it again before adding a row";
    assert_eq!(refusal(&closed, &another), words);
    assert_eq!(refusal(&closed, &says("asset_name@2", r#"Text("x")"#)), "", "a row that is there");
}

#[test]
fn a_list_is_complete_with_enough_rows_only() {
    let few = interview(&[("outsource", YES)], &[]);
    assert_eq!(refusal(&few, &complete("partners")), "“partners” needs 1 or more before it can be complete");
    let acts = [says("partner_name@p1", "DontKnow"), complete("partners"), remove("partners", "p1")];
    let below = Interview::new(offshore(), state(&offshore(), &acts));
    assert_eq!(
        refusal(&below, &says("partner_name@p2", "DontKnow")),
        "",
        "the last one was taken out: name another"
    );
}

#[test]
fn a_value_fits_its_question() {
    for (question, value) in
        [("role", YES), ("size", r#"Number("0")"#), ("care", "Scale(9)"), ("home", r#"Country("XX")"#)]
    {
        let Answer::Value(value) = answer(value) else { panic!("a value") };
        let questionnaire = offshore();
        let kind = &questionnaire.question(question).expect("a question of the fixture").kind;
        let wanted = fits(kind, &value).map_err(Refusal::Misfit);
        let act = Act::Answer { at: place(question), to: Answer::Value(value) };
        assert_eq!(accept(&there(), &act), wanted, "{question}");
    }
}

#[test]
fn an_answer_holds_where_its_question_is_asked() {
    let there = there();
    let cases = [
        ("role", r#"Choice("vendor")"#, ""),
        ("partner_name@p1", r#"Text("P")"#, ""),
        ("home", r#"Country("VN")"#, "“home” does not apply as the answers stand"),
        ("home", "DontKnow", "“home” does not apply as the answers stand"),
        ("goals", r#"Choices(["cost"])"#, "“goals” does not apply as the answers stand"),
        ("partner_name@p2", r#"Text("Q")"#, "“partner_name” does not apply as the answers stand"),
        ("partner_nda", NO, "“partner_nda” is asked once per candidate: name the row"),
        ("rolle", NO, "no question is called “rolle”"),
        ("partner_receives@p1", r#"Rows(["a9"])"#, "there is no row “a9” in “assets”"),
    ];
    for (at, to, words) in cases {
        let found = holds(&there, &place(at), &answer(to));
        assert_eq!(found.err().map_or_else(String::new, |refusal| refusal.to_string()), words, "{at} {to}");
    }
}
