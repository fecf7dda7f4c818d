//! Which file holds what, and everything that they hold.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;

use super::jurisdictions;
use super::stray;
use super::syntax::parse_all;
use super::translation::{self, Overlay};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Authority, Clause, Comparison, Item, Jurisdiction, Layout, Manifest, Questionnaire, Stage, Term,
};
use crate::text::{Reason, Source};

/// What could be read of a folder.
#[derive(Default)]
pub(super) struct Folder {
    pub(super) manifest: Option<Manifest>,
    pub(super) stages: Vec<Stage>,
    pub(super) clauses: Vec<Clause>,
    pub(super) glossary: Vec<Term>,
    pub(super) items: Vec<Item>,
    pub(super) authorities: Vec<Authority>,
    pub(super) jurisdictions: Vec<Jurisdiction>,
    pub(super) comparison: Option<Comparison>,
    pub(super) layout: Option<Layout>,
    pub(super) overlays: Vec<Overlay>,
    /// A file is missing, couldn't be read or has no certain place: names can't be resolved.
    pub(super) incomplete: bool,
}

/// What a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Manifest,
    Stage,
    Clauses,
    Glossary,
    Items,
    Authorities,
    Jurisdiction,
    Comparison,
    Layout,
    Overlay,
}

impl Part {
    fn of(name: &str) -> Option<Self> {
        // The names first: the questionnaire's own folder may be called `stages`, `jurisdictions` or `text`.
        match file_and_folder(name) {
            (stray::MANIFEST, _) => Some(Self::Manifest),
            ("clauses.ron", _) => Some(Self::Clauses),
            ("glossary.ron", _) => Some(Self::Glossary),
            ("source.ron", _) => Some(Self::Items),
            ("authorities.ron", _) => Some(Self::Authorities),
            ("comparison.ron", _) => Some(Self::Comparison),
            ("report.ron", _) => Some(Self::Layout),
            (_, Some(jurisdictions::FOLDER)) => is_ron(name).then_some(Self::Jurisdiction),
            (_, Some(translation::FOLDER)) => is_ron(name).then_some(Self::Overlay),
            (_, Some(stray::STAGES)) => is_ron(name).then_some(Self::Stage),
            _ => None,
        }
    }

    /// Whether there can be several files of it.
    fn is_one_of_many(self) -> bool {
        matches!(self, Self::Stage | Self::Jurisdiction | Self::Overlay)
    }
}

/// Whether a name is that of a RON file.
pub(super) fn is_ron(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension == "ron")
}

/// The name of a file without its folders, and the folder right above it.
pub(super) fn file_and_folder(name: &str) -> (&str, Option<&str>) {
    let mut parts = name.rsplit(['/', '\\']);
    (parts.next().unwrap_or_default(), parts.next())
}

/// The number at the start of a stage's file name.
pub(super) fn number_of(name: &str) -> Option<u32> {
    let (file, folder) = file_and_folder(name);
    let digits = file.len() - file.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    file[..digits].parse().ok().filter(|_| folder == Some(stray::STAGES))
}

