use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use crate::engine::fixture::{NO, YES, all_places, interview, offshore, pick, places, put, state, states};
use crate::engine::interview::Interview;
use crate::engine::{Standing, weigh, weigh_all};
use crate::model::{Place, Side};

/// A partner in India and one in Vietnam, each of whom receives the code.
const PAIR: [(&str, &str); 10] = [
    ("outsource", YES),
    ("secret", YES),
    ("asset_name@a1", r#"Text("Engine")"#),
    ("asset_kind@a1", r#"Choice("code")"#),
    ("partner_name@p1", r#"Text("Pune")"#),
    ("partner_country@p1", r#"Country("IN")"#),
    ("partner_receives@p1", r#"Rows(["a1"])"#),
    ("partner_name@p2", r#"Text("Hue")"#),
    ("partner_country@p2", r#"Country("IN")"#),
    ("partner_receives@p2", r#"Rows(["a1"])"#),
];

/// What is said of an option of `forum`, and the answers each argument rests on.
fn said(interview: &Interview, option: &str, side: Side) -> Vec<(String, Vec<Place>)> {
    let weighed = weigh(interview, "forum").expect("it is asked");
    weighed.of(option, side).map(|one| (one.says(interview), one.evidence.clone())).collect()
}

fn one(says: &str, evidence: &[&str]) -> (String, Vec<Place>) {
    (says.to_owned(), places(evidence))
}

#[test]
fn arguments_stand_on_the_answers_that_make_them() {
    let interview = interview(&PAIR, &["assets", "partners"]);
    assert_eq!(said(&interview, "courts", Side::For), [one("Courts are public.", &[])]);
    assert_eq!(said(&interview, "courts", Side::Against), []);
    assert_eq!(
        said(&interview, "arbitration", Side::For),
        [one("Nobody reads what is secret.", &["secret"])]
    );
    let pair = |partner: &str, row: &str| {
        let receives = format!("partner_receives@{row}");
        one(&format!("For Engine at {partner} a court acts faster."), &["asset_kind@a1", &receives])
    };
    assert_eq!(said(&interview, "arbitration", Side::Against), [pair("Pune", "p1"), pair("Hue", "p2")]);
}

#[test]
fn a_weighing_is_there_while_its_question_is_asked() {
    assert!(weigh(&interview(&PAIR, &["partners"]), "forum").is_some());
    assert!(weigh(&interview(&PAIR, &["partners"]), "role").is_none(), "nothing is weighed there");
    let abroad = [PAIR.as_slice(), &[("partner_country@p2", r#"Country("VN")"#)]].concat();
    let interview = interview(&abroad, &["partners"]);
    assert!(weigh(&interview, "forum").is_none() && weigh_all(&interview).is_empty());
}

#[test]
fn what_is_chosen_and_what_is_open_is_told() {
    let answers =
        [&PAIR[2..], &[("outsource", YES), ("secret", "DontKnow"), ("forum", r#"Choice("courts")"#)]]
            .concat();
    let found = interview(&answers, &["assets", "partners"]);
    let weighed = weigh(&found, "forum").expect("it is asked");
    assert_eq!((weighed.is_chosen("courts"), weighed.is_chosen("arbitration")), (true, false));
    // Whether it is secret; and not once for each row.
    assert_eq!(
        (weighed.open("courts"), weighed.open("arbitration")),
        (1, 1),
        "where home is, and whether it is secret"
    );
    let customer = [answers.as_slice(), &[("role", r#"Choice("vendor")"#)]].concat();
    let vendor = interview(&customer, &["assets", "partners"]);
    assert_eq!(weigh(&vendor, "forum").map(|weighed| weighed.open("courts")), Some(0), "home is not asked");
    let unnamed = interview(&[("outsource", NO), ("secret", NO)], &["assets"]);
    assert_eq!(
        weigh(&unnamed, "forum").map(|weighed| weighed.open("arbitration")),
        Some(0),
        "there are no pairs"
    );
}

proptest! {
    #[test]
    fn without_its_answers_no_argument_stands(state in states()) {
        let questionnaire = offshore();
        let before = Interview::new(Arc::clone(&questionnaire), state.clone());
        for argument in weigh_all(&before).iter().flat_map(|one| &one.arguments) {
            let unique: BTreeSet<&Place> = argument.evidence.iter().collect();
            prop_assert_eq!(unique.len(), argument.evidence.len());
            for place in &argument.evidence {
                prop_assert!(before.standing(place) == Standing::Asked && state.answer(place).is_some());
                let mut less = state.clone();
                put(&questionnaire, &mut less, place, None);
                let after = Interview::new(Arc::clone(&questionnaire), less);
                let found = weigh_all(&after);
                let mut still = found.iter().flat_map(|one| &one.arguments);
                let same = still.find(|one| one.point.says == argument.point.says && one.rows == argument.rows);
                prop_assert!(same.is_none(), "{:?} without {:?}", argument, place);
            }
        }
    }

    #[test]
    fn what_is_said_of_what_was_unsaid_takes_no_argument_away(state in states(), number in 1usize..12) {
        let questionnaire = offshore();
        let before = Interview::new(Arc::clone(&questionnaire), state.clone());
        for at in all_places(&questionnaire, &state).iter().filter(|place| state.answer(place).is_none()) {
            let mut more = state.clone();
            put(&questionnaire, &mut more, at, pick(&questionnaire, &state, at, number));
            let after = Interview::new(Arc::clone(&questionnaire), more);
            let told = weigh_all(&after);
            for weighed in weigh_all(&before) {
                let now = told.iter().find(|one| one.weighing == weighed.weighing);
                prop_assert!(now.is_some(), "the question is still asked");
                for argument in &weighed.arguments {
                    let stands = now.is_some_and(|now| {
                        now.arguments.iter().any(|one| one.point == argument.point && one.rows == argument.rows)
                    });
                    prop_assert!(stands, "{:?} {:?}", argument, at);
                }
            }
        }
    }
}

#[test]
fn a_row_that_was_taken_out_is_in_no_argument() {
    let acts = PAIR.iter().map(|(at, to)| crate::engine::fixture::says(at, to));
    let acts: Vec<_> = acts.chain([crate::engine::fixture::remove("partners", "p1")]).collect();
    let questionnaire = offshore();
    let acts = [acts, vec![crate::engine::fixture::complete("partners")]].concat();
    let interview = Interview::new(Arc::clone(&questionnaire), state(&questionnaire, &acts));
    let rows: Vec<String> =
        said(&interview, "arbitration", Side::Against).into_iter().map(|(says, _)| says).collect();
    assert_eq!(rows, ["For Engine at Hue a court acts faster."]);
}
