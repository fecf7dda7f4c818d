use super::*;
use crate::diagnostic::draw;

const JSON: &str = r#"{"answers": [
    {"question": "role", "value": "customer"},
    {"question": "partner_nda_signed", "row": "p1", "state": "dont_know", "note": "Ask \u001bAnn"},
    {"question": "budget", "value": {"amount": 10.5, "currency": "EUR"}},
    {"question": "role", "note": "Really?"},
    {"repeat": "partners", "complete": true}
]}"#;

const RON: &str = r#"// The same.
(answers: [
    (question: "role", value: "customer"),
    (question: "partner_nda_signed", row: "p1", state: "dont_know", note: "Ask \u{1b}Ann"),
    (question: "budget", value: (amount: 10.5, currency: "EUR")),
    (question: "role", note: "Really?"),
    (repeat: "partners", complete: true),
])"#;

fn read(text: &str) -> Result<AnswersFile, Vec<Diagnostic>> {
    answers(&Source::new("answers", text))
}

#[test]
fn json_and_ron_say_the_same() {
    let json = read(JSON).expect("the JSON is sound");
    assert_eq!(json, read(RON).expect("the RON is sound"));
    assert_eq!(
        json.answers[1],
        Stated::Answer {
            question: "partner_nda_signed".into(),
            row: Some("p1".into()),
            said: Some(Said::State(Answer::DontKnow)),
            note: Some("Ask Ann".into()),
            share: None,
            note_share: None,
        }
    );
    assert_eq!(json.answers[4], Stated::Complete { repeat: "partners".into(), complete: true });
}

#[test]
fn answers_know_their_place_in_both() {
    for text in [JSON, RON] {
        let file = read(text).expect("the file is sound");
        let Stated::Answer { question, said: Some(Said::Value(value)), .. } = &file.answers[0] else {
            panic!("the first entry is an answer");
        };
        let written = |span: Option<Span>| span.map(|span| &text[span.start..span.end]);
        assert_eq!((written(question.span), written(value.span())), (Some("role"), Some("customer")));
    }
}

#[test]
fn every_bad_shape_is_refused_at_its_place() {
    let cases = [
        ("{\"answers\": [", "syntax"),
        ("{\"answers\": []} x", "syntax"),
        ("{\"answers\": [{\"question\": \"q\", \"value\": 1e999}]}", "syntax"),
        ("(answers: [", "syntax"),
        ("\u{0}\u{1}", "syntax"),
        ("", "empty-file"),
        ("[]", "wrong-type"),
        ("{\"answers\": {}}", "wrong-type"),
        ("{}", "missing-field"),
        ("{\"answer\": [], \"answers\": []}", "unknown-field"),
        ("(answers: [5])", "wrong-type"),
        ("(answers: [()])", "wrong-type"),
        ("(answers: [(value: 1)])", "missing-field"),
        ("(answers: [(question: \"q\")])", "bad-entry"),
        ("(answers: [(question: \"q\", value: customer)])", "bad-entry"),
        ("(answers: [(question: \"q\", value: 1, state: \"dont_know\")])", "bad-entry"),
        ("(answers: [(question: \"q\", state: \"dontknow\")])", "unknown-state"),
        ("(answers: [(question: \"q\", vaule: 1)])", "unknown-field"),
        ("(answers: [(question: 5, value: 1)])", "wrong-type"),
        ("(answers: [(question: \"q\", row: 1, value: 1)])", "wrong-type"),
        ("(answers: [(question: \"q\", note: 1)])", "wrong-type"),
        ("(answers: [(question: \"q\", value: 1, complete: true)])", "bad-entry"),
        ("(answers: [(repeat: \"r\")])", "missing-field"),
        ("(answers: [(repeat: \"r\", complete: \"yes\")])", "wrong-type"),
        ("(answers: [(repeat: \"r\", question: \"q\", complete: true)])", "bad-entry"),
        ("{\"answers\": [{\"question\": \"q\", \"question\": \"q\", \"value\": 1}]}", "duplicate-field"),
        (
            "(answers: [(question: \"q\", value: 1), (question: \"q\", state: \"dont_know\")])",
            "answered-twice",
        ),
    ];
    for (text, wanted) in cases {
        let found = read(text).expect_err(text);
        let codes: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [wanted], "{text}");
        assert!(found[0].span.is_some() || found[0].file.is_some(), "{text} has no place");
    }
    let bomb = format!("{{\"answers\": {}", "[".repeat(100_000));
    assert_eq!(read(&bomb).expect_err("a bomb is refused")[0].code, "too-deep");
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let text = r#"{"answers": [
    {"question": "role", "valu": "customer"},
    {"question": "role", "state": "dunno"},
    {"question": "home", "state": "dont_know", "value": "IN"}
]}"#;
    let found = read(text).expect_err("three entries are wrong");
    insta::assert_snapshot!(draw(&found, &[Source::new("answers.json", text)], false), @r#"
    error[unknown-field]: `valu` is no field here
     --> answers.json:2:27
      |
    2 |     {"question": "role", "valu": "customer"},
      |                           ^^^^ not a field
      |
      = help: Did you mean `value`?

    error[unknown-state]: `dunno` is no state
     --> answers.json:3:36
      |
    3 |     {"question": "role", "state": "dunno"},
      |                                    ^^^^^ no such state
      |
      = help: There are `dont_know`, `not_applicable` and `ask_counsel`

    error[bad-entry]: The answer to `home` has both a value and a state
     --> answers.json:4:27
      |
    4 |     {"question": "home", "state": "dont_know", "value": "IN"}
      |                           ^^^^^ in this entry
    "#);
}

proptest::proptest! {
    #[test]
    fn no_mutation_makes_it_panic(ron in proptest::bool::ANY, at in 0usize..500, put in "[\\PC]{0,3}|[()\\[\\]{}\"'/*r#\\\\,:]{0,5}") {
        let mut text = if ron { RON } else { JSON }.to_owned();
        text.insert_str(at % text.len(), &put);
        let source = Source::new("a", text);
        if let Err(found) = answers(&source) {
            proptest::prop_assert!(!found.is_empty());
            proptest::prop_assert!(!draw(&found, &[source], false).is_empty());
        }
    }
}
