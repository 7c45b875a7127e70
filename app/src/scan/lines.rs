//! The lines of a record, one after the other.

use std::{
    io::{BufRead, Read as _},
    path::Path,
};

use readiness_core::population::{HEAD_VERSION, ScanHead, ScanLine};

use super::KeepTrouble;

/// The longest line of a record, in bytes.
pub const LONGEST: u64 = 1024 * 1024;

/// A line of a record behind its head.
pub struct Line {
    /// Where it begins, in bytes.
    pub at: u64,
    /// Its number, counted from 1.
    pub number: usize,
    /// What it says.
    pub says: ScanLine,
}

/// Reads a record, which is called `path`: its head, and how many bytes of it are whole. What follows the last line break
/// was not written to its end, and is left out.
///
/// # Errors
/// It is none, a line is damaged or too long, or `each` refuses a line.
pub fn read_record(
    path: &Path,
    file: &mut impl BufRead,
    mut each: impl FnMut(Line) -> Result<(), KeepTrouble>,
) -> Result<(ScanHead, u64), KeepTrouble> {
    let (mut head, mut at, mut number, mut line) = (None, 0, 0, Vec::new());
    loop {
        line.clear();
        number += 1;
        let malformed = |what: String| KeepTrouble::Malformed { path: path.to_owned(), line: number, what };
        let broke = |error| KeepTrouble::File { path: path.to_owned(), error };
        let read = file.take(LONGEST).read_until(b'\n', &mut line).map_err(broke)? as u64;
        if line.last() != Some(&b'\n') {
            if read == LONGEST {
                return Err(malformed(format!("more than {LONGEST} bytes")));
            }
            let no_record = || KeepTrouble::NoRecord(path.to_owned());
            return Ok((head.ok_or_else(no_record)?, at));
        }
        match (serde_json::from_slice(&line), &head) {
            (Ok(ScanLine::Head(first)), None) if first.format == "readiness-scan" => {
                if first.version != HEAD_VERSION {
                    return Err(KeepTrouble::Version { path: path.to_owned(), version: first.version });
                }
                head = Some(*first);
            }
            (Ok(ScanLine::Head(_)), _) | (_, None) => return Err(KeepTrouble::NoRecord(path.to_owned())),
            (Ok(says), Some(_)) => each(Line { at, number, says })?,
            (Err(error), Some(_)) => return Err(malformed(error.to_string())),
        }
        at += read;
    }
}
