//! A questionnaire, as its folder of RON files says it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::{Authority, Comparison, Condition, Id, Item, Jurisdictions, Kind, Layout, Rule, Share, Weighing};
use crate::text::Spanned;

/// `questionnaire.ron`: what the folder is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename = "Questionnaire", deny_unknown_fields)]
pub struct Manifest {
    /// The questionnaire's id; sessions name it.
    pub id: Id,
    /// Its version, changed with every change of content.
    pub version: Spanned<String>,
    /// Its name for a person.
    pub title: Spanned<String>,
    /// One or two sentences: what it is for.
    pub about: Spanned<String>,
    /// How the source article is cited.
    pub article: Spanned<String>,
    /// What the report must say about its own limits.
    pub caution: Spanned<String>,
    /// Points in time before which actions are due, the earliest first.
    pub milestones: Vec<Milestone>,
}

/// A point in time that a project passes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its id, which actions name.
    pub id: Id,
    /// How it reads after "before": "anything confidential is disclosed".
    pub label: Spanned<String>,
    /// The question that asks for the day of it: a Date that is asked once.
    #[serde(default)]
    pub day: Option<Id>,
}

/// A step of the interview, in a file of its own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Unique in the questionnaire.
    pub id: Id,
    /// The name in the outline: two words at most.
    pub title: Spanned<String>,
    /// What the stage is about, in a sentence or two.
    pub intro: Spanned<String>,
    /// Repeats whose rows are named in this stage.
    #[serde(default)]
    pub repeats: Vec<Repeat>,
    /// In the order asked.
    pub questions: Vec<Question>,
    /// What the answers of this stage mean.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What speaks for and against the options of this stage's questions.
    #[serde(default)]
    pub weighings: Vec<Weighing>,
}

/// A group of questions that is asked once per thing.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Unique in the questionnaire.
    pub id: Id,
    /// What one row is: "candidate partner".
    pub item: Spanned<String>,
    /// The short text question whose answer names a row; the first question of the repeat.
    pub label: Id,
    /// Fewest rows.
    #[serde(default)]
    pub least: usize,
    /// Most rows.
    pub most: usize,
    /// Whether there are such rows at all; absent means always.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub when: Option<Condition>,
    /// Ids it had before it was renamed; rows of those are taken for rows of this.
    #[serde(default)]
    pub was: Vec<Id>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique in the questionnaire.
    pub id: Id,
    /// Ids it had before it was renamed; answers given under those are taken for answers to this.
    #[serde(default)]
    pub was: Vec<Id>,
    /// Asked once per row of this repeat.
    #[serde(default)]
    pub row_of: Option<Id>,
    /// The question itself; may hold placeholders such as `{partner_name}`.
    pub ask: Spanned<String>,
    /// A quieter line below it: what to count, an example.
    #[serde(default)]
    pub hint: Option<Spanned<String>>,
    /// The shape of the answer.
    pub kind: Kind,
    /// Asked only where this holds; mentions earlier questions only.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub when: Option<Condition>,
    /// Whether the express path asks it too.
    #[serde(default)]
    pub essential: bool,
    /// To whom its answer may be shown while nobody says otherwise: absent means to the client and to counsel.
    #[serde(default)]
    pub share: Option<Share>,
    /// Why it is asked.
    pub why: Spanned<String>,
    /// Facts of countries that help to answer: an earlier Country or Countries question, or that of the row, and the
    /// kind of fact.
    #[serde(default)]
    pub facts: Vec<(Id, Id)>,
    /// Authorities: items of the source article or entries of `authorities.ron`.
    pub source: Vec<Id>,
}

