//! Which session a person means.

use std::path::PathBuf;

use super::trouble::{Kind, Trouble};
use crate::text::clean_line;

/// Sessions that a message names at most.
const NAMED: usize = 6;
/// How alike a title must be to what was asked for to be offered, from 0 to 1.
const ALIKE: f64 = 0.75;

/// What a session can be named by.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub id: String,
    /// Empty where it can't be read.
    pub title: String,
    pub path: PathBuf,
}

impl Known {
    fn shown(&self) -> String {
        let (id, title) = (clean_line(&self.id), clean_line(&self.title));
        if title.is_empty() { id } else { format!("{id} (“{title}”)") }
    }
}

/// The file of the session of that name: exactly its id, or else its title, or else the beginning of either.
pub(super) fn find(name: &str, known: &[Known]) -> Result<PathBuf, Trouble> {
    let asked = folded(name);
    if asked.is_empty() {
        return Err(missing(name, known));
    }
    let fits: [&dyn Fn(&Known) -> bool; 3] =
        [&|one| one.id == asked, &|one| folded(&one.title) == asked, &|one| {
            one.id.starts_with(&asked) || folded(&one.title).starts_with(&asked)
        }];
    let found = fits.iter().map(|fits| known.iter().filter(|one| fits(one)).collect::<Vec<_>>());
    match found.into_iter().find(|found| !found.is_empty()).as_deref() {
        Some([one]) => Ok(one.path.clone()),
        Some(several) => Err(ambiguous(name, several)),
        None => Err(missing(name, known)),
    }
}

fn folded(text: &str) -> String {
    clean_line(text).to_lowercase()
}

fn ambiguous(name: &str, found: &[&Known]) -> Trouble {
    Trouble::new(Kind::Ambiguous, format!("“{name}” fits {} sessions.", found.len()))
        .next(format!("Name one by its id: {}.", named(found)))
}

fn missing(name: &str, known: &[Known]) -> Trouble {
    let asked = folded(name);
    let mut alike: Vec<_> = known
        .iter()
        .map(|one| {
            (
                strsim::jaro_winkler(&asked, &folded(&one.title)).max(strsim::jaro_winkler(&asked, &one.id)),
                one,
            )
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let alike: Vec<_> = alike.into_iter().map(|(_, one)| one).take(3).collect();
    let next = match (known.is_empty(), alike.is_empty()) {
        (true, _) => "There are no sessions yet: begin one with `safeshore new`.".to_owned(),
        (false, true) => "`safeshore sessions` lists those that are there.".to_owned(),
        (false, false) => format!("Did you mean {}? `safeshore sessions` lists all.", named(&alike)),
    };
    Trouble::new(Kind::Missing, format!("No session is called “{name}”.")).next(next)
}

/// The sessions in one phrase, not too many of them.
fn named(found: &[&Known]) -> String {
    let mut names: Vec<_> = found.iter().take(NAMED).map(|one| one.shown()).collect();
    if found.len() > NAMED {
        names.push(format!("and {} more", found.len() - NAMED));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Known> {
        let one = |id: &str, title: &str| Known { id: id.into(), title: title.into(), path: id.into() };
        vec![
            one("k3f9qa", "Acme → Bengaluru"),
            one("k3zzzz", "Borealis"),
            one("acq222", "Twins"),
            one("qqqqqq", "twins"),
            one("broken", ""),
        ]
    }

    #[test]
    fn a_session_goes_by_id_title_and_the_beginning_of_either() {
        let cases = [
            ("k3f9qa", "k3f9qa"),
            ("K3F", "k3f9qa"),
            ("borealis", "k3zzzz"),
            ("  Acme →  BENGALURU ", "k3f9qa"),
            ("acm", "k3f9qa"),
            ("bro", "broken"),
        ];
        for (name, id) in cases {
            assert_eq!(find(name, &known()).expect(name), PathBuf::from(id), "{name:?}");
        }
    }

    #[test]
    fn several_are_listed_and_none_is_guessed() {
        let trouble = find("k3", &known()).unwrap_err();
        assert_eq!(
            trouble.to_string(),
            "“k3” fits 2 sessions.\nName one by its id: k3f9qa (“Acme → Bengaluru”), k3zzzz (“Borealis”)."
        );
        assert_eq!(find("twins", &known()).unwrap_err().kind, Kind::Ambiguous);
        assert_eq!(find("ac", &known()).unwrap_err().kind, Kind::Ambiguous);
        assert_eq!(find(" ", &known()).unwrap_err().kind, Kind::Missing);
    }

    #[test]
    fn a_slip_is_met_with_a_suggestion() {
        let trouble = find("boraelis\x1b", &known()).unwrap_err();
        assert_eq!(
            trouble.to_string(),
            "No session is called “boraelis”.\n\
             Did you mean k3zzzz (“Borealis”)? `safeshore sessions` lists all."
        );
        assert!(find("x", &[]).unwrap_err().next.contains("safeshore new"));
        assert!(!find("zebra", &known()).unwrap_err().next.contains("Did you mean"));
    }
}
