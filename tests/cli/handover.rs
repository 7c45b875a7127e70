//! What is handed over: workbook, calendar, change requests, SARIF, and the twin without names.

use std::{fs, path::Path};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use readiness_core::assessment::file;
use readiness_tests::program::wbready;
use tempfile::{TempDir, tempdir};

/// A case in which much is wrong, with a task, a person's answer and an exception.
fn half_configured() -> TempDir {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    assert_eq!(wbready(at, &["run", "--scenario", "half-configured", "--save", "a.readiness"]).code, 1);
    let path = at.join("a.readiness");
    let mut assessment = file::read(&path).expect("read");
    let due = Some(jiff::Zoned::now().date().saturating_add(jiff::Span::new().days(7)));
    let task = readiness_core::assessment::Task { owner: "=HYPERLINK(\"x\")".into(), due };
    assessment.tasks.insert("directory.connector-rights".into(), task);
    file::write(&path, &assessment).expect("written");
    folder
}

#[test]
fn the_action_plan_is_a_workbook_that_others_open() {
    let folder = half_configured();
    let at = folder.path();
    for (lang, plan, items, head) in
        [("en", "Action plan", "All items", "Owner"), ("zh-CN", "行动计划", "所有检查项", "负责人")]
    {
        let done = wbready(at, &["report", "a.readiness", "--xlsx", "plan.xlsx", "--lang", lang]);
        assert_eq!(done.code, 1, "{}", done.err);
        let mut book: Xlsx<_> = open_workbook(at.join("plan.xlsx")).expect("a workbook");
        assert_eq!(book.sheet_names()[..2], [plan, items]);
        let sheet = book.worksheet_range(plan).expect("a sheet");
        let rows: Vec<&[Data]> = sheet.rows().collect();
        let heads = rows.iter().position(|row| row.iter().any(|cell| *cell == head)).expect("a head");
        let owned = rows[heads + 1..].iter().find(|row| row[5].to_string().starts_with("=HYPERLINK")).expect("owned");
        assert!(matches!(owned[5], Data::String(_)), "what looks like a formula is text");
        assert!(matches!(owned[6], Data::DateTime(_)), "a day is a day: {:?}", owned[6]);
        assert!(book.worksheet_formula(plan).map_or(true, |formulas| formulas.used_cells().count() == 0));
        assert!(book.worksheet_range(items).expect("a sheet").height() > 40);
    }
}

