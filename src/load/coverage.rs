//! What of the source article is served by what, and what nothing uses. Not part of [`super::check`]: a questionnaire may
//! be a work in progress.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::model::{Id, Item, Question, Questionnaire};
use crate::text::word_at;

/// How far a questionnaire covers its source.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// Every item of `source.ron`, in its order.
    pub items: Vec<Covered>,
    /// A warning for each clause, authority and term that nothing uses.
    pub unused: Vec<Diagnostic>,
}

/// An item of the source article with what serves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The item.
    pub item: Item,
    /// What serves it, kind by kind; empty where nothing does.
    pub served: Vec<Served>,
}

/// The things of one kind that serve an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// What they are: "question".
    pub by: &'static str,
    /// Their ids, in the author's order.
    pub ids: Vec<String>,
}

impl Coverage {
    /// The items that nothing serves.
    pub fn unserved(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|covered| covered.served.is_empty()).map(|covered| &covered.item)
    }
}

/// Something that names sources.
struct Server<'q> {
    kind: &'static str,
    id: &'q Id,
    source: &'q [Id],
}

/// Everything that can serve an item, kind by kind: each point of a weighing and each sign of a criterion by itself.
fn servers(questionnaire: &Questionnaire) -> Vec<Server<'_>> {
    let mut servers: Vec<Server> = Vec::new();
    let mut of = |kind, id, source| servers.push(Server { kind, id, source });
    questionnaire.questions().for_each(|question| of("question", &question.id, &question.source));
    questionnaire.rules().for_each(|(_, rule)| of("rule", &rule.id, &rule.source));
    questionnaire.clauses.iter().for_each(|clause| of("clause", &clause.id, &clause.source));
    let weighings = questionnaire.stages.iter().flat_map(|stage| &stage.weighings);
    weighings
        .for_each(|all| all.points.iter().for_each(|point| of("weighing", &all.question, &point.source)));
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    criteria.for_each(|all| all.signs.iter().for_each(|sign| of("criterion", &all.id, &sign.source)));
    servers
}

/// What serves each item, and what is never used: clauses that no rule calls for, authorities that nothing cites, terms
/// that stand in no question.
#[must_use]
pub fn coverage(questionnaire: &Questionnaire) -> Coverage {
    let servers = servers(questionnaire);
    let covered = |item: &Item| Covered { item: item.clone(), served: served(&servers, &item.id) };
    let items = questionnaire.items.iter().map(covered).collect();
    Coverage { items, unused: unused(questionnaire, &servers) }
}

fn served(servers: &[Server], item: &Id) -> Vec<Served> {
    let serving: Vec<&Server> = servers.iter().filter(|server| server.source.contains(item)).collect();
    let kinds = serving.chunk_by(|a, b| a.kind == b.kind);
    let ids = |kind: &[&Server]| {
        let mut ids: Vec<String> = kind.iter().map(|server| server.id.value.clone()).collect();
        ids.dedup();
        ids
    };
    kinds.map(|kind| Served { by: kind[0].kind, ids: ids(kind) }).collect()
}

fn unused(questionnaire: &Questionnaire, servers: &[Server]) -> Vec<Diagnostic> {
    let called: HashSet<&Id> = questionnaire.rules().flat_map(|(_, rule)| &rule.clauses).collect();
    let cited: HashSet<&Id> = servers.iter().flat_map(|server| server.source).collect();
    let read: Vec<String> = questionnaire.questions().map(reading).collect();
    let clauses = questionnaire.clauses.iter().map(|clause| &clause.id).filter(|id| !called.contains(id));
    let clauses = clauses.map(|id| {
        idle("unused-clause", id, "No rule calls for the clause", "Name it in the `clauses` of a rule")
    });
    let authorities =
        questionnaire.authorities.iter().map(|authority| &authority.id).filter(|id| !cited.contains(id));
    let authorities = authorities.map(|id| {
        idle(
            "unused-authority",
            id,
            "Nothing cites the authority",
            "Name it in the `source` of a question, rule, clause, point or sign",
        )
    });
    let terms = questionnaire.glossary.iter().filter(|term| {
        let mut forms = std::iter::once(&term.term).chain(&term.also).map(|form| form.value.to_lowercase());
        !forms.any(|form| read.iter().any(|text| word_at(text, &form).is_some()))
    });
    let terms = terms.map(|term| {
        let help = "Give it under `also` the forms in which questions and options have it";
        idle("unused-term", &term.term, "No question or option holds the term", help)
    });
    clauses.chain(authorities).chain(terms).collect()
}

fn idle(code: &'static str, id: &Id, what: &str, help: &str) -> Diagnostic {
    Diagnostic::warning(code, format!("{what} `{id}`"))
        .at(id.span)
        .label("not used")
        .help(format!("{help}, or take it out"))
}

/// What a person reads in a question, in lower case: where terms are looked for to be explained. Placeholders hold
/// answers, not words of the author's.
fn reading(question: &Question) -> String {
    let options = question.kind.options().iter();
    let of_options = options.flat_map(|option| std::iter::once(&option.label).chain(&option.hint));
    let texts = std::iter::once(&question.ask).chain(&question.hint).chain(of_options);
    let words = texts.map(|text| without_placeholders(text)).collect::<Vec<_>>();
    words.join("\n").to_lowercase()
}

fn without_placeholders(text: &str) -> String {
    let parts = text.split('{').enumerate();
    let words = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) });
    words.collect::<Vec<_>>().join("…")
}
