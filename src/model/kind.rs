//! The shapes an answer can have.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::Id;
use crate::text::Spanned;

/// What shape the answer to a question has.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// Exactly one of the options.
    Choice(Vec<Opt>),
    /// Any number of the options, one at least.
    Choices(Vec<Opt>),
    /// Words.
    Text(Length),
    /// A number.
    Number {
        /// What is counted: "people", "months".
        #[serde(default)]
        unit: Option<Spanned<String>>,
        /// The smallest number accepted.
        #[serde(default)]
        least: Option<Decimal>,
        /// The largest number accepted.
        #[serde(default)]
        most: Option<Decimal>,
    },
    /// An amount in a currency (ISO 4217).
    Money,
    /// A day.
    Date,
    /// A country (ISO 3166-1 alpha-2).
    Country,
    /// Any number of countries, one at least.
    Countries,
    /// A step from 1 to 5.
    Scale {
        /// What 1 means.
        low: Spanned<String>,
        /// What 5 means.
        high: Spanned<String>,
    },
    /// Any number of the rows of a repeat, none included.
    Rows(Id),
}

impl Kind {
    /// The kind's name, as an author writes it and as `state --json` gives it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "YesNo",
            Self::Choice(_) => "Choice",
            Self::Choices(_) => "Choices",
            Self::Text(_) => "Text",
            Self::Number { .. } => "Number",
            Self::Money => "Money",
            Self::Date => "Date",
            Self::Country => "Country",
            Self::Countries => "Countries",
            Self::Scale { .. } => "Scale",
            Self::Rows(_) => "Rows",
        }
    }

    /// The options of a Choice or Choices, none for any other kind.
    #[must_use]
    pub fn options(&self) -> &[Opt] {
        match self {
            Self::Choice(options) | Self::Choices(options) => options,
            _ => &[],
        }
    }

    /// The option of that id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&Opt> {
        self.options().iter().find(|option| option.id.value == id)
    }

    /// The option that had that id before it was renamed; none where the id is in use.
    #[must_use]
    pub fn renamed_option(&self, former: &str) -> Option<&Opt> {
        let had = |option: &&Opt| option.was.iter().any(|was| was.value == former);
        self.options().iter().find(had).filter(|_| self.option(former).is_none())
    }
}

/// How much a text answer is expected to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Length {
    /// One line: a name, a phrase.
    Short,
    /// Several lines: a description.
    Long,
}

/// One option of a Choice or Choices.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
pub struct Opt {
    /// Its id, unique within the question.
    pub id: Id,
    /// What the person reads.
    pub label: Spanned<String>,
    /// A second, quieter line that explains the label.
    #[serde(default)]
    pub hint: Option<Spanned<String>>,
    /// In a Choices, this option excludes the others: "none of these".
    #[serde(default)]
    pub alone: bool,
    /// Choosing it is dangerous; `check` proves that it can lead to a finding.
    #[serde(default)]
    pub risk: bool,
    /// Ids it had before it was renamed; answers that name those are taken for this.
    #[serde(default)]
    pub was: Vec<Id>,
}
