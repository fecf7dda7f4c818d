//! Cover, contents and what stands around every page.

use maud::{Markup, html};

use super::{Paragraph, Pen, bold, colour, keep, paragraph, size, space};

impl Pen<'_> {
    pub(super) fn cover(&self) -> Markup {
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

    pub(super) fn contents(&self) -> Markup {
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
                layout: html! { (tabs(510)) (space(70, 0)) w:ind w:left="510" w:right="567" w:hanging="510" {} },
                letters: html! { (self.head_font()) (bold()) } }))
            (paragraph(&Paragraph { id: "TOC2", name: "toc 2", based: "Normal", next: "Normal",
                layout: html! { (tabs(1190)) (space(0, 0)) w:ind w:left="1190" w:right="567" w:hanging="680" {} },
                letters: html! { (self.head_font()) (size(18)) } }))
        }
    }

    pub(super) fn around(&self) -> Markup {
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
}
