use proptest::prelude::*;

use super::*;
use crate::engine::fixture::{NO, YES, complete, interview, offshore, place, says, state};

fn note(at: &str) -> Act {
    Act::Note { at: place(at), text: "n".into() }
}

/// A file's worth of acts, in an order in which none could be done one by one.
fn scrambled() -> Vec<Act> {
    vec![
        complete("partners"),
        note("partner_nda@p1"),
        says("exclusive", NO),
        says("partner_receives@p1", r#"Rows(["a1"])"#),
        says("partner_nda@p1", YES),
        says("partner_name@p1", r#"Text("P")"#),
        says("partner_name@p2", r#"Text("Q")"#),
        says("asset_kind@a1", r#"Choice("trade_secret")"#),
        says("outsource", YES),
    ]
}

fn refusals(interview: &Interview, acts: &[Act]) -> Vec<String> {
    let refused = enter_all(interview, acts).err().unwrap_or_default();
    refused.into_iter().map(|(at, why)| format!("{at}: {why}")).collect()
}

#[test]
fn what_is_wrong_is_told_by_its_number_and_nothing_else_is() {
    let start = interview(&[], &[]);
    let acts = [
        says("secret", NO),
        says("goals", r#"Choices(["cost"])"#),
        says("partner_name@p1", r#"Text("P")"#),
        says("partner_receives@p1", r#"Rows(["a7"])"#),
        note("asset_name@a9"),
        complete("partners"),
        says("outsource", YES),
    ];
    let wanted = [
        "1: “goals” does not apply as the answers stand",
        "3: there is no row “a7” in “assets”",
        "4: there is no row “a9” in “assets”",
    ];
    assert_eq!(refusals(&start, &acts), wanted);
}

#[test]
fn a_list_takes_no_more_than_it_can_hold() {
    let four: Vec<Act> = (1..=4).map(|n| says(&format!("asset_name@a{n}"), "DontKnow")).collect();
    assert_eq!(refusals(&interview(&[], &[]), &four), ["3: “assets” holds 3 rows at most"]);
    let closed = interview(&[], &["assets"]);
    let words = "0: the list “assets” was said to be complete: open it again before adding a row";
    assert_eq!(refusals(&closed, &four[..1]), [words]);
    let open = Act::Complete { repeat: "assets".into(), complete: false };
    assert_eq!(refusals(&closed, &[four[0].clone(), open]), [""; 0], "opened first, wherever it is written");
}

proptest! {
    #[test]
    fn the_order_in_a_file_does_not_matter(acts in Just(scrambled()).prop_shuffle()) {
        let start = interview(&[], &[]);
        let ordered = enter_all(&start, &acts).expect("every act stands");
        let mut so_far: Vec<Act> = Vec::new();
        for act in &ordered {
            let now = Interview::new(offshore(), state(&offshore(), &so_far));
            prop_assert_eq!(accept(&now, act), Ok(()), "{:?} can be done where it stands", act);
            so_far.push(act.clone());
        }
        let answers = |acts: &[Act]| state(&offshore(), acts).answers;
        let other_order = enter_all(&start, &scrambled()).expect("every act stands");
        prop_assert_eq!(answers(&ordered), answers(&other_order));
    }
}
