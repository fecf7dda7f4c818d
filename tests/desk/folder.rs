//! A folder of its own, and the program run in it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// Exit code, standard output, standard error.
pub type Run = (i32, String, String);

/// A folder for questionnaires, files and, in `data`, sessions. It goes when the test ends.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    }

    pub fn run(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = Command::cargo_bin("safeshore").expect("the program is built");
        let command = command.env("SAFESHORE_DATA", self.path().join("data")).current_dir(self.path());
        let output = command.args(arguments).write_stdin(input).output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }
}
