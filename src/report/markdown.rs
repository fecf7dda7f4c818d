//! The report as `CommonMark` with tables. Links are left out: Markdown has no anchors that every reader knows.

mod escape;

use self::escape::{inline, one_line};
use super::document::{
    Actions, Block, Detail, Document, Entry, Figure, FindingCard, Line, Run, Section, Table, Text, Tone,
};
use super::label;
use crate::text::capital;

/// The document in Markdown. Whatever its texts hold is text in it: nothing becomes markup.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = Out::default();
    out.heading(1, &document.title);
    out.paragraph(&[Run::strong(document.subtitle.as_str())]);
    let marking = &document.marking;
    out.paragraph(&[Run::quiet(&format!("{} · {}", marking.edition.as_str(), marking.legend.as_str()))]);
    out.facts(&document.facts);
    document.sections.iter().for_each(|section| out.section(section, 2));
    out.0
}

/// What is written so far: blocks, each ended by a line feed, with a blank line between them.
#[derive(Default)]
struct Out(String);

impl Out {
    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, title: &Text) {
        self.block(&format!("{} {}", "#".repeat(level.min(6)), one_line(&[Run::plain(title.as_str())])));
    }

    fn paragraph(&mut self, line: &[Run]) {
        self.block(&inline(line));
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.heading(level, &section.title);
        for block in &section.blocks {
            match block {
                Block::Paragraph(line) => self.paragraph(line),
                Block::List { numbered, items } => self.list(*numbered, items),
                Block::Table(table) => self.table(table),
                Block::Entries(entries) => self.entries(entries),
                Block::Finding(card) => self.finding(card, level + 1),
                Block::Actions(actions) => self.actions(actions),
                Block::Figure(figure) => self.figure(figure),
            }
        }
        section.parts.iter().for_each(|part| self.section(part, level + 1));
    }

    fn list(&mut self, numbered: bool, items: &[Line]) {
        let items = items.iter().zip(1..).map(|(item, number)| {
            let mark = if numbered { format!("{number}. ") } else { "- ".to_owned() };
            hung(&mark, &inline(item))
        });
        self.block(&items.collect::<Vec<_>>().join("\n"));
    }

    fn table(&mut self, table: &Table) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let head = table.head.iter().map(|cell| one_line(&[Run::plain(cell.as_str())])).collect();
        let rule = table.head.iter().map(|_| "---".to_owned()).collect();
        let body = table.rows.iter().map(|cells| row(cells.iter().map(|cell| one_line(cell)).collect()));
        let lines: Vec<String> = [row(head), row(rule)].into_iter().chain(body).collect();
        self.block(&lines.join("\n"));
    }

    fn actions(&mut self, actions: &Actions) {
        let rows = actions.rows.iter().map(|row| {
            let mut what = vec![Run::plain(row.step.what.as_str())];
            if !row.concerns.is_blank() {
                what.extend([Run::plain(" "), Run::quiet(&format!("({})", row.concerns.as_str()))]);
            }
            let due = row.step.due.map(label::day).unwrap_or_default();
            let who = capital(row.step.who.as_str());
            vec![what, vec![Run::plain(&who)], vec![Run::plain(&due)], row.findings.clone()]
        });
        let head = label::ACTION_HEAD.map(Text::line).to_vec();
        let table = Table { caption: actions.caption.clone(), sheet: None, head, rows: rows.collect() };
        self.table(&table);
    }

    fn figure(&mut self, figure: &Figure) {
        self.paragraph(&[Run::strong(figure.title.as_str())]);
        self.table(&figure.table());
        self.paragraph(&[Run::quiet(figure.reading.as_str())]);
    }

    /// Short facts, one line each.
    fn facts(&mut self, facts: &[Entry]) {
        let items = facts.iter().map(|fact| {
            let mut line = vec![Run::strong(fact.term.as_str()), Run::plain(": ")];
            line.extend(fact.details.iter().flat_map(|detail| detail.line.clone()));
            hung("- ", &inline(&line))
        });
        self.block(&items.collect::<Vec<_>>().join("\n"));
    }

    /// Things and what is said of them: one list item each, its details as paragraphs of the item.
    fn entries(&mut self, entries: &[Entry]) {
        let items = entries.iter().map(|entry| {
            let term = inline(&[Run::strong(entry.term.as_str())]);
            let details = entry.details.iter().map(detail).filter(|detail| !detail.is_empty());
            let parts: Vec<String> = std::iter::once(term).chain(details).collect();
            hung("- ", &parts.join("\n\n"))
        });
        self.block(&items.collect::<Vec<_>>().join("\n\n"));
    }

    fn finding(&mut self, card: &FindingCard, level: usize) {
        self.heading(level, &Text::line(&format!("{}. {}", card.number, card.title.as_str())));
        let mut about = vec![
            Run::strong(&capital(card.severity.name())),
            Run::plain(&format!(" · {}", card.stage.as_str())),
        ];
        about.extend(card.rows.iter().map(|row| Run::plain(&format!(" · {}", row.as_str()))));
        self.paragraph(&about);
        self.paragraph(&[Run::plain(card.because.as_str())]);
        let step = &card.action;
        self.named(label::ACTION, &[Run::plain(step.what.as_str())]);
        self.paragraph(&[Run::quiet(&format!("{}, {}", capital(step.who.as_str()), step.before.as_str()))]);
        if !card.evidence.is_empty() {
            self.paragraph(&[Run::strong(&format!("{}:", label::EVIDENCE))]);
            self.entries(&card.evidence);
        }
        if !card.law.is_empty() {
            self.paragraph(&[Run::strong(&format!("{}:", label::LAW))]);
            self.entries(&card.law);
        }
        self.named(label::CLAUSES, &card.clauses);
        self.named(label::AUTHORITY, &card.authority);
    }

    fn named(&mut self, name: &str, line: &[Run]) {
        if !line.is_empty() {
            self.paragraph(&[&[Run::strong(&format!("{name}:")), Run::plain(" ")], line].concat());
        }
    }
}

fn detail(detail: &Detail) -> String {
    let label = detail.label.map(|label| format!("{label}: ")).unwrap_or_default();
    if detail.tone == Tone::Main {
        let label = Run::quiet(&label);
        return inline(&std::iter::once(label).chain(detail.line.clone()).collect::<Line>());
    }
    let words: String = detail.line.iter().map(|run| run.text.as_str()).collect();
    inline(&[Run::quiet(&format!("{label}{words}"))])
}

/// A list item: its first line after the mark, the others under its text.
fn hung(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.len());
    let lines = text.split('\n').enumerate().map(|(at, line)| match (at, line) {
        (0, line) => format!("{mark}{line}"),
        (_, "") => String::new(),
        (_, line) => format!("{indent}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}
