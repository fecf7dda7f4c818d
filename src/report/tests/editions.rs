//! What an edition may not hold is in it in no format, and what it may hold is there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use proptest::prelude::*;

use crate::engine::{Interview, apply};
use crate::model::{
    Act, Answer, Column, Layout, Place, Questionnaire, Share, Speaker, Stand, State, Subject, Value,
};
use crate::report::compose::USUAL;
use crate::report::fixture::{at, header, option, questionnaire, start};
use crate::report::{
    Document, Edition, Format, Means, Template, Unmade, compose, held_back, none_elsewhere, render,
};

/// Places that hold typed words, and one that is never asked of a vendor.
const PLACES: [&str; 3] = ["work", "partner_name/a", "partner_name/b"];
const PARTNERS: &str = "partners";

fn laid_out() -> Arc<Questionnaire> {
    let mut questionnaire = (*questionnaire()).clone();
    questionnaire.clauses[0].position = vec!["work".into(), "plan".into()];
    let cover = vec![Column { head: "Work".into(), question: "work".into() }];
    let parts = USUAL.to_vec();
    Arc::new(questionnaire.laid_out(Some(Layout { counterpart: Some(PARTNERS.into()), cover, parts })))
}

/// One thing that is done, by whom; typed words are made unique by their number.
#[derive(Debug, Clone)]
enum Deed {
    Say(usize, bool),
    Note(usize, bool),
    Draft(usize),
    Mark(usize, Option<Share>),
    Theirs(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let share = || proptest::sample::select(vec![None, Some(Share::Private), Some(Share::Shareable)]);
    prop_oneof![
        3 => (0..PLACES.len(), any::<bool>()).prop_map(|(place, names)| Deed::Say(place, names)),
        3 => (0..PLACES.len(), any::<bool>()).prop_map(|(place, counsel)| Deed::Note(place, counsel)),
        1 => (0..PLACES.len()).prop_map(Deed::Draft),
        5 => (0..PLACES.len() * 2 + 3, share()).prop_map(|(of, share)| Deed::Mark(of, share)),
        1 => any::<bool>().prop_map(Deed::Theirs),
    ]
}

fn marked(of: usize) -> Subject {
    let row = |row: &str| Subject::Row { repeat: PARTNERS.to_owned(), row: row.to_owned() };
    match of {
        0..3 => Subject::Answer(at(PLACES[of])),
        3..6 => Subject::Note(at(PLACES[of - 3])),
        6 => row("a"),
        7 => row("b"),
        _ => Subject::Clause("secrecy".to_owned()),
    }
}

fn word(number: usize) -> String {
    format!("zq{number}qz")
}

/// The state after the deeds, in which two partners stand, one of them without an NDA, so that the clause is called for.
fn after(deeds: &[Deed]) -> State {
    let questionnaire = laid_out();
    let mut state = State::default();
    let mut enter = |act: Act, by| apply(&questionnaire, &mut state, &act, by, start());
    let say = |place: &str, value| Act::Answer { at: at(place), to: Answer::Value(value) };
    enter(say("role", option("customer")), Speaker::Client);
    enter(say("partner_name/a", Value::Text(word(900))), Speaker::Client);
    enter(say("partner_name/b", Value::Text(word(901))), Speaker::Client);
    enter(say("partner_nda/a", Value::YesNo(false)), Speaker::Client);
    for (number, deed) in deeds.iter().enumerate() {
        let speaker = |counsel: &bool| if *counsel { Speaker::Counsel } else { Speaker::Client };
        match deed {
            Deed::Say(place, names) => {
                let other = if *names { format!(" unlike {}", word(901)) } else { String::new() };
                let text = Value::Text(format!("{}{other}", word(number)));
                enter(say(PLACES[*place], text), Speaker::Client);
            }
            Deed::Note(place, counsel) => {
                enter(Act::Note { at: at(PLACES[*place]), text: word(number) }, speaker(counsel));
            }
            Deed::Draft(_) => {}
            Deed::Mark(of, to) => enter(Act::Mark { of: marked(*of), to: *to }, Speaker::Counsel),
            Deed::Theirs(agreed) => {
                let to = Stand { theirs: word(number), agreed: *agreed };
                enter(Act::Stand { clause: "secrecy".to_owned(), to }, Speaker::Counsel);
            }
        }
    }
    for (number, deed) in deeds.iter().enumerate() {
        if let Deed::Draft(place) = deed {
            state.drafts.insert(at(PLACES[*place]), word(number));
        }
    }
    state
}

/// The mark of each thing, by the words of the issue: what is private in any way stays private, a row covers what is said
/// of it, and a note of counsel's is private while nobody says otherwise.
fn share(state: &State, at: &Place, note: bool) -> Option<Share> {
    let mark = |of: Subject| state.marks.get(&of).copied();
    let row = at.row.clone().and_then(|row| mark(Subject::Row { repeat: PARTNERS.to_owned(), row }));
    let answer = mark(Subject::Answer(at.clone()));
    let around = match (row, answer) {
        (Some(Share::Private), _) => Some(Share::Private),
        (row, answer) => answer.or(row),
    };
    if !note {
        return around;
    }
    match (around, mark(Subject::Note(at.clone()))) {
        (Some(Share::Private), _) => Some(Share::Private),
        (_, Some(own)) => Some(own),
        _ => state.notes_of_counsel.contains(at).then_some(Share::Private),
    }
}

/// Each word that stands, and whether an edition may hold it.
fn words(state: &State, edition: &Edition) -> BTreeMap<String, bool> {
    let may = |share: Option<Share>, at: &Place| match edition {
        Edition::Counsel => true,
        Edition::Client => share != Some(Share::Private),
        Edition::Counterpart { .. } => share == Some(Share::Shareable) && at.row.as_deref() != Some("b"),
    };
    let is_other_side = matches!(edition, Edition::Counterpart { .. });
    let mut words = BTreeMap::new();
    for (at, given) in &state.answers {
        let Answer::Value(Value::Text(text)) = &given.answer else { continue };
        let names_another = is_other_side && at.row.as_deref() != Some("b") && names_b(state, text);
        let own_name = is_other_side && at.question == "partner_name" && at.row.as_deref() == Some("a");
        let allowed = own_name || may(share(state, at, false), at) && !names_another;
        for word in text.split(' ').filter(|word| word.starts_with("zq")) {
            *words.entry(word.to_owned()).or_insert(false) |= allowed;
        }
    }
    for (at, text) in &state.notes {
        words.insert(text.clone(), may(share(state, at, true), at));
    }
    for (at, text) in &state.drafts {
        words.insert(text.clone(), !is_other_side && may(share(state, at, false), at));
    }
    for (clause, stand) in &state.stands {
        let share = state.marks.get(&Subject::Clause(clause.clone())).copied();
        words.insert(stand.theirs.clone(), may(share, &at("work")));
    }
    words
}

fn names_b(state: &State, text: &str) -> bool {
    matches!(state.answer(&at("partner_name/b")), Some(Answer::Value(Value::Text(name))) if text.contains(name.trim()))
}

/// An empty file for a calendar of nothing.
fn made(document: &Document, format: Format) -> Vec<u8> {
    let means = Means { template: &Template::built_in(), fonts: &none_elsewhere };
    match render(document, format, means) {
        Err(Unmade::NoActions) => Vec::new(),
        made => made.expect("it can be made").bytes,
    }
}

/// Everything in a file, also what is packed in it.
fn unpacked(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut out = String::new();
    for number in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(number).expect("a part").read_to_end(&mut part).expect("it is whole");
        out.push_str(&String::from_utf8_lossy(&part));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn each_edition_holds_what_it_may_and_nothing_else(deeds in proptest::collection::vec(deed(), 0..24)) {
        let state = after(&deeds);
        let interview = Interview::new(laid_out(), state.clone());
        for edition in [Edition::Counsel, Edition::Client, Edition::Counterpart { row: Some("a".to_owned()) }] {
            let document = compose(&interview, &header("zqTITLEqz"), start(), &edition);
            let allowed = words(&state, &edition);
            // A PDF takes too long to be made so often: it holds nothing but what it is made of.
            #[cfg(feature = "pdf")]
            {
                let given = crate::report::pdf::given(&document);
                for (word, may) in &allowed {
                    prop_assert!(*may == given.contains(word.as_str()), "{word} in the {} edition's PDF: {}", edition.name(), !may);
                }
            }
            for &format in Format::ALL.iter().filter(|format| format.ending() != "pdf") {
                let text = unpacked(&made(&document, format));
                for (word, _) in allowed.iter().filter(|(_, may)| !**may) {
                    prop_assert!(!text.contains(word.as_str()), "{word} is in the {} edition's {}", edition.name(), format.name());
                }
                let title = text.contains("zqTITLEqz");
                prop_assert!(!(title && matches!(edition, Edition::Counterpart { .. })), "the session's title is told");
            }
            let whole = unpacked(&made(&document, Format::Json));
            for (word, _) in allowed.iter().filter(|(_, may)| **may) {
                prop_assert!(whole.contains(word.as_str()), "{word} is lost in the {} edition", edition.name());
            }
        }
    }
}

/// A day for the first milestone, and answers of every kind whose words are their own; all but the side taken private.
#[test]
fn a_private_answer_of_any_kind_is_told_nowhere_in_the_clients_edition() {
    let mut questionnaire = (*laid_out()).clone();
    let day = r#"Question(id: "talks_day", ask: "When?", kind: Date, why: "?", source: ["T2"])"#;
    questionnaire.stages[0].questions.push(crate::text::ron_options().from_str(day).expect("a question"));
    questionnaire.manifest.milestones[0].day = Some("talks_day".into());
    let Questionnaire { manifest, stages, clauses, glossary, items, authorities, .. } = questionnaire.clone();
    let anew = Questionnaire::new(manifest, stages, clauses, glossary, items, authorities);
    let anew = anew.comparing(questionnaire.comparison.clone()).laid_out(questionnaire.layout.clone());
    let questionnaire = Arc::new(anew.with_jurisdictions(Arc::clone(&questionnaire.jurisdictions)));
    let fee = Value::Money { amount: 90_817.into(), currency: "XAF".to_owned() };
    let said = [
        ("talks_day", Value::Date("2031-03-14".parse().expect("a day"))),
        ("plan", option("joint")),
        ("weigh_secrecy", Value::Scale(5)),
        ("partner_land/a", Value::Country("IN".to_owned())),
        ("partner_nda/b", Value::YesNo(true)),
        ("partner_fee/b", fee),
    ];
    let mut state = after(&[]);
    let mut enter = |act: Act| apply(&questionnaire, &mut state, &act, Speaker::Client, start());
    for (place, value) in said.clone() {
        enter(Act::Answer { at: at(place), to: Answer::Value(value) });
    }
    let told = |state: &State, edition| {
        let interview = Interview::new(Arc::clone(&questionnaire), state.clone());
        let document = compose(&interview, &header("T"), start(), &edition);
        unpacked(&made(&document, Format::Json))
    };
    let secret = ["2031", "14 March", "(your answer)", "5 of 5", "India", "law-in", "XAF", "817"];
    let open = told(&state, Edition::Client);
    for word in secret {
        assert!(open.contains(word), "{word} is told while nothing is private");
    }
    for (place, _) in said {
        let of = Subject::Answer(at(place));
        apply(
            &questionnaire,
            &mut state,
            &Act::Mark { of, to: Some(Share::Private) },
            Speaker::Counsel,
            start(),
        );
    }
    let kept = told(&state, Edition::Client);
    for word in secret {
        assert!(!kept.contains(word), "{word} is told although it is private");
    }
}

/// Nothing calls for the point on the price; who marks it wants it on the table, and the other side reads what it may.
#[test]
fn a_marked_point_stands_in_the_term_sheet_of_both_sides() {
    let told = |to: Option<Share>, edition: &Edition| {
        let mut state = after(&[]);
        let of = Subject::Clause("price".to_owned());
        apply(&laid_out(), &mut state, &Act::Mark { of, to }, Speaker::Counsel, start());
        let document = compose(&Interview::new(laid_out(), state), &header("T"), start(), edition);
        unpacked(&made(&document, Format::Markdown)).contains("What it costs.")
    };
    let counterpart = Edition::Counterpart { row: Some("a".to_owned()) };
    for (to, for_us, for_client, for_them) in [
        (None, false, false, false),
        (Some(Share::Private), true, false, false),
        (Some(Share::Shareable), true, true, true),
    ] {
        assert_eq!(told(to, &Edition::Counsel), for_us, "counsel's, {to:?}");
        assert_eq!(told(to, &Edition::Client), for_client, "the client's, {to:?}");
        assert_eq!(told(to, &counterpart), for_them, "the other side's, {to:?}");
    }
}

/// The other one is called by the first word of its name; and of a work that is nobody's business the row is not told.
#[test]
fn what_names_another_is_held_back_and_counted() {
    let held = |text: &str, mark: Option<Share>| {
        let mut state = after(&[]);
        let mut enter = |act: Act| apply(&laid_out(), &mut state, &act, Speaker::Client, start());
        enter(Act::Answer {
            at: at("partner_name/b"),
            to: Answer::Value(Value::Text("Rheinbank  AG".into())),
        });
        enter(Act::Answer { at: at("work"), to: Answer::Value(Value::Text(text.into())) });
        enter(Act::Mark { of: Subject::Answer(at("work")), to: mark });
        let edition = Edition::Counterpart { row: Some("a".to_owned()) };
        let interview = Interview::new(laid_out(), state);
        let told = compose(&interview, &header("T"), start(), &edition);
        let shown = unpacked(&made(&told, Format::Markdown)).contains(text);
        (shown, held_back(&interview, &edition))
    };
    assert_eq!(held("as cheap as rheinbank", Some(Share::Shareable)), (false, 1));
    assert_eq!(held("as cheap as the banks on the Rhein", Some(Share::Shareable)), (true, 0));
    assert_eq!(held("as cheap as rheinbank", None), (false, 0), "nobody marked it");
}
