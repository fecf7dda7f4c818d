//! The questionnaire that the program carries with it.

use include_dir::{Dir, include_dir};

use super::folder::{is_ron, number_of};
use crate::text::Source;

static FOLDER: Dir = include_dir!("$CARGO_MANIFEST_DIR/questionnaires/offshore-ip");
const NAME: &str = "offshore-ip";

/// The files of the built-in questionnaire, named `offshore-ip/…`; the stages in the order of their numbers,
/// after the other files.
#[must_use]
pub fn builtin() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&FOLDER, &mut sources);
    sources.sort_by(|a, b| (number_of(&a.name), &a.name).cmp(&(number_of(&b.name), &b.name)));
    sources
}

fn collect(folder: &Dir, sources: &mut Vec<Source>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let (true, Some(text)) = (is_ron(&path), file.contents_utf8()) {
            sources.push(Source::new(format!("{NAME}/{path}"), text));
        }
    }
    folder.dirs().for_each(|inner| collect(inner, sources));
}
