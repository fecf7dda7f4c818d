//! What can be said of each text by itself: it says something, it hides nothing, an id is an id.

use super::folder::Folder;
use super::texts::{Text, of_folder};
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::text::{Span, clean};

/// Reports empty texts, characters that must not reach a screen, and ids that are none.
pub(super) fn check(folder: &Folder, found: &mut Vec<Diagnostic>) {
    for text in of_folder(folder) {
        found.extend(empty(&text));
        found.extend(hidden(&text));
    }
    found.extend(ids(folder).into_iter().filter(|id| !is_id(id)).map(bad_id));
}

/// Whether a text can be an id: letters, digits, `_`, `-` and `.`, as a placeholder can name it.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn empty(text: &Text) -> Option<Diagnostic> {
    clean(text.words).trim().is_empty().then(|| {
        Diagnostic::error("empty-text", format!("The `{}` of `{}` is empty", text.field, text.of))
            .at(text.words.span.map(around_quotes).or(text.of.span))
            .label("nothing to read")
            .help("Write it, or leave the field out where it is optional".to_owned())
    })
}

/// An empty text has no width; its quotes have.
fn around_quotes(span: Span) -> Span {
    if span.start < span.end {
        span
    } else {
        Span { start: span.start.saturating_sub(1), end: span.end + 1, ..span }
    }
}

fn hidden(text: &Text) -> Option<Diagnostic> {
    if clean(text.words) == text.words.value {
        return None;
    }
    let (at, c) = text.words.char_indices().find(|(_, c)| clean(c.encode_utf8(&mut [0; 4])).is_empty())?;
    let place = text.words.place_of(at..at + c.len_utf8());
    let message = format!("The `{}` of `{}` holds an invisible control character", text.field, text.of);
    Some(
        Diagnostic::error("control-character", message)
            .at(place.or(text.of.span))
            .label(format!("U+{:04X}", u32::from(c)))
            .help("Take it out: it can hide or reorder what a reader sees".to_owned()),
    )
}

fn ids(folder: &Folder) -> Vec<&Id> {
    let mut ids: Vec<&Id> = Vec::new();
    if let Some(manifest) = &folder.manifest {
        ids.push(&manifest.id);
        ids.extend(manifest.milestones.iter().map(|milestone| &milestone.id));
    }
    for stage in &folder.stages {
        ids.push(&stage.id);
        ids.extend(stage.repeats.iter().map(|repeat| &repeat.id));
        ids.extend(stage.rules.iter().map(|rule| &rule.id));
        for question in &stage.questions {
            ids.push(&question.id);
            ids.extend(question.kind.options().iter().map(|option| &option.id));
        }
    }
    ids.extend(folder.comparison.iter().flat_map(|comparison| &comparison.criteria).map(|one| &one.id));
    ids.extend(folder.clauses.iter().map(|clause| &clause.id));
    ids.extend(folder.items.iter().map(|item| &item.id));
    ids.extend(folder.authorities.iter().map(|authority| &authority.id));
    ids
}

fn bad_id(id: &Id) -> Diagnostic {
    Diagnostic::error("bad-id", format!("`{id}` can't be an id"))
        .at(id.span.map(around_quotes))
        .label("not an id")
        .help("An id is made of the letters a to z, digits, `_`, `-` and `.`".to_owned())
}
