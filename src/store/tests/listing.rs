use super::*;
use crate::store::trouble::Kind;

#[test]
fn an_empty_store_is_empty_and_stays_so() {
    let (dir, store) = store();
    assert!(store.list().expect("no folder, no sessions").is_empty());
    assert_eq!(store.find("acme").unwrap_err().kind, Kind::Missing);
    assert!(!dir.path().join("data").exists(), "looking creates nothing");
    assert_eq!(store.sessions_folder(), dir.path().join("data").join("sessions"));
}

#[test]
fn an_empty_folder_name_is_no_folder_name() {
    assert_ne!(Store::new(Some(PathBuf::new())).map(|store| store.sessions_folder()), Ok("sessions".into()));
}

#[test]
fn the_last_changed_comes_first_and_a_broken_one_hides_none() {
    let (_dir, store) = store();
    let mut paths = Vec::new();
    for (title, change) in [("Old", 10), ("New", 30), ("Broken", 0), ("Between", 20)] {
        let mut open = begin(&store, title);
        let mut entry = wrote(title);
        entry.at = at(change);
        open.journal.append(&[entry]).expect("it is saved");
        paths.push(open.journal.path().to_owned());
    }
    fs::write(&paths[2], "broken").expect("it is broken");
    let broken = fs::OpenOptions::new().write(true).open(&paths[2]).expect("it can be opened");
    broken.set_modified(at(25).into()).expect("its time is set");
    fs::write(paths[0].with_extension("torn-1"), "x").expect("it is written");
    fs::create_dir(store.sessions_folder().join("folder.session.ron")).expect("it is made");

    let listed = store.list().expect("the folder can be read");
    let shown: Vec<_> = listed
        .iter()
        .filter(|one| !one.path.is_dir())
        .map(|one| one.session.as_ref().map_or_else(|t| format!("{:?}", t.kind), |s| s.header.title.clone()))
        .collect();
    assert_eq!(shown, ["New", "Damaged", "Between", "Old"]);
    assert_eq!(listed.len(), 5, "a folder of such a name is listed as one that can't be read");
}

#[test]
fn a_session_is_found_by_path_id_and_title() {
    let (_dir, store) = store();
    let open = begin(&store, "Acme / Bengaluru");
    let (path, id) = (open.journal.path().to_owned(), open.session.header.id.clone());
    let listed = store.list().expect("the folder can be read").remove(0).path;
    for name in [id.as_str(), &id[..3], "acme / bengaluru", "Acme / B", "acme"] {
        assert_eq!(store.find(name).expect(name), listed, "{name:?}");
    }
    let by_path = path.to_str().expect("it is UTF-8");
    assert_eq!(store.find(by_path), Ok(path.clone()));
    let trouble = store.find("./no/such.session.ron").unwrap_err();
    assert_eq!((trouble.kind, trouble.place), (Kind::Missing, Some("./no/such.session.ron".into())));
    fs::write(&path, "broken").expect("it is broken");
    assert_eq!(store.find(&id), Ok(listed), "a broken one is still found by the id in its name");
}

#[test]
fn sessions_of_one_title_have_files_of_their_own() {
    let (_dir, store) = store();
    let ids: std::collections::BTreeSet<_> =
        (0..5).map(|_| begin(&store, "Acme").session.header.id).collect();
    assert_eq!(ids.len(), 5);
    assert_eq!(store.list().expect("the folder can be read").len(), 5);
    assert_eq!(store.find("Acme").unwrap_err().kind, Kind::Ambiguous);
}

#[test]
fn files_with_odd_names_stand_in_nobodys_way() {
    let (_dir, store) = store();
    begin(&store, "Acme");
    for name in [".session.ron", "-.session.ron", "a.session.ron", "x\u{1b}-\u{202e}.session.ron"] {
        fs::write(store.sessions_folder().join(name), "").expect("it is written");
    }
    begin(&store, "Borealis");
    assert_eq!(store.list().expect("the folder can be read").len(), 6);
    assert!(store.find("Borealis").is_ok());
}
