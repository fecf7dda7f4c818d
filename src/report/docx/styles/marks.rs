//! What stands out in a line, and the lines of tables.

use maud::{Markup, html};

use super::{Pen, bold, character, colour, size};
use crate::model::Severity;
use crate::report::docx::card::mark_style;

const SEVERITIES: [Severity; 4] = [Severity::Blocker, Severity::High, Severity::Medium, Severity::Low];

impl Pen<'_> {
    pub(super) fn characters(&self) -> Markup {
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
    pub(super) fn grids(&self) -> Markup {
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
