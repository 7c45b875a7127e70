//! Takes what a scan brings: judges each user, counts, and writes.

use std::{io, path::PathBuf};

use jiff::Timestamp;
use readiness_core::{
    Words,
    collect::directory::{ScanBegun, Scanned},
    population::{
        HEAD_VERSION, ScanEnd, ScanHead, ScanLine, ScannedUnit, ScannedUser, Tally, TenantUsers, UnreadPlace, csv_row,
        judge,
    },
};

use super::{KeepTrouble, Stream};

/// Judges, counts and writes.
pub struct Keeper<'a> {
    words: &'a Words,
    tenant: Option<&'a TenantUsers>,
    csv: Option<Stream>,
    json: Option<Stream>,
    /// Of the scan that is gone on with, until it begins.
    resumed: Option<ScanHead>,
    head: Option<ScanHead>,
    tally: Tally,
}

/// What is left of a scan.
pub struct Kept {
    /// What was scanned; none when it did not begin.
    pub head: Option<ScanHead>,
    /// What was found, counted.
    pub tally: Tally,
    /// The record of a scan that ended early.
    pub record: Option<PathBuf>,
    /// Its rows, where there is no record that they could be made of.
    pub rows: Option<PathBuf>,
}

impl<'a> Keeper<'a> {
    /// Judges with what the tenant says of the users, if anything, and writes rows where they are wanted, in the language of
    /// `words`.
    #[must_use]
    pub fn new(words: &'a Words, tenant: Option<&'a TenantUsers>, csv: Option<Stream>) -> Self {
        Self { words, tenant, csv, json: None, resumed: None, head: None, tally: Tally::default() }
    }

    /// Takes a user of the scan that is gone on with.
    ///
    /// # Errors
    /// The row cannot be written.
    pub fn resumed(&mut self, user: ScannedUser) -> io::Result<()> {
        self.tally.take(&user);
        match &mut self.csv {
            Some(csv) => csv.write(&csv_row(&user, self.words)),
            None => Ok(()),
        }
    }

    /// It goes on with this scan.
    pub fn resume(&mut self, head: ScanHead) {
        self.resumed = Some(head);
    }

    /// Writes the record here.
    pub fn json(&mut self, json: Option<Stream>) {
        self.json = json;
    }

    /// True once it is known what is scanned.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.head.is_some()
    }

    /// What was found so far, counted.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Takes what a scan brings.
    ///
    /// # Errors
    /// It cannot be written, or the scan that is gone on with was of something else.
    pub fn take(&mut self, scanned: Scanned) -> io::Result<()> {
        match scanned {
            Scanned::Begun(begun) => self.begin(begun),
            Scanned::Listed { .. } => Ok(()),
            Scanned::User(seen) => {
                let user = ScannedUser::new(&seen, judge(&seen, self.tenant, Timestamp::now()));
                self.tally.take(&user);
                if let Some(csv) = &mut self.csv {
                    csv.write(&csv_row(&user, self.words))?;
                }
                self.line(&ScanLine::User(Box::new(user)))
            }
            Scanned::Unit { dn, users } => {
                self.line(&ScanLine::Unit(ScannedUnit { dn, users }))?;
                self.csv.iter_mut().chain(&mut self.json).try_for_each(Stream::flush)
            }
            Scanned::Unread { dn, why } => {
                let place = UnreadPlace { dn, why };
                self.tally.unread.push(place.clone());
                self.line(&ScanLine::Unread(place))
            }
        }
    }

    fn begin(&mut self, begun: ScanBegun) -> io::Result<()> {
        let head = ScanHead {
            format: "readiness-scan".to_owned(),
            version: HEAD_VERSION,
            forest: begun.forest,
            bases: begun.bases,
            connector: begun.connector.name,
            connector_sid: begun.connector.sid,
            tenant: self.tenant.map(|tenant| tenant.head.tenant.clone()),
            seen_at: begun.seen_at,
        };
        match self.resumed.take() {
            Some(other) => {
                let same = ScanHead { seen_at: other.seen_at, ..head.clone() } == other;
                if !same {
                    return Err(io::Error::other(KeepTrouble::Other(Box::new(other))));
                }
                self.head = Some(other);
                Ok(())
            }
            None => {
                self.head = Some(head.clone());
                self.line(&ScanLine::Head(Box::new(head)))
            }
        }
    }

    fn line(&mut self, line: &ScanLine) -> io::Result<()> {
        let Some(json) = &mut self.json else { return Ok(()) };
        json.write(&serde_json::to_string(line)?)?;
        json.write("\n")
    }

    /// The scan is whole.
    ///
    /// # Errors
    /// Its files cannot be written.
    pub fn finish(mut self, at: Timestamp) -> io::Result<Kept> {
        self.line(&ScanLine::End(Box::new(ScanEnd { at, tally: self.tally.clone() })))?;
        self.json.into_iter().chain(self.csv).try_for_each(Stream::finish)?;
        Ok(Kept { head: self.head, tally: self.tally, record: None, rows: None })
    }

    /// The scan ended early; what is finished is kept.
    ///
    /// # Errors
    /// Its files cannot be written.
    pub fn keep(self) -> io::Result<Kept> {
        let record = self.json.map(Stream::keep).transpose()?.flatten();
        let rows = match self.csv {
            Some(csv) if record.is_none() => csv.keep()?,
            Some(csv) => {
                csv.discard();
                None
            }
            None => None,
        };
        Ok(Kept { head: self.head, tally: self.tally, record, rows })
    }

    /// The scan did not begin. A record that was to be gone on with stays.
    pub fn discard(self) {
        if let Some(csv) = self.csv {
            csv.discard();
        }
        match self.json {
            Some(json) if self.resumed.is_none() => json.discard(),
            _ => {}
        }
    }
}
