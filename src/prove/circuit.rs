//! Statements as a circuit of literals, in a SAT solver. Every gate is defined in both directions, so that a literal may
//! be asked for and ruled out; the solver decides inputs only, because they settle all gates.

use std::collections::{HashMap, HashSet};

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, Var, lbool};

/// So many wrong turns the solver may take for one query, and for all queries of a circuit. The built-in questionnaire needs
/// a few hundred for one.
const PATIENCE: (u64, u64) = (20_000, 400_000);

/// A gate of more parts is made of gates of so many: each time that one part of a gate is settled the solver looks at all of
/// them.
const WIDEST: usize = 16;

/// A circuit that grows, and answers queries about its literals.
pub(super) struct Circuit {
    solver: Solver<Patience>,
    /// Gates by what they are made of, so that none is built twice.
    gates: HashMap<Vec<Lit>, Lit>,
    /// What each gate is made of.
    made_of: HashMap<Var, Vec<Lit>>,
    always: Lit,
}

/// What became of a query.
pub(super) enum Outcome {
    /// There is a way, and this is one.
    Way(Model),
    /// There is none; of what was assumed, these together exclude it.
    None(Vec<Lit>),
    /// The solver gave up.
    Unsettled,
}

/// One way to settle every input.
#[derive(Clone)]
pub(super) struct Model(Vec<lbool>);

impl Model {
    /// Whether a literal holds in it.
    pub fn holds(&self, lit: Lit) -> bool {
        let value = self.0.get(lit.var().idx() as usize).copied().unwrap_or(lbool::UNDEF);
        value == if lit.sign() { lbool::TRUE } else { lbool::FALSE }
    }
}

/// Counts the wrong turns of one query.
#[derive(Default)]
struct Patience {
    learnt: u64,
    in_all: u64,
}

impl Callbacks for Patience {
    fn on_start(&mut self) {
        self.learnt = 0;
    }

    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        let learnt = u64::from(kind == ClauseKind::Learnt);
        self.learnt += learnt;
        self.in_all += learnt;
    }

    fn stop(&self) -> bool {
        self.learnt > PATIENCE.0 || self.in_all > PATIENCE.1
    }
}

impl Circuit {
    pub fn new() -> Self {
        let mut solver = Solver::new(batsat::SolverOpts::default(), Patience::default());
        let always = Lit::new(solver.new_var(lbool::TRUE, true), true);
        solver.add_clause_reuse(&mut vec![always]);
        Self { solver, gates: HashMap::new(), made_of: HashMap::new(), always }
    }

    pub fn always(&self) -> Lit {
        self.always
    }

    pub fn never(&self) -> Lit {
        !self.always
    }

    /// A new input, tried first as that value.
    pub fn input(&mut self, preferred: bool) -> Lit {
        Lit::new(self.solver.new_var(lbool::new(preferred), true), true)
    }

    /// At least one of these must hold.
    pub fn require(&mut self, lits: &[Lit]) {
        self.solver.add_clause_reuse(&mut lits.to_vec());
    }

    /// At most one of these can hold: none holds together with one before it. Gives whether one does.
    pub fn exclude_pairs(&mut self, lits: &[Lit]) -> Lit {
        let mut one_before = self.never();
        for lit in lits {
            self.require(&[!one_before, !*lit]);
            one_before = self.or([one_before, *lit]);
        }
        one_before
    }

    /// Holds where all of them do.
    pub fn and(&mut self, parts: impl IntoIterator<Item = Lit>) -> Lit {
        let mut parts: Vec<Lit> = parts.into_iter().filter(|part| *part != self.always).collect();
        parts.sort_unstable();
        parts.dedup();
        // A literal and its opposite are neighbours in that order.
        let clash = parts.windows(2).any(|pair| pair[0] == !pair[1]);
        if clash || parts.contains(&self.never()) {
            return self.never();
        }
        match parts[..] {
            [] => self.always,
            [only] => only,
            _ if parts.len() > WIDEST => {
                let some: Vec<Lit> = parts.chunks(WIDEST).map(|some| self.gate_of(some.to_vec())).collect();
                self.and(some)
            }
            _ => self.gate_of(parts),
        }
    }

    fn gate_of(&mut self, parts: Vec<Lit>) -> Lit {
        if let [only] = parts[..] {
            return only;
        }
        if let Some(gate) = self.gates.get(&parts) {
            return *gate;
        }
        let gate = Lit::new(self.solver.new_var(lbool::UNDEF, false), true);
        for part in &parts {
            self.require(&[!gate, *part]);
        }
        let all: Vec<Lit> = parts.iter().map(|part| !*part).chain([gate]).collect();
        self.require(&all);
        self.made_of.insert(gate.var(), parts.clone());
        self.gates.insert(parts, gate);
        gate
    }

