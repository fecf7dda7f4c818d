//! The order and the tables of the report.

use super::{Fields, Outline, thing};
use crate::diff::thing::Thing;
use crate::model::{Column, Matrix, Part, TableOf};
use crate::text::quoted;

impl Outline<'_> {
    /// The layout as one thing with its tables as parts.
    pub(super) fn layout(&self) -> Vec<Thing> {
        let names = self.names;
        let layout = self.questionnaire.layout.iter().map(|layout| {
            let order: Vec<String> = layout.parts.iter().map(name).collect();
            let fields = Fields::default()
                .id("counterpart", layout.counterpart.as_ref(), |id| names.repeat(id).to_owned())
                .plain("parts", order.join(", "));
            let fields = self.columns(fields, "cover", &layout.cover);
            let parts = layout.parts.iter().filter_map(|part| match part {
                Part::Table(table) => Some(self.table(table)),
                Part::Matrix(matrix) => Some(self.matrix(matrix)),
                Part::Checklist(checklist) => {
                    let fields = Fields::default()
                        .words(names, "title", &checklist.title)
                        .condition(names, "when", checklist.when.as_ref())
                        .ids("items", &checklist.items, str::to_owned);
                    Some(thing("checklist", &checklist.id, checklist.title.value.clone(), fields))
                }
                _ => None,
            });
            Thing { parts: parts.collect(), ..thing("report", "", String::new(), fields) }
        });
        layout.collect()
    }

    fn table(&self, table: &TableOf) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "title", &table.title)
            .some_words(names, "about", table.about.as_ref())
            .id("repeat", table.repeat.as_ref(), |id| names.repeat(id).to_owned())
            .flag("register", table.register);
        let fields = self.columns(fields, "columns", &table.columns);
        thing("table", &table.id, table.title.value.clone(), fields)
    }

    fn matrix(&self, matrix: &Matrix) -> Thing {
        let names = self.names;
        let own = Fields::default().words(names, "title", &matrix.title).words(names, "about", &matrix.about);
        let safeguards = matrix.safeguards.iter().map(|one| {
            let fields = Fields::default().condition(names, "applies", one.applies.as_ref()).condition(
                names,
                "met",
                Some(&one.met),
            );
            thing("safeguard", &one.title, one.title.value.clone(), fields)
        });
        let fields = self.columns(own, "gets", &matrix.gets);
        Thing {
            parts: safeguards.collect(),
            ..thing("matrix", &matrix.id, matrix.title.value.clone(), fields)
        }
    }

    fn columns(&self, fields: Fields, name: &'static str, columns: &[Column]) -> Fields {
        let list = |question: &dyn Fn(&str) -> String| {
            let pairs =
                columns.iter().map(|one| format!("{}: {}", quoted(&one.head), question(&one.question)));
            pairs.collect::<Vec<_>>().join(", ")
        };
        fields.logic(name, list(&str::to_owned), list(&|id| self.names.question(id).to_owned()))
    }
}

/// A part by its name, with its id where it has one.
fn name(part: &Part) -> String {
    match part {
        Part::Table(table) => format!("table {}", table.id),
        Part::Matrix(matrix) => format!("matrix {}", matrix.id),
        Part::Checklist(checklist) => format!("checklist {}", checklist.id),
        other => format!("{other:?}").to_lowercase(),
    }
}
