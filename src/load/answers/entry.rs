//! One entry of a file of answers.

use std::collections::HashSet;

use super::{Said, Shared, Stated, place, unknown_field};
use crate::diagnostic::Diagnostic;
use crate::load::Loose;
use crate::load::near::suggest;
use crate::model::{Answer, Id, Share};
use crate::text::{Source, Spanned, clean};

const FIELDS: [&str; 12] = [
    "question",
    "row",
    "value",
    "state",
    "note",
    "share",
    "note_share",
    "repeat",
    "complete",
    "clause",
    "theirs",
    "agreed",
];
/// Fields of an entry about a list, of one about a row of it, and of one about a point of the contract.
const OF_LIST: [&str; 2] = ["repeat", "complete"];
const OF_ROW: [&str; 3] = ["repeat", "row", "share"];
const OF_CLAUSE: [&str; 4] = ["clause", "theirs", "agreed", "share"];
const SHARES: [(&str, Shared); 3] =
    [("private", Some(Share::Private)), ("shareable", Some(Share::Shareable)), ("usual", None)];
const STATES: [(&str, Answer); 3] = [
    ("dont_know", Answer::DontKnow),
    ("not_applicable", Answer::NotApplicable),
    ("ask_counsel", Answer::AskCounsel),
];

/// What an entry says, where it can be understood; reports what is wrong with it. `number` counts from 1.
pub(super) fn read(
    given: &Loose,
    number: usize,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> Option<Stated> {
    let Loose::Record(fields) = given else {
        let message = format!("Entry {number} is {} where a record is wanted", given.name());
        found.push(place(Diagnostic::error("wrong-type", message), given.span(), source));
        return None;
    };
    let before = found.len();
    let mut seen = HashSet::new();
    for (key, _) in fields {
        if !FIELDS.contains(&key.as_str()) {
            found.push(unknown_field(key, &FIELDS));
        } else if !seen.insert(key.as_str()) {
            let twice = Diagnostic::error("duplicate-field", format!("The field `{key}` stands twice"));
            found.push(place(twice, key.span, source).label("here again"));
        }
    }
    if found.len() > before {
        return None;
    }
    Entry { fields, number, source }.stated().map_err(|problem| found.push(*problem)).ok()
}

type Read<T> = Result<T, Box<Diagnostic>>;

/// An entry's fields, all of them known and none twice.
struct Entry<'l> {
    fields: &'l [(Id, Loose)],
    number: usize,
    source: &'l Source,
}

impl<'l> Entry<'l> {
    fn stated(&self) -> Read<Stated> {
        if self.field("clause").is_some() {
            return self.clause();
        }
        if self.field("repeat").is_some() {
            return if self.field("row").is_some() { self.row() } else { self.complete() };
        }
        let question = self.required_text("question")?;
        let row = self.text("row")?;
        let note = self.cleaned("note")?;
        let (share, note_share) = (self.share("share")?, self.share("note_share")?);
        for (stray, of) in [("complete", "a `repeat`"), ("theirs", "a `clause`"), ("agreed", "a `clause`")] {
            if self.field(stray).is_some() {
                let message = format!("`{stray}` belongs to {of}, not to a question");
                return Err(self.problem("bad-entry", message, stray));
            }
        }
        let said = match (self.field("value"), self.text("state")?) {
            (Some(_), Some(_)) => {
                let message = format!("The answer to `{question}` has both a value and a state");
                return Err(self.problem("bad-entry", message, "state"));
            }
            (Some(value), None) => Some(Said::Value(value.clone())),
            (None, Some(state)) => Some(self.state(&state)?),
            (None, None) if note.is_some() || share.is_some() || note_share.is_some() => None,
            (None, None) => return Err(self.nothing_said(&question)),
        };
        Ok(Stated::Answer { question, row, said, note, share, note_share })
    }

    /// To whom a row may be shown.
    fn row(&self) -> Read<Stated> {
        self.only(&OF_ROW)?;
        let (repeat, row) = (self.required_text("repeat")?, self.required_text("row")?);
        let share = self.share("share")?.ok_or_else(|| {
            let message = "An entry with `repeat` and `row` says to whom the row may be shown: `share`";
            self.problem("missing-field", message.to_owned(), "row")
        })?;
        Ok(Stated::Row { repeat, row, share })
    }

