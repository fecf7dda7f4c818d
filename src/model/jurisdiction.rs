//! What is known of countries' law: facts with their citation, the ground on which they are claimed, and a date.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Id;
use crate::text::Spanned;

/// The word by which a condition asks for a fact that is not known. It can't be a value.
pub const UNKNOWN: &str = "unknown";

/// A kind of fact, as `schema.ron` has it: what it asks, and the values it can have.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactKind {
    /// Unique; conditions name it.
    pub id: Id,
    /// What it asks, in a few words.
    pub asks: Spanned<String>,
    /// After how many months a fact of this kind should be read again.
    pub review_after: u32,
    /// Every value it can have.
    pub values: Vec<FactValue>,
}

/// A value that facts of a kind can have.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactValue {
    /// Unique within its kind.
    pub id: Id,
    /// The value in words.
    pub means: Spanned<String>,
}

/// On what ground a fact is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Basis {
    /// A text that says so was seen.
    Checked,
    /// From knowledge of the law; no text was compared.
    Recalled,
}

/// One fact of a country's law.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id of its kind.
    pub of: Id,
    /// One of the kind's values.
    pub value: Id,
    /// The name of the act, where the value alone does not say which one is meant.
    #[serde(default)]
    pub named: Option<Spanned<String>>,
    /// Statute and article, treaty or case.
    pub cite: Spanned<String>,
    /// The ground on which it is claimed.
    pub basis: Basis,
    /// Where the text of a checked fact was seen: an id of `sources.ron`.
    #[serde(default)]
    pub source: Option<Id>,
    /// The month for which it is claimed, `YYYY-MM`.
    pub as_of: Spanned<String>,
    /// When a treaty came into force for the country, `YYYY-MM-DD`.
    #[serde(default)]
    pub since: Option<Spanned<String>>,
    /// The main exception or limit.
    #[serde(default)]
    pub note: Option<Spanned<String>>,
    /// Lawyers would dispute it, or it is about to change.
    #[serde(default)]
    pub risk: bool,
}

impl Fact {
    /// Whether a lawyer of the country should confirm it before anyone relies on it: no text was seen, or it is disputed.
    #[must_use]
    pub fn needs_counsel(&self) -> bool {
        self.basis == Basis::Recalled || self.risk
    }
}

/// A country's file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// ISO 3166-1 alpha-2 code.
    pub code: Id,
    /// What is known of it. A kind that is not listed is not known.
    pub facts: Vec<Fact>,
}

/// A text in which checked facts were seen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactSource {
    /// Unique; facts name it.
    pub id: Id,
    /// What it is and where it stands.
    pub reference: Spanned<String>,
    /// The month of the text, `YYYY-MM`.
    pub as_of: Spanned<String>,
}

/// All that is known of countries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jurisdictions {
    /// Kinds of facts, in the order in which they are told.
    pub kinds: Vec<FactKind>,
    /// Where checked facts were seen.
    pub sources: Vec<FactSource>,
    /// Countries by their code.
    pub countries: BTreeMap<String, Jurisdiction>,
}

impl Jurisdictions {
    /// The kind of facts of that id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&FactKind> {
        self.kinds.iter().find(|kind| kind.id.value == id)
    }

    /// Whether anything is known of a country.
    #[must_use]
    pub fn covers(&self, country: &str) -> bool {
        self.countries.contains_key(country)
    }

    /// What is known on a point of a country's law; `None` where nothing is.
    #[must_use]
    pub fn fact(&self, country: &str, kind: &str) -> Option<&Fact> {
        self.countries.get(country)?.facts.iter().find(|fact| fact.of.value == kind)
    }

    /// Whether a country's fact has one of the values; `None` where the fact is not known and [`UNKNOWN`] is not among
    /// them.
    #[must_use]
    pub fn has(&self, country: &str, kind: &str, values: &[Id]) -> Option<bool> {
        let is_meant = |value: &str| values.iter().any(|meant| meant.value == value);
        match self.fact(country, kind) {
            Some(fact) => Some(is_meant(&fact.value)),
            None => is_meant(UNKNOWN).then_some(true),
        }
    }

    /// What a fact says, in words; with the name of the act, where it has one.
    #[must_use]
    pub fn words(&self, fact: &Fact) -> String {
        let value =
            self.kind(&fact.of).and_then(|kind| kind.values.iter().find(|value| value.id == fact.value));
        let means = value.map_or(fact.value.value.as_str(), |value| value.means.value.as_str());
        fact.named.as_ref().map_or_else(|| means.to_owned(), |name| format!("{means}: {name}"))
    }

    /// The month by which a fact should be read again, `YYYY-MM`; `None` where its date can't be read.
    #[must_use]
    pub fn review_by(&self, fact: &Fact) -> Option<String> {
        let after = self.kind(&fact.of)?.review_after;
        let (year, month) = fact.as_of.split_once('-')?;
        let months = year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?.checked_sub(1)? + after;
        Some(format!("{:04}-{:02}", months / 12, months % 12 + 1))
    }

    /// The text in which a checked fact was seen.
    #[must_use]
    pub fn seen_in(&self, fact: &Fact) -> Option<&FactSource> {
        self.sources.iter().find(|source| Some(&source.id) == fact.source.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Jurisdictions {
        let kinds = r#"[(id: "court", asks: "Who decides", review_after: 14, values: [(id: "one", means: "one court")])]"#;
        let country = r#"Jurisdiction(code: "IN", facts: [
            (of: "court", value: "one", cite: "Act, s 1", basis: Checked, as_of: "2024-11", named: "High Court")])"#;
        let read = |text| crate::text::ron_options().from_str::<Jurisdiction>(text).unwrap();
        Jurisdictions {
            kinds: crate::text::ron_options().from_str(kinds).unwrap(),
            sources: Vec::new(),
            countries: [("IN".to_owned(), read(country))].into(),
        }
    }

    #[test]
    fn a_fact_has_words_and_a_month_to_read_it_again() {
        let known = known();
        let fact = known.fact("IN", "court").unwrap();
        assert_eq!(known.words(fact), "one court: High Court");
        assert_eq!(known.review_by(fact).as_deref(), Some("2026-01"));
        assert_eq!(known.fact("VN", "court"), None);
        assert_eq!(known.fact("IN", "judge"), None);
        assert!(known.covers("IN") && !known.covers("VN"));
    }

    #[test]
    fn counsel_confirms_what_was_not_read_or_is_disputed() {
        let known = known();
        let fact = known.fact("IN", "court").unwrap();
        assert!(!fact.needs_counsel());
        assert!(Fact { risk: true, ..fact.clone() }.needs_counsel());
        assert!(Fact { basis: Basis::Recalled, ..fact.clone() }.needs_counsel());
    }
}
