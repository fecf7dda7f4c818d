//! Cover, contents and what stands at the end.

use maud::{Markup, html};

use super::Book;
use super::frame::matter;
use super::words::{name, paragraph, plain, run};
use crate::report::document::{Document, Section};
use crate::report::label;
use crate::text::clean;

/// Levels of headings that the contents list.
const DEPTH: usize = 2;

impl Book<'_> {
    pub(super) fn cover(&mut self, document: &Document) -> Markup {
        html! {
            (self.logo())
            (plain("CoverMarking", document.marking.edition.as_str()))
            @if !document.marking.legend.is_blank() {
                (plain("CoverLegend", document.marking.legend.as_str()))
            }
            (paragraph("Title", document.title.as_str(), matter(document.title.as_str())))
            (plain("Subtitle", document.subtitle.as_str()))
            @if !document.facts.is_empty() { (self.entries(&document.facts)) }
        }
    }

    /// A field that Word can make anew, holding already what it would list. The numbers of pages come with the first
    /// update: a file can't know them, and a wrong one is worse than none.
    pub(super) fn contents(&self, document: &Document) -> Markup {
        let mut entries = Vec::new();
        for (at, section) in document.sections.iter().enumerate() {
            self.listed(section, &(at + 1).to_string(), 1, &mut entries);
        }
        let begin = html! {
            w:r { w:fldChar w:fldCharType="begin" {} }
            w:r { w:instrText xml:space="preserve" { (format!(" TOC \\o \"1-{DEPTH}\" \\h \\z ")) } }
            w:r { w:fldChar w:fldCharType="separate" {} }
        };
        html! {
            w:sdt {
                w:sdtPr {
                    w:docPartObj {
                        w:docPartGallery w:val="Table of Contents" {}
                        w:docPartUnique {}
                    }
                }
                w:sdtContent {
                    (plain("TOCHeading", label::CONTENTS))
                    @for (at, (level, content)) in entries.iter().enumerate() {
                        (paragraph(&format!("TOC{level}"), "", html! { @if at == 0 { (begin) } (content) }))
                    }
                    @if entries.is_empty() { (paragraph("TOC1", "", begin)) }
                    (paragraph("AfterTable", "", html! { w:r { w:fldChar w:fldCharType="end" {} } }))
                }
            }
        }
    }

    fn listed(&self, section: &Section, number: &str, level: usize, out: &mut Vec<(usize, Markup)>) {
        let place = self.places.get(section.anchor.as_str()).copied().unwrap_or_default();
        let entry = html! {
            w:hyperlink w:anchor=(name(place)) w:history="1" {
                (run("", number))
                w:r { w:tab {} }
                (run("", section.title.as_str()))
            }
        };
        out.push((level, entry));
        if level < DEPTH {
            for (at, part) in section.parts.iter().enumerate() {
                self.listed(part, &format!("{number}.{}", at + 1), level + 1, out);
            }
        }
    }

    pub(super) fn closing(&self) -> Markup {
        let words = clean(self.look.closing.trim());
        html! { @if !words.is_empty() { (plain("Closing", &words)) } }
    }
}
