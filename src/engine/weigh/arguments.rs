//! The arguments on a question, as the answers have them.

use crate::engine::interview::Interview;
use crate::engine::judge::{RowOf, cases, distinct, in_order, owned};
use crate::engine::phrase::fill;
use crate::engine::route::Standing;
use crate::engine::truth::{FactOf, Truth, Verdict};
use crate::model::{Answer, Opt, Place, Point, Question, Side, Value, Weighing};

/// A weighing with the arguments that stand.
#[derive(Debug, Clone)]
pub struct Weighed<'i> {
    /// What the author wrote.
    pub weighing: &'i Weighing,
    /// The question it is about.
    pub question: &'i Question,
    /// The arguments that stand, in the author's order; for each row or pair in the order of the rows.
    pub arguments: Vec<Argument<'i>>,
    open: Vec<&'i Point>,
    chosen: Option<&'i str>,
}

/// A point that stands as the answers are.
#[derive(Debug, Clone)]
pub struct Argument<'i> {
    /// What the author wrote.
    pub point: &'i Point,
    /// The rows it speaks of: none, one, or the two of a pair.
    pub rows: Vec<RowOf>,
    /// The answers that make it stand, in the order of the questionnaire and of the rows; none where it always does.
    pub evidence: Vec<Place>,
    /// The facts of countries' law that make it stand.
    pub facts: Vec<FactOf>,
}

impl Argument<'_> {
    /// The argument, its placeholders filled in.
    #[must_use]
    pub fn says(&self, interview: &Interview) -> String {
        fill(interview, &self.point.says.value, &self.rows)
    }
}

impl<'i> Weighed<'i> {
    /// The options, in the author's order.
    #[must_use]
    pub fn options(&self) -> &'i [Opt] {
        self.question.kind.options()
    }

    /// The arguments on one side of an option.
    pub fn of(&self, option: &str, side: Side) -> impl Iterator<Item = &Argument<'i>> {
        self.arguments.iter().filter(move |argument| argument.point.is(option, side))
    }

    /// How many further points on an option depend on answers that are missing or open.
    #[must_use]
    pub fn open(&self, option: &str) -> usize {
        self.open.iter().filter(|point| point.option.value == option).count()
    }

    /// Whether the option is the answer.
    #[must_use]
    pub fn is_chosen(&self, option: &str) -> bool {
        self.chosen == Some(option)
    }
}

/// What the answers say on a question's options; `None` where it has no weighing, or is not asked.
#[must_use]
pub fn weigh<'i>(interview: &'i Interview, question: &str) -> Option<Weighed<'i>> {
    let weighing = interview.questionnaire().weighings().find(|one| one.question.value == question)?;
    weighed(interview, weighing)
}

/// What the answers say on every question that is asked and has a weighing, in the order of the stages.
#[must_use]
pub fn weigh_all(interview: &Interview) -> Vec<Weighed<'_>> {
    interview.questionnaire().weighings().filter_map(|weighing| weighed(interview, weighing)).collect()
}

fn weighed<'i>(interview: &'i Interview, weighing: &'i Weighing) -> Option<Weighed<'i>> {
    let question = interview.questionnaire().question(&weighing.question.value)?;
    let place = Place::new(&question.id.value, None);
    if interview.standing(&place) != Standing::Asked {
        return None;
    }
    let chosen = match interview.state().answer(&place) {
        Some(Answer::Value(Value::Choice(option))) => Some(option.as_str()),
        _ => None,
    };
    let mut weighed = Weighed { weighing, question, arguments: Vec::new(), open: Vec::new(), chosen };
    for point in &weighing.points {
        weighed.judge(interview, point);
    }
    Some(weighed)
}

impl<'i> Weighed<'i> {
    fn judge(&mut self, interview: &'i Interview, point: &'i Point) {
        let scene = interview.scene();
        let mut open = false;
        for case in cases(scene, point.each.as_ref()) {
            let holds = point.when.as_ref().map(|when| scene.judge(when, &case.rows));
            let stands = Verdict::all([case.exists].into_iter().chain(holds));
            open |= stands.truth == Truth::Unknown;
            if stands.truth == Truth::True {
                let evidence = in_order(scene, stands.evidence);
                let facts = distinct(stands.facts);
                self.arguments.push(Argument { point, rows: owned(&case.rows), evidence, facts });
            }
        }
        // However many rows it may come to stand for, it is one point.
        self.open.extend(open.then_some(point));
    }
}
