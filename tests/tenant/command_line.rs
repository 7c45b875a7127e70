//! `wbready collect tenant` and `wbready run --facts` as a user types them.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use readiness_tests::program::{self, Done, wbready};
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::{
    cloud::{Cloud, Fault},
    tenant::*,
};

/// A folder with the loopback cloud as reference data.
pub fn prepare(at: &Path, cloud: &Cloud) {
    fs::create_dir(at.join("data")).expect("made");
    fs::write(at.join("data/endpoints.toml"), cloud.endpoints()).expect("written");
    let subject = format!("tenant = \"contoso.com\"\nadmin = \"{ADMIN}\"\ntest_user = \"{TESS}\"\n");
    fs::write(at.join("subject.toml"), subject).expect("written");
}

pub const COLLECT: [&str; 12] = [
    "collect",
    "tenant",
    "--tenant",
    "contoso.com",
    "--data",
    "data",
    "--admin",
    ADMIN,
    "--test-user",
    TESS,
    "--to",
    "facts.json",
];

/// Runs the program with a text on stdin; the browser is this test.
pub async fn run(at: &Path, arguments: Vec<String>, stdin: String) -> Done {
    let (at, handle) = (at.to_owned(), tokio::runtime::Handle::current());
    tokio::task::spawn_blocking(move || {
        let mut child = Command::new(program::path())
            .args(&arguments)
            .current_dir(&at)
            .env("TZ", "UTC")
            .env("BROWSER", "true")
            .env_remove("HTTPS_PROXY")
            .env_remove("ALL_PROXY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("runs");
        child.stdin.take().expect("piped").write_all(stdin.as_bytes()).expect("written");
        let mut err = String::new();
        for line in BufReader::new(child.stderr.take().expect("piped")).lines() {
            let line = line.expect("text");
            if let Some((_, url)) = line.split_once("/oauth2/v2.0/authorize").and_then(|_| line.split_once(": ")) {
                handle.spawn(browse_any(url.to_owned()));
            }
            err.push_str(&line);
            err.push('\n');
        }
        let output = child.wait_with_output().expect("ends");
        Done {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err,
        }
    })
    .await
    .expect("no panic")
}

async fn browse_any(url: String) {
    let page = url::Url::parse(&url).expect("an address");
    let answer = crate::sign_in::fetch(&page).await;
    let next = answer.lines().find_map(|line| line.strip_prefix("Location: ")).expect("sent on").trim().to_owned();
    let shown = crate::sign_in::fetch(&url::Url::parse(&next).expect("an address")).await;
    assert!(shown.contains("You are signed in"), "{shown}");
}

fn words(more: &[&str]) -> Vec<String> {
    COLLECT.iter().chain(more).map(|word| (*word).to_owned()).collect()
}

fn verdicts(json: &str) -> std::collections::BTreeMap<String, String> {
    let json: Value = serde_json::from_str(json).expect("JSON");
    let items = json["items"].as_array().expect("items").iter();
    items
        .filter_map(|item| Some((item["id"].as_str()?.to_owned(), item["finding"]["verdict"].as_str()?.to_owned())))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_way_to_sign_in_ends_in_facts_that_are_judged() {
    let cloud = Cloud::start().await;
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at, &cloud);
    fs::write(at.join("app.pem"), include_str!("application.pem")).expect("written");
    let token = cloud.token();
    let id = ["--client-id", "00000000-1111-4222-8333-444444444444"];
    for (how, stdin) in [
        (vec!["--browser"], ""),
        (vec!["--device-code"], ""),
        (vec!["--secret-stdin", id[0], id[1]], "the-application-secret\n"),
        (vec!["--certificate", "app.pem", id[0], id[1]], ""),
        (vec!["--token-stdin"], token.as_str()),
    ] {
        let _ = fs::remove_file(at.join("facts.json"));
        let done = run(at, words(&how), stdin.to_owned()).await;
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{how:?}: {}", done.err);
        let judged = wbready(
            at,
            &[
                "run",
                "--subject",
                "subject.toml",
                "--facts",
                "facts.json",
                "--only",
                "licence.tenant-owns",
                "--only",
                "account.admin-role",
                "--json",
                "-",
            ],
        );
        let verdicts = verdicts(&judged.out);
        assert_eq!(verdicts.get("licence.tenant-owns").map(String::as_str), Some("pass"), "{how:?}: {}", judged.err);
        assert_eq!(verdicts.get("account.admin-role").map(String::as_str), Some("pass"), "{how:?}");
    }
    cloud.was_sound();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_stays_open_is_said_with_a_way_on() {
    let cloud = Cloud::start().await;
    cloud.state().granted.retain(|name| name != "AuditLog.Read.All");
    cloud.state().faults.push(Fault::error("/reports/", 403, "Authentication_MSGraphPermissionMissing"));
    cloud.state().faults.push(Fault::error("/auditLogs/", 403, "Authentication_MSGraphPermissionMissing"));
    let folder = tempdir().expect("a folder");
    prepare(folder.path(), &cloud);
    for (lang, says) in [("en", "An administrator can grant it here"), ("zh-CN", "管理员可在此处授予")] {
        let done = run(folder.path(), words(&["--device-code", "--lang", lang]), String::new()).await;
        assert_eq!(done.code, 3, "{}", done.err);
        assert!(
            done.err.contains(says) && done.err.contains("/contoso.com/v2.0/adminconsent?client_id=14d82eec"),
            "{}",
            done.err
        );
        assert!(done.err.contains("ABCD1234") && done.err.contains("https://entra.microsoft.com"), "{}", done.err);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_tenant_and_a_refused_sign_in_write_nothing() {
    let cloud = Cloud::start().await;
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at, &cloud);
    cloud.state().graph.get_mut(ORGANIZATION).expect("there")["value"][0]["verifiedDomains"] =
        json!([{ "name": "fabrikam.com" }]);
    let other = run(at, words(&["--device-code"]), String::new()).await;
    assert!(other.code == 2 && other.err.contains("fabrikam.com"), "{}", other.err);
    cloud.state().faults.push(Fault::sign_in("/oauth2/v2.0/devicecode", "invalid_grant", "AADSTS65001: no consent"));
    let consent = run(at, words(&["--device-code"]), String::new()).await;
    assert!(
        consent.code == 2 && consent.err.contains("AADSTS65001") && consent.err.contains("adminconsent"),
        "{}",
        consent.err
    );
    let empty = run(at, words(&["--token-stdin"]), String::new()).await;
    assert!(empty.code == 2 && empty.err.contains("stdin"), "{}", empty.err);
    let nameless = run(at, words(&["--secret-stdin"]), "x".into()).await;
    assert!(nameless.code == 2 && nameless.err.contains("--client-id"), "{}", nameless.err);
    let common: Vec<String> = words(&["--device-code"])
        .into_iter()
        .map(|word| if word == "contoso.com" { "common".into() } else { word })
        .collect();
    let common = run(at, common, String::new()).await;
    assert!(common.code == 2 && common.err.contains("common"), "{}", common.err);
    let two = run(at, words(&["--device-code", "--browser"]), String::new()).await;
    assert_eq!(two.code, 2);
    assert!(!at.join("facts.json").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn plain_http_is_refused_for_anything_but_loopback() {
    let cloud = Cloud::start().await;
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at, &cloud);
    let port = cloud.base.rsplit(':').next().expect("a port");
    for base in [
        format!("http://10.0.0.1:{port}"),
        "http://graph.microsoft.com".into(),
        format!("http://127.0.0.1.evil.test:{port}"),
    ] {
        fs::write(at.join("data/endpoints.toml"), cloud.endpoints().replace(&cloud.base, &base)).expect("written");
        let done = run(at, words(&["--token-stdin"]), cloud.token()).await;
        assert!(done.code == 2 && done.err.contains("endpoints.toml"), "{base}: {}", done.err);
    }
    assert_eq!(cloud.asked("/"), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_signed_in_is_said_and_never_hides_what_was_brought_along() {
    let cloud = Cloud::start().await;
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at, &cloud);
    let only = ["--only", "licence.tenant-owns", "--json", "-", "--save", "a.readiness"];
    let first = wbready(at, &[&["run", "--subject", "subject.toml"][..], &only[..]].concat());
    assert!(first.out.contains("unavailable-not-signed-in") || first.out.contains("not-signed-in"), "{}", first.out);
    let collected = run(at, words(&["--device-code"]), String::new()).await;
    assert_eq!(collected.code, 0, "{}", collected.err);
    let second = wbready(at, &[&["run", "--facts", "facts.json"][..], &only[..]].concat());
    assert_eq!(
        verdicts(&second.out).get("licence.tenant-owns").map(String::as_str),
        Some("pass"),
        "{} {}",
        second.out,
        second.err
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_of_saved_answers_is_imported() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let cloud = Cloud::start().await;
    prepare(at, &cloud);
    fs::create_dir(at.join("saved")).expect("made");
    for (name, context, path) in [("org", "organization", ORGANIZATION), ("skus", "subscribedSkus", SKUS)] {
        let mut body = healthy()[path].clone();
        body["@odata.context"] = format!("https://graph.microsoft.com/v1.0/$metadata#{context}").into();
        fs::write(at.join(format!("saved/{name}.json")), body.to_string()).expect("written");
    }
    let run = |subject: &str| {
        wbready(at, &["run", "--subject", subject, "--facts", "saved", "--only", "licence.tenant-owns", "--json", "-"])
    };
    let done = run("subject.toml");
    assert_eq!(verdicts(&done.out).get("licence.tenant-owns").map(String::as_str), Some("pass"), "{}", done.err);
    fs::write(at.join("other.toml"), "tenant = \"fabrikam.com\"\n").expect("written");
    let other = run("other.toml");
    assert!(other.code == 2 && other.err.contains("fabrikam.com"), "{}", other.err);
}
