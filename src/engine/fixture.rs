//! For tests: a small questionnaire, and short ways to answer it.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

use super::interview::Interview;
use super::readiness::Readiness;
use super::replay::apply;
use crate::model::{
    Act, Answer, Condition, Entry, FORMAT, Header, Jurisdiction, Jurisdictions, Kind, Length, Manifest,
    Milestone, Place, Question, Questionnaire, Session, Speaker, Stage, State, Value,
};
use crate::text::{Spanned, ron_options};

pub fn parse<T: DeserializeOwned>(text: &str) -> T {
    ron_options().from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

pub fn condition(text: &str) -> Condition {
    parse(text)
}

pub fn questionnaire(stages: &str) -> Arc<Questionnaire> {
    Arc::new(read(stages))
}

fn read(stages: &str) -> Questionnaire {
    let text = |text: &str| Spanned::<String>::from(text);
    let milestone = |id: &str, label: &str| Milestone { id: text(id), label: text(label), day: None };
    let manifest = Manifest {
        id: text("test"),
        version: text("1"),
        title: text("Test"),
        about: text("A test."),
        article: text("Article"),
        caution: text("No advice."),
        milestones: vec![milestone("disclosure", "anything is disclosed"), milestone("signing", "you sign")],
    };
    let stages: Vec<Stage> = parse(stages);
    let questionnaire = Questionnaire::new(manifest, stages, Vec::new(), Vec::new(), Vec::new(), Vec::new());
    questionnaire.with_jurisdictions(jurisdictions())
}

/// Facts of a made-up law of India, China and Germany.
pub fn jurisdictions() -> Arc<Jurisdictions> {
    let kinds = r#"[
        (id: "legal_system", asks: "Legal system", review_after: 24,
            values: [(id: "common", means: "common law"), (id: "civil", means: "civil law")]),
        (id: "silent_owner", asks: "Who owns a contractor's work", review_after: 24,
            values: [(id: "contractor", means: "the contractor"), (id: "customer", means: "the customer")]),
    ]"#;
    let countries: Vec<Jurisdiction> = parse(include_str!("fixture/countries.ron"));
    Arc::new(Jurisdictions {
        kinds: parse(kinds),
        sources: parse(r#"[(id: "book", reference: "A book on law", as_of: "2024-01")]"#),
        countries: countries.into_iter().map(|country| (country.code.value.clone(), country)).collect(),
    })
}

/// The questionnaire in `fixture/stages.ron` and `fixture/comparison.ron`.
pub fn offshore() -> Arc<Questionnaire> {
    static READ: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
        let comparison = Some(parse(include_str!("fixture/comparison.ron")));
        Arc::new(read(include_str!("fixture/stages.ron")).comparing(comparison))
    });
    Arc::clone(&READ)
}

/// `question` or `question@row`.
pub fn place(text: &str) -> Place {
    match text.split_once('@') {
        Some((question, row)) => Place::new(question, Some(row)),
        None => Place::new(text, None),
    }
}

pub fn places(texts: &[&str]) -> Vec<Place> {
    texts.iter().map(|text| place(text)).collect()
}

/// An answer as it stands in RON, the outer `Value` left out: `Choice("vendor")`, `DontKnow`.
pub fn answer(text: &str) -> Answer {
    match text {
        "DontKnow" | "NotApplicable" | "AskCounsel" => parse(text),
        value => Answer::Value(parse(value)),
    }
}

pub const YES: &str = "YesNo(true)";
pub const NO: &str = "YesNo(false)";

pub fn says(at: &str, to: &str) -> Act {
    Act::Answer { at: place(at), to: answer(to) }
}

pub fn complete(repeat: &str) -> Act {
    Act::Complete { repeat: repeat.into(), complete: true }
}

pub fn remove(repeat: &str, row: &str) -> Act {
    Act::Remove { repeat: repeat.into(), row: row.into() }
}

pub fn state(questionnaire: &Questionnaire, acts: &[Act]) -> State {
    let mut state = State::default();
    for act in acts {
        apply(questionnaire, &mut state, act, Speaker::Client, DateTime::UNIX_EPOCH);
    }
    state
}

/// The fixture after these answers, with these lists complete.
pub fn interview(answers: &[(&str, &str)], lists: &[&str]) -> Interview {
    interview_of(&offshore(), answers, lists)
}

pub fn interview_of(
    questionnaire: &Arc<Questionnaire>,
    answers: &[(&str, &str)],
    lists: &[&str],
) -> Interview {
    let answers = answers.iter().map(|(at, to)| says(at, to));
    let acts: Vec<Act> = answers.chain(lists.iter().map(|list| complete(list))).collect();
    Interview::new(Arc::clone(questionnaire), state(questionnaire, &acts))
}

pub fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
}

/// A session of these acts, each given at so many seconds.
pub fn session(acts: impl IntoIterator<Item = (i64, Act)>) -> Session {
    let entry = |(seconds, act)| Entry { at: at(seconds), by: Speaker::Client, act };
    Session {
        header: Header {
            format: FORMAT,
            id: "s".into(),
            title: "Session".into(),
            questionnaire: "test".into(),
            version: "1".into(),
            folder: None,
            created: at(0),
        },
        entries: acts.into_iter().map(entry).collect(),
    }
}

