//! `safeshore report`: the report of an interview as it stands.

mod counterpart;
mod template;

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use clap::{Args, ValueEnum};

use super::exit::{Exit, note, print_bytes};
use crate::cases::Cases;
use crate::report::document::Sheet;
use crate::report::{self, Edition, Format, Means, Unmade};
use crate::store;
use crate::text::{clean_line, count};

/// Write the report of an interview as it stands.
#[derive(Args)]
pub struct Report {
    /// The interview: its id, the beginning of it, its title, or its file.
    session: String,
    /// The format; by default that of the file's ending, else Markdown.
    #[arg(long, value_enum)]
    format: Option<FormatName>,
    /// For whom it is made.
    #[arg(long, value_enum, default_value_t = EditionName::Counsel)]
    edition: EditionName,
    /// With `--edition counterpart`: the one for whom it is made, by name or row.
    #[arg(long = "for", value_name = "NAME")]
    counterpart: Option<String>,
    /// With CSV: which table; every finding where it is left out.
    #[arg(long, value_enum)]
    sheet: Option<SheetName>,
    /// The day that the report bears, instead of that of the last answer.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<NaiveDate>,
    /// With Word, PDF and HTML: the folder of a firm's own look, instead of the folder `template` in the data folder.
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
    /// With Word, PDF and HTML: the built-in look, even where the data folder holds a firm's.
    #[arg(long, conflicts_with = "template")]
    built_in: bool,
    /// The file to write, replacing one of that name; standard output where it is left out or `-`.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatName {
    /// Markdown.
    Md,
    /// One self-contained HTML file.
    Html,
    /// A Word document.
    Docx,
    /// PDF, for archives and screen readers too.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The document as data.
    Json,
    /// One table as comma-separated values.
    Csv,
    /// Findings, register and actions as a workbook.
    Xlsx,
    /// The actions as a calendar.
    Ics,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EditionName {
    /// Everything; privileged.
    Counsel,
    /// Nothing that counsel keeps to itself.
    Client,
    /// Nothing but what is marked as shareable.
    Counterpart,
}

#[derive(Clone, Copy, ValueEnum)]
enum SheetName {
    /// Every finding.
    Findings,
    /// What the firm owns or uses.
    Register,
    /// What to do.
    Actions,
}

impl Report {
    /// Runs the command.
    pub fn run(self, cases: &mut Cases) -> Result<(), Exit> {
        let format = self.format()?;
        if self.sheet.is_some() && !matches!(format, Format::Csv(_)) {
            return Err(Exit::usage(
                "safeshore: Only CSV is of one table. Leave --sheet out, or say --format csv.",
            ));
        }
        let path = cases.find(&self.session)?;
        let case = cases.read(&path)?;
        case.notices.iter().for_each(|notice| note(notice));
        let edition = self.edition(&case.interview)?;
        let held_back = report::held_back(&case.interview, &edition);
        if held_back > 0 {
            note(&left_out(held_back));
        }
        let changed = self.date.map_or(case.session.changed(), at_midnight);
        let document = report::compose(&case.interview, &case.session.header, changed, &edition);
        let bytes = self.render(&document, format, cases)?;
        match &self.output {
            Some(file) if file.as_os_str() != "-" => Ok(store::write_private(file, &bytes, true)?),
            _ if !format.is_text() && stdout().is_terminal() => Err(Exit::usage(
                "safeshore: A terminal can't show this format. Name a file with -o, or send it on with a pipe.",
            )),
            _ => print_bytes(&bytes),
        }
    }

    fn render(&self, document: &report::Document, format: Format, cases: &Cases) -> Result<Vec<u8>, Exit> {
        if self.template.is_some() && !format.has_template() {
            return Err(Exit::usage(
                "safeshore: Only Word, PDF and HTML have a template. Leave --template out.",
            ));
        }
        let of_all = || cases.template().filter(|_| format.has_template() && !self.built_in);
        let template = template::of(self.template.clone().or_else(of_all).as_deref())?;
        let means = Means { template: &template, fonts: &store::system_fonts };
        let made = report::render(document, format, means).map_err(|unmade| match unmade {
            Unmade::Template(broken) => template::fault(&broken),
            Unmade::Workbook(_) | Unmade::NoActions => {
                Exit::fault(format!("safeshore: {unmade}\nNothing was written."))
            }
        })?;
        if !made.lacking.is_empty() {
            note(&lacking(made.lacking.len()));
        }
        Ok(made.bytes)
    }

