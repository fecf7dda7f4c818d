//! What of the source article is served by what. Not part of [`super::check`]: a questionnaire may be a work in progress.

use super::servers::{Server, servers};
use crate::model::{Id, Item, Questionnaire};

/// How far a questionnaire covers its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Every item of `source.ron`, in its order.
    pub items: Vec<Covered>,
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

/// What serves each item.
#[must_use]
pub fn coverage(questionnaire: &Questionnaire) -> Coverage {
    let servers = servers(questionnaire);
    let covered = |item: &Item| Covered { item: item.clone(), served: served(&servers, &item.id) };
    Coverage { items: questionnaire.items.iter().map(covered).collect() }
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
