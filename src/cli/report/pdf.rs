//! The report as PDF, in the firm's look and with the system's fonts where the program's own lack something.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::exit::{Exit, note};
use crate::diagnostic::draw;
use crate::report::{self, Broken, Document, FontFile, Template};
use crate::store;
use crate::text::count;

pub(super) fn made(document: &Document, folder: Option<&Path>) -> Result<Vec<u8>, Exit> {
    let template = match folder {
        Some(folder) => {
            Template::of_firm(store::template_folder(folder)?).map_err(|broken| fault(&broken))?
        }
        None => Template::built_in(),
    };
    let pdf = report::pdf(document, &template, &elsewhere).map_err(|broken| fault(&broken))?;
    if !pdf.lacking.is_empty() {
        let those = count(pdf.lacking.len(), "character", "characters");
        note(&format!(
            "no font here has a glyph for {those} of the report; numbers stand in their places, and its last page says so. \
             Install a font that has them, or put one into the template's folder, and make the report again."
        ));
    }
    Ok(pdf.bytes)
}

fn elsewhere(wanted: &BTreeSet<char>) -> Vec<FontFile> {
    store::system_fonts(wanted).into_iter().map(|(bytes, index)| FontFile { bytes, index }).collect()
}

fn fault(broken: &Broken) -> Exit {
    Exit::fault(format!("{}Nothing was written.", draw(&broken.diagnostics, &broken.sources, false)))
}
