//! Everything that is wrong with how a file is written, though the parser stops at the first thing: what it stumbled
//! over is left out, and it reads again.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::{check_before_parsing, parse_text};
use crate::diagnostic::Diagnostic;
use crate::load::brackets::element_around;
use crate::text::Source;

/// So many errors of one file are told.
const MOST: usize = 50;
/// So many bytes of one file are read again and again, so that a huge one takes no minutes.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Reads what can be read of a file, and says all that can't be. An element of a list that can't be read is not in what
/// was read. Where an error lies in no list, or brackets or quotes don't match, nothing is said of what comes after it.
pub(in crate::load) fn parse_all<T: DeserializeOwned>(
    source: &Source,
    file: usize,
) -> (Option<T>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    if let Err(problem) = check_before_parsing(source, file) {
        return (None, vec![*problem]);
    }
    let mut rest = source.clone();
    loop {
        let problem = match parse_text(&rest, file) {
            Ok(read) => return (Some(read), found),
            Err(problem) => *problem,
        };
        let element = problem.span.and_then(|span| element_around(&rest.text, span.start));
        found.push(problem);
        let Some(element) = element.filter(|element| !is_blank(&rest.text[element.clone()])) else { break };
        if found.len() == MOST || found.len() * rest.text.len() > MOST_BYTES {
            break;
        }
        rest = Source::new(rest.name, without(&rest.text, element));
    }
    (None, found)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The text with blanks in the place of some of its bytes, so that all others stay where they are.
fn without(text: &str, left_out: Range<usize>) -> String {
    let blanks = text[left_out.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    let blanks: String = blanks.collect();
    [&text[..left_out.start], &blanks, &text[left_out.end..]].concat()
}

#[cfg(test)]
mod tests;
