//! Three truth values (Kleene's strong logic), and verdicts that have one on evidence: what is not known yet is neither
//! true nor false.

use crate::model::Place;

/// Whether a statement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not.
    False,
    /// It depends on something that is not known.
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// A fact of a country's law on which a verdict rests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactOf {
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// The kind of fact.
    pub fact: String,
}

/// A truth with the answers and the facts that settle it. An unknown one has no answers, and those facts that are not
/// known and keep it open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub truth: Truth,
    pub evidence: Vec<Place>,
    pub facts: Vec<FactOf>,
    /// Whether it rests on something that was said: not only on questions that are not asked, or not applicable.
    pub said: bool,
    /// Whether it may yet come to rest on something said: a part that is unknown could join those that settle it.
    pub open: bool,
}

impl Verdict {
    /// A verdict that needs no answer.
    pub fn given(truth: Truth) -> Self {
        Self { truth, evidence: Vec::new(), facts: Vec::new(), said: false, open: false }
    }

    /// The same without its evidence.
    pub fn bare(&self) -> Self {
        Self { evidence: Vec::new(), facts: Vec::new(), ..*self }
    }

    /// True where every part is, on the evidence of all; false where one part is, on the evidence of those.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::combine(parts, Truth::False)
    }

    /// True where one part is, on the evidence of those; false where every part is, on the evidence of all.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::combine(parts, Truth::True)
    }

    /// One `decisive` part settles it; without one, a single unknown part keeps it open.
    fn combine(parts: impl IntoIterator<Item = Self>, decisive: Truth) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let some_are = |truth| parts.iter().any(|part| part.truth == truth);
        let truth = if some_are(decisive) {
            decisive
        } else if some_are(Truth::Unknown) {
            Truth::Unknown
        } else {
            !decisive
        };
        Self::of(&parts, truth)
    }

    /// That truth, on the evidence of the parts that have it.
    pub fn of(parts: &[Self], truth: Truth) -> Self {
        let having = || parts.iter().filter(|part| part.truth == truth);
        let evidence = having().flat_map(|part| part.evidence.iter().cloned()).collect();
        let facts = having().flat_map(|part| part.facts.iter().cloned()).collect();
        let open = parts.iter().any(|part| part.truth == Truth::Unknown) || having().any(|part| part.open);
        Self { truth, evidence, facts, said: having().any(|part| part.said), open }
    }
}

impl std::ops::Not for Verdict {
    type Output = Self;
    fn not(self) -> Self {
        Self { truth: !self.truth, ..self }
    }
}
