//! `safeshore state`: how an interview stands.

mod comparison;

use clap::Args;
use serde_json::{Value as Json, json};

use super::exit::{Exit, note, print};
use super::json::{self, QuestionnaireJson, pretty, time};
use crate::cases::{Case, Cases};
use crate::engine::{
    FactOf, Finding, Interview, Readiness, Step, ask, compare, fill, left_out_words, milestone, row_name,
    time_left, told, unfit_words,
};
use crate::model::{Given, Kind, Place, UNKNOWN};
use crate::text::{clean_line, count};

/// Say how an interview stands.
#[derive(Args)]
pub struct State {
    /// The interview: its id, the beginning of it, its title, or its file.
    session: String,
    /// As JSON, for programs.
    #[arg(long)]
    json: bool,
}

impl State {
    /// Runs the command.
    pub fn run(self, cases: &mut Cases) -> Result<(), Exit> {
        let path = cases.find(&self.session)?;
        let case = cases.read(&path)?;
        case.notices.iter().for_each(|notice| note(notice));
        print(&if self.json { pretty(&as_json(&case))? } else { as_text(&case) })
    }
}

fn as_text(case: &Case) -> String {
    let interview = &case.interview;
    let (header, progress) = (&case.session.header, interview.progress(None));
    let mut lines = vec![
        format!("{}  ({})", clean_line(&header.title), clean_line(&header.id)),
        format!("{} of {} questions answered{}", progress.answered, progress.asked, rest(case)),
    ];
    if let Some(readiness) = interview.readiness() {
        lines.push(format!("Readiness {readiness}"));
    }
    lines.extend(path(interview));
    let next = interview.next().map(|step| step_words(interview, step));
    lines.push(next.map_or_else(|| "Nothing is left to ask".to_owned(), |next| format!("Next: {next}")));
    lines.push(format!("\nFindings: {}", interview.findings().len()));
    lines.extend(interview.findings().iter().map(|finding| {
        let severity = finding.severity;
        format!("  {} {:<8} {}", severity.sign(), severity.name(), title(interview, finding))
    }));
    lines.push(format!("\nUnanswered: {}", interview.unanswered().count()));
    lines.push(format!("Parked answers: {}", interview.parked().count()));
    lines.join("\n") + "\n"
}

/// What the express path leaves out; nothing in the full interview.
fn path(interview: &Interview) -> Option<String> {
    let left_out = interview.left_out().len();
    let stages = if left_out == 0 { String::new() } else { format!(" ({})", left_out_words(interview)) };
    let words = format!("Express path: {} left out{stages}", count(left_out, "question", "questions"));
    interview.state().express.then_some(words)
}

fn rest(case: &Case) -> String {
    let left = time_left(&case.interview, &case.session);
    match (left.least, left.most) {
        (_, 0) => String::new(),
        (0, most) => format!(", up to {most} min left"),
        (least, most) if least == most => format!(", about {most} min left"),
        (least, most) => format!(", about {least} to {most} min left"),
    }
}

fn step_words(interview: &Interview, step: &Step) -> String {
    match step {
        Step::Ask(place) => ask(interview, place),
        Step::Rows(repeat) => {
            let item =
                interview.questionnaire().repeat(repeat).map_or(repeat.as_str(), |found| &found.item.value);
            format!("name a {item}, or say that there are no more")
        }
    }
}

fn as_json(case: &Case) -> Json {
    let interview = &case.interview;
    let header = &case.session.header;
    json!({
        "format": 1,
        "session": {
            "id": header.id,
            "title": header.title,
            "questionnaire": QuestionnaireJson::of(case),
            "created": time(header.created),
            "changed": time(case.session.changed()),
        },
        "next": interview.next().map(|step| next(interview, step)),
        "express": interview.state().express,
        "left_out": left_out(interview),
        "progress": progress(interview),
        "answers": interview.asked().filter_map(|place| {
            Some(given(place, interview.state().answers.get(place)?))
        }).collect::<Vec<_>>(),
        "parked": interview.parked().map(|(place, answer)| parked(interview, place, answer)).collect::<Vec<_>>(),
        "unanswered": interview.unanswered().map(at).collect::<Vec<_>>(),
        "findings": interview.findings().iter().map(|f| finding(case, f)).collect::<Vec<_>>(),
        "readiness": readiness(interview),
        "comparison": compare(interview).map(|comparing| comparison::as_json(case, &comparing)),
    })
}

