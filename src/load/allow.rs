//! Allowances: an author says in a comment that a warning is known and meant so.

use std::collections::HashMap;

use super::folder::is_ron;
use super::near::did_you_mean;
use crate::diagnostic::{CODES, Diagnostic, Level, PROVED, code, in_order};
use crate::text::{Source, Span, Token, lexemes};

/// What an allowance begins with, behind the signs of a comment.
const OPENING: &str = "allow(";

/// `// allow(unused-question): told in the report as it is`
struct Allowance<'s> {
    code: &'s str,
    /// Where the code stands.
    place: Span,
    has_reason: bool,
    used: bool,
}

/// The diagnostics without the warnings that their authors allow, and with what is wrong with the allowances, in order. An
/// allowance covers the line that its comment stands in, or, where the comment stands alone, the next line that holds
/// more than comments. What belongs to a file as a whole belongs to the first such line of it.
///
/// Whoever adds diagnostics of other checks adds them before: an allowance that covers none of those given is told.
#[must_use]
pub fn allowed(diagnostics: Vec<Diagnostic>, sources: &[Source]) -> Vec<Diagnostic> {
    let mut files: Vec<File> = sources.iter().enumerate().map(|(at, source)| File::new(at, source)).collect();
    let names: HashMap<&str, usize> =
        sources.iter().enumerate().rev().map(|(at, source)| (source.name.as_str(), at)).collect();
    let looked_at = LookedAt::of(&diagnostics);
    let mut kept: Vec<Diagnostic> =
        diagnostics.into_iter().filter(|one| !is_allowed(one, &mut files, &names)).collect();
    for allowance in files.iter().flat_map(|file| &file.allowances) {
        kept.extend(allowance.unfounded(looked_at));
    }
    in_order(kept, sources)
}

/// How far the checks came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LookedAt {
    /// There are errors: what needs names to be resolved was not looked at.
    Errors,
    /// All but what needs a proof.
    AllButProof,
    /// All.
    All,
}

impl LookedAt {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        if diagnostics.iter().any(Diagnostic::is_error) {
            Self::Errors
        } else if diagnostics.iter().any(|one| one.code == "too-large-to-prove") {
            Self::AllButProof
        } else {
            Self::All
        }
    }

    /// Whether a warning of that code would have been found.
    fn covers(self, code: &str) -> bool {
        match self {
            Self::Errors => false,
            Self::AllButProof => !PROVED.contains(&code),
            Self::All => true,
        }
    }
}

fn is_allowed(diagnostic: &Diagnostic, files: &mut [File], names: &HashMap<&str, usize>) -> bool {
    if diagnostic.is_error() {
        return false;
    }
    let whole = diagnostic.file.as_ref().and_then(|file| names.get(file.as_str()));
    let Some(file) =
        diagnostic.span.map(|span| span.file).or(whole.copied()).and_then(|at| files.get_mut(at))
    else {
        return false;
    };
    file.allows(diagnostic.code, diagnostic.span.map(|span| span.start))
}

/// The allowances of a file, and its lines.
struct File<'s> {
    /// Where each line begins.
    lines: Vec<usize>,
    first_line: Option<usize>,
    allowances: Vec<Allowance<'s>>,
    /// Which allowance covers a code in a line.
    covered: HashMap<(&'s str, usize), usize>,
}

