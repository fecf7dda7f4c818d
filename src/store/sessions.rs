//! The data folder and the sessions in it.

use std::cmp::Reverse;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use directories::ProjectDirs;

use super::disk;
use super::find::{self, Known};
use super::line;
use super::name::{ENDING, id_in, short_id, slug};
use super::notice::Notice;
use super::open::{self, Open};
use super::trouble::{Kind, Trouble};
use crate::model::{FORMAT, Header, Session};
use crate::text::clean_line;

/// The data folder. Nothing is created in it before the first session is.
#[derive(Debug, Clone)]
pub struct Store {
    data: PathBuf,
}

/// A session file in the data folder.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// What is in it, or why it can't be read.
    pub session: Result<Session, Trouble>,
}

impl Store {
    /// The store in that data folder, or in the one that the operating system provides for the program's data.
    /// An empty path counts as none.
    ///
    /// # Errors
    /// When no folder is given and the system names none, as for a user without a home folder.
    pub fn new(data: Option<PathBuf>) -> Result<Self, Trouble> {
        let given = data.filter(|path| !path.as_os_str().is_empty());
        let own = || ProjectDirs::from("", "", "safeshore").map(|dirs| dirs.data_dir().to_owned());
        given.or_else(own).map(|data| Self { data }).ok_or_else(|| {
            Trouble::new(Kind::Missing, "There is no home folder in which to keep sessions.")
                .next("Name a folder with --data DIR or in SAFESHORE_DATA.")
        })
    }

    /// The folder of a firm's look for all reports, where there is one with something in it: `template` beside the sessions.
    #[must_use]
    pub fn template(&self) -> Option<PathBuf> {
        let holds_some = |folder: &PathBuf| {
            let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
            names.into_iter().any(|name| !name.to_string_lossy().starts_with('.'))
        };
        Some(self.data.join("template")).filter(holds_some)
    }

    /// The folder of the sessions, whether it is there yet or not.
    #[must_use]
    pub fn sessions_folder(&self) -> PathBuf {
        self.data.join("sessions")
    }

    /// Begins a session and opens it. The title is made safe to show; `folder` is that of the questionnaire,
    /// where it is not the built-in one. The file is on the disk when this returns.
    ///
    /// # Errors
    /// When the file can't be written; then none is there. When it can be written but not reserved, as on a disk
    /// without locks; then it is there, and holds no entries.
    pub fn create(
        &self,
        title: &str,
        questionnaire: &str,
        version: &str,
        folder: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Open, Trouble> {
        let sessions = self.sessions_folder();
        let cannot = |error: &io::Error, at: &Path| {
            Trouble::io(Kind::Unwritable, "The session could not be created", error)
                .at(at)
                .kept("Nothing was saved; the sessions that are there were not touched.")
        };
        disk::create_private_folder(&sessions).map_err(|error| cannot(&error, &sessions))?;
        let taken: Vec<_> = self.known()?.into_iter().map(|known| known.id).collect();
        let header = Header {
            format: FORMAT,
            id: short_id(&taken, &mut fastrand::Rng::new()),
            title: clean_line(title),
            questionnaire: questionnaire.to_owned(),
            version: version.to_owned(),
            folder: folder.map(str::to_owned),
            created: line::whole_second(now),
        };
        let path = sessions.join(format!("{}-{}{ENDING}", slug(title), header.id));
        let bytes = line::write_header(&header).map_err(|why| cannot(&io::Error::other(why), &path))?;
        disk::create_private(&path, &bytes).map_err(|error| cannot(&error, &path))?;
        Self::open(&path, now)
    }

    /// Opens a session for writing and sets its last line right where that was not written to its end: its
    /// bytes are put into a file beside it and a notice says so. `now` is what a second writer is told.
    ///
    /// # Errors
    /// When another process has it open, when it can't be read or written, when it is damaged or of a newer
    /// format. In none of these is the file changed.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Open, Trouble> {
        open::open(path, now)
    }

    /// Reads a session without opening it: nothing is changed, and another process may be writing to it.
    ///
    /// # Errors
    /// When it can't be read, is damaged or of a newer format.
    pub fn read(path: &Path) -> Result<(Session, Vec<Notice>), Trouble> {
        open::read(path)
    }

    /// Every session in the data folder, the one changed last first. One that can't be read stands among them
    /// by the time of its file.
    ///
    /// # Errors
    /// When the folder itself can't be read. One that is not there yet holds no sessions.
    pub fn list(&self) -> Result<Vec<Listed>, Trouble> {
        let mut listed: Vec<_> = self
            .files()?
            .into_iter()
            .map(|path| Listed { session: Self::read(&path).map(|(session, _)| session), path })
            .collect();
        listed.sort_by_cached_key(|listed| (Reverse(listed.changed()), listed.path.clone()));
        Ok(listed)
    }

    /// The file of the session that a person means by `name`: its path, its id, its title, or the beginning of
    /// an id or a title that only one session has. Case does not count; what fits exactly goes before what
    /// only begins so.
    ///
    /// # Errors
    /// When no session fits, and then with the likeliest that do; or when several fit, and then with them.
    pub fn find(&self, name: &str) -> Result<PathBuf, Trouble> {
        let path = Path::new(name);
        if path.is_file() {
            return Ok(path.to_owned());
        }
        match find::find(name, &self.known()?) {
            // A title may hold a separator too, so only a name that no session has is taken for a path.
            Err(trouble) if trouble.kind == Kind::Missing && name.contains(std::path::is_separator) => {
                match fs::metadata(path) {
                    Ok(_) => Ok(path.to_owned()),
                    Err(error) => Err(open::unreadable(path, &error)),
                }
            }
            found => found,
        }
    }

    /// Every session by what it can be named by. One whose header can't be read still has the id in its name.
    fn known(&self) -> Result<Vec<Known>, Trouble> {
        let known = |path: PathBuf| match open::header(&path) {
            Ok(header) => Known { id: header.id, title: header.title, path },
            Err(_) => Known { id: id_in(&path).unwrap_or_default().to_owned(), title: String::new(), path },
        };
        Ok(self.files()?.into_iter().map(known).collect())
    }

    /// Every session file in the data folder, in no order.
    fn files(&self) -> Result<Vec<PathBuf>, Trouble> {
        let sessions = self.sessions_folder();
        let cannot = |error: &io::Error| {
            Trouble::io(Kind::Unreadable, "The folder of the sessions can't be read", error).at(&sessions)
        };
        let entries = match fs::read_dir(&sessions) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| cannot(&error))?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| cannot(&error))?;
            if entry.file_name().to_string_lossy().ends_with(ENDING) {
                files.push(entry.path());
            }
        }
        Ok(files)
    }
}

impl Listed {
    /// When the session was last changed; of one that can't be read, when its file was.
    #[must_use]
    pub fn changed(&self) -> Option<DateTime<Utc>> {
        match &self.session {
            Ok(session) => Some(session.changed()),
            Err(_) => fs::metadata(&self.path).and_then(|about| about.modified()).ok().map(DateTime::from),
        }
    }
}
