//! What can be said of a questionnaire from reading it, beyond what makes it unusable. All of it is warnings.

mod dates;
mod doubles;
mod facts;
pub(crate) mod length;
mod parts;
mod stale;
mod terms;
mod translations;
mod unseen;
mod unused;
mod uses;
mod weights;

use chrono::NaiveDate;

use super::folder::Folder;
use crate::diagnostic::Diagnostic;
use crate::model::Questionnaire;
use crate::text::Source;

/// Warns of what can be seen without knowing what the names mean.
pub(super) fn of_folder(folder: &Folder, sources: &[Source], today: NaiveDate, found: &mut Vec<Diagnostic>) {
    dates::check(folder, today, found);
    doubles::check(folder, found);
    length::check(folder, found);
    stale::check(folder, today, found);
    translations::check(folder, found);
    unseen::check(folder, sources, found);
}

/// Warns of what can be seen where every name is resolved.
pub(super) fn of_questionnaire(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    unused::check(questionnaire, found);
    terms::check(questionnaire, found);
    weights::check(questionnaire, found);
    facts::check(questionnaire, found);
    parts::check(questionnaire, found);
}
