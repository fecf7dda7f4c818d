//! What the answer in the field would change, in words.

use ratatui::text::Span;

use super::findings::heading;
use super::sheet::Sheet;
use crate::engine::{Finding, Impact, Readiness, ask, impact};
use crate::model::{Act, Answer, Place};
use crate::text::count;
use crate::tui::editor::Editor;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// What leaving the question as the field has it would do; nothing where the field holds what is saved.
///
/// # Errors
/// Why it can't be told from what is in the field.
fn change(desk: &Desk) -> Result<Option<Act>, String> {
    let Some((at, editor)) = desk.place().zip(desk.editor.as_ref()) else { return Ok(None) };
    let given = desk.interview.state().answer(at);
    Ok(match editor.value()?.map(Answer::Value) {
        Some(to) => (given != Some(&to)).then(|| Act::Answer { at: at.clone(), to }),
        None => given.and_then(Answer::value).map(|_| Act::Clear { at: at.clone() }),
    })
}

/// "Choosing this asks 6 more questions and raises 2 findings": only where a line is chosen or ticked, not for every
/// letter of a text, and only where more than the answer would change.
pub fn words(desk: &Desk, editor: &Editor) -> Option<String> {
    let subject = match editor {
        Editor::Pick(_) | Editor::Search(_) => "Choosing this",
        Editor::Tick(_) => "Ticking these",
        Editor::Field(_) | Editor::Page(_) | Editor::Rows(_) => return None,
    };
    let act = change(desk).ok()??;
    let impact = impact(&desk.interview, &act);
    (matches!(act, Act::Answer { .. }) && !impact.is_nothing()).then(|| sentence(subject, desk, &impact))
}

/// Every question and finding of it, by name.
pub fn full(desk: &Desk, columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let impact = match change(desk) {
        Ok(Some(act)) => impact(&desk.interview, &act),
        Ok(None) => {
            sheet.text("The field holds nothing that is not saved already.", theme.text());
            return sheet;
        }
        Err(why) => {
            sheet.text(&format!("What is in the field is no answer yet. {why}."), theme.text());
            return sheet;
        }
    };
    if impact.is_nothing() {
        sheet.text("Nothing but this answer would change.", theme.text());
        return sheet;
    }
    let answers = &desk.interview.state().answers;
    let (parked, skipped): (Vec<_>, Vec<_>) =
        impact.disappear.iter().partition(|place| answers.contains_key(*place));
    let asks = |places: Vec<&Place>| places.into_iter().map(|place| ask(&desk.interview, place)).collect();
    let titles = |findings: &[Finding]| {
        let title =
            |finding: &Finding| format!("{} {}", finding.severity.sign(), heading(&desk.interview, finding));
        findings.iter().map(title).collect()
    };
    let parts: [(&str, Vec<String>); 5] = [
        ("Would be asked", asks(impact.appear.iter().collect())),
        ("Would no longer be asked", asks(skipped)),
        ("Answers that would be parked", asks(parked)),
        ("Findings that would start", titles(&impact.start)),
        ("Findings that would stop", titles(&impact.stop)),
    ];
    for (title, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        sheet.text(title, theme.strong());
        for line in lines {
            sheet.hanging(vec![Span::styled("· ", theme.quiet())], &line, theme.text());
        }
        sheet.blank();
    }
    sheet.text("Readiness", theme.strong());
    sheet.text(
        &format!("{} → {}", Readiness::words(impact.before), Readiness::words(impact.after)),
        theme.text(),
    );
    sheet
}

fn sentence(subject: &str, desk: &Desk, impact: &Impact) -> String {
    let answers = &desk.interview.state().answers;
    let parked = impact.disappear.iter().filter(|place| answers.contains_key(place)).count();
    let dropped = impact.disappear.len() - parked;
    let said = |number: usize, verb: &str, one: &str, many: &str| {
        (number > 0).then(|| format!("{verb} {}", count(number, one, many)))
    };
    let parts: Vec<String> = [
        said(impact.appear.len(), "asks", "more question", "more questions"),
        said(dropped, "skips", "question", "questions"),
        said(parked, "parks", "answer", "answers"),
        said(impact.start.len(), "raises", "finding", "findings"),
        match (impact.start.len(), impact.stop.len()) {
            (1.., ended @ 1..) => Some(format!("ends {ended}")),
            (_, ended) => said(ended, "ends", "finding", "findings"),
        },
    ]
    .into_iter()
    .flatten()
    .collect();
    let readiness = match (impact.before, impact.after) {
        (Some(before), Some(after)) if before != after => {
            // Joined by no-break spaces, so that the two numbers stay side by side.
            format!("readiness {before}\u{a0}→\u{a0}{after}")
        }
        _ => String::new(),
    };
    match (parts.as_slice(), readiness.as_str()) {
        ([], readiness) => format!("{subject}: {readiness}"),
        (parts, "") => format!("{subject} {}", joined(parts)),
        (parts, readiness) => format!("{subject} {}; {readiness}", joined(parts)),
    }
}

/// "a, b and c".
fn joined(parts: &[String]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        parts => parts.concat(),
    }
}
