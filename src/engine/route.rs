//! Which questions are asked, in which order. One pass from the first question to the last: a `when` mentions
//! only earlier questions, so everything it needs is already decided.

use std::collections::HashMap;

use super::truth::{Scene, Truth};
use crate::model::{Condition, Place, Question, Questionnaire, Repeat, Stage, State};

/// Whether a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It applies.
    Asked,
    /// Whether it applies depends on an answer that is missing or open.
    Waiting,
    /// It does not apply.
    Out,
}

impl From<Truth> for Standing {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Asked,
            Truth::Unknown => Self::Waiting,
            Truth::False => Self::Out,
        }
    }
}

impl Standing {
    /// What stands of something inside something else: no better than either.
    fn within(self, outer: Self) -> Self {
        match (self, outer) {
            (Self::Out, _) | (_, Self::Out) => Self::Out,
            (Self::Waiting, _) | (_, Self::Waiting) => Self::Waiting,
            _ => Self::Asked,
        }
    }
}

/// One stop on the way through the interview.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// A question that applies.
    Ask(Place),
    /// The list of a repeat's rows: name another one, or say that there are no more.
    Rows(String),
}

/// How every place and repeat stands. What was never reached is out.
#[derive(Debug, Clone, Default)]
pub(super) struct Standings {
    places: HashMap<Place, Standing>,
    repeats: HashMap<String, Standing>,
}

impl Standings {
    pub fn of(&self, place: &Place) -> Standing {
        self.places.get(place).copied().unwrap_or(Standing::Out)
    }

    pub fn of_repeat(&self, repeat: &str) -> Standing {
        self.repeats.get(repeat).copied().unwrap_or(Standing::Waiting)
    }

    /// How many places wait for an earlier answer.
    pub fn waiting(&self) -> usize {
        self.places.values().filter(|standing| **standing == Standing::Waiting).count()
    }
}

/// The way through the interview as the answers have it now.
pub(super) struct Route {
    pub steps: Vec<Step>,
    pub standings: Standings,
}

/// Walks the questionnaire once.
pub(super) fn route(questionnaire: &Questionnaire, state: &State) -> Route {
    let mut walk =
        Walk { questionnaire, state, route: Route { steps: Vec::new(), standings: Standings::default() } };
    for stage in &questionnaire.stages {
        walk.stage(stage);
    }
    walk.route
}

struct Walk<'a> {
    questionnaire: &'a Questionnaire,
    state: &'a State,
    route: Route,
}

impl<'a> Walk<'a> {
    /// Questions of one repeat that follow each other are a block, asked row by row.
    fn stage(&mut self, stage: &'a Stage) {
        for block in stage.questions.chunk_by(|a, b| a.row_of.is_some() && a.row_of == b.row_of) {
            match block[0].row_of.as_ref().and_then(|id| self.questionnaire.repeat(&id.value)) {
                Some(repeat) => self.rows(repeat, block),
                None => block.iter().for_each(|question| self.ask(question, None, Standing::Asked)),
            }
        }
    }

    fn rows(&mut self, repeat: &'a Repeat, block: &'a [Question]) {
        let id = repeat.id.value.as_str();
        let named_here = block.iter().any(|question| question.id == repeat.label);
        if named_here {
            let standing = self.stands(repeat.when.as_ref(), &[]);
            self.route.standings.repeats.insert(id.to_owned(), standing);
        }
        let standing = self.route.standings.of_repeat(id);
        for row in self.state.rows(id) {
            for question in block {
                self.ask(question, Some((id, row)), standing);
            }
        }
        if named_here && standing == Standing::Asked {
            self.route.steps.push(Step::Rows(id.to_owned()));
        }
    }

    fn ask(&mut self, question: &'a Question, row: Option<(&str, &str)>, outer: Standing) {
        let standing = self.stands(question.when.as_ref(), row.as_slice()).within(outer);
        let place = Place::new(&question.id.value, row.map(|(_, row)| row));
        self.route.standings.places.insert(place.clone(), standing);
        if standing == Standing::Asked {
            self.route.steps.push(Step::Ask(place));
        }
    }

    fn stands(&self, when: Option<&Condition>, scope: &[(&str, &str)]) -> Standing {
        let scene =
            Scene { questionnaire: self.questionnaire, state: self.state, standings: &self.route.standings };
        when.map_or(Standing::Asked, |when| scene.judge(when, scope).truth.into())
    }
}
