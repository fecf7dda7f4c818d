//! The commands as a program sees them: exact text on both streams, and the exit code.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

/// A data folder of its own, and the program on it.
struct Office {
    data: TempDir,
}

/// What a run gave.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Office {
    fn new() -> Self {
        Self { data: TempDir::new().expect("a temporary folder") }
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = Command::cargo_bin("safeshore").expect("the program is built");
        let output = command
            .env("SAFESHORE_DATA", self.data.path())
            .env("TZ", "UTC")
            .current_dir(self.data.path())
            .args(arguments)
            .write_stdin(input)
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
        Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// A session with these answers.
    fn begin(&self, title: &str, answers: &Json) {
        let run = self.run_with(&["answer", "--new", title, "-"], &json!({ "answers": answers }).to_string());
        assert_eq!(run.code, 0, "{}", run.err);
    }

    fn state(&self, session: &str) -> Json {
        let run = self.run(&["state", session, "--json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        serde_json::from_str(&run.out).expect("the state is JSON")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.data.path().join(name), text).expect("the file can be written");
    }

    /// The journals, in no order.
    fn journals(&self) -> Vec<Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.data.path().join("sessions")) else { return Vec::new() };
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let journals = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
        journals.map(|path| fs::read(path).expect("a journal")).collect()
    }
}

fn refused(err: &str) -> Run {
    Run { code: 2, out: String::new(), err: err.to_owned() }
}

#[test]
fn answers_come_in_any_order_and_begin_their_rows() {
    let office = Office::new();
    office.begin(
        "Acme → Bengaluru",
        &json!([
            { "repeat": "partners", "complete": true },
            { "question": "partner_nda_signed", "row": "p1", "state": "dont_know" },
            { "question": "partner_name", "row": "p1", "value": "Acme" },
            { "question": "role", "value": "customer" },
        ]),
    );
    let state = office.state("acme");
    assert_eq!(state["format"], 1);
    assert_eq!(state["session"]["title"], "Acme → Bengaluru");
    assert_eq!(state["session"]["questionnaire"]["id"], "offshore-ip");
    assert_eq!(state["progress"]["answered"], 3);
    assert_eq!(state["next"]["question"], "home_country");
    assert_eq!(state["next"]["kind"], "Country");
    assert_eq!(state["next"]["stage"], "profile");
    let nda =
        state["answers"].as_array().expect("a list").iter().find(|a| a["question"] == "partner_nda_signed");
    let nda = nda.expect("the answer is there");
    assert_eq!(
        (&nda["row"], &nda["state"], &nda["by"]),
        (&json!("p1"), &json!("dont_know"), &json!("client"))
    );
    assert_eq!(nda.get("value"), None);
}

#[test]
fn an_open_list_of_rows_is_what_comes_next() {
    let office = Office::new();
    let mut answers: Vec<Json> = vec![json!({ "question": "role", "value": "customer" })];
    loop {
        if office.journals().is_empty() {
            office.begin("List", &json!(answers));
        } else {
            let file = json!({ "answers": answers }).to_string();
            let run = office.run_with(&["answer", "List", "-"], &file);
            assert_eq!(run.code, 0, "{}", run.err);
        }
        let next = office.state("List")["next"].clone();
        if next.get("repeat").is_some() {
            assert_eq!(
                next,
                json!({
                    "repeat": "assets", "stage": "register", "label": "asset_name",
                    "rows": [], "least": 1, "most": 20,
                })
            );
            break;
        }
        answers = vec![json!({ "question": next["question"], "row": next["row"], "state": "dont_know" })];
    }
}

