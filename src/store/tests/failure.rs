use std::io::{self, ErrorKind, Write};
use std::sync::{Arc, Mutex};

use super::*;
use crate::store::disk::{Disk, OpenFile};
use crate::store::journal::Journal;
use crate::store::line;
use crate::store::scan::scan;
use crate::store::trouble::Kind;

/// What a disk does wrong from now on.
#[derive(Debug, Default, Clone)]
struct Fault {
    /// Bytes that it still takes before it is full.
    room: Option<usize>,
    /// Bytes that it takes at a time.
    at_a_time: Option<usize>,
    sync: Option<ErrorKind>,
    cut: Option<ErrorKind>,
}

#[derive(Debug)]
struct FaultyDisk {
    file: OpenFile,
    fault: Arc<Mutex<Fault>>,
}

impl Write for FaultyDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut fault = self.fault.lock().expect("not poisoned");
        let most = fault.room.unwrap_or(usize::MAX).min(fault.at_a_time.unwrap_or(usize::MAX));
        if most == 0 {
            return Err(ErrorKind::StorageFull.into());
        }
        let written = self.file.write(&bytes[..bytes.len().min(most)])?;
        fault.room = fault.room.map(|room| room - written);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Disk for FaultyDisk {
    fn length(&self) -> io::Result<u64> {
        self.file.length()
    }

    fn in_place(&self) -> io::Result<bool> {
        self.file.in_place()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let fault = self.fault.lock().expect("not poisoned").cut;
        fault.map_or_else(|| self.file.cut(length), |kind| Err(kind.into()))
    }

    fn sync(&mut self) -> io::Result<()> {
        let fault = self.fault.lock().expect("not poisoned").sync;
        fault.map_or_else(|| self.file.sync(), |kind| Err(kind.into()))
    }
}

/// A session with one entry on a disk that can be told to fail.
fn on_faulty_disk() -> (TempDir, PathBuf, Journal, impl Fn(Fault)) {
    let (dir, path) = session_of(&[wrote("one")]);
    let mut file = OpenFile::open(&path).expect("it can be opened");
    let whole = file.read(1 << 20).expect("it can be read");
    let last = scan(&whole, &path).expect("it is whole").last;
    let fault = Arc::new(Mutex::new(Fault::default()));
    let disk = FaultyDisk { file, fault: Arc::clone(&fault) };
    let journal = Journal::new(Box::new(disk), &path, whole.len() as u64, last, None);
    (dir, path, journal, move |new| *fault.lock().expect("not poisoned") = new)
}

#[test]
fn a_full_disk_keeps_nothing_of_the_entry_and_everything_before_it() {
    let (_dir, path, mut journal, set) = on_faulty_disk();
    let before = bytes(&path);
    for room in 0..300 {
        set(Fault { room: Some(room), ..Fault::default() });
        let trouble = journal.append(&[wrote("two"), wrote("three")]).unwrap_err();
        assert_eq!(bytes(&path), before, "with room for {room} bytes");
        if room == 10 {
            assert_eq!(
                trouble.to_string(),
                format!(
                    "The entry could not be saved: the disk is full.\n  {}\nNothing of it was saved; everything \
                     saved before is safe.\nFree some space on that disk, then try again.",
                    path.display()
                )
            );
        }
    }
    set(Fault::default());
    journal.append(&[wrote("two")]).expect("there is room again");
    let (session, notices) = Store::read(&path).expect("it can be read");
    assert_eq!((session.entries, notices), (vec![wrote("one"), wrote("two")], vec![]));
}

#[test]
fn a_disk_that_takes_little_at_a_time_gets_it_all() {
    let (_dir, path, mut journal, set) = on_faulty_disk();
    set(Fault { at_a_time: Some(7), ..Fault::default() });
    journal.append(&[wrote("two")]).expect("it is saved piece by piece");
    assert_eq!(Store::read(&path).expect("it can be read").0.entries, [wrote("one"), wrote("two")]);
}

#[test]
fn what_may_not_have_reached_the_disk_is_not_called_saved() {
    let (_dir, path, mut journal, set) = on_faulty_disk();
    let before = bytes(&path);
    set(Fault { sync: Some(ErrorKind::Other), ..Fault::default() });
    let trouble = journal.append(&[wrote("two")]).unwrap_err();
    assert_eq!(trouble.kind, Kind::Unwritable);
    assert_eq!(bytes(&path), before);
    assert!(trouble.kept.contains("may stand at the end"), "the removal was not certain either: {trouble}");
    set(Fault::default());
    journal.append(&[wrote("two")]).expect("the disk answers again");
    assert_eq!(Store::read(&path).expect("it can be read").0.entries, [wrote("one"), wrote("two")]);
}

