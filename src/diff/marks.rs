//! Two wordings in one line, so that one sees what changed.

use similar::{ChangeTag, TextDiff};

/// Below this share of common words a reader sees more in two lines.
const ALIKE: f32 = 0.5;

/// The new wording with what is gone in `[-…-]` and what is new in `{+…+}`; `None` where they have little in common.
#[must_use]
pub fn marks(old: &str, new: &str) -> Option<String> {
    let diff = TextDiff::from_words(old, new);
    if diff.ratio() < ALIKE {
        return None;
    }
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    Some(runs.iter().map(|(tag, text)| marked(*tag, text)).collect())
}

/// A run in its marks; the blanks around it stay outside.
fn marked(tag: ChangeTag, text: &str) -> String {
    let (open, close) = match tag {
        ChangeTag::Equal => return text.to_owned(),
        ChangeTag::Delete => ("[-", "-]"),
        ChangeTag::Insert => ("{+", "+}"),
    };
    let word = text.trim();
    if word.is_empty() {
        return if tag == ChangeTag::Delete { String::new() } else { text.to_owned() };
    }
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + word.len()..]);
    format!("{before}{open}{word}{close}{after}")
}
