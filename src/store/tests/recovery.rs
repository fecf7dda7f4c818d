use super::*;
use crate::store::line;
use crate::store::notice::Notice;
use crate::store::scan::scan;
use crate::store::trouble::Kind;

fn three() -> Vec<Entry> {
    vec![wrote("one"), wrote("zwei\nünï 👍"), wrote("three")]
}

/// Where each line of a file ends, its newline not counted.
fn ends(bytes: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|at| bytes[*at] == b'\n').collect()
}

#[test]
fn a_file_cut_at_any_byte_keeps_every_whole_entry_and_sets_the_rest_aside() {
    let (_dir, path) = session_of(&three());
    let whole = bytes(&path);
    let ends = ends(&whole);
    let torn_path = super::super::lock::beside(&path, "torn-1");
    for cut in 0..whole.len() {
        fs::write(&path, &whole[..cut]).expect("the file is cut");
        let _ = fs::remove_file(&torn_path);
        let lines = ends.iter().filter(|end| **end <= cut).count();
        let Some(entries) = lines.checked_sub(1) else {
            assert_eq!(Store::open(&path, at(5)).unwrap_err().kind, Kind::Damaged, "cut at {cut}");
            assert_eq!(bytes(&path), &whole[..cut]);
            assert!(!torn_path.exists());
            continue;
        };
        let good = (ends[entries] + 1).min(cut);
        let (read, _) = Store::read(&path).expect("it can be read");
        assert_eq!(bytes(&path), &whole[..cut], "reading changes nothing");

        let mut open = Store::open(&path, at(5)).expect("it can be opened");
        assert_eq!(open.session.entries, three()[..entries], "cut at {cut}");
        assert_eq!(read, open.session);
        assert_eq!(bytes(&path), &whole[..=ends[entries]], "the file ends with a whole line");
        if good == cut {
            assert!(open.notices.is_empty() && !torn_path.exists(), "cut at {cut}: nothing was torn");
        } else {
            assert_eq!(bytes(&torn_path), &whole[good..cut], "cut at {cut}");
            let notice = Notice::Torn { line: entries + 2, bytes: cut - good, kept: Some(torn_path.clone()) };
            assert_eq!(open.notices, [notice]);
        }
        open.journal.append(&[wrote("more")]).expect("it goes on");
        let (after, notices) = Store::read(&path).expect("it can be read");
        assert_eq!((after.entries.len(), notices), (entries + 1, vec![]), "cut at {cut}: the chain holds");
    }
}

#[test]
fn a_changed_byte_is_never_overlooked() {
    let (_dir, path) = session_of(&three());
    let whole = bytes(&path);
    let last_line = ends(&whole)[2] + 1;
    for place in 0..last_line {
        for flip in [0x01, 0x20, 0x80] {
            let mut changed = whole.clone();
            changed[place] ^= flip;
            if let Ok(found) = scan(&changed, &path) {
                let notices = found.notices(changed.len(), None);
                assert!(!notices.is_empty(), "byte {place} changed by {flip:#x} went unseen");
            }
        }
    }
}

#[test]
fn a_line_taken_out_or_altered_is_named_and_the_session_still_opens() {
    let (_dir, path) = session_of(&three());
    let whole = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    let mut lines: Vec<_> = whole.lines().collect();
    lines.remove(1);
    fs::write(&path, lines.join("\n") + "\n").expect("the file is changed");
    let open = Store::open(&path, at(5)).expect("it can be opened");
    assert_eq!(open.notices, [Notice::Broken { line: 2 }]);
    assert_eq!(open.session.entries, three()[1..]);
    drop(open);

    fs::write(&path, whole.replace("one", "ONE")).expect("the file is changed");
    let (session, notices) = Store::read(&path).expect("it can be read");
    assert_eq!((session.entries[0].clone(), notices), (wrote("ONE"), vec![Notice::Broken { line: 3 }]));
}

#[test]
fn a_file_saved_by_an_editor_with_other_line_ends_opens_with_a_warning() {
    let (_dir, path) = session_of(&three());
    let text = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).expect("the file is changed");
    let mut open = Store::open(&path, at(5)).expect("it can be opened");
    assert_eq!((open.session.entries, open.notices), (three(), vec![Notice::Broken { line: 2 }]));
    open.journal.append(&[wrote("more")]).expect("it goes on");
    assert_eq!(Store::read(&path).expect("it can be read").0.entries.len(), 4);
}

#[test]
fn a_bad_line_in_the_middle_is_refused_and_the_file_left_alone() {
    let (_dir, path) = session_of(&three());
    let whole = bytes(&path);
    let line_3 = ends(&whole)[1] + 1;
    for bad in [&b"garbage\n"[..], b"\n", b"\xff\xfe\n", b"(after: \"x\")\n"] {
        let changed = [&whole[..line_3], bad, &whole[line_3..]].concat();
        fs::write(&path, &changed).expect("the file is changed");
        let trouble = Store::open(&path, at(5)).unwrap_err();
        assert_eq!(trouble.kind, Kind::Damaged);
        let text = trouble.to_string();
        assert!(text.starts_with("Line 3 of the session can't be read ("), "{text}");
        assert!(text.contains("left as it is. 1 entry before that line can be read."), "{text}");
        assert_eq!(bytes(&path), changed);
        assert_eq!(beside(&path).len(), 1, "nothing was laid beside it");
    }
}

