//! What an owner reads in a minute.

use std::collections::HashSet;

use super::actions::{Task, concerned, tasks};
use super::case::{Case, Numbered, links};
use super::counsel::unknown_law;
use super::path::first_answer;
use crate::engine::{Candidate, Judged, Readiness, RowOf, Step, Verdict, to_find_out, verdict};
use crate::model::{Answer, Part, Severity};
use crate::report::document::{Block, Line, Run, Section, Text};
use crate::report::label::day;
use crate::text::{capital, count};

/// So many things to do, and findings of each, are named here; the action list has them all.
const FIRST: usize = 3;

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let mut blocks: Vec<Block> = first_answer(case).into_iter().collect();
    let judged = verdict(case.interview);
    blocks.push(Block::Paragraph(words_of(&judged)));
    blocks.extend(worst(case, &judged));
    blocks.extend(find_out_first(case, &judged));
    blocks.push(Block::Paragraph(readiness(case.interview.readiness())));
    blocks.push(Block::Paragraph(vec![Run::plain(&findings(case))]));
    blocks.extend(side_by_side(case));
    blocks.extend(first_things(case));
    blocks.push(Block::Paragraph(vec![Run::plain(&open(case))]));
    Section { anchor: "summary".to_owned(), title: Text::line("Summary"), blocks, parts: Vec::new() }.filled()
}

/// Whether to go on, and why.
fn words_of(judged: &Judged) -> Line {
    let Judged { verdict, blockers, open_blockers, high, open_high } = *judged;
    let point = |number| count(number, "point", "points");
    let serious = |found, open| match (found, open) {
        (found, 0) => format!("{} found", count(found, "serious weakness was", "serious weaknesses were")),
        (0, open) => format!("{} not known yet that could be serious", count(open, "point is", "points are")),
        (found, open) => format!(
            "{} found, and {} not known yet that could be serious",
            count(found, "serious weakness was", "serious weaknesses were"),
            count(open, "point is", "points are")
        ),
    };
    let why = match (verdict, blockers, open_blockers) {
        (Verdict::TooEarly, ..) => ". Less than half of what is asked has an answer.".to_owned(),
        (Verdict::NotYet, 0, open) => format!(
            ". Nothing that stops the deal was found, but {} that could stop it {} not known yet: find out first.",
            point(open),
            if open == 1 { "is" } else { "are" }
        ),
        (Verdict::NotYet, found, _) => format!(
            ". {} in the way that should be settled before anything else is done.",
            capital(&count(found, "point stands", "points stand"))
        ),
        (Verdict::WithSafeguards, ..) => format!(
            ". Nothing stops the deal. {}: put the safeguards below in place first, each before its milestone.",
            capital(&serious(high, open_high))
        ),
        (Verdict::Go, ..) => {
            ". Nothing serious was found in these answers, and nothing serious is open. What was found \
                              below can be settled on the way."
                .to_owned()
        }
    };
    vec![Run::strong(verdict.words()), Run::plain(&why)]
}

/// The findings that make the verdict what it is, by their titles.
fn worst(case: &Case<'_>, judged: &Judged) -> Option<Block> {
    let severity = match judged.verdict {
        Verdict::NotYet => Severity::Blocker,
        Verdict::WithSafeguards => Severity::High,
        Verdict::TooEarly | Verdict::Go => return None,
    };
    let all: Vec<_> = case.findings().filter(|found| found.finding.severity == severity).collect();
    let title = |found: &Numbered<'_>| {
        vec![
            Run::link(case.title(found).as_str(), found.anchor()),
            Run::plain(&format!(" ({})", found.number)),
        ]
    };
    let mut items: Vec<Line> = all.iter().take(FIRST).map(title).collect();
    let more = all.len().saturating_sub(FIRST);
    let below = if case.shows(&Part::Findings) { ", under Findings" } else { "" };
    items.extend((more > 0).then(|| vec![Run::plain(&format!("{more} more{below}"))]));
    (!items.is_empty()).then_some(Block::List { numbered: false, items })
}

