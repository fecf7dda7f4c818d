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

#[cfg(test)]
mod tests {
    use super::*;

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
