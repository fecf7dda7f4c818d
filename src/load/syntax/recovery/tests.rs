use proptest::prelude::*;

use super::*;
use crate::model::{Clause, Stage};

const QUESTION: &str = r#"
        // a [comment], "with" signs
        Question(id: "q{}", ask: "What, (exactly) is it]?", why: "Because\
            of it.", source: ["T1", "T2"],
            kind: Choice([(id: "a", label: "A"), (id: "b", label: r"B\")]),
            when: All([Yes("q0"), Any([No("q0"), Is("q0", "a")])])),"#;
const RULE: &str = r#"
        Rule(id: "r{}", severity: High, when: OneOf("q0", ["a", "b"]), title: "It's so", because: "Because.",
            action: Action(what: "\"Do\" it.", who: Counsel, before: "signing"), source: ["T1"]),"#;

/// Faults that an author can make within a question or a rule, none of which hides where it ends.
const OF_QUESTIONS: [(&str, &str); 15] = [
    ("ask:", "aks:"),
    (r#"ask: "What, (exactly) is it]?", "#, ""),
    ("kind:", "ask: \"x\", kind:"),
    ("Choice(", "Choise("),
    ("Question(", "Query("),
    (r#"["T1", "T2"]"#, r#""T1""#),
    (r#"Yes("q0")"#, "Yes(5)"),
    (r#"Yes("q0")"#, r#"Yes("q0", "x")"#),
    (r#", label: "A""#, ""),
    ("label: r", "lable: r"),
    (r#"it.", source"#, r#"it." source"#),
    ("of it", r"\q of it"),
    (r#"id: "a""#, "id: a"),
    ("when: ", "when = "),
    (r#"Any([No("q0"), Is("q0", "a")])"#, r#"Any(No("q0"))"#),
];
const OF_RULES: [(&str, &str); 7] = [
    ("High", "Grave"),
    ("because:", "becuase:"),
    (r#"["a", "b"]"#, r#"["a", 5]"#),
    (r#"["a", "b"]"#, r#"["a" "b"]"#),
    ("Action(", "Act("),
    (r#"before: "signing""#, ""),
    ("who: Counsel", "who: \"Counsel\""),
];

/// Parts of a stage, each with a fault or none; and where each of them stands.
fn stage(questions: &[Option<usize>], rules: &[Option<usize>]) -> (Source, Vec<Range<usize>>) {
    let mut text = r#"Stage(id: "s", title: "S", intro: "I", questions: ["#.to_owned();
    let mut places = Vec::new();
    let mut add = |text: &mut String, template: &str, number: usize, fault: Option<(&str, &str)>| {
        let sound = template.replacen("{}", &number.to_string(), 1);
        let (from, to) = fault.unwrap_or_default();
        assert!(sound.contains(from), "{from} is not in {sound}");
        let written = sound.replacen(from, to, 1);
        places.push(text.len()..text.len() + written.len());
        *text += &written;
    };
    for (number, fault) in questions.iter().enumerate() {
        add(&mut text, QUESTION, number, fault.map(|fault| OF_QUESTIONS[fault]));
    }
    text += "\n    ],\n    rules: [";
    for (number, fault) in rules.iter().enumerate() {
        add(&mut text, RULE, number, fault.map(|fault| OF_RULES[fault]));
    }
    (Source::new("stages/1.ron", text + "\n    ],\n)\n"), places)
}

proptest! {
    #[test]
    fn faults_in_different_elements_are_each_told_once_in_their_element(
        questions in proptest::collection::vec(proptest::option::of(0..OF_QUESTIONS.len()), 0..8),
        rules in proptest::collection::vec(proptest::option::of(0..OF_RULES.len()), 0..8),
    ) {
        let (source, places) = stage(&questions, &rules);
        let (read, problems) = parse_all::<Stage>(&source, 0);
        let faults = questions.iter().chain(&rules);
        let wanted: Vec<_> = places.into_iter().zip(faults).filter(|(_, fault)| fault.is_some()).collect();
        prop_assert_eq!(problems.len(), wanted.len(), "{:#?}\n{}", problems, source.text);
        for (problem, (place, fault)) in problems.iter().zip(wanted) {
            let span = problem.span.expect("every error has a place");
            prop_assert!(place.start <= span.start && span.end <= place.end, "{:?} {:?} {}", fault, problem, source.text);
        }
        let read = read.expect("what is sound is read");
        let ids = |faults: &[Option<usize>], letter: &str| -> Vec<String> {
            let sound = faults.iter().enumerate().filter(|(_, fault)| fault.is_none());
            sound.map(|(number, _)| format!("{letter}{number}")).collect()
        };
        for id in ids(&questions, "q") {
            prop_assert!(read.questions.iter().any(|question| question.id.value == id && question.kind.options().len() == 2));
        }
        for id in ids(&rules, "r") {
            prop_assert!(read.rules.iter().any(|rule| rule.id.value == id));
        }
    }

    /// The words at which something is wrong differ, so an error that follows from another would be told beside it.
    #[test]
    fn where_a_quote_or_bracket_is_missing_nothing_is_invented(
        count in 1usize..6, at in 0usize..6, sign in proptest::sample::select(vec!['"', '(', ')', '[', ']']), which in 0usize..20,
    ) {
        let (source, places) = stage(&vec![None; count], &vec![None; count]);
        let element = &places[at % count];
        let bytes = source.text.as_bytes();
        let own = element.start + 40..element.end;
        let signs: Vec<usize> = own.filter(|&byte| bytes[byte] == sign as u8).collect();
        let mut text = source.text.clone();
        text.remove(signs[which % signs.len()]);
        let (_, problems) = parse_all::<Stage>(&Source::new("a", text.clone()), 0);
        prop_assert!(problems.len() <= 1, "{:#?}\n{}", problems, text);
    }
}

fn told(text: &str) -> Vec<(&'static str, String)> {
    let (_, problems) = parse_all::<Vec<Clause>>(&Source::new("clauses.ron", text), 0);
    let word = |problem: &Diagnostic| {
        problem.span.map_or_else(String::new, |span| text[span.start..span.end].to_owned())
    };
    problems.iter().map(|problem| (problem.code, word(problem))).collect()
}

#[test]
fn what_comes_before_a_bracket_that_is_missing_is_told_and_then_the_bracket() {
    let good = r#"(id: "a", title: "A", settles: "S", source: ["T1"]),"#;
    let wrong = good.replace("title", "titel");
    let cases = [
        (format!("[{wrong}{good}{wrong}]"), vec![("unknown-field", "titel"); 2]),
        (
            format!("[{wrong}{}{wrong}]", good.replace("]),", "],")),
            vec![("unknown-field", "titel"), ("syntax", "(")],
        ),
        (format!("[{wrong}{good}"), vec![("unknown-field", "titel"), ("syntax", "[")]),
        (format!("[{wrong}{good}] ]"), vec![("unknown-field", "titel"), ("syntax", "]")]),
        (
            format!("[{}\n{good}{wrong}]", good.trim_end_matches(',')),
            vec![("syntax", "("), ("unknown-field", "titel")],
        ),
        (format!("[{good}, {wrong}]"), vec![("wrong-type", ","), ("unknown-field", "titel")]),
    ];
    for (text, wanted) in cases {
        let wanted: Vec<_> = wanted.into_iter().map(|(code, word)| (code, word.to_owned())).collect();
        assert_eq!(told(&text), wanted, "{text}");
    }
}

#[test]
fn so_many_errors_are_told_and_no_more() {
    let text = format!("[{}]", "(id: 5),\n".repeat(2 * MOST));
    assert_eq!(told(&text).len(), MOST);
    let huge = format!("[{}{}]", "(id: 5),\n".repeat(MOST), "/* long */".repeat(400_000));
    assert_eq!(told(&huge).len(), 9, "a file of 4 MB is read nine times at most");
}
