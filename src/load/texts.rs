//! Every text that an author writes for a person to read.

use super::folder::Folder;
use crate::model::{
    Authority, Checklist, Clause, Column, Comparison, Criterion, Fact, Id, Item, Kind, Layout, Manifest,
    Matrix, Part, Point, Question, Repeat, Rule, Sign, Stage, TableOf, Term, Weighing,
};
use crate::text::Spanned;

/// A text with the field it stands in and the thing that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) field: &'static str,
    pub(super) of: &'a Id,
    pub(super) words: &'a Spanned<String>,
    /// Whether placeholders are filled in it.
    pub(super) filled: bool,
    /// What its thing is, where ids of other things could be the same.
    what: &'static str,
    /// The question of an option.
    question: Option<&'a Id>,
    /// Which one it is, where its thing has several such texts.
    number: Option<usize>,
}

impl<'a> Text<'a> {
    /// A text in which no placeholders are filled.
    pub(super) fn plain(of: &'a Id, field: &'static str, words: &'a Spanned<String>) -> Self {
        Self { field, of, words, filled: false, what: "", question: None, number: None }
    }

    /// What it is called wherever all texts are listed: the ids of its thing and its field, with a word before them for
    /// whatever is no question, option, repeat or rule.
    pub(super) fn key(&self) -> String {
        let question = self.question.map(|question| question.value.as_str());
        let number = self.number.map(|number| number.to_string());
        let before = Some(self.what).filter(|what| !what.is_empty());
        let parts = [before, question, Some(self.of.value.as_str()), number.as_deref(), Some(self.field)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(".")
    }

    /// Whether a translation has to have it: what is cited or dated stays as it is, and other languages have other forms
    /// of a word.
    pub(super) fn is_translated(&self) -> bool {
        !["version", "article", "also", "cite", "as_of", "review_by"].contains(&self.field)
    }
}

type Fields<'a, const N: usize> = [(&'static str, &'a Spanned<String>); N];

fn plain<'a, const N: usize>(of: &'a Id, texts: Fields<'a, N>) -> Vec<Text<'a>> {
    texts.into_iter().map(|(field, words)| Text::plain(of, field, words)).collect()
}

fn filled<'a, const N: usize>(of: &'a Id, texts: Fields<'a, N>) -> Vec<Text<'a>> {
    texts.into_iter().map(|(field, words)| Text { filled: true, ..Text::plain(of, field, words) }).collect()
}

/// The same texts, of things that are called so.
fn called<'a>(what: &'static str, texts: Vec<Text<'a>>) -> impl Iterator<Item = Text<'a>> {
    texts.into_iter().map(move |text| Text { what, ..text })
}

/// The same texts, of one of several that are told apart by their number.
fn numbered(at: usize, texts: Vec<Text<'_>>) -> Vec<Text<'_>> {
    texts.into_iter().map(|text| Text { number: Some(at + 1), ..text }).collect()
}

/// Those of every file that a questionnaire is made of.
pub(super) fn of_folder(folder: &Folder) -> Vec<Text<'_>> {
    let mut texts: Vec<Text> = folder.manifest.iter().flat_map(of_manifest).collect();
    for stage in &folder.stages {
        texts.extend(of_stage(stage));
        texts.extend(stage.questions.iter().flat_map(of_question));
        texts.extend(stage.rules.iter().flat_map(of_rule));
        for weighing in &stage.weighings {
            texts.extend(of_weighing(weighing));
            // Points have no ids, and several of them are on the same option.
            let points =
                weighing.points.iter().enumerate().flat_map(|(at, point)| numbered(at, of_point(point)));
            texts.extend(points.map(|text| Text {
                what: "weighing",
                question: Some(&weighing.question),
                ..text
            }));
        }
    }
    texts.extend(folder.clauses.iter().flat_map(of_clause));
    texts.extend(folder.glossary.iter().flat_map(of_term));
    texts.extend(folder.items.iter().flat_map(of_item));
    texts.extend(folder.authorities.iter().flat_map(of_authority));
    if let Some(comparison) = &folder.comparison {
        texts.extend(of_comparison(comparison));
        for criterion in &comparison.criteria {
            let signs = criterion.signs.iter().enumerate();
            let signs = signs.flat_map(|(at, sign)| numbered(at, of_sign(criterion, sign))).collect();
            texts.extend(called("criterion", signs));
        }
    }
    texts.extend(folder.layout.iter().flat_map(of_layout));
    texts
}

pub(super) fn of_manifest(manifest: &Manifest) -> Vec<Text<'_>> {
    let fields = [
        ("version", &manifest.version),
        ("title", &manifest.title),
        ("about", &manifest.about),
        ("article", &manifest.article),
        ("caution", &manifest.caution),
    ];
    let milestones =
        manifest.milestones.iter().flat_map(|one| plain(&one.id, [("label", &one.label)])).collect();
    called("questionnaire", plain(&manifest.id, fields)).chain(called("milestone", milestones)).collect()
}

pub(super) fn of_clause(clause: &Clause) -> Vec<Text<'_>> {
    called("clause", plain(&clause.id, [("title", &clause.title), ("settles", &clause.settles)])).collect()
}

pub(super) fn of_term(term: &Term) -> Vec<Text<'_>> {
    let mut texts = plain(&term.term, [("term", &term.term), ("meaning", &term.meaning)]);
    let also = term.also.iter().enumerate();
    texts.extend(also.flat_map(|(at, also)| numbered(at, plain(&term.term, [("also", also)]))));
    called("term", texts).collect()
}

