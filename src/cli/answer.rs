//! `safeshore answer`: answers from a file, without a screen.

use std::io;
use std::path::Path;

use chrono::{SubsecRound, Utc};
use clap::{Args, ValueEnum};

use super::exit::{Exit, note, print};
use crate::cases::{Case, Cases, acts_of};
use crate::diagnostic::{draw, in_order, pointer};
use crate::engine::Interview;
use crate::model::{Act, Entry, Speaker, State};
use crate::store::{self, Journal};
use crate::text::{Source, clean_line, count};

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
    /// Take it by the express path, for --new: only essential questions are asked, the others are left out.
    #[arg(long, requires = "new")]
    express: bool,
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
        let (case, journal) = cases.create(title, folder, self.express, Utc::now())?;
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
    acts_of(interview, source).map_err(|diagnostics| {
        let sources = std::slice::from_ref(source);
        let diagnostics = in_order(diagnostics, sources);
        let (drawn, pointer) = (draw(&diagnostics, sources, false), pointer(&diagnostics));
        Exit::usage(format!(
            "{drawn}\nNothing of the file was saved. Mend it and run the command again.\n{pointer}"
        ))
    })
}
