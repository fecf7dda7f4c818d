use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::{Sheet, csv, rows, xlsx};
use crate::model::{Act, Value};
use crate::report::document::Document;
use crate::report::fixture::{header, interview, option, says, words};
use crate::report::{Edition, compose};

fn document(name: &str) -> Document {
    let acts: Vec<Act> = vec![
        says("role", option("customer")),
        says("partner_name/a", words(name)),
        says("partner_nda/a", Value::YesNo(false)),
    ];
    let (interview, changed) = interview(&acts);
    compose(&interview, &header("T"), changed, &Edition::Counsel)
}

fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let records = reader.records().map(|record| record.expect("a record"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn read_xlsx(bytes: Vec<u8>, sheet: Sheet) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet.title()).expect("the sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn findings_and_actions_stand_in_their_sheets() {
    let document = document("Acme");
    let findings = read_csv(&csv(&document, Sheet::Findings));
    assert_eq!(findings[0][..3], ["Number", "Severity", "Finding"]);
    assert_eq!(findings[1][..3], ["1", "High", "Acme has no NDA"]);
    let actions = read_csv(&csv(&document, Sheet::Actions));
    assert_eq!(actions[1][1..4], ["High", "Get an NDA signed.", "Acme"]);
    assert_eq!(read_csv(&csv(&document, Sheet::Register)).concat(), [String::new()]);
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    for name in ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1"] {
        let document = document(name);
        let cell = format!("{name} has no NDA");
        assert_eq!(read_csv(&csv(&document, Sheet::Findings))[1][2], format!("'{cell}"));
        let rows = read_xlsx(xlsx(&document).expect("a workbook"), Sheet::Findings);
        assert_eq!(rows[1][2], Data::String(cell), "a workbook knows texts from formulas");
    }
}

#[test]
fn a_text_longer_than_a_cell_goes_on_below() {
    let long = "é".repeat(40_000);
    let document = document(&long);
    let rows = read_xlsx(xlsx(&document).expect("a workbook"), Sheet::Findings);
    let column: String = rows[1..].iter().map(|row| row[2].to_string()).collect();
    assert_eq!(column, format!("{long} has no NDA"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document("Acme");
    let once = xlsx(&document).expect("a workbook");
    assert_eq!(once, xlsx(&document).expect("a workbook"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn every_cell_comes_back(name in "\\PC{1,40}") {
        let document = document(&name);
        for sheet in [Sheet::Findings, Sheet::Actions] {
            let wanted = rows(&document, sheet);
            let csv = read_csv(&csv(&document, sheet));
            let all: Vec<&Vec<String>> = std::iter::once(&wanted.head).chain(&wanted.lines).collect();
            prop_assert_eq!(csv.len(), all.len());
            for (read, meant) in csv.iter().zip(&all) {
                for (read, meant) in read.iter().zip(*meant) {
                    prop_assert!(read == meant || read.strip_prefix('\'') == Some(meant.as_str()));
                }
            }
            let book = read_xlsx(xlsx(&document).expect("a workbook"), sheet);
            for (read, meant) in book.iter().zip(&all) {
                let read: Vec<String> = read.iter().map(ToString::to_string).collect();
                prop_assert_eq!(&read, *meant);
            }
        }
    }
}
