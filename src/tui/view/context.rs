//! Why the question is asked, the words explained, the sources.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::keyline::key_of;
use super::sheet::Sheet;
use super::weighing;
use crate::engine::{
    FactOf, Interview, Step, ask, beside, country_name, fill_for, is_foreign, named_countries, told,
    uncovered,
};
use crate::model::{Place, Question, Term};
use crate::text::{clean_line, word_at};
use crate::tui::keys::Command;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Rows that the pane wants.
pub fn height(desk: &Desk, width: u16) -> u16 {
    pane(desk, width, Theme::Plain).height()
}

/// Draws the pane. What does not fit is left to the overlay.
pub fn draw(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut sheet = pane(desk, area.width, theme);
    if sheet.height() > area.height {
        sheet.keep(area.height.saturating_sub(1));
        sheet.text(&format!("{} for the rest", key_of(Command::Context)), theme.quiet());
    }
    sheet.draw(frame, area, theme);
}

fn pane(desk: &Desk, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Some((step, question)) = asked(desk) else {
        sheet.text("The end", theme.strong());
        sheet.text(
            "Nothing is sent anywhere. The interview stays open: any answer can still be changed.",
            theme.text(),
        );
        return sheet;
    };
    weighing::at_the_cursor(desk, &mut sheet, theme);
    sheet.text("Why we ask", theme.strong());
    sheet.text(&why(&desk.interview, step), theme.text());
    let ids: Vec<&str> = question.source.iter().map(|id| id.value.as_str()).collect();
    sheet.text(&format!("Source: {}", ids.join(" · ")), theme.quiet());
    law(desk, step, false, &mut sheet, theme);
    terms(desk, step, question, &mut sheet, theme);
    sheet
}

/// Everything about the question: the question itself, why, words, sources in full.
pub fn full(desk: &Desk, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Some((step, question)) = asked(desk) else { return sheet };
    if let Step::Ask(place) = step {
        sheet.text(&ask(&desk.interview, place), theme.strong());
        if let Some(hint) = &question.hint {
            sheet.text(&fill_for(&desk.interview, &hint.value, place), theme.quiet());
        }
        sheet.blank();
    }
    sheet.text("Why we ask", theme.accent());
    sheet.text(&why(&desk.interview, step), theme.text());
    law(desk, step, true, &mut sheet, theme);
    weighing::whole(desk, &mut sheet, theme);
    terms(desk, step, question, &mut sheet, theme);
    sheet.blank();
    sheet.text("Where this comes from", theme.accent());
    sources(&desk.interview, question.source.iter().map(|id| id.value.as_str()), &mut sheet, theme);
    sheet
}

/// The sources of a question or rule: the article once with its items, then every other authority.
pub fn sources<'a>(
    interview: &Interview,
    ids: impl Iterator<Item = &'a str> + Clone,
    sheet: &mut Sheet,
    theme: Theme,
) {
    let questionnaire = interview.questionnaire();
    let items = ids.clone().filter_map(|id| questionnaire.items.iter().find(|item| item.id.value == id));
    for (at, item) in items.enumerate() {
        if at == 0 {
            sheet.text(&questionnaire.manifest.article.value, theme.text());
        }
        let mark = Span::styled(format!("  {}  ", clean_line(&item.id.value)), theme.quiet());
        sheet.hanging(vec![mark], &item.what.value, theme.quiet());
    }
    let others = ids.filter_map(|id| questionnaire.authorities.iter().find(|other| other.id.value == id));
    let countries = named_countries(interview);
    for other in others {
        let foreign = is_foreign(other, &questionnaire.jurisdictions, countries.as_ref());
        let elsewhere = if foreign { "; from elsewhere, for comparison" } else { "" };
        sheet.text(&format!("{} (as of {}{elsewhere})", other.cite, other.as_of), theme.text());
        sheet.hanging(vec![Span::raw("  ")], &other.says.value, theme.quiet());
    }
}

/// Why a step is asked: for a list of rows, why its rows are named.
pub fn why(interview: &Interview, step: &Step) -> String {
    let Some(question) = question(interview, step) else { return String::new() };
    match step {
        Step::Ask(place) => fill_for(interview, &question.why.value, place),
        Step::Rows(_) => question.why.value.clone(),
    }
}

