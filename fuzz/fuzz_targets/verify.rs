//! Any bytes may be given to the verifier: it must end, and must not panic. What it calls intact holds the report that
//! was signed, byte by byte, and opens.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use readiness_core::report::verify::{Outcome, verify};
use readiness_fuzz::{now, report, signed};

static REPORT: LazyLock<Vec<u8>> = LazyLock::new(report);
static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| signed(&REPORT));

fuzz_target!(|bytes: &[u8]| {
    if let Ok(found) = verify(bytes, &[], now())
        && found.outcome != Outcome::Altered
    {
        assert!(bytes.starts_with(&REPORT), "another report is called intact");
        assert!(found.into_assessment().is_ok());
    }
});

// Random bytes are no PDF: a run begins with a sound one.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, _seed: u32| {
    if size < 16 && SIGNED.len() <= max_size {
        data[..SIGNED.len()].copy_from_slice(&SIGNED);
        return SIGNED.len();
    }
    fuzzer_mutate(data, size, max_size)
});