impl<'s> File<'s> {
    fn new(at: usize, source: &'s Source) -> Self {
        let text = source.text.as_str();
        let mut file =
            Self { lines: Vec::new(), first_line: None, allowances: Vec::new(), covered: HashMap::new() };
        if !is_ron(&source.name) || !text.contains(OPENING) {
            return file;
        }
        file.lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let comments: Vec<(usize, usize)> = lexemes(text, 0)
            .filter(|lexeme| lexeme.token == Token::Comment)
            .map(|lexeme| (lexeme.start, lexeme.end))
            .collect();
        let filled = file.filled_lines(text, &comments);
        file.first_line = filled.iter().position(|filled| *filled);
        for (start, end) in comments {
            let Some(allowance) = allowance(text, start..end, at) else { continue };
            let here = file.line_of(start);
            if let Some(line) = (here..filled.len()).find(|&line| filled[line]) {
                // Above `Question(` it means what stands in the lines below: the id comes first.
                let opens = line_text(text, &file.lines, line).trim_end().ends_with('(');
                let inside = (line + 1..filled.len()).find(|&line| filled[line]).filter(|_| opens);
                for line in [Some(line), inside].into_iter().flatten() {
                    // A second one for the same line allows nothing more.
                    file.covered.entry((allowance.code, line)).or_insert(file.allowances.len());
                }
            }
            file.allowances.push(allowance);
        }
        file
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// For each line whether it holds more than comments and blanks.
    fn filled_lines(&self, text: &str, comments: &[(usize, usize)]) -> Vec<bool> {
        let mut filled = vec![false; self.lines.len()];
        let (mut from, mut line) = (0, 0);
        for &(start, end) in comments.iter().chain([&(text.len(), text.len())]) {
            for byte in text[from..start].bytes() {
                filled[line] |= !byte.is_ascii_whitespace();
                line += usize::from(byte == b'\n');
            }
            line += text[start..end].matches('\n').count();
            from = end;
        }
        filled
    }

    fn allows(&mut self, code: &str, place: Option<usize>) -> bool {
        let line = if let Some(byte) = place { Some(self.line_of(byte)) } else { self.first_line };
        let found = line.and_then(|line| self.covered.get(&(code, line)));
        found.inspect(|&&at| self.allowances[at].used = true).is_some()
    }
}

/// The text of a line.
fn line_text<'s>(text: &'s str, starts: &[usize], line: usize) -> &'s str {
    text[starts[line]..].lines().next().unwrap_or_default()
}

/// The allowance that a comment is, where it is one.
fn allowance(text: &str, comment: std::ops::Range<usize>, file: usize) -> Option<Allowance<'_>> {
    let words = text[comment.clone()].strip_prefix("//")?.trim_start();
    let after = words.strip_prefix(OPENING)?;
    let (inside, rest) = after.split_once(')').unwrap_or((after, ""));
    let start = comment.end - after.len() + (inside.len() - inside.trim_start().len());
    let code = inside.trim();
    let has_reason = rest.trim_start().strip_prefix(':').is_some_and(|reason| !reason.trim().is_empty());
    let place = Span { file, start, end: start + code.len() };
    Some(Allowance { code, place, has_reason, used: false })
}

impl Allowance<'_> {
    /// What is wrong with it. Whether nothing needs it can be told only where its code was looked for.
    fn unfounded(&self, looked_at: LookedAt) -> Option<Diagnostic> {
        let name = self.code;
        let Some(code) = code(name) else {
            let warnings = CODES.iter().filter(|code| code.level == Level::Warning).map(|code| code.name);
            let help =
                || Some("The code of a warning stands in brackets behind the word `warning`".to_owned());
            return Some(
                Diagnostic::warning("unknown-code", format!("There is no code `{name}`"))
                    .at(self.place)
                    .label("no such code")
                    .help(did_you_mean(name, warnings).or_else(help)),
            );
        };
        if code.level == Level::Error {
            return Some(
                Diagnostic::warning(
                    "unused-allowance",
                    format!("`{name}` is an error, and only warnings can be allowed"),
                )
                .at(self.place)
                .label("an error")
                .help("Mend what is wrong, and take the comment out".to_owned()),
            );
        }
        if !self.used {
            let unused = || {
                Diagnostic::warning("unused-allowance", format!("`{name}` doesn't arise here"))
                    .at(self.place)
                    .label("nothing to allow")
                    .help("Take the comment out, or move it to the line that the warning names".to_owned())
            };
            return looked_at.covers(name).then(unused);
        }
        (!self.has_reason).then(|| {
            Diagnostic::warning(
                "allowance-without-reason",
                format!("It isn't said why `{name}` is allowed here"),
            )
            .at(self.place)
            .label("why?")
            .help(format!("Write the reason behind a colon: // allow({name}): …"))
        })
    }
}
