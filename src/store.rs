//! All file access of the program: sessions and their journals, questionnaires, reports.
//!
//! A session is one append-only file, a header line and then one line per entry. An entry counts as saved only
//! once its line is on the disk; whatever goes wrong, the lines before it stay as they were.

mod disk;
mod find;
mod folder;
mod fonts;
mod journal;
mod line;
mod listing;
mod lock;
mod name;
mod notice;
mod open;
mod output;
mod scan;
mod sessions;
mod template;
#[cfg(test)]
mod tests;
mod trouble;

pub use folder::{case_files, folder, text, text_file};
pub use fonts::system_fonts;
pub use journal::Journal;
pub use name::safe_name;
pub use notice::Notice;
pub use open::Open;
pub use output::{new_folder, write_new, write_private};
pub use sessions::{Listed, Store};
pub use template::template_folder;
pub use trouble::{Kind, Trouble};
