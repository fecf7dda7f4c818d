//! `safeshore`, `safeshore new`, `safeshore resume`: into the interview.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use crate::cases::Cases;
use crate::tui::{self, Start};

/// Begin an interview.
#[derive(Args)]
pub struct New {
    /// What the interview is called; asked for on the screen where it is left out.
    #[arg(long, value_name = "T")]
    title: Option<String>,
    /// The folder of another questionnaire.
    #[arg(long, value_name = "DIR")]
    questionnaire: Option<PathBuf>,
    /// Take the express path: a first answer from the essential questions, to be continued as the full interview.
    #[arg(long)]
    express: bool,
}

/// Go on with an interview.
#[derive(Args)]
pub struct Resume {
    /// Its id, the beginning of it, its title, or its file; the one changed last where it is left out.
    session: Option<String>,
}

/// The list of interviews.
pub fn home(cases: Cases) -> Result<(), Exit> {
    Ok(tui::run(cases, Start::Home, None)?)
}

impl New {
    /// Runs the command.
    pub fn run(self, cases: Cases) -> Result<(), Exit> {
        let folder = self.questionnaire.map(|folder| folder.display().to_string());
        let express = self.express;
        let title = self.title.filter(|title| !title.trim().is_empty());
        let start = title.map_or(Start::Naming { express }, |title| Start::New { title, express });
        Ok(tui::run(cases, start, folder)?)
    }
}

impl Resume {
    /// Runs the command.
    pub fn run(self, mut cases: Cases) -> Result<(), Exit> {
        let path = match self.session {
            Some(name) => cases.find(&name)?,
            None => cases.list()?.into_iter().next().map(|listed| listed.path).ok_or_else(|| {
                Exit::usage("safeshore: there is no interview to resume yet. `safeshore new` begins one.")
            })?,
        };
        Ok(tui::run(cases, Start::Resume(path), None)?)
    }
}
