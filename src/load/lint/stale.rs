//! What was claimed of the law and should have been read again by now.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::load::jurisdictions::review_by;
use crate::load::wording::is_month;
use crate::text::Spanned;

pub(super) fn check(folder: &Folder, today: NaiveDate, found: &mut Vec<Diagnostic>) {
    let month = today.format("%Y-%m").to_string();
    let is_past = |by: &str| by < month.as_str();
    let authorities = folder.authorities.iter();
    for authority in authorities.filter(|one| {
        // One that lies before its own `as_of` is told as that.
        is_month(&one.review_by) && is_past(&one.review_by) && one.review_by.value >= one.as_of.value
    }) {
        let what = format!("The authority `{}`", authority.id);
        found.push(stale(
            &what,
            &authority.review_by,
            &authority.review_by,
            "set `as_of` and `review_by` anew",
        ));
    }
    for country in &folder.jurisdictions {
        for fact in country.facts.iter().filter(|fact| is_month(&fact.as_of)) {
            if let Some(by) = review_by(fact).filter(|by| is_past(by)) {
                let what = format!("The fact `{}` of `{}`", fact.of, country.code);
                found.push(stale(&what, &by, &fact.as_of, "set `as_of` anew"));
            }
        }
    }
}

fn stale(what: &str, by: &str, at: &Spanned<String>, then: &str) -> Diagnostic {
    Diagnostic::warning("stale-authority", format!("{what} should have been read again by {by}"))
        .at(at.span)
        .label("past")
        .help(format!("Read what the law says now, correct what has changed, and {then}"))
}