#[test]
fn the_calendar_holds_what_is_due_and_what_ends() {
    let folder = half_configured();
    let at = folder.path();
    let until = (jiff::Zoned::now().date() + jiff::Span::new().days(30)).to_string();
    let excepted = wbready(
        at,
        &["except", "a.readiness", "licence.test-user", "--who", "M. Berg", "--why", "a; b, c", "--until", &until],
    );
    assert_eq!(excepted.code, 0, "{}", excepted.err);
    let done = wbready(at, &["report", "a.readiness", "--ics", "-"]);
    assert!(done.out.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{}", done.out);
    let unfolded = done.out.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.lines().collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let count = |line: &str| lines.iter().filter(|other| **other == line).count();
    assert!(count("BEGIN:VEVENT") >= 3 && count("BEGIN:VEVENT") == count("END:VEVENT"), "{unfolded}");
    assert_eq!(count("BEGIN:VEVENT"), lines.iter().filter(|line| line.starts_with("UID:")).count());
    assert!(unfolded.contains(&format!("DTSTART;VALUE=DATE:{}", until.replace('-', ""))), "{unfolded}");
    assert!(unfolded.contains(r"M. Berg: a\; b\, c"), "{unfolded}");
    let again = wbready(at, &["report", "a.readiness", "--ics", "-", "--lang", "zh-CN"]).out.replace("\r\n ", "");
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(uids(&unfolded), uids(&again), "the same entries in every language");
    assert!(again.contains("例外到期"), "{again}");
}

#[test]
fn each_team_that_has_something_to_do_gets_a_request() {
    let folder = half_configured();
    let at = folder.path();
    for (lang, dir) in [("en", "en"), ("zh-CN", "zh")] {
        let done = wbready(at, &["report", "a.readiness", "--requests", dir, "--lang", lang]);
        assert_eq!(done.code, 1, "{}", done.err);
    }
    let read = |name: &str| fs::read_to_string(at.join(name)).expect("written");
    let firewall = read("en/firewall.md");
    assert!(firewall.contains("ssprdedicatedsbprodncu.servicebus.windows.net") && firewall.contains("TCP 443"));
    assert!(firewall.contains("SYNC01") && firewall.contains("TRAINING"), "{firewall}");
    let directory = read("en/directory.md");
    assert!(directory.contains("dsacls \"DC=contoso,DC=local\""), "{directory}");
    assert!(read("en/licence.md").contains("licence"));
    assert!(read("zh/firewall.md").contains("变更申请") && read("zh/directory.md").contains("dsacls"));
    // Where nothing is wrong nobody is asked for anything.
    let well = wbready(at, &["run", "--scenario", "all-well", "--save", "b.readiness"]);
    assert_eq!(well.code, 3, "{}", well.err);
    let none = wbready(at, &["report", "b.readiness", "--requests", "none"]);
    assert!(none.err.contains("no request is written") && !at.join("none").exists(), "{}", none.err);
}

#[test]
fn sarif_never_passes_what_is_not_known() {
    let folder = half_configured();
    let at = folder.path();
    let done = wbready(at, &["report", "a.readiness", "--sarif", "-"]);
    let log: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let (rules, results) = (run["tool"]["driver"]["rules"].as_array(), run["results"].as_array());
    let (rules, results) = (rules.expect("rules"), results.expect("results"));
    assert_eq!(rules.len(), results.len());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let kind = result["kind"].as_str().expect("a kind");
        assert_eq!(kind == "fail", result["level"] != "none", "{result}");
        let status = result["properties"]["status"].as_str().expect("a status");
        let expected = match status {
            "fail" | "warn" => "fail",
            "could_not_check" | "not_run" => "open",
            "needs_you" => "review",
            "pass" => "pass",
            "not_applicable" => "notApplicable",
            _ => "informational",
        };
        assert_eq!(kind, expected, "{result}");
    }
    assert_eq!(run["properties"]["isReady"], false);
}

#[test]
fn a_twin_without_names_is_written_beside_its_original() {
    let folder = half_configured();
    let at: &Path = folder.path();
    let before = fs::read(at.join("a.readiness")).expect("there");
    let done = wbready(at, &["redact", "a.readiness", "--out", "twin.readiness"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let twin = fs::read_to_string(at.join("twin.readiness")).expect("written");
    for name in ["contoso", "sync01", "tess", "0b1f6471", "northwind"] {
        assert!(!twin.to_lowercase().contains(name), "{name} is in the twin");
    }
    assert!(twin.contains("servicebus.windows.net") && twin.contains("redacted_from"));
    let original = wbready(at, &["report", "a.readiness", "--csv", "-"]);
    let redacted = wbready(at, &["report", "twin.readiness", "--csv", "-"]);
    assert_eq!(original.code, redacted.code);
    let verdicts = |csv: &str| csv.lines().map(|line| line.split(',').take(2).collect::<String>()).collect::<Vec<_>>();
    assert_eq!(verdicts(&original.out), verdicts(&redacted.out));
    assert_eq!(fs::read(at.join("a.readiness")).expect("there"), before, "the original is untouched");

    let over = wbready(at, &["redact", "a.readiness", "--out", "a.readiness"]);
    assert!(over.code == 2 && over.err.contains("name another file"), "{}", over.err);
    let twice = wbready(at, &["redact", "twin.readiness", "--out", "third.readiness"]);
    assert!(twice.code == 2 && !at.join("third.readiness").exists(), "{}", twice.err);
    let unset = wbready(at, &["redact", "a.readiness", "--out", "k.readiness", "--key-env", "NO_SUCH_VARIABLE"]);
    assert!(unset.code == 2 && unset.err.contains("NO_SUCH_VARIABLE"), "{}", unset.err);
}
