//! What is told of a change; and that the fates are those that a replay metes out.

mod edits;
mod replayed;

use std::sync::Arc;

use super::*;
use crate::engine::fixture::{parse, questionnaire};
use crate::model::Comparison;

const STAGES: &str = include_str!("../engine/fixture/stages.ron");
const COMPARISON: &str = include_str!("../engine/fixture/comparison.ron");

/// The engine's fixture with these words in place of those, wherever they stand.
fn with(replace: &[(&str, &str)]) -> Questionnaire {
    let both = format!("{STAGES}\n----\n{COMPARISON}");
    let both = replace.iter().fold(both, |text, (from, to)| {
        assert!(text.contains(from), "{from} stands in the fixture");
        text.replace(from, to)
    });
    let (stages, comparison) = both.split_once("\n----\n").expect("both");
    (*questionnaire(stages)).clone().comparing(Some(parse::<Comparison>(comparison)))
}

/// What changed, each in a few words: `question role ask`.
fn told(changed: &[Changed], under: &str, out: &mut Vec<String>) {
    for one in changed.iter().filter(|one| !one.is_same()) {
        let name = format!("{under}{} {}", one.role, one.id);
        let name = name.trim_end();
        match one.presence {
            Presence::Added => out.push(format!("+ {name}")),
            Presence::Removed => out.push(format!("- {name}")),
            Presence::Both => {}
        }
        out.extend(one.was.iter().map(|was| format!("{name} was {was}")));
        out.extend(one.moved.iter().map(|moved| match moved {
            Move::Stage { from, to } => format!("{name} from {from} to {to}"),
            Move::Behind(before) => format!("{name} behind {}", before.as_deref().unwrap_or("nothing")),
        }));
        out.extend(one.perhaps.iter().map(|other| format!("{name} perhaps {other}")));
        out.extend(one.fields.iter().map(|field| format!("{name} {}", field.name)));
        told(&one.parts, &format!("{name} / "), out);
    }
}

fn all_told(diff: &Diff) -> Vec<String> {
    let mut out = Vec::new();
    told(&diff.questions, "", &mut out);
    diff.others.iter().for_each(|(_, changed)| told(changed, "", &mut out));
    out
}

/// The fates that are not plain, each in a few words.
fn fates_told(diff: &Diff) -> Vec<String> {
    let words = |fate: &Fate| {
        let mut parts: Vec<String> = fate.because.iter().map(ToString::to_string).collect();
        parts.extend(fate.parked_where.iter().map(|one| format!("parked where {one}")));
        parts.extend(fate.hangs_on.iter().map(|gate| format!("hangs on {gate}")));
        let told = format!("{} {}: {}", fate.question, fate.verdict.name(), parts.join("; "));
        (!parts.is_empty()).then_some(told)
    };
    diff.fates.iter().filter_map(words).collect()
}

/// Words replaced in the fixture, what is told of it, and the fates that follow.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], &'a [&'a str]);

