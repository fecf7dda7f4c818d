//! A set of cases that together bring about all that can be.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::too_large;
use crate::cases::{Outcome, answers_file};
use crate::cli::exit::Exit;
use crate::engine::Interview;
use crate::model::Questionnaire;
use crate::prove::{Effect, Thorough, Witnesses, all_effects, effects};
use crate::store;
use crate::text::count;

/// Writes the set into a folder, which must hold no cases yet, and tells what it covers by what the engine says of each
/// file; a thorough one notices more changes.
///
/// # Errors
/// When the folder holds cases already, or can't be written to.
pub fn write(questionnaire: &Arc<Questionnaire>, folder: &Path, thorough: bool) -> Result<String, Exit> {
    let manifest = &questionnaire.manifest;
    let mut witnesses = Witnesses::new(questionnaire).map_err(|fault| too_large(&fault))?;
    let (cases, decided) = if thorough {
        let Thorough { cases, decided, turns } = witnesses.thorough_suite();
        (cases, format!("  {decided} of {turns} turns of parts of conditions decide\n"))
    } else {
        (witnesses.suite(), String::new())
    };
    store::new_folder(folder)?;
    let digits = cases.len().to_string().len();
    let mut covered = BTreeSet::new();
    for (number, acts) in cases.iter().enumerate() {
        let interview = Interview::after(questionnaire, acts);
        covered.extend(effects(&interview));
        let comment = format!(
            "Case {} of {}, made by `safeshore witness --all` of {} {}.\nHeld against the questionnaire by `safeshore check --cases`.",
            number + 1,
            cases.len(),
            manifest.id,
            manifest.version
        );
        let text = answers_file(&interview, acts, &comment, Some(&Outcome::of(&interview)));
        let file = folder.join(format!("case-{:0digits$}.ron", number + 1));
        store::write_new(&file, text.as_bytes(), false)?;
    }
    let written = count(cases.len(), "case", "cases");
    Ok(format!("{written} written\n{}{decided}", coverage(questionnaire, &covered)))
}

fn coverage(questionnaire: &Questionnaire, covered: &BTreeSet<Effect>) -> String {
    let all = all_effects(questionnaire);
    let line = |says: &str, is: fn(&Effect) -> bool| {
        let of = all.iter().filter(|effect| is(effect)).count();
        let done = all.intersection(covered).filter(|effect| is(effect)).count();
        if of == 0 { String::new() } else { format!("  {done} of {of} {says}\n") }
    };
    let lines = [
        line("questions asked", |effect| matches!(effect, Effect::Asked(_))),
        line("options chosen", |effect| matches!(effect, Effect::Chosen(..))),
        line("rules fire", |effect| matches!(effect, Effect::Fires(_))),
        line("rules in order", |effect| matches!(effect, Effect::InOrder(_))),
    ];
    lines.concat()
}
