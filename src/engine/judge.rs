//! Rules over answers: which of them fire, for which rows, on what evidence.

use std::collections::BTreeSet;

use super::scene::{Scene, Scope};
use super::truth::{FactOf, Truth, Verdict};
use crate::model::{Id, Kind, Place, Questionnaire, Rule, Severity, Value};

/// A row with the repeat it belongs to.
pub type RowOf = (String, String);

/// A rule that fires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// Index of the stage that the rule stands in.
    pub stage: usize,
    /// The rows it speaks of: none, one, or the two of a pair.
    pub rows: Vec<RowOf>,
    /// How bad it is.
    pub severity: Severity,
    /// The answers that make it fire, in the order of the questionnaire and of the rows.
    pub evidence: Vec<Place>,
    /// The facts of countries' law that make it fire.
    pub facts: Vec<FactOf>,
}

impl Finding {
    /// The rule behind it.
    #[must_use]
    pub fn rule<'q>(&self, questionnaire: &'q Questionnaire) -> Option<&'q Rule> {
        questionnaire.stages.get(self.stage)?.rules.iter().find(|rule| rule.id.value == self.rule)
    }

    /// Whether another finding is of the same rule and rows.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.rule == other.rule && self.rows == other.rows
    }
}

/// One rule for one set of rows, judged: what it can still turn out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Instance {
    pub stage: usize,
    pub severity: Severity,
    /// It may be relevant and in order.
    pub may_pass: bool,
    /// It may fire.
    pub may_fire: bool,
    /// It may be irrelevant.
    pub may_be_irrelevant: bool,
}

/// All rules, judged: findings with the worst first, and every instance for readiness.
pub(super) struct Judgement {
    pub findings: Vec<Finding>,
    pub instances: Vec<Instance>,
}

pub(super) fn judge(scene: Scene<'_>) -> Judgement {
    let mut judgement = Judgement { findings: Vec::new(), instances: Vec::new() };
    for (stage, rule) in scene.questionnaire.rules() {
        for case in cases(scene, rule.each.as_ref()) {
            let (instance, fires) = settle(scene, stage, rule, &case);
            judgement.instances.push(instance);
            judgement.findings.extend((fires.truth == Truth::True).then(|| Finding {
                rule: rule.id.value.clone(),
                stage,
                rows: owned(&case.rows),
                severity: rule.severity,
                evidence: in_order(scene, fires.evidence),
                facts: distinct(fires.facts),
            }));
        }
    }
    judgement.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    judgement
}

/// Rules that are relevant and found to be in order, by something that was said, for rows at least of one case.
pub(super) fn rules_in_order(scene: Scene<'_>) -> Vec<&Rule> {
    let is_in_order = |stage, rule: &Rule| {
        cases(scene, rule.each.as_ref()).iter().any(|case| settle(scene, stage, rule, case).0.is_in_order())
    };
    scene
        .questionnaire
        .rules()
        .filter(|&(stage, rule)| is_in_order(stage, rule))
        .map(|(_, rule)| rule)
        .collect()
}

/// A rule that may still fire and may not, and the rows for which that is so.
pub(super) struct Undecided<'a> {
    pub rule: &'a Rule,
    pub case: Case<'a>,
    /// The facts of law that nobody has told the program and that keep it open.
    pub facts: Vec<FactOf>,
}