fn asked(desk: &Desk) -> Option<(&Step, &Question)> {
    let step = desk.at.as_ref()?;
    Some((step, question(&desk.interview, step)?))
}

fn question<'a>(interview: &'a Interview, step: &Step) -> Option<&'a Question> {
    let questionnaire = interview.questionnaire();
    match step {
        Step::Ask(place) => questionnaire.question(&place.question),
        Step::Rows(repeat) => questionnaire.question(&questionnaire.repeat(repeat)?.label.value),
    }
}

/// What is known of the law of the countries given, on the points that bear on the question.
fn law(desk: &Desk, step: &Step, in_full: bool, sheet: &mut Sheet, theme: Theme) {
    let Step::Ask(place) = step else { return };
    for code in uncovered(&desk.interview, place) {
        sheet.blank();
        let gap = "Nothing is known here of its law: a few questions ask for what matters most.";
        sheet.text(&country_name(&code), theme.accent());
        sheet.text(gap, theme.text());
    }
    for of in beside(&desk.interview, place) {
        sheet.blank();
        fact(desk, &of, in_full, sheet, theme);
    }
}

/// A fact of a country's law: what it says, where it stands, and on what ground it is claimed.
pub fn fact(desk: &Desk, of: &FactOf, in_full: bool, sheet: &mut Sheet, theme: Theme) {
    let told = told(&desk.interview.questionnaire().jurisdictions, of, desk.session.changed());
    sheet.text(&told.asks, theme.accent());
    sheet.text(&told.says, theme.text());
    if in_full {
        let further = told.note.into_iter().chain(told.cite).chain([told.ground]);
        further.for_each(|words| sheet.text(&words, theme.quiet()));
    } else {
        let ground = if told.confirm { "Confirm with local counsel" } else { "Read in the text" };
        let cite = told.cite.map_or_else(String::new, |cite| format!("{cite} · "));
        sheet.text(&format!("{cite}{ground}"), theme.quiet());
    }
}

fn terms(desk: &Desk, step: &Step, question: &Question, sheet: &mut Sheet, theme: Theme) {
    let text = reading(&desk.interview, step, question);
    for term in found(&desk.interview.questionnaire().glossary, &text) {
        sheet.blank();
        sheet.text(&term.term.value, theme.accent());
        sheet.text(&term.meaning.value, theme.text());
    }
}

/// Everything that the person reads in the question.
fn reading(interview: &Interview, step: &Step, question: &Question) -> String {
    let asked = match step {
        Step::Ask(place) => ask(interview, place),
        Step::Rows(_) => ask(interview, &Place::new(&question.id.value, None)),
    };
    let hint = question.hint.iter().map(|hint| hint.value.as_str());
    let options = question.kind.options().iter();
    let options = options.flat_map(|option| {
        [Some(option.label.value.as_str()), option.hint.as_ref().map(|hint| hint.value.as_str())]
    });
    let parts: Vec<&str> = hint.chain(options.flatten()).collect();
    format!("{asked}\n{}", parts.join("\n"))
}

/// The terms that occur in a text as whole words, in the order of their first place in it.
fn found<'a>(glossary: &'a [Term], text: &str) -> Vec<&'a Term> {
    let text = text.to_lowercase();
    let first = |term: &Term| {
        let forms = std::iter::once(&term.term).chain(&term.also);
        forms.filter_map(|form| word_at(&text, &form.value.to_lowercase())).min()
    };
    let mut found: Vec<(usize, &Term)> =
        glossary.iter().filter_map(|term| Some((first(term)?, term))).collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, term)| term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_as_whole_words_in_any_case() {
        let term = |term: &str, also: &[&str]| Term {
            term: term.into(),
            also: also.iter().map(|form| (*form).into()).collect(),
            meaning: "…".into(),
        };
        let glossary =
            [term("NDA", &[]), term("trade secret", &["trade secrets"]), term("IP", &["IP rights"])];
        let names = |text| {
            found(&glossary, text).into_iter().map(|term| term.term.value.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(names("Which Trade Secrets go out before an NDA?"), ["trade secret", "NDA"]);
        assert_eq!(names("A panda recipe, shipped"), Vec::<&str>::new());
        assert_eq!(names("(ip)"), ["IP"]);
    }
}
