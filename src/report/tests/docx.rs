//! A Word file is read back: every part is XML that leads nowhere but into the file, and it says what the document says.

mod file;
mod look;
mod order;

use proptest::prelude::*;
use roxmltree::Node;

use super::document;
use super::hostile::{NASTY, everywhere, holds_all, nasty};
use crate::engine::Readiness;
use crate::model::{Severity, Value};
use crate::report::document::{
    Bar, Block, Chart, Document, Entry, Figure, Grid, GridRow, Mark, Run, Section, Sign, Text,
};
use crate::report::fixture::{option, says, words};
use crate::report::{DocxStyle, docx};
use file::{File, attribute, named};

fn made(document: &Document) -> File {
    File::read(&docx(document, &DocxStyle::default()))
}

fn docx_holds(document: &Document) -> Result<(), TestCaseError> {
    let file = made(document);
    file.is_sound()?;
    let seen = file.words();
    order::holds_in_order(document, &seen)?;
    holds_all(document, &seen)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn words_stay_words_in_word(title in nasty(), text in nasty()) {
        docx_holds(&document(&title, &everywhere(&text)))?;
    }
}

#[test]
fn a_hundred_kilobytes_in_one_answer_of_a_word_file() {
    let long = NASTY.concat().repeat(400);
    docx_holds(&document("t", &[says("work", words(&long))])).expect("whole and harmless");
}

#[test]
fn characters_that_xml_has_no_place_for_leave_a_sign() {
    let file = made(&document("t", &[says("work", words("one\u{FFFE}two\u{FFFF}three"))]));
    assert!(file.words().contains("one\u{FFFD}two\u{FFFD}three"));
}

#[test]
fn what_was_made_before_leaves_no_trace() {
    let one = document("one", &everywhere("x"));
    let first = docx(&one, &DocxStyle::default());
    let _ = docx(&document("other", &everywhere("y")), &DocxStyle::default());
    assert!(docx(&one, &DocxStyle::default()) == first);
}

fn full() -> Document {
    let mut acts = vec![says("role", option("customer")), says("shared", Value::YesNo(true))];
    for row in 0..9 {
        acts.push(says(&format!("partner_name/r{row}"), words(&format!("Firm {row}"))));
        acts.push(says(&format!("partner_nda/r{row}"), Value::YesNo(row % 2 == 0)));
    }
    document("Matter", &acts)
}

#[test]
fn header_rows_repeat_and_rows_stay_whole() {
    let file = made(&full());
    let body = file.part("word/document.xml");
    let tables: Vec<Node<'_, '_>> =
        named(body.root(), "tbl").filter(|table| style_of(*table, "tblStyle") == "ReportTable").collect();
    assert!(tables.len() > 1, "{} tables", tables.len());
    for table in tables {
        let rows: Vec<_> = named(table, "tr").collect();
        assert!(rows.len() > 1 && named(rows[0], "tblHeader").count() == 1);
        assert_eq!(rows.iter().filter(|row| named(**row, "tblHeader").count() == 1).count(), 1);
        assert!(rows.iter().all(|row| named(*row, "cantSplit").count() == 1));
        let columns = named(table, "gridCol").count();
        assert!(rows.iter().all(|row| named(*row, "tc").count() == columns));
    }
}

#[test]
fn a_row_that_fits_no_page_may_be_split() {
    let file = made(&document("t", &[says("work", words(&"long ".repeat(9000)))]));
    let body = file.part("word/document.xml");
    let split = named(body.root(), "tr").filter(|row| named(*row, "cantSplit").count() == 0).count();
    assert!(split >= 1 && split < named(body.root(), "tr").count());
}

fn style_of<'d>(node: Node<'d, '_>, kind: &'static str) -> &'d str {
    named(node, kind).next().map_or("", |style| attribute(style, "val"))
}

