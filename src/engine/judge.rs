//! Rules over answers: which of them fire, for which rows, on what evidence.

use super::route::Standing;
use super::truth::{Scene, Truth, place_in};
use crate::model::{Answer, Kind, Place, Question, Questionnaire, Rule, Severity, Value};

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
    /// The answers that make it fire, in the order asked.
    pub evidence: Vec<Place>,
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
        for rows in instances(scene, rule) {
            match rows {
                Some(rows) => judgement.rule(scene, stage, rule, &rows),
                None => judgement.instances.push(Instance {
                    stage,
                    severity: rule.severity,
                    may_pass: true,
                    may_fire: true,
                    may_be_irrelevant: true,
                }),
            }
        }
    }
    judgement.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    judgement
}

impl Judgement {
    fn rule(&mut self, scene: Scene<'_>, stage: usize, rule: &Rule, rows: &[(&str, &str)]) {
        let relevant = rule.applies.as_ref().map(|applies| scene.judge(applies, rows));
        let wrong = scene.judge(&rule.when, rows);
        let relevance = relevant.as_ref().map_or(Truth::True, |verdict| verdict.truth);
        self.instances.push(Instance {
            stage,
            severity: rule.severity,
            may_pass: relevance != Truth::False && wrong.truth != Truth::True,
            may_fire: relevance != Truth::False && wrong.truth != Truth::False,
            may_be_irrelevant: relevance != Truth::True,
        });
        if relevance == Truth::True && wrong.truth == Truth::True {
            let mut evidence: Vec<Place> = relevant.map_or_else(Vec::new, |verdict| verdict.evidence);
            evidence.extend(wrong.evidence);
            self.findings.push(Finding {
                rule: rule.id.value.clone(),
                stage,
                rows: rows.iter().map(|(repeat, row)| ((*repeat).to_owned(), (*row).to_owned())).collect(),
                severity: rule.severity,
                evidence: in_order(scene.questionnaire, evidence),
            });
        }
    }
}

/// Without doubles, in the order of the questionnaire.
fn in_order(questionnaire: &Questionnaire, mut evidence: Vec<Place>) -> Vec<Place> {
    let position = |place: &Place| questionnaire.position(&place.question);
    evidence.sort_by(|a, b| (position(a), a).cmp(&(position(b), b)));
    evidence.dedup();
    evidence
}

type Rows<'a> = Option<Vec<(&'a str, &'a str)>>;

/// The sets of rows that a rule runs for. `None` stands for rows that may still come where none is there yet.
fn instances<'a>(scene: Scene<'a>, rule: &'a Rule) -> Vec<Rows<'a>> {
    let Some(each) = &rule.each else { return vec![Some(Vec::new())] };
    if scene.questionnaire.repeat(&each.value).is_some() {
        return rows_of(scene, &each.value);
    }
    let Some(question) = scene.questionnaire.question(&each.value) else { return Vec::new() };
    let (Some(repeat), Kind::Rows(named)) = (&question.row_of, &question.kind) else { return Vec::new() };
    let pairs = rows_of(scene, &repeat.value).into_iter().flat_map(|rows| {
        let Some(scope) = rows else { return vec![None] };
        pairs(scene, &scope, question, &named.value)
    });
    pairs.collect()
}

fn rows_of<'a>(scene: Scene<'a>, repeat: &'a str) -> Vec<Rows<'a>> {
    let rows = scene.state.rows(repeat);
    match scene.standings.of_repeat(repeat) {
        Standing::Out => Vec::new(),
        _ if rows.is_empty() && scene.rows_may_come(repeat) => vec![None],
        _ => rows.iter().map(|row| Some(vec![(repeat, row.as_str())])).collect(),
    }
}

/// The row in scope with each row that it names. While it names none yet, some may come.
fn pairs<'a>(
    scene: Scene<'a>,
    scope: &[(&'a str, &'a str)],
    question: &Question,
    named: &'a str,
) -> Vec<Rows<'a>> {
    let Some(place) = place_in(question, scope) else { return Vec::new() };
    let answer = match scene.standings.of(&place) {
        Standing::Out => return Vec::new(),
        Standing::Waiting => None,
        Standing::Asked => scene.state.answer(&place),
    };
    match answer {
        Some(Answer::Value(Value::Rows(rows))) => {
            let pair = |row: &'a String| Some([scope, &[(named, row.as_str())]].concat());
            rows.iter().filter(|row| scene.state.rows(named).contains(row)).map(pair).collect()
        }
        Some(Answer::NotApplicable) => Vec::new(),
        _ => vec![None],
    }
}
