//! A questionnaire of one's own: its express path and its coverage, as a program sees them: exact text, and the exit code.

#[path = "desk/folder.rs"]
mod folder;

use std::path::Path;

use serde_json::{Value as Json, json};

use folder::{Folder, Run};

const MANIFEST: &str = r#"(id: "small", version: "1", title: "Small check", about: "For tests.", article: "An article",
    caution: "None.", milestones: [(id: "signing", label: "the contract is signed")])"#;

const STAGE: &str = r#"(id: "profile", title: "Profile", intro: "Who you are.",
    repeats: [(id: "assets", item: "asset", label: "asset_name", most: 3)],
    questions: [
        (id: "role", ESSENTIAL ask: "Which side?", why: "All turns on it.", source: ["T1"], kind: YesNo),
        (id: "people", ask: "How many people know the source code?", why: "Size.", source: ["T1"], kind: Number()), // allow(unused-question): for the record
        (id: "secret", ask: "Is it secret?", why: "It gets lost.", source: ["T2"], kind: YesNo, when: Yes("role")),
        (id: "asset_name", row_of: "assets", ask: "Its name?", why: "To speak of it.", source: ["T2"], kind: Text(Short)),
    ],
    rules: [
        (id: "told", severity: High, when: Yes("secret"), title: "A secret", because: "It gets lost.", source: ["T1"],
            action: (what: "Keep it.", who: Owner, before: "signing"), clauses: ["secrecy"]),
    ],
)"#;

const SOURCE: &str =
    r#"[(id: "T1", theme: "profile", what: "Sides."), (id: "T2", theme: "profile", what: "Secrets.")]"#;

