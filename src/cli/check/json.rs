//! The stable shape of `check --json`.

use serde::Serialize;

use super::Tally;
use super::cases::Held;
use crate::check::Looked;
use crate::diagnostic::Diagnostic;
use crate::model::Questionnaire;
use crate::prove::Proof;
use crate::text::{Source, Span};

/// Everything that `check` found.
#[derive(Serialize)]
pub struct CheckJson<'c> {
    format: u8,
    diagnostics: Vec<DiagnosticJson<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cases: Option<Vec<CaseJson<'c>>>,
    summary: Summary<'c>,
}

/// A case that was replayed.
#[derive(Serialize)]
struct CaseJson<'c> {
    file: &'c str,
    changed: bool,
    diagnostics: Vec<DiagnosticJson<'c>>,
}

impl<'c> CaseJson<'c> {
    fn all(held: &'c Held) -> Vec<Self> {
        let cases = held.sources.iter().zip(&held.replayed).map(|(source, case)| Self {
            file: &source.name,
            changed: case.diagnostics.iter().any(Diagnostic::is_error),
            diagnostics: case.diagnostics.iter().map(|one| DiagnosticJson::of(one, &held.sources)).collect(),
        });
        cases.collect()
    }
}

impl<'c> CheckJson<'c> {
    /// The shape of what was found.
    pub fn of(looked: &'c Looked, held: Option<&'c Held>, tally: &Tally) -> Self {
        let diagnostics = &looked.diagnostics;
        Self {
            format: 1,
            diagnostics: diagnostics.iter().map(|one| DiagnosticJson::of(one, &looked.sources)).collect(),
            cases: held.map(CaseJson::all),
            summary: Summary::of(looked.questionnaire.as_deref(), looked.proof.as_ref(), tally),
        }
    }
}

#[derive(Serialize)]
struct DiagnosticJson<'c> {
    code: &'c str,
    severity: &'c str,
    #[serde(flatten)]
    place: Place<'c>,
    message: &'c str,
    label: Option<&'c str>,
    help: Option<&'c str>,
    related: Vec<Related<'c>>,
}

impl<'c> DiagnosticJson<'c> {
    fn of(diagnostic: &'c Diagnostic, sources: &'c [Source]) -> Self {
        let related = diagnostic.related.iter();
        let related =
            related.map(|(span, message)| Related { place: Place::of(Some(*span), None, sources), message });
        Self {
            code: diagnostic.code,
            severity: diagnostic.level.name(),
            place: Place::of(diagnostic.span, diagnostic.file.as_deref(), sources),
            message: &diagnostic.message,
            label: Some(diagnostic.label.as_str()).filter(|label| !label.is_empty()),
            help: diagnostic.help.as_deref(),
            related: related.collect(),
        }
    }
}

#[derive(Serialize)]
struct Related<'c> {
    #[serde(flatten)]
    place: Place<'c>,
    message: &'c str,
}

/// A range of characters in a file; the end is the first one that doesn't belong to it.
#[derive(Serialize)]
struct Place<'c> {
    file: Option<&'c str>,
    start: Option<Position>,
    end: Option<Position>,
}

impl<'c> Place<'c> {
    fn of(span: Option<Span>, file: Option<&'c str>, sources: &'c [Source]) -> Self {
        let found = span.and_then(|span| Some((sources.get(span.file)?, span)));
        Self {
            file: found.map(|(source, _)| source.name.as_str()).or(file),
            start: found.map(|(source, span)| Position::of(source, span.start)),
            end: found.map(|(source, span)| Position::of(source, span.end)),
        }
    }
}

/// Both from 1, the column in characters.
#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

impl Position {
    fn of(source: &Source, byte: usize) -> Self {
        let (line, column) = source.line_column(byte);
        Self { line, column }
    }
}

/// What the questionnaire is and has; unknown where an error keeps it from being read whole.
#[derive(Serialize)]
struct Summary<'c> {
    id: Option<&'c str>,
    version: Option<&'c str>,
    stages: Option<usize>,
    questions: Option<usize>,
    rules: Option<usize>,
    clauses: Option<usize>,
    terms: Option<usize>,
    errors: usize,
    warnings: usize,
    proof: Option<ProofJson<'c>>,
}

/// What was proved.
#[derive(Serialize)]
struct ProofJson<'c> {
    /// Rows that lists were tried with at most.
    rows: usize,
    /// Whether a list can have more.
    bounded: bool,
    statements: Vec<StatementsJson<'c>>,
}

/// How many statements of a kind were proved, or assumed because the solver gave up.
#[derive(Serialize)]
struct StatementsJson<'c> {
    name: &'c str,
    proved: usize,
    assumed: usize,
    all: usize,
}

impl<'c> ProofJson<'c> {
    fn of(proof: &'c Proof) -> Self {
        let statements = proof.tallies.iter().map(|tally| StatementsJson {
            name: tally.name,
            proved: tally.proved,
            assumed: tally.assumed,
            all: tally.all,
        });
        Self { rows: proof.rows, bounded: proof.bounded, statements: statements.collect() }
    }
}

impl<'c> Summary<'c> {
    fn of(questionnaire: Option<&'c Questionnaire>, proof: Option<&'c Proof>, tally: &Tally) -> Self {
        let manifest = questionnaire.map(|questionnaire| &questionnaire.manifest);
        Self {
            id: manifest.map(|manifest| manifest.id.as_str()),
            version: manifest.map(|manifest| manifest.version.as_str()),
            stages: questionnaire.map(|questionnaire| questionnaire.stages.len()),
            questions: questionnaire.map(|questionnaire| questionnaire.questions().count()),
            rules: questionnaire.map(|questionnaire| questionnaire.rules().count()),
            clauses: questionnaire.map(|questionnaire| questionnaire.clauses.len()),
            terms: questionnaire.map(|questionnaire| questionnaire.glossary.len()),
            errors: tally.errors,
            warnings: tally.warnings,
            proof: proof.map(ProofJson::of),
        }
    }
}
