//! All possible answers to a questionnaire as a circuit: the mirror of the engine's routing. An answer stands only where
//! its question is asked, so that every way through the circuit is a file of answers that can be entered.

mod bounds;
mod judging;
mod lists;

use std::collections::HashMap;

use batsat::Lit;

use bounds::bounds;

use super::circuit::Circuit;
use super::domain::Domains;
use super::sites::{Site, sites};
use super::size::too_large;
use super::tri::Tri;
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Kind, Question, Questionnaire, Repeat, Rule, Stage};

/// The row that stands for each repeat: at most one of each.
pub(super) type Scope<'q> = Vec<(&'q str, usize)>;

/// A questionnaire with every answer that can be given to it.
pub(super) struct World<'q> {
    pub questionnaire: &'q Questionnaire,
    pub circuit: Circuit,
    pub sites: Vec<Site<'q>>,
    pub domains: Domains<'q>,
    /// Of each question the spot of each row, or the only one.
    spots: HashMap<&'q str, Vec<Spot>>,
    lists: HashMap<&'q str, List>,
    /// How many rows each repeat is tried with.
    bounds: HashMap<&'q str, usize>,
    /// The rules that call for each clause point.
    pub calling: HashMap<&'q str, Vec<&'q Rule>>,
    /// Rules for which it was worked out already when they fire.
    pub fires: HashMap<&'q str, Lit>,
    /// "Not applicable" may be answered.
    inapplicable: Lit,
    /// Rows may go without a name.
    nameless: Lit,
    /// Every question that is asked has a value for an answer.
    pub all_answered: Lit,
}

/// One question, in one row or none.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// Whether it is asked, were its row there.
    pub gate: Tri,
    /// A value is given.
    pub given: Lit,
    /// "Don't know" or "ask counsel" is answered.
    pub open: Lit,
    /// "Not applicable" is answered.
    pub inapplicable: Lit,
    /// For each value of the domain, or each row of the list, whether it is given.
    pub values: Vec<Lit>,
}

impl Spot {
    /// The literals of an answer of any kind.
    pub fn answers(&self) -> [Lit; 3] {
        [self.given, self.open, self.inapplicable]
    }
}

/// The rows of a repeat.
#[derive(Debug, Clone)]
pub(super) struct List {
    /// Whether there is such a list at all.
    pub gate: Tri,
    /// Whether each row is there; one is there only if those before it are.
    pub rows: Vec<Lit>,
    /// It was said that there are no more.
    pub complete: Lit,
    /// No more can come: it is complete, and has the rows that it must have.
    closed: Lit,
    most: usize,
}

impl<'q> World<'q> {
    /// The circuit of a questionnaire.
    ///
    /// # Errors
    /// What makes it too large.
    pub fn new(questionnaire: &'q Questionnaire) -> Result<Self, Box<Diagnostic>> {
        let mut circuit = Circuit::new();
        let sites = sites(questionnaire);
        let bounds = bounds(questionnaire, &sites);
        let rows = |repeat: &str| bounds.get(repeat).copied().unwrap_or(0);
        if let Some(fault) = too_large(questionnaire, &sites, rows) {
            return Err(Box::new(fault));
        }
        let bound = bounds.values().copied().max().unwrap_or(0);
        let [inapplicable, nameless, all_answered] =
            [false, false, true].map(|preferred| circuit.input(preferred));
        let domains = Domains::new(questionnaire, &sites, bound);
        let (spots, lists, fires) = (HashMap::new(), HashMap::new(), HashMap::new());
        let calling = calling(questionnaire);
        let mut world = Self {
            questionnaire,
            circuit,
            sites,
            domains,
            spots,
            lists,
            bounds,
            calling,
            fires,
            inapplicable,
            nameless,
            all_answered,
        };
        for stage in &questionnaire.stages {
            world.stage(stage);
        }
        world.begin_rows_with_an_answer();
        Ok(world)
    }

    /// Assumed where answers shall look as a person gives them: rows have names, and nothing is "not applicable".
    pub fn plain(&self) -> [Lit; 2] {
        [!self.inapplicable, !self.nameless]
    }

    pub fn spot(&self, question: &str, row: Option<usize>) -> Option<&Spot> {
        self.spots.get(question)?.get(row.unwrap_or(0))
    }

    pub fn list(&self, repeat: &str) -> Option<&List> {
        self.lists.get(repeat)
    }

    /// The rows that a question is asked in, or the one place without a row.
    pub fn rows_of(&self, question: &Question) -> Vec<Option<usize>> {
        match &question.row_of {
            None => vec![None],
            Some(repeat) => (0..self.list(repeat).map_or(0, |list| list.rows.len())).map(Some).collect(),
        }
    }

    /// How many rows lists are tried with at most, and whether any can have more than it is tried with.
    pub fn rows(&self) -> (usize, bool) {
        let tried = self.lists.values().map(|list| list.rows.len()).max().unwrap_or(0);
        (tried, self.lists.values().any(|list| list.rows.len() < list.most))
    }

