use super::*;
use crate::engine::fixture::{NO, YES, interview, questionnaire, says, session};

fn left(interview: &Interview, acts: Vec<(i64, Act)>) -> (u32, u32) {
    let left = time_left(interview, &session(acts));
    (left.least, left.most)
}

/// Answers so many seconds apart, to questions that take 15 each.
fn paced(gaps: &[i64]) -> Vec<(i64, Act)> {
    let mut now = 0;
    let first = Act::Visit { at: None, repeat: None };
    let answers = gaps.iter().map(|gap| {
        now += gap;
        (now, says("outsource", YES))
    });
    [(0, first)].into_iter().chain(answers).collect()
}

#[test]
fn at_the_start_it_is_the_usual_time() {
    // Role 20, outsource 15, secret 15, size 30, care 15; to come: goals 30, home 20, story 90, budget 30,
    // start 20, exclusive 15, forum 20, an asset 25 + 20, a partner 25 + 20 + 15 + 30 + 15 + 15.
    assert_eq!(left(&interview(&[], &[]), vec![]), (2, 9));
}

#[test]
fn minutes_are_rounded_up_and_end_at_none() {
    let one = questionnaire(
        r#"[Stage(id: "s", title: "S", intro: "S.", questions: [
            (id: "outsource", ask: "?", why: "w", source: [], kind: YesNo),
            (id: "more", ask: "?", why: "w", source: [], when: Yes("outsource"), kind: YesNo),
        ])]"#,
    );
    let of =
        |answers: &[(&str, &str)]| left(&crate::engine::fixture::interview_of(&one, answers, &[]), vec![]);
    assert_eq!(of(&[]), (1, 1));
    assert_eq!(of(&[("outsource", "DontKnow")]), (0, 0), "what waits then comes by itself no more");
}

#[test]
fn a_persons_own_pace_counts_from_five_answers_on() {
    let start = interview(&[], &[]);
    assert_eq!(left(&start, paced(&[60; 4])), (2, 9), "too few");
    assert_eq!(left(&start, paced(&[15; 5])), (2, 9), "as usual");
    assert_eq!(left(&start, paced(&[60; 5])), (7, 35), "four times as slow");
    assert_eq!(left(&start, paced(&[3; 9])), (1, 2), "five times as fast");
}

#[test]
fn pauses_clock_jumps_and_other_acts_say_nothing_about_pace() {
    let start = interview(&[], &[]);
    let away = paced(&[60, 300, 60, 9_000, 60, -500, 60, 0]);
    assert_eq!(left(&start, away), (2, 9), "four gaps count");
    let mut notes = paced(&[60; 4]);
    let note = Act::Note { at: crate::engine::fixture::place("role"), text: "n".into() };
    notes.extend((1..9).map(|n| (240 + n * 10, note.clone())));
    notes.push((400, says("gone_from_the_questionnaire", YES)));
    assert_eq!(left(&start, notes), (2, 9));
}

#[test]
fn what_will_not_come_takes_no_time() {
    let answers = [
        ("role", r#"Choice("vendor")"#),
        ("secret", NO),
        ("outsource", NO),
        ("care", "AskCounsel"),
        ("size", r#"Number("1")"#),
    ];
    // Forum 20 is open; the list of assets may still get a first row, 25 + 20.
    assert_eq!(left(&interview(&answers, &[]), vec![]), (1, 2));
    assert_eq!(left(&interview(&answers, &["assets"]), vec![]), (1, 1));
}

#[test]
fn the_essential_questions_take_their_usual_time() {
    // role, home and partner_country 20 seconds each, outsource and secret 15, size 30, partner_name 25: 145 seconds.
    assert_eq!(time_of_essential(&crate::engine::fixture::offshore()), 3);
}
