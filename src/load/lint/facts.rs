//! Facts of law that are asked for and that no country has.

use std::collections::{HashMap, HashSet};

use super::uses::conditions;
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id, Jurisdictions, LawOf, Questionnaire, UNKNOWN, country};

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let known = Known::of(&questionnaire.jurisdictions);
    for (_, kind) in questionnaire.questions().flat_map(|question| &question.facts) {
        found.extend(known.kind(kind));
    }
    let asked = conditions(questionnaire).flat_map(Condition::with_parts).filter_map(|part| match part {
        Condition::Fact(_, kind, values) => Some((kind, values)),
        _ => None,
    });
    let claimed = questionnaire.authorities.iter().filter_map(|authority| match &authority.law_of {
        Some(LawOf::Having(kind, values)) => Some((kind, values)),
        _ => None,
    });
    for (kind, values) in asked.chain(claimed) {
        match known.kind(kind) {
            Some(nowhere) => found.push(nowhere),
            None => found.extend(values.iter().filter_map(|value| known.value(kind, value))),
        }
    }
}

/// What is known of any country.
struct Known<'q> {
    /// How many countries have a fact of a kind, and which values it has in them.
    kinds: HashMap<&'q str, (usize, HashSet<&'q str>)>,
    /// How many countries there are in the world.
    countries: usize,
}

impl<'q> Known<'q> {
    fn of(jurisdictions: &'q Jurisdictions) -> Self {
        let mut kinds: HashMap<&str, (usize, HashSet<&str>)> = HashMap::new();
        for fact in jurisdictions.countries.values().flat_map(|country| &country.facts) {
            let (count, values) = kinds.entry(fact.of.value.as_str()).or_default();
            *count += 1;
            values.insert(&fact.value.value);
        }
        Self { kinds, countries: country::all().len() }
    }

    fn kind(&self, kind: &Id) -> Option<Diagnostic> {
        let nowhere = || {
            Diagnostic::warning("fact-nowhere", format!("Of no country the fact `{kind}` is known"))
                .at(kind.span)
                .label("known of no country")
                .help("Ask a person instead, or give the file of a country this fact".to_owned())
        };
        (!self.kinds.contains_key(kind.value.as_str())).then(nowhere)
    }

    fn value(&self, kind: &Id, value: &Id) -> Option<Diagnostic> {
        let (count, values) = self.kinds.get(kind.value.as_str())?;
        let (has, message) = if value.value == UNKNOWN {
            (*count < self.countries, format!("The fact `{kind}` is known of every country"))
        } else {
            (
                values.contains(value.value.as_str()),
                format!("No country that is known has `{value}` as `{kind}`"),
            )
        };
        let nowhere = || {
            Diagnostic::warning("fact-nowhere", message)
                .at(value.span)
                .label("of no country")
                .help("Take the value out, or look whether a country's file should have it".to_owned())
        };
        (!has).then(nowhere)
    }
}
