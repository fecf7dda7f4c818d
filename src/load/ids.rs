//! Ids that stand twice where they must be unique.

use std::collections::HashMap;

use super::folder::Folder;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Layout};

impl Folder {
    /// Reports ids that stand twice where they must be unique.
    pub(super) fn check_ids(&self, found: &mut Vec<Diagnostic>) {
        let questions = self.stages.iter().flat_map(|stage| &stage.questions);
        let milestones = self.manifest.iter().flat_map(|manifest| &manifest.milestones);
        let repeats = self.stages.iter().flat_map(|stage| &stage.repeats);
        let mut unique = |what: &str, ids: Vec<&Id>| found.extend(duplicates(what, &ids));
        unique("stage", self.stages.iter().map(|stage| &stage.id).collect());
        for question in questions.clone() {
            unique("option", question.kind.options().iter().map(|option| &option.id).collect());
        }
        unique("question or repeat", questions.map(|q| &q.id).chain(repeats.map(|r| &r.id)).collect());
        unique("rule", self.stages.iter().flat_map(|stage| &stage.rules).map(|rule| &rule.id).collect());
        let weighings = self.stages.iter().flat_map(|stage| &stage.weighings);
        unique("weighing of the question", weighings.map(|weighing| &weighing.question).collect());
        let criteria = self.comparison.iter().flat_map(|comparison| &comparison.criteria);
        unique("criterion", criteria.map(|criterion| &criterion.id).collect());
        unique("part of the report", self.layout.iter().flat_map(Layout::ids).collect());
        unique("milestone", milestones.map(|milestone| &milestone.id).collect());
        unique("clause", self.clauses.iter().map(|clause| &clause.id).collect());
        let authorities = self.authorities.iter().map(|authority| &authority.id);
        unique("authority", self.items.iter().map(|item| &item.id).chain(authorities).collect());
        unique("jurisdiction", self.jurisdictions.iter().map(|country| &country.code).collect());
        unique(
            "term",
            self.glossary.iter().flat_map(|term| std::iter::once(&term.term).chain(&term.also)).collect(),
        );
    }
}

fn duplicates(what: &str, ids: &[&Id]) -> Vec<Diagnostic> {
    let mut first: HashMap<&str, &Id> = HashMap::new();
    let mut found = Vec::new();
    for &id in ids {
        if let Some(earlier) = first.get(id.value.as_str()) {
            found.push(
                Diagnostic::error("duplicate-id", format!("There are two of the {what} `{id}`"))
                    .at(id.span.or(earlier.span))
                    .label("the second one")
                    .related(earlier.span, "the first one")
                    .help("Give one of them another id".to_owned()),
            );
        } else {
            first.insert(&id.value, id);
        }
    }
    found
}