#[test]
fn a_bad_file_is_told_place_by_place_and_nothing_of_it_is_saved() {
    let office = Office::new();
    office.begin("Acme", &json!([{ "question": "role", "value": "customer" }]));
    let before = office.journals();
    office.write(
        "bad.json",
        concat!(
            "{\"answers\": [\n",
            "  {\"question\": \"home_country\", \"value\": \"IN\"},\n",
            "  {\"question\": \"rol\", \"value\": \"vendor\"},\n",
            "  {\"question\": \"partner_name\", \"value\": \"Acme\"}\n",
            "]}\n",
        ),
    );
    let run = office.run(&["answer", "Acme", "bad.json"]);
    assert_eq!(
        run,
        refused(
            "error[unknown-question]: No question of this questionnaire is called `rol`
 --> bad.json:3:17
  |
3 |   {\"question\": \"rol\", \"value\": \"vendor\"},
  |                 ^^^ unknown
  |
  = help: Did you mean `role`?

error[refused]: “partner_name” is asked once per candidate partner: name the row
 --> bad.json:4:17
  |
4 |   {\"question\": \"partner_name\", \"value\": \"Acme\"}
  |                 ^^^^^^^^^^^^ refused

Nothing of the file was saved. Mend it and run the command again.
`safeshore check --explain CODE` says more: refused or unknown-question
"
        )
    );
    assert_eq!(office.journals(), before);
}

#[test]
fn a_file_that_may_not_be_applied_begins_no_session() {
    let office = Office::new();
    let cases = [
        (r#"{"answers": [{"question": "role", "value": "buyer"}]}"#, "error[unfit-value]"),
        (r#"{"answers": [{"question": "role", "value": true}]}"#, "error[unfit-value]"),
        (r#"{"answers": [{"question": "role"}]}"#, "error[bad-entry]"),
        (r#"{"answers": [{"question": "role", "state": "perhaps"}]}"#, "error[unknown-state]"),
        (
            r#"{"answers": [{"question": "role", "value": "vendor"}, {"question": "goals", "value": ["cost"]}]}"#,
            "error[refused]",
        ),
        (r#"{"answers": [{"repeat": "partner", "complete": true}]}"#, "error[unknown-repeat]"),
        (r#"{"answers": [{"repeat": "partners", "complete": true}]}"#, "error[refused]"),
        (r#"(answers: [(question: "role", value: "vendor")"#, "error[syntax]"),
        ("", "error"),
    ];
    for (file, code) in cases {
        let run = office.run_with(&["answer", "--new", "X", "-"], file);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{file}");
        assert!(run.err.starts_with(code), "{file}: {}", run.err);
        assert!(run.err.contains("standard input"), "{file}: {}", run.err);
        let told =
            "Nothing of the file was saved. Mend it and run the command again.\n`safeshore check --explain ";
        assert!(run.err.contains(told), "{}", run.err);
        assert!(office.journals().is_empty(), "{file}");
    }
}

#[test]
fn ron_and_json_files_are_the_same() {
    let office = Office::new();
    let ron = r#"(answers: [
        (question: "role", value: "vendor"), (question: "loss_hurts", value: 4),
        (question: "functions", value: ["manufacturing", "software"]), (question: "home_country", state: "ask_counsel"),
    ])"#;
    let json = r#"{"answers": [
        {"question": "role", "value": "vendor"}, {"question": "loss_hurts", "value": 4},
        {"question": "functions", "value": ["software", "manufacturing"]}, {"question": "home_country", "state": "ask_counsel"}
    ]}"#;
    for (title, file) in [("One", ron), ("Two", json)] {
        assert_eq!(office.run_with(&["answer", "--new", title, "-"], file).code, 0);
    }
    let without_times = |session: &str| {
        let mut answers = office.state(session)["answers"].clone();
        for answer in answers.as_array_mut().expect("a list") {
            answer.as_object_mut().expect("a record").remove("at");
        }
        answers
    };
    assert_eq!(without_times("One"), without_times("Two"));
    assert_eq!(without_times("One").as_array().map(Vec::len), Some(4));
}

#[test]
fn the_same_file_again_changes_nothing() {
    let office = Office::new();
    let file = json!({ "answers": [
        { "question": "role", "value": "customer", "note": "as agreed" },
        { "question": "partner_name", "row": "p1", "value": "Acme" },
        { "repeat": "partners", "complete": true },
    ] });
    assert_eq!(office.run_with(&["answer", "--new", "Twice", "-"], &file.to_string()).code, 0);
    let before = office.journals();
    let again = office.run_with(&["answer", "Twice", "-"], &file.to_string());
    assert!(again.out.ends_with("  no entries saved\n"), "{}", again.out);
    assert_eq!(office.journals(), before);
}

#[test]
fn a_changed_gate_parks_an_answer_and_a_changed_mind_brings_it_back() {
    let office = Office::new();
    office.begin(
        "Park",
        &json!([{ "question": "role", "value": "customer" }, { "question": "goals", "value": ["cost"] }]),
    );
    let say = |role: &str| {
        let file = json!({ "answers": [{ "question": "role", "value": role }] }).to_string();
        assert_eq!(office.run_with(&["answer", "Park", "-", "--by", "counsel"], &file).code, 0);
        office.state("Park")
    };
    let parked = say("vendor");
    assert_eq!(parked["parked"][0]["question"], "goals");
    assert_eq!(parked["answers"].as_array().map(Vec::len), Some(1));
    assert_eq!(parked["answers"][0]["by"], "counsel");
    let back = say("customer");
    assert_eq!(back["parked"], json!([]));
    assert_eq!(back["answers"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_asked_for_in_vain_is_told_with_the_right_code() {
    let office = Office::new();
    office.begin("Acme", &json!([{ "question": "role", "value": "customer" }]));
    office.begin("Apex", &json!([{ "question": "role", "value": "vendor" }]));
    let told = |arguments: &[&str], code: i32, err: &str| {
        assert_eq!(
            office.run(arguments),
            Run { code, out: String::new(), err: err.to_owned() },
            "{arguments:?}"
        );
    };
    let near = office.run(&["state", "Acmee"]);
    assert_eq!((near.code, near.out.as_str()), (3, ""));
    assert!(near.err.starts_with("safeshore: No session is called “Acmee”.\nDid you mean"), "{}", near.err);
    assert!(near.err.contains("“Acme”"), "{}", near.err);
    told(
        &["answer", "Acme"],
        2,
        "safeshore: name the interview and the file: safeshore answer SESSION FILE\n",
    );
    told(
        &["answer", "--new", "T", "Acme", "x.json"],
        2,
        "safeshore: with --new, name the file of answers only: safeshore answer --new TITLE FILE\n",
    );
    told(
        &["answer", "Acme", "gone.json"],
        3,
        "safeshore: The file can't be read: there is no such file or folder.\n  gone.json\nCheck the name and the folder, then try again.\n",
    );
    told(
        &["resume", "Acme"],
        2,
        "safeshore: The interview needs a terminal: standard input or output is not one.\nNothing was changed. Run it in a terminal window; for use without one there are `safeshore answer`, `state` and `report`.\n",
    );
    told(
        &["check", "gone"],
        3,
        "safeshore: The questionnaire's folder can't be read: there is no such file or folder.\n  gone\nCheck the name and the folder, then try again.\n",
    );
    told(
        &["report", "Acme", "-o", "gone/report.md"],
        3,
        "safeshore: The file could not be written: there is no such file or folder.\n  gone/report.md\nNothing was written; what stood there before is as it was.\nCheck the name and the folder, then try again.\n",
    );
}

#[test]
fn a_newer_and_a_damaged_session_are_told_and_left_alone() {
    let office = Office::new();
    let two =
        json!([{ "question": "role", "value": "customer" }, { "question": "home_country", "value": "DE" }]);
    office.begin("Acme", &two);
    let sessions = office.data.path().join("sessions");
    let good = String::from_utf8(office.journals().remove(0)).expect("text");
    fs::write(sessions.join("new-aaaaaa.session.ron"), good.replace("format: 1", "format: 99"))
        .expect("written");
    fs::write(sessions.join("bad-bbbbbb.session.ron"), good.replacen("(after", "(aft", 1)).expect("written");
    for name in ["new-aaaaaa.session.ron", "bad-bbbbbb.session.ron"] {
        let path = format!("sessions/{name}");
        let before = fs::read(sessions.join(name)).expect("the file");
        let run = office
            .run_with(&["answer", &path, "-"], r#"{"answers": [{"question": "role", "value": "vendor"}]}"#);
        assert_eq!(run.code, 3, "{}", run.err);
        assert_eq!(fs::read(sessions.join(name)).expect("the file"), before);
    }
    let list = office.run(&["sessions", "--json"]);
    let list: Json = serde_json::from_str(&list.out).expect("JSON");
    assert_eq!(list["sessions"].as_array().map(Vec::len), Some(3), "{list}");
}

/// A session of somebody else's may be opened too: nothing in it may steer the terminal or reorder what is read.
#[test]
fn a_hostile_session_steers_no_terminal() {
    let office = Office::new();
    office.begin("Acme", &json!([{ "question": "role", "value": "customer", "note": "n" }]));
    let path = fs::read_dir(office.data.path().join("sessions")).expect("the folder");
    let path = path
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension() == Some("ron".as_ref()));
    let path = path.expect("the session");
    let harm = "\\u{1b}[31m\\u{9b}2J\\u{202e}\\u{7}";
    let whole = fs::read_to_string(&path).expect("the session is text");
    let whole = ["id: \"", "title: \"", "version: \"", "text: \""]
        .into_iter()
        .fold(whole, |whole, field| whole.replacen(field, &format!("{field}{harm}"), 1));
    fs::write(&path, whole).expect("it is written");
    let path = path.to_str().expect("the path is text");
    let runs = [
        office.run(&["state", path]),
        office.run(&["state", path, "--json"]),
        office.run(&["sessions"]),
        office.run(&["sessions", "--json"]),
        office.run(&["report", path]),
        office.run(&["report", path, "--format", "html"]),
        office.run_with(&["answer", path, "-"], r#"{"answers": [{"question": "goals", "value": ["cost"]}]}"#),
        office.run_with(
            &["answer", path, "-"],
            r#"{"answers": [{"question": "goals", "value": ["\u009b2J"]}]}"#,
        ),
    ];
    for run in runs {
        let steers = |c: char| c != '\n' && c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!run.out.contains(steers) && !run.err.contains(steers), "{run:?}");
        assert!(run.out.contains("[31m") || run.err.contains("[31m"), "{run:?}");
    }
}

#[test]
fn answers_to_another_questionnaire_are_left_alone() {
    let office = Office::new();
    office.begin("Acme", &json!([{ "question": "role", "value": "customer" }]));
    let good = String::from_utf8(office.journals().remove(0)).expect("text");
    office.write(
        "other.session.ron",
        &good.replacen("questionnaire: \"offshore-ip\"", "questionnaire: \"export\"", 1),
    );
    let told = "safeshore: This interview answers the questionnaire `export`, but this program holds `offshore-ip`.\n\
                Nothing was changed. Put the former back, or begin a new interview with the latter.\n";
    let run = office.run(&["state", "other.session.ron"]);
    assert_eq!(run, Run { code: 3, out: String::new(), err: told.to_owned() });
}

#[test]
fn the_report_goes_where_it_is_sent() {
    let office = Office::new();
    office.begin("Acme", &json!([{ "question": "role", "value": "customer" }]));
    let markdown = office.run(&["report", "Acme"]);
    assert!(markdown.out.starts_with("# Acme\n"), "{}", markdown.out);
    assert_eq!(office.run(&["report", "Acme", "-o", "acme.html"]).code, 0);
    let html = fs::read_to_string(office.data.path().join("acme.html")).expect("the report");
    assert!(html.starts_with("<!DOCTYPE html>"), "{}", &html[..80]);
    assert_eq!(office.run(&["report", "Acme", "--format", "html"]).out, html);
    let pdf = if cfg!(feature = "pdf") { ".pdf, " } else { "" };
    assert_eq!(
        office.run(&["report", "Acme", "-o", "acme.odt"]),
        refused(&format!(
            "safeshore: no report is made as “odt”. Name a file that ends in .docx, {pdf}.html, .md, .xlsx, .csv, .ics or .json, or say --format.\n"
        ))
    );
    assert!(!office.data.path().join("acme.odt").exists());
    assert_eq!(
        office.run(&["report", "Acme", "-o", "acme.html", "--sheet", "actions"]),
        refused("safeshore: Only CSV is of one table. Leave --sheet out, or say --format csv.\n")
    );
    let table = office.run(&["report", "Acme", "--format", "csv", "--sheet", "actions"]);
    assert_eq!(table.code, 0, "{}", table.err);
}

#[test]
fn the_built_in_questionnaire_is_clean_and_so_is_its_folder() {
    let office = Office::new();
    let built_in = office.run(&["check"]);
    // As time goes by its law will have to be read again; nothing else is said of it.
    let (all, stale) = ("warning[", "warning[stale-authority]");
    assert_eq!(built_in.err.matches(all).count(), built_in.err.matches(stale).count(), "{}", built_in.err);
    assert_eq!(built_in.code, 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/offshore-ip");
    let folder = office.run(&["check", folder.to_str().expect("the path is text")]);
    assert_eq!(folder, built_in);
}

/// A questionnaire of two questions a partner, in a folder of its own.
const COMPARED: [(&str, &str); 4] = [
    (
        "questionnaire.ron",
        r#"(id: "two", version: "1", title: "Two", about: "A", article: "A", caution: "C",
            milestones: [(id: "talks", label: "talks begin")])"#,
    ),
    ("source.ron", r#"[(id: "T1", theme: "t", what: "w")]"#),
    (
        "stages/1-partners.ron",
        r#"(id: "partners", title: "Partners", intro: "I",
            repeats: [(id: "partners", item: "partner", label: "name", most: 3)],
            questions: [
                (id: "name", row_of: "partners", ask: "Name?", why: "w", source: ["T1"], kind: Text(Short)),
                (id: "nda", row_of: "partners", ask: "NDA?", why: "w", source: ["T1"], kind: YesNo),
                (id: "weight", ask: "How much?", why: "w", source: ["T1"], kind: Scale(low: "l", high: "h")),
            ],
            rules: [
                (id: "no-nda", each: "partners", severity: Blocker, when: No("nda"), title: "No NDA", because: "b",
                    action: (what: "Sign.", who: Counsel, before: "talks"), source: ["T1"]),
            ])"#,
    ),
    (
        "comparison.ron",
        r#"Comparison(repeat: "partners", title: "Side by side", about: "A", criteria: [
            Criterion(id: "secrecy", title: "Secrecy", weight: "weight", signs: [
                Sign(when: Yes("nda"), yes: "{name} has signed.", no: "{name} has not.", source: ["T1"]),
                Sign(when: Answered("name"), yes: "It has a name.", no: "It has none.", source: ["T1"]),
            ]),
        ])"#,
    ),
];

#[test]
fn the_state_sets_candidates_side_by_side_with_reasons() {
    let office = Office::new();
    fs::create_dir_all(office.data.path().join("two/stages")).expect("a folder");
    for (name, text) in COMPARED {
        office.write(&format!("two/{name}"), text);
    }
    assert_eq!(office.run(&["check", "two"]).code, 0);
    let answers = json!({ "answers": [
        { "question": "name", "row": "p1", "value": "Acme" }, { "question": "nda", "row": "p1", "value": false },
        { "question": "name", "row": "p2", "value": "Binh" }, { "question": "weight", "value": 5 },
    ]});
    let run =
        office.run_with(&["answer", "--new", "Both", "--questionnaire", "two", "-"], &answers.to_string());
    assert_eq!(run.code, 0, "{}", run.err);
    let at = |question: &str, row: &str| json!({ "question": question, "row": row });
    let named = |row: &str| {
        json!({
            "reading": "for", "says": "It has a name.", "evidence": [at("name", row)], "facts": [], "settled_by": [],
            "sources": ["T1"],
        })
    };
    let not_signed = json!({
        "reading": "against", "says": "Acme has not.", "evidence": [at("nda", "p1")], "facts": [], "settled_by": [],
        "sources": ["T1"],
    });
    let open = json!({
        "reading": "open", "says": "“Binh has signed.” or “Binh has not.”", "evidence": [],
        "facts": [], "settled_by": [at("nda", "p2")], "sources": ["T1"],
    });
    let candidate = |row: &str, name: &str, (blockers, high): (u8, u8), first: &Json| {
        let signs = [first, &named(row)];
        let mark = json!({ "id": "secrecy", "low": 50, "high": high, "signs": signs });
        json!({ "row": row, "name": name, "blockers": blockers, "low": 50, "high": high, "criteria": [mark] })
    };
    let wanted = json!({
        "repeat": "partners",
        "title": "Side by side",
        "criteria": [{ "id": "secrecy", "title": "Secrecy", "question": "weight", "weight": 5, "given": true }],
        "candidates": [candidate("p1", "Acme", (1, 50), &not_signed), candidate("p2", "Binh", (0, 100), &open)],
    });
    assert_eq!(office.state("Both")["comparison"], wanted);
}
