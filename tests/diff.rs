//! `safeshore diff` as a program sees it: exact text on both streams, and the exit code.

#[path = "desk/folder.rs"]
mod folder;

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};

use folder::{Folder, Run};

const MANIFEST: &str = r#"(id: "small", version: "1", title: "Small check", about: "For tests.", article: "An article",
    caution: "None.", milestones: [(id: "signing", label: "the contract is signed")])"#;

const STAGE: &str = r#"(id: "profile", title: "Profile", intro: "Who you are.",
    repeats: [(id: "partners", item: "partner", label: "partner_name", most: 3)],
    questions: [
        (id: "role", ask: "Which side are you on?", why: "All turns on it.", source: ["T1"], kind: Choice([
            (id: "customer", label: "The customer"), (id: "vendor", label: "The vendor")])),
        (id: "country", ask: "Where is your firm?", why: "Law.", source: ["T1"], kind: Country, when: Is("role", "customer")),
        (id: "people", ask: "How many people see the code?", why: "Size.", source: ["T1"], kind: Number(least: 0)),
        (id: "budget", ask: "What may it cost?", why: "Money.", source: ["T1"], kind: Number(least: 0)),
        (id: "secret", ask: "Is any of it secret?", why: "It gets lost.", source: ["T2"], kind: YesNo),
        (id: "partner_name", row_of: "partners", ask: "Its name?", why: "To speak of it.", source: ["T2"], kind: Text(Short)),
        (id: "partner_nda", row_of: "partners", ask: "Has {partner_name} signed an NDA?", why: "Secrets.", source: ["T2"],
            kind: YesNo, when: Yes("secret")),
    ],
    rules: [
        (id: "told", severity: High, when: Yes("secret"), title: "A secret", because: "It gets lost.", source: ["T1"],
            action: (what: "Keep it.", who: Owner, before: "signing"), clauses: ["secrecy"]),
        (id: "many", severity: Low, when: AtLeast("people", 5), title: "Many see it", because: "They talk.", source: ["T1"],
            action: (what: "Ask fewer.", who: Owner, before: "signing")),
    ],
)"#;

