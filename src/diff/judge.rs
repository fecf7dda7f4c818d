//! The fate of every question of the old questionnaire.

mod gates;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::fate::{Because, Exception, Fate, Gate, Verdict};
use super::names::Names;
use crate::model::{Id, Jurisdictions, Kind, Length, Opt, Question, Questionnaire};
use crate::text::Spanned;

/// The fates, in the order asked.
pub(super) fn fates(old: &Questionnaire, new: &Questionnaire, names: &Names) -> Vec<Fate> {
    let mut judge = Judge {
        old,
        new,
        names,
        facts: changed_facts(old, new),
        otherwise: HashMap::new(),
        joined: joined(old, new, names),
        swelled: swelled(old, new, names),
    };
    old.questions().map(|question| judge.fate(question)).collect()
}

/// Kinds of facts of which some country's changed.
fn changed_facts(old: &Questionnaire, new: &Questionnaire) -> BTreeSet<String> {
    let (old, new) = (&old.jurisdictions, &new.jurisdictions);
    if Arc::ptr_eq(old, new) {
        return BTreeSet::new();
    }
    let differ = |code: &str, kind: &str| {
        old.fact(code, kind).map(|fact| &fact.value) != new.fact(code, kind).map(|fact| &fact.value)
    };
    let of = |all: &Jurisdictions| -> Vec<String> {
        let countries = all.countries.iter();
        let kinds = countries.flat_map(|(code, country)| {
            let facts = country.facts.iter().filter(|fact| differ(code, &fact.of));
            facts.map(|fact| fact.of.value.clone())
        });
        kinds.collect()
    };
    of(old).into_iter().chain(of(new)).collect()
}

/// Questions that have become the same one, by the present id.
fn joined<'q>(old: &'q Questionnaire, new: &Questionnaire, names: &Names) -> HashMap<String, Vec<&'q str>> {
    let mut joined: HashMap<String, Vec<&str>> = HashMap::new();
    for question in old.questions() {
        let present = names.question(&question.id);
        if new.question(present).is_some() {
            joined.entry(present.to_owned()).or_default().push(&question.id);
        }
    }
    joined.retain(|_, questions| questions.len() > 1);
    joined
}

/// Repeats of the new version that have rows of several of the old one: a repeat joined them, or a question did, whose
/// answers begin rows there.
fn swelled(old: &Questionnaire, new: &Questionnaire, names: &Names) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let repeats = old.repeats().map(|repeat| names.repeat(&repeat.id));
    let joined = repeats.filter(|present| !seen.insert(*present)).map(str::to_owned).collect::<Vec<_>>();
    let strayed = old.questions().filter_map(|question| {
        let from = names.repeat(question.row_of.as_ref()?);
        let to = new.question(names.question(&question.id))?.row_of.as_ref()?;
        (to.value != from).then(|| to.value.clone())
    });
    strayed.chain(joined).collect()
}

struct Judge<'a> {
    old: &'a Questionnaire,
    new: &'a Questionnaire,
    names: &'a Names,
    /// Kinds of facts that changed.
    facts: BTreeSet<String>,
    /// What of earlier questions decides otherwise than before: the question itself, or what it hangs on.
    otherwise: HashMap<&'a str, Vec<Gate>>,
    joined: HashMap<String, Vec<&'a str>>,
    /// Repeats that have further rows.
    swelled: BTreeSet<String>,
}

impl<'a> Judge<'a> {
    fn fate(&mut self, old: &'a Question) -> Fate {
        let present = self.names.question(&old.id);
        let fate = match self.new.question(present) {
            None => gone(old),
            Some(new) => self.both(old, new),
        };
        let gates = if fate.decides_otherwise() {
            vec![Gate::Question(old.id.value.clone())]
        } else {
            fate.hangs_on.clone()
        };
        self.otherwise.insert(&old.id, gates);
        fate
    }

    fn both(&self, old: &Question, new: &Question) -> Fate {
        let mut because = self.rows(old, new);
        because.extend(self.kind(old, new));
        let others = self.joined.get(&new.id.value).into_iter().flatten();
        let others = others.filter(|other| **other != old.id.value);
        because.extend(others.map(|other| Because::Joined((*other).to_owned())));
        because.extend(self.wording(old, new));
        let when = old.when.as_ref().map(|when| self.names.condition(when));
        because.extend((when != new.when).then_some(Because::Condition));
        let verdict = because.iter().map(Because::verdict).max().unwrap_or(Verdict::Carried);
        // Where all are parked anyway it is of no interest which.
        let parked_where = if verdict == Verdict::Parked { Vec::new() } else { self.exceptions(old, new) };
        let hangs_on = if verdict == Verdict::Parked { Vec::new() } else { self.gates(old) };
        let question = old.id.value.clone();
        Fate { question, now: Some(new.id.value.clone()), verdict, because, parked_where, hangs_on }
    }

    /// Whether it is asked for the same rows, or for none as before.
    fn rows(&self, old: &Question, new: &Question) -> Vec<Because> {
        let item = |of: &Questionnaire, id: &str| {
            of.repeat(id).map_or_else(|| id.to_owned(), |one| one.item.value.clone())
        };
        let because = match (&old.row_of, &new.row_of) {
            (None, Some(to)) => Because::PerRow(item(self.new, to)),
            (Some(from), None) => Because::Once(item(self.old, from)),
            (Some(from), Some(to)) if self.names.repeat(from) != to.value => {
                Because::OtherRows { from: from.value.clone(), to: to.value.clone() }
            }
            _ => return Vec::new(),
        };
        vec![because]
    }

