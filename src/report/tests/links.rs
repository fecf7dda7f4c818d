//! Whatever parts an author leaves out, no link leads to them, and no words either.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::golden::whole;
use super::texts;
use crate::engine::Interview;
use crate::model::{Act, Layout, Part, Questionnaire, Share, Subject};
use crate::report::compose::USUAL;
use crate::report::fixture::{at, header, interview};
use crate::report::{Document, Edition, compose};
use crate::text::ron_options;

/// All that a layout can have and this questionnaire has something for.
fn parts() -> Vec<Part> {
    let table = r#"Table((id: "t", title: "T", repeat: "partners", columns: [(head: "NDA", question: "partner_nda")]))"#;
    let checklist = r#"Checklist((id: "c", title: "C", items: ["T1", "T2"]))"#;
    let own = ron_options().from_str::<Vec<Part>>(&format!("[{table}, {checklist}]")).unwrap();
    USUAL.into_iter().chain(own).collect()
}

fn of_parts(parts: Vec<Part>, edition: &Edition) -> Document {
    let mut acts = whole();
    let clause = Subject::Clause("secrecy".to_owned());
    acts.push(Act::Mark { of: clause, to: Some(Share::Shareable) });
    acts.push(Act::Mark { of: Subject::Answer(at("role")), to: Some(Share::Shareable) });
    acts.push(Act::Mark { of: Subject::Answer(at("partner_land/a")), to: Some(Share::Private) });
    let (interview, changed) = interview(&acts);
    let layout = Layout { counterpart: Some("partners".into()), cover: Vec::new(), parts };
    let laid_out = Arc::new(Questionnaire::clone(interview.questionnaire()).laid_out(Some(layout)));
    let interview = Interview::new(laid_out, interview.state().clone());
    compose(&interview, &header("Matter"), changed, edition)
}

/// Every value that a field of that name has, wherever it stands.
fn named<'v>(value: &'v Json, name: &str, found: &mut HashSet<&'v str>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| named(item, name, found)),
        Json::Object(fields) => {
            found.extend(fields.get(name).and_then(Json::as_str));
            fields.values().for_each(|item| named(item, name, found));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_link_leads_nowhere(
        parts in proptest::sample::subsequence(parts(), 0..parts().len()),
        edition in proptest::sample::select(vec![
            Edition::Counsel, Edition::Client, Edition::Counterpart { row: Some("a".to_owned()) },
        ]),
    ) {
        let told = serde_json::to_value(of_parts(parts, &edition)).unwrap();
        let [mut anchors, mut targets] = [HashSet::new(), HashSet::new()];
        named(&told, "anchor", &mut anchors);
        named(&told, "to", &mut targets);
        let dead: Vec<_> = targets.difference(&anchors).collect();
        prop_assert!(dead.is_empty(), "{dead:?}");
    }
}

#[test]
fn with_all_parts_links_stay() {
    let told = serde_json::to_value(of_parts(parts(), &Edition::Counsel)).unwrap();
    let mut targets = HashSet::new();
    named(&told, "to", &mut targets);
    for wanted in ["finding-1", "comparison", "contract-1", "source-1", "answer-1-3"] {
        assert!(targets.contains(wanted), "{wanted}: {targets:?}");
    }
}

#[test]
fn a_summary_names_no_part_that_is_not_there() {
    let alone = of_parts(vec![Part::Summary], &Edition::Counsel);
    let words: Vec<&str> = texts(&alone).into_iter().map(crate::report::document::Text::as_str).collect();
    let words = words.join(" ");
    assert!(words.contains("ask counsel"), "{words}");
    assert!(!words.contains("under Findings") && !words.contains("open questions for counsel"), "{words}");
}
