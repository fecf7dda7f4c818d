//! A document as lines of a terminal: every block in its own way, nothing left out.

use ratatui::text::Span;

use super::figure;
use super::grid;
use crate::report::document::{
    Actions, Block, Detail, Document, Entry, FindingCard, Line, Run, Section, Style, Text, Tone,
};
use crate::report::label;
use crate::text::{capital, width};
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;

/// Columns beyond which a line of text is hard to read.
const MEASURE: u16 = 100;

/// A document laid out for a width.
pub struct Page {
    /// The width that it was laid out for.
    pub columns: u16,
    /// The theme that it was laid out in.
    pub theme: Theme,
    /// Its headings.
    pub heads: Vec<Head>,
    pub(super) sheet: Sheet,
}

/// A heading.
pub struct Head {
    /// The line it stands in.
    pub line: usize,
    /// How many headings it stands under.
    pub depth: usize,
    /// Its words.
    pub title: String,
}

impl Page {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.sheet.len()
    }

    /// All that is written on it.
    #[cfg(test)]
    pub fn text(&self) -> String {
        let lines: Vec<String> = self.sheet.lines().iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    /// The heading that a line stands under.
    pub fn head_at(&self, line: usize) -> usize {
        self.heads.iter().rposition(|head| head.line <= line).unwrap_or(0)
    }

    /// The lines from a heading to the next one.
    pub fn part(&self, head: usize) -> (usize, usize) {
        let line = |at: usize| self.heads.get(at).map_or(self.len(), |head| head.line);
        (line(head), line(head + 1))
    }

    /// The furthest that it can be scrolled in so many rows: the last heading can stand at the top.
    pub fn furthest(&self, rows: usize) -> usize {
        let last = self.heads.last().map_or(0, |head| head.line);
        self.len().saturating_sub(rows).max(last)
    }
}

/// Lays a document out.
pub fn lay_out(document: &Document, columns: u16, theme: Theme) -> Page {
    let mut layer = Layer { sheet: Sheet::new(columns.min(MEASURE)), heads: Vec::new(), theme };
    layer.title(document);
    document.sections.iter().for_each(|section| layer.section(section, 0));
    Page { columns, theme, heads: layer.heads, sheet: layer.sheet }
}

/// What is laid out so far.
struct Layer {
    sheet: Sheet,
    heads: Vec<Head>,
    theme: Theme,
}

impl Layer {
    fn title(&mut self, document: &Document) {
        let theme = self.theme;
        self.head(&document.title, 0);
        self.sheet.text(document.title.as_str(), theme.accent());
        self.sheet.text(document.subtitle.as_str(), theme.strong());
        let marking = &document.marking;
        let marked = format!("{} · {}", marking.edition.as_str(), marking.legend.as_str());
        self.sheet.text(&marked, theme.quiet());
        self.sheet.blank();
        let longest = document.facts.iter().map(|fact| width(fact.term.as_str())).max().unwrap_or(0);
        for fact in &document.facts {
            let gap = " ".repeat(longest - width(fact.term.as_str()) + 2);
            let mark = Span::styled(format!("{}{gap}", fact.term.as_str()), theme.quiet());
            let line: Line = fact.details.iter().flat_map(|detail| detail.line.clone()).collect();
            self.line(vec![mark], &line);
        }
    }

    fn head(&mut self, title: &Text, depth: usize) {
        let head = Head { line: self.sheet.len(), depth, title: title.as_str().to_owned() };
        self.heads.push(head);
    }

