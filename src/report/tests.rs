//! What every report must hold.

mod complete;
mod contrast;
mod docx;
mod editions;
mod foreign;
mod golden;
mod hostile;
mod links;
mod terms;

use super::Edition;
use super::document::{Block, Document, Entry, Run, Section, Text};
use super::fixture::{header, interview};
use crate::model::Act;

pub(super) fn document(title: &str, acts: &[Act]) -> Document {
    let (interview, changed) = interview(acts);
    super::compose(&interview, &header(title), changed, &Edition::Counsel)
}

/// Every text of a document, in reading order.
pub(super) fn texts(document: &Document) -> Vec<&Text> {
    let mut out = vec![&document.title, &document.subtitle];
    of_entries(&document.facts, &mut out);
    document.sections.iter().for_each(|section| of_section(section, &mut out));
    out
}

fn of_section<'d>(section: &'d Section, out: &mut Vec<&'d Text>) {
    out.push(&section.title);
    section.blocks.iter().for_each(|block| of_block(block, out));
    section.parts.iter().for_each(|part| of_section(part, out));
}

fn of_block<'d>(block: &'d Block, out: &mut Vec<&'d Text>) {
    match block {
        Block::Paragraph(line) => of_line(line, out),
        Block::List { items, .. } => items.iter().for_each(|item| of_line(item, out)),
        Block::Table(table) => {
            out.extend(&table.head);
            table.rows.iter().flatten().for_each(|cell| of_line(cell, out));
        }
        Block::Entries(entries) => of_entries(entries, out),
        Block::Finding(card) => {
            out.extend([&card.title, &card.stage, &card.because]);
            out.extend([&card.action.what, &card.action.before]);
            out.extend(&card.rows);
            of_entries(&card.evidence, out);
            of_entries(&card.law, out);
            of_line(&card.clauses, out);
            of_line(&card.authority, out);
        }
        Block::Actions(actions) => actions.rows.iter().for_each(|row| {
            out.extend([&row.step.what, &row.concerns]);
            of_line(&row.findings, out);
        }),
        Block::Figure(figure) => out.extend([&figure.title, &figure.reading]),
    }
}

fn of_line<'d>(line: &'d [Run], out: &mut Vec<&'d Text>) {
    out.extend(line.iter().map(|run| &run.text));
}

fn of_entries<'d>(entries: &'d [Entry], out: &mut Vec<&'d Text>) {
    for entry in entries {
        out.push(&entry.term);
        entry.details.iter().for_each(|detail| of_line(&detail.line, out));
    }
}

/// A text without regard to how its white space is made.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
