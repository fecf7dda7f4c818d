//! `safeshore check --cases`: recorded cases held against the questionnaire.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cases::{Replayed, replay_case, with_record};
use crate::cli::exit::Exit;
use crate::diagnostic::Diagnostic;
use crate::model::Questionnaire;
use crate::store;
use crate::text::{Source, count};

/// The cases of a folder, replayed.
pub struct Held {
    /// Their files.
    pub sources: Vec<Source>,
    /// What became of each.
    pub replayed: Vec<Replayed>,
}

impl Held {
    /// Replays every case of a folder.
    ///
    /// # Errors
    /// When the folder or a file of it can't be read.
    pub fn against(questionnaire: &Arc<Questionnaire>, folder: &Path) -> Result<Self, Exit> {
        let sources = store::case_files(folder)?;
        let replayed = sources.iter().enumerate().map(|(at, source)| replay_case(questionnaire, source, at));
        Ok(Self { replayed: replayed.collect(), sources })
    }

    /// Everything in which a case differs from its record, and what can't be entered.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.replayed.iter().flat_map(|case| case.diagnostics.iter().cloned()).collect()
    }

    /// How many cases there are, and how many come to something else than was recorded.
    fn counts(&self) -> (usize, usize) {
        let changed = self.replayed.iter().filter(|case| case.diagnostics.iter().any(Diagnostic::is_error));
        (self.replayed.len(), changed.count())
    }

    /// Why the cases don't pass, where one doesn't.
    pub fn fault(&self) -> Option<String> {
        let (all, changed) = self.counts();
        (changed > 0).then(|| {
            format!(
                "{changed} of {} changed: mend the questionnaire, or record them anew if that is meant",
                count(all, "case", "cases")
            )
        })
    }

    /// The counts in words.
    pub fn summary(&self) -> String {
        let (all, changed) = self.counts();
        let unrecorded =
            self.replayed.iter().filter(|case| case.diagnostics.iter().any(|one| one.code == "no-outcome"));
        let unrecorded = match unrecorded.count() {
            0 => String::new(),
            some => format!(", {some} without a record"),
        };
        format!("{}: {changed} changed{unrecorded}\n", count(all, "case", "cases"))
    }

    /// Writes into each case what it comes to now, and tells how many were written. Cases that come to what is recorded
    /// in them are left alone.
    ///
    /// # Errors
    /// When a file can't be written, or none but its author can write the record into it.
    pub fn record(&self) -> Result<String, Exit> {
        let mut written = 0;
        for (source, case) in self.sources.iter().zip(&self.replayed) {
            let Some(outcome) = case.outcome.as_ref().filter(|_| !case.diagnostics.is_empty()) else {
                continue;
            };
            let Some(text) = with_record(source, outcome) else {
                return Err(Exit::usage(format!(
                    "safeshore: `{}` was left as it is: a record can only be written into a RON file, as its last field. \
                     {} written before it.",
                    source.name,
                    count(written, "case was", "cases were")
                )));
            };
            store::write_new(&PathBuf::from(&source.name), text.as_bytes(), true)?;
            written += 1;
        }
        Ok(format!("{} written\n", count(written, "record", "records")))
    }
}
