//! What questions, rules and clauses rest on: the source article, and authorities beyond it.

use std::fmt;

use serde::Deserialize;

use super::{Id, Jurisdictions};
use crate::text::Spanned;

/// An item of the source article that the questionnaire must serve.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its stable id.
    pub id: Id,
    /// The part of the subject it belongs to.
    pub theme: Spanned<String>,
    /// What the article asks, in our words.
    pub what: Spanned<String>,
}

/// A statute, treaty or named practice beyond the article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its id, which questions, rules and clauses name.
    pub id: Id,
    /// How it is cited.
    pub cite: Spanned<String>,
    /// What it says that matters here, in our words.
    pub says: Spanned<String>,
    /// The countries whose law it is; absent where it binds or guides wherever a text cites it.
    #[serde(default)]
    pub law_of: Option<LawOf>,
    /// The month for which this is claimed, `YYYY-MM`.
    pub as_of: Spanned<String>,
    /// The month by which it should be read again, `YYYY-MM`.
    pub review_by: Spanned<String>,
}

impl Authority {
    /// Whether it is the law of a country; true of one that is bound to none.
    #[must_use]
    pub fn is_law_of(&self, country: &str, known: &Jurisdictions) -> bool {
        match &self.law_of {
            None => true,
            Some(LawOf::Countries(codes)) => codes.iter().any(|code| code.value == country),
            // Where the fact is not known, nobody can say that the authority is of no concern.
            Some(LawOf::Having(kind, values)) => known.has(country, kind, values).unwrap_or(true),
        }
    }
}

/// The countries whose law an authority is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum LawOf {
    /// These, by their codes: `Countries(["US"])`.
    Countries(Vec<Id>),
    /// Those of which a fact has one of these values: `Having("eu_member", ["yes"])`.
    Having(Id, Vec<Id>),
}

impl fmt::Display for LawOf {
    /// As an author writes it.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |ids: &[Id]| ids.iter().map(|id| format!("{:?}", id.value)).collect::<Vec<_>>().join(", ");
        match self {
            Self::Countries(codes) => write!(to, "Countries([{}])", list(codes)),
            Self::Having(kind, values) => write!(to, "Having({:?}, [{}])", kind.value, list(values)),
        }
    }
}
