//! Files become a questionnaire, or a list of what is wrong with them. Pure: texts come in, no file is touched.

mod answers;
mod brackets;
mod builtin;
mod coverage;
mod folder;
mod jurisdictions;
mod loose;
mod near;
mod resolve;
mod syntax;
mod texts;
mod value;
mod wording;

pub use answers::{AnswersFile, Said, Stated, answers};
pub use builtin::builtin;
pub use coverage::{Coverage, Covered, Served, coverage};
pub use loose::Loose;
pub use near::did_you_mean;
pub use value::{Unfit, value};

use crate::diagnostic::Diagnostic;
use crate::model::Questionnaire;
use crate::text::Source;
use folder::Folder;

/// What a look at a folder gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The files, as they were given; the spans of the diagnostics count in them.
    pub sources: Vec<Source>,
    /// The questionnaire, where there is no error in it.
    pub questionnaire: Option<Questionnaire>,
    /// Every error and warning of every file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a folder is no questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The files, as they were given; the spans of the diagnostics count in them.
    pub sources: Vec<Source>,
    /// Every error and warning of every file.
    pub diagnostics: Vec<Diagnostic>,
}

/// The questionnaire that a folder's files hold. Each name is a path that ends in `questionnaire.ron`,
/// `stages/<number>-<word>.ron`, `clauses.ron`, `glossary.ron`, `source.ron`, `authorities.ron` or
/// `comparison.ron`, or is a country's file in the folder `jurisdictions`, which then takes the place of what the program knows itself.
///
/// # Errors
/// All that is wrong with the files, where there is an error among it.
pub fn open(sources: Vec<Source>) -> Result<Questionnaire, Refused> {
    let Checked { sources, questionnaire, diagnostics } = check(sources);
    questionnaire.ok_or(Refused { sources, diagnostics })
}

/// Looks at every file of a folder and says all that is wrong. Names are resolved only where every file could
/// be read, because a name may be defined in the one that could not.
#[must_use]
pub fn check(sources: Vec<Source>) -> Checked {
    let mut diagnostics = Vec::new();
    let folder = Folder::read(&sources, &mut diagnostics);
    wording::check(&folder, &mut diagnostics);
    jurisdictions::check(&folder.jurisdictions, &mut diagnostics);
    folder.check_ids(&sources, &mut diagnostics);
    let questionnaire = folder.into_questionnaire();
    if let Some(questionnaire) = &questionnaire {
        resolve::check(questionnaire, &mut diagnostics);
    }
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    Checked { sources, questionnaire: questionnaire.filter(|_| sound), diagnostics }
}

#[cfg(test)]
mod tests;
