//! How a command ends when it does not succeed.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::cases::Problem;
use crate::store::Trouble;
use crate::tui::Failure;

/// An end other than success: its code and what is told on standard error.
pub struct Exit {
    code: u8,
    message: String,
}

impl Exit {
    /// A fault was found in what was checked: code 1.
    pub fn fault(message: impl Into<String>) -> Self {
        Self { code: 1, message: message.into() }
    }

    /// The command or its input is not right: code 2.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { code: 2, message: message.into() }
    }

    /// A file can't be read or written: code 3.
    pub fn file(message: impl Into<String>) -> Self {
        Self { code: 3, message: message.into() }
    }

    /// The program itself made a mistake: the code of a panic, 101.
    pub fn mistake(message: impl Into<String>) -> Self {
        Self { code: 101, message: message.into() }
    }

    /// Tells it, and gives the code.
    pub fn tell(self) -> ExitCode {
        tell(&self.message);
        ExitCode::from(self.code)
    }
}

impl From<Problem> for Exit {
    fn from(problem: Problem) -> Self {
        let message = format!("safeshore: {problem}");
        if matches!(problem, Problem::NoExpressPath(_)) { Self::usage(message) } else { Self::file(message) }
    }
}

impl From<Trouble> for Exit {
    fn from(trouble: Trouble) -> Self {
        Problem::from(trouble).into()
    }
}

impl From<Failure> for Exit {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Case(problem) => problem.into(),
            Failure::Terminal(_) => Self::usage(format!("safeshore: {failure}")),
        }
    }
}

/// Writes a result to standard output. A reader that stopped listening (`| head`) is no fault.
///
/// # Errors
/// When it can't be written, as on a full disk.
pub fn print(text: &str) -> Result<(), Exit> {
    print_bytes(text.as_bytes())
}

/// [`print`] for what is no text.
///
/// # Errors
/// When it can't be written, as on a full disk.
pub fn print_bytes(bytes: &[u8]) -> Result<(), Exit> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Exit::file(format!("safeshore: the result could not be written to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Tells something beside the result, on standard error.
pub fn note(text: &str) {
    tell(&format!("safeshore: {text}"));
}

/// Puts a text on standard error, where there is one.
pub fn tell(text: &str) {
    let text = text.trim_end();
    if !text.is_empty() {
        // Nobody is left to tell if standard error is gone.
        let _ = writeln!(io::stderr(), "{text}");
    }
}
