use super::*;
use crate::store::trouble::Kind;

#[test]
fn a_second_writer_hears_who_has_it_and_a_reader_is_not_kept_out() {
    let (_dir, store) = store();
    let mut first = begin(&store, "Acme");
    let path = first.journal.path().to_owned();
    let trouble = Store::open(&path, at(60)).unwrap_err();
    assert_eq!(trouble.kind, Kind::Locked);
    let pid = std::process::id();
    assert_eq!(
        trouble.to_string(),
        format!(
            "This session is already open: process {pid} has been writing to it since 2026-02-02 02:40:00 UTC.\n  \
             {}\nNothing was changed.\nLeave the session there (or end process {pid}), then try again.",
            path.display()
        )
    );
    first.journal.append(&[wrote("one")]).expect("the first goes on");
    assert_eq!(Store::read(&path).expect("it can be read").0.entries.len(), 1);
    drop(first);
    let second = Store::open(&path, at(60)).expect("it is free now");
    assert!(Store::open(&path, at(61)).unwrap_err().what.contains("02:41:00"));
    drop(second);
    assert!(super::super::lock::beside(&path, "lock").exists(), "the lock file stays");
}

#[test]
fn a_lock_file_with_other_content_still_locks() {
    let (_dir, store) = store();
    let open = begin(&store, "Acme");
    let lock = super::super::lock::beside(open.journal.path(), "lock");
    fs::write(&lock, b"\xff rubbish").expect("it is written");
    let trouble = Store::open(open.journal.path(), at(1)).unwrap_err();
    assert!(trouble.kind == Kind::Locked && trouble.what.contains("another process"), "{trouble}");
    let path = open.journal.path().to_owned();
    drop(open);
    fs::write(&lock, "rubbish ".repeat(100)).expect("it is written");
    let _open = Store::open(&path, at(2)).expect("it is free");
    let trouble = Store::open(&path, at(3)).unwrap_err();
    assert!(trouble.what.contains("since 2026-02-02 02:40:02 UTC"), "the rubbish is gone: {trouble}");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_session_is_the_same_session() {
    let (dir, store) = store();
    let open = begin(&store, "Acme");
    let link = dir.path().join("link.session.ron");
    std::os::unix::fs::symlink(open.journal.path(), &link).expect("a link is made");
    assert_eq!(Store::open(&link, at(1)).unwrap_err().kind, Kind::Locked);
}

#[test]
fn a_lock_that_cannot_be_written_leaves_the_session_alone() {
    let (_dir, path) = session_of(&[wrote("one")]);
    let lock = super::super::lock::beside(&path, "lock");
    fs::remove_file(&lock).expect("the lock file is there");
    fs::create_dir(&lock).expect("a folder takes its place");
    let trouble = Store::open(&path, at(1)).unwrap_err();
    assert_eq!((trouble.kind, trouble.place), (Kind::Unwritable, Some(lock)));
}
