//! Ways to break a text of the questionnaire at one place.

use std::collections::BTreeSet;
use std::ops::Range;

use fastrand::Rng;
use safeshore::model::Questionnaire;
use safeshore::text::{Source, Token, lexemes};

use super::ids::{ids, values};
use super::tree::{Node, tree};

/// A text with one place changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mutant {
    /// What was done.
    pub how: String,
    /// Which of the files.
    pub file: usize,
    /// What stands there in the original.
    pub range: Range<usize>,
    /// What stands there now.
    pub with: String,
}

impl Mutant {
    /// The files, with the mutant among them.
    pub fn sources(&self, original: &[Source]) -> Vec<Source> {
        let mut sources = original.to_vec();
        let mut text = original[self.file].text.clone();
        text.replace_range(self.range.clone(), &self.with);
        sources[self.file] = Source::new(original[self.file].name.as_str(), text);
        sources
    }

    /// File and line, and the text before and after.
    pub fn told(&self, original: &[Source]) -> String {
        let source = &original[self.file];
        let (line, column) = source.line_column(self.range.start);
        let before = &source.text[self.range.clone()];
        format!("{}:{line}:{column} {}: `{before}` → `{}`", source.name, self.how, self.with)
    }
}

/// Places that can be changed in one way.
pub struct Places {
    how: String,
    /// Each with all that can stand there instead.
    places: Vec<(usize, Range<usize>, Vec<String>)>,
}

/// So many different mutants of a sort, from all its ways in turn.
pub fn draw(ways: &[Places], count: usize, seed: u64) -> Vec<Mutant> {
    let mut rng = Rng::with_seed(seed);
    let mut drawn: Vec<Mutant> = Vec::new();
    let ways: Vec<&Places> = ways.iter().filter(|way| !way.places.is_empty()).collect();
    for way in ways.iter().cycle() {
        if drawn.len() == count {
            break;
        }
        let (file, range, instead) = rng.choice(&way.places).expect("a place");
        let Some(with) = rng.choice(instead).cloned() else { continue };
        let mutant = Mutant { how: way.how.clone(), file: *file, range: range.clone(), with };
        if drawn
            .iter()
            .all(|one| (one.file, &one.range, &one.with) != (mutant.file, &mutant.range, &mutant.with))
        {
            drawn.push(mutant);
        }
    }
    drawn
}

/// Files with their trees.
struct Files<'s> {
    sources: &'s [Source],
    trees: Vec<Node>,
}

impl<'s> Files<'s> {
    fn new(sources: &'s [Source]) -> Self {
        Self { sources, trees: sources.iter().map(|source| tree(&source.text)).collect() }
    }

    /// What `instead` says of each node.
    fn places(
        &self,
        how: &str,
        instead: impl Fn(&str, &Node) -> Option<(Range<usize>, Vec<String>)>,
    ) -> Places {
        let mut places = Vec::new();
        for (file, (source, tree)) in self.sources.iter().zip(&self.trees).enumerate() {
            let found = tree.all().into_iter().filter_map(|node| instead(&source.text, node));
            places.extend(found.map(|(range, instead)| (file, range, instead)));
        }
        Places { how: how.to_owned(), places }
    }

    /// [`Files::places`] in conditions.
    fn in_conditions(
        &self,
        how: &str,
        instead: impl Fn(&str, &Node) -> Vec<(Range<usize>, Vec<String>)>,
    ) -> Places {
        let mut places = Vec::new();
        for (file, (source, tree)) in self.sources.iter().zip(&self.trees).enumerate() {
            for condition in tree.all().into_iter().filter(|node| is_condition(node)) {
                let found = condition.all().into_iter().flat_map(|node| instead(&source.text, node));
                places.extend(found.map(|(range, instead)| (file, range, instead)));
            }
        }
        Places { how: how.to_owned(), places }
    }
}

