//! What nothing uses: answers that nothing reads, options that nothing tells apart, clauses, authorities and terms.

use std::collections::{HashMap, HashSet};

use super::uses::Uses;
use crate::diagnostic::Diagnostic;
use crate::load::servers::servers;
use crate::model::{Id, Kind, Opt, Question, Questionnaire};

/// So many other options are shown.
const SHOWN: usize = 5;

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let uses = Uses::of(questionnaire);
    for question in questionnaire.questions() {
        if uses.questions.contains(question.id.value.as_str()) {
            found.extend(alike(question, &uses));
        } else {
            found.push(unread(&question.id));
        }
    }
    clauses(questionnaire, found);
    authorities(questionnaire, found);
    terms(questionnaire, found);
}

fn unread(question: &Id) -> Diagnostic {
    Diagnostic::warning("unused-question", format!("Nothing depends on the answer to `{question}`"))
        .at(question.span)
        .label("read by nothing")
        .help("Read it in a condition or a placeholder, take it out, or allow this and say what the answer is for".to_owned())
}

/// Options of which no condition tells one from the other, where it tells others. Of a Choice one may stay unnamed: it
/// is whatever the others are not.
fn alike(question: &Question, uses: &Uses) -> Option<Diagnostic> {
    let id = question.id.value.as_str();
    let options = question.kind.options();
    let several = matches!(question.kind, Kind::Choices(_));
    let is_named = |option: &&Opt| uses.options.contains(&(id, option.id.value.as_str()));
    let alike: Vec<&Id> = options
        .iter()
        .filter(|option| !(is_named(option) || several && option.alone))
        .map(|option| &option.id)
        .collect();
    let (first, others) = alike.split_first().filter(|(_, others)| !others.is_empty())?;
    if uses.shown.contains(id) || !options.iter().any(|option| is_named(&option)) {
        return None;
    }
    let message = format!("No condition tells the options {} of `{id}` apart", listed(&alike));
    let diagnostic = Diagnostic::warning("unused-option", message)
        .at(first.span.or(question.id.span))
        .label("treated like others")
        .help(
            "Name them in a condition, make one option of them, or allow this and say what they are for"
                .to_owned(),
        );
    let others = others.iter().take(SHOWN);
    Some(others.fold(diagnostic, |all, other| {
        all.related(other.span, format!("`{other}` is treated like `{first}`"))
    }))
}

/// "`a`, `b` and `c`", or the first few of many.
fn listed(ids: &[&Id]) -> String {
    let names: Vec<String> = ids.iter().take(SHOWN + 1).map(|id| format!("`{id}`")).collect();
    match (names.as_slice(), ids.len() - names.len()) {
        ([before @ .., last], 0) => format!("{} and {last}", before.join(", ")),
        (names, more) => format!("{} and {more} more", names.join(", ")),
    }
}

fn clauses(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let called: HashSet<&Id> = questionnaire.rules().flat_map(|(_, rule)| &rule.clauses).collect();
    let idle = questionnaire.clauses.iter().map(|clause| &clause.id).filter(|id| !called.contains(id));
    let help = "Name it in the `clauses` of a rule";
    found.extend(idle.map(|id| unused("unused-clause", id, "No rule calls for the clause", help)));
}

fn authorities(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let servers = servers(questionnaire);
    let cited: HashSet<&Id> = servers.iter().flat_map(|server| server.source).collect();
    let all = questionnaire.authorities.iter().map(|authority| &authority.id);
    let help = "Name it in the `source` of a question, rule, clause, point or sign";
    let idle = all.filter(|id| !cited.contains(id));
    found.extend(idle.map(|id| unused("unused-authority", id, "Nothing cites the authority", help)));
}

fn terms(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    if questionnaire.glossary.is_empty() {
        return;
    }
    let text = questionnaire.questions().map(reading).collect::<Vec<_>>().join("\n").to_lowercase();
    let words = Words::of(&text);
    let idle = questionnaire.glossary.iter().filter(|term| {
        let mut forms = std::iter::once(&term.term).chain(&term.also).map(|form| form.value.to_lowercase());
        !forms.any(|form| words.hold(&form))
    });
    let help = "Give it under `also` the forms in which questions and options have it";
    let what = "No question or option holds the term";
    found.extend(idle.map(|term| unused("unused-term", &term.term, what, help)));
}

fn unused(code: &'static str, id: &Id, what: &str, help: &str) -> Diagnostic {
    Diagnostic::warning(code, format!("{what} `{id}`"))
        .at(id.span)
        .label("not used")
        .help(format!("{help}, or take it out"))
}

/// What a person reads in a question: where terms are looked for to be explained. Placeholders hold answers, not words of
/// the author's.
fn reading(question: &Question) -> String {
    let options = question.kind.options().iter();
    let of_options = options.flat_map(|option| std::iter::once(&option.label).chain(&option.hint));
    let texts = std::iter::once(&question.ask).chain(&question.hint).chain(of_options);
    texts.map(|text| without_placeholders(text)).collect::<Vec<_>>().join("\n")
}

fn without_placeholders(text: &str) -> String {
    let parts = text.split('{').enumerate();
    let words = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) });
    words.collect::<Vec<_>>().join("…")
}

/// A text with the places of its words, so that many phrases can be looked for in it.
struct Words<'t> {
    text: &'t str,
    places: HashMap<&'t str, Vec<usize>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            places.entry(word).or_default().push(word.as_ptr() as usize - text.as_ptr() as usize);
        }
        Self { text, places }
    }

    /// Whether a phrase stands in the text, not as a part of another word.
    fn hold(&self, phrase: &str) -> bool {
        let letters =
            phrase.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
        let before = phrase.find(letters).unwrap_or_default();
        let whole = |&place: &usize| {
            let parted = place.checked_sub(before).and_then(|start| self.text.split_at_checked(start));
            let Some((left, right)) = parted else { return false };
            let after = right.strip_prefix(phrase);
            !left.ends_with(char::is_alphanumeric)
                && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        self.places.get(letters).is_some_and(|places| places.iter().any(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_at;

    proptest::proptest! {
        #[test]
        fn words_are_found_as_the_screen_finds_them(text in "[ab .é]{0,12}", phrase in "[ab .]{0,4}") {
            let letters = phrase.contains(char::is_alphanumeric);
            let wanted = letters && word_at(&text, &phrase).is_some();
            proptest::prop_assert_eq!(Words::of(&text).hold(&phrase), wanted);
        }
    }
}
