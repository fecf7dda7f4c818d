//! What an author may do to a questionnaire, at random.

use std::sync::Arc;

use proptest::prelude::*;

use crate::engine::fixture::{condition, jurisdictions, offshore, parse, questionnaire};
use crate::model::{Condition, Id, Kind, Opt, Question, Questionnaire, Stage};

const STAGES: &str = include_str!("../../engine/fixture/stages.ron");

/// Something that is done; numbers choose what it is done to.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A question or repeat is given another id wherever it is named, with word of it in its `was` or without.
    Rename(usize, bool),
    RenameOption(usize, bool),
    Remove(usize),
    RemoveOption(usize),
    AddOption(usize),
    LeaveAlone(usize),
    Kind(usize, usize),
    Reword(usize),
    Relabel(usize),
    When(usize, usize),
    RowOf(usize, usize),
    Repeat(usize, usize),
    ForgetFacts,
    /// One question is taken out, and another one takes its answers.
    Join(usize, usize),
}

pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let n = || 0usize..100;
    let edit = prop_oneof![
        3 => (n(), any::<bool>()).prop_map(|(what, declared)| Edit::Rename(what, declared)),
        2 => (n(), any::<bool>()).prop_map(|(what, declared)| Edit::RenameOption(what, declared)),
        2 => n().prop_map(Edit::Remove),
        2 => n().prop_map(Edit::RemoveOption),
        1 => n().prop_map(Edit::AddOption),
        1 => n().prop_map(Edit::LeaveAlone),
        3 => (n(), n()).prop_map(|(what, kind)| Edit::Kind(what, kind)),
        1 => n().prop_map(Edit::Reword),
        1 => n().prop_map(Edit::Relabel),
        2 => (n(), n()).prop_map(|(what, when)| Edit::When(what, when)),
        2 => (n(), n()).prop_map(|(what, rows)| Edit::RowOf(what, rows)),
        2 => (n(), n()).prop_map(|(what, how)| Edit::Repeat(what, how)),
        1 => Just(Edit::ForgetFacts),
        1 => (n(), n()).prop_map(|(what, into)| Edit::Join(what, into)),
    ];
    prop::collection::vec(edit, 1..4)
}

