//! What changed, for a person.

use super::table::table;
use crate::diff::{Changed, Chapter, Diff, FieldChange, Move, Presence, Sort, Version, marks};
use crate::text::clean_line;

/// The whole comparison.
pub fn as_text(diff: &Diff) -> String {
    let mut sections = vec![heading(&diff.old, &diff.new)];
    if !diff.opens() {
        let (old, new) = (clean_line(&diff.old.id), clean_line(&diff.new.id));
        let what = if diff.is_empty() { "Nothing changed but the id" } else { "The id changed" };
        sections.push(format!(
            "{what}, from `{old}` to `{new}`: a session opens only with a questionnaire of the id that it was begun with.\n\
             Keep the id `{old}` where this is a new version; a new one is for another questionnaire.\n"
        ));
    } else if diff.is_empty() {
        sections.push("Nothing changed.\n".to_owned());
    }
    sections.extend(section("Questionnaire", of(diff, Chapter::Questionnaire)));
    sections.extend(stages(diff));
    let rest = [
        (Chapter::Rules, "Rules"),
        (Chapter::Clauses, "Clause points"),
        (Chapter::Glossary, "Glossary"),
        (Chapter::Comparison, "Comparison"),
        (Chapter::Weighings, "Weighings"),
        (Chapter::Layout, "Report"),
        (Chapter::Items, "Items of the source"),
        (Chapter::Authorities, "Authorities"),
        (Chapter::Facts, "Facts of countries' law"),
    ];
    sections.extend(rest.into_iter().filter_map(|(chapter, title)| section(title, of(diff, chapter))));
    sections.push(table(diff));
    sections.join("\n")
}

/// "offshore-ip 3 → 4".
pub fn heading(old: &Version, new: &Version) -> String {
    let name = |version: &Version| clean_line(&format!("{} {}", version.id, version.version));
    let to = if old.id == new.id { clean_line(&new.version) } else { name(new) };
    format!("{} → {to}\n", name(old))
}

fn of(diff: &Diff, chapter: Chapter) -> Vec<&Changed> {
    let found = diff.others.iter().find(|(one, _)| *one == chapter);
    found.into_iter().flat_map(|(_, changed)| changed).collect()
}

fn section(title: &str, changed: Vec<&Changed>) -> Option<String> {
    let lines: Vec<String> = changed.into_iter().flat_map(|one| lines(one, 1)).collect();
    (!lines.is_empty()).then(|| format!("{title}\n{}\n", lines.join("\n")))
}

/// The stages as they are now and those that are gone, each with its lists and questions.
fn stages(diff: &Diff) -> Vec<String> {
    let changed_stages = of(diff, Chapter::Stages);
    let repeats = of(diff, Chapter::Repeats);
    let questions: Vec<&Changed> = diff.questions.iter().filter(|one| !one.is_same()).collect();
    let mut ids: Vec<&str> = Vec::new();
    let within = diff.questions.iter().chain(repeats.iter().copied()).filter_map(|one| one.within.as_deref());
    for id in within.chain(changed_stages.iter().map(|stage| stage.id.as_str())) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let sections = ids.into_iter().filter_map(|id| {
        let is_in = |one: &&&Changed| one.within.as_deref() == Some(id);
        let own = changed_stages.iter().filter(|stage| stage.id == id);
        let all = own.chain(repeats.iter().filter(is_in)).chain(questions.iter().filter(is_in));
        section(&format!("Stage {}", clean_line(id)), all.copied().collect())
    });
    sections.collect()
}

/// A thing with all that changed of it.
fn lines(changed: &Changed, depth: usize) -> Vec<String> {
    let indent = "  ".repeat(depth);
    let name = clean_line(&format!("{} {}", changed.role, changed.id));
    let name = name.trim_end();
    let says = clean_line(&changed.says);
    let says = if says.is_empty() { String::new() } else { format!(": “{says}”") };
    let mut out = vec![match changed.presence {
        Presence::Added => format!("{indent}+ {name}{says}"),
        Presence::Removed => format!("{indent}- {name}{says}"),
        // Nothing but its words tells a point or a sign from the next one.
        Presence::Both if changed.id.is_empty() || changed.role == "point" => {
            format!("{indent}~ {name}{says}")
        }
        Presence::Both => format!("{indent}~ {name}"),
    }];
    let inner = format!("{indent}    ");
    out.extend(changed.was.iter().map(|was| format!("{inner}renamed from {}", clean_line(was))));
    out.extend(changed.moved.iter().map(|moved| format!("{inner}{}", moved_words(moved))));
    out.extend(perhaps(changed).map(|hint| format!("{inner}{hint}")));
    out.extend(changed.fields.iter().map(|field| field_lines(field, &inner)));
    out.extend(changed.parts.iter().flat_map(|part| lines(part, depth + 2)));
    out
}

fn moved_words(moved: &Move) -> String {
    match moved {
        Move::Stage { from, .. } => format!("moved here from the stage {}", clean_line(from)),
        Move::Behind(Some(before)) => format!("moved behind {}", clean_line(before)),
        Move::Behind(None) => "moved to the top".to_owned(),
    }
}

/// A rename that nobody declared is asked about, at the new one.
fn perhaps(changed: &Changed) -> Option<String> {
    let former = changed.perhaps.as_ref().filter(|_| changed.presence == Presence::Added)?;
    let former = clean_line(former);
    Some(format!("`{former}`, which is gone, reads the same. Was it renamed? Then write was: [\"{former}\"]"))
}

fn field_lines(field: &FieldChange, indent: &str) -> String {
    let name = field.name;
    let old = field.old.as_deref().map(clean_line);
    let new = field.new.as_deref().map(clean_line);
    match (old, new) {
        (Some(old), Some(new)) => {
            let marked = (field.sort == Sort::Wording).then(|| marks(&old, &new)).flatten();
            let blank = " ".repeat(name.len());
            marked.map_or_else(
                || format!("{indent}{name}: - {old}\n{indent}{blank}  + {new}"),
                |marked| format!("{indent}{name}: {marked}"),
            )
        }
        (Some(old), None) => format!("{indent}{name}: - {old}"),
        (None, Some(new)) => format!("{indent}{name}: + {new}"),
        (None, None) => String::new(),
    }
}
