//! For whom a report is made. What an edition may not hold is taken out of the answers before anything is composed from
//! them, so that no part of a report can give it away.

use std::sync::Arc;

use crate::engine::Interview;
use crate::model::{Answer, Given, Place, Questionnaire, Share, State, Subject, Value};

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
    let scope = Scope { questionnaire: interview.questionnaire(), state: interview.state(), edition };
    Interview::new(Arc::clone(interview.questionnaire()), scope.redacted())
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
}

impl Scope<'_> {
    fn redacted(&self) -> State {
        let mut state = self.state.clone();
        let answers = state.answers.iter_mut().chain(&mut state.unfit);
        for (at, given) in answers.filter(|(at, _)| !self.shows_answer(at)) {
            withhold(given);
            state.withheld.insert(at.clone());
        }
        state.notes.retain(|at, text| self.shows_note(at) && !self.names_another(text));
        state.drafts.retain(|at, _| self.shows_draft(at));
        state.stands.retain(|clause, stand| self.shows_clause(clause) && !self.names_another(&stand.theirs));
        state
    }

    fn shows_answer(&self, at: &Place) -> bool {
        let typed = match self.state.given(at).map(|given| &given.answer) {
            Some(Answer::Value(Value::Text(text))) => text,
            _ => "",
        };
        self.is_about_them_or_nobody(at)
            && self.edition.shows(share_of_answer(self.questionnaire, self.state, at))
            && !self.names_another(typed)
            || self.is_their_name(at)
    }

    /// Whether a text names somebody else on the other side, in any case of letters.
    fn names_another(&self, text: &str) -> bool {
        let (Edition::Counterpart { row }, Some(repeat)) = (self.edition, self.counterparts()) else {
            return false;
        };
        let Some(label) = self.questionnaire.repeat(repeat).map(|repeat| &repeat.label.value) else {
            return false;
        };
        let text = text.to_lowercase();
        let names = self.state.answers.iter().filter(|(at, _)| at.question == *label && at.row != *row);
        names.filter_map(|(_, given)| given.answer.value()).any(|name| match name {
            Value::Text(name) => !name.trim().is_empty() && text.contains(&name.trim().to_lowercase()),
            _ => false,
        })
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
        !self.is_of_counterparts(at) || at.row == *row
    }

    /// The name of the one for whom the edition is made.
    fn is_their_name(&self, at: &Place) -> bool {
        let Edition::Counterpart { row: Some(row) } = self.edition else { return false };
        let label =
            self.counterparts().and_then(|id| self.questionnaire.repeat(id)).map(|repeat| &repeat.label);
        label.is_some_and(|label| label.value == at.question) && at.row.as_ref() == Some(row)
    }

    fn is_of_counterparts(&self, at: &Place) -> bool {
        let repeat = self.questionnaire.repeat_of(&at.question);
        repeat.is_some() && repeat == self.counterparts()
    }

    fn counterparts(&self) -> Option<&str> {
        let layout = self.questionnaire.layout.as_ref()?;
        layout.counterpart.as_ref().map(|id| id.value.as_str())
    }
}

/// An answer counts as before, without the words that were typed.
fn withhold(given: &mut Given) {
    if let Answer::Value(Value::Text(text)) = &mut given.answer {
        "withheld".clone_into(text);
    }
}
