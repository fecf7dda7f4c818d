//! `safeshore check --explain`: what a code means.

use std::io::{self, IsTerminal};

use super::takes_colour;
use crate::cli::exit::{Exit, print};
use crate::diagnostic::{CODES, Level, page};
use crate::load::did_you_mean;
use crate::text::{clean_line, wrap};
use crate::tui;

/// Columns beyond which prose is hard to read.
const WIDEST: usize = 100;
const FENCE: &str = "```";

/// What is asked for where no code is named.
pub const ALL: &str = "list";

/// Prints the page of a code, or the list of all codes.
pub fn explain(code: &str) -> Result<(), Exit> {
    if code == ALL {
        return print(&list());
    }
    let page = page(code).ok_or_else(|| unknown(code))?;
    // A pipe gets the page as it stands.
    let columns = io::stdout().is_terminal().then(|| tui::columns().unwrap_or(WIDEST));
    match columns {
        Some(columns) => print(&for_terminal(&page, columns.min(WIDEST), takes_colour(&io::stdout()))),
        None => print(&page),
    }
}

fn unknown(code: &str) -> Exit {
    let near = did_you_mean(code, CODES.iter().map(|code| code.name));
    let near = near.map_or_else(String::new, |near| format!(" {near}"));
    let code = clean_line(code);
    Exit::usage(format!(
        "safeshore: there is no code `{code}`.{near}\n`safeshore check --explain` lists all of them."
    ))
}

/// Every code with a line on it: the errors, then the warnings.
fn list() -> String {
    let longest = CODES.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let of = |level: Level| {
        let codes = CODES.iter().filter(|code| code.level == level);
        let lines: Vec<String> =
            codes.map(|code| format!("  {:longest$}  {}", code.name, code.summary)).collect();
        lines.join("\n")
    };
    format!(
        "Errors: until they are mended, no interview can use the questionnaire or the answers\n{}\n\n\
         Warnings: somebody should look; `// allow(CODE): REASON` beside it says that it is meant so\n{}\n",
        of(Level::Error),
        of(Level::Warning)
    )
}

/// The page with its paragraphs wrapped and its headings set off; examples stay as they are.
fn for_terminal(page: &str, columns: usize, styled: bool) -> String {
    let (bold, faint, plain) = if styled { ("\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m") } else { ("", "", "") };
    let prose = |text: &str| match text.trim_start_matches('#').trim_start() {
        heading if heading.len() < text.len() => format!("{bold}{heading}{plain}"),
        paragraph => wrap(&paragraph.replace('\n', " "), columns).join("\n"),
    };
    let example = |text: &str| {
        let (about, lines) = text.split_once('\n').unwrap_or_default();
        let file = about.split_once(' ').map_or(about, |(_, file)| file);
        format!("{faint}── {file}{plain}\n{}", lines.trim_end())
    };
    let mut blocks: Vec<String> = Vec::new();
    for (at, part) in page.split(FENCE).enumerate() {
        if at % 2 == 1 {
            blocks.push(example(part));
        } else {
            let paragraphs = part.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
            blocks.extend(paragraphs.map(prose));
        }
    }
    blocks.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# error[a-code]: what it says\n\nOne two three\nfour five.\n\n## Wrong\n\n\
                        ```ron stages/1-a.ron\n(a:   1,\n\n  b: 2)\n```\n\n## Mended\n\nAs it was.\n";

    #[test]
    fn on_a_terminal_prose_is_wrapped_and_an_example_is_not() {
        let wanted = "error[a-code]: what it says\n\nOne two\nthree four\nfive.\n\nWrong\n\n── stages/1-a.ron\n\
                      (a:   1,\n\n  b: 2)\n\nMended\n\nAs it was.\n";
        assert_eq!(for_terminal(PAGE, 10, false), wanted);
        let styled = for_terminal(PAGE, 10, true);
        assert!(styled.starts_with("\u{1b}[1merror[a-code]: what it says\u{1b}[0m\n\nOne two\n"), "{styled}");
        assert!(styled.contains("\u{1b}[2m── stages/1-a.ron\u{1b}[0m\n(a:   1,\n\n"), "{styled}");
    }

    #[test]
    fn every_code_has_a_line_that_fits_the_screen() {
        let list = list();
        assert_eq!(list.lines().filter(|line| line.starts_with("  ")).count(), CODES.len());
        assert!(list.lines().all(|line| crate::text::width(line) <= WIDEST), "{list}");
    }
}
