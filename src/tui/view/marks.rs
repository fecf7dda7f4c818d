//! To whom something may be shown, in words. What is shown as usual is told nothing of.

use crate::engine::Interview;
use crate::model::{Place, Share, Subject};
use crate::report::{share_of_answer, share_of_note};

/// What is said beside an answer.
pub fn of_answer(interview: &Interview, place: &Place) -> Option<String> {
    let own = own(interview, &Subject::Answer(place.clone()));
    let share = share_of_answer(interview.questionnaire(), interview.state(), place);
    let means = means(share?);
    Some(match own {
        Some(_) if own == share => format!("Marked {means}"),
        _ if is_in_a_marked_row(interview, place) => format!("Marked {means}, as its whole row"),
        _ => format!("Usually {means}"),
    })
}

/// The same where there is room for a word only.
pub fn short(interview: &Interview, place: &Place) -> &'static str {
    match share_of_answer(interview.questionnaire(), interview.state(), place) {
        Some(Share::Private) => " ◆ private",
        Some(Share::Shareable) => " ◆ shareable",
        None => "",
    }
}

/// What is said beside a note; of one that counsel wrote, or writes now, that it is private.
pub fn of_note(interview: &Interview, place: &Place, by_counsel: bool) -> Option<String> {
    let (questionnaire, state) = (interview.questionnaire(), interview.state());
    let own = own(interview, &Subject::Note(place.clone()));
    let usual = (by_counsel && own.is_none()).then_some(Share::Private);
    if usual.is_some() {
        return Some("private, as every note of counsel's".to_owned());
    }
    let share = share_of_note(questionnaire, state, place);
    if share == Some(Share::Private) && own != Some(Share::Private) {
        return Some("private, with its answer".to_owned());
    }
    share.map(|share| means(share).to_owned())
}

/// What is said beside a row of a list.
pub fn of_row(interview: &Interview, repeat: &str, row: &str) -> Option<&'static str> {
    own(interview, &Subject::Row { repeat: repeat.to_owned(), row: row.to_owned() }).map(means)
}

fn own(interview: &Interview, of: &Subject) -> Option<Share> {
    interview.state().marks.get(of).copied()
}

fn is_in_a_marked_row(interview: &Interview, place: &Place) -> bool {
    let repeat = interview.questionnaire().repeat_of(&place.question);
    let row = repeat.zip(place.row.as_ref());
    row.is_some_and(|(repeat, row)| {
        own(interview, &Subject::Row { repeat: repeat.to_owned(), row: row.clone() }).is_some()
    })
}

fn means(share: Share) -> &'static str {
    match share {
        Share::Private => "private: for counsel alone",
        Share::Shareable => "shareable: the other side may read it too",
    }
}
