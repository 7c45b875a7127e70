//! A run against N endpoints with 100 ms of added latency each: against the longest single endpoint (the limit), and
//! against curl, one endpoint after another. Prints ratios; asserts nothing.

use std::{
    fs,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use readiness_core::collect::network::ProxySetting;

#[path = "../network/certificates.rs"]
#[allow(dead_code)]
mod certificates;
#[path = "../network/fault_server.rs"]
#[allow(dead_code)]
mod fault_server;
#[path = "../network/look.rs"]
#[allow(dead_code)]
mod look;

use certificates::Authority;
use fault_server::{After, Behaviour, FaultServer, relay_answer};

const ADDED: Duration = Duration::from_millis(100);
const ROUNDS: usize = 5;

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

#[tokio::main]
async fn main() {
    let authority = Authority::new();
    let server =
        FaultServer::start(Behaviour::Tls(authority.for_name("*.lab.test"), After::Late(ADDED, relay_answer()))).await;
    let names: Vec<String> = (0..200).map(|n| format!("h{n}.lab.test")).collect();
    let pairs: Vec<_> = names.iter().map(|name| (name.as_str(), server.address)).collect();
    let settings = look::settings(look::LONG, &pairs, Some(&authority));

    println!("endpoints  median of {ROUNDS}   / longest single");
    let mut single = Duration::ZERO;
    for count in [1, 10, 50, 100, 200] {
        let endpoints = names[..count].iter().map(|name| look::relay(name)).collect();
        let request = look::request(endpoints, vec![ProxySetting::None]);
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let started = Instant::now();
            let facts = look::look(&request, &settings).await;
            rounds.push(started.elapsed());
            assert!(facts.probes.iter().all(|probe| probe.answer().is_some()), "a probe broke");
        }
        let took = median(rounds);
        if count == 1 {
            single = took;
        }
        println!("{count:>9}  {:>8.0} ms   {:.2}", took.as_secs_f64() * 1e3, took.as_secs_f64() / single.as_secs_f64());
    }

    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("root.pem");
    let pem = STANDARD.encode(&authority.root);
    let lines: Vec<&str> = pem.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    fs::write(&root, format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n")))
        .expect("written");
    let (port, root) = (server.address.port(), Arc::new(root));
    let started = Instant::now();
    let count = 10;
    let one_after_another = tokio::task::spawn_blocking(move || {
        for n in 0..count {
            let done = Command::new("curl")
                .args(["-s", "-o", "/dev/null", "--cacert"])
                .arg(root.as_path())
                .args([
                    "--resolve",
                    &format!("h{n}.lab.test:{port}:127.0.0.1"),
                    &format!("https://h{n}.lab.test:{port}/"),
                ])
                .status()?;
            assert!(done.success(), "curl: {done}");
        }
        std::io::Result::Ok(())
    });
    match one_after_another.await.expect("no panic") {
        Ok(()) => {
            let took = started.elapsed();
            let ratio = took.as_secs_f64() / single.as_secs_f64();
            println!(
                "curl, {count} one after another: {:.0} ms, {ratio:.1} x the longest single",
                took.as_secs_f64() * 1e3
            );
        }
        Err(error) => println!("skipped: curl does not run ({error})"),
    }
}
