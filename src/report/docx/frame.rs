//! What stands around the text on every page.

use maud::{Markup, html};

use super::words::{plain, run};
use super::{Book, package};
use crate::report::document::Document;
use crate::report::label;
use crate::text::{clean_line, fit, width};

/// Columns that a title may take in the running head.
const HEAD: usize = 60;

/// The title as a field of the document's properties: whoever changes it in one place has changed it in all.
pub(super) fn matter(title: &str) -> Markup {
    html! {
        w:sdt {
            w:sdtPr {
                w:alias w:val="Matter" {}
                w:dataBinding w:prefixMappings="xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
                    w:xpath="/ns1:coreProperties[1]/ns0:title[1]"
                    w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}" {}
                w:text {}
            }
            w:sdtContent { (run("", title)) }
        }
    }
}

/// Matter and edition.
pub(super) fn header(document: &Document) -> Markup {
    let title = document.title.as_str();
    let content = html! {
        @if width(title) <= HEAD { (matter(title)) } @else { (run("", &fit(title, HEAD))) }
        w:r { w:tab {} }
        (run("", document.marking.edition.as_str()))
    };
    package::part("w:hdr", &super::words::paragraph("Header", "", content))
}

/// The legend, the firm's line and "3 of 12".
pub(super) fn footer(book: &Book<'_>, document: &Document) -> Markup {
    let running = clean_line(&book.look.running);
    let lines = [running.as_str(), document.marking.legend.as_str()];
    let said: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let content = html! {
        (run("", &said.join(label::BETWEEN)))
        w:r { w:tab {} }
        w:fldSimple w:instr=" PAGE " { (run("", "1")) }
        (run("", " of "))
        w:fldSimple w:instr=" NUMPAGES " { (run("", "1")) }
    };
    package::part("w:ftr", &super::words::paragraph("Footer", "", content))
}

/// The cover has neither.
pub(super) fn bare(name: &str, style: &str) -> Markup {
    package::part(name, &plain(style, ""))
}

/// All footnotes, after the two lines that Word sets them apart with.
pub(super) fn footnotes(notes: &[Markup]) -> Markup {
    let separator = |id: i8, kind: &str, sign: Markup| {
        html! { w:footnote w:type=(kind) w:id=(id) { w:p { w:r { (sign) } } } }
    };
    let content = html! {
        (separator(-1, "separator", html! { w:separator {} }))
        (separator(0, "continuationSeparator", html! { w:continuationSeparator {} }))
        @for (note, id) in notes.iter().zip(1..) {
            w:footnote w:id=(id) {
                w:p {
                    w:pPr { w:pStyle w:val="FootnoteText" {} }
                    w:r { w:rPr { w:rStyle w:val="FootnoteReference" {} } w:footnoteRef {} }
                    (run("", " "))
                    (note)
                }
            }
        }
    };
    package::part("w:footnotes", &content)
}
