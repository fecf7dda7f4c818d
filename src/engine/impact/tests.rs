use proptest::prelude::*;

use super::*;
use crate::engine::fixture::{NO, YES, all_places, interview, offshore, pick, places, remove, says, states};

fn rules(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn it_tells_what_appears_disappears_starts_and_stops() {
    let answers = [("secret", YES), ("care", "Scale(1)"), ("goals", r#"Choices(["cost"])"#)];
    let interview = interview(&answers, &[]);
    let change = impact(&interview, &says("secret", NO));
    assert_eq!(change.appear, []);
    assert_eq!(change.disappear, places(&["goals", "budget"]));
    assert_eq!((rules(&change.start), rules(&change.stop)), (vec![], vec!["careless"]));
    let change = impact(&interview, &says("care", "DontKnow"));
    assert_eq!((change.appear, change.disappear), (vec![], places(&["start"])));
    assert_eq!((rules(&change.start), rules(&change.stop)), (vec!["care-unknown"], vec!["careless"]));
    let change = impact(&interview, &says("asset_name@a1", r#"Text("x")"#));
    assert_eq!(change.appear, places(&["asset_name@a1", "asset_kind@a1"]));
    assert_eq!(interview.state().rows("assets"), [""; 0], "nothing was done");
}

#[test]
fn readiness_alone_is_a_change_too() {
    let interview = interview(&[("secret", YES)], &[]);
    let change = impact(&interview, &says("size", r#"Number("4")"#));
    assert_eq!((&change.appear, &change.disappear), (&vec![], &vec![]));
    assert_eq!((&change.start, &change.stop), (&vec![], &vec![]));
    assert!(!change.is_nothing());
    let change = impact(&interview, &says("secret", YES));
    assert!(change.is_nothing());
    assert_eq!(change.before, change.after);
}

#[test]
fn taking_a_row_out_has_an_impact() {
    let interview = interview(&[("secret", YES), ("asset_kind@a1", r#"Choice("trade_secret")"#)], &[]);
    let change = impact(&interview, &remove("assets", "a1"));
    assert_eq!(change.disappear, places(&["asset_name@a1", "asset_kind@a1"]));
    assert_eq!(rules(&change.stop), ["secret-asset"]);
}

proptest! {
    #[test]
    fn it_is_the_difference_between_two_interviews(state in states(), which in 0usize..60, number in 1usize..12) {
        let before = Interview::new(offshore(), state);
        let all = all_places(before.questionnaire(), before.state());
        let at = all[which % all.len()].clone();
        let Some(to) = pick(before.questionnaire(), before.state(), &at, number) else { return Ok(()) };
        let act = Act::Answer { at, to };
        let change = impact(&before, &act);
        let mut state = before.state().clone();
        apply(before.questionnaire(), &mut state, &act, Speaker::Client, DateTime::UNIX_EPOCH);
        let after = Interview::new(offshore(), state);
        let mut asked: Vec<Place> = before.asked().filter(|place| !change.disappear.contains(place)).cloned().collect();
        asked.extend(change.appear.clone());
        asked.sort();
        let mut wanted: Vec<Place> = after.asked().cloned().collect();
        wanted.sort();
        prop_assert_eq!(asked, wanted);
        prop_assert_eq!(before.findings().len() + change.start.len(), after.findings().len() + change.stop.len());
        prop_assert_eq!((change.before, change.after), (before.readiness(), after.readiness()));
    }
}
