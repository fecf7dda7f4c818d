//! Recorded cases held against a questionnaire.

use std::sync::Arc;

use super::entering::acts_of_file;
use super::outcome::Outcome;
use super::writing::{recorded, recorded_json};
use crate::diagnostic::Diagnostic;
use crate::engine::Interview;
use crate::load::{self, AnswersFile};
use crate::model::{Questionnaire, State};
use crate::text::{Source, Span};

/// What became of a case.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// What its answers come to now; `None` where they can't be entered.
    pub outcome: Option<Outcome>,
    /// In what that differs from what was recorded, or why the answers can't be entered. Spans count the file as the one
    /// of that number.
    pub diagnostics: Vec<Diagnostic>,
}

/// Replays a case: the file of that number among others. A case without a record is told as a warning.
#[must_use]
pub fn replay_case(questionnaire: &Arc<Questionnaire>, source: &Source, number: usize) -> Replayed {
    let entered = load::answers(source).and_then(|file| Ok((entered(questionnaire, &file)?, file)));
    let (outcome, mut diagnostics) = match entered {
        Ok((outcome, file)) => {
            let found = file
                .outcome
                .as_ref()
                .map_or_else(|| vec![unrecorded(source)], |then| outcome.differences(then, questionnaire));
            (Some(outcome), found)
        }
        Err(diagnostics) => (None, diagnostics),
    };
    let in_file = |span: &mut Span| span.file = number;
    for diagnostic in &mut diagnostics {
        diagnostic.span.iter_mut().for_each(in_file);
        diagnostic.related.iter_mut().for_each(|(span, _)| in_file(span));
    }
    Replayed { outcome, diagnostics }
}

fn entered(questionnaire: &Arc<Questionnaire>, file: &AnswersFile) -> Result<Outcome, Vec<Diagnostic>> {
    let acts = acts_of_file(&Interview::new(Arc::clone(questionnaire), State::default()), file)?;
    Ok(Outcome::of(&Interview::after(questionnaire, &acts)))
}

fn unrecorded(source: &Source) -> Diagnostic {
    Diagnostic::warning("no-outcome", "The case records nothing to hold the questionnaire against")
        .in_file(&source.name)
        .help("Add `--record` to write down what its answers come to now".to_owned())
}

/// The text of a case with that outcome recorded in it; all before the record stays as it is. `None` where the record does
/// not stand last in the file: then nobody but its author can write it.
#[must_use]
pub fn with_record(source: &Source, outcome: &Outcome, questionnaire: &Questionnaire) -> Option<String> {
    let before = load::answers(source).ok()?;
    let is_json = source.text.trim_start().starts_with('{');
    let end = match &before.outcome {
        Some(recorded) => recorded.key.span?.start,
        None => source.text.trim_end().strip_suffix(if is_json { '}' } else { ')' })?.len(),
    };
    let head = source.text.get(..end)?;
    let text = if is_json {
        let head = head.strip_suffix('"').unwrap_or(head).trim_end();
        let comma = if head.ends_with([',', '{']) { "" } else { "," };
        format!("{head}{comma}\n  \"outcome\": {}\n}}\n", recorded_json(outcome))
    } else {
        let head = head.trim_end();
        let comma = if head.ends_with([',', '(']) || before.outcome.is_some() { "" } else { "," };
        // A comma behind a comment would be part of it.
        let line = if head.lines().last().is_some_and(|line| line.contains("//")) { "\n    " } else { "" };
        format!("{head}{line}{comma}\n    {})\n", recorded(outcome))
    };
    // Written only where it reads back as meant: with the same answers, and with a record from which nothing differs.
    let after = load::answers(&Source::new(source.name.as_str(), text.as_str())).ok()?;
    let is_meant = after.answers == before.answers
        && after
            .outcome
            .as_ref()
            .is_some_and(|recorded| outcome.differences(recorded, questionnaire).is_empty());
    is_meant.then_some(text)
}
