use std::collections::HashMap;

use crate::report::html::STYLE;

/// Relative luminance (WCAG 2) of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let wide = digits.len() / 3;
    let channel = |at: usize| {
        let digits = &digits[at * wide..(at + 1) * wide];
        let value = u8::from_str_radix(&digits.repeat(2 / wide), 16).expect("a colour");
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

#[test]
fn every_ink_is_readable_on_every_ground() {
    let palettes: Vec<HashMap<&str, &str>> = STYLE
        .split(":root {")
        .skip(1)
        .map(|block| {
            let block = block.split_once('}').expect("a closed block").0;
            let pairs = block.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
            pairs.collect()
        })
        .collect();
    assert_eq!(palettes.len(), 3, "light, dark, print");
    for palette in palettes {
        for ground in ["paper", "wash"] {
            for ink in ["ink", "quiet", "accent", "blocker", "high", "medium", "low"] {
                let (a, b) = (luminance(palette[ground]), luminance(palette[ink]));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
            }
        }
    }
}
