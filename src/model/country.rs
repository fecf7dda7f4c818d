//! Countries by their ISO 3166-1 alpha-2 code, under the names people use.

use keshvar::{Alpha2, Country, CountryIterator};

/// Whether a code names a country.
#[must_use]
pub fn exists(code: &str) -> bool {
    find(code).is_some()
}

/// The country's everyday English name.
#[must_use]
pub fn name(code: &str) -> Option<String> {
    find(code).map(|country| everyday(&country))
}

/// The country's name as it stands in a sentence: with its article, where it has one.
#[must_use]
pub fn name_in_a_sentence(code: &str) -> Option<String> {
    const WITH_ARTICLE: [&str; 15] =
        ["AE", "BS", "CF", "CG", "CD", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "US"];
    let name = name(code)?;
    let has_article = WITH_ARTICLE.contains(&code) || name.ends_with("Islands");
    Some(if has_article { format!("the {name}") } else { name })
}

/// Every country: its code, its everyday name, and further names under which people look for it. In the
/// order of the names.
#[must_use]
pub fn all() -> Vec<(String, String, Vec<String>)> {
    let mut countries: Vec<_> = CountryIterator::new()
        .map(|country| {
            let others = country.unofficial_name_list().iter().map(ToString::to_string).collect();
            (country.alpha2().to_string(), everyday(&country), others)
        })
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    countries
}

/// Codes in the order of their countries' names, unknown ones last.
#[must_use]
pub fn in_order(mut codes: Vec<String>) -> Vec<String> {
    codes.sort_by_cached_key(|code| name(code).map_or((true, code.clone()), |name| (false, name)));
    codes
}

fn find(code: &str) -> Option<Country> {
    // keshvar accepts lower case; a session file has one way to write a country.
    let upper = code.bytes().all(|byte| byte.is_ascii_uppercase());
    Alpha2::try_from(code).ok().filter(|_| upper).map(|code| code.to_country())
}

/// The ISO short name; where that is a formal one, the first unofficial name without a comma: "South Korea" rather
/// than "Korea (Republic of)".
fn everyday(country: &Country) -> String {
    let iso = country.iso_short_name();
    let formal =
        ["(", ",", " of ", "Republic", "Federation", "Viet Nam"].iter().any(|mark| iso.contains(mark));
    let unofficial = || country.unofficial_name_list().iter().find(|name| !name.contains(','));
    let named = if formal { unofficial() } else { None };
    named.map_or_else(|| iso.to_owned(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_the_names_people_use() {
        for (code, wanted) in [
            ("IN", "India"),
            ("KR", "South Korea"),
            ("VN", "Vietnam"),
            ("GB", "United Kingdom"),
            ("TW", "Taiwan"),
        ] {
            assert_eq!(name(code).as_deref(), Some(wanted));
        }
        assert_eq!(name("XX"), None);
        assert_eq!(name_in_a_sentence("US").as_deref(), Some("the United States"));
        assert_eq!(name_in_a_sentence("IN").as_deref(), Some("India"));
        assert_eq!(name("in"), None, "codes are upper case");
        assert!(all().len() > 240);
    }
}
