//! What nothing uses: answers that nothing reads, options that nothing tells apart, clauses and authorities.

use std::collections::HashSet;

use super::uses::Uses;
use crate::diagnostic::Diagnostic;
use crate::load::servers::servers;
use crate::model::{Id, Kind, Opt, Question, Questionnaire};

/// So many other options are shown.
const SHOWN: usize = 5;

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let uses = Uses::of(questionnaire);
    for question in questionnaire.questions() {
        if uses.questions.contains(question.id.value.as_str()) {
            found.extend(alike(question, &uses));
        } else {
            found.push(unread(&question.id));
        }
    }
    clauses(questionnaire, found);
    authorities(questionnaire, found);
}

fn unread(question: &Id) -> Diagnostic {
    Diagnostic::warning("unused-question", format!("Nothing depends on the answer to `{question}`"))
        .at(question.span)
        .label("read by nothing")
        .help("Read it in a condition or a placeholder, take it out, or allow this and say what the answer is for".to_owned())
}

/// Options of which no condition tells one from the other, where it tells others. Of a Choice one may stay unnamed: it
/// is whatever the others are not.
fn alike(question: &Question, uses: &Uses) -> Option<Diagnostic> {
    let id = question.id.value.as_str();
    let options = question.kind.options();
    let several = matches!(question.kind, Kind::Choices(_));
    let is_named = |option: &&Opt| uses.options.contains(&(id, option.id.value.as_str()));
    let alike: Vec<&Id> = options
        .iter()
        .filter(|option| !(is_named(option) || several && option.alone))
        .map(|option| &option.id)
        .collect();
    let (first, others) = alike.split_first().filter(|(_, others)| !others.is_empty())?;
    if uses.shown.contains(id) || !options.iter().any(|option| is_named(&option)) {
        return None;
    }
    let message = format!("No condition tells the options {} of `{id}` apart", listed(&alike));
    let diagnostic = Diagnostic::warning("unused-option", message)
        .at(first.span.or(question.id.span))
        .label("treated like others")
        .help(
            "Name them in a condition, make one option of them, or allow this and say what they are for"
                .to_owned(),
        );
    let others = others.iter().take(SHOWN);
    Some(others.fold(diagnostic, |all, other| {
        all.related(other.span, format!("`{other}` is treated like `{first}`"))
    }))
}

/// "`a`, `b` and `c`", or the first few of many.
fn listed(ids: &[&Id]) -> String {
    let names: Vec<String> = ids.iter().take(SHOWN + 1).map(|id| format!("`{id}`")).collect();
    match (names.as_slice(), ids.len() - names.len()) {
        ([before @ .., last], 0) => format!("{} and {last}", before.join(", ")),
        (names, more) => format!("{} and {more} more", names.join(", ")),
    }
}

fn clauses(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let called: HashSet<&Id> = questionnaire.rules().flat_map(|(_, rule)| &rule.clauses).collect();
    let idle = questionnaire.clauses.iter().map(|clause| &clause.id).filter(|id| !called.contains(id));
    let help = "Name it in the `clauses` of a rule";
    found.extend(idle.map(|id| unused("unused-clause", id, "No rule calls for the clause", help)));
}

fn authorities(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let servers = servers(questionnaire);
    let cited: HashSet<&Id> = servers.iter().flat_map(|server| server.source).collect();
    let all = questionnaire.authorities.iter().map(|authority| &authority.id);
    let help = "Name it in the `source` of a question, rule, clause, point or sign";
    let idle = all.filter(|id| !cited.contains(id));
    found.extend(idle.map(|id| unused("unused-authority", id, "Nothing cites the authority", help)));
}

/// What is said of something that is not used.
pub(super) fn unused(code: &'static str, id: &Id, what: &str, help: &str) -> Diagnostic {
    Diagnostic::warning(code, format!("{what} `{id}`"))
        .at(id.span)
        .label("not used")
        .help(format!("{help}, or take it out"))
}
