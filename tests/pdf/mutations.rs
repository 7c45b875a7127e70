//! Bytes changed at random, and files made to exhaust a reader: nothing panics, and nothing altered is called intact. The
//! same is done without end by `packaging/fuzz.sh`.

use jiff::Timestamp;
use readiness_core::{
    assessment::Role,
    report::{
        sign::Signing,
        verify::{Outcome, TimeStamp, verify},
    },
};

use crate::{authority, made, time_stamps};

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

fn mutated(original: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=numbers.below(3) {
        if bytes.len() < 64 {
            break;
        }
        let at = numbers.below(bytes.len());
        match numbers.below(6) {
            0 => bytes[at] ^= 1 << numbers.below(8),
            1 => bytes[at] = numbers.next() as u8,
            2 => bytes.truncate(at.max(16)),
            3 => {
                let end = (at + numbers.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let end = (at + numbers.below(256)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            _ => {
                let digits = [&b"0"[..], b"9999999999", b"<<", b">>", b"[", b"endobj", b"/Prev 0", b"%%EOF\n"];
                let what = digits[numbers.below(digits.len())];
                bytes.splice(at..at, what.iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn random_changes_are_found() {
    let original = made::signed_twice();
    let mut numbers = Numbers(20_261_125);
    for round in 0..60 {
        let bytes = mutated(original, &mut numbers);
        let Ok(report) = verify(&bytes, &authority::roots(), Timestamp::now()) else { continue };
        // A file cut back to the end of a revision is one that was there before.
        let earlier = original.starts_with(&bytes);
        let outcome = report.outcome;
        assert!(earlier || outcome == Outcome::Altered, "round {round}: {:?}", report.changes);
    }
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> usize {
    bytes[from..].windows(what.len()).position(|window| window == what).expect("is there") + from
}

/// The signature itself, which is not part of what it covers: certificates and attributes in it are read before it is
/// known to be sound.
#[test]
fn a_signature_that_was_changed_at_random_is_read_or_refused_and_is_nobody_elses() {
    let mut report = made::report().to_vec();
    // A report of another edition is not printed again to compare, which would take most of the time.
    let edition = find(&report, b"<wbr:edition>", 0) + 13;
    report[edition] = b'9';
    let signed = made::sign(&report, Role::Assessor, "rsa");
    let start = find(&signed, b"/Contents<", report.len()) + 10;
    let end = find(&signed, b">", start);
    let digits = std::str::from_utf8(&signed[start..end]).expect("digits");
    let digit = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("digits");
    let room: Vec<u8> = (0..digits.len()).step_by(2).map(digit).collect();
    let length = 4 + usize::from(u16::from_be_bytes([room[2], room[3]]));
    let sound = verify(&signed, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!(sound.signatures[0].integrity, Ok(()));

    let mut numbers = Numbers(4);
    let mut refused = 0;
    for round in 0..150 {
        let mut container = mutated(&room[..length], &mut numbers);
        container.resize(room.len(), 0);
        let mut bytes = signed.clone();
        bytes.splice(start..end, container.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
        let seen = verify(&bytes, &authority::roots(), Timestamp::now()).expect("a PDF");
        let [signature] = &seen.signatures[..] else { panic!("round {round}: {:?}", seen.changes) };
        match &signature.integrity {
            Ok(()) => assert_eq!(signature.certificate, sound.signatures[0].certificate, "round {round}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn an_answer_of_a_time_stamp_server_that_was_changed_at_random_states_no_other_time() {
    let now = Timestamp::now();
    let request = made::request(Role::Assessor);
    // A signature of RSA has the same value each time, so that one answer fits all of them.
    let begin = || Signing::begin(made::report(), &request, &authority::signer("rsa"), now).expect("signed");
    let query = begin().time_stamp_query().expect("a question");
    let answer = time_stamps::honest(query.der());
    let stated = |answer: &[u8]| {
        let mut signing = begin();
        signing.add_time_stamp(&query, answer, now).expect("sound");
        let signed = signing.finish().expect("fits");
        let seen = verify(&signed, &authority::roots(), now).expect("a PDF");
        let TimeStamp::Stated { at, .. } = seen.signatures[0].time_stamp else { panic!("{:?}", seen.signatures) };
        at
    };
    let at = stated(&answer);

    let mut numbers = Numbers(5);
    let mut refused = 0;
    let mut trial = begin();
    for round in 0..400 {
        let changed = mutated(&answer, &mut numbers);
        match trial.add_time_stamp(&query, &changed, now) {
            // What is changed then is a part that states nothing.
            Ok(()) => assert_eq!(stated(&changed), at, "round {round}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn every_length_is_refused_but_the_ends_of_revisions() {
    let original = made::signed_twice();
    let ends = [made::report().len(), made::signed_once().len(), original.len()];
    let mut numbers = Numbers(7);
    for _ in 0..300 {
        let length = numbers.below(original.len());
        if ends.iter().any(|end| end.abs_diff(length) <= 1) {
            continue;
        }
        if let Ok(report) = verify(&original[..length], &[], Timestamp::now()) {
            assert_eq!(report.outcome, Outcome::Altered, "cut to {length}");
        }
    }
}

#[test]
fn files_made_to_exhaust_a_reader() {
    let wrap = |body: &str| {
        let head = "%PDF-1.7\n1 0 obj\n";
        let table = head.len() + body.len() + "\nendobj\n".len();
        format!(
            "{head}{body}\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        )
        .into_bytes()
    };
    let deep = 4_000_000;
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("brackets", wrap(&"[".repeat(deep))),
        ("dictionaries", wrap(&"<</A".repeat(deep / 4))),
        ("strings", wrap(&"(".repeat(deep))),
        ("names", wrap(&"/A".repeat(deep / 2))),
        ("references", wrap(&"1 0 R ".repeat(deep / 6))),
        ("nothing", b"%PDF-1.7\n".to_vec()),
        ("spaces", [b"%PDF-1.7\n".to_vec(), vec![b' '; deep]].concat()),
        ("circle", b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n".to_vec()),
        ("far", b"%PDF-1.7\nstartxref\n99999999999999999999999999\n%%EOF\n".to_vec()),
        ("no-root", b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n".to_vec()),
        ("ends", "startxref\n9\n%%EOF\n".repeat(100_000).into_bytes()),
    ];
    for (name, bytes) in files {
        if let Ok(report) = verify(&bytes, &[], Timestamp::now()) {
            assert_eq!(report.outcome, Outcome::Altered, "{name}");
        }
    }
}
