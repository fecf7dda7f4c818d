//! All sheets as a workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Rows, rows};
use crate::report::document::{Document, Sheet};

/// Characters that a cell holds at most; a longer text goes on in the cells below.
const LONGEST: usize = 32_767;
/// Widths of columns, in characters: by how much their cells hold.
const WIDTHS: [(usize, f64); 4] = [(12, 12.0), (40, 26.0), (160, 44.0), (usize::MAX, 60.0)];

/// The sheets that have rows as an Excel workbook. Every cell is text: nothing in it is a formula.
///
/// # Errors
/// When there are more rows than a sheet can have.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(document)?);
    let sheets = Sheet::ALL.map(|sheet| rows(document, sheet));
    for rows in sheets.iter().filter(|rows| !rows.lines.is_empty() || rows.sheet == Sheet::Findings) {
        fill(book.add_worksheet(), rows, document)?;
    }
    book.save_to_buffer()
}

/// What was made when it was made: the same document gives the same bytes.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_timestamp(document.date.timestamp())?;
    Ok(DocProperties::new()
        .set_title(document.title.as_str())
        .set_subject(document.subtitle.as_str())
        .set_creation_datetime(&made))
}

fn fill(sheet: &mut Worksheet, rows: &Rows, document: &Document) -> Result<(), XlsxError> {
    sheet.set_name(rows.sheet.title())?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let columns = u16::try_from(rows.head.len()).unwrap_or(u16::MAX);
    for (column, words) in (0..columns).zip(&rows.head) {
        sheet.write_string_with_format(0, column, words.as_str(), &head)?;
        let longest = rows.lines.iter().map(|row| row[usize::from(column)].chars().count()).max();
        let longest = longest.unwrap_or(0).max(words.chars().count());
        let width = WIDTHS.iter().find(|(most, _)| longest <= *most).map_or(60.0, |(_, width)| *width);
        sheet.set_column_width(column, width)?;
    }
    let mut line = 1;
    for row in &rows.lines {
        let mut tallest = 1;
        for (column, words) in (0..columns).zip(row) {
            let parts = parts(words);
            for (below, part) in (0..).zip(&parts) {
                sheet.write_string_with_format(line + below, column, part.as_str(), &cell)?;
            }
            tallest = tallest.max(u32::try_from(parts.len()).unwrap_or(u32::MAX));
        }
        line += tallest;
    }
    sheet.set_freeze_panes(1, 0)?;
    if columns > 0 && line > 1 {
        sheet.autofilter(0, 0, line - 1, columns - 1)?;
    }
    for_print(sheet, document)
}

fn for_print(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    // An ampersand begins a code in a header; two of them are one. A header holds 255 characters.
    let marking: String = document.marking.edition.as_str().replace('&', "&&").chars().take(100).collect();
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    sheet.set_header(format!("&L&A&R{marking}")).set_footer("&CPage &P of &N");
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// A text in pieces that cells can hold.
fn parts(words: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut length = 0;
    for character in words.chars() {
        // Excel counts as UTF-16 does.
        if length + character.len_utf16() > LONGEST {
            parts.push(String::new());
            length = 0;
        }
        length += character.len_utf16();
        parts.last_mut().expect("there is one").push(character);
    }
    parts
}
