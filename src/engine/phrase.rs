//! Answers and placeholders in words. What a person typed or an author wrote is made safe to show here.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::accept::Refusal;
use super::interview::Interview;
use super::judge::RowOf;
use super::route::Standing;
use crate::model::{Answer, Kind, Place, Value, country};
use crate::text::{capital, clean, clean_line};

/// What stands in a sentence where the answer is not known yet.
const BLANK: &str = "…";
/// What stands in place of an answer that this reader isn't shown.
const WITHHELD: &str = "Withheld from this edition";

/// The question as it is asked at a place, its placeholders filled in.
#[must_use]
pub fn ask(interview: &Interview, place: &Place) -> String {
    let Some(question) = interview.questionnaire().question(&place.question) else {
        return clean_line(&place.question);
    };
    fill_for(interview, &question.ask.value, place)
}

/// A text of the author's, its placeholders filled in for the row of a place.
#[must_use]
pub fn fill_for(interview: &Interview, text: &str, place: &Place) -> String {
    let repeat = interview.questionnaire().repeat_of(&place.question);
    let row: Option<RowOf> = repeat.zip(place.row.as_ref()).map(|(of, row)| (of.to_owned(), row.clone()));
    fill(interview, text, row.as_slice())
}

/// A text of the author's, its placeholders (`{question_id}`) filled in with the answers of those rows.
#[must_use]
pub fn fill(interview: &Interview, text: &str, rows: &[RowOf]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = match after.split_once('}') {
            Some((id, behind)) if !id.contains('{') => {
                let words = placeholder(interview, id, rows);
                let opens = out.is_empty() || out.ends_with(". ");
                // "the United States" has its article from us; what a person typed is left as it is.
                out.push_str(&if opens && words.starts_with("the ") { capital(&words) } else { words });
                behind
            }
            _ => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    clean(&out)
}

/// The answer to a question, or the name of the row that it labels; a blank where there is none that counts.
fn placeholder(interview: &Interview, id: &str, rows: &[RowOf]) -> String {
    let questionnaire = interview.questionnaire();
    let Some(question) = questionnaire.question(id) else { return format!("{{{id}}}") };
    let row = question.row_of.as_ref().and_then(|repeat| rows.iter().find(|(of, _)| *of == repeat.value));
    let names = |repeat: &str| questionnaire.repeat(repeat).is_some_and(|repeat| repeat.label == question.id);
    if let Some((repeat, row)) = row.filter(|(repeat, _)| names(repeat)) {
        return row_name(interview, repeat, row);
    }
    let place = Place::new(id, row.map(|(_, row)| row.as_str()));
    if interview.state().withheld.contains(&place) {
        return BLANK.to_owned();
    }
    match interview.state().answer(&place) {
        Some(answer @ Answer::Value(value)) if interview.standing(&place) == Standing::Asked => match value {
            Value::Country(code) => country::name_in_a_sentence(code).unwrap_or_else(|| country_name(code)),
            _ => clean_line(&answer_words(interview, &place, answer)),
        },
        _ => BLANK.to_owned(),
    }
}

/// What a row is called: the answer to its repeat's label question, or what it is with its number.
#[must_use]
pub fn row_name(interview: &Interview, repeat: &str, row: &str) -> String {
    let Some(found) = interview.questionnaire().repeat(repeat) else { return clean_line(row) };
    let label = Place::new(&found.label.value, Some(row));
    if let Some(Answer::Value(Value::Text(name))) = interview.state().answer(&label)
        && !interview.state().withheld.contains(&label)
    {
        return clean_line(name);
    }
    let number = interview.state().rows(repeat).iter().position(|known| known == row);
    number.map_or_else(|| clean_line(row), |number| format!("{} {}", clean_line(&found.item), number + 1))
}

/// What the row of a place is called, where the question as asked doesn't say so itself.
#[must_use]
pub fn row_beside(interview: &Interview, place: &Place) -> Option<String> {
    let questionnaire = interview.questionnaire();
    let question = questionnaire.question(&place.question)?;
    let (repeat, row) = question.row_of.as_ref().zip(place.row.as_ref())?;
    let name = format!("{{{}}}", questionnaire.repeat(repeat)?.label);
    (!question.ask.contains(&name)).then(|| row_name(interview, repeat, row))
}

/// An answer in words, as the screen and the report show it. A long text keeps its lines.
#[must_use]
pub fn answer_words(interview: &Interview, place: &Place, answer: &Answer) -> String {
    if interview.state().withheld.contains(place) {
        return WITHHELD.to_owned();
    }
    let value = match answer {
        Answer::Value(value) => value,
        other => return other.state().unwrap_or_default().to_owned(),
    };
    let kind = interview.questionnaire().question(&place.question).map(|question| &question.kind);
    match value {
        Value::YesNo(true) => "Yes".to_owned(),
        Value::YesNo(false) => "No".to_owned(),
        Value::Choice(id) => label(kind, id),
        Value::Choices(ids) => ids.iter().map(|id| label(kind, id)).collect::<Vec<_>>().join("; "),
        Value::Text(text) => clean(text),
        Value::Number(number) => number_words(*number, kind),
        Value::Money { amount, currency } => money_words(*amount, currency),
        Value::Date(day) => day.format("%-d %B %Y").to_string(),
        Value::Country(code) => country_name(code),
        Value::Countries(codes) => codes.iter().map(|code| country_name(code)).collect::<Vec<_>>().join("; "),
        Value::Scale(step) => scale_words(*step, kind),
        Value::Rows(rows) => rows_words(interview, kind, rows),
    }
}

/// Why the questionnaire has no use for the answer that was given at a place, to follow a "because"; `None` where no such
/// answer is kept.
#[must_use]
pub fn unfit_words(interview: &Interview, place: &Place) -> Option<String> {
    let words = match interview.why_unfit(place)? {
        Refusal::UnknownQuestion(_) => {
            "this version of the questionnaire does not have the question".to_owned()
        }
        Refusal::RowMissing { item, .. } => format!("the question is asked once per {item} now"),
        Refusal::RowTooMuch(_) => "the question is asked once now, not per row".to_owned(),
        Refusal::UnknownRow { .. } => "what it names is not in the list".to_owned(),
        other => other.to_string(),
    };
    Some(clean_line(&words))
}

/// A country's name; the code itself where no country has it.
#[must_use]
pub fn country_name(code: &str) -> String {
    country::name(code).unwrap_or_else(|| clean_line(code))
}

/// The names of rows; those that were taken out since are left out. Where none is there the ids are all that can be said.
fn rows_words(interview: &Interview, kind: Option<&Kind>, rows: &[String]) -> String {
    let repeat = if let Some(Kind::Rows(repeat)) = kind { repeat.value.as_str() } else { "" };
    let standing = rows.iter().filter(|row| interview.state().rows(repeat).contains(row));
    let names: Vec<String> = standing.map(|row| row_name(interview, repeat, row)).collect();
    match (names.is_empty(), rows.is_empty()) {
        (false, _) => names.join("; "),
        (true, true) => "None".to_owned(),
        (true, false) => clean_line(&rows.join("; ")),
    }
}

fn label(kind: Option<&Kind>, id: &str) -> String {
    let option = kind.and_then(|kind| kind.option(id));
    clean_line(option.map_or(id, |option| option.label.value.as_str()))
}

fn number_words(number: Decimal, kind: Option<&Kind>) -> String {
    match kind {
        Some(Kind::Number { unit: Some(unit), .. }) => format!("{} {}", grouped(number), clean_line(unit)),
        _ => grouped(number),
    }
}

fn scale_words(step: u8, kind: Option<&Kind>) -> String {
    match kind {
        Some(Kind::Scale { low, high }) => {
            format!("{step} of 5 (1 = {}, 5 = {})", clean_line(low), clean_line(high))
        }
        _ => format!("{step} of 5"),
    }
}

/// A currency and an amount; what is not whole has as many decimals as the currency: "EUR 12.50".
fn money_words(amount: Decimal, currency: &str) -> String {
    let exponent = Currency::from_code(currency).and_then(Currency::exponent).unwrap_or(0);
    let mut amount = amount.normalize();
    if !amount.is_integer() {
        amount.rescale(amount.scale().max(exponent.into()));
    }
    format!("{} {}", clean_line(currency), grouped(amount))
}

/// Thousands apart with a narrow no-break space, which no country reads as a decimal sign.
fn grouped(number: Decimal) -> String {
    let plain = number.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// How much the express path leaves out of each stage: "Profile 3, Partners 12".
#[must_use]
pub fn left_out_words(interview: &Interview) -> String {
    let stages = &interview.questionnaire().stages;
    let left_out = interview.left_out_by_stage().into_iter();
    let words = left_out.map(|(at, number)| format!("{} {number}", clean_line(&stages[at].title)));
    words.collect::<Vec<_>>().join(", ")
}

/// A milestone as it reads in a sentence: "before the contract is signed".
#[must_use]
pub fn milestone(interview: &Interview, id: &str) -> String {
    let milestones = &interview.questionnaire().manifest.milestones;
    let found = milestones.iter().find(|milestone| milestone.id.value == id);
    clean_line(&format!("before {}", found.map_or(id, |milestone| milestone.label.value.as_str())))
}

#[cfg(test)]
mod tests;
