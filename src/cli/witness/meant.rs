//! What a person means by the ids that they name.

use super::quoted;
use crate::cli::exit::Exit;
use crate::load::did_you_mean;
use crate::model::{Clause, Opt, Question, Questionnaire, Rule};
use crate::prove::Statement;

/// A statement, with words that tell what holds by it.
pub struct Meant<'q> {
    /// The statement.
    pub statement: Statement<'q>,
    /// As it reads after "answers by which".
    pub words: String,
}

/// What an id names.
enum Thing<'q> {
    Question(&'q Question),
    Option(&'q Question, &'q Opt),
    Rule(&'q Rule),
    Clause(&'q Clause),
}

/// The statement that is meant by one id or two; `silent` asks for a rule to be in order.
///
/// # Errors
/// When nothing has the id, several things have it, or the ids don't go together.
pub fn meant<'q>(questionnaire: &'q Questionnaire, ids: &[String], silent: bool) -> Result<Meant<'q>, Exit> {
    let things: Vec<Thing> = ids.iter().map(|id| thing(questionnaire, id)).collect::<Result<_, _>>()?;
    let (statement, words) = match things[..] {
        [Thing::Rule(rule)] if silent => {
            (Statement::InOrder(rule), format!("the rule {} applies and is in order", quoted(&rule.id)))
        }
        _ if silent => return Err(Exit::usage("safeshore: --silent goes with the id of one rule")),
        [Thing::Rule(rule)] => (Statement::Fires(rule), format!("the rule {} fires", quoted(&rule.id))),
        [Thing::Question(question)] => {
            (Statement::Asked(question), format!("the question {} is asked", quoted(&question.id)))
        }
        [Thing::Option(question, option)] => (
            Statement::Chosen(question, option),
            format!("the option {} of {} is chosen", quoted(&option.id), quoted(&question.id)),
        ),
        [Thing::Clause(clause)] => {
            (Statement::Called(clause), format!("the clause point {} is called for", quoted(&clause.id)))
        }
        [Thing::Rule(one), Thing::Rule(other)] => (
            Statement::Together(one, other),
            format!("the rules {} and {} fire together", quoted(&one.id), quoted(&other.id)),
        ),
        _ => {
            return Err(Exit::usage("safeshore: two ids are those of two rules, which should fire together"));
        }
    };
    Ok(Meant { statement, words })
}

fn thing<'q>(questionnaire: &'q Questionnaire, written: &str) -> Result<Thing<'q>, Exit> {
    let (sort, id) = match written.split_once(':') {
        Some((sort @ ("question" | "rule" | "clause"), id)) => (Some(sort), id),
        _ => (None, written),
    };
    let mut found: Vec<Thing> = Vec::new();
    if sort.is_none_or(|sort| sort == "question") {
        found.extend(questionnaire.question(id).map(Thing::Question));
        found.extend(options(questionnaire, id));
    }
    if sort.is_none_or(|sort| sort == "rule") {
        let rules = questionnaire.rules().map(|(_, rule)| rule);
        found.extend(rules.filter(|rule| rule.id.value == id).map(Thing::Rule));
    }
    if sort.is_none_or(|sort| sort == "clause") {
        found.extend(questionnaire.clauses.iter().filter(|clause| clause.id.value == id).map(Thing::Clause));
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(unknown(questionnaire, id)),
        _ => Err(Exit::usage(format!(
            "safeshore: several things are called {id}. Say which: question:{id}, rule:{id} or clause:{id}."
        ))),
    }
}

/// Options by `question.option`; either id may hold points.
fn options<'q>(questionnaire: &'q Questionnaire, id: &str) -> Option<Thing<'q>> {
    id.match_indices('.').find_map(|(at, _)| {
        let question = questionnaire.question(&id[..at])?;
        Some(Thing::Option(question, question.kind.option(&id[at + 1..])?))
    })
}

fn unknown(questionnaire: &Questionnaire, id: &str) -> Exit {
    let of_question = id.split_once('.').and_then(|(question, _)| questionnaire.question(question));
    let guess = if let Some(question) = of_question {
        let ids = question.kind.options().iter().map(|option| format!("{}.{}", question.id, option.id));
        let ids: Vec<String> = ids.collect();
        did_you_mean(id, ids.iter().map(String::as_str))
    } else {
        let questions = questionnaire.questions().map(|question| question.id.value.as_str());
        let rules = questionnaire.rules().map(|(_, rule)| rule.id.value.as_str());
        let clauses = questionnaire.clauses.iter().map(|clause| clause.id.value.as_str());
        did_you_mean(id, questions.chain(rules).chain(clauses))
    };
    let guess = guess.map_or_else(String::new, |guess| format!(" {guess}"));
    Exit::usage(format!(
        "safeshore: no question, option, rule or clause point is called {}.{guess}\nAn option is named with its question: question.option.",
        quoted(id)
    ))
}
