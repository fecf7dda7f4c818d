//! How Word numbers headings and lists.

use maud::{Markup, html};

use super::blocks::LEVELS;
use super::package;

/// The numbers of what the styles refer to.
pub(super) const HEADINGS: usize = 1;
pub(super) const BULLETS: usize = 2;
pub(super) const STEPS: usize = 3;

/// The number of a numbered list, the first list being 1. Each has its own, so that each begins at 1.
pub(super) fn list(number: usize) -> usize {
    STEPS + number
}

pub(super) fn part(lists: usize) -> Markup {
    let content = html! {
        w:abstractNum w:abstractNumId=(HEADINGS) {
            w:multiLevelType w:val="multilevel" {}
            @for level in 1..=LEVELS { (heading(level)) }
        }
        w:abstractNum w:abstractNumId=(BULLETS) {
            w:multiLevelType w:val="hybridMultilevel" {}
            w:lvl w:ilvl="0" {
                w:start w:val="1" {}
                w:numFmt w:val="bullet" {}
                w:pStyle w:val="ListBullet" {}
                w:lvlText w:val="–" {}
                w:lvlJc w:val="left" {}
                w:pPr { w:ind w:left="340" w:hanging="340" {} }
            }
        }
        w:abstractNum w:abstractNumId=(STEPS) {
            w:multiLevelType w:val="hybridMultilevel" {}
            w:lvl w:ilvl="0" {
                w:start w:val="1" {}
                w:numFmt w:val="decimal" {}
                w:pStyle w:val="ListNumber" {}
                w:lvlText w:val="%1." {}
                w:lvlJc w:val="left" {}
                w:pPr { w:ind w:left="400" w:hanging="400" {} }
            }
        }
        @for number in [HEADINGS, BULLETS, STEPS] {
            w:num w:numId=(number) { w:abstractNumId w:val=(number) {} }
        }
        @for number in (1..=lists).map(list) {
            w:num w:numId=(number) {
                w:abstractNumId w:val=(STEPS) {}
                w:lvlOverride w:ilvl="0" { w:startOverride w:val="1" {} }
            }
        }
    };
    package::part("w:numbering", &content)
}

/// "1", "1.1" and so on; the number stands in the text's line, not in the margin.
fn heading(level: usize) -> Markup {
    let text: Vec<String> = (1..=level).map(|level| format!("%{level}")).collect();
    let hanging = [567, 680, 794, 907][level - 1];
    html! {
        w:lvl w:ilvl=(level - 1) {
            w:start w:val="1" {}
            w:numFmt w:val="decimal" {}
            w:pStyle w:val=(format!("Heading{level}")) {}
            w:lvlText w:val=(text.join(".")) {}
            w:lvlJc w:val="left" {}
            w:pPr { w:ind w:left=(hanging) w:hanging=(hanging) {} }
        }
    }
}
