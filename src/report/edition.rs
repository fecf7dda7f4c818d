//! For whom a report is made. What an edition may not hold is taken out of the answers before anything is composed from
//! them, so that no part of a report can give it away.

mod names;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::engine::{Interview, Standing};
use crate::model::{Answer, Given, Kind, Place, Questionnaire, Share, State, Subject, Value};
use names::{Name, words};

/// Which report is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Edition {
    /// Everything, for the lawyer; privileged.
    #[default]
    Counsel,
    /// Nothing that counsel keeps to itself.
    Client,
    /// For one of those on the other side: nothing but what is marked as shareable.
    Counterpart {
        /// Its row in the list of those on the other side; `None` where there is no such list.
        row: Option<String>,
    },
}

impl Edition {
    /// The words of its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Counsel => "counsel",
            Self::Client => "client",
            Self::Counterpart { .. } => "counterpart",
        }
    }

    /// Whether it shows what is marked so.
    fn shows(&self, share: Option<Share>) -> bool {
        match self {
            Self::Counsel => true,
            Self::Client => share != Some(Share::Private),
            Self::Counterpart { .. } => share == Some(Share::Shareable),
        }
    }
}

/// The interview as the edition may tell it: the same findings, and of what it may not hold not a word.
#[must_use]
pub fn redact(interview: &Interview, edition: &Edition) -> Interview {
    if *edition == Edition::Counsel {
        return interview.clone();
    }
    let scope = Scope::new(interview, edition);
    Interview::new(Arc::clone(interview.questionnaire()), scope.redacted())
}

/// How many answers, notes and positions are marked for the other side and yet not in its edition, because they name
/// another one of its kind, or a row that it may not read of.
#[must_use]
pub fn held_back(interview: &Interview, edition: &Edition) -> usize {
    let scope = Scope::new(interview, edition);
    let state = interview.state();
    let marked = |share| matches!(edition, Edition::Counterpart { .. }) && edition.shows(share);
    let answers = state.answers.keys().filter(|at| {
        let share = share_of_answer(scope.questionnaire, state, at);
        interview.standing(at) == Standing::Asked
            && marked(share)
            && scope.is_about_them_or_nobody(at)
            && !scope.shows_answer(at)
    });
    let notes = state.notes.iter().filter(|(at, text)| {
        marked(share_of_note(scope.questionnaire, state, at))
            && scope.shows_note(at)
            && scope.names_another(text)
    });
    let stands = state.stands.iter().filter(|(clause, stand)| {
        marked(share_of_clause(state, clause)) && scope.names_another(&stand.theirs)
    });
    answers.count() + notes.count() + stands.count()
}

/// To whom an answer may be shown: a row's mark covers what is said of the row, a mark of its own goes before the author's,
/// and what is private in any way stays so.
#[must_use]
pub fn share_of_answer(questionnaire: &Questionnaire, state: &State, at: &Place) -> Option<Share> {
    let row = share_of_row(questionnaire, state, at);
    if row == Some(Share::Private) {
        return row;
    }
    let own = state.marks.get(&Subject::Answer(at.clone())).copied();
    own.or(row).or_else(|| questionnaire.question(&at.question)?.share)
}

/// To whom a note may be shown: one of counsel's to nobody else, unless it is marked.
#[must_use]
pub fn share_of_note(questionnaire: &Questionnaire, state: &State, at: &Place) -> Option<Share> {
    let around = share_of_answer(questionnaire, state, at).filter(|share| *share == Share::Private);
    let own = state.marks.get(&Subject::Note(at.clone())).copied();
    let usual = state.notes_of_counsel.contains(at).then_some(Share::Private);
    around.or(own).or(usual)
}

/// To whom a point of the contract may be shown, where it was said.
#[must_use]
pub fn share_of_clause(state: &State, clause: &str) -> Option<Share> {
    state.marks.get(&Subject::Clause(clause.to_owned())).copied()
}

fn share_of_row(questionnaire: &Questionnaire, state: &State, at: &Place) -> Option<Share> {
    let repeat = questionnaire.repeat_of(&at.question)?.to_owned();
    let row = at.row.clone()?;
    state.marks.get(&Subject::Row { repeat, row }).copied()
}

struct Scope<'a> {
    questionnaire: &'a Questionnaire,
    state: &'a State,
    edition: &'a Edition,
    /// Names of the others on the other side.
    others: Vec<Name>,
    /// The words of the name of the one for whom the edition is made.
    own: BTreeSet<String>,
}

