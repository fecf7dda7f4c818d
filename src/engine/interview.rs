//! The interview as it stands: everything that follows from a questionnaire and the answers given to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;

use super::accept::{Refusal, has_use};
use super::judge::{Finding, RowOf, in_order, judge, rules_in_order};
use super::readiness::{Readiness, readiness};
use super::replay::apply;
use super::route::{Route, Standing, Standings, Step, is_on_path, route};
use super::scene::Scene;
use super::truth::Truth;
use crate::model::{
    Act, Condition, Given, Place, Question, Questionnaire, Repeat, Rule, Severity, Speaker, State,
};

/// Derived once from the answers, and again after each change. Every surface of the program - screen, command
/// line, report - asks this one for what comes next and what was found.
#[derive(Debug, Clone)]
pub struct Interview {
    questionnaire: Arc<Questionnaire>,
    state: State,
    steps: Vec<Step>,
    left_out: Vec<Step>,
    standings: Standings,
    findings: Vec<Finding>,
    undecided: BTreeMap<Severity, usize>,
    overall: Option<Readiness>,
    stages: Vec<Option<Readiness>>,
}

/// How far an interview or a stage has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions that apply as things stand.
    pub asked: usize,
    /// Those of them that have an answer of any kind.
    pub answered: usize,
}

impl Interview {
    /// Routes and judges.
    #[must_use]
    pub fn new(questionnaire: Arc<Questionnaire>, state: State) -> Self {
        let Route { steps, left_out, standings } = route(&questionnaire, &state);
        let scene = Scene { questionnaire: &questionnaire, state: &state, standings: &standings };
        let judgement = judge(scene);
        let overall = readiness(&judgement.instances, |_| true);
        let of_stage = |stage| readiness(&judgement.instances, |instance| instance.stage == stage);
        let stages = (0..questionnaire.stages.len()).map(of_stage).collect();
        let mut undecided = BTreeMap::new();
        for instance in judgement.instances.iter().filter(|instance| instance.is_undecided()) {
            *undecided.entry(instance.severity).or_default() += 1;
        }
        Self {
            undecided,
            findings: judgement.findings,
            questionnaire,
            state,
            steps,
            left_out,
            standings,
            overall,
            stages,
        }
    }

    /// The interview in which these acts were done, one after the other, by nobody in particular.
    #[must_use]
    pub fn after(questionnaire: &Arc<Questionnaire>, acts: &[Act]) -> Self {
        let mut state = State::default();
        for act in acts {
            apply(questionnaire, &mut state, act, Speaker::default(), DateTime::UNIX_EPOCH);
        }
        Self::new(Arc::clone(questionnaire), state)
    }

