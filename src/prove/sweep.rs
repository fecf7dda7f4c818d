//! Many goals at once: each way that is found settles every goal that it happens to meet, and each query asks for as many
//! open goals together as go together. One query per goal would take minutes where this takes moments.

use std::collections::HashSet;

use batsat::Lit;

use super::circuit::{Circuit, Model, Outcome};

/// How many goals are asked for together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Batch(usize);

impl Batch {
    /// So many that all are settled soonest: measured, with 30 to 2,000 of 7,000 and of 60,000 goals.
    pub const QUICK: Self = Self(30);
    /// So many that fewer ways are needed, each of which meets more.
    pub const DENSE: Self = Self(100);

    fn of(self, goals: usize) -> usize {
        self.0.max(goals / 600)
    }
}

/// What became of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    /// There is a way.
    Possible,
    /// There is none.
    Impossible,
    /// The solver gave up.
    Unsettled,
}

/// A goal, with a number that goals share which exclude each other anyway.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal {
    pub lit: Lit,
    pub group: usize,
}

/// Settles every goal under what is preferred, and those for which there is no such way and which are `open` without it,
/// and hands on every way that was found.
pub(super) fn sweep_preferring(
    circuit: &mut Circuit,
    preferred: &[Lit],
    goals: &[Goal],
    batch: Batch,
    open: impl Fn(usize) -> bool,
    mut found: impl FnMut(&Model),
) -> Vec<Settled> {
    let mut settled = sweep(circuit, preferred, goals, batch, &mut found);
    let again = (0..goals.len()).filter(|at| settled[*at] == Settled::Impossible && open(*at));
    let again: Vec<usize> = again.collect();
    let left: Vec<Goal> = again.iter().map(|at| goals[*at]).collect();
    for (at, outcome) in again.iter().zip(sweep(circuit, &[], &left, batch, found)) {
        settled[*at] = outcome;
    }
    settled
}

/// Settles every goal under what is assumed, and hands on every way that was found.
pub(super) fn sweep(
    circuit: &mut Circuit,
    assumed: &[Lit],
    goals: &[Goal],
    batch: Batch,
    mut found: impl FnMut(&Model),
) -> Vec<Settled> {
    let mut settled: Vec<Option<Settled>> = vec![None; goals.len()];
    let mut first = 0;
    while let Some(leader) = (first..goals.len()).find(|goal| settled[*goal].is_none()) {
        first = leader;
        let others = together(goals, &settled, leader, batch);
        match ask(circuit, assumed, goals[leader].lit, others) {
            Outcome::Way(model) => {
                for (goal, settled) in goals.iter().zip(&mut settled).skip(leader) {
                    if settled.is_none() && model.holds(goal.lit) {
                        *settled = Some(Settled::Possible);
                    }
                }
                found(&model);
            }
            Outcome::None(_) => settled[leader] = Some(Settled::Impossible),
            Outcome::Unsettled => settled[leader] = Some(Settled::Unsettled),
        }
    }
    settled.into_iter().map(|settled| settled.unwrap_or(Settled::Unsettled)).collect()
}

/// Open goals after the leader, one of each group.
fn together(goals: &[Goal], settled: &[Option<Settled>], leader: usize, batch: Batch) -> Vec<Lit> {
    let mut groups = HashSet::from([goals[leader].group]);
    let open = (leader + 1..goals.len()).filter(|goal| settled[*goal].is_none());
    open.map(|goal| goals[goal])
        .filter(|goal| groups.insert(goal.group))
        .map(|goal| goal.lit)
        .take(batch.of(goals.len()))
        .collect()
}

/// Asks for the leader with as many of the others as go with it: of those that exclude each other the last one goes.
fn ask(circuit: &mut Circuit, assumed: &[Lit], leader: Lit, mut others: Vec<Lit>) -> Outcome {
    loop {
        let all = [assumed, &[leader], &others].concat();
        match circuit.solve(&all) {
            Outcome::None(core) => {
                let core: HashSet<Lit> = core.into_iter().collect();
                let Some(last) = others.iter().rposition(|other| core.contains(other)) else {
                    return Outcome::None(core.into_iter().collect());
                };
                others.remove(last);
            }
            Outcome::Unsettled if !others.is_empty() => others.truncate(others.len() / 2),
            outcome => return outcome,
        }
    }
}
