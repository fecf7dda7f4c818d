//! What stands at the head and the foot of every printed page.

use crate::report::document::{Document, Text};
use crate::report::label;
use crate::report::template::Look;
use crate::text::fit;

/// Columns of a text that fit beside another.
const COLUMNS: usize = 60;

/// The rules for it: whose matter it is, for whom the report is made, and the page.
pub(super) fn running(document: &Document, look: &Look) -> String {
    let head = look.head.as_ref().map_or_else(|| document.title.clone(), |head| Text::line(head));
    let legend = document.marking.legend.as_str();
    let said = [Some(legend), look.foot.as_deref()].into_iter().flatten().filter(|said| !said.is_empty());
    let foot = Text::line(&said.collect::<Vec<_>>().join(label::BETWEEN));
    let [title, edition, legend] = [&head, &document.marking.edition, &foot].map(quoted);
    format!(
        "@page {{ @top-left {{ content: {title}; }} @top-right {{ content: {edition}; }} \
         @bottom-left {{ content: {legend}; }} }}"
    )
}

/// A text as a string of CSS: whatever is no letter or digit by its number, so that nothing in it can end the string.
pub(super) fn quoted(text: &Text) -> String {
    let letter = |letter: char| match letter {
        letter if letter.is_alphanumeric() || letter == ' ' => letter.to_string(),
        other => format!("\\{:x} ", u32::from(other)),
    };
    format!("\"{}\"", fit(text.as_str(), COLUMNS).chars().map(letter).collect::<String>())
}
