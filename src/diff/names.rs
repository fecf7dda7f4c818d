//! What things of the old questionnaire are called in the new one.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Condition, Id, Question, Questionnaire};

/// Former ids of one sort of thing, with the present one.
type Renamed = HashMap<String, String>;

/// For every id that went: what has it as its `was`. An id that is still there keeps its meaning.
#[derive(Debug, Default)]
pub(super) struct Names {
    stages: Renamed,
    questions: Renamed,
    repeats: Renamed,
    rules: Renamed,
    clauses: Renamed,
    /// By the former id of the question.
    options: HashMap<String, Renamed>,
}

/// Pairs of former and present ids, without those former ones that are in use.
fn renamed<'a>(things: impl Iterator<Item = (&'a Id, &'a [Id])>) -> Renamed {
    let things: Vec<_> = things.collect();
    let in_use: HashSet<&str> = things.iter().map(|(id, _)| id.value.as_str()).collect();
    let mut renamed = Renamed::new();
    for (id, was) in things {
        for former in was.iter().filter(|former| !in_use.contains(former.value.as_str())) {
            renamed.entry(former.value.clone()).or_insert_with(|| id.value.clone());
        }
    }
    renamed
}

fn renamed_options(question: &Question) -> Renamed {
    renamed(question.kind.options().iter().map(|option| (&option.id, option.was.as_slice())))
}

/// A stage has no `was`, because no session names it. One that is gone lives on in the new one that has most of its
/// questions.
fn renamed_stages(old: &Questionnaire, new: &Questionnaire, questions: &Renamed) -> Renamed {
    let ids = |of: &Questionnaire| -> HashSet<String> {
        of.stages.iter().map(|stage| stage.id.value.clone()).collect()
    };
    let (before, now) = (ids(old), ids(new));
    let mut taken = HashSet::new();
    let mut renamed = Renamed::new();
    for stage in old.stages.iter().filter(|stage| !now.contains(&stage.id.value)) {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for question in &stage.questions {
            let present = questions.get(&question.id.value).unwrap_or(&question.id.value);
            let there = new.stage_of(present).filter(|at| !before.contains(&new.stages[*at].id.value));
            if let Some(at) = there {
                *shared.entry(at).or_default() += 1;
            }
        }
        let most = shared.into_iter().filter(|(at, _)| !taken.contains(at)).max_by_key(|(_, count)| *count);
        if let Some((at, _)) = most {
            taken.insert(at);
            renamed.insert(stage.id.value.clone(), new.stages[at].id.value.clone());
        }
    }
    renamed
}

impl Names {
    /// Between two versions. The `was` of the new one tells all.
    pub fn between(old: &Questionnaire, new: &Questionnaire) -> Self {
        let questions = renamed(new.questions().map(|one| (&one.id, one.was.as_slice())));
        let present = |id: &str| new.question(questions.get(id).map_or(id, String::as_str));
        let options = old.questions().filter_map(|question| {
            let options = renamed_options(present(&question.id)?);
            (!options.is_empty()).then(|| (question.id.value.clone(), options))
        });
        Self {
            options: options.collect(),
            stages: renamed_stages(old, new, &questions),
            questions,
            repeats: renamed(new.repeats().map(|one| (&one.id, one.was.as_slice()))),
            rules: renamed(new.rules().map(|(_, one)| (&one.id, one.was.as_slice()))),
            clauses: renamed(new.clauses.iter().map(|one| (&one.id, one.was.as_slice()))),
        }
    }

    /// The present id of a stage.
    pub fn stage<'a>(&'a self, id: &'a str) -> &'a str {
        self.stages.get(id).map_or(id, String::as_str)
    }

    /// The present id of a question.
    pub fn question<'a>(&'a self, id: &'a str) -> &'a str {
        self.questions.get(id).map_or(id, String::as_str)
    }

    /// The present id of a repeat.
    pub fn repeat<'a>(&'a self, id: &'a str) -> &'a str {
        self.repeats.get(id).map_or(id, String::as_str)
    }

    /// The present id of a rule.
    pub fn rule<'a>(&'a self, id: &'a str) -> &'a str {
        self.rules.get(id).map_or(id, String::as_str)
    }

    /// The present id of a clause.
    pub fn clause<'a>(&'a self, id: &'a str) -> &'a str {
        self.clauses.get(id).map_or(id, String::as_str)
    }

    /// The present id of an option, by the former id of its question.
    pub fn option<'a>(&'a self, question: &str, id: &'a str) -> &'a str {
        self.options.get(question).and_then(|options| options.get(id)).map_or(id, String::as_str)
    }

    /// The present id of what a `Some` or an `each` goes through: a repeat, or a Rows question.
    pub fn list<'a>(&'a self, id: &'a str) -> &'a str {
        self.repeats.get(id).map_or_else(|| self.question(id), String::as_str)
    }

    /// A text with the present ids in its placeholders.
    pub fn text(&self, text: &str) -> String {
        if self.questions.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            out.push('{');
            rest = after;
            let named =
                after.split_once('}').and_then(|(id, behind)| Some((self.questions.get(id)?, behind)));
            if let Some((present, behind)) = named {
                out.push_str(present);
                out.push('}');
                rest = behind;
            }
        }
        out + rest
    }

    /// A condition in present ids.
    pub fn condition(&self, condition: &Condition) -> Condition {
        let question = |id: &Id| Id::from(self.question(id));
        let list = |id: &Id| Id::from(self.list(id));
        let option = |of: &Id, id: &Id| Id::from(self.option(of, id));
        let options = |of: &Id, ids: &[Id]| ids.iter().map(|id| option(of, id)).collect();
        let part = |part: &Condition| Box::new(self.condition(part));
        let parts = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect();
        match condition {
            Condition::All(all) => Condition::All(parts(all)),
            Condition::Any(any) => Condition::Any(parts(any)),
            Condition::Not(not) => Condition::Not(part(not)),
            Condition::Is(id, one) => Condition::Is(question(id), option(id, one)),
            Condition::OneOf(id, some) => Condition::OneOf(question(id), options(id, some)),
            Condition::Includes(id, one) => Condition::Includes(question(id), option(id, one)),
            Condition::Yes(id) => Condition::Yes(question(id)),
            Condition::No(id) => Condition::No(question(id)),
            Condition::AtLeast(id, least) => Condition::AtLeast(question(id), *least),
            Condition::AtMost(id, most) => Condition::AtMost(question(id), *most),
            Condition::Answered(id) => Condition::Answered(question(id)),
            Condition::Unknown(id) => Condition::Unknown(question(id)),
            Condition::Among(one, others) => Condition::Among(question(one), question(others)),
            Condition::Fact(id, kind, values) => Condition::Fact(question(id), kind.clone(), values.clone()),
            Condition::Some(of, inner) => Condition::Some(list(of), part(inner)),
            Condition::Every(of, inner) => Condition::Every(list(of), part(inner)),
            Condition::Count(of, inner, least) => Condition::Count(list(of), part(inner), *least),
        }
    }
}
