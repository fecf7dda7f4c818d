//! Journals of an earlier version of the questionnaire.

use super::*;
use crate::engine::fixture::questionnaire;
use crate::engine::{Standing, unfit_words};
use crate::model::Questionnaire;

/// Everything in it had other names, the options' among them, and some had others before those.
const NOW: &str = r#"[
    (id: "start", title: "Start", intro: "S.",
        repeats: [(id: "firms", was: ["vendors", "partners"], item: "firm", label: "firm_name", most: 3)],
        questions: [
            (id: "side", was: ["role", "who"], ask: "Side?", why: "w", source: [], kind: Choice([
                (id: "buyer", was: ["customer"], label: "Buyer"), (id: "seller", was: ["vendor"], label: "Seller")])),
            (id: "aims", was: ["goals"], ask: "Aims?", why: "w", source: [], kind: Choices([
                (id: "money", was: ["cost", "price"], label: "Money"), (id: "speed", label: "Speed")])),
            (id: "firm_name", row_of: "firms", was: ["vendor_name"], ask: "Name?", why: "w", source: [], kind: Text(Short)),
            (id: "firm_nda", row_of: "firms", was: ["vendor_nda"], ask: "NDA?", why: "w", source: [], kind: YesNo),
            (id: "size", ask: "Size?", why: "w", source: [], kind: Number(least: 5, most: 9)),
            (id: "one", ask: "One?", why: "w", source: [], kind: Choices([
                (id: "a", label: "A"), (id: "none", label: "None", alone: true)])),
            (id: "pick", ask: "Which?", why: "w", source: [], kind: Rows("firms")),
        ])]"#;

fn now(acts: &[Act]) -> (Arc<Questionnaire>, State) {
    let questionnaire = questionnaire(NOW);
    let state = replay(&questionnaire, &session((0..).zip(acts.iter().cloned())));
    (questionnaire, state)
}

#[test]
fn what_was_renamed_is_found_under_its_present_name() {
    let cases = [
        (says("who", r#"Choice("customer")"#), "side", r#"Choice("buyer")"#),
        (says("role", r#"Choice("vendor")"#), "side", r#"Choice("seller")"#),
        (says("side", r#"Choice("seller")"#), "side", r#"Choice("seller")"#),
        (says("role", "DontKnow"), "side", "DontKnow"),
        (says("goals", r#"Choices(["speed", "cost"])"#), "aims", r#"Choices(["speed", "money"])"#),
        (says("goals", r#"Choices(["price", "cost"])"#), "aims", r#"Choices(["money"])"#),
        (says("vendor_name@v1", r#"Text("Acme")"#), "firm_name@v1", r#"Text("Acme")"#),
    ];
    for (act, at, to) in cases {
        let (_, state) = now(std::slice::from_ref(&act));
        assert_eq!(state.answer(&place(at)), Some(&crate::engine::fixture::answer(to)), "{act:?}");
        assert!(state.unfit.is_empty() && state.answers.len() == 1, "{act:?}");
    }
}

#[test]
fn rows_notes_drafts_undo_and_the_place_to_resume_at_follow_their_names() {
    let acts = [
        says("vendor_name@v1", r#"Text("Acme")"#),
        says("vendor_name@v2", r#"Text("Binh")"#),
        note("vendor_nda@v2", "ask"),
        remove("partners", "v1"),
        complete("vendors"),
        says("role", r#"Choice("vendor")"#),
        says("side", r#"Choice("buyer")"#),
        Act::Undo,
        draft("vendor_nda@v2", "so"),
        visit("vendor_nda@v2"),
    ];
    let (questionnaire, state) = now(&acts);
    assert_eq!(state.rows("firms"), ["v2"], "the row that was taken out stays out");
    assert!(state.complete.contains("firms") && state.rows.len() == 1);
    assert_eq!(
        state.notes.keys().chain(state.drafts.keys()).cloned().collect::<Vec<_>>(),
        places(&["firm_nda@v2"; 2])
    );
    assert_eq!(state.answer(&place("side")), Some(&crate::engine::fixture::answer(r#"Choice("seller")"#)));
    assert_eq!(state.used, BTreeSet::from([("firms".into(), "v1".into()), ("firms".into(), "v2".into())]));
    let interview = Interview::new(questionnaire, state);
    assert_eq!(interview.resume(), Some(&Step::Ask(place("firm_nda@v2"))));
}

#[test]
fn what_the_question_has_no_place_for_is_parked_with_its_reason() {
    let cases = [
        ("side", r#"Choice("both")"#, "the question has no option `both`"),
        ("side", YES, "the question wants one of its options"),
        ("aims", r#"Choices(["speed", "fame"])"#, "the question has no option `fame`"),
        ("one", r#"Choices(["a", "none"])"#, "`none` can only be chosen alone"),
        ("size", r#"Number("4")"#, "the number must be 5 or more"),
        ("size", r#"Number("10")"#, "the number must be 9 or less"),
        ("pick", r#"Rows(["r9"])"#, "what it names is not in the list"),
        ("gone", YES, "this version of the questionnaire does not have the question"),
        ("gone", "DontKnow", "this version of the questionnaire does not have the question"),
        ("firm_nda", YES, "the question is asked once per firm now"),
        ("size@v1", r#"Number("5")"#, "the question is asked once now, not per row"),
    ];
    for (at, to, why) in cases {
        let (questionnaire, state) = now(&[says(at, to)]);
        let interview = Interview::new(questionnaire, state);
        assert_eq!(unfit_words(&interview, &place(at)).as_deref(), Some(why), "{at} {to}");
        assert!(interview.state().answers.is_empty() && interview.progress(None).answered == 0);
        let parked: Vec<_> =
            interview.parked().map(|(at, given)| (at.clone(), given.answer.clone())).collect();
        assert_eq!(parked, [(place(at), crate::engine::fixture::answer(to))], "kept");
    }
}

#[test]
fn a_new_answer_takes_the_place_of_one_that_no_longer_fits() {
    let unfit = says("side", YES);
    let cases: [(&[Act], usize, usize); 5] = [
        (std::slice::from_ref(&unfit), 0, 1),
        (&[unfit.clone(), says("side", "DontKnow")], 1, 0),
        (&[unfit.clone(), says("side", "DontKnow"), Act::Undo], 0, 1),
        (&[says("side", "DontKnow"), unfit.clone()], 0, 1),
        (&[unfit.clone(), Act::Clear { at: place("role") }], 0, 0),
    ];
    for (acts, answers, unfit) in cases {
        let (questionnaire, state) = now(acts);
        assert_eq!((state.answers.len(), state.unfit.len()), (answers, unfit), "{acts:?}");
        let interview = Interview::new(questionnaire, state);
        assert_eq!(interview.standing(&place("side")), Standing::Asked, "the question is asked all the same");
        assert_eq!(interview.is_open(&Step::Ask(place("side"))), answers == 0);
    }
}
