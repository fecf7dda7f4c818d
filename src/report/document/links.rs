//! Links lead to places in the document itself.

use std::collections::HashSet;

use super::{Anchor, Block, Document, Entry, Line, Section};

impl Document {
    /// The same, with no link to what is not in it: an author's layout leaves parts out, and so do editions.
    pub(in crate::report) fn without_dead_links(mut self) -> Self {
        let mut there = HashSet::new();
        of_entries(&self.facts, &mut there);
        self.sections.iter().for_each(|section| of_section(section, &mut there));
        let mut mend = |line: &mut Line| {
            for run in line {
                run.to = run.to.take().filter(|to| there.contains(to));
            }
        };
        lines_of_entries(&mut self.facts, &mut mend);
        self.sections.iter_mut().for_each(|section| lines_of_section(section, &mut mend));
        self
    }
}

fn of_section(section: &Section, there: &mut HashSet<Anchor>) {
    there.insert(section.anchor.clone());
    for block in &section.blocks {
        match block {
            Block::Entries(entries) => of_entries(entries, there),
            Block::Finding(card) => {
                there.insert(card.anchor.clone());
                of_entries(&card.evidence, there);
                of_entries(&card.law, there);
            }
            Block::Figure(figure) => {
                there.insert(figure.anchor.clone());
            }
            Block::Paragraph(_) | Block::List { .. } | Block::Table(_) | Block::Actions(_) => {}
        }
    }
    section.parts.iter().for_each(|part| of_section(part, there));
}

fn of_entries(entries: &[Entry], there: &mut HashSet<Anchor>) {
    there.extend(entries.iter().filter_map(|entry| entry.anchor.clone()));
}

fn lines_of_section(section: &mut Section, each: &mut impl FnMut(&mut Line)) {
    for block in &mut section.blocks {
        match block {
            Block::Paragraph(line) => each(line),
            Block::List { items, .. } => items.iter_mut().for_each(&mut *each),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(&mut *each),
            Block::Entries(entries) => lines_of_entries(entries, each),
            Block::Finding(card) => {
                lines_of_entries(&mut card.evidence, each);
                lines_of_entries(&mut card.law, each);
                each(&mut card.clauses);
                each(&mut card.authority);
            }
            Block::Actions(actions) => actions.rows.iter_mut().for_each(|row| each(&mut row.findings)),
            Block::Figure(_) => {}
        }
    }
    section.parts.iter_mut().for_each(|part| lines_of_section(part, each));
}

fn lines_of_entries(entries: &mut [Entry], each: &mut impl FnMut(&mut Line)) {
    entries.iter_mut().flat_map(|entry| &mut entry.details).for_each(|detail| each(&mut detail.line));
}
