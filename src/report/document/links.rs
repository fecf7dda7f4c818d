//! Links lead to places in the document itself.

use std::collections::HashSet;

use super::{Anchor, Block, Document, Entry, Line, Section};

impl Document {
    /// Every name that a link can lead to, in reading order.
    #[must_use]
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors: Vec<&str> = of_entries(&self.facts).collect();
        self.sections.iter().for_each(|section| of_section(section, &mut anchors));
        anchors
    }

    /// The same, with no link to what is not in it: an author's layout leaves parts out, and so do editions.
    pub(in crate::report) fn without_dead_links(mut self) -> Self {
        let there: HashSet<Anchor> = self.anchors().into_iter().map(str::to_owned).collect();
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

fn of_section<'d>(section: &'d Section, anchors: &mut Vec<&'d str>) {
    anchors.push(&section.anchor);
    for block in &section.blocks {
        match block {
            Block::Entries(entries) => anchors.extend(of_entries(entries)),
            Block::Finding(card) => {
                anchors.push(&card.anchor);
                anchors.extend(of_entries(&card.evidence).chain(of_entries(&card.law)));
            }
            Block::Figure(figure) => anchors.push(&figure.anchor),
            Block::Paragraph(_) | Block::List { .. } | Block::Table(_) | Block::Actions(_) => {}
        }
    }
    section.parts.iter().for_each(|part| of_section(part, anchors));
}

fn of_entries(entries: &[Entry]) -> impl Iterator<Item = &str> {
    entries.iter().filter_map(|entry| entry.anchor.as_deref())
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
