//! Words as Markdown that means nothing but these words.

use crate::report::document::{Run, Style};

/// Runs as paragraphs: a line feed becomes a hard break, blank lines part paragraphs. No line is blank but
/// those between paragraphs, and no line begins with something that Markdown takes for a mark.
pub(super) fn inline(runs: &[Run]) -> String {
    let styled: String = runs.iter().map(styled).collect();
    broken(&styled, "\n\n", "\\\n", line_start)
}

/// Runs on one line, for headings and table cells: breaks become `<br>`, the only way Markdown has there.
pub(super) fn one_line(runs: &[Run]) -> String {
    let styled: String = runs.iter().map(styled).collect();
    broken(&styled, "<br>", "<br>", |line| line.trim_start().to_owned())
}

/// The lines that say something, joined by `part` where blank lines stood between them and `hard` where none did.
fn broken(styled: &str, part: &str, hard: &str, line_of: fn(&str) -> String) -> String {
    let mut out = String::with_capacity(styled.len());
    let mut blank = false;
    for line in styled.split('\n') {
        let line = line.trim_end();
        if line.trim().is_empty() {
            blank = true;
            continue;
        }
        match (out.is_empty(), blank) {
            (true, _) => {}
            (false, true) => out.push_str(part),
            (false, false) => out.push_str(hard),
        }
        blank = false;
        out.push_str(&line_of(line));
    }
    out
}

/// A run with its emphasis around each line's words, spaces left outside, since Markdown wants it so.
fn styled(run: &Run) -> String {
    let mark = match run.style {
        Style::Plain => "",
        Style::Strong => "**",
        Style::Quiet => "*",
    };
    let lines = run.text.as_str().split('\n').map(|line| {
        let words = line.trim();
        if mark.is_empty() || words.is_empty() {
            return escaped(line);
        }
        let (before, behind) = line.split_once(words).unwrap_or(("", ""));
        format!("{before}{mark}{}{mark}{behind}", escaped(words))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    let mut before = None;
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        let escape = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' => true,
            '&' => is_entity(rest.as_str()),
            '_' => !(is_letter(before) && is_letter(rest.as_str().chars().next())),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether what follows an ampersand makes it a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// Keeps a line's first characters from being read as a list, a heading, a rule or code: indentation becomes
/// no-break spaces, a mark is escaped.
fn line_start(line: &str) -> String {
    let words = line.trim_start();
    let indent = "\u{a0}".repeat(line.chars().count() - words.chars().count());
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &words[digits..];
    if digits > 0 && behind.starts_with(['.', ')']) {
        format!("{indent}{}\\{behind}", &words[..digits])
    } else if words.starts_with(['-', '+', '=', ':']) {
        format!("{indent}\\{words}")
    } else {
        format!("{indent}{words}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_words() {
        let cases = [
            ("- a", "\\- a"),
            ("1. a\n2) b", "1\\. a\\\n2\\) b"),
            ("# a", "\\# a"),
            ("    code", "\u{a0}\u{a0}\u{a0}\u{a0}code"),
            ("a\n\n\n===", "a\n\n\\==="),
            ("```\nrm\n```", "\\`\\`\\`\\\nrm\\\n\\`\\`\\`"),
            ("<script>|</script>", "\\<script\\>\\|\\</script\\>"),
            ("R&D &amp; snake_case _x_", "R&D \\&amp; snake_case \\_x\\_"),
            ("![x](y)", "!\\[x\\](y)"),
        ];
        for (given, wanted) in cases {
            assert_eq!(inline(&[Run::plain(given)]), wanted);
        }
    }

    #[test]
    fn emphasis_hugs_its_words() {
        assert_eq!(inline(&[Run::strong(" a\nb "), Run::plain("c")]), "\u{a0}**a**\\\n**b** c");
        assert_eq!(one_line(&[Run::plain("a\nb\n\nc")]), "a<br>b<br>c");
    }
}
