//! `safeshore check`: whether a questionnaire can be used.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use chrono::Local;
use clap::Args;

use super::coverage;
use super::exit::{Exit, print, tell};
use crate::diagnostic::{Diagnostic, draw};
use crate::load::{self, Checked};
use crate::model::Questionnaire;
use crate::store;
use crate::text::count;

/// Check a questionnaire.
#[derive(Args)]
pub struct Check {
    /// Its folder; the built-in one where it is left out.
    folder: Option<PathBuf>,
    /// Say for each item of its source what serves it.
    #[arg(long)]
    coverage: bool,
}

impl Check {
    /// Runs the command.
    pub fn run(&self) -> Result<(), Exit> {
        let sources = match &self.folder {
            Some(folder) => store::folder(folder)?,
            None => load::builtin(),
        };
        let Checked { sources, questionnaire, diagnostics } = load::check(sources, Local::now().date_naive());
        let diagnostics = load::allowed(diagnostics, &sources);
        let colour =
            io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
        let drawn = draw(&diagnostics, &sources, colour);
        match questionnaire {
            Some(questionnaire) => {
                tell(&drawn);
                print(&summary(&questionnaire, diagnostics.len()))?;
                if self.coverage { coverage::tell_of(&questionnaire) } else { Ok(()) }
            }
            None => Err(Exit::fault(format!("{drawn}\n{}", faults(&diagnostics)))),
        }
    }
}

fn summary(questionnaire: &Questionnaire, warnings: usize) -> String {
    let manifest = &questionnaire.manifest;
    let (questions, rules) = (questionnaire.questions().count(), questionnaire.rules().count());
    let parts = [
        count(questionnaire.stages.len(), "stage", "stages"),
        count(questions, "question", "questions"),
        count(rules, "rule", "rules"),
        count(questionnaire.clauses.len(), "clause point", "clause points"),
        count(questionnaire.glossary.len(), "glossary entry", "glossary entries"),
    ];
    let warnings = count(warnings, "warning", "warnings");
    format!("{} {}: {}; no errors, {warnings}\n", manifest.id, manifest.version, parts.join(", "))
}

fn faults(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let warnings = diagnostics.len() - errors;
    format!(
        "{}, {}: no interview can use this questionnaire until the errors are mended",
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
    )
}
