//! The record of a scan that ended early.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, BufReader},
    path::Path,
};

use readiness_core::{
    collect::directory::Finished,
    population::{ScanHead, ScanLine, ScannedUser},
};

use super::{
    KeepTrouble, Stream,
    lines::{Line, read_record},
    stream::{whole_name, with_part},
};

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
        let mut units = HashSet::new();
        // Users of units that are not finished.
        let mut users: HashMap<String, HashSet<[u8; 16]>> = HashMap::new();
        let (head, end) = read_record(&at, &mut file, |Line { number, says, .. }| {
            match says {
                ScanLine::User(user) => {
                    let nobody =
                        || KeepTrouble::Malformed { path: at.clone(), line: number, what: "object_guid".into() };
                    let guid = user.guid().ok_or_else(nobody)?;
                    users.entry(user.unit.clone()).or_default().insert(guid);
                    each(*user).map_err(broke)?;
                }
                ScanLine::Unit(unit) => {
                    users.remove(&unit.dn);
                    units.insert(unit.dn);
                }
                // It is looked at again. A second head does not come here.
                ScanLine::Unread(_) | ScanLine::Head(_) => {}
                ScanLine::End(_) => return Err(KeepTrouble::Whole(at.clone())),
            }
            Ok(())
        })?;
        drop(file);
        let stream = Stream::go_on(at.clone(), whole, end).map_err(broke)?;
        let finished = Finished { units, users: users.into_values().flatten().collect() };
        Ok(Self { stream, head, finished })
    }
}
