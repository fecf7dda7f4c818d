//! Finding lines by a few letters of them.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The items whose text holds every typed word, the best first; all of them, in their own order, where nothing was
/// typed. Case and accents do not count.
pub fn best<'a, T>(typed: &str, items: &'a [T], text: impl Fn(&T) -> String) -> Vec<&'a T> {
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    let mut matcher = Matcher::new(config);
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, &T)> = items
        .iter()
        .filter_map(|item| {
            // nucleo 0.3.1 never finds a needle at the very end of a text that is not ASCII.
            let text = text(item) + " ";
            Some((pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?, item))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first_and_nothing_typed_keeps_the_order() {
        let items = ["Who owns improvements?", "Who may sublicense?", "Improve the process?"];
        let found = |typed| best(typed, &items, |item| (*item).to_owned());
        assert_eq!(found(""), items.iter().collect::<Vec<_>>());
        assert_eq!(found("sublic"), [&"Who may sublicense?"]);
        let named = ["Türkiye", "Köln"];
        assert_eq!(best("kiye", &named, |name| (*name).to_owned()), [&"Türkiye"]);
        assert_eq!(found("who improve"), [&"Who owns improvements?"]);
        assert_eq!(found("imps"), Vec::<&&str>::new());
    }
}
