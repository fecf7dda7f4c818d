//! `safeshore check --coverage`: what of the source article is served by what.

use super::exit::{Exit, print};
use crate::load::{self, Coverage, Covered};
use crate::model::Questionnaire;
use crate::text::{clean_line, count};

/// Prints each item with what serves it.
///
/// # Errors
/// A fault that names the items that nothing serves.
pub fn tell_of(questionnaire: &Questionnaire) -> Result<(), Exit> {
    let coverage = load::coverage(questionnaire);
    print(&listed(&coverage))?;
    let unserved: Vec<String> = coverage.unserved().map(|item| clean_line(&item.id)).collect();
    if unserved.is_empty() {
        return Ok(());
    }
    let of_all = format!("{} of {}", unserved.len(), count(coverage.items.len(), "item", "items"));
    Err(Exit::fault(format!(
        "Nothing serves {of_all}: {}.\nName each in the `source` of a question, rule or clause that asks or settles it.",
        unserved.join(", ")
    )))
}

fn listed(coverage: &Coverage) -> String {
    let items = coverage.items.iter().map(item).collect::<String>();
    let (all, unserved) = (coverage.items.len(), coverage.unserved().count());
    format!("\n{items}\n{}: {} served, {unserved} not\n", count(all, "item", "items"), all - unserved)
}

/// An item with a line for each kind of thing that serves it.
fn item(covered: &Covered) -> String {
    let mut lines = vec![format!("{:<6}{}", clean_line(&covered.item.id), clean_line(&covered.item.what))];
    let served = covered.served.iter();
    lines.extend(
        served.map(|served| format!("      {:<9} {}", served.by, clean_line(&served.ids.join(", ")))),
    );
    if covered.served.is_empty() {
        lines.push("      nothing".to_owned());
    }
    lines.join("\n") + "\n"
}
