//! What the loop waits for: the terminal's events, and the system's wish that we end. Two threads that sleep until
//! something happens put both into one queue; idle means that nobody wakes.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event};

/// Something from outside.
pub enum Occurrence {
    /// The terminal has an event.
    Terminal(Event),
    /// The terminal or the system goes away.
    Hangup,
}

/// Starts to listen. Signals are waited for on a thread of their own, because a reader that the terminal has left
/// behind never returns to look at a flag.
///
/// # Errors
/// When the system does not let us listen to its signals.
pub fn listen() -> io::Result<Receiver<Occurrence>> {
    let (sender, receiver) = channel();
    listen_to_signals(sender.clone())?;
    thread::spawn(move || {
        let reader = Farewell(sender);
        while let Ok(event) = event::read() {
            if reader.0.send(Occurrence::Terminal(event)).is_err() {
                return;
            }
        }
    });
    Ok(receiver)
}

/// However the reader ends, a panic included, the loop is told: it would wait for ever.
struct Farewell(Sender<Occurrence>);

impl Drop for Farewell {
    fn drop(&mut self) {
        let _ = self.0.send(Occurrence::Hangup);
    }
}

#[cfg(unix)]
fn listen_to_signals(sender: Sender<Occurrence>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::spawn(move || {
        for _ in signals.forever() {
            if sender.send(Occurrence::Hangup).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn listen_to_signals(_: Sender<Occurrence>) -> io::Result<()> {
    Ok(())
}
