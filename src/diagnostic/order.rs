//! The order in which diagnostics are told, the same on every surface.

use std::collections::HashMap;

use super::Diagnostic;
use crate::text::Source;

/// The diagnostics in the order of files and places, those without a place first. `sources` are those that the spans were
/// made from.
#[must_use]
pub fn in_order(mut diagnostics: Vec<Diagnostic>, sources: &[Source]) -> Vec<Diagnostic> {
    let mut files: HashMap<&str, usize> = HashMap::new();
    for (at, source) in sources.iter().enumerate() {
        files.entry(&source.name).or_insert(at);
    }
    diagnostics.sort_by_key(|diagnostic| {
        let named = || diagnostic.file.as_ref().and_then(|file| files.get(file.as_str()));
        let place = diagnostic.span.map(|span| (span.file, span.start));
        place.or_else(|| named().map(|&file| (file, 0)))
    });
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn they_come_in_the_order_of_files_and_places() {
        let sources = [Source::new("a.ron", "one\ntwo\n"), Source::new("b.ron", "three")];
        let at = |file, start| Span { file, start, end: start + 1 };
        let given = vec![
            Diagnostic::warning("last", "last").at(at(1, 0)),
            Diagnostic::error("third", "third").at(at(0, 4)),
            Diagnostic::error("second", "second").in_file("a.ron"),
            Diagnostic::error("first", "first"),
        ];
        let codes = |diagnostics: Vec<Diagnostic>| diagnostics.iter().map(|one| one.code).collect::<Vec<_>>();
        assert_eq!(codes(in_order(given, &sources)), ["first", "second", "third", "last"]);
    }
}
