use super::*;
use crate::store::trouble::Kind;
use crate::store::{folder, text_file};
use crate::text::{Reason, Source};

fn questionnaire(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("it is written");
    }
    dir
}

/// A source without a text.
#[derive(Debug, PartialEq, Eq)]
struct Lacking {
    reason: Reason,
    name: String,
}

fn lacking(dir: &Path, sources: &[Source]) -> Vec<Lacking> {
    let lack = |source: &Source| {
        let name = Path::new(&source.name).strip_prefix(dir).expect("it lies in the folder");
        Some(Lacking { reason: source.unread.as_ref()?.reason, name: name.display().to_string() })
    };
    sources.iter().filter_map(lack).collect()
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
        ("stages/notes.md", b"\xff"),
        ("jurisdictions/IN.ron", b""),
        ("text/es.ron", b""),
        ("cases/4.ron", b"\xff"),
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
    let lack = Lacking { reason: Reason::NoText, name: "a.ron".to_owned() };
    let sources = folder(dir.path()).expect("the folder can be read");
    assert_eq!(lacking(dir.path(), &sources), [lack]);
    let why = sources[0].unread.as_ref().expect("it is no text");
    assert_eq!(why.what, "The file is not UTF-8 text: see byte 6, in line 2");
    assert_eq!(why.next, "Save it as UTF-8 in your editor");
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
    std::os::unix::fs::symlink("nowhere", dir.path().join("dead.ron")).expect("a link is made");
    let sources = folder(dir.path()).expect("the folder can be read");
    let dead = Lacking { reason: Reason::Unreadable, name: "dead.ron".to_owned() };
    assert_eq!(lacking(dir.path(), &sources), [dead]);
    assert_eq!(sources.len(), 2);
}

#[test]
fn files_that_are_too_much_together_are_not_all_read() {
    let dir = questionnaire(&[]);
    for number in 0..9 {
        // A file of NUL bytes that takes no room on the disk.
        let file = fs::File::create(dir.path().join(format!("{number}.ron"))).expect("a file is made");
        file.set_len(4 << 20).expect("it may be so long");
    }
    let trouble = folder(dir.path()).unwrap_err();
    assert_eq!((trouble.kind, trouble.place), (Kind::TooLarge, Some(dir.path().to_owned())));
    fs::remove_file(dir.path().join("8.ron")).expect("it was there");
    assert_eq!(folder(dir.path()).expect("that is not too much").len(), 8);
}

#[cfg(unix)]
#[test]
fn no_link_pipe_or_device_holds_up_the_reading() {
    use std::os::unix::fs::symlink;

    let with = |make: &dyn Fn(&Path)| {
        let dir = questionnaire(&[("a.ron", b""), ("stages/1-b.ron", b""), ("more/c.txt", b"")]);
        fs::write(dir.path().join("more/c.ron"), "").expect("it is written");
        make(dir.path());
        let files = folder(dir.path()).expect("the folder can be read");
        let lacking = lacking(dir.path(), &files);
        (
            files.len() - lacking.len(),
            lacking.into_iter().map(|one| (one.reason, one.name)).collect::<Vec<_>>(),
        )
    };
    let link = |to: &'static str, name: &'static str| {
        with(&move |dir| symlink(to, dir.join(name)).expect("a link is made"))
    };
    let more = || (Reason::OtherFolder, "more".to_owned());
    let at = |reason, name: &str| vec![(reason, name.to_owned()), more()];
    assert_eq!(link(".", "jurisdictions"), (2, vec![more()]), "the folder itself");
    assert_eq!(link("stages", "jurisdictions"), (2, vec![more()]), "another part of it");
    assert_eq!(link("more", "jurisdictions"), (3, vec![]));
    assert_eq!(link("..", "stages/up"), (2, vec![more()]), "folders within parts are not entered");
    assert_eq!(
        link("../more", "stages/2-c.ron"),
        (2, vec![more()]),
        "a folder is no file, whatever its name"
    );
    assert_eq!(link("../more/c.ron", "stages/2-c.ron"), (3, vec![more()]), "a link to a file is one");
    assert_eq!(link("nowhere", "text"), (2, at(Reason::UnreadableFolder, "text")));
    let unreadable = || (2, at(Reason::Unreadable, "stages/2-c.ron"));
    assert_eq!(link("nowhere", "stages/2-c.ron"), unreadable());
    assert_eq!(link("2-c.ron", "stages/2-c.ron"), unreadable(), "a link to itself");
    assert_eq!(link("/dev/zero", "stages/2-c.ron"), unreadable());
    let pipe = with(&|dir| {
        let made = std::process::Command::new("mkfifo").arg(dir.join("stages/2-c.ron")).status();
        assert!(made.expect("there is a mkfifo").success());
    });
    assert_eq!(pipe, unreadable());
}

#[test]
fn what_looks_like_a_slip_is_handed_on() {
    let dir = questionnaire(&[
        ("questionnaire.ron", b""),
        ("clauses.ron.txt", b""),
        ("notes.txt", b""),
        ("glossary.ron~", b""),
        ("Stages/1.ron", b""),
        ("stages/sub/deep/1.RON", b""),
        ("stages/sub2/1.txt", b""),
        ("stages/1-a.rno", b""),
        ("cases/1.ron", b""),
        (".drafts/1.ron", b""),
        ("jurisdictions", b""),
    ]);
    let sources = folder(dir.path()).expect("the folder can be read");
    let named = |reason, name: &str| Lacking { reason, name: name.to_owned() };
    assert_eq!(
        lacking(dir.path(), &sources),
        [
            named(Reason::UnreadableFolder, "jurisdictions"),
            named(Reason::OtherFolder, "Stages"),
            named(Reason::OtherEnding, "clauses.ron.txt"),
            named(Reason::OtherEnding, "stages/1-a.rno"),
            named(Reason::OtherFolder, "stages/sub"),
        ]
    );
}

#[test]
fn a_large_file_is_left_out_and_the_others_are_read() {
    let dir = questionnaire(&[("questionnaire.ron", b"()")]);
    let file = fs::File::create(dir.path().join("big.ron")).expect("a file is made");
    file.set_len(1 << 40).expect("it may be so long");
    let sources = folder(dir.path()).expect("the folder can be read");
    let big = Lacking { reason: Reason::TooLarge, name: "big.ron".to_owned() };
    assert_eq!((lacking(dir.path(), &sources), sources[1].text.as_str()), (vec![big], "()"));
}
