//! The folder of a firm's own look.

use std::path::Path;

use crate::cli::exit::Exit;
use crate::diagnostic::draw;
use crate::report::{Broken, Template};
use crate::store;

/// What the folder holds; the built-in look where there is none.
///
/// # Errors
/// Where the folder can't be read, or something in it is wrong.
pub(super) fn of(folder: Option<&Path>) -> Result<Template, Exit> {
    match folder {
        Some(folder) => Template::of_firm(store::template_folder(folder)?).map_err(|broken| fault(&broken)),
        None => Ok(Template::built_in()),
    }
}

/// What is wrong with a template, at its places.
pub(super) fn fault(broken: &Broken) -> Exit {
    Exit::fault(format!(
        "{}Nothing was written. --built-in makes it in the built-in look.",
        draw(&broken.diagnostics, &broken.sources, false)
    ))
}
