//! The command line: one file per command. Results go to standard output, everything else to standard error.

mod answer;
mod check;
mod coverage;
mod diff;
mod exit;
mod interview;
mod json;
mod report;
mod sessions;
mod state;
mod witness;

use std::ffi::OsString;
use std::panic::{self, Location};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::cases::Cases;
use exit::Exit;

/// A terminal interview on intellectual property for people about to outsource work offshore, and for the lawyers
/// beside them. Without a command it opens the list of interviews.
#[derive(Parser)]
#[command(name = "safeshore", version, max_term_width = 100)]
struct Cli {
    /// Where sessions are kept, instead of the system's own data folder or the one in `SAFESHORE_DATA`.
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Begin an interview.
    New(interview::New),
    /// Go on with an interview at the question you left.
    Resume(interview::Resume),
    /// List the interviews.
    Sessions(sessions::Sessions),
    /// Enter answers from a file, without a screen.
    Answer(answer::Answer),
    /// Say how an interview stands: next question, findings, readiness.
    State(state::State),
    /// Write the report of an interview as it stands.
    Report(report::Report),
    /// Check a questionnaire; without a folder, the built-in one.
    Check(check::Check),
    /// Find the shortest answers that lead to a question, choose an option or make a rule fire.
    Witness(witness::Witness),
    /// Compare two versions of a questionnaire, and say what becomes of saved answers.
    Diff(diff::Diff),
}

/// Runs the program with these arguments, the first of which is its own name. The code is 0 when done, 1 when
/// `check` found faults, 2 for bad usage or input, 3 for a file that can't be read or written, 101 for a mistake of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    panic::set_hook(Box::new(|info| exit::tell(&mistake(info.location()))));
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come as errors too; clap knows which stream they belong on.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match execute(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => exit.tell(),
    }
}

/// What is told of a panic: where it was. Its message could hold an answer.
fn mistake(at: Option<&Location<'_>>) -> String {
    let place = at.map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
    format!(
        "safeshore: the program made a mistake and had to stop{place}.\nEvery answer that was given is saved. \
         `safeshore resume` goes on at the same question.\nPlease report the place named above; it holds nothing of \
         your answers."
    )
}

fn execute(cli: Cli) -> Result<(), Exit> {
    let data = cli.data.or_else(|| std::env::var_os("SAFESHORE_DATA").map(PathBuf::from));
    let cases = || Cases::new(data);
    match cli.command {
        None => interview::home(cases()?),
        Some(Command::New(new)) => new.run(cases()?),
        Some(Command::Resume(resume)) => resume.run(cases()?),
        Some(Command::Sessions(sessions)) => sessions.run(&mut cases()?),
        Some(Command::Answer(answer)) => answer.run(&mut cases()?),
        Some(Command::State(state)) => state.run(&mut cases()?),
        Some(Command::Report(report)) => report.run(&mut cases()?),
        Some(Command::Check(check)) => check.run(),
        Some(Command::Witness(witness)) => witness.run(),
        Some(Command::Diff(diff)) => diff.run(&cases()?),
    }
}
