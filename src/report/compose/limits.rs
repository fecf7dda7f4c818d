//! What the report can't do.

use super::case::Case;
use crate::report::document::{Block, Run, Section, Text};

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let caution = Text::new(&case.questionnaire().manifest.caution);
    let caution = (!caution.is_blank()).then(|| Block::Paragraph(vec![Run::plain(caution.as_str())]));
    Section {
        anchor: "limits".to_owned(),
        title: Text::line("Limits of this report"),
        blocks: caution.into_iter().collect(),
        parts: Vec::new(),
    }
    .filled()
}
