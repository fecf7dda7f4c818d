//! Files and folders that are not read: because they can't be, or because by its name no part of a questionnaire is one.

use super::folder::file_and_folder;
use super::near::did_you_mean;
use super::translation::is_language;
use super::{jurisdictions, translation};
use crate::diagnostic::Diagnostic;
use crate::model::country;
use crate::text::{Reason, Source, Unread};

/// The name of the file that says what the questionnaire is.
pub(super) const MANIFEST: &str = "questionnaire.ron";
/// The folder in which stages lie.
pub(super) const STAGES: &str = "stages";
/// Files that a questionnaire has one of each.
const FILES: [&str; 6] =
    [MANIFEST, "clauses.ron", "glossary.ron", "source.ron", "authorities.ron", "comparison.ron"];
const FOLDERS: [&str; 3] = [STAGES, jurisdictions::FOLDER, translation::FOLDER];

/// Why a source has no text, where it has none: an error, but a warning where it only looks like a slip.
pub(super) fn unread(source: &Source) -> Option<Diagnostic> {
    let Unread { reason, what, next } = source.unread.as_ref()?;
    let why = |code| {
        Diagnostic::error(code, what.as_str()).help(Some(next.clone()).filter(|next| !next.is_empty()))
    };
    let diagnostic = match reason {
        Reason::Unreadable | Reason::UnreadableFolder => why("unreadable-file"),
        Reason::NoText => why("not-text"),
        Reason::TooLarge => why("too-large"),
        Reason::OtherEnding => return Some(stray(source)),
        Reason::OtherFolder => other_folder(&source.name),
    };
    Some(diagnostic.in_file(&source.name))
}

/// A file that belongs to no part.
pub(super) fn stray(source: &Source) -> Diagnostic {
    let meant = meant(&source.name).map(|meant| format!("Did you mean `{meant}`?"));
    let help = || "Stages stand in the folder `stages`; look whether the name is right".to_owned();
    Diagnostic::warning("unread-file", "This file belongs to no part of a questionnaire and isn't read")
        .in_file(&source.name)
        .help(meant.unwrap_or_else(help))
}

fn other_folder(name: &str) -> Diagnostic {
    let (folder, parent) = file_and_folder(name);
    let within = parent.filter(|parent| FOLDERS.contains(parent));
    let within = within
        .map(|parent| format!("Put its files into `{parent}` itself: folders within aren't looked into"));
    let help = within.or_else(|| did_you_mean(folder, FOLDERS)).unwrap_or_else(|| {
        "A questionnaire's folders are `stages`, `jurisdictions` and `text`; move this one out, or let its name begin \
         with a dot"
            .to_owned()
    });
    let message =
        format!("The files in the folder `{folder}` belong to no part of a questionnaire and aren't read");
    Diagnostic::warning("unread-folder", message).help(help)
}

/// The name that was meant, with the folder that such a file stands in where it stands in none.
fn meant(name: &str) -> Option<String> {
    let (file, folder) = file_and_folder(name);
    let lower = file.to_lowercase();
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let stem = &file[..stem.len().min(file.len())];
    let ron = format!("{stem}.ron");
    if let Some(folder) = folder.filter(|folder| FOLDERS.contains(folder)).filter(|_| ron != file) {
        return Some(format!("{folder}/{ron}"));
    }
    let near = |word: &str, among: &[&'static str]| among.iter().copied().find(|one| is_near(word, one));
    if let Some(part) = folder.and_then(|folder| near(folder, &FOLDERS)).filter(|part| folder != Some(part)) {
        return Some(format!("{part}/{ron}"));
    }
    if let Some(part) = near(&ron, &FILES) {
        return Some(part.to_owned());
    }
    let part = if stem.starts_with(|c: char| c.is_ascii_digit()) {
        STAGES
    } else if country::exists(stem) {
        jurisdictions::FOLDER
    } else if is_language(stem) {
        translation::FOLDER
    } else {
        return None;
    };
    Some(format!("{part}/{ron}"))
}

/// Whether a name may have been written for another.
pub(super) fn is_near(written: &str, meant: &str) -> bool {
    did_you_mean(written, [meant]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_was_meant_to_be() {
        for (name, wanted) in [
            ("q/questionaire.ron", Some("questionnaire.ron")),
            ("q/Clauses.ron", Some("clauses.ron")),
            ("q/clauses.ron.txt", Some("clauses.ron")),
            ("q/glossary.rno", Some("glossary.ron")),
            ("q/2-data.ron", Some("stages/2-data.ron")),
            ("q/stages/2-data.RON", Some("stages/2-data.ron")),
            ("q/stages/2-data.ron.txt", Some("stages/2-data.ron")),
            ("q/Stages/2-data.ron", Some("stages/2-data.ron")),
            ("q/jurisdiction/IN.ron", Some("jurisdictions/IN.ron")),
            ("q/IN.ron", Some("jurisdictions/IN.ron")),
            ("q/pt-BR.ron", Some("text/pt-BR.ron")),
            ("q/İ.ron.txt", None),
            ("q/notes.ron", None),
        ] {
            assert_eq!(meant(name).as_deref(), wanted, "{name}");
        }
    }
}