    /// Where the other side stands on a point of the contract.
    fn clause(&self) -> Read<Stated> {
        self.only(&OF_CLAUSE)?;
        let clause = self.required_text("clause")?;
        let theirs = self.cleaned("theirs")?;
        let agreed = match self.field("agreed") {
            None => None,
            Some(Loose::Truth(agreed)) => Some(*agreed),
            Some(other) => {
                let message = format!("`agreed` is true or false, not {}", other.name());
                return Err(self.problem("wrong-type", message, "agreed"));
            }
        };
        let share = self.share("share")?;
        if theirs.is_none() && agreed.is_none() && share.is_none() {
            let message = "An entry with `clause` says `theirs`, `agreed` or `share`";
            return Err(self.problem("missing-field", message.to_owned(), "clause"));
        }
        Ok(Stated::Clause { clause, theirs, agreed, share })
    }

    /// Reports a field that such an entry doesn't have.
    fn only(&self, fields: &[&str]) -> Read<()> {
        let mut names = self.fields.iter().map(|(key, _)| key.as_str());
        let first = fields[0];
        names.find(|name| !fields.contains(name)).map_or(Ok(()), |stray| {
            Err(self.problem("bad-entry", format!("An entry with `{first}` has no `{stray}`"), stray))
        })
    }

    /// To whom something may be shown, where that is said.
    fn share(&self, name: &str) -> Read<Option<Shared>> {
        let Some(written) = self.text(name)? else { return Ok(None) };
        let known = SHARES.into_iter().find(|(word, _)| *word == written.value);
        known.map(|(_, share)| Some(share)).ok_or_else(|| {
            let message = format!("`{written}` says to nobody that it may be shown");
            let unknown = Diagnostic::error("unknown-share", message);
            let help = suggest(&written, SHARES.iter().map(|(word, _)| *word));
            Box::new(place(unknown, written.span, self.source).label("not known").help(help))
        })
    }

    fn cleaned(&self, name: &str) -> Read<Option<Spanned<String>>> {
        Ok(self.text(name)?.map(|text| Spanned { value: clean(&text), span: text.span }))
    }

    fn complete(&self) -> Read<Stated> {
        let repeat = self.required_text("repeat")?;
        self.only(&OF_LIST)?;
        match self.field("complete") {
            Some(Loose::Truth(complete)) => Ok(Stated::Complete { repeat, complete: *complete }),
            Some(other) => {
                let message = format!("`complete` is true or false, not {}", other.name());
                Err(self.problem("wrong-type", message, "complete"))
            }
            None => {
                let message = "An entry with `repeat` says `complete: true` or `false`";
                Err(self.problem("missing-field", message.to_owned(), "repeat"))
            }
        }
    }

    fn state(&self, written: &Id) -> Read<Said> {
        let known = STATES.into_iter().find(|(word, _)| *word == written.value);
        known.map(|(_, answer)| Said::State(answer)).ok_or_else(|| {
            let unknown = Diagnostic::error("unknown-state", format!("`{written}` is no state"));
            let help = suggest(written, STATES.iter().map(|(word, _)| *word));
            Box::new(place(unknown, written.span, self.source).label("no such state").help(help))
        })
    }

    fn nothing_said(&self, question: &Id) -> Box<Diagnostic> {
        let message = format!("The answer to `{question}` has neither a value nor a state");
        let help =
            "Give it a `value`, texts in quotes, or a `state`: dont_know, not_applicable or ask_counsel";
        let nothing = Diagnostic::error("bad-entry", message).label("nothing is said").help(help.to_owned());
        Box::new(place(nothing, question.span, self.source))
    }

    /// The field's value; an empty one is as good as none.
    fn field(&self, name: &str) -> Option<&'l Loose> {
        let named = self.fields.iter().find(|(key, _)| key.value == name);
        named.map(|(_, value)| value).filter(|value| **value != Loose::Nothing)
    }

    /// The field's text, where the field is there.
    fn text(&self, name: &str) -> Read<Option<Spanned<String>>> {
        match self.field(name) {
            None => Ok(None),
            Some(Loose::Text(text)) => Ok(Some(text.clone())),
            Some(other) => {
                let message = format!("`{name}` is a text in quotes, not {}", other.name());
                Err(self.problem("wrong-type", message, name))
            }
        }
    }

    fn required_text(&self, name: &str) -> Read<Spanned<String>> {
        self.text(name)?.ok_or_else(|| {
            let message = format!("Entry {} names neither a question nor a repeat", self.number);
            self.problem("missing-field", message, name)
        })
    }

    /// A problem at a field, or at the first field where that one is missing.
    fn problem(&self, code: &'static str, message: String, field: &str) -> Box<Diagnostic> {
        let named = self.fields.iter().find(|(key, _)| key.value == field);
        let at = named.or(self.fields.first()).and_then(|(key, _)| key.span);
        Box::new(place(Diagnostic::error(code, message), at, self.source).label("in this entry"))
    }
}