#[test]
fn what_could_not_be_taken_back_is_taken_back_by_the_next_save() {
    let (_dir, path, mut journal, set) = on_faulty_disk();
    let before = bytes(&path);
    set(Fault { room: Some(20), cut: Some(ErrorKind::ReadOnlyFilesystem), ..Fault::default() });
    let trouble = journal.append(&[wrote("two")]).unwrap_err();
    assert!(trouble.kept.contains("the next save removes it"), "{trouble}");
    assert_eq!(bytes(&path).len(), before.len() + 20);
    let trouble = journal.append(&[wrote("two")]).unwrap_err();
    assert!(trouble.what.contains("read-only"), "{trouble}");
    set(Fault::default());
    journal.append(&[wrote("three")]).expect("the disk answers again");
    let (session, notices) = Store::read(&path).expect("it can be read");
    assert_eq!((session.entries, notices), (vec![wrote("one"), wrote("three")], vec![]));
}

#[test]
fn a_file_changed_by_another_is_not_written_to() {
    let (_dir, path, mut journal, _) = on_faulty_disk();
    let longer = [bytes(&path), b"x".to_vec()].concat();
    fs::write(&path, &longer).expect("somebody adds a byte");
    let trouble = journal.append(&[wrote("two")]).unwrap_err();
    assert_eq!(trouble.kind, Kind::Changed);
    assert!(trouble.what.ends_with("was changed by another program meanwhile."), "{trouble}");
    assert_eq!(bytes(&path), longer);
    fs::write(&path, &longer[..longer.len() - 1]).expect("somebody takes it away again");
    journal.append(&[wrote("two")]).expect("all is as it was");
}

#[cfg(unix)]
#[test]
fn a_file_deleted_or_replaced_by_another_is_not_written_to() {
    let (_dir, path, mut journal, _) = on_faulty_disk();
    let whole = bytes(&path);
    let other = path.with_extension("other");
    fs::write(&other, &whole).expect("a copy is made");
    fs::rename(&other, &path).expect("the copy takes its place");
    assert_eq!(journal.append(&[wrote("two")]).unwrap_err().kind, Kind::Changed);
    assert_eq!(bytes(&path), whole);
    fs::remove_file(&path).expect("it is deleted");
    let trouble = journal.append(&[wrote("two")]).unwrap_err();
    assert!(trouble.what.contains("deleted or replaced"), "{trouble}");
    assert!(!path.exists(), "it is not brought back as a stump");
}

#[test]
fn a_torn_line_that_cannot_be_set_aside_stays_where_it_is() {
    let (_dir, path) = session_of(&[wrote("one")]);
    // The longest name that leaves room for the lock's ending, but not for that of the copy.
    let long = path.with_file_name("x".repeat(250));
    let torn = [bytes(&path), b"(after".to_vec()].concat();
    fs::write(&long, &torn).expect("the file is torn");
    let trouble = Store::open(&long, at(1)).unwrap_err();
    assert_eq!(trouble.kind, Kind::Unwritable);
    assert!(trouble.what.contains("name is too long") && trouble.kept.contains("left as it is"), "{trouble}");
    assert_eq!(bytes(&long), torn);
}

#[test]
fn a_name_that_is_taken_is_passed_over() {
    let (_dir, path) = session_of(&[wrote("one")]);
    fs::write(&path, [bytes(&path), b"(after".to_vec()].concat()).expect("the file is torn");
    fs::create_dir(super::super::lock::beside(&path, "torn-1")).expect("a folder has that name");
    let open = Store::open(&path, at(1)).expect("it takes the next number");
    assert!(open.notices[0].to_string().contains("torn-2"));
}

#[test]
fn where_no_folder_can_be_made_nothing_is_created() {
    let (dir, store) = store();
    fs::write(dir.path().join("data"), "a file in place of the folder").expect("it is written");
    let trouble = store.create("Acme", "q", "1", None, at(0)).unwrap_err();
    assert_eq!(trouble.kind, Kind::Unwritable);
    assert!(trouble.what.contains("not a folder") || trouble.what.contains("there already"), "{trouble}");
    assert_eq!(store.list().unwrap_err().kind, Kind::Unreadable);
}

#[test]
fn a_title_too_long_for_a_line_creates_nothing() {
    let (_dir, store) = store();
    let trouble = store.create(&"x".repeat(line::LIMIT), "q", "1", None, at(0)).unwrap_err();
    assert!(trouble.what.contains("longer than 4 MB"), "{trouble}");
    assert!(store.list().expect("the folder is there").is_empty());
}
