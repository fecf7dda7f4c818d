//! The document as a template reads it: JSON, and a drawing for each figure.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::glyphs::{Glyphs, breakable};
use super::{Template, label};
use crate::model::Severity;
use crate::report::document::{Block, Document, Figure, Section, Text, share_of_terms};
use crate::report::drawing::{self, Place};
use crate::text::{capital, is_right_to_left};

/// The version of the shape, raised with every change after the first release that a firm's template could trip over.
const FORMAT: u32 = 1;
/// A section of more letters than these, about two pages, begins on a page of its own.
const LONG: usize = 6_000;
/// The colour of headings, rules and drawings where a firm sets none.
const ACCENT: &str = "#1f4068";

/// What a template is told.
#[derive(Clone)]
pub(super) struct Told {
    report: Value,
    /// By file name.
    drawings: BTreeMap<String, String>,
}

/// The document and what stands around it.
pub(super) fn told(document: &Document, template: &Template) -> Told {
    let accent = template.look().colours.accent.as_ref();
    let colour = accent.map_or(ACCENT, |colour| colour.value.as_str());
    let drawing = |figure: &&Figure| {
        let svg = drawing::svg(figure, Place::Alone { colour }).into_string();
        (file_of(&figure.anchor), svg)
    };
    let mut report = json!({
        "format": FORMAT,
        "document": document,
        "date": label::day(document.date.date_naive()),
        "labels": labels(),
        "severities": severities(),
        "look": look(template),
    });
    spell_out(&mut report["document"]);
    for (told, section) in items(&mut report["document"]["sections"]).zip(&document.sections) {
        beside(told, section);
        measure(told);
    }
    let figures = document.blocks().into_iter().filter_map(figure_of);
    let drawn = figures.filter(|figure| drawing::can_letter(figure));
    Told { report, drawings: drawn.map(|figure| drawing(&figure)).collect() }
}

fn figure_of(block: &Block) -> Option<&Figure> {
    match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    }
}

impl Told {
    /// Every character that is to be shown.
    pub(super) fn characters(&self) -> impl Iterator<Item = char> {
        let mut texts = Vec::new();
        texts_of(&self.report, &mut texts);
        texts.into_iter().chain(self.drawings.values().map(String::as_str)).flat_map(str::chars)
    }

    /// Puts what can be shown in the place of what can't.
    pub(super) fn stand_in(&mut self, glyphs: &mut Glyphs) {
        change(&mut self.report, "", &mut |text| glyphs.shown(&breakable(text)));
        for svg in self.drawings.values_mut() {
            *svg = glyphs.shown(svg);
        }
    }

    /// Adds the characters that are not shown, as a reader can look them up.
    pub(super) fn say_lacking(&mut self, lacking: &[char]) {
        let numbers = lacking.iter().map(|one| format!("U+{:04X}", u32::from(*one)));
        self.report["lacking"] = numbers.collect();
    }

    /// As the template reads it.
    pub(super) fn json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.report).expect("texts, numbers and lists can be written")
    }

    /// The drawings, by file name.
    pub(super) fn drawings(self) -> BTreeMap<String, String> {
        self.drawings
    }
}

fn file_of(anchor: &str) -> String {
    format!("drawings/{anchor}.svg")
}

/// Says beside each thing what a template would have to look up elsewhere. Typst remembers calls by all that a function
/// is given, so a template that hands the whole document from function to function takes three times as long.
fn spell_out(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(spell_out),
        Value::Object(fields) => {
            if let Some(Value::String(due)) = fields.get_mut("due")
                && let Ok(day) = due.parse()
            {
                *due = label::day(day);
            }
            if let Some(Value::Array(line)) = fields.get("line") {
                let said: String = line.iter().filter_map(|run| run["text"].as_str()).collect();
                fields.insert("rtl".to_owned(), is_right_to_left(&said).into());
            }
            fields.values_mut().for_each(spell_out);
        }
        _ => {}
    }
}

