//! A firm's look that lies in the data folder holds for all reports, and gives way where that is asked.

#[path = "desk/folder.rs"]
mod folder;

use std::fs::File;
use std::io::Read;

use folder::{Folder, Run};
use zip::ZipArchive;

const CLOSING: &str = "Ash and Oak LLP is a limited partnership.";

fn desk() -> Folder {
    let desk = Folder::new();
    desk.write("answers.ron", r#"(answers: [(question: "role", value: "vendor")])"#);
    assert_eq!(desk.run(&["answer", "--new", "Pumps", "answers.ron"], "").0, 0);
    desk
}

fn report(desk: &Folder, more: &[&str]) -> Run {
    desk.run(&[&["report", "Pumps", "-o", "report.docx"], more].concat(), "")
}

/// Whether the Word file ends in the firm's words.
fn is_the_firms(desk: &Folder) -> bool {
    let file = File::open(desk.path().join("report.docx")).expect("it was written");
    let mut words = String::new();
    let mut archive = ZipArchive::new(file).expect("a Word file is an archive");
    let mut body = archive.by_name("word/document.xml").expect("it has a body");
    body.read_to_string(&mut words).expect("it is text");
    words.contains(CLOSING)
}

#[test]
fn the_look_in_the_data_folder_is_everyones_unless_another_is_named() {
    let desk = desk();
    assert_eq!(report(&desk, &[]).0, 0);
    assert!(!is_the_firms(&desk), "there is none yet");
    desk.write("data/template/template.ron", &format!("(closing: [\"{CLOSING}\"])"));
    assert_eq!(report(&desk, &[]).0, 0);
    assert!(is_the_firms(&desk));
    assert_eq!(report(&desk, &["--built-in"]).0, 0);
    assert!(!is_the_firms(&desk));
    desk.write("other/template.ron", "()");
    assert_eq!(report(&desk, &["--template", "other"]).0, 0);
    assert!(!is_the_firms(&desk), "the one that is named comes first");
    assert_eq!(report(&desk, &["--template", "other", "--built-in"]).0, 2);
}

#[test]
fn a_broken_look_is_told_with_its_place_and_the_way_round_it() {
    let desk = desk();
    desk.write("data/template/template.ron", "(\n    colours: (accent: \"navy\"),\n)");
    let (code, _, error) = report(&desk, &[]);
    assert_eq!(code, 1, "{error}");
    for told in ["template.ron:2:24", "`navy` is no colour", "--built-in makes it in the built-in look"] {
        assert!(error.contains(told), "{told} in {error}");
    }
    assert!(!desk.path().join("report.docx").exists());
    assert_eq!(desk.run(&["report", "Pumps", "-o", "report.md"], "").0, 0, "Markdown has no look");
}
