//! What an author may have meant by a name that nothing has.

use std::collections::HashMap;

use super::index::{Index, Names};
use crate::load::near::{did_you_mean, suggest};

/// So many times two names are held against each other in one questionnaire, so that one with thousands of errors
/// takes no minutes.
const MOST: usize = 2_000_000;

/// Advice on wrong names, the same one looked up once.
pub(super) struct Guesses<'q> {
    left: usize,
    ids: HashMap<Names, Vec<&'q str>>,
    told: HashMap<(Names, String), Option<String>>,
}

impl<'q> Guesses<'q> {
    pub(super) fn new() -> Self {
        Self { left: MOST, ids: HashMap::new(), told: HashMap::new() }
    }

    /// "Did you mean …?" for a name among all of those; or all of them where there are few.
    pub(super) fn among(&mut self, index: &Index<'q>, names: Names, written: &str) -> Option<String> {
        let key = (names, written.to_owned());
        if let Some(told) = self.told.get(&key) {
            return told.clone();
        }
        let ids = self.ids.entry(names).or_insert_with(|| index.ids(names));
        let advice = spend(&mut self.left, ids.len(), || match names {
            // Of questions nobody wants to read a list.
            Names::Questions => did_you_mean(written, ids.iter().copied()),
            _ => suggest(written, ids.iter().copied()),
        });
        self.told.insert(key, advice.clone());
        advice
    }

    /// The same for a few names of another kind: options, values.
    pub(super) fn of<'a>(
        &mut self,
        written: &str,
        names: impl ExactSizeIterator<Item = &'a str> + Clone,
    ) -> Option<String> {
        spend(&mut self.left, names.len(), || suggest(written, names))
    }
}

fn spend(left: &mut usize, comparisons: usize, advice: impl FnOnce() -> Option<String>) -> Option<String> {
    match left.checked_sub(comparisons) {
        Some(rest) => {
            *left = rest;
            advice()
        }
        None => Some("Among so many errors nothing alike was looked for; mend the first ones".to_owned()),
    }
}
