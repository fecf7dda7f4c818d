//! Every text that an author writes for a person to read.

use super::folder::Folder;
use crate::model::{Comparison, Criterion, Id, Kind, Manifest, Point, Question, Rule, Sign, Stage, Weighing};
use crate::text::Spanned;

/// A text with the field it stands in and the thing that it belongs to.
pub(super) struct Text<'a> {
    pub(super) field: &'static str,
    pub(super) of: &'a Id,
    pub(super) words: &'a Spanned<String>,
    /// Whether placeholders are filled in it.
    pub(super) filled: bool,
}

fn plain<'a, const N: usize>(of: &'a Id, texts: [(&'static str, &'a Spanned<String>); N]) -> Vec<Text<'a>> {
    texts.into_iter().map(|(field, words)| Text { field, of, words, filled: false }).collect()
}

fn filled<'a, const N: usize>(of: &'a Id, texts: [(&'static str, &'a Spanned<String>); N]) -> Vec<Text<'a>> {
    texts.into_iter().map(|(field, words)| Text { field, of, words, filled: true }).collect()
}

/// Those of every file.
pub(super) fn of_folder(folder: &Folder) -> Vec<Text<'_>> {
    let mut texts: Vec<Text> = folder.manifest.iter().flat_map(of_manifest).collect();
    for stage in &folder.stages {
        texts.extend(of_stage(stage));
        texts.extend(stage.questions.iter().flat_map(of_question));
        texts.extend(stage.rules.iter().flat_map(of_rule));
        texts.extend(stage.weighings.iter().flat_map(of_weighing));
        texts.extend(stage.weighings.iter().flat_map(|weighing| &weighing.points).flat_map(of_point));
    }
    for clause in &folder.clauses {
        texts.extend(plain(&clause.id, [("title", &clause.title), ("settles", &clause.settles)]));
    }
    for term in &folder.glossary {
        texts.extend(plain(&term.term, [("term", &term.term), ("meaning", &term.meaning)]));
        texts.extend(term.also.iter().flat_map(|also| plain(&term.term, [("also", also)])));
    }
    for item in &folder.items {
        texts.extend(plain(&item.id, [("theme", &item.theme), ("what", &item.what)]));
    }
    for authority in &folder.authorities {
        let fields = [
            ("cite", &authority.cite),
            ("says", &authority.says),
            ("as_of", &authority.as_of),
            ("review_by", &authority.review_by),
        ];
        texts.extend(plain(&authority.id, fields));
    }
    if let Some(comparison) = &folder.comparison {
        texts.extend(of_comparison(comparison));
        for criterion in &comparison.criteria {
            texts.extend(criterion.signs.iter().flat_map(|sign| of_sign(criterion, sign)));
        }
    }
    texts
}

fn of_manifest(manifest: &Manifest) -> Vec<Text<'_>> {
    let fields = [
        ("version", &manifest.version),
        ("title", &manifest.title),
        ("about", &manifest.about),
        ("article", &manifest.article),
        ("caution", &manifest.caution),
    ];
    let mut texts = plain(&manifest.id, fields);
    texts.extend(manifest.milestones.iter().flat_map(|one| plain(&one.id, [("label", &one.label)])));
    texts
}

/// Those of a stage itself and of its repeats, without those of its questions and rules.
pub(super) fn of_stage(stage: &Stage) -> Vec<Text<'_>> {
    let mut texts = plain(&stage.id, [("title", &stage.title), ("intro", &stage.intro)]);
    texts.extend(stage.repeats.iter().flat_map(|repeat| plain(&repeat.id, [("item", &repeat.item)])));
    texts
}

/// Those of a question and its options.
pub(super) fn of_question(question: &Question) -> Vec<Text<'_>> {
    let of = &question.id;
    let mut texts = filled(of, [("ask", &question.ask), ("why", &question.why)]);
    texts.extend(question.hint.iter().flat_map(|hint| filled(of, [("hint", hint)])));
    for option in question.kind.options() {
        texts.extend(filled(&option.id, [("label", &option.label)]));
        texts.extend(option.hint.iter().flat_map(|hint| filled(&option.id, [("hint", hint)])));
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
    plain(&weighing.question, [("title", &weighing.title)])
}

/// Those of a point.
pub(super) fn of_point(point: &Point) -> Vec<Text<'_>> {
    filled(&point.option, [("says", &point.says)])
}

/// Those of a comparison and of its criteria, without those of their signs.
pub(super) fn of_comparison(comparison: &Comparison) -> Vec<Text<'_>> {
    let mut texts = plain(&comparison.repeat, [("title", &comparison.title), ("about", &comparison.about)]);
    texts.extend(comparison.criteria.iter().flat_map(|one| plain(&one.id, [("title", &one.title)])));
    texts
}

/// Those of a sign.
pub(super) fn of_sign<'a>(criterion: &'a Criterion, sign: &'a Sign) -> Vec<Text<'a>> {
    filled(&criterion.id, [("yes", &sign.yes), ("no", &sign.no)])
}
