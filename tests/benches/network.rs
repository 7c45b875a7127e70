//! A run against N endpoints with 100 ms of added latency each: against the longest endpoint of the same run (the limit),
//! against one endpoint alone, and against curl, one endpoint after another. Prints ratios; asserts nothing.

use std::{
    env, fs,
    io::{self, BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use readiness_core::{
    collect::network::{NetworkSettings, ProxySetting},
    facts::network::Probe,
};
use rustls::pki_types::CertificateDer;

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

/// One server for all endpoints, in a process of its own: its computing must not be counted as ours. Says where it
/// listens and what signs its certificate, and runs until its input ends.
async fn serve() {
    let authority = Authority::new();
    let server =
        FaultServer::start(Behaviour::Tls(authority.for_name("*.lab.test"), After::Late(ADDED, relay_answer()))).await;
    println!("{} {}", server.address, STANDARD.encode(&authority.root));
    let ended = tokio::task::spawn_blocking(|| io::copy(&mut io::stdin(), &mut io::sink()));
    let _ = ended.await;
}

/// That process. It ends when this is dropped, because its input does.
struct Server {
    _process: Child,
    address: SocketAddr,
    root: CertificateDer<'static>,
}

impl Server {
    fn start() -> Self {
        let mut process = Command::new(env::current_exe().expect("this program"))
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a second process");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let (address, root) = line.trim().split_once(' ').expect("address and root");
        let root = STANDARD.decode(root).expect("base64");
        Self { _process: process, address: address.parse().expect("an address"), root: root.into() }
    }
}

/// The processor time that this process has used.
fn computing() -> Duration {
    // Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second; the name in field 2 may hold spaces.
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = |field: usize| after_name.split_whitespace().nth(field - 3).and_then(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(10 * (ticks(14).unwrap_or(0) + ticks(15).unwrap_or(0)))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[tokio::main]
async fn main() {
    if env::args().any(|argument| argument == "serve") {
        return serve().await;
    }
    let server = Server::start();
    let names: Vec<String> = (0..200).map(|n| format!("h{n}.lab.test")).collect();
    let pairs: Vec<_> = names.iter().map(|name| (name.as_str(), server.address)).collect();
    let settings =
        NetworkSettings { extra_roots: vec![server.root.clone()], ..look::settings(look::LONG, &pairs, None) };

    println!("endpoints  median of {ROUNDS}  / one alone  / longest of the run  computing each");
    let mut single = Duration::ZERO;
    for count in [1, 10, 50, 100, 200] {
        let endpoints = names[..count].iter().map(|name| look::relay(name)).collect();
        let request = look::request(endpoints, vec![ProxySetting::None]);
        let (mut rounds, mut over_longest) = (Vec::new(), Vec::new());
        let before = computing();
        for _ in 0..ROUNDS {
            let started = Instant::now();
            let facts = look::look(&request, &settings).await;
            let took = started.elapsed();
            let longest = facts.probes.iter().map(took_by).max().unwrap_or_default();
            rounds.push(took);
            over_longest.push(took.as_secs_f64() / longest.as_secs_f64());
            assert!(facts.probes.iter().all(|probe| probe.answer().is_some()), "a probe broke");
        }
        let computed = milliseconds(computing() - before) / (ROUNDS * count) as f64;
        let took = median(rounds);
        if count == 1 {
            single = took;
        }
        let ratio = took.as_secs_f64() / single.as_secs_f64();
        over_longest.sort_by(f64::total_cmp);
        let over_longest = over_longest[ROUNDS / 2];
        println!(
            "{count:>9}  {:>8.0} ms  {ratio:>11.2}  {over_longest:>20.2}  {computed:>11.1} ms",
            milliseconds(took)
        );
    }
    curl(&server, &names[..10], single);
}

/// What the steps of a probe took in sum.
fn took_by(probe: &Probe) -> Duration {
    let proxy = probe.proxy.as_ref().map_or(0, |step| step.took_ms);
    let tls = probe.tls.as_ref().map_or(0, |step| step.took_ms);
    Duration::from_millis(probe.name.took_ms + probe.tcp.took_ms + proxy + tls + probe.http.took_ms)
}

/// The same with curl, one endpoint after another.
fn curl(server: &Server, names: &[String], single: Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("root.pem");
    let pem = STANDARD.encode(&server.root);
    let lines: Vec<&str> = pem.as_bytes().chunks(64).map(|line| str::from_utf8(line).expect("ASCII")).collect();
    fs::write(&root, format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n")))
        .expect("written");
    let port = server.address.port();
    let started = Instant::now();
    for name in names {
        let done = Command::new("curl")
            .args(["-s", "-o", "/dev/null", "--cacert"])
            .arg(&root)
            .args(["--resolve", &format!("{name}:{port}:127.0.0.1"), &format!("https://{name}:{port}/")])
            .status();
        match done {
            Ok(done) => assert!(done.success(), "curl: {done}"),
            Err(error) => return println!("skipped: curl does not run ({error})"),
        }
    }
    let took = started.elapsed();
    let ratio = took.as_secs_f64() / single.as_secs_f64();
    println!("curl, {} one after another: {:.0} ms, {ratio:.1} x one endpoint alone", names.len(), milliseconds(took));
}
