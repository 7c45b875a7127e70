//! The real `wbready`, run as a user would.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// What a run of the program did.
#[derive(Debug)]
pub struct Done {
    /// Exit code.
    pub code: i32,
    /// What it printed as a result.
    pub out: String,
    /// What it said besides.
    pub err: String,
}

/// Names what starts the program of Windows under Wine, which is tried instead of the one that is built here.
const OF_WINDOWS: &str = "READINESS_PROGRAM_OF_WINDOWS";

/// Whether the program is that of Windows.
#[must_use]
pub fn is_of_windows() -> bool {
    cfg!(windows) || std::env::var_os(OF_WINDOWS).is_some()
}

/// Path of the built program.
pub fn path() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| {
        if let Some(given) = std::env::var_os(OF_WINDOWS) {
            return PathBuf::from(given);
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        // Of the whole workspace, like the tests: a selection of its own would have features of its own, and build every
        // crate once more.
        let kerberos =
            if cfg!(feature = "kerberos") { &["--features", "writeback-readiness/kerberos"][..] } else { &[] };
        let mut cargo = Command::new(env!("CARGO"));
        // What cargo tells a test about its package would pass for a changed environment: `ring` watches these, and with
        // it nearly every crate would be built once more.
        for (name, _) in std::env::vars_os() {
            let told =
                |name: &str| name == "OUT_DIR" || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
            if name.to_str().is_some_and(told) {
                cargo.env_remove(name);
            }
        }
        let built = cargo
            .args(["build", "--quiet", "--workspace", "--bin", "wbready", "--message-format=json"])
            .args(kerberos)
            .current_dir(&root)
            .output()
            .expect("cargo runs");
        let text = String::from_utf8_lossy(&built.stdout);
        assert!(built.status.success(), "wbready does not build: {}", String::from_utf8_lossy(&built.stderr));
        text.lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
            .expect("cargo names the program")
    })
}

/// Runs the program in a folder.
pub fn wbready(folder: &Path, arguments: &[&str]) -> Done {
    let output = Command::new(path())
        .args(arguments)
        .current_dir(folder)
        .env("TZ", "UTC")
        .env_remove("HTTPS_PROXY")
        .env_remove("ALL_PROXY")
        .output()
        .expect("wbready runs");
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
