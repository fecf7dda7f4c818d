//! Which parts a report has, and in which order.

use super::case::Case;
use crate::model::Part;
use crate::report::edition::Edition;

/// The parts of a report whose author says nothing of it, in reading order.
pub(in crate::report) const USUAL: [Part; 13] = [
    Part::Summary,
    Part::Glance,
    Part::Findings,
    Part::Comparison,
    Part::Arguments,
    Part::Law,
    Part::Terms,
    Part::Actions,
    Part::Open,
    Part::Answers,
    Part::Parked,
    Part::Sources,
    Part::Limits,
];

impl<'a> Case<'a> {
    /// The parts that the edition may have, in reading order.
    pub fn parts(&self) -> impl Iterator<Item = &'a Part> + use<'a> {
        let layout = self.questionnaire().layout.as_ref();
        let edition = self.edition;
        layout.map_or(&USUAL[..], |layout| &layout.parts).iter().filter(move |part| is_for(part, edition))
    }

    /// Whether that part is among them.
    pub fn shows(&self, part: &Part) -> bool {
        self.parts().any(|shown| shown == part)
    }
}

/// The other side reads where things stand, and nothing that was concluded.
fn is_for(part: &Part, edition: &Edition) -> bool {
    !matches!(edition, Edition::Counterpart { .. })
        || matches!(part, Part::Terms | Part::Answers | Part::Limits)
}
