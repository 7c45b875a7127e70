//! Reports by hand, rendered and read back.

mod sample;

use super::*;

#[test]
fn look() {
    for zh in [false, true] {
        let started = std::time::Instant::now();
        let report = sample::report(zh, if zh { "Contoso 有限公司" } else { "Contoso Ltd" });
        let bytes = render(&report).unwrap();
        eprintln!("{zh} {:?} {} bytes", started.elapsed(), bytes.len());
        std::fs::write(format!("/tmp/pdf-out/sample-{}.pdf", report.language), bytes).unwrap();
    }
}
