//! `safeshore witness`: answers that show what was proved.

mod meant;
mod suite;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::exit::{Exit, note, print};
use crate::cases::answers_file;
use crate::diagnostic::Diagnostic;
use crate::load;
use crate::model::Questionnaire;
use crate::prove::Witnesses;
use crate::store;
use crate::text::{clean_line, count};
use meant::{Meant, meant};

/// Find the shortest answers that lead to a question, choose an option, make a rule fire or call for a clause point.
///
/// The file that is printed can be given to `safeshore answer`.
#[derive(Args)]
pub struct Witness {
    /// The id of a question, of an option (question.option), of a rule or of a clause point; or those of two rules that
    /// should fire together. `question:ID`, `option:ID`, `rule:ID` and `clause:ID` say which, where several have the same id.
    #[arg(value_name = "ID", num_args = 1.., required_unless_present = "all")]
    ids: Vec<String>,
    /// For a rule: answers that show it to be in order, instead of making it fire.
    #[arg(long)]
    silent: bool,
    /// Write a set of files into a new folder that together ask every question, choose every option, make every rule fire
    /// and be in order, and every part of a condition true and false; each with a record of what comes of it, for
    /// `safeshore check --cases`.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["ids", "silent"])]
    all: Option<PathBuf>,
    /// With --all: write so many more files that every part of every condition decides in one of them, one way and the
    /// other, and every value that it names. Hardly any change of the questionnaire escapes such a set; it is
    /// several times as large.
    #[arg(long, requires = "all", conflicts_with = "ids")]
    thorough: bool,
    /// The folder of another questionnaire than the built-in one.
    #[arg(long, value_name = "DIR")]
    questionnaire: Option<PathBuf>,
}

impl Witness {
    /// Runs the command.
    pub fn run(&self) -> Result<(), Exit> {
        let questionnaire = Arc::new(self.load()?);
        if let Some(folder) = &self.all {
            return print(&suite::write(&questionnaire, folder, self.thorough)?);
        }
        let Meant { statement, words } = meant(&questionnaire, &self.ids, self.silent)?;
        let mut witnesses = Witnesses::new(&questionnaire).map_err(|fault| too_large(&fault))?;
        let found = witnesses.shortest(statement).map_err(|gave_up| {
            Exit::fault(format!(
                "safeshore: whether there are answers by which {words} is not known: {gave_up}."
            ))
        })?;
        let Some(witness) = found else {
            return Err(Exit::fault(format!(
                "safeshore: there are no answers by which {words}.\n`safeshore check` says where to look."
            )));
        };
        if !witness.shortest {
            note("there may be shorter answers: the solver gave up looking for them");
        }
        let interview = witness.confirmed(&questionnaire, statement).ok_or_else(|| disagreement(&words))?;
        let comment = format!("{} by which {words}", count(witness.acts.len(), "entry", "entries"));
        print(&answers_file(&interview, &witness.acts, &comment, None))
    }

    fn load(&self) -> Result<Questionnaire, Exit> {
        let sources = match &self.questionnaire {
            Some(folder) => store::folder(folder)?,
            None => load::builtin(),
        };
        load::open(sources).map_err(|refused| {
            let drawn = crate::diagnostic::draw(&refused.diagnostics, &refused.sources, false);
            Exit::fault(format!(
                "{drawn}\nNothing can be proved of a questionnaire with errors. Mend them first."
            ))
        })
    }
}

fn too_large(fault: &Diagnostic) -> Exit {
    Exit::fault(format!("safeshore: {}. `safeshore check` shows where.", clean_line(&fault.message)))
}

/// What is told where the engine doesn't bear out what the solver found: a mistake of the program, and answers that nobody
/// should rely on.
fn disagreement(words: &str) -> Exit {
    Exit::mistake(format!(
        "safeshore: the program made a mistake: it found answers by which {words}, but an interview with these answers says \
         otherwise.\nNothing is printed, because it can't be relied on. Please report this with the questionnaire."
    ))
}

/// An id as it may be told.
fn quoted(id: &str) -> String {
    format!("`{}`", clean_line(id))
}
