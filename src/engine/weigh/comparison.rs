//! The rows of a repeat side by side.

use crate::engine::interview::Interview;
use crate::engine::judge::{RowOf, distinct, in_order, rows_of};
use crate::engine::phrase::{fill, row_name};
use crate::engine::readiness::Readiness;
use crate::engine::route::Standing;
use crate::engine::share::{Prospect, Share, Weighted, best, largest_mean, smallest_mean, worst};
use crate::engine::truth::{FactOf, Truth, Verdict};
use crate::engine::unsettled::unsettled;
use crate::model::{Answer, Comparison, Criterion, Place, Severity, Sign, Value};

/// A comparison as the answers have it.
#[derive(Debug, Clone)]
pub struct Comparing<'i> {
    /// What the author wrote.
    pub comparison: &'i Comparison,
    /// What each criterion counts, in their order.
    pub weights: Vec<Weight>,
    /// The rows, in the order in which they were named. Fewer than two can't be compared.
    pub candidates: Vec<Candidate<'i>>,
}

/// What a criterion counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// The question that sets it.
    pub place: Place,
    /// From 1 to 5.
    pub value: u8,
    /// Whether it was answered; else it is the usual one.
    pub given: bool,
    /// Whether the question applies, so that it can be answered.
    pub asked: bool,
}

/// One row in a comparison.
#[derive(Debug, Clone)]
pub struct Candidate<'i> {
    /// Its id.
    pub row: String,
    /// Its name.
    pub name: String,
    /// The mean of its marks by weight; `None` where none of the criteria applies to it.
    pub total: Option<Readiness>,
    /// Findings that speak of it and are reason enough not to go on: no mark outweighs them.
    pub blockers: usize,
    /// Its marks, in the order of the criteria.
    pub marks: Vec<Mark<'i>>,
}

/// How one row does by one criterion.
#[derive(Debug, Clone)]
pub struct Mark<'i> {
    /// The share of the signs that hold, of those that apply: unknown ones counted as the worst and as the best. `None`
    /// where no sign applies.
    pub share: Option<Readiness>,
    /// The signs that apply or may apply, in the author's order.
    pub signs: Vec<Seen<'i>>,
}

/// A sign as it was read in a row.
#[derive(Debug, Clone)]
pub struct Seen<'i> {
    /// What the author wrote.
    pub sign: &'i Sign,
    /// What was read.
    pub reading: Reading,
    /// The answers that it rests on; none while it is open.
    pub evidence: Vec<Place>,
    /// The facts of countries' law that it rests on; while it is open those that are not known and would settle it.
    pub facts: Vec<FactOf>,
    /// While it is open: the questions about this row, or asked once, that would settle it and have no value yet.
    pub settled_by: Vec<Place>,
    row: RowOf,
}

/// What was read of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It holds: for the candidate.
    Holds,
    /// It does not hold: against the candidate.
    Fails,
    /// Not known yet, or not known yet whether it applies.
    Open,
}

impl Seen<'_> {
    /// What is to be said of it, placeholders filled in; of an open one both that it might turn out to be.
    #[must_use]
    pub fn says(&self, interview: &Interview) -> String {
        match self.reading {
            Reading::Holds => self.hoped(interview),
            Reading::Fails => self.feared(interview),
            Reading::Open => format!("“{}” or “{}”", self.hoped(interview), self.feared(interview)),
        }
    }

    /// What is said of it where it holds, placeholders filled in.
    #[must_use]
    pub fn hoped(&self, interview: &Interview) -> String {
        fill(interview, &self.sign.yes.value, std::slice::from_ref(&self.row))
    }

    fn feared(&self, interview: &Interview) -> String {
        fill(interview, &self.sign.no.value, std::slice::from_ref(&self.row))
    }

    /// The answers behind it, or while it is open the questions that would settle it.
    #[must_use]
    pub fn rests_on(&self) -> &[Place] {
        if self.reading == Reading::Open { &self.settled_by } else { &self.evidence }
    }
}

/// The comparison of the questionnaire, with as many candidates as there are; `None` where it has none.
#[must_use]
pub fn compare(interview: &Interview) -> Option<Comparing<'_>> {
    let comparison = interview.questionnaire().comparison.as_ref()?;
    let repeat = comparison.repeat.value.as_str();
    let weights: Vec<Weight> = comparison.criteria.iter().map(|one| weight(interview, one)).collect();
    let rows = rows_of(interview.scene(), repeat).into_iter();
    let rows =
        rows.filter(|case| case.exists.truth == Truth::True).filter_map(|case| case.rows.first().copied());
    let candidates = rows.map(|(_, row)| candidate(interview, comparison, &weights, row)).collect();
    Some(Comparing { comparison, weights, candidates })
}

fn weight(interview: &Interview, criterion: &Criterion) -> Weight {
    let place = Place::new(&criterion.weight.value, None);
    // What the express path leaves out can be answered all the same.
    let asked = matches!(interview.standing(&place), Standing::Asked | Standing::LeftOut);
    let given = match interview.state().answer(&place) {
        Some(Answer::Value(Value::Scale(step))) if asked => Some(*step),
        _ => None,
    };
    Weight { value: given.unwrap_or(Criterion::USUAL_WEIGHT), given: given.is_some(), asked, place }
}

