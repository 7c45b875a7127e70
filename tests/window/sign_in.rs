//! Signing in to the tenant from the window, against the cloud on loopback.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Command as Process, Stdio},
    sync::Arc,
};

use egui::{Key, Modifiers};
use keyring_core::{CredentialStore, Error, api::CredentialStoreApi as _, mock};
use readiness_core::{collect::tenant::Prompt, finding::Verdict, reference::Reference};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use url::Url;
use writeback_readiness::desktop::{Command, Keychain, Page, SignInState};

use crate::{
    bench::Bench,
    cloud::{Cloud, Fault},
    tenant,
};

/// A part of every token of this test.
const MARK: &str = "mark-of-the-window";

/// A window over a cloud of its own, with an assessment of its tenant, on the page of the sign-in.
fn window(runtime: &Runtime, language: &str) -> (Cloud, Bench) {
    let cloud = cloud(runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let bench = window_of(&cloud, &root, language, Keychain::over(mock::Store::new().expect("a store")));
    (cloud, bench)
}

fn cloud(runtime: &Runtime) -> Cloud {
    let cloud = runtime.block_on(Cloud::start());
    cloud.state().mark = MARK.to_owned();
    cloud
}

/// The same over this cloud, these folders and this keychain.
fn window_of(cloud: &Cloud, root: &Arc<TempDir>, language: &str, keychain: Keychain) -> Bench {
    let reference = Reference::from_files([("endpoints.toml".to_owned(), cloud.endpoints())]).expect("sound");
    let mut bench = Bench::over(root, language, reference, keychain);
    bench.begin("Contoso Ltd");
    let mut subject = bench.model().assessment().unwrap().subject.clone();
    subject.tenant = "contoso.com".to_owned();
    subject.admin = tenant::ADMIN.to_owned();
    subject.test_user = tenant::TESS.to_owned();
    bench.perform(Command::ChangeSubject(Box::new(subject)));
    bench.press(Modifiers::ALT, Key::Num8);
    assert_eq!(bench.model().page, Page::Tenant);
    bench
}

fn prompt(bench: &Bench) -> Option<Prompt> {
    match &bench.model().tenant.state {
        SignInState::Going { prompt, .. } => prompt.clone(),
        SignInState::Out | SignInState::In(_) => None,
    }
}

fn fetch(address: &str) -> String {
    let url = Url::parse(address).expect("an address");
    let mut stream = TcpStream::connect(("127.0.0.1", url.port().expect("a port"))).expect("connects");
    let target = format!("{}?{}", url.path(), url.query().unwrap_or_default());
    write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
    let mut answer = vec![0; 64 * 1024];
    let read = stream.read(&mut answer).expect("answered");
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

/// Files below a folder that hold the mark of a token.
fn marked(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(marked(&path));
        } else if String::from_utf8_lossy(&fs::read(&path).expect("read")).contains(MARK) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn a_code_signs_in_and_the_items_of_the_tenant_are_judged() {
    let runtime = Runtime::new().expect("a runtime");
    let (cloud, mut bench) = window(&runtime, "en");
    cloud.state().pending = 2;
    assert!(bench.says("Sign in to contoso.com"));
    bench.click("Sign in with a code");
    bench.until("the code is shown", |bench| bench.says("ABCD1234"));
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("Signed in to contoso.com"));
    assert!(bench.says("Granted") && !bench.says("Not granted"));
    bench.click("Run the items of the tenant");
    bench.until("the run is over", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    let assessment = bench.model().assessment().unwrap();
    let verdict = |item: &str| assessment.finding(item).expect("judged").finding.verdict.clone();
    assert_eq!(verdict("licence.tenant-owns"), Verdict::Pass);
    assert_eq!(verdict("licence.test-user"), Verdict::Pass);
    cloud.was_sound();

    bench.click("Sign out");
    assert!(bench.model().tenant.signed_in().is_none());
    assert!(bench.says("Sign in to contoso.com"));
    let root = std::sync::Arc::clone(&bench.root);
    bench.close();
    assert_eq!(marked(root.path()), Vec::<String>::new());
}

#[test]
fn the_browser_comes_back_and_a_sign_in_can_be_cancelled() {
    let runtime = Runtime::new().expect("a runtime");
    let (_cloud, mut bench) = window(&runtime, "zh-CN");
    bench.click("用浏览器登录");
    bench.until("the browser is asked", |bench| prompt(bench).is_some());
    bench.settle();
    assert!(bench.says("请在浏览器中继续"));
    bench.click("取消登录");
    assert!(matches!(bench.model().tenant.state, SignInState::Out));

    bench.click("用浏览器登录");
    bench.until("the browser is asked again", |bench| prompt(bench).is_some());
    let Some(Prompt::Browser { url }) = prompt(&bench) else { panic!("another prompt") };
    let sent = fetch(&url);
    let next = sent.lines().find_map(|line| line.strip_prefix("Location: ")).expect("sent on").trim();
    assert!(fetch(next).contains("您已登录"));
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("已登录到 contoso.com"));
}

#[test]
fn a_missing_consent_gives_the_link_for_an_administrator() {
    let runtime = Runtime::new().expect("a runtime");
    let (cloud, mut bench) = window(&runtime, "en");
    let said = "AADSTS65001: The user or administrator has not consented to use the application";
    cloud.state().faults.push(Fault::sign_in("/oauth2/v2.0/devicecode", "invalid_grant", said));
    bench.click("Sign in with a code");
    bench.until("it is refused", |bench| bench.says("Nobody has consented to the permissions"));
    bench.click("Copy the consent link");
    let copied = bench.copied().expect("a link");
    assert!(copied.starts_with(&cloud.base) && copied.contains("/v2.0/adminconsent"), "{copied}");
    assert!(copied.contains("AuditLog.Read.All"), "{copied}");
}

#[test]
fn another_tenant_than_the_one_assessed_is_not_asked() {
    let runtime = Runtime::new().expect("a runtime");
    let (cloud, mut bench) = window(&runtime, "en");
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    let mut subject = bench.model().assessment().unwrap().subject.clone();
    subject.tenant = "fabrikam.com".to_owned();
    bench.perform(Command::ChangeSubject(Box::new(subject)));
    bench.press(Modifiers::ALT, Key::Num8);
    assert!(bench.says("This is another tenant than the one assessed"));
    bench.click("Run the items of the tenant");
    bench.until("the run is over", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    assert_eq!(cloud.asked("/v1.0"), 0, "no token went out for another tenant");
}

const AS_LAST_TIME: &str = "Sign in as last time";

/// Signs in once and is kept, is found again by the next window, and is forgotten by signing out.
fn keeps_finds_and_forgets(keychain: &Keychain, holds: &dyn Fn() -> bool) {
    let runtime = Runtime::new().expect("a runtime");
    let cloud = cloud(&runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let mut bench = window_of(&cloud, &root, "en", keychain.clone());
    assert!(!bench.says(AS_LAST_TIME));
    bench.click("Keep me signed in on this machine");
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("The keychain of this system keeps what renews this sign-in"));
    assert!(holds(), "it is in the keychain");
    bench.close();

    let mut bench = window_of(&cloud, &root, "en", keychain.clone());
    let codes = cloud.asked("/oauth2/v2.0/devicecode");
    bench.click(AS_LAST_TIME);
    bench.until("somebody is signed in again", |bench| bench.model().tenant.signed_in().is_some());
    assert_eq!(cloud.asked("/oauth2/v2.0/devicecode"), codes, "nobody was asked for anything");
    bench.click("Run the items of the tenant");
    bench.until("the run is over", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    let assessment = bench.model().assessment().unwrap();
    assert_eq!(assessment.finding("licence.tenant-owns").expect("judged").finding.verdict, Verdict::Pass);
    assert!(holds(), "what came instead is kept as well");

    bench.click("Sign out");
    bench.until("it is forgotten", |_| !holds());
    assert!(!bench.says(AS_LAST_TIME));
    bench.close();
    assert_eq!(marked(root.path()), Vec::<String>::new(), "no file holds any of it");
    cloud.was_sound();
}

/// A keychain in memory, and what it holds under its only name.
fn in_memory() -> (Arc<mock::Store>, Keychain) {
    let store = mock::Store::new().expect("a store");
    let keychain = Keychain::over(Arc::clone(&store) as Arc<CredentialStore>);
    (store, keychain)
}

fn holds(store: &mock::Store) -> bool {
    let credentials = store.inner.lock().expect("free").borrow().clone();
    credentials.iter().any(|one| one.inner.lock().expect("free").borrow().secret.is_some())
}

#[test]
fn a_sign_in_is_kept_only_when_a_person_says_so() {
    let (store, keychain) = in_memory();
    keeps_finds_and_forgets(&keychain, &|| holds(&store));

    let runtime = Runtime::new().expect("a runtime");
    let cloud = cloud(&runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let mut bench = window_of(&cloud, &root, "en", keychain);
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("kept in memory until the window is closed"));
    assert!(!holds(&store));

    bench.click("Sign out");
    bench.click("Keep me signed in on this machine");
    bench.click("Sign in with a code");
    bench.until("it is kept", |_| holds(&store));
    bench.close();
    let mut bench = window_of(&cloud, &root, "en", Keychain::over(Arc::clone(&store) as Arc<CredentialStore>));
    bench.click("Forget the kept sign-in");
    bench.until("it is forgotten", |_| !holds(&store));
    assert!(!bench.says(AS_LAST_TIME) && bench.says("Keep me signed in on this machine"));
}

#[test]
fn what_the_service_takes_no_more_is_forgotten_and_what_is_out_of_reach_is_not() {
    let runtime = Runtime::new().expect("a runtime");
    let cloud = cloud(&runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let (store, keychain) = in_memory();
    let mut bench = window_of(&cloud, &root, "zh-CN", keychain);
    bench.click("在本机上保持登录");
    bench.click("用代码登录");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    // Another window of the same machine, later.
    let mut later = window_of(&cloud, &root, "zh-CN", Keychain::over(Arc::clone(&store) as Arc<CredentialStore>));
    let page = Fault::error("/oauth2/v2.0/token", 502, "x").body("text/html", "<html>proxy</html>");
    cloud.state().faults.push(page);
    later.click("沿用上次登录");
    later.until("it came to nothing", |bench| bench.model().tenant.refused.is_some());
    assert!(holds(&store) && later.says("沿用上次登录"), "a proxy says nothing of the sign-in");

    cloud.state().faults.clear();
    let said = "AADSTS700082: The refresh token has expired due to inactivity.";
    cloud.state().faults.push(Fault::sign_in("/oauth2/v2.0/token", "invalid_grant", said));
    later.click("沿用上次登录");
    later.until("it is over", |bench| bench.says("AADSTS700082"));
    assert!(!holds(&store) && !later.says("沿用上次登录"));
}

#[test]
fn a_keychain_that_would_not_does_not_cost_the_sign_in() {
    let runtime = Runtime::new().expect("a runtime");
    let cloud = cloud(&runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let (store, keychain) = in_memory();
    let mut bench = window_of(&cloud, &root, "en", keychain);
    let kept = bench.model().assessment().unwrap().subject.clone();
    let authority = cloud.base.strip_prefix("http://").expect("plain");
    let default = Reference::built_in().permissions.default_client.as_str().to_owned();
    let name = format!("{authority} {} {default}", kept.tenant);
    store.build("Writeback Readiness", &name, None).expect("an entry");
    let fail = |error| store.inner.lock().expect("free").borrow()[0].set_error(error);

    fail(Error::NoStorageAccess("the door is shut".into()));
    bench.click("Keep me signed in on this machine");
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("You are signed in, and it is not kept. The keychain stays locked: the door is shut."));
    assert!(bench.says("kept in memory until the window is closed"));

    bench.click("Sign out");
    bench.click("Sign in with a code");
    bench.until("it is kept", |_| holds(&store));
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    fail(Error::PlatformFailure("no bus".into()));
    bench.click("Sign out");
    bench.until("it is said", |bench| bench.says("The kept sign-in may still be in the keychain."));
}

/// The Secret Service of a session of its own, which `the_secret_service_keeps_it` makes.
#[test]
#[ignore = "writes to the keychain of the session it runs in"]
fn inside_a_session_with_a_secret_service() {
    assert!(std::env::var_os("READINESS_SESSION").is_some(), "not in anybody's own session");
    // Its own command line tool sees what is there, by the names that it was filed under.
    let holds = || {
        let found = Process::new("secret-tool").args(["search", "--all", "service", "Writeback Readiness"]).output();
        let found = found.expect("secret-tool is there");
        String::from_utf8_lossy(&found.stdout).contains(&format!("refresh-{MARK}"))
    };
    keeps_finds_and_forgets(&Keychain::of_the_system(), &holds);
}

/// A server that somebody reached over SSH has no keychain.
#[test]
#[ignore = "needs a session without a bus"]
fn inside_a_session_without_a_keychain() {
    let runtime = Runtime::new().expect("a runtime");
    let cloud = cloud(&runtime);
    let root = Arc::new(tempfile::tempdir().expect("a folder"));
    let mut bench = window_of(&cloud, &root, "en", Keychain::of_the_system());
    bench.click("Keep me signed in on this machine");
    bench.click("Sign in with a code");
    bench.until("somebody is signed in", |bench| bench.model().tenant.signed_in().is_some());
    assert!(bench.says("You are signed in, and it is not kept. No keychain answered"));
    bench.click("Sign out");
    assert!(!bench.says(AS_LAST_TIME));
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_keychain_answers_it_is_said() {
    let done = Process::new(std::env::current_exe().expect("a path"))
        .args(["--ignored", "--exact", "sign_in::inside_a_session_without_a_keychain"])
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_secret_service_keeps_it() {
    let there = |program: &str| Process::new(program).arg("--version").stdout(Stdio::null()).status().is_ok();
    if !there("dbus-run-session") || !there("gnome-keyring-daemon") {
        eprintln!("skipped: dbus-run-session and gnome-keyring are not installed");
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("a path");
    let script = "printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \
                  --ignored --exact sign_in::inside_a_session_with_a_secret_service";
    let done = Process::new("dbus-run-session")
        .args(["--", "sh", "-c", script])
        .arg(program)
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("READINESS_SESSION", "1")
        .env_remove("DISPLAY")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&done.stderr));
    // What it wrote to the disk is not readable as it stands.
    assert_eq!(marked(home.path()), Vec::<String>::new());
}
