//! `safeshore check` as an author and a program see it: exact text on both streams, and the exit code.

#[path = "desk/folder.rs"]
mod folder;

use std::fs;

use serde_json::{Value as Json, json};

use folder::{Folder, Run};

const MANIFEST: &str = r#"(id: "small", version: "1", title: "Small", about: "For tests.", article: "An article",
    caution: "None.", milestones: [(id: "signing", label: "the contract is signed")])"#;

const STAGE: &str = r#"(id: "profile", title: "Profile", intro: "Who you are.",
    questions: [
        (id: "nda", ask: "¿Es secreto, 日本?", why: "It gets lost.", source: ["T1"], kind: YesNo),
    ],
    rules: [
        (id: "told", severity: High, when: No("nda"), title: "A secret", because: "It gets lost.", source: ["T1"],
            action: (what: "Keep it.", who: Owner, before: "signing")),
    ],
)"#;

/// A folder with a questionnaire of one question.
struct Desk {
    folder: Folder,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: Folder::new() };
        desk.write("questionnaire.ron", MANIFEST);
        desk.write("stages/1-profile.ron", STAGE);
        desk.write("source.ron", r#"[(id: "T1", theme: "profile", what: "Secrets.")]"#);
        desk
    }

    /// One with a text of two lines that hides something, an id that stands twice in one line, and a file that is not read.
    fn broken() -> Self {
        let desk = Self::untidy();
        let stage = STAGE.replace(
            "It gets lost.\", source: [\"T1\"], kind",
            "It\ngets\u{202e} lost.\", source: [\"T1\"], kind",
        );
        desk.write("stages/1-profile.ron", &stage.replace(r#"No("nda")"#, r#"Any([No("nda"), Yes("ndb")])"#));
        desk
    }

    /// One without an error, and a file that is not read.
    fn untidy() -> Self {
        let desk = Self::new();
        desk.write("notes.ron", "[]");
        desk
    }

    fn write(&self, name: &str, text: &str) {
        self.folder.write(&format!("small/{name}"), text);
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.folder.run(arguments, "")
    }

    fn json(&self, options: &[&str]) -> (i32, Json, String) {
        let (code, out, err) = self.run(&[&["check", "small", "--json"], options].concat());
        (code, serde_json::from_str(&out).expect("the output is JSON"), err)
    }
}

#[test]
fn each_mistake_is_drawn_and_the_last_lines_say_what_comes_of_it() {
    let wanted = "\
warning[unread-file]: This file belongs to no part of a questionnaire and isn't read
--> small/notes.ron
 = help: Stages stand in the folder `stages`; look whether the name is right

error[control-character]: The `why` of `nda` holds an invisible control character
 --> small/stages/1-profile.ron:4:5
  |
4 | gets� lost.\", source: [\"T1\"], kind: YesNo),
  |     ^ U+202E
  |
  = help: Take it out: it can hide or reorder what a reader sees

error[unknown-question]: There is no question `ndb`
 --> small/stages/1-profile.ron:7:65
  |
7 | ...   (id: \"told\", severity: High, when: Any([No(\"nda\"), Yes(\"ndb\")]), title: \"A secret\", because: \"It ...
  |                                                               ^^^ asked nowhere
  |
  = help: Did you mean `nda`?

2 errors, 1 warning: no interview can use this questionnaire until the errors are mended
`safeshore check --explain CODE` says more: control-character, unknown-question or unread-file
";
    let desk = Desk::broken();
    assert_eq!(desk.run(&["check", "small"]), (1, String::new(), wanted.to_owned()));
    assert_eq!(desk.run(&["check", "small", "--deny", "warnings"]), (1, String::new(), wanted.to_owned()));
}

const SUMMARY: &str =
    "small 1: 1 stage, 1 question, 1 rule, no clause points, no glossary entries; no errors, 1 warning
Proved over all answers (texts, amounts and days given or not):
  1 of 1 questions can be asked
  1 of 1 rules can fire
  1 of 1 rules can be in order
  1 of 1 parts of conditions can be true and false
";

#[test]
fn a_warning_alone_is_no_fault_unless_it_is_denied() {
    let drawn = "warning[unread-file]: This file belongs to no part of a questionnaire and isn't read\n\
                 --> small/notes.ron\n \
                 = help: Stages stand in the folder `stages`; look whether the name is right\n\n";
    let pointer = "`safeshore check --explain unread-file` says more\n";
    let desk = Desk::untidy();
    assert_eq!(desk.run(&["check", "small"]), (0, SUMMARY.to_owned(), format!("{drawn}{pointer}")));
    let denied = format!("{drawn}1 warning, and `--deny warnings` lets none pass\n{pointer}");
    assert_eq!(desk.run(&["check", "small", "--deny", "warnings"]), (1, SUMMARY.to_owned(), denied.clone()));
    let covered = format!(
        "{SUMMARY}\nT1    Secrets.\n      question  nda\n      rule      told\n\n1 item: 1 served, 0 not\n"
    );
    assert_eq!(desk.run(&["check", "small", "--coverage", "--deny", "warnings"]), (1, covered, denied));
    let clean = Desk::new().run(&["check", "small", "--deny", "warnings"]);
    assert_eq!(clean, (0, SUMMARY.replace("1 warning", "no warnings"), String::new()));
}

/// An interview can use such a questionnaire, and yet it is a fault.
#[test]
fn what_an_author_claims_and_does_not_hold_is_a_fault() {
    let desk = Desk::new();
    let rule = STAGE.lines().skip(5).take(2).collect::<Vec<_>>().join("\n");
    let other = rule.replace("told", "kept").replace("A secret", "None");
    let (_, rule) = rule.split_once('(').expect("a rule");
    let claims = rule.replace(r#""told","#, r#""told", contradicts: ["kept"],"#);
    assert!(STAGE.contains(rule), "{rule}");
    desk.write("stages/1-profile.ron", &STAGE.replace(rule, &format!("{claims}\n{other}")));
    let (code, out, err) = desk.run(&["check", "small"]);
    assert_eq!(code, 1);
    let summary = "small 1: 1 stage, 1 question, 2 rules, no clause points, no glossary entries; 1 error, no warnings\n";
    assert!(out.starts_with(summary), "{out}");
    assert!(err.starts_with("error[contradiction]: "), "{err}");
    let closing = "\n1 error, no warnings: the questionnaire does not keep what its author says of it\n\
                   `safeshore check --explain contradiction` says more\n";
    assert!(err.ends_with(closing), "{err}");
}

#[test]
fn a_program_reads_every_mistake_with_its_place() {
    let (code, found, err) = Desk::broken().json(&[]);
    let closing =
        "2 errors, 1 warning: no interview can use this questionnaire until the errors are mended\n";
    assert_eq!((code, err.as_str()), (1, closing));
    let wanted = json!({
        "format": 1,
        "diagnostics": [
            {
                "code": "unread-file",
                "severity": "warning",
                "file": "small/notes.ron",
                "start": null,
                "end": null,
                "message": "This file belongs to no part of a questionnaire and isn't read",
                "label": null,
                "help": "Stages stand in the folder `stages`; look whether the name is right",
                "related": [],
            },
            {
                "code": "control-character",
                "severity": "error",
                "file": "small/stages/1-profile.ron",
                "start": { "line": 4, "column": 5 },
                "end": { "line": 4, "column": 6 },
                "message": "The `why` of `nda` holds an invisible control character",
                "label": "U+202E",
                "help": "Take it out: it can hide or reorder what a reader sees",
                "related": [],
            },
            {
                "code": "unknown-question",
                "severity": "error",
                "file": "small/stages/1-profile.ron",
                "start": { "line": 7, "column": 65 },
                "end": { "line": 7, "column": 68 },
                "message": "There is no question `ndb`",
                "label": "asked nowhere",
                "help": "Did you mean `nda`?",
                "related": [],
            },
        ],
        "summary": {
            "id": null, "version": null, "stages": null, "questions": null, "rules": null, "clauses": null,
            "terms": null, "errors": 2, "warnings": 1, "proof": null,
        },
    });
    assert_eq!(found, wanted);
}

/// Whatever keeps a file from being read, the others are looked at, and a program gets its object.
#[test]
fn a_file_that_cannot_be_read_is_one_mistake_among_others() {
    let desk = Desk::broken();
    fs::write(desk.folder.path().join("small/clauses.ron"), b"\xff\xfea\0").expect("it can be written");
    let big = fs::File::create(desk.folder.path().join("small/glossary.ron")).expect("it can be made");
    big.set_len(5 << 20).expect("it may be so long");
    desk.write("Stages/2-more.ron", STAGE);
    let (code, json, _) = desk.run(&["check", "small", "--json"]);
    let json: Json = serde_json::from_str(&json).expect("an object");
    let one =
        |found: &Json| format!("{} {}: {}", found["code"], found["file"], found["help"]).replace('"', "");
    let told: Vec<String> = json["diagnostics"].as_array().expect("a list").iter().map(one).collect();
    assert_eq!(code, 1);
    assert_eq!(
        told,
        [
            "not-text small/clauses.ron: It looks like UTF-16: save it as UTF-8 in your editor",
            "too-large small/glossary.ron: Check that it is the file you mean, or split it",
            "unread-file small/notes.ron: Stages stand in the folder `stages`; look whether the name is right",
            "control-character small/stages/1-profile.ron: Take it out: it can hide or reorder what a reader sees",
            "unread-folder small/Stages: Did you mean `stages`?",
        ]
    );
    let (code, _, told) = desk.run(&["check", "small"]);
    assert!(
        code == 1 && told.contains("Names and all that hangs on them are looked at once every file"),
        "{told}"
    );
}

#[test]
fn a_folder_that_cannot_be_read_is_an_object_too() {
    let desk = Desk::new();
    fs::create_dir(desk.folder.path().join("empty")).expect("a folder");
    let many = desk.folder.path().join("many");
    fs::create_dir(&many).expect("a folder");
    (0..201).for_each(|file| fs::write(many.join(format!("{file}.ron")), "").expect("a file"));
    for (folder, says) in [
        ("gone", "The questionnaire's folder can't be read: there is no such file or folder"),
        (
            "small/questionnaire.ron",
            "The questionnaire's folder can't be read: a part of the path is not a folder",
        ),
        ("empty", "There is no questionnaire here: the folder has no .ron files"),
        ("many", "The folder has 201 .ron files; a questionnaire has 200 at most"),
    ] {
        let (code, json, told) = desk.run(&["check", folder, "--json"]);
        let json: Json = serde_json::from_str(&json).expect("an object");
        let of = |field: &str| json["diagnostics"][0][field].as_str().map(str::to_owned);
        assert_eq!(code, 3, "{told}");
        assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(1), "{json}");
        assert_eq!((of("code").as_deref(), of("message").as_deref()), (Some("unreadable-file"), Some(says)));
        assert_eq!((of("file").as_deref(), json["summary"]["errors"].as_u64()), (Some(folder), Some(1)));
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn a_program_reads_what_a_usable_questionnaire_holds() {
    let desk = Desk::untidy();
    let (code, found, err) = desk.json(&[]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(found["diagnostics"][0]["code"], "unread-file");
    let summary = json!({
        "id": "small", "version": "1", "stages": 1, "questions": 1, "rules": 1, "clauses": 0, "terms": 0,
        "errors": 0, "warnings": 1,
        "proof": {
            "rows": 0, "bounded": false, "statements": [
                { "name": "asked", "proved": 1, "assumed": 0, "all": 1 },
                { "name": "fires", "proved": 1, "assumed": 0, "all": 1 },
                { "name": "in_order", "proved": 1, "assumed": 0, "all": 1 },
                { "name": "conditions", "proved": 1, "assumed": 0, "all": 1 },
            ],
        },
    });
    assert_eq!(found["summary"], summary);
    let (code, denied, err) = desk.json(&["--deny", "warnings"]);
    assert_eq!((code, err.as_str()), (1, "1 warning, and `--deny warnings` lets none pass\n"));
    assert_eq!(denied, found);
}

#[test]
fn a_program_reads_what_else_has_to_do_with_it() {
    let desk = Desk::new();
    let twice = STAGE.replace("    ],\n    rules", "        (id: \"again\", ask: \"¿Es secreto, 日本?\", why: \"W\", source: [\"T1\"], kind: YesNo),\n    ],\n    rules");
    desk.write("stages/1-profile.ron", &twice.replace(r#"No("nda")"#, r#"Any([No("nda"), No("again")])"#));
    let (_, found, _) = desk.json(&[]);
    assert_eq!(found["diagnostics"][0]["code"], "duplicate-text");
    assert_eq!(found["diagnostics"][0]["start"], json!({ "line": 4, "column": 29 }));
    let related = &found["diagnostics"][0]["related"][0];
    assert_eq!(related["file"], "small/stages/1-profile.ron");
    assert_eq!(related["start"], json!({ "line": 3, "column": 27 }));
    assert_eq!(related["end"], json!({ "line": 3, "column": 43 }));
    assert!(related["message"].is_string());
}

#[test]
fn the_end_of_a_place_is_exclusive_and_columns_are_characters() {
    let desk = Desk::new();
    desk.write("stages/1-profile.ron", &STAGE.replace("日本?", "日{本}?"));
    let (_, found, _) = desk.json(&[]);
    assert_eq!(found["diagnostics"][0]["code"], "bad-placeholder");
    assert_eq!(found["diagnostics"][0]["start"], json!({ "line": 3, "column": 41 }));
    assert_eq!(found["diagnostics"][0]["end"], json!({ "line": 3, "column": 44 }));
}

#[test]
fn a_code_is_explained_and_all_are_listed() {
    let desk = Desk::new();
    let (code, out, err) = desk.run(&["check", "--explain", "own-question"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/explain/own-question.md"));
    let headline = "# error[own-question]: A question depends on its own answer\n\n";
    assert_eq!(out, headline.to_owned() + &page.expect("the page"), "a pipe gets the page as it stands");

    let (code, out, err) = desk.run(&["check", "--explain"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let warnings = out.find("\nWarnings: ").expect("the warnings come last");
    let at = |line: &str| out.find(line).unwrap_or_else(|| panic!("no {line} in {out}"));
    assert!(at("\n  own-question              A question depends on its own answer\n") < warnings);
    assert!(at("\n  unused-question           Nothing depends on an answer\n") > warnings);

    let told = "safeshore: there is no code `own-questoin`. Did you mean `own-question`?\n\
                `safeshore check --explain` lists all of them.\n";
    assert_eq!(desk.run(&["check", "--explain", "own-questoin"]), (2, String::new(), told.to_owned()));
    let told =
        "safeshore: there is no code `[31m`.\n`safeshore check --explain` lists all of them.\n".to_owned();
    assert_eq!(desk.run(&["check", "--explain", "\u{1b}[31m\u{202e}"]), (2, String::new(), told));
    assert_eq!(desk.run(&["check", "--explain", "syntax", "--json"]).0, 2);
}

#[cfg(unix)]
#[test]
fn on_a_terminal_a_page_is_wrapped_to_its_width() {
    let mut terminal = termlens::Terminal::builder()
        .size(50, 60)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .args(["check", "--explain", "empty-stage"])
        .spawn(env!("CARGO_BIN_EXE_safeshore"))
        .expect("the program starts");
    terminal.wait_until(|screen| screen.contains("── stages/2-secrets.ron")).expect("an example");
    let screen = terminal.screen().to_string();
    let wrapped =
        "The stage has no questions, so nobody would ever\nbe in it, and the outline beside the interview\n";
    assert!(screen.contains(wrapped), "{screen}");
    assert!(!screen.contains("```") && !screen.contains("## "), "{screen}");
}

/// A rule that counts rows of rows of rows, with what an author allows of a proof, and of what needs none.
fn too_large() -> String {
    let lists: Vec<String> = (1..=8).map(|list| format!("l{list}")).collect();
    let repeats =
        lists.iter().map(|id| format!(r#"(id: "{id}", item: "thing", label: "{id}_name", most: 9),"#));
    let repeats: Vec<String> = repeats.collect();
    let repeats = repeats.concat();
    let questions = lists.iter().map(|id| {
        format!(r#"(id: "{id}_name", row_of: "{id}", ask: "What is {id} called?", kind: Text(Short), why: "W.", source: ["T1"]),"#)
    });
    let counted = lists
        .iter()
        .fold(r#"Answered("l1_name")"#.to_owned(), |part, id| format!("Count(\"{id}\",\n{part}, 8)"));
    STAGE
        .replace(
            "questions: [",
            &format!("repeats: [{repeats}], questions: [{}", questions.collect::<String>()),
        )
        .replace(
            "        (id: \"told\"",
            "        // allow(never-fires): it can't yet\n        (id: \"told\"",
        )
        .replace(r#"No("nda"),"#, &format!("// allow(idle-weight): meant so\nAny([No(\"nda\"), {counted}]),"))
}

#[test]
fn of_what_is_too_large_to_prove_it_is_said_that_nothing_was_proved() {
    let desk = Desk::new();
    desk.write("stages/1-profile.ron", &too_large());
    let (code, found, _) = desk.json(&[]);
    let codes: Vec<&str> = found["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    // An allowance of what only a proof finds may be needed all the same.
    assert_eq!((code, codes), (0, vec!["unused-allowance", "too-large-to-prove"]));
    assert_eq!(found["summary"]["proof"], Json::Null);
    let (_, out, told) = desk.run(&["check", "small"]);
    assert!(!out.contains("Proved"), "{out}");
    assert!(told.contains("Nothing was proved: the conditions go through too many rows of rows\n"), "{told}");
}
