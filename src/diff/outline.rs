//! A questionnaire as lists of things.

mod beside;
mod layout;
mod stages;

use super::Chapter;
use super::names::Names;
use super::thing::{Field, Sort, Thing};
use crate::model::{Condition, Id, Questionnaire};
use crate::text::{Spanned, quoted};

/// Describes things with the names that they have in the new questionnaire.
pub(super) struct Outline<'a> {
    pub questionnaire: &'a Questionnaire,
    pub names: &'a Names,
}

impl Outline<'_> {
    /// The things of a chapter.
    pub fn chapter(&self, chapter: Chapter) -> Vec<Thing> {
        match chapter {
            Chapter::Questionnaire => self.manifest(),
            Chapter::Stages => self.stages(),
            Chapter::Repeats => self.repeats(),
            Chapter::Rules => self.rules(),
            Chapter::Clauses => self.clauses(),
            Chapter::Glossary => self.glossary(),
            Chapter::Comparison => self.comparison(),
            Chapter::Weighings => self.weighings(),
            Chapter::Layout => self.layout(),
            Chapter::Items => self.items(),
            Chapter::Authorities => self.authorities(),
            Chapter::Facts => self.facts(),
        }
    }
}

/// The fields of one thing, as they are collected.
#[derive(Default)]
struct Fields {
    fields: Vec<Field>,
}

impl Fields {
    /// Words, which may hold placeholders.
    fn words(mut self, names: &Names, name: &'static str, text: &str) -> Self {
        let meant = names.text(text);
        self.fields.push(Field { name, sort: Sort::Wording, shown: text.to_owned(), meant });
        self
    }

    fn some_words(self, names: &Names, name: &'static str, text: Option<&Spanned<String>>) -> Self {
        match text {
            Some(text) => self.words(names, name, text),
            None => self,
        }
    }

    /// What the program goes by, in RON, in former and in present ids.
    fn logic(mut self, name: &'static str, shown: impl Into<String>, meant: impl Into<String>) -> Self {
        self.fields.push(Field { name, sort: Sort::Logic, shown: shown.into(), meant: meant.into() });
        self
    }

    /// The same, where no id is in it.
    fn plain(self, name: &'static str, shown: impl Into<String>) -> Self {
        let shown = shown.into();
        self.logic(name, shown.clone(), shown)
    }

    /// The same, where there is anything to tell.
    fn some_plain(self, name: &'static str, shown: Option<&str>) -> Self {
        match shown {
            Some(shown) => self.plain(name, shown),
            None => self,
        }
    }

    /// A switch, told where it is on.
    fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.plain(name, "true") } else { self }
    }

    fn id(self, name: &'static str, id: Option<&Id>, present: impl Fn(&str) -> String) -> Self {
        match id {
            Some(id) => self.logic(name, quoted(id), quoted(&present(id))),
            None => self,
        }
    }

    fn ids(self, name: &'static str, ids: &[Id], present: impl Fn(&str) -> String) -> Self {
        if ids.is_empty() {
            return self;
        }
        let list = |text: &dyn Fn(&str) -> String| {
            let all: Vec<String> = ids.iter().map(|id| quoted(&text(id))).collect();
            format!("[{}]", all.join(", "))
        };
        self.logic(name, list(&str::to_owned), list(&present))
    }

    fn condition(self, names: &Names, name: &'static str, condition: Option<&Condition>) -> Self {
        match condition {
            Some(condition) => {
                self.logic(name, condition.to_string(), names.condition(condition).to_string())
            }
            None => self,
        }
    }
}

fn thing(role: &'static str, id: &str, says: String, fields: Fields) -> Thing {
    let fields = fields.fields;
    Thing { role, id: id.to_owned(), also: Vec::new(), within: None, says, fields, parts: Vec::new() }
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(|id| id.value.clone()).collect()
}
