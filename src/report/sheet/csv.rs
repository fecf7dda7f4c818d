//! A sheet as comma-separated values.

use super::rows;
use crate::report::document::{Document, Sheet};

/// Signs at the beginning of a cell that make programs take it for a formula; those of full width do so in some languages.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// One sheet as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel reads no Unicode. A text that a
/// program would take for a formula has an apostrophe before it (OWASP, "CSV Injection").
///
/// # Panics
/// Never: the rows of a sheet are of one length, and memory takes what is written.
#[must_use]
pub fn csv(document: &Document, sheet: Sheet) -> Vec<u8> {
    let rows = rows(document, sheet);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in std::iter::once(&rows.head).chain(&rows.lines) {
        let cells = row.iter().map(|cell| harmless(cell));
        writer.write_record(cells).expect("rows are of one length, and memory takes them");
    }
    writer.into_inner().expect("memory takes what is written")
}

fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}
