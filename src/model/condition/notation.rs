//! A condition as its author writes it.

use std::fmt::{self, Display, Formatter};

use super::Condition;
use crate::model::Id;
use crate::text::quoted;

impl Display for Condition {
    /// In RON, on one line: `All([Yes("nda"), AtLeast("care", 3)])`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(parts) => write!(f, "All([{}])", listed(parts)),
            Self::Any(parts) => write!(f, "Any([{}])", listed(parts)),
            Self::Not(part) => write!(f, "Not({part})"),
            Self::Is(id, option) => write!(f, "Is({}, {})", quoted(id), quoted(option)),
            Self::OneOf(id, options) => write!(f, "OneOf({}, [{}])", quoted(id), texts(options)),
            Self::Includes(id, option) => write!(f, "Includes({}, {})", quoted(id), quoted(option)),
            Self::Yes(id) => write!(f, "Yes({})", quoted(id)),
            Self::No(id) => write!(f, "No({})", quoted(id)),
            Self::AtLeast(id, least) => write!(f, "AtLeast({}, {least})", quoted(id)),
            Self::AtMost(id, most) => write!(f, "AtMost({}, {most})", quoted(id)),
            Self::Answered(id) => write!(f, "Answered({})", quoted(id)),
            Self::Unknown(id) => write!(f, "Unknown({})", quoted(id)),
            Self::Among(one, others) => write!(f, "Among({}, {})", quoted(one), quoted(others)),
            Self::Fact(id, kind, values) => {
                write!(f, "Fact({}, {}, [{}])", quoted(id), quoted(kind), texts(values))
            }
            Self::Some(list, part) => write!(f, "Some({}, {part})", quoted(list)),
            Self::Every(list, part) => write!(f, "Every({}, {part})", quoted(list)),
            Self::Count(list, part, least) => write!(f, "Count({}, {part}, {least})", quoted(list)),
        }
    }
}

fn listed(parts: &[Condition]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn texts(ids: &[Id]) -> String {
    ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::text::ron_options;

    fn id() -> impl Strategy<Value = Id> {
        prop_oneof![3 => "[a-z_.-]{1,8}", 1 => any::<String>()].prop_map(|text| Id::from(text.as_str()))
    }

    fn ids() -> impl Strategy<Value = Vec<Id>> {
        prop::collection::vec(id(), 0..3)
    }

    fn number() -> impl Strategy<Value = Decimal> {
        (-1_000_000i64..1_000_000, 0u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale))
    }

    fn conditions() -> impl Strategy<Value = Condition> {
        let atom = prop_oneof![
            (id(), id()).prop_map(|(id, option)| Condition::Is(id, option)),
            (id(), ids()).prop_map(|(id, options)| Condition::OneOf(id, options)),
            (id(), id()).prop_map(|(id, option)| Condition::Includes(id, option)),
            id().prop_map(Condition::Yes),
            id().prop_map(Condition::No),
            (id(), number()).prop_map(|(id, least)| Condition::AtLeast(id, least)),
            (id(), number()).prop_map(|(id, most)| Condition::AtMost(id, most)),
            id().prop_map(Condition::Answered),
            id().prop_map(Condition::Unknown),
            (id(), id()).prop_map(|(one, others)| Condition::Among(one, others)),
            (id(), id(), ids()).prop_map(|(id, kind, values)| Condition::Fact(id, kind, values)),
        ];
        atom.prop_recursive(4, 24, 3, |part| {
            let parts = || prop::collection::vec(part.clone(), 0..3);
            prop_oneof![
                parts().prop_map(Condition::All),
                parts().prop_map(Condition::Any),
                part.clone().prop_map(|part| Condition::Not(Box::new(part))),
                (id(), part.clone()).prop_map(|(list, part)| Condition::Some(list, Box::new(part))),
                (id(), part.clone()).prop_map(|(list, part)| Condition::Every(list, Box::new(part))),
                (id(), part.clone(), 0usize..9).prop_map(|(list, part, least)| Condition::Count(
                    list,
                    Box::new(part),
                    least
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_it_was(condition in conditions()) {
            let written = condition.to_string();
            let read = ron_options().from_str::<Condition>(&written);
            prop_assert_eq!(read.as_ref(), Ok(&condition), "{}", written);
        }
    }

    #[test]
    fn it_is_written_as_authors_write_it() {
        let written =
            r#"All([Not(Yes("nda")), Some("partners", AtLeast("care", 2.5)), OneOf("home", ["IN", "VN"])])"#;
        let read: Condition = ron_options().from_str(written).expect("a condition");
        assert_eq!(read.to_string(), written);
    }
}
