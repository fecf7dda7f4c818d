//! Runs of words in styles of their own, broken into lines.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::text::wrap;

/// Runs in lines of at most so many columns, each word in its style. What is given is safe to show already.
pub fn wrap_runs(runs: &[(&str, Style)], columns: usize) -> Vec<Vec<Span<'static>>> {
    let whole: String = runs.iter().map(|(words, _)| *words).collect();
    let mut at = 0;
    let lines = wrap(&whole, columns).into_iter().map(|line| {
        // Only the blanks around a break are missing from the lines.
        let blanks = whole[at..].char_indices().map(|(blank, _)| blank);
        let start = blanks.into_iter().find(|blank| whole[at + blank..].starts_with(line.as_str()));
        let from = at + start.unwrap_or(0);
        let to = (from + line.len()).min(whole.len());
        at = to;
        styled(runs, from, to)
    });
    lines.collect()
}

/// The part of the runs between two bytes.
fn styled(runs: &[(&str, Style)], from: usize, to: usize) -> Vec<Span<'static>> {
    let mut begin = 0;
    let mut spans = Vec::new();
    for (words, style) in runs {
        let end = begin + words.len();
        let (first, last) = (from.max(begin), to.min(end));
        if first < last {
            spans.push(Span::styled(words[first - begin..last - begin].to_owned(), *style));
        }
        begin = end;
    }
    spans
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;

    proptest::proptest! {
        #[test]
        fn the_lines_are_those_of_the_plain_text_and_each_word_keeps_its_style(
            words in proptest::collection::vec("[a-z 日\n\u{a0}é\u{0301}👍]{0,12}", 0..6),
            columns in 1usize..20,
        ) {
            let style = |at: usize| if at.is_multiple_of(2) { Style::new() } else { Modifier::BOLD.into() };
            let runs: Vec<(&str, Style)> = words.iter().enumerate().map(|(at, words)| (words.as_str(), style(at))).collect();
            let lines = wrap_runs(&runs, columns);
            let plain: Vec<String> =
                lines.iter().map(|line| line.iter().map(|span| span.content.as_ref()).collect()).collect();
            proptest::prop_assert_eq!(&plain, &wrap(&words.concat(), columns));
            let letters = |bold: bool| -> String {
                let spans = lines.iter().flatten().filter(|span| (span.style == style(1)) == bold);
                spans.flat_map(|span| span.content.chars()).filter(|c| !c.is_whitespace()).collect()
            };
            let given = |bold: usize| -> String {
                let runs = words.iter().skip(bold).step_by(2);
                runs.flat_map(|words| words.chars()).filter(|c| !c.is_whitespace()).collect()
            };
            proptest::prop_assert_eq!(letters(false), given(0));
            proptest::prop_assert_eq!(letters(true), given(1));
        }
    }
}
