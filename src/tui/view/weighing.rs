//! What speaks for and against the options of the question.

use ratatui::text::Span;

use super::sheet::Sheet;
use super::words;
use crate::engine::{FactOf, Told, Weighed, answer_words, ask, told, weigh};
use crate::model::{Opt, Place, Side};
use crate::text::{clean_line, count};
use crate::tui::editor::Editor;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Columns beyond which a question and its answer are cut: the review has them in full.
const LONGEST: usize = 200;

fn weighed(desk: &Desk) -> Option<Weighed<'_>> {
    weigh(&desk.interview, &desk.place()?.question)
}

/// The arguments on the option under the cursor, where the question has any.
pub fn at_the_cursor(desk: &Desk, sheet: &mut Sheet, theme: Theme) {
    let (Some(weighed), Some(Editor::Pick(pick))) = (weighed(desk), &desk.editor) else { return };
    let under =
        pick.chosen.and_then(|at| pick.items.get(at)).and_then(|item| weighed.question.kind.option(&item.id));
    match under {
        Some(option) => arguments(desk, &weighed, option, false, sheet, theme),
        None => sheet
            .text("Move to an option: what your answers say for and against it stands here.", theme.quiet()),
    }
    sheet.blank();
}

/// The arguments on every option, with the answers that they rest on.
pub fn whole(desk: &Desk, sheet: &mut Sheet, theme: Theme) {
    let Some(weighed) = weighed(desk) else { return };
    sheet.blank();
    sheet.text(&weighed.weighing.title.value, theme.accent());
    for (at, option) in weighed.options().iter().enumerate() {
        if at > 0 {
            sheet.blank();
        }
        arguments(desk, &weighed, option, true, sheet, theme);
    }
}

fn arguments(
    desk: &Desk,
    weighed: &Weighed<'_>,
    option: &Opt,
    with_evidence: bool,
    sheet: &mut Sheet,
    theme: Theme,
) {
    let (interview, id) = (&desk.interview, option.id.value.as_str());
    sheet.text(&clean_line(&option.label), theme.strong());
    for (side, mark, style) in [(Side::For, "+ ", theme.good()), (Side::Against, "− ", theme.problem())] {
        for argument in weighed.of(id, side) {
            sheet.hanging(vec![Span::styled(mark, style)], &argument.says(interview), theme.text());
            if with_evidence {
                rests_on(desk, &argument.evidence, &argument.facts, sheet, theme);
            } else if argument.facts.iter().any(|of| fact(desk, of).confirm) {
                sheet.hanging(vec![Span::raw("  ")], "Confirm with local counsel.", theme.quiet());
            }
        }
    }
    let (open, stands) = (weighed.open(id), weighed.arguments.iter().any(|one| one.point.option.value == id));
    if !stands {
        sheet.text("Your answers say nothing for it or against it.", theme.quiet());
    }
    if open > 0 {
        let further = count(open, "further argument depends", "further arguments depend");
        sheet.hanging(
            vec![Span::styled("? ", theme.quiet())],
            &format!("{further} on open answers."),
            theme.quiet(),
        );
    }
}

/// The answers and the facts of law that something rests on, indented below it.
pub fn rests_on(desk: &Desk, places: &[Place], facts: &[FactOf], sheet: &mut Sheet, theme: Theme) {
    let interview = &desk.interview;
    let mut below = |words: &str| {
        sheet.hanging(vec![Span::raw("  ")], &words::line(words, LONGEST), theme.quiet());
    };
    for place in places {
        let answer = interview.state().answer(place);
        let said =
            answer.map_or_else(|| "not answered".to_owned(), |answer| answer_words(interview, place, answer));
        below(&format!("{} → {said}", ask(interview, place)));
    }
    for of in facts {
        let told = fact(desk, of);
        let ground = if told.confirm { "confirm with local counsel" } else { "read in the text" };
        below(&format!("{} → {} · {ground}", told.asks, told.says));
    }
}

fn fact(desk: &Desk, of: &FactOf) -> Told {
    told(&desk.interview.questionnaire().jurisdictions, of, desk.session.changed())
}
