//! Answers as a table: a line for each row of a list, or for each question.

use super::case::{Case, links};
use crate::engine::row_name;
use crate::model::{Column, Id, Place, TableOf};
use crate::report::document::{Block, Line, Run, Section, Sheet, Table, Text};

/// So many columns stand in one table beside the name; further ones in another.
const BESIDE: usize = 5;

pub(super) fn section(case: &Case<'_>, table: &TableOf) -> Option<Section> {
    let about = table.about.iter().map(|about| Block::Paragraph(vec![Run::quiet(about)]));
    let tables = match &table.repeat {
        Some(repeat) => of_rows(case, table, repeat),
        None => of_questions(case, table).into_iter().collect(),
    };
    (!tables.is_empty()).then(|| Section {
        anchor: case.part_anchor(&table.id),
        title: Text::line(&table.title),
        blocks: about.chain(tables.into_iter().map(Block::Table)).collect(),
        parts: Vec::new(),
    })
}

/// One table for some columns after the other, each with every row. A column of which no row has anything is left out.
fn of_rows(case: &Case<'_>, table: &TableOf, repeat: &Id) -> Vec<Table> {
    let rows = case.interview.state().rows(repeat);
    let told = |column: &&Column| rows.iter().any(|row| case.is_asked(&place(column, Some(row))));
    let columns: Vec<&Column> = table.columns.iter().filter(told).collect();
    let what = case.questionnaire().repeat(repeat).map_or("", |repeat| repeat.item.value.as_str());
    let tables = columns.chunks(BESIDE).map(|columns| Table {
        caption: Text::line(&table.title),
        sheet: table.register.then_some(Sheet::Register),
        head: std::iter::once(crate::text::capital(what).as_str())
            .chain(columns.iter().map(|column| column.head.value.as_str()))
            .map(Text::line)
            .collect(),
        rows: rows.iter().map(|row| line(case, repeat, row, columns)).collect(),
    });
    if rows.is_empty() { Vec::new() } else { tables.collect() }
}

fn line(case: &Case<'_>, repeat: &Id, row: &str, columns: &[&Column]) -> Vec<Line> {
    let name = vec![Run::plain(&row_name(case.interview, repeat, row))];
    let cells = columns.iter().map(|column| answer(case, &place(column, Some(row))));
    std::iter::once(name).chain(cells).collect()
}

/// A line for each question that is asked, with the findings that rest on its answer.
fn of_questions(case: &Case<'_>, table: &TableOf) -> Option<Table> {
    let asked = table.columns.iter().map(|column| (column, place(column, None)));
    let rows = asked.filter(|(_, place)| case.is_asked(place)).map(|(column, place)| {
        let resting: Vec<_> =
            case.findings().filter(|found| found.finding.evidence.contains(&place)).collect();
        vec![vec![Run::plain(&column.head)], answer(case, &place), links(&resting)]
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    (!rows.is_empty()).then(|| Table {
        caption: Text::line(&table.title),
        sheet: table.register.then_some(Sheet::Register),
        head: ["Point", "Answer", "Findings"].map(Text::line).to_vec(),
        rows,
    })
}

fn place(column: &Column, row: Option<&str>) -> Place {
    Place::new(column.question.value.as_str(), row)
}

/// An answer in a cell, leading to where it stands in full.
fn answer(case: &Case<'_>, place: &Place) -> Line {
    if !case.is_asked(place) {
        return vec![Run::quiet("–")];
    }
    match case.interview.state().answer(place) {
        Some(answer) => {
            let detail = case.answer(place, answer);
            detail.line.into_iter().map(|run| Run { to: Some(case.anchor(place)), ..run }).collect()
        }
        None => vec![Run::quiet("Not answered yet")],
    }
}
