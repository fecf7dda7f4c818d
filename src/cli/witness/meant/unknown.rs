//! What is told of an id that nothing has.

use super::{Sort, Thing, usage};
use crate::cli::exit::Exit;
use crate::cli::witness::quoted;
use crate::load::did_you_mean;
use crate::model::{Kind, Question, Questionnaire};
use crate::text::clean_line;

/// So many names are told where none is near.
const FEW: usize = 6;

/// Why nothing is meant by an id, and what may be; `others` are the things of other sorts that it names.
pub fn unknown(questionnaire: &Questionnaire, sort: Option<Sort>, id: &str, others: &[Thing]) -> Exit {
    let what = sort.map_or("question, option, rule or clause point", Sort::words);
    let called = format!("no {what} is called {}", quoted(id));
    if let [other, ..] = others {
        return usage(&format!("{called}; {} is {}", other.full_name(), other.sort().with_article()));
    }
    if let Some((question, option)) = of_question(questionnaire, id) {
        return usage(&no_option(question, option));
    }
    let mut ids: Vec<&str> = Vec::new();
    let takes = |one: Sort| sort.is_none_or(|sort| sort.takes(one));
    if takes(Sort::Question) {
        ids.extend(questionnaire.questions().map(|question| question.id.as_str()));
    }
    if takes(Sort::Rule) {
        ids.extend(questionnaire.rules().map(|(_, rule)| rule.id.as_str()));
    }
    if takes(Sort::Clause) {
        ids.extend(questionnaire.clauses.iter().map(|clause| clause.id.as_str()));
    }
    let same: Vec<String> = if takes(Sort::Option) { options_called(questionnaire, id) } else { Vec::new() };
    let guess = match did_you_mean(id, ids) {
        _ if !same.is_empty() => format!(". Did you mean {}?", same.join(" or ")),
        Some(guess) => format!(". {guess}"),
        None if takes(Sort::Option) => ".\nAn option is named with its question: question.option.".to_owned(),
        None => String::new(),
    };
    usage(&(called + &guess))
}

/// The question of what may be `question.option`, and what stands for the option.
fn of_question<'q, 'i>(questionnaire: &'q Questionnaire, id: &'i str) -> Option<(&'q Question, &'i str)> {
    id.match_indices('.').find_map(|(at, _)| Some((questionnaire.question(&id[..at])?, &id[at + 1..])))
}

fn no_option(question: &Question, option: &str) -> String {
    let asked = quoted(&question.id);
    let names: Vec<String> = question.kind.options().iter().map(|one| one.id.value.clone()).collect();
    if names.is_empty() {
        let how = if question.kind == Kind::YesNo { ": it is answered with yes or no" } else { "" };
        return format!(
            "the question {asked} has no options{how}. `question:{}` leads to where it is asked; for an answer to it, name a \
             question or rule that hangs on it.",
            clean_line(&question.id)
        );
    }
    let near = did_you_mean(option, names.iter().map(String::as_str));
    let hint = near.unwrap_or_else(|| {
        let listed: Vec<String> = names.iter().take(FEW).map(|name| quoted(name)).collect();
        let more = if names.len() > FEW { ", …" } else { "" };
        format!("It has {}{more}", listed.join(", "))
    });
    format!("the question {asked} has no option {}. {hint}", quoted(option))
}

/// Options of that id, each with its question.
fn options_called(questionnaire: &Questionnaire, id: &str) -> Vec<String> {
    let with_it = questionnaire.questions().filter(|question| question.kind.option(id).is_some());
    with_it.take(FEW).map(|question| quoted(&format!("{}.{id}", question.id))).collect()
}
