//! Dates that can each be, and not as they stand together or on the day on which they are read.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::load::wording::{is_day, is_month};
use crate::text::Spanned;

pub(super) fn check(folder: &Folder, today: NaiveDate, found: &mut Vec<Diagnostic>) {
    let month = today.format("%Y-%m").to_string();
    let to_come = |date: &Spanned<String>, holder: &str, now: &str| {
        (date.value.as_str() > now).then(|| {
            let message = format!("{holder} is of {date}, and that is still to come");
            odd(date, message, "in the future", "Write when it was read, or mend a slip in the year")
        })
    };
    for authority in &folder.authorities {
        let (as_of, review_by) = (&authority.as_of, &authority.review_by);
        let holder = format!("The authority `{}`", authority.id);
        if is_month(as_of) {
            found.extend(to_come(as_of, &holder, &month));
        }
        if is_month(as_of) && is_month(review_by) && review_by.value < as_of.value {
            let message =
                format!("{holder} should be read again by {review_by}, before it was read in {as_of}");
            found.push(odd(review_by, message, "before `as_of`", "Let `review_by` be a month after `as_of`"));
        }
    }
    for country in &folder.jurisdictions {
        for fact in &country.facts {
            let holder = format!("The fact `{}` of `{}`", fact.of, country.code);
            if is_month(&fact.as_of) {
                found.extend(to_come(&fact.as_of, &holder, &month));
            }
            let since = fact.since.iter().filter(|since| is_day(since));
            found.extend(since.filter(|since| since.value > today.to_string()).map(|since| {
                let message = format!("{holder} is in force since {since}, and that is still to come");
                odd(
                    since,
                    message,
                    "in the future",
                    "Give the value that holds until then, or mend a slip in the year",
                )
            }));
        }
    }
}

fn odd(date: &Spanned<String>, message: String, label: &str, help: &str) -> Diagnostic {
    Diagnostic::warning("odd-date", message).at(date.span).label(label).help(help.to_owned())
}