fn candidate<'i>(
    interview: &'i Interview,
    comparison: &'i Comparison,
    weights: &[Weight],
    row: &str,
) -> Candidate<'i> {
    let repeat = comparison.repeat.value.as_str();
    let judged = comparison.criteria.iter().map(|criterion| judge(interview, criterion, (repeat, row)));
    let (marks, ends): (Vec<Mark<'_>>, Vec<Option<Ends>>) = judged.unzip();
    Candidate {
        row: row.to_owned(),
        name: row_name(interview, repeat, row),
        total: total(weights, &ends),
        blockers: blockers(interview, (repeat, row)),
        marks,
    }
}

fn blockers(interview: &Interview, (repeat, row): (&str, &str)) -> usize {
    let worst = interview.findings().iter().filter(|finding| finding.severity == Severity::Blocker);
    worst.filter(|finding| finding.rows.iter().any(|(of, one)| of == repeat && one == row)).count()
}

/// The shares of a criterion if everything unknown turns out badly and if well, where it counts.
struct Ends {
    worst: Share,
    best: Share,
    may_be_out: bool,
}

impl Ends {
    /// `None` where no sign can apply.
    fn of(prospects: &[Prospect]) -> Option<Self> {
        prospects.iter().any(|prospect| prospect.may_count()).then(|| Self {
            // Where no sign is sure to count in an end, those that may are all good, or all bad.
            worst: worst(prospects).unwrap_or(Share::ALL),
            best: best(prospects).unwrap_or(Share::NONE),
            may_be_out: prospects.iter().all(|prospect| prospect.may_be_out),
        })
    }
}

fn total(weights: &[Weight], ends: &[Option<Ends>]) -> Option<Readiness> {
    let counted =
        || weights.iter().zip(ends).filter_map(|(weight, ends)| Some((weight.value, ends.as_ref()?)));
    let shares = |end: fn(&Ends) -> Share| -> Vec<Weighted> {
        let weighted =
            |(weight, ends): (u8, &Ends)| Weighted { weight, share: end(ends), may_be_out: ends.may_be_out };
        counted().map(weighted).collect()
    };
    let low = smallest_mean(&shares(|ends| ends.worst))?;
    let high = largest_mean(&shares(|ends| ends.best))?;
    Some(Readiness::between(low, high))
}

fn judge<'i>(
    interview: &'i Interview,
    criterion: &'i Criterion,
    row: (&str, &str),
) -> (Mark<'i>, Option<Ends>) {
    let (mut signs, mut prospects) = (Vec::new(), Vec::new());
    for sign in &criterion.signs {
        let (seen, prospect) = read(interview, sign, row);
        signs.extend(seen);
        prospects.push(prospect);
    }
    let ends = Ends::of(&prospects);
    let share = ends.as_ref().map(|ends| Readiness::between(ends.worst, ends.best));
    (Mark { share, signs }, ends)
}

/// Reads one sign in one row; `None` with what it counts where it does not apply.
fn read<'i>(interview: &'i Interview, sign: &'i Sign, row: (&str, &str)) -> (Option<Seen<'i>>, Prospect) {
    let (scene, scope) = (interview.scene(), &[row]);
    let applies = sign.applies.as_ref().map(|applies| scene.judge(applies, scope));
    let relevant = Verdict::all(applies);
    let holds = scene.judge(&sign.when, scope);
    // What was settled by nothing that was said speaks neither for a candidate nor against it.
    let idle = holds.truth != Truth::Unknown && !holds.said;
    let out = relevant.truth == Truth::False || (idle && !holds.open);
    let prospect = Prospect {
        weight: 1,
        may_pass: !out && holds.truth != Truth::False,
        may_fail: !out && holds.truth != Truth::True,
        may_be_out: out || idle || relevant.truth == Truth::Unknown,
    };
    if out {
        return (None, prospect);
    }
    let reading = match (relevant.truth, holds.truth) {
        (Truth::True, Truth::True) if !idle => Reading::Holds,
        (Truth::True, Truth::False) if !idle => Reading::Fails,
        _ => Reading::Open,
    };
    let open = reading == Reading::Open;
    let both = [relevant, holds];
    let evidence = both.iter().flat_map(|verdict| verdict.evidence.clone()).collect();
    let evidence = if open { Vec::new() } else { in_order(scene, evidence) };
    let counted = both.into_iter().filter(|verdict| !open || verdict.truth == Truth::Unknown);
    let facts = distinct(counted.flat_map(|verdict| verdict.facts).collect());
    let settled_by =
        if open { unsettled(interview, sign.applies.iter().chain([&sign.when]), scope) } else { Vec::new() };
    let row = (row.0.to_owned(), row.1.to_owned());
    (Some(Seen { sign, reading, evidence, facts, settled_by, row }), prospect)
}