fn is_condition(node: &Node) -> bool {
    matches!(node.name.as_deref(), Some("when" | "applies"))
}

/// Ids, misspelt or mixed up.
pub fn of_ids(sources: &[Source], questionnaire: &Questionnaire) -> Vec<Places> {
    let mut ways: Vec<Places> = Vec::new();
    for named in ids(questionnaire) {
        let (range, file) = (named.span.start..named.span.end, named.span.file);
        let id = &sources[file].text[range.clone()];
        let others = named.others.iter().filter(|other| *other != id).cloned().collect::<Vec<_>>();
        for (how, instead) in [("misspelt", misspelt(id)), ("mixed up", others)] {
            let how = format!("{} {how}", named.role);
            let place = (file, range.clone(), instead);
            match ways.iter_mut().find(|way| way.how == how) {
                _ if place.2.is_empty() => {}
                Some(way) => way.places.push(place),
                None => ways.push(Places { how, places: vec![place] }),
            }
        }
    }
    ways
}

/// With a letter lost, doubled, or changed with the next one.
fn misspelt(id: &str) -> Vec<String> {
    let letters: Vec<char> = id.chars().collect();
    let mut ways: BTreeSet<String> = BTreeSet::new();
    for at in 0..letters.len() {
        let [mut lost, mut doubled, mut swapped] = [(); 3].map(|()| letters.clone());
        lost.remove(at);
        doubled.insert(at, letters[at]);
        if at > 0 {
            swapped.swap(at - 1, at);
        }
        ways.extend([lost, doubled, swapped].map(String::from_iter));
    }
    ways.remove(id);
    ways.into_iter().collect()
}

/// An option with where its id stands, and the ids of the others of its question.
struct OptionAt {
    file: usize,
    whole: Range<usize>,
    id: Range<usize>,
    others: Vec<String>,
}

fn options(sources: &[Source]) -> Vec<OptionAt> {
    let mut found = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        let tree = tree(&source.text);
        for kind in tree.all().into_iter().filter(|node| node.name.as_deref() == Some("kind")) {
            let parts = kind.parts.first().map_or(&[][..], |list| list.parts.as_slice());
            let options: Vec<(&Node, Range<usize>)> =
                parts.iter().filter_map(|option| Some((option, option.field("id")?.quoted()))).collect();
            for (option, id) in &options {
                let others = options.iter().filter(|(_, other)| other != id);
                let others = others.map(|(_, other)| source.text[other.clone()].to_owned()).collect();
                found.push(OptionAt { file, whole: option.whole(), id: id.clone(), others });
            }
        }
    }
    found
}

/// Options taken out, renamed, or with the id of another one.
pub fn of_options(sources: &[Source]) -> Vec<Places> {
    let way = |how: &str, instead: &dyn Fn(OptionAt) -> (usize, Range<usize>, Vec<String>)| {
        let places = options(sources).into_iter().map(instead).collect();
        Places { how: how.to_owned(), places }
    };
    let renamed = |file: usize, id: &Range<usize>| format!("{}_new", &sources[file].text[id.clone()]);
    vec![
        way("option taken out", &|option| (option.file, option.whole, vec![String::new()])),
        way("option renamed", &|option| {
            let instead = vec![renamed(option.file, &option.id)];
            (option.file, option.id, instead)
        }),
        way("option with the id of another one", &|option| (option.file, option.id, option.others)),
    ]
}

/// Conditions taken out, negated, or without a part.
pub fn of_conditions(sources: &[Source]) -> Vec<Places> {
    let files = Files::new(sources);
    vec![
        files.places("condition taken out", |_, node| {
            is_condition(node).then(|| (node.whole(), vec![String::new()]))
        }),
        files.places("condition negated", |text, node| {
            let negated = || vec![format!("Not({})", &text[node.value.clone()])];
            is_condition(node).then(|| (node.value.clone(), negated()))
        }),
        files.in_conditions("part taken out", |text, node| {
            let list = ["All", "Any"].contains(&node.word(text)).then(|| node.parts.first()).flatten();
            let parts = list.map_or(&[][..], |list| list.parts.as_slice());
            parts.iter().map(|part| (part.whole(), vec![String::new()])).collect()
        }),
    ]
}

