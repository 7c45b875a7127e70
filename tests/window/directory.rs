//! The page of the directory: the scan of a real domain, cancelled and gone on with, its list, and facts for the checklist;
//! and an example for those who have no domain.

#[path = "directory/steps.rs"]
pub mod steps;

use std::{fs, net::SocketAddr, path::Path, sync::atomic::Ordering};

use egui::{Key, Modifiers};
use readiness_core::{
    Language,
    facts::{Unavailable, directory::RightEffect},
    finding::Verdict,
    population::Outcome,
    reference::Reference,
};
use serde_json::json;
use tokio::runtime::Runtime;
use writeback_readiness::desktop::{Command, Over};

use crate::{
    bench::Bench,
    chinese::{Allowed, read},
    cloud::Cloud,
    names,
    relay::{Fate, Relay},
    samba::{Domain, HOST, PASSWORD, available},
    tenant,
};
use steps::{connect, holding, listed, open, records, rows, scan, users, window};

#[test]
fn every_user_is_scanned_listed_copied_and_exported() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    let mut bench = window("en", &domain, None);
    assert_eq!(bench.field("Domains or servers").0, format!("ldaps://{HOST}"));
    scan(&mut bench);
    assert!(bench.model().directory.refused.is_none(), "{:?}", bench.model().directory.refused);
    assert!(bench.says("25 users below"), "the sum is said");
    names::check(&bench, "what a scan found");
    let found = bench.model().directory.found.as_ref().expect("found");
    let tally = found.listing.tally.clone();
    assert_eq!(found.count(), tally.users - tally.count(Outcome::Works), "those for whom it works are left out");

    // By cause and by unit.
    let stopped = tally.causes["inheritance_stops"].users;
    bench.click_far(&format!("Inheritance stops: {stopped}"));
    listed(&mut bench);
    assert_eq!(bench.model().directory.found.as_ref().unwrap().count(), stopped, "{:?}", rows(&bench));
    let row = rows(&bench).into_iter().find(|row| row.starts_with("Shut@lab.test")).expect("she is listed");
    assert!(row.contains("Would fail") && row.contains("OU=Closed,DC=lab,DC=test"), "{row}");
    bench.click_far(&row);
    assert!(bench.says("granted above, but inheritance stops at OU=Closed,DC=lab,DC=test"), "the reason is said");
    bench.click_far("Copy Shut@lab.test");
    let copied = bench.copied().expect("copied");
    assert!(copied.contains("CN=Shut,OU=Closed,DC=lab,DC=test") && copied.contains("inheritance stops"), "{copied}");
    let chip = bench.model().words.text("scan-name-inheritance-stops");
    bench.click_far(&format!("Remove filter: {chip}"));
    listed(&mut bench);
    let works = format!("Would work: {}", tally.count(Outcome::Works));
    bench.click_far(&works);
    listed(&mut bench);
    assert_eq!(bench.model().directory.found.as_ref().unwrap().count(), tally.count(Outcome::Works));
    bench.click_far(&works);

    // By name.
    bench.fill("Filter users", "forbidden");
    listed(&mut bench);
    assert_eq!(bench.model().directory.found.as_ref().unwrap().count(), 1, "{:?}", rows(&bench));
    assert!(rows(&bench)[0].starts_with("Forbidden@lab.test"), "{:?}", rows(&bench));
    bench.click_far("Copy what is listed");
    bench.until("it is copied", |bench| bench.copied().is_some_and(|text| text.starts_with("outcome,user,")));
    let copied = bench.copied().unwrap();
    assert_eq!(copied.lines().count(), 2, "{copied}");
    bench.fill_anew("Filter users", "nobody at all");
    bench.until("nobody is left", |bench| bench.says("No user matches."));

    // Everybody is exported, whoever is listed.
    let folder = bench.root.path().join("out");
    fs::create_dir_all(&folder).unwrap();
    for name in ["all.csv", "all.jsonl"] {
        let path = folder.join(name);
        bench.dialogs.paths.lock().unwrap().push_back(path.clone());
        bench.click_far("Export users");
        bench.until("it is written", |_| path.exists());
    }
    assert_eq!(fs::read_to_string(folder.join("all.csv")).unwrap().lines().count(), 26);
    assert_eq!(users(&folder.join("all.jsonl")).len(), 25);
    assert_eq!(holding(bench.root.path(), PASSWORD), Vec::<String>::new(), "the password is nowhere");

    // A window that is opened later offers the record, which goes when it is discarded.
    let kept = records(&bench);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let mut later = Bench::beside(&bench, "en");
    open(&mut later);
    later.until("it is offered", |bench| bench.says("A scan of lab.test from"));
    later.click("Show");
    listed(&mut later);
    assert!(later.says("25 users below"));
    later.click_far("Discard");
    assert!(matches!(later.model().over, Some(Over::DiscardScan(_))));
    assert_eq!(records(&later), kept, "not before it is asked");
    later.press(Modifiers::NONE, Key::Escape);
    assert_eq!(records(&later), kept);
    let found = later.model().directory.found.as_ref().unwrap().listing.path().unwrap().to_owned();
    later.perform(Command::DiscardScan(found));
    later.until("it is gone", |bench| records(bench).is_empty());
    assert!(later.model().directory.found.is_none());
}