/// A folder with a questionnaire, and a data folder in it.
struct Desk {
    folder: Folder,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: Folder::new() };
        desk.write("questionnaire.ron", MANIFEST);
        desk.write("stages/1-profile.ron", &STAGE.replace("ESSENTIAL", "essential: true,"));
        desk.write(
            "clauses.ron",
            r#"[(id: "secrecy", title: "Secrecy", settles: "Who keeps quiet.", source: ["T2"])]"#,
        );
        desk.write("source.ron", SOURCE);
        desk
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        self.folder.write(&format!("small/{name}"), text);
    }

    /// Makes it ask for a country, and its rule one on that.
    fn ask_home(&self, when: &str) {
        let home =
            r#"(id: "home", ask: "Where?", why: "Law.", source: ["T1"], kind: Country), (id: "people","#;
        let stage = STAGE.replace("ESSENTIAL", "").replace(r#"(id: "people","#, home);
        self.write(
            "stages/1-profile.ron",
            &stage.replace(r#"Yes("secret"), title"#, &format!("{when}, title")),
        );
    }

    fn run(&self, arguments: &[&str], input: &str) -> Run {
        self.folder.run(arguments, input)
    }

    /// A session of the questionnaire.
    fn begin(&self, title: &str, options: &[&str], answers: &Json) -> Run {
        let begin = ["answer", "--new", title, "--questionnaire", "small", "-"];
        self.run(&[&begin, options].concat(), &json!({ "answers": answers }).to_string())
    }

    fn state(&self, session: &str) -> Json {
        let (code, out, err) = self.run(&["state", session, "--json"], "");
        assert_eq!(code, 0, "{err}");
        serde_json::from_str(&out).expect("the state is JSON")
    }
}

#[test]
fn a_session_begun_by_the_express_path_says_so_and_what_it_leaves_out() {
    let desk = Desk::new();
    let role = json!([{ "question": "role", "value": true }]);
    assert_eq!(desk.begin("Hurry", &["--express"], &role).0, 0);
    assert_eq!(desk.begin("Leisure", &[], &role).0, 0);

    let (_, text, _) = desk.run(&["state", "Hurry"], "");
    let below = text.split_once('\n').expect("several lines").1;
    assert_eq!(
        below,
        "1 of 1 questions answered\nReadiness 0–100\u{a0}%\nExpress path: 3 questions left out (Profile 3)\n\
         Nothing is left to ask\n\nFindings: 0\n\nUnanswered: 0\nParked answers: 0\n"
    );
    let (hurry, leisure) = (desk.state("Hurry"), desk.state("Leisure"));
    assert_eq!((&hurry["express"], &leisure["express"]), (&json!(true), &json!(false)));
    assert_eq!(hurry["left_out"], json!({ "questions": 3, "stages": [{ "id": "profile", "questions": 3 }] }));
    assert_eq!(leisure["left_out"], json!({ "questions": 0, "stages": [] }));
    assert_eq!((&hurry["next"], &leisure["next"]["question"]), (&Json::Null, &json!("people")));
    assert_eq!(
        hurry["readiness"], leisure["readiness"],
        "what is left out is not known, as what is unanswered"
    );
    let (_, listed, _) = desk.run(&["sessions"], "");
    assert_eq!(listed.lines().filter(|line| line.ends_with("  express path")).count(), 1, "{listed}");
    let (_, report, _) = desk.run(&["report", "Hurry"], "");
    assert!(report.contains("**This is a first answer**. The interview took the express path"), "{report}");
}

#[test]
fn an_answer_to_what_was_left_out_counts() {
    let desk = Desk::new();
    desk.begin("Hurry", &["--express"], &json!([{ "question": "role", "value": true }]));
    let (code, _, err) =
        desk.run(&["answer", "Hurry", "-"], r#"{"answers": [{"question": "secret", "value": true}]}"#);
    assert_eq!((code, err.as_str()), (0, ""));
    let state = desk.state("Hurry");
    assert_eq!(state["findings"][0]["rule"], "told");
    assert_eq!((&state["progress"]["asked"], &state["left_out"]["questions"]), (&json!(2), &json!(2)));
}

#[test]
fn without_an_essential_question_there_is_no_express_path() {
    let desk = Desk::new();
    desk.write("stages/1-profile.ron", &STAGE.replace("ESSENTIAL", ""));
    let told = "safeshore: This questionnaire has no express path: none of its questions is marked as essential.\n\
                Nothing was begun. Begin it without the express path.\n";
    assert_eq!(desk.begin("Hurry", &["--express"], &json!([])), (2, String::new(), told.to_owned()));
    assert!(!desk.path().join("data/sessions").exists(), "no session was begun");
    assert_eq!(desk.begin("Leisure", &[], &json!([])).0, 0);
    assert_eq!(
        desk.run(&["answer", "Leisure", "--express", "-"], "").0,
        2,
        "--express is for new interviews"
    );
}

#[test]
fn a_countrys_file_takes_the_place_of_the_programs_own() {
    let desk = Desk::new();
    desk.ask_home(r#"Fact("home", "paris", ["unknown"])"#);
    let answers = json!([{ "question": "home", "value": "IN" }]);
    assert_eq!(desk.begin("Before", &[], &answers).0, 0);
    assert_eq!(
        desk.state("Before")["findings"],
        json!([]),
        "the program knows that India is in the Paris Union"
    );

    desk.write("jurisdictions/IN.ron", r#"Jurisdiction(code: "IN", facts: [])"#);
    assert_eq!(desk.state("Before")["findings"][0]["facts"][0]["value"], "unknown");
    desk.write("jurisdictions/XX.ron", r#"Jurisdiction(code: "XX", facts: [])"#);
    let (code, _, err) = desk.run(&["check", "small"], "");
    assert_eq!(code, 1);
    assert!(err.starts_with("error[unknown-country]: No country has the code `XX`"), "{err}");
}

#[test]
fn a_fact_past_its_review_is_to_be_confirmed_in_json_too() {
    let desk = Desk::new();
    desk.ask_home(r#"Fact("home", "paris", ["yes"])"#);
    let confirm = |as_of: &str| {
        let fact =
            r#"(of: "paris", value: "yes", cite: "c", basis: Checked, source: "SOURCE", as_of: "AS_OF")"#;
        let fact = fact.replace("SOURCE", "wipo_ds").replace("AS_OF", as_of);
        desk.write("jurisdictions/IN.ron", &format!(r#"Jurisdiction(code: "IN", facts: [{fact}])"#));
        desk.state("Case")["findings"][0]["facts"][0]["confirm"].clone()
    };
    assert_eq!(desk.begin("Case", &[], &json!([{ "question": "home", "value": "IN" }])).0, 0);
    assert_eq!((confirm("9000-01"), confirm("2001-01")), (json!(false), json!(true)));
}

#[test]
fn coverage_names_what_serves_each_item() {
    let desk = Desk::new();
    let check = "small 1: 1 stage, 4 questions, 1 rule, 1 clause point, no glossary entries; no errors, no warnings\n";
    let proved = "Proved over all answers (texts, amounts and days given or not, lists with up to 2 rows):
  4 of 4 questions can be asked
  1 of 1 rules can fire
  1 of 1 rules can be in order
  1 of 1 clause points can be called for
  2 of 2 parts of conditions can be true and false
";
    let wanted = "
T1    Sides.
      question  role, people
      rule      told
T2    Secrets.
      question  secret, asset_name
      clause    secrecy

2 items: 2 served, 0 not
";
    let covered = desk.run(&["check", "small", "--coverage"], "");
    assert_eq!(covered, (0, format!("{check}{proved}{wanted}"), String::new()));
    assert_eq!(desk.run(&["check", "small"], ""), (0, format!("{check}{proved}"), String::new()));
}

#[test]
fn coverage_fails_on_an_item_that_nothing_serves() {
    let desk = Desk::new();
    desk.write("source.ron", &SOURCE.replace(']', r#", (id: "T3", theme: "profile", what: "Courts.")]"#));
    let (code, out, err) = desk.run(&["check", "small", "--coverage"], "");
    assert_eq!(code, 1);
    assert!(out.ends_with("T3    Courts.\n      nothing\n\n3 items: 2 served, 1 not\n"), "{out}");
    assert_eq!(
        err,
        "Nothing serves 1 of 3 items: T3.\n\
         Name each in the `source` of a question, rule or clause that asks or settles it.\n"
    );
    assert_eq!(desk.run(&["check", "small"], "").0, 0, "a questionnaire may be a work in progress");
}

#[test]
fn what_nothing_uses_is_told_without_being_asked_for() {
    let desk = Desk::new();
    desk.write("glossary.ron", r#"[(term: "source code", meaning: "…"), (term: "escrow", meaning: "…")]"#);
    let (code, out, err) = desk.run(&["check", "small"], "");
    assert_eq!((code, out.contains("no errors, 1 warning\n")), (0, true), "{out}");
    assert_eq!(
        err,
        "warning[unused-term]: No question or option holds the term `escrow`
 --> small/glossary.ron:1:47
  |
1 | [(term: \"source code\", meaning: \"…\"), (term: \"escrow\", meaning: \"…\")]
  |                                               ^^^^^^ not used
  |
  = help: Give it under `also` the forms in which questions and options have it, or take it out

`safeshore check --explain unused-term` says more
"
    );
}
