//! Looking at a report: reading it, printing it again to compare, and following its certificates to a root.

use std::{fs::File, io::Read as _, path::Path, sync::Arc};

use jiff::Timestamp;
use readiness_core::{
    Message,
    assessment::file,
    collect::{self, network::roots_from_file},
    msg,
    report::verify::{self, Certificate, Trust, list_issuer, lists_from_file},
};

use super::Trouble;
use crate::desktop::verified::{GivenLists, GivenRoots, Looked};

/// The largest file of roots, in bytes.
const LARGEST_ROOTS: u64 = 4 * 1024 * 1024;

/// The largest file of revocation lists, in bytes: those of large authorities have millions of entries.
const LARGEST_LISTS: u64 = 64 * 1024 * 1024;

/// True for a file that begins like a PDF.
pub(super) fn is_pdf(path: &Path) -> bool {
    let mut head = [0; 5];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && verify::is_pdf(&head)
}

/// Looks at a report. The roots of this machine are trusted too.
pub(super) fn look(path: &Path, mut trust: Trust, now: Timestamp) -> Result<Looked, Message> {
    let bytes = file::read_limited(path, verify::LARGEST).map_err(|error| Trouble::from(&error).message)?;
    trust.roots.extend(collect::system_roots());
    let found = verify::verify_by(&bytes, &trust, now).map_err(|_| msg!("verify-not-a-pdf"))?;
    Ok(Looked { bytes: Arc::new(bytes), found })
}

/// Reads a file of roots.
pub(super) fn read_roots(path: &Path) -> Result<GivenRoots, Trouble> {
    let bytes = file::read_limited(path, LARGEST_ROOTS).map_err(|error| Trouble::from(&error))?;
    let all = roots_from_file(&bytes).map_err(|error| refused(path, error.message()))?;
    let names = all.iter().map(|root| Certificate::read(root).map(|one| one.name).unwrap_or_default()).collect();
    Ok(GivenRoots { path: path.to_owned(), all, names })
}

/// Reads a file of revocation lists.
pub(super) fn read_lists(path: &Path) -> Result<GivenLists, Trouble> {
    let bytes = file::read_limited(path, LARGEST_LISTS).map_err(|error| Trouble::from(&error))?;
    let all = lists_from_file(&bytes).map_err(|error| refused(path, error.message()))?;
    let names = all.iter().map(|list| list_issuer(list).unwrap_or_default()).collect();
    Ok(GivenLists { path: path.to_owned(), all, names })
}

fn refused(path: &Path, why: Message) -> Trouble {
    Trouble::new(msg!("ui-verify-roots-refused", file = path.display().to_string(), why = why))
}
