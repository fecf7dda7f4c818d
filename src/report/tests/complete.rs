//! Nothing that was said, written or found is lost; and the report stays a report at any size.

use proptest::prelude::*;

use super::{document, plain, texts};
use crate::engine::answer_words;
use crate::model::{Act, Answer, Value};
use crate::report::document::{Block, Document, Section};
use crate::report::fixture::{at, interview, leaves, notes, option, says, words};
use crate::report::{Template, html, markdown};

const PLACES: [&str; 11] = [
    "role",
    "work",
    "shared",
    "partner_name/a",
    "partner_nda/a",
    "partner_fee/a",
    "partner_name/b",
    "partner_nda/b",
    "partner_fee/b",
    "plan",
    "weigh_secrecy",
];

fn value(place: &str, number: usize) -> Value {
    match place.split('/').next().unwrap_or_default() {
        "role" => option(if number.is_multiple_of(2) { "customer" } else { "vendor" }),
        "plan" => option(if number.is_multiple_of(2) { "we" } else { "joint" }),
        "weigh_secrecy" => Value::Scale(3),
        "shared" | "partner_nda" => Value::YesNo(number.is_multiple_of(2)),
        "partner_fee" => Value::Money { amount: number.into(), currency: "EUR".to_owned() },
        _ => words(&format!("said{number}said")),
    }
}

/// What was answered to an earlier version: of another kind, or to a question that is gone.
fn outdated() -> impl Strategy<Value = Act> {
    let place = proptest::sample::select(&["role", "shared", "plan", "partner_nda/a", "gone", "gone/a"][..]);
    (place, 0usize..999).prop_map(|(place, number)| says(place, words(&format!("once{number}once"))))
}

fn act() -> impl Strategy<Value = Act> {
    let place = || proptest::sample::select(&PLACES[..]);
    let open = proptest::sample::select(vec![Answer::DontKnow, Answer::NotApplicable, Answer::AskCounsel]);
    let repeat = || "partners".to_owned();
    prop_oneof![
        6 => (place(), 0usize..999).prop_map(|(place, number)| says(place, value(place, number))),
        2 => (place(), open).prop_map(|(place, answer)| leaves(place, answer)),
        3 => (place(), 0usize..999).prop_map(|(place, number)| notes(place, &format!("noted{number}noted"))),
        1 => (place(), 0usize..999)
            .prop_map(|(place, number)| Act::Draft { at: at(place), text: format!("begun{number}begun") }),
        1 => outdated(),
        1 => place().prop_map(|place| Act::Clear { at: at(place) }),
        1 => any::<bool>().prop_map(move |complete| Act::Complete { repeat: repeat(), complete }),
        1 => Just(Act::Remove { repeat: repeat(), row: "a".to_owned() }),
    ]
}

fn cards(sections: &[Section]) -> usize {
    let here = |section: &Section| {
        section.blocks.iter().filter(|block| matches!(block, Block::Finding(_))).count()
            + cards(&section.parts)
    };
    sections.iter().map(here).sum()
}

fn all(document: &Document) -> String {
    texts(document).iter().map(|text| plain(text.as_str())).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn nothing_is_lost(acts in proptest::collection::vec(act(), 0..40)) {
        let (interview, _) = interview(&acts);
        let document = document("t", &acts);
        let told = all(&document);
        let state = interview.state();
        for text in state.notes.values().chain(state.drafts.values()) {
            prop_assert!(told.contains(text.as_str()), "{text} is lost");
        }
        for (place, given) in state.answers.iter().chain(&state.unfit) {
            let words = answer_words(&interview, place, &given.answer);
            prop_assert!(told.to_lowercase().contains(&plain(&words).to_lowercase()), "{words} is lost");
        }
        for place in interview.asked() {
            let ask = crate::engine::ask(&interview, place);
            prop_assert!(told.contains(&plain(&ask)), "{ask} is lost");
        }
        prop_assert_eq!(cards(&document.sections), interview.findings().len());
    }
}

#[test]
fn an_answer_to_an_earlier_version_is_parked_with_its_reason() {
    let acts = [says("role", words("Both")), says("gone", option("a")), notes("role", "sure?")];
    let told = told_of(&document("t", &acts), "parked").expect("two are parked");
    let wanted = [
        "Parked because the question wants one of its options:\nWhich side are you on?\nBoth\n",
        "Parked because this version of the questionnaire does not have the question:\ngone\na\n",
        "or no longer take such an answer",
    ];
    for wanted in wanted {
        assert!(told.contains(wanted), "{wanted} in {told}");
    }
    assert!(!told.contains("sure?"), "the note stands beside the question, which is asked");
}

