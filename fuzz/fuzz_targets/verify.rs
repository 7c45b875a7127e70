//! Any bytes may be given to the verifier: it must end, and must not panic. What it calls intact must open.

#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use readiness_core::report::verify::{Outcome, verify};

fuzz_target!(|bytes: &[u8]| {
    // Random bytes rarely begin like a PDF.
    let mut file = b"%PDF-1.7\n".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"%PDF-1.7\n").unwrap_or(bytes));
    if let Ok(report) = verify(&file, &[], Timestamp::UNIX_EPOCH)
        && report.outcome != Outcome::Altered
    {
        assert!(report.into_assessment().is_ok());
    }
});
