//! Stages, repeats, questions and rules.

use rust_decimal::Decimal;

use super::{Fields, Outline, ids, thing};
use crate::diff::thing::Thing;
use crate::model::{Id, Kind, Length, Opt, Question, Repeat, Rule, Stage};
use crate::text::quoted;

impl Outline<'_> {
    pub(super) fn stages(&self) -> Vec<Thing> {
        let names = self.names;
        let stages = self.questionnaire.stages.iter().map(|stage| {
            let fields = Fields::default().words(names, "title", &stage.title);
            let fields = fields.words(names, "intro", &stage.intro);
            let present = Some(names.stage(&stage.id)).filter(|present| *present != stage.id.value);
            let also = present.map(str::to_owned).into_iter().collect();
            Thing { also, ..thing("stage", &stage.id, stage.title.value.clone(), fields) }
        });
        stages.collect()
    }

    pub(super) fn repeats(&self) -> Vec<Thing> {
        self.in_stages(|stage| stage.repeats.iter().map(|repeat| self.repeat(repeat)).collect())
    }

    pub fn questions(&self) -> Vec<Thing> {
        self.in_stages(|stage| stage.questions.iter().map(|question| self.question(question)).collect())
    }

    pub(super) fn rules(&self) -> Vec<Thing> {
        self.in_stages(|stage| stage.rules.iter().map(|rule| self.rule(rule)).collect())
    }

    fn in_stages(&self, things: impl Fn(&Stage) -> Vec<Thing>) -> Vec<Thing> {
        let stages = self.questionnaire.stages.iter().flat_map(|stage| {
            let within = Some(self.names.stage(&stage.id).to_owned());
            things(stage).into_iter().map(move |thing| Thing { within: within.clone(), ..thing })
        });
        stages.collect()
    }

    fn repeat(&self, repeat: &Repeat) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "item", &repeat.item)
            .id("label", Some(&repeat.label), |id| names.question(id).to_owned())
            .plain("least", repeat.least.to_string())
            .plain("most", repeat.most.to_string())
            .condition(names, "when", repeat.when.as_ref());
        Thing { also: ids(&repeat.was), ..thing("repeat", &repeat.id, repeat.item.value.clone(), fields) }
    }

    fn question(&self, question: &Question) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "ask", &question.ask)
            .some_words(names, "hint", question.hint.as_ref())
            .id("row_of", question.row_of.as_ref(), |id| names.repeat(id).to_owned());
        let fields = self
            .kind(fields, &question.kind)
            .condition(names, "when", question.when.as_ref())
            .flag("essential", question.essential)
            .some_plain("share", question.share.map(crate::model::Share::name))
            .words(names, "why", &question.why);
        let fields = self.facts_beside(fields, &question.facts);
        let fields = fields.ids("source", &question.source, str::to_owned);
        Thing {
            also: ids(&question.was),
            parts: question.kind.options().iter().map(|option| self.option(option)).collect(),
            ..thing("question", &question.id, names.text(&question.ask), fields)
        }
    }

    fn facts_beside(&self, fields: Fields, facts: &[(Id, Id)]) -> Fields {
        if facts.is_empty() {
            return fields;
        }
        let list = |name: &dyn Fn(&str) -> String| {
            let pairs = facts.iter().map(|(of, kind)| format!("({}, {})", quoted(&name(of)), quoted(kind)));
            format!("[{}]", pairs.collect::<Vec<_>>().join(", "))
        };
        fields.logic("facts", list(&str::to_owned), list(&|id| self.names.question(id).to_owned()))
    }

    fn kind(&self, fields: Fields, kind: &Kind) -> Fields {
        let names = self.names;
        let limit = |fields: Fields, name, limit: &Option<Decimal>| match limit {
            Some(limit) => fields.plain(name, limit.normalize().to_string()),
            None => fields,
        };
        match kind {
            Kind::Text(Length::Short) => fields.plain("kind", "Text(Short)"),
            Kind::Text(Length::Long) => fields.plain("kind", "Text(Long)"),
            Kind::Rows(repeat) => {
                let rows = |id: &str| format!("Rows({})", quoted(id));
                fields.logic("kind", rows(repeat), rows(names.repeat(repeat)))
            }
            Kind::Number { unit, least, most } => {
                let fields = fields.plain("kind", "Number").some_words(names, "unit", unit.as_ref());
                limit(limit(fields, "least", least), "most", most)
            }
            Kind::Scale { low, high } => {
                fields.plain("kind", "Scale").words(names, "low", low).words(names, "high", high)
            }
            other => fields.plain("kind", other.name()),
        }
    }

    fn option(&self, option: &Opt) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "label", &option.label)
            .some_words(names, "hint", option.hint.as_ref())
            .flag("alone", option.alone)
            .flag("risk", option.risk);
        Thing { also: ids(&option.was), ..thing("option", &option.id, names.text(&option.label), fields) }
    }

    fn rule(&self, rule: &Rule) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "title", &rule.title)
            .words(names, "because", &rule.because)
            .words(names, "what", &rule.action.what)
            .plain("who", format!("{:?}", rule.action.who))
            .id("before", Some(&rule.action.before), str::to_owned)
            .plain("severity", format!("{:?}", rule.severity))
            .id("each", rule.each.as_ref(), |id| names.list(id).to_owned())
            .condition(names, "applies", rule.applies.as_ref())
            .condition(names, "when", Some(&rule.when))
            .ids("clauses", &rule.clauses, |id| names.clause(id).to_owned())
            .ids("contradicts", &rule.contradicts, |id| names.rule(id).to_owned())
            .ids("source", &rule.source, str::to_owned);
        Thing { also: ids(&rule.was), ..thing("rule", &rule.id, names.text(&rule.title), fields) }
    }
}
