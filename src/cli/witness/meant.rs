//! What a person means by the ids that they name.

mod unknown;

use super::quoted;
use crate::cli::exit::Exit;
use crate::model::{Clause, Opt, Question, Questionnaire, Rule};
use crate::prove::Statement;
use crate::text::clean_line;
use unknown::unknown;

/// A statement, with words that tell what holds by it.
pub struct Meant<'q> {
    /// The statement.
    pub statement: Statement<'q>,
    /// As it reads after "answers by which".
    pub words: String,
}

/// What an id names.
#[derive(Clone, Copy)]
enum Thing<'q> {
    Question(&'q Question),
    Option(&'q Question, &'q Opt),
    Rule(&'q Rule),
    Clause(&'q Clause),
}

impl Thing<'_> {
    /// What it is, and the word that says so before an id.
    fn sort(self) -> Sort {
        match self {
            Self::Question(_) => Sort::Question,
            Self::Option(..) => Sort::Option,
            Self::Rule(_) => Sort::Rule,
            Self::Clause(_) => Sort::Clause,
        }
    }

    /// As it can be named without any doubt.
    fn full_name(self) -> String {
        let id = match self {
            Self::Question(question) => question.id.value.clone(),
            Self::Option(question, option) => format!("{}.{}", question.id, option.id),
            Self::Rule(rule) => rule.id.value.clone(),
            Self::Clause(clause) => clause.id.value.clone(),
        };
        format!("`{}:{}`", self.sort().prefix(), clean_line(&id))
    }
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
        _ if silent => return Err(usage("--silent goes with the id of one rule")),
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
        [Thing::Rule(one), Thing::Rule(other)] if one.id == other.id => {
            let id = quoted(&one.id);
            return Err(usage(&format!("the rule {id} is named twice; once is enough to see it fire")));
        }
        [Thing::Rule(one), Thing::Rule(other)] => (
            Statement::Together(one, other),
            format!("the rules {} and {} fire together", quoted(&one.id), quoted(&other.id)),
        ),
        [_, _] => return Err(usage("two ids are those of two rules, which should fire together")),
        _ => return Err(usage("name one thing, or two rules, which should fire together")),
    };
    Ok(Meant { statement, words })
}

fn usage(message: &str) -> Exit {
    Exit::usage(format!("safeshore: {message}"))
}

fn thing<'q>(questionnaire: &'q Questionnaire, written: &str) -> Result<Thing<'q>, Exit> {
    let (sort, id) = Sort::split(written);
    let called = called(questionnaire, id);
    let meant: Vec<Thing> =
        called.iter().filter(|thing| sort.is_none_or(|sort| sort.takes(thing.sort()))).copied().collect();
    match meant[..] {
        [only] => Ok(only),
        [] => Err(unknown(questionnaire, sort, id, &called)),
        _ => {
            let names: Vec<String> = meant.into_iter().map(Thing::full_name).collect();
            let id = quoted(id);
            Err(usage(&format!("several things are called {id}. Say which: {}.", names.join(" or "))))
        }
    }
}

/// Everything of that id.
fn called<'q>(questionnaire: &'q Questionnaire, id: &str) -> Vec<Thing<'q>> {
    let mut found: Vec<Thing> = questionnaire.question(id).map(Thing::Question).into_iter().collect();
    found.extend(options(questionnaire, id));
    let rules = questionnaire.rules().map(|(_, rule)| rule);
    found.extend(rules.filter(|rule| rule.id.value == id).map(Thing::Rule));
    found.extend(questionnaire.clauses.iter().filter(|clause| clause.id.value == id).map(Thing::Clause));
    found
}

/// Options by `question.option`; either id may hold points.
fn options<'q>(questionnaire: &'q Questionnaire, id: &str) -> Option<Thing<'q>> {
    id.match_indices('.').find_map(|(at, _)| {
        let question = questionnaire.question(&id[..at])?;
        Some(Thing::Option(question, question.kind.option(&id[at + 1..])?))
    })
}

/// The sorts of things that can be named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Question,
    Option,
    Rule,
    Clause,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Question, Self::Option, Self::Rule, Self::Clause];

    /// Before an id and a colon it says that this is meant.
    fn prefix(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Option => "option",
            Self::Rule => "rule",
            Self::Clause => "clause",
        }
    }

    fn words(self) -> &'static str {
        if self == Self::Clause { "clause point" } else { self.prefix() }
    }

    fn with_article(self) -> &'static str {
        match self {
            Self::Question => "a question",
            Self::Option => "an option",
            Self::Rule => "a rule",
            Self::Clause => "a clause point",
        }
    }

    /// What is written, without the sort that it names.
    fn split(written: &str) -> (Option<Self>, &str) {
        let named = written
            .split_once(':')
            .and_then(|(prefix, id)| Some((Self::ALL.into_iter().find(|sort| sort.prefix() == prefix)?, id)));
        named.map_or((None, written), |(sort, id)| (Some(sort), id))
    }

    /// Whether something of that sort may be meant: an option belongs to its question.
    fn takes(self, other: Self) -> bool {
        self == other || (self == Self::Question && other == Self::Option)
    }
}
