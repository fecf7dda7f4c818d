//! What a Word file says, in the order in which it says it.

use proptest::prelude::*;

use crate::report::document::{Block, Document, FindingCard, Section, Text, Tone};
use crate::report::tests::{of_block, of_entries, of_line, plain};

/// Every text of the document stands after the one before it.
pub(super) fn holds_in_order(document: &Document, seen: &str) -> Result<(), TestCaseError> {
    let mut wanted = vec![&document.marking.edition, &document.marking.legend];
    wanted.extend([&document.title, &document.subtitle]);
    of_entries(&document.facts, &mut wanted);
    document.sections.iter().for_each(|part| section(part, &mut wanted));
    let seen = plain(seen);
    let mut rest = seen.as_str();
    for text in wanted.iter().map(|text| plain(text.as_str())) {
        let Some(at) = rest.find(&text) else {
            return Err(TestCaseError::fail(format!("{text:?} is not after what comes before it: {rest:?}")));
        };
        rest = &rest[at + text.len()..];
    }
    Ok(())
}

fn section<'d>(part: &'d Section, out: &mut Vec<&'d Text>) {
    out.push(&part.title);
    for block in &part.blocks {
        match block {
            Block::Finding(one) => card(one, out),
            other => of_block(other, out),
        }
    }
    part.parts.iter().for_each(|inner| section(inner, out));
}

fn card<'d>(card: &'d FindingCard, out: &mut Vec<&'d Text>) {
    out.extend([&card.title, &card.stage]);
    out.extend(&card.rows);
    out.push(&card.because);
    of_line(&card.authority, out);
    out.extend([&card.action.what, &card.action.before]);
    for entry in &card.evidence {
        out.push(&entry.term);
        entry.details.iter().for_each(|detail| of_line(&detail.line, out));
    }
    for entry in &card.law {
        out.push(&entry.term);
        let (then, first): (Vec<_>, Vec<_>) =
            entry.details.iter().partition(|detail| detail.tone == Tone::Remark);
        first.iter().chain(&then).for_each(|detail| of_line(&detail.line, out));
    }
    of_line(&card.clauses, out);
}
