//! The real program on a real pseudo-terminal: it is begun, killed, resumed, resized and left.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::Value as Json;
use tempfile::TempDir;
use termlens::{Key, Signal, Terminal};

const PATIENCE: Duration = Duration::from_secs(20);

fn start(data: &Path, arguments: &[&str]) -> Terminal {
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("SAFESHORE_DATA", data)
        .timeout(PATIENCE)
        .args(arguments)
        .spawn(env!("CARGO_BIN_EXE_safeshore"))
        .expect("the program starts")
}

/// How the session stands, from a program without a screen.
fn state(data: &Path, session: &str) -> Json {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_safeshore"))
        .env("SAFESHORE_DATA", data)
        .args(["state", session, "--json"])
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("the state is JSON")
}

fn see(terminal: &mut Terminal, text: &str) {
    terminal
        .wait_until(|screen| screen.contains(text))
        .unwrap_or_else(|error| panic!("no “{text}”: {error}"));
}

/// Presses keys, and waits until that is drawn.
fn press(terminal: &mut Terminal, keys: &[Key], next: &str) {
    for key in keys {
        terminal.send(*key).expect("the program takes keys");
    }
    see(terminal, next);
}

fn restored(terminal: &Terminal) -> bool {
    let screen = terminal.screen();
    !screen.alternate_screen() && screen.cursor_visible() && !screen.bracketed_paste()
}

#[test]
fn killed_in_mid_interview_it_resumes_at_the_question_with_nothing_lost() {
    let data = TempDir::new().expect("a folder");
    let mut first = start(data.path(), &[]);
    see(&mut first, "Start a new interview");
    press(&mut first, &[Key::Enter], "What shall it be called?");
    first.send_str("Acme to Bengaluru").expect("typing");
    press(&mut first, &[Key::Enter], "Which side");
    press(&mut first, &[Key::Down, Key::Enter], "In which country is your firm based?");
    first.send_str("germ").expect("typing");
    see(&mut first, "Germany");
    first.send(Key::Enter).expect("a key");
    first.wait_until(|screen| !screen.contains("firm based?")).expect("the next question");
    let before = state(data.path(), "Acme");
    assert_eq!(before["progress"]["answered"], 2);
    first.signal(Signal::Kill).expect("killed");
    let _ = first.wait_exit();

    assert_eq!(state(data.path(), "Acme"), before, "nothing is lost");
    let mut second = start(data.path(), &["resume", "Acme"]);
    let asked = before["next"]["ask"].as_str().expect("a question").chars().take(30).collect::<String>();
    see(&mut second, &asked);
    second.send(Key::F(10)).expect("a key");
    see(&mut second, "Acme to Bengaluru");
    second.send(Key::F(10)).expect("a key");
    assert!(second.wait_exit().expect("it ends").success());
    assert!(restored(&second));
}

#[test]
fn a_hangup_saves_what_is_typed_and_a_second_writer_is_told() {
    let data = TempDir::new().expect("a folder");
    let mut first = start(data.path(), &["new", "--title", "Hangup"]);
    see(&mut first, "Which side");
    first.send(Key::F(2)).expect("a key");
    see(&mut first, "ote");
    first.send_str("call Mei Lin first").expect("typing");
    see(&mut first, "call Mei Lin first");

    let mut other = start(data.path(), &["resume", "Hangup"]);
    assert!(!other.wait_exit().expect("it ends").success());
    assert!(other.screen().text().contains("open"), "{}", other.screen().text());

    first.signal(Signal::Term).expect("told to end");
    assert!(first.wait_exit().expect("it ends").success());
    assert!(restored(&first));
    let sessions = fs::read_dir(data.path().join("sessions")).expect("the folder");
    let journal = sessions
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .expect("the session");
    let journal = fs::read_to_string(journal).expect("the journal");
    assert!(journal.contains("call Mei Lin first"), "{journal}");
}

#[test]
fn it_follows_the_size_of_the_window_and_says_when_it_is_too_small() {
    let data = TempDir::new().expect("a folder");
    let mut terminal = start(data.path(), &["new", "--title", "Sizes"]);
    see(&mut terminal, "Which side");
    for (columns, rows) in [(80, 24), (50, 20), (40, 12)] {
        terminal.resize(columns, rows).expect("resized");
        see(&mut terminal, "Which side");
    }
    terminal.resize(20, 5).expect("resized");
    see(&mut terminal, "Your answers are");
    terminal.resize(120, 40).expect("resized");
    see(&mut terminal, "Why we ask");
    terminal.send(Key::Ctrl('c')).expect("a key");
    assert!(terminal.wait_exit().expect("it ends").success());
    assert!(restored(&terminal));
}

