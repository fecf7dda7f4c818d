//! Everything that an author defines, as things that can be held against each other: an id, fields and parts; and what
//! can have become of one.

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
    /// Other ids that it goes by: those it had, and of a stage of the old version the one it has now.
    pub also: Vec<String>,
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

    pub(super) fn of(thing: &Thing, presence: Presence) -> Self {
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