#[test]
fn a_scan_that_was_cancelled_is_gone_on_with() {
    if !available() {
        return;
    }
    let runtime = Runtime::new().expect("a runtime");
    let domain = Domain::with(&["population"]);
    let controller = SocketAddr::from((domain.address, 636));
    let counting = runtime.block_on(Relay::to(controller, &[]));
    let mut whole = window("zh-CN", &domain, Some(&counting));
    scan(&mut whole);
    let all = whole.model().directory.found.as_ref().expect("found").listing.path().unwrap().to_owned();
    let allowed = Allowed::of(whole.model().assessment().unwrap());
    read(&whole, &allowed, "what a scan found");

    // Nothing more comes shortly before its end, and a person has enough of it.
    let bytes = counting.bytes.load(Ordering::SeqCst);
    let stuck = runtime.block_on(Relay::to(controller, &[Fate::SilentAfter(bytes - 12_000)]));
    let mut bench = window("zh-CN", &domain, Some(&stuck));
    let name = |bench: &Bench, id: &str| bench.model().words.text(id);
    let begin = name(&bench, "command-scan-users");
    bench.click_far(&begin);
    bench.until("some users were looked at", |bench| {
        bench.model().directory.going.as_ref().is_some_and(|going| going.listed.is_some() && going.users() > 0)
    });
    read(&bench, &allowed, "a scan that goes on");
    names::check(&bench, "a scan that goes on");
    let cancel = name(&bench, "command-cancel-scan");
    bench.click(&cancel);
    bench.until("it has ended", |bench| bench.model().directory.found.is_some());
    listed(&mut bench);
    let listing = &bench.model().directory.found.as_ref().unwrap().listing;
    let finished = listing.tally.users;
    assert!(listing.ended.is_none() && (1..25).contains(&finished), "{finished}");
    assert!(bench.says("扫描不完整"));
    read(&bench, &allowed, "a scan that ended early");
    let part = listing.path().unwrap().to_owned();
    assert!(part.to_string_lossy().ends_with(".part"));

    // The password is asked for again.
    let go_on = name(&bench, "ui-directory-go-on");
    bench.click(&go_on);
    assert!(bench.model().directory.going.is_none() && bench.says_message("ui-directory-why-password"));
    let secret = name(&bench, "ui-directory-password");
    bench.fill(&secret, PASSWORD);
    bench.click_far(&go_on);
    bench.until("it is whole", |bench| {
        let found = bench.model().directory.found.as_ref();
        found.is_some_and(|found| found.listing.ended.is_some())
    });
    let record = bench.model().directory.found.as_ref().unwrap().listing.path().unwrap().to_owned();
    assert!(!part.exists(), "it has its name");
    assert_eq!(users(&record), users(&all), "the same as a scan without a break");
}

#[test]
fn facts_are_collected_for_the_checklist_by_the_same_form() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["closed-unit"]);
    let mut bench = window("en", &domain, None);
    bench.click_far("Collect facts for the checklist");
    bench.until("the run is over", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    let assessment = bench.model().assessment().unwrap();
    let verdict = assessment.finding("directory.test-user-rights").expect("judged").finding.verdict.clone();
    // Nobody but the sync server says that this is the account.
    assert!(
        matches!(&verdict, Verdict::CouldNotCheck(Unavailable::Inconclusive { why }) if why.id == "connector-identity-guessed"),
        "{verdict:?}"
    );
    let facts = assessment.facts.about(&assessment.subject);
    let rights = facts.directory().newest(|facts| &facts.test_user_rights).expect("seen").value.clone();
    assert!(rights.iter().any(|right| matches!(&right.effect, RightEffect::InheritanceStops { .. })), "{rights:?}");
    assert!(bench.says("The facts of lab.test were collected on"));
    assert_eq!(bench.field("Password").0, "", "it is typed each time");

    // A password that is wrong is said, and nothing is kept of the scan.
    bench.fill("Password", "wrong");
    scan(&mut bench);
    assert!(bench.says("The scan did not begin.") && bench.says("the name or the password is wrong"));
    assert_eq!(records(&bench), Vec::<String>::new());
    // Whoever goes elsewhere leaves no password behind.
    bench.fill("Password", PASSWORD);
    bench.press(Modifiers::ALT, Key::Num8);
    bench.press(Modifiers::ALT, Key::Num9);
    assert_eq!(bench.field("Password").0, "");
}

