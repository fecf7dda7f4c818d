//! How long a report takes in each format, and how much memory: `cargo bench --bench report`.
//!
//! The report is counsel's of the case of a German machine maker, answered to its end. Each time is the median of several
//! runs after a first one that isn't counted. What counts are the ratios within one run: times differ between machines. The
//! limits that were set are for 25 pages: 10 ms for Markdown, HTML and JSON, 60 ms for Word, 400 ms for PDF, and 30 MB of
//! memory, 250 MB for PDF.
//! `cargo bench --bench report -- --write FOLDER` writes what `benches/compare/report.py` compares with others.

#[path = "../../tests/desk/case.rs"]
mod case;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use safeshore::report::{Document, Format, Means, Template, none_elsewhere, render};

const RUNS: usize = 15;
const PAGES: u32 = 25;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder, ..] => write(Path::new(folder)),
        ["--once", format, ..] => {
            made(&document(), named(format));
            println!("{}", peak().unwrap_or_default());
            Ok(())
        }
        _ => table(),
    }
}

fn document() -> Document {
    case::document("german-machines-to-china", "Brenner → Suzhou")
}

fn named(name: &str) -> Format {
    let known = Format::ALL.iter().copied();
    known.into_iter().find(|format| format.name() == name).expect("a format by its name")
}

fn made(document: &Document, format: Format) -> Vec<u8> {
    let template = Template::built_in();
    let means = Means { template: &template, fonts: &none_elsewhere };
    render(document, format, means).expect("it can be made").bytes
}

fn table() -> io::Result<()> {
    let document = document();
    let pages = pages(&document);
    let of_markdown = median(&document, named("Markdown"));
    println!("{pages} pages as PDF\n");
    println!(
        "{:<28}{:>12}{:>14}{:>16}{:>12}{:>14}",
        "", "time", "of 25 pages", "× Markdown", "size", "peak memory"
    );
    for &format in Format::ALL {
        let time = median(&document, format);
        let share = time * PAGES / pages;
        let ratio = time.as_secs_f64() / of_markdown.as_secs_f64();
        let size = made(&document, format).len() / 1_000;
        let memory = memory(format)?;
        println!("{:<28}{time:>12.2?}{share:>14.2?}{ratio:>16.1}{size:>9} kB{memory:>14}", format.name());
    }
    Ok(())
}

fn median(document: &Document, format: Format) -> Duration {
    made(document, format);
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            made(document, format);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

/// How many pages the PDF has; without PDF, as many as it had when the limits were set.
fn pages(document: &Document) -> u32 {
    let pdf = Format::ALL.iter().find(|format| format.ending() == "pdf");
    let Some(pdf) = pdf.map(|&format| made(document, format)) else { return PAGES };
    let pdf = String::from_utf8_lossy(&pdf);
    let count = pdf.split("/Type/Pages/Count ").nth(1).and_then(|rest| rest.split('/').next());
    count.and_then(|count| count.parse().ok()).expect("a PDF counts its pages")
}

/// The most that a process had in memory that made the report in that format and nothing else.
fn memory(format: Format) -> io::Result<String> {
    let told = Command::new(env::current_exe()?).args(["--once", format.name()]).output()?;
    Ok(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}

/// As Linux tells it; elsewhere nothing is told.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = peak.split_whitespace().next()?.parse().ok()?;
    Some(format!("{} MB", kilobytes / 1_000))
}

fn write(folder: &Path) -> io::Result<()> {
    let document = document();
    fs::create_dir_all(folder)?;
    for name in ["Markdown", "data (JSON)", "Word document"] {
        let format = named(name);
        fs::write(folder.join(format!("report.{}", format.ending())), made(&document, format))?;
    }
    let time = median(&document, named("Word document"));
    println!("{}", time.as_secs_f64());
    Ok(())
}
