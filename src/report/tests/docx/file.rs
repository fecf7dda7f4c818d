//! A Word file, taken apart.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use proptest::prelude::*;
use roxmltree::{Document, Node};

pub(super) struct File {
    parts: BTreeMap<String, Vec<u8>>,
}

pub(super) fn named<'d, 'i: 'd>(
    node: Node<'d, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'d, 'i>> {
    node.descendants().filter(move |inner| inner.tag_name().name() == name)
}

/// An attribute, whatever space its name is of.
pub(super) fn attribute<'d>(node: Node<'d, '_>, name: &str) -> &'d str {
    node.attributes().find(|one| one.name() == name).map_or("", |one| one.value())
}

fn values(root: Node<'_, '_>, element: &'static str, name: &str) -> Vec<String> {
    named(root, element).map(|node| attribute(node, name).to_owned()).collect()
}

fn distinct(what: &str, all: Vec<String>) -> Result<BTreeSet<String>, TestCaseError> {
    let count = all.len();
    let set: BTreeSet<String> = all.into_iter().collect();
    prop_assert_eq!(set.len(), count, "{} stand twice", what);
    Ok(set)
}

impl File {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for number in 0..archive.len() {
            let mut part = archive.by_index(number).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("whole");
            let name = part.name().expect("UTF-8").into_owned();
            assert!(parts.insert(name.clone(), content).is_none(), "{name} stands twice");
        }
        Self { parts }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    pub(super) fn bytes(&self, name: &str) -> &[u8] {
        self.parts.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    pub(super) fn source(&self, name: &str) -> &str {
        std::str::from_utf8(self.bytes(name)).expect("UTF-8")
    }

    pub(super) fn part(&self, name: &str) -> Document<'_> {
        Document::parse(self.source(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Nothing is named twice, nothing leads nowhere, and nothing leads out of the file.
    pub(super) fn is_sound(&self) -> Result<(), TestCaseError> {
        self.parts_are_told()?;
        let [body, notes, styles, numbers] = ["document", "footnotes", "styles", "numbering"]
            .map(|name| self.part(&format!("word/{name}.xml")));
        let known = distinct("styles", values(styles.root(), "style", "styleId"))?;
        distinct("names of styles", values(styles.root(), "name", "val"))?;
        let lists = distinct("numberings", values(numbers.root(), "num", "numId"))?;
        let places = distinct("bookmarks", values(body.root(), "bookmarkStart", "name"))?;
        let begun = distinct("ids of bookmarks", values(body.root(), "bookmarkStart", "id"))?;
        let ended = distinct("ends of bookmarks", values(body.root(), "bookmarkEnd", "id"))?;
        prop_assert_eq!(begun, ended);
        distinct("pictures", values(body.root(), "docPr", "id"))?;
        let written = distinct("footnotes", values(notes.root(), "footnote", "id"))?;
        let mut called = distinct("calls of footnotes", values(body.root(), "footnoteReference", "id"))?;
        called.extend(["-1", "0"].map(str::to_owned));
        prop_assert_eq!(written, called);
        let relations = distinct(
            "relations",
            values(self.part("word/_rels/document.xml.rels").root(), "Relationship", "Id"),
        )?;
        for part in self.names().filter(|name| {
            name.starts_with("word/") && !name.contains("/_rels/") && !name.contains("/media/")
        }) {
            let part = self.part(part);
            let root = part.root();
            for kind in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
                for style in values(root, kind, "val") {
                    prop_assert!(known.contains(&style), "no style {style}");
                }
            }
            for link in values(root, "hyperlink", "anchor") {
                prop_assert!(places.contains(&link), "no place {link}");
            }
            for list in values(root, "numPr", "val").into_iter().chain(values(root, "numId", "val")) {
                prop_assert!(list.is_empty() || lists.contains(&list), "no numbering {list}");
            }
            let embedded = values(root, "blip", "embed").into_iter();
            for picture in embedded.chain(values(root, "headerReference", "id")) {
                prop_assert!(relations.contains(&picture), "no relation {picture}");
            }
        }
        Ok(())
    }

    /// Each part has a kind, and each relation leads to a part.
    fn parts_are_told(&self) -> Result<(), TestCaseError> {
        let types = self.part("[Content_Types].xml");
        let told = distinct("kinds of parts", values(types.root(), "Override", "PartName"))?;
        for part in &told {
            prop_assert!(self.parts.contains_key(part.trim_start_matches('/')), "no {part}");
        }
        let whole = ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"];
        for name in self.names().filter(|name| !whole.contains(name)) {
            let known = told.contains(&format!("/{name}")) || name.starts_with("word/media/");
            prop_assert!(known, "{name} is of no kind");
        }
        for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let part = self.part(relations);
            prop_assert!(values(part.root(), "Relationship", "TargetMode").iter().all(String::is_empty));
            for target in values(part.root(), "Relationship", "Target") {
                prop_assert!(self.parts.contains_key(&format!("{folder}{target}")), "no {target}");
            }
        }
        Ok(())
    }

    /// All words of the body in reading order, each footnote where it is called.
    pub(super) fn words(&self) -> String {
        let (body, notes) = (self.part("word/document.xml"), self.part("word/footnotes.xml"));
        let mut out = String::new();
        read(body.root(), Some(notes.root()), &mut out);
        out
    }
}

fn read(node: Node<'_, '_>, notes: Option<Node<'_, '_>>, out: &mut String) {
    match node.tag_name().name() {
        "t" => out.push_str(node.text().unwrap_or_default()),
        "br" => out.push('\n'),
        "tab" => out.push('\t'),
        "footnoteReference" => {
            let id = attribute(node, "id");
            let called =
                notes.and_then(|notes| named(notes, "footnote").find(|note| attribute(*note, "id") == id));
            out.push('\n');
            read(called.expect("the note is there"), None, out);
        }
        _ => node.children().for_each(|inner| read(inner, notes, out)),
    }
    if node.tag_name().name() == "p" {
        out.push('\n');
    }
}
