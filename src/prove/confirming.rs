//! The engine's word on what the solver found.

use std::sync::Arc;

use super::{Effect, Statement, Witness, effects};
use crate::engine::{Finding, Interview, enter_all};
use crate::model::{Questionnaire, Rule, State};

impl Witness {
    /// The interview with these answers, entered as a file's are; `None` where they are refused, or where by the engine
    /// the statement doesn't hold: then circuit and engine disagree, which is a mistake of the program.
    #[must_use]
    pub fn confirmed(
        &self,
        questionnaire: &Arc<Questionnaire>,
        statement: Statement<'_>,
    ) -> Option<Interview> {
        let blank = Interview::new(Arc::clone(questionnaire), State::default());
        enter_all(&blank, &self.acts).ok()?;
        let interview = Interview::after(questionnaire, &self.acts);
        statement.holds_in(&interview).then_some(interview)
    }
}

impl Statement<'_> {
    /// Whether the answers of an interview bring it about, as the engine has it.
    #[must_use]
    pub fn holds_in(self, interview: &Interview) -> bool {
        let fires = |rule: &Rule| findings(interview, rule).next().is_some();
        let effect = match self {
            Self::Asked(question) => Effect::Asked(question.id.value.clone()),
            Self::Chosen(question, option) => {
                Effect::Chosen(question.id.value.clone(), option.id.value.clone())
            }
            Self::Fires(rule) => return fires(rule),
            Self::InOrder(rule) => Effect::InOrder(rule.id.value.clone()),
            Self::Called(clause) => {
                let found = interview.findings().iter();
                let mut rules = found.filter_map(|finding| finding.rule(interview.questionnaire()));
                return rules.any(|rule| rule.clauses.contains(&clause.id));
            }
            // Rules over the same rows contradict each other row by row.
            Self::Together(one, other) if one.each == other.each => {
                return findings(interview, one)
                    .any(|first| findings(interview, other).any(|second| first.rows == second.rows));
            }
            Self::Together(one, other) => return fires(one) && fires(other),
        };
        effects(interview).contains(&effect)
    }
}

fn findings<'i>(interview: &'i Interview, rule: &Rule) -> impl Iterator<Item = &'i Finding> {
    interview.findings().iter().filter(|finding| finding.rule == rule.id.value)
}