fn of_item(item: &Item) -> Vec<Text<'_>> {
    called("item", plain(&item.id, [("theme", &item.theme), ("what", &item.what)])).collect()
}

fn of_authority(authority: &Authority) -> Vec<Text<'_>> {
    let fields = [
        ("cite", &authority.cite),
        ("says", &authority.says),
        ("as_of", &authority.as_of),
        ("review_by", &authority.review_by),
    ];
    called("authority", plain(&authority.id, fields)).collect()
}

/// Those of a fact of a country's law; an empty citation has a diagnostic of its own.
pub(super) fn of_fact(fact: &Fact) -> Vec<Text<'_>> {
    let cite = Some(&fact.cite).filter(|cite| !cite.trim().is_empty());
    let (named, since, note) = (fact.named.as_ref(), fact.since.as_ref(), fact.note.as_ref());
    let optional = [("named", named), ("cite", cite), ("since", since), ("note", note)];
    let present = optional.into_iter().filter_map(|(field, words)| Some((field, words?)));
    present
        .chain([("as_of", &fact.as_of)])
        .map(|(field, words)| Text::plain(&fact.of, field, words))
        .collect()
}

/// Those of a stage itself and of its repeats, without those of its questions and rules.
pub(super) fn of_stage(stage: &Stage) -> Vec<Text<'_>> {
    let own = plain(&stage.id, [("title", &stage.title), ("intro", &stage.intro)]);
    called("stage", own).chain(stage.repeats.iter().flat_map(of_repeat)).collect()
}

fn of_repeat(repeat: &Repeat) -> Vec<Text<'_>> {
    plain(&repeat.id, [("item", &repeat.item)])
}

/// Those of a question and its options.
pub(super) fn of_question(question: &Question) -> Vec<Text<'_>> {
    let of = &question.id;
    let mut texts = filled(of, [("ask", &question.ask), ("why", &question.why)]);
    texts.extend(question.hint.iter().flat_map(|hint| filled(of, [("hint", hint)])));
    for option in question.kind.options() {
        let hint = option.hint.iter().flat_map(|hint| filled(&option.id, [("hint", hint)]));
        let own = filled(&option.id, [("label", &option.label)]).into_iter().chain(hint);
        texts.extend(own.map(|text| Text { question: Some(of), ..text }));
    }
    match &question.kind {
        Kind::Number { unit: Some(unit), .. } => texts.extend(plain(of, [("unit", unit)])),
        Kind::Scale { low, high } => texts.extend(plain(of, [("low", low), ("high", high)])),
        _ => {}
    }
    texts
}

/// Those of a rule.
pub(super) fn of_rule(rule: &Rule) -> Vec<Text<'_>> {
    let fields = [("title", &rule.title), ("because", &rule.because), ("what", &rule.action.what)];
    filled(&rule.id, fields)
}

/// Those of a weighing itself, without those of its points.
pub(super) fn of_weighing(weighing: &Weighing) -> Vec<Text<'_>> {
    called("weighing", plain(&weighing.question, [("title", &weighing.title)])).collect()
}

/// Those of a point.
pub(super) fn of_point(point: &Point) -> Vec<Text<'_>> {
    filled(&point.option, [("says", &point.says)])
}

/// Those of a comparison and of its criteria, without those of their signs.
pub(super) fn of_comparison(comparison: &Comparison) -> Vec<Text<'_>> {
    let own = plain(&comparison.repeat, [("title", &comparison.title), ("about", &comparison.about)]);
    let criteria =
        comparison.criteria.iter().flat_map(|one| plain(&one.id, [("title", &one.title)])).collect();
    called("comparison", own).chain(called("criterion", criteria)).collect()
}

/// Those of a sign.
pub(super) fn of_sign<'a>(criterion: &'a Criterion, sign: &'a Sign) -> Vec<Text<'a>> {
    filled(&criterion.id, [("yes", &sign.yes), ("no", &sign.no)])
}

/// Those of the layout of the report.
pub(super) fn of_layout(layout: &Layout) -> Vec<Text<'_>> {
    let cover = layout.cover.iter().flat_map(|column| plain(&column.question, [("cover", &column.head)]));
    let parts = layout.parts.iter().flat_map(|part| match part {
        Part::Table(table) => of_table(table),
        Part::Matrix(matrix) => of_matrix(matrix),
        Part::Checklist(checklist) => of_checklist(checklist),
        _ => Vec::new(),
    });
    called("report", cover.chain(parts).collect()).collect()
}

fn of_table(table: &TableOf) -> Vec<Text<'_>> {
    let about = table.about.iter().flat_map(|about| plain(&table.id, [("about", about)]));
    let title = plain(&table.id, [("title", &table.title)]);
    title.into_iter().chain(about).chain(heads(&table.id, &table.columns)).collect()
}

fn of_matrix(matrix: &Matrix) -> Vec<Text<'_>> {
    let own = plain(&matrix.id, [("title", &matrix.title), ("about", &matrix.about)]);
    let safeguards = matrix.safeguards.iter().enumerate();
    let safeguards =
        safeguards.flat_map(|(at, one)| numbered(at, plain(&matrix.id, [("safeguard", &one.title)])));
    own.into_iter().chain(heads(&matrix.id, &matrix.gets)).chain(safeguards).collect()
}

fn of_checklist(checklist: &Checklist) -> Vec<Text<'_>> {
    plain(&checklist.id, [("title", &checklist.title)])
}

fn heads<'a>(of: &'a Id, columns: &'a [Column]) -> impl Iterator<Item = Text<'a>> {
    let columns = columns.iter().enumerate();
    columns.flat_map(move |(at, column)| numbered(at, plain(of, [("head", &column.head)])))
}
