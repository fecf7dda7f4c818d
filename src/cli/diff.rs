//! `safeshore diff`: two versions of a questionnaire, and what becomes of the answers in saved sessions.

mod json;
mod session;
mod table;
mod text;

use std::path::Path;
use std::sync::Arc;

use clap::Args;

use super::exit::{Exit, note, print};
use super::json::pretty;
use crate::cases::Cases;
use crate::diagnostic::draw;
use crate::diff::diff;
use crate::load;
use crate::model::{Questionnaire, Session};
use crate::store::{self, Store};
use crate::text::clean_line;
use session::Look;

/// The word for the questionnaire that the program brings along. A folder of that name is written `./builtin`.
const BUILT_IN: &str = "builtin";

/// Compare two versions of a questionnaire, and say which answers in saved sessions are carried, to be confirmed again
/// or parked.
#[derive(Args)]
pub struct Diff {
    /// The former version: its folder, or `builtin` for the questionnaire that the program brings along.
    old: String,
    /// The present version, named likewise; where it is left out, that of the interview named with --session, else the
    /// built-in one.
    new: Option<String>,
    /// Say only which answers of this interview (its id, the beginning of it, its title, or its file) somebody must look
    /// at again. Nothing in it is changed.
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    /// As JSON, for programs.
    #[arg(long)]
    json: bool,
}

impl Diff {
    /// Runs the command.
    pub fn run(self, cases: &Cases) -> Result<(), Exit> {
        let session = self.session.as_ref().map(|name| read(cases, name)).transpose()?;
        let of_session = session.as_ref().and_then(|session| session.header.folder.clone());
        let new = self.new.or(of_session).unwrap_or_else(|| BUILT_IN.to_owned());
        let (old, new) = both(opened(&self.old)?, opened(&new)?)?;
        let compared = diff(&old, &new);
        let look = session.map(|session| {
            answers_one_of(&session, [&old, &new])?;
            Ok::<Look, Exit>(Look::at(&session, &old, &new, &compared))
        });
        let look = look.transpose()?;
        let shown = match (self.json, &look) {
            (true, _) => pretty(&json::as_json(&compared, look.as_ref()))?,
            (false, Some(look)) => look.as_text(&compared),
            (false, None) => text::as_text(&compared),
        };
        print(&shown)
    }
}

fn read(cases: &Cases, name: &str) -> Result<Session, Exit> {
    let (session, notices) = Store::read(&cases.find(name)?)?;
    for notice in &notices {
        note(&notice.to_string());
    }
    Ok(session)
}

/// A questionnaire, or what is wrong with it.
type Opened = Result<Arc<Questionnaire>, String>;

fn opened(name: &str) -> Result<Opened, Exit> {
    let sources = if name == BUILT_IN { load::builtin() } else { store::folder(Path::new(name))? };
    let refused = match load::open(sources) {
        Ok(questionnaire) => return Ok(Ok(Arc::new(questionnaire))),
        Err(refused) => refused,
    };
    Ok(Err(draw(&refused.diagnostics, &refused.sources, false)))
}

/// Both, or all that is wrong with either.
fn both(old: Opened, new: Opened) -> Result<(Arc<Questionnaire>, Arc<Questionnaire>), Exit> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => {
            let faults: Vec<String> = [old.err(), new.err()].into_iter().flatten().collect();
            let faults = faults.join("\n");
            Err(Exit::fault(format!("{faults}\nOnly questionnaires without errors can be compared")))
        }
    }
}

/// An interview can be held only against versions of the questionnaire that it answers.
fn answers_one_of(session: &Session, versions: [&Questionnaire; 2]) -> Result<(), Exit> {
    let answers = &session.header.questionnaire;
    let mut others = versions.into_iter().map(|one| &one.manifest.id.value).filter(|id| *id != answers);
    others.next().map_or(Ok(()), |other| {
        let (answers, other) = (clean_line(answers), clean_line(other));
        Err(Exit::usage(format!(
            "safeshore: the interview answers the questionnaire `{answers}`, and one of the two is `{other}`"
        )))
    })
}
