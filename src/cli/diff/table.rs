//! What becomes of saved answers, question by question.

use crate::diff::{Diff, Fate, Gate, Verdict};
use crate::text::{clean_line, count, width};

/// Every question whose answers are not simply carried, and how many there are of each.
pub fn table(diff: &Diff) -> String {
    let told: Vec<&Fate> = diff.fates.iter().filter(|fate| has_reasons(fate)).collect();
    let widest = told.iter().map(|fate| width(&clean_line(&fate.question))).max().unwrap_or(0);
    let mut lines = vec!["Answers in saved sessions".to_owned()];
    if !diff.opens() {
        let (old, new) = (clean_line(&diff.old.id), clean_line(&diff.new.id));
        lines.push(format!(
            "  No session of `{old}` can be opened with `{new}`; with the same id this would become of its answers:"
        ));
    }
    for fate in told {
        let question = clean_line(&fate.question);
        let blank = " ".repeat(widest - width(&question));
        let verdict = fate.verdict.words();
        let mut reasons = reasons(fate).into_iter();
        let first = reasons.next().unwrap_or_default();
        lines.push(format!("  {question}{blank}  {verdict:<12}  {first}").trim_end().to_owned());
        lines.extend(reasons.map(|reason| format!("  {}  {:<12}  {reason}", " ".repeat(widest), "")));
    }
    lines.extend(waiting(diff));
    lines.push(format!("  {}", totals(diff)));
    lines.join("\n") + "\n"
}

fn has_reasons(fate: &Fate) -> bool {
    !fate.because.is_empty() || !fate.parked_where.is_empty()
}

/// Those that are carried and may be parked until something before them is settled, by what that is.
fn waiting(diff: &Diff) -> Vec<String> {
    let mut groups: Vec<(&[Gate], Vec<String>)> = Vec::new();
    for fate in diff.fates.iter().filter(|fate| !has_reasons(fate) && !fate.hangs_on.is_empty()) {
        let question = clean_line(&fate.question);
        match groups.iter_mut().find(|(gates, _)| *gates == fate.hangs_on) {
            Some((_, questions)) => questions.push(question),
            None => groups.push((&fate.hangs_on, vec![question])),
        }
    }
    let lines = groups
        .into_iter()
        .map(|(gates, questions)| format!("  Carried, but {}: {}", hangs_on(gates), questions.join(", ")));
    lines.collect()
}

/// "whether it is asked hangs on `role`".
fn hangs_on(gates: &[Gate]) -> String {
    let gates: Vec<String> = gates.iter().map(|gate| clean_line(&gate.to_string())).collect();
    format!("whether it is asked hangs on {}", gates.join(", "))
}

/// Why, what of it is parked all the same, and what it waits for.
pub fn reasons(fate: &Fate) -> Vec<String> {
    let because = fate.because.iter().map(|because| clean_line(&because.to_string()));
    let exceptions = fate.parked_where.iter().map(|where_| clean_line(&format!("parked where {where_}")));
    let waits = (!fate.hangs_on.is_empty()).then(|| hangs_on(&fate.hangs_on));
    because.chain(exceptions).chain(waits).collect()
}

fn totals(diff: &Diff) -> String {
    let of = |verdict| diff.fates.iter().filter(|fate| fate.verdict == verdict).count();
    let parts = Verdict::ALL.map(|verdict| format!("{} {}", of(verdict), verdict.words()));
    let partly = diff.fates.iter().filter(|fate| !fate.parked_where.is_empty()).count();
    let partly =
        if partly == 0 { String::new() } else { format!("; some answers to {partly} of them parked") };
    format!("{}: {}{partly}", count(diff.fates.len(), "question", "questions"), parts.join(", "))
}
