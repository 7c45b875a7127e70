//! What the stories of the page of the directory are made of: filling in the connection, scanning, and looking at what is
//! listed and kept.

use std::{fs, path::Path};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::NodeT as _;
use readiness_core::population::{Outcome, ScanLine};
use writeback_readiness::desktop::{Command, Page};

use crate::{
    bench::Bench,
    relay::Relay,
    samba::{CONNECTOR, Domain, HOST, PASSWORD, TESS},
};

/// Puts a window on the page, with an assessment of the lab's forest.
pub fn open(bench: &mut Bench) {
    bench.begin("Contoso Ltd");
    let mut subject = bench.model().assessment().unwrap().subject.clone();
    subject.forest = "lab.test".to_owned();
    subject.test_user = TESS.to_owned();
    bench.perform(Command::ChangeSubject(Box::new(subject)));
    bench.press(Modifiers::ALT, Key::Num9);
    assert_eq!(bench.model().page, Page::Directory);
}

/// Fills in the connection, password and all.
pub fn connect(bench: &mut Bench, domain: &Domain, password: &str) {
    reach(bench, domain);
    let name = |bench: &Bench, id: &str| bench.model().words.text(id);
    let account = name(bench, "ui-directory-name");
    bench.fill_anew(&account, "Administrator@lab.test");
    let secret = name(bench, "ui-directory-password");
    bench.fill(&secret, password);
}

/// Fills in where the directory is and what to trust, and names the connector; nobody to sign in as.
pub fn reach(bench: &mut Bench, domain: &Domain) {
    let name = |bench: &Bench, id: &str| bench.model().words.text(id);
    let at = name(bench, "ui-directory-at");
    bench.fill_anew(&at, &format!("ldaps://{HOST}"));
    let connector = name(bench, "ui-directory-connector");
    bench.fill_anew(&connector, CONNECTOR);
    if bench.model().directory.roots.is_none() {
        bench.dialogs.paths.lock().unwrap().push_back(domain.root_file());
        let choose = name(bench, "ui-directory-choose-roots");
        bench.click(&choose);
        bench.until("the root is read", |bench| bench.model().directory.roots.is_some());
    }
}

/// A window that reaches the domain, and trusts nothing but what it is given.
pub fn window(language: &str, domain: &Domain, through: Option<&Relay>) -> Bench {
    let mut settings = through.map_or_else(|| domain.settings(), |relay| domain.settings_behind(relay));
    settings.extra_roots.clear();
    let mut bench = Bench::beside_directory(language, settings, None);
    open(&mut bench);
    connect(&mut bench, domain, PASSWORD);
    bench
}

/// Scans, and waits for the list.
pub fn scan(bench: &mut Bench) {
    let scan = bench.model().words.text("command-scan-users");
    bench.click_far(&scan);
    bench.until("the scan is over", |bench| {
        let state = &bench.model().directory;
        state.going.is_none() && (state.found.is_some() || state.refused.is_some())
    });
    listed(bench);
}

/// Waits until the list is what its filter wants, and its rows were read.
pub fn listed(bench: &mut Bench) {
    bench.until("the users are listed", |bench| {
        let Some(found) = &bench.model().directory.found else { return true };
        found.is_current() && (found.count() == 0 || found.user(0).is_some()) && unread(bench) == 0
    });
}

/// How many rows are drawn whose lines were not read yet.
pub fn unread(bench: &Bench) -> usize {
    let nodes = bench.window.root().children_recursive();
    let rows = nodes.filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    rows.filter_map(|node| node.accesskit_node().label()).filter(|name| name.parse::<usize>().is_ok()).count()
}

/// The users of a record, by name and outcome, in order of their names.
pub fn users(path: &Path) -> Vec<(String, Outcome)> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().map(|line| serde_json::from_str(line).expect("a line"));
    let mut users: Vec<_> = lines
        .filter_map(|line| match line {
            ScanLine::User(user) => Some((user.logon_name, user.outcome)),
            _ => None,
        })
        .collect();
    users.sort();
    users
}

/// Files below a folder that hold a text.
pub fn holding(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if String::from_utf8_lossy(&fs::read(&path).expect("read")).contains(text) {
            found.push(path.display().to_string());
        }
    }
    found
}

/// The names of the records that the program keeps.
pub fn records(bench: &Bench) -> Vec<String> {
    let folder = bench.root.path().join("scans");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The names of the rows that are drawn.
pub fn rows(bench: &Bench) -> Vec<String> {
    let nodes = bench.window.root().children_recursive();
    let rows = nodes.filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    // Rows of the side are no users.
    rows.filter_map(|node| node.accesskit_node().label()).filter(|name| name.contains("DC=")).collect()
}
