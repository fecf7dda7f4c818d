//! What stands beside the questions: the manifest, clauses, the glossary, the comparison, weighings, authorities, facts.

use super::{Fields, Outline, ids, thing};
use crate::diff::thing::Thing;
use crate::model::{Criterion, Fact, Point, Sign, Weighing};
use crate::text::quoted;

impl Outline<'_> {
    /// The questionnaire as such. There is one in each, so that it is compared whatever its id.
    pub(super) fn manifest(&self) -> Vec<Thing> {
        let (manifest, names) = (&self.questionnaire.manifest, self.names);
        let fields = Fields::default()
            .words(names, "title", &manifest.title)
            .words(names, "about", &manifest.about)
            .words(names, "article", &manifest.article)
            .words(names, "caution", &manifest.caution);
        let milestones = manifest.milestones.iter().map(|one| {
            let day = |id: &str| names.question(id).to_owned();
            let fields = Fields::default().words(names, "label", &one.label).id("day", one.day.as_ref(), day);
            thing("milestone", &one.id, one.label.value.clone(), fields)
        });
        vec![Thing { parts: milestones.collect(), ..thing("questionnaire", "", String::new(), fields) }]
    }

    pub(super) fn clauses(&self) -> Vec<Thing> {
        let names = self.names;
        let clauses = self.questionnaire.clauses.iter().map(|clause| {
            let fields = Fields::default()
                .words(names, "title", &clause.title)
                .words(names, "settles", &clause.settles)
                .ids("position", &clause.position, |id| names.question(id).to_owned())
                .ids("source", &clause.source, str::to_owned);
            Thing {
                also: ids(&clause.was),
                ..thing("clause", &clause.id, clause.title.value.clone(), fields)
            }
        });
        clauses.collect()
    }

    pub(super) fn glossary(&self) -> Vec<Thing> {
        let terms = self.questionnaire.glossary.iter().map(|term| {
            let fields = Fields::default().words(self.names, "meaning", &term.meaning);
            thing("term", &term.term, String::new(), fields.ids("also", &term.also, str::to_owned))
        });
        terms.collect()
    }

    pub(super) fn items(&self) -> Vec<Thing> {
        let items = self.questionnaire.items.iter().map(|item| {
            let fields = Fields::default().words(self.names, "theme", &item.theme);
            thing("item", &item.id, String::new(), fields.words(self.names, "what", &item.what))
        });
        items.collect()
    }

    pub(super) fn authorities(&self) -> Vec<Thing> {
        let names = self.names;
        let authorities = self.questionnaire.authorities.iter().map(|authority| {
            let fields = Fields::default()
                .words(names, "cite", &authority.cite)
                .words(names, "says", &authority.says)
                .some_plain("law_of", authority.law_of.as_ref().map(ToString::to_string).as_deref())
                .plain("as_of", quoted(&authority.as_of))
                .plain("review_by", quoted(&authority.review_by));
            thing("authority", &authority.id, authority.cite.value.clone(), fields)
        });
        authorities.collect()
    }

    /// Facts of countries' law, each named by its country and its kind.
    pub(super) fn facts(&self) -> Vec<Thing> {
        let countries = self.questionnaire.jurisdictions.countries.values();
        let facts = countries.flat_map(|country| {
            country.facts.iter().map(|fact| self.fact(&format!("{} {}", country.code, fact.of), fact))
        });
        facts.collect()
    }

    fn fact(&self, id: &str, fact: &Fact) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .id("value", Some(&fact.value), str::to_owned)
            .some_words(names, "named", fact.named.as_ref())
            .words(names, "cite", &fact.cite)
            .plain("basis", format!("{:?}", fact.basis))
            .plain("as_of", quoted(&fact.as_of))
            .some_words(names, "since", fact.since.as_ref())
            .some_words(names, "note", fact.note.as_ref())
            .flag("risk", fact.risk);
        thing("fact", id, String::new(), fields)
    }

    pub(super) fn weighings(&self) -> Vec<Thing> {
        let weighings = self.questionnaire.weighings().map(|weighing| {
            let fields = Fields::default().words(self.names, "title", &weighing.title);
            let points = weighing.points.iter().map(|point| self.point(weighing, point));
            let id = self.names.question(&weighing.question);
            Thing { parts: points.collect(), ..thing("weighing", id, weighing.title.value.clone(), fields) }
        });
        weighings.collect()
    }

    fn point(&self, weighing: &Weighing, point: &Point) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "says", &point.says)
            .id("each", point.each.as_ref(), |id| names.list(id).to_owned())
            .condition(names, "when", point.when.as_ref())
            .ids("source", &point.source, str::to_owned);
        let option = names.option(&weighing.question, &point.option);
        let id = format!("{option} {}", format!("{:?}", point.side).to_lowercase());
        thing("point", &id, names.text(&point.says), fields)
    }

    pub(super) fn comparison(&self) -> Vec<Thing> {
        let names = self.names;
        let comparison = self.questionnaire.comparison.iter().map(|comparison| {
            let fields = Fields::default()
                .words(names, "title", &comparison.title)
                .words(names, "about", &comparison.about)
                .id("repeat", Some(&comparison.repeat), |id| names.repeat(id).to_owned());
            let criteria = comparison.criteria.iter().map(|criterion| self.criterion(criterion));
            let title = comparison.title.value.clone();
            Thing { parts: criteria.collect(), ..thing("comparison", "", title, fields) }
        });
        comparison.collect()
    }

    fn criterion(&self, criterion: &Criterion) -> Thing {
        let names = self.names;
        let fields = Fields::default().words(names, "title", &criterion.title).id(
            "weight",
            Some(&criterion.weight),
            |id| names.question(id).to_owned(),
        );
        let signs = criterion.signs.iter().map(|sign| self.sign(sign));
        let title = criterion.title.value.clone();
        Thing { parts: signs.collect(), ..thing("criterion", &criterion.id, title, fields) }
    }

    fn sign(&self, sign: &Sign) -> Thing {
        let names = self.names;
        let fields = Fields::default()
            .words(names, "yes", &sign.yes)
            .words(names, "no", &sign.no)
            .condition(names, "applies", sign.applies.as_ref())
            .condition(names, "when", Some(&sign.when))
            .ids("source", &sign.source, str::to_owned);
        thing("sign", "", names.text(&sign.yes), fields)
    }
}
