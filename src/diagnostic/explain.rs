//! A page on each code: what it means, why it matters, and an example with what mends it.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};

use super::{Code, Diagnostic, code};

static PAGES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/explain");
/// So many codes are named in a line; more would not be read.
const FEW: usize = 6;

/// The page on a code, in Markdown, below a headline; `None` where there is no such code.
#[must_use]
pub fn page(name: &str) -> Option<String> {
    let Code { name, level, summary } = code(name)?;
    let text = PAGES.get_file(format!("{name}.md"))?.contents_utf8()?;
    Some(format!("# {}[{name}]: {summary}\n\n{text}", level.name()))
}

/// Where more is said of these diagnostics, in one line; empty where there are none.
#[must_use]
pub fn pointer(diagnostics: &[Diagnostic]) -> String {
    let codes: BTreeSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    match codes.as_slice() {
        [] => String::new(),
        [code] => format!("`safeshore check --explain {code}` says more"),
        [first @ .., last] if first.len() < FEW => {
            format!("`safeshore check --explain CODE` says more: {} or {last}", first.join(", "))
        }
        many => format!(
            "`safeshore check --explain CODE` says more: {} or one of {} others",
            many[..FEW - 1].join(", "),
            many.len() + 1 - FEW
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::CODES;

    #[test]
    fn every_code_has_a_page_and_every_page_a_code() {
        let stems = PAGES.files().filter_map(|file| file.path().file_stem());
        let mut pages: Vec<_> = stems.map(|stem| stem.to_string_lossy().into_owned()).collect();
        pages.sort_unstable();
        assert_eq!(pages, CODES.iter().map(|code| code.name).collect::<Vec<_>>());
    }

    fn pointed(codes: &[&'static str]) -> String {
        pointer(&codes.iter().map(|code| Diagnostic::error(code, "m")).collect::<Vec<_>>())
    }

    #[test]
    fn each_code_is_pointed_to_once_and_many_are_not_listed() {
        assert_eq!(pointed(&[]), "");
        assert_eq!(pointed(&["b", "b"]), "`safeshore check --explain b` says more");
        assert_eq!(pointed(&["b", "a", "b"]), "`safeshore check --explain CODE` says more: a or b");
        let six = "`safeshore check --explain CODE` says more: a, b, c, d, e or f";
        assert_eq!(pointed(&["f", "e", "d", "c", "b", "a"]), six);
        let seven = "`safeshore check --explain CODE` says more: a, b, c, d, e or one of 2 others";
        assert_eq!(pointed(&["f", "e", "d", "c", "b", "a", "g"]), seven);
    }
}
