//! Every id of a questionnaire, defined or named, with the others of its sort.

use std::collections::{BTreeMap, BTreeSet};

use safeshore::model::{Condition, Id, Kind, Question, Questionnaire};
use safeshore::text::Span;

/// An id where it stands.
#[derive(Debug, Clone)]
pub struct Named {
    /// Of what it is the id, and whether it is defined there or named.
    pub role: &'static str,
    /// Its place, without the quotes.
    pub span: Span,
    /// Every id that something of its sort has.
    pub others: BTreeSet<String>,
}

/// All of them.
pub fn ids(questionnaire: &Questionnaire) -> Vec<Named> {
    let mut ids = Ids { questionnaire, pools: pools(questionnaire), found: Vec::new() };
    ids.manifest();
    for stage in &questionnaire.stages {
        ids.add("stage", "stage", &stage.id);
        for repeat in &stage.repeats {
            ids.add("repeat", "list", &repeat.id);
            ids.add("question named", "question", &repeat.label);
            repeat.when.iter().for_each(|when| ids.condition(when));
        }
        stage.questions.iter().for_each(|question| ids.question(question));
        ids.rules(&stage.rules);
        ids.weighings(&stage.weighings);
    }
    ids.comparison();
    for clause in &questionnaire.clauses {
        ids.add("clause", "clause", &clause.id);
        ids.all("authority named", "authority", &clause.source);
    }
    questionnaire.items.iter().for_each(|item| ids.add("authority", "authority", &item.id));
    questionnaire.authorities.iter().for_each(|one| ids.add("authority", "authority", &one.id));
    ids.found
}

type Pools = BTreeMap<&'static str, BTreeSet<String>>;

fn pools(questionnaire: &Questionnaire) -> Pools {
    fn pool<'a>(ids: impl Iterator<Item = &'a Id>) -> BTreeSet<String> {
        ids.map(|id| id.value.clone()).collect()
    }
    let rows = questionnaire.questions().filter(|question| matches!(question.kind, Kind::Rows(_)));
    let lists = questionnaire.repeats().map(|repeat| &repeat.id).chain(rows.map(|question| &question.id));
    let items = questionnaire.items.iter().map(|item| &item.id);
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    BTreeMap::from([
        ("stage", pool(questionnaire.stages.iter().map(|stage| &stage.id))),
        ("question", pool(questionnaire.questions().map(|question| &question.id))),
        ("list", pool(lists)),
        ("rule", pool(questionnaire.rules().map(|(_, rule)| &rule.id))),
        ("clause", pool(questionnaire.clauses.iter().map(|clause| &clause.id))),
        ("authority", pool(items.chain(questionnaire.authorities.iter().map(|one| &one.id)))),
        ("milestone", pool(questionnaire.manifest.milestones.iter().map(|one| &one.id))),
        ("criterion", pool(criteria.map(|criterion| &criterion.id))),
        ("fact", pool(questionnaire.jurisdictions.kinds.iter().map(|kind| &kind.id))),
        ("country", questionnaire.jurisdictions.countries.keys().cloned().collect()),
    ])
}

struct Ids<'q> {
    questionnaire: &'q Questionnaire,
    pools: Pools,
    found: Vec<Named>,
}

