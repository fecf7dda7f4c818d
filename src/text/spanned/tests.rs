use proptest::prelude::*;

use super::*;
use crate::text::Source;

fn words(source: &Source) -> Vec<Spanned<String>> {
    source.ron(3).expect("the list is valid RON")
}

#[test]
fn a_spanned_text_knows_its_bytes() {
    let source = Source::new("a.ron", "\u{feff}[ \"é\", \"two\" ]");
    let span = words(&source)[1].span.expect("a plain string has a span");
    assert_eq!((span.file, &source.text[span.start..span.end]), (3, "two"));
    assert_eq!(source.line_column(span.start), (1, 9));
}

#[test]
fn a_part_of_a_text_is_pointed_at_where_nothing_in_it_is_escaped() {
    let source = Source::new("a.ron", r#"["a {b}", "\u{e9} {b}"]"#);
    let marked = |word: &Spanned<String>| {
        let at = word.find('{').expect("there is a brace");
        let span = word.place_of(at..word.len()).expect("it has a place");
        &source.text[span.start..span.end]
    };
    assert_eq!(words(&source).iter().map(marked).collect::<Vec<_>>(), ["{b}", r"\u{e9} {b}"]);
    assert_eq!(Spanned::from("x").place_of(0..1), None);
}

#[test]
fn what_is_no_text_is_not_taken_for_one() {
    // Escapes that can't be read are left for the parser; an escape in a comment or a raw text is none.
    for (text, wanted) in [
        (r#"["\q"]"#, None),
        (r#"["\u{110000}"]"#, None),
        (
            r#"[/* "\n" */ "a", // "\n"
            r"\n"]"#,
            Some(vec!["a", r"\n"]),
        ),
        ("[\"a\\\r\n   b\"]", Some(vec!["ab"])),
    ] {
        let read: Option<Vec<Spanned<String>>> = Source::new("a.ron", text).ron(0).ok();
        let read = read.map(|words| words.into_iter().map(|word| word.value).collect::<Vec<_>>());
        assert_eq!(read, wanted.map(|words| words.into_iter().map(str::to_owned).collect()), "{text}");
    }
    assert!(
        Source::new("a.json", r#"["\x41"]"#).json::<Vec<Spanned<String>>>(0).is_err(),
        "RON's escape, not JSON's"
    );
}

/// How a text is written.
#[derive(Debug, Clone, Copy)]
enum Style {
    Plain,
    Some,
    All,
    Raw,
}

fn literal(value: &str, style: Style, json: bool) -> String {
    let escape = |c: char| {
        if json { format!("\\u{:04x}", u32::from(c)) } else { format!("\\u{{{:x}}}", u32::from(c)) }
    };
    let written = |(at, c): (usize, char)| match (style, c) {
        (_, '"' | '\\') => format!("\\{c}"),
        (_, '\n') => "\\n".to_owned(),
        (Style::All, _) => escape(c),
        (Style::Some, _) if at % 3 == 1 => escape(c),
        _ => c.to_string(),
    };
    match style {
        Style::Raw if !json => format!("r##\"{value}\"##"),
        _ => format!("\"{}\"", value.chars().enumerate().map(written).collect::<String>()),
    }
}

proptest! {
    /// The same few words again and again, so that a text would be found in the place of another.
    #[test]
    fn never_a_wrong_place(
        texts in proptest::collection::vec(
            (
                proptest::sample::select(vec!["a", "", "é\"", "\\", "b\nc", "// a", "[\"a\"]", "/*"]),
                proptest::sample::select(vec![Style::Plain, Style::Some, Style::All, Style::Raw]),
                proptest::sample::select(vec!["", " ", "\n", "/* \"\\n\" */", "// \"\\u{61}\" é\n"]),
            ),
            0..12,
        ),
        json: bool,
    ) {
        let mut text = "[".to_owned();
        let mut wanted = Vec::new();
        for (value, style, between) in texts {
            text += if json { between.trim_start_matches(|c| c != '\n') } else { between };
            let written = literal(value, style, json);
            let quote = written.find('"').unwrap_or_default();
            let quotes = quote + 1..written.len() - if quote > 0 { quote } else { 1 };
            wanted.push((value.to_owned(), text.len() + quotes.start, text.len() + quotes.end));
            text += &(written + ",");
        }
        let text = if json { text.trim_end_matches(',').to_owned() + "]" } else { text + "]" };
        let source = Source::new("a", text);
        let read: Vec<Spanned<String>> =
            if json { source.json(0).expect("it is JSON") } else { source.ron(0).expect("it is RON") };
        let found: Vec<_> = read
            .into_iter()
            .map(|word| {
                let span = word.span.expect("every text has a place");
                (word.value, span.start, span.end)
            })
            .collect();
        prop_assert_eq!(found, wanted, "{}", source.text);
    }
}

#[test]
fn a_character_is_found_where_its_escape_stands() {
    let ron = r#""a\"\u{e9}\x41\n日\u{202e}\\z""#;
    let json = r#""a\"\u00e9A\n日\u202e\\z\ud83d\udc4d""#;
    let raw = "r\"a\\u{7}\u{202e}\"";
    let read = |text: &str, is_json: bool| -> Spanned<String> {
        let source = Source::new("a", text);
        if is_json { source.json(0).expect("it is JSON") } else { source.ron(0).expect("it is RON") }
    };
    for (text, is_json, c, wanted) in [
        (ron, false, 'a', "a"),
        (ron, false, '"', "\\\""),
        (ron, false, 'é', r"\u{e9}"),
        (ron, false, 'A', r"\x41"),
        (ron, false, '日', "日"),
        (ron, false, '\u{202e}', r"\u{202e}"),
        (ron, false, 'z', "z"),
        (json, true, '\u{202e}', r"\u202e"),
        (json, true, '👍', r"\ud83d\udc4d"),
        (raw, false, '\u{202e}', "\u{202e}"),
    ] {
        let value = read(text, is_json);
        let at = value.find(c).expect("it is in the text");
        let place = value.place_in(text, at..at + c.len_utf8()).expect("it has a place");
        assert_eq!(&text[place.start..place.end], wanted, "{text}");
    }
}
