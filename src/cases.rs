//! Sessions together with the questionnaires they answer: what the screen and every command work on.

mod details;
mod entering;
mod former;
mod outcome;
mod suite;
mod writing;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};

use crate::diagnostic::{draw, pointer};
use crate::engine::{Interview, Refusal, accept, replay};
use crate::load::{self, Refused};
use crate::model::{Act, Entry, Questionnaire, Session, Speaker, State};
use crate::store::{self, Journal, Notice, Store, Trouble};
use crate::text::{capital, clean_line};

pub use details::Detail;
pub use entering::{acts_of, acts_of_file};
pub use outcome::{Outcome, place_name};
pub use suite::{Replayed, replay_case, with_record};
pub use writing::answers_file;

/// The sessions of a data folder. A questionnaire is loaded when the first session that needs it is.
pub struct Cases {
    store: Store,
    loaded: HashMap<Option<String>, Arc<Questionnaire>>,
}

/// A session with all that follows from it.
pub struct Case {
    /// Its journal.
    pub session: Session,
    /// What follows from it.
    pub interview: Interview,
    /// What the person should know about its file.
    pub notices: Vec<String>,
}

/// A session file with the case in it.
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// When it was last changed, where that can be told.
    pub changed: Option<DateTime<Utc>>,
    /// The case, or why it can't be had.
    pub case: Result<Case, Problem>,
}

/// Why a case can't be had.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Something is wrong with a file.
    #[error(transparent)]
    File(#[from] Trouble),
    /// The questionnaire has errors.
    #[error("The questionnaire has errors, so no interview can use it. Nothing was changed.\n\n{0}")]
    Questionnaire(String),
    /// The questionnaire has no express path.
    #[error("{}.\nNothing was begun. Begin it without the express path.", capital(&.0.to_string()))]
    NoExpressPath(Refusal),
    /// The questionnaire that is there is another one than the session was begun with.
    #[error(
        "This interview answers the questionnaire `{}`, but {} holds `{there}`.\nNothing was changed. Put the former \
         back, or begin a new interview with the latter.",
        clean_line(.begun_with), .folder.as_deref().map_or("this program".to_owned(), clean_line)
    )]
    OtherQuestionnaire {
        /// Id of the one that the session names.
        begun_with: String,
        /// Id of the one that was found.
        there: String,
        /// The folder that was looked into; `None` for the built-in one.
        folder: Option<String>,
    },
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        let drawn = draw(&refused.diagnostics, &refused.sources, false);
        Self::Questionnaire(format!("{drawn}\n{}", pointer(&refused.diagnostics)))
    }
}

impl Cases {
    /// The cases of that data folder, or of the one that the operating system provides.
    ///
    /// # Errors
    /// When there is no such folder to be had.
    pub fn new(data: Option<PathBuf>) -> Result<Self, Problem> {
        Ok(Self { store: Store::new(data)?, loaded: HashMap::new() })
    }

    /// The folder of a firm's look for all reports, where there is one; see [`Store::template`].
    #[must_use]
    pub fn template(&self) -> Option<PathBuf> {
        self.store.template()
    }

    /// The file of the session that a person means by a name; see [`Store::find`].
    ///
    /// # Errors
    /// When no session fits, or several do.
    pub fn find(&self, name: &str) -> Result<PathBuf, Problem> {
        Ok(self.store.find(name)?)
    }

    /// The questionnaire of a folder, or the built-in one.
    ///
    /// # Errors
    /// When the folder can't be read or the questionnaire has errors.
    pub fn questionnaire(&mut self, folder: Option<&str>) -> Result<Arc<Questionnaire>, Problem> {
        let key = folder.map(absolute);
        if let Some(loaded) = self.loaded.get(&key) {
            return Ok(Arc::clone(loaded));
        }
        let sources = match folder {
            Some(folder) => store::folder(Path::new(folder))?,
            None => load::builtin(),
        };
        let questionnaire = Arc::new(load::open(sources)?);
        self.loaded.insert(key, Arc::clone(&questionnaire));
        Ok(questionnaire)
    }

    /// [`Cases::questionnaire`], to be taken by the express path or in full.
    ///
    /// # Errors
    /// When there is no questionnaire to be had, or none of its questions is essential and the path is express.
    pub fn on_path(&mut self, folder: Option<&str>, express: bool) -> Result<Arc<Questionnaire>, Problem> {
        let questionnaire = self.questionnaire(folder)?;
        let blank = Interview::new(Arc::clone(&questionnaire), State::default());
        accept(&blank, &Act::Path { express }).map_err(Problem::NoExpressPath)?;
        Ok(questionnaire)
    }

