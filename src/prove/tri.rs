//! Three-valued truth as literals: the mirror of [`engine`](crate::engine)'s verdicts. Neither literal holds where the
//! truth is unknown.

use batsat::Lit;

use super::circuit::Circuit;

/// A truth that depends on answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tri {
    /// It is true.
    pub yes: Lit,
    /// It is false.
    pub no: Lit,
    /// It is true, and rests on something that was said.
    pub said_yes: Lit,
    /// It is false, and rests on something that was said.
    pub said_no: Lit,
}

impl Tri {
    /// A truth that needs no answer.
    pub fn given(circuit: &Circuit, holds: bool) -> Self {
        let (always, never) = (circuit.always(), circuit.never());
        let (yes, no) = if holds { (always, never) } else { (never, always) };
        Self { yes, no, said_yes: never, said_no: never }
    }

    /// One that stays unknown.
    pub fn unknown(circuit: &Circuit) -> Self {
        let never = circuit.never();
        Self { yes: never, no: never, said_yes: never, said_no: never }
    }

    /// True where every part is, false where one is.
    pub fn all(circuit: &mut Circuit, parts: &[Self]) -> Self {
        if let [only] = parts {
            return *only;
        }
        let yes = circuit.and(parts.iter().map(|part| part.yes));
        let no = circuit.or(parts.iter().map(|part| part.no));
        // Where a part that is true was said anyway, nothing more needs to be said.
        let said_yes = if parts.iter().any(|part| part.said_yes == part.yes) {
            yes
        } else {
            let said = circuit.or(parts.iter().map(|part| part.said_yes));
            circuit.and([yes, said])
        };
        let said_no = circuit.or(parts.iter().map(|part| part.said_no));
        Self { yes, no, said_yes, said_no }
    }

    /// True where one part is, false where every part is.
    pub fn any(circuit: &mut Circuit, parts: &[Self]) -> Self {
        let opposites: Vec<Self> = parts.iter().map(|part| !*part).collect();
        !Self::all(circuit, &opposites)
    }
}

impl std::ops::Not for Tri {
    type Output = Self;
    fn not(self) -> Self {
        Self { yes: self.no, no: self.yes, said_yes: self.said_no, said_no: self.said_yes }
    }
}
