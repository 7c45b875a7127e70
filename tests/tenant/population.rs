//! All users with their licences and registration: joined, streamed, and whole or not there.

use std::fs;

use readiness_core::collect::tenant::{PopulationError, PopulationHead, PopulationUser, SignIn, population};
use tempfile::tempdir;

use crate::{
    cloud::{Cloud, Fault},
    command_line::{COLLECT, prepare, run},
    look::{graph, reference, settings},
    many::many,
    tenant::*,
};

async fn lab(count: usize) -> Cloud {
    let cloud = Cloud::start().await;
    let (users, rows) = many(count);
    {
        let mut state = cloud.state();
        state.graph.insert("/users".into(), users);
        state.graph.insert(REPORT.into(), rows);
        state.pages.insert("/users".into(), 7);
        state.pages.insert("/reports/authenticationMethods/userRegistrationDetails".into(), 5);
    }
    cloud
}

async fn read(cloud: &Cloud) -> (Option<PopulationHead>, Vec<PopulationUser>, Result<usize, PopulationError>) {
    let graph = graph(cloud, SignIn::DeviceCode, &settings()).await;
    let (mut head, mut users) = (None, Vec::new());
    let ended = population(
        &graph,
        &reference(cloud),
        |first| {
            head = Some(first.clone());
            Ok(())
        },
        |user| {
            users.push(user.clone());
            Ok(())
        },
    )
    .await;
    (head, users, ended)
}

#[tokio::test]
async fn every_user_comes_with_licence_and_registration() {
    let cloud = lab(30).await;
    let (head, users, ended) = read(&cloud).await;
    assert_eq!(ended.expect("whole"), 30);
    assert_eq!(head.expect("first").registration_missing, None);
    for (n, user) in users.iter().enumerate() {
        assert_eq!(user.immutable_id.as_deref(), Some(format!("imm{n}").as_str()));
        assert_eq!(user.plans.as_ref().map(Vec::len), Some(usize::from(n % 2 == 0)), "{n}");
        assert_eq!(user.reset.is_some(), n % 5 != 4, "{n}");
        assert_eq!(user.reset.is_some_and(|reset| reset.registered), n % 3 == 0 && n % 5 != 4, "{n}");
        assert_eq!(user.reset.is_some_and(|reset| reset.is_admin), n == 0);
    }
    cloud.was_sound();
}

#[tokio::test]
async fn without_the_report_nobody_is_said_to_be_unregistered() {
    let cloud = lab(10).await;
    cloud.state().faults.push(Fault::error("/reports/", 403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"));
    let (head, users, ended) = read(&cloud).await;
    assert_eq!(ended.expect("whole"), 10);
    assert!(head.expect("first").registration_missing.is_some());
    assert!(users.iter().all(|user| user.reset.is_none()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_breaks_off_leaves_no_file() {
    let cloud = lab(30).await;
    let folder = tempdir().expect("a folder");
    prepare(folder.path(), &cloud);
    let words: Vec<String> =
        COLLECT.iter().chain(&["--device-code", "--population", "all.jsonl"]).map(|word| (*word).to_owned()).collect();
    let whole = run(folder.path(), words.clone(), String::new()).await;
    assert_eq!(whole.code, 0, "{}", whole.err);
    let text = fs::read_to_string(folder.path().join("all.jsonl")).expect("written");
    assert_eq!(text.lines().count(), 32, "head, users, end");
    assert!(text.starts_with("{\"format\":\"readiness-population\"") && text.ends_with("{\"end\":30}\n"), "{text}");
    fs::remove_file(folder.path().join("all.jsonl")).expect("removed");
    cloud.state().faults.push(Fault::error("/users?$select=id,userPrincipalName,accountEnabled,onPremisesSyncEnabled,onPremisesImmutableId,assignedPlans&$top=999&$skiptoken=14", 403, "x"));
    let broken = run(folder.path(), words, String::new()).await;
    assert_eq!(broken.code, 2, "{}", broken.err);
    assert!(!folder.path().join("all.jsonl").exists() && !folder.path().join("all.part").exists());
}