#[test]
fn users_are_joined_with_the_tenant_that_somebody_is_signed_in_to() {
    if !available() {
        return;
    }
    let runtime = Runtime::new().expect("a runtime");
    let cloud = runtime.block_on(Cloud::start());
    let somebody = json!({ "id": "bbbbbbbb-0000-4000-8000-000000000001", "userPrincipalName": "u1@contoso.com",
        "accountEnabled": true, "onPremisesSyncEnabled": true, "onPremisesImmutableId": "AAAAAAAAAAAAAAAAAAAAAQ==",
        "assignedPlans": [] });
    cloud.state().graph.insert("/users".to_owned(), json!({ "value": [somebody] }));
    let reference = Reference::from_files([("endpoints.toml".to_owned(), cloud.endpoints())]).expect("sound");
    let domain = Domain::with(&[]);
    let mut settings = domain.settings();
    settings.extra_roots.clear();
    let mut bench = Bench::beside_directory("en", settings, Some(reference));
    open(&mut bench);
    let mut subject = bench.model().assessment().unwrap().subject.clone();
    subject.tenant = "contoso.com".to_owned();
    subject.admin = tenant::ADMIN.to_owned();
    bench.perform(Command::ChangeSubject(Box::new(subject)));
    bench.press(Modifiers::ALT, Key::Num8);
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    bench.press(Modifiers::ALT, Key::Num9);
    connect(&mut bench, &domain, PASSWORD);
    assert!(bench.says("Ask contoso.com for its users"));
    scan(&mut bench);
    let found = bench.model().directory.found.as_ref().expect("found");
    assert_eq!(found.listing.head.tenant.as_deref(), Some("contoso.com"));
    let tally = &found.listing.tally;
    assert_eq!(tally.causes.get("not_synchronised").map(|cause| cause.users), Some(tally.users), "nobody of the lab");
    assert!(bench.says("Licences and registration come from contoso.com."));
    assert!(cloud.asked("/v1.0/users") > 0);

    // Unticked, they are left out.
    bench.click("Connection");
    bench.click_far("Ask contoso.com for its users");
    bench.fill("Password", PASSWORD);
    scan(&mut bench);
    let found = bench.model().directory.found.as_ref().expect("found");
    assert_eq!(found.listing.head.tenant, None);
}

#[test]
fn an_example_shows_what_a_scan_brings_and_the_keyboard_goes_through_it() {
    for language in Language::all() {
        let mut bench = Bench::new(language.tag());
        bench.press(Modifiers::COMMAND, Key::T);
        bench.until("it is judged", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
        bench.press(Modifiers::ALT, Key::Num9);
        bench.until("the example is there", |bench| bench.model().directory.found.is_some());
        listed(&mut bench);
        names::check(&bench, &format!("{language} example"));
        if language.tag() == "zh-CN" {
            let allowed = Allowed::of(bench.model().assessment().unwrap());
            read(&bench, &allowed, "example");
        }
        assert!(bench.model().why_not(&Command::ScanUsers).is_some(), "nobody signs in while training");
        let count = bench.model().directory.found.as_ref().unwrap().count();
        assert_eq!(count, 35);

        let first = rows(&bench)[0].clone();
        bench.click_far(&first);
        bench.press(Modifiers::NONE, Key::Enter);
        assert_eq!(bench.focused().as_ref(), Some(&first), "the row has the focus");
        bench.press(Modifiers::NONE, Key::ArrowDown);
        let second = bench.focused().expect("a row");
        assert!(second != first && rows(&bench).contains(&second), "{second}");
        bench.press(Modifiers::NONE, Key::End);
        bench.until("the last row was read", |bench| {
            bench.focused().is_some_and(|name| name.contains("CN=Users") || name.contains("OU="))
        });
        let last = bench.focused().expect("a row");
        assert!(last != second, "{last}");
        bench.press(Modifiers::NONE, Key::Enter);
        bench.settle();
        let user = bench.model().directory.found.as_ref().unwrap().user(count - 1).cloned().expect("read");
        assert!(bench.says(&user.dn), "its details are shown");
        bench.press(Modifiers::NONE, Key::Home);
        bench.until("back at the first", |bench| bench.focused().as_ref() == Some(&first));
    }
}

#[test]
fn a_record_from_elsewhere_is_shown_and_a_file_that_is_none_is_refused() {
    let mut bench = Bench::new("en");
    open(&mut bench);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/examples/scan.jsonl");
    let record = bench.root.path().join("elsewhere.jsonl");
    fs::copy(&example, &record).unwrap();
    bench.dialogs.paths.lock().unwrap().extend([bench.root.path().join("none.jsonl"), record.clone()]);
    fs::write(bench.root.path().join("none.jsonl"), "{\"format\":\"readiness-facts\"}\n").unwrap();
    bench.click_far("Open a record");
    bench.until("it is refused", |bench| bench.says("none.jsonl is no record of a scan."));
    assert!(bench.model().directory.found.is_none());
    bench.click_far("Open a record");
    bench.until("it is shown", |bench| bench.model().directory.found.is_some());
    listed(&mut bench);
    assert!(bench.says("46 users below"));
    // It is nobody's to discard here.
    assert!(!bench.says("Discard"));
    bench.perform(Command::Close);
    assert!(bench.model().directory.found.is_none(), "it belongs to what was open");
    assert!(record.exists());

    // In a small window everything is there as well.
    let mut small = Bench::sized("en", [800.0, 520.0]);
    open(&mut small);
    small.perform(Command::ShowScan(record));
    small.until("it is shown", |bench| bench.model().directory.found.is_some());
    listed(&mut small);
    names::check(&small, "a small window");
}
