//! The stable shapes of JSON output, and what several commands share of them.

use chrono::{DateTime, SecondsFormat, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::exit::Exit;
use crate::cases::Case;
use crate::engine::{Progress, Readiness};
use crate::load::Loose;
use crate::model::{Answer, Value};
use crate::text::clean;

/// Which questionnaire, in which version.
#[derive(Serialize)]
pub struct QuestionnaireJson {
    id: String,
    version: String,
}

impl QuestionnaireJson {
    /// That of a case.
    pub fn of(case: &Case) -> Self {
        let manifest = &case.interview.questionnaire().manifest;
        Self { id: manifest.id.value.clone(), version: manifest.version.value.clone() }
    }
}

/// Questions that apply, and those that have an answer.
#[derive(Serialize)]
pub struct ProgressJson {
    /// Questions that apply.
    pub asked: usize,
    /// Those with an answer of any kind.
    pub answered: usize,
}

impl ProgressJson {
    /// That progress.
    pub fn of(progress: Progress) -> Self {
        Self { asked: progress.asked, answered: progress.answered }
    }
}

/// Readiness in whole percent.
#[derive(Serialize)]
pub struct Percent {
    low: u8,
    high: u8,
}

impl From<Readiness> for Percent {
    fn from(readiness: Readiness) -> Self {
        Self { low: readiness.low, high: readiness.high }
    }
}

/// A time as RFC 3339, to the second, in UTC.
pub fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// An answer as the member that an answers file has for it: `value`, or `state`.
pub fn answer(answer: &Answer) -> (&'static str, Json) {
    match answer {
        Answer::Value(value) => ("value", self::value(value)),
        Answer::DontKnow => ("state", json!("dont_know")),
        Answer::NotApplicable => ("state", json!("not_applicable")),
        Answer::AskCounsel => ("state", json!("ask_counsel")),
    }
}

fn value(value: &Value) -> Json {
    match value {
        Value::YesNo(yes) => json!(yes),
        Value::Choice(text) | Value::Text(text) | Value::Country(text) => json!(text),
        Value::Choices(ids) | Value::Countries(ids) | Value::Rows(ids) => json!(ids),
        Value::Number(number) => decimal(*number),
        Value::Money { amount, currency } => json!({ "amount": decimal(*amount), "currency": currency }),
        Value::Date(day) => json!(day.to_string()),
        Value::Scale(step) => json!(step),
    }
}

/// A number as JSON has it; one that a double can't hold exactly stays a text, as answers files accept it too.
fn decimal(number: Decimal) -> Json {
    let number = number.normalize();
    if let Some(whole) = number.to_i64().filter(|whole| Decimal::from(*whole) == number) {
        return json!(whole);
    }
    let exact = |double: &f64| double.abs() < Loose::INEXACT && double.to_string() == number.to_string();
    let double = number.to_f64().filter(exact);
    double.map_or_else(|| json!(number.to_string()), |double| json!(double))
}

/// JSON with line breaks, for people who look at it too. What could steer their terminal is escaped: a program reads
/// the same text.
pub fn pretty(shape: &impl Serialize) -> Result<String, Exit> {
    serde_json::to_string_pretty(shape)
        .map(|text| escaped(&text) + "\n")
        .map_err(|error| Exit::file(format!("safeshore: the result can't be put into JSON: {error}")))
}

/// Every character that is not safe to show as `\uXXXX`. Such characters stand in texts only, so it is the same JSON.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // Most of it is ASCII, and cleaning every letter by itself would take longer than all else.
        let is_plain = c == '\n' || matches!(c, ' '..='~');
        if is_plain || !clean(c.encode_utf8(&mut [0; 4])).is_empty() {
            out.push(c);
        } else {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_is_escaped_and_read_the_same() {
        let text = "é\u{9b}2J\u{7f}\u{202e}\u{e0041}\n\t👍\u{200d}";
        let Ok(json) = pretty(&text) else { panic!("it can be put into JSON") };
        assert_eq!(json, "\"é\\u009b2J\\u007f\\u202e\\udb40\\udc41\\n\\t👍\u{200d}\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).ok().as_deref(), Some(text));
    }
    use crate::load;
    use crate::model::Kind;

    proptest::proptest! {
        /// What `state --json` says of a number is what an answers file must say to give it.
        #[test]
        fn a_number_reads_back_as_it_was(digits in proptest::num::i128::ANY, shift in 32u32..128, scale in 0u32..=28) {
            let number = Decimal::from_i128_with_scale(digits >> shift, scale);
            let text = decimal(number).to_string();
            let loose: Loose = serde_json::from_str(&text).expect("a number or a text");
            let kind = Kind::Number { unit: None, least: None, most: None };
            proptest::prop_assert_eq!(load::value(&kind, &loose).ok(), Some(Value::Number(number)), "{}", text);
        }
    }
}
