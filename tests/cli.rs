//! The command line as a user types it: the main job end to end, and what it says to bad input.

#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/data.rs"]
mod data;
#[path = "cli/handover.rs"]
mod handover;
#[path = "cli/own_domain.rs"]
mod own_domain;

use std::fs;

use readiness_tests::program::{self, wbready};
use tempfile::tempdir;

#[test]
fn from_recorded_facts_to_a_report_in_two_languages() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let run = wbready(
        at,
        &["run", "--scenario", "half-configured", "--save", "a.readiness", "--pdf", "a.pdf", "--json", "-"],
    );
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.err, "", "no progress when piped");
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("stdout holds the JSON and nothing else");
    assert_eq!(json["conclusion"], "not_ready");
    assert!(fs::read(at.join("a.pdf")).expect("written").starts_with(b"%PDF-1.7"));

    let report =
        wbready(at, &["report", "a.readiness", "--lang", "zh-CN", "--pdf", "zh.pdf", "--html", "zh.html", "--md", "-"]);
    assert_eq!(report.code, 1, "{}", report.err);
    assert!(report.out.contains("未就绪"), "{}", report.out);
    assert!(fs::read_to_string(at.join("zh.html")).expect("written").contains("lang=\"zh-CN\""));

    let junit = wbready(at, &["report", "a.readiness", "--junit", "-", "--csv", "a.csv"]);
    assert!(junit.out.contains("<testsuite") && junit.out.contains("<failure"), "{}", junit.out);
    assert!(fs::read_to_string(at.join("a.csv")).expect("written").lines().count() > 40);
}

#[test]
fn people_answer_accept_and_sign() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    fs::write(at.join("subject.toml"), "organisation = \"Contoso Ltd\"\ntenant = \"contoso.com\"\n").expect("written");
    fs::write(at.join("mine.toml"), OWN_CHECKLIST).expect("written");
    let run = wbready(at, &["run", "--checklist", "mine.toml", "--subject", "subject.toml", "--save", "a.readiness"]);
    assert_eq!(run.code, 3, "unanswered is incomplete: {} {}", run.out, run.err);
    assert!(run.out.starts_with("Incomplete\n"), "{}", run.out);

    let refused =
        wbready(at, &["answer", "a.readiness", "mine.window", "--outcome", "pass", "--who", "", "--why", "x"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    fs::write(at.join("shot.png"), b"\x89PNG\r\n").expect("written");
    let answer = ["--who", "Lin Yue", "--why", "it is in the calendar", "--attach", "shot.png"];
    let answered =
        wbready(at, &[&["answer", "a.readiness", "mine.window", "--outcome", "pass"][..], &answer[..]].concat());
    assert_eq!(answered.code, 0, "{}", answered.err);
    let failed = ["--outcome", "fail", "--who", "Lin Yue", "--why", "nobody knows it"];
    assert_eq!(wbready(at, &[&["answer", "a.readiness", "mine.contact"][..], &failed[..]].concat()).code, 0);
    assert_eq!(wbready(at, &["report", "a.readiness"]).code, 1, "a person said that it is not met");

    let late =
        wbready(at, &["except", "a.readiness", "mine.contact", "--who", "M", "--why", "y", "--until", "2020-01-01"]);
    assert!(late.code == 2 && late.err.contains("past"), "{}", late.err);
    let until = (jiff::Zoned::now().date() + jiff::Span::new().days(30)).to_string();
    let excepted =
        wbready(at, &["except", "a.readiness", "mine.contact", "--who", "M", "--why", "planned", "--until", &until]);
    assert_eq!(excepted.code, 0, "{}", excepted.err);
    let report = wbready(at, &["report", "a.readiness"]);
    assert_eq!(report.code, 0, "{}", report.out);
    assert!(report.out.starts_with("Ready with exceptions\n"), "{}", report.out);

    for role in ["assessor", "customer"] {
        let signed =
            wbready(at, &["sign-off", "a.readiness", "--role", role, "--who", "Lin Yue", "--title", "Consultant"]);
        assert_eq!(signed.code, 0, "{}", signed.err);
    }
    assert!(wbready(at, &["report", "a.readiness", "--json", "-"]).out.contains("\"signed_off\""));
    // Running again continues the file instead of replacing it: what people said is still there.
    let again = wbready(at, &["run", "--checklist", "mine.toml", "--save", "a.readiness"]);
    assert_eq!(again.code, 0, "{} {}", again.out, again.err);
}

const OWN_CHECKLIST: &str = r#"
id = "mine"
edition = "1"
as_of = 2026-11-22
[[section]]
id = "before"
words.en.title = "Before we start"
[[section.item]]
id = "mine.window"
weight = "required"
words.en = { title = "A change window is agreed", ask = "Is it in the calendar?" }
[[section.item]]
id = "mine.contact"
weight = "required"
words.en = { title = "A contact is named" }
"#;

#[test]
fn training_is_not_signed() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    assert_eq!(wbready(at, &["run", "--scenario", "all-well", "--save", "t.readiness"]).code, 3);
    let signed = wbready(at, &["sign-off", "t.readiness", "--role", "assessor", "--who", "Lin"]);
    assert!(signed.code == 2 && signed.err.contains("training"), "{}", signed.err);
    let mixed = wbready(at, &["run", "--only", "connectivity.clock", "--idle", "skip", "--save", "t.readiness"]);
    assert!(mixed.code == 2 && mixed.err.contains("do not mix"), "{}", mixed.err);
}

