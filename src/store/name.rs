//! Names of session files.

use std::cmp::Ordering;
use std::path::Path;

/// How the name of every session file ends.
pub(super) const ENDING: &str = ".session.ron";

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz234567";
/// Characters that a title may give to a file name.
const SLUG: usize = 40;

/// The title as it may stand in the name of a session file, which is never empty.
pub(super) fn slug(title: &str) -> String {
    let name = safe_name(title);
    if name.is_empty() { "session".to_owned() } else { name }
}

/// A title as it may stand in a file name: lower-case ASCII letters, digits and single dashes; perhaps nothing.
#[must_use]
pub fn safe_name(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(SLUG);
    slug.trim_end_matches('-').to_owned()
}

/// A new id with which none that is taken begins: 6 characters, up to 8 where such are hard to find.
pub(super) fn short_id(taken: &[String], random: &mut fastrand::Rng) -> String {
    let mut tries = 0;
    loop {
        let length = (6 + tries / 16).min(8);
        let id: String = (0..length).map(|_| char::from(LETTERS[random.usize(..LETTERS.len())])).collect();
        if !taken.iter().any(|other| other.starts_with(&id)) {
            return id;
        }
        tries += 1;
    }
}

/// The id in the name of a session file, for a file whose header can't be read.
pub(super) fn id_in(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()?.strip_suffix(ENDING)?.rsplit('-').next()
}

/// The order of file names in which numbers count as numbers: `2-x` before `10-x`.
pub(super) fn natural_order(one: &str, other: &str) -> Ordering {
    chunks(one).cmp(&chunks(other)).then_with(|| one.cmp(other))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Chunk<'n> {
    /// Digits without leading zeros, and first how many: so that no number is too large.
    Number(usize, &'n str),
    Words(&'n str),
}

fn chunks(name: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(end);
        chunks.push(if digits {
            let number = chunk.trim_start_matches('0');
            Chunk::Number(number.len(), number)
        } else {
            Chunk::Words(chunk)
        });
        rest = after;
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_gives_a_harmless_file_name() {
        let cases = [
            ("Acme → Bengaluru", "acme-bengaluru"),
            ("  ../../etc/passwd\0", "etc-passwd"),
            ("日本語", "session"),
            ("", "session"),
            ("CON", "con"),
            ("a-very-long-title-that-goes-on-and-on-and-on", "a-very-long-title-that-goes-on-and-on-an"),
        ];
        for (title, wanted) in cases {
            assert_eq!(slug(title), wanted, "{title:?}");
        }
        assert_eq!(slug(&format!("{} x", "a".repeat(39))), "a".repeat(39));
    }

    #[test]
    fn no_id_that_is_taken_begins_with_a_new_one() {
        let seeded = || fastrand::Rng::with_seed(7);
        let first = short_id(&[], &mut seeded());
        assert!(first.len() == 6 && first.bytes().all(|byte| LETTERS.contains(&byte)), "{first}");
        let next = short_id(&[format!("{first}aa"), String::new()], &mut seeded());
        assert!(next.len() == 6 && next != first, "{next}");

        let mut random = seeded();
        let taken: Vec<_> = (0..16).map(|_| short_id(&[], &mut random)).collect();
        assert_eq!(short_id(&taken, &mut seeded()).len(), 7, "an id grows where short ones are hard to find");
    }

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let mut names = ["10-x", "2-y", "b", "2-x", "02-x", "a10b2", "a10b1", "a9", "1", "é"];
        names.sort_by(|one, other| natural_order(one, other));
        assert_eq!(names, ["1", "02-x", "2-x", "2-y", "10-x", "a9", "a10b1", "a10b2", "b", "é"]);
    }

    #[test]
    fn the_id_is_in_the_file_name() {
        assert_eq!(id_in(Path::new("/s/acme-x-k3f9qa.session.ron")), Some("k3f9qa"));
        assert_eq!(id_in(Path::new("/s/acme.ron")), None);
    }
}
