//! Reading comfort of the built-in questionnaire, whatever it holds: its texts are short and plain, and each question is
//! seen whole in the smallest window with two panes.

mod grade;
mod room;

use std::ops::Range;
use std::sync::Arc;

use super::*;
use crate::load;
use crate::model::{Answer, Kind, Opt, Place, Question, Questionnaire};
use crate::text::Spanned;
use crate::tui::model::Desk;

use grade::grade;

/// A placeholder is as long as a plausible name.
const NAME: &str = "Bengaluru Soft";
/// Rows of each list.
const ROWS: [&str; 3] = ["r1", "r2", "r3"];
/// The window in which everything must be seen.
const WINDOW: (u16, u16) = (80, 24);
/// A window of the same width in which nothing needs to scroll.
const TALL: (u16, u16) = (80, 150);
/// Columns of the question's pane in a window of that width, without the last one, which says that there is more.
const PANE: Range<u16> = 0..46;
/// Columns of the text in the box over it, likewise, and of the box's own sides.
const BOX: (Range<u16>, [u16; 2]) = (4..76, [1, 78]);

/// What is measured, how much of it is allowed, and what it comes to where: characters, placeholders counted as names.
const LIMITS: [(&str, usize, Measure); 9] = [
    ("characters of an ask", 110, |q| of_questions(q, |question| vec![length(&question.ask)])),
    ("characters of a hint", 110, |q| of_questions(q, |question| question.hint.iter().map(length).collect())),
    ("characters of a label", 70, |q| {
        of_questions(q, |question| options(question, |o| Some(length(&o.label))))
    }),
    ("characters of an option's hint", 110, |q| {
        of_questions(q, |question| options(question, |o| o.hint.as_ref().map(length)))
    }),
    // The article itself names ten kinds of work.
    ("options of a question", 10, |q| of_questions(q, |question| vec![question.kind.options().len()])),
    ("questions in one ask", 1, |q| of_questions(q, |question| vec![question.ask.matches('?').count()])),
    ("characters of a rule's title", 75, |q| {
        q.rules().map(|(_, rule)| (rule.id.value.clone(), length(&rule.title))).collect()
    }),
    ("characters of a clause's title", 60, |q| {
        q.clauses.iter().map(|clause| (clause.id.value.clone(), length(&clause.title))).collect()
    }),
    ("clauses", 60, |q| vec![("all".to_owned(), q.clauses.len())]),
];
/// So many of the longest helps are scrolled through.
const LONGEST: usize = 12;
/// School years of reading that a stage may ask for on average, and a single ask.
const GRADES: (f64, f64) = (10.0, 16.0);

/// Measures something all over a questionnaire.
type Measure = fn(&Questionnaire) -> Measured;
/// Ids, each with what was measured there.
type Measured = Vec<(String, usize)>;

fn builtin() -> Questionnaire {
    load::open(load::builtin()).expect("the built-in questionnaire is sound")
}

fn of_questions(questionnaire: &Questionnaire, measure: impl Fn(&Question) -> Vec<usize>) -> Measured {
    let measured = questionnaire
        .questions()
        .flat_map(|question| measure(question).into_iter().map(|number| (question.id.value.clone(), number)));
    measured.collect()
}

fn options(question: &Question, measure: impl Fn(&Opt) -> Option<usize>) -> Vec<usize> {
    question.kind.options().iter().filter_map(measure).collect()
}

fn length(text: &Spanned<String>) -> usize {
    named(text).chars().count()
}

/// The text with a name in the place of each placeholder.
fn named(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + NAME + part.split_once('}').map_or(part, |(_, rest)| rest))
}

fn none(offenders: &[String]) {
    assert!(offenders.is_empty(), "{} offend:\n{}", offenders.len(), offenders.join("\n"));
}

#[test]
fn no_text_is_longer_than_can_be_read_at_a_glance() {
    let questionnaire = builtin();
    let offenders = LIMITS.iter().flat_map(|(what, most, measure)| {
        let over = measure(&questionnaire).into_iter().filter(|(_, number)| number > most);
        over.map(move |(id, number)| format!("{id}: {number} {what}, {most} at most"))
    });
    none(&offenders.collect::<Vec<_>>());
}

#[test]
fn questions_read_as_easily_as_a_newspaper() {
    let questionnaire = builtin();
    let (of_stage, of_ask) = GRADES;
    let mut offenders = Vec::new();
    for stage in &questionnaire.stages {
        let texts =
            stage.questions.iter().map(|question| named(&format!("{} {}", question.ask, question.why)));
        let grades: Vec<f64> = texts.map(|text| grade(&text)).collect();
        let count = u32::try_from(grades.len()).expect("a stage has fewer questions");
        let mean = grades.iter().sum::<f64>() / f64::from(count);
        if mean > of_stage {
            offenders.push(format!("the stage {}: grade {mean:.1} on average, {of_stage} at most", stage.id));
        }
    }
    for question in questionnaire.questions() {
        let grade = grade(&named(&question.ask));
        if grade > of_ask {
            offenders.push(format!("{}: grade {grade:.1}, {of_ask} at most: {}", question.id, question.ask));
        }
    }
    none(&offenders);
}

/// The questionnaire with a name in the place of each placeholder, so that each can be drawn without its answers.
fn filled() -> Arc<Questionnaire> {
    let mut questionnaire = builtin();
    let fill = |text: &mut Spanned<String>| text.value = named(&text.value);
    for question in questionnaire.stages.iter_mut().flat_map(|stage| &mut stage.questions) {
        fill(&mut question.ask);
        fill(&mut question.why);
        question.hint.iter_mut().for_each(fill);
        if let Kind::Choice(options) | Kind::Choices(options) = &mut question.kind {
            for option in options {
                fill(&mut option.label);
                option.hint.iter_mut().for_each(fill);
            }
        }
    }
    Arc::new(questionnaire)
}

