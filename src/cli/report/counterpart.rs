//! For whom on the other side an edition is made.

use crate::cli::exit::Exit;
use crate::engine::{Interview, row_name};
use crate::report::Edition;
use crate::text::clean_line;

/// The edition for the one of that name or row; for the only one where nobody is named.
///
/// # Errors
/// Where nobody is called so, or where it isn't clear who is meant.
pub fn edition(interview: &Interview, name: Option<&str>) -> Result<Edition, Exit> {
    let Some(repeat) = interview.questionnaire().counterparts().map(|repeat| &repeat.id) else {
        return match name {
            None => Ok(Edition::Counterpart { row: None }),
            Some(_) => Err(Exit::usage(
                "safeshore: This questionnaire has no list of those on the other side, so the edition is for all of them. Leave --for out.",
            )),
        };
    };
    let rows: Vec<(&String, String)> =
        interview.state().rows(repeat).iter().map(|row| (row, row_name(interview, repeat, row))).collect();
    let names = || rows.iter().map(|(_, name)| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    match (name, rows.as_slice()) {
        (None, [(row, _)]) => Ok(Edition::Counterpart { row: Some((*row).clone()) }),
        (_, []) => Err(Exit::usage(
            "safeshore: The interview names nobody on the other side yet, so there is nobody to make the edition for.",
        )),
        (None, _) => Err(Exit::usage(format!(
            "safeshore: There are several on the other side: {}. Say with --for whom the edition is made for; the others won't be in it.",
            names()
        ))),
        (Some(wanted), _) => {
            let is_row = |(row, _): &&(&String, String)| row.as_str() == wanted;
            let is_called = |(_, name): &&(&String, String)| name.to_lowercase() == wanted.to_lowercase();
            let by_name = || rows.iter().filter(is_called).collect();
            let found: Vec<_> = rows.iter().find(is_row).map_or_else(by_name, |row| vec![row]);
            match found.as_slice() {
                [_, _, ..] => Err(Exit::usage(format!(
                    "safeshore: Several on the other side are called “{}”. Name the row that is meant: {}.",
                    clean_line(wanted),
                    found.iter().map(|(row, _)| row.as_str()).collect::<Vec<_>>().join(", ")
                ))),
                [(row, _)] => Ok(Edition::Counterpart { row: Some((*row).clone()) }),
                _ => Err(Exit::usage(format!(
                    "safeshore: Nobody on the other side is called “{}”. There are {}.",
                    clean_line(wanted),
                    names()
                ))),
            }
        }
    }
}
