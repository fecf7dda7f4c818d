//! `safeshore check`: whether a questionnaire can be used.

mod explain;
mod json;

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use chrono::Local;
use clap::{Args, ValueEnum};

use super::coverage;
use super::exit::{Exit, print, tell};
use super::json::pretty;
use crate::diagnostic::{Diagnostic, draw, pointer};
use crate::load::{self, Checked};
use crate::model::Questionnaire;
use crate::store;
use crate::text::count;
use explain::explain;
use json::CheckJson;

/// Check a questionnaire.
#[derive(Args)]
pub struct Check {
    /// Its folder; the built-in one where it is left out.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Print what was found as JSON.
    #[arg(long)]
    json: bool,
    /// End with a fault where there is a warning, too.
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// Say for each item of its source what serves it.
    #[arg(long, conflicts_with = "json")]
    coverage: bool,
    /// Say what a code means, with an example and what mends it; without a code, list all of them.
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = explain::ALL,
        conflicts_with_all = ["folder", "json", "deny", "coverage"])]
    explain: Option<String>,
}

/// What does not pass, beside errors.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
}

impl Check {
    /// Runs the command.
    pub fn run(&self) -> Result<(), Exit> {
        if let Some(code) = &self.explain {
            return explain(code);
        }
        let checked = self.look()?;
        let counts = Counts::of(&checked.diagnostics);
        let fault = self.fault(&counts);
        if self.json {
            print(&pretty(&CheckJson::of(&checked, &counts))?)?;
            return fault.map_or(Ok(()), |fault| Err(Exit::fault(fault)));
        }
        let colour = takes_colour(&io::stderr());
        tell(&draw(&checked.diagnostics, &checked.sources, colour));
        let mut covered = Ok(());
        if let Some(questionnaire) = &checked.questionnaire {
            print(&summary(questionnaire, &counts))?;
            if self.coverage {
                covered = coverage::tell_of(questionnaire);
            }
        }
        let closing = closing(fault.as_deref(), &checked.diagnostics);
        if fault.is_none() || covered.is_err() {
            tell(&closing);
            return covered;
        }
        Err(Exit::fault(closing))
    }

    /// All that can be said of the questionnaire, in order.
    fn look(&self) -> Result<Checked, Exit> {
        let sources = match &self.folder {
            Some(folder) => store::folder(folder)?,
            None => load::builtin(),
        };
        let Checked { sources, questionnaire, diagnostics } = load::check(sources, Local::now().date_naive());
        let diagnostics = load::allowed(diagnostics, &sources);
        Ok(Checked { sources, questionnaire, diagnostics })
    }

    /// Why the questionnaire doesn't pass, where it doesn't.
    fn fault(&self, counts: &Counts) -> Option<String> {
        let warnings = count(counts.warnings, "warning", "warnings");
        if counts.errors > 0 {
            let errors = count(counts.errors, "error", "errors");
            let what = "no interview can use this questionnaire until the errors are mended";
            return Some(format!("{errors}, {warnings}: {what}"));
        }
        let denied = self.deny == Some(Deny::Warnings) && counts.warnings > 0;
        denied.then(|| format!("{warnings}, and `--deny warnings` lets none pass"))
    }
}

/// How many errors and warnings there are.
struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        Self { errors, warnings: diagnostics.len() - errors }
    }
}

/// Whether colours may be written there.
fn takes_colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

fn summary(questionnaire: &Questionnaire, counts: &Counts) -> String {
    let manifest = &questionnaire.manifest;
    let (questions, rules) = (questionnaire.questions().count(), questionnaire.rules().count());
    let parts = [
        count(questionnaire.stages.len(), "stage", "stages"),
        count(questions, "question", "questions"),
        count(rules, "rule", "rules"),
        count(questionnaire.clauses.len(), "clause point", "clause points"),
        count(questionnaire.glossary.len(), "glossary entry", "glossary entries"),
    ];
    let warnings = count(counts.warnings, "warning", "warnings");
    format!("{} {}: {}; no errors, {warnings}\n", manifest.id, manifest.version, parts.join(", "))
}

/// What stands below everything else, set off by an empty line: why it is a fault, and where more is said.
fn closing(fault: Option<&str>, diagnostics: &[Diagnostic]) -> String {
    let pointer = pointer(diagnostics);
    let lines: Vec<&str> = fault.into_iter().chain([pointer.as_str()]).collect();
    format!("\n{}", lines.join("\n"))
}