#[test]
fn a_half_typed_row_is_told_for_what_it_is() {
    let acts =
        [says("role", option("customer")), Act::Draft { at: at("partner_name"), text: "Acm".to_owned() }];
    let told = all(&document("t", &acts));
    assert!(told.contains("Started as the name of another candidate partner, but not entered:\n"), "{told}");
    assert!(told.contains("\nAcm\n") && !told.contains("because of"), "{told}");
}

#[test]
fn two_hundred_findings_are_still_a_report() {
    let mut acts = vec![says("role", option("customer"))];
    for row in 0..200 {
        acts.push(says(&format!("partner_name/r{row}"), words(&format!("Firm {row}"))));
        acts.push(says(&format!("partner_nda/r{row}"), Value::YesNo(false)));
    }
    let document = document("Many", &acts);
    assert_eq!(cards(&document.sections), 200);
    let markdown = markdown(&document);
    assert!(markdown.contains("200 findings: 200 high."), "the summary counts them");
    assert_eq!(
        markdown.matches("Get an NDA signed. *(Firm 0; Firm 1; Firm 2; Firm 3; 196 more)* | Counsel").count(),
        1,
        "one step stands once in the list"
    );
    assert!(html(&document, &Template::built_in()).contains("id=\"finding-200\""));
}

#[test]
fn a_summary_stays_short_with_many_findings() {
    let mut acts = vec![says("role", option("customer"))];
    for row in 0..200 {
        acts.push(says(&format!("partner_name/r{row}"), words(&format!("Firm {row}"))));
        acts.push(says(&format!("partner_nda/r{row}"), Value::YesNo(false)));
    }
    let document = document("Many", &acts);
    let summary = document.sections.iter().find(|section| section.anchor == "summary").expect("a summary");
    let mut told = Vec::new();
    super::of_section(summary, &mut told);
    let words: usize = told.iter().map(|text| text.as_str().split_whitespace().count()).sum();
    assert!(words < 150, "{words} words are more than a minute's glance");
}

#[test]
fn an_overdue_authority_says_so_and_an_uncited_one_is_left_out() {
    let acts = [says("role", option("customer")), says("shared", Value::YesNo(true))];
    let told = all(&document("t", &acts));
    assert!(told.contains("next review due by 2025-01, which has passed"));
    assert!(
        told.contains("TRIPS, art. 39") && !told.contains("Berne") && !told.contains("Nobody cites this")
    );
}

/// Arguments and signs, wherever they stand.
fn told_of(document: &Document, anchor: &str) -> Option<String> {
    let section = document.sections.iter().find(|section| section.anchor == anchor)?;
    let mut told = Vec::new();
    super::of_section(section, &mut told);
    Some(told.iter().map(|text| plain(text.as_str())).collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_is_weighed_and_compared_is_told_only_where_there_is_something() {
    let nothing = [says("role", option("vendor")), says("partner_name/a", words("Acme"))];
    let document = document("t", &nothing);
    assert_eq!((told_of(&document, "options"), told_of(&document, "comparison")), (None, None));
    let two =
        [&nothing[1..], &[says("partner_name/b", words("Binh")), says("role", option("customer"))]].concat();
    let document = super::document("t", &two);
    assert_eq!(told_of(&document, "options"), None, "no argument stands yet");
    let compared = told_of(&document, "comparison").expect("two can be compared");
    assert!(compared.contains("Depends on: Has Acme signed an NDA?\nNot answered yet\n"), "{compared}");
    let argued = [two.as_slice(), &[says("partner_nda/b", Value::YesNo(false))]].concat();
    let document = super::document("t", &argued);
    let weighed = told_of(&document, "options").expect("one stands");
    assert!(
        weighed.contains("Binh would own it, and owes you nothing.\nBased on: Has Binh signed an NDA?\nNo"),
        "{weighed}"
    );
    assert!(weighed.contains("1 further argument depends on answers or law not known yet."), "{weighed}");
}

#[test]
fn many_candidates_stand_in_drawings_of_four() {
    let mut acts = vec![says("role", option("customer"))];
    acts.extend((0..9).map(|row| says(&format!("partner_name/r{row}"), words(&format!("Firm {row}")))));
    let document = document("t", &acts);
    let section =
        document.sections.iter().find(|section| section.anchor == "comparison").expect("a comparison");
    let columns = |block: &Block| match block {
        Block::Figure(figure) => Some(figure.table().head.len()),
        _ => None,
    };
    assert_eq!(section.blocks.iter().filter_map(columns).collect::<Vec<_>>(), [6, 6, 3]);
}
