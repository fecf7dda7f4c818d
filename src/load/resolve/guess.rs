//! What an author may have meant by a name that nothing has.

use std::collections::HashMap;

use super::index::{Index, Names};
use crate::load::near::{did_you_mean, suggest};

/// So many times two names are held against each other in one questionnaire, so that one with thousands of errors
/// takes no minutes.
const MOST: usize = 2_000_000;

/// Advice on wrong names, the same one looked up once.
pub(super) struct Guesses {
    left: usize,
    told: HashMap<(Names, String), Option<String>>,
}

impl Guesses {
    pub(super) fn new() -> Self {
        Self { left: MOST, told: HashMap::new() }
    }

    /// "Did you mean …?" for a name among all of those; or all of them where there are few.
    pub(super) fn among(&mut self, index: &Index, names: Names, written: &str) -> Option<String> {
        let key = (names, written.to_owned());
        if let Some(told) = self.told.get(&key) {
            return told.clone();
        }
        let ids = index.ids(names);
        let advice = self.spend(ids.len(), || match names {
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
        self.spend(names.len(), || suggest(written, names))
    }

    fn spend(&mut self, comparisons: usize, advice: impl FnOnce() -> Option<String>) -> Option<String> {
        match self.left.checked_sub(comparisons) {
            Some(left) => {
                self.left = left;
                advice()
            }
            None => Some("Among so many errors nothing alike was looked for; mend the first ones".to_owned()),
        }
    }
}