fn check(cases: &[Case<'_>]) {
    for (replace, changes, fates) in cases {
        let diff = diff(&with(&[]), &with(replace));
        assert_eq!(all_told(&diff), *changes, "{replace:?}");
        assert_eq!(fates_told(&diff), *fates, "{replace:?}");
    }
}

#[test]
fn a_questionnaire_is_the_same_as_itself() {
    let diff = diff(&with(&[]), &with(&[]));
    assert!(diff.is_empty() && diff.opens());
    assert_eq!((fates_told(&diff), diff.fates.len()), (Vec::new(), with(&[]).questions().count()));
    assert!(diff.fates.iter().all(|fate| fate.verdict == Verdict::Carried));
}

#[test]
fn whose_law_an_authority_is_is_told() {
    let of = |law: &str| {
        let text = format!(
            r#"[(id: "act", cite: "Act", says: "A.", {law} as_of: "2026-01", review_by: "2027-01")]"#
        );
        let mut questionnaire = Questionnaire::clone(&with(&[]));
        questionnaire.authorities = crate::text::ron_options().from_str(&text).unwrap();
        Arc::new(questionnaire)
    };
    let told = |before: &str, after: &str| all_told(&diff(&of(before), &of(after)));
    let (american, european) = (r#"law_of: Countries(["US"]),"#, r#"law_of: Having("eu_member", ["yes"]),"#);
    for (before, after) in [("", american), (american, european), (european, "")] {
        assert_eq!(told(before, after), ["authority act law_of"], "{before} {after}");
        assert_eq!(told(before, before), [""; 0]);
    }
}

#[test]
fn words_are_told_and_those_of_the_question_are_to_be_confirmed() {
    check(&[
        (
            &[("Which side are you on?", "Whose side?")],
            &["question role ask"],
            &["role reconfirm: its `ask` reads otherwise"],
        ),
        (&[("It decides the rest.", "Much depends on it.")], &["question role why"], &[]),
        (
            &[(r#"label: "Speed""#, r#"label: "Haste", hint: "Soon.""#)],
            &["question goals / option speed label", "question goals / option speed hint"],
            &["goals reconfirm: its option `speed` reads otherwise"],
        ),
        (
            &[(r#"unit: "people""#, r#"unit: "firms""#)],
            &["question size unit"],
            &["size reconfirm: its `unit` reads otherwise"],
        ),
        (
            &[(r#""very""#, r#""quite""#)],
            &["question care high"],
            &["care reconfirm: its `high` reads otherwise"],
        ),
        (&[("Secrets without care", "Careless")], &["rule careless title"], &[]),
        (
            &[("Nobody reads what is secret.", "It is quiet.")],
            &["weighing forum / point arbitration for says"],
            &[],
        ),
        (&[("You are careful.", "Careful.")], &["comparison / criterion secrecy / sign yes"], &[]),
    ]);
}

#[test]
fn what_was_renamed_changes_nothing_where_it_is_said() {
    check(&[
        (
            &[
                (r#""secret""#, r#""hidden""#),
                (r#"(id: "hidden","#, r#"(id: "hidden", was: ["mystery", "secret"],"#),
            ],
            &["question hidden was secret"],
            &[],
        ),
        (
            &[
                (r#""partner_name""#, r#""firm_name""#),
                ("{partner_name}", "{firm_name}"),
                (r#"(id: "firm_name","#, r#"(id: "firm_name", was: ["partner_name"],"#),
            ],
            &["question firm_name was partner_name"],
            &[],
        ),
        (
            &[
                (r#"(id: "cost","#, r#"(id: "price", was: ["cost"],"#),
                (r#""goals", "cost""#, r#""goals", "price""#),
            ],
            &["question goals / option price was cost"],
            &[],
        ),
        (&[(r#"(id: "small","#, r#"(id: "tiny", was: ["small"],"#)], &["rule tiny was small"], &[]),
        (
            &[(r#"id: "register", title"#, r#"id: "assets-stage", title"#)],
            &["stage assets-stage was register"],
            &[],
        ),
    ]);
}

#[test]
fn what_may_have_been_renamed_is_asked_and_not_assumed() {
    check(&[
        (
            &[(r#""goals""#, r#""aims""#)],
            &[
                "- question goals",
                "question goals perhaps aims",
                "+ question aims",
                "question aims perhaps goals",
                "question budget when",
                "rule slow when",
            ],
            &[
                "goals parked: the question is gone",
                "budget reconfirm: it is asked on another condition; hangs on `goals`",
            ],
        ),
        (
            &[(r#""speed""#, r#""pace""#)],
            &[
                "- question goals / option speed",
                "question goals / option speed perhaps pace",
                "+ question goals / option pace",
                "question goals / option pace perhaps speed",
                "rule slow when",
            ],
            &[
                "goals reconfirm: its option `pace` is new; parked where it chose `speed`",
                "budget carried: hangs on `goals`",
            ],
        ),
    ]);
}

#[test]
fn logic_is_told_and_so_is_what_hangs_on_it() {
    check(&[
        (
            &[(
                r#"why: "It is cheap there.", source: [],
                when: All([Answered("home"), Not(Is("home", "IN"))])"#,
                r#"why: "It is cheap there.", source: [],
                when: Answered("home")"#,
            )],
            &["question story when"],
            &["story reconfirm: it is asked on another condition"],
        ),
        (
            &[(
                r#"kind: Number(unit: "people", least: 1)"#,
                r#"kind: Number(unit: "people", least: 5, most: 100)"#,
            )],
            &["question size least", "question size most"],
            &[
                "size carried: parked where it is less than 5; parked where it is more than 100",
                "budget carried: hangs on `size`",
            ],
        ),
        (
            &[(r#"source: [], kind: Rows("assets")"#, "source: [], kind: YesNo")],
            &["question partner_receives kind"],
            &["partner_receives parked: its kind was Rows and is YesNo"],
        ),
        (
            &[(
                r#"(id: "speed", label: "Speed")"#,
                r#"(id: "speed", label: "Speed", alone: true, risk: true)"#,
            )],
            &["question goals / option speed alone", "question goals / option speed risk"],
            &[
                "goals carried: parked where it chose `speed` with another one",
                "budget carried: hangs on `goals`",
            ],
        ),
        (
            &[(r#"(id: "partner_audit", row_of: "partners","#, r#"(id: "partner_audit","#)],
            &["question partner_audit row_of"],
            &["partner_audit parked: it is asked once now, not per candidate"],
        ),
    ]);
}

#[test]
fn what_moved_is_told_once_and_nothing_else_is() {
    let secret = r#"(id: "secret", essential: true, ask: "Is any of it secret?", why: "Secrets get lost.", source: [], kind: YesNo),"#;
    let forum = "            (id: \"forum\",";
    let last = "            (id: \"start\",";
    let blank = ("SECRET ", "");
    check(&[
        (
            &[(secret, "SECRET "), (last, &format!("{secret}\n{last}")), blank],
            &["question secret behind budget"],
            &[],
        ),
        (
            &[(secret, "SECRET "), (forum, &format!("{secret}\n{forum}")), blank],
            &["question secret from profile to contract"],
            &[],
        ),
        (
            &[(
                r#"(id: "courts", label: "Courts"), (id: "arbitration", label: "Arbitration")"#,
                r#"(id: "arbitration", label: "Arbitration"), (id: "courts", label: "Courts")"#,
            )],
            &["question forum / option arbitration behind nothing"],
            &[],
        ),
    ]);
}

#[test]
fn lists_and_facts_decide_too() {
    check(&[
        (
            &[(r#"label: "asset_name", most: 3"#, r#"label: "asset_name", most: 4"#)],
            &["repeat assets most"],
            &[
                "partner_nda carried: hangs on the rows of `assets`",
                "partner_audit carried: hangs on the rows of `assets`",
            ],
        ),
        (
            &[(r#"when: Yes("outsource"))],"#, r#"when: Yes("secret"))],"#)],
            &["repeat partners when"],
            &[
                "partner_name carried: hangs on the rows of `partners`",
                "partner_country carried: hangs on the rows of `partners`",
                "partner_nda carried: hangs on the rows of `partners`",
                "partner_receives carried: hangs on the rows of `partners`",
                "partner_twin carried: hangs on the rows of `partners`",
                "exclusive carried: hangs on the rows of `partners`",
                "partner_audit carried: hangs on the rows of `partners`",
                "forum carried: hangs on the rows of `partners`",
                "weigh_secrecy carried: hangs on the rows of `partners`",
                "weigh_place carried: hangs on the rows of `partners`",
            ],
        ),
    ]);
    let by_law = [
        (r#"when: Is("role", "customer"), kind: Country"#, "kind: Country"),
        (
            r#"when: All([Answered("home"), Not(Is("home", "IN"))])"#,
            r#"when: Fact("home", "silent_owner", ["contractor"])"#,
        ),
    ];
    let before = with(&by_law);
    let mut facts = (*before.jurisdictions).clone();
    facts.countries.remove("IN");
    let after = before.clone().with_jurisdictions(facts.into());
    let diff = diff(&before, &after);
    assert!(all_told(&diff).contains(&"- fact IN silent_owner".to_owned()), "{:?}", all_told(&diff));
    assert_eq!(fates_told(&diff), ["story carried: hangs on the fact `silent_owner`"]);
}

#[test]
fn wordings_that_are_alike_stand_in_one_line() {
    let cases = [
        ("Has it signed an NDA?", "Has it signed our NDA?", Some("Has it signed [-an-]{+our+} NDA?")),
        ("Has it signed?", "Has it really signed?", Some("Has it {+really+} signed?")),
        ("Where is it made, and why?", "Where is it made?", Some("Where is it [-made, and why?-]{+made?+}")),
        ("Where is it?", "How large are you?", None),
        ("a  b c", "a b c", Some("a b c")),
    ];
    for (old, new, wanted) in cases {
        assert_eq!(marks(old, new).as_deref(), wanted, "{old} / {new}");
    }
}

/// A chain of questions, of which each hangs on the one before it.
fn chain(length: usize, kind: &str) -> std::sync::Arc<crate::model::Questionnaire> {
    let question = |at: usize| {
        let gate = if at == 0 {
            String::new()
        } else {
            format!(r#", when: All([Yes("q{}"), Answered("x{at}")])"#, at - 1)
        };
        format!(
            r#"(id: "x{at}", ask: "X?", why: "W", source: [], kind: {kind}),
            (id: "q{at}", ask: "Q?", why: "W", source: [], kind: YesNo{gate}),"#
        )
    };
    let questions: String = (0..length).map(question).collect();
    crate::engine::fixture::questionnaire(&format!(
        r#"[(id: "s", title: "S", intro: "I", questions: [{questions}], rules: [])]"#
    ))
}

#[test]
fn of_a_long_chain_the_nearest_gates_are_named_and_that_there_are_others() {
    let told = diff(&chain(100, "YesNo"), &chain(100, "Country"));
    let gates = |question: &str| -> Vec<String> {
        let fate = told.fate(question).expect("a fate");
        fate.hangs_on.iter().map(ToString::to_string).collect()
    };
    assert_eq!(gates("q0"), [""; 0]);
    assert_eq!(gates("q2"), ["`x1`", "`x2`"]);
    let last = gates("q99");
    assert_eq!((last.len(), last[0].as_str(), last[19].as_str()), (21, "`x80`", "`x99`"));
    assert_eq!(last[20], "what changed before those");
}
