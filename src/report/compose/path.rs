//! What the express path left out, and what that means for the report.

use super::case::Case;
use crate::engine::left_out_words;
use crate::report::document::{Block, Run};
use crate::text::count;

/// Near the top of the report of an express interview: that it is a first answer, and how much was left out.
pub(super) fn first_answer(case: &Case<'_>) -> Option<Block> {
    if !case.interview.state().express {
        return None;
    }
    let words = match case.interview.left_out().len() {
        0 => ". The interview took the express path, which asks only the essential questions. Nothing that applies was \
             left out."
            .to_owned(),
        number => format!(
            ". The interview took the express path, which asks only the essential questions, and left out {} ({}). \
             They count as not known, and so does what depends on them: until they are answered, readiness cannot be \
             known better than the range below. Continued as the full interview, it keeps every answer.",
            count(number, "question", "questions"),
            left_out_words(case.interview),
        ),
    };
    Some(Block::Paragraph(vec![Run::strong("This is a first answer"), Run::plain(&words)]))
}
