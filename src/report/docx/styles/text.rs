//! What is read: text, headings, lists, tables and the cards of findings.

use maud::{Markup, html};

use super::{Paragraph, Pen, bold, colour, keep, paragraph, size, space};
use crate::report::docx::numbering;

impl Pen<'_> {
    pub(super) fn text(&self) -> Markup {
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

    pub(super) fn headings(&self) -> Markup {
        let sizes = [(32, 400, 140), (26, 300, 100), (22, 220, 60), (20, 180, 50)];
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

    pub(super) fn lists(&self) -> Markup {
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

    pub(super) fn tables(&self) -> Markup {
        let colours = &self.look.colours;
        let tight = || html! { w:spacing w:before="0" w:after="0" w:line="245" w:lineRule="auto" {} };
        html! {
            (paragraph(&Paragraph { id: "TableText", name: "Table text", based: "Normal", next: "TableText",
                layout: tight(), letters: html! { (self.head_font()) (size(18)) } }))
            (paragraph(&Paragraph { id: "TableHead", name: "Table head", based: "TableText", next: "TableText",
                layout: html! { w:keepNext {} }, letters: html! { (bold()) (colour(&colours.ink)) } }))
            (paragraph(&Paragraph { id: "TableTerm", name: "Table term", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! {} }))
            (paragraph(&Paragraph { id: "TableMissing", name: "Table missing", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! { w:i {} w:iCs {} (colour(&colours.quiet)) } }))
            (paragraph(&Paragraph { id: "TableRemark", name: "Table remark", based: "TableText", next: "TableText",
                layout: html! {}, letters: html! { (colour(&colours.quiet)) (size(16)) } }))
            (paragraph(&Paragraph { id: "AfterTable", name: "After table", based: "Normal", next: "BodyText",
                layout: html! { w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact" {} },
                letters: size(12) }))
        }
    }

    /// The bar stands beside every paragraph of a card, in one line as long as their borders and indents are alike.
    pub(super) fn cards(&self) -> Markup {
        let colours = &self.look.colours;
        let bar = || html! { w:pBdr { w:left w:val="single" w:sz="24" w:space="10" w:color=(colours.ink.digits()) {} } };
        let indent = || html! { w:ind w:left="284" {} };
        let quiet = || html! { (self.head_font()) (colour(&colours.quiet)) (size(18)) };
        let within = |before: usize, after: usize| html! { (bar()) (space(before, after)) (indent()) };
        html! {
            (paragraph(&Paragraph { id: "FindingHeading", name: "Finding heading", based: "Normal", next: "FindingMark",
                layout: html! { (keep()) (space(280, 30)) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(23)) } }))
            (paragraph(&Paragraph { id: "FindingText", name: "Finding text", based: "Normal", next: "FindingText",
                layout: within(0, 70), letters: html! {} }))
            (paragraph(&Paragraph { id: "FindingMark", name: "Finding mark", based: "FindingText", next: "FindingText",
                layout: html! { (keep()) (bar()) (space(0, 60)) (indent()) }, letters: quiet() }))
            (paragraph(&Paragraph { id: "FindingAction", name: "Finding action", based: "FindingText", next: "FindingRemark",
                layout: html! { (keep()) (bar()) (space(0, 20)) (indent()) }, letters: html! {} }))
            (paragraph(&Paragraph { id: "FindingRemark", name: "Finding remark", based: "FindingText", next: "FindingText",
                layout: within(0, 70), letters: quiet() }))
            (paragraph(&Paragraph { id: "FindingLabel", name: "Finding label", based: "FindingText", next: "FindingGround",
                layout: html! { (keep()) (bar()) (space(40, 20)) (indent()) },
                letters: html! { (self.head_font()) (bold()) (colour(&colours.ink)) (size(18)) } }))
            (paragraph(&Paragraph { id: "FindingGround", name: "Finding ground", based: "FindingText", next: "FindingGround",
                layout: html! { (keep()) (bar()) (space(0, 20)) (indent()) },
                letters: html! { (self.head_font()) (size(18)) } }))
            (paragraph(&Paragraph { id: "FindingLast", name: "Finding end", based: "FindingGround", next: "BodyText",
                layout: html! { w:keepNext w:val="0" {} w:keepLines {} (bar()) (space(0, 0)) (indent()) }, letters: html! {} }))
        }
    }
}
