//! A panic gives the terminal back, and tells nothing of what was said. It needs a program that panics on purpose, so
//! this test is its own: started once more on a pseudo-terminal, it takes the screen and panics.

fn main() {
    if std::env::args().any(|argument| argument == CHILD) {
        return child();
    }
    #[cfg(unix)]
    parent();
    println!("1 passed, 0 failed");
}

const CHILD: &str = "--take-the-screen-and-panic";

fn child() {
    // The program's own first step: its panic hook.
    let _ = safeshore::cli::run(["safeshore", "--version"].map(Into::into));
    let _window = safeshore::tui::Window::take().expect("a terminal");
    panic!("the secret recipe");
}

#[cfg(unix)]
fn parent() {
    let program = std::env::current_exe().expect("this program has a path");
    let mut terminal = termlens::Terminal::builder()
        .size(80, 24)
        .env_clear()
        .env("TERM", "xterm-256color")
        .timeout(std::time::Duration::from_secs(20))
        .arg(CHILD)
        .spawn(program)
        .expect("it starts");
    terminal.wait_until(|screen| screen.contains("mistake")).expect("the panic is told");
    assert!(!terminal.wait_exit().expect("it ends").success());
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && screen.cursor_visible() && !screen.bracketed_paste());
    assert!(!screen.text().contains("recipe"), "{}", screen.text());
}
