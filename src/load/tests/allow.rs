//! Allowances: which warnings they cover, and what is wrong with those that cover none.

use super::lint::places;
use super::*;

/// What is left of what lint says, with comments put into the profile's stage.
fn left(changes: &[(&str, &str)]) -> Vec<String> {
    let mut sources = little();
    // Nothing reads the affiliate.
    sources[RISK].text = sources[RISK].text.replacen(r#"applies: Not(Yes("affiliate")),"#, "", 1);
    for (from, to) in changes {
        assert!(sources[PROFILE].text.contains(from), "the profile has no {from}");
        sources[PROFILE].text = sources[PROFILE].text.replacen(from, to, 1);
    }
    let Checked { sources, diagnostics, questionnaire } = super::super::check(sources, TODAY);
    let diagnostics = allowed(diagnostics, &sources);
    places(&Checked { sources, questionnaire, diagnostics })
}

const LINE: &str = "        Question(id: \"affiliate\"";
const UNREAD: &str = "unused-question: affiliate";

/// That comment in the line above.
fn above(comment: &str) -> Vec<String> {
    left(&[(LINE, &format!("{comment}\n{LINE}"))])
}

#[test]
fn a_warning_is_allowed_in_its_line_and_in_the_next_one_that_holds_something() {
    assert_eq!(left(&[]), [UNREAD]);
    let allow = "// allow(unused-question): told in the report as it is";
    for comment in [
        allow.to_owned(),
        format!("{allow}\n\n   \n  // Something else.\n"),
        format!("/* and */ {allow}"),
        format!("{allow}\n/* two\nlines */"),
        "//allow( unused-question ):x".to_owned(),
        "  //   allow(unused-question) : x\r".to_owned(),
        "// Allow(unused-question): x".to_owned(),
        "// allow (unused-question): x".to_owned(),
        "/// ALLOW (unused-question): x".to_owned(),
        "/* allow(unused-question): x */".to_owned(),
        "/* allow(unused-question):\n x */".to_owned(),
    ] {
        assert_eq!(above(&comment), [""; 0], "{comment}");
    }
    let question =
        "Question(id: \"affiliate\", ask: \"An affiliate?\", why: \"Trust.\", source: [\"T1\"], kind: YesNo,";
    assert_eq!(left(&[(question, &format!("{question} {allow}"))]), [""; 0], "in the line itself");
}

#[test]
fn an_allowance_that_covers_nothing_is_told() {
    let unused = ["unused-allowance: unused-question", UNREAD];
    let home = "Question(id: \"home\"";
    let allow = "// allow(unused-question): x";
    assert_eq!(left(&[(home, &format!("{allow}\n{home}"))]), unused, "on another line");
    // A comment behind something covers its own line only.
    assert_eq!(left(&[("kind: Country),", &format!("kind: Country), {allow}"))]), unused);
    assert_eq!(
        above("// allow(unused-option): x"),
        ["unused-allowance: unused-option", UNREAD],
        "of another code"
    );
    assert_eq!(above(&format!("{allow}\n{allow}")), ["unused-allowance: unused-question"], "one is enough");
    assert_eq!(
        left(&[("    ],\n)", &format!("    ],\n)\n{allow}"))]),
        [UNREAD, "unused-allowance: unused-question"]
    );
}

#[test]
fn only_comments_allow() {
    let hint = r#"hint: "As {role} in {home}.""#;
    for (from, to) in [
        (hint, r#"hint: "As {role} in {home}. // allow(unused-question): x""#),
        (LINE, "// Nothing to allow here: the question is unused.\n        Question(id: \"affiliate\""),
    ] {
        assert_eq!(left(&[(from, to)]), [UNREAD], "{to}");
    }
}

#[test]
fn what_looks_like_an_allowance_and_is_none_is_told() {
    for comment in [
        "// Please allow(unused-question): x",
        "/* Mr. Smith: allow(unused-question) */",
        "// allow: unused-question",
        "// allow[unused-question]: x",
        "// allow unused-question, it is told",
    ] {
        let told = above(comment);
        assert!(
            told.len() == 2 && told[0].to_lowercase() == "allowance-unread: allow",
            "{comment}: {told:?}"
        );
    }
}

#[test]
fn one_comment_may_allow_several_codes() {
    let both = "// allow(unused-question, unused-option): x";
    assert_eq!(above(both), ["unused-allowance: unused-option"]);
    assert_eq!(above("// allow( unused-qestion,unused-question ): x"), ["unknown-code: unused-qestion"]);
    assert_eq!(
        above("// allow(unused-question, unused-option)"),
        ["allowance-without-reason: unused-question", "unused-allowance: unused-option"]
    );
}

/// Above `Question(` an allowance is about the question, whose id stands in the next line; what stands further down has
/// its own line.
#[test]
fn an_allowance_above_an_opening_bracket_covers_the_line_below_it() {
    let allow = "// allow(unused-question): x";
    let broken = |before: &str, behind: &str, between: &str| {
        left(&[(LINE, &format!("{before}\nQuestion({behind}\n{between}id: \"affiliate\""))])
    };
    for (before, behind, between) in
        [(allow, "", ""), ("", allow, ""), (allow, "// A comment.", "\n// Another one.\n")]
    {
        assert_eq!(broken(before, behind, between), [""; 0], "{before} {behind} {between}");
    }
    let further = broken(allow, "", "hint: \"H\",\n");
    assert_eq!(further, ["unused-allowance: unused-question", UNREAD], "two lines below");
}

#[test]
fn an_allowance_says_why_and_names_a_code() {
    for comment in
        ["// allow(unused-question)", "// allow(unused-question):  ", "// allow(unused-question) because"]
    {
        assert_eq!(above(comment), ["allowance-without-reason: unused-question"], "{comment}");
    }
    assert_eq!(above("// allow(unused-qestion): x"), ["unknown-code: unused-qestion", UNREAD]);
    assert_eq!(above("// allow(): x"), ["unknown-code: ", UNREAD]);
    assert_eq!(above("// allow(unused-question"), ["allowance-without-reason: unused-question"]);
}

#[test]
fn an_error_stays() {
    let wrong = (r#"Is("role", "customer")"#, r#"Yes("role")"#);
    let comment = |code: &str| format!("// allow({code}): x\n            when: All");
    let told = left(&[wrong, ("            when: All", &comment("wrong-kind"))]);
    assert_eq!(told, ["unused-allowance: wrong-kind", "wrong-kind: role"]);
    // Names are not resolved, so nobody knows what is used.
    assert_eq!(left(&[wrong, ("            when: All", &comment("unused-question"))]), ["wrong-kind: role"]);
}

#[test]
fn what_a_file_as_a_whole_gives_is_allowed_at_its_top() {
    let told = |text: &str| {
        let stray = Source::new("little/profile.ron", text);
        let Checked { sources, diagnostics, .. } = check(little().into_iter().chain([stray]).collect());
        allowed(diagnostics, &sources).iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!(told("()"), ["unread-file"]);
    assert_eq!(told("// allow(unread-file): a draft\n()"), [""; 0]);
    assert_eq!(told("()\n// allow(unread-file): a draft\n()"), ["unread-file", "unused-allowance"]);
}

#[test]
fn what_is_said_of_an_allowance() {
    let all = [
        ("// allow(unused-question)", LINE),
        ("// allow(unused-qestion): x", LINE),
        ("// allow(wrong-kind): x", LINE),
        ("// allow(unused-term): x", LINE),
    ];
    let lines: Vec<String> = all.iter().map(|(comment, _)| (*comment).to_owned()).collect();
    let mut sources = little();
    sources[PROFILE].text = sources[PROFILE].text.replacen(LINE, &format!("{}\n{LINE}", lines.join("\n")), 1);
    sources[RISK].text = sources[RISK].text.replacen(r#"applies: Not(Yes("affiliate")),"#, "", 1);
    let Checked { sources, diagnostics, .. } = super::super::check(sources, TODAY);
    insta::assert_snapshot!(draw(&allowed(diagnostics, &sources), &sources, false), @r#"
        warning[allowance-without-reason]: It isn't said why `unused-question` is allowed here
         --> little/stages/1-profile.ron:7:10
          |
        7 | // allow(unused-question)
          |          ^^^^^^^^^^^^^^^ why?
          |
          = help: Write the reason behind a colon: // allow(unused-question): …

        warning[unknown-code]: There is no code `unused-qestion`
         --> little/stages/1-profile.ron:8:10
          |
        8 | // allow(unused-qestion): x
          |          ^^^^^^^^^^^^^^ no such code
          |
          = help: Did you mean `unused-question`?

        warning[unused-allowance]: `wrong-kind` is an error, and only warnings can be allowed
         --> little/stages/1-profile.ron:9:10
          |
        9 | // allow(wrong-kind): x
          |          ^^^^^^^^^^ an error
          |
          = help: Mend what is wrong, and take the comment out

        warning[unused-allowance]: `unused-term` doesn't arise here
          --> little/stages/1-profile.ron:10:10
           |
        10 | // allow(unused-term): x
           |          ^^^^^^^^^^^ nothing to allow
           |
           = help: Take the comment out, or move it to the line that the warning names
    "#);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_looked_through_for_allowances(
        text in "(// |/\\*|allow\\(|unused-term|bad-id|\\)|:|why|\n|\"|\\*/|é| |x,){0,20}",
    ) {
        let sources = [Source::new("a.ron", text)];
        for one in allowed(Vec::new(), &sources) {
            let span = one.span.expect("it has a place");
            proptest::prop_assert!(sources[0].text.get(span.start..span.end).is_some());
        }
    }
}
