//! The room that `load` believes a text to have is the room that it has: what fills it is seen whole, and what is longer is not.

use super::*;
use crate::load::length::{
    ASK, CLAUSE_TITLE, CRITERION_TITLE, HINT, ITEM, LABEL, OPTION_HINT, PANE as LINES, RULE_TITLE, Room,
    SCALE_END, STAGE_TITLE, UNIT,
};

/// Texts that fill a room: words as wide as a line, a single word, wide characters.
fn fillings(Room { columns, lines, .. }: Room) -> [String; 3] {
    let wide = "日".repeat(columns / 2) + &"x".repeat(columns % 2);
    [vec!["x".repeat(columns); lines].join(" "), "y".repeat(columns * lines), vec![wide; lines].join(" ")]
}

fn more(room: Room) -> Room {
    if room.lines == 1 {
        Room { columns: room.columns + 1, ..room }
    } else {
        Room { lines: room.lines + 1, ..room }
    }
}

/// The small questionnaire with something changed in each question.
fn with(change: impl Fn(&mut Question)) -> Arc<Questionnaire> {
    let mut all = Questionnaire::clone(&questionnaire());
    all.stages.iter_mut().flat_map(|stage| &mut stage.questions).for_each(change);
    Arc::new(all)
}

/// Whether a step is seen whole in the window.
fn is_whole(questionnaire: &Arc<Questionnaire>, question: &str) -> bool {
    let mut model = on(desk_of(questionnaire));
    stand(&mut model, &Step::Ask(Place::new(question, None)));
    lines(&model, WINDOW, &PANE, &[]) == lines(&model, TALL, &PANE, &[])
}

fn head(question: &mut Question, text: [&str; 2]) {
    question.ask.value = text[0].to_owned();
    question.hint = Some(text[1].into());
}

#[test]
fn a_field_is_whole_below_the_longest_ask_and_hint() {
    for (ask, hint) in fillings(ASK).iter().zip(&fillings(HINT)) {
        for end in fillings(SCALE_END) {
            let questionnaire = with(|question| {
                head(question, [ask, hint]);
                if let Kind::Scale { low, high } = &mut question.kind {
                    (low.value, high.value) = (end.clone(), end.clone());
                }
            });
            for question in ["home_country", "story", "worth", "start", "people", "loss"] {
                assert!(is_whole(&questionnaire, question), "{question} with {ask}");
            }
        }
    }
}

/// Options that take so many lines, none of them more than a label may.
fn options(lines: usize, hint: Option<&str>) -> Vec<Opt> {
    let label = |lines| fillings(Room { lines, ..LABEL })[0].clone();
    let full = (0..lines / LABEL.lines).map(|_| label(LABEL.lines));
    let rest = Some(lines % LABEL.lines).filter(|rest| *rest > 0).map(label);
    let option = |(at, label): (usize, String)| Opt {
        id: at.to_string().as_str().into(),
        label: label.as_str().into(),
        hint: hint.map(Into::into),
        alone: false,
        risk: false,
        was: Vec::new(),
    };
    full.chain(rest).enumerate().map(option).collect()
}

#[test]
fn options_are_seen_whole_up_to_the_lines_of_the_pane() {
    let (ask, hint) = (&fillings(ASK)[0], &fillings(HINT)[0]);
    let above = ASK.lines + HINT.lines + 2;
    for (over, whole) in [(0, true), (1, false)] {
        let one = with(|question| {
            head(question, [ask, hint]);
            question.kind = Kind::Choice(options(LINES - above + over, None));
        });
        assert_eq!(is_whole(&one, "role"), whole, "one of some, {over} lines too many");
        let several = with(|question| {
            head(question, [ask, hint]);
            let below = &fillings(OPTION_HINT)[0];
            question.kind = Kind::Choices(options(LINES - above - 1 - OPTION_HINT.lines + over, Some(below)));
        });
        let first = with_one_hint(&several);
        assert_eq!(is_whole(&first, "role"), whole, "some of several, {over} lines too many");
    }
}

/// Whether all words of a text stand in lines of the screen.
fn stands(seen: &[String], text: &str) -> bool {
    // The cell behind a wide character is blank.
    let close = |text: &str| text.replace(' ', "");
    text.split(' ').all(|word| seen.iter().any(|line| close(line).contains(&close(word))))
}

