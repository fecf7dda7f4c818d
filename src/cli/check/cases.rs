//! `safeshore check --cases`: recorded cases held against the questionnaire.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cases::{Replayed, replay_case, with_record};
use crate::cli::exit::Exit;
use crate::diagnostic::Diagnostic;
use crate::model::Questionnaire;
use crate::store;
use crate::text::{Source, clean_line, count};

/// So many diagnostics of one code are drawn: a single change shows in many cases.
const FEW: usize = 5;

/// The cases of a folder, replayed.
pub struct Held {
    questionnaire: Arc<Questionnaire>,
    /// Where they are; no name that is told leads back there where it holds odd bytes.
    paths: Vec<PathBuf>,
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
        let (paths, sources): (Vec<_>, Vec<_>) = store::case_files(folder)?.into_iter().unzip();
        let replayed = sources.iter().enumerate().map(|(at, source)| replay_case(questionnaire, source, at));
        let replayed = replayed.collect();
        Ok(Self { questionnaire: Arc::clone(questionnaire), paths, replayed, sources })
    }

    /// In what cases differ from their records, and why others can't be entered: of each code the first few, and in words
    /// how many more there are. Where the differences are about to be recorded, only what can't be.
    pub fn found(&self, recording: bool) -> (Vec<Diagnostic>, String) {
        let cases = self.replayed.iter().filter(|case| !recording || case.outcome.is_none());
        let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for diagnostic in cases.flat_map(|case| &case.diagnostics) {
            let count = of_code.entry(diagnostic.code).or_default();
            *count += 1;
            found.extend((*count <= FEW).then(|| diagnostic.clone()));
        }
        let more = of_code.into_iter().filter(|(_, count)| *count > FEW);
        let more = more.map(|(code, count)| format!("{} more `{code}`", count - FEW)).collect::<Vec<_>>();
        let words = format!("\nAnd {}; `--json` has them all.\n", more.join(", "));
        (found, if more.is_empty() { String::new() } else { words })
    }

    /// Cases that come to something else than was recorded, and cases that can't be entered.
    fn counts(&self) -> (usize, usize) {
        let broken = |case: &&Replayed| case.outcome.is_none();
        let is_changed =
            |case: &&Replayed| !broken(case) && case.diagnostics.iter().any(Diagnostic::is_error);
        (self.replayed.iter().filter(is_changed).count(), self.replayed.iter().filter(broken).count())
    }

    /// Why the cases don't pass, where one doesn't.
    pub fn fault(&self, recording: bool) -> Option<String> {
        let all = count(self.replayed.len(), "case", "cases");
        let (changed, broken) = self.counts();
        let mut faults = Vec::new();
        if changed > 0 && !recording {
            faults.push(format!(
                "{changed} of {all} changed: mend the questionnaire, or record them anew if that is meant"
            ));
        }
        if broken > 0 {
            faults.push(format!(
                "{broken} of {all} can't be entered any more: mend those files, or take them out"
            ));
        }
        (!faults.is_empty()).then(|| faults.join("\n"))
    }

    /// The counts in words.
    pub fn summary(&self) -> String {
        let (changed, broken) = self.counts();
        let is_unrecorded = |case: &&Replayed| case.diagnostics.iter().any(|one| one.code == "no-outcome");
        let unrecorded = self.replayed.iter().filter(is_unrecorded).count();
        let parts = [(broken, "not to be entered"), (unrecorded, "without a record")];
        let parts = parts.into_iter().filter(|(some, _)| *some > 0);
        let parts: Vec<String> = parts.map(|(some, what)| format!(", {some} {what}")).collect();
        format!("{}: {changed} changed{}\n", count(self.replayed.len(), "case", "cases"), parts.concat())
    }

    /// Writes into each case what it comes to now, and tells how many were written. Cases that come to what is recorded
    /// in them are left alone. One that can't be written keeps no other from it: gives besides what became of such.
    pub fn record(&self) -> (String, Option<Exit>) {
        let (mut written, mut left, mut unwritable) = (0, Vec::new(), Vec::new());
        for ((path, source), case) in self.paths.iter().zip(&self.sources).zip(&self.replayed) {
            let Some(outcome) = case.outcome.as_ref().filter(|_| !case.diagnostics.is_empty()) else {
                continue;
            };
            let Some(text) = with_record(source, outcome, &self.questionnaire) else {
                left.push(format!("safeshore: `{}` was left as it is", clean_line(&source.name)));
                continue;
            };
            match store::write_new(path, text.as_bytes(), true) {
                Ok(()) => written += 1,
                Err(trouble) => unwritable.push(format!("safeshore: {trouble}")),
            }
        }
        let words = format!("{} written\n", count(written, "record", "records"));
        if !left.is_empty() {
            left.push(
                "A record can only be written as the last field of a file: move `outcome` there.".to_owned(),
            );
        }
        let failed = match (left.is_empty(), unwritable.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Exit::usage(left.join("\n"))),
            _ => Some(Exit::file([unwritable, left].concat().join("\n"))),
        };
        (words, failed)
    }
}
