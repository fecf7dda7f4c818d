//! What becomes of a mutant: who reports it, or why it does no harm.

use std::sync::Arc;

use chrono::NaiveDate;
use safeshore::cases::{Outcome, answers_file, replay_case};
use safeshore::check::check;
use safeshore::diagnostic::Diagnostic;
use safeshore::diff::{Changed, Presence, Sort, diff};
use safeshore::engine::{Interview, holds};
use safeshore::load;
use safeshore::model::{Act, Questionnaire};
use safeshore::prove::Witnesses;
use safeshore::text::Source;

use super::equivalent::cannot_be_told_apart;

/// The questionnaire as it is, and cases that record what it comes to.
pub struct Original {
    pub sources: Vec<Source>,
    pub questionnaire: Arc<Questionnaire>,
    cases: Vec<Case>,
    /// Allowances that nothing needs until something is proved.
    of_proof: Vec<String>,
}

impl Original {
    pub fn new() -> Self {
        let looked = check(load::builtin(), today());
        assert_eq!(looked.diagnostics, [], "whatever is said of a mutant is about the mutant");
        let questionnaire = looked.questionnaire.expect("the built-in questionnaire is sound");
        let (_, of_proof) = unproved(&looked.sources);
        let of_proof = of_proof.into_iter().map(|one| one.message).collect();
        let suite = Witnesses::new(&questionnaire).expect("it is small enough").thorough_suite().cases;
        let cases = suite.into_iter().map(|acts| Case::new(&questionnaire, acts)).collect();
        Self { cases, sources: looked.sources, questionnaire, of_proof }
    }
}

/// A case with what comes of it in the original.
struct Case {
    source: Source,
    acts: Vec<Act>,
    outcome: Outcome,
}

impl Case {
    fn new(questionnaire: &Arc<Questionnaire>, acts: Vec<Act>) -> Self {
        let interview = Interview::after(questionnaire, &acts);
        let outcome = Outcome::of(&interview);
        let text = answers_file(&interview, &acts, "A case", Some(&outcome));
        Self { source: Source::new("case.ron", text), acts, outcome }
    }

    /// Whether it reports a mutant, as `check --cases` would.
    fn reports(&self, mutant: &Arc<Questionnaire>) -> bool {
        self.comes_to_something_else(mutant) && !replay_case(mutant, &self.source, 0).diagnostics.is_empty()
    }

    /// A short way to tell that nothing would be reported: reading a case takes ten times as long.
    fn comes_to_something_else(&self, mutant: &Arc<Questionnaire>) -> bool {
        let interview = Interview::after(mutant, &self.acts);
        let is_accepted = |act: &Act| match act {
            Act::Answer { at, to } => holds(&interview, at, to).is_ok(),
            _ => true,
        };
        !self.acts.iter().all(is_accepted) || Outcome::of(&interview) != self.outcome
    }
}

/// What is said of files before anything is proved.
fn unproved(sources: &[Source]) -> (Option<Questionnaire>, Vec<Diagnostic>) {
    let checked = load::check(sources.to_vec(), today());
    (checked.questionnaire, load::allowed(checked.diagnostics, sources))
}

/// On the day for which the texts of the law in the questionnaire are fresh.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 15).expect("a day")
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// `load` refuses it.
    Load,
    /// `load` warns of it.
    Lint,
    /// A case comes to something else.
    Cases,
    /// Something that was proved of the original is no longer so.
    Proof,
    /// It reads to an equal questionnaire, or to one of the same logic.
    Equal,
    /// No answers tell it from the original.
    Proved,
    /// Nobody reports it, and it may do harm.
    Survives,
}

impl Verdict {
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Load, "load"),
        (Self::Lint, "lint"),
        (Self::Cases, "cases"),
        (Self::Proof, "proof"),
        (Self::Equal, "harmless: equal"),
        (Self::Proved, "harmless: proved"),
        (Self::Survives, "survive"),
    ];

    /// Cheap looks first.
    pub fn of(original: &Original, sources: Vec<Source>) -> Self {
        let (mutant, said) = unproved(&sources);
        let Some(mutant) = mutant.map(Arc::new) else { return Self::Load };
        if said.iter().any(|one| !original.of_proof.contains(&one.message)) {
            return Self::Lint;
        }
        if is_same_logic(&original.questionnaire, &mutant) {
            return Self::Equal;
        }
        if original.cases.iter().any(|case| case.reports(&mutant)) {
            return Self::Cases;
        }
        if !check(sources, today()).diagnostics.is_empty() {
            return Self::Proof;
        }
        if cannot_be_told_apart(&original.questionnaire, &mutant) { Self::Proved } else { Self::Survives }
    }
}

/// Whether nothing changed but words, or the id of something that nothing names: `load` would have missed it.
fn is_same_logic(old: &Questionnaire, new: &Questionnaire) -> bool {
    let diff = diff(old, new);
    let others = diff.others.iter().flat_map(|(_, changed)| changed);
    diff.opens() && diff.questions.iter().chain(others).all(keeps_logic)
}

fn keeps_logic(changed: &Changed) -> bool {
    changed.presence == Presence::Both
        && changed.moved.is_none()
        && changed.fields.iter().all(|field| field.sort == Sort::Wording)
        && (changed.parts.iter().all(keeps_logic) || is_renamed_part(&changed.parts))
}

/// Milestones and criteria have no `was`: one that goes, and another one of the same words in its place, are the same.
fn is_renamed_part(parts: &[Changed]) -> bool {
    let [one, other] = parts else { return false };
    let gone_and_new = [one.presence, other.presence];
    ["milestone", "criterion"].contains(&one.role)
        && (one.role, &one.says) == (other.role, &other.says)
        && gone_and_new.contains(&Presence::Removed)
        && gone_and_new.contains(&Presence::Added)
}
