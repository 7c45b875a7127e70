//! For whom writeback does not work, and why: a pure judge of one user after another, and the record of a scan. What is
//! seen of a user comes from the [scan](crate::collect::directory::scan) of the directory, what the tenant says of the
//! same user from the population file of the tenant collector.
//!
//! A user whose circumstances were not all seen is "could not check", never "works"; a cause that was seen counts whatever
//! was not seen besides.

mod cause;
mod judge;
mod record;
mod tally;
mod tenant;
mod user;

pub use cause::{Cause, Weight};
pub use judge::{Outcome, judge};
pub use record::{HEAD_VERSION, ScanEnd, ScanHead, ScanLine, ScannedUnit, ScannedUser, UnreadPlace, csv_head, csv_row};
pub use tally::{CauseTally, Tally, UnitTally};
pub use tenant::{TenantUsers, TenantUsersError};
pub use user::{AccountState, UserSeen};

#[cfg(test)]
mod tests;
