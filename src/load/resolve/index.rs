//! Where everything stands in the order asked, and whether it is there at all.

use std::collections::{HashMap, HashSet};

use crate::load::near::did_you_mean;
use crate::load::wording::is_id;
use crate::model::{FactKind, Id, Question, Questionnaire, Repeat};

/// Things that are named by an id which is unique among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Names {
    Authorities,
    Clauses,
    Facts,
    Milestones,
    Questions,
    Repeats,
    Rules,
}

impl Names {
    /// The code of a diagnostic on an id that is not among them.
    pub(super) fn unknown(self) -> &'static str {
        match self {
            Self::Authorities => "unknown-source",
            Self::Clauses => "unknown-clause",
            Self::Facts => "unknown-fact",
            Self::Milestones => "unknown-milestone",
            Self::Questions => "unknown-question",
            Self::Repeats => "unknown-repeat",
            Self::Rules => "unknown-rule",
        }
    }

    /// What a person calls one of them.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Authorities => "authority",
            Self::Clauses => "clause",
            Self::Facts => "fact",
            Self::Milestones => "milestone",
            Self::Questions => "question",
            Self::Repeats => "repeat",
            Self::Rules => "rule",
        }
    }
}

/// So many wrong names are kept in mind, so that what follows from them isn't told.
const FEW: usize = 100;

/// A questionnaire with the positions of its questions, counted over all stages. Whatever is asked of it takes no longer
/// in a long questionnaire than in a short one, but for [`ids`](Self::ids).
pub(super) struct Index<'q> {
    pub(super) questionnaire: &'q Questionnaire,
    positions: HashMap<&'q str, usize>,
    /// The position of the first question of each stage and, last, the number of all questions.
    starts: Vec<usize>,
    /// The first question that is asked for each row of a repeat.
    firsts: HashMap<&'q str, &'q Question>,
    /// The options of every question, each with its question.
    options: HashSet<(&'q str, &'q str)>,
    facts: HashMap<&'q str, &'q FactKind>,
    milestones: HashSet<&'q str>,
    clauses: HashSet<&'q str>,
    authorities: HashSet<&'q str>,
    rules: HashSet<&'q str>,
    /// Ids that two questions or repeats have.
    twice: HashSet<&'q str>,
    /// Ids of questions and repeats that can't be ids.
    bad: Vec<&'q str>,
    /// What stands in a `row_of` and is no repeat.
    rows_of_nothing: Vec<&'q str>,
}

impl<'q> Index<'q> {
    pub(super) fn new(questionnaire: &'q Questionnaire) -> Self {
        let mut positions = HashMap::new();
        let mut firsts = HashMap::new();
        let mut options = HashSet::new();
        for (position, question) in questionnaire.questions().enumerate() {
            let id = question.id.value.as_str();
            positions.entry(id).or_insert(position);
            if let Some(row_of) = &question.row_of {
                firsts.entry(row_of.value.as_str()).or_insert(question);
            }
            options.extend(question.kind.options().iter().map(|option| (id, option.id.value.as_str())));
        }
        let mut starts = vec![0];
        for stage in &questionnaire.stages {
            starts.push(starts.last().copied().unwrap_or(0) + stage.questions.len());
        }
        let named = || ids(questionnaire, Names::Questions).chain(ids(questionnaire, Names::Repeats));
        let mut once = HashSet::new();
        let rows_of = questionnaire.questions().filter_map(|question| question.row_of.as_ref());
        let rows_of_nothing = rows_of
            .filter(|row_of| questionnaire.repeat(row_of).is_none())
            .map(|row_of| row_of.value.as_str());
        let kinds = &questionnaire.jurisdictions.kinds;
        let of = |names| ids(questionnaire, names).collect();
        Self {
            questionnaire,
            positions,
            starts,
            firsts,
            options,
            facts: kinds.iter().map(|kind| (kind.id.value.as_str(), kind)).collect(),
            milestones: of(Names::Milestones),
            clauses: of(Names::Clauses),
            authorities: of(Names::Authorities),
            rules: of(Names::Rules),
            twice: named().filter(|id| !once.insert(*id)).collect(),
            bad: named().filter(|id| !is_id(id)).take(FEW).collect(),
            rows_of_nothing: rows_of_nothing.take(FEW).collect(),
        }
    }

