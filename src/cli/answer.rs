//! `safeshore answer`: answers from a file, without a screen.

use std::io;
use std::path::Path;

use chrono::{SubsecRound, Utc};
use clap::{Args, ValueEnum};

use super::exit::{Exit, note, print};
use crate::cases::{Case, Cases};
use crate::diagnostic::{Diagnostic, draw};
use crate::engine::{Interview, Refusal, enter_all};
use crate::load::{self, Said, Stated, did_you_mean};
use crate::model::{Act, Answer as Given, Entry, Id, Place, Speaker, State};
use crate::store::{self, Journal};
use crate::text::{Source, capital, clean_line, count};

/// Enter answers from a file, without a screen.
#[derive(Args)]
pub struct Answer {
    /// The interview (its id, the beginning of it, its title, or its file) and the file of answers, `-` for standard
    /// input; with --new the file alone.
    #[arg(value_names = ["SESSION", "FILE"], required = true, num_args = 1..=2)]
    names: Vec<String>,
    /// Begin an interview of this title with these answers.
    #[arg(long, value_name = "TITLE")]
    new: Option<String>,
    /// The folder of another questionnaire, for --new.
    #[arg(long, value_name = "DIR", requires = "new")]
    questionnaire: Option<String>,
    /// Who gives the answers.
    #[arg(long, value_enum, default_value = "client")]
    by: By,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    /// The firm whose case it is.
    Client,
    /// Its lawyer.
    Counsel,
}

impl Answer {
    /// Runs the command.
    pub fn run(self, cases: &mut Cases) -> Result<(), Exit> {
        match (&self.new, self.names.as_slice()) {
            (Some(title), [file]) => self.begin(cases, title, file),
            (None, [session, file]) => self.add(cases, session, file),
            (Some(_), _) => Err(Exit::usage(
                "safeshore: with --new, name the file of answers only: safeshore answer --new TITLE FILE",
            )),
            (None, _) => {
                Err(Exit::usage("safeshore: name the interview and the file: safeshore answer SESSION FILE"))
            }
        }
    }

    /// A new session, created only once all answers are known to be good.
    fn begin(&self, cases: &mut Cases, title: &str, file: &str) -> Result<(), Exit> {
        if title.trim().is_empty() {
            return Err(Exit::usage("safeshore: --new wants a title that is not empty"));
        }
        let source = read(file)?;
        let folder = self.questionnaire.as_deref();
        let blank = Interview::new(cases.questionnaire(folder)?, State::default());
        let acts = acts(&blank, &source)?;
        let (case, journal) = cases.create(title, folder, Utc::now())?;
        self.save(&case, journal, acts)
    }

    fn add(&self, cases: &mut Cases, session: &str, file: &str) -> Result<(), Exit> {
        let source = read(file)?;
        let path = cases.find(session)?;
        let (case, journal) = cases.open(&path, Utc::now())?;
        case.notices.iter().for_each(|notice| note(notice));
        let acts = acts(&case.interview, &source)?;
        self.save(&case, journal, acts)
    }

    fn save(&self, case: &Case, mut journal: Journal, acts: Vec<Act>) -> Result<(), Exit> {
        let at = Utc::now().trunc_subsecs(0);
        let by = match self.by {
            By::Client => Speaker::Client,
            By::Counsel => Speaker::Counsel,
        };
        let entries: Vec<Entry> = acts.into_iter().map(|act| Entry { at, by, act }).collect();
        journal.append(&entries)?;
        let saved = count(entries.len(), "entry", "entries");
        print(&format!("{}  {saved} saved\n", clean_line(&case.session.header.id)))
    }
}

fn read(file: &str) -> Result<Source, Exit> {
    if file != "-" {
        return Ok(store::text_file(Path::new(file))?);
    }
    Ok(store::text(&mut io::stdin().lock(), Path::new("standard input"))?)
}

/// The acts that a file asks for, in the order in which they can be done.
fn acts(interview: &Interview, source: &Source) -> Result<Vec<Act>, Exit> {
    let refuse = |diagnostics: Vec<Diagnostic>| {
        let drawn = draw(&diagnostics, std::slice::from_ref(source), false);
        Exit::usage(format!("{drawn}\nNothing of the file was saved. Mend it and run the command again."))
    };
    let file = load::answers(source).map_err(refuse)?;
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
        Ok(_) => Err(refuse(diagnostics)),
        Err(refused) => {
            let alone = diagnostics.is_empty();
            let told = refused.iter().filter(|(_, why)| alone || !matches!(why, Refusal::DoesNotApply(_)));
            diagnostics.extend(told.map(|(at, why)| refusal(why, wanted[*at].1)));
            Err(refuse(diagnostics))
        }
    }
}

/// The acts of one entry, each with the id at which to complain about it.
fn as_acts<'s>(interview: &Interview, stated: &'s Stated) -> Result<Vec<(Act, &'s Id)>, Box<Diagnostic>> {
    match stated {
        Stated::Complete { repeat, complete } => {
            let known = interview.questionnaire().repeats().map(|known| known.id.value.as_str());
            if interview.questionnaire().repeat(repeat).is_none() {
                return Err(Box::new(unknown("unknown-repeat", "list", repeat, did_you_mean(repeat, known))));
            }
            Ok(vec![(Act::Complete { repeat: repeat.value.clone(), complete: *complete }, repeat)])
        }
        Stated::Answer { question: id, row, said, note } => {
            let questions = || interview.questionnaire().questions().map(|known| known.id.value.as_str());
            let Some(question) = interview.questionnaire().question(id) else {
                let help = did_you_mean(id, questions());
                return Err(Box::new(unknown("unknown-question", "question", id, help)));
            };
            let at = Place::new(&id.value, row.as_ref().map(|row| row.value.as_str()));
            let complain_at = row.as_ref().unwrap_or(id);
            let to = match said {
                Some(Said::State(state)) => Some(state.clone()),
                Some(Said::Value(loose)) => {
                    let value = load::value(&question.kind, loose).map_err(|unfit| unfit.diagnostic(id))?;
                    Some(Given::Value(value))
                }
                None => None,
            };
            let answer = to.map(|to| (Act::Answer { at: at.clone(), to }, complain_at));
            let note = note.as_ref().map(|text| (Act::Note { at, text: text.value.clone() }, complain_at));
            Ok(answer.into_iter().chain(note).collect())
        }
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
