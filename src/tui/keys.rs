//! The keys of the commands, in one table: what they do, what help says, what the last line shows.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::model::{Model, Screen};

/// What a person can ask for at any moment, inside a text field too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Keys and how things work.
    Help,
    /// The note beside the question.
    Note,
    /// Don't know, not applicable, ask counsel.
    State,
    /// Change who is answering.
    Speaker,
    /// The findings in full.
    Findings,
    /// What is unanswered, and every answer.
    Review,
    /// Write the report.
    Report,
    /// Why the question is asked.
    Context,
    /// What the answer in the field would change.
    Impact,
    /// Jump to a question.
    Jump,
    /// From the express path to the full interview, or the other way.
    Path,
    /// The candidates side by side.
    Compare,
    /// Say to whom the answer, row or note may be shown.
    Mark,
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// The question before.
    Back,
    /// The next question in order; what was entered is saved.
    Forward,
    /// Leave the interview, or the program.
    Leave,
    /// Leave the program.
    Quit,
}

/// One line of the table.
pub struct Binding {
    /// What it does.
    pub command: Command,
    /// The key as it is written.
    pub key: &'static str,
    /// A word or two for the last line of the screen.
    pub short: &'static str,
    /// A sentence for help.
    pub long: &'static str,
    /// Whether it means something on the first screen too.
    pub at_home: bool,
    code: KeyCode,
    modifiers: KeyModifiers,
}

const fn binding(
    command: Command,
    (key, code, modifiers): (&'static str, KeyCode, KeyModifiers),
    (short, long): (&'static str, &'static str),
    at_home: bool,
) -> Binding {
    Binding { command, key, short, long, at_home, code, modifiers }
}

const fn plain(key: &'static str, code: KeyCode) -> (&'static str, KeyCode, KeyModifiers) {
    (key, code, KeyModifiers::NONE)
}

const fn ctrl(key: &'static str, letter: char) -> (&'static str, KeyCode, KeyModifiers) {
    (key, KeyCode::Char(letter), KeyModifiers::CONTROL)
}

/// Every command with its key, in the order in which help lists them.
pub const BINDINGS: [Binding; 19] = [
    binding(
        Command::Forward,
        plain("Tab", KeyCode::Tab),
        ("next", "Save what is entered and go to the next question, answered or not"),
        false,
    ),
    binding(
        Command::Back,
        plain("⇧Tab", KeyCode::BackTab),
        ("back", "Go to the question before; nothing is lost"),
        false,
    ),
    binding(Command::Help, plain("F1", KeyCode::F(1)), ("help", "Keys and how things work"), true),
    binding(
        Command::Note,
        plain("F2", KeyCode::F(2)),
        ("note", "Write a note beside this answer; it goes into the report"),
        false,
    ),
    binding(
        Command::State,
        plain("F3", KeyCode::F(3)),
        ("don't know", "Answer “don't know”, “not applicable” or “ask counsel”, or take the answer back"),
        false,
    ),
    binding(
        Command::Speaker,
        plain("F4", KeyCode::F(4)),
        ("speaker", "Change who is answering: client or counsel; each answer keeps who gave it"),
        false,
    ),
    binding(
        Command::Findings,
        plain("F5", KeyCode::F(5)),
        ("findings", "Read the findings: why, on which answers, what to do"),
        false,
    ),
    binding(
        Command::Review,
        plain("F6", KeyCode::F(6)),
        ("review", "See what is unanswered, left open, or parked, and change any answer"),
        false,
    ),
    binding(
        Command::Report,
        plain("F7", KeyCode::F(7)),
        ("report", "Read the report as it stands, choose its edition, save it in any format"),
        true,
    ),
    binding(
        Command::Context,
        plain("F8", KeyCode::F(8)),
        ("why", "Why this is asked, the words explained, the sources"),
        false,
    ),
    binding(
        Command::Impact,
        plain("F9", KeyCode::F(9)),
        ("change", "What the answer in the field would change, before it is given"),
        false,
    ),
    binding(Command::Jump, ctrl("^P", 'p'), ("jump", "Jump to any question by a few letters of it"), false),
    binding(
        Command::Path,
        ctrl("^L", 'l'),
        (
            "path",
            "Go from the express path to the full interview, or the other way; every answer counts in both",
        ),
        false,
    ),
    binding(
        Command::Compare,
        ctrl("^T", 't'),
        ("compare", "See the candidates side by side, why each stands where it does, and change what counts"),
        false,
    ),
    binding(
        Command::Mark,
        ctrl("^O", 'o'),
        (
            "mark",
            "Mark the answer, row or note: private (counsel only), shareable (the other side too), or neither",
        ),
        false,
    ),
    binding(
        Command::Undo,
        ctrl("^Z", 'z'),
        ("undo", "Take back the last answer, note or row; again for the one before"),
        false,
    ),
    binding(Command::Redo, ctrl("^Y", 'y'), ("redo", "Do again what was undone"), false),
    binding(
        Command::Leave,
        plain("F10", KeyCode::F(10)),
        ("leave", "Leave; you come back to this very question"),
        true,
    ),
    binding(Command::Quit, ctrl("^C", 'c'), ("quit", "Leave the program at once; everything is saved"), true),
];

/// The key of a command, as it is written.
pub fn key_of(command: Command) -> &'static str {
    BINDINGS.iter().find(|binding| binding.command == command).map_or("", |binding| binding.key)
}

/// The command that a key stands for on the screen as it is.
pub fn command(key: KeyEvent, model: &Model) -> Option<Command> {
    let at_home = matches!(model.screen, Screen::Home(_)) && model.paper.is_none();
    // A terminal reports Shift-Tab with the shift still on.
    let modifiers = key.modifiers - KeyModifiers::SHIFT;
    let found = BINDINGS.iter().find(|b| b.code == key.code && b.modifiers == modifiers)?;
    (found.at_home || !at_home).then_some(found.command)
}
