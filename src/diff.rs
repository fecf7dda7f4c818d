//! Two versions of a questionnaire: what changed, and what becomes of the answers that saved sessions hold.

mod compare;
mod fate;
mod judge;
mod marks;
mod names;
mod outline;
#[cfg(test)]
mod tests;
mod thing;

pub use fate::{Because, Exception, Fate, Gate, Verdict};
pub use marks::marks;
pub use thing::{Changed, FieldChange, Move, Presence, Sort};

use crate::model::Questionnaire;
use compare::compare;
use names::Names;
use outline::Outline;

/// One of the two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The questionnaire's id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// What changed from the old questionnaire to the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The old one.
    pub old: Version,
    /// The new one.
    pub new: Version,
    /// Every question of both, also those that are the same: in the new order, each followed by those that stood behind it
    /// and are gone.
    pub questions: Vec<Changed>,
    /// Everything else that changed, by what it is.
    pub others: Vec<(Chapter, Vec<Changed>)>,
    /// What becomes of the answers to each question of the old one, in the order asked.
    pub fates: Vec<Fate>,
}

/// What else a questionnaire is made of, in the order told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chapter {
    /// The manifest and its milestones.
    Questionnaire,
    /// Stages, without their questions and rules.
    Stages,
    /// Lists of rows.
    Repeats,
    /// Rules.
    Rules,
    /// Clause points.
    Clauses,
    /// Glossary.
    Glossary,
    /// What candidates are compared by.
    Comparison,
    /// Arguments for and against options.
    Weighings,
    /// The order and tables of the report.
    Layout,
    /// Items of the source article.
    Items,
    /// Further authorities.
    Authorities,
    /// Facts of countries' law.
    Facts,
}

impl Chapter {
    /// All of them, in the order told.
    pub const ALL: [Self; 12] = [
        Self::Questionnaire,
        Self::Stages,
        Self::Repeats,
        Self::Rules,
        Self::Clauses,
        Self::Glossary,
        Self::Comparison,
        Self::Weighings,
        Self::Layout,
        Self::Items,
        Self::Authorities,
        Self::Facts,
    ];

    /// The word for JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Questionnaire => "questionnaire",
            Self::Stages => "stages",
            Self::Repeats => "repeats",
            Self::Rules => "rules",
            Self::Clauses => "clauses",
            Self::Glossary => "glossary",
            Self::Comparison => "comparison",
            Self::Weighings => "weighings",
            Self::Layout => "report",
            Self::Items => "items",
            Self::Authorities => "authorities",
            Self::Facts => "facts",
        }
    }
}

impl Diff {
    /// Whether nothing changed but perhaps the id and the version.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.iter().all(Changed::is_same)
            && self.others.iter().all(|(_, changed)| changed.is_empty())
    }

    /// Whether a session of the old one can be opened with the new one: it names the questionnaire by its id.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.old.id == self.new.id
    }

    /// What becomes of the answers to a question of the old one.
    #[must_use]
    pub fn fate(&self, question: &str) -> Option<&Fate> {
        self.fates.iter().find(|fate| fate.question == question)
    }
}

/// Holds two versions against each other.
#[must_use]
pub fn diff(old: &Questionnaire, new: &Questionnaire) -> Diff {
    let (names, present) = (Names::between(old, new), Names::default());
    let before = Outline { questionnaire: old, names: &names };
    let now = Outline { questionnaire: new, names: &present };
    let chapter = |chapter: Chapter| -> Vec<Changed> {
        let all = compare(&before.chapter(chapter), &now.chapter(chapter));
        all.into_iter().filter(|changed| !changed.is_same()).collect()
    };
    Diff {
        old: version(old),
        new: version(new),
        questions: compare(&before.questions(), &now.questions()),
        others: Chapter::ALL.map(|one| (one, chapter(one))).into(),
        fates: judge::fates(old, new, &names),
    }
}

fn version(of: &Questionnaire) -> Version {
    Version { id: of.manifest.id.value.clone(), version: of.manifest.version.value.clone() }
}
