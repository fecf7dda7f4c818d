//! `safeshore witness` and `check --cases` on a questionnaire of one's own: exact text, and the exit code.

#[path = "desk/folder.rs"]
mod folder;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use safeshore::engine::Interview;
use safeshore::load;
use safeshore::model::Act;
use safeshore::prove::{Effect, Witnesses, all_effects, effects};
use serde_json::{Value as Json, json};

use folder::{Folder, Run};

const MANIFEST: &str = r#"(id: "small", version: "1", title: "Small check", about: "For tests.", article: "An article",
    caution: "None.", milestones: [(id: "signing", label: "the contract is signed")])"#;

const STAGE: &str = r#"(id: "profile", title: "Profile", intro: "Who you are.", questions: [
    (id: "secret", ask: "Is it secret?", why: "It gets lost.", source: ["T1"], kind: YesNo),
    (id: "told", ask: "Who knows it?", why: "Fewer is better.", source: ["T1"], when: Yes("secret"),
        kind: Choice([(id: "us", label: "We"), (id: "all", label: "Everybody")])),
], rules: [
    (id: "leaked", severity: High, when: Is("told", "all"), title: "It is known", because: "No secret any more.",
        source: ["T1"], action: (what: "Give it up.", who: Owner, before: "signing")),
])"#;

struct Desk {
    folder: Folder,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: Folder::new() };
        desk.write("small/questionnaire.ron", MANIFEST);
        desk.write("small/stages/1-profile.ron", STAGE);
        desk.write("small/source.ron", r#"[(id: "T1", theme: "profile", what: "Secrets.")]"#);
        desk
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        self.folder.write(name, text);
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("the file can be read")
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.folder.run(arguments, "")
    }

    fn witness(&self, ids: &[&str]) -> Run {
        self.run(&[&["witness", "--questionnaire", "small"], ids].concat())
    }
}

