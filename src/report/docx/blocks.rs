//! Sections and their blocks.

use maud::{Markup, html};

use super::Book;
use super::words::{paragraph, run, said};
use crate::report::document::{Block, Line, Section};

/// Headings that Word numbers.
pub(super) const LEVELS: usize = 4;

impl Book<'_> {
    pub(super) fn section(&mut self, section: &Section, level: usize, on_new_page: bool) -> Markup {
        let title = section.title.as_str();
        let heading = self.marked(Some(&section.anchor), run("", title));
        let style = format!("Heading{}", level.min(LEVELS));
        html! {
            @if on_new_page { w:p { w:pPr { w:pStyle w:val=(style) {} w:pageBreakBefore {} } (heading) } }
            @else { (paragraph(&style, title, heading)) }
            @for (at, block) in section.blocks.iter().enumerate() {
                @if let (0, Block::Paragraph(line), true) = (at, block, leads(section)) { (self.spoken("LeadIn", line)) }
                @else { (self.block(block, level)) }
            }
            @for part in &section.parts { (self.section(part, level + 1, false)) }
        }
    }

    fn block(&mut self, block: &Block, level: usize) -> Markup {
        match block {
            Block::Paragraph(line) => self.spoken("BodyText", line),
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Table(table) => self.table(table),
            Block::Entries(entries) => self.entries(entries),
            Block::Finding(card) => self.card(card, level),
            Block::Actions(actions) => self.actions(actions),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn list(&mut self, numbered: bool, items: &[Line]) -> Markup {
        if numbered {
            self.lists += 1;
        }
        html! {
            @for item in items {
                @if numbered {
                    w:p {
                        w:pPr {
                            w:pStyle w:val="ListNumber" {}
                            w:numPr { w:ilvl w:val="0" {} w:numId w:val=(super::numbering::list(self.lists)) {} }
                            @if crate::text::is_right_to_left(&said(item)) { w:bidi {} }
                        }
                        (self.line(item))
                    }
                } @else {
                    (self.spoken("ListBullet", item))
                }
            }
        }
    }
}

/// Whether the first words of a section lead in what follows, so that they don't stay behind at the foot of a page.
fn leads(section: &Section) -> bool {
    section.blocks.len() > 1 || !section.parts.is_empty()
}
