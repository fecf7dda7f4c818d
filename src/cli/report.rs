//! `safeshore report`: the report of an interview as it stands.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::{Exit, note, print};
use crate::cases::Cases;
use crate::text::clean_line;
use crate::{report, store};

/// Write the report of an interview as it stands.
#[derive(Args)]
pub struct Report {
    /// The interview: its id, the beginning of it, its title, or its file.
    session: String,
    /// The format; by default that of the file's ending, else Markdown.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The file to write, replacing one of that name; standard output where it is left out.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Markdown.
    Md,
    /// One self-contained HTML file.
    Html,
}

impl Report {
    /// Runs the command.
    pub fn run(self, cases: &mut Cases) -> Result<(), Exit> {
        let format = self.format()?;
        let path = cases.find(&self.session)?;
        let case = cases.read(&path)?;
        case.notices.iter().for_each(|notice| note(notice));
        let document = report::compose(
            &case.interview,
            &case.session.header,
            case.session.changed(),
            &report::Edition::Counsel,
        );
        let text = match format {
            Format::Md => report::markdown(&document),
            Format::Html => report::html(&document),
        };
        match &self.output {
            Some(file) => Ok(store::write_new(file, text.as_bytes(), true)?),
            None => print(&text),
        }
    }

    /// The format asked for, or that of the file's ending.
    fn format(&self) -> Result<Format, Exit> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = self.output.as_ref().and_then(|file| file.extension());
        let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            None | Some("md" | "markdown" | "txt") => Ok(Format::Md),
            Some("html" | "htm") => Ok(Format::Html),
            Some(other) => Err(Exit::usage(format!(
                "safeshore: no report is made as “{}”. Name a file that ends in .md or .html, or say --format.",
                clean_line(other)
            ))),
        }
    }
}
