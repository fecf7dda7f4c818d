//! A backtracking search for answers that make conditions true or false. It works on the conditions as written, one
//! goal at a time, and keeps for each place what its answer must and must not be.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;
use rust_decimal::Decimal;
use safeshore::engine::{Interview, apply};
use safeshore::model::{
    Act, Answer, Condition, Kind, Length, Place, Question, Questionnaire, Repeat, Speaker, State, UNKNOWN,
    Value,
};

/// Rows that a list may get, and how many branches a search may try.
const ROWS: [&str; 2] = ["r1", "r2"];
const PATIENCE: usize = 60_000;

/// A condition that should turn out true or false for some rows.
#[derive(Clone)]
pub struct Goal<'q> {
    condition: &'q Condition,
    holds: bool,
    rows: Rows<'q>,
}

type Rows<'q> = Vec<(&'q str, &'static str)>;

impl<'q> Goal<'q> {
    pub fn new(condition: &'q Condition, holds: bool) -> Self {
        Self { condition, holds, rows: Vec::new() }
    }

    fn to(&self, condition: &'q Condition, holds: bool) -> Self {
        Self { condition, holds, rows: self.rows.clone() }
    }
}

/// What one place's answer must be: each entry a test and its outcome.
type Wishes<'q> = BTreeMap<Place, Vec<Wish<'q>>>;

#[derive(Clone)]
enum Wish<'q> {
    /// This condition about the place alone turns out so.
    Atom(&'q Condition, bool),
    /// A value is given.
    Given,
    /// The country is, or is not, named.
    Names(String, bool),
    /// The row is, or is not, named.
    Row(&'static str, bool),
}

#[derive(Clone)]
struct Draft<'q> {
    wishes: Wishes<'q>,
    /// Rows that lists have beside the first.
    second: Vec<&'q str>,
}

pub struct Search<'q> {
    questionnaire: &'q Arc<Questionnaire>,
    each: Option<&'q str>,
    tried: std::cell::Cell<usize>,
}

impl<'q> Search<'q> {
    pub fn new(questionnaire: &'q Arc<Questionnaire>, each: Option<&'q str>) -> Self {
        Self { questionnaire, each, tried: std::cell::Cell::new(0) }
    }

    /// An interview in which the goals turn out as wished; `None` where the search found none.
    pub fn answers(&self, goals: impl Iterator<Item = Goal<'q>>) -> Option<Interview> {
        let mut draft = Draft { wishes: BTreeMap::new(), second: Vec::new() };
        let mut rows = Vec::new();
        let mut open: Vec<Goal<'q>> = Vec::new();
        if let Some(each) = self.each {
            rows = self.rows_of_each(each, &mut draft, &mut open)?;
        }
        open.extend(goals.map(|goal| Goal { rows: rows.clone(), ..goal }));
        open.reverse();
        self.solve(open, draft)
    }

