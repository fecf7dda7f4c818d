//! A file of answers, held against an interview: what it asks for, or all that is wrong with it.

use crate::diagnostic::Diagnostic;
use crate::engine::{Interview, Refusal, enter_all};
use crate::load::{self, AnswersFile, Loose, Said, Stated, did_you_mean};
use crate::model::{Act, Answer, Id, Kind, Place};
use crate::text::{Source, Spanned, capital};

/// The acts that a file asks for, in the order in which they can be done.
///
/// # Errors
/// Everything that is wrong with the file, or with one of its answers in this interview; then nothing of it counts.
pub fn acts_of(interview: &Interview, source: &Source) -> Result<Vec<Act>, Vec<Diagnostic>> {
    acts_of_file(interview, &load::answers(source)?)
}

/// [`acts_of`] a file that was read.
///
/// # Errors
/// Everything that is wrong with one of its answers in this interview; then nothing of it counts.
pub fn acts_of_file(interview: &Interview, file: &AnswersFile) -> Result<Vec<Act>, Vec<Diagnostic>> {
    let mut wanted: Vec<(Act, &Id)> = Vec::new();
    let mut diagnostics = Vec::new();
    for stated in &file.answers {
        match as_acts(interview, stated) {
            Ok(acts) => wanted.extend(acts),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    let acts: Vec<Act> = wanted.iter().map(|(act, _)| act.clone()).collect();
    match enter_all(interview, &acts) {
        Ok(acts) if diagnostics.is_empty() => Ok(acts),
        // What was refused above may be why an answer seems not to apply: such are told only when they stand alone.
        Ok(_) => Err(diagnostics),
        Err(refused) => {
            let alone = diagnostics.is_empty();
            let told = refused.iter().filter(|(_, why)| alone || !matches!(why, Refusal::DoesNotApply(_)));
            diagnostics.extend(told.map(|(at, why)| refusal(why, wanted[*at].1)));
            Err(diagnostics)
        }
    }
}

/// The acts of one entry, each with the id at which to complain about it.
fn as_acts<'s>(interview: &Interview, stated: &'s Stated) -> Result<Vec<(Act, &'s Id)>, Box<Diagnostic>> {
    match stated {
        Stated::Complete { repeat, complete } => {
            let known = interview.questionnaire().repeats().map(|known| known.id.value.as_str());
            let present = interview.questionnaire().repeat(repeat);
            let Some(present) = present.or_else(|| interview.questionnaire().renamed_repeat(repeat)) else {
                return Err(Box::new(unknown("unknown-repeat", "list", repeat, did_you_mean(repeat, known))));
            };
            Ok(vec![(Act::Complete { repeat: present.id.value.clone(), complete: *complete }, repeat)])
        }
        Stated::Answer { question: id, row, said, note } => {
            let questions = || interview.questionnaire().questions().map(|known| known.id.value.as_str());
            let present = interview.questionnaire().question(id);
            let Some(question) = present.or_else(|| interview.questionnaire().renamed_question(id)) else {
                let help = did_you_mean(id, questions());
                return Err(Box::new(unknown("unknown-question", "question", id, help)));
            };
            let at = Place::new(&question.id.value, row.as_ref().map(|row| row.value.as_str()));
            let complain_at = row.as_ref().unwrap_or(id);
            let to = match said {
                Some(Said::State(state)) => Some(state.clone()),
                Some(Said::Value(loose)) => {
                    let loose = with_present_options(&question.kind, loose);
                    let value = load::value(&question.kind, &loose).map_err(|unfit| unfit.diagnostic(id))?;
                    Some(Answer::Value(value))
                }
                None => None,
            };
            let answer = to.map(|to| (Act::Answer { at: at.clone(), to }, complain_at));
            let note = note.as_ref().map(|text| (Act::Note { at, text: text.value.clone() }, complain_at));
            Ok(answer.into_iter().chain(note).collect())
        }
    }
}

/// A value with every option that was renamed since in its present form, as a journal is replayed.
fn with_present_options(kind: &Kind, loose: &Loose) -> Loose {
    match loose {
        Loose::Text(id) => match kind.renamed_option(id) {
            Some(option) => Loose::Text(Spanned { value: option.id.value.clone(), span: id.span }),
            None => loose.clone(),
        },
        Loose::List(list) => Loose::List(list.iter().map(|one| with_present_options(kind, one)).collect()),
        other => other.clone(),
    }
}

fn unknown(code: &'static str, what: &str, id: &Id, help: Option<String>) -> Diagnostic {
    Diagnostic::error(code, format!("No {what} of this questionnaire is called `{id}`"))
        .at(id.span)
        .label("unknown")
        .help(help)
}

fn refusal(why: &Refusal, id: &Id) -> Diagnostic {
    let help = matches!(why, Refusal::DoesNotApply(_)).then(|| {
        "Leave it out, or give the earlier answers that lead to it; `safeshore state` shows what is asked"
            .to_owned()
    });
    Diagnostic::error("refused", capital(&why.to_string())).at(id.span).label("refused").help(help)
}
