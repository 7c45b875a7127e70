//! `wbready scan` as a person uses it: files, exit codes, cancelled and gone on with.

use std::{
    fs,
    io::Write as _,
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::Ordering,
    time::Duration,
};

use readiness_core::population::{Outcome, ScanLine, ScannedUser};
use readiness_tests::program::{self, Done};
use tempfile::tempdir;

use crate::{
    relay::{Fate, Relay},
    samba::{CONNECTOR, Domain, HOST, PASSWORD, available},
};

/// Begins a scan of a domain that is found at `at`.
fn begin(domain: &Domain, at: SocketAddr, folder: &Path, password: &str, more: &[&str]) -> Child {
    let mut program = Command::new(program::path())
        .args(["scan", "--server", &format!("ldaps://{HOST}"), "--bind", "Administrator@lab.test"])
        .args(["--password-stdin", "--root", domain.root_file().to_str().expect("text")])
        .args(["--resolve", &format!("{HOST}={at}"), "--timeout", "60", "--connector", CONNECTOR])
        .args(more)
        .current_dir(folder)
        .env("TZ", "UTC")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("wbready runs");
    let mut input = program.stdin.take().expect("piped");
    writeln!(input, "{password}").expect("it reads");
    program
}

fn end(program: Child) -> Done {
    let output = program.wait_with_output().expect("it ends");
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn run(domain: &Domain, folder: &Path, more: &[&str]) -> Done {
    end(begin(domain, SocketAddr::from((domain.address, 636)), folder, PASSWORD, more))
}

fn lines(file: &Path) -> Vec<ScanLine> {
    let text = fs::read_to_string(file).expect("a record");
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// The users of a record, by name.
fn users(file: &Path) -> Vec<ScannedUser> {
    let users = lines(file).into_iter().filter_map(|line| match line {
        ScanLine::User(user) => Some(*user),
        _ => None,
    });
    let mut users: Vec<ScannedUser> = users.collect();
    users.sort_by(|one, other| one.dn.cmp(&other.dn));
    users
}

fn rows(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a table");
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    rows.sort();
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_that_was_cancelled_and_gone_on_with_is_the_whole_scan() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    let controller = SocketAddr::from((domain.address, 636));
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let counting = Relay::to(controller, &[]).await;
    let whole = end(begin(&domain, counting.address, at, PASSWORD, &["--json", "whole.jsonl", "--csv", "whole.csv"]));
    assert_eq!((whole.code, whole.err.as_str()), (1, ""), "{}", whole.out);
    assert!(whole.out.contains("would fail") && whole.out.contains("OU=Closed,DC=lab,DC=test"), "{}", whole.out);
    assert!(matches!(lines(&at.join("whole.jsonl")).last(), Some(ScanLine::End(end)) if end.tally.users == 25));

    // Nothing more comes shortly before its end, and a person has enough of it.
    let bytes = counting.bytes.load(Ordering::SeqCst);
    let stuck = Relay::to(controller, &[Fate::SilentAfter(bytes - 12_000)]).await;
    let program = begin(&domain, stuck.address, at, PASSWORD, &["--json", "a.jsonl", "--csv", "a.csv"]);
    let part = at.join("a.jsonl.part");
    while !fs::read_to_string(&part).is_ok_and(|text| text.contains("{\"unit\":{\"dn\":\"CN=Users")) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let id = program.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
    let cancelled = end(program);
    assert_eq!(cancelled.code, 3, "{}", cancelled.err);
    assert!(cancelled.err.contains("--resume a.jsonl.part"), "{}", cancelled.err);
    assert!(!at.join("a.jsonl").exists() && !at.join("a.csv").exists());
    let finished = users(&part).len();
    assert!((1..25).contains(&finished), "{finished}");

    let refused = run(&domain, at, &["--json", "a.jsonl"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("ended early"), "{}", refused.err);
    let other = run(&domain, at, &["--resume", "a.jsonl", "--base", "OU=Staff,DC=lab,DC=test"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("another forest, base, connector account or tenant"), "{}", other.err);

    // A line that was not written to its end is no line.
    let mut torn = fs::OpenOptions::new().append(true).open(&part).expect("opened");
    torn.write_all(b"{\"user\":{\"dn\":\"CN=Ha").expect("written");
    let resumed = run(&domain, at, &["--resume", "a.jsonl", "--csv", "a.csv"]);
    assert_eq!((resumed.code, resumed.err.as_str()), (1, ""), "{}", resumed.out);
    assert_eq!(resumed.out, whole.out, "the same is said of it");
    assert!(!part.exists());
    assert_eq!(users(&at.join("a.jsonl")), users(&at.join("whole.jsonl")));
    assert_eq!(rows(&at.join("a.csv")), rows(&at.join("whole.csv")));
    let again = run(&domain, at, &["--resume", "a.jsonl"]);
    assert!(again.code == 2 && again.err.contains("the scan is whole"), "{}", again.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn licences_and_registration_are_joined() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let base = ["--base", "OU=Sales,DC=lab,DC=test"];
    let alone = run(&domain, at, &[&base[..], &["--json", "s.jsonl"]].concat());
    assert_eq!(alone.code, 1, "{}", alone.err);
    let known = users(&at.join("s.jsonl"));
    let guid = |name: &str| known.iter().find(|user| user.logon_name == name).expect("scanned").object_guid.clone();
    let plan = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";
    let line = |name: &str, plans: &str, registered: bool| {
        format!(
            r#"{{"id":"1","upn":"{name}@contoso.com","immutable_id":"{}","enabled":true,"synchronised":true,"plans":[{plans}],"reset":{{"enabled":true,"registered":{registered},"is_admin":false}}}}"#,
            guid(name)
        )
    };
    let head =
        r#"{"format":"readiness-population","version":1,"tenant":"contoso.com","seen_at":"2026-11-25T10:00:00Z"}"#;
    let plan = format!("\"{plan}\"");
    let text = [
        head.into(),
        line("Ann", &plan, true),
        line("Ben", "", true),
        line("Cem", &plan, false),
        r#"{"end":3}"#.into(),
    ];
    fs::write(at.join("all.jsonl"), text.join("\n")).expect("written");
    let joined = run(&domain, at, &[&base[..], &["--tenant-facts", "all.jsonl", "--json", "-"]].concat());
    assert_eq!(joined.code, 1, "{}", joined.err);
    fs::write(at.join("joined.jsonl"), &joined.out).expect("written");
    let said: Vec<(String, Outcome, Vec<&str>)> = users(&at.join("joined.jsonl"))
        .iter()
        .map(|user| (user.logon_name.clone(), user.outcome, user.causes.iter().map(|cause| cause.key()).collect()))
        .collect();
    assert_eq!(
        said,
        [
            ("Ann".to_owned(), Outcome::Works, vec![]),
            ("Ben".to_owned(), Outcome::Fails, vec!["not_licensed"]),
            ("Cem".to_owned(), Outcome::Fails, vec!["not_registered"]),
            ("Person".to_owned(), Outcome::Fails, vec!["right_missing", "not_synchronised"]),
            ("Reserved".to_owned(), Outcome::Fails, vec!["not_synchronised", "reserved_names"]),
        ]
    );
    fs::write(at.join("cut.jsonl"), text[..3].join("\n")).expect("written");
    let cut = run(&domain, at, &["--tenant-facts", "cut.jsonl"]);
    assert!(cut.code == 2 && cut.err.contains("breaks off"), "{}", cut.err);
}

#[test]
fn a_scan_that_cannot_begin_leaves_nothing_behind() {
    if !available() {
        return;
    }
    let domain = Domain::with(&[]);
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let files = ["--json", "a.jsonl", "--csv", "a.csv"];
    let refused = end(begin(&domain, SocketAddr::from((domain.address, 636)), at, "wrong", &files));
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("the name or the password is wrong"), "{}", refused.err);
    let nowhere = run(&domain, at, &[&files[..], &["--base", "OU=Nowhere,DC=lab,DC=test", "--lang", "zh-CN"]].concat());
    assert_eq!((nowhere.code, nowhere.out.as_str()), (2, ""));
    assert!(nowhere.err.contains("没有对象"), "{}", nowhere.err);
    assert_eq!(fs::read_dir(at).expect("a folder").count(), 0);
    for name in ["facts.json", "nothing"] {
        fs::write(at.join("facts.json"), "{\"format\":\"readiness-facts\"}\n").expect("written");
        let no_record = run(&domain, at, &["--resume", name]);
        assert!(no_record.code == 2 && no_record.err.contains("--resume"), "{}", no_record.err);
        assert_eq!(fs::read_to_string(at.join("facts.json")).expect("kept"), "{\"format\":\"readiness-facts\"}\n");
    }

    // Everybody in this unit could be reset.
    let staff = run(&domain, at, &["--base", "OU=Staff,DC=lab,DC=test", "--lang", "zh-CN"]);
    assert_eq!((staff.code, staff.err.as_str()), (0, ""), "{}", staff.out);
    assert!(staff.out.contains("可以重置"), "{}", staff.out);
}