impl<'a> Scope<'a> {
    fn new(interview: &'a Interview, edition: &'a Edition) -> Self {
        let (questionnaire, state) = (interview.questionnaire(), interview.state());
        let bare = Self { questionnaire, state, edition, others: Vec::new(), own: BTreeSet::new() };
        let Edition::Counterpart { row } = edition else { return bare };
        let label = questionnaire.counterparts().map(|repeat| &repeat.label.value);
        let labels = state.answers.iter().filter(|(at, _)| Some(&at.question) == label);
        let names = labels.filter_map(|(at, given)| match given.answer.value() {
            Some(Value::Text(name)) => Some((at.row == *row, name)),
            _ => None,
        });
        let (own, others): (Vec<_>, Vec<_>) = names.partition(|(own, _)| *own);
        Self {
            others: others.iter().filter_map(|(_, name)| Name::new(name)).collect(),
            own: own.iter().flat_map(|(_, name)| words(name, true)).collect(),
            ..bare
        }
    }

    fn redacted(&self) -> State {
        let mut state = self.state.clone();
        let answers = state.answers.iter_mut().chain(&mut state.unfit);
        for (at, given) in answers.filter(|(at, _)| !self.shows_answer(at)) {
            withhold(given);
            state.withheld.insert(at.clone());
        }
        state.notes.retain(|at, text| self.shows_note(at) && !self.names_another(text));
        state.drafts.retain(|at, _| self.shows_draft(at));
        state.marks.retain(|of, _| !matches!(of, Subject::Clause(clause) if !self.shows_clause(clause)));
        state.stands.retain(|clause, stand| self.shows_clause(clause) && !self.names_another(&stand.theirs));
        state
    }

    fn shows_answer(&self, at: &Place) -> bool {
        let says_more = match self.state.given(at).and_then(|given| given.answer.value()) {
            Some(Value::Text(text)) => self.names_another(text),
            Some(Value::Rows(rows)) => self.names_hidden(at, rows),
            _ => false,
        };
        self.is_about_them_or_nobody(at)
            && self.edition.shows(share_of_answer(self.questionnaire, self.state, at))
            && !says_more
            || self.is_their_name(at)
    }

    /// Whether a text names somebody else on the other side.
    fn names_another(&self, text: &str) -> bool {
        self.others.iter().any(|name| name.is_in(text, &self.own))
    }

    /// Whether the other side would learn of a row that it may not read of, if only that there is one.
    fn names_hidden(&self, at: &Place, rows: &[String]) -> bool {
        let question = self.questionnaire.question(&at.question);
        let Some(Kind::Rows(repeat)) = question.map(|question| &question.kind) else { return false };
        let label = self.questionnaire.repeat(&repeat.value).map(|repeat| &repeat.label.value);
        let is_hidden = |row: &String| {
            let named = label.map(|label| Place::new(label.as_str(), Some(row)));
            named.is_none_or(|named| !self.shows_answer(&named))
        };
        matches!(self.edition, Edition::Counterpart { .. }) && rows.iter().any(is_hidden)
    }

    fn shows_note(&self, at: &Place) -> bool {
        self.is_about_them_or_nobody(at)
            && self.edition.shows(share_of_note(self.questionnaire, self.state, at))
    }

    /// What was only begun is nothing to show to the other side.
    fn shows_draft(&self, at: &Place) -> bool {
        !matches!(self.edition, Edition::Counterpart { .. }) && self.shows_answer(at)
    }

    /// Where the other side stands is for its eyes only where the point is marked.
    fn shows_clause(&self, clause: &str) -> bool {
        self.edition.shows(share_of_clause(self.state, clause))
    }

    /// The other side reads nothing of what concerns another one of its kind.
    fn is_about_them_or_nobody(&self, at: &Place) -> bool {
        let Edition::Counterpart { row } = self.edition else { return true };
        !self.questionnaire.is_of_counterparts(&at.question) || at.row == *row
    }

    /// The name of the one for whom the edition is made.
    fn is_their_name(&self, at: &Place) -> bool {
        let Edition::Counterpart { row: Some(row) } = self.edition else { return false };
        let label = self.questionnaire.counterparts().map(|repeat| &repeat.label);
        label.is_some_and(|label| label.value == at.question) && at.row.as_ref() == Some(row)
    }
}

/// An answer counts as before, without the words that were typed.
fn withhold(given: &mut Given) {
    if let Answer::Value(Value::Text(text)) = &mut given.answer {
        "withheld".clone_into(text);
    }
}