/// How candidates that are compared come off.
fn side_by_side(case: &Case<'_>) -> Option<Block> {
    let comparing = case.compared()?;
    let told = |one: &Candidate<'_>| format!("{} {}", one.name, Readiness::words(one.total));
    let mut names: Vec<String> = comparing.candidates.iter().take(FIRST).map(told).collect();
    let more = comparing.candidates.len().saturating_sub(FIRST);
    names.extend((more > 0).then(|| format!("{more} more")));
    let link = Run::link(&comparing.comparison.title.value, "comparison".to_owned());
    Some(Block::Paragraph(vec![link, Run::plain(&format!(": {}.", names.join(", ")))]))
}

/// What nobody has said, where it is all that stands in the way.
fn find_out_first(case: &Case<'_>, judged: &Judged) -> Vec<Block> {
    if judged.verdict != Verdict::NotYet || judged.blockers > 0 {
        return Vec::new();
    }
    let places = to_find_out(case.interview, Severity::Blocker);
    let given = |place| case.interview.state().answers.contains_key(place);
    let item = |place| {
        vec![Run { to: given(place).then(|| case.anchor(place)), ..Run::plain(case.ask(place).as_str()) }]
    };
    let mut items: Vec<Line> = places.iter().take(FIRST).map(item).collect();
    let more = places.len().saturating_sub(FIRST);
    items.extend((more > 0).then(|| vec![Run::plain(&count(more, "further question", "further questions"))]));
    if items.is_empty() { Vec::new() } else { vec![Block::List { numbered: false, items }] }
}

fn readiness(readiness: Option<Readiness>) -> Line {
    let Some(interval) = readiness else {
        return vec![Run::plain(
            "No rule applies to these answers so far, so readiness cannot be calculated.",
        )];
    };
    let Readiness { low, high } = interval;
    let words = match (low, high) {
        (0, 100) => ". Too little is known yet to say more: each answer narrows the range.".to_owned(),
        (low, high) if low == high => {
            " of what the rules ask for is in place, weighted by severity.".to_owned()
        }
        _ => format!(
            " of what the rules ask for is in place, weighted by severity: {low}\u{a0}% if every open point turns out \
             badly, {high}\u{a0}% if it turns out well."
        ),
    };
    vec![Run::strong(&format!("Readiness: {interval}")), Run::plain(&words)]
}

fn findings(case: &Case<'_>) -> String {
    let of = |severity| case.findings().filter(move |found| found.finding.severity == severity).count();
    let all = case.findings().count();
    let progress = case.interview.progress(None);
    if all == 0 {
        return match progress.answered {
            0 => "Nothing has been answered yet, so there is nothing to judge.",
            answered if answered < progress.asked || case.open().next().is_some() => {
                "No rule found anything wrong in the answers so far. What is still open may change that."
            }
            _ if !case.interview.left_out().is_empty() => {
                "No rule found anything wrong in the answers so far. What was left out may change that."
            }
            _ => "No rule found anything wrong in these answers.",
        }
        .to_owned();
    }
    let counts = Severity::WORST_FIRST.map(|severity| (severity, of(severity)));
    let present = counts.iter().filter(|(_, number)| *number > 0);
    let words = present.map(|(severity, number)| match severity {
        Severity::Blocker => count(*number, "blocker", "blockers"),
        other => format!("{number} {}", other.name()),
    });
    format!("{}: {}.", capital(&count(all, "finding", "findings")), words.collect::<Vec<_>>().join(", "))
}

/// The worst findings' actions; among equals what is on other rows, and then what is due first.
fn first_things(case: &Case<'_>) -> Vec<Block> {
    let mut tasks = tasks(case);
    tasks.sort_by_key(|task| (std::cmp::Reverse(task.severity()), task.milestone));
    let mut tasks = spread(tasks);
    tasks.truncate(FIRST);
    let lead = match tasks.len() {
        0 => return Vec::new(),
        1 => "Do this first:",
        _ => "Do these first:",
    };
    let items = tasks.iter().map(|task| first_thing(case, task)).collect();
    vec![Block::Paragraph(vec![Run::plain(lead)]), Block::List { numbered: true, items }]
}

