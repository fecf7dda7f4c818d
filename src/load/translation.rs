//! Translations: files `text/<language>.ron`, which lie over the texts of a questionnaire. They are checked, so that a
//! translator can begin; no screen shows them yet.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::folder::file_and_folder;
use super::resolve::braces;
use super::syntax::parse_all;
use super::texts::Text;
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::text::{Source, Spanned};

/// The folder in which they lie.
pub(super) const FOLDER: &str = "text";

/// One text in another language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Translation {
    /// Which text: `role.ask`, or `role.customer.label` for an option.
    pub(super) of: Id,
    /// The original that was translated.
    pub(super) from: Spanned<String>,
    /// How it reads in the other language.
    pub(super) text: Spanned<String>,
}

/// A file of translations.
pub(super) struct Overlay {
    /// Its name.
    pub(super) file: String,
    /// What stands in it.
    pub(super) translations: Vec<Translation>,
    /// Whether all of it could be read.
    pub(super) is_whole: bool,
}

impl Overlay {
    /// What a file holds, where it can be read.
    pub(super) fn read(source: &Source, index: usize, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let (read, problems) = parse_all(source, index);
        let is_whole = problems.is_empty();
        found.extend(problems);
        read.map(|translations| Self { file: source.name.clone(), translations, is_whole })
    }

    /// The language, as the file's name has it.
    fn language(&self) -> &str {
        let (name, _) = file_and_folder(&self.file);
        name.strip_suffix(".ron").unwrap_or(name)
    }
}

impl Translation {
    /// The two texts, for whatever is said of any text.
    pub(super) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        [("from", &self.from), ("text", &self.text)]
            .into_iter()
            .map(|(field, words)| Text::plain(&self.of, field, words))
    }
}

/// Reports files of no language or of one that another file has, texts that are translated twice, and placeholders that
/// their original doesn't have.
pub(super) fn check(overlays: &[Overlay], found: &mut Vec<Diagnostic>) {
    let mut languages = HashMap::new();
    for overlay in overlays {
        let language = overlay.language();
        if !is_language(language) {
            let problem = format!("`{language}` is no language");
            let help = "Name the file after its BCP 47 tag, such as es.ron or pt-BR.ron".to_owned();
            found.push(Diagnostic::error("bad-id", problem).in_file(&overlay.file).help(help));
        }
        if let Some(other) = languages.insert(language.to_lowercase(), &overlay.file) {
            let problem = format!("`{other}` is of the same language");
            let help = "Join the two files".to_owned();
            found.push(Diagnostic::error("duplicate-file", problem).in_file(&overlay.file).help(help));
        }
        twice(&overlay.translations, found);
        found.extend(overlay.translations.iter().filter_map(other_placeholders));
    }
}

fn twice(translations: &[Translation], found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Id> = HashMap::new();
    for Translation { of, .. } in translations {
        if let Some(earlier) = first.get(of.value.as_str()) {
            found.push(
                Diagnostic::error("duplicate-id", format!("`{of}` is translated twice"))
                    .at(of.span)
                    .label("the second one")
                    .related(earlier.span, "The first one stands here")
                    .help("Keep one of them".to_owned()),
            );
        } else {
            first.insert(&of.value, of);
        }
    }
}

fn other_placeholders(translation: &Translation) -> Option<Diagnostic> {
    let of = |text: &'_ str| -> BTreeSet<String> {
        braces(text).into_iter().map(|(start, end)| text[start..end].to_owned()).collect()
    };
    let (original, translated) = (of(&translation.from), of(&translation.text));
    let lacks = original.difference(&translated).next().map(|one| format!("lacks the placeholder `{one}`"));
    let invents = || {
        translated
            .difference(&original)
            .next()
            .map(|one| format!("has the placeholder `{one}`, its original has not"))
    };
    let problem = lacks.or_else(invents)?;
    Some(
        Diagnostic::error("bad-placeholder", format!("The translation of `{}` {problem}", translation.of))
            .at(translation.text.span.or(translation.of.span))
            .label("other placeholders than the original")
            .help("Ids in braces are not translated: write them as the original has them".to_owned()),
    )
}

/// Whether a text is a language tag of BCP 47: a language, then a script, a region and variants where there are any.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_region = |part: &str| {
        (part.len() == 2 && letters(part))
            || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_variant = |part: &str| {
        let digit_first = part.starts_with(|c: char| c.is_ascii_digit());
        let long_enough = (5..=8).contains(&part.len()) || (part.len() == 4 && digit_first);
        long_enough && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_whole =
        parts.next().is_some_and(|language| (2..=3).contains(&language.len()) && letters(language));
    parts.next_if(|part| part.len() == 4 && letters(part));
    parts.next_if(|part| is_region(part));
    is_whole && parts.all(is_variant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_their_tags() {
        for tag in
            ["es", "pt-BR", "zh-Hant-TW", "sr-Latn", "es-419", "de-1996", "ast", "ca-ES-valencia", "PT-br"]
        {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "e", "spanish", "es_MX", "es-", "pt-Brazil-x", "12", "é", "es MX", "de-BR-AT"] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
