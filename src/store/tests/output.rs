use super::*;
use crate::store::trouble::Kind;
use crate::store::{write_new, write_private};

#[test]
fn a_report_is_written_whole_and_replaces_only_when_asked() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("report.html");
    write_new(&path, b"one", false).expect("it is written");
    let trouble = write_new(&path, b"two", false).unwrap_err();
    assert_eq!((trouble.kind, bytes(&path)), (Kind::Exists, b"one".to_vec()));
    write_new(&path, b"two", true).expect("it is replaced");
    assert_eq!(bytes(&path), b"two");
    assert_eq!(beside(&path), ["report.html"], "no temporary file stays behind");
}

#[test]
fn where_it_cannot_be_written_nothing_changes() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let nowhere = dir.path().join("no").join("report.md");
    assert_eq!(write_new(&nowhere, b"x", true).unwrap_err().kind, Kind::Missing);
    assert_eq!(write_new(dir.path(), b"x", true).unwrap_err().kind, Kind::Unwritable);
    let file = dir.path().join("file");
    fs::write(&file, "x").expect("it is written");
    let trouble = write_new(&file.join("report.md"), b"x", true).unwrap_err();
    assert!(trouble.what.contains("not a folder"), "{trouble}");
    assert_eq!(beside(&file), ["file"]);
}

#[cfg(unix)]
#[test]
fn a_device_is_not_replaced_and_a_link_is_followed() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("a temporary folder");
    let null = dir.path().join("null");
    std::os::unix::fs::symlink("/dev/null", &null).expect("a link is made");
    assert!(write_new(&null, b"x", true).unwrap_err().what.contains("a device"));

    let (real, link) = (dir.path().join("real"), dir.path().join("link"));
    fs::write(&real, "x").expect("it is written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("its mode is set");
    std::os::unix::fs::symlink(&real, &link).expect("a link is made");
    write_new(&link, b"new", true).expect("it is replaced");
    assert_eq!(bytes(&real), b"new");
    assert!(link.is_symlink());
    assert_eq!(fs::metadata(&real).expect("it is there").permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn what_is_private_is_for_its_owner_alone_and_a_file_that_is_there_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let path = dir.path().join("report.html");
    write_private(&path, b"one", false).expect("it is written");
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("its mode is set");
    write_private(&path, b"two", true).expect("it is replaced");
    assert_eq!((mode(&path), bytes(&path)), (0o640, b"two".to_vec()));
}
