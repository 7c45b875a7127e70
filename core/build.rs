//! The assets are compiled in; a new file among them must rebuild the program. What a report looks like follows from the
//! sources, the assets and the versions of the libraries: their fingerprint names the edition, so that a report can be
//! printed again and compared byte by byte by the same edition, and is not called altered by another.

use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hasher as _},
    path::{Path, PathBuf},
};

fn main() {
    let mut files = BTreeSet::new();
    for folder in ["../assets", "src"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files);
    }
    let lock = PathBuf::from("../Cargo.lock");
    if lock.exists() {
        println!("cargo:rerun-if-changed=../Cargo.lock");
        files.insert(lock);
    }
    let mut hash = DefaultHasher::new();
    for file in files {
        hash.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        // Line ends differ between checkouts of the same source.
        let bytes: Vec<u8> = fs::read(&file).unwrap_or_default().into_iter().filter(|byte| *byte != b'\r').collect();
        hash.write(&bytes);
    }
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    println!("cargo:rustc-env=READINESS_EDITION={version}-{:016x}", hash.finish());
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path);
        }
    }
}
