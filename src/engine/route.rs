//! Which questions are asked, in which order. One pass from the first question to the last: a `when` mentions
//! only earlier questions, so everything it needs is already decided.

use std::collections::HashMap;

use super::scene::{Scene, Scope};
use super::truth::{Truth, Verdict};
use crate::model::{Act, Condition, Place, Question, Questionnaire, Repeat, Stage, State};

/// Whether a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It applies.
    Asked,
    /// It applies, but the express path passes it over. It counts as unanswered, which it is.
    LeftOut,
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

/// One stop on the way through the interview.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// A question that applies.
    Ask(Place),
    /// The list of a repeat's rows: name another one, or say that there are no more.
    Rows(String),
}

/// How every place and repeat stands: true where it applies, and where it does not the answers that say so.
/// A place that was never reached does not apply.
#[derive(Debug, Clone, Default)]
pub(super) struct Standings {
    places: HashMap<Place, Verdict>,
    repeats: HashMap<String, Verdict>,
}

impl Standings {
    pub fn of(&self, place: &Place) -> Standing {
        self.places.get(place).map_or(Standing::Out, |gate| gate.truth.into())
    }

    pub fn gate(&self, place: &Place) -> Verdict {
        self.places.get(place).cloned().unwrap_or(Verdict::given(Truth::False))
    }

    pub fn repeat_gate(&self, repeat: &str) -> Verdict {
        self.repeats.get(repeat).cloned().unwrap_or(Verdict::given(Truth::Unknown))
    }

    /// Places that wait for an earlier answer, in no order.
    pub fn waiting(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|(_, gate)| gate.truth == Truth::Unknown).map(|(place, _)| place)
    }
}

/// The way through the interview as the answers have it now.
pub(super) struct Route {
    pub steps: Vec<Step>,
    /// What the full interview would stop at and the express path does not.
    pub left_out: Vec<Step>,
    pub standings: Standings,
}

/// Walks the questionnaire once.
pub(super) fn route(questionnaire: &Questionnaire, state: &State) -> Route {
    let route = Route { steps: Vec::new(), left_out: Vec::new(), standings: Standings::default() };
    let mut walk = Walk { questionnaire, state, route };
    for stage in &questionnaire.stages {
        walk.stage(stage);
    }
    walk.route
}

/// Whether the path that the interview is taken by stops at a question that applies: on the express path at essential
/// ones, at those that have an answer, and at the one to which the person went.
pub(super) fn is_on_path(question: &Question, place: &Place, state: &State) -> bool {
    let visited = || matches!(&state.visit, Some(Act::Visit { at: Some(at), .. }) if at == place);
    !state.express || question.essential || state.answers.contains_key(place) || visited()
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
                None => block.iter().for_each(|question| {
                    let place = self.decide(question, None, Verdict::given(Truth::True));
                    self.stop_at(question, place);
                }),
            }
        }
    }

    /// Decided question by question, so that a `when` can speak of all rows; asked row by row.
    fn rows(&mut self, repeat: &'a Repeat, block: &'a [Question]) {
        let id = repeat.id.value.as_str();
        let named_here = block.iter().any(|question| question.id == repeat.label);
        if named_here {
            let gate = self.gate(repeat.when.as_ref(), &[], Verdict::given(Truth::True));
            self.route.standings.repeats.insert(id.to_owned(), gate);
        }
        let outer = self.route.standings.repeat_gate(id);
        let rows = self.state.rows(id);
        for question in block {
            for row in rows {
                self.decide(question, Some((id, row)), outer.clone());
            }
        }
        for row in rows {
            for question in block {
                self.stop_at(question, Place::new(&question.id.value, Some(row)));
            }
        }
        if named_here && outer.truth == Truth::True {
            self.stop_at_list(repeat);
        }
    }

    /// A list that the express path does not ask for, and to which the person did not go, is left out unless it is
    /// complete as it is.
    fn stop_at_list(&mut self, repeat: &Repeat) {
        let step = Step::Rows(repeat.id.value.clone());
        let visited =
            matches!(&self.state.visit, Some(Act::Visit { repeat: Some(id), .. }) if *id == repeat.id.value);
        if !self.state.express || self.questionnaire.is_essential_list(repeat) || visited {
            self.route.steps.push(step);
        } else if self.scene().rows_to_come(&repeat.id) > 0 {
            self.route.left_out.push(step);
        }
    }

    fn decide(&mut self, question: &Question, row: Option<(&str, &str)>, outer: Verdict) -> Place {
        let gate = self.gate(question.when.as_ref(), row.as_slice(), outer);
        let place = Place::new(&question.id.value, row.map(|(_, row)| row));
        self.route.standings.places.insert(place.clone(), gate);
        place
    }

    fn stop_at(&mut self, question: &Question, place: Place) {
        if self.route.standings.of(&place) == Standing::Asked {
            let on_path = is_on_path(question, &place, self.state);
            let route = &mut self.route;
            let stops = if on_path { &mut route.steps } else { &mut route.left_out };
            stops.push(Step::Ask(place));
        }
    }

    /// What holds of something inside something else: no better than either. Evidence is kept only against it:
    /// that a question is asked is no reason for anything.
    fn gate(&self, when: Option<&Condition>, scope: Scope<'_>, outer: Verdict) -> Verdict {
        let inner = when.map(|when| self.scene().judge(when, scope));
        let gate = Verdict::all([outer].into_iter().chain(inner));
        if gate.truth == Truth::False { gate } else { Verdict::given(gate.truth) }
    }

    fn scene(&self) -> Scene<'_> {
        Scene { questionnaire: self.questionnaire, state: self.state, standings: &self.route.standings }
    }
}

#[cfg(test)]
mod tests;