fn items(list: &mut Value) -> impl Iterator<Item = &mut Value> {
    list.as_array_mut().into_iter().flatten()
}

/// Says beside the blocks of a section what is worked out of them as a whole.
fn beside(told: &mut Value, section: &Section) {
    for (told, block) in items(&mut told["blocks"]).zip(&section.blocks) {
        match block {
            Block::Entries(entries) => {
                let all = told["entries"].take();
                told["entries"] = json!({ "all": all, "share": share_of_terms(entries) });
            }
            Block::Figure(figure) => draw(&mut told["figure"], figure),
            _ => {}
        }
    }
    for (told, part) in items(&mut told["parts"]).zip(&section.parts) {
        beside(told, part);
    }
}

/// Says of a section whether it is long.
fn measure(section: &mut Value) {
    let mut texts = Vec::new();
    texts_of(section, &mut texts);
    let long = texts.iter().map(|text| text.len()).sum::<usize>() > LONG;
    section["long"] = long.into();
}

/// Where the drawing of a figure stands, and what it says in words; or the table in its place.
fn draw(told: &mut Value, figure: &Figure) {
    if drawing::can_letter(figure) {
        told["file"] = format!("/{}", file_of(&figure.anchor)).into();
        told["words"] = json!(Text::line(&figure.words()));
    } else {
        told["table"] = json!(figure.table());
    }
    told["legend"] = json!(figure.legend());
}

fn labels() -> Value {
    json!({
        "contents": label::CONTENTS,
        "action": label::ACTION,
        "evidence": label::EVIDENCE,
        "law": label::LAW,
        "clauses": label::CLAUSES,
        "authority": label::AUTHORITY,
        "actions": label::ACTION_HEAD,
        "between": label::BETWEEN,
        "page": label::PAGE,
        "lacking": label::LACKING,
    })
}

fn severities() -> Value {
    let all = [Severity::Blocker, Severity::High, Severity::Medium, Severity::Low];
    let one = |severity: Severity| {
        let told = json!({ "name": capital(severity.name()), "sign": severity.sign().to_string() });
        (severity.name().to_owned(), told)
    };
    Value::Object(all.into_iter().map(one).collect())
}

fn look(template: &Template) -> Value {
    let look = template.look();
    let clean = |text: &String| Text::new(text);
    json!({
        "firm": look.firm.as_ref().map(clean),
        "logo": look.logo.as_ref().map(|logo| format!("/{}", logo.value)),
        "address": look.address.iter().map(clean).collect::<Vec<_>>(),
        "head": look.head.as_ref().map(clean),
        "foot": look.foot.as_ref().map(clean),
        "closing": look.closing.iter().map(clean).collect::<Vec<_>>(),
        "paper": look.paper,
        "colours": {
            "accent": look.colours.accent.as_ref().map_or(ACCENT, |colour| &colour.value),
            "text": look.colours.text.as_ref().map(|colour| &colour.value),
            "quiet": look.colours.quiet.as_ref().map(|colour| &colour.value),
        },
        "fonts": {
            "text": look.fonts.text.as_ref().map(|family| &family.value),
            "heads": look.fonts.heads.as_ref().map(|family| &family.value),
        },
    })
}

/// Fields that hold names for the template and nothing that is shown.
const NAMES: [&str; 9] = ["anchor", "to", "file", "logo", "paper", "colours", "fonts", "id", "language"];

fn texts_of<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, texts)),
        Value::Object(fields) => {
            let shown = fields.iter().filter(|(name, _)| !NAMES.contains(&name.as_str()));
            shown.for_each(|(_, item)| texts_of(item, texts));
        }
        _ => {}
    }
}

fn change(value: &mut Value, name: &str, how: &mut impl FnMut(&str) -> String) {
    match value {
        _ if NAMES.contains(&name) => {}
        Value::String(text) => *text = how(text),
        Value::Array(items) => items.iter_mut().for_each(|item| change(item, "", how)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, item)| change(item, name, how)),
        _ => {}
    }
}
