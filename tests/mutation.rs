//! The built-in questionnaire, broken in 200 random ways: `check` reports each, or it is shown to do no harm.
//!
//! The mutants are the same with every run. `cargo test --test mutation -- --nocapture` shows a table of what became of
//! them; `SAFESHORE_MUTANTS=1000` looks at so many of each sort, and `SAFESHORE_SEED` at others.

#[path = "mutation/equivalent.rs"]
mod equivalent;
#[path = "mutation/ids.rs"]
mod ids;
#[path = "mutation/mutants.rs"]
mod mutants;
#[path = "mutation/tree.rs"]
mod tree;
#[path = "mutation/verdict.rs"]
mod verdict;

use std::sync::LazyLock;

use mutants::{Mutant, Places, draw};
use verdict::{Original, Verdict};

static ORIGINAL: LazyLock<Original> = LazyLock::new(Original::new);

/// A number that whoever runs the test may set.
fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|set| set.parse().ok()).unwrap_or(usual)
}

fn broken(sort: &str, ways: &[Places]) {
    let count = usize::try_from(setting("SAFESHORE_MUTANTS", 40)).expect("a small number");
    let mutants = draw(ways, count, setting("SAFESHORE_SEED", 4));
    let verdicts: Vec<(Mutant, Verdict)> = mutants
        .into_iter()
        .map(|mutant| {
            let verdict = Verdict::of(&ORIGINAL, mutant.sources(&ORIGINAL.sources));
            (mutant, verdict)
        })
        .collect();
    let count = |wanted| verdicts.iter().filter(|(_, verdict)| *verdict == wanted).count();
    let row: Vec<String> = Verdict::ALL.iter().map(|(one, name)| format!("{name} {}", count(*one))).collect();
    println!("{sort}: {}", row.join(", "));
    let survivors = verdicts.iter().filter(|(_, verdict)| *verdict == Verdict::Survives);
    let told: Vec<String> = survivors.map(|(mutant, _)| mutant.told(&ORIGINAL.sources)).collect();
    assert!(told.is_empty(), "{} of {} survive:\n{}", told.len(), verdicts.len(), told.join("\n"));
}

#[test]
fn misspelt_and_mixed_up_ids() {
    broken("id", &mutants::of_ids(&ORIGINAL.sources, &ORIGINAL.questionnaire));
}

#[test]
fn options_that_go_or_change() {
    broken("option", &mutants::of_options(&ORIGINAL.sources));
}

#[test]
fn conditions_that_go_or_turn() {
    broken("when", &mutants::of_conditions(&ORIGINAL.sources));
}

#[test]
fn values_that_change() {
    broken("value", &mutants::of_values(&ORIGINAL.sources, &ORIGINAL.questionnaire));
}

#[test]
fn brackets_commas_and_quotes_lost_or_doubled() {
    broken("bracket", &mutants::of_brackets(&ORIGINAL.sources));
}
