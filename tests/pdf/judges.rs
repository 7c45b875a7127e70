//! Other programs that judge our files. `packaging/setup.sh test` installs them; where one is missing, that is said.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The Python with the judges in it.
pub fn python() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/judges/bin/python");
    if !path.exists() {
        println!("skipped: judges in Python (packaging/setup.sh test installs them)");
        return None;
    }
    Some(path)
}

/// Runs a program; its output when it is there, and whether it was content.
pub fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<(bool, String)> {
    let Ok(done) = Command::new(program).args(arguments).current_dir(folder).output() else {
        println!("skipped: {program} is not installed");
        return None;
    };
    let text = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    Some((done.status.success(), text))
}

/// What pyHanko says of files that should have `signatures` signatures: for each whether all are valid and trusted, with
/// what it says besides.
pub fn hanko(folder: &Path, files: &[String], root: &Path) -> Option<Vec<(bool, String)>> {
    let python = python()?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("pdf/hanko.py");
    let done =
        Command::new(python).arg(script).arg(root).args(files).current_dir(folder).output().expect("python runs");
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let lines: Vec<(bool, String)> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(verdict, about)| (verdict == "valid", about.to_owned()))
        .collect();
    assert_eq!(lines.len(), files.len(), "{text}\n{}", String::from_utf8_lossy(&done.stderr));
    Some(lines)
}