    fn section(&mut self, section: &Section, depth: usize) {
        self.sheet.blank();
        if depth == 0 {
            self.sheet.blank();
        }
        self.head(&section.title, depth);
        let style = if depth == 0 { self.theme.accent() } else { self.theme.strong() };
        self.sheet.text(section.title.as_str(), style);
        if depth == 0 {
            self.sheet.line(Span::styled("─".repeat(self.sheet.columns()), self.theme.quiet()));
        }
        for (at, block) in section.blocks.iter().enumerate() {
            if at > 0 || depth == 0 {
                self.sheet.blank();
            }
            self.block(block);
        }
        section.parts.iter().for_each(|part| self.section(part, depth + 1));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(line) => self.line(Vec::new(), line),
            Block::List { numbered, items } => {
                for (item, number) in items.iter().zip(1..) {
                    let mark = if *numbered { format!("{number}. ") } else { "• ".to_owned() };
                    self.line(vec![Span::raw(mark)], item);
                }
            }
            Block::Table(table) => grid::draw(&table.head, &table.rows, &mut self.sheet, self.theme),
            Block::Entries(entries) => self.entries("", entries),
            Block::Finding(card) => self.finding(card),
            Block::Actions(actions) => self.actions(actions),
            Block::Figure(shown) => figure::draw(shown, &mut self.sheet, self.theme),
        }
    }

    /// Words behind a mark.
    fn line(&mut self, mark: Vec<Span<'static>>, line: &[Run]) {
        let runs: Vec<_> = line.iter().map(|run| (run.text.as_str(), of_run(run, self.theme))).collect();
        self.sheet.runs(mark, &runs);
    }

    fn entries(&mut self, indent: &'static str, entries: &[Entry]) {
        for (at, entry) in entries.iter().enumerate() {
            if at > 0 && indent.is_empty() {
                self.sheet.blank();
            }
            let mark = vec![Span::raw(indent)];
            self.sheet.runs(mark, &[(entry.term.as_str(), self.theme.strong())]);
            entry.details.iter().for_each(|detail| self.detail(indent, detail));
        }
    }

    fn detail(&mut self, indent: &'static str, detail: &Detail) {
        if detail.line.iter().all(|run| run.text.is_blank()) {
            return;
        }
        let label = detail.label.map(|label| format!("{label}: ")).unwrap_or_default();
        let quiet = self.theme.quiet();
        let of = |run: &Run| if detail.tone == Tone::Main { of_run(run, self.theme) } else { quiet };
        let runs: Vec<_> = std::iter::once((label.as_str(), quiet))
            .chain(detail.line.iter().map(|run| (run.text.as_str(), of(run))))
            .collect();
        self.sheet.runs(vec![Span::raw(indent), Span::raw("  ")], &runs);
    }

    fn finding(&mut self, card: &FindingCard) {
        let theme = self.theme;
        let severity = card.severity;
        let mark = Span::styled(format!("{} ", severity.sign()), theme.severity(severity));
        let title = format!("{}. {}", card.number, card.title.as_str());
        self.sheet.runs(vec![mark], &[(&title, theme.strong())]);
        let places = std::iter::once(&card.stage).chain(&card.rows).map(Text::as_str);
        let about = format!(" · {}", places.collect::<Vec<_>>().join(" · "));
        let below = || vec![Span::raw("  ")];
        self.sheet
            .runs(below(), &[(&capital(severity.name()), theme.severity(severity)), (&about, theme.quiet())]);
        self.sheet.runs(below(), &[(card.because.as_str(), theme.text())]);
        let step = &card.action;
        self.sheet.runs(
            below(),
            &[(&format!("{}: ", label::ACTION), theme.strong()), (step.what.as_str(), theme.text())],
        );
        let mut by = format!("{}, {}", capital(step.who.as_str()), step.before.as_str());
        if let Some(due) = step.due {
            by = format!("{by} ({})", label::day(due));
        }
        self.sheet.runs(below(), &[(&by, theme.quiet())]);
        for (name, entries) in [(label::EVIDENCE, &card.evidence), (label::LAW, &card.law)] {
            if !entries.is_empty() {
                self.sheet.runs(below(), &[(&format!("{name}:"), theme.strong())]);
                self.entries("    ", entries);
            }
        }
        for (name, line) in [(label::CLAUSES, &card.clauses), (label::AUTHORITY, &card.authority)] {
            if !line.is_empty() {
                let named = [&[Run::strong(&format!("{name}: "))], line.as_slice()].concat();
                self.line(below(), &named);
            }
        }
    }

    fn actions(&mut self, actions: &Actions) {
        let rows = actions.rows.iter().map(|row| {
            let mut what = vec![Run::plain(row.step.what.as_str())];
            if !row.concerns.is_blank() {
                what.push(Run::quiet(&format!(" ({})", row.concerns.as_str())));
            }
            let due = row.step.due.map(label::day).unwrap_or_default();
            let who = capital(row.step.who.as_str());
            vec![what, vec![Run::plain(&who)], vec![Run::plain(&due)], row.findings.clone()]
        });
        let head = label::ACTION_HEAD.map(Text::line);
        grid::draw(&head, &rows.collect::<Vec<_>>(), &mut self.sheet, self.theme);
    }
}

/// How a run of a document stands out on a terminal.
pub(super) fn of_run(run: &Run, theme: Theme) -> ratatui::style::Style {
    match run.style {
        Style::Plain => theme.text(),
        Style::Strong => theme.strong(),
        Style::Quiet => theme.quiet(),
    }
}
