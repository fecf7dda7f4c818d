//! The system's fonts, for characters that the program's own lack.

use std::collections::BTreeSet;
use std::path::PathBuf;

use fontdb::{Database, Source, Style, Weight};
use ttf_parser::Face;

use super::disk::read_whole;

/// Larger font files are left alone.
const LIMIT: u64 = 64 << 20;

/// A font of the system, and which of the wanted characters it has.
struct Candidate {
    path: PathBuf,
    index: u32,
    has: BTreeSet<char>,
}

/// Fonts of the system that have these characters, as few as will do, each with which font of the file it is. Upright
/// and of usual weight; none where there are none.
#[must_use]
pub fn system_fonts(wanted: &BTreeSet<char>) -> Vec<(Vec<u8>, u32)> {
    let mut candidates = candidates(wanted);
    let mut missing = wanted.clone();
    let mut chosen = Vec::new();
    while !missing.is_empty() {
        // `max_by_key` takes the last of several, so the order is turned for the first to win.
        let best = candidates.iter().enumerate().rev().max_by_key(|(_, one)| one.has.len());
        let Some((at, best)) = best.filter(|(_, one)| !one.has.is_empty()) else { break };
        let has = best.has.clone();
        let taken = candidates.swap_remove(at);
        candidates.sort_by(|a, b| (&a.path, a.index).cmp(&(&b.path, b.index)));
        let Some(bytes) = read_whole(&taken.path, LIMIT) else { continue };
        chosen.push((bytes, taken.index));
        missing.retain(|one| !has.contains(one));
        for one in &mut candidates {
            one.has.retain(|one| missing.contains(one));
        }
    }
    chosen
}

fn candidates(wanted: &BTreeSet<char>) -> Vec<Candidate> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let usual = fonts.faces().filter(|face| face.style == Style::Normal && face.weight == Weight::NORMAL);
    let candidate = |face: &fontdb::FaceInfo| {
        let (Source::File(path) | Source::SharedFile(path, _)) = &face.source else { return None };
        let has = fonts.with_face_data(face.id, |data, index| {
            let face = Face::parse(data, index).ok()?;
            Some(wanted.iter().copied().filter(|one| face.glyph_index(*one).is_some()).collect())
        });
        let has: BTreeSet<char> = has??;
        (!has.is_empty()).then(|| Candidate { path: path.clone(), index: face.index, has })
    };
    let mut candidates: Vec<Candidate> = usual.filter_map(candidate).collect();
    candidates.sort_by(|a, b| (&a.path, a.index).cmp(&(&b.path, b.index)));
    candidates
}
