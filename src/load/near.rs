//! What an author may have meant.

/// So many possibilities are told one by one.
const FEW: usize = 15;
/// Characters of the longest word for which anything near is looked for.
const LONGEST: usize = 100;

/// "Did you mean …?", where one of the possibilities is near to what was written.
#[must_use]
pub fn did_you_mean<'a>(written: &str, among: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, among).map(|near| format!("Did you mean `{near}`?"))
}

/// "Did you mean …?", or all possibilities where none is near and they are few.
pub(super) fn suggest<'a>(written: &str, among: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    did_you_mean(written, among.clone()).or_else(|| {
        let all: Vec<String> = among.into_iter().take(FEW + 1).map(|one| format!("`{one}`")).collect();
        (1..=FEW).contains(&all.len()).then(|| format!("There are {}", listed(&all)))
    })
}

/// "a, b and c".
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The nearest possibility within a third of the word, as rustc does it. One that is so much longer or shorter can't be
/// near, and to see that is quicker than to look.
fn nearest<'a>(written: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    if length > LONGEST {
        return None;
    }
    let lower = written.to_lowercase();
    let far = length.max(3) / 3;
    among
        .into_iter()
        .filter(|one| one.chars().count().abs_diff(length) <= far)
        .map(|one| (strsim::osa_distance(&lower, &one.to_lowercase()), one))
        .filter(|&(distance, _)| distance <= far)
        .min()
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_offered_and_what_is_far_is_not() {
        let ids = ["role", "home_country", "partner_country"];
        assert_eq!(did_you_mean("rloe", ids).as_deref(), Some("Did you mean `role`?"));
        assert_eq!(did_you_mean("Home-Country", ids).as_deref(), Some("Did you mean `home_country`?"));
        assert_eq!(did_you_mean("budget", ids), None);
        assert_eq!(
            suggest("budget", ids).as_deref(),
            Some("There are `role`, `home_country` and `partner_country`")
        );
        assert_eq!(suggest("x", []), None);
        let long = "role".repeat(LONGEST);
        assert_eq!(did_you_mean(&long, [long.as_str()]), None, "to compare such words would take long");
    }
}
