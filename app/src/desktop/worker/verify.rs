//! Looking at a report: reading it, printing it again to compare, and following its certificates to a root.

use std::{fs::File, io::Read as _, path::Path, sync::Arc};

use jiff::Timestamp;
use readiness_core::{
    Message,
    assessment::file,
    collect::{self, network::roots_from_file},
    msg,
    report::verify::{self, Certificate, Root},
};

use super::Trouble;
use crate::desktop::verified::{GivenRoots, Looked};

/// The largest file of roots, in bytes.
const LARGEST_ROOTS: u64 = 4 * 1024 * 1024;

/// True for a file that begins like a PDF.
pub(super) fn is_pdf(path: &Path) -> bool {
    let mut head = [0; 5];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && verify::is_pdf(&head)
}

/// Looks at a report. The roots of this machine are trusted too.
pub(super) fn look(path: &Path, mut roots: Vec<Root>, now: Timestamp) -> Result<Looked, Message> {
    let bytes = file::read_limited(path, verify::LARGEST).map_err(|error| Trouble::from(&error).message)?;
    roots.extend(collect::system_roots());
    let found = verify::verify(&bytes, &roots, now).map_err(|_| msg!("verify-not-a-pdf"))?;
    Ok(Looked { bytes: Arc::new(bytes), found })
}

/// Reads a file of roots.
pub(super) fn read_roots(path: &Path) -> Result<GivenRoots, Trouble> {
    let bytes = file::read_limited(path, LARGEST_ROOTS).map_err(|error| Trouble::from(&error))?;
    let roots = roots_from_file(&bytes).map_err(|error| {
        let file = path.display().to_string();
        Trouble::new(msg!("ui-verify-roots-refused", file = file, why = error.message()))
    })?;
    let names = roots.iter().map(|root| Certificate::read(root).map(|one| one.name).unwrap_or_default()).collect();
    Ok(GivenRoots { path: path.to_owned(), roots, names })
}
