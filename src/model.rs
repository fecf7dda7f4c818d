//! The data of the product, without any logic: what an author writes, what a person answers, what is kept.

mod answer;
mod authority;
mod comparison;
mod condition;
pub mod country;
mod fits;
mod jurisdiction;
mod kind;
mod layout;
mod questionnaire;
mod rule;
mod session;
mod share;
mod weighing;

pub use answer::{Answer, Place, Value};
pub use authority::{Authority, Item, LawOf};
pub use comparison::{Comparison, Criterion, Sign};
pub use condition::Condition;
pub use fits::{Misfit, fits};
pub use jurisdiction::{Basis, Fact, FactKind, FactSource, FactValue, Jurisdiction, Jurisdictions, UNKNOWN};
pub use kind::{Kind, Length, Opt};
pub use layout::{Checklist, Column, Layout, Matrix, Part, Safeguard, TableOf};
pub use questionnaire::{Clause, Manifest, Milestone, Question, Questionnaire, Repeat, Stage, Term};
pub use rule::{Action, Rule, Severity, Who};
pub use session::{Act, Entry, FORMAT, Given, Header, Session, Speaker, State};
pub use share::{Share, Stand, Subject};
pub use weighing::{Point, Side, Weighing};

/// A name that an author gave to something, with the place where it is written.
pub type Id = crate::text::Spanned<String>;