#[test]
fn only_what_is_wanted_is_judged_and_what_was_not_met_again() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let one = wbready(
        at,
        &["run", "--scenario", "all-well", "--only", "sync.not-staging", "--save", "a.readiness", "--json", "-"],
    );
    assert_eq!(one.code, 3, "{}", one.err);
    let json: serde_json::Value = serde_json::from_str(&one.out).expect("JSON");
    let run = json["items"].as_array().expect("items").iter().filter(|item| !item["finding"].is_null()).count();
    assert_eq!(run, 1);
    let rest = wbready(at, &["run", "--scenario", "all-well", "--failed-of", "a.readiness", "--json", "-"]);
    assert_eq!(rest.code, 3, "{}", rest.err);
    let unknown = wbready(at, &["run", "--scenario", "all-well", "--only", "no.such"]);
    assert!(unknown.code == 2 && unknown.err.contains("no.such"), "{}", unknown.err);
    let manual = wbready(at, &["run", "--scenario", "all-well", "--only", "proof.unlock"]);
    assert!(manual.code == 2 && manual.err.contains("wbready answer"), "{}", manual.err);
}

#[test]
fn evidence_is_imported_and_evidence_of_others_is_refused() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let shown = wbready(at, &["scenario", "show", "all-well"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    fs::write(at.join("facts.json"), &shown.out).expect("written");
    fs::write(at.join("own.toml"), "tenant = \"contoso.com\"\nforest = \"contoso.local\"\n").expect("written");
    fs::write(at.join("other.toml"), "tenant = \"fabrikam.com\"\n").expect("written");
    let only = ["--only", "sync.not-staging", "--facts", "facts.json", "--json", "-"];
    let own = wbready(at, &[&["run", "--subject", "own.toml"][..], &only[..]].concat());
    assert!(own.out.contains("\"pass\""), "{} {}", own.out, own.err);
    let other = wbready(at, &[&["run", "--subject", "other.toml"][..], &only[..]].concat());
    assert!(other.code == 2 && other.err.contains("fabrikam.com"), "{}", other.err);
    let all_the_same =
        wbready(at, &[&["run", "--subject", "other.toml", "--accept-other-tenant"][..], &only[..]].concat());
    assert_eq!(all_the_same.code, 3, "{}", all_the_same.err);
}

#[test]
fn bad_files_are_refused_with_name_and_line_and_left_untouched() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let newer = br#"{"format": "readiness-assessment", "version": 2}"#;
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("truncated", br#"{"format": "readiness-assessment", "version": 1,"#),
        ("other", br#"{"format": "something"}"#),
        ("newer", newer),
        ("utf16", b"\xff\xfe{\x00"),
        ("type", br#"{"format": "readiness-assessment", "version": 1, "created_at": 7}"#),
    ] {
        let file = format!("{name}.readiness");
        fs::write(at.join(&file), bytes).expect("written");
        for arguments in [
            vec!["report", file.as_str()],
            vec!["sign-off", file.as_str(), "--role", "assessor", "--who", "Lin"],
            vec!["run", "--scenario", "all-well", "--save", file.as_str()],
        ] {
            let done = wbready(at, &arguments);
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{name}: {}", done.err);
            assert!(done.err.contains(&file), "{name}: {}", done.err);
            assert_eq!(fs::read(at.join(&file)).expect("still there"), bytes, "{name} was touched");
        }
    }
    let cases: [(&str, &[u8], &[&str], &str); 5] = [
        ("list.toml", b"id = \"x\"\n[[section]]\nid = 3\n", &["checklist", "lint", "list.toml"], "list.toml:3"),
        (
            "facts.json",
            b"{\n\"format\": \"readiness-facts\",\n\"version\": 1,\n\"facts\": 3}",
            &["run", "--scenario", "all-well", "--facts", "facts.json"],
            "line 4",
        ),
        ("subject.toml", b"tenant = 3\n", &["run", "--subject", "subject.toml"], "subject.toml:1"),
        ("root.pem", b"not a certificate", &["run", "--root", "root.pem", "--only", "connectivity.clock"], "root.pem"),
        ("data/endpoints.toml", b"as_of = 1\n", &["run", "--scenario", "all-well", "--data", "data"], "endpoints.toml"),
    ];
    fs::create_dir(at.join("data")).expect("made");
    for (name, bytes, arguments, says) in cases {
        fs::write(at.join(name), bytes).expect("written");
        let done = wbready(at, arguments);
        assert!(done.code == 2 && done.err.contains(says), "{name}: {} {}", done.code, done.err);
    }
    for arguments in [
        &["run", "--idle", "soon"][..],
        &["run", "--only", "connectivity.clock", "--proxy", "ftp://name:hush@x"],
        &["run", "--resolve", "nonsense"],
        &["run", "--scenario", "no-such"],
        &["report"],
        &["frobnicate"],
    ] {
        let done = wbready(at, arguments);
        assert!(done.code == 2 && done.out.is_empty() && !done.err.is_empty(), "{arguments:?}: {done:?}");
        assert!(!done.err.contains("hush"), "a password was repeated: {}", done.err);
    }
}

#[test]
fn what_the_program_knows_is_printed() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let version = wbready(at, &["--version"]).out;
    assert!(version.starts_with("wbready ") && version.contains("checklist password-writeback"), "{version}");
    assert!(wbready(at, &["checklist", "list"]).out.contains("connectivity.service-bus-host"));
    assert_eq!(wbready(at, &["checklist", "lint"]).code, 0);
    assert!(wbready(at, &["scenario", "list"]).out.contains("relay-blocked"));
    for format in ["checklist", "facts", "assessment", "comparison"] {
        let schema = wbready(at, &["schema", format]).out;
        assert!(schema.contains("\"$schema\""), "{schema}");
    }
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let manual = wbready(at, &["manual", "--to", "man"]);
    assert_eq!((manual.code, manual.out.as_str(), manual.err.as_str()), (0, "", ""));
    let page = |name: &str| fs::read_to_string(at.join("man").join(name)).expect("a page");
    assert!(page("wbready.1").contains("run"), "the page of the program names its commands");
    assert!(page("wbready-run.1").contains("\\-\\-scenario"), "{}", page("wbready-run.1"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = wbready(at, &["completions", shell]);
        assert_eq!(script.code, 0, "{shell}: {}", script.err);
        assert!(script.out.contains("sign-off") && script.out.contains("scenario"), "{shell}");
    }
    // What the shell would run must at least be a script to it.
    fs::write(at.join("wbready.bash"), wbready(at, &["completions", "bash"]).out).expect("written");
    let read = std::process::Command::new("bash").arg("-n").arg(at.join("wbready.bash")).status();
    assert!(read.is_ok_and(|status| status.success()), "bash refuses the script");
    let twice = wbready(at, &["manual", "--to", "man/wbready.1"]);
    assert_eq!(twice.code, 2, "a file is no folder");
    assert!(twice.err.contains("man/wbready.1"), "{}", twice.err);
}

#[test]
fn the_sync_server_is_looked_at_on_windows() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    if program::is_of_windows() {
        let collect = wbready(at, &["collect", "sync-server", "--to", "facts.json"]);
        assert_eq!(collect.code, 3, "{}", collect.err);
        let facts: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(at.join("facts.json")).expect("facts")).expect("JSON");
        let facts = facts.to_string();
        // Wine has a registry and no PowerShell that answers: some is seen, the rest must be open.
        assert!(facts.contains(r#""operating_system":"Microsoft Windows"#), "the registry was not read: {facts}");
        assert!(facts.contains(r#""scheduler":{"missing":"#), "a silent PowerShell counts as an answer: {facts}");
        return;
    }
    for (lang, word) in [("en", "Run this command there"), ("zh-CN", "请在该服务器上运行此命令")] {
        let collect = wbready(at, &["collect", "sync-server", "--to", "facts.json", "--lang", lang]);
        assert_eq!((collect.code, collect.out.as_str()), (2, ""));
        assert!(collect.err.contains(word), "{}", collect.err);
    }
    assert!(!at.join("facts.json").exists());
}
