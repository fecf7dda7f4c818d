//! Answers as a file that `safeshore answer` accepts, in RON, with the questions beside them for whoever reads it.

use serde_json::json;

use super::details::Detail;
use super::outcome::{Outcome, place_name};
use crate::engine::{Finding, Interview, ask};
use crate::model::{Act, Answer, Place, Value};
use crate::text::clean_line;

/// Columns that a list of names is wrapped to.
const COLUMNS: usize = 100;

/// A file of these answers, which the interview holds, below a comment; with what comes of them where that is recorded.
#[must_use]
pub fn answers_file(interview: &Interview, acts: &[Act], comment: &str, outcome: Option<&Outcome>) -> String {
    let comment: Vec<String> = comment.lines().map(|line| format!("// {}\n", clean_line(line))).collect();
    let answers: String = acts.iter().filter_map(|act| entry(interview, act)).collect();
    let outcome = outcome.map_or_else(String::new, |outcome| format!("    {}", recorded(outcome)));
    format!("{}(\n    answers: [\n{answers}    ],\n{outcome})\n", comment.concat())
}

/// The field `outcome`, as it stands last in a file.
#[must_use]
pub fn recorded(outcome: &Outcome) -> String {
    let findings: Vec<String> = outcome.findings.iter().map(finding).collect();
    let findings = findings.concat();
    let asked = wrapped(outcome.asked.iter().map(|place| text(&place_name(place)) + ","));
    let in_order = wrapped(outcome.in_order.iter().map(|rule| text(rule) + ","));
    let details: Vec<String> = outcome.details.iter().map(detail).collect();
    let lists =
        [("findings", findings), ("in_order", in_order), ("asked", asked), ("details", details.concat())];
    let lists = lists.map(|(name, lines)| format!("        {name}: [\n{lines}        ],\n"));
    format!("outcome: (\n{}    ),\n", lists.concat())
}

/// The value of the field `outcome` in JSON, as it stands in an indented file.
#[must_use]
pub fn recorded_json(outcome: &Outcome) -> String {
    let findings = outcome.findings.iter().map(|finding| {
        let rows: Vec<&String> = finding.rows.iter().map(|(_, row)| row).collect();
        json!({ "rule": finding.rule, "rows": rows, "severity": finding.severity.name() })
    });
    let details = outcome.details.iter().map(|detail| json!({ "of": detail.of, "says": detail.says }));
    let value = json!({
        "findings": findings.collect::<Vec<_>>(),
        "in_order": outcome.in_order,
        "asked": outcome.asked.iter().map(place_name).collect::<Vec<_>>(),
        "details": details.collect::<Vec<_>>(),
    });
    format!("{value:#}").replace('\n', "\n  ")
}

fn detail(detail: &Detail) -> String {
    format!("            (of: {}, says: {}),\n", text(&detail.of), text(&detail.says))
}

fn finding(finding: &Finding) -> String {
    let rows: Vec<String> = finding.rows.iter().map(|(_, row)| text(row)).collect();
    let rows = if rows.is_empty() { String::new() } else { format!(", rows: [{}]", rows.join(", ")) };
    let (rule, severity) = (text(&finding.rule), text(finding.severity.name()));
    format!("            (rule: {rule}{rows}, severity: {severity}),\n")
}

/// Words in lines of a list.
fn wrapped(words: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| line.len() + word.len() < COLUMNS) {
            Some(line) => *line = format!("{line} {word}"),
            None => lines.push(format!("            {word}")),
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn entry(interview: &Interview, act: &Act) -> Option<String> {
    match act {
        Act::Answer { at, to } => {
            let row = at.row.as_ref().map_or_else(String::new, |row| format!(", row: {}", text(row)));
            let (question, said) = (text(&at.question), said(to));
            let entry = format!("        (question: {question}{row}, {said}),");
            Some(format!("{entry} // {}\n", asked(interview, at)))
        }
        Act::Complete { repeat, complete } => {
            Some(format!("        (repeat: {}, complete: {complete}),\n", text(repeat)))
        }
        _ => None,
    }
}

fn asked(interview: &Interview, at: &Place) -> String {
    clean_line(&ask(interview, at))
}

fn said(answer: &Answer) -> String {
    match answer {
        Answer::Value(value) => format!("value: {}", self::value(value)),
        Answer::DontKnow => "state: \"dont_know\"".to_owned(),
        Answer::NotApplicable => "state: \"not_applicable\"".to_owned(),
        Answer::AskCounsel => "state: \"ask_counsel\"".to_owned(),
    }
}

fn value(value: &Value) -> String {
    let list =
        |words: &[String]| format!("[{}]", words.iter().map(|one| text(one)).collect::<Vec<_>>().join(", "));
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Choice(one) | Value::Text(one) | Value::Country(one) => text(one),
        Value::Choices(all) | Value::Countries(all) | Value::Rows(all) => list(all),
        // In quotes every digit is read as it stands.
        Value::Number(number) => text(&number.to_string()),
        Value::Money { amount, currency } => {
            format!("(amount: {}, currency: {})", text(&amount.to_string()), text(currency))
        }
        Value::Date(day) => text(&day.to_string()),
        Value::Scale(step) => step.to_string(),
    }
}

/// A text in quotes, as RON reads it: its escapes are those of Rust.
fn text(words: &str) -> String {
    format!("{words:?}")
}