/// Some answers to a question: values that conditions tell apart, and the three that are no value.
pub fn possible(question: &Question, state: &State) -> Vec<Answer> {
    let values: Vec<Value> = match &question.kind {
        Kind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(options) => options.iter().map(|o| Value::Choice(o.id.value.clone())).collect(),
        Kind::Choices(options) => options.iter().map(|o| Value::Choices(vec![o.id.value.clone()])).collect(),
        Kind::Text(Length::Short) => vec![Value::Text("Acme".into())],
        Kind::Text(Length::Long) => vec![Value::Text("one\ntwo".into())],
        Kind::Number { .. } => [1, 5, 10].into_iter().map(|n| Value::Number(n.into())).collect(),
        Kind::Money => vec![Value::Money { amount: 5.into(), currency: "EUR".into() }],
        Kind::Date => vec![Value::Date(at(0).date_naive())],
        Kind::Country => ["IN", "VN"].into_iter().map(|code| Value::Country(code.into())).collect(),
        Kind::Countries => [&["IN"][..], &["IN", "VN"]]
            .map(|codes| Value::Countries(codes.iter().map(ToString::to_string).collect()))
            .into(),
        Kind::Scale { .. } => [1, 3, 5].into_iter().map(Value::Scale).collect(),
        Kind::Rows(repeat) => {
            let rows = state.rows(&repeat.value);
            (0..=rows.len()).map(|named| Value::Rows(rows[..named].to_vec())).collect()
        }
    };
    let others = [Answer::DontKnow, Answer::NotApplicable, Answer::AskCounsel];
    values.into_iter().map(Answer::Value).chain(others).collect()
}

/// Every place of the questionnaire, with the rows that there are.
pub fn all_places(questionnaire: &Questionnaire, state: &State) -> Vec<Place> {
    let places = questionnaire.questions().flat_map(|question| {
        let id = question.id.value.as_str();
        let rows = question.row_of.as_ref().map(|repeat| state.rows(&repeat.value));
        let alone = rows.is_none().then(|| Place::new(id, None));
        alone.into_iter().chain(rows.unwrap_or_default().iter().map(move |row| Place::new(id, Some(row))))
    });
    places.collect()
}

/// The answer that a number stands for, none for 0.
pub fn pick(questionnaire: &Questionnaire, state: &State, at: &Place, number: usize) -> Option<Answer> {
    let question = questionnaire.question(&at.question)?;
    let answers = possible(question, state);
    (number > 0).then(|| answers[(number - 1) % answers.len()].clone())
}

/// More numbers than the fixture has places.
pub fn picks() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0usize..12, 60)
}

/// Rows of the fixture's assets and partners, whether both lists are complete, and any answers to any places.
pub fn states() -> impl Strategy<Value = State> {
    (0usize..3, 0usize..3, any::<bool>(), any::<bool>(), picks())
        .prop_map(|(assets, partners, a, p, picks)| filled([assets, partners], [a, p], &picks))
}

/// The same with lists that are complete.
pub fn closed_states() -> impl Strategy<Value = State> {
    (0usize..3, 1usize..3, picks())
        .prop_map(|(assets, partners, picks)| filled([assets, partners], [true, true], &picks))
}

fn filled(rows: [usize; 2], complete: [bool; 2], picks: &[usize]) -> State {
    let questionnaire = offshore();
    let mut state = State::default();
    for ((repeat, count), complete) in ["assets", "partners"].into_iter().zip(rows).zip(complete) {
        state.rows.insert(repeat.into(), (1..=count).map(|n| format!("{repeat}-{n}")).collect());
        state.complete.extend(complete.then(|| repeat.to_owned()));
    }
    for (at, number) in all_places(&questionnaire, &state).into_iter().zip(picks) {
        let answer = pick(&questionnaire, &state, &at, *number);
        put(&questionnaire, &mut state, &at, answer);
    }
    state
}

/// Sets an answer, or takes it away.
pub fn put(questionnaire: &Questionnaire, state: &mut State, at: &Place, answer: Option<Answer>) {
    let act = match answer {
        Some(to) => Act::Answer { at: at.clone(), to },
        None => Act::Clear { at: at.clone() },
    };
    apply(questionnaire, state, &act, Speaker::Client, DateTime::UNIX_EPOCH);
}

/// Questions that a condition names, and lists.
pub fn mentions(condition: &Condition, into: &mut BTreeSet<String>) {
    into.extend(condition.questions().into_iter().map(|id| id.value.clone()));
}

/// The questions about which a condition asks whether they are answered: what was left open is known to it.
fn asked_whether_answered(questionnaire: &Questionnaire) -> Vec<String> {
    let gates = questionnaire.questions().filter_map(|question| question.when.as_ref());
    let rules = questionnaire.rules().flat_map(|(_, rule)| rule.applies.iter().chain([&rule.when]));
    let asked = gates.chain(rules).flat_map(Condition::with_parts).filter_map(|part| match part {
        Condition::Answered(id) | Condition::Unknown(id) => Some(id.value.clone()),
        _ => None,
    });
    asked.collect()
}

/// The state with answers to what was unanswered, and values for what was left open.
pub fn completed(state: &State, picks: &[usize]) -> State {
    let questionnaire = offshore();
    let fixed = asked_whether_answered(&questionnaire);
    let mut completed = state.clone();
    for (at, number) in all_places(&questionnaire, state).into_iter().zip(picks) {
        let answer = pick(&questionnaire, state, &at, *number);
        let may_change = match state.answer(&at) {
            None => true,
            Some(open) => {
                open.is_open()
                    && !fixed.contains(&at.question)
                    && answer.as_ref().is_some_and(|to| !to.is_open())
            }
        };
        if may_change {
            put(&questionnaire, &mut completed, &at, answer);
        }
    }
    completed
}

/// Whether an interval says no more than another one did.
pub fn within(later: Option<Readiness>, earlier: Option<Readiness>) -> bool {
    match (later, earlier) {
        (None, _) => true,
        (Some(later), Some(earlier)) => {
            earlier.low <= later.low && later.low <= later.high && later.high <= earlier.high
        }
        (Some(_), None) => false,
    }
}