/// Puts what concerns other rows before what concerns the same rows again, among steps of one severity: three steps on one
/// asset tell less than one on each of three.
fn spread<'a>(tasks: Vec<Task<'a>>) -> Vec<Task<'a>> {
    let mut known: HashSet<&'a RowOf> = HashSet::new();
    let mut again = Vec::new();
    for task in &tasks {
        let rows: Vec<&RowOf> = task.findings.iter().flat_map(|found| &found.finding.rows).collect();
        again.push(!rows.is_empty() && rows.iter().all(|row| known.contains(row)));
        known.extend(rows);
    }
    let mut spread: Vec<(bool, Task<'a>)> = again.into_iter().zip(tasks).collect();
    spread.sort_by_key(|(again, task)| (std::cmp::Reverse(task.severity()), *again));
    spread.into_iter().map(|(_, task)| task).collect()
}

fn first_thing(case: &Case<'_>, task: &Task<'_>) -> Line {
    let step = &task.step;
    let concerned = concerned(case, task);
    let about = if concerned.is_empty() { String::new() } else { format!(" ({concerned})") };
    let due = step.due.map(|due| format!(" ({})", day(due))).unwrap_or_default();
    let by = format!("{about} {}, {}{due}.", capital(step.who.as_str()), step.before.as_str());
    let see = if task.findings.len() == 1 { " See finding " } else { " See findings " };
    let mut line = vec![Run::plain(step.what.as_str()), Run::quiet(&by), Run::plain(see)];
    let (named, others) = task.findings.split_at(task.findings.len().min(FIRST));
    line.extend(links(named));
    let more = if others.is_empty() { ".".to_owned() } else { format!(" and {} more.", others.len()) };
    line.push(Run::plain(&more));
    line
}

/// What nobody has said yet, or has said that they can't say.
fn open(case: &Case<'_>) -> String {
    let progress = case.interview.progress(None);
    let missing = progress.asked - progress.answered;
    let answered_with = |wanted: &Answer| case.open().filter(|(_, answer)| *answer == wanted).count();
    let (unknown, counsel) = (answered_with(&Answer::DontKnow), answered_with(&Answer::AskCounsel));
    let one_or_many =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let parts = [
        (missing, one_or_many(missing, "has no answer", "have no answer")),
        (unknown, one_or_many(unknown, "was answered with “don't know”", "were answered with “don't know”")),
        (counsel, one_or_many(counsel, "is left for counsel", "are left for counsel")),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words);
    let parts = parts.collect::<Vec<_>>();
    let mut sentences = vec![if parts.is_empty() {
        "Every question that was asked has an answer.".to_owned()
    } else if progress.answered == 0 {
        format!("Still open: {}, all of them.", count(progress.asked, "question", "questions"))
    } else {
        format!("Still open: of {}, {}.", count(progress.asked, "question", "questions"), parts.join(", "))
    }];
    let waiting = case.interview.waiting();
    if waiting > 0 {
        let further = count(waiting, "further question", "further questions");
        let from = if case.interview.left_out().is_empty() { "open" } else { "open or left out" };
        sentences.push(format!("Up to {further} may follow from what is {from}."));
    }
    sentences.extend(open_lists(case));
    let law = unknown_law(case).len();
    if law > 0 {
        let points = capital(&count(law, "point", "points"));
        let are = if law == 1 { "is" } else { "are" };
        let listed =
            if case.shows(&Part::Open) { "see the open questions for counsel" } else { "ask counsel" };
        sentences.push(format!(
            "{points} of law that may lead to further findings {are} not known to this program: {listed}."
        ));
    }
    sentences.join(" ")
}

fn open_lists(case: &Case<'_>) -> Option<String> {
    let open = case.interview.steps().iter().filter(|step| case.interview.is_open(step));
    let lists = open.filter_map(|step| match step {
        Step::Rows(repeat) => case.questionnaire().repeat(repeat),
        Step::Ask(_) => None,
    });
    let names: Vec<String> = lists.map(|repeat| format!("“{}”", repeat.item)).collect();
    Some(match names.as_slice() {
        [] => return None,
        [one] => format!("The list {one} is not complete yet."),
        [some @ .., last] => format!("The lists {} and {last} are not complete yet.", some.join(", ")),
    })
}
