//! What a file of answers says that comes of them: recorded, so that a later version of the questionnaire can be held
//! against it.

use super::{place, unknown_field};
use crate::diagnostic::Diagnostic;
use crate::load::Loose;
use crate::model::Id;
use crate::text::Source;

/// What came of the answers when it was recorded. What is left out is not held against anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The field that holds it.
    pub key: Id,
    /// The findings.
    pub findings: Option<Vec<RecordedFinding>>,
    /// Every question that was asked: `question`, or `question@row`.
    pub asked: Option<Vec<Id>>,
    /// The rules that applied and were in order.
    pub in_order: Option<Vec<Id>>,
    /// What else was shown, but for its wording.
    pub details: Option<Vec<RecordedDetail>>,
}

/// A finding that was there.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedFinding {
    /// The rule.
    pub rule: Id,
    /// The rows it spoke of.
    pub rows: Vec<Id>,
    /// How bad it was, in a word; left out where that does not matter.
    pub severity: Option<Id>,
}

/// Something that was shown.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedDetail {
    /// What it is, with its id.
    pub of: Id,
    /// What was shown of it.
    pub says: Id,
}

const FIELDS: [&str; 4] = ["findings", "in_order", "asked", "details"];
const OF_FINDING: [&str; 3] = ["rule", "rows", "severity"];
const OF_DETAIL: [&str; 2] = ["of", "says"];

/// What is recorded, where it can be understood; reports what is wrong with it.
pub(super) fn read(
    key: &Id,
    given: &Loose,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> Option<Recorded> {
    let before = found.len();
    let fields = record(key, given, &FIELDS, source, found);
    let list = |name: &str| fields.iter().find(|(key, _)| key.value == name);
    let findings = list("findings").map(|(key, list)| {
        let entries = entries(key, list, source, found);
        entries.iter().filter_map(|entry| finding(key, entry, source, found)).collect()
    });
    let [in_order, asked] =
        ["in_order", "asked"].map(|name| list(name).map(|(key, list)| texts(key, list, source, found)));
    let details = list("details").map(|(key, list)| {
        let entries = entries(key, list, source, found);
        entries.iter().filter_map(|entry| detail(key, entry, source, found)).collect()
    });
    (found.len() == before).then(|| Recorded { key: key.clone(), findings, in_order, asked, details })
}

fn finding(key: &Id, given: &Loose, source: &Source, found: &mut Vec<Diagnostic>) -> Option<RecordedFinding> {
    let fields = record(key, given, &OF_FINDING, source, found);
    let rule = text(fields, "rule", source, found);
    let severity = text(fields, "severity", source, found);
    let rows = field(fields, "rows").map_or(Vec::new(), |(key, list)| texts(key, list, source, found));
    if field(fields, "rule").is_none() {
        found.push(without("A finding names its `rule`", key, given, source));
    }
    Some(RecordedFinding { rule: rule?, rows, severity })
}

fn detail(key: &Id, given: &Loose, source: &Source, found: &mut Vec<Diagnostic>) -> Option<RecordedDetail> {
    let fields = record(key, given, &OF_DETAIL, source, found);
    let [of, says] = OF_DETAIL.map(|name| text(fields, name, source, found));
    if OF_DETAIL.iter().any(|name| field(fields, name).is_none()) {
        found.push(without("A detail has `of` and `says`", key, given, source));
    }
    Some(RecordedDetail { of: of?, says: says? })
}

fn field<'l>(fields: &'l [(Id, Loose)], name: &str) -> Option<&'l (Id, Loose)> {
    fields.iter().find(|(key, _)| key.value == name)
}

fn text(fields: &[(Id, Loose)], name: &str, source: &Source, found: &mut Vec<Diagnostic>) -> Option<Id> {
    match field(fields, name)? {
        (_, Loose::Text(text)) => Some(text.clone()),
        (key, other) => {
            found.push(wrong(key, "a text in quotes", other, source));
            None
        }
    }
}

fn without(message: &str, key: &Id, given: &Loose, source: &Source) -> Diagnostic {
    let missing = Diagnostic::error("missing-field", message);
    place(missing, given.span().or(key.span), source).label("in this list")
}

fn record<'l>(
    key: &Id,
    given: &'l Loose,
    known: &[&str],
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> &'l [(Id, Loose)] {
    let Loose::Record(fields) = given else {
        found.push(wrong(key, "a record", given, source));
        return &[];
    };
    let strange = fields.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    found.extend(strange.map(|(key, _)| unknown_field(key, known)));
    fields
}

fn entries<'l>(key: &Id, given: &'l Loose, source: &Source, found: &mut Vec<Diagnostic>) -> &'l [Loose] {
    let Loose::List(list) = given else {
        found.push(wrong(key, "a list", given, source));
        return &[];
    };
    list
}

fn texts(key: &Id, given: &Loose, source: &Source, found: &mut Vec<Diagnostic>) -> Vec<Id> {
    let mut texts = Vec::new();
    for one in entries(key, given, source, found) {
        match one {
            Loose::Text(text) => texts.push(text.clone()),
            other => found.push(wrong(key, "a list of texts in quotes", other, source)),
        }
    }
    texts
}

fn wrong(key: &Id, wanted: &str, given: &Loose, source: &Source) -> Diagnostic {
    let message = format!("`{key}` wants {wanted}, not {}", given.name());
    place(Diagnostic::error("wrong-type", message), given.span().or(key.span), source).label("here")
}
