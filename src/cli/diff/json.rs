//! The comparison for programs.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::session::Look;
use crate::diff::{Changed, Diff, Fate, FieldChange, Move, Presence, Sort, Verdict, Version};

/// The whole comparison, with what becomes of an interview's answers where one was named.
pub fn as_json(diff: &Diff, look: Option<&Look>) -> Json {
    let mut shape = Map::new();
    shape.insert("format".to_owned(), json!(1));
    shape.insert("old".to_owned(), version(&diff.old));
    shape.insert("new".to_owned(), version(&diff.new));
    let fates: HashMap<&str, &Fate> = diff.fates.iter().map(|fate| (fate.question.as_str(), fate)).collect();
    let questions = diff.questions.iter().map(|changed| {
        let former = changed.was.as_ref().unwrap_or(&changed.id);
        let in_both_or_gone = changed.presence != Presence::Added;
        question(changed, fates.get(former.as_str()).copied().filter(|_| in_both_or_gone))
    });
    shape.insert("questions".to_owned(), questions.collect());
    for (chapter, changed) in &diff.others {
        shape.insert(chapter.name().to_owned(), changed.iter().map(thing).collect());
    }
    shape.insert("session".to_owned(), json!(look.map(Look::as_json)));
    shape.insert("summary".to_owned(), summary(diff));
    Json::Object(shape)
}

fn version(of: &Version) -> Json {
    json!({ "id": of.id, "version": of.version })
}

/// A question, with what becomes of its answers where it is in the old version.
fn question(changed: &Changed, fate: Option<&Fate>) -> Json {
    let words = |list: fn(&Fate) -> Vec<String>| fate.map(list).unwrap_or_default();
    json!({
        "id": changed.id,
        "was": changed.was,
        "stage": changed.within,
        "change": change(changed),
        "verdict": fate.map(|fate| fate.verdict.name()),
        "because": words(|fate| fate.because.iter().map(ToString::to_string).collect()),
        "parked_where": words(|fate| fate.parked_where.iter().map(ToString::to_string).collect()),
        "hangs_on": words(|fate| fate.hangs_on.iter().map(ToString::to_string).collect()),
        "perhaps": changed.perhaps,
    })
}

fn thing(changed: &Changed) -> Json {
    json!({
        "is": changed.role,
        "id": changed.id,
        "was": changed.was,
        "stage": changed.within,
        "says": changed.says,
        "change": change(changed),
        "perhaps": changed.perhaps,
    })
}

/// Everything that changed of it, one by one.
fn change(changed: &Changed) -> Vec<Json> {
    let presence = match changed.presence {
        Presence::Added => Some(json!({ "what": "added" })),
        Presence::Removed => Some(json!({ "what": "removed" })),
        Presence::Both => None,
    };
    let renamed = changed.was.as_ref().map(|was| json!({ "what": "renamed", "from": was }));
    let moved = changed.moved.as_ref().map(|moved| match moved {
        Move::Stage { from, to } => json!({ "what": "moved", "from": from, "to": to }),
        Move::Behind(before) => json!({ "what": "moved", "behind": before }),
    });
    let single = [presence, renamed, moved].into_iter().flatten();
    let parts = changed.parts.iter().map(|part| json!({ "what": "part", "part": thing(part) }));
    single.chain(changed.fields.iter().map(field)).chain(parts).collect()
}

fn field(field: &FieldChange) -> Json {
    let what = match field.sort {
        Sort::Wording => "wording",
        Sort::Logic => "logic",
    };
    json!({ "what": what, "field": field.name, "old": field.old, "new": field.new })
}

fn summary(diff: &Diff) -> Json {
    let is = |presence| diff.questions.iter().filter(|one| one.presence == presence).count();
    let changed = diff.questions.iter().filter(|one| one.presence == Presence::Both && !one.is_same());
    let of = |verdict| diff.fates.iter().filter(|fate| fate.verdict == verdict).count();
    json!({
        "opens": diff.opens(),
        "questions": diff.fates.len(),
        "added": is(Presence::Added),
        "removed": is(Presence::Removed),
        "changed": changed.count(),
        "carried": of(Verdict::Carried),
        "reconfirm": of(Verdict::Reconfirm),
        "parked": of(Verdict::Parked),
        "partly_parked": diff.fates.iter().filter(|fate| !fate.parked_where.is_empty()).count(),
    })
}
