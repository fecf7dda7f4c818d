use super::*;
use crate::store::trouble::Kind;
use crate::store::{folder, text_file};

fn questionnaire(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("it is written");
    }
    dir
}

#[test]
fn the_files_come_in_the_order_of_their_numbers_under_the_name_given() {
    let dir = questionnaire(&[
        ("questionnaire.ron", b"\xef\xbb\xbf(id: 1)"),
        ("clauses.ron", b""),
        ("stages/10-z.ron", b""),
        ("stages/2-b.ron", b""),
        ("stages/1-x.ron", b""),
        ("stages/.#1-x.ron", b"\xff"),
        ("stages/deeper/3.ron", b"\xff"),
        ("stages/notes.md", b"\xff"),
        ("jurisdictions/IN.ron", b""),
        ("text/es.ron", b""),
        ("drafts/4.ron", b"\xff"),
        ("folder.ron/x", b""),
    ]);
    let sources = folder(dir.path()).expect("the folder can be read");
    let names: Vec<_> = sources.iter().map(|source| Path::new(&source.name)).collect();
    let wanted = [
        "clauses.ron",
        "questionnaire.ron",
        "stages/1-x.ron",
        "stages/2-b.ron",
        "stages/10-z.ron",
        "jurisdictions/IN.ron",
        "text/es.ron",
    ];
    assert_eq!(names, wanted.map(|name| dir.path().join(name)));
    assert_eq!(sources[1].text, "(id: 1)");
}

#[test]
fn a_file_that_is_no_text_is_named_with_its_byte() {
    let dir = questionnaire(&[("a.ron", b"ok\n\xc3\xa9\xff"), ("wide.txt", b"\xff\xfea\0")]);
    let trouble = folder(dir.path()).unwrap_err();
    assert_eq!(trouble.place, Some(dir.path().join("a.ron")));
    assert_eq!(trouble.what, "The file is not UTF-8 text: see byte 6, in line 2.");
    assert!(text_file(&dir.path().join("wide.txt")).unwrap_err().next.contains("UTF-16"));
}

#[test]
fn what_is_missing_or_too_much_is_said() {
    let dir = questionnaire(&[("big.txt", &vec![b'x'; (4 << 20) + 1])]);
    assert_eq!(folder(dir.path()).unwrap_err().kind, Kind::Missing);
    assert_eq!(folder(&dir.path().join("no")).unwrap_err().kind, Kind::Missing);
    assert!(folder(&dir.path().join("big.txt")).unwrap_err().what.contains("not a folder"));
    assert_eq!(text_file(&dir.path().join("big.txt")).unwrap_err().kind, Kind::TooLarge);
    assert!(text_file(dir.path()).unwrap_err().what.contains("it is a folder, not a file"));
    let many: Vec<_> = (0..201).map(|number| format!("{number}.ron")).collect();
    let dir = questionnaire(&many.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>());
    assert!(folder(dir.path()).unwrap_err().what.contains("201 .ron files"));
}

#[cfg(unix)]
#[test]
fn a_link_back_to_the_folder_brings_nothing_twice_and_a_dead_one_is_named() {
    let dir = questionnaire(&[("a.ron", b"")]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("stages")).expect("a link is made");
    assert_eq!(folder(dir.path()).expect("the folder can be read").len(), 1);
    let dead = dir.path().join("dead.ron");
    std::os::unix::fs::symlink("nowhere", &dead).expect("a link is made");
    let trouble = folder(dir.path()).unwrap_err();
    assert_eq!((trouble.kind, trouble.place), (Kind::Missing, Some(dead)));
}
