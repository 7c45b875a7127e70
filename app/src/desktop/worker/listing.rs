//! The record of a scan as a list: where each user's line is and what it is filtered by, 24 bytes a user. The lines stay in
//! the file and are read when they are seen, so a list of a hundred thousand users takes a few megabytes.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read as _, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use readiness_core::{
    Message, Words, msg,
    population::{HEAD_VERSION, Outcome, ScanHead, ScanLine, ScannedUser, Tally, csv_head, csv_row},
};

use crate::{
    desktop::directory::ScanFilter,
    scan::{KeepTrouble, LONGEST, Line, Stream, read_record, whole_name},
};

/// The most users that are copied as text.
pub const MOST_COPIED: usize = 5000;

/// The record of a scan as a list.
pub struct Listing {
    source: Source,
    /// What was scanned.
    pub head: ScanHead,
    /// What was found, counted.
    pub tally: Tally,
    /// When the scan ended; none when it is not whole.
    pub ended: Option<Timestamp>,
    rows: Vec<Row>,
    units: Vec<String>,
    causes: Vec<&'static str>,
}

/// Where the lines are.
enum Source {
    File(PathBuf),
    BuiltIn(&'static [u8]),
}

/// A user.
struct Row {
    /// Where the line begins, in bytes.
    at: u64,
    /// Index of the unit.
    unit: u32,
    /// A bit for each cause.
    causes: u32,
    outcome: Outcome,
}

trait Lines: BufRead + Seek + Send {}
impl<T: BufRead + Seek + Send> Lines for T {}

impl Source {
    fn open(&self) -> io::Result<Box<dyn Lines>> {
        Ok(match self {
            Self::File(path) => Box::new(BufReader::new(File::open(path)?)),
            Self::BuiltIn(bytes) => Box::new(Cursor::new(*bytes)),
        })
    }

    fn path(&self) -> PathBuf {
        match self {
            Self::File(path) => path.clone(),
            Self::BuiltIn(_) => PathBuf::new(),
        }
    }

    fn broke(&self, error: io::Error) -> Message {
        KeepTrouble::File { path: self.path(), error }.message()
    }
}

/// The head of a record, from its first line.
pub(super) fn head_of(path: &Path) -> Option<ScanHead> {
    let mut line = String::new();
    BufReader::new(File::open(path).ok()?).take(LONGEST).read_line(&mut line).ok()?;
    match serde_json::from_str(&line).ok()? {
        ScanLine::Head(head) if head.format == "readiness-scan" && head.version == HEAD_VERSION => Some(*head),
        _ => None,
    }
}

impl Listing {
    /// Reads a record, whole or not.
    ///
    /// # Errors
    /// It is none, or it is damaged; the message says why.
    pub fn read(path: &Path) -> Result<Self, Message> {
        Self::of(Source::File(path.to_owned()))
    }

    /// Reads a record that comes with the program.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn built_in(bytes: &'static [u8]) -> Result<Self, Message> {
        Self::of(Source::BuiltIn(bytes))
    }

    fn of(source: Source) -> Result<Self, Message> {
        let mut file = source.open().map_err(|error| source.broke(error))?;
        let (mut tally, mut ended) = (Tally::default(), None);
        let (mut rows, mut units, mut causes) = (Vec::new(), Vec::new(), Vec::new());
        let mut unit_numbers: HashMap<String, u32> = HashMap::new();
        let read = read_record(&source.path(), &mut file, |Line { at, says, .. }| {
            match says {
                ScanLine::User(user) => {
                    tally.take(&user);
                    let unit = *unit_numbers.entry(user.unit.clone()).or_insert_with(|| {
                        units.push(user.unit.clone());
                        u32::try_from(units.len() - 1).unwrap_or(u32::MAX)
                    });
                    let mut bits = 0;
                    for cause in &user.causes {
                        let key = cause.key();
                        let bit = causes.iter().position(|known| *known == key).unwrap_or_else(|| {
                            causes.push(key);
                            causes.len() - 1
                        });
                        bits |= 1_u32 << bit.min(31);
                    }
                    rows.push(Row { at, unit, causes: bits, outcome: user.outcome });
                }
                ScanLine::Unread(place) => {
                    tally.unread.retain(|other| other.dn != place.dn);
                    tally.unread.push(place);
                }
                // It was looked at to its end after all.
                ScanLine::Unit(unit) => tally.unread.retain(|other| other.dn != unit.dn),
                ScanLine::End(end) => ended = Some(end.at),
                ScanLine::Head(_) => {}
            }
            Ok(())
        });
        let (head, _) = read.map_err(|trouble| trouble.message())?;
        Ok(Self { source, head, tally, ended, rows, units, causes })
    }