    /// What is asked.
    #[must_use]
    pub fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.questionnaire
    }

    /// What was answered.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Every stop on the way, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What the full interview would ask as things stand and the express path leaves out, in order: questions without
    /// an answer, and lists that are open. None in the full interview. What depends on them may come on top.
    #[must_use]
    pub fn left_out(&self) -> &[Step] {
        &self.left_out
    }

    /// How much of each stage is left out, where anything is: the stage's index and a number of steps.
    #[must_use]
    pub fn left_out_by_stage(&self) -> Vec<(usize, usize)> {
        let stages = self.left_out.chunk_by(|a, b| self.stage_of(a) == self.stage_of(b));
        stages.map(|steps| (self.stage_of(&steps[0]), steps.len())).collect()
    }

    /// Rules that fire, the worst first.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many rules of a severity may still fire, each counted for every row that it speaks of.
    #[must_use]
    pub fn undecided(&self, severity: Severity) -> usize {
        self.undecided.get(&severity).copied().unwrap_or(0)
    }

    /// Rules that apply and are found to be in order, by something that was said, at least for some rows. Worked out anew
    /// at each call.
    #[must_use]
    pub fn rules_in_order(&self) -> Vec<&Rule> {
        rules_in_order(self.scene())
    }

    /// Readiness over the whole interview; `None` where no rule is relevant.
    #[must_use]
    pub fn readiness(&self) -> Option<Readiness> {
        self.overall
    }

    /// Readiness of a stage by its index; `None` where no rule of it is relevant.
    #[must_use]
    pub fn stage_readiness(&self, stage: usize) -> Option<Readiness> {
        self.stages.get(stage).copied().flatten()
    }

    /// How a place stands.
    #[must_use]
    pub fn standing(&self, place: &Place) -> Standing {
        let question = || self.questionnaire.question(&place.question);
        match self.standings.of(place) {
            Standing::Asked if !question().is_some_and(|asked| is_on_path(asked, place, &self.state)) => {
                Standing::LeftOut
            }
            standing => standing,
        }
    }

    /// The answers because of which a question is not asked, each once; none where it is asked, where that is not known yet, or
    /// where its row is gone.
    #[must_use]
    pub fn why_out(&self, place: &Place) -> Vec<Place> {
        let gate = self.standings.gate(place);
        if gate.truth == Truth::False { in_order(self.scene(), gate.evidence) } else { Vec::new() }
    }

    /// How many further questions depend on answers that are missing or open.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.standings.waiting().count()
    }

    /// Questions that may still come to be asked, in no order: those that wait for an earlier answer, and those
    /// of the rows that a list must have, or of a first one. On the express path essential ones only.
    pub(super) fn to_come(&self) -> impl Iterator<Item = &Question> {
        let questionnaire = &self.questionnaire;
        let waiting = self.standings.waiting().filter_map(|place| questionnaire.question(&place.question));
        let asked = |list: &&Repeat| !self.state.express || questionnaire.is_essential_list(list);
        let rows = questionnaire.repeats().filter(asked).flat_map(|repeat| {
            let (id, least) = (&repeat.id.value, repeat.least.max(1));
            let missing = least.saturating_sub(self.state.rows(id).len()).min(self.scene().rows_to_come(id));
            let of_a_row =
                questionnaire.questions().filter(|question| question.row_of.as_deref() == Some(id));
            of_a_row.flat_map(move |question| std::iter::repeat_n(question, missing))
        });
        waiting.chain(rows).filter(|question| !self.state.express || question.essential)
    }

    /// Whether a step still wants something: an answer, a row, or word that there are no more.
    #[must_use]
    pub fn is_open(&self, step: &Step) -> bool {
        match step {
            Step::Ask(place) => !self.state.answers.contains_key(place),
            Step::Rows(repeat) => self.scene().rows_to_come(repeat) > 0,
        }
    }

    /// Whether a condition holds as things stand, in the scope of these rows.
    #[must_use]
    pub fn judge(&self, condition: &Condition, rows: &[RowOf]) -> Truth {
        let scope: Vec<(&str, &str)> = rows.iter().map(|(of, row)| (of.as_str(), row.as_str())).collect();
        self.scene().judge(condition, &scope).truth
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene { questionnaire: &self.questionnaire, state: &self.state, standings: &self.standings }
    }

    /// The first step that still wants something; `None` at the end.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| self.is_open(step))
    }

    /// Where a person who opens the session again should stand: where they went last if nothing followed, else
    /// the first open step. `None` at the end.
    #[must_use]
    pub fn resume(&self) -> Option<&Step> {
        let visited = match &self.state.visit {
            Some(Act::Visit { at: Some(place), .. }) => Some(Step::Ask(place.clone())),
            Some(Act::Visit { repeat: Some(repeat), .. }) => Some(Step::Rows(repeat.clone())),
            Some(Act::Visit { .. }) => return None,
            _ => None,
        };
        visited.and_then(|visited| self.steps.iter().find(|step| **step == visited)).or_else(|| self.next())
    }

    /// The stage of a step, by its index.
    #[must_use]
    pub fn stage_of(&self, step: &Step) -> usize {
        let stage = match step {
            Step::Ask(place) => self.questionnaire.stage_of(&place.question),
            Step::Rows(repeat) => self.questionnaire.stage_of_repeat(repeat),
        };
        stage.unwrap_or(0)
    }

    /// Places of questions that apply, in the order asked.
    pub fn asked(&self) -> impl Iterator<Item = &Place> {
        self.steps.iter().filter_map(|step| match step {
            Step::Ask(place) => Some(place),
            Step::Rows(_) => None,
        })
    }

    /// Questions that apply and have no answer.
    pub fn unanswered(&self) -> impl Iterator<Item = &Place> {
        self.asked().filter(|place| !self.state.answers.contains_key(place))
    }

    /// Answers to questions that do not apply, those of rows that were taken out included, and answers that this version of
    /// the questionnaire has no use for: kept, but out of every conclusion. In the order of the questionnaire.
    pub fn parked(&self) -> impl Iterator<Item = (&Place, &Given)> {
        let parked = self.state.answers.iter().filter(|(place, _)| self.standing(place) != Standing::Asked);
        let mut parked: Vec<_> = parked.chain(&self.state.unfit).collect();
        parked.sort_by_key(|(place, _)| self.questionnaire.position(&place.question));
        parked.into_iter()
    }

    /// Why the questionnaire has no use for the answer that was given at a place to an earlier version of it; `None` where
    /// no such answer is kept.
    #[must_use]
    pub fn why_unfit(&self, place: &Place) -> Option<Refusal> {
        let given = self.state.unfit.get(place)?;
        has_use(&self.questionnaire, &self.state, place, &given.answer).err()
    }

    /// How far a stage has come, or the whole interview.
    #[must_use]
    pub fn progress(&self, stage: Option<usize>) -> Progress {
        let within = |place: &&Place| {
            stage.is_none_or(|stage| self.questionnaire.stage_of(&place.question) == Some(stage))
        };
        let asked = self.asked().filter(within);
        asked.fold(Progress::default(), |progress, place| Progress {
            asked: progress.asked + 1,
            answered: progress.answered + usize::from(self.state.answers.contains_key(place)),
        })
    }
}

#[cfg(test)]
mod tests;