    fn edition(&self, interview: &crate::engine::Interview) -> Result<Edition, Exit> {
        match (self.edition, &self.counterpart) {
            (EditionName::Counterpart, name) => counterpart::edition(interview, name.as_deref()),
            (_, Some(_)) => Err(Exit::usage(
                "safeshore: Only an edition for the other side is made for somebody. Add --edition counterpart.",
            )),
            (EditionName::Counsel, None) => Ok(Edition::Counsel),
            (EditionName::Client, None) => Ok(Edition::Client),
        }
    }

    /// The format asked for, or that of the file's ending.
    fn format(&self) -> Result<Format, Exit> {
        if let Some(format) = self.format {
            return Ok(self.meant(format));
        }
        let ending = self.output.as_ref().and_then(|file| file.extension());
        let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            None | Some("md" | "markdown" | "txt") => Ok(Format::Markdown),
            Some("html" | "htm") => Ok(Format::Html),
            Some("docx") => Ok(Format::Docx),
            #[cfg(feature = "pdf")]
            Some("pdf") => Ok(Format::Pdf),
            Some("json") => Ok(Format::Json),
            Some("csv") => Ok(self.meant(FormatName::Csv)),
            Some("xlsx") => Ok(Format::Xlsx),
            Some("ics") => Ok(Format::Ics),
            Some(other) => Err(Exit::usage(format!(
                "safeshore: no report is made as “{}”. Name a file that ends in {}, or say --format.",
                clean_line(other),
                endings()
            ))),
        }
    }

    fn meant(&self, format: FormatName) -> Format {
        match format {
            FormatName::Md => Format::Markdown,
            FormatName::Html => Format::Html,
            FormatName::Docx => Format::Docx,
            #[cfg(feature = "pdf")]
            FormatName::Pdf => Format::Pdf,
            FormatName::Json => Format::Json,
            FormatName::Csv => Format::Csv(match self.sheet {
                None | Some(SheetName::Findings) => Sheet::Findings,
                Some(SheetName::Register) => Sheet::Register,
                Some(SheetName::Actions) => Sheet::Actions,
            }),
            FormatName::Xlsx => Format::Xlsx,
            FormatName::Ics => Format::Ics,
        }
    }
}

/// Each ending once: ".html, .md or .json".
fn endings() -> String {
    let mut endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
    endings.dedup();
    let last = endings.pop().unwrap_or_default();
    format!("{} or {last}", endings.join(", "))
}

/// A day that every format has room for.
fn day(text: &str) -> Result<NaiveDate, String> {
    let day: NaiveDate = text.parse().map_err(|_| "write it like 2026-11-23".to_owned())?;
    if (1900..=9999).contains(&day.year()) {
        Ok(day)
    } else {
        Err("from 1900-01-01 to 9999-12-31".to_owned())
    }
}

fn at_midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// What is told where something that is marked for the other side is not for this one.
fn left_out(number: usize) -> String {
    let (those, them) =
        (count(number, "thing is", "things are"), if number == 1 { "it names" } else { "they name" });
    format!(
        "{those} marked shareable and yet not in this edition, because {them} another one of those on the other side, or a \
         row that is not shareable. Look through the edition before you send it: a name that is written in another way \
         is not recognised."
    )
}

/// What is told where no font has a glyph for so many characters.
fn lacking(number: usize) -> String {
    let those = count(number, "character", "characters");
    format!(
        "no font here has a glyph for {those} of the report; numbers stand in their places, and its last page says so. \
         Install a font that has them, or put one into the template's folder, and make the report again."
    )
}
