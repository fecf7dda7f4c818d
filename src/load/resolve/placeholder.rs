//! Placeholders such as `{partner_name}` in texts.

use super::{Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::Text;
use crate::load::wording::is_id;
use crate::model::{Id, Kind, Length};
use crate::text::Spanned;

impl<'q> Resolver<'q, '_> {
    /// Reports placeholders that can't be filled.
    pub(super) fn placeholders(&mut self, text: &Text<'q>, scope: &Scope<'q>) {
        for (start, end) in braces(text.words) {
            if self.is_enough() {
                return;
            }
            let written = &text.words[start..end];
            let span = text.words.place_of(start..end).or(text.of.span);
            let id = Spanned { value: written.trim_matches(['{', '}']).to_owned(), span };
            if written.ends_with('}') && self.index.is_bad(&id) {
                continue;
            }
            if !written.ends_with('}') || !is_id(&id) {
                self.found.push(
                    Diagnostic::error(
                        "bad-placeholder",
                        format!("`{written}` in the `{}` of `{}` is no placeholder", text.field, text.of),
                    )
                    .at(id.span)
                    .label("not an id in braces")
                    .help("A placeholder is a question's id in braces, such as {partner_name}".to_owned()),
                );
            } else if text.filled {
                self.placeholder(&id, scope);
            } else {
                self.found.push(
                    Diagnostic::error(
                        "placeholder-here",
                        format!("No placeholder is filled in a `{}`", text.field),
                    )
                    .at(id.span)
                    .label("would be shown as it stands")
                    .help("Write it without".to_owned()),
                );
            }
        }
    }

    fn placeholder(&mut self, id: &Id, scope: &Scope<'q>) {
        let Some(question) = self.named(id, scope) else { return };
        if !can_stand_in_a_sentence(&question.kind) {
            let kind = question.kind.name();
            self.found.push(
                Diagnostic::error(
                    "wrong-kind",
                    format!("The answer to `{id}`, whose kind is {kind}, can't stand in a sentence"),
                )
                .at(id.span.or(scope.of.span))
                .label(format!("its kind is {kind}"))
                .help("A placeholder takes a Text(Short), Choice, Country, Number, Money or Date".to_owned()),
            );
        }
    }
}

fn can_stand_in_a_sentence(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text(Length::Short)
            | Kind::Choice(_)
            | Kind::Country
            | Kind::Number { .. }
            | Kind::Money
            | Kind::Date
    )
}

/// The pieces from a `{` to its `}`, or to where it must have ended.
pub(in crate::load) fn braces(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('{').map(|at| from + at) {
        let inner = &text[start + 1..];
        let end = match inner.find(['{', '}', '\n']) {
            Some(at) if inner[at..].starts_with('}') => start + 1 + at + 1,
            Some(at) => start + 1 + at,
            None => text.len(),
        };
        found.push((start, end));
        from = end;
    }
    found
}