/// What an author made of it.
const EDITS: [(&str, &str); 12] = [
    (r#""partners""#, r#""firms""#),
    (r#"(id: "firms", item"#, r#"(id: "firms", was: ["partners"], item"#),
    (r#""partner_nda""#, r#""nda""#),
    (r#"(id: "nda","#, r#"(id: "nda", was: ["partner_nda"],"#),
    ("{partner_name} signed an NDA?", "{partner_name} signed our NDA?"),
    (r#"(id: "vendor", label: "The vendor")"#, r#"(id: "both", label: "Both at once", risk: true)"#),
    (
        r#"(id: "people", ask: "How many people see the code?""#,
        r#"(id: "people", ask: "Do many people see the code?""#,
    ),
    (
        r#"kind: Number(least: 0)),
        (id: "budget""#,
        r#"kind: YesNo),
        (id: "budget""#,
    ),
    (r#""budget", ask"#, r#""price", ask"#),
    (r#"AtLeast("people", 5)"#, r#"Yes("people")"#),
    (
        r#"severity: High, when: Yes("secret")"#,
        r#"severity: Blocker, when: All([Yes("secret"), Is("role", "customer")])"#,
    ),
    ("kind: Country, when", r#"hint: "Its seat.", kind: Country, when"#),
];

const SOURCE: &str =
    r#"[(id: "T1", theme: "profile", what: "Sides."), (id: "T2", theme: "profile", what: "Secrets.")]"#;

const CLAUSES: &str = r#"[(id: "secrecy", title: "Secrecy", settles: "Who keeps quiet.", source: ["T2"])]"#;

/// A folder with both versions, and a data folder in it.
struct Desk {
    folder: Folder,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: Folder::new() };
        let edited = EDITS.iter().fold(STAGE.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        for (name, version, stage) in [("old", "1", STAGE), ("new", "2", &edited)] {
            desk.write(
                name,
                "questionnaire.ron",
                &MANIFEST.replace(r#"version: "1""#, &format!("version: \"{version}\"")),
            );
            desk.write(name, "stages/1-profile.ron", stage);
            desk.write(name, "clauses.ron", CLAUSES);
            desk.write(name, "source.ron", SOURCE);
        }
        desk.write("new", "glossary.ron", r#"[(term: "NDA", meaning: "A promise to keep quiet.")]"#);
        desk
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, folder: &str, name: &str, text: &str) {
        self.folder.write(&format!("{folder}/{name}"), text);
    }

    fn run(&self, arguments: &[&str], input: &str) -> Run {
        self.folder.run(arguments, input)
    }

    fn diff(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.run(&[&["diff"], arguments].concat(), "");
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        out
    }

    fn copy_to_live(&self, from: &str) {
        for name in ["questionnaire.ron", "stages/1-profile.ron", "clauses.ron", "source.ron"] {
            let text = fs::read_to_string(self.path().join(from).join(name)).expect("a file");
            self.write("live", name, &text);
        }
    }

    /// A session of the old version, in a folder that can be changed.
    fn begin_with(&self, answers: &Json) {
        self.copy_to_live("old");
        let begin = ["answer", "--new", "Acme", "--questionnaire", "live", "-"];
        let (code, _, err) = self.run(&begin, &json!({ "answers": answers }).to_string());
        assert_eq!(code, 0, "{err}");
    }

    /// A session of the old version in a folder that then becomes the new one, as an author edits it in place.
    fn begin_then_edit(&self) {
        self.begin_with(&json!([
            { "question": "role", "value": "vendor" },
            { "question": "people", "value": 12 },
            { "question": "budget", "value": 900 },
            { "question": "secret", "value": true },
            { "question": "partner_name", "row": "p1", "value": "Acme" },
            { "question": "partner_nda", "row": "p1", "value": false },
            { "question": "partner_name", "row": "p2", "value": "Binh" },
            { "question": "partner_nda", "row": "p2", "state": "dont_know" },
            { "repeat": "partners", "complete": true },
        ]));
        self.copy_to_live("new");
    }
}

#[test]
fn every_change_is_told_with_what_becomes_of_answers() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["check", "new"], "").0, 0);
    insta::assert_snapshot!("mixed", desk.diff(&["old", "new"]));
    insta::assert_snapshot!("mixed_json", desk.diff(&["old", "new", "--json"]));
}

#[test]
fn of_an_interview_only_what_somebody_must_look_at_is_told() {
    let desk = Desk::new();
    desk.begin_then_edit();
    let (_, id, _) = desk.run(&["sessions", "--json"], "");
    let id: Json = serde_json::from_str(&id).expect("JSON");
    let id = id["sessions"][0]["id"].as_str().expect("an id").to_owned();
    insta::assert_snapshot!("session", desk.diff(&["old", "--session", "acme"]).replace(&id, "ID"));
    assert_eq!(desk.diff(&["old", "new", "--session", "acme"]), desk.diff(&["old", "--session", "acme"]));
    let shape: Json =
        serde_json::from_str(&desk.diff(&["old", "--session", "acme", "--json"])).expect("JSON");
    assert_eq!(
        shape["session"]["summary"],
        json!({ "answers": 8, "carried": 3, "reconfirm": 2, "parked": 3 })
    );
    assert_eq!(
        shape["session"]["answers"][0],
        json!({
            "question": "role", "row": null, "name": null, "ask": "Which side are you on?", "said": "The vendor",
            "verdict": "parked", "because": ["the question has no option `vendor`"],
        })
    );
    let (code, state, err) = desk.run(&["state", "acme", "--json"], "");
    assert_eq!(
        (code, err.as_str()),
        (
            0,
            "safeshore: This interview was begun with version 1 of its questionnaire; this is version 2. \
             3 answers do not fit it and are parked. `safeshore diff` compares a former version with this one.\n"
        )
    );
    let state: Json = serde_json::from_str(&state).expect("JSON");
    let parked = state["parked"].as_array().expect("a list").iter();
    let parked: Vec<(&str, &str)> = parked
        .map(|one| (one["question"].as_str().unwrap_or_default(), one["unfit"].as_str().unwrap_or_default()))
        .collect();
    let wanted = [
        ("budget", "this version of the questionnaire does not have the question"),
        ("role", "the question has no option `vendor`"),
        ("people", "the question wants yes or no"),
    ];
    assert_eq!(parked, wanted);
    let answered = state["answers"].as_array().expect("a list").iter().map(|one| one["question"].as_str());
    let wanted = ["secret", "partner_name", "nda", "partner_name", "nda"].map(Some);
    assert_eq!(answered.collect::<Vec<_>>(), wanted, "what was renamed stands");
}

#[test]
fn the_built_in_one_is_named_by_a_word_or_by_nothing() {
    let desk = Desk::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/offshore-ip");
    let folder = folder.to_str().expect("the path is text");
    let same = desk.diff(&["builtin", "builtin"]);
    assert!(same.contains("\nNothing changed.\n"), "{same}");
    for names in [vec!["builtin"], vec![folder], vec![folder, "builtin"], vec!["builtin", folder]] {
        assert_eq!(desk.diff(&names), same, "{names:?}");
    }
    let other = desk.diff(&["old"]);
    assert!(other.starts_with("small 1 → offshore-ip "), "{}", &other[..60]);
    let cannot = "  No session of `small` can be opened with `offshore-ip`; with the same id this would become of its answers:\n";
    assert!(other.contains(cannot), "{other}");
}

#[test]
fn what_cannot_be_compared_is_told_with_the_right_code() {
    let desk = Desk::new();
    desk.write("bad", "questionnaire.ron", MANIFEST);
    desk.write("bad", "source.ron", SOURCE);
    desk.write("bad", "clauses.ron", CLAUSES);
    desk.write(
        "bad",
        "stages/1-profile.ron",
        &STAGE.replace(r#"Yes("secret"), title"#, r#"Yes("secrte"), title"#),
    );
    let (code, out, err) = desk.run(&["diff", "old", "bad"], "");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.starts_with("error[unknown-question]: There is no question `secrte`\n"), "{err}");
    assert!(err.ends_with("\nOnly questionnaires without errors can be compared\n"), "{err}");
    assert_eq!(desk.run(&["diff"], "").0, 2);
    assert_eq!(desk.run(&["diff", "old", "new", "old"], "").0, 2);
    assert_eq!(desk.run(&["diff", "old", "gone"], "").0, 3);
    assert_eq!(desk.run(&["diff", "old", "new", "--session", "nobody"], "").0, 3);
    desk.begin_then_edit();
    let told =
        "safeshore: the interview answers the questionnaire `small`, and one of the two is `offshore-ip`\n";
    assert_eq!(
        desk.run(&["diff", "old", "builtin", "--session", "acme"], ""),
        (2, String::new(), told.to_owned())
    );
}

#[test]
fn a_changed_id_is_told_with_what_it_means_for_sessions() {
    let desk = Desk::new();
    let copy = |from: &str, to: &str| {
        for name in ["stages/1-profile.ron", "clauses.ron", "source.ron"] {
            desk.write(to, name, &fs::read_to_string(desk.path().join(from).join(name)).expect("a file"));
        }
        desk.write(to, "questionnaire.ron", &MANIFEST.replace(r#"id: "small""#, r#"id: "other""#));
    };
    copy("old", "same");
    let told = desk.diff(&["old", "same"]);
    let wanted = "small 1 → other 1\n\nNothing changed but the id, from `small` to `other`: a session opens only with a \
                  questionnaire of the id that it was begun with.\nKeep the id `small` where this is a new version";
    assert!(told.starts_with(wanted), "{told}");
    copy("new", "changed");
    let told = desk.diff(&["old", "changed"]);
    assert!(
        told.contains("\nThe id changed, from `small` to `other`: ") && !told.contains("Nothing changed"),
        "{told}"
    );
}

#[test]
fn answers_parked_because_of_a_parked_one_are_counted_in_the_notice() {
    let desk = Desk::new();
    desk.begin_with(&json!([
        { "question": "role", "value": "customer" },
        { "question": "country", "value": "DE" },
        { "question": "people", "value": 3 },
    ]));
    let renamed = STAGE
        .replace(r#"(id: "customer", label"#, r#"(id: "client", label"#)
        .replace(r#"Is("role", "customer")"#, r#"Is("role", "client")"#);
    desk.write("live", "stages/1-profile.ron", &renamed);
    let (code, state, told) = desk.run(&["state", "acme", "--json"], "");
    let wanted = "safeshore: The questionnaire has changed since this interview was begun. 1 answer does not fit it and is \
                  parked; 1 more is parked because its question is not asked. `safeshore diff` compares a former version \
                  with this one.\n";
    assert_eq!((code, told.as_str()), (0, wanted));
    let state: Json = serde_json::from_str(&state).expect("JSON");
    assert_eq!(state["parked"].as_array().map(Vec::len), Some(2), "{state}");
}
