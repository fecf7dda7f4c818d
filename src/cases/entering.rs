//! A file of answers, held against an interview: what it asks for, or all that is wrong with it.

use crate::diagnostic::Diagnostic;
use crate::engine::{Interview, Refusal, enter_all};
use crate::load::{self, AnswersFile, Loose, Said, Stated, did_you_mean};
use crate::model::{Act, Answer, Id, Kind, Place, Question, Stand, Subject};
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
            let present = list(interview, repeat)?;
            Ok(vec![(Act::Complete { repeat: present, complete: *complete }, repeat)])
        }
        Stated::Row { repeat, row, share } => {
            let of = Subject::Row { repeat: list(interview, repeat)?, row: row.value.clone() };
            Ok(vec![(Act::Mark { of, to: *share }, row)])
        }
        Stated::Clause { clause: id, theirs, agreed, share } => {
            let clause = clause(interview, id)?;
            let mark = share.map(|to| Act::Mark { of: Subject::Clause(clause.clone()), to });
            let stood = interview.state().stands.get(&clause).cloned().unwrap_or_default();
            let to = Stand {
                theirs: theirs.as_ref().map_or(stood.theirs, |theirs| theirs.value.clone()),
                agreed: agreed.unwrap_or(stood.agreed),
            };
            let stands = theirs.is_some() || agreed.is_some();
            let stand = stands.then_some(Act::Stand { clause, to });
            Ok(stand.into_iter().chain(mark).map(|act| (act, id)).collect())
        }
        Stated::Answer { question: id, row, said, note, share, note_share } => {
            let question = question(interview, id)?;
            let at = Place::new(&question.id.value, row.as_ref().map(|row| row.value.as_str()));
            let to = match said {
                Some(Said::State(state)) => Some(state.clone()),
                Some(Said::Value(loose)) => {
                    let loose = with_present_options(&question.kind, loose);
                    let value = load::value(&question.kind, &loose).map_err(|unfit| unfit.diagnostic(id))?;
                    Some(Answer::Value(value))
                }
                None => None,
            };
            let acts = [
                to.map(|to| Act::Answer { at: at.clone(), to }),
                note.as_ref().map(|text| Act::Note { at: at.clone(), text: text.value.clone() }),
                share.map(|to| Act::Mark { of: Subject::Answer(at.clone()), to }),
                note_share.map(|to| Act::Mark { of: Subject::Note(at.clone()), to }),
            ];
            Ok(acts.into_iter().flatten().map(|act| (act, row.as_ref().unwrap_or(id))).collect())
        }
    }
}

type Known<T> = Result<T, Box<Diagnostic>>;

fn question<'q>(interview: &'q Interview, id: &Id) -> Known<&'q Question> {
    let questionnaire = interview.questionnaire();
    let known = questionnaire.question(id).or_else(|| questionnaire.renamed_question(id));
    known.ok_or_else(|| {
        let known = questionnaire.questions().map(|known| known.id.value.as_str());
        Box::new(unknown("unknown-question", "question", id, did_you_mean(id, known)))
    })
}

fn list(interview: &Interview, id: &Id) -> Known<String> {
    let questionnaire = interview.questionnaire();
    let known = questionnaire.repeat(id).or_else(|| questionnaire.renamed_repeat(id));
    known.map(|repeat| repeat.id.value.clone()).ok_or_else(|| {
        let known = questionnaire.repeats().map(|known| known.id.value.as_str());
        Box::new(unknown("unknown-repeat", "list", id, did_you_mean(id, known)))
    })
}

fn clause(interview: &Interview, id: &Id) -> Known<String> {
    let questionnaire = interview.questionnaire();
    let known = questionnaire.clause(id).or_else(|| questionnaire.renamed_clause(id));
    known.map(|clause| clause.id.value.clone()).ok_or_else(|| {
        let known = questionnaire.clauses.iter().map(|known| known.id.value.as_str());
        Box::new(unknown("unknown-clause", "contract point", id, did_you_mean(id, known)))
    })
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
