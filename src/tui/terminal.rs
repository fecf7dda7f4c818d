//! Taking the terminal over, and giving it back on every way out.

use std::io::{self, IsTerminal, Stdout, stdout};
use std::panic;
use std::sync::Once;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{ExecutableCommand, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// Bytes that are copied at most: terminals drop what is longer than a few thousand.
const MOST_COPIED: usize = 4096;

static PANIC_HOOK: Once = Once::new();

/// The terminal while the program has it. Dropping it gives it back as it was.
pub struct Window {
    /// Where views are drawn.
    pub terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Window {
    /// Takes the terminal over: raw mode, the alternate screen, pastes told from typing.
    ///
    /// # Errors
    /// When standard input or output is no terminal, or it can't be set up; then it is as it was.
    pub fn take() -> io::Result<Self> {
        check()?;
        PANIC_HOOK.call_once(give_back_on_panic);
        enable_raw_mode()?;
        let taken = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)
            .and_then(|()| Terminal::new(CrosstermBackend::new(stdout())));
        if taken.is_err() {
            give_back();
        }
        Ok(Self { terminal: taken? })
    }
}

/// Whether there is a terminal to be taken over.
///
/// # Errors
/// When standard input or output is none.
pub fn check() -> io::Result<()> {
    if io::stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::Unsupported, "standard input or output is not one"))
}

/// Asks the terminal to put a text into the clipboard (OSC 52); whether it could be asked. Whether it does so nobody says.
pub fn copy(text: &str) -> bool {
    text.len() <= MOST_COPIED && execute!(stdout(), CopyToClipboard::to_clipboard_from(text)).is_ok()
}

/// Columns of the terminal, where there is one that says so.
#[must_use]
pub fn columns() -> Option<usize> {
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
}

impl Drop for Window {
    fn drop(&mut self) {
        give_back();
    }
}

/// Every step is tried, whatever becomes of the one before: there is nobody left to report to.
fn give_back() {
    let mut out = stdout();
    let _ = out.execute(DisableBracketedPaste);
    let _ = out.execute(LeaveAlternateScreen);
    let _ = out.execute(Show);
    let _ = disable_raw_mode();
}

/// The terminal first, then whatever is told of a panic.
fn give_back_on_panic() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        give_back();
        told(info);
    }));
}
