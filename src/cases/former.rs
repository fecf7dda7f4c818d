//! What was recorded of an earlier version, in the ids of the present one.

use std::collections::HashMap;

use super::outcome::place_name;
use crate::load::{Recorded, RecordedDetail};
use crate::model::{Id, Place, Questionnaire};

/// Present ids by those that things had before they were renamed.
type Renamed = HashMap<String, String>;

/// What was recorded, with every id that was renamed since in its present form.
pub fn in_present_ids(recorded: &Recorded, questionnaire: &Questionnaire) -> Recorded {
    let mut present = recorded.clone();
    for asked in present.asked.iter_mut().flatten() {
        let (id, row) =
            asked.value.split_once('@').map_or((asked.value.as_str(), None), |(id, row)| (id, Some(row)));
        if let Some(question) = questionnaire.renamed_question(id) {
            asked.value = place_name(&Place::new(&question.id.value, row));
        }
    }
    let names = Names::of(questionnaire);
    let findings = present.findings.iter_mut().flatten().map(|finding| &mut finding.rule);
    for rule in findings.chain(present.in_order.iter_mut().flatten()) {
        if let Some(id) = names.rules.get(&rule.value) {
            rule.value.clone_from(id);
        }
    }
    present.details.iter_mut().flatten().for_each(|detail| names.detail(detail));
    present
}

/// The ids of each sort that were renamed.
struct Names {
    questions: Renamed,
    repeats: Renamed,
    rules: Renamed,
    clauses: Renamed,
    /// As `question.option`.
    options: Renamed,
}

fn renamed<'q>(things: impl Iterator<Item = (&'q Id, &'q [Id])>) -> Renamed {
    let pairs = things.flat_map(|(id, was)| was.iter().map(|was| (was.value.clone(), id.value.clone())));
    pairs.collect()
}

impl Names {
    fn of(questionnaire: &Questionnaire) -> Self {
        let mut options = Renamed::new();
        for question in questionnaire.questions() {
            for option in question.kind.options() {
                let present = format!("{}.{}", question.id, option.id);
                let questions = || [&question.id].into_iter().chain(&question.was);
                let ids = questions().flat_map(|question| {
                    [&option.id]
                        .into_iter()
                        .chain(&option.was)
                        .map(move |option| format!("{question}.{option}"))
                });
                options.extend(ids.filter(|id| *id != present).map(|id| (id, present.clone())));
            }
        }
        let rules = questionnaire.rules().map(|(_, rule)| (&rule.id, rule.was.as_slice()));
        Self {
            questions: renamed(questionnaire.questions().map(|one| (&one.id, one.was.as_slice()))),
            repeats: renamed(questionnaire.repeats().map(|one| (&one.id, one.was.as_slice()))),
            rules: renamed(rules),
            clauses: renamed(questionnaire.clauses.iter().map(|one| (&one.id, one.was.as_slice()))),
            options,
        }
    }

    fn detail(&self, detail: &mut RecordedDetail) {
        let none = Renamed::new();
        let sort = detail.of.value.split(' ').next().unwrap_or_default();
        let (of, says) = match sort {
            "question" => (&self.questions, &self.questions),
            "rule" => (&self.rules, &self.clauses),
            "clause" => (&self.clauses, &none),
            "list" => (&self.repeats, &none),
            "arguments" => (&self.options, &none),
            "mark" => (&none, &self.questions),
            _ => return,
        };
        detail.of.value = words(&detail.of.value, of);
        detail.says.value = words(&detail.says.value, says);
    }
}

/// A text with every word of it that was renamed in its present form.
fn words(text: &str, renamed: &Renamed) -> String {
    let words = text.split_inclusive([' ', ',', ';', ':']).map(|word| {
        let id = word.trim_end_matches([' ', ',', ';', ':']);
        renamed.get(id).map_or_else(|| word.to_owned(), |present| format!("{present}{}", &word[id.len()..]))
    });
    words.collect()
}
