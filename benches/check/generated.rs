//! A questionnaire of any size, always the same for the same size: what it asks and means, without words or a format.

use std::ops::Range;

use serde::Serialize;

/// Questions in one stage, and so in one file.
pub const STAGE: usize = 1_000;
/// How far back a condition looks, in questions.
const NEAR: usize = 20;
/// Clauses that rules call for.
pub const CLAUSES: usize = 40;
/// Items of the source that are cited.
pub const ITEMS: usize = 100;
/// One rule comes after so many questions.
const RULE_EVERY: usize = 3;

/// What is asked, and what is made of it.
#[derive(Serialize)]
pub struct Generated {
    /// In the order asked.
    pub questions: Vec<Question>,
    /// In the order of the questions that they follow.
    pub rules: Vec<Rule>,
}

/// A question; it is known by its number.
#[derive(Serialize)]
pub struct Question {
    /// What can be answered.
    pub kind: Kind,
    /// When it is asked, unless always.
    pub when: Option<Condition>,
}

/// The shape of an answer.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of so many options.
    Choice(usize),
    /// From 0 to 100.
    Number,
}

/// A rule that stands after a question.
#[derive(Serialize)]
pub struct Rule {
    /// The number of the question that it stands after.
    pub after: usize,
    /// When it fires.
    pub when: Condition,
    /// The clause that it calls for.
    pub clause: usize,
}

/// A statement about questions, which are named by their numbers.
#[derive(Serialize)]
pub enum Condition {
    /// Every part holds.
    All(Vec<Condition>),
    /// A part holds.
    Any(Vec<Condition>),
    /// It doesn't hold.
    Not(Box<Condition>),
    /// Yes.
    Yes(usize),
    /// No.
    No(usize),
    /// This option.
    Is(usize, usize),
    /// So much.
    AtLeast(usize, u32),
}

impl Condition {
    /// The numbers of the questions it speaks of, to be changed.
    pub fn numbers(&mut self) -> Vec<&mut usize> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().flat_map(Self::numbers).collect(),
            Self::Not(part) => part.numbers(),
            Self::Yes(number) | Self::No(number) | Self::Is(number, _) | Self::AtLeast(number, _) => {
                vec![number]
            }
        }
    }
}

/// Makes one of so many questions.
#[must_use]
pub fn generate(count: usize) -> Generated {
    let mut random = fastrand::Rng::with_seed(4);
    let kinds: Vec<Kind> = (0..count).map(|_| kind(&mut random)).collect();
    let mut questions = Vec::new();
    let mut rules = Vec::new();
    for (number, kind) in kinds.iter().enumerate() {
        let earlier = number.saturating_sub(NEAR)..number;
        let is_gated = number > 0 && random.u8(0..10) < 6;
        let when = is_gated.then(|| gate(&kinds, &earlier, &mut random));
        questions.push(Question { kind: *kind, when });
        if number % RULE_EVERY == RULE_EVERY - 1 {
            let so_far = number.saturating_sub(NEAR)..number + 1;
            let when = Condition::All(vec![
                gate(&kinds, &so_far, &mut random),
                atom(&kinds, so_far.clone(), &mut random),
            ]);
            rules.push(Rule { after: number, when, clause: random.usize(0..CLAUSES) });
        }
    }
    Generated { questions, rules }
}

fn kind(random: &mut fastrand::Rng) -> Kind {
    match random.u8(0..10) {
        0..5 => Kind::YesNo,
        5..8 => Kind::Choice(random.usize(2..6)),
        _ => Kind::Number,
    }
}

/// One to three statements on questions nearby, two to four brackets deep.
fn gate(kinds: &[Kind], among: &Range<usize>, random: &mut fastrand::Rng) -> Condition {
    let mut one = || atom(kinds, among.clone(), random);
    let (first, second, third) = (one(), one(), one());
    match random.u8(0..4) {
        0 => first,
        1 => Condition::Not(Box::new(first)),
        2 => Condition::Any(vec![first, second]),
        _ => Condition::All(vec![first, Condition::Any(vec![second, Condition::Not(Box::new(third))])]),
    }
}

fn atom(kinds: &[Kind], among: Range<usize>, random: &mut fastrand::Rng) -> Condition {
    let number = random.usize(among);
    match kinds[number] {
        Kind::YesNo if random.bool() => Condition::Yes(number),
        Kind::YesNo => Condition::No(number),
        Kind::Choice(options) => Condition::Is(number, random.usize(0..options)),
        Kind::Number => Condition::AtLeast(number, random.u32(1..100)),
    }
}
