//! The styles that carry the look. Nothing in the text is formatted by hand, so changing a style changes the report.

mod marks;
mod page;
mod text;

use maud::{Markup, html};

use super::look::{Colour, DocxStyle};
use super::package;
use crate::text::clean_line;

/// A style of paragraphs.
struct Paragraph<'s> {
    id: &'s str,
    name: &'s str,
    based: &'s str,
    next: &'s str,
    /// Contents of `w:pPr` and `w:rPr`, in the order that the schema wants.
    layout: Markup,
    letters: Markup,
}

pub(super) fn part(look: &DocxStyle, language: &str) -> Markup {
    let pen = Pen { look, heads: clean_line(&look.fonts.heads) };
    let content = html! {
        (defaults(look, language))
        (pen.text())
        (pen.headings())
        (pen.cover())
        (pen.contents())
        (pen.lists())
        (pen.tables())
        (pen.cards())
        (pen.around())
        (pen.characters())
        (pen.grids())
    };
    package::part("w:styles", &content)
}

fn defaults(look: &DocxStyle, language: &str) -> Markup {
    let font = clean_line(&look.fonts.text);
    html! {
        w:docDefaults {
            w:rPrDefault { w:rPr {
                w:rFonts w:ascii=(font) w:hAnsi=(font) w:cs=(font) {}
                w:color w:val=(look.colours.text.digits()) {}
                w:sz w:val="20" {}
                w:szCs w:val="20" {}
                w:lang w:val=(look.page.language(language)) w:eastAsia="zh-CN" w:bidi="ar-SA" {}
            } }
            w:pPrDefault { w:pPr { w:spacing w:after="100" w:line="259" w:lineRule="auto" {} } }
        }
        w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
        w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont" {
            w:name w:val="Default Paragraph Font" {}
            w:uiPriority w:val="1" {}
            w:semiHidden {}
        }
        w:style w:type="table" w:default="1" w:styleId="TableNormal" {
            w:name w:val="Normal Table" {}
            w:uiPriority w:val="99" {}
            w:semiHidden {}
            w:tblPr {
                w:tblInd w:w="0" w:type="dxa" {}
                w:tblCellMar {
                    w:top w:w="0" w:type="dxa" {}
                    w:left w:w="108" w:type="dxa" {}
                    w:bottom w:w="0" w:type="dxa" {}
                    w:right w:w="108" w:type="dxa" {}
                }
            }
        }
    }
}

fn paragraph(style: &Paragraph<'_>) -> Markup {
    html! {
        w:style w:type="paragraph" w:styleId=(style.id) {
            w:name w:val=(style.name) {}
            w:basedOn w:val=(style.based) {}
            w:next w:val=(style.next) {}
            w:qFormat {}
            w:pPr { (style.layout) }
            w:rPr { (style.letters) }
        }
    }
}

fn character(id: &str, name: &str, letters: &Markup) -> Markup {
    html! {
        w:style w:type="character" w:styleId=(id) {
            w:name w:val=(name) {}
            w:basedOn w:val="DefaultParagraphFont" {}
            w:qFormat {}
            w:rPr { (letters) }
        }
    }
}

fn space(before: usize, after: usize) -> Markup {
    html! { w:spacing w:before=(before) w:after=(after) {} }
}

fn size(half_points: usize) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

fn bold() -> Markup {
    html! { w:b {} w:bCs {} }
}

fn colour(colour: &Colour) -> Markup {
    html! { w:color w:val=(colour.digits()) {} }
}

fn keep() -> Markup {
    html! { w:keepNext {} w:keepLines {} }
}

/// What writes the styles of a look.
struct Pen<'s> {
    look: &'s DocxStyle,
    heads: String,
}

impl Pen<'_> {
    fn head_font(&self) -> Markup {
        html! { w:rFonts w:ascii=(self.heads) w:hAnsi=(self.heads) w:cs=(self.heads) {} }
    }
}
