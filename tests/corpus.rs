//! The seeds of the fuzzer, and whatever it found: what it does with any bytes is done with each of them.

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

fn each_of(folder: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(folder);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        println!("{}", path.display());
        run(&fs::read(path).expect("it can be read"));
        count += 1;
    }
    assert!(count > 10, "{count} seeds");
}

#[test]
fn what_must_hold_holds_for_every_seed_of_the_loader() {
    each_of("loader", fuzz::loader);
}

#[test]
fn what_must_hold_holds_for_every_seed_of_answers() {
    each_of("answers", fuzz::answers);
}
