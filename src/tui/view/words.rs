//! Short phrases and marks that several panes use.

use chrono::{DateTime, FixedOffset, Utc};
use ratatui::text::Span;

use crate::engine::{Finding, Interview, Readiness, Step, ask, row_name};
use crate::model::{Place, Severity};
use crate::text::{clean_line, fit};
use crate::tui::theme::Theme;

/// A number of cells for ratatui, which counts them in `u16`.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A text from a file or a person on one line of at most `columns` columns.
pub fn line(text: &str, columns: usize) -> String {
    fit(&clean_line(text), columns)
}

/// "22 Nov 2026 10:42", in the person's time zone.
pub fn moment(when: DateTime<Utc>, zone: FixedOffset) -> String {
    when.with_timezone(&zone).format("%-d %b %Y %H:%M").to_string()
}

/// "10:42", in the person's time zone.
pub fn clock(when: DateTime<Utc>, zone: FixedOffset) -> String {
    when.with_timezone(&zone).format("%H:%M").to_string()
}

/// What the row of a place is called.
pub fn row_of(interview: &Interview, place: &Place) -> Option<String> {
    let (repeat, row) = interview.questionnaire().repeat_of(&place.question).zip(place.row.as_ref())?;
    Some(row_name(interview, repeat, row))
}

/// What a row of a repeat is: "candidate partner".
pub fn item<'a>(interview: &'a Interview, repeat: &'a str) -> &'a str {
    interview.questionnaire().repeat(repeat).map_or(repeat, |found| found.item.value.as_str())
}

/// The title of a stage by its index.
pub fn stage(interview: &Interview, stage: usize) -> String {
    let found = interview.questionnaire().stages.get(stage);
    found.map_or_else(String::new, |stage| clean_line(&stage.title.value))
}

/// A step in a list of steps.
pub fn step(interview: &Interview, step: &Step) -> String {
    match step {
        Step::Ask(place) => clean_line(&ask(interview, place)),
        Step::Rows(repeat) => format!("{}: the list", clean_line(item(interview, repeat))),
    }
}

/// "Ownership 3/9", the numbers left out while nothing is asked; for the whole interview where there is no stage.
pub fn progress(interview: &Interview, at: Option<usize>) -> String {
    let name = at.map_or_else(|| "The end".to_owned(), |at| stage(interview, at));
    format!("{name} {}", answered(interview, at)).trim_end().to_owned()
}

/// "3/9": answered and asked; nothing while nothing is asked.
pub fn answered(interview: &Interview, stage: Option<usize>) -> String {
    let progress = interview.progress(stage);
    if progress.asked == 0 { String::new() } else { format!("{}/{}", progress.answered, progress.asked) }
}

/// How many findings there are of each severity, in a stage or everywhere: the worst first, those without any left out.
pub fn by_severity(findings: &[Finding], stage: Option<usize>) -> Vec<(Severity, usize)> {
    let counted = |finding: &&Finding| stage.is_none_or(|stage| finding.stage == stage);
    let of =
        |severity| findings.iter().filter(counted).filter(|finding| finding.severity == severity).count();
    let counts = Severity::WORST_FIRST.map(|severity| (severity, of(severity)));
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The columns of a bar that are sure, possible and out of reach.
pub fn shares(readiness: Readiness, columns: usize) -> [usize; 3] {
    let part = |percent: u8| (usize::from(percent) * columns + 50) / 100;
    let (low, high) = (part(readiness.low), part(readiness.high));
    [low, high.saturating_sub(low), columns.saturating_sub(high)]
}

/// Readiness as a bar: sure, possible, out of reach, each with a sign of its own.
pub fn bar(readiness: Readiness, columns: usize, theme: Theme) -> Vec<Span<'static>> {
    let [sure, possible, rest] = shares(readiness, columns);
    vec![
        Span::styled("━".repeat(sure), theme.good()),
        Span::styled("╍".repeat(possible), theme.text()),
        Span::styled("·".repeat(rest), theme.quiet()),
    ]
}