fn next(interview: &Interview, step: &Step) -> Json {
    let questionnaire = interview.questionnaire();
    let stage = &questionnaire.stages[interview.stage_of(step)].id.value;
    match step {
        Step::Ask(place) => {
            let kind = questionnaire.question(&place.question).map(|question| &question.kind);
            json!({
                "question": place.question,
                "row": place.row,
                "stage": stage,
                "ask": ask(interview, place),
                "kind": kind.map(Kind::name),
                "options": kind.map_or_else(Vec::new, |kind| options(interview, kind)),
            })
        }
        Step::Rows(id) => {
            let repeat = questionnaire.repeat(id);
            json!({
                "repeat": id,
                "stage": stage,
                "label": repeat.map(|repeat| &repeat.label.value),
                "rows": interview.state().rows(id),
                "least": repeat.map(|repeat| repeat.least),
                "most": repeat.map(|repeat| repeat.most),
            })
        }
    }
}

/// What can be chosen: the author's options, or the rows there are.
fn options(interview: &Interview, kind: &Kind) -> Vec<Json> {
    if let Kind::Rows(repeat) = kind {
        let rows = interview.state().rows(&repeat.value).iter();
        return rows
            .map(|row| json!({ "id": row, "label": row_name(interview, &repeat.value, row) }))
            .collect();
    }
    kind.options()
        .iter()
        .map(|option| json!({ "id": option.id.value, "label": option.label.value }))
        .collect()
}

fn progress(interview: &Interview) -> Json {
    let whole = interview.progress(None);
    let stages = interview.questionnaire().stages.iter().enumerate().map(|(at, stage)| {
        let progress = interview.progress(Some(at));
        json!({ "id": stage.id.value, "asked": progress.asked, "answered": progress.answered })
    });
    let stages: Vec<Json> = stages.collect();
    json!({ "asked": whole.asked, "answered": whole.answered, "stages": stages })
}

/// What the full interview would ask and the express path does not: a list of rows counts as one question.
fn left_out(interview: &Interview) -> Json {
    let stages = interview.left_out_by_stage().into_iter().map(
        |(at, number)| json!({ "id": interview.questionnaire().stages[at].id.value, "questions": number }),
    );
    json!({ "questions": interview.left_out().len(), "stages": stages.collect::<Vec<_>>() })
}

fn at(place: &Place) -> Json {
    json!({ "question": place.question, "row": place.row })
}

fn given(place: &Place, given: &Given) -> Json {
    let (member, value) = json::answer(&given.answer);
    json!({
        "question": place.question,
        "row": place.row,
        member: value,
        "by": given.by.name(),
        "at": time(given.at),
    })
}

/// `unfit` says why this version of the questionnaire has no use for the answer, where that is why it is parked.
fn parked(interview: &Interview, place: &Place, answer: &Given) -> Json {
    let mut shape = given(place, answer);
    shape["unfit"] = json!(unfit_words(interview, place));
    shape
}

fn finding(case: &Case, finding: &Finding) -> Json {
    let interview = &case.interview;
    let rule = finding.rule(interview.questionnaire());
    json!({
        "rule": finding.rule,
        "rows": finding.rows.iter().map(|(_, row)| row).collect::<Vec<_>>(),
        "severity": finding.severity.name(),
        "title": title(interview, finding),
        "evidence": finding.evidence.iter().map(at).collect::<Vec<_>>(),
        "facts": finding.facts.iter().map(|of| fact(case, of)).collect::<Vec<_>>(),
        "sources": rule.map_or_else(Vec::new, |rule| rule.source.iter().map(|id| id.value.clone()).collect()),
        "action": rule.map(|rule| json!({
            "what": fill(interview, &rule.action.what.value, &finding.rows),
            "who": rule.action.who,
            "before": rule.action.before.value,
            "when": milestone(interview, &rule.action.before.value),
        })),
    })
}

fn fact(case: &Case, of: &FactOf) -> Json {
    let jurisdictions = &case.interview.questionnaire().jurisdictions;
    let known = jurisdictions.fact(&of.country, &of.fact);
    json!({
        "country": of.country,
        "fact": of.fact,
        "value": known.map_or(UNKNOWN, |fact| &fact.value.value),
        "cite": known.map(|fact| &fact.cite.value),
        "as_of": known.map(|fact| &fact.as_of.value),
        "confirm": told(jurisdictions, of, case.session.changed()).confirm,
    })
}

fn title(interview: &Interview, finding: &Finding) -> String {
    let rule = finding.rule(interview.questionnaire());
    rule.map_or_else(|| finding.rule.clone(), |rule| fill(interview, &rule.title.value, &finding.rows))
}

/// Low and high in whole percent; null where nothing counts.
fn ends(share: Option<Readiness>) -> (Json, Json) {
    share.map_or((Json::Null, Json::Null), |share| (json!(share.low), json!(share.high)))
}

fn readiness(interview: &Interview) -> Json {
    let (low, high) = ends(interview.readiness());
    let stages = interview.questionnaire().stages.iter().enumerate().map(|(at, stage)| {
        let (low, high) = ends(interview.stage_readiness(at));
        json!({ "id": stage.id.value, "low": low, "high": high })
    });
    let stages: Vec<Json> = stages.collect();
    json!({ "low": low, "high": high, "stages": stages })
}