#[test]
fn each_torn_line_gets_a_number_of_its_own() {
    let (_dir, path) = session_of(&three());
    let whole = bytes(&path);
    for (number, torn) in [(1, &b"(after: "[..]), (2, b"no entry\n"), (3, b"\0\0\0\0")] {
        fs::write(&path, [&whole, torn].concat()).expect("the file is changed");
        let open = Store::open(&path, at(5)).expect("it can be opened");
        let copy = super::super::lock::beside(&path, &format!("torn-{number}"));
        assert_eq!(open.notices, [Notice::Torn { line: 5, bytes: torn.len(), kept: Some(copy.clone()) }]);
        assert_eq!((bytes(&copy), bytes(&path)), (torn.to_vec(), whole.clone()));
        assert!(open.notices[0].to_string().contains(&format!(".torn-{number}")));
    }
    fs::write(&path, [&whole, &b"(after"[..]].concat()).expect("the file is changed");
    let (session, notices) = Store::read(&path).expect("it can be read");
    assert_eq!((session.entries, notices), (three(), vec![Notice::Torn { line: 5, bytes: 6, kept: None }]));
    assert!(bytes(&path).ends_with(b"(after"));
}

#[test]
fn a_good_last_line_without_newline_must_follow_from_the_one_before() {
    let (_dir, path) = session_of(&three());
    let whole = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    let forged = whole.lines().nth(1).expect("a second line");
    fs::write(&path, format!("{whole}{forged}")).expect("the file is changed");
    let open = Store::open(&path, at(5)).expect("it can be opened");
    assert!(matches!(open.notices[..], [Notice::Torn { line: 5, .. }]), "{:?}", open.notices);
    assert_eq!(open.session.entries, three());
}

#[test]
fn what_is_no_session_is_refused_in_its_own_words() {
    let (dir, path) = session_of(&three());
    let whole = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    let cases = [
        (String::new(), Kind::Damaged, "The file is empty, so it is no session."),
        ("hello\n".into(), Kind::Damaged, "This is not a Safeshore session: its first line is no header ("),
        ("(\n".into(), Kind::Damaged, "This is not a Safeshore session"),
        ("(".repeat(1 << 20), Kind::Damaged, "This is not a Safeshore session"),
        ("[".repeat(1 << 20), Kind::Damaged, "This is not a Safeshore session"),
        (
            "Session(format: 2, sealed: [Age(\"x\")])\nwhatever\n".into(),
            Kind::Newer,
            "A newer Safeshore wrote this session (format 2; this one knows 1).",
        ),
        (whole.replacen("format: 1", "format: 4000000000", 1), Kind::Newer, "A newer Safeshore"),
    ];
    for (text, kind, what) in cases {
        fs::write(&path, &text).expect("the file is changed");
        for trouble in [Store::open(&path, at(5)).unwrap_err(), Store::read(&path).unwrap_err()] {
            assert_eq!(trouble.kind, kind);
            assert!(trouble.what.starts_with(what), "{trouble}");
            assert!(trouble.to_string().contains("The file was left as it is."), "{trouble}");
        }
        assert_eq!(bytes(&path), text.as_bytes());
    }
    assert_eq!(Store::read(dir.path()).unwrap_err().kind, Kind::Unreadable);
    assert!(Store::open(dir.path(), at(5)).unwrap_err().what.contains("it is a folder"));
    assert_eq!(Store::open(&dir.path().join("gone"), at(5)).unwrap_err().kind, Kind::Missing);
    let no_session = dir.path().join("notes.txt");
    fs::write(&no_session, "dear diary").expect("a file is written");
    Store::open(&no_session, at(5)).unwrap_err();
    assert!(!super::super::lock::beside(&no_session, "lock").exists(), "no lock is laid beside other files");
}

#[test]
fn a_header_without_its_name_is_a_header() {
    let (_dir, path) = session_of(&[]);
    let text = String::from_utf8(bytes(&path)).expect("it is UTF-8");
    fs::write(&path, text.replacen("Session(", "(", 1)).expect("the file is changed");
    assert!(Store::open(&path, at(5)).expect("it can be opened").notices.is_empty());
}

#[test]
fn what_is_too_large_is_refused() {
    let (_dir, path) = session_of(&three());
    let mut whole = bytes(&path);
    whole.extend(vec![b'x'; line::LIMIT + 1]);
    fs::write(&path, &whole).expect("the file is changed");
    let trouble = Store::open(&path, at(5)).unwrap_err();
    assert_eq!((trouble.kind, &trouble.what[..6]), (Kind::TooLarge, "Line 5"));
    let file = fs::OpenOptions::new().write(true).open(&path).expect("it can be opened");
    file.set_len(super::super::scan::LIMIT + 1).expect("a sparse file");
    let trouble = Store::read(&path).unwrap_err();
    assert!(trouble.kind == Kind::TooLarge && trouble.what.contains("256 MB"), "{trouble}");
}
