//! Facts of countries' law in words, and which of them stand beside a question.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::interview::Interview;
use super::phrase::country_name;
use super::route::Standing;
use super::truth::FactOf;
use crate::model::{Answer, Authority, Basis, Fact, Jurisdictions, Kind, Place, Question, Value};
use crate::text::{capital, clean_line};

/// A fact of a country's law, told with the ground on which it is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The country and what is asked of its law: "India: who owns a contractor's work".
    pub asks: String,
    /// What the fact says; word that it is not known, where it isn't.
    pub says: String,
    /// The main exception or limit.
    pub note: Option<String>,
    /// Where it stands in the law.
    pub cite: Option<String>,
    /// The text in which it was read.
    pub seen: Option<String>,
    /// On what ground it is claimed, for which month, and what to do before relying on it.
    pub ground: String,
    /// Whether local counsel should confirm it before anyone relies on it.
    pub confirm: bool,
}

/// A fact in words, as it is told at that moment: one past its review-by month says so.
#[must_use]
pub fn told(known: &Jurisdictions, of: &FactOf, at: DateTime<Utc>) -> Told {
    let kind = known.kind(&of.fact).map_or(of.fact.as_str(), |kind| kind.asks.value.as_str());
    let asks = clean_line(&format!("{}: {}", country_name(&of.country), uncapitalised(kind)));
    let Some(fact) = known.fact(&of.country, &of.fact) else {
        let ground = "Ask local counsel: the program holds no fact on this point".to_owned();
        return Told {
            asks,
            says: "Not known".to_owned(),
            note: None,
            cite: None,
            seen: None,
            ground,
            confirm: true,
        };
    };
    let month = at.format("%Y-%m").to_string();
    let overdue = known.review_by(fact).filter(|due| *due < month);
    let confirm = fact.needs_counsel() || overdue.is_some();
    Told {
        asks,
        says: clean_line(&says(known, fact)),
        note: fact.note.as_ref().map(|note| clean_line(note)),
        cite: Some(clean_line(&fact.cite)),
        seen: known.seen_in(fact).map(|seen| clean_line(&seen.reference)),
        ground: clean_line(&ground(known, fact, overdue.as_deref(), confirm)),
        confirm,
    }
}

fn says(known: &Jurisdictions, fact: &Fact) -> String {
    let words = capital(&known.words(fact));
    fact.since
        .as_ref()
        .map_or_else(|| words.clone(), |since| format!("{words}; in force there since {since}"))
}

fn ground(known: &Jurisdictions, fact: &Fact, overdue: Option<&str>, confirm: bool) -> String {
    let claimed = match (fact.basis, known.seen_in(fact)) {
        (Basis::Checked, Some(seen)) if seen.as_of != fact.as_of => {
            format!("Read in a text of {}, claimed for {}", seen.as_of, fact.as_of)
        }
        (Basis::Checked, _) => format!("Read in a text of {}", fact.as_of),
        (Basis::Recalled, _) => {
            format!("From memory of the law as of {}, not compared with a text", fact.as_of)
        }
    };
    let disputed = if fact.risk { "; lawyers may see it differently" } else { "" };
    let late = overdue.map_or_else(String::new, |due| format!("; its review was due by {due}"));
    let confirm = if confirm { ". Confirm with local counsel" } else { "" };
    format!("{claimed}{disputed}{late}{confirm}")
}

/// "Who owns …" inside a sentence; names and abbreviations keep their capitals.
fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_lowercase().collect::<String>()).unwrap_or_default();
    let rest = chars.as_str();
    if rest.starts_with(|next: char| next.is_uppercase()) { text.to_owned() } else { first + rest }
}

/// The facts that stand beside a question, for the countries given so far: that of its own row, or of every row where it
/// is not asked in rows itself.
#[must_use]
pub fn beside(interview: &Interview, place: &Place) -> Vec<FactOf> {
    let questionnaire = interview.questionnaire();
    let Some(question) = questionnaire.question(&place.question) else { return Vec::new() };
    let mut facts = Vec::new();
    for (country, fact) in &question.facts {
        for code in countries(interview, country, place) {
            let of = FactOf { country: code, fact: fact.value.clone() };
            facts.extend((!facts.contains(&of)).then_some(of));
        }
    }
    facts
}

/// Countries given at a place of whose law nothing is known.
#[must_use]
pub fn uncovered(interview: &Interview, place: &Place) -> Vec<String> {
    let mut codes = countries(interview, &place.question, place);
    codes.retain(|code| !interview.questionnaire().jurisdictions.covers(code));
    codes
}

/// Every country that the answers name; `None` while there may be more: where a question for one is open or may still
/// come, where the express path leaves questions out, or where an answer is kept from this reader.
#[must_use]
pub fn named_countries(interview: &Interview) -> Option<BTreeSet<&str>> {
    let questionnaire = interview.questionnaire();
    let is_for_one = |question: &Question| matches!(question.kind, Kind::Country | Kind::Countries);
    let asks = |place: &&Place| questionnaire.question(&place.question).is_some_and(is_for_one);
    let state = interview.state();
    let is_open =
        |place: &Place| state.answer(place).is_none_or(Answer::is_open) || state.withheld.contains(place);
    let mut asked = interview.asked().filter(asks);
    let is_whole = interview.left_out().is_empty();
    if asked.any(is_open) || !is_whole || interview.to_come().any(is_for_one) {
        return None;
    }
    let answers = interview.asked().filter_map(|place| state.answer(place));
    Some(answers.filter_map(Answer::value).flat_map(Value::countries).map(String::as_str).collect())
}

