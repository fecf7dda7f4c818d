//! What of one interview somebody must look at again.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::table::reasons;
use super::text::heading;
use crate::diff::{Because, Diff, Fate, Verdict};
use crate::engine::{Interview, Standing, answer_words, ask, replay, row_name, unfit_words};
use crate::model::{Given, Place, Questionnaire, Session};
use crate::text::{clean_line, count};

/// An interview as it stands with either version.
pub struct Look {
    id: String,
    title: String,
    answers: Vec<Looked>,
}

/// One answer that counted, or counts now.
struct Looked {
    /// Where it was given, in the ids of the old version.
    at: Place,
    /// The question as it is asked, and what was said, in words.
    asked: String,
    said: String,
    row: Option<String>,
    verdict: Verdict,
    because: Vec<String>,
}

impl Look {
    /// Holds an interview against both.
    pub fn at(session: &Session, old: &Arc<Questionnaire>, new: &Arc<Questionnaire>, diff: &Diff) -> Self {
        let before = Interview::new(Arc::clone(old), replay(old, session));
        let now = Interview::new(Arc::clone(new), replay(new, session));
        let state = before.state();
        let mut given: Vec<(&Place, &Given)> = state.answers.iter().chain(&state.unfit).collect();
        given.sort_by_key(|(place, _)| old.position(&place.question).unwrap_or((usize::MAX, 0)));
        let fates: HashMap<&str, &Fate> =
            diff.fates.iter().map(|fate| (fate.question.as_str(), fate)).collect();
        let answers = given.into_iter().filter_map(|given| {
            let fate = fates.get(given.0.question.as_str()).copied();
            looked(&before, &now, given, fate)
        });
        let answers = answers.collect();
        Self { id: session.header.id.clone(), title: session.header.title.clone(), answers }
    }

    /// For a person.
    pub fn as_text(&self, diff: &Diff) -> String {
        let mut lines = vec![
            heading(&diff.old, &diff.new),
            format!("{}  ({})", clean_line(&self.title), clean_line(&self.id)),
        ];
        for answer in self.answers.iter().filter(|answer| answer.verdict != Verdict::Carried) {
            let Looked { at, asked, said, verdict, because, .. } = answer;
            let row = answer.row.as_ref().map_or_else(String::new, |row| format!(", {row}"));
            let question = clean_line(&at.question);
            lines.push(format!("  {asked} ({question}{row})"));
            lines.push(format!("    “{said}” is {}: {}", verdict.words(), because.join("; ")));
        }
        let of = |verdict| self.answers.iter().filter(|answer| answer.verdict == verdict).count();
        let parts = Verdict::ALL.map(|verdict| format!("{} {}", of(verdict), verdict.words()));
        lines.push(format!("  {}: {}", count(self.answers.len(), "answer", "answers"), parts.join(", ")));
        lines.join("\n") + "\n"
    }

    /// For a program.
    pub fn as_json(&self) -> Json {
        let answers = self.answers.iter().map(|answer| {
            json!({
                "question": answer.at.question,
                "row": answer.at.row,
                "name": answer.row,
                "ask": answer.asked,
                "said": answer.said,
                "verdict": answer.verdict.name(),
                "because": answer.because,
            })
        });
        let of = |verdict| self.answers.iter().filter(|answer| answer.verdict == verdict).count();
        json!({
            "id": self.id,
            "title": self.title,
            "answers": answers.collect::<Vec<_>>(),
            "summary": {
                "answers": self.answers.len(),
                "carried": of(Verdict::Carried),
                "reconfirm": of(Verdict::Reconfirm),
                "parked": of(Verdict::Parked),
            },
        })
    }
}

/// What becomes of an answer, by what it does in either version; `None` where it counted in neither.
fn looked(
    before: &Interview,
    now: &Interview,
    (place, given): (&Place, &Given),
    fate: Option<&Fate>,
) -> Option<Looked> {
    let present = fate.and_then(|fate| fate.now.clone());
    let there = Place { question: present.unwrap_or_else(|| place.question.clone()), ..place.clone() };
    let (counted, counts) = (counts(before, place), counts(now, &there));
    let (verdict, because) = match (counted, counts, fate) {
        (false, false, _) => return None,
        (true, true, Some(fate)) => both(fate, given),
        (true, true, None) => (Verdict::Carried, Vec::new()),
        (false, true, _) => (Verdict::Reconfirm, vec!["it was parked, and counts again".to_owned()]),
        (true, false, _) => {
            (Verdict::Parked, vec![unfit_words(now, &there).unwrap_or_else(|| why_not_asked(now, &there))])
        }
    };
    let repeat = before.questionnaire().repeat_of(&place.question);
    let is_there = now.questionnaire().question(&there.question).is_some();
    Some(Looked {
        at: place.clone(),
        asked: if is_there { ask(now, &there) } else { ask(before, place) },
        said: clean_line(&answer_words(before, place, &given.answer)),
        row: repeat.zip(place.row.as_ref()).map(|(repeat, row)| row_name(before, repeat, row)),
        verdict,
        because,
    })
}

fn counts(interview: &Interview, place: &Place) -> bool {
    interview.state().answers.contains_key(place) && interview.standing(place) == Standing::Asked
}

/// An answer that counts in both. That the question is asked on another condition is of no interest: it is asked.
fn both(fate: &Fate, given: &Given) -> (Verdict, Vec<String>) {
    let because: Vec<Because> =
        fate.because.iter().filter(|because| **because != Because::Condition).cloned().collect();
    let verdict = because.iter().map(Because::verdict).max().unwrap_or(Verdict::Carried);
    let told = Fate { because, parked_where: Vec::new(), hangs_on: Vec::new(), ..fate.clone() };
    // What any kind of question takes stands also where the kind is another one.
    (verdict.min(fate.of(&given.answer)), reasons(&told))
}

fn why_not_asked(now: &Interview, place: &Place) -> String {
    let why: Vec<String> = now.why_out(place).iter().map(|at| format!("“{}”", ask(now, at))).collect();
    if why.is_empty() {
        return "it is not known whether the question is asked".to_owned();
    }
    clean_line(&format!("the question is not asked because of the answer to {}", why.join(", ")))
}