impl Ids<'_> {
    fn add(&mut self, role: &'static str, sort: &str, id: &Id) {
        let others = self.pools.get(sort).cloned().unwrap_or_default();
        self.put(role, others, id);
    }

    fn put(&mut self, role: &'static str, others: BTreeSet<String>, id: &Id) {
        let span = id.span.expect("ids of files know their place");
        self.found.push(Named { role, span, others });
    }

    fn all(&mut self, role: &'static str, sort: &str, ids: &[Id]) {
        for id in ids {
            self.add(role, sort, id);
        }
    }

    fn manifest(&mut self) {
        let manifest = &self.questionnaire.manifest;
        self.add("questionnaire", "questionnaire", &manifest.id);
        manifest.milestones.iter().for_each(|one| self.add("milestone", "milestone", &one.id));
    }

    fn question(&mut self, question: &Question) {
        self.add("question", "question", &question.id);
        question.row_of.iter().for_each(|repeat| self.add("list named", "list", repeat));
        for option in question.kind.options() {
            self.put("option", options(question), &option.id);
        }
        if let Kind::Rows(repeat) = &question.kind {
            self.add("list named", "list", repeat);
        }
        for (of, kind) in &question.facts {
            self.add("question named", "question", of);
            self.add("fact named", "fact", kind);
        }
        question.when.iter().for_each(|when| self.condition(when));
        self.all("authority named", "authority", &question.source);
    }

    fn rules(&mut self, rules: &[safeshore::model::Rule]) {
        for rule in rules {
            self.add("rule", "rule", &rule.id);
            rule.each.iter().for_each(|each| self.add("list named", "list", each));
            rule.applies.iter().chain([&rule.when]).for_each(|condition| self.condition(condition));
            self.add("milestone named", "milestone", &rule.action.before);
            self.all("clause named", "clause", &rule.clauses);
            self.all("rule named", "rule", &rule.contradicts);
            self.all("authority named", "authority", &rule.source);
        }
    }

    fn weighings(&mut self, weighings: &[safeshore::model::Weighing]) {
        for weighing in weighings {
            self.add("question named", "question", &weighing.question);
            let question = self.questionnaire.question(&weighing.question).expect("the question weighed");
            for point in &weighing.points {
                self.put("option named", options(question), &point.option);
                point.each.iter().for_each(|each| self.add("list named", "list", each));
                point.when.iter().for_each(|when| self.condition(when));
                self.all("authority named", "authority", &point.source);
            }
        }
    }

    fn comparison(&mut self) {
        let Some(comparison) = &self.questionnaire.comparison else { return };
        self.add("list named", "list", &comparison.repeat);
        for criterion in &comparison.criteria {
            self.add("criterion", "criterion", &criterion.id);
            self.add("question named", "question", &criterion.weight);
            for sign in &criterion.signs {
                sign.applies.iter().chain([&sign.when]).for_each(|condition| self.condition(condition));
                self.all("authority named", "authority", &sign.source);
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Is(id, one) | Condition::Includes(id, one) => {
                self.chosen(id, std::slice::from_ref(one));
            }
            Condition::OneOf(id, some) => self.chosen(id, some),
            Condition::Fact(id, kind, values) => {
                self.add("question named", "question", id);
                self.add("fact named", "fact", kind);
                for value in values {
                    self.put("value named", self::values(self.questionnaire, kind), value);
                }
            }
            Condition::Among(one, others) => {
                self.add("question named", "question", one);
                self.add("question named", "question", others);
            }
            Condition::Some(of, _) | Condition::Every(of, _) | Condition::Count(of, ..) => {
                self.add("list named", "list", of);
            }
            Condition::Yes(id)
            | Condition::No(id)
            | Condition::AtLeast(id, _)
            | Condition::AtMost(id, _)
            | Condition::Answered(id)
            | Condition::Unknown(id) => self.add("question named", "question", id),
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
        }
        condition.parts().iter().for_each(|part| self.condition(part));
    }

    /// A question, and what its answer is held against.
    fn chosen(&mut self, id: &Id, named: &[Id]) {
        self.add("question named", "question", id);
        let question = self.questionnaire.question(id).expect("the question named");
        if question.kind.options().is_empty() {
            self.all("country named", "country", named);
        } else {
            for one in named {
                self.put("option named", options(question), one);
            }
        }
    }
}

fn options(question: &Question) -> BTreeSet<String> {
    question.kind.options().iter().map(|option| option.id.value.clone()).collect()
}

/// The values that facts of a kind can have.
pub fn values(questionnaire: &Questionnaire, kind: &str) -> BTreeSet<String> {
    let kinds = questionnaire.jurisdictions.kinds.iter().filter(|known| known.id.value == kind);
    let values = kinds.flat_map(|kind| kind.values.iter().map(|value| value.id.value.clone()));
    values.chain([safeshore::model::UNKNOWN.to_owned()]).collect()
}
