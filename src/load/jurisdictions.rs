//! What the program knows of countries' law, and countries' files that a questionnaire brings along.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use super::near::suggest;
use super::syntax::parse;
use super::wording::{bad_month, is_day, is_month};
use crate::diagnostic::Diagnostic;
use crate::model::{Basis, Fact, Id, Jurisdiction, Jurisdictions, country};
use crate::text::Source;

/// The folder in which countries' files lie.
pub(super) const FOLDER: &str = "jurisdictions";
const SCHEMA: &str = "schema.ron";
const SOURCES: &str = "sources.ron";

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/jurisdictions");
static KNOWN: LazyLock<Arc<Jurisdictions>> = LazyLock::new(|| Arc::new(read(&mut Vec::new())));

/// What the program knows, with these countries' files in the place of its own.
pub(super) fn with(countries: Vec<Jurisdiction>) -> Arc<Jurisdictions> {
    if countries.is_empty() {
        return Arc::clone(&KNOWN);
    }
    let mut known = Jurisdictions::clone(&KNOWN);
    known.countries.extend(by_code(countries));
    Arc::new(known)
}

/// The month by which a fact should be read again, where its kind is known and its date can be read.
pub(super) fn review_by(fact: &Fact) -> Option<String> {
    KNOWN.review_by(fact)
}

fn by_code(countries: Vec<Jurisdiction>) -> impl Iterator<Item = (String, Jurisdiction)> {
    countries.into_iter().map(|country| (country.code.value.clone(), country))
}

/// The program's own files; a test sees to it that nothing is wrong with them.
fn read(found: &mut Vec<Diagnostic>) -> Jurisdictions {
    let countries = FILES.files().filter_map(|file| {
        let name = file.path().to_string_lossy();
        (![SCHEMA, SOURCES].contains(&name.as_ref())).then(|| part(&name, found)).flatten()
    });
    let countries = by_code(countries.collect()).collect();
    Jurisdictions {
        kinds: part(SCHEMA, found).unwrap_or_default(),
        sources: part(SOURCES, found).unwrap_or_default(),
        countries,
    }
}

fn part<T: DeserializeOwned>(name: &str, found: &mut Vec<Diagnostic>) -> Option<T> {
    let text = FILES.get_file(name)?.contents_utf8()?;
    let source = Source::new(format!("{FOLDER}/{name}"), text);
    parse(&source, 0).map_err(|diagnostic| found.push(*diagnostic)).ok()
}

/// Reports what is wrong with countries' files: codes, kinds, values, dates, and facts without a ground.
pub(super) fn check(countries: &[Jurisdiction], sources: &[Source], found: &mut Vec<Diagnostic>) {
    for country in countries {
        let source = country.code.span.and_then(|span| sources.get(span.file));
        let file = source.and_then(|source| source.name.rsplit(['/', '\\']).next()?.strip_suffix(".ron"));
        Check { known: &KNOWN, file, country, found }.country();
    }
}

struct Check<'c, 'f> {
    known: &'c Jurisdictions,
    /// The name of its file without the ending, where that is known.
    file: Option<&'c str>,
    country: &'c Jurisdiction,
    found: &'f mut Vec<Diagnostic>,
}

