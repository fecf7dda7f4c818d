//! Countries, which are named by their ISO codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Resolver;
use crate::diagnostic::Diagnostic;
use crate::model::{Authority, Id, LawOf, country};

impl Resolver<'_, '_> {
    /// Reports what doesn't say whose law an authority is.
    pub(super) fn law_of(&mut self, authority: &Authority) {
        match &authority.law_of {
            None => {}
            Some(LawOf::Countries(codes)) => {
                for code in codes {
                    self.country(code, &authority.id);
                }
                self.names_a_country(authority, codes);
            }
            Some(LawOf::Having(kind, values)) => {
                self.fact(kind, values, &authority.id);
                self.names_a_country(authority, values);
            }
        }
    }

    /// Reports a code that no country has.
    pub(super) fn country(&mut self, code: &Id, near: &Id) {
        if !country::exists(code) {
            self.found.push(
                Diagnostic::error("unknown-country", format!("No country has the code `{code}`"))
                    .at(code.span.or(near.span))
                    .label("not an ISO 3166 code of two capital letters")
                    .help(country_meant(code)),
            );
        }
    }
}

/// Code and name of every country, by its code and by the names that people use, all in lower case.
static COUNTRIES: LazyLock<HashMap<String, (String, String)>> = LazyLock::new(|| {
    let mut meant = HashMap::new();
    for (code, name, others) in country::all() {
        for word in others.iter().chain([&name, &code]) {
            meant.entry(word.to_lowercase()).or_insert_with(|| (code.clone(), name.clone()));
        }
    }
    meant
});

/// The code of the country whose name or lower-case code was written.
pub(in crate::load) fn country_meant(written: &str) -> Option<String> {
    let meant = COUNTRIES.get(&written.to_lowercase());
    meant.map(|(code, name)| format!("Did you mean `{code}`, {name}?"))
}