    /// Whether nobody knows which of two questions or repeats is meant. That is told by itself, so all that would follow
    /// from the one or the other isn't.
    pub(super) fn is_twice(&self, id: &str) -> bool {
        self.twice.contains(id)
    }

    /// Whether it is the id of a question or repeat and can't be one, which is told by itself.
    pub(super) fn is_bad(&self, id: &str) -> bool {
        self.bad.contains(&id)
    }

    /// Whether an id is written for one that can't be one, which is told by itself.
    pub(super) fn is_for_bad(&self, id: &str) -> bool {
        !self.bad.contains(&id) && did_you_mean(id, self.bad.iter().copied()).is_some()
    }

    /// Whether a `row_of` was meant for that repeat and has a slip, which is told by itself.
    pub(super) fn has_slip_for(&self, repeat: &str) -> bool {
        self.rows_of_nothing.iter().any(|written| did_you_mean(written, [repeat]).is_some())
    }

    /// Whether an id is among them.
    pub(super) fn has(&self, names: Names, id: &str) -> bool {
        match names {
            Names::Authorities => self.authorities.contains(id),
            Names::Clauses => self.clauses.contains(id),
            Names::Facts => self.facts.contains_key(id),
            Names::Milestones => self.milestones.contains(id),
            Names::Questions => self.question(id).is_some(),
            Names::Repeats => self.repeat(id).is_some(),
            Names::Rules => self.rules.contains(id),
        }
    }

    /// All of them, in the author's order.
    pub(super) fn ids(&self, names: Names) -> Vec<&'q str> {
        ids(self.questionnaire, names).collect()
    }

    pub(super) fn question(&self, id: &str) -> Option<&'q Question> {
        self.questionnaire.question(id)
    }

    pub(super) fn repeat(&self, id: &str) -> Option<&'q Repeat> {
        self.questionnaire.repeat(id)
    }

    pub(super) fn fact(&self, id: &str) -> Option<&'q FactKind> {
        self.facts.get(id).copied()
    }

    /// Whether a question has that option.
    pub(super) fn has_option(&self, question: &Question, option: &str) -> bool {
        self.options.contains(&(question.id.value.as_str(), option))
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
        self.firsts.get(repeat).copied()
    }

    /// Whether the rows of a repeat are named at that position or later. Nothing is said of a repeat that has
    /// no questions, which is reported by itself.
    pub(super) fn rows_named_from(&self, repeat: &str, position: usize) -> bool {
        self.first_of(repeat).is_some_and(|question| self.position(&question.id) >= position)
    }
}

/// Items of the source article count as authorities.
fn ids(questionnaire: &Questionnaire, names: Names) -> impl Iterator<Item = &str> {
    let ids: Box<dyn Iterator<Item = &Id>> = match names {
        Names::Authorities => {
            let items = questionnaire.items.iter().map(|item| &item.id);
            Box::new(items.chain(questionnaire.authorities.iter().map(|authority| &authority.id)))
        }
        Names::Clauses => Box::new(questionnaire.clauses.iter().map(|clause| &clause.id)),
        Names::Facts => Box::new(questionnaire.jurisdictions.kinds.iter().map(|kind| &kind.id)),
        Names::Milestones => Box::new(questionnaire.manifest.milestones.iter().map(|one| &one.id)),
        Names::Questions => Box::new(questionnaire.questions().map(|question| &question.id)),
        Names::Repeats => Box::new(questionnaire.repeats().map(|repeat| &repeat.id)),
        Names::Rules => Box::new(questionnaire.rules().map(|(_, rule)| &rule.id)),
    };
    ids.map(|id| id.value.as_str())
}

/// Whether a question is asked for each row of that repeat.
pub(super) fn belongs(question: &Question, repeat: &str) -> bool {
    question.row_of.as_ref().is_some_and(|row_of| row_of.value == repeat)
}