/// A point that the contract must settle.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Unique among the clauses.
    pub id: Id,
    /// Its name.
    pub title: Spanned<String>,
    /// What it must settle, in plain words.
    pub settles: Spanned<String>,
    /// Questions whose answers say where a side stands on it: the other one, where they are asked of each of those on it.
    #[serde(default)]
    pub position: Vec<Id>,
    /// Ids it had before it was renamed.
    #[serde(default)]
    pub was: Vec<Id>,
    /// Authorities.
    pub source: Vec<Id>,
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word or words, as they stand in questions.
    pub term: Spanned<String>,
    /// Other forms of it that are found in texts: plurals, abbreviations.
    #[serde(default)]
    pub also: Vec<Spanned<String>>,
    /// What it means, in plain words.
    pub meaning: Spanned<String>,
}

/// A whole questionnaire, loaded and resolved. Read only.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// What it is.
    pub manifest: Manifest,
    /// In the order asked.
    pub stages: Vec<Stage>,
    /// Contract points.
    pub clauses: Vec<Clause>,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// Items of the source article.
    pub items: Vec<Item>,
    /// Further authorities.
    pub authorities: Vec<Authority>,
    /// What is known of countries' law.
    pub jurisdictions: Arc<Jurisdictions>,
    /// What the rows of a repeat are compared by, where they are.
    pub comparison: Option<Comparison>,
    /// The order and the tables of the report, where the author says them.
    pub layout: Option<Layout>,
    questions: HashMap<String, (usize, usize)>,
    repeats: HashMap<String, (usize, usize)>,
    /// By ids that are no longer in use.
    former_questions: HashMap<String, (usize, usize)>,
    former_repeats: HashMap<String, (usize, usize)>,
    has_former_ids: bool,
}

impl Questionnaire {
    /// Puts the parts together and indexes them. Where an id stands twice the first one counts; `load` refuses
    /// such a questionnaire.
    #[must_use]
    pub fn new(
        manifest: Manifest,
        stages: Vec<Stage>,
        clauses: Vec<Clause>,
        glossary: Vec<Term>,
        items: Vec<Item>,
        authorities: Vec<Authority>,
    ) -> Self {
        let [mut questions, mut former_questions] = [HashMap::new(), HashMap::new()];
        let [mut repeats, mut former_repeats] = [HashMap::new(), HashMap::new()];
        for (s, stage) in stages.iter().enumerate() {
            for (q, question) in stage.questions.iter().enumerate() {
                questions.entry(question.id.value.clone()).or_insert((s, q));
                index(&mut former_questions, &question.was, (s, q));
            }
            for (r, repeat) in stage.repeats.iter().enumerate() {
                repeats.entry(repeat.id.value.clone()).or_insert((s, r));
                index(&mut former_repeats, &repeat.was, (s, r));
            }
        }
        former_questions.retain(|id, _| !questions.contains_key(id));
        former_repeats.retain(|id, _| !repeats.contains_key(id));
        let mut options =
            stages.iter().flat_map(|stage| &stage.questions).flat_map(|question| question.kind.options());
        let has_former_ids = !former_questions.is_empty()
            || !former_repeats.is_empty()
            || clauses.iter().any(|clause| !clause.was.is_empty())
            || options.any(|option| !option.was.is_empty());
        let (comparison, layout, jurisdictions) = (None, None, Arc::default());
        Self {
            manifest,
            stages,
            clauses,
            glossary,
            items,
            authorities,
            jurisdictions,
            comparison,
            layout,
            questions,
            repeats,
            former_questions,
            former_repeats,
            has_former_ids,
        }
    }

    /// The same, with what is known of countries' law.
    #[must_use]
    pub fn with_jurisdictions(self, jurisdictions: Arc<Jurisdictions>) -> Self {
        Self { jurisdictions, ..self }
    }

    /// The same with that comparison.
    #[must_use]
    pub fn comparing(self, comparison: Option<Comparison>) -> Self {
        Self { comparison, ..self }
    }