    /// Every session file, the last changed first, with what is in it or why it can't be read.
    ///
    /// # Errors
    /// When the data folder itself can't be read.
    pub fn list(&mut self) -> Result<Vec<Listed>, Problem> {
        let found = self.store.list()?;
        Ok(found.into_iter().map(|found| self.listed(found)).collect())
    }

    fn listed(&mut self, found: store::Listed) -> Listed {
        let changed = found.changed();
        let case = match found.session {
            Ok(session) => self.case(session, &[]),
            Err(trouble) => Err(trouble.into()),
        };
        Listed { path: found.path, changed, case }
    }

    /// A session as it stands, without opening it.
    ///
    /// # Errors
    /// When its file or its questionnaire can't be read.
    pub fn read(&mut self, path: &Path) -> Result<Case, Problem> {
        let (session, notices) = Store::read(path)?;
        self.case(session, &notices)
    }

    /// A session, open for writing.
    ///
    /// # Errors
    /// As [`Cases::read`], and when another process has it open.
    pub fn open(&mut self, path: &Path, now: DateTime<Utc>) -> Result<(Case, Journal), Problem> {
        // The questionnaire first: opening for writing may set a torn line aside.
        self.read(path)?;
        let store::Open { session, journal, notices } = Store::open(path, now)?;
        Ok((self.case(session, &notices)?, journal))
    }

    /// A new session, open for writing, taken by the express path or in full.
    ///
    /// # Errors
    /// When the questionnaire can't be read or has no express path, or the file can't be written.
    pub fn create(
        &mut self,
        title: &str,
        folder: Option<&str>,
        express: bool,
        now: DateTime<Utc>,
    ) -> Result<(Case, Journal), Problem> {
        let folder = folder.map(absolute);
        let folder = folder.as_deref();
        let questionnaire = self.on_path(folder, express)?;
        let manifest = &questionnaire.manifest;
        let opened = self.store.create(title, &manifest.id.value, &manifest.version.value, folder, now)?;
        let store::Open { mut session, mut journal, notices } = opened;
        if express {
            let act = Act::Path { express };
            let entry = Entry { at: now.trunc_subsecs(0), by: Speaker::default(), act };
            journal.append(std::slice::from_ref(&entry))?;
            session.entries.push(entry);
        }
        Ok((self.case(session, &notices)?, journal))
    }

    fn case(&mut self, session: Session, notices: &[Notice]) -> Result<Case, Problem> {
        let questionnaire = self.questionnaire(session.header.folder.as_deref())?;
        same(&session, &questionnaire)?;
        let mut notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
        let state = replay(&questionnaire, &session);
        let interview = Interview::new(questionnaire, state);
        notices.extend(other_version(&session, &interview));
        Ok(Case { session, interview, notices })
    }
}

/// A session is resumed from any folder, so its questionnaire is named from the root.
fn absolute(folder: &str) -> String {
    std::path::absolute(folder).map_or_else(|_| folder.to_owned(), |path| path.display().to_string())
}

/// Answers mean nothing to another questionnaire, even where it happens to have questions of the same ids.
fn same(session: &Session, questionnaire: &Questionnaire) -> Result<(), Problem> {
    let (begun_with, there) = (&session.header.questionnaire, &questionnaire.manifest.id.value);
    if begun_with == there {
        return Ok(());
    }
    let folder = session.header.folder.clone();
    Err(Problem::OtherQuestionnaire { begun_with: begun_with.clone(), there: there.clone(), folder })
}

/// Word that the questionnaire is not the one that the session was begun with, and what that means for its answers.
fn other_version(session: &Session, interview: &Interview) -> Option<String> {
    let (then, now) = (&session.header.version, &interview.questionnaire().manifest.version.value);
    let unfit = interview.state().unfit.len();
    let parked = parked(unfit, interview.parked().count() - unfit);
    let more = "`safeshore diff` compares a former version with this one.";
    if then != now {
        let (then, now) = (clean_line(then), clean_line(now));
        return Some(format!(
            "This interview was begun with version {then} of its questionnaire; this is version {now}. {parked} {more}"
        ));
    }
    (unfit > 0)
        .then(|| format!("The questionnaire has changed since this interview was begun. {parked} {more}"))
}

/// How many answers are parked: those that don't fit, and others, often because of those, whose questions are not asked.
fn parked(unfit: usize, not_asked: usize) -> String {
    let begins = match unfit {
        0 => "Every answer still fits its question".to_owned(),
        1 => "1 answer does not fit it and is parked".to_owned(),
        _ => format!("{unfit} answers do not fit it and are parked"),
    };
    let more = if unfit == 0 { "" } else { " more" };
    match not_asked {
        0 => format!("{begins}."),
        1 => format!("{begins}; 1{more} is parked because its question is not asked."),
        _ => format!("{begins}; {not_asked}{more} are parked because their questions are not asked."),
    }
}
