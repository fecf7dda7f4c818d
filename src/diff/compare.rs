//! Two lists of things, held against each other.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use super::thing::{Changed, Field, FieldChange, Move, Presence, Thing};

/// Holds the things of one role against each other. First those of the new list, in its order, each followed by those
/// that stood behind it and are gone.
pub(super) fn compare(old: &[Thing], new: &[Thing]) -> Vec<Changed> {
    let pairs = pairs(old, new);
    let stay = stay(&pairs);
    let kept: HashSet<usize> = pairs.iter().flatten().copied().collect();
    let gone: BTreeSet<usize> = (0..old.len()).filter(|at| !kept.contains(at)).collect();
    let mut told = Told { old, gone, out: Vec::new() };
    told.gone_from(0);
    for (at, thing) in new.iter().enumerate() {
        let Some(before) = pairs[at] else {
            told.out.push(Changed::of(thing, Presence::Added));
            continue;
        };
        let moved = moved(&old[before], thing, stay.contains(&at), at.checked_sub(1).map(|at| &new[at]));
        told.out.push(both(&old[before], thing, moved));
        told.gone_from(before + 1);
    }
    told.rest();
    guess_renames(&mut told.out);
    told.out
}

/// For each new thing the old one that it is: of the same id and words, or of the same id, or else of one that it had.
/// Points and signs have no id of their own, so that several may share one.
fn pairs(old: &[Thing], new: &[Thing]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; new.len()];
    let mut free: BTreeSet<usize> = (0..old.len()).collect();
    let exactly = |thing: &Thing| vec![(thing.id.clone(), Some(thing.says.clone()))];
    let by_id = |thing: &Thing| vec![(thing.id.clone(), None)];
    let also = |thing: &Thing| thing.also.iter().map(|id| (id.clone(), None)).collect();
    pair_by(old, new, &mut pairs, &mut free, exactly, exactly);
    pair_by(old, new, &mut pairs, &mut free, by_id, by_id);
    pair_by(old, new, &mut pairs, &mut free, by_id, also);
    pair_by(old, new, &mut pairs, &mut free, also, by_id);
    pairs
}

/// An id, and the words where they count too.
type Key = (String, Option<String>);

/// Pairs those that are left and have a key in common, the first with the first.
fn pair_by(
    old: &[Thing],
    new: &[Thing],
    pairs: &mut [Option<usize>],
    free: &mut BTreeSet<usize>,
    old_keys: impl Fn(&Thing) -> Vec<Key>,
    new_keys: impl Fn(&Thing) -> Vec<Key>,
) {
    let mut at: HashMap<Key, VecDeque<usize>> = HashMap::new();
    for place in free.iter() {
        for key in old_keys(&old[*place]) {
            at.entry(key).or_default().push_back(*place);
        }
    }
    for (thing, pair) in new.iter().zip(pairs).filter(|(_, pair)| pair.is_none()) {
        *pair = new_keys(thing).iter().find_map(|key| at.get_mut(key)?.pop_front());
        if let Some(place) = pair {
            free.remove(place);
        }
    }
}

/// The new things that kept their order among each other: as many as can be said to have stayed.
fn stay(pairs: &[Option<usize>]) -> HashSet<usize> {
    // The longest run of growing old places: `ends[n]` is the new thing at which the best run of n + 1 ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, pair) in pairs.iter().enumerate() {
        let Some(place) = pair else { continue };
        let length = ends.partition_point(|end| pairs[*end] < Some(*place));
        before[at] = length.checked_sub(1).map(|one| ends[one]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    std::iter::successors(ends.last().copied(), |at| before[*at]).collect()
}

fn moved(old: &Thing, new: &Thing, stays: bool, before: Option<&Thing>) -> Option<Move> {
    match (&old.within, &new.within) {
        (Some(from), Some(to)) if from != to => Some(Move::Stage { from: from.clone(), to: to.clone() }),
        _ if stays => None,
        _ => Some(Move::Behind(
            before.filter(|before| before.within == new.within).map(|before| before.id.clone()),
        )),
    }
}

fn both(old: &Thing, new: &Thing, moved: Option<Move>) -> Changed {
    let mut changed = Changed::of(new, Presence::Both);
    changed.was = (old.id != new.id).then(|| old.id.clone());
    changed.moved = moved;
    changed.fields = fields(&old.fields, &new.fields);
    changed.parts = compare(&old.parts, &new.parts).into_iter().filter(|part| !part.is_same()).collect();
    changed
}

fn fields(old: &[Field], new: &[Field]) -> Vec<FieldChange> {
    let before = |name: &str| old.iter().find(|field| field.name == name);
    let is_there = |name: &str| new.iter().any(|field| field.name == name);
    let now = new.iter().filter_map(|field| {
        let old = before(field.name);
        let differs = old.is_none_or(|old| old.meant != field.meant);
        differs.then(|| FieldChange {
            name: field.name,
            sort: field.sort,
            old: old.map(|old| old.shown.clone()),
            new: Some(field.shown.clone()),
        })
    });
    let gone = old.iter().filter(|field| !is_there(field.name)).map(|field| FieldChange {
        name: field.name,
        sort: field.sort,
        old: Some(field.shown.clone()),
        new: None,
    });
    now.chain(gone).collect()
}

/// What has been told, and what of the old list is gone and still to be told.
struct Told<'a> {
    old: &'a [Thing],
    gone: BTreeSet<usize>,
    out: Vec<Changed>,
}

impl Told<'_> {
    /// Those that are gone and stood there, one after the other.
    fn gone_from(&mut self, start: usize) {
        let mut at = start;
        while self.gone.remove(&at) {
            self.out.push(Changed::of(&self.old[at], Presence::Removed));
            at += 1;
        }
    }

    fn rest(&mut self) {
        let left = std::mem::take(&mut self.gone);
        self.out.extend(left.into_iter().map(|at| Changed::of(&self.old[at], Presence::Removed)));
    }
}

/// What can say with `was` that it was renamed.
const RENAMED: [&str; 5] = ["question", "option", "repeat", "rule", "clause"];

/// A new thing that reads as one that is gone may be the same: that is asked, not assumed.
fn guess_renames(list: &mut [Changed]) {
    let key = |changed: &Changed| (changed.role, changed.says.to_lowercase());
    let is = |changed: &Changed, presence| {
        changed.presence == presence && !changed.says.is_empty() && RENAMED.contains(&changed.role)
    };
    let mut gone: HashMap<_, VecDeque<usize>> = HashMap::new();
    for (at, changed) in list.iter().enumerate().filter(|(_, changed)| is(changed, Presence::Removed)) {
        gone.entry(key(changed)).or_default().push_back(at);
    }
    for at in 0..list.len() {
        if !is(&list[at], Presence::Added) {
            continue;
        }
        let same = gone.get_mut(&key(&list[at]));
        let Some(before) = same.and_then(VecDeque::pop_front) else { continue };
        list[at].perhaps = Some(list[before].id.clone());
        list[before].perhaps = Some(list[at].id.clone());
    }
}
