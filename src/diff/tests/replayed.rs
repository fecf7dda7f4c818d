//! Random sessions, random edits, and what replaying does to each answer.

use std::sync::Arc;

use proptest::prelude::*;

use super::edits::{edited, edits};
use crate::diff::{Because, Exception, Fate, Verdict, diff};
use crate::engine::fixture::{all_places, complete, offshore, pick, picks, remove, says, session};
use crate::engine::{Interview, answer_words, replay};
use crate::model::{Act, Answer, Kind, Place, Session, State, Value};

/// A session of the fixture: rows, answers at any places, one row taken out, lists complete.
fn sessions() -> impl Strategy<Value = Session> {
    (0usize..3, 0usize..3, any::<bool>(), any::<bool>(), picks()).prop_map(
        |(assets, partners, closed, taken_out, picks)| {
            let questionnaire = offshore();
            let mut state = State::default();
            let mut acts = Vec::new();
            for (repeat, label, count) in
                [("assets", "asset_name", assets), ("partners", "partner_name", partners)]
            {
                let rows: Vec<String> = (1..=count).map(|number| format!("{repeat}-{number}")).collect();
                acts.extend(
                    rows.iter().map(|row| says(&format!("{label}@{row}"), &format!("Text(\"{row}\")"))),
                );
                state.rows.insert(repeat.into(), rows);
            }
            for (at, number) in all_places(&questionnaire, &state).into_iter().zip(&picks) {
                let answer = pick(&questionnaire, &state, &at, *number);
                acts.extend(answer.map(|to| Act::Answer { at, to }));
            }
            acts.extend(taken_out.then(|| remove("assets", "assets-1")));
            acts.extend(["assets", "partners"].into_iter().filter(|_| closed).map(complete));
            session((0..).zip(acts))
        },
    )
}

/// Reasons because of which the question may well be asked where it was not, or the other way.
fn unsettles(because: &Because) -> bool {
    matches!(
        because,
        Because::Condition | Because::OtherRows { .. } | Because::Kind { .. } | Because::Joined(_)
    )
}

/// Holds one answer's fate against what became of it.
fn check(
    before: &Interview,
    now: &Interview,
    fate: &Fate,
    place: &Place,
    answer: &Answer,
) -> Result<(), TestCaseError> {
    let question = fate.now.clone().unwrap_or_else(|| place.question.clone());
    let there = Place { question, ..place.clone() };
    let verdict = fate.of(answer);
    let kept = now.state().answer(&there);
    if verdict == Verdict::Parked {
        prop_assert_eq!(kept, None, "{:?}", fate);
        prop_assert!(now.state().unfit.contains_key(&there), "{:?} is not lost", place);
        prop_assert!(now.parked().any(|(parked, _)| *parked == there), "{:?} is told", place);
        prop_assert!(now.why_unfit(&there).is_some(), "with its reason");
        return Ok(());
    }
    let Some(kept) = kept else {
        // The diff knows no rows: an answer that names only such as are not there is parked.
        let rows = if let Answer::Value(Value::Rows(rows)) = answer { rows.as_slice() } else { &[] };
        let list = now.questionnaire().question(&there.question).map(|question| &question.kind);
        let Some(Kind::Rows(list)) = list else { panic!("{fate:?}: {answer:?} is gone") };
        prop_assert!(!rows.is_empty() && rows.iter().all(|row| !now.state().rows(&list.value).contains(row)));
        let other_list = fate.because.iter().any(|because| matches!(because, Because::OtherList { .. }));
        let gone = fate.parked_where.iter().any(|one| matches!(one, Exception::LostRows(_)));
        prop_assert!(other_list || gone, "{fate:?}");
        return Ok(());
    };
    let reads_otherwise =
        |because: &Because| !matches!(because, Because::OptionAdded(_) | Because::Condition);
    if !fate.because.iter().any(reads_otherwise) && !matches!(answer, Answer::Value(Value::Rows(_))) {
        prop_assert_eq!(answer_words(before, place, answer), answer_words(now, &there, kept));
    }
    if verdict == Verdict::Carried {
        prop_assert_eq!(answer.value().is_some(), kept.value().is_some());
    }
    if fate.hangs_on.is_empty() && !fate.because.iter().any(unsettles) {
        prop_assert_eq!(before.standing(place), now.standing(&there), "{:?} {:?}", place, fate);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// The verdict is true of what the program does.
    #[test]
    fn every_answer_meets_the_fate_that_was_told(session in sessions(), edits in edits()) {
        let (old, new) = (offshore(), edited(&edits));
        let told = diff(&old, &new);
        let before = Interview::new(Arc::clone(&old), replay(&old, &session));
        let now = Interview::new(Arc::clone(&new), replay(&new, &session));
        prop_assert!(before.state().unfit.is_empty());
        let mut lost = 0;
        for (place, given) in &before.state().answers {
            let fate = told.fate(&place.question).expect("every question has its fate");
            if fate.because.iter().any(|because| matches!(because, Because::Joined(_))) {
                lost += 1;
                continue;
            }
            check(&before, &now, fate, place, &given.answer)?;
        }
        let kept = now.state().answers.len() + now.state().unfit.len();
        prop_assert!(kept + lost >= before.state().answers.len(), "nothing is lost");
    }
}
