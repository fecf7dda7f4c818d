//! Text that tries to be markup stays text, whole, in every format.

use std::collections::BTreeSet;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Node};

use super::{document, plain, texts};
use crate::model::{Act, Answer, Value};
use crate::report::document::Document;
use crate::report::fixture::{at, leaves, notes, option, says, words};
use crate::report::{Template, html, markdown};

pub(super) const NASTY: [&str; 38] = [
    "<script>alert(1)</script>",
    "</style></dd><img src=x onerror=alert(1)>",
    "<!-- ",
    "|",
    " | --- | ",
    "`",
    "\n```\n",
    "~~~",
    "\n# ",
    "\n    indented",
    "\n- ",
    "\n+ ",
    "\n12. ",
    "\n3) ",
    "\n> ",
    "\n---\n",
    "\n===\n",
    "***",
    "*a*",
    "__b__",
    "_",
    "a_b",
    "~~s~~",
    "[x](javascript:alert(1))",
    "![i](http://evil/x.png)",
    "[ref]: http://evil",
    "<http://evil>",
    "&amp;",
    "&#60;",
    "\\",
    "\\\n",
    "$x$",
    "\u{1b}[31m",
    "\u{202e}evil\u{2066}",
    "\r\n",
    "\n\n",
    "日本語 שלום e\u{301}",
    " ",
];

pub(super) fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(&NASTY[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// Free text in every place that holds some: answered, noted, begun, open, parked, in a row's name.
pub(super) fn everywhere(text: &str) -> Vec<Act> {
    vec![
        says("role", option("customer")),
        says("work", words(text)),
        notes("work", text),
        leaves("shared", Answer::AskCounsel),
        notes("shared", text),
        Act::Draft { at: at("shared"), text: text.to_owned() },
        says("partner_name/a", words(text)),
        says("partner_nda/a", Value::YesNo(false)),
        notes("partner_fee/a", text),
        says("partner_name/b", words(text)),
        says("partner_nda/b", Value::YesNo(true)),
        says("plan", option("joint")),
    ]
}

fn html_holds(document: &Document) -> Result<(), TestCaseError> {
    let source = html(document, &Template::built_in());
    let page = Html::parse_document(&source);
    prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
    headings_never_skip_a_level(&page)?;
    let (mut seen, mut ids, mut targets) = (String::new(), BTreeSet::new(), Vec::new());
    for node in page.tree.nodes() {
        match node.value() {
            Node::Text(text) => seen.push_str(text),
            Node::Element(element) if element.name() == "br" => seen.push('\n'),
            Node::Comment(_) => prop_assert!(false, "a comment"),
            _ => {}
        }
        let Node::Element(element) = node.value() else { continue };
        prop_assert!(!["script", "img", "iframe", "object", "form"].contains(&element.name()));
        for (name, value) in element.attrs() {
            prop_assert!(!name.starts_with("on") && name != "src", "{name}");
            match name {
                "id" => prop_assert!(ids.insert(value.to_owned()), "{value} stands twice"),
                "href" if value != "data:," => targets.push(value.trim_start_matches('#').to_owned()),
                _ => {}
            }
        }
    }
    for target in targets {
        prop_assert!(ids.contains(&target), "{target} leads nowhere");
    }
    holds_all(document, &seen)
}

fn headings_never_skip_a_level(page: &Html) -> Result<(), TestCaseError> {
    let names =
        page.tree.nodes().filter_map(|node| node.value().as_element().map(scraper::node::Element::name));
    let levels = names.filter_map(|name| name.strip_prefix('h')?.parse::<usize>().ok());
    let mut before = 0;
    for level in levels {
        prop_assert!(level <= before + 1, "h{level} under h{before}");
        before = level;
    }
    Ok(())
}

fn markdown_holds(document: &Document) -> Result<(), TestCaseError> {
    let source = markdown(document);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_TASKLISTS;
    let mut seen = String::new();
    let mut headings = 0;
    for event in Parser::new_ext(&source, options) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => seen.push('\n'),
            Event::InlineHtml(tag) if &*tag == "<br>" => seen.push('\n'),
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Strong
                | Tag::Emphasis,
            ) => {}
            other => prop_assert!(false, "{other:?} in {source}"),
        }
    }
    let wanted = texts(document).len();
    prop_assert!(headings < wanted);
    holds_all(document, &seen)
}

/// Every text of the document, whole, as often as the document has it: one copy can't stand for another.
pub(super) fn holds_all(document: &Document, seen: &str) -> Result<(), TestCaseError> {
    let seen = plain(seen);
    let wanted: Vec<String> = texts(document).iter().map(|text| plain(text.as_str())).collect();
    let together = wanted.join("\u{1}");
    prop_assert!(!together.contains(['\u{1b}', '\u{202e}', '\r']), "not clean");
    for text in wanted.iter().filter(|text| !text.is_empty()).collect::<BTreeSet<_>>() {
        let (has, needs) = (seen.matches(text).count(), together.matches(text).count());
        prop_assert!(has >= needs, "{text:?} is there {has} times, not {needs}, in {seen:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn words_stay_words(title in nasty(), text in nasty()) {
        let document = document(&title, &everywhere(&text));
        html_holds(&document)?;
        markdown_holds(&document)?;
    }
}

#[test]
fn a_hundred_kilobytes_in_one_answer() {
    let long = NASTY.concat().repeat(400);
    assert!(long.len() > 100_000, "{}", long.len());
    let document = document("t", &[says("work", words(&long))]);
    html_holds(&document).expect("whole and harmless");
    markdown_holds(&document).expect("whole and harmless");
}

#[test]
fn line_breaks_are_kept() {
    let document = document("t", &everywhere("one\ntwo\n\nthree"));
    assert!(html(&document, &Template::built_in()).contains("one<br>two<br><br>three"));
    assert!(markdown(&document).contains("one\\\n  two\n\n  three"));
}

#[test]
fn the_page_asks_for_nothing() {
    let page = html(&document("t", &everywhere("x")), &Template::built_in());
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    assert!(
        !page.contains("http://")
            || page.matches("http://").count() == page.matches("http://www.w3.org/2000/svg").count()
    );
    assert!(!page.contains("https://") && !page.contains("@import") && !page.contains("url(http"));
}
