//! `safeshore sessions`: the list.

use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;

use super::exit::{Exit, print};
use super::json::{Percent, ProgressJson, QuestionnaireJson, pretty, time};
use crate::cases::{Case, Cases, Listed};
use crate::engine::Readiness;
use crate::text::{clean_line, fit, width};

/// List the interviews.
#[derive(Args)]
pub struct Sessions {
    /// As JSON, for programs.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct List {
    format: u32,
    sessions: Vec<Row>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Row {
    Sound {
        id: String,
        title: String,
        path: String,
        questionnaire: QuestionnaireJson,
        created: String,
        changed: String,
        express: bool,
        progress: ProgressJson,
        readiness: Option<Percent>,
    },
    Broken {
        path: String,
        changed: Option<String>,
        trouble: String,
    },
}

impl Sessions {
    /// Runs the command.
    pub fn run(self, cases: &mut Cases) -> Result<(), Exit> {
        let listed = cases.list()?;
        if self.json {
            let sessions = listed.into_iter().map(row).collect();
            return print(&pretty(&List { format: 1, sessions })?);
        }
        if listed.is_empty() {
            return print("No interviews yet. `safeshore new` begins one.\n");
        }
        print(&listed.iter().map(line).collect::<String>())
    }
}

fn row(listed: Listed) -> Row {
    let path = listed.path.display().to_string();
    match listed.case {
        Ok(case) => Row::Sound {
            path,
            id: case.session.header.id.clone(),
            title: case.session.header.title.clone(),
            questionnaire: QuestionnaireJson::of(&case),
            created: time(case.session.header.created),
            changed: time(case.session.changed()),
            express: case.interview.state().express,
            progress: ProgressJson::of(case.interview.progress(None)),
            readiness: case.interview.readiness().map(Percent::from),
        },
        Err(problem) => Row::Broken { path, changed: listed.changed.map(time), trouble: problem.to_string() },
    }
}

/// Id, title, progress, readiness, last change, and the path where it is express: one line, in columns.
fn line(listed: &Listed) -> String {
    match &listed.case {
        Ok(case) => sound_line(case),
        Err(problem) => {
            let name =
                listed.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let reason = problem.to_string();
            format!("!  {}: {}\n", clean_line(&name), clean_line(reason.lines().next().unwrap_or_default()))
        }
    }
}

fn sound_line(case: &Case) -> String {
    let header = &case.session.header;
    let title = fit(&clean_line(&header.title), 40);
    let padding = " ".repeat(40usize.saturating_sub(width(&title)));
    let progress = case.interview.progress(None);
    let readiness = Readiness::words(case.interview.readiness());
    let path = if case.interview.state().express { "  express path" } else { "" };
    format!(
        "{:<8}  {title}{padding}  {:>4}/{:<4}  {readiness:>10}  {}{path}\n",
        clean_line(&header.id),
        progress.answered,
        progress.asked,
        day(case.session.changed()),
    )
}

fn day(at: DateTime<Utc>) -> String {
    at.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M").to_string()
}