    /// The rows of a rule's `each`; the first row of each list, and the answer that names it.
    fn rows_of_each(
        &self,
        each: &'q str,
        draft: &mut Draft<'q>,
        open: &mut Vec<Goal<'q>>,
    ) -> Option<Rows<'q>> {
        if self.questionnaire.repeat(each).is_some() {
            return Some(vec![(each, ROWS[0])]);
        }
        let question = self.questionnaire.question(each)?;
        let Kind::Rows(named) = &question.kind else { return None };
        let outer: Rows<'q> = question.row_of.iter().map(|of| (of.value.as_str(), ROWS[0])).collect();
        let place = Place::new(each, outer.first().map(|(_, row)| *row));
        self.asked(question, &outer, open);
        draft.wishes.entry(place).or_default().push(Wish::Row(ROWS[0], true));
        Some([outer, vec![(named.value.as_str(), ROWS[0])]].concat())
    }

    fn solve(&self, mut open: Vec<Goal<'q>>, draft: Draft<'q>) -> Option<Interview> {
        self.tried.set(self.tried.get() + 1);
        if self.tried.get() > PATIENCE {
            return None;
        }
        let Some(goal) = open.pop() else { return self.confirmed(&draft) };
        let all_of = |goals: Vec<Goal<'q>>| [open.clone(), goals].concat();
        match (goal.condition, goal.holds) {
            (Condition::Not(part), holds) => self.solve(all_of(vec![goal.to(part, !holds)]), draft),
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                let parts = parts.iter().rev().map(|part| goal.to(part, goal.holds));
                self.solve(all_of(parts.collect()), draft)
            }
            (Condition::All(parts), false) | (Condition::Any(parts), true) => parts
                .iter()
                .find_map(|part| self.solve(all_of(vec![goal.to(part, goal.holds)]), draft.clone())),
            (Condition::Some(list, part), holds) => {
                self.list(&goal, list, part, holds, true, 1, &open, &draft)
            }
            (Condition::Every(list, part), holds) => {
                self.list(&goal, list, part, !holds, false, 1, &open, &draft)
            }
            (Condition::Count(list, part, least), holds) => {
                self.list(&goal, list, part, holds, true, *least, &open, &draft)
            }
            (Condition::Among(one, others), holds) => self.among(&goal, one, others, holds, &open, &draft),
            _ => self.atom(&goal, &open, draft),
        }
    }

    /// `least` rows for which the part turns out as `part_holds`, or (`enough` false) no row at all.
    #[expect(clippy::too_many_arguments, reason = "one step of the search, with all it has in hand")]
    fn list(
        &self,
        goal: &Goal<'q>,
        list: &'q str,
        part: &'q Condition,
        enough: bool,
        part_holds: bool,
        least: usize,
        open: &[Goal<'q>],
        draft: &Draft<'q>,
    ) -> Option<Interview> {
        let (repeat, naming) = self.named_by(list, &goal.rows);
        let with = |row: &'static str, holds: bool| {
            let rows = [goal.rows.clone(), vec![(repeat, row)]].concat();
            Goal { condition: part, holds, rows }
        };
        let mut attempts: Vec<(Vec<Goal<'q>>, Draft<'q>)> = Vec::new();
        let rows = |count: usize| ROWS.iter().take(count).copied();
        let name = |draft: &mut Draft<'q>, goals: &mut Vec<Goal<'q>>, row: &'static str, named: bool| {
            if let Some((place, question)) = &naming {
                self.asked(question, &goal.rows, goals);
                draft.wishes.entry(place.clone()).or_default().push(Wish::Row(row, named));
            }
        };
        if enough {
            let needed = least.max(1);
            for first in 0..=(ROWS.len().checked_sub(needed)?) {
                let (mut goals, mut draft) = (Vec::new(), draft.clone());
                for row in ROWS.iter().skip(first).take(needed) {
                    if *row == ROWS[1] {
                        draft.second.push(repeat);
                    }
                    name(&mut draft, &mut goals, row, true);
                    goals.push(with(row, part_holds));
                }
                attempts.push((goals, draft));
            }
        } else {
            let count = if draft.second.contains(&repeat) { 2 } else { 1 };
            let (mut goals, mut none) = (Vec::new(), draft.clone());
            for row in rows(count) {
                name(&mut none, &mut goals, row, false);
            }
            if naming.is_some() {
                attempts.push((goals, none));
            }
            let (mut goals, mut draft) = (Vec::new(), draft.clone());
            for row in rows(count) {
                name(&mut draft, &mut goals, row, true);
                goals.push(with(row, !part_holds));
            }
            attempts.push((goals, draft));
        }
        attempts.into_iter().find_map(|(goals, draft)| self.solve([open, &goals].concat(), draft))
    }

    /// The repeat that a list is of, and the Rows question that names its rows.
    fn named_by(&self, list: &'q str, rows: &Rows<'q>) -> (&'q str, Option<(Place, &'q Question)>) {
        match self.questionnaire.question(list) {
            Some(question @ Question { kind: Kind::Rows(repeat), .. }) => {
                (repeat.value.as_str(), Some((place(question, rows), question)))
            }
            _ => (list, None),
        }
    }

    /// Two answers that have a country in common, or have none.
    fn among(
        &self,
        goal: &Goal<'q>,
        one: &'q str,
        others: &'q str,
        holds: bool,
        open: &[Goal<'q>],
        draft: &Draft<'q>,
    ) -> Option<Interview> {
        let [one, others] = [one, others].map(|id| self.questionnaire.question(id));
        let (one, others) = (one?, others?);
        countries(self.questionnaire).into_iter().find_map(|code| {
            let (mut open, mut draft) = (open.to_vec(), draft.clone());
            for (question, named) in [(one, true), (others, holds)] {
                self.asked(question, &goal.rows, &mut open);
                let wishes = draft.wishes.entry(place(question, &goal.rows)).or_default();
                wishes.extend([Wish::Given, Wish::Names(code.clone(), named)]);
            }
            self.solve(open, draft)
        })
    }

    /// A condition about one answer: the answer is given so, or, where that makes it false, its question is not asked.
    fn atom(&self, goal: &Goal<'q>, open: &[Goal<'q>], draft: Draft<'q>) -> Option<Interview> {
        let id = goal.condition.questions().first().copied()?;
        let question = self.questionnaire.question(id)?;
        let mut wished = draft.clone();
        let wish = Wish::Atom(goal.condition, goal.holds);
        let at = place(question, &goal.rows);
        wished.wishes.entry(at.clone()).or_default().push(wish);
        if !self.possible(question, &wished.wishes[&at]).is_empty() {
            let mut goals = open.to_vec();
            self.asked(question, &goal.rows, &mut goals);
            if let Some(found) = self.solve(goals, wished) {
                return Some(found);
            }
        }
        let gate = question.when.as_ref().filter(|_| !goal.holds)?;
        let not_asked = Goal { condition: gate, holds: false, rows: own_rows(question, &goal.rows) };
        self.solve([open, &[not_asked]].concat(), draft)
    }

    /// Goals for a question to be asked: its own `when`, and that of its repeat.
    fn asked(&self, question: &'q Question, rows: &Rows<'q>, goals: &mut Vec<Goal<'q>>) {
        let rows = own_rows(question, rows);
        let outer = question.row_of.as_ref().and_then(|of| self.questionnaire.repeat(of));
        goals.extend(outer.and_then(|repeat| repeat.when.as_ref()).map(|when| Goal::new(when, true)));
        goals.extend(question.when.iter().map(|condition| Goal {
            condition,
            holds: true,
            rows: rows.clone(),
        }));
    }

    /// Answers that a place can have as wished.
    fn possible(&self, question: &'q Question, wishes: &[Wish<'q>]) -> Vec<Answer> {
        let fits = |answer: &Answer| wishes.iter().all(|wish| self.fits(wish, answer));
        self.domain(question, wishes).into_iter().filter(fits).collect()
    }

    fn fits(&self, wish: &Wish<'q>, answer: &Answer) -> bool {
        match wish {
            Wish::Given => answer.value().is_some(),
            Wish::Names(code, named) => {
                answer.value().is_some_and(|value| value.countries().contains(code) == *named)
            }
            Wish::Row(row, named) => {
                matches!(answer, Answer::Value(Value::Rows(rows)) if rows.iter().any(|one| one == row) == *named)
            }
            Wish::Atom(condition, holds) => self.truth(condition, answer) == Some(*holds),
        }
    }

    /// Whether a condition about one answer holds of it; `None` where the answer leaves it open.
    fn truth(&self, condition: &Condition, answer: &Answer) -> Option<bool> {
        match condition {
            Condition::Answered(_) => return Some(answer.value().is_some()),
            Condition::Unknown(_) => return Some(answer.is_open()),
            _ => {}
        }
        let value = answer.value()?;
        let known = &self.questionnaire.jurisdictions;
        Some(match (condition, value) {
            (Condition::Is(_, one), Value::Choice(given) | Value::Country(given)) => one.value == *given,
            (Condition::OneOf(_, list), Value::Choice(given) | Value::Country(given)) => {
                list.iter().any(|one| one.value == *given)
            }
            (Condition::Includes(_, one), Value::Choices(given) | Value::Countries(given)) => {
                given.contains(&one.value)
            }
            (Condition::Yes(_), Value::YesNo(given)) => *given,
            (Condition::No(_), Value::YesNo(given)) => !*given,
            (Condition::AtLeast(_, least), Value::Number(given)) => given >= least,
            (Condition::AtMost(_, most), Value::Number(given)) => given <= most,
            (Condition::AtLeast(_, least), Value::Scale(given)) => Decimal::from(*given) >= *least,
            (Condition::AtMost(_, most), Value::Scale(given)) => Decimal::from(*given) <= *most,
            (Condition::Fact(_, kind, values), Value::Country(code)) => {
                let fact = known.fact(code, kind).map_or(UNKNOWN, |fact| fact.value.value.as_str());
                let meant = values.iter().any(|value| value.value == fact);
                return (meant || fact != UNKNOWN).then_some(meant);
            }
            (Condition::Fact(_, kind, values), Value::Countries(codes)) => codes.iter().any(|code| {
                known
                    .fact(code, kind)
                    .is_some_and(|fact| values.iter().any(|value| value.value == fact.value.value))
            }),
            _ => return None,
        })
    }

    /// Answers worth trying. Of a Choices every set of options that some wish speaks of.
    fn domain(&self, question: &'q Question, wishes: &[Wish<'q>]) -> Vec<Answer> {
        let values: Vec<Value> = match &question.kind {
            Kind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            Kind::Choice(options) => options.iter().map(|one| Value::Choice(one.id.value.clone())).collect(),
            Kind::Choices(options) => {
                let alone = options.iter().filter(|one| one.alone).map(|one| vec![one.id.value.clone()]);
                let others: Vec<&String> =
                    options.iter().filter(|one| !one.alone).map(|one| &one.id.value).collect();
                let sets = (1..1_usize << others.len().min(10)).map(|set| {
                    let chosen = others.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                    chosen.map(|(_, id)| (*id).clone()).collect::<Vec<String>>()
                });
                sets.chain(alone).map(Value::Choices).collect()
            }
            Kind::Text(Length::Short | Length::Long) => vec![Value::Text("Acme".into())],
            Kind::Number { .. } => numbers(wishes).into_iter().map(Value::Number).collect(),
            Kind::Money => vec![Value::Money { amount: 5.into(), currency: "EUR".into() }],
            Kind::Date => vec![Value::Date(DateTime::UNIX_EPOCH.date_naive())],
            Kind::Country => countries(self.questionnaire).into_iter().map(Value::Country).collect(),
            Kind::Countries => {
                countries(self.questionnaire).into_iter().map(|code| Value::Countries(vec![code])).collect()
            }
            Kind::Scale { .. } => (1..=5).map(Value::Scale).collect(),
            Kind::Rows(_) => [&[][..], &ROWS[..1], &ROWS[1..], &ROWS[..]]
                .map(|rows| Value::Rows(rows.iter().map(ToString::to_string).collect()))
                .into(),
        };
        values.into_iter().map(Answer::Value).chain([Answer::DontKnow]).collect()
    }

    /// The interview with an answer for every wish, where there are such answers.
    fn confirmed(&self, draft: &Draft<'q>) -> Option<Interview> {
        let mut state = State::default();
        for repeat in self.questionnaire.repeats() {
            self.list_rows(repeat, draft, &mut state);
        }
        for (place, wishes) in &draft.wishes {
            let question = self.questionnaire.question(&place.question)?;
            let to = self.possible(question, wishes).into_iter().next()?;
            self.enter(&mut state, &Act::Answer { at: place.clone(), to });
        }
        Some(Interview::new(Arc::clone(self.questionnaire), state))
    }

    fn list_rows(&self, repeat: &Repeat, draft: &Draft<'q>, state: &mut State) {
        let id = repeat.id.value.as_str();
        let count = if draft.second.contains(&id) { 2 } else { 1 };
        for row in ROWS.iter().take(count) {
            let at = Place::new(&repeat.label.value, Some(row));
            self.enter(state, &Act::Answer { at, to: Answer::Value(Value::Text(format!("{id} {row}"))) });
        }
        self.enter(state, &Act::Complete { repeat: id.to_owned(), complete: true });
    }

    fn enter(&self, state: &mut State, act: &Act) {
        apply(self.questionnaire, state, act, Speaker::Client, DateTime::UNIX_EPOCH);
    }
}

