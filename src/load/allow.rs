//! Allowances: an author says in a comment that a warning is known and meant so.

use std::collections::HashMap;
use std::ops::Range;

use super::folder::is_ron;
use super::near::did_you_mean;
use crate::diagnostic::{CODES, Diagnostic, Level, PROVED, code, in_order};
use crate::text::{Source, Span, Token, lexemes, word_at};

/// What an allowance begins with, behind the signs of a comment; a bracket with the codes follows.
const WORD: &str = "allow";

/// `// allow(unused-question): told in the report as it is`; one with several codes is as many allowances.
struct Allowance<'s> {
    code: &'s str,
    /// Where the code stands.
    place: Span,
    has_reason: bool,
    used: bool,
}

/// The diagnostics without the warnings that their authors allow, and with what is wrong with the allowances, in order. An
/// allowance covers the line that its comment stands in, or, where the comment stands alone, the next line that holds
/// more than comments; where that line ends with an opening bracket, as `Question(` does, the one below it, too. What belongs to a file as a whole belongs to the first such line of it.
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
    kept.extend(files.iter().flat_map(|file| &file.unread).map(|&place| unread(place)));
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
#[derive(Default)]
struct File<'s> {
    /// Where each line begins.
    lines: Vec<usize>,
    first_line: Option<usize>,
    allowances: Vec<Allowance<'s>>,
    /// Comments that look like allowances and are none.
    unread: Vec<Span>,
    /// Which allowance covers a code in a line.
    covered: HashMap<(&'s str, usize), usize>,
}

impl<'s> File<'s> {
    fn new(at: usize, source: &'s Source) -> Self {
        let text = source.text.as_str();
        let mut file = Self::default();
        if !is_ron(&source.name) || !text.to_ascii_lowercase().contains(WORD) {
            return file;
        }
        file.lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let comments: Vec<(usize, usize)> = lexemes(text, 0)
            .filter(|lexeme| lexeme.token == Token::Comment)
            .map(|lexeme| (lexeme.start, lexeme.end))
            .collect();
        let last = file.last_signs(text, &comments);
        file.first_line = last.iter().position(Option::is_some);
        for (start, end) in comments {
            let allowances = allowances(text, start..end, at);
            if allowances.is_empty() {
                file.unread.extend(looks_like_one(text, start..end, at));
            }
            for allowance in allowances {
                file.cover(&allowance, start, &last);
                file.allowances.push(allowance);
            }
        }
        file
    }

    /// Notes the lines that the next allowance covers, whose comment stands there.
    fn cover(&mut self, allowance: &Allowance<'s>, comment: usize, last: &[Option<u8>]) {
        let next = |from: usize| (from..last.len()).find(|&line| last[line].is_some());
        let Some(line) = next(self.line_of(comment)) else { return };
        // At a line such as `Question(` it means what begins there, and its id stands in the line below.
        let inside = next(line + 1).filter(|_| last[line] == Some(b'('));
        for line in [Some(line), inside].into_iter().flatten() {
            // A second one for the same line allows nothing more.
            self.covered.entry((allowance.code, line)).or_insert(self.allowances.len());
        }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// For each line the last byte that is no blank and in no comment.
    fn last_signs(&self, text: &str, comments: &[(usize, usize)]) -> Vec<Option<u8>> {
        let mut last = vec![None; self.lines.len()];
        let (mut from, mut line) = (0, 0);
        for &(start, end) in comments.iter().chain([&(text.len(), text.len())]) {
            for byte in text[from..start].bytes() {
                if !byte.is_ascii_whitespace() {
                    last[line] = Some(byte);
                }
                line += usize::from(byte == b'\n');
            }
            line += text[start..end].matches('\n').count();
            from = end;
        }
        last
    }

    fn allows(&mut self, code: &str, place: Option<usize>) -> bool {
        let line = if let Some(byte) = place { Some(self.line_of(byte)) } else { self.first_line };
        let found = line.and_then(|line| self.covered.get(&(code, line)));
        found.inspect(|&&at| self.allowances[at].used = true).is_some()
    }
}

/// The allowances that a comment is, where it is such.
fn allowances(text: &str, comment: Range<usize>, file: usize) -> Vec<Allowance<'_>> {
    let Some((inside, rest)) = opened(within(&text[comment.clone()])) else { return Vec::new() };
    let (codes, reason) = inside.split_once(')').unwrap_or((inside, ""));
    let has_reason = reason.trim_start().strip_prefix(':').is_some_and(|reason| !reason.trim().is_empty());
    let mut start = comment.start + rest;
    let mut found = Vec::new();
    for written in codes.split(',') {
        let code = written.trim();
        let from = start + (written.len() - written.trim_start().len());
        found.push(Allowance {
            code,
            place: Span { file, start: from, end: from + code.len() },
            has_reason,
            used: false,
        });
        start += written.len() + 1;
    }
    found
}

/// The words of a comment, and how many bytes stand before them.
fn within(comment: &str) -> (&str, usize) {
    let words = comment.trim_start_matches(['/', '*', '!']).trim_start();
    let before = comment.len() - words.len();
    let words = if comment.starts_with("/*") { words.strip_suffix("*/").unwrap_or(words) } else { words };
    (words, before)
}

/// What stands behind the bracket of an allowance that those words begin with, and where that is.
fn opened((words, before): (&str, usize)) -> Option<(&str, usize)> {
    let word = words.get(..WORD.len()).filter(|word| word.eq_ignore_ascii_case(WORD))?;
    let inside = words[word.len()..].trim_start().strip_prefix('(')?;
    Some((inside, before + words.len() - inside.len()))
}

/// The place of the word in a comment that is no allowance, and yet says to allow a warning whose code follows.
fn looks_like_one(text: &str, comment: Range<usize>, file: usize) -> Option<Span> {
    let words = text[comment.clone()].to_ascii_lowercase();
    let at = word_at(&words, WORD)?;
    let mut rest = words[at + WORD.len()..].split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let names_one = rest.any(|word| code(word).is_some_and(|code| code.level == Level::Warning));
    let start = comment.start + at;
    names_one.then_some(Span { file, start, end: start + WORD.len() })
}

fn unread(place: Span) -> Diagnostic {
    Diagnostic::warning("allowance-unread", "This comment looks like an allowance, and allows nothing")
        .at(place)
        .label("not at its beginning, or without brackets")
        .help("Give it a comment of its own: // allow(CODE): why it is meant so".to_owned())
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
