//! The fate of every question of the old questionnaire.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::fate::{Because, Exception, Fate, Gate, Verdict};
use super::names::Names;
use crate::model::{Condition, Id, Kind, Length, Opt, Question, Questionnaire, Repeat};
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
    let of = |all: &crate::model::Jurisdictions| -> Vec<String> {
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

struct Judge<'a> {
    old: &'a Questionnaire,
    new: &'a Questionnaire,
    names: &'a Names,
    /// Kinds of facts that changed.
    facts: BTreeSet<String>,
    /// Earlier questions that decide otherwise than before, each with the changes to which that goes back.
    otherwise: HashMap<&'a str, Vec<Gate>>,
    joined: HashMap<String, Vec<&'a str>>,
}

impl<'a> Judge<'a> {
    fn fate(&mut self, old: &'a Question) -> Fate {
        let present = self.names.question(&old.id);
        let fate = match self.new.question(present) {
            None => self.gone(old),
            Some(new) => self.both(old, new),
        };
        let own = fate.decides_otherwise().then(|| Gate::Question(old.id.value.clone()));
        let gates: Vec<Gate> = own.into_iter().chain(fate.hangs_on.iter().cloned()).collect();
        self.otherwise.insert(&old.id, gates);
        fate
    }

    fn gone(&self, old: &Question) -> Fate {
        Fate {
            question: old.id.value.clone(),
            now: None,
            verdict: Verdict::Parked,
            because: vec![Because::Gone],
            parked_where: Vec::new(),
            hangs_on: Vec::new(),
        }
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

    /// Whether answers that keep a row of that repeat in being are no longer given for it.
    fn loses_rows(&self, repeat: &Id) -> bool {
        let mut of = self.old.questions().filter(|question| question.row_of.as_ref() == Some(repeat));
        of.any(|question| {
            let now = self.new.question(self.names.question(&question.id));
            let row_of = now.and_then(|now| now.row_of.as_ref());
            row_of.is_none_or(|row_of| row_of.value != self.names.repeat(repeat))
        })
    }

    /// What decides whether the question is asked, and decides otherwise than before.
    fn gates(&self, old: &Question) -> Vec<Gate> {
        let mut gates = Vec::new();
        if let Some(repeat) = old.row_of.as_ref().and_then(|id| self.old.repeat(id)) {
            gates = self.gate_of_rows(repeat);
        }
        if let Some(when) = &old.when {
            self.gates_of(when, &mut gates);
        }
        gates
    }

    fn gates_of(&self, when: &Condition, gates: &mut Vec<Gate>) {
        let mut add = |gate: Gate| {
            if !gates.contains(&gate) {
                gates.push(gate);
            }
        };
        for id in when.questions() {
            let question = self.old.question(id);
            self.otherwise.get(id.value.as_str()).into_iter().flatten().cloned().for_each(&mut add);
            let rows = match question.map(|question| &question.kind) {
                Some(Kind::Rows(repeat)) => Some(repeat),
                Some(_) => None,
                None => Some(id),
            };
            let repeat = rows.and_then(|id| self.old.repeat(id));
            repeat.map(|repeat| self.rows_otherwise(repeat)).into_iter().flatten().for_each(&mut add);
        }
        let mut kinds = Vec::new();
        facts_in(when, &mut kinds);
        for kind in kinds.into_iter().filter(|kind| self.facts.contains(*kind)) {
            add(Gate::Fact(kind.to_owned()));
        }
    }

    /// What decides whether a repeat has rows at all, and decides otherwise than before.
    fn gate_of_rows(&self, repeat: &Repeat) -> Vec<Gate> {
        let own = || vec![Gate::Rows(repeat.id.value.clone())];
        let Some(new) = self.new.repeat(self.names.repeat(&repeat.id)) else { return own() };
        let when = repeat.when.as_ref().map(|when| self.names.condition(when));
        let mut gates = if when == new.when { Vec::new() } else { own() };
        repeat.when.iter().for_each(|when| self.gates_of(when, &mut gates));
        gates
    }

    /// What makes the rows of a repeat others than before, or lets more of them come: a row begins with the first answer to
    /// a question that is asked for it, and is gone where all such questions are.
    fn rows_otherwise(&self, repeat: &Repeat) -> Vec<Gate> {
        let mut gates = self.gate_of_rows(repeat);
        let differ = self.new.repeat(self.names.repeat(&repeat.id)).is_none_or(|new| {
            let mut in_rows = self.old.questions().filter(|question| question.row_of.is_some());
            let strayed = in_rows.any(|question| {
                let now = self.new.question(self.names.question(&question.id));
                let is_here = now.and_then(|now| now.row_of.as_ref()) == Some(&new.id);
                is_here != (question.row_of.as_ref() == Some(&repeat.id))
            });
            strayed || (repeat.least, repeat.most) != (new.least, new.most)
        });
        let own = Gate::Rows(repeat.id.value.clone());
        if differ && !gates.contains(&own) {
            gates.push(own);
        }
        gates
    }
}

/// The kinds of facts that a condition speaks of.
fn facts_in<'c>(condition: &'c Condition, found: &mut Vec<&'c str>) {
    match condition {
        Condition::Fact(_, kind, _) => found.push(kind),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facts_in(part, found)),
        Condition::Not(part)
        | Condition::Some(_, part)
        | Condition::Every(_, part)
        | Condition::Count(_, part, _) => facts_in(part, found),
        _ => {}
    }
}
