//! The look of a Word file is what the style says.

use super::file::{File, attribute, named};
use super::{document, everywhere, full, made};
use crate::report::{DocxStyle, Logo, docx};
use crate::text::ron_options;

fn read(ron: &str) -> Result<DocxStyle, String> {
    ron_options().from_str(ron).map_err(|error| error.to_string())
}

#[test]
fn nothing_said_is_the_house_look() {
    assert_eq!(read("()"), Ok(DocxStyle::default()));
}

#[test]
fn a_firms_look_replaces_fonts_colours_paper_and_lines() {
    let ron = r##"(
        page: Letter,
        fonts: (text: "Garamond", heads: "Gill \u{1b}<Sans>"),
        colours: (ink: "#5b1a1a"),
        running: "Ash & Oak LLP",
        closing: "Regulated.\nEverywhere.",
    )"##;
    let mut style = read(ron).expect("a style");
    let dots = resvg::tiny_skia::Pixmap::new(300, 100).expect("dots").encode_png().expect("a file");
    style.logo = Logo::of_png(dots.clone());
    let file = File::read(&docx(&full(), &style));
    file.is_sound().expect("sound");
    let styles = file.source("word/styles.xml");
    for wanted in ["Garamond", "Gill &lt;Sans&gt;", "5B1A1A", "en-US"] {
        assert!(styles.contains(wanted), "{wanted}");
    }
    assert!(!styles.contains("Cambria") && !styles.contains("1F4068"));
    assert!(file.source("word/document.xml").contains("w:w=\"12240\""));
    assert!(file.source("word/footer.xml").contains("Ash &amp; Oak LLP · "));
    assert!(file.words().ends_with("Regulated.\nEverywhere.\n"));
    assert_eq!(file.bytes("word/media/picture1.png"), dots);
}

#[test]
fn what_is_no_style_is_told() {
    let wrong = read(r#"(colours: (ink: "navy"))"#).expect_err("no colour");
    assert!(wrong.contains("`navy` is no colour: write # and six hexadecimal digits"), "{wrong}");
    assert!(read("(colour: ())").is_err());
    for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0", &[0; 40]] {
        assert_eq!(Logo::of_png(bytes.to_vec()), None);
    }
}

#[test]
fn every_page_says_whose_and_which() {
    let document = full();
    let file = made(&document);
    let said = |name: &str| -> String {
        named(file.part(name).root(), "t").filter_map(|text| text.text()).collect()
    };
    assert_eq!(said("word/header.xml"), format!("Matter{}", document.marking.edition.as_str()));
    assert_eq!(said("word/footer.xml"), format!("{}1 of 1", document.marking.legend.as_str()));
    let footer = file.part("word/footer.xml");
    let fields: Vec<_> = named(footer.root(), "fldSimple").map(|field| attribute(field, "instr")).collect();
    assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
}

#[test]
fn a_long_matter_is_cut_in_the_running_head_only() {
    let long = "A matter without end ".repeat(40);
    let file = made(&document(&long, &[]));
    assert!(file.words().contains(long.trim()));
    assert!(file.source("word/header.xml").len() < 1500);
}

#[test]
fn the_file_names_what_it_is_and_no_author() {
    let file = made(&document("Matter <1>", &everywhere("x")));
    let core = file.part("docProps/core.xml");
    let said: Vec<(&str, &str)> = core
        .root_element()
        .children()
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    assert_eq!(said[0], ("title", "Matter <1>"));
    assert_eq!(said[1].0, "subject");
    assert_eq!(said[2], ("language", "en"));
    let names: Vec<&str> = said.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["title", "subject", "language", "created", "modified"]);
}

/// The words on a tint, and those that carry a colour, can be read: WCAG asks for 4.5 to 1.
#[test]
fn the_house_colours_can_be_read() {
    let colours = DocxStyle::default().colours;
    let of = [
        &colours.ink,
        &colours.text,
        &colours.quiet,
        &colours.blocker,
        &colours.high,
        &colours.medium,
        &colours.low,
    ];
    for colour in of {
        for ground in ["FFFFFF", colours.tint.digits()] {
            let contrast = (luminance(ground) + 0.05) / (luminance(colour.digits()) + 0.05);
            assert!(contrast >= 4.5, "{colour:?} on {ground}: {contrast}");
        }
    }
}

fn luminance(digits: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}
