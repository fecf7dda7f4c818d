//! What each of some receivers gets, when, and which safeguards are missing.

use super::case::Case;
use crate::engine::{Truth, row_name};
use crate::model::{Answer, Column, Kind, Matrix, Place, Safeguard, Value};
use crate::report::document::{
    Block, Chart, Figure, Grid, GridRow, Line, Mark, Run, Section, Sign, Table, Text,
};
use crate::text::{capital, count};

/// So many receivers are drawn beside one another; further ones in another drawing.
const BESIDE: usize = 5;

/// The lists that the matrix is of.
struct Lists<'a> {
    things: &'a str,
    receivers: &'a str,
}

/// A thing that a receiver gets.
struct Given<'a> {
    thing: &'a str,
    receiver: &'a str,
    when: Vec<&'a str>,
    /// Safeguards that are wanted, each with whether it is there.
    safeguards: Vec<(&'a Safeguard, Truth)>,
}

impl Given<'_> {
    fn of(&self, wanted: Truth) -> impl Iterator<Item = &str> {
        let of = self.safeguards.iter().filter(move |(_, met)| *met == wanted);
        of.map(|(safeguard, _)| safeguard.title.value.as_str())
    }

    fn mark(&self) -> Mark {
        let number = |truth| self.of(truth).count();
        let (sign, words) = match (number(Truth::False), number(Truth::Unknown)) {
            (0, 0) => (Sign::InOrder, "in place".to_owned()),
            (0, open) => (Sign::Open, format!("{open} open")),
            (gaps, _) => (Sign::Amiss, count(gaps, "gap", "gaps")),
        };
        Mark { sign, words: Text::line(&words) }
    }
}

pub(super) fn section(case: &Case<'_>, matrix: &Matrix) -> Option<Section> {
    let lists = lists(case, matrix)?;
    let given = given(case, matrix, &lists);
    let receivers = case.interview.state().rows(lists.receivers);
    let drawings = receivers.chunks(BESIDE).zip(1..);
    let drawings =
        drawings.map(|(some, number)| Block::Figure(figure(case, matrix, &lists, &given, some, number)));
    let about = Block::Paragraph(vec![Run::quiet(&matrix.about)]);
    (!given.is_empty()).then(|| Section {
        anchor: case.part_anchor(&matrix.id),
        title: Text::line(&matrix.title),
        blocks: std::iter::once(about)
            .chain(drawings)
            .chain([Block::Table(table(case, matrix, &lists, &given))])
            .collect(),
        parts: Vec::new(),
    })
}

fn lists<'a>(case: &Case<'a>, matrix: &'a Matrix) -> Option<Lists<'a>> {
    let first = case.questionnaire().question(&matrix.gets.first()?.question)?;
    let Kind::Rows(things) = &first.kind else { return None };
    Some(Lists { things: &things.value, receivers: first.row_of.as_ref()?.value.as_str() })
}

/// Every pair of which an answer says that the one gets the other, by receiver.
fn given<'a>(case: &Case<'a>, matrix: &'a Matrix, lists: &Lists<'a>) -> Vec<Given<'a>> {
    let state = case.interview.state();
    let pairs = state
        .rows(lists.receivers)
        .iter()
        .flat_map(|receiver| state.rows(lists.things).iter().map(move |thing| (receiver, thing)));
    let given = pairs.filter_map(|(receiver, thing)| {
        let gets = matrix.gets.iter().filter(|column| names(case, column, receiver, thing));
        let when: Vec<&str> = gets.map(|column| column.head.value.as_str()).collect();
        let rows = [(lists.receivers.to_owned(), receiver.clone()), (lists.things.to_owned(), thing.clone())];
        let wanted = matrix.safeguards.iter().filter(|safeguard| {
            let applies = safeguard.applies.as_ref();
            applies.is_none_or(|applies| case.interview.judge(applies, &rows) != Truth::False)
        });
        let safeguards = wanted.map(|safeguard| (safeguard, case.interview.judge(&safeguard.met, &rows)));
        (!when.is_empty()).then(|| Given { thing, receiver, when, safeguards: safeguards.collect() })
    });
    given.collect()
}

fn names(case: &Case<'_>, column: &Column, receiver: &str, thing: &str) -> bool {
    let place = Place::new(column.question.value.as_str(), Some(receiver));
    let answer = case.interview.state().answer(&place).filter(|_| case.tells(&place));
    matches!(answer, Some(Answer::Value(Value::Rows(rows))) if rows.iter().any(|row| row == thing))
        && case.is_asked(&place)
}

fn figure(
    case: &Case<'_>,
    matrix: &Matrix,
    lists: &Lists<'_>,
    given: &[Given<'_>],
    receivers: &[String],
    number: usize,
) -> Figure {
    let row = |thing: &String| {
        let cells = receivers.iter().map(|receiver| {
            let pair = given.iter().find(|one| one.receiver == receiver && one.thing == thing);
            pair.map_or(Mark { sign: Sign::Nothing, words: Text::line("–") }, Given::mark)
        });
        GridRow { name: name(case, lists.things, thing), cells: cells.collect(), total: false }
    };
    let things = case.interview.state().rows(lists.things).iter();
    let gets_any = |thing: &&String| given.iter().any(|one| one.thing == thing.as_str());
    let corner = case.questionnaire().repeat(lists.things).map_or("", |repeat| repeat.item.value.as_str());
    Figure {
        anchor: format!("figure-{}-{number}", case.part_anchor(&matrix.id)),
        title: Text::line(&matrix.title),
        reading: Text::line(
            "✓ every safeguard is in place; ✗ that many are missing; ? that many are not known yet; – not shared.",
        ),
        chart: Chart::Grid(Grid {
            corner: Text::line(&capital(corner)),
            columns: receivers.iter().map(|receiver| name(case, lists.receivers, receiver)).collect(),
            rows: things.filter(gets_any).map(row).collect(),
        }),
    }
}

fn name(case: &Case<'_>, repeat: &str, row: &str) -> Text {
    Text::line(&row_name(case.interview, repeat, row))
}

fn table(case: &Case<'_>, matrix: &Matrix, lists: &Lists<'_>, given: &[Given<'_>]) -> Table {
    let item = |repeat: &str| {
        capital(case.questionnaire().repeat(repeat).map_or("", |repeat| repeat.item.value.as_str()))
    };
    let listed = |one: &Given<'_>, truth| one.of(truth).collect::<Vec<_>>().join("; ");
    let open = given.iter().any(|one| one.of(Truth::Unknown).next().is_some());
    let columns = if open { 6 } else { 5 };
    let rows = given.iter().map(|one| {
        let gaps = listed(one, Truth::False);
        let cells: [Line; 6] = [
            vec![Run::plain(name(case, lists.receivers, one.receiver).as_str())],
            vec![Run::plain(name(case, lists.things, one.thing).as_str())],
            vec![Run::plain(&one.when.join("; "))],
            vec![Run::plain(&listed(one, Truth::True))],
            if gaps.is_empty() { Vec::new() } else { vec![Run::strong(&format!("✗ {gaps}"))] },
            vec![Run::plain(&listed(one, Truth::Unknown))],
        ];
        cells.into_iter().take(columns).collect()
    });
    let head = [&item(lists.receivers), &item(lists.things), "Shared", "In place", "Missing", "Not known"];
    Table {
        caption: Text::line(&matrix.title),
        sheet: None,
        head: head.map(Text::line).into_iter().take(columns).collect(),
        rows: rows.collect(),
    }
}
