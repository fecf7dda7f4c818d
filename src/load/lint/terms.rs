//! Terms of the glossary that no question holds.

use std::collections::HashMap;

use super::unused::unused;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Question, Questionnaire};

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    if questionnaire.glossary.is_empty() {
        return;
    }
    let text = questionnaire.questions().map(reading).collect::<Vec<_>>().join("\n").to_lowercase();
    let forms = questionnaire.glossary.iter().map(|term| {
        let forms = std::iter::once(&term.term).chain(&term.also).map(|form| form.value.to_lowercase());
        (&term.term, forms.collect::<Vec<_>>())
    });
    let forms: Vec<(&Id, Vec<String>)> = forms.collect();
    let words = Words::of(&text, forms.iter().flat_map(|(_, forms)| forms));
    let idle =
        forms.iter().filter(|(_, forms)| !forms.iter().any(|form| words.hold(form))).map(|(term, _)| *term);
    let help = "Give it under `also` the forms in which questions and options have it";
    let what = "No question or option holds the term";
    found.extend(idle.map(|term| unused("unused-term", term, what, help)));
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

/// A text with the places of some of its words, so that many phrases can be looked for in it.
struct Words<'t> {
    text: &'t str,
    /// Where each word of the phrases stands.
    places: HashMap<&'t str, Vec<usize>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str, phrases: impl IntoIterator<Item = &'t String>) -> Self {
        let mut places: HashMap<&str, Vec<usize>> = phrases
            .into_iter()
            .flat_map(|phrase| words(phrase))
            .map(|(_, word)| (word, Vec::new()))
            .collect();
        for (place, word) in words(text) {
            if let Some(places) = places.get_mut(word) {
                places.push(place);
            }
        }
        Self { text, places }
    }

    /// Whether a phrase stands in the text, not as a part of another word. It is looked for where its rarest word stands.
    fn hold(&self, phrase: &str) -> bool {
        let known = words(phrase).filter_map(|(before, word)| Some((before, self.places.get(word)?)));
        let Some((before, places)) = known.min_by_key(|(_, places)| places.len()) else { return false };
        places.iter().any(|place| {
            let parted = place.checked_sub(before).and_then(|start| self.text.split_at_checked(start));
            let Some((left, right)) = parted else { return false };
            let after = right.strip_prefix(phrase);
            !left.ends_with(char::is_alphanumeric)
                && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
    }
}

/// The words of a text, each with the place where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    pieces.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
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
            proptest::prop_assert_eq!(Words::of(&text, [&phrase]).hold(&phrase), wanted);
        }
    }
}
