//! What answers can be told apart: for each question so many values as any condition can tell, and no more.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::sites::Site;
use crate::model::{Condition, Kind, Question, Questionnaire, Value, country};

/// For each question the values that its answer is made of: of a Choices or Countries each holds one thing, and any
/// number of them can be chosen together. A Rows question has none: its rows are those of the list.
pub(super) struct Domains<'q> {
    values: HashMap<&'q str, Vec<Value>>,
}

/// What conditions say of values that aren't options.
#[derive(Default)]
struct Spoken<'q> {
    /// Numbers that each question's answer is held against.
    numbers: HashMap<&'q str, BTreeSet<Decimal>>,
    /// Countries that are named.
    countries: BTreeSet<&'q str>,
    /// Questions whose countries are held against those of another one.
    compared: BTreeSet<&'q str>,
}

impl<'q> Domains<'q> {
    pub fn new(questionnaire: &'q Questionnaire, sites: &[Site<'q>], rows: usize) -> Self {
        let mut spoken = Spoken::default();
        for site in sites {
            spoken.hear(questionnaire, site.condition);
        }
        let countries = spoken.countries(questionnaire, rows);
        let values = questionnaire.questions().map(|question| {
            let id = question.id.value.as_str();
            (id, values(question, spoken.numbers.get(id), &countries))
        });
        Self { values: values.collect() }
    }

    pub fn of(&self, question: &str) -> &[Value] {
        self.values.get(question).map_or(&[], Vec::as_slice)
    }
}

impl<'q> Spoken<'q> {
    fn hear(&mut self, questionnaire: &'q Questionnaire, condition: &'q Condition) {
        match condition {
            Condition::AtLeast(id, number) | Condition::AtMost(id, number) => {
                self.numbers.entry(&id.value).or_default().insert(*number);
            }
            Condition::Among(one, others) => {
                self.compared.extend([one.value.as_str(), others.value.as_str()]);
            }
            Condition::Is(id, one) | Condition::Includes(id, one) => {
                self.hear_countries(questionnaire, id, std::slice::from_ref(one));
            }
            Condition::OneOf(id, ids) => self.hear_countries(questionnaire, id, ids),
            _ => {}
        }
        condition.parts().iter().for_each(|part| self.hear(questionnaire, part));
    }

    fn hear_countries(&mut self, questionnaire: &Questionnaire, id: &str, named: &'q [crate::model::Id]) {
        let kind = questionnaire.question(id).map(|question| &question.kind);
        if matches!(kind, Some(Kind::Country | Kind::Countries)) {
            self.countries.extend(named.iter().map(|code| code.value.as_str()));
        }
    }

    /// Every country of which something is known or said, and of the others, which no condition can tell apart but by
    /// whether two answers are the same, as many as answers are held against each other.
    fn countries(&self, questionnaire: &Questionnaire, rows: usize) -> Vec<String> {
        let mut told: BTreeSet<&str> =
            questionnaire.jurisdictions.countries.keys().map(String::as_str).collect();
        told.extend(&self.countries);
        let row_count = |id: &&str| if questionnaire.repeat_of(id).is_some() { rows } else { 1 };
        let others: usize = self.compared.iter().map(row_count).sum();
        let all = country::all();
        let others = all
            .iter()
            .map(|(code, ..)| code.as_str())
            .filter(|code| !told.contains(code))
            .take(others.max(1));
        told.iter().copied().chain(others).map(str::to_owned).collect()
    }
}

fn values(question: &Question, numbers: Option<&BTreeSet<Decimal>>, countries: &[String]) -> Vec<Value> {
    let ids = || question.kind.options().iter().map(|option| option.id.value.clone());
    match &question.kind {
        Kind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(_) => ids().map(Value::Choice).collect(),
        Kind::Choices(_) => ids().map(|id| Value::Choices(vec![id])).collect(),
        Kind::Text(_) => vec![Value::Text("An example".to_owned())],
        Kind::Number { least, most, .. } => {
            samples(numbers, *least, *most).into_iter().map(Value::Number).collect()
        }
        Kind::Money => vec![Value::Money { amount: 1000.into(), currency: "USD".to_owned() }],
        Kind::Date => NaiveDate::from_ymd_opt(2026, 1, 1).map(Value::Date).into_iter().collect(),
        Kind::Country => countries.iter().cloned().map(Value::Country).collect(),
        Kind::Countries => countries.iter().map(|code| Value::Countries(vec![code.clone()])).collect(),
        Kind::Scale { .. } => (1..=5).map(Value::Scale).collect(),
        Kind::Rows(_) => Vec::new(),
    }
}

/// A number of each class that conditions can tell apart: those that are spoken of, and one between any two neighbours
/// and at either end; whole and close to them where there is one, because mistakes are made at the edge.
fn samples(
    spoken: Option<&BTreeSet<Decimal>>,
    least: Option<Decimal>,
    most: Option<Decimal>,
) -> Vec<Decimal> {
    let accepted = |number: &Decimal| {
        least.is_none_or(|least| *number >= least) && most.is_none_or(|most| *number <= most)
    };
    let edges: Vec<Decimal> = spoken.into_iter().flatten().copied().filter(accepted).collect();
    let [Some(lowest), Some(highest)] = [edges.first(), edges.last()] else {
        return vec![least.or(most).unwrap_or(Decimal::ONE)];
    };
    let between = |pair: &[Decimal]| {
        let next = pair[0].checked_add(Decimal::ONE).map(|next| next.floor());
        next.filter(|next| *next < pair[1]).unwrap_or(pair[0] / Decimal::TWO + pair[1] / Decimal::TWO)
    };
    let below = lowest.checked_sub(Decimal::ONE).filter(accepted).or(least.filter(|least| least < lowest));
    let above = highest.checked_add(Decimal::ONE).filter(accepted).or(most.filter(|most| most > highest));
    let inner = edges.windows(2).map(between);
    let mut samples: BTreeSet<Decimal> = edges.iter().copied().chain(inner).collect();
    samples.extend(below);
    samples.extend(above);
    samples.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_class_stand_near_the_edges() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let numbers = |texts: &str| texts.split_whitespace().map(number).collect::<BTreeSet<Decimal>>();
        for (spoken, least, most, wanted) in [
            ("", None, None, "1"),
            ("", Some("3"), None, "3"),
            ("10", None, None, "9 10 11"),
            ("10 12", Some("10"), None, "10 11 12 13"),
            ("1 2", Some("0.5"), Some("2"), "0.5 1 1.5 2"),
            ("5 50", Some("10"), None, "49 50 51"),
            ("5", Some("10"), None, "10"),
        ] {
            let found = samples(Some(&numbers(spoken)), least.map(number), most.map(number));
            assert_eq!(BTreeSet::from_iter(found), numbers(wanted), "{spoken} from {least:?} to {most:?}");
        }
    }
}