#[test]
fn a_witness_is_the_shortest_and_can_be_entered() {
    let desk = Desk::new();
    let (code, fires, told) = desk.witness(&["leaked"]);
    assert_eq!((code, told.as_str()), (0, ""));
    let wanted = r#"// 2 entries by which the rule `leaked` fires
(
    answers: [
        (question: "secret", value: true), // Is it secret?
        (question: "told", value: "all"), // Who knows it?
    ],
)
"#;
    assert_eq!(fires, wanted);
    desk.write("fires.ron", &fires);
    assert_eq!(desk.run(&["answer", "--new", "Leak", "--questionnaire", "small", "fires.ron"]).0, 0);
    let (_, state, _) = desk.run(&["state", "Leak", "--json"]);
    let state: Json = serde_json::from_str(&state).expect("it is JSON");
    assert_eq!(state["findings"][0]["rule"], json!("leaked"));

    let (_, silent, _) = desk.witness(&["leaked", "--silent"]);
    assert!(silent.contains(r#"(question: "told", value: "us")"#), "{silent}");
    let (_, asked, _) = desk.witness(&["question:told"]);
    assert!(asked.starts_with("// 1 entry by which the question `told` is asked\n"), "{asked}");
    let (_, chosen, _) = desk.witness(&["told.us"]);
    assert!(chosen.starts_with("// 2 entries by which the option `us` of `told` is chosen\n"), "{chosen}");
}

#[test]
fn what_has_no_witness_and_what_nothing_is_called_is_said() {
    let desk = Desk::new();
    let never =
        STAGE.replace(r#"when: Is("told", "all")"#, r#"when: All([Is("told", "all"), No("secret")])"#);
    desk.write("small/stages/1-profile.ron", &never);
    let told = "safeshore: there are no answers by which the rule `leaked` fires.\n`safeshore check` says where to look.\n";
    assert_eq!(desk.witness(&["leaked"]), (1, String::new(), told.to_owned()));
    let (code, _, told) = desk.witness(&["leeked"]);
    assert_eq!(code, 2);
    assert!(told.contains("called `leeked`. Did you mean `leaked`?"), "{told}");
    let (code, _, told) = desk.witness(&["secret", "--silent"]);
    assert_eq!((code, told.as_str()), (2, "safeshore: --silent goes with the id of one rule\n"));
}

#[test]
fn what_is_not_meant_as_it_is_written_is_told_with_what_may_be() {
    let desk = Desk::new();
    for (ids, wanted) in [
        (&["rule:told"][..], "no rule is called `told`; `question:told` is a question"),
        (&["option:told"], "no option is called `told`; `question:told` is a question"),
        (&["clause:told.us"], "no clause point is called `told.us`; `option:told.us` is an option"),
        (&["rule:leeked"], "no rule is called `leeked`. Did you mean `leaked`?"),
        (
            &["question:leeked"],
            "no question is called `leeked`.\nAn option is named with its question: question.option.",
        ),
        (&["all"], "no question, option, rule or clause point is called `all`. Did you mean `told.all`?"),
        (&["told.uss"], "the question `told` has no option `uss`. Did you mean `us`?"),
        (&["told.nobody"], "the question `told` has no option `nobody`. It has `us`, `all`"),
        (
            &["option:secret.yes"],
            "the question `secret` has no options: it is answered with yes or no. `question:secret` leads to where it is \
             asked; for an answer to it, name a question or rule that hangs on it.",
        ),
        (&["leaked", "rule:leaked"], "the rule `leaked` is named twice; once is enough to see it fire"),
        (&["leaked", "told"], "two ids are those of two rules, which should fire together"),
        (&["leaked", "told", "secret"], "name one thing, or two rules, which should fire together"),
    ] {
        assert_eq!(desk.witness(ids), (2, String::new(), format!("safeshore: {wanted}\n")), "{ids:?}");
    }
    assert_eq!(desk.witness(&["option:told.us"]), desk.witness(&["told.us"]));
    let both = STAGE.replace(r#"id: "leaked""#, r#"id: "told""#);
    desk.write("small/stages/1-profile.ron", &both);
    let told = "safeshore: several things are called `told`. Say which: `question:told` or `rule:told`.\n";
    assert_eq!(desk.witness(&["told"]), (2, String::new(), told.to_owned()));
}

#[test]
fn a_suite_notices_what_changes_and_takes_it_down_when_told_to() {
    let desk = Desk::new();
    let (code, out, _) = desk.witness(&["--all", "cases"]);
    assert_eq!(code, 0);
    let covered =
        "  2 of 2 questions asked\n  2 of 2 options chosen\n  1 of 1 rules fire\n  1 of 1 rules in order\n";
    assert!(out.ends_with(covered), "{out}");
    let (code, _, told) = desk.witness(&["--all", "cases"]);
    assert_eq!(code, 3, "a folder that holds something is left alone: {told}");
    let (code, out, _) = desk.run(&["check", "small", "--cases", "cases"]);
    assert!(code == 0 && out.ends_with(": 0 changed\n"), "{out}");

    let (low, negated) = (STAGE.replace("High", "Low"), STAGE.replace(r#"Yes("secret")"#, r#"No("secret")"#));
    desk.write("small/stages/1-profile.ron", &low);
    let (code, _, told) = desk.run(&["check", "small", "--cases", "cases"]);
    assert_eq!(code, 1);
    assert!(
        told.contains("error[finding-severity]: The finding `leaked` is now low, and was high\n"),
        "{told}"
    );

    let case = desk.run(&["check", "small", "--cases", "cases", "--json"]).1;
    let case: Json = serde_json::from_str(&case).expect("it is JSON");
    let changed = case["cases"].as_array().expect("cases").iter().find(|case| case["changed"] == json!(true));
    let file = changed.expect("one changed")["file"].as_str().expect("its name").to_owned();
    desk.write(&file, &desk.read(&file).replacen("(\n", "( // by hand\n", 1));
    let (code, out, _) = desk.run(&["check", "small", "--cases", "cases", "--record"]);
    assert!(code == 0 && out.ends_with("1 record written\n"), "{code} {out}");
    assert!(desk.read(&file).contains("( // by hand\n") && desk.read(&file).contains("\"low\""));
    assert_eq!(desk.run(&["check", "small", "--cases", "cases"]).0, 0);

    desk.write("small/stages/1-profile.ron", &negated);
    let (code, out, told) = desk.run(&["check", "small", "--cases", "cases", "--record"]);
    assert_eq!(code, 1, "what can't be entered can't be recorded: {out}");
    assert!(told.contains("can't be entered any more: mend those files, or take them out"), "{told}");
}

#[test]
fn a_thorough_suite_tells_how_many_parts_decide_and_notices_more() {
    let desk = Desk::new();
    let two = STAGE.replace(r#"when: Is("told", "all")"#, r#"when: Any([Is("told", "all"), No("secret")])"#);
    desk.write("small/stages/1-profile.ron", &two);
    let (code, out, told) = desk.witness(&["--all", "cases", "--thorough"]);
    // The gate, the whole and its two parts, each of which holds and fails.
    assert!(code == 0 && out.ends_with("  8 of 8 turns of parts of conditions decide\n"), "{out}{told}");
    assert!(out.contains("\n  1 of 1 rules in order\n"), "{out}");
    desk.write("small/stages/1-profile.ron", &two.replace("Any([", "All(["));
    let (code, _, told) = desk.run(&["check", "small", "--cases", "cases"]);
    assert!(code == 1 && told.contains("finding-gone"), "{told}");
    let (code, _, told) = desk.witness(&["leaked", "--thorough"]);
    assert!(code == 2 && told.contains("--thorough"), "{told}");
}

/// A file that the program can't write a record into keeps no other from its own; a name of odd bytes is a name.
#[test]
fn every_case_that_can_be_recorded_is() {
    let desk = Desk::new();
    let answers =
        r#"{"answers": [{"question": "secret", "value": true}, {"question": "told", "value": "all"}]"#;
    desk.write("cases/1.ron", r#"(outcome: (asked: []), answers: [(question: "secret", value: true)])"#);
    desk.write("cases/2.json", &format!("{answers}}}\n"));
    desk.write("cases/3.json", &format!("{answers},\n \"outcome\": {{\"asked\": []}}}}\n"));
    #[cfg(unix)]
    {
        let odd = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"4-caf\xe9.json");
        fs::write(desk.path().join("cases").join(odd), format!("{answers}}}"))
            .expect("the file can be written");
    }
    let (code, out, told) = desk.run(&["check", "small", "--cases", "cases", "--record"]);
    let written = if cfg!(unix) { "3 records written\n" } else { "2 records written\n" };
    assert!(code == 2 && out.ends_with(written), "{code} {out}{told}");
    let left = "safeshore: `cases/1.ron` was left as it is\nA record can only be written as the last field of a file: move \
                `outcome` there.\n";
    assert!(told.ends_with(left), "{told}");
    for name in ["cases/2.json", "cases/3.json"] {
        let text = desk.read(name);
        assert!(text.starts_with(answers), "all before the record stays as it is: {text}");
        let read: Json = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(
            read["outcome"]["findings"],
            json!([{ "rule": "leaked", "rows": [], "severity": "high" }])
        );
        assert_eq!(read["outcome"]["asked"], json!(["secret", "told"]));
    }
    desk.write("cases/1.ron", "(answers: [])");
    assert_eq!(desk.run(&["check", "small", "--cases", "cases", "--record"]).0, 0);
    let (code, out, _) = desk.run(&["check", "small", "--cases", "cases"]);
    assert!(code == 0 && out.ends_with(": 0 changed\n"), "{out}");
}

#[test]
fn a_renamed_question_and_rule_are_found_in_cases_by_their_former_ids() {
    let desk = Desk::new();
    desk.witness(&["--all", "cases"]);
    let renamed = STAGE
        .replace(r#"id: "told""#, r#"id: "known", was: ["told"]"#)
        .replace(r#""told", "all""#, r#""known", "all""#)
        .replace(r#"id: "leaked""#, r#"id: "out", was: ["leaked"]"#)
        .replace(r#"id: "us""#, r#"id: "we", was: ["us"]"#);
    desk.write("small/stages/1-profile.ron", &renamed);
    let (code, out, told) = desk.run(&["check", "small", "--cases", "cases"]);
    assert!(code == 0 && out.ends_with(": 0 changed\n"), "{out}{told}");
}

/// By the engine's word, not the solver's: a suite of the built-in questionnaire asks every question, chooses every option, and
/// lets every rule fire and be in order.
#[test]
fn the_engine_confirms_all_of_the_builtin_questionnaire() {
    let questionnaire = Arc::new(load::open(load::builtin()).expect("the built-in questionnaire is sound"));
    let suite = Witnesses::new(&questionnaire).expect("it is small enough").suite();
    let effects_of = |acts: &Vec<Act>| effects(&Interview::after(&questionnaire, acts));
    let covered: BTreeSet<Effect> = suite.iter().flat_map(effects_of).collect();
    let missing: Vec<Effect> = all_effects(&questionnaire).difference(&covered).cloned().collect();
    assert_eq!(missing, []);
}
