//! Texts that stand twice, so that a reader can't tell which of two things is meant.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::model::{Id, Kind, Question};
use crate::text::{Spanned, clean_line};

pub(super) fn check(folder: &Folder, found: &mut Vec<Diagnostic>) {
    let questions = || folder.stages.iter().flat_map(|stage| &stage.questions);
    let rules = folder.stages.iter().flat_map(|stage| &stage.rules);
    let terms = folder.glossary.iter().flat_map(|term| std::iter::once(&term.term).chain(&term.also));
    for question in questions() {
        let labels = question.kind.options().iter().map(|option| (&option.id, &option.label));
        found.extend(same(labels).map(|(one, other)| {
            let of = &question.id;
            alike(
                "options-alike",
                format!("The options `{}` and `{}` of `{of}` read the same", one.0, other.0),
                one,
                other,
            )
        }));
    }
    found.extend(questions().filter_map(ends_alike));
    let mut twice = |what: &str, does: &str, texts: Vec<Named>| {
        let message = |one: &Id, other: &Id| format!("The {what} `{one}` and `{other}` {does}");
        found.extend(
            same(texts).map(|(one, other)| alike("duplicate-text", message(one.0, other.0), one, other)),
        );
    };
    twice("questions", "ask the same", questions().map(|question| (&question.id, &question.ask)).collect());
    twice("rules", "have the same title", rules.map(|rule| (&rule.id, &rule.title)).collect());
    let titles = folder.clauses.iter().map(|clause| (&clause.id, &clause.title));
    twice("clauses", "have the same title", titles.collect());
    twice("terms", "are the same", terms.map(|term| (term, term)).collect());
}

/// A scale of which both ends read the same.
fn ends_alike(question: &Question) -> Option<Diagnostic> {
    let Kind::Scale { low, high } = &question.kind else { return None };
    // An empty text is told as that.
    if key(low) != key(high) || key(low).is_empty() {
        return None;
    }
    let message = format!("Both ends of the scale `{}` read the same", question.id);
    Some(
        Diagnostic::warning("options-alike", message)
            .at(high.span.or(question.id.span))
            .label("the same words")
            .related(low.span, "the low end has them too")
            .help("Say of each end what it means".to_owned()),
    )
}

/// A thing's id, and what is read of it.
type Named<'a> = (&'a Id, &'a Spanned<String>);

/// The pairs of the first of several that read the same and each of the others. What has the same id is reported as that.
fn same<'a>(texts: impl IntoIterator<Item = Named<'a>>) -> impl Iterator<Item = (Named<'a>, Named<'a>)> {
    let mut first: HashMap<String, Named> = HashMap::new();
    texts.into_iter().filter_map(move |text| {
        let words = key(text.1);
        if let Some(&earlier) = first.get(&words) {
            return Some((earlier, text)).filter(|(one, other)| one.0 != other.0);
        }
        first.insert(words, text);
        None
    })
}

/// The words without case, spaces around them and the sign at their end.
fn key(text: &str) -> String {
    let mut key = clean_line(text).to_lowercase();
    let is_sign = |c: char| c == '…' || c == ' ' || (c.is_ascii_punctuation() && c != '}');
    key.truncate(key.trim_end_matches(is_sign).len());
    key
}

fn alike(code: &'static str, message: String, one: Named, other: Named) -> Diagnostic {
    Diagnostic::warning(code, message)
        .at(other.1.span.or(other.0.span))
        .label("the same words")
        .related(one.1.span.or(one.0.span), format!("`{}` has them too", one.0))
        .help("Say in one of them what makes the difference, or make one of the two".to_owned())
}
