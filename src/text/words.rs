//! Small turns of phrase that every surface shares.

/// Things counted: "no findings", "1 finding", "12 findings".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// A text with a capital letter at its start.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Where a word or phrase first stands in a text, in bytes, not as a part of another word. Case counts.
#[must_use]
pub fn word_at(text: &str, word: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |at: &usize| {
        !inside(text[..*at].chars().next_back()) && !inside(text[at + word.len()..].chars().next())
    };
    text.match_indices(word).map(|(at, _)| at).find(whole).filter(|_| !word.is_empty())
}

/// Whether the first letter is of a script that is written from right to left.
#[must_use]
pub fn is_right_to_left(words: &str) -> bool {
    let first = words.chars().find(|character| character.is_alphabetic());
    first.is_some_and(|character| {
        matches!(u32::from(character),
            0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_no_part_of_another() {
        let found = ["panda nda", "panda", "(nda)", "", "ndas"].map(|text| word_at(text, "nda"));
        assert_eq!(found, [Some(6), None, Some(1), None, None]);
        assert_eq!(word_at("nda", ""), None);
    }

    #[test]
    fn none_one_and_many() {
        let findings = [0, 1, 12].map(|number| count(number, "finding", "findings"));
        assert_eq!(findings, ["no findings", "1 finding", "12 findings"]);
    }

    #[test]
    fn a_capital_of_any_script() {
        assert_eq!(["no", "élan", "", "日本"].map(capital), ["No", "Élan", "", "日本"]);
    }
}
