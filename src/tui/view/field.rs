//! The field of a question, laid out.

mod choices;
mod line;
mod page;
mod rows;
mod search;

use ratatui::Frame;
use ratatui::layout::Rect;

pub use choices::Hints;
pub use line::put as put_line;
pub use page::write;

use super::sheet::Sheet;
use crate::model::Kind;
use crate::tui::editor::{Editor, Page, Search};
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// A field that knows how many rows it wants.
pub enum Laid<'a> {
    /// Lines of text.
    Sheet(Sheet),
    /// A box to write in.
    Page(&'a Page, u16),
    /// A line to type in, and a list.
    Search(&'a Search, u16),
}

impl<'a> Laid<'a> {
    /// The field for a pane of that width.
    pub fn new(desk: &Desk, editor: &'a Editor, hints: Hints, width: u16, theme: Theme) -> Self {
        let kind = desk
            .place()
            .and_then(|place| desk.interview.questionnaire().question(&place.question))
            .map(|question| &question.kind);
        match editor {
            Editor::Pick(pick) => {
                let numbered = !matches!(kind, Some(Kind::Scale { .. }));
                Self::Sheet(choices::pick(pick, numbered, hints, width, theme))
            }
            Editor::Tick(tick) => {
                let repeat =
                    if let Some(Kind::Rows(repeat)) = kind { Some(repeat.value.as_str()) } else { None };
                Self::Sheet(choices::tick(tick, repeat, hints, desk, width, theme))
            }
            Editor::Field(field) => Self::Sheet(line::field(field, width, theme)),
            Editor::Page(page) => Self::Page(page, page::height(&page.area, width)),
            Editor::Search(search) => Self::Search(search, search::height(search, width)),
            Editor::Rows(list) => Self::Sheet(rows::list(list, desk, width, theme)),
        }
    }

    /// Rows that it wants.
    pub fn height(&self) -> u16 {
        match self {
            Self::Sheet(sheet) => sheet.height(),
            Self::Page(_, height) | Self::Search(_, height) => *height,
        }
    }

    /// Draws it. `typing` says whether it has the cursor.
    pub fn draw(self, typing: bool, frame: &mut Frame, area: Rect, theme: Theme) {
        match self {
            Self::Sheet(mut sheet) => {
                if !typing {
                    sheet.no_caret();
                }
                sheet.draw(frame, area, theme);
            }
            Self::Page(page, _) => page::draw(&page.area, "Tab goes on", typing, frame, area, theme),
            Self::Search(search, _) => search::draw(search, typing, frame, area, theme),
        }
    }
}
