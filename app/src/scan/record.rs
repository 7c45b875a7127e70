//! The record of a scan that ended early.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _},
    path::Path,
};

use readiness_core::{
    collect::directory::Finished,
    population::{HEAD_VERSION, ScanHead, ScanLine, ScannedUser},
};

use super::{
    KeepTrouble, Stream,
    stream::{whole_name, with_part},
};

/// The longest line of a record, in bytes.
pub const LONGEST: u64 = 1024 * 1024;

/// The record of a scan that ended early.
pub struct Record {
    /// Goes on in it.
    pub stream: Stream,
    /// What was scanned.
    pub head: ScanHead,
    /// What need not be looked at again.
    pub finished: Finished,
}

impl Record {
    /// Reads what is finished, and opens the record to go on in it. `path` is its name with or without `.part`; `each` gets
    /// the users in it.
    ///
    /// # Errors
    /// It is none, it is damaged, or it is whole.
    pub fn open(path: &Path, mut each: impl FnMut(ScannedUser) -> io::Result<()>) -> Result<Self, KeepTrouble> {
        let whole = whole_name(path);
        let part = with_part(&whole);
        let at = if part.exists() { part } else { whole.clone() };
        let broke = |error| KeepTrouble::File { path: at.clone(), error };
        let mut file = BufReader::new(File::open(&at).map_err(broke)?);
        let (mut head, mut end, mut number) = (None, 0, 0);
        let mut units = HashSet::new();
        // Users of units that are not finished.
        let mut users: HashMap<String, HashSet<[u8; 16]>> = HashMap::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            number += 1;
            let malformed = |what: String| KeepTrouble::Malformed { path: at.clone(), line: number, what };
            let read = (&mut file).take(LONGEST).read_until(b'\n', &mut line).map_err(broke)? as u64;
            // What follows the last line break was not written to its end.
            if line.last() != Some(&b'\n') {
                if read == LONGEST {
                    return Err(malformed(format!("more than {LONGEST} bytes")));
                }
                break;
            }
            end += read;
            let parsed = match serde_json::from_slice(&line) {
                Ok(parsed) => parsed,
                Err(_) if head.is_none() => return Err(KeepTrouble::NoRecord(at)),
                Err(error) => return Err(malformed(error.to_string())),
            };
            match (parsed, &head) {
                (ScanLine::Head(first), None) if first.format == "readiness-scan" => {
                    if first.version != HEAD_VERSION {
                        return Err(KeepTrouble::Version { path: at, version: first.version });
                    }
                    head = Some(*first);
                }
                (ScanLine::User(user), Some(_)) => {
                    let guid = user.guid().ok_or_else(|| malformed("object_guid".to_owned()))?;
                    users.entry(user.unit.clone()).or_default().insert(guid);
                    each(*user).map_err(broke)?;
                }
                (ScanLine::Unit(unit), Some(_)) => {
                    users.remove(&unit.dn);
                    units.insert(unit.dn);
                }
                // It is looked at again.
                (ScanLine::Unread(_), Some(_)) => {}
                (ScanLine::End(_), Some(_)) => return Err(KeepTrouble::Whole(at)),
                _ => return Err(KeepTrouble::NoRecord(at)),
            }
        }
        let Some(head) = head else { return Err(KeepTrouble::NoRecord(at)) };
        drop(file);
        let stream = Stream::go_on(at.clone(), whole, end).map_err(broke)?;
        let finished = Finished { units, users: users.into_values().flatten().collect() };
        Ok(Self { stream, head, finished })
    }
}
