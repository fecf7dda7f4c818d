use std::sync::Arc;

use proptest::prelude::*;

use crate::engine::fixture::{
    NO, YES, all_places, closed_states, completed, interview, interview_of, offshore, parse, pick, picks,
    place, places, put, questionnaire, within,
};
use crate::engine::interview::Interview;
use crate::engine::weigh::{Candidate, Comparing, Mark, Reading};
use crate::engine::{Readiness, compare};
use crate::model::{Answer, State};

const TWO: [(&str, &str); 8] = [
    ("outsource", YES),
    ("asset_kind@a1", r#"Choice("trade_secret")"#),
    ("partner_name@p1", r#"Text("Pune")"#),
    ("partner_country@p1", r#"Country("IN")"#),
    ("partner_nda@p1", YES),
    ("partner_name@p2", r#"Text("Hue")"#),
    ("partner_country@p2", r#"Country("VN")"#),
    ("partner_nda@p2", NO),
];

fn with(more: &[(&str, &str)], lists: &[&str]) -> Interview {
    interview(&[TWO.as_slice(), more].concat(), lists)
}

fn ends(share: Option<Readiness>) -> Ends {
    share.map(|share| (share.low, share.high))
}

type Ends = Option<(u8, u8)>;

/// The total and the marks of each candidate.
fn figures(interview: &Interview) -> Vec<(Ends, Vec<Ends>)> {
    let comparing = compare(interview).expect("there is one");
    let marks = |one: &Candidate<'_>| one.marks.iter().map(|mark| ends(mark.share)).collect();
    comparing.candidates.iter().map(|one| (ends(one.total), marks(one))).collect()
}

#[test]
fn rows_stand_side_by_side_with_marks_and_a_total() {
    let settled =
        [("secret", NO), ("partner_audit@p2", YES), ("partner_twin@p1", NO), ("partner_twin@p2", YES)];
    let interview = with(&settled, &["assets", "partners"]);
    // Pune has signed, so nobody asks whether it may be audited; nobody asks about discretion without code.
    let pune = (Some((100, 100)), vec![Some((100, 100)), Some((100, 100)), None]);
    let hue = (Some((25, 25)), vec![Some((50, 50)), Some((0, 0)), None]);
    assert_eq!(figures(&interview), [pune, hue]);
}

#[test]
fn weights_are_the_answers_and_three_where_there_is_none() {
    let weights = |interview: &Interview| {
        let comparing = compare(interview).expect("there is one");
        comparing.weights.iter().map(|one| (one.value, one.given, one.asked)).collect::<Vec<_>>()
    };
    let two = ["assets", "partners"];
    assert_eq!(weights(&with(&[], &two)), [(3, false, true), (3, false, false), (3, false, false)]);
    let five = ("weigh_secrecy", "Scale(5)");
    assert_eq!(weights(&with(&[five, ("exclusive", YES)], &two))[..2], [(5, true, true), (3, false, true)]);
    assert_eq!(weights(&with(&[("weigh_secrecy", "DontKnow")], &two))[0], (3, false, true));
    let parked = ("weigh_place", "Scale(1)");
    assert_eq!(
        weights(&with(&[parked, ("exclusive", NO)], &two))[1],
        (3, false, false),
        "a parked answer is out"
    );
    let settled = [("secret", NO), ("partner_audit@p2", YES), ("exclusive", YES), five, parked];
    // (5 × 1/2 + 1 × 0) / 6
    assert_eq!(figures(&with(&settled, &two))[1].0, Some((41, 41)));
}

#[test]
fn what_is_not_known_widens_mark_and_total() {
    let interview = with(&[("asset_kind@a2", r#"Choice("code")"#), ("secret", YES)], &["assets", "partners"]);
    // Secrecy: signed; care unknown. Discretion: not known.
    let pune = (Some((50, 100)), vec![Some((50, 100)), Some((100, 100)), Some((0, 100))]);
    // Not signed; audit and care unknown.
    let hue = (Some((0, 56)), vec![Some((0, 67)), Some((0, 0)), Some((0, 100))]);
    assert_eq!(figures(&interview), [pune, hue]);
}

#[test]
fn a_sign_that_may_not_apply_counts_only_where_that_helps_or_hurts() {
    // Whether anything is secret is open; that you are careful is known.
    let careful = with(&[("care", "Scale(5)"), ("partner_audit@p2", NO)], &["assets", "partners"]);
    let of = |interview: &Interview, mark: usize| figures(interview)[1].1[mark];
    assert_eq!(of(&careful, 0), Some((0, 34)), "neither signed nor audited; perhaps careful");
    let careless = with(&[("care", "Scale(1)"), ("partner_audit@p2", YES)], &["assets", "partners"]);
    assert_eq!(of(&careless, 0), Some((33, 50)));
    // Nothing is known of the assets yet, but that it keeps apart: if it counts, it counts well.
    let apart = [("partner_twin@p2", NO), ("partner_name@p1", r#"Text("Pune")"#)];
    let open = with(&apart, &["partners"]);
    assert_eq!(of(&open, 2), Some((100, 100)));
}

fn signs(comparing: &Comparing<'_>, row: usize, criterion: usize) -> Vec<Reading> {
    comparing.candidates[row].marks[criterion].signs.iter().map(|seen| seen.reading).collect()
}

#[test]
fn every_sign_says_why() {
    let interview = with(&[("secret", YES), ("partner_audit@p2", "DontKnow")], &["assets", "partners"]);
    let comparing = compare(&interview).expect("there is one");
    assert_eq!(
        signs(&comparing, 0, 0),
        [Reading::Holds, Reading::Open],
        "what is not asked is not looked at"
    );
    assert_eq!(signs(&comparing, 1, 0), [Reading::Fails, Reading::Open, Reading::Open]);
    let hue: &Mark<'_> = &comparing.candidates[1].marks[0];
    let told: Vec<String> = hue.signs.iter().map(|seen| seen.says(&interview)).collect();
    let wanted = [
        "Hue has not signed.",
        "“It may be audited.” or “It may not be audited.”",
        "“You are careful.” or “You are not.”",
    ];
    assert_eq!(told, wanted);
    let rests_on = |at: usize| (hue.signs[at].evidence.clone(), hue.signs[at].settled_by.clone());
    assert_eq!(rests_on(0), (places(&["partner_nda@p2"]), places(&[])));
    assert_eq!(rests_on(1), (places(&[]), places(&["partner_audit@p2"])), "asked, but open");
    assert_eq!(rests_on(2), (places(&[]), places(&["care"])), "that it is secret is known");
    let place = &comparing.candidates[1].marks[1].signs[0];
    assert_eq!(place.says(&interview), "It is in Vietnam.");
}

#[test]
fn only_rows_that_are_there_are_compared() {
    let names = |interview: &Interview| {
        let comparing = compare(interview).expect("there is one");
        comparing.candidates.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&with(&[], &[])), ["Pune", "Hue"]);
    assert_eq!(names(&with(&[("outsource", NO)], &[])), [""; 0], "parked");
    assert_eq!(names(&with(&[("outsource", "DontKnow")], &[])), [""; 0], "perhaps parked");
    assert_eq!(names(&interview(&[("outsource", YES)], &[])), [""; 0]);
    let without = questionnaire(r#"[(id: "s", title: "S", intro: "i", questions: [])]"#);
    assert!(compare(&interview_of(&without, &[], &[])).is_none());
}

#[test]
fn an_answer_that_does_not_apply_speaks_for_nobody() {
    let stages = r#"[(id: "s", title: "S", intro: "i", repeats: [(id: "rows", item: "row", label: "name", most: 3)],
        questions: [
            (id: "weight", ask: "?", why: "w", source: [], kind: Scale(low: "l", high: "h")),
            (id: "name", row_of: "rows", ask: "?", why: "w", source: [], kind: Text(Short)),
            (id: "bad", row_of: "rows", ask: "?", why: "w", source: [], kind: YesNo),
        ])]"#;
    let comparison = r#"(repeat: "rows", title: "T", about: "A", criteria: [(id: "c", title: "C", weight: "weight",
        signs: [(when: Not(Yes("bad")), yes: "y", no: "n", source: []), (when: Answered("name"), yes: "y", no: "n", source: [])])])"#;
    let bare = Arc::unwrap_or_clone(questionnaire(stages));
    let questionnaire = Arc::new(bare.comparing(Some(parse(comparison))));
    let mark = |bad: &str| {
        let found = interview_of(&questionnaire, &[("name@r1", r#"Text("R")"#), ("bad@r1", bad)], &[]);
        let comparing = compare(&found).expect("there is one");
        let mark = &comparing.candidates[0].marks[0];
        (ends(mark.share), mark.signs.len())
    };
    assert_eq!(mark(NO), (Some((100, 100)), 2));
    assert_eq!(mark(YES), (Some((50, 50)), 2));
    assert_eq!(mark("NotApplicable"), (Some((100, 100)), 1), "no reason to praise it");
    assert_eq!(mark("AskCounsel"), (Some((50, 100)), 2));
}

/// The same with the weights as they were: they say how to count, not what is known.
fn as_weighed(before: &State, mut after: State) -> State {
    for weight in ["weigh_secrecy", "weigh_place"].map(place) {
        put(&offshore(), &mut after, &weight, before.answer(&weight).cloned());
    }
    after
}

/// A weight that comes to be asked counts from then on, so that it is asked here before as after.
fn weighable(mut state: State) -> State {
    let questionnaire = offshore();
    for (at, to) in [("exclusive", YES), ("outsource", YES)] {
        put(&questionnaire, &mut state, &place(at), Some(crate::engine::fixture::answer(to)));
    }
    for at in all_places(&questionnaire, &state).into_iter().filter(|at| at.question == "partner_name") {
        put(&questionnaire, &mut state, &at, Some(crate::engine::fixture::answer(r#"Text("P")"#)));
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn with_complete_lists_more_answers_only_narrow_marks_and_totals(state in closed_states(), picks in picks()) {
        let questionnaire = offshore();
        let before = Interview::new(Arc::clone(&questionnaire), weighable(state));
        let later = as_weighed(before.state(), completed(before.state(), &picks));
        let after = Interview::new(Arc::clone(&questionnaire), later);
        let (earlier, later) = (compare(&before).expect("one"), compare(&after).expect("one"));
        prop_assert_eq!(&earlier.weights, &later.weights);
        prop_assert_eq!(earlier.candidates.len(), later.candidates.len());
        for (earlier, later) in earlier.candidates.iter().zip(&later.candidates) {
            prop_assert!(within(later.total, earlier.total), "{:?} in {:?}", later.total, earlier.total);
            for (earlier, later) in earlier.marks.iter().zip(&later.marks) {
                prop_assert!(within(later.share, earlier.share), "{:?} in {:?}", later.share, earlier.share);
            }
        }
    }

    #[test]
    fn where_every_question_has_a_value_there_is_one_number(state in closed_states()) {
        let questionnaire = offshore();
        let mut state = weighable(state);
        for at in all_places(&questionnaire, &state) {
            let value = (1..12).filter_map(|n| pick(&questionnaire, &state, &at, n)).find(|to| to.value().is_some());
            if state.answer(&at).is_none_or(Answer::is_open) {
                put(&questionnaire, &mut state, &at, value);
            }
        }
        let interview = Interview::new(questionnaire, state);
        for candidate in compare(&interview).expect("one").candidates {
            let marks = candidate.marks.iter().map(|mark| mark.share);
            for share in marks.chain([candidate.total]).flatten() {
                prop_assert_eq!(share.low, share.high);
            }
        }
    }

    #[test]
    fn a_total_lies_between_its_marks_and_rests_on_what_is_told(state in closed_states()) {
        let interview = Interview::new(offshore(), state);
        for candidate in compare(&interview).expect("one").candidates {
            let marks: Vec<Readiness> = candidate.marks.iter().filter_map(|mark| mark.share).collect();
            prop_assert_eq!(candidate.total.is_some(), !marks.is_empty());
            let Some(total) = candidate.total else { continue };
            prop_assert!(marks.iter().any(|mark| mark.low <= total.low) && marks.iter().any(|mark| mark.high >= total.high));
            for mark in &candidate.marks {
                let open = mark.signs.iter().filter(|seen| seen.reading == Reading::Open).count();
                let holds = mark.signs.iter().filter(|seen| seen.reading == Reading::Holds).count();
                prop_assert_eq!(mark.share.is_none(), mark.signs.is_empty());
                if let Some(share) = mark.share.filter(|_| open == 0) {
                    prop_assert_eq!(usize::from(share.low), holds * 100 / mark.signs.len());
                }
                for seen in &mark.signs {
                    prop_assert!(seen.evidence.is_empty() == (seen.reading == Reading::Open));
                    prop_assert!(seen.evidence.iter().all(|place| interview.state().answer(place).is_some()));
                }
            }
        }
    }
}

#[test]
fn a_sign_that_waits_names_what_its_question_waits_for() {
    let before = TWO.iter().filter(|(at, _)| *at != "partner_nda@p2").copied().collect::<Vec<_>>();
    let found = interview(&before, &["assets", "partners"]);
    let comparing = compare(&found).expect("there is one");
    let settled: Vec<_> =
        comparing.candidates[1].marks[0].signs.iter().map(|seen| seen.settled_by.clone()).collect();
    // Whether an audit is asked about follows from the NDA; whether care is looked at, from whether there is a secret.
    assert_eq!(
        settled,
        [places(&["partner_nda@p2"]), places(&["partner_nda@p2"]), places(&["secret", "care"])]
    );
    let none = interview(&[("outsource", YES), ("partner_name@p1", r#"Text("Pune")"#)], &[]);
    let comparing = compare(&none).expect("there is one");
    let nda = &comparing.candidates[0].marks[0].signs[0];
    assert_eq!(
        (nda.reading, nda.settled_by.as_slice()),
        (Reading::Open, &[][..]),
        "it depends on other rows"
    );
}

#[test]
fn a_sign_rests_on_facts_of_law_and_an_open_one_names_those_that_are_not_known() {
    let comparison = r#"(repeat: "partners", title: "T", about: "A", criteria: [(id: "c", title: "C", weight: "weigh_place",
        signs: [(when: Fact("partner_country", "silent_owner", ["customer"]), yes: "Its law gives you the work.",
            no: "Its law gives it the work.", source: [])])])"#;
    let questionnaire = Arc::new(Arc::unwrap_or_clone(offshore()).comparing(Some(parse(comparison))));
    let ulm = [("partner_name@p3", r#"Text("Ulm")"#), ("partner_country@p3", r#"Country("DE")"#)];
    let found = interview_of(&questionnaire, &[TWO.as_slice(), &ulm].concat(), &["assets", "partners"]);
    let comparing = compare(&found).expect("there is one");
    let law = |row: usize| {
        let seen = &comparing.candidates[row].marks[0].signs[0];
        let facts: Vec<String> = seen.facts.iter().map(|of| format!("{} {}", of.country, of.fact)).collect();
        (seen.reading, seen.says(&found), facts.concat(), seen.settled_by.len())
    };
    let told = |reading, says: &str, fact: &str| (reading, says.to_owned(), fact.to_owned(), 0);
    assert_eq!(law(0), told(Reading::Fails, "Its law gives it the work.", "IN silent_owner"));
    let open = "“Its law gives you the work.” or “Its law gives it the work.”";
    assert_eq!(law(1), told(Reading::Open, open, "VN silent_owner"), "nothing is known of Vietnam");
    assert_eq!(law(2), told(Reading::Holds, "Its law gives you the work.", "DE silent_owner"));
}

#[test]
fn what_the_express_path_leaves_out_is_open_and_can_still_be_weighed() {
    let essential = r#"[(id: "s", title: "S", intro: "i", repeats: [(id: "rows", item: "row", label: "name", most: 3)],
        questions: [
            (id: "name", row_of: "rows", ask: "?", why: "w", source: [], kind: Text(Short), essential: true),
            (id: "good", row_of: "rows", ask: "?", why: "w", source: [], kind: YesNo),
            (id: "weight", ask: "?", why: "w", source: [], kind: Scale(low: "l", high: "h")),
        ])]"#;
    let comparison = r#"(repeat: "rows", title: "T", about: "A", criteria: [(id: "c", title: "C", weight: "weight",
        signs: [(when: Yes("good"), yes: "y", no: "n", source: [])])])"#;
    let bare = Arc::unwrap_or_clone(questionnaire(essential));
    let questionnaire = Arc::new(bare.comparing(Some(parse(comparison))));
    let mut found = interview_of(&questionnaire, &[("name@r1", r#"Text("R")"#)], &[]).state().clone();
    found.express = true;
    let found = Interview::new(questionnaire, found);
    let comparing = compare(&found).expect("there is one");
    assert_eq!(
        comparing.weights.iter().map(|one| (one.value, one.given, one.asked)).collect::<Vec<_>>(),
        [(3, false, true)]
    );
    let seen = &comparing.candidates[0].marks[0].signs[0];
    assert_eq!((seen.reading, seen.settled_by.clone()), (Reading::Open, places(&["good@r1"])));
}
