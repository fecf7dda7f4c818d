//! From an interview to its report, one file per part. A part that has nothing to say is left out.

mod actions;
mod answers;
mod case;
mod checklist;
mod comparison;
mod counsel;
mod findings;
mod glance;
mod law;
mod limits;
mod matrix;
mod parked;
mod parts;
mod path;
mod reason;
mod sources;
mod summary;
mod table;
mod terms;
mod title;
mod weighing;

use chrono::{DateTime, Utc};

use self::case::Case;
#[cfg(test)]
pub(super) use self::parts::USUAL;
use super::document::{Document, Section};
use super::edition::{Edition, redact};
use crate::engine::Interview;
use crate::model::{Header, Part};

/// The report of an interview in an edition. `changed` is the moment whose answers it tells: with the session's last change
/// the same session always gives the same report.
#[must_use]
pub fn compose(
    interview: &Interview,
    header: &Header,
    changed: DateTime<Utc>,
    edition: &Edition,
) -> Document {
    let interview = &redact(interview, edition);
    let case = Case::new(interview, changed, edition);
    let document = Document {
        title: title::title(&case, header),
        subtitle: title::subtitle(&case),
        language: "en",
        marking: title::marking(&case),
        date: changed,
        facts: title::facts(&case, header),
        sections: case.parts().filter_map(|part| section(part, &case)).collect(),
    };
    document.without_dead_links()
}

fn section(part: &Part, case: &Case<'_>) -> Option<Section> {
    match part {
        Part::Summary => summary::section(case),
        Part::Glance => glance::section(case),
        Part::Findings => findings::section(case),
        Part::Table(table) => table::section(case, table),
        Part::Matrix(matrix) => matrix::section(case, matrix),
        Part::Comparison => comparison::section(case),
        Part::Arguments => weighing::section(case),
        Part::Law => law::section(case),
        Part::Terms => terms::section(case),
        Part::Actions => actions::section(case),
        Part::Open => counsel::section(case),
        Part::Checklist(checklist) => checklist::section(case, checklist),
        Part::Answers => answers::section(case),
        Part::Parked => parked::section(case),
        Part::Sources => sources::section(case),
        Part::Limits => limits::section(case),
    }
}
