//! Everything that can be said of a questionnaire: its errors, what is worth a second look, and what was proved of all
//! answers.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::load::{self, Checked};
use crate::model::Questionnaire;
use crate::prove::{Proof, prove};
use crate::text::Source;

/// What a look at a questionnaire gave.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The files, as they were given; the spans of the diagnostics count in them.
    pub sources: Vec<Source>,
    /// The questionnaire, where an interview can use it.
    pub questionnaire: Option<Arc<Questionnaire>>,
    /// What was proved of it, where an interview can use it and it is not too large.
    pub proof: Option<Proof>,
    /// Everything that is wrong or worth a second look, in order, without what the authors allow.
    pub diagnostics: Vec<Diagnostic>,
}

/// Looks at every file of a questionnaire's folder on that day.
#[must_use]
pub fn check(sources: Vec<Source>, today: NaiveDate) -> Looked {
    let Checked { sources, questionnaire, mut diagnostics } = load::check(sources, today);
    let questionnaire = questionnaire.map(Arc::new);
    let proof = match questionnaire.as_ref().map(prove).transpose() {
        Ok(proof) => proof,
        Err(too_large) => {
            diagnostics.push(*too_large);
            None
        }
    };
    diagnostics.extend(proof.iter().flat_map(|proof| proof.diagnostics.iter().cloned()));
    let diagnostics = load::allowed(diagnostics, &sources);
    Looked { sources, questionnaire, proof, diagnostics }
}
