//! Secrets stay in memory: everything is run with marked ones, through a cloud that repeats what it is sent, and then the
//! marks are looked for in everything that was written or said.

use std::{fs, path::Path};

use readiness_tests::program::wbready;
use tempfile::tempdir;

use crate::{
    cloud::{Cloud, Fault},
    command_line::{COLLECT, prepare, run},
};

const MARK: &str = "MARKEDSECRET";

fn files(at: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(at).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push((path.display().to_string(), fs::read(&path).expect("read")));
        }
    }
}

/// The mark, and what base64 and a URL make of it.
fn holds_a_mark(bytes: &[u8]) -> bool {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let mut forms = vec![MARK.as_bytes().to_vec()];
    for shift in 0..3 {
        let padded = [vec![b'x'; shift], MARK.as_bytes().to_vec()].concat();
        let text = STANDARD.encode(padded);
        forms.push(text.as_bytes()[4..text.len() - 4].to_vec());
    }
    forms.iter().any(|form| bytes.windows(form.len()).any(|part| part == form))
}

#[test]
fn the_search_finds_what_it_looks_for() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    assert!(holds_a_mark(b"..MARKEDSECRET.."));
    for before in ["", "a", "ab"] {
        assert!(holds_a_mark(STANDARD.encode(format!("{before}{MARK} and more")).as_bytes()), "{before}");
    }
    assert!(!holds_a_mark(b"MARKED SECRET"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_mark_is_written_or_said() {
    let cloud = Cloud::start().await;
    cloud.state().mark = MARK.into();
    cloud.state().secret = format!("{MARK}-application");
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at, &cloud);
    let token = cloud.token();
    let repeats = format!("{{\"error\":{{\"code\":\"{MARK}\",\"message\":\"{token}\"}}}}");
    let id = ["--client-id", "00000000-1111-4222-8333-444444444444"];
    let mut said = String::new();
    // Right and wrong secrets, a token that holds and one that does not, against a cloud that repeats them in its errors.
    for (how, stdin) in [
        (vec!["--browser"], String::new()),
        (vec!["--device-code"], String::new()),
        (vec!["--secret-stdin", id[0], id[1]], format!("{MARK}-application")),
        (vec!["--secret-stdin", id[0], id[1]], format!("{MARK}-wrong")),
        (vec!["--token-stdin"], token.clone()),
        (vec!["--token-stdin"], format!("head.{MARK}.sign-that-is-no-more")),
        (vec!["--token-stdin"], format!("{MARK} with a gap")),
        (vec!["--token-stdin", "--proxy", "ftp://name:MARKEDSECRET@x"], token.clone()),
    ] {
        for fault in [None, Some(403), Some(400), Some(200)] {
            cloud.state().faults.clear();
            if let Some(status) = fault {
                let repeating = Fault::error("/subscribedSkus", status, "x").body("application/json", &repeats);
                cloud.state().faults.push(repeating);
            }
            let words: Vec<String> = COLLECT.iter().chain(&how).map(|word| (*word).to_owned()).collect();
            let done = run(at, words, stdin.clone()).await;
            said.push_str(&format!("{} {}\n", done.out, done.err));
        }
    }
    cloud.state().faults.push(
        Fault::error("/oauth2/v2.0/token", 400, "x")
            .body("application/json", &format!("{{\"error\":\"{MARK}\",\"error_description\":\"{MARK}\"}}")),
    );
    for how in ["--device-code", "--browser"] {
        let words: Vec<String> = COLLECT.iter().chain(&[how]).map(|word| (*word).to_owned()).collect();
        let done = run(at, words, String::new()).await;
        said.push_str(&done.err);
    }
    let report = wbready(
        at,
        &[
            "run",
            "--subject",
            "subject.toml",
            "--facts",
            "facts.json",
            "--only",
            "configuration",
            "--idle",
            "skip",
            "--save",
            "a.readiness",
            "--pdf",
            "a.pdf",
            "--html",
            "a.html",
            "--json",
            "a.json",
            "--md",
            "a.md",
            "--csv",
            "a.csv",
            "--junit",
            "a.xml",
        ],
    );
    assert!(report.code == 1 || report.code == 3, "{} {}", report.code, report.err);
    said.push_str(&format!("{} {}", report.out, report.err));

    let without_prompts: String = said.lines().filter(|line| !line.contains("/oauth2/v2.0/authorize")).collect();
    assert!(!holds_a_mark(without_prompts.as_bytes()), "said: {said}");
    let mut written = Vec::new();
    files(at, &mut written);
    assert!(written.iter().any(|(name, _)| name.ends_with("facts.json")) && written.len() >= 9, "{}", written.len());
    for (name, bytes) in &written {
        assert!(!holds_a_mark(bytes), "{name}");
    }
    // A PDF keeps its text compressed.
    let pdf = lopdf::Document::load(at.join("a.pdf")).expect("a PDF");
    for (number, object) in &pdf.objects {
        if let Ok(stream) = object.as_stream() {
            let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            assert!(!holds_a_mark(&plain), "{number:?}");
        }
    }
}

fn refused(secret: &readiness_core::Secret) -> Result<(), readiness_core::collect::tenant::SignInRefused> {
    if secret.is_empty() { Ok(()) } else { Err(readiness_core::collect::tenant::SignInRefused::NotAToken) }
}

/// A panic with everything in scope prints what panics print: no type that holds a secret can be formatted.
#[test]
fn a_panic_says_nothing_of_a_secret() {
    let secret = readiness_core::Secret::new(MARK.to_owned());
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        refused(&secret).expect("a sign-in");
    }))
    .expect_err("it panics");
    let text = caught.downcast_ref::<String>().cloned().unwrap_or_default();
    assert!(!text.is_empty() && !text.contains(MARK), "{text}");
}