    /// Its file; none for one that comes with the program.
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::BuiltIn(_) => None,
        }
    }

    /// The users that a filter lets through, the worst in front, otherwise as they stand in the record.
    ///
    /// # Errors
    /// The record cannot be read any more.
    pub fn matching(&self, filter: &ScanFilter) -> Result<Vec<u32>, Message> {
        let unit = filter.unit.as_ref().map(|unit| self.units.iter().position(|known| known == unit));
        let cause = filter.cause.as_ref().map(|cause| self.causes.iter().position(|known| known == cause));
        let fits = |row: &Row| {
            filter.shows(row.outcome)
                && unit.is_none_or(|unit| unit.is_some_and(|unit| row.unit as usize == unit))
                && cause.is_none_or(|cause| cause.is_some_and(|bit| row.causes & (1 << bit.min(31)) != 0))
        };
        let mut found: Vec<u32> =
            (0_u32..).zip(&self.rows).filter(|(_, row)| fits(row)).map(|(number, _)| number).collect();
        let wanted = filter.text.trim().to_lowercase();
        if !wanted.is_empty() {
            let mut file = self.source.open().map_err(|error| self.source.broke(error))?;
            let mut named = Vec::new();
            for number in found {
                let user = self.row(&mut file, number)?;
                if [&user.upn, &user.logon_name, &user.dn].iter().any(|name| name.to_lowercase().contains(&wanted)) {
                    named.push(number);
                }
            }
            found = named;
        }
        found.sort_by_key(|number| std::cmp::Reverse(self.rows.get(*number as usize).map(|row| row.outcome)));
        Ok(found)
    }

    /// Reads the lines of these users.
    ///
    /// # Errors
    /// The record cannot be read any more.
    pub fn users(&self, numbers: &[u32]) -> Result<Vec<(u32, ScannedUser)>, Message> {
        let mut file = self.source.open().map_err(|error| self.source.broke(error))?;
        numbers.iter().map(|number| Ok((*number, self.row(&mut file, *number)?))).collect()
    }

    fn row(&self, file: &mut Box<dyn Lines>, number: u32) -> Result<ScannedUser, Message> {
        let changed = || msg!("scan-changed", file = self.source.path().display().to_string());
        let row = self.rows.get(number as usize).ok_or_else(changed)?;
        let now = file.stream_position().map_err(|error| self.source.broke(error))?;
        // What lies between is thrown away less often when it is near.
        let step = i64::try_from(row.at).unwrap_or(i64::MAX) - i64::try_from(now).unwrap_or(i64::MAX);
        if step != 0 {
            file.seek(SeekFrom::Current(step)).map_err(|error| self.source.broke(error))?;
        }
        let mut line = Vec::new();
        file.take(LONGEST).read_until(b'\n', &mut line).map_err(|error| self.source.broke(error))?;
        match serde_json::from_slice(&line) {
            Ok(ScanLine::User(user)) => Ok(*user),
            _ => Err(changed()),
        }
    }

    /// The rows of these users as text, with a first row that names the columns; at most [`MOST_COPIED`] of them.
    ///
    /// # Errors
    /// The record cannot be read any more.
    pub fn text(&self, numbers: &[u32], words: &Words) -> Result<String, Message> {
        let users = self.users(numbers.get(..MOST_COPIED).unwrap_or(numbers))?;
        let rows = users.iter().map(|(_, user)| csv_row(user, words));
        Ok(std::iter::once(csv_head()).chain(rows).collect())
    }

    /// Writes all users: rows where the name ends in `.csv`, otherwise the record itself.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn export(&self, to: &Path, words: &Words) -> Result<(), Message> {
        let not_written = |error: io::Error| KeepTrouble::File { path: to.to_owned(), error }.message();
        if self.path().is_some_and(|own| whole_name(own) == to) {
            return Err(msg!("scan-onto-itself", file = to.display().to_string()));
        }
        let mut file = self.source.open().map_err(|error| self.source.broke(error))?;
        let mut out = Stream::begin(to).map_err(|trouble| trouble.message())?;
        let written = if to.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
            out.write(&csv_head()).map_err(not_written).and_then(|()| {
                (0_u32..).take(self.rows.len()).try_for_each(|number| {
                    let user = self.row(&mut file, number)?;
                    out.write(&csv_row(&user, words)).map_err(not_written)
                })
            })
        } else {
            let mut line = String::new();
            loop {
                line.clear();
                match file.read_line(&mut line) {
                    Ok(0) => break Ok(()),
                    Ok(_) if !line.ends_with('\n') => break Ok(()),
                    Ok(_) => {
                        if let Err(error) = out.write(&line) {
                            break Err(not_written(error));
                        }
                    }
                    Err(error) => break Err(self.source.broke(error)),
                }
            }
        };
        match written {
            Ok(()) => out.finish().map_err(not_written),
            Err(why) => {
                out.discard();
                Err(why)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use jiff::tz::TimeZone;
    use readiness_core::{Language, population::Cause};

    use super::*;

    /// A folder that goes when this does.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("listing-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).expect("a folder");
            Self(path)
        }

        fn path(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn record(folder: &Path, users: u32) -> PathBuf {
        let head = r#"{"head":{"format":"readiness-scan","version":1,"forest":"lab.test","bases":["DC=lab,DC=test"],"connector":"LAB\\MSOL","connector_sid":"S-1-5-21-1-2-3-4","seen_at":"2026-11-26T10:00:00Z"}}"#;
        let mut text = format!("{head}\n");
        for number in 0..users {
            let (outcome, causes) = match number % 3 {
                0 => (Outcome::Works, vec![]),
                1 => (Outcome::Fails, vec![Cause::Disabled, Cause::StaleMark]),
                _ => (Outcome::MayFail, vec![Cause::Locked]),
            };
            let unit = format!("OU=Unit{},DC=lab,DC=test", number % 2);
            let user = ScannedUser {
                dn: format!(r"CN=Müller\, {number},{unit}"),
                unit,
                upn: format!("m{number}@lab.test"),
                logon_name: format!("m{number}"),
                object_guid: "AAAAAAAAAAAAAAAAAAAAAA==".to_owned(),
                outcome,
                causes,
            };
            let _ = writeln!(text, "{}", serde_json::to_string(&ScanLine::User(Box::new(user))).expect("JSON"));
        }
        let path = folder.join("scan.jsonl.part");
        std::fs::write(&path, text + "{\"user\":{\"dn\":\"torn").expect("written");
        path
    }

    fn by(change: impl FnOnce(&mut ScanFilter)) -> ScanFilter {
        let mut filter = ScanFilter::default();
        change(&mut filter);
        filter
    }

    #[test]
    fn users_are_found_by_outcome_cause_unit_and_name_and_read_where_they_stand() {
        let folder = Folder::new("found");
        let listing = Listing::read(&record(folder.path(), 12)).expect("read");
        assert_eq!((listing.tally.users, listing.ended), (12, None), "what was torn off is no line");
        assert_eq!(listing.matching(&ScanFilter::default()), Ok(vec![1, 4, 7, 10, 2, 5, 8, 11]), "the worst first");
        let works = by(|filter| filter.toggle(Outcome::Works));
        assert_eq!(listing.matching(&works), Ok(vec![0, 3, 6, 9]));
        let cause = by(|filter| filter.cause = Some("stale_mark".to_owned()));
        assert_eq!(listing.matching(&cause), Ok(vec![1, 4, 7, 10]));
        let unit = by(|filter| filter.unit = Some("OU=Unit1,DC=lab,DC=test".to_owned()));
        assert_eq!(listing.matching(&unit), Ok(vec![1, 7, 5, 11]));
        assert_eq!(listing.matching(&by(|filter| filter.unit = Some("OU=None".to_owned()))), Ok(vec![]));
        assert_eq!(listing.matching(&by(|filter| filter.text = " MÜLLER\\, 1".to_owned())), Ok(vec![1, 10, 11]));
        let read = listing.users(&[11, 0, 1]).expect("read");
        let names: Vec<&str> = read.iter().map(|(_, user)| user.logon_name.as_str()).collect();
        assert_eq!(names, ["m11", "m0", "m1"]);
    }

    #[test]
    fn all_of_it_is_exported_and_what_is_listed_is_copied() {
        let folder = Folder::new("exported");
        let path = record(folder.path(), 6);
        let listing = Listing::read(&path).expect("read");
        let words = Words::new(&Language::english(), TimeZone::UTC);
        let csv = folder.path().join("all.CSV");
        listing.export(&csv, &words).expect("written");
        assert_eq!(std::fs::read_to_string(&csv).expect("text").lines().count(), 7);
        let json = folder.path().join("all.jsonl");
        listing.export(&json, &words).expect("written");
        assert_eq!(Listing::read(&json).expect("read").tally, listing.tally);
        assert!(listing.export(&folder.path().join("scan.jsonl"), &words).is_err(), "not onto itself");
        assert_eq!(Listing::read(&path).expect("still there").tally.users, 6);
        let text = listing.text(&[1, 4], &words).expect("read");
        assert_eq!(text.lines().count(), 3);
        assert!(text.contains("m4@lab.test") && text.contains("The account is disabled."), "{text}");
    }

    #[test]
    fn a_line_that_is_too_long_is_no_end_of_the_list() {
        let folder = Folder::new("long");
        let path = record(folder.path(), 3);
        let text = std::fs::read_to_string(&path).expect("text");
        let long = "x".repeat(usize::try_from(LONGEST).expect("fits") + 1);
        std::fs::write(&path, text.replacen("CN=Müller", &format!("CN={long}"), 1)).expect("written");
        assert!(Listing::read(&path).is_err_and(|why| why.id == "scan-malformed"));
    }

    #[test]
    fn another_file_is_no_record() {
        let folder = Folder::new("none");
        let path = folder.path().join("x.jsonl");
        for text in ["", "{}\n", "{\"format\":\"readiness-facts\"}\n", "{\"unit\":{\"dn\":\"x\",\"users\":1}}\n"] {
            std::fs::write(&path, text).expect("written");
            assert!(Listing::read(&path).is_err_and(|why| why.id == "scan-no-record"), "{text}");
            assert!(head_of(&path).is_none());
        }
    }
}
