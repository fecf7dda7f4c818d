//! Everything that an author defines, as things that can be held against each other: an id, fields and parts.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Words that a person reads.
    Wording,
    /// What the program goes by.
    Logic,
}

/// A field of a thing, as it is shown, and as it is compared: in present ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub name: &'static str,
    pub sort: Sort,
    pub shown: String,
    pub meant: String,
}

/// Something that an author defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thing {
    /// What it is: "question".
    pub role: &'static str,
    /// Its id; what tells it from others of its role where it has none.
    pub id: String,
    /// Ids that it had.
    pub was: Vec<String>,
    /// What it stands in, where that can change: the id of its stage.
    pub within: Option<String>,
    /// The words that a person knows it by, in present ids.
    pub says: String,
    pub fields: Vec<Field>,
    pub parts: Vec<Thing>,
}

/// What became of something from the old questionnaire to the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What it is: "question", "rule", "option".
    pub role: &'static str,
    /// Its id in the new questionnaire, or in the old one where it is gone.
    pub id: String,
    /// The stage that it stands in, where it stands in one.
    pub within: Option<String>,
    /// The words that a person knows it by.
    pub says: String,
    /// Whether it is new, gone, or in both.
    pub presence: Presence,
    /// The id that it had in the old one, where that was another.
    pub was: Option<String>,
    /// Where it stood and where it stands now, where that is another place.
    pub moved: Option<Move>,
    /// Fields that differ.
    pub fields: Vec<FieldChange>,
    /// Parts that differ: options, points, signs, milestones.
    pub parts: Vec<Changed>,
    /// Of a new one, the id of one that is gone and reads the same; of one that is gone, the id of the new one. Nobody
    /// said that it was renamed.
    pub perhaps: Option<String>,
}

/// Where something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In the new questionnaire only.
    Added,
    /// In the old one only.
    Removed,
    /// In both.
    Both,
}

/// A change of place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// To another stage.
    Stage {
        /// The id of the former.
        from: String,
        /// The id of the present one.
        to: String,
    },
    /// Within what it stands in: now behind this one, or first.
    Behind(Option<String>),
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's name, as authors write it.
    pub name: &'static str,
    /// What it is about.
    pub sort: Sort,
    /// What stood there; `None` where the field was left out.
    pub old: Option<String>,
    /// What stands there.
    pub new: Option<String>,
}

impl Changed {
    /// Whether nothing changed at all.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.presence == Presence::Both
            && self.was.is_none()
            && self.moved.is_none()
            && self.fields.is_empty()
            && self.parts.is_empty()
    }

    fn of(thing: &Thing, presence: Presence) -> Self {
        Self {
            role: thing.role,
            id: thing.id.clone(),
            within: thing.within.clone(),
            says: thing.says.clone(),
            presence,
            was: None,
            moved: None,
            fields: Vec::new(),
            parts: Vec::new(),
            perhaps: None,
        }
    }
}

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
    let in_use: HashSet<&str> = new.iter().map(|thing| thing.id.as_str()).collect();
    let formerly = |thing: &Thing| {
        let former = thing.was.iter().filter(|was| !in_use.contains(was.as_str()));
        former.map(|was| (was.clone(), None)).collect()
    };
    pair_by(old, new, &mut pairs, &mut free, exactly, exactly);
    pair_by(old, new, &mut pairs, &mut free, by_id, by_id);
    pair_by(old, new, &mut pairs, &mut free, by_id, formerly);
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
        pair.iter().for_each(|place| {
            free.remove(place);
        });
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