    /// Holds where one of them does.
    pub fn or(&mut self, parts: impl IntoIterator<Item = Lit>) -> Lit {
        let none: Vec<Lit> = parts.into_iter().map(|part| !part).collect();
        !self.and(none)
    }

    /// Holds where `least` of them or more do.
    pub fn at_least(&mut self, least: usize, lits: &[Lit]) -> Lit {
        if least > lits.len() { self.never() } else { self.counter(least, lits)[least] }
    }

    /// For each number from 0 to `most` whether so many of them or more hold. Counted one by one (Sinz, "Towards an
    /// optimal CNF encoding of Boolean cardinality constraints", 2005).
    pub fn counter(&mut self, most: usize, lits: &[Lit]) -> Vec<Lit> {
        let mut counts = vec![self.never(); most + 1];
        counts[0] = self.always;
        for lit in lits {
            for count in (1..=most).rev() {
                let one_more = self.and([counts[count - 1], *lit]);
                counts[count] = self.or([counts[count], one_more]);
            }
        }
        counts
    }

    /// Looks for a way in which all that is assumed holds.
    pub fn solve(&mut self, assumed: &[Lit]) -> Outcome {
        match self.solver.solve_limited(assumed) {
            value if value == lbool::TRUE => Outcome::Way(Model(self.solver.get_model().to_vec())),
            value if value == lbool::FALSE => {
                // The solver tells the clause that it found: the opposites of what can't all be assumed.
                Outcome::None(self.solver.unsat_core().iter().map(|lit| !*lit).collect())
            }
            _ => Outcome::Unsettled,
        }
    }

    /// The inputs that have a part in settling a literal.
    pub fn support(&self, lit: Lit) -> HashSet<Var> {
        let (mut seen, mut open) = (HashSet::new(), vec![lit.var()]);
        let mut inputs = HashSet::new();
        while let Some(var) = open.pop() {
            if !seen.insert(var) {
                continue;
            }
            match self.made_of.get(&var) {
                Some(parts) => open.extend(parts.iter().map(Lit::var)),
                None => {
                    inputs.insert(var);
                }
            }
        }
        inputs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether there is a way in which the literal and those inputs hold.
    fn possible(circuit: &mut Circuit, assumed: &[Lit]) -> bool {
        matches!(circuit.solve(assumed), Outcome::Way(_))
    }

    #[test]
    fn counting_counts() {
        for size in 0..5_usize {
            for least in 0..=size + 1 {
                let mut circuit = Circuit::new();
                let inputs: Vec<Lit> = (0..size).map(|_| circuit.input(false)).collect();
                let enough = circuit.at_least(least, &inputs);
                for chosen in 0..1_usize << size {
                    let mut assumed: Vec<Lit> = inputs
                        .iter()
                        .enumerate()
                        .map(|(at, lit)| if chosen >> at & 1 == 1 { *lit } else { !*lit })
                        .collect();
                    let holds = chosen.count_ones() as usize >= least;
                    assumed.push(if holds { enough } else { !enough });
                    assert!(possible(&mut circuit, &assumed), "{size} {least} {chosen:b}");
                    let last = assumed.len() - 1;
                    assumed[last] = !assumed[last];
                    assert!(!possible(&mut circuit, &assumed), "{size} {least} {chosen:b}");
                }
            }
        }
    }

    #[test]
    fn what_is_excluded_names_what_excludes_it() {
        let mut circuit = Circuit::new();
        let [a, b, c] = [false; 3].map(|preferred| circuit.input(preferred));
        let both = circuit.and([a, b]);
        let Outcome::None(mut core) = circuit.solve(&[c, a, !both, b]) else { panic!("there is no way") };
        core.sort_unstable();
        let mut wanted = vec![a, b, !both];
        wanted.sort_unstable();
        assert_eq!(core, wanted);
        assert_eq!(circuit.support(both), HashSet::from([a.var(), b.var()]));
    }

    #[test]
    fn gates_of_nothing_and_of_opposites_are_known() {
        let mut circuit = Circuit::new();
        let a = circuit.input(false);
        assert_eq!(circuit.and([]), circuit.always());
        assert_eq!(circuit.or([]), circuit.never());
        assert_eq!(circuit.and([a, !a]), circuit.never());
        assert_eq!(circuit.or([a, !a]), circuit.always());
        assert_eq!(circuit.and([a, circuit.always(), a]), a);
    }
}
