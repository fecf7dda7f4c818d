//! Lists of rows, and conditions over them.

use batsat::Lit;

use super::{List, Scope, World};
use crate::model::{Condition, Id, Repeat};
use crate::prove::tri::Tri;

/// What a condition goes through.
struct Listed<'q> {
    repeat: &'q str,
    /// Whether the rows count.
    gate: Tri,
    /// For each row whether it is one of them.
    rows: Vec<Lit>,
    /// No more rows can come while the gate is open.
    closed: Lit,
    /// While it is not known whether the rows count: no more can come to the list that they are of.
    closed_meanwhile: Lit,
    most: usize,
    /// Where the gate is open, an answer says so.
    said: bool,
}

impl<'q> World<'q> {
    /// The list of a repeat, once its `when` can be judged.
    pub(super) fn begin_list(&mut self, repeat: &'q Repeat) {
        let gate = self.gate(repeat.when.as_ref(), &Vec::new(), None);
        let rows: Vec<Lit> = (0..self.bounds[repeat.id.as_str()]).map(|_| self.circuit.input(true)).collect();
        for (at, row) in rows.iter().enumerate() {
            let before = if at == 0 { gate.yes } else { rows[at - 1] };
            self.circuit.require(&[!*row, before]);
        }
        let complete = self.circuit.input(true);
        let enough = self.circuit.at_least(repeat.least, &rows);
        // Word that a list is complete is accepted only where it has the rows that it must have.
        self.circuit.require(&[!complete, enough]);
        let list = List { gate, rows, complete, closed: complete, most: repeat.most };
        self.lists.insert(&repeat.id.value, list);
    }

    /// At least `least` rows hold (or, `holds` false, fail): of a repeat, or of those that a Rows question names.
    pub(super) fn over_rows(
        &mut self,
        of: &'q Id,
        part: &'q Condition,
        scope: &Scope<'q>,
        least: usize,
        holds: bool,
    ) -> Tri {
        let Some(listed) = self.listed(of, scope) else { return Tri::unknown(&self.circuit) };
        let parts: Vec<Tri> = (0..listed.rows.len())
            .map(|row| {
                let inner = [scope.as_slice(), &[(listed.repeat, row)]].concat();
                let judged = self.judge(part, &inner);
                if holds { judged } else { !judged }
            })
            .collect();
        self.counted(&listed, &parts, least)
    }

    fn listed(&mut self, of: &'q Id, scope: &Scope<'q>) -> Option<Listed<'q>> {
        let Some(repeat) = self.rows_kind(of) else {
            let repeat = self.questionnaire.repeat(of)?.id.value.as_str();
            let List { gate, rows, closed, most, .. } = self.list(of)?.clone();
            return Some(Listed { repeat, gate, rows, closed, closed_meanwhile: closed, most, said: false });
        };
        let list = self.list(repeat)?.clone();
        let spot = self.at(of, scope)?;
        let out = self.out(&spot);
        let never = self.circuit.never();
        let value = Tri { yes: spot.given, no: out, said_yes: spot.given, said_no: never };
        let gate = Tri::all(&mut self.circuit, &[list.gate, value]);
        let always = self.circuit.always();
        Some(Listed {
            repeat,
            gate,
            rows: spot.values,
            closed: always,
            closed_meanwhile: list.closed,
            most: list.most,
            said: true,
        })
    }

    /// While enough rows may still come, too few is not yet no.
    fn counted(&mut self, listed: &Listed<'q>, parts: &[Tri], least: usize) -> Tri {
        let circuit = &mut self.circuit;
        let rows = || listed.rows.iter().copied().zip(parts);
        if least == 0 {
            let said: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, part.said_yes])).collect();
            let of_gate = if listed.said { listed.gate.yes } else { circuit.never() };
            let said_yes = circuit.or(said.into_iter().chain([listed.gate.said_no, of_gate]));
            return Tri { said_yes, ..Tri::given(circuit, true) };
        }
        let true_rows: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, part.yes])).collect();
        let false_rows: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, part.no])).collect();
        let not_false: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, !part.no])).collect();
        let yes = circuit.at_least(least, &true_rows);
        // With the list closed, too few are left; with it open, so many fail that even those to come are too few.
        let enough_left = circuit.at_least(least, &not_false);
        let too_few_left = circuit.and([listed.closed, !enough_left]);
        let too_many_failed = match listed.most.saturating_add(1).checked_sub(least) {
            Some(failing) => circuit.at_least(failing, &false_rows),
            None => circuit.always(),
        };
        let too_many_failed = circuit.and([!listed.closed, too_many_failed]);
        let fails = circuit.or([too_few_left, too_many_failed]);
        let fails_open = circuit.and([listed.gate.yes, fails]);
        let enough_rows = circuit.at_least(least, &listed.rows);
        let never_enough = self.never_enough(listed, least, enough_rows);
        let circuit = &mut self.circuit;
        let no = circuit.or([listed.gate.no, fails_open, never_enough]);

        let said_true: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, part.said_yes])).collect();
        let said_true = circuit.or(said_true);
        let said_yes = if listed.said { yes } else { circuit.and([yes, said_true]) };
        let said_false: Vec<Lit> = rows().map(|(row, part)| circuit.and([row, part.said_no])).collect();
        let said_false = circuit.or(said_false);
        // Where there can't be enough rows at all, no answer has a part in it.
        let enough_may_come = if listed.most < least { circuit.never() } else { !listed.closed };
        let possible = circuit.or([enough_may_come, enough_rows]);
        let said_fails =
            if listed.said { fails_open } else { circuit.and([fails_open, possible, said_false]) };
        let said_no = circuit.or([listed.gate.said_no, said_fails]);
        Tri { yes, no, said_yes, said_no }
    }

    /// While it is not known whether the rows count, only a list that can't have enough rows at all settles it.
    fn never_enough(&mut self, listed: &Listed<'q>, least: usize, enough_rows: Lit) -> Lit {
        let circuit = &mut self.circuit;
        let unknown = circuit.and([!listed.gate.yes, !listed.gate.no]);
        if listed.most < least {
            return unknown;
        }
        let rows = self.lists.get(listed.repeat).map_or(Vec::new(), |list| list.rows.clone());
        let enough = if listed.said { self.circuit.at_least(least, &rows) } else { enough_rows };
        self.circuit.and([unknown, listed.closed_meanwhile, !enough])
    }
}