fn place(question: &Question, rows: &Rows<'_>) -> Place {
    let own =
        question.row_of.as_ref().and_then(|of| rows.iter().rev().find(|(repeat, _)| of.value == *repeat));
    Place::new(&question.id.value, own.map(|(_, row)| *row))
}

/// Every country that something is known of, and one of which nothing is.
fn countries(questionnaire: &Questionnaire) -> Vec<String> {
    questionnaire.jurisdictions.countries.keys().cloned().chain(["AQ".to_owned()]).collect()
}

/// Numbers on either side of those that are spoken of.
fn numbers(wishes: &[Wish<'_>]) -> Vec<Decimal> {
    let spoken = wishes.iter().filter_map(|wish| match wish {
        Wish::Atom(Condition::AtLeast(_, number) | Condition::AtMost(_, number), _) => Some(*number),
        _ => None,
    });
    let around = spoken.flat_map(|number| [number, number + Decimal::ONE, number - Decimal::ONE]);
    around.filter(|number| *number >= Decimal::ZERO).chain([Decimal::ONE]).collect()
}

/// The rows at hand that a question is asked in.
fn own_rows<'q>(question: &Question, rows: &Rows<'q>) -> Rows<'q> {
    let is_own = |repeat: &str| question.row_of.as_ref().is_some_and(|of| of.value == repeat);
    rows.iter().filter(|(repeat, _)| is_own(repeat)).copied().collect()
}