/// The fixture after the edits.
pub fn edited(edits: &[Edit]) -> Arc<Questionnaire> {
    let mut stages = renamed(edits);
    for edit in edits {
        change(&mut stages, edit);
    }
    let mut facts = jurisdictions();
    if edits.iter().any(|edit| matches!(edit, Edit::ForgetFacts)) {
        Arc::make_mut(&mut facts).countries.remove("IN");
    }
    let manifest = questionnaire("[]").manifest.clone();
    let edited = Questionnaire::new(manifest, stages, Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Arc::new(edited.with_jurisdictions(facts))
}

/// The fixture's stages, renamed as the edits say.
fn renamed(edits: &[Edit]) -> Vec<Stage> {
    let fixture = offshore();
    let ids: Vec<&Id> =
        fixture.questions().map(|one| &one.id).chain(fixture.repeats().map(|one| &one.id)).collect();
    let mut text = STAGES.to_owned();
    let mut declared = Vec::new();
    for edit in edits {
        let Edit::Rename(what, is_declared) = edit else { continue };
        let from = ids[what % ids.len()];
        text = text
            .replace(&format!("\"{from}\""), &format!("\"{from}_2\""))
            .replace(&format!("{{{from}}}"), &format!("{{{from}_2}}"));
        declared.extend(is_declared.then_some(from));
    }
    let mut stages: Vec<Stage> = parse(&text);
    for stage in &mut stages {
        let repeats = stage.repeats.iter_mut().map(|one| (&one.id, &mut one.was));
        for (id, was) in stage.questions.iter_mut().map(|one| (&one.id, &mut one.was)).chain(repeats) {
            let former = declared.iter().filter(|from| id.value == format!("{from}_2"));
            was.extend(former.map(|from| (*from).clone()));
        }
    }
    stages
}

fn change(stages: &mut [Stage], edit: &Edit) {
    match edit {
        Edit::Rename(..) | Edit::ForgetFacts => {}
        Edit::RenameOption(what, declared) => with_option(stages, *what, |options, at| {
            let from = options[at].id.clone();
            options[at].id = format!("{from}_2").as_str().into();
            options[at].was.extend(declared.then_some(from));
        }),
        Edit::Remove(what) => {
            take_out(stages, *what);
        }
        Edit::RemoveOption(what) => with_option(stages, *what, |options, at| {
            options.remove(at);
        }),
        Edit::AddOption(what) => with_option(stages, *what, |options, _| {
            let more: Opt = parse(r#"(id: "more", label: "More")"#);
            options.retain(|option| option.id != more.id);
            options.push(more);
        }),
        Edit::LeaveAlone(what) => with_option(stages, *what, |options, at| options[at].alone = true),
        Edit::Relabel(what) => with_option(stages, *what, |options, at| options[at].label = "Else".into()),
        Edit::Kind(what, kind) => question(stages, *what).kind = chosen(&kinds(), *kind),
        Edit::Reword(what) => question(stages, *what).ask = "What else?".into(),
        Edit::When(what, when) => question(stages, *what).when = chosen(&whens(), *when),
        Edit::RowOf(what, rows) => {
            question(stages, *what).row_of =
                chosen(&[None, Some("assets".into()), Some("partners".into())], *rows);
        }
        Edit::Repeat(what, how) => {
            let mut repeats: Vec<_> = stages.iter_mut().flat_map(|stage| &mut stage.repeats).collect();
            let at = what % repeats.len();
            match how % 3 {
                0 => repeats[at].most += 1,
                1 => repeats[at].least += 1,
                _ => repeats[at].when = chosen(&whens(), *how),
            }
        }
        Edit::Join(what, into) => {
            let gone = take_out(stages, *what);
            question(stages, *into).was.push(gone);
        }
    }
}

fn chosen<T: Clone>(all: &[T], number: usize) -> T {
    all[number % all.len()].clone()
}

/// One of the questions that name no rows: a repeat has its label question.
fn question(stages: &mut [Stage], number: usize) -> &mut Question {
    let labels: Vec<Id> =
        stages.iter().flat_map(|stage| &stage.repeats).map(|repeat| repeat.label.clone()).collect();
    let all = stages.iter_mut().flat_map(|stage| &mut stage.questions);
    let mut all: Vec<&mut Question> = all.filter(|question| !labels.contains(&question.id)).collect();
    let at = number % all.len();
    all.swap_remove(at)
}

fn take_out(stages: &mut [Stage], number: usize) -> Id {
    let gone = question(stages, number).id.clone();
    for stage in stages {
        stage.questions.retain(|question| question.id != gone);
    }
    gone
}

/// Does something to the options of a question and one of them.
fn with_option(stages: &mut [Stage], number: usize, change: impl FnOnce(&mut Vec<Opt>, usize)) {
    let questions = stages.iter_mut().flat_map(|stage| &mut stage.questions);
    let all = questions.filter_map(|question| match &mut question.kind {
        Kind::Choice(options) | Kind::Choices(options) if !options.is_empty() => Some(options),
        _ => None,
    });
    let mut all: Vec<&mut Vec<Opt>> = all.collect();
    if !all.is_empty() {
        let at = number % all.len();
        let options = all.swap_remove(at);
        let at = number % options.len();
        change(options, at);
    }
}

fn kinds() -> Vec<Kind> {
    let kinds = [
        "YesNo",
        "Text(Short)",
        "Text(Long)",
        "Country",
        "Date",
        r#"Rows("assets")"#,
        r#"Rows("partners")"#,
        r#"Number(unit: "people", least: 5)"#,
        r#"Number(unit: "people", least: 1, most: 5)"#,
        r#"Number(unit: "firms")"#,
        r#"Scale(low: "not at all", high: "quite")"#,
        r#"Choice([(id: "customer", label: "The customer"), (id: "new", label: "New")])"#,
        r#"Choices([(id: "speed", label: "Speed"), (id: "cost", label: "Low cost", alone: true)])"#,
    ];
    kinds.map(parse).into()
}

fn whens() -> Vec<Option<Condition>> {
    let whens = [
        r#"Yes("outsource")"#,
        r#"Not(Is("role", "vendor"))"#,
        r#"Some("assets", Is("asset_kind", "code"))"#,
        r#"Fact("home", "silent_owner", ["contractor"])"#,
    ];
    whens.into_iter().map(|when| Some(condition(when))).chain([None]).collect()
}