/// The contents are what Word would make of the headings: the numbers that it gives them, and their words.
#[test]
fn the_contents_list_the_headings_with_the_numbers_that_word_gives_them() {
    let file = made(&full());
    let body = file.part("word/document.xml");
    let (mut listed, mut headings, mut numbers) = (Vec::new(), Vec::new(), [0; 4]);
    for paragraph in named(body.root(), "p") {
        let words: String = named(paragraph, "t").filter_map(|text| text.text()).collect();
        let style = style_of(paragraph, "pStyle");
        if style == "TOC1" || style == "TOC2" {
            listed.push(words);
        } else if let Some(level) =
            style.strip_prefix("Heading").and_then(|level| level.parse::<usize>().ok())
        {
            numbers[level - 1] += 1;
            numbers[level..].fill(0);
            let number: Vec<String> = numbers[..level].iter().map(ToString::to_string).collect();
            if level < 3 {
                headings.push(format!("{}{words}", number.join(".")));
            }
        }
    }
    assert!(headings.len() > 5);
    assert_eq!(listed, headings);
    let codes: String = named(body.root(), "instrText").filter_map(|code| code.text()).collect();
    assert!(codes.contains("TOC \\o \"1-2\""));
    assert!(
        !file.source("word/settings.xml").contains("updateFields"),
        "Word would ask before it opens the file"
    );
}

#[test]
fn a_findings_authority_is_a_footnote() {
    let file = made(&full());
    let notes = file.part("word/footnotes.xml");
    let said: Vec<String> = named(notes.root(), "footnote")
        .map(|note| named(note, "t").filter_map(|text| text.text()).collect())
        .collect();
    let wanted = " Source: source article, item T1; Indian Act, s. 1; TRIPS, art. 39";
    assert!(said.iter().any(|note| note == wanted), "{said:?}");
}

fn bars(names: &[&str]) -> Figure {
    let bar = |name: &&str| Bar {
        name: Text::line(name),
        share: Some(Readiness { low: 20, high: 60 }),
        total: false,
    };
    Figure {
        anchor: "bars".to_owned(),
        title: Text::line("Shares"),
        reading: Text::line("Longer is better."),
        chart: Chart::Bars(names.iter().map(bar).collect()),
    }
}

fn showing(figure: Figure) -> Document {
    let mut document = document("t", &[]);
    document.sections = vec![Section {
        anchor: "s".to_owned(),
        title: Text::line("S"),
        blocks: vec![Block::Figure(figure)],
        parts: Vec::new(),
    }];
    document
}

#[test]
fn a_figure_is_a_picture_with_its_words_beside_it() {
    let mark = |sign, words: &str| Mark { sign, words: Text::line(words) };
    let cells = vec![mark(Sign::Found(Severity::High), "2"), mark(Sign::Open, "not \"known\"\u{202f}<yet>")];
    let grid = Grid {
        corner: Text::line("Asset"),
        columns: vec![Text::line("High"), Text::line("Žižkov & Łódź")],
        rows: vec![GridRow { name: Text::line("Κώδικας"), cells, total: false }],
    };
    for chart in [Chart::Grid(grid), bars(&["All", "Один"]).chart] {
        let figure = Figure { chart, ..bars(&[]) };
        let document = showing(figure.clone());
        let file = made(&document);
        file.is_sound().expect("sound");
        let body = file.part("word/document.xml");
        let shown = named(body.root(), "docPr").next().expect("a picture");
        assert_eq!(shown.attribute("descr"), Some(figure.words().as_str()));
        assert_eq!(shown.attribute("title"), Some("Shares"));
        let picture = file.bytes("word/media/picture1.png");
        let dots = resvg::tiny_skia::Pixmap::decode_png(picture).expect("a PNG file");
        assert_eq!(dots.width(), 1280);
        let inked = dots.pixels().iter().filter(|dot| dot.red() < 128).count();
        assert!(inked > 1000, "{inked} dots are dark");
    }
}

#[test]
fn a_figure_that_no_picture_could_show_is_a_table() {
    let many: Vec<String> = (0..60).map(|number| format!("Row {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for figure in [bars(&["All", "苏州"]), bars(&["שלום"]), bars(&many)] {
        let document = showing(figure.clone());
        let file = made(&document);
        file.is_sound().expect("sound");
        assert!(!file.names().any(|name| name.contains("media")));
        let seen = file.words();
        for row in figure.table().rows {
            let name: &Run = &row[0][0];
            assert!(seen.contains(name.text.as_str()), "{seen}");
        }
    }
}

#[test]
fn what_is_written_from_right_to_left_is_set_so() {
    let mut document = document("חוזה", &[]);
    document.facts = vec![Entry { anchor: None, term: Text::line("Plain"), details: Vec::new() }];
    let file = made(&document);
    let body = file.part("word/document.xml");
    for paragraph in named(body.root(), "p") {
        let words: String = named(paragraph, "t").filter_map(|text| text.text()).collect();
        let turned = named(paragraph, "bidi").count() == 1 && named(paragraph, "rtl").count() == 1;
        assert_eq!(turned, words == "חוזה", "{words}");
    }
}