    /// As the engine walks: a block of one repeat's questions is decided question by question.
    fn stage(&mut self, stage: &'q Stage) {
        for block in stage.questions.chunk_by(|a, b| a.row_of.is_some() && a.row_of == b.row_of) {
            let repeat = block[0].row_of.as_ref().and_then(|id| self.questionnaire.repeat(id));
            match repeat {
                Some(repeat) => self.block(repeat, block),
                None => block.iter().for_each(|question| self.place(question, None)),
            }
        }
    }

    fn block(&mut self, repeat: &'q Repeat, block: &'q [Question]) {
        if block.iter().any(|question| question.id == repeat.label) {
            self.begin_list(repeat);
        }
        for question in block {
            for row in self.rows_of(question) {
                self.place(question, row);
            }
        }
    }

    fn place(&mut self, question: &'q Question, row: Option<usize>) {
        let repeat = question.row_of.as_ref().map(|repeat| repeat.value.as_str());
        let list = repeat.and_then(|repeat| self.lists.get(repeat)).cloned();
        let scope: Scope<'q> = repeat.zip(row).into_iter().collect();
        let outer = list.as_ref().map(|list| list.gate);
        let gate = self.gate(question.when.as_ref(), &scope, outer);
        let exists = list.zip(row).map(|(list, row)| list.rows[row]);
        let asked = self.circuit.and([gate.yes].into_iter().chain(exists));
        let [given, open, inapplicable] = [true, false, false].map(|preferred| self.circuit.input(preferred));
        let spot = Spot { gate, given, open, inapplicable, values: self.values(question, given) };
        for answer in spot.answers() {
            self.circuit.require(&[!answer, asked]);
        }
        self.circuit.exclude_pairs(&spot.answers());
        self.circuit.require(&[!asked, given, !self.all_answered]);
        self.circuit.require(&[!inapplicable, self.inapplicable]);
        let names = repeat.and_then(|repeat| self.questionnaire.repeat(repeat)).map(|repeat| &repeat.label);
        if let Some(exists) = exists.filter(|_| names == Some(&question.id)) {
            self.circuit.require(&[!exists, given, self.nameless]);
        }
        self.spots.entry(&question.id.value).or_default().push(spot);
    }

    /// A literal for each value that can be given, and which of them go together.
    fn values(&mut self, question: &'q Question, given: Lit) -> Vec<Lit> {
        let row_exists = match &question.kind {
            Kind::Rows(of) => self.lists.get(of.value.as_str()).map_or(Vec::new(), |list| list.rows.clone()),
            _ => Vec::new(),
        };
        let count = self.domains.of(&question.id).len() + row_exists.len();
        let values: Vec<Lit> = (0..count).map(|_| self.circuit.input(false)).collect();
        for (at, value) in values.iter().enumerate() {
            self.circuit.require(&[!*value, given]);
            row_exists.get(at).into_iter().for_each(|exists| self.circuit.require(&[!*value, *exists]));
        }
        let any = match &question.kind {
            Kind::Rows(_) => return values,
            Kind::Countries => self.circuit.or(values.iter().copied()),
            Kind::Choices(options) => {
                let of =
                    |alone: bool| values.iter().zip(options).filter(move |(_, option)| option.alone == alone);
                let others = self.circuit.or(of(false).map(|(value, _)| *value));
                let exclusive: Vec<Lit> = of(true).map(|(value, _)| *value).chain([others]).collect();
                self.circuit.exclude_pairs(&exclusive)
            }
            _ => self.circuit.exclude_pairs(&values),
        };
        self.circuit.require(&[!given, any]);
        values
    }

    /// No better than what it is inside of.
    fn gate(&mut self, when: Option<&'q Condition>, scope: &Scope<'q>, outer: Option<Tri>) -> Tri {
        let inner = when.map(|when| self.judge(when, scope));
        let parts: Vec<Tri> = outer.into_iter().chain(inner).collect();
        // That it is asked is no reason for anything; that it is not may be one.
        Tri { said_yes: self.circuit.never(), ..Tri::all(&mut self.circuit, &parts) }
    }

    /// A row begins with its first answer, whichever that is.
    fn begin_rows_with_an_answer(&mut self) {
        let mut of_repeats: HashMap<&str, Vec<&Question>> = HashMap::new();
        for question in self.questionnaire.questions() {
            if let Some(repeat) = &question.row_of {
                of_repeats.entry(repeat.as_str()).or_default().push(question);
            }
        }
        for repeat in self.questionnaire.repeats() {
            let of_repeat = of_repeats.remove(repeat.id.as_str()).unwrap_or_default();
            let rows = self.list(&repeat.id).map_or(Vec::new(), |list| list.rows.clone());
            for (row, exists) in rows.into_iter().enumerate() {
                let spots = of_repeat.iter().filter_map(|question| self.spot(&question.id, Some(row)));
                let one: Vec<Lit> = spots.flat_map(Spot::answers).chain([!exists]).collect();
                self.circuit.require(&one);
            }
        }
    }
}

/// The rules that call for each clause point.
fn calling(questionnaire: &Questionnaire) -> HashMap<&str, Vec<&Rule>> {
    let mut calling: HashMap<&str, Vec<&Rule>> = HashMap::new();
    for (_, rule) in questionnaire.rules() {
        rule.clauses.iter().for_each(|clause| calling.entry(clause).or_default().push(rule));
    }
    calling
}
