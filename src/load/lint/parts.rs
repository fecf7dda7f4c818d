//! Parts of a condition that stand twice in it.

use std::collections::{HashMap, HashSet};

use super::uses::conditions;
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id, Questionnaire};

/// So many parts on the same question are held against each other.
const MOST: usize = 100;

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    for part in conditions(questionnaire).flat_map(Condition::with_parts) {
        match part {
            Condition::All(parts) | Condition::Any(parts) => same_parts(parts, found),
            Condition::OneOf(_, list) | Condition::Fact(_, _, list) => same_names(list, found),
            _ => {}
        }
    }
}

fn same_parts(parts: &[Condition], found: &mut Vec<Diagnostic>) {
    let mut earlier: HashMap<&str, Vec<(&Id, &Condition)>> = HashMap::new();
    for part in parts {
        let Some(first) = part.questions().first().copied() else { continue };
        let alike = earlier.entry(&first.value).or_default();
        if let Some((same, _)) = alike.iter().find(|(_, other)| *other == part) {
            found.push(
                Diagnostic::warning("part-twice", "This part of the condition stands in it twice")
                    .at(first.span)
                    .label("here again")
                    .related(same.span, "it stands here, too")
                    .help("Take one of them out, or say in it what was meant".to_owned()),
            );
        } else if alike.len() < MOST {
            alike.push((first, part));
        }
    }
}

fn same_names(list: &[Id], found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    found.extend(list.iter().filter(|name| !seen.insert(name.value.as_str())).map(|name| {
        Diagnostic::warning("part-twice", format!("`{name}` stands twice in the list"))
            .at(name.span)
            .label("here again")
            .help("Take one of them out, or name what was meant".to_owned())
    }));
}
