use super::*;
use crate::engine::fixture::{
    NO, YES, complete, interview, interview_of, offshore, place, places, questionnaire, remove, says, state,
};

#[test]
fn the_next_step_is_the_first_that_wants_something() {
    let all = [
        ("role", r#"Choice("vendor")"#),
        ("outsource", YES),
        ("secret", NO),
        ("size", "DontKnow"),
        ("care", "AskCounsel"),
    ];
    for answered in 0..all.len() {
        let wanted = Step::Ask(place(all[answered].0));
        assert_eq!(interview(&all[..answered], &[]).next(), Some(&wanted));
    }
    assert_eq!(interview(&all, &[]).next(), Some(&Step::Rows("assets".into())));
    assert_eq!(interview(&all, &["assets"]).next(), Some(&Step::Rows("partners".into())));
    assert_eq!(
        interview(&all, &["assets", "partners"]).next(),
        Some(&Step::Rows("partners".into())),
        "one partner at least"
    );
    let none = [all.as_slice(), &[("outsource", NO), ("forum", "NotApplicable")]].concat();
    assert_eq!(interview(&none, &["assets"]).next(), None);
}

#[test]
fn an_answer_is_one_reason_why_a_question_is_not_asked_however_often_it_is_named() {
    let twice = questionnaire(
        r#"[Stage(id: "s", title: "S", intro: "S.", questions: [
            (id: "home", ask: "?", why: "w", source: [], kind: Country),
            (id: "work", ask: "?", why: "w", source: [], kind: YesNo,
                when: Any([Is("home", "DE"), Fact("home", "silent_owner", ["customer"])])),
        ])]"#,
    );
    let interview = interview_of(&twice, &[("home", r#"Country("IN")"#), ("work", YES)], &[]);
    assert_eq!(interview.why_out(&place("work")), places(&["home"]));
}

#[test]
fn a_list_wants_rows_until_it_is_complete_or_full() {
    let rows = [("asset_name@1", "DontKnow"), ("asset_name@2", "DontKnow"), ("asset_name@3", "DontKnow")];
    let step = Step::Rows("assets".into());
    for (named, lists, open) in [
        (0, vec![], true),
        (2, vec![], true),
        (3, vec![], false),
        (0, vec!["assets"], false),
        (2, vec!["assets"], false),
    ] {
        assert_eq!(
            interview(&rows[..named], &lists).is_open(&step),
            open,
            "{named} rows, {lists:?} complete"
        );
    }
    let partner = says("partner_name@p1", r#"Text("P")"#);
    let acts = [says("outsource", YES), partner, complete("partners"), remove("partners", "p1")];
    let below = Interview::new(offshore(), state(&offshore(), &acts));
    assert!(below.is_open(&Step::Rows("partners".into())), "too few are left");
}

#[test]
fn progress_counts_what_is_asked_and_any_kind_of_answer() {
    let answers = [
        ("role", r#"Choice("customer")"#),
        ("home", "DontKnow"),
        ("secret", "AskCounsel"),
        ("size", "NotApplicable"),
        ("start", "DontKnow"),
        ("asset_name@a1", r#"Text("x")"#),
    ];
    let interview = interview(&answers, &[]);
    let of = |stage| interview.progress(stage);
    assert_eq!(of(Some(0)), Progress { asked: 6, answered: 4 }, "start waits for care, and does not count");
    assert_eq!(of(Some(1)), Progress { asked: 2, answered: 1 });
    assert_eq!(of(Some(2)), Progress::default());
    assert_eq!(of(None), Progress { asked: 8, answered: 5 });
    let unanswered: Vec<Place> = interview.unanswered().cloned().collect();
    assert_eq!(unanswered, places(&["outsource", "care", "asset_kind@a1"]));
    assert_eq!(interview.parked().map(|(place, _)| place.clone()).collect::<Vec<_>>(), places(&["start"]));
}

#[test]
fn what_may_come_is_what_waits_and_the_rows_a_list_lacks() {
    let to_come = |answers: &[(&str, &str)], lists: &[&str]| {
        let interview = interview(answers, lists);
        let mut ids: Vec<String> = interview.to_come().map(|question| question.id.value.clone()).collect();
        ids.sort();
        ids.join(" ")
    };
    let asset = "asset_kind asset_name";
    let profile = "budget exclusive forum goals home";
    let partner = "partner_audit partner_country partner_name partner_nda partner_receives partner_twin";
    assert_eq!(
        to_come(&[], &[]),
        format!("{asset} {profile} {partner} start story weigh_place weigh_secrecy")
    );
    let settled = [
        ("role", r#"Choice("vendor")"#),
        ("secret", NO),
        ("size", r#"Number("1")"#),
        ("care", "Scale(1)"),
        ("outsource", NO),
    ];
    assert_eq!(to_come(&settled, &[]), asset);
    assert_eq!(to_come(&settled, &["assets"]), "");
    assert_eq!((interview(&[], &[]).waiting(), interview(&settled, &[]).waiting()), (9, 0), "places only");
    let one = [settled.as_slice(), &[("outsource", YES), ("partner_name@p1", r#"Text("P")"#)]].concat();
    assert_eq!(
        to_come(&one, &["assets"]),
        "exclusive forum partner_twin weigh_place weigh_secrecy",
        "a first row is there"
    );
}

#[test]
fn an_answer_to_a_question_that_is_gone_from_the_questionnaire_is_parked() {
    let interview = interview(&[("asked_once", YES)], &[]);
    assert_eq!(interview.parked().count(), 1);
    assert_eq!(interview.progress(None).answered, 0);
}
