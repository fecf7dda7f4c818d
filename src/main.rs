//! The program `safeshore`: all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    safeshore::cli::run(std::env::args_os())
}