/// A desk with some rows in each list.
fn desk_of(questionnaire: &Arc<Questionnaire>) -> Desk {
    let rows =
        questionnaire.repeats().flat_map(|repeat| ROWS.map(|row| Place::new(&repeat.label.value, Some(row))));
    let to = Answer::Value(words(NAME));
    let acts = rows.map(|at| Act::Answer { at, to: to.clone() }).collect();
    Desk::new(Arc::clone(questionnaire), session("A deal", acts))
}

/// Goes to a step. Where one of many is searched for, a few letters are typed: the list of all is there to be scrolled.
fn stand(model: &mut Model, step: &Step) {
    let Screen::Desk(desk) = &mut model.screen else { panic!("an interview is on the screen") };
    go(desk, step.clone());
    if let Some(editor @ Editor::Search(_)) = &mut desk.editor {
        editor.paste("united");
    }
}

/// Every step that can be: each question, of a row where it has any, and each list.
fn all_steps(questionnaire: &Questionnaire) -> Vec<Step> {
    let lists = questionnaire.repeats().map(|repeat| Step::Rows(repeat.id.value.clone()));
    let row = |question: &Question| question.row_of.as_ref().map(|_| ROWS[0]);
    let asks =
        questionnaire.questions().map(|question| Step::Ask(Place::new(&question.id.value, row(question))));
    asks.chain(lists).collect()
}

fn id(step: &Step) -> &str {
    match step {
        Step::Ask(place) => &place.question,
        Step::Rows(repeat) => repeat,
    }
}

/// The lines that can be read in those columns between the rules, blank ones left out; of rows that have a side of a box
/// in each of `sides`.
fn lines(model: &Model, size: (u16, u16), columns: &Range<u16>, sides: &[u16]) -> Vec<String> {
    let terminal = drawn(model, size);
    let symbol = |x, y| terminal.backend().buffer()[(x, y)].symbol();
    let rows = (3..size.1 - 2).filter(|y| sides.iter().all(|x| symbol(*x, *y) == "│"));
    let rows = rows.map(|y| columns.clone().map(|x| symbol(x, y)).collect::<String>().trim().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

/// What is said below a label is seen with the cursor on it: the longest of it, under the first label, stands for all.
fn with_one_hint(questionnaire: &Arc<Questionnaire>) -> Arc<Questionnaire> {
    let mut questionnaire = Questionnaire::clone(questionnaire);
    for question in questionnaire.stages.iter_mut().flat_map(|stage| &mut stage.questions) {
        let several = matches!(question.kind, Kind::Choices(_));
        let (Kind::Choice(options) | Kind::Choices(options)) = &mut question.kind else { continue };
        let hints = options.iter_mut().filter_map(|option| option.hint.take());
        let longest = hints.max_by_key(|hint| hint.value.chars().count());
        // Of one of a few nothing is under the cursor before a choice is made.
        if let Some(first) = options.first_mut().filter(|_| several) {
            first.hint = longest;
        }
    }
    Arc::new(questionnaire)
}

#[test]
fn every_question_is_seen_whole() {
    let questionnaire = with_one_hint(&filled());
    let mut model = on(desk_of(&questionnaire));
    let mut offenders = Vec::new();
    for step in all_steps(&questionnaire) {
        stand(&mut model, &step);
        let (seen, whole) = (lines(&model, WINDOW, &PANE, &[]), lines(&model, TALL, &PANE, &[]));
        if seen != whole {
            offenders.push(format!("{}: {} lines of {}", id(&step), seen.len(), whole.len()));
        }
    }
    none(&offenders);
}

/// The lines of what lies over the question that can't be scrolled to.
fn hidden(model: &mut Model, open: impl Fn(usize) -> Overlay) -> Vec<String> {
    let mut shown = |scrolled, size| {
        let Screen::Desk(desk) = &mut model.screen else { panic!("an interview is on the screen") };
        desk.overlay = Some(open(scrolled));
        let furthest = furthest(desk, size);
        (lines(model, size, &BOX.0, &BOX.1), furthest)
    };
    let (mut seen, furthest) = shown(0, WINDOW);
    for scrolled in (12..furthest).step_by(12).chain([furthest]) {
        seen.extend(shown(scrolled, WINDOW).0);
    }
    let (whole, _) = shown(0, TALL);
    assert!(!whole.is_empty(), "there is something to read");
    whole.into_iter().filter(|line| !seen.contains(line)).collect()
}

#[test]
fn all_help_can_be_scrolled_to() {
    let questionnaire = filled();
    let mut model = on(desk_of(&questionnaire));
    none(&hidden(&mut model, Overlay::Help));
    let mut reach = |step: &Step| {
        stand(&mut model, step);
        let Screen::Desk(desk) = &mut model.screen else { panic!("an interview is on the screen") };
        desk.overlay = Some(Overlay::Context(0));
        furthest(desk, WINDOW)
    };
    let mut steps: Vec<(usize, Step)> =
        all_steps(&questionnaire).into_iter().map(|step| (reach(&step), step)).collect();
    steps.sort_by_key(|(reach, _)| std::cmp::Reverse(*reach));
    let mut offenders = Vec::new();
    for (_, step) in steps.iter().take(LONGEST) {
        stand(&mut model, step);
        let lines = hidden(&mut model, Overlay::Context);
        offenders.extend(lines.into_iter().map(|line| format!("{}: {line}", id(step))));
    }
    none(&offenders);
}
