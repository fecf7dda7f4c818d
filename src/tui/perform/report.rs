//! Reports as files: beside the session, under its name.

use std::path::{Path, PathBuf};

use super::World;
use crate::cases::{Case, Problem};
use crate::report::{Means, Template, render};
use crate::store;
use crate::tui::message::{Job, Looked, Message, Written};
use crate::tui::model::Look;

/// How the name of a session's file ends.
const SESSION: &str = ".session.ron";

impl World {
    pub(super) fn look(&mut self, path: PathBuf) -> Result<Message, Problem> {
        let Case { session, interview, notices } = self.cases.read(&path)?;
        Ok(Message::Looked(Box::new(Looked { path, session, interview, notices })))
    }

    pub(super) fn survey(&self, of: Option<PathBuf>, endings: &[String]) -> Message {
        let Some(session) = self.session(of) else { return Message::Failed(NOTHING_OPEN.to_owned()) };
        let files = endings.iter().map(|ending| beside(&session, ending));
        Message::Surveyed(files.filter(|file| file.symlink_metadata().is_ok()).collect())
    }

    pub(super) fn make(&self, job: &Job) -> Result<Written, String> {
        let session = self.session(job.of.clone()).ok_or(NOTHING_OPEN)?;
        let target = beside(&session, &job.ending);
        let template = self.template(job)?;
        let means = Means { template: &template, fonts: &store::system_fonts };
        let made = render(&job.document, job.format, means).map_err(|unmade| unmade.to_string())?;
        store::write_private(&target, &made.bytes, job.replace).map_err(|trouble| trouble.to_string())?;
        Ok(Written { path: target, lacking: made.lacking.len() })
    }

    /// The firm's look, where the format has one and it is wanted.
    fn template(&self, job: &Job) -> Result<Template, String> {
        let wanted = job.look == Some(Look::Firm) && job.format.has_template();
        let Some(folder) = self.cases.template().filter(|_| wanted) else { return Ok(Template::built_in()) };
        let files = store::template_folder(&folder).map_err(|trouble| trouble.to_string())?;
        Template::of_firm(files).map_err(|broken| broken.to_string())
    }

    /// The session that is meant: a file, or the open one. A path is told in full, whatever folder one is in.
    fn session(&self, of: Option<PathBuf>) -> Option<PathBuf> {
        let path = of.or_else(|| self.open.as_ref().map(|journal| journal.path().to_owned()))?;
        Some(std::path::absolute(&path).unwrap_or(path))
    }
}

const NOTHING_OPEN: &str = "There is no interview to report on";

/// The file beside the session that bears its name and ends so.
fn beside(session: &Path, ending: &str) -> PathBuf {
    let name = session.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let stem = name.strip_suffix(SESSION).unwrap_or(&name);
    session.with_file_name(format!("{stem}.{ending}"))
}

/// Shows a file with the system's viewer, where there is a desktop.
pub(super) fn show(path: &Path) -> bool {
    has_desktop() && open::that_detached(path).is_ok()
}

/// Whether a viewer would open where the person sits: not without a desktop, and not at the far end of a connection,
/// where a viewer that runs in the terminal would take this one's place.
fn has_desktop() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let local = !set("SSH_CONNECTION");
    local && (cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}
