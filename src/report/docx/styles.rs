//! The styles that carry the look. Nothing in the text is formatted by hand, so changing a style changes the report.

use maud::{Markup, html};

use super::card::mark_style;
use super::look::{Colour, DocxStyle};
use super::{numbering, package};
use crate::model::Severity;
use crate::text::clean_line;

const SEVERITIES: [Severity; 4] = [Severity::Blocker, Severity::High, Severity::Medium, Severity::Low];

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
                w:sz w:val="21" {}
                w:szCs w:val="21" {}
                w:lang w:val=(look.page.language(language)) w:eastAsia="zh-CN" w:bidi="ar-SA" {}
            } }
            w:pPrDefault { w:pPr { w:spacing w:after="120" w:line="271" w:lineRule="auto" {} } }
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

    fn text(&self) -> Markup {
        let quiet = html! { (self.head_font()) (colour(&self.look.colours.quiet)) (size(18)) };
        html! {
            (paragraph(&Paragraph { id: "BodyText", name: "Body Text", based: "Normal", next: "BodyText",
                layout: html! {}, letters: html! {} }))
            (paragraph(&Paragraph { id: "LeadIn", name: "Lead-in", based: "BodyText", next: "BodyText",
                layout: html! { w:keepNext {} }, letters: html! {} }))
            (paragraph(&Paragraph { id: "Remark", name: "Remark", based: "Normal", next: "BodyText",
                layout: space(0, 160), letters: quiet.clone() }))
            (paragraph(&Paragraph { id: "Closing", name: "Report closing", based: "Normal", next: "Closing",
                layout: html! { w:keepLines {} (space(480, 0)) }, letters: quiet }))
        }
    }

    fn headings(&self) -> Markup {
        let sizes = [(34, 480, 160), (27, 360, 120), (23, 280, 80), (21, 220, 60)];
        html! {
            @for ((half_points, before, after), level) in sizes.into_iter().zip(1..) {
                (paragraph(&Paragraph {
                    id: &format!("Heading{level}"),
                    name: &format!("heading {level}"),
                    based: "Normal",
                    next: "BodyText",
                    layout: html! {
                        (keep())
                        w:numPr { w:ilvl w:val=(level - 1) {} w:numId w:val=(numbering::HEADINGS) {} }
                        (space(before, after))
                        w:outlineLvl w:val=(level - 1) {}
                    },
                    letters: html! {
                        (self.head_font()) (bold()) (colour(&self.look.colours.ink)) (size(half_points))
                    },
                }))
            }
        }
    }

    fn cover(&self) -> Markup {
        let colours = &self.look.colours;
        html! {
            (paragraph(&Paragraph { id: "Logo", name: "Report logo", based: "Normal", next: "Normal",
                layout: space(0, 480), letters: html! {} }))
            (paragraph(&Paragraph { id: "CoverMarking", name: "Report edition", based: "Normal", next: "CoverLegend",
                layout: html! { w:keepNext {} (space(0, 20)) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(22)) } }))
            (paragraph(&Paragraph { id: "CoverLegend", name: "Report legend", based: "Normal", next: "Title",
                layout: space(0, 0),
                letters: html! { (self.head_font()) (colour(&colours.quiet)) (size(20)) } }))
            (paragraph(&Paragraph { id: "Title", name: "Title", based: "Normal", next: "Subtitle",
                layout: html! { w:keepNext {} w:spacing w:before="2700" w:after="120" w:line="240" w:lineRule="auto" {} },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(60)) } }))
            (paragraph(&Paragraph { id: "Subtitle", name: "Subtitle", based: "Normal", next: "BodyText",
                layout: space(0, 900),
                letters: html! { (self.head_font()) (colour(&colours.quiet)) (size(28)) } }))
        }
    }

    fn contents(&self) -> Markup {
        let colours = &self.look.colours;
        let right = self.look.page.sheet().text();
        let tabs = |at: usize| {
            html! { w:tabs {
                w:tab w:val="left" w:pos=(at) {}
                w:tab w:val="right" w:leader="dot" w:pos=(right) {}
            } }
        };
        html! {
            (paragraph(&Paragraph { id: "TOCHeading", name: "TOC Heading", based: "Normal", next: "BodyText",
                layout: html! { (keep()) w:pageBreakBefore {} (space(0, 240)) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(34)) } }))
            (paragraph(&Paragraph { id: "TOC1", name: "toc 1", based: "Normal", next: "Normal",
                layout: html! { (tabs(510)) (space(110, 20)) w:ind w:left="510" w:right="567" w:hanging="510" {} },
                letters: html! { (self.head_font()) (bold()) } }))
            (paragraph(&Paragraph { id: "TOC2", name: "toc 2", based: "Normal", next: "Normal",
                layout: html! { (tabs(1190)) (space(0, 0)) w:ind w:left="1190" w:right="567" w:hanging="680" {} },
                letters: html! { (self.head_font()) (size(20)) } }))
        }
    }

    fn lists(&self) -> Markup {
        html! {
            @for (id, name, number) in [("ListBullet", "List Bullet", numbering::BULLETS), ("ListNumber", "List Number", numbering::STEPS)] {
                (paragraph(&Paragraph { id, name, based: "Normal", next: id,
                    layout: html! {
                        w:numPr { w:ilvl w:val="0" {} w:numId w:val=(number) {} }
                        (space(0, 70))
                    },
                    letters: html! {} }))
            }
            (paragraph(&Paragraph { id: "Caption", name: "caption", based: "Normal", next: "BodyText",
                layout: html! { (keep()) (space(60, 60)) },
                letters: html! { (self.head_font()) (bold()) (colour(&self.look.colours.ink)) (size(19)) } }))
            (paragraph(&Paragraph { id: "Figure", name: "Report figure", based: "Normal", next: "Caption",
                layout: html! { w:keepNext {} (space(160, 0)) }, letters: html! {} }))
        }
    }

    fn tables(&self) -> Markup {
        let colours = &self.look.colours;
        let tight = || html! { w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto" {} };
        html! {
            (paragraph(&Paragraph { id: "TableText", name: "Table text", based: "Normal", next: "TableText",
                layout: tight(), letters: html! { (self.head_font()) (size(19)) } }))
            (paragraph(&Paragraph { id: "TableHead", name: "Table head", based: "TableText", next: "TableText",
                layout: html! { w:keepNext {} }, letters: html! { (bold()) (colour(&colours.ink)) } }))
            (paragraph(&Paragraph { id: "TableTerm", name: "Table term", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! {} }))
            (paragraph(&Paragraph { id: "TableMissing", name: "Table missing", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! { w:i {} w:iCs {} (colour(&colours.quiet)) } }))
            (paragraph(&Paragraph { id: "TableRemark", name: "Table remark", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! { (colour(&colours.quiet)) (size(17)) } }))
            (paragraph(&Paragraph { id: "AfterTable", name: "After table", based: "Normal", next: "BodyText",
                layout: html! { w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact" {} },
                letters: size(12) }))
        }
    }

    /// The bar stands beside every paragraph of a card, in one line as long as their borders and indents are alike.
    fn cards(&self) -> Markup {
        let colours = &self.look.colours;
        let bar = || html! { w:pBdr { w:left w:val="single" w:sz="24" w:space="10" w:color=(colours.ink.digits()) {} } };
        let indent = || html! { w:ind w:left="284" {} };
        let quiet = || html! { (self.head_font()) (colour(&colours.quiet)) (size(18)) };
        let within = |before: usize, after: usize| html! { (bar()) (space(before, after)) (indent()) };
        html! {
            (paragraph(&Paragraph { id: "FindingHeading", name: "Finding heading", based: "Normal", next: "FindingMark",
                layout: html! { (keep()) (space(360, 40)) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(23)) } }))
            (paragraph(&Paragraph { id: "FindingText", name: "Finding text", based: "Normal", next: "FindingText",
                layout: within(0, 100), letters: html! {} }))
            (paragraph(&Paragraph { id: "FindingMark", name: "Finding mark", based: "FindingText", next: "FindingText",
                layout: html! { (keep()) (bar()) (space(0, 80)) (indent()) }, letters: quiet() }))
            (paragraph(&Paragraph { id: "FindingAction", name: "Finding action", based: "FindingText", next: "FindingRemark",
                layout: html! { (keep()) (bar()) (space(0, 20)) (indent()) }, letters: html! {} }))
            (paragraph(&Paragraph { id: "FindingRemark", name: "Finding remark", based: "FindingText", next: "FindingText",
                layout: within(0, 100), letters: quiet() }))
            (paragraph(&Paragraph { id: "FindingLabel", name: "Finding label", based: "FindingText", next: "FindingGround",
                layout: html! { (keep()) (bar()) (space(40, 20)) (indent()) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(18)) } }))
            (paragraph(&Paragraph { id: "FindingGround", name: "Finding ground", based: "FindingText", next: "FindingGround",
                layout: html! { (keep()) (bar()) (space(0, 40)) (indent()) },
                letters: html! { (self.head_font()) (size(19)) } }))
            (paragraph(&Paragraph { id: "FindingLast", name: "Finding end", based: "FindingGround", next: "BodyText",
                layout: html! { w:keepNext w:val="0" {} w:keepLines {} (bar()) (space(0, 0)) (indent()) }, letters: html! {} }))
        }
    }

    fn around(&self) -> Markup {
        let colours = &self.look.colours;
        let right = self.look.page.sheet().text();
        let tabs = html! { w:tabs { w:tab w:val="right" w:pos=(right) {} } };
        let rule = |side: Markup| html! { w:pBdr { (side) } };
        let (ink, line) =
            (html! { (self.head_font()) (colour(&colours.quiet)) (size(17)) }, colours.rule.digits());
        html! {
            (paragraph(&Paragraph { id: "Header", name: "header", based: "Normal", next: "Header",
                layout: html! {
                    (rule(html! { w:bottom w:val="single" w:sz="4" w:space="4" w:color=(line) {} }))
                    (tabs) (space(0, 0))
                },
                letters: ink.clone() }))
            (paragraph(&Paragraph { id: "Footer", name: "footer", based: "Normal", next: "Footer",
                layout: html! { (tabs) (space(0, 0)) }, letters: ink }))
            (paragraph(&Paragraph { id: "FootnoteText", name: "footnote text", based: "Normal", next: "FootnoteText",
                layout: html! { w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto" {} }, letters: size(17) }))
        }
    }

    fn characters(&self) -> Markup {
        let colours = &self.look.colours;
        let of = |severity: Severity| match severity {
            Severity::Blocker => &colours.blocker,
            Severity::High => &colours.high,
            Severity::Medium => &colours.medium,
            Severity::Low => &colours.low,
        };
        html! {
            (character("Strong", "Strong", &bold()))
            (character("Quiet", "Quiet", &colour(&colours.quiet)))
            (character("Missing", "Missing", &html! { w:i {} w:iCs {} (colour(&colours.quiet)) }))
            (character("Label", "Label", &html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(19)) }))
            (character("Hyperlink", "Hyperlink", &colour(&colours.ink)))
            (character("FootnoteReference", "footnote reference", &html! { w:vertAlign w:val="superscript" {} }))
            @for severity in SEVERITIES {
                (character(&mark_style(severity), &format!("Severity {}", severity.name()),
                    &html! { (bold()) (colour(of(severity))) }))
            }
        }
    }

    /// Tables: lines between the rows, none beside them.
    fn grids(&self) -> Markup {
        let rule = self.look.colours.rule.digits();
        let lines = |top: bool| {
            html! { w:tblBorders {
                @if top { w:top w:val="single" w:sz="4" w:space="0" w:color=(rule) {} }
                w:bottom w:val="single" w:sz="4" w:space="0" w:color=(rule) {}
                w:insideH w:val="single" w:sz="4" w:space="0" w:color=(rule) {}
            } }
        };
        let margins = |left: usize| {
            html! { w:tblCellMar {
                w:top w:w="50" w:type="dxa" {}
                w:left w:w=(left) w:type="dxa" {}
                w:bottom w:w="60" w:type="dxa" {}
                w:right w:w="120" w:type="dxa" {}
            } }
        };
        html! {
            w:style w:type="table" w:customStyle="1" w:styleId="ReportTable" {
                w:name w:val="Report table" {}
                w:basedOn w:val="TableNormal" {}
                w:tblPr { (lines(false)) (margins(80)) }
                w:tblStylePr w:type="firstRow" {
                    w:tcPr {
                        w:shd w:val="clear" w:color="auto" w:fill=(self.look.colours.tint.digits()) {}
                        w:vAlign w:val="bottom" {}
                    }
                }
            }
            w:style w:type="table" w:customStyle="1" w:styleId="ReportEntries" {
                w:name w:val="Report entries" {}
                w:basedOn w:val="TableNormal" {}
                w:tblPr { (lines(true)) (margins(0)) }
            }
        }
    }
}
