//! A firm's own look: the files of its folder, and what its `template.ron` sets. `assets/report/README.md` tells firms
//! what they can put there.

mod look;

use std::collections::BTreeMap;

pub use look::{Look, Paper, is_colour};

use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
use crate::text::{Source, Span, byte_of, clean_line};

/// The file that sets what needs no programming.
const LOOK: &str = "template.ron";
/// Files that make a look.
const KNOWN: [&str; 4] = [LOOK, "word.ron", "report.typ", "safeshore.typ"];
/// What to do about anything that is wrong with a template.
pub(super) const BUILT_IN: &str = "Mend it, or make the report with the built-in template";

/// How a report looks: the built-in way, or that of a firm.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// By their names within the folder, with `/` between parts.
    files: BTreeMap<String, Vec<u8>>,
    look: Look,
}

/// A template that can't be used: what is wrong, and the sources that the places are in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The template can't be used: {}", self.first())]
pub struct Broken {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Where.
    pub sources: Vec<Source>,
}

impl Template {
    /// The look that the program brings along.
    #[must_use]
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Whether nothing of a firm's is in it.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.files.is_empty()
    }

    /// That of a firm, from the files of its folder by their names within it.
    ///
    /// # Errors
    /// Where its `template.ron` can't be read or names something that isn't there.
    pub fn of_firm(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Broken> {
        if !files.keys().any(|name| KNOWN.contains(&name.as_str()) || is_font(name)) {
            return Err(Broken::new(vec![no_template(&files)], Vec::new()));
        }
        let Some(bytes) = files.get(LOOK) else { return Ok(Self { files, look: Look::default() }) };
        let source = text_of(LOOK, bytes)?;
        match settings::<Look>(&source) {
            Ok(look) => {
                let wrong = look.faults(|name| files.get(name).map(Vec::as_slice));
                if wrong.is_empty() {
                    Ok(Self { files, look })
                } else {
                    Err(Broken::new(wrong, vec![source]))
                }
            }
            Err(wrong) => Err(Broken::new(vec![*wrong], vec![source])),
        }
    }

    /// What is set without programming.
    #[must_use]
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// The template with faults of its settings that only show when a report is made.
    #[cfg(feature = "pdf")]
    pub(super) fn broken(&self, faults: Vec<Diagnostic>) -> Broken {
        let text = self.file(LOOK).map(String::from_utf8_lossy).unwrap_or_default();
        Broken::new(faults, vec![Source::new(LOOK, text)])
    }

    /// A file of the folder.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Every file of the folder.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

impl Broken {
    /// A template with these faults; each gets word of the way out.
    #[must_use]
    pub fn new(diagnostics: Vec<Diagnostic>, sources: Vec<Source>) -> Self {
        let with_help = |mut one: Diagnostic| {
            one.help = Some(one.help.map_or(BUILT_IN.to_owned(), |help| format!("{help}. {BUILT_IN}")));
            one
        };
        Self { diagnostics: diagnostics.into_iter().map(with_help).collect(), sources }
    }

    /// The first of the faults, in a line, with its place.
    fn first(&self) -> String {
        let Some(first) = self.diagnostics.first() else { return String::new() };
        let message = clean_line(&first.message);
        match first.span.and_then(|span| Some((self.sources.get(span.file)?, span.start))) {
            Some((source, start)) => {
                let (line, column) = source.line_column(start);
                format!("{}:{line}:{column}: {message}", source.name)
            }
            None => message,
        }
    }
}

/// Whether a file holds letters, by its name.
pub(super) fn is_font(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str())
}

/// A folder in which nothing makes a look: the wrong one, or a name is misspelt.
fn no_template(files: &BTreeMap<String, Vec<u8>>) -> Diagnostic {
    let names = KNOWN.map(|name| format!("`{name}`")).join(", ");
    let alike = |name: &&String| KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name));
    let advice = files.keys().find(alike).map(|name| format!("`{name}` is written with other letters"));
    let message = format!("The folder holds no template: none of {names}, and no font");
    Diagnostic::error("broken-template", message).help(advice)
}

/// A file of a template's folder as text.
///
/// # Errors
/// Where it is none.
pub(super) fn text_of(name: &str, bytes: &[u8]) -> Result<Source, Broken> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let wrong = Diagnostic::error("broken-template", "The file is not UTF-8 text").in_file(name);
        return Err(Broken::new(vec![wrong], Vec::new()));
    };
    Ok(Source::new(name, text))
}

/// Settings of a template's folder.
///
/// # Errors
/// What can't be read, and where.
pub(super) fn settings<T: DeserializeOwned>(source: &Source) -> Result<T, Box<Diagnostic>> {
    source.ron(0).map_err(|error| {
        let [start, end] = [error.span.start, error.span.end].map(|place| byte_of(&source.text, place));
        let span = Span { file: 0, start, end: end.max(start) };
        let message = format!("The template's settings can't be read: {}", error.code);
        Box::new(Diagnostic::error("broken-template", message).at(span))
    })
}