impl Folder {
    /// Reads every file, whatever is wrong with the others.
    pub(super) fn read(sources: &[Source], found: &mut Vec<Diagnostic>) -> Self {
        let mut folder = Self::default();
        let mut stages = Vec::new();
        let mut seen = HashSet::new();
        let mut strays = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            if let Some(unread) = stray::unread(source) {
                seen.extend(Part::of(&source.name));
                if source.unread.as_ref().is_some_and(|why| why.reason == Reason::OtherEnding) {
                    strays.push(source);
                } else {
                    folder.incomplete |= unread.is_error();
                    found.push(unread);
                }
                continue;
            }
            let Some(part) = Part::of(&source.name) else {
                strays.extend(source.name.to_lowercase().ends_with(".ron").then_some(source));
                continue;
            };
            if !seen.insert(part) && !part.is_one_of_many() {
                folder.refuse(
                    found,
                    Diagnostic::error("duplicate-file", "There is another file of this name")
                        .in_file(&source.name),
                );
                continue;
            }
            match part {
                Part::Manifest => folder.manifest = folder.part(source, index, found),
                Part::Stage => stages.push((index, folder.part(source, index, found))),
                Part::Jurisdiction => {
                    let country = folder.part(source, index, found);
                    folder.jurisdictions.extend(country);
                }
                Part::Clauses => folder.clauses = folder.part(source, index, found).unwrap_or_default(),
                Part::Glossary => folder.glossary = folder.part(source, index, found).unwrap_or_default(),
                Part::Items => folder.items = folder.part(source, index, found).unwrap_or_default(),
                Part::Authorities => {
                    folder.authorities = folder.part(source, index, found).unwrap_or_default();
                }
                Part::Comparison => folder.comparison = folder.part(source, index, found),
                Part::Layout => folder.layout = folder.part(source, index, found),
                // Without a translation names can be resolved all the same.
                Part::Overlay => folder.overlays.extend(Overlay::read(source, index, found)),
            }
        }
        folder.miss(sources, &seen, strays, found);
        folder.put_in_order(stages, sources, found);
        folder
    }

    /// Reports what a folder must have and lacks, and what may be meant for it.
    fn miss(
        &mut self,
        sources: &[Source],
        seen: &HashSet<Part>,
        mut strays: Vec<&Source>,
        found: &mut Vec<Diagnostic>,
    ) {
        // What lies in a folder that can't be read nobody knows.
        let is_hidden = |source: &Source| {
            source.unread.as_ref().is_some_and(|why| why.reason == Reason::UnreadableFolder)
        };
        let all_known = !sources.iter().any(is_hidden);
        if all_known && !seen.contains(&Part::Manifest) {
            let near = |source: &&Source| stray::is_near(file_and_folder(&source.name).0, stray::MANIFEST);
            let meant = strays.iter().position(near).map(|at| strays.remove(at));
            self.refuse(found, missing(meant));
        }
        found.extend(strays.into_iter().map(stray::stray));
        if all_known && !seen.contains(&Part::Stage) {
            let help = "A stage is a file such as `stages/1-profile.ron`".to_owned();
            self.refuse(found, Diagnostic::error("no-stages", "The folder has no stages").help(help));
        }
    }

    fn refuse(&mut self, found: &mut Vec<Diagnostic>, diagnostic: Diagnostic) {
        self.incomplete = true;
        found.push(diagnostic);
    }

    fn part<T: DeserializeOwned>(
        &mut self,
        source: &Source,
        index: usize,
        found: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let (read, problems) = parse_all(source, index);
        self.incomplete |= !problems.is_empty();
        found.extend(problems);
        read
    }

    /// Sorts the stages by the numbers of their files.
    fn put_in_order(
        &mut self,
        mut stages: Vec<(usize, Option<Stage>)>,
        sources: &[Source],
        found: &mut Vec<Diagnostic>,
    ) {
        let name = |index: usize| sources[index].name.as_str();
        stages.sort_by_key(|&(index, _)| (number_of(name(index)), name(index)));
        let mut numbers = HashMap::new();
        for &(index, _) in &stages {
            let problem = match number_of(name(index)) {
                None => Some("The file's name doesn't begin with a number".to_owned()),
                Some(number) => numbers
                    .insert(number, index)
                    .map(|other| format!("The number {number} is also that of `{}`", name(other))),
            };
            if let Some(problem) = problem {
                let help = "Stages are asked in the order of the numbers that their files' names begin with"
                    .to_owned();
                self.refuse(
                    found,
                    Diagnostic::error("stage-number", problem).in_file(name(index)).help(help),
                );
            }
        }
        self.stages = stages.into_iter().filter_map(|(_, stage)| stage).collect();
    }

    /// The questionnaire, where nothing of it is missing.
    pub(super) fn into_questionnaire(self) -> Option<Questionnaire> {
        let Self {
            manifest,
            stages,
            clauses,
            glossary,
            items,
            authorities,
            comparison,
            layout,
            jurisdictions,
            overlays: _,
            incomplete,
        } = self;
        let manifest = manifest.filter(|_| !incomplete)?;
        let questionnaire = Questionnaire::new(manifest, stages, clauses, glossary, items, authorities);
        let questionnaire = questionnaire.comparing(comparison).laid_out(layout);
        Some(questionnaire.with_jurisdictions(jurisdictions::with(jurisdictions)))
    }
}

/// There is no manifest; or there is a file that may have been meant for it.
fn missing(meant: Option<&Source>) -> Diagnostic {
    let missing = Diagnostic::error("missing-file", "The folder has no `questionnaire.ron`");
    match meant {
        Some(source) => missing
            .in_file(&source.name)
            .help(format!("Did you mean this one? Call it `{}`", stray::MANIFEST)),
        None => missing.help(Some(
            "It says what the questionnaire is; look whether this is the right folder".to_owned(),
        )),
    }
}
