//! The tenant collector against the loopback cloud: how many exchanges of one run lie one after the other, with 100 ms
//! added to each; and all users of a large tenant joined with their registration, in a process of its own so that its
//! memory is counted alone. Prints figures; asserts nothing.

use std::{
    env, fs,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use readiness_core::{
    Secret,
    collect::tenant::{
        CloudAddress, Graph, Registration, SignIn, TenantRequest, TenantSettings, look as look_at, population, sign_in,
    },
    reference::{self, Reference},
};
use tokio_util::sync::CancellationToken;

#[path = "../tenant/cloud.rs"]
#[allow(dead_code, reason = "the tests of the tenant use the rest")]
mod cloud;
#[path = "../tenant/contract.rs"]
#[allow(dead_code, reason = "the tests of the tenant use the rest")]
mod contract;
#[path = "../tenant/many.rs"]
mod many;
#[path = "../tenant/tenant.rs"]
#[allow(dead_code, reason = "the tests of the tenant use the rest")]
mod tenant;

use cloud::Cloud;

const ADDED: Duration = Duration::from_millis(100);

async fn graph(endpoints: &str, token: String) -> (Graph, Reference) {
    let reference = Reference::from_files([("endpoints.toml".to_owned(), endpoints.to_owned())]).expect("sound");
    let registration = Registration {
        address: CloudAddress::new(reference.endpoints.cloud(reference::Cloud::Global)).expect("loopback"),
        tenant: "contoso.com".into(),
        client_id: "00000000-1111-4222-8333-444444444444".into(),
        permissions: tenant::PERMISSIONS.map(str::to_owned).to_vec(),
    };
    let settings = TenantSettings::default();
    let how = SignIn::Token(Secret::new(token));
    let session = sign_in(registration, how, &settings, &|_| {}, CancellationToken::new()).await.expect("signed in");
    (Graph::new(session, &settings, CancellationToken::new()).expect("a client"), reference)
}

/// Every question of a run.
async fn one_run() {
    let cloud = Cloud::start().await;
    let (graph, reference) = graph(&cloud.endpoints(), cloud.token()).await;
    cloud.state().latency = ADDED;
    let request = TenantRequest::of(&tenant::subject(), Default::default());
    let before = cloud.state().log.len();
    let began = Instant::now();
    look_at(&graph, &request, &reference, &(Arc::new(|_| {}) as _)).await;
    let took = began.elapsed();
    println!(
        "all questions to a tenant, {} ms added to each answer: {} requests, {} ms, as long as {:.1} one after the other",
        ADDED.as_millis(),
        cloud.state().log.len() - before,
        took.as_millis(),
        took.as_secs_f64() / ADDED.as_secs_f64(),
    );
}

/// Reads all users, and says how many there were, the memory it took in KiB and its computing in ms.
async fn join(endpoints: &str, token: String) {
    let (graph, reference) = graph(endpoints, token).await;
    let users = population(&graph, &reference, |_| Ok(()), |_| Ok(())).await.expect("whole");
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|text| text.parse::<u64>().ok()).sum();
    println!("{users} {} {}", most.trim().trim_end_matches(" kB"), ticks * 10);
}

async fn whole_tenant(count: usize) -> f64 {
    let cloud = Cloud::start().await;
    let (users, rows) = many::many(count);
    {
        let mut state = cloud.state();
        state.graph.insert("/users".into(), users);
        state.graph.insert(tenant::REPORT.into(), rows);
        // As Graph does it.
        state.pages.insert("/users".into(), 999);
        state.pages.insert("/reports/authenticationMethods/userRegistrationDetails".into(), 999);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let endpoints = folder.path().join("endpoints.toml");
    fs::write(&endpoints, cloud.endpoints()).expect("written");
    let token = cloud.token();
    let program = env::current_exe().expect("this program");
    let joined = tokio::task::spawn_blocking(move || {
        Command::new(program).arg("join").arg(endpoints).env("BENCH_TOKEN", token).output().expect("it runs")
    });
    let output = joined.await.expect("it ends");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let parts: Vec<f64> = text.split_whitespace().filter_map(|part| part.parse().ok()).collect();
    let [users, kib, ms] = parts[..] else { panic!("{text}{}", String::from_utf8_lossy(&output.stderr)) };
    println!("{users} users joined: at the most {:.0} MiB, {:.1} s of computing", kib / 1024.0, ms / 1000.0);
    kib
}

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let arguments: Vec<String> = env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "join") {
        let endpoints = fs::read_to_string(&arguments[at + 1]).expect("the tables");
        return runtime.block_on(join(&endpoints, env::var("BENCH_TOKEN").expect("a token")));
    }
    runtime.block_on(async {
        one_run().await;
        let few = whole_tenant(10_000).await;
        let many = whole_tenant(100_000).await;
        println!("memory at 100,000 users: {:.2} times that at 10,000", many / few);
    });
}
