//! Questionnaires and answers made up at random, of every kind of question and condition.

use fastrand::Rng;

use super::*;
use crate::engine::fixture;

/// A questionnaire of two lists, one of which names rows of the other, and of rules of every kind.
pub fn questionnaire(seed: u64) -> Arc<Questionnaire> {
    let mut author =
        Author { rng: Rng::with_seed(seed), singles: Vec::new(), of_a: Vec::new(), of_b: Vec::new() };
    fixture::questionnaire(&author.stages())
}

/// Answers that can be entered: those that don't apply are left out.
pub fn answers(questionnaire: &Arc<Questionnaire>, seed: u64) -> Vec<Act> {
    let mut rng = Rng::with_seed(seed);
    let mut acts = Vec::new();
    let rows: Vec<(&str, usize)> = questionnaire
        .repeats()
        .map(|repeat| (repeat.id.value.as_str(), rng.usize(0..=2).max(repeat.least)))
        .collect();
    let count = |repeat: &str| rows.iter().find(|(id, _)| *id == repeat).map_or(0, |(_, count)| *count);
    for question in questionnaire.questions() {
        let places: Vec<Option<String>> = match &question.row_of {
            None => vec![None],
            Some(repeat) => (1..=count(repeat)).map(|row| Some(format!("r{row}"))).collect(),
        };
        for row in places {
            let at = crate::model::Place::new(&question.id.value, row.as_deref());
            acts.extend(answer(&mut rng, &question.kind, &count).map(|to| Act::Answer { at, to }));
        }
    }
    for (repeat, _) in rows {
        if rng.u8(..3) > 0 {
            acts.push(Act::Complete { repeat: repeat.to_owned(), complete: true });
        }
    }
    entered(questionnaire, acts)
}

/// Those of the acts that can be entered together.
fn entered(questionnaire: &Arc<Questionnaire>, mut acts: Vec<Act>) -> Vec<Act> {
    let blank = Interview::new(Arc::clone(questionnaire), State::default());
    loop {
        let Err(refused) = enter_all(&blank, &acts) else { return without_gaps(acts) };
        let refused: BTreeSet<usize> = refused.into_iter().map(|(at, _)| at).collect();
        let kept = acts.into_iter().enumerate().filter(|(at, _)| !refused.contains(at));
        acts = kept.map(|(_, act)| act).collect();
    }
}

/// Nothing at all where a second row is left without a first: the circuit numbers rows from the first.
fn without_gaps(acts: Vec<Act>) -> Vec<Act> {
    let has = |prefix: &str, row: &str| {
        acts.iter().any(|act| matches!(act, Act::Answer { at, .. } if at.question.starts_with(prefix) && at.row.as_deref() == Some(row)))
    };
    let gap = ["a_", "b_"].into_iter().any(|prefix| has(prefix, "r2") && !has(prefix, "r1"));
    if gap { Vec::new() } else { acts }
}

fn answer(rng: &mut Rng, kind: &Kind, count: &dyn Fn(&str) -> usize) -> Option<Answer> {
    match rng.u8(..12) {
        0 => return None,
        1 => return Some(Answer::DontKnow),
        2 => return Some(Answer::NotApplicable),
        _ => {}
    }
    // Afghanistan is the first of those that nothing is known of: it stands for all of them.
    let codes = ["IN", "CN", "DE", "AF"];
    let some = |rng: &mut Rng, all: Vec<String>| {
        let kept: Vec<String> = all.iter().filter(|_| rng.bool()).cloned().collect();
        if kept.is_empty() { vec![all[0].clone()] } else { kept }
    };
    Some(Answer::Value(match kind {
        Kind::YesNo => Value::YesNo(rng.bool()),
        Kind::Choice(options) => Value::Choice(options[rng.usize(..options.len())].id.value.clone()),
        Kind::Choices(options) if rng.u8(..4) == 0 => {
            Value::Choices(vec![options[rng.usize(..options.len())].id.value.clone()])
        }
        Kind::Choices(options) => {
            let others = options.iter().filter(|option| !option.alone).map(|option| option.id.value.clone());
            Value::Choices(some(rng, others.collect()))
        }
        Kind::Number { .. } => Value::Number(rng.i64(0..=8).into()),
        Kind::Scale { .. } => Value::Scale(rng.u8(1..=5)),
        Kind::Country => Value::Country(codes[rng.usize(..4)].to_owned()),
        Kind::Countries => {
            Value::Countries(crate::model::country::in_order(some(rng, codes.map(str::to_owned).to_vec())))
        }
        Kind::Rows(of) => {
            Value::Rows((1..=count(of)).filter(|_| rng.bool()).map(|row| format!("r{row}")).collect())
        }
        _ => Value::Text("x".to_owned()),
    }))
}

