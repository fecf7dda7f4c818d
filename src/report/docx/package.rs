//! The file: parts in a ZIP archive, the same bytes for the same document.

use std::io::{Cursor, Write};

use chrono::SecondsFormat;
use maud::{Markup, PreEscaped, html};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::look::MARGIN;
use super::words::allowed;
use super::{Book, frame, numbering, styles};
use crate::report::document::Document;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#,
);
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that every document has beside the main one: file, kind of relation, kind of content.
const BESIDE: [(&str, &str, &str); 8] = [
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("footnotes", "footnotes", "footnotes"),
    ("header", "header", "header"),
    ("footer", "footer", "footer"),
    ("coverheader", "header", "header"),
    ("coverfooter", "footer", "footer"),
];

/// A part of the document: its root element with what is in it.
pub(super) fn part(root: &str, content: &Markup) -> Markup {
    PreEscaped(format!("{DECLARATION}<{root}{SPACES}>{}</{root}>", content.0))
}

/// All parts as one file.
pub(super) fn zipped(book: &Book<'_>, document: &Document, body: &Markup) -> Vec<u8> {
    let beside = [
        styles::part(book.look, document.language),
        numbering::part(book.lists),
        settings(),
        frame::footnotes(&book.notes),
        frame::header(document),
        frame::footer(book, document),
        frame::bare("w:hdr", "Footer"),
        frame::bare("w:ftr", "Footer"),
    ];
    let mut archive = Archive(ZipWriter::new(Cursor::new(Vec::new())));
    archive.text("[Content_Types].xml", &types());
    archive.text("_rels/.rels", &roots());
    archive.text("docProps/core.xml", &properties(document));
    archive.text("word/document.xml", &main(book, body));
    archive.text("word/_rels/document.xml.rels", &relations(book.pictures.len()));
    for ((file, ..), content) in BESIDE.iter().zip(&beside) {
        archive.text(&format!("word/{file}.xml"), content);
    }
    for (picture, number) in book.pictures.iter().zip(1..) {
        archive.add(&format!("word/media/picture{number}.png"), picture, CompressionMethod::Stored);
    }
    archive.0.finish().expect("memory takes what is written to it").into_inner()
}

struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    fn text(&mut self, name: &str, content: &Markup) {
        self.add(name, content.0.as_bytes(), CompressionMethod::Deflated);
    }

    /// Every file is as old as ZIP itself: no clock gets into the bytes.
    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) {
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        let written = self.0.start_file(name, options).map(|()| self.0.write_all(bytes));
        written.expect("names are few and short").expect("memory takes what is written to it");
    }
}

fn main(book: &Book<'_>, body: &Markup) -> Markup {
    let sheet = book.sheet;
    let end = html! {
        w:sectPr {
            w:headerReference w:type="default" r:id="header" {}
            w:headerReference w:type="first" r:id="coverheader" {}
            w:footerReference w:type="default" r:id="footer" {}
            w:footerReference w:type="first" r:id="coverfooter" {}
            w:pgSz w:w=(sheet.width) w:h=(sheet.height) {}
            w:pgMar w:top="1531" w:right=(MARGIN) w:bottom="1418" w:left=(MARGIN) w:header="680" w:footer="624"
                w:gutter="0" {}
            w:titlePg {}
        }
    };
    part("w:document", &html! { w:body { (body) (end) } })
}

fn settings() -> Markup {
    let content = html! {
        w:zoom w:percent="100" {}
        w:defaultTabStop w:val="567" {}
        w:footnotePr { w:footnote w:id="-1" {} w:footnote w:id="0" {} }
        w:compat {
            w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
        }
        w:decimalSymbol w:val="." {}
        w:listSeparator w:val="," {}
    };
    part("w:settings", &content)
}

fn types() -> Markup {
    let body = html! {
        Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
        Default Extension="xml" ContentType="application/xml" {}
        Default Extension="png" ContentType="image/png" {}
        Override PartName="/word/document.xml" ContentType=(format!("{WORD}.document.main+xml")) {}
        Override PartName="/docProps/core.xml"
            ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
        @for (file, _, kind) in BESIDE {
            Override PartName=(format!("/word/{file}.xml")) ContentType=(format!("{WORD}.{kind}+xml")) {}
        }
    };
    outer("Types", "http://schemas.openxmlformats.org/package/2006/content-types", &body)
}

fn roots() -> Markup {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let body = html! {
        Relationship Id="document" Type=(format!("{OFFICE}/officeDocument")) Target="word/document.xml" {}
        Relationship Id="core" Type=(core) Target="docProps/core.xml" {}
    };
    outer("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships", &body)
}

fn relations(pictures: usize) -> Markup {
    let body = html! {
        @for (file, kind, _) in BESIDE {
            Relationship Id=(file) Type=(format!("{OFFICE}/{kind}")) Target=(format!("{file}.xml")) {}
        }
        @for number in 1..=pictures {
            Relationship Id=(format!("picture{number}")) Type=(format!("{OFFICE}/image"))
                Target=(format!("media/picture{number}.png")) {}
        }
    };
    outer("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships", &body)
}

/// What the file says of itself: no author, because it can't know one, and the moment that the report tells of.
fn properties(document: &Document) -> Markup {
    let moment = document.date.to_rfc3339_opts(SecondsFormat::Secs, true);
    let body = html! {
        dc:title { (allowed(document.title.as_str())) }
        dc:subject { (allowed(document.subtitle.as_str())) }
        dc:language { (document.language) }
        dcterms:created xsi:type="dcterms:W3CDTF" { (moment) }
        dcterms:modified xsi:type="dcterms:W3CDTF" { (moment) }
    };
    let spaces = concat!(
        r#"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
        r#"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#,
        r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"#,
    );
    let root = "cp:coreProperties";
    PreEscaped(format!("{DECLARATION}<{root} xmlns:cp=\"{spaces}\">{}</{root}>", body.0))
}

fn outer(root: &str, space: &str, content: &Markup) -> Markup {
    PreEscaped(format!("{DECLARATION}<{root} xmlns=\"{space}\">{}</{root}>", content.0))
}
