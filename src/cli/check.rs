//! `safeshore check`: whether a questionnaire can be used.

mod cases;
mod explain;
mod json;

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use chrono::Local;
use clap::{Args, ValueEnum};

use super::coverage;
use super::exit::{Exit, print, tell};
use super::json::pretty;
use crate::check::{self, Looked};
use crate::diagnostic::{Diagnostic, draw, pointer};
use crate::load;
use crate::model::Questionnaire;
use crate::prove::{Proof, Tally as Proved};
use crate::store::{self, Trouble};
use crate::text::{Reason, Source, Unread, count};
use cases::Held;
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
    /// Replay the cases of a folder, and tell in what they come to something else than is recorded in them.
    #[arg(long, value_name = "FOLDER")]
    cases: Option<PathBuf>,
    /// Write into each of those cases what it comes to now.
    #[arg(long, requires = "cases", conflicts_with = "json")]
    record: bool,
    /// Say what a code means, with an example and what mends it; without a code, list all of them.
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = explain::ALL,
        conflicts_with_all = ["folder", "json", "deny", "coverage", "cases"])]
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
        let (looked, trouble) = self.look()?;
        let held = self.held(&looked)?;
        let tally = Tally::of(&looked.diagnostics);
        let mut fault = self.fault(&tally, looked.questionnaire.is_some());
        fault = fault.or_else(|| held.as_ref().and_then(|held| held.fault(self.record)));
        if self.json {
            print(&pretty(&CheckJson::of(&looked, held.as_ref(), &tally))?)?;
            if let Some(trouble) = trouble {
                return Err(trouble.into());
            }
            return fault.map_or(Ok(()), |fault| Err(Exit::fault(fault)));
        }
        self.tell(&looked, held.as_ref(), &tally, fault.as_deref())
    }

    /// The diagnostics, the summary, the cases and the coverage, and why it is a fault.
    fn tell(
        &self,
        looked: &Looked,
        held: Option<&Held>,
        tally: &Tally,
        fault: Option<&str>,
    ) -> Result<(), Exit> {
        let colour = takes_colour(&io::stderr());
        tell(&draw(&looked.diagnostics, &looked.sources, colour));
        let mut covered = Ok(());
        let mut told = looked.diagnostics.clone();
        if let Some(questionnaire) = &looked.questionnaire {
            print(
                &(summary(questionnaire, tally) + &looked.proof.as_ref().map_or_else(String::new, proved)),
            )?;
            if let Some(held) = held {
                let (found, more) = held.found(self.record);
                tell(&(draw(&found, &held.sources, colour) + &more));
                print(&held.summary())?;
                told.extend(found);
                if self.record {
                    let (written, failed) = held.record();
                    print(&written)?;
                    failed.map_or(Ok(()), Err)?;
                }
            }
            if self.coverage {
                covered = coverage::tell_of(questionnaire);
            }
        }
        let closing = closing(fault, &told);
        if fault.is_none() || covered.is_err() {
            tell(&closing);
            return covered;
        }
        Err(Exit::fault(closing))
    }

    /// The cases, replayed, where there is a questionnaire to hold them against.
    fn held(&self, looked: &Looked) -> Result<Option<Held>, Exit> {
        match (&self.cases, &looked.questionnaire) {
            (Some(folder), Some(questionnaire)) => Held::against(questionnaire, folder).map(Some),
            _ => Ok(None),
        }
    }

    /// What was found; as JSON also of a folder that can't be read, because of the trouble that is told then, too.
    fn look(&self) -> Result<(Looked, Option<Trouble>), Exit> {
        let (sources, trouble) = match self.folder.as_deref().map(|folder| (folder, store::folder(folder))) {
            None => (load::builtin(), None),
            Some((_, Ok(sources))) => (sources, None),
            Some((folder, Err(trouble))) if self.json => {
                let why = Unread { reason: Reason::UnreadableFolder, ..trouble.clone().into() };
                (vec![Source::unread(folder.display().to_string(), why)], Some(trouble))
            }
            Some((_, Err(trouble))) => return Err(trouble.into()),
        };
        Ok((check::check(sources, Local::now().date_naive()), trouble))
    }

    /// Why the questionnaire doesn't pass, where it doesn't.
    fn fault(&self, tally: &Tally, usable: bool) -> Option<String> {
        let warnings = count(tally.warnings, "warning", "warnings");
        if tally.errors > 0 {
            let errors = count(tally.errors, "error", "errors");
            let what = if usable {
                "the questionnaire does not keep what its author says of it"
            } else {
                "no interview can use this questionnaire until the errors are mended"
            };
            // A name may be defined in what could not be read.
            let unread = tally
                .unread
                .then_some(".\nNames and all that hangs on them are looked at once every file can be read");
            return Some(format!("{errors}, {warnings}: {what}{}", unread.unwrap_or_default()));
        }
        let denied = self.deny == Some(Deny::Warnings) && tally.warnings > 0;
        denied.then(|| format!("{warnings}, and `--deny warnings` lets none pass"))
    }
}

/// How many errors and warnings there are.
struct Tally {
    errors: usize,
    warnings: usize,
    /// A file could not be read as what it should be.
    unread: bool,
}

/// Codes of what keeps a file from being read whole.
const UNREAD: [&str; 11] = [
    "syntax",
    "not-text",
    "too-large",
    "unreadable-file",
    "wrong-type",
    "unknown-field",
    "missing-field",
    "duplicate-field",
    "unknown-variant",
    "too-deep",
    "empty-file",
];

impl Tally {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        let unread = diagnostics.iter().any(|diagnostic| UNREAD.contains(&diagnostic.code));
        Self { errors, warnings: diagnostics.len() - errors, unread }
    }
}

/// Whether colours may be written there.
fn takes_colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

fn summary(questionnaire: &Questionnaire, tally: &Tally) -> String {
    let manifest = &questionnaire.manifest;
    let (questions, rules) = (questionnaire.questions().count(), questionnaire.rules().count());
    let parts = [
        count(questionnaire.stages.len(), "stage", "stages"),
        count(questions, "question", "questions"),
        count(rules, "rule", "rules"),
        count(questionnaire.clauses.len(), "clause point", "clause points"),
        count(questionnaire.glossary.len(), "glossary entry", "glossary entries"),
    ];
    let warnings = count(tally.warnings, "warning", "warnings");
    let errors = count(tally.errors, "error", "errors");
    format!("{} {}: {}; {errors}, {warnings}\n", manifest.id, manifest.version, parts.join(", "))
}

/// What was proved, a line for each kind of statement, with what that rests on.
fn proved(proof: &Proof) -> String {
    let rows = if proof.bounded { format!(", lists with up to {} rows", proof.rows) } else { String::new() };
    let of = |tally: &Proved| {
        let assumed =
            if tally.assumed == 0 { String::new() } else { format!(" ({} assumed)", tally.assumed) };
        format!("  {} of {} {}{assumed}\n", tally.proved, tally.all, tally.says)
    };
    let tallies: String = proof.tallies.iter().map(of).collect();
    if tallies.is_empty() {
        return String::new();
    }
    format!("Proved over all answers (texts, amounts and days given or not{rows}):\n{tallies}")
}

/// What stands below everything else, set off by an empty line: why it is a fault, and where more is said.
fn closing(fault: Option<&str>, diagnostics: &[Diagnostic]) -> String {
    let pointer = pointer(diagnostics);
    let lines: Vec<&str> = fault.into_iter().chain([pointer.as_str()]).collect();
    format!("\n{}", lines.join("\n"))
}
