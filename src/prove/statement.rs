//! What is to be proved, each as a literal of the world.

use std::collections::HashSet;

use batsat::Lit;

use super::sites::{Owner, Site};
use super::sweep::Goal;
use super::tri::Tri;
use super::world::{Scope, World};
use crate::model::{Clause, Condition, Id, Matrix, Opt, Question, Rule};

/// Something that some answers should bring about.
#[derive(Debug, Clone, Copy)]
pub enum Statement<'q> {
    /// The question is asked.
    Asked(&'q Question),
    /// The option is chosen.
    Chosen(&'q Question, &'q Opt),
    /// The rule fires.
    Fires(&'q Rule),
    /// The rule applies and is found to be in order, by something that was said.
    InOrder(&'q Rule),
    /// A rule that calls for the clause point fires.
    Called(&'q Clause),
    /// Both rules fire.
    Together(&'q Rule, &'q Rule),
}

/// A part of a condition, and the ways in which it turns out one way and the other.
pub(super) struct Part<'q> {
    pub condition: &'q Condition,
    /// The number of the condition that it is a part of.
    pub site: usize,
    /// How deep in it stands in that.
    pub depth: usize,
    /// It holds.
    pub yes: Lit,
    /// It does not, and no further answer would make it.
    pub no: Lit,
}

impl Part<'_> {
    /// Whether it asks if something was answered, so that "not applicable" is an answer that counts.
    pub fn is_about_answering(&self) -> bool {
        fn asks(condition: &Condition) -> bool {
            let itself = matches!(condition, Condition::Answered(_) | Condition::Unknown(_));
            itself || condition.parts().iter().any(asks)
        }
        asks(self.condition)
    }
}

impl<'q> World<'q> {
    /// The literal that holds where the statement is brought about.
    pub fn lit(&mut self, statement: Statement<'q>) -> Lit {
        match statement {
            Statement::Asked(question) => {
                let rows = self.rows_of(question);
                let asked: Vec<Lit> = rows.into_iter().map(|row| self.asked(question, row)).collect();
                self.circuit.or(asked)
            }
            Statement::Chosen(question, option) => {
                let at = question.kind.options().iter().position(|one| one.id == option.id);
                let spots = self.rows_of(question).into_iter().filter_map(|row| self.spot(&question.id, row));
                let chosen: Vec<Lit> = spots.filter_map(|spot| spot.values.get(at?).copied()).collect();
                self.circuit.or(chosen)
            }
            Statement::Fires(rule) => {
                if let Some(fires) = self.fires.get(rule.id.as_str()) {
                    return *fires;
                }
                let fires = self.over_cases(rule, |wrong| wrong.yes);
                self.fires.insert(&rule.id.value, fires);
                fires
            }
            Statement::InOrder(rule) => self.over_cases(rule, |wrong| wrong.said_no),
            Statement::Called(clause) => {
                let calling = self.calling.get(clause.id.as_str()).cloned().unwrap_or_default();
                let fires: Vec<Lit> =
                    calling.into_iter().map(|rule| self.lit(Statement::Fires(rule))).collect();
                self.circuit.or(fires)
            }
            // Rules over the same rows contradict each other row by row.
            Statement::Together(one, other) if one.each == other.each => {
                let [one, other] = [one, other].map(|rule| self.in_cases(rule, |wrong| wrong.yes));
                let both: Vec<Lit> =
                    one.into_iter().zip(other).map(|(one, other)| self.circuit.and([one, other])).collect();
                self.circuit.or(both)
            }
            Statement::Together(one, other) => {
                let both = [one, other].map(|rule| self.lit(Statement::Fires(rule)));
                self.circuit.and(both)
            }
        }
    }

    fn asked(&mut self, question: &Question, row: Option<usize>) -> Lit {
        let Some(gate) = self.spot(&question.id, row).map(|spot| spot.gate.yes) else {
            return self.circuit.never();
        };
        let list = question.row_of.as_ref().and_then(|repeat| self.list(repeat));
        let exists = list.zip(row).map(|(list, row)| list.rows[row]);
        self.circuit.and([gate].into_iter().chain(exists))
    }

    fn over_cases(&mut self, rule: &'q Rule, turn: impl Fn(Tri) -> Lit) -> Lit {
        let ways = self.in_cases(rule, turn);
        self.circuit.or(ways)
    }

    /// For each case of a rule whether it is relevant there and turns out so.
    fn in_cases(&mut self, rule: &'q Rule, turn: impl Fn(Tri) -> Lit) -> Vec<Lit> {
        let mut ways = Vec::new();
        for (exists, scope) in self.cases(rule.each.as_ref()) {
            let relevant = rule.applies.as_ref().map(|applies| self.judge(applies, &scope).yes);
            let wrong = turn(self.judge(&rule.when, &scope));
            ways.push(self.circuit.and([exists, wrong].into_iter().chain(relevant)));
        }
        ways
    }

    /// The cases of a rule or point with that `each`, each with what makes it one.
    fn cases(&self, each: Option<&'q Id>) -> Vec<(Lit, Scope<'q>)> {
        let Some(each) = each else { return vec![(self.circuit.always(), Scope::new())] };
        let Some(named) = self.rows_kind(each) else { return self.cases_of_rows(each) };
        let outer = self.questionnaire.question(each).and_then(|question| question.row_of.as_ref());
        let outer = outer.map_or(vec![Scope::new()], |repeat| {
            self.cases_of_rows(repeat).into_iter().map(|(_, scope)| scope).collect()
        });
        let pairs = outer.into_iter().flat_map(|outer| {
            // A row that is named is there, and so is the one whose answer names it.
            let values = self.at(each, &outer).map_or(Vec::new(), |spot| spot.values);
            let pair = move |(row, lit)| (lit, [outer.as_slice(), &[(named, row)]].concat());
            values.into_iter().enumerate().map(pair)
        });
        pairs.collect()
    }

    /// The pairs of which an answer says that the one gets the other.
    fn handed_over(&self, matrix: &'q Matrix) -> Vec<(Lit, Scope<'q>)> {
        matrix.gets.iter().flat_map(|column| self.cases(Some(&column.question))).collect()
    }

    fn cases_of_rows(&self, repeat: &'q str) -> Vec<(Lit, Scope<'q>)> {
        let rows = self.list(repeat).map_or(&[][..], |list| list.rows.as_slice());
        rows.iter().enumerate().map(|(row, exists)| (*exists, vec![(repeat, row)])).collect()
    }

    /// Every part of every condition, judged where its condition is.
    pub fn parts(&mut self) -> Vec<Part<'q>> {
        let mut parts = Vec::new();
        for (number, site) in self.sites.clone().into_iter().enumerate() {
            let first = parts.len();
            for (judged, scope) in self.occasions(site) {
                let mut at = first;
                self.turn(site.condition, (number, 0), judged, &scope, &mut at, &mut parts);
            }
        }
        parts
    }

    /// For which rows, and when, a condition is judged in earnest.
    pub(super) fn occasions(&mut self, site: Site<'q>) -> Vec<(Lit, Scope<'q>)> {
        let (cases, relevance) = match site.of {
            Owner::Question(question) => {
                let rows = question.row_of.as_ref().map(|repeat| self.cases_of_rows(repeat));
                (rows.unwrap_or_else(|| self.cases(None)), None)
            }
            Owner::Repeat | Owner::Checklist => (self.cases(None), None),
            Owner::Relevance(rule) => (self.cases(rule.each.as_ref()), None),
            Owner::Rule(rule) => (self.cases(rule.each.as_ref()), rule.applies.as_ref()),
            Owner::Point(_, point) => (self.cases(point.each.as_ref()), None),
            Owner::SignRelevance(comparison, _) => (self.cases_of_rows(&comparison.repeat), None),
            Owner::Sign(comparison, sign) => (self.cases_of_rows(&comparison.repeat), sign.applies.as_ref()),
            Owner::SafeguardRelevance(matrix) => (self.handed_over(matrix), None),
            Owner::Safeguard(matrix, safeguard) => (self.handed_over(matrix), safeguard.applies.as_ref()),
        };
        let Some(applies) = relevance else { return cases };
        cases
            .into_iter()
            .map(|(exists, scope)| {
                let Tri { yes, no, .. } = self.judge(applies, &scope);
                // The report wants a safeguard, too, where it isn't known whether it is wanted.
                let relevant = if matches!(site.of, Owner::Safeguard(..)) { !no } else { yes };
                (self.circuit.and([exists, relevant]), scope)
            })
            .collect()
    }

    /// Adds one occasion to a condition and to its parts, in the order written; `at` is the number of the part.
    fn turn(
        &mut self,
        condition: &'q Condition,
        (site, depth): (usize, usize),
        judged: Lit,
        scope: &Scope<'q>,
        at: &mut usize,
        parts: &mut Vec<Part<'q>>,
    ) {
        let tri = self.judge(condition, scope);
        let yes = self.circuit.and([judged, tri.yes]);
        // What stays unknown when all is answered, because a fact is, doesn't hold either.
        let not_known = self.circuit.and([self.all_answered, !tri.yes]);
        let fails = self.circuit.or([tri.no, not_known]);
        let no = self.circuit.and([judged, fails]);
        if *at == parts.len() {
            let never = self.circuit.never();
            parts.push(Part { condition, site, depth, yes: never, no: never });
        }
        let part = &parts[*at];
        let [yes, no] = [[part.yes, yes], [part.no, no]].map(|ways| self.circuit.or(ways));
        (parts[*at].yes, parts[*at].no) = (yes, no);
        *at += 1;
        let inner = match condition {
            Condition::Some(of, _) | Condition::Every(of, _) | Condition::Count(of, ..) => {
                self.within(of, judged, scope)
            }
            _ => vec![(judged, scope.clone())],
        };
        let first = *at;
        for (judged, scope) in inner {
            *at = first;
            for part in condition.parts() {
                self.turn(part, (site, depth + 1), judged, &scope, at, parts);
            }
        }
    }

    /// The rows that a condition goes through, each with when it is judged.
    pub(super) fn within(&mut self, of: &'q str, judged: Lit, scope: &Scope<'q>) -> Vec<(Lit, Scope<'q>)> {
        let (repeat, rows) = match self.rows_kind(of) {
            Some(repeat) => {
                let question = self.questionnaire.question(of);
                let spot = question.and_then(|question| self.at(&question.id, scope));
                (repeat, spot.map_or(Vec::new(), |spot| spot.values))
            }
            None => (of, self.list(of).map_or(Vec::new(), |list| list.rows.clone())),
        };
        let inner = rows.into_iter().enumerate().map(|(row, exists)| {
            let inner = [scope.as_slice(), &[(repeat, row)]].concat();
            (self.circuit.and([judged, exists]), inner)
        });
        inner.collect()
    }

    /// A goal for each of the statements, and one for each literal of the lists, each of which is a group.
    pub fn goals(
        &mut self,
        statements: &[(usize, Statement<'q>)],
        lists: impl Iterator<Item = Vec<Lit>>,
    ) -> Vec<Goal> {
        let of_statements = statements.iter().map(|&(group, one)| Goal { lit: self.lit(one), group });
        let mut goals: Vec<Goal> = of_statements.collect();
        let groups = goals.iter().map(|goal| goal.group + 1).max().unwrap_or(0);
        for (at, lits) in lists.enumerate() {
            goals.extend(lits.into_iter().map(|lit| Goal { lit, group: groups + at }));
        }
        goals
    }

    /// Statements about questions, options, rules and clause points, in the order of the questionnaire; those that are
    /// about the same thing have the same number.
    pub fn statements(&self) -> Vec<(usize, Statement<'q>)> {
        let questionnaire = self.questionnaire;
        let of_questions = questionnaire.questions().map(|question| {
            let options = question.kind.options().iter().map(|option| Statement::Chosen(question, option));
            std::iter::once(Statement::Asked(question)).chain(options).collect::<Vec<_>>()
        });
        let of_rules =
            questionnaire.rules().map(|(_, rule)| vec![Statement::Fires(rule), Statement::InOrder(rule)]);
        let named: HashSet<&Id> = questionnaire.rules().flat_map(|(_, rule)| &rule.clauses).collect();
        let clauses = questionnaire.clauses.iter().filter(|clause| named.contains(&clause.id));
        let of_clauses = clauses.map(|clause| vec![Statement::Called(clause)]);
        let groups = of_questions.chain(of_rules).chain(of_clauses).enumerate();
        groups.flat_map(|(group, statements)| statements.into_iter().map(move |one| (group, one))).collect()
    }
}
