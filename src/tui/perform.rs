//! Carrying out effects: the only place where the screen's world touches files.

mod report;

use std::path::Path;

use chrono::{DateTime, Utc};

use self::report::show;
use super::message::{Effect, Message, Opened, Then};
use super::model::{Card, Offer};
use crate::cases::{Case, Cases, Listed, Problem};
use crate::engine::time_of_essential;
use crate::model::Entry;
use crate::store::Journal;
use crate::text::clean_line;

/// The world outside the model: the sessions, and the one that is open.
pub struct World {
    /// All sessions.
    pub cases: Cases,
    /// The open one.
    pub open: Option<Journal>,
    /// The folder of the questionnaire for new interviews, where it is not the built-in one.
    pub folder: Option<String>,
}

impl World {
    /// Does what the effect asks, and says what came of it.
    pub fn perform(&mut self, effect: Effect, now: DateTime<Utc>) -> Message {
        let done = match effect {
            Effect::List => self.list(),
            Effect::Create { title, express } => self.create(&title, express, now),
            Effect::Open(path) => self.open(&path, now),
            Effect::Append(entries, then) => self.append(entries, then),
            Effect::Look(path) => self.look(path),
            Effect::Survey(of, endings) => Ok(self.survey(of, &endings)),
            Effect::Make(job) => Ok(Message::Made(self.make(&job))),
            Effect::Show(path) => {
                let shown = show(&path);
                Ok(Message::Shown(path, shown))
            }
            Effect::Copy(text) => Ok(Message::Copied(super::terminal::copy(&text))),
        };
        done.unwrap_or_else(|problem| Message::Failed(problem.to_string()))
    }

    /// The open session is closed only once there is a list to go to: until then the person is still in it.
    fn list(&mut self) -> Result<Message, Problem> {
        let cards = self.cases.list()?.into_iter().map(card).collect();
        self.open = None;
        Ok(Message::Listed { cards, offer: self.offer() })
    }

    /// What a new interview would ask; none where its questionnaire can't be had, which is told to whoever begins one.
    fn offer(&mut self) -> Option<Offer> {
        let questionnaire = self.cases.questionnaire(self.folder.as_deref()).ok()?;
        let essential = questionnaire.questions().filter(|question| question.essential).count();
        Some(Offer {
            questions: questionnaire.questions().count(),
            essential,
            minutes: time_of_essential(&questionnaire),
        })
    }

    /// Begins an interview, and puts it on the desk.
    pub fn create(&mut self, title: &str, express: bool, now: DateTime<Utc>) -> Result<Message, Problem> {
        let folder = self.folder.clone();
        let opened = self.cases.create(title, folder.as_deref(), express, now)?;
        Ok(self.opened(opened))
    }

    fn open(&mut self, path: &Path, now: DateTime<Utc>) -> Result<Message, Problem> {
        self.open = None;
        let opened = self.cases.open(path, now)?;
        Ok(self.opened(opened))
    }

    /// A case and its journal, on the desk.
    pub fn opened(&mut self, (case, journal): (Case, Journal)) -> Message {
        self.open = Some(journal);
        Message::Opened(Box::new(Opened {
            questionnaire: case.interview.questionnaire().clone(),
            session: case.session,
            notices: case.notices,
        }))
    }

    fn append(&mut self, entries: Vec<Entry>, then: Then) -> Result<Message, Problem> {
        let Some(journal) = &mut self.open else {
            return Ok(Message::Failed("Nothing was saved: no interview is open for writing.".to_owned()));
        };
        journal.append(&entries)?;
        Ok(Message::Saved(entries, then))
    }
}

fn card(Listed { path, changed, case }: Listed) -> Card {
    match case {
        Ok(case) => {
            let progress = case.interview.progress(None);
            Card {
                path,
                id: case.session.header.id.clone(),
                title: clean_line(&case.session.header.title),
                changed,
                progress: (progress.answered, progress.asked),
                readiness: case.interview.readiness(),
                express: case.interview.state().express,
                trouble: None,
            }
        }
        Err(problem) => Card {
            id: String::new(),
            title: clean_line(
                &path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
            ),
            path,
            changed,
            progress: (0, 0),
            readiness: None,
            express: false,
            trouble: Some(problem.to_string()),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::model::{Act, Speaker};

    fn entry() -> Entry {
        let act = Act::Visit { at: None, repeat: None };
        Entry { at: DateTime::UNIX_EPOCH, by: Speaker::Client, act }
    }

    #[test]
    fn nothing_counts_as_saved_that_no_journal_holds() {
        let data = tempfile::tempdir().expect("a folder");
        let cases = Cases::new(Some(data.path().to_owned())).expect("a data folder");
        let mut world = World { cases, open: None, folder: None };
        let now = DateTime::UNIX_EPOCH;
        let create = || Effect::Create { title: "Acme".into(), express: false };
        let append = || Effect::Append(vec![entry()], Then::GoOn);
        assert!(matches!(world.perform(append(), now), Message::Failed(_)));
        assert!(matches!(world.perform(create(), now), Message::Opened(_)));

        let (sessions, away) = (data.path().join("sessions"), data.path().join("away"));
        fs::rename(&sessions, &away).expect("the folder is moved away");
        fs::write(&sessions, "").expect("something else takes its place");
        assert!(matches!(world.perform(Effect::List, now), Message::Failed(_)), "there is no list to go to");
        assert!(matches!(world.perform(append(), now), Message::Failed(_)), "the file is gone");

        fs::remove_file(&sessions).expect("it goes again");
        fs::rename(&away, &sessions).expect("the folder is back");
        assert!(
            matches!(world.perform(append(), now), Message::Saved(..)),
            "the interview was open all along"
        );
    }
}
