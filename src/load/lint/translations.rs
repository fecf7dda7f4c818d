//! What is missing in a translation, what has changed since, and what has nothing to belong to.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::load::near::did_you_mean;
use crate::load::texts::{Text, of_folder};
use crate::load::translation::{Overlay, Translation};
use crate::text::count;

/// So many missing texts are named.
const NAMED: usize = 10;
/// So many extra ones in a file are compared with all texts to say what may have been meant.
const COMPARED: usize = 50;

pub(super) fn check(folder: &Folder, found: &mut Vec<Diagnostic>) {
    // What couldn't be read may be what a translation belongs to.
    if folder.overlays.is_empty() || folder.incomplete {
        return;
    }
    let texts: Vec<(String, Text)> = of_folder(folder).into_iter().map(|text| (text.key(), text)).collect();
    let by_key: HashMap<&str, &Text> = texts.iter().map(|(key, text)| (key.as_str(), text)).collect();
    for overlay in &folder.overlays {
        found.extend(missing(overlay, &texts).filter(|_| overlay.is_whole));
        let mut extra = 0;
        for translation in &overlay.translations {
            if let Some(text) = by_key.get(translation.of.value.as_str()) {
                found.extend(outdated(translation, text));
                continue;
            }
            extra += 1;
            let near = || did_you_mean(&translation.of, by_key.keys().copied());
            found.push(no_such(translation, (extra <= COMPARED).then(near).flatten()));
        }
    }
}

fn missing(overlay: &Overlay, texts: &[(String, Text)]) -> Option<Diagnostic> {
    let translated: HashSet<&str> = overlay.translations.iter().map(|one| one.of.value.as_str()).collect();
    let wanted = texts.iter().filter(|(_, text)| text.is_translated());
    let missing: Vec<&str> =
        wanted.map(|(key, _)| key.as_str()).filter(|key| !translated.contains(key)).collect();
    let named = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let more = missing.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let lacks = || {
        let number = count(missing.len(), "text", "texts");
        Diagnostic::warning("missing-translation", format!("The translation lacks {number}"))
            .in_file(&overlay.file)
            .help(format!("Translate {named}{more}"))
    };
    (!missing.is_empty()).then(lacks)
}

fn outdated(translation: &Translation, text: &Text) -> Option<Diagnostic> {
    let changed = || {
        Diagnostic::warning(
            "outdated-translation",
            format!("`{}` has changed since it was translated", translation.of),
        )
        .at(translation.from.span.or(translation.of.span))
        .label("no longer the original")
        .related(text.words.span, "The original reads so now")
        .help("Look whether the translation still fits, and copy the original anew".to_owned())
    };
    (translation.from != *text.words).then(changed)
}

fn no_such(translation: &Translation, near: Option<String>) -> Diagnostic {
    let help = "A text is named by its thing's id and its field, such as `role.ask`".to_owned();
    Diagnostic::warning("extra-translation", format!("There is no text `{}`", translation.of))
        .at(translation.of.span)
        .label("no such text")
        .help(near.unwrap_or(help))
}