impl Check<'_, '_> {
    fn country(&mut self) {
        let code = &self.country.code;
        if !country::exists(code) {
            let problem = format!("No country has the code `{code}`");
            self.wrong("unknown-country", problem, code, super::resolve::country_meant(code));
        }
        if let Some(named) = self.file.filter(|named| *named != code.value) {
            let problem = format!("The file is called `{named}`, and holds the country `{code}`");
            let help = format!(
                "Call the file `{code}.ron`, or mend the code: it takes the place of that country's law"
            );
            self.wrong("other-country", problem, code, Some(help));
        }
        let mut seen = HashSet::new();
        for fact in &self.country.facts {
            if !seen.insert(&fact.of) {
                let problem = format!("`{code}` has the fact `{}` twice", fact.of);
                self.wrong("duplicate-id", problem, &fact.of, None);
            }
            self.fact(fact);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        match self.known.kind(&fact.of) {
            None => {
                let ids = self.known.kinds.iter().map(|kind| kind.id.value.as_str());
                let problem = format!("There is no kind of fact `{}`", fact.of);
                self.wrong("unknown-fact", problem, &fact.of, suggest(&fact.of, ids));
            }
            Some(kind) if kind.values.iter().all(|value| value.id != fact.value) => {
                let ids = kind.values.iter().map(|value| value.id.value.as_str());
                let problem = format!("The fact `{}` is never `{}`", fact.of, fact.value);
                let help =
                    suggest(&fact.value, ids).or_else(|| Some("Leave out what is not known".to_owned()));
                self.wrong("unknown-value", problem, &fact.value, help);
            }
            Some(_) => {}
        }
        self.ground(fact);
        if !is_month(&fact.as_of) {
            let help = "Write the month for which it is claimed as year-month: 2026-11";
            self.found.push(bad_month(&fact.as_of, help));
        }
        // An empty date is an empty text.
        if let Some(since) = fact.since.as_ref().filter(|since| !since.trim().is_empty() && !is_day(since)) {
            let problem = format!("`{since}` is not a day");
            let help = "Write the day on which it came into force as year-month-day: 2002-03-06".to_owned();
            self.wrong("bad-day", problem, since, Some(help));
        }
    }

    /// A fact says where it stands in the law, and a checked one where that was seen.
    fn ground(&mut self, fact: &Fact) {
        if fact.cite.value.trim().is_empty() {
            let help = "Name the statute and article, or say that no rule is known".to_owned();
            self.wrong("no-source", format!("The fact `{}` cites nothing", fact.of), &fact.of, Some(help));
        }
        let seen = fact.source.as_ref();
        match (fact.basis, seen) {
            (Basis::Recalled, Some(source)) => {
                let problem = format!("The fact `{}` is recalled, and yet seen in `{source}`", fact.of);
                self.wrong("bad-basis", problem, source, Some("Write `basis: Checked`".to_owned()));
            }
            (Basis::Checked, Some(source)) if self.known.seen_in(fact).is_none() => {
                let ids = self.known.sources.iter().map(|source| source.id.value.as_str());
                let help = suggest(source, ids).unwrap_or_else(|| {
                    "Name a text that the program knows, or write `basis: Recalled`".to_owned()
                });
                self.wrong("unknown-source", format!("There is no text `{source}`"), source, Some(help));
            }
            (Basis::Checked, None) if self.known.seen_in(fact).is_none() => {
                let help = "Name an entry of sources.ron, or write `basis: Recalled`".to_owned();
                let problem = format!("The fact `{}` is checked, and it isn't said in which text", fact.of);
                self.wrong("bad-basis", problem, &fact.of, Some(help));
            }
            _ => {}
        }
    }

    fn wrong(&mut self, code: &'static str, problem: String, at: &Id, help: Option<String>) {
        let place = at.span.or(self.country.code.span);
        self.found.push(Diagnostic::error(code, problem).at(place).label("here").help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ron_options;

    /// Files are named after their country, every fact is one that the schema knows, and thin countries stay out.
    #[test]
    fn the_facts_that_come_with_the_program_are_in_order() {
        let mut found = Vec::new();
        let known = read(&mut found);
        let countries: Vec<Jurisdiction> = known.countries.values().cloned().collect();
        check(&countries, &[], &mut found);
        let problems: Vec<&str> = found.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(problems, Vec::<&str>::new());
        for file in FILES.files() {
            let name = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
            assert!(name.len() > 2 || known.covers(&name), "{name} holds another country");
        }
        assert_eq!(known.countries.len() + 2, FILES.files().count());
        assert!(countries.len() >= 40, "{} countries", countries.len());
        assert!(countries.iter().all(|country| country.facts.len() >= 15), "a country is too thin to help");
        for kind in &known.kinds {
            assert!(!kind.values.iter().any(|value| value.id.value == crate::model::UNKNOWN), "{}", kind.id);
        }
    }

    #[test]
    fn what_is_wrong_with_a_fact_is_said() {
        let fact = |text: &str| format!("Jurisdiction(code: \"IN\", facts: [(of: {text})])");
        let good = "\"paris\", value: \"yes\", cite: \"c\", basis: Recalled, as_of: \"2024-12\"";
        for (text, wanted) in [
            (good.to_owned(), None),
            (good.replace("paris", "pariss"), Some("unknown-fact")),
            (good.replace("\"yes\"", "\"maybe\""), Some("unknown-value")),
            (good.replace("2024-12", "2024-13"), Some("bad-month")),
            (good.replace("2024-12", "2024"), Some("bad-month")),
            (good.replace("\"c\"", "\" \""), Some("no-source")),
            (good.replace("Recalled", "Checked"), Some("bad-basis")),
            (format!("{good}, source: \"wipo_ds\""), Some("bad-basis")),
            (format!("{good}, source: \"nowhere\"").replace("Recalled", "Checked"), Some("unknown-source")),
            (format!("{good}, since: \"2002-03-06\""), None),
            (format!("{good}, since: \"2002-02-30\""), Some("bad-day")),
            (format!("{good}, since: \"2002-3-6\""), Some("bad-day")),
            (format!("{good}, since: \"March 2002\""), Some("bad-day")),
        ] {
            let country = ron_options().from_str::<Jurisdiction>(&fact(&text)).unwrap();
            let mut found = Vec::new();
            check(&[country], &[], &mut found);
            assert_eq!(found.first().map(|problem| problem.code), wanted, "{text}");
        }
    }

    #[test]
    fn a_questionnaires_own_country_takes_the_place_of_ours() {
        let own = r#"Jurisdiction(code: "IN", facts: [(of: "paris", value: "no", cite: "c", basis: Recalled, as_of: "2024-12")])"#;
        let known = with(vec![ron_options().from_str(own).unwrap()]);
        assert_eq!(known.fact("IN", "paris").map(|fact| fact.value.value.as_str()), Some("no"));
        assert_eq!(known.fact("IN", "berne"), None, "the file is taken whole");
        assert!(known.fact("CN", "berne").is_some());
    }
}
