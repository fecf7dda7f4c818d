//! A bar for each of some things.

use maud::{Markup, html};

use super::{HEAD, NAMES, ROW, WIDTH, baseline, name};
use crate::engine::Readiness;
use crate::report::document::Bar;

/// Width of a full bar.
const BAR: usize = 388;

pub(super) fn body(bars: &[Bar], anchor: &str) -> Markup {
    let hatch = format!("{anchor}-hatch");
    html! {
        defs {
            pattern id=(hatch) width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2.4" {}
            }
        }
        @for percent in [0, 25, 50, 75, 100] {
            text x=(NAMES + BAR * percent / 100) y="18" font-size="11" text-anchor="middle" { (percent) }
        }
        @for (row, one) in bars.iter().enumerate() {
            (name(one.name.as_str(), row, one.total))
            (bar(one, row, &hatch))
        }
    }
}

/// Solid up to the low figure, hatched up to the high one, empty beyond.
fn bar(bar: &Bar, row: usize, hatch: &str) -> Markup {
    let Some(readiness) = bar.share else {
        return html! { text x=(NAMES) y=(baseline(row)) font-size="12" { "no rule applies" } };
    };
    let Readiness { low, high } = readiness;
    let width = |percent: u8| BAR * usize::from(percent) / 100;
    let (top, height) = (HEAD + ROW * row + 8, 13);
    html! {
        rect x=(NAMES) y=(top) width=(width(low)) height=(height) {}
        rect x=(NAMES + width(low)) y=(top) width=(width(high) - width(low)) height=(height)
            fill=(format!("url(#{hatch})")) {}
        rect x=(NAMES) y=(top) width=(BAR) height=(height) fill="none" stroke="currentColor" {}
        text x=(WIDTH) y=(baseline(row)) font-size="12" text-anchor="end" { (readiness.to_string()) }
    }
}
