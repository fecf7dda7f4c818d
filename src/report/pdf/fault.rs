//! What typst says of a template, as diagnostics of its files.

use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;

use super::world::Office;
use crate::diagnostic::Diagnostic;
use crate::report::Broken;
use crate::text::{Source, Span, capital};

/// Nobody reads more at a time.
const MOST: usize = 20;

/// The template with what is wrong with it.
pub(super) fn broken(office: &Office, errors: &[SourceDiagnostic]) -> Broken {
    let markup = office.markup();
    let sources = markup.iter().map(|(name, source)| Source::new(*name, source.text())).collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    for one in errors.iter().map(|error| diagnostic(office, error)) {
        // The same thing for every entry of a list.
        if !found.contains(&one) && found.len() < MOST {
            found.push(one);
        }
    }
    Broken::new(found, sources)
}

fn diagnostic(office: &Office, error: &SourceDiagnostic) -> Diagnostic {
    let at = place(office, error.span);
    let callers = error.trace.iter().map(|call| place(office, call.span.into()));
    let places: Vec<Place> = std::iter::once(at).chain(callers).flatten().collect();
    // What goes wrong inside the built-in functions goes wrong because of what the firm's file gave them.
    let shown = places.iter().find(|place| place.is_of_firm).or(places.first());
    let message = capital(error.message.trim_end_matches('.'));
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    // Advice on the arguments of typst's own program is of no use here.
    let help: Vec<&str> = hints.filter(|hint| !hint.contains("--")).collect();
    let diagnostic = Diagnostic::error("broken-template", message).at(shown.map(|place| place.span));
    diagnostic.help((!help.is_empty()).then(|| capital(&help.join("; "))))
}

struct Place {
    span: Span,
    is_of_firm: bool,
}

fn place(office: &Office, span: DiagSpan) -> Option<Place> {
    let id = span.id()?;
    let range = office.range(span)?;
    let name = id.get().vpath().get_without_slash();
    let file = office.markup().iter().position(|(other, _)| *other == name)?;
    Some(Place {
        span: Span { file, start: range.start, end: range.end },
        is_of_firm: office.is_of_firm(name),
    })
}
