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
        let dir = questionnaire(&[("a.ron", b""), ("stages/1-b.ron", b""), ("more/c.ron", b"")]);
        make(dir.path());
        let files = folder(dir.path());
        files.map(|files| files.len()).map_err(|trouble| {
            let place = trouble.place.expect("it has a place");
            let place = place.strip_prefix(dir.path()).expect("it lies in the folder").display().to_string();
            (trouble.kind, place)
        })
    };
    let link = |to: &'static str, name: &'static str| {
        with(&move |dir| symlink(to, dir.join(name)).expect("a link is made"))
    };
    assert_eq!(link(".", "jurisdictions"), Ok(2), "the folder itself");
    assert_eq!(link("stages", "jurisdictions"), Ok(2), "another part of it");
    assert_eq!(link("more", "jurisdictions"), Ok(3));
    assert_eq!(link("..", "stages/up"), Ok(2), "folders within parts are not entered");
    assert_eq!(link("../more", "stages/2-c.ron"), Ok(2), "a folder is no file, whatever its name");
    assert_eq!(link("../more/c.ron", "stages/2-c.ron"), Ok(3), "a link to a file is one");
    let in_stages = || "stages/2-c.ron".to_owned();
    assert_eq!(link("nowhere", "stages/2-c.ron"), Err((Kind::Missing, in_stages())));
    assert_eq!(link("2-c.ron", "stages/2-c.ron"), Err((Kind::Unreadable, in_stages())), "a link to itself");
    assert_eq!(link("/dev/zero", "stages/2-c.ron"), Err((Kind::Unreadable, in_stages())));
    let pipe = with(&|dir| {
        let made = std::process::Command::new("mkfifo").arg(dir.join("stages/2-c.ron")).status();
        assert!(made.expect("there is a mkfifo").success());
    });
    assert_eq!(pipe, Err((Kind::Unreadable, in_stages())));
}