    /// The same with that order of the report.
    #[must_use]
    pub fn laid_out(self, layout: Option<Layout>) -> Self {
        Self { layout, ..self }
    }

    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id).map(|&(s, q)| &self.stages[s].questions[q])
    }

    /// The repeat of that id.
    #[must_use]
    pub fn repeat(&self, id: &str) -> Option<&Repeat> {
        self.repeats.get(id).map(|&(s, r)| &self.stages[s].repeats[r])
    }

    /// Whether anything that sessions name was renamed: a question, an option, a repeat or a point of the contract.
    #[must_use]
    pub fn has_former_ids(&self) -> bool {
        self.has_former_ids
    }

    /// The question that had that id before it was renamed; none where the id is in use.
    #[must_use]
    pub fn renamed_question(&self, former: &str) -> Option<&Question> {
        self.former_questions.get(former).map(|&(s, q)| &self.stages[s].questions[q])
    }

    /// The repeat that had that id before it was renamed; none where the id is in use.
    #[must_use]
    pub fn renamed_repeat(&self, former: &str) -> Option<&Repeat> {
        self.former_repeats.get(former).map(|&(s, r)| &self.stages[s].repeats[r])
    }

    /// The point of the contract of that id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id.value == id)
    }

    /// The point of the contract that had that id before it was renamed; none where the id is in use.
    #[must_use]
    pub fn renamed_clause(&self, former: &str) -> Option<&Clause> {
        let renamed = |clause: &&Clause| clause.was.iter().any(|was| was.value == former);
        self.clauses.iter().find(renamed).filter(|_| self.clause(former).is_none())
    }

    /// The repeat for whose rows a question is asked; `None` for one that is asked once.
    #[must_use]
    pub fn repeat_of(&self, question: &str) -> Option<&str> {
        self.question(question)?.row_of.as_deref().map(String::as_str)
    }

    /// The list of those on the other side, where the author says which it is.
    #[must_use]
    pub fn counterparts(&self) -> Option<&Repeat> {
        self.repeat(self.layout.as_ref()?.counterpart.as_ref()?)
    }

    /// Whether a question is asked of each of those on the other side.
    #[must_use]
    pub fn is_of_counterparts(&self, question: &str) -> bool {
        let of = self.repeat_of(question);
        of.is_some_and(|of| self.counterparts().is_some_and(|repeat| repeat.id.value == of))
    }

    /// Where a question stands: its stage and its number in it, both from 0.
    #[must_use]
    pub fn position(&self, question: &str) -> Option<(usize, usize)> {
        self.questions.get(question).copied()
    }

    /// The index of the stage that a question stands in.
    #[must_use]
    pub fn stage_of(&self, question: &str) -> Option<usize> {
        self.position(question).map(|(stage, _)| stage)
    }

    /// The index of the stage where a repeat's rows are named.
    #[must_use]
    pub fn stage_of_repeat(&self, repeat: &str) -> Option<usize> {
        self.repeats.get(repeat).map(|&(s, _)| s)
    }

    /// Every question, in the order asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.stages.iter().flat_map(|stage| &stage.questions)
    }

    /// Whether a repeat's rows are named on the express path too: its label question is essential.
    #[must_use]
    pub fn is_essential_list(&self, repeat: &Repeat) -> bool {
        self.question(&repeat.label).is_some_and(|label| label.essential)
    }

    /// Every repeat, in the order named.
    pub fn repeats(&self) -> impl Iterator<Item = &Repeat> {
        self.stages.iter().flat_map(|stage| &stage.repeats)
    }

    /// Every rule with the index of its stage.
    pub fn rules(&self) -> impl Iterator<Item = (usize, &Rule)> {
        self.stages.iter().enumerate().flat_map(|(s, stage)| stage.rules.iter().map(move |rule| (s, rule)))
    }

    /// Every weighing, in the order of the questions' stages.
    pub fn weighings(&self) -> impl Iterator<Item = &Weighing> {
        self.stages.iter().flat_map(|stage| &stage.weighings)
    }
}

fn index(former: &mut HashMap<String, (usize, usize)>, was: &[Id], at: (usize, usize)) {
    for id in was {
        former.entry(id.value.clone()).or_insert(at);
    }
}