#[test]
fn what_stands_on_one_line_of_the_pane_is_not_cut() {
    for (over, whole) in [(false, true), (true, false)] {
        let of = |room: Room| fillings(if over { more(room) } else { room });
        for (title, (item, unit)) in of(STAGE_TITLE).iter().zip(of(ITEM).iter().zip(&of(UNIT))) {
            let mut all = Questionnaire::clone(&with(|question| {
                if let Kind::Number { unit: Some(known), .. } = &mut question.kind {
                    known.value.clone_from(unit);
                }
            }));
            for stage in &mut all.stages {
                stage.title.value.clone_from(title);
                stage.repeats.iter_mut().for_each(|repeat| repeat.item.value.clone_from(item));
                // Counts of two figures.
                if let Some(at) =
                    stage.questions.iter().position(|question| question.id.value == "partner_country")
                {
                    for number in 0..12 {
                        let id = format!("more{number}");
                        stage
                            .questions
                            .push(Question { id: id.as_str().into(), ..stage.questions[at].clone() });
                    }
                }
            }
            // Made anew, so that the further questions are known by their ids.
            let Questionnaire { manifest, stages, clauses, glossary, items, authorities, .. } = all;
            let all = Questionnaire::new(manifest, stages, clauses, glossary, items, authorities);
            let questionnaire = Arc::new(all);
            let mut model = on(desk_of(&questionnaire));
            let mut seen = |step: &Step| {
                stand(&mut model, step);
                lines(&model, WINDOW, &PANE, &[])
            };
            let place = seen(&Step::Ask(Place::new("more11", Some(ROWS[0]))));
            assert_eq!(stands(&place[..1], title) && stands(&place[..1], NAME), whole, "{}", place[0]);
            let people = seen(&Step::Ask(Place::new("people", None)));
            assert_eq!(stands(&people, &format!("({unit})")), whole, "{people:?}");
            let list = seen(&Step::Rows("partners".to_owned()));
            let another = |line: &&String| line.contains("name of another");
            let line = list.iter().find(another).cloned().into_iter().collect::<Vec<_>>();
            assert_eq!(stands(&line, item), whole, "{list:?}");
        }
    }
}

#[test]
fn titles_in_the_boxes_stand_on_the_lines_that_they_may_have() {
    let over_it = |questionnaire: Questionnaire, acts: Vec<Act>, overlay: Overlay, size| {
        let mut desk = Desk::new(Arc::new(questionnaire), session("A deal", acts));
        desk.overlay = Some(overlay);
        lines(&on(desk), size, &BOX.0, &BOX.1)
    };
    let findings = || Overlay::Findings { chosen: 0, scrolled: 0 };
    for (over, whole) in [(0, true), (1, false)] {
        for title in &fillings(Room { columns: RULE_TITLE.columns + over, ..RULE_TITLE })[..2] {
            let mut all = Questionnaire::clone(&questionnaire());
            let rules = all.stages.iter_mut().flat_map(|stage| &mut stage.rules);
            rules.for_each(|rule| rule.title.value.clone_from(title));
            let seen = over_it(all, underway(), findings(), WINDOW);
            let of_title = |line: &&String| line.chars().all(|c| c == 'x' || c == 'y');
            assert_eq!(seen.iter().filter(of_title).count() == RULE_TITLE.lines, whole, "{seen:#?}");
        }
        let clause = "x".repeat(CLAUSE_TITLE.columns + over);
        let mut all = Questionnaire::clone(&questionnaire());
        all.clauses.iter_mut().for_each(|one| one.title.value.clone_from(&clause));
        let seen = over_it(all, underway(), findings(), TALL);
        assert_eq!(stands(&seen, &clause), whole, "{seen:#?}");
        for title in fillings(Room { columns: CRITERION_TITLE.columns + over, ..CRITERION_TITLE }) {
            let mut all = Questionnaire::clone(&questionnaire());
            let criteria = all.comparison.iter_mut().flat_map(|comparison| &mut comparison.criteria);
            criteria.for_each(|criterion| criterion.title.value.clone_from(&title));
            let seen = over_it(all, partners(3), Overlay::Compare(Beside::default()), WINDOW);
            let row = seen.iter().filter(|line| line.contains('%')).cloned().collect::<Vec<_>>();
            assert_eq!(stands(&row, &title), whole, "{seen:#?}");
        }
    }
}
