//! Where everything stands in the order asked.

use std::collections::HashMap;

use crate::model::{Id, Question, Questionnaire, Repeat};

/// A questionnaire with the positions of its questions, counted over all stages.
pub(super) struct Index<'q> {
    pub(super) questionnaire: &'q Questionnaire,
    positions: HashMap<&'q str, usize>,
    /// The position of the first question of each stage and, last, the number of all questions.
    starts: Vec<usize>,
    pub(super) milestones: Vec<&'q str>,
    pub(super) clauses: Vec<&'q str>,
    /// Items of the source article and further authorities.
    pub(super) authorities: Vec<&'q str>,
}

fn strings<'q>(ids: impl Iterator<Item = &'q Id>) -> Vec<&'q str> {
    ids.map(|id| id.value.as_str()).collect()
}

impl<'q> Index<'q> {
    pub(super) fn new(questionnaire: &'q Questionnaire) -> Self {
        let mut positions = HashMap::new();
        for (position, question) in questionnaire.questions().enumerate() {
            positions.entry(question.id.value.as_str()).or_insert(position);
        }
        let mut starts = vec![0];
        for stage in &questionnaire.stages {
            starts.push(starts.last().copied().unwrap_or(0) + stage.questions.len());
        }
        let items = questionnaire.items.iter().map(|item| &item.id);
        let authorities = questionnaire.authorities.iter().map(|authority| &authority.id);
        Self {
            questionnaire,
            positions,
            starts,
            milestones: strings(questionnaire.manifest.milestones.iter().map(|one| &one.id)),
            clauses: strings(questionnaire.clauses.iter().map(|clause| &clause.id)),
            authorities: strings(items.chain(authorities)),
        }
    }

    pub(super) fn question(&self, id: &str) -> Option<&'q Question> {
        self.questionnaire.question(id)
    }

    pub(super) fn repeat(&self, id: &str) -> Option<&'q Repeat> {
        self.questionnaire.repeat(id)
    }

    pub(super) fn question_ids(&self) -> Vec<&'q str> {
        strings(self.questionnaire.questions().map(|question| &question.id))
    }

    pub(super) fn repeat_ids(&self) -> Vec<&'q str> {
        strings(self.questionnaire.repeats().map(|repeat| &repeat.id))
    }

    /// The position of a question; one that isn't there stands after all.
    pub(super) fn position(&self, question: &str) -> usize {
        self.positions.get(question).copied().unwrap_or(usize::MAX)
    }

    /// The position of the first question of a stage.
    pub(super) fn start_of(&self, stage: usize) -> usize {
        self.starts.get(stage).copied().unwrap_or(0)
    }

    /// The position after the last question of a stage.
    pub(super) fn end_of(&self, stage: usize) -> usize {
        self.start_of(stage + 1)
    }

    /// The first question that is asked for each row of a repeat.
    pub(super) fn first_of(&self, repeat: &str) -> Option<&'q Question> {
        self.questionnaire.questions().find(|question| belongs(question, repeat))
    }

    /// Whether the rows of a repeat are named at that position or later. Nothing is said of a repeat that has
    /// no questions, which is reported by itself.
    pub(super) fn rows_named_from(&self, repeat: &str, position: usize) -> bool {
        self.first_of(repeat).is_some_and(|question| self.position(&question.id) >= position)
    }
}

/// Whether a question is asked for each row of that repeat.
pub(super) fn belongs(question: &Question, repeat: &str) -> bool {
    question.row_of.as_ref().is_some_and(|row_of| row_of.value == repeat)
}
