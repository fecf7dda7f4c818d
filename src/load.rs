//! Files become a questionnaire, or a list of what is wrong with them. Pure: texts come in, no file is touched.

mod allow;
mod answers;
mod brackets;
mod builtin;
mod coverage;
mod folder;
mod ids;
mod jurisdictions;
mod lint;
mod loose;
mod near;
mod resolve;
mod servers;
mod stray;
mod syntax;
mod texts;
mod translation;
mod value;
mod wording;

use chrono::NaiveDate;

pub use allow::allowed;
pub use answers::{AnswersFile, Recorded, RecordedDetail, RecordedFinding, Said, Shared, Stated, answers};
pub use builtin::builtin;
pub use coverage::{Coverage, Covered, Served, coverage};
pub use loose::Loose;
pub use near::did_you_mean;
pub use value::{Unfit, value};

#[cfg(test)]
pub(crate) use lint::length;

use crate::diagnostic::{Diagnostic, in_order};
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
    /// Every error and warning of every file, in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a folder is no questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The files, as they were given; the spans of the diagnostics count in them.
    pub sources: Vec<Source>,
    /// Every error, in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The questionnaire that a folder's files hold. Each name is a path that ends in `questionnaire.ron`,
/// `stages/<number>-<word>.ron`, `clauses.ron`, `glossary.ron`, `source.ron`, `authorities.ron` or
/// `comparison.ron`; or it is a country's file in the folder `jurisdictions`, which then takes the place of what the program
/// knows itself; or a translation, `text/<language>.ron`.
///
/// # Errors
/// All that is wrong with the files, where there is an error among it.
pub fn open(sources: Vec<Source>) -> Result<Questionnaire, Refused> {
    let Checked { sources, questionnaire, diagnostics } = look(sources, None);
    questionnaire.ok_or(Refused { sources, diagnostics })
}

/// Looks at every file of a folder and says all that is wrong and all that is worth a second look, in order; what its
/// authors allow is not left out, see [`allowed`]. Names are resolved only where every file could be read, because a name
/// may be defined in the one that could not.
#[must_use]
pub fn check(sources: Vec<Source>, today: NaiveDate) -> Checked {
    look(sources, Some(today))
}

/// What makes a folder unusable; with `today` what is worth a second look on that day, too.
fn look(sources: Vec<Source>, today: Option<NaiveDate>) -> Checked {
    let mut diagnostics = Vec::new();
    let folder = Folder::read(&sources, &mut diagnostics);
    wording::check(&folder, &sources, &mut diagnostics);
    jurisdictions::check(&folder.jurisdictions, &sources, &mut diagnostics);
    translation::check(&folder.overlays, &mut diagnostics);
    folder.check_ids(&mut diagnostics);
    if let Some(today) = today {
        lint::of_folder(&folder, &sources, today, &mut diagnostics);
    }
    let questionnaire = folder.into_questionnaire();
    if let Some(questionnaire) = &questionnaire {
        resolve::check(questionnaire, &mut diagnostics);
    }
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    let questionnaire = questionnaire.filter(|_| sound);
    if let (Some(questionnaire), Some(_)) = (&questionnaire, today) {
        lint::of_questionnaire(questionnaire, &mut diagnostics);
    }
    let diagnostics = in_order(diagnostics, &sources);
    Checked { sources, questionnaire, diagnostics }
}

#[cfg(test)]
mod tests;