/// A questionnaire with one essential question, and one to write a text in.
fn small(folder: &Path) -> String {
    let small = folder.join("small");
    fs::create_dir_all(small.join("stages")).expect("a folder");
    let manifest = r#"(id: "small", version: "1", title: "Small", about: "A.", article: "A.", caution: "C.", milestones: [])"#;
    let stage = r#"(id: "profile", title: "Profile", intro: "I.", questions: [
        (id: "role", essential: true, ask: "Do you give the work out?", why: "W.", source: ["T1"], kind: YesNo),
        (id: "name", ask: "What is it called?", why: "W.", source: ["T1"], kind: Text(Short)),
    ])"#;
    let source = r#"[(id: "T1", theme: "t", what: "w")]"#;
    for (name, text) in
        [("questionnaire.ron", manifest), ("stages/1-profile.ron", stage), ("source.ron", source)]
    {
        fs::write(small.join(name), text).expect("a file");
    }
    small.display().to_string()
}

#[test]
fn the_express_path_is_chosen_killed_resumed_and_left_for_the_full_interview_in_a_text_field_too() {
    let data = TempDir::new().expect("a folder");
    let small = small(data.path());
    let mut first = start(data.path(), &["new", "--questionnaire", &small]);
    see(&mut first, "a first answer in about 1 minute, 1 question");
    first.send_str("Hurry").expect("typing");
    press(&mut first, &[Key::Down, Key::Enter], "express path");
    press(&mut first, &[Key::Char('y'), Key::Enter], "This is the end of the express path");
    see(&mut first, "1 left out: Profile 1");
    first.signal(Signal::Kill).expect("killed");
    let _ = first.wait_exit();

    let mut second = start(data.path(), &["resume", "Hurry"]);
    see(&mut second, "This is the end of the express path");
    press(&mut second, &[Key::Ctrl('l')], "What is it called?");
    second.send_str("Pump").expect("typing");
    press(&mut second, &[Key::Ctrl('l')], "The express path: no questions left out");
    see(&mut second, "Pump");
    assert_eq!(state(data.path(), "Hurry")["express"], true);
    second.send(Key::Ctrl('c')).expect("a key");
    assert!(second.wait_exit().expect("it ends").success());
}

#[test]
fn the_report_is_read_saved_and_replaced_only_when_asked() {
    use std::os::unix::fs::PermissionsExt;
    let data = TempDir::new().expect("a folder");
    let small = small(data.path());
    let mut terminal = start(data.path(), &["new", "--title", "Deal", "--questionnaire", &small]);
    see(&mut terminal, "Do you give the work out?");
    press(&mut terminal, &[Key::Char('y'), Key::Enter], "What is it called?");
    press(&mut terminal, &[Key::F(7)], "Counsel’s edition");
    press(&mut terminal, &[Key::Enter], "Save the report");
    press(&mut terminal, &[Key::Enter], "Saved, 1 file");
    let folder = data.path().join("sessions");
    let report = || {
        let files = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").path());
        let is_one = |path: &std::path::PathBuf| path.display().to_string().contains(".counsel.");
        files.filter(is_one).collect::<Vec<_>>()
    };
    let [file] = &report()[..] else { panic!("one report: {:?}", report()) };
    let written = fs::metadata(file).expect("the report");
    assert!(written.len() > 0);
    assert_eq!(written.permissions().mode() & 0o777, 0o600, "nobody else can read it");

    fs::write(file, "mine").expect("something else is written there");
    press(&mut terminal, &[Key::Esc], "save as");
    press(&mut terminal, &[Key::Enter], "Save the report");
    press(&mut terminal, &[Key::Enter], "already");
    press(&mut terminal, &[Key::Esc], "Save the report");
    assert_eq!(fs::read_to_string(file).expect("it is there"), "mine");
    press(&mut terminal, &[Key::Enter], "already");
    press(&mut terminal, &[Key::Char('y')], "Saved, 1 file");
    assert_eq!(fs::metadata(file).expect("the report").len(), written.len(), "the report is back");
    terminal.send(Key::Ctrl('c')).expect("a key");
    assert!(terminal.wait_exit().expect("it ends").success());
    assert!(restored(&terminal));
}
