//! The record of a scan: one JSON value a line, so that it can be written while the scan goes on, and gone on with after
//! it was cancelled. The head comes first; a unit's line comes when all its users were looked at; the end comes last, and
//! a record without it is of a scan that is not whole. As CSV, a row for each user.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Cause, Outcome, Tally, UserSeen};
use crate::{Words, facts::Unavailable, report::csv_line};

/// The version of the record that this program writes and reads.
pub const HEAD_VERSION: u32 = 1;

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanLine {
    /// What is scanned.
    Head(Box<ScanHead>),
    /// A user.
    User(Box<ScannedUser>),
    /// A unit whose users were all looked at.
    Unit(ScannedUnit),
    /// A place that could not be looked at, or not wholly.
    Unread(UnreadPlace),
    /// The scan is whole.
    End(Box<ScanEnd>),
}

/// What is scanned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanHead {
    /// Always `readiness-scan`.
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// DNS name of the forest.
    pub forest: String,
    /// Below which objects, as distinguished names.
    pub bases: Vec<String>,
    /// The connector account, `DOMAIN\name`.
    pub connector: String,
    /// Its security identifier.
    pub connector_sid: String,
    /// The tenant whose users were joined, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
    /// When the scan began.
    pub seen_at: Timestamp,
}

/// A user that was looked at and judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScannedUser {
    /// Distinguished name.
    pub dn: String,
    /// Distinguished name of the unit.
    pub unit: String,
    /// `userPrincipalName`; empty when there is none.
    pub upn: String,
    /// `sAMAccountName`.
    pub logon_name: String,
    /// `objectGUID`, its 16 bytes in base64, which is the immutable id where no other anchor was chosen.
    pub object_guid: String,
    /// What is to be expected of a reset.
    pub outcome: Outcome,
    /// Why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
}

/// A unit whose users were all looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScannedUnit {
    /// Distinguished name.
    pub dn: String,
    /// How many there were.
    pub users: usize,
}

/// A place that could not be looked at, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadPlace {
    /// Distinguished name.
    pub dn: String,
    /// Why.
    pub why: Unavailable,
}

/// The scan is whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScanEnd {
    /// When it ended.
    pub at: Timestamp,
    /// What was found, counted.
    #[serde(flatten)]
    pub tally: Tally,
}

impl ScannedUser {
    /// A user with the causes that were found.
    #[must_use]
    pub fn new(user: &UserSeen, causes: Vec<Cause>) -> Self {
        Self {
            dn: user.dn.clone(),
            unit: user.unit.clone(),
            upn: user.upn.clone(),
            logon_name: user.logon_name.clone(),
            object_guid: BASE64.encode(user.object_guid),
            outcome: Outcome::of(&causes),
            causes,
        }
    }

    /// The bytes of `objectGUID`; none when the record was changed.
    #[must_use]
    pub fn guid(&self) -> Option<[u8; 16]> {
        BASE64.decode(&self.object_guid).ok()?.try_into().ok()
    }
}

/// The first row. Names and order of columns are stable; new ones come at the end.
#[must_use]
pub fn csv_head() -> String {
    let columns = ["outcome", "user", "logon_name", "unit", "causes", "reasons", "dn", "object_guid"];
    csv_line(&columns.map(str::to_owned))
}

/// A user's row, with the reasons in the language of `words`.
#[must_use]
pub fn csv_row(user: &ScannedUser, words: &Words) -> String {
    let keys: Vec<&str> = user.causes.iter().map(Cause::key).collect();
    let reasons: Vec<String> = user.causes.iter().map(|cause| words.say(&cause.message())).collect();
    csv_line(&[
        user.outcome.name().to_owned(),
        user.upn.clone(),
        user.logon_name.clone(),
        user.unit.clone(),
        keys.join(" "),
        reasons.join(" "),
        user.dn.clone(),
        user.object_guid.clone(),
    ])
}