    fn kind(&self, old: &Question, new: &Question) -> Option<Because> {
        match (&old.kind, &new.kind) {
            (Kind::Text(Length::Long), Kind::Text(Length::Short)) => Some(Because::OneLine),
            (Kind::Rows(from), Kind::Rows(to)) if self.names.repeat(from) != to.value => {
                Some(Because::OtherList { from: from.value.clone(), to: to.value.clone() })
            }
            (from, to) if from.name() != to.name() => {
                Some(Because::Kind { from: from.name(), to: to.name() })
            }
            _ => None,
        }
    }

    /// What a person would read otherwise, or could have chosen instead.
    fn wording(&self, old: &Question, new: &Question) -> Vec<Because> {
        let mut because = Vec::new();
        let differs = |old: Option<&Spanned<String>>, new: Option<&Spanned<String>>| {
            old.map(|old| self.names.text(old)).as_ref() != new.map(|new| &new.value)
        };
        let mut reworded =
            |field, old, new| because.extend(differs(old, new).then_some(Because::Reworded(field)));
        reworded("ask", Some(&old.ask), Some(&new.ask));
        reworded("hint", old.hint.as_ref(), new.hint.as_ref());
        match (&old.kind, &new.kind) {
            (Kind::Number { unit: before, .. }, Kind::Number { unit, .. }) => {
                reworded("unit", before.as_ref(), unit.as_ref());
            }
            (Kind::Scale { low: low_before, high: high_before }, Kind::Scale { low, high }) => {
                reworded("low", Some(low_before), Some(low));
                reworded("high", Some(high_before), Some(high));
            }
            (from, to) if from.name() == to.name() => {
                because.extend(self.options(old, to));
            }
            _ => {}
        }
        because
    }

    fn options(&self, old: &Question, new: &Kind) -> Vec<Because> {
        let mut because = Vec::new();
        let reads = |option: &Opt, name: &dyn Fn(&str) -> String| {
            (name(&option.label), option.hint.as_ref().map(|hint| name(hint)))
        };
        let mut known = BTreeSet::new();
        for before in old.kind.options() {
            let present = self.names.option(&old.id, &before.id);
            known.insert(present);
            let Some(now) = new.option(present) else { continue };
            if reads(before, &|text| self.names.text(text)) != reads(now, &str::to_owned) {
                because.push(Because::OptionReworded(now.id.value.clone()));
            }
        }
        let added = new.options().iter().filter(|option| !known.contains(option.id.value.as_str()));
        because.extend(added.map(|option| Because::OptionAdded(option.id.value.clone())));
        because
    }

    /// Values that the question took and takes no more.
    fn exceptions(&self, old: &Question, new: &Question) -> Vec<Exception> {
        if let (Kind::Number { least: from, most: to, .. }, Kind::Number { least, most, .. }) =
            (&old.kind, &new.kind)
        {
            let raised = least.filter(|least| from.is_none_or(|from: Decimal| from < *least));
            let lowered = most.filter(|most| to.is_none_or(|to: Decimal| to > *most));
            return raised.map(Exception::Below).into_iter().chain(lowered.map(Exception::Above)).collect();
        }
        if let (Kind::Rows(from), Kind::Rows(to)) = (&old.kind, &new.kind) {
            let lost = self.names.repeat(from) == to.value && self.loses_rows(from);
            return lost.then(|| Exception::LostRows(from.value.clone())).into_iter().collect();
        }
        let present = |option: &Opt| self.names.option(&old.id, &option.id).to_owned();
        let options = || old.kind.options().iter();
        let gone = options().filter(|option| new.kind.option(&present(option)).is_none());
        let mut exceptions: Vec<Exception> =
            gone.map(|option| Exception::Chose(option.id.value.clone())).collect();
        for now in new.kind.options().iter().filter(|option| option.alone) {
            let became = || options().filter(|option| present(option) == now.id.value);
            // Two that excluded all others may be one now; that changes nothing for answers that there can be.
            if became().any(|option| !option.alone) && matches!(new.kind, Kind::Choices(_)) {
                exceptions
                    .push(Exception::NotAlone(became().map(|option| option.id.value.clone()).collect()));
            }
        }
        exceptions
    }

    /// Whether rows of that repeat may be gone: the answer that a row begins with, its name, is no longer given for it.
    pub(super) fn loses_rows(&self, repeat: &Id) -> bool {
        let label = self.old.repeat(repeat).map(|repeat| &repeat.label);
        label.is_some_and(|label| {
            let now = self.new.question(self.names.question(label));
            let row_of = now.and_then(|now| now.row_of.as_ref());
            row_of.is_none_or(|row_of| row_of.value != self.names.repeat(repeat))
        })
    }
}

fn gone(old: &Question) -> Fate {
    Fate {
        question: old.id.value.clone(),
        now: None,
        verdict: Verdict::Parked,
        because: vec![Because::Gone],
        parked_where: Vec::new(),
        hangs_on: Vec::new(),
    }
}
