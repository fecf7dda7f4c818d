//! What typst can see: the template, the document as data, the fonts. There is no way from here to a file or a network.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::data::Told;
use super::fonts::Fonts;
use crate::report::Template;

/// Where typst begins.
const MAIN: &str = "report.typ";
/// The built-in template: where it begins, and what it and others are made of.
const BUILT_IN: [(&str, &str); 2] = [
    (MAIN, include_str!("../../../assets/report/report.typ")),
    ("safeshore.typ", include_str!("../../../assets/report/safeshore.typ")),
];
/// The document.
const DATA: &str = "report.json";
/// Word to those who ask for a package.
const NO_PACKAGES: &str =
    "reports are made without a network; put the package's files into the template's folder";

/// The desk at which one report is made.
pub(super) struct Office {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Fonts,
    /// By their names, `/` between parts.
    files: BTreeMap<String, Bytes>,
    /// Those among them that hold markup.
    sources: BTreeMap<String, Source>,
    /// Names of those that are the firm's.
    of_firm: Vec<String>,
}

impl Office {
    pub(super) fn new(template: &Template, told: Told, fonts: Fonts) -> Self {
        let mut files: BTreeMap<String, Bytes> = BTreeMap::new();
        files.extend(BUILT_IN.map(|(name, text)| (name.to_owned(), Bytes::from_string(text))));
        files.extend(template.files().map(|(name, bytes)| (name.to_owned(), Bytes::new(bytes.to_vec()))));
        files.insert(DATA.to_owned(), Bytes::new(told.json()));
        files.extend(told.drawings().into_iter().map(|(name, svg)| (name, Bytes::from_string(svg))));
        let markup = files.iter().filter(|(name, _)| is_markup(name));
        let sources = markup.filter_map(|(name, bytes)| {
            // Whoever draws a diagnostic counts from after a byte order mark.
            let text = crate::text::Source::new(name.as_str(), bytes.as_str().ok()?).text;
            Some((name.clone(), Source::new(id(name)?, text)))
        });
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book()),
            fonts,
            sources: sources.collect(),
            of_firm: template.files().map(|(name, _)| name.to_owned()).collect(),
            files,
        }
    }

    /// The document, as the template reads it.
    pub(super) fn data(&self) -> &[u8] {
        self.files[DATA].as_slice()
    }

    /// Every markup file, those of the firm first.
    pub(super) fn markup(&self) -> Vec<(&str, &Source)> {
        let mut all: Vec<_> = self.sources.iter().map(|(name, source)| (name.as_str(), source)).collect();
        all.sort_by_key(|(name, _)| !self.is_of_firm(name));
        all
    }

    /// Whether a file is the firm's own.
    pub(super) fn is_of_firm(&self, name: &str) -> bool {
        self.of_firm.iter().any(|own| own == name)
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn name(id: FileId) -> FileResult<&'static str> {
    if matches!(id.root(), VirtualRoot::Package(_)) {
        return Err(FileError::Package(PackageError::Other(Some(NO_PACKAGES.into()))));
    }
    Ok(id.get().vpath().get_without_slash())
}

impl World for Office {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        id(MAIN).expect("it is a plain name")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = name(id)?;
        match self.sources.get(name) {
            Some(source) => Ok(source.clone()),
            None if is_markup(name) && self.files.contains_key(name) => Err(FileError::InvalidUtf8),
            None => Err(FileError::NotFound(name.into())),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = name(id)?;
        self.files.get(name).cloned().ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    /// A report that told the day on which it was made would be another one every day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Whether a file is read by typst rather than handed on.
fn is_markup(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "typ")
}