/// Every rule that may still fire and may not, once for each case for which that is so.
pub(super) fn undecided_rules(scene: Scene<'_>) -> Vec<Undecided<'_>> {
    let settled = scene.questionnaire.rules().flat_map(|(stage, rule)| {
        cases(scene, rule.each.as_ref()).into_iter().map(move |case| {
            let (instance, fires) = settle(scene, stage, rule, &case);
            (instance, Undecided { rule, case, facts: fires.facts })
        })
    });
    settled.filter(|(instance, _)| instance.is_undecided()).map(|(_, undecided)| undecided).collect()
}

/// What a rule can still turn out to be in one case, and whether it fires there.
fn settle(scene: Scene<'_>, stage: usize, rule: &Rule, case: &Case<'_>) -> (Instance, Verdict) {
    let applies = rule.applies.as_ref().map(|applies| scene.judge(applies, &case.rows));
    let relevant = Verdict::all([case.exists.clone()].into_iter().chain(applies));
    let wrong = scene.judge(&rule.when, &case.rows);
    // Where nothing was said that could be wrong, nothing was found to be in order either.
    let idle = wrong.truth == Truth::False && !wrong.said;
    let may_be_in_order = wrong.truth != Truth::True && (!idle || wrong.open);
    let instance = Instance {
        stage,
        severity: rule.severity,
        may_pass: relevant.truth != Truth::False && may_be_in_order,
        may_fire: relevant.truth != Truth::False && wrong.truth != Truth::False,
        may_be_irrelevant: relevant.truth != Truth::True || idle,
    };
    (instance, Verdict::all([relevant, wrong]))
}

impl Instance {
    /// Whether it may fire, and may not.
    pub fn is_undecided(&self) -> bool {
        self.may_fire && (self.may_pass || self.may_be_irrelevant)
    }

    /// Whether nothing is open any more: it is relevant and passes.
    fn is_in_order(&self) -> bool {
        self.may_pass && !self.may_fire && !self.may_be_irrelevant
    }
}

/// Each fact once, by country.
pub(super) fn distinct(facts: Vec<FactOf>) -> Vec<FactOf> {
    BTreeSet::from_iter(facts).into_iter().collect()
}

/// Without doubles, in the order of the questionnaire and of the rows.
pub(super) fn in_order(scene: Scene<'_>, mut evidence: Vec<Place>) -> Vec<Place> {
    evidence.sort_by_cached_key(|place| {
        let repeat = scene.questionnaire.repeat_of(&place.question);
        let rows = repeat.map_or(&[][..], |repeat| scene.state.rows(repeat));
        let row = rows.iter().position(|row| Some(row) == place.row.as_ref());
        (scene.questionnaire.position(&place.question), row)
    });
    evidence.dedup();
    evidence
}

/// The rows that something is judged for, and whether there is such a case.
pub(super) struct Case<'a> {
    pub rows: Vec<(&'a str, &'a str)>,
    pub exists: Verdict,
}

/// Rows in scope, to be kept.
pub(super) fn owned(scope: Scope<'_>) -> Vec<RowOf> {
    scope.iter().map(|(repeat, row)| ((*repeat).to_owned(), (*row).to_owned())).collect()
}

/// The cases of a rule or point with that `each`: one, or one for each row or pair. Where it is not known yet whether a
/// pair is named the case is there but may not exist.
pub(super) fn cases<'a>(scene: Scene<'a>, each: Option<&'a Id>) -> Vec<Case<'a>> {
    let once = || vec![Case { rows: Vec::new(), exists: Verdict::given(Truth::True) }];
    let Some(each) = each.map(|each| each.value.as_str()) else { return once() };
    if scene.questionnaire.repeat(each).is_some() {
        return rows_of(scene, each);
    }
    let Some(question) = scene.questionnaire.question(each) else { return Vec::new() };
    let Kind::Rows(named) = &question.kind else { return Vec::new() };
    let outer = question.row_of.as_ref().map_or_else(once, |repeat| rows_of(scene, &repeat.value));
    let pairs = outer.iter().flat_map(|outer| {
        let inner = rows_of(scene, &named.value).into_iter();
        inner.map(|inner| pair(scene, each, outer, inner))
    });
    pairs.filter(|pair| pair.exists.truth != Truth::False).collect()
}

/// One case for each row; a single one without a row stands for those that may come to an empty list.
pub(super) fn rows_of<'a>(scene: Scene<'a>, repeat: &'a str) -> Vec<Case<'a>> {
    let exists = scene.standings.repeat_gate(repeat);
    if exists.truth == Truth::False {
        return Vec::new();
    }
    let rows = scene.state.rows(repeat);
    if rows.is_empty() && scene.rows_to_come(repeat) > 0 {
        return vec![Case { rows: Vec::new(), exists: Verdict::given(Truth::Unknown) }];
    }
    rows.iter().map(|row| Case { rows: vec![(repeat, row.as_str())], exists: exists.clone() }).collect()
}

/// A row with another one that it may name: the pair exists if the answer to the Rows question says so.
fn pair<'a>(scene: Scene<'a>, question: &str, outer: &Case<'a>, inner: Case<'a>) -> Case<'a> {
    let row = inner.rows.first().map(|(_, row)| *row);
    let named = scene.value(
        question,
        &outer.rows,
        |value| matches!(value, Value::Rows(rows) if rows.iter().any(|named| Some(named.as_str()) == row)),
    );
    let rows = [outer.rows.as_slice(), &inner.rows].concat();
    Case { rows, exists: Verdict::all([outer.exists.clone(), inner.exists, named]) }
}

#[cfg(test)]
mod tests;
