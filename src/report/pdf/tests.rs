//! What is typeset is read back from the pages, so that what is on them is what the document says.

mod wrong;

use typst::layout::{Frame, FrameItem, Point};

use super::*;
use crate::model::{Act, Value};
use crate::report::fixture::{notes, option, says, words};
use crate::report::none_elsewhere;
use crate::report::tests::{document, texts};

const TOP: f64 = 27.0;
const BOTTOM: f64 = 297.0 - 24.0;

fn made(document: &Document, template: &Template) -> Pdf {
    pdf(document, Means { template, fonts: &none_elsewhere })
        .unwrap_or_else(|broken| panic!("{}", drawn(&broken)))
}

fn drawn(broken: &Broken) -> String {
    crate::diagnostic::draw(&broken.diagnostics, &broken.sources, false)
}

fn whole() -> Vec<Act> {
    vec![
        says("role", option("customer")),
        says("work", words("Firmware & <b>drivers</b> for #read(\"/etc/passwd\") $x$ *pumps*\nand more")),
        says("shared", Value::YesNo(true)),
        says("partner_name/a", words("Acme [link](x) @trips-39")),
        says("partner_nda/a", Value::YesNo(false)),
        says("partner_name/b", words("Binh – ≥ 5 × Ω Жук")),
        says("partner_nda/b", Value::YesNo(true)),
        notes("shared", "Ask again: 75 %_sure_?"),
    ]
}

/// Letters and digits: where lines end, and how, is not what is asked here.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

/// What stands on the pages between their heads and their feet.
fn set(document: &Document, template: &Template) -> String {
    let (office, _) = office(template, Fonts::at_hand(template), data::told(document, template));
    let pages = typeset(&office).unwrap_or_else(|broken| panic!("{}", drawn(&broken)));
    let mut text = String::new();
    pages.pages().iter().for_each(|page| read(&page.frame, Point::zero(), &mut text));
    letters(&text)
}

fn read(frame: &Frame, from: Point, text: &mut String) {
    for (at, item) in frame.items() {
        let at = from + *at;
        match item {
            FrameItem::Group(group) => read(&group.frame, at, text),
            FrameItem::Text(item) if (TOP..BOTTOM).contains(&at.y.to_mm()) => text.push_str(&item.text),
            _ => {}
        }
    }
}

#[test]
fn everything_that_the_document_says_stands_on_the_pages() {
    let document = document("Pumps: Kiel → Hải Phòng", &whole());
    let told = set(&document, &Template::built_in());
    for text in texts(&document) {
        // What a drawing shows is in its words, which no page shows.
        assert!(told.contains(&letters(text.as_str())), "{:?} is lost", text.as_str());
    }
}

#[test]
fn the_file_says_what_it_keeps_to_and_is_the_same_again() {
    let document = document("t", &whole());
    let (once, again) = (made(&document, &Template::built_in()), made(&document, &Template::built_in()));
    assert!(once == again, "the same document gives the same bytes");
    let bytes = String::from_utf8_lossy(&once.bytes);
    for kept in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "/StructTreeRoot", "/Lang"] {
        assert!(bytes.contains(kept), "{kept}");
    }
    assert!(!bytes.contains("dc:creator") && !bytes.contains("/Author"), "nobody is named as its author");
    assert!(once.lacking.is_empty());
}

#[test]
fn what_no_font_shows_is_told_by_number_and_listed() {
    let hostile = format!(
        "中文 العربية 👩‍👩‍👧 \u{e000} \u{202e}gpj.exe\u{1b}[31m x\u{301} \u{94d}क्ष {} {}",
        "W".repeat(5_000),
        "]]> =cmd|'/C calc'!A0 ".repeat(200)
    );
    let document = document(
        "<script>\"中\"</script>",
        &[says("role", option("customer")), says("work", words(&hostile))],
    );
    let pdf = made(&document, &Template::built_in());
    for lacking in ['中', '文', 'ع', '👩', '\u{e000}', 'क', '\u{94d}'] {
        assert!(pdf.lacking.contains(&lacking), "{lacking:?} in {:?}", pdf.lacking);
    }
    assert!(!pdf.lacking.contains(&'\u{301}') && !pdf.lacking.contains(&'\u{200d}'));
    let told = set(&document, &Template::built_in());
    for stands in ["U4E2D", "U6587", "UE000", "gpjexe", "cmdCcalcA0cmd", &"W".repeat(5_000)] {
        assert!(told.contains(stands), "{stands}");
    }
    let end = letters(label::LACKING);
    assert!(told.rsplit(&end).next().is_some_and(|numbers| numbers.contains("U4E2D")), "its end says so");
}

#[test]
fn fonts_are_asked_for_elsewhere_only_where_those_at_hand_lack_something() {
    let asked = std::cell::RefCell::new(Vec::new());
    let elsewhere = |wanted: &BTreeSet<char>| {
        asked.borrow_mut().push(wanted.clone());
        // A file that is no font is passed over.
        vec![(b"no font".to_vec(), 0)]
    };
    let built_in = Template::built_in();
    let plain = document("t", &[says("role", option("vendor"))]);
    pdf(&plain, Means { template: &built_in, fonts: &elsewhere }).expect("it can be made");
    assert_eq!(asked.borrow().len(), 0);
    let strange = document("中", &[says("role", option("vendor"))]);
    assert_eq!(
        pdf(&strange, Means { template: &built_in, fonts: &elsewhere }).expect("it can be made").lacking,
        ['中']
    );
    assert_eq!(*asked.borrow(), [BTreeSet::from(['中'])]);
}

/// Names whose letters a drawing can't be lettered with: marks upon letters, signs of two characters, other scripts.
#[test]
fn figures_with_letters_that_cannot_be_drawn_are_tables() {
    for name in ["Ọ́lá Ltd", "I ❤️ Code", "Lietuvių į́", "☺\u{200d}☻ x", "हिन्दी Ltd"]
    {
        let acts = [
            says("role", option("customer")),
            says("partner_name/a", words(name)),
            says("partner_nda/a", Value::YesNo(false)),
            says("partner_name/b", words("Acme")),
            says("partner_nda/b", Value::YesNo(true)),
        ];
        let document = document("t", &acts);
        made(&document, &Template::built_in());
        let told = set(&document, &Template::built_in());
        assert!(told.contains("Partnerssidebyside") && told.contains("Acme"), "{name}: {told}");
    }
}