/// Numbers by one, opposites for each other, and words from a fixed set for others of it.
pub fn of_values(sources: &[Source], questionnaire: &Questionnaire) -> Vec<Places> {
    let files = Files::new(sources);
    let by_one = |text: &str, node: &Node| {
        let number: i64 = node.word(text).parse().ok()?;
        Some((node.value.clone(), vec![(number - 1).to_string(), (number + 1).to_string()]))
    };
    let heads = |how: &str, one: &'static str, other: &'static str| {
        files.in_conditions(how, move |text, node| {
            let instead = match node.word(text) {
                word if word == one => other,
                word if word == other => one,
                _ => return Vec::new(),
            };
            vec![(node.word.clone(), vec![instead.to_owned()])]
        })
    };
    let among = |range: Range<usize>, text: &str, all: &mut dyn Iterator<Item = String>| {
        (range.clone(), all.filter(|other| *other != text[range.clone()]).collect::<Vec<_>>())
    };
    let milestones = || questionnaire.manifest.milestones.iter().map(|one| one.id.value.clone());
    vec![
        files.in_conditions("number in a condition", |text, node| {
            let counts = ["AtLeast", "AtMost", "Count"].contains(&node.word(text));
            node.parts.last().filter(|_| counts).and_then(|last| by_one(text, last)).into_iter().collect()
        }),
        files.places("limit", |text, node| {
            let limit = ["least", "most"].contains(&node.name.as_deref()?);
            limit.then(|| by_one(text, node)).flatten()
        }),
        heads("yes and no", "Yes", "No"),
        heads("all and any", "All", "Any"),
        files.places("severity", |text, node| {
            let all = ["Blocker", "High", "Medium", "Low"].map(str::to_owned);
            (node.name.as_deref()? == "severity")
                .then(|| among(node.word.clone(), text, &mut all.into_iter()))
        }),
        files.in_conditions("value of a fact", |text, node| {
            let [_, kind, list] = &node.parts[..] else { return Vec::new() };
            if node.word(text) != "Fact" {
                return Vec::new();
            }
            let all = values(questionnaire, &text[kind.quoted()]);
            list.parts.iter().map(|one| among(one.quoted(), text, &mut all.iter().cloned())).collect()
        }),
        files.places("milestone", |text, node| {
            (node.name.as_deref()? == "before").then(|| among(node.quoted(), text, &mut milestones()))
        }),
    ]
}

/// Brackets, commas and quotes, lost or doubled.
pub fn of_brackets(sources: &[Source]) -> Vec<Places> {
    let mut ways = Vec::new();
    for (what, wanted) in [
        ("bracket", &[Token::Open, Token::Close][..]),
        ("comma", &[Token::Comma][..]),
        ("quote", &[Token::Text][..]),
    ] {
        let mut places = Vec::new();
        for (file, source) in sources.iter().enumerate() {
            for lexeme in lexemes(&source.text, 0).filter(|lexeme| wanted.contains(&lexeme.token)) {
                places.extend(
                    [lexeme.start..lexeme.start + 1, lexeme.end - 1..lexeme.end].map(|at| (file, at)),
                );
            }
        }
        places.dedup();
        let instead = |doubled: bool| {
            let with = |file: usize, at: &Range<usize>| {
                sources[file].text[at.clone()].repeat(if doubled { 2 } else { 0 })
            };
            places.iter().map(|(file, at)| (*file, at.clone(), vec![with(*file, at)])).collect()
        };
        ways.push(Places { how: format!("{what} lost"), places: instead(false) });
        ways.push(Places { how: format!("{what} doubled"), places: instead(true) });
    }
    ways
}
