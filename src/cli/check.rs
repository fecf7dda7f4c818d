//! `safeshore check`: whether a questionnaire can be used.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::exit::{Exit, print, tell};
use crate::diagnostic::{Diagnostic, draw};
use crate::load::{self, Checked};
use crate::model::Questionnaire;
use crate::store;

/// Check a questionnaire.
#[derive(Args)]
pub struct Check {
    /// Its folder; the built-in one where it is left out.
    folder: Option<PathBuf>,
}

impl Check {
    /// Runs the command.
    pub fn run(&self) -> Result<(), Exit> {
        let sources = match &self.folder {
            Some(folder) => store::folder(folder)?,
            None => load::builtin(),
        };
        let Checked { sources, questionnaire, diagnostics } = load::check(sources);
        let colour =
            io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
        let drawn = draw(&diagnostics, &sources, colour);
        match questionnaire {
            Some(questionnaire) => {
                tell(&drawn);
                print(&summary(&questionnaire, diagnostics.len()))
            }
            None => Err(Exit::fault(format!("{drawn}\n{}", faults(&diagnostics)))),
        }
    }
}

fn summary(questionnaire: &Questionnaire, warnings: usize) -> String {
    let manifest = &questionnaire.manifest;
    format!(
        "{} {}: {} stages, {} questions, {} rules, {} clause points, {} glossary entries; no errors, {}\n",
        manifest.id,
        manifest.version,
        questionnaire.stages.len(),
        questionnaire.questions().count(),
        questionnaire.rules().count(),
        questionnaire.clauses.len(),
        questionnaire.glossary.len(),
        counted(warnings, "warning"),
    )
}

fn faults(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let warnings = diagnostics.len() - errors;
    format!(
        "{}, {}: no interview can use this questionnaire until the errors are mended",
        counted(errors, "error"),
        counted(warnings, "warning"),
    )
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}
