//! One line of a session file: how it is written, read and chained to the line before.

use std::fmt::Write as _;

use chrono::{DateTime, SubsecRound, Utc};
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::{Act, Entry, FORMAT, Header, Speaker};
use crate::text::{clean_line, ron_options};

/// Bytes that one line may have, its newline not counted.
pub(super) const LIMIT: usize = 4 << 20;

/// An entry as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// Hash of the line before, in hexadecimal.
    pub after: String,
    at: DateTime<Utc>,
    by: Speaker,
    act: Act,
}

impl Line {
    pub(super) fn new(after: &str, entry: &Entry) -> Self {
        Self { after: after.to_owned(), at: whole_second(entry.at), by: entry.by, act: entry.act.clone() }
    }

    pub(super) fn into_entry(self) -> Entry {
        Entry { at: self.at, by: self.by, act: self.act }
    }
}

/// Why a first line is no header.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoHeader {
    /// It is one of this later format.
    Newer(u32),
    /// It is something else.
    Unlike(String),
}

/// The part of a header that every format has.
#[derive(Deserialize)]
#[serde(rename = "Session")]
struct Format {
    format: u32,
}

/// The same time without its fraction of a second, which the file does not keep.
pub(super) fn whole_second(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(0)
}

/// SHA-256 of a line's bytes, its newline not counted, in hexadecimal.
pub(super) fn hash(line: &[u8]) -> String {
    Sha256::digest(line).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The header of a session from its first line.
pub(super) fn read_header(bytes: &[u8]) -> Result<Header, NoHeader> {
    let text = utf8(bytes).map_err(NoHeader::Unlike)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Format { format } = parse(text).map_err(NoHeader::Unlike)?;
    if format > FORMAT {
        return Err(NoHeader::Newer(format));
    }
    parse(text).map_err(NoHeader::Unlike)
}

/// An entry from any later line, or in words what is wrong with it.
pub(super) fn read(bytes: &[u8]) -> Result<Line, String> {
    parse(utf8(bytes)?)
}

/// The line of a header, newline included; in words why not, where it would not read back the same.
pub(super) fn write_header(header: &Header) -> Result<Vec<u8>, String> {
    write(header, true, |bytes| read_header(bytes).ok())
}

/// The line of an entry, newline included; in words why not, where it would not read back the same.
pub(super) fn write_entry(line: &Line) -> Result<Vec<u8>, String> {
    write(line, false, |bytes| read(bytes).ok())
}

/// Writes a value on one line and reads it back before anyone relies on it: RON can write what it can't read.
fn write<T: Serialize + PartialEq>(
    value: &T,
    named: bool,
    read_back: impl Fn(&[u8]) -> Option<T>,
) -> Result<Vec<u8>, String> {
    let layout =
        PrettyConfig::new().struct_names(named).compact_structs(true).compact_arrays(true).compact_maps(true);
    let mut text = ron_options().to_string_pretty(value, layout).map_err(|error| error.to_string())?;
    if text.len() > LIMIT {
        return Err(format!("it is longer than {} MB", LIMIT >> 20));
    }
    if text.contains(char::is_control) || read_back(text.as_bytes()).as_ref() != Some(value) {
        return Err("it would not read back as it was".to_owned());
    }
    text.push('\n');
    Ok(text.into_bytes())
}

fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes)
        .map_err(|error| format!("byte {} of it is not UTF-8 text", error.valid_up_to() + 1))
}

fn parse<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, String> {
    ron_options().from_str(text).map_err(|error| clean_line(&error.code.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Nest {
        Egg,
        In(Box<Nest>),
    }

    #[test]
    fn what_could_be_written_but_not_read_again_is_not_written() {
        let nest = |depth| (0..depth).fold(Nest::Egg, |nest, _| Nest::In(Box::new(nest)));
        let written = |nest: &Nest| write(nest, false, |bytes| parse(utf8(bytes).ok()?).ok());
        assert_eq!(written(&nest(2)), Ok(b"In(In(Egg))\n".to_vec()));
        assert_eq!(written(&nest(100)), Err("it would not read back as it was".to_owned()));
    }

    #[test]
    fn the_hash_is_plain_sha_256_in_hexadecimal() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
