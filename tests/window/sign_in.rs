//! Signing in to the tenant from the window, against the cloud on loopback.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
};

use egui::{Key, Modifiers};
use readiness_core::{collect::tenant::Prompt, finding::Verdict, reference::Reference};
use tokio::runtime::Runtime;
use url::Url;
use writeback_readiness::desktop::{Command, Page, SignInState};

use crate::{
    bench::Bench,
    cloud::{Cloud, Fault},
    tenant,
};

/// A part of every token of this test.
const MARK: &str = "mark-of-the-window";

/// A window over the cloud, with an assessment of its tenant, on the page of the sign-in.
fn window(runtime: &Runtime, language: &str) -> (Cloud, Bench) {
    let cloud = runtime.block_on(Cloud::start());
    cloud.state().mark = MARK.to_owned();
    let reference = Reference::from_files([("endpoints.toml".to_owned(), cloud.endpoints())]).expect("sound");
    let mut bench = Bench::over(language, reference);
    bench.begin("Contoso Ltd");
    let mut subject = bench.model().assessment().unwrap().subject.clone();
    subject.tenant = "contoso.com".to_owned();
    subject.admin = tenant::ADMIN.to_owned();
    subject.test_user = tenant::TESS.to_owned();
    bench.perform(Command::ChangeSubject(Box::new(subject)));
    bench.press(Modifiers::ALT, Key::Num8);
    assert_eq!(bench.model().page, Page::Tenant);
    (cloud, bench)
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