/// Whether an authority is the law of none of the countries named, so that it is cited for comparison only. While more may be
/// named, and where none is, no authority is.
#[must_use]
pub fn is_foreign(authority: &Authority, known: &Jurisdictions, named: Option<&BTreeSet<&str>>) -> bool {
    let of_none = |named: &BTreeSet<&str>| !named.iter().any(|country| authority.is_law_of(country, known));
    named.is_some_and(|named| !named.is_empty() && of_none(named))
}

/// The countries given to a question, as it stands to another place.
fn countries(interview: &Interview, question: &str, from: &Place) -> Vec<String> {
    let questionnaire = interview.questionnaire();
    let places: Vec<Place> = match (questionnaire.repeat_of(question), &from.row) {
        (None, _) => vec![Place::new(question, None)],
        (Some(repeat), Some(row)) if questionnaire.repeat_of(&from.question) == Some(repeat) => {
            vec![Place::new(question, Some(row))]
        }
        (Some(repeat), _) => {
            let rows = interview.state().rows(repeat).iter();
            rows.map(|row| Place::new(question, Some(row))).collect()
        }
    };
    let counts = |place: &Place| interview.standing(place) == Standing::Asked;
    let answers =
        places.iter().filter(|place| counts(place)).filter_map(|place| interview.state().answer(place));
    answers.filter_map(Answer::value).flat_map(Value::countries).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture::{NO, YES, interview_of, jurisdictions, place, questionnaire};

    fn fact(country: &str, fact: &str) -> FactOf {
        FactOf { country: country.into(), fact: fact.into() }
    }

    #[test]
    fn a_fact_says_on_what_ground_it_is_claimed() {
        let known = jurisdictions();
        let at = |month: &str| format!("{month}-15T12:00:00Z").parse().unwrap();
        let ground = |country: &str, kind: &str, month: &str| {
            let told = told(&known, &fact(country, kind), at(month));
            (told.says, told.ground, told.confirm)
        };
        for (country, kind, month, wanted) in [
            ("IN", "silent_owner", "2025-01", ("The contractor", "Read in a text of 2024-01", false)),
            (
                "IN",
                "silent_owner",
                "2026-02",
                (
                    "The contractor",
                    "Read in a text of 2024-01; its review was due by 2026-01. Confirm with local counsel",
                    true,
                ),
            ),
            (
                "IN",
                "legal_system",
                "2025-01",
                (
                    "Common law",
                    "From memory of the law as of 2024-12, not compared with a text. Confirm with local counsel",
                    true,
                ),
            ),
            (
                "DE",
                "legal_system",
                "2026-02",
                (
                    "Civil law",
                    "Read in a text of 2024-01, claimed for 2026-01; lawyers may see it differently. Confirm with local counsel",
                    true,
                ),
            ),
            (
                "AQ",
                "legal_system",
                "2026-02",
                ("Not known", "Ask local counsel: the program holds no fact on this point", true),
            ),
        ] {
            let (says, because, confirm) = ground(country, kind, month);
            assert_eq!((says.as_str(), because.as_str(), confirm), wanted, "{country} {kind} {month}");
        }
        assert_eq!(told(&known, &fact("IN", "legal_system"), at("2025-01")).asks, "India: legal system");
    }

    #[test]
    fn facts_stand_beside_a_question_for_its_own_row_or_for_all() {
        let questionnaire = questionnaire(
            r#"[Stage(id: "s", title: "S", intro: "S.",
            repeats: [(id: "rows", item: "row", label: "name", most: 3)],
            questions: [
                (id: "home", ask: "?", why: "w", source: [], kind: Country),
                (id: "name", row_of: "rows", ask: "?", why: "w", source: [], kind: Text(Short)),
                (id: "open", row_of: "rows", ask: "?", why: "w", source: [], kind: YesNo),
                (id: "land", row_of: "rows", ask: "?", why: "w", source: [], when: Yes("open"), kind: Country),
                (id: "own", row_of: "rows", ask: "?", why: "w", source: [], kind: YesNo,
                    facts: [("land", "legal_system"), ("home", "legal_system")]),
                (id: "all", ask: "?", why: "w", source: [], kind: YesNo, facts: [("land", "silent_owner")]),
            ])]"#,
        );
        let answers = [
            ("home", r#"Country("DE")"#),
            ("open@1", YES),
            ("land@1", r#"Country("IN")"#),
            ("open@2", YES),
            ("land@2", r#"Country("IN")"#),
            ("open@3", NO),
            ("land@3", r#"Country("CN")"#),
        ];
        let interview = interview_of(&questionnaire, &answers, &["rows"]);
        assert_eq!(
            beside(&interview, &place("own@1")),
            [fact("IN", "legal_system"), fact("DE", "legal_system")]
        );
        assert_eq!(
            beside(&interview, &place("own@3")),
            [fact("DE", "legal_system")],
            "parked answers don't count"
        );
        assert_eq!(beside(&interview, &place("all")), [fact("IN", "silent_owner")]);
        assert_eq!(uncovered(&interview, &place("land@1")), Vec::<String>::new());
        let peru = interview_of(&questionnaire, &[("home", r#"Country("PE")"#)], &["rows"]);
        assert_eq!(uncovered(&peru, &place("home")), ["PE"]);
    }
}
