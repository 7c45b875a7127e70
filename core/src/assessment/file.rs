//! The assessment as a file, `*.readiness`: JSON with a version, written atomically, with a lock against a second
//! window. Hostile until parsed; a refused file is left untouched.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use serde::Deserialize;
use thiserror::Error;

use super::Assessment;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 512 * 1024 * 1024;

/// Why a file was not read or written. The words name the file, and the line where there is one.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system said no.
    #[error("{}: {doing}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was being done, such as `cannot be read`.
        doing: &'static str,
        /// The system's error.
        error: io::Error,
    },
    /// It is too large.
    #[error("{}: {size} bytes is more than an assessment may have ({LARGEST})", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
    },
    /// It is damaged, or no assessment.
    #[error("{}:{line}: {what}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// It was written by a newer program.
    #[error("{}: it has version {version}, and this program reads version 1: use a newer program", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u64,
    },
    /// Another window or command holds it.
    #[error("{}: it is open in another window (or a command is changing it): close it there first", path.display())]
    Held {
        /// The file.
        path: PathBuf,
    },
}

impl FileError {
    fn io(path: &Path, doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, doing, error }
    }
}

/// Reads any file of at most `largest` bytes; what every caller that opens a user's file should use.
///
/// # Errors
/// The system's, or too large.
pub fn read_limited(path: &Path, largest: u64) -> Result<Vec<u8>, FileError> {
    let file = File::open(path).map_err(FileError::io(path, "cannot be opened"))?;
    let mut bytes = Vec::new();
    file.take(largest + 1).read_to_end(&mut bytes).map_err(FileError::io(path, "cannot be read"))?;
    if bytes.len() as u64 > largest {
        let size = fs::metadata(path).map_or(bytes.len() as u64, |data| data.len());
        return Err(FileError::TooLarge { path: path.to_owned(), size });
    }
    Ok(bytes)
}

/// Reads an assessment.
///
/// # Errors
/// The system's, too large, damaged, or from a newer program.
pub fn read(path: &Path) -> Result<Assessment, FileError> {
    parse(path, &read_limited(path, LARGEST)?)
}

/// Parses an assessment. `path` is for messages.
///
/// # Errors
/// Damaged, no assessment, or from a newer program.
pub fn parse(path: &Path, bytes: &[u8]) -> Result<Assessment, FileError> {
    parse_with_files(path, bytes, BTreeMap::new())
}

/// The same, for an assessment whose attached files are kept beside it, as in a PDF: `files` are their bytes by SHA-256 in
/// hexadecimal.
///
/// # Errors
/// Damaged, no assessment, or from a newer program.
pub fn parse_with_files(
    path: &Path,
    bytes: &[u8],
    mut files: BTreeMap<String, Vec<u8>>,
) -> Result<Assessment, FileError> {
    let malformed = |line: usize, what: String| FileError::Malformed { path: path.to_owned(), line, what };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        malformed(line, format!("it is not UTF-8 text (byte {})", error.valid_up_to()))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json = |error: serde_json::Error| malformed(error.line().max(1), error.to_string());

    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        format: String,
        #[serde(default)]
        version: u64,
    }
    let head: Head = serde_json::from_str(text).map_err(json)?;
    if head.format != "readiness-assessment" {
        return Err(malformed(1, format!("expected \"format\": \"readiness-assessment\", found \"{}\"", head.format)));
    }
    if head.version > 1 {
        return Err(FileError::Newer { path: path.to_owned(), version: head.version });
    }
    let mut assessment: Assessment = serde_json::from_str(text).map_err(json)?;
    for (hash, file) in &mut assessment.attachments {
        if file.data.is_empty()
            && let Some(data) = files.remove(hash)
        {
            file.data = data;
        }
        if file.sha256() != *hash {
            return Err(malformed(1, format!("the attachment \"{}\" is not the file that was attached", file.name)));
        }
    }
    // A file need not be sorted; Facts must be.
    assessment.facts.sort();
    Ok(assessment)
}

/// The bytes of an assessment, as they are written to a file.
///
/// # Errors
/// Never for the types of this program; kept as an error rather than a panic.
pub fn to_bytes(assessment: &Assessment) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(assessment)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes an assessment: whole or not at all.
///
/// # Errors
/// The system's. What was in the file before is still there.
pub fn write(path: &Path, assessment: &Assessment) -> Result<(), FileError> {
    let bytes = to_bytes(assessment).map_err(|error| FileError::Io {
        path: path.to_owned(),
        doing: "cannot be written",
        error: error.into(),
    })?;
    write_atomic(path, &bytes)
}

/// Writes a file whole or not at all: a temporary file beside it, synced, then renamed over it.
///
/// # Errors
/// The system's. What was in the file before is still there.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let cannot = |error: io::Error| FileError::io(path, "cannot be written")(error);
    let name = path.file_name().ok_or_else(|| cannot(io::Error::from(io::ErrorKind::InvalidFilename)))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let temporary = folder.join(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
    let written = (|| {
        let mut file = File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    })();
    if let Err(error) = written {
        // The half-written file is ours; whether it can be removed does not change what happened.
        let _ = fs::remove_file(&temporary);
        return Err(cannot(error));
    }
    // Windows has no way to sync a folder; elsewhere a failure here loses nothing that was there before.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Holds a file against a second window. The lock ends when this is dropped, or when the process ends.
#[derive(Debug)]
pub struct Hold {
    /// Closed, and thereby unlocked, on drop.
    _lock: File,
    path: PathBuf,
}

impl Hold {
    /// Takes hold of an assessment's file, which need not exist yet.
    ///
    /// # Errors
    /// Another window holds it, or the lock file cannot be made.
    pub fn take(path: &Path) -> Result<Self, FileError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let lock_path = path.with_file_name(format!(".{name}.lock"));
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(FileError::io(path, "cannot be locked"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { _lock: lock, path: lock_path }),
            Err(TryLockError::WouldBlock) => Err(FileError::Held { path: path.to_owned() }),
            Err(TryLockError::Error(error)) => Err(FileError::io(path, "cannot be locked")(error)),
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // A left-over lock file is harmless: the lock is on the open file, not on its existence.
        let _ = fs::remove_file(&self.path);
    }
}
