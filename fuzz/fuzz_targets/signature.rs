//! Any bytes may stand where a signature does (CMS, certificates, revocation lists, a time stamp): they are read or
//! refused, without a panic, and nothing is sound but what was signed with the key of the certificate that was there.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use readiness_core::report::verify::{Certificate, verify};
use readiness_fuzz::{now, report, signed};

/// A signed report: what is before its signature, the signature and whose it is, how many bytes it may take, and what is
/// after it.
struct Place {
    before: Vec<u8>,
    signature: Vec<u8>,
    certificate: Option<Certificate>,
    room: usize,
    after: Vec<u8>,
}

static PLACE: LazyLock<Place> = LazyLock::new(|| {
    let mut report = report();
    // A report of another edition of the program is not printed again to compare, which would take most of the time.
    let edition = find(&report, b"<wbr:edition>", 0) + 13;
    report[edition] = b'9';
    let signed = signed(&report);
    let start = find(&signed, b"/Contents<", report.len()) + 10;
    let end = find(&signed, b">", start);
    let hex = std::str::from_utf8(&signed[start..end]).expect("digits");
    let bytes = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("digits");
    let container: Vec<u8> = (0..hex.len()).step_by(2).map(bytes).collect();
    let length = 4 + (usize::from(container[2]) << 8) + usize::from(container[3]);
    let found = verify(&signed, &[], now()).expect("a PDF");
    Place {
        before: signed[..start].to_vec(),
        signature: container[..length].to_vec(),
        certificate: found.signatures[0].certificate.clone(),
        room: container.len(),
        after: signed[end..].to_vec(),
    }
});

fn find(bytes: &[u8], what: &[u8], from: usize) -> usize {
    bytes[from..].windows(what.len()).position(|window| window == what).expect("is there") + from
}

fuzz_target!(|bytes: &[u8]| {
    if bytes.len() > PLACE.room {
        return;
    }
    let mut file = PLACE.before.clone();
    for at in 0..PLACE.room {
        file.extend(format!("{:02x}", bytes.get(at).copied().unwrap_or(0)).bytes());
    }
    file.extend(&PLACE.after);
    let found = verify(&file, &[], now()).expect("a PDF");
    let [signature] = &found.signatures[..] else { panic!("{} signatures", found.signatures.len()) };
    assert!(signature.integrity.is_err() || signature.certificate == PLACE.certificate);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, _seed: u32| {
    let sound = &PLACE.signature;
    if size < 16 && sound.len() <= max_size {
        data[..sound.len()].copy_from_slice(sound);
        return sound.len();
    }
    fuzzer_mutate(data, size, max_size)
});