/// Writes the stages; knows what was written.
struct Author {
    rng: Rng,
    /// Questions asked once, of list `a` and of list `b`: id and kind.
    singles: Vec<(String, &'static str)>,
    of_a: Vec<(String, &'static str)>,
    of_b: Vec<(String, &'static str)>,
}

/// The kinds, with a word for each that its atoms go by.
const KINDS: [(&str, &str); 7] = [
    ("yes", "YesNo"),
    ("one", r#"Choice([(id: "x", label: "X"), (id: "y", label: "Y"), (id: "z", label: "Z")])"#),
    (
        "some",
        r#"Choices([(id: "x", label: "X"), (id: "y", label: "Y"), (id: "z", label: "Z", alone: true)])"#,
    ),
    ("number", "Number()"),
    ("country", "Country"),
    ("countries", "Countries"),
    ("scale", r#"Scale(low: "l", high: "h")"#),
];

impl Author {
    fn stages(&mut self) -> String {
        let first: Vec<String> = (0..4).map(|at| self.single(at)).collect();
        let gate = self.gate(0, 2);
        let a = self.rows("a", 3);
        let second: Vec<String> = (4..6).map(|at| self.single(at)).collect();
        let gate_b = self.gate(0, 2);
        let b = self.rows("b", 3);
        let third: Vec<String> = (6..8).map(|at| self.single(at)).collect();
        let rules: Vec<String> = (0..6).map(|at| self.rule(at)).collect();
        let least = self.rng.u8(..2);
        let repeat = |id: &str, least: u8, most: u8, gate: &str| {
            format!(r#"(id: "{id}", item: "thing", label: "{id}_name", least: {least}, most: {most}{gate})"#)
        };
        let (most_a, most_b) = (self.rng.u8(2..=3), self.rng.u8(1..=2));
        format!(
            r#"[(id: "s", title: "S", intro: "I", repeats: [{}, {}], questions: [{}], rules: [{}])]"#,
            repeat("a", least, most_a, &gate),
            repeat("b", 0, most_b, &gate_b),
            [first, a, second, b, third].concat().join(",\n"),
            rules.join(",\n"),
        )
    }

    fn single(&mut self, at: usize) -> String {
        let gate = self.gate(0, 3);
        let (word, kind) = KINDS[self.rng.usize(..KINDS.len())];
        let id = format!("q{at}");
        self.singles.push((id.clone(), word));
        format!(r#"(id: "{id}", ask: "A?", why: "W", source: [], kind: {kind}{gate})"#)
    }

    /// The questions of a list: its name, then others; those of `b` name rows of `a` too.
    fn rows(&mut self, list: &str, count: usize) -> Vec<String> {
        let question = |id: &str, kind: &str, gate: &str| {
            format!(r#"(id: "{id}", row_of: "{list}", ask: "A?", why: "W", source: [], kind: {kind}{gate})"#)
        };
        let mut questions = vec![question(&format!("{list}_name"), "Text(Short)", "")];
        if list == "b" {
            let gate = self.gate(2, 2);
            questions.push(question("b_uses", r#"Rows("a")"#, &gate));
            self.of_b.push(("b_uses".to_owned(), "rows"));
        }
        for at in 0..count {
            let gate = self.gate(if list == "a" { 1 } else { 2 }, 2);
            let (word, kind) = KINDS[self.rng.usize(..KINDS.len())];
            let id = format!("{list}_{at}");
            questions.push(question(&id, kind, &gate));
            let known = if list == "a" { &mut self.of_a } else { &mut self.of_b };
            known.push((id, word));
        }
        questions
    }

    fn gate(&mut self, rows: u8, chance: u8) -> String {
        if self.rng.u8(..chance) == 0 {
            String::new()
        } else {
            format!(", when: {}", self.condition(rows, 2))
        }
    }

    fn rule(&mut self, at: usize) -> String {
        let (each, rows) =
            [("", 0), (r#"each: "a", "#, 1), (r#"each: "b", "#, 2), (r#"each: "b_uses", "#, 3)]
                [self.rng.usize(..4)];
        let applies =
            if self.rng.bool() { format!("applies: {}, ", self.condition(rows, 2)) } else { String::new() };
        let when = self.condition(rows, 3);
        format!(
            r#"(id: "r{at}", {each}severity: High, {applies}when: {when}, title: "T", because: "B", source: [],
                action: (what: "W", who: Owner, before: "signing"))"#
        )
    }

    /// A condition where no row is at hand (0), one of `a` (1), of `b` (2), or of both (3).
    fn condition(&mut self, rows: u8, depth: u8) -> String {
        if depth == 0 {
            return self.atom(rows);
        }
        let part = depth - 1;
        match self.rng.u8(..9) {
            0 => format!("All([{}, {}])", self.condition(rows, part), self.condition(rows, part)),
            1 => format!("Any([{}, {}])", self.condition(rows, part), self.condition(rows, part)),
            2 => format!("Not({})", self.condition(rows, part)),
            3..=5 => self.over_rows(rows, part).unwrap_or_else(|| self.atom(rows)),
            _ => self.atom(rows),
        }
    }

    fn over_rows(&mut self, rows: u8, part: u8) -> Option<String> {
        let mut lists = Vec::new();
        lists.extend((!self.of_a.is_empty()).then_some(("a", rows | 1)));
        lists.extend((self.of_b.len() > 1).then_some(("b", rows | 2)));
        lists.extend((rows & 2 == 2 && !self.of_b.is_empty()).then_some(("b_uses", rows | 1)));
        let (list, inner) = *lists.get(self.rng.usize(..lists.len().max(1)))?;
        let condition = self.condition(inner, part);
        Some(match self.rng.u8(..4) {
            0 => format!(r#"Every("{list}", {condition})"#),
            1 => format!(r#"Count("{list}", {condition}, {})"#, self.rng.u8(0..=3)),
            _ => format!(r#"Some("{list}", {condition})"#),
        })
    }

    fn atom(&mut self, rows: u8) -> String {
        let mut known = self.singles.clone();
        known.extend(if rows & 1 == 1 { self.of_a.clone() } else { Vec::new() });
        known.extend(if rows & 2 == 2 { self.of_b.clone() } else { Vec::new() });
        let Some((id, kind)) = known.get(self.rng.usize(..known.len().max(1))).cloned() else {
            return "All([])".to_owned();
        };
        let other =
            known.iter().filter(|(_, kind)| kind.starts_with("countr")).map(|(id, _)| id.clone()).next_back();
        let option = ["x", "y", "z"][self.rng.usize(..3)];
        match (self.rng.u8(..10), kind) {
            (0, _) => format!(r#"Answered("{id}")"#),
            (1, _) => format!(r#"Unknown("{id}")"#),
            (2..=4, "country" | "countries") if other.is_some() => {
                format!(r#"Among("{id}", "{}")"#, other.unwrap_or_default())
            }
            (5..=7, "country" | "countries") => {
                let values = [r#""common""#, r#""civil""#, r#""unknown""#, r#""civil", "unknown""#]
                    [self.rng.usize(..4)];
                format!(r#"Fact("{id}", "legal_system", [{values}])"#)
            }
            (_, "yes") => format!(r#"{}("{id}")"#, if self.rng.bool() { "Yes" } else { "No" }),
            (2..=5, "one") => format!(r#"OneOf("{id}", ["x", "{option}"])"#),
            (_, "one") => format!(r#"Is("{id}", "{option}")"#),
            (_, "some") => format!(r#"Includes("{id}", "{option}")"#),
            (_, "number" | "scale") => {
                let bound = self.rng.u8(1..6);
                format!(r#"{}("{id}", {bound})"#, if self.rng.bool() { "AtLeast" } else { "AtMost" })
            }
            (_, "country") => format!(r#"Is("{id}", "IN")"#),
            (_, "countries") => format!(r#"Includes("{id}", "CN")"#),
            _ => format!(r#"Answered("{id}")"#),
        }
    }
}
