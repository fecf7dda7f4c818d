//! How many years of school a text asks for.

/// The Flesch–Kincaid grade of an English text.
pub fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.contains(char::is_alphabetic)).collect();
    let sentences = text.split(['.', '?', '!']).filter(|part| part.contains(char::is_alphabetic)).count();
    let syllables: usize = words.iter().map(|word| syllarust::count_syllables(&word.to_lowercase())).sum();
    let count = |number: usize| f64::from(u32::try_from(number.max(1)).expect("a text is short"));
    let (per_sentence, per_word) =
        (count(words.len()) / count(sentences), count(syllables) / count(words.len()));
    0.39 * per_sentence + 11.8 * per_word - 15.59
}

#[test]
fn the_grade_is_that_of_the_formula() {
    // By hand: 6 words of one syllable; 7 words of 5, 3, 4, 4, 7, 3 and 6.
    for (text, wanted) in [
        ("The cat sat on the mat.", 0.39 * 6.0 + 11.8 - 15.59),
        (
            "Intellectual property jurisdictions necessitate confidentiality agreements internationally.",
            0.39 * 7.0 + 11.8 * 32.0 / 7.0 - 15.59,
        ),
    ] {
        assert!((grade(text) - wanted).abs() < 0.01, "{text}: {}", grade(text));
    }
}
