//! Faults that only a network can make: packets dropped or rejected on the way, names that a real name server refuses, a
//! device that forgets silent connections or re-signs certificates. Three network namespaces on this machine play
//! client, device and server; nothing leaves them. Needs root, and says so where it cannot run.
//!
//! A process lives in one namespace, so client and server are this test program again, started inside theirs.

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use readiness_core::{
    collect::network::{IdlePlan, NetworkRequest, NetworkSettings, ProxySetting},
    facts::{
        Seen,
        network::{Break, Endpoint, IdleOutcome, NetworkFacts, Purpose, StepName, Trust},
    },
};
use rustls::pki_types::CertificateDer;
use tempfile::TempDir;

use crate::{
    certificates::{AUTHORITY, Authority, HOST},
    fault_server::{After, Behaviour, FaultServer},
    look::{broke, look},
};

/// Tells the inner program where its files are.
const FOLDER: &str = "READINESS_LAB_FOLDER";
/// Tells the inner program what to look at.
const ASK: &str = "READINESS_LAB_ASK";
/// Stands before the facts that the inner program prints.
const MARK: &str = "FACTS ";
/// How long a device remembers a silent connection here.
const MEMORY_S: u32 = 3;

/// Three namespaces in a row: client, device, server.
struct Lab {
    id: u32,
    folder: TempDir,
    children: Vec<Child>,
}

impl Lab {
    fn name(&self, place: &str) -> String {
        format!("rl{}{place}", self.id)
    }

    /// Builds it, or says why it cannot be built here.
    fn build() -> Result<Self, String> {
        for tool in ["ip", "nft", "dnsmasq"] {
            Command::new(tool).arg("--version").output().map_err(|_| format!("{tool} is not installed"))?;
        }
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let lab = Self { id: std::process::id(), folder, children: Vec::new() };
        let (client, device, server) = (lab.name("c"), lab.name("d"), lab.name("s"));
        for place in [&client, &device, &server] {
            ip(&format!("netns add {place}")).map_err(|error| format!("no network namespaces here: {error}"))?;
            ip(&format!("-n {place} link set lo up"))?;
        }
        for line in [
            format!("link add c0 netns {client} type veth peer name d0 netns {device}"),
            format!("link add s0 netns {server} type veth peer name d1 netns {device}"),
            format!("-n {client} addr add 10.88.1.2/24 dev c0"),
            format!("-n {device} addr add 10.88.1.1/24 dev d0"),
            format!("-n {device} addr add 203.0.113.1/24 dev d1"),
            format!("-n {server} addr add 203.0.113.10/24 dev s0"),
            format!("-n {client} link set c0 up"),
            format!("-n {device} link set d0 up"),
            format!("-n {device} link set d1 up"),
            format!("-n {server} link set s0 up"),
            format!("-n {client} route add default via 10.88.1.1"),
            format!("-n {server} route add default via 203.0.113.1"),
        ] {
            ip(&line)?;
        }
        let settings = Path::new("/etc/netns").join(&client);
        let write = |name: &str, text: &str| std::fs::write(settings.join(name), text);
        std::fs::create_dir_all(&settings)
            .and_then(|()| write("resolv.conf", "nameserver 10.88.1.1\n"))
            .and_then(|()| write("hosts", "127.0.0.1 localhost\n"))
            .map_err(|error| error.to_string())?;
        Ok(lab)
    }

    /// A command inside a namespace.
    fn inside(&self, place: &str, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name(place)]).arg(program);
        command.env(FOLDER, self.folder.path()).stdin(Stdio::null());
        command
    }

    /// This program inside a namespace, running one of the inner tests.
    fn again(&self, place: &str, inner: &str) -> Command {
        let this = std::env::current_exe().expect("this program has a path");
        let mut command = self.inside(place, this);
        command.args(["--exact", &format!("namespaces::{inner}"), "--ignored", "--nocapture"]);
        command
    }

    /// Starts name server and servers, and waits until they listen.
    fn start(&mut self) {
        checked(self.inside("d", "sysctl").args(["-qw", "net.ipv4.ip_forward=1"]).output());
        let mut names = self.inside("d", "dnsmasq");
        names.args(["--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--bind-interfaces"]);
        names.args(["--listen-address=10.88.1.1", "--user=root", "--pid-file="]);
        names.args([&format!("--address=/{HOST}/203.0.113.10"), "--address=/absent.lab.test/"]);
        self.children.push(names.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("dnsmasq starts"));
        let mut server = self.again("s", "in_server");
        self.children.push(server.stdout(Stdio::null()).spawn().expect("the server starts"));
        let ready = self.folder.path().join("ready");
        for _ in 0..400 {
            if ready.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the server did not start within 20 s");
    }

    /// Replaces the rules of the device.
    fn rules(&self, rules: &str) {
        let mut nft = self.inside("d", "nft");
        let mut child = nft.args(["-f", "-"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("nft starts");
        let mut input = child.stdin.take().expect("it is piped");
        write!(input, "flush ruleset\n{rules}").expect("nft reads");
        drop(input);
        // Rules that were not taken would test nothing.
        checked(child.wait_with_output());
    }

    /// Rules that forward everything except what these lines say.
    fn forward(&self, lines: &str) {
        self.rules(&format!(
            "table inet faults {{\n chain forward {{\n type filter hook forward priority 0; policy accept;\n {lines}\n }}\n}}\n"
        ));
    }

    /// Looks from the client.
    fn ask(&self, host: &str, trusting: bool, idle: &str) -> NetworkFacts {
        let ask = format!("{host} {trusting} {idle}");
        let output = checked(self.again("c", "in_client").env(ASK, ask).output());
        let text = String::from_utf8_lossy(&output.stdout);
        let facts = text.lines().find_map(|line| Some(line.split_once(MARK)?.1));
        serde_json::from_str(facts.unwrap_or_else(|| panic!("no facts in {text}"))).expect("facts")
    }

    fn broke(&self, host: &str) -> (StepName, Break) {
        broke(&self.ask(host, true, "skip").probes[0])
    }

    fn idle(&self, seconds: u32) -> IdleOutcome {
        let facts = self.ask(HOST, true, &seconds.to_string());
        let Seen::Seen(mut test) = facts.idle else { panic!("{:?}", facts.idle) };
        test.connections.remove(0).outcome
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
        for place in ["c", "d", "s"] {
            let _ = ip(&format!("netns del {}", self.name(place)));
        }
        let _ = std::fs::remove_dir_all(Path::new("/etc/netns").join(self.name("c")));
    }
}

fn ip(line: &str) -> Result<(), String> {
    let output = Command::new("ip").args(line.split(' ')).output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}

#[track_caller]
fn checked(output: std::io::Result<Output>) -> Output {
    let output = output.expect("it starts");
    let mut said = String::new();
    let _ = write!(said, "{}", String::from_utf8_lossy(&output.stdout));
    let _ = write!(said, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}: {said}", output.status);
    output
}

#[test]
fn faults_on_the_way_are_told_apart() {
    let mut lab = match Lab::build() {
        Ok(lab) => lab,
        Err(why) => {
            println!("skipped: {why}");
            return;
        }
    };
    lab.start();

    // Nothing in the way: otherwise the faults below would prove nothing.
    lab.rules("");
    let facts = lab.ask(HOST, true, "1");
    assert_eq!(facts.probes[0].answer().map(|answer| answer.status), Some(401), "{facts:#?}");
    assert!(
        matches!(facts.idle, Seen::Seen(test) if matches!(test.connections[0].outcome, IdleOutcome::Survived { .. }))
    );

    // Names, asked of the system, explained by our own resolver.
    assert_eq!(lab.broke("absent.lab.test"), (StepName::Name, Break::NameNotFound));
    assert_eq!(lab.broke("elsewhere.example"), (StepName::Name, Break::NameRefused));
    lab.rules("table inet faults {\n chain input {\n type filter hook input priority 0;\n udp dport 53 drop\n tcp dport 53 drop\n }\n}\n");
    assert_eq!(lab.broke(HOST), (StepName::Name, Break::NameTimedOut { after_ms: 3_000 }));

    // The way.
    lab.forward("tcp dport 443 drop");
    assert_eq!(lab.broke(HOST), (StepName::Tcp, Break::TimedOut { after_ms: 3_000 }));
    lab.forward("tcp dport 443 reject with tcp reset");
    assert_eq!(lab.broke(HOST), (StepName::Tcp, Break::Refused));
    lab.forward("tcp dport 443 reject with icmpx type admin-prohibited");
    assert_eq!(lab.broke(HOST), (StepName::Tcp, Break::HostUnreachable));

    // A device that signs certificates itself: unknown, and then trusted by this machine only.
    lab.rules(
        "table ip faults {\n chain divert {\n type nat hook prerouting priority -100;\n tcp dport 443 dnat to 203.0.113.10:8443\n }\n}\n",
    );
    let unknown = lab.ask(HOST, false, "skip");
    let issuer = AUTHORITY.to_owned();
    assert_eq!(broke(&unknown.probes[0]), (StepName::Tls, Break::CertificateUnknownIssuer { issuer: issuer.clone() }));
    assert_eq!(unknown.probes[0].trust, Some(Trust::Untrusted { issuer: issuer.clone() }));
    let trusted = lab.ask(HOST, true, "skip");
    assert_eq!(trusted.probes[0].trust, Some(Trust::LocalRoot { issuer }));
    assert_eq!(trusted.probes[0].answer().map(|answer| answer.status), Some(200), "the diverted server answers");

    // A device that forgets: in silence, or with a reset.
    for (forgotten, silent) in [("drop", true), ("reject with tcp reset", false)] {
        lab.forward(&format!(
            "ct state established,related accept\n tcp dport 443 ct state new tcp flags & (syn|ack) == syn accept\n udp dport 53 accept\n {forgotten}"
        ));
        for setting in [
            format!("net.netfilter.nf_conntrack_tcp_timeout_established={MEMORY_S}"),
            "net.netfilter.nf_conntrack_tcp_loose=0".to_owned(),
        ] {
            checked(lab.inside("d", "sysctl").args(["-qw", &setting]).output());
        }
        let short = lab.idle(1);
        assert!(matches!(short, IdleOutcome::Survived { .. }), "{short:?}");
        let long = lab.idle(MEMORY_S * 2);
        if silent {
            assert!(matches!(long, IdleOutcome::Dropped { .. }), "{long:?}");
        } else {
            assert!(matches!(long, IdleOutcome::Reset { .. }), "{long:?}");
        }
    }
}

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os(FOLDER).map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: this part runs inside the lab only");
    }
    folder
}

#[tokio::test]
#[ignore = "runs inside the lab's server namespace"]
async fn in_server() {
    let Some(folder) = folder() else { return };
    let authority = Authority::new();
    let listen = async |port: u16| tokio::net::TcpListener::bind(("203.0.113.10", port)).await.expect("a free port");
    let diverted = After::Answer(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec());
    let _relay = FaultServer::on(listen(443).await, Behaviour::Tls(authority.good(), After::Relay));
    let _diverted = FaultServer::on(listen(8443).await, Behaviour::Tls(authority.good(), diverted));
    std::fs::write(folder.join("root.der"), &authority.root).expect("the folder takes it");
    std::fs::write(folder.join("ready"), "").expect("the folder takes it");
    // Until the lab ends it.
    tokio::time::sleep(Duration::from_secs(600)).await;
}

#[tokio::test]
#[ignore = "runs inside the lab's client namespace"]
async fn in_client() {
    let Some(folder) = folder() else { return };
    let ask = std::env::var(ASK).expect("something to ask");
    let [host, trusting, idle] = ask.split(' ').collect::<Vec<_>>()[..] else { panic!("{ask}") };
    let root = CertificateDer::from(std::fs::read(folder.join("root.der")).expect("a root"));
    let request = NetworkRequest {
        endpoints: vec![Endpoint { host: host.to_owned(), port: 443, purpose: Purpose::Relay }],
        contexts: vec![ProxySetting::None],
        idle: idle.parse::<IdlePlan>().expect("a plan"),
        ..NetworkRequest::default()
    };
    let settings = NetworkSettings {
        step_timeout: Duration::from_secs(3),
        extra_roots: if trusting == "true" { vec![root] } else { Vec::new() },
        ..NetworkSettings::default()
    };
    let facts = look(&request, &settings).await;
    println!("\n{MARK}{}", serde_json::to_string(&facts).expect("facts are JSON"));
    // The system's resolver may still be waiting in a thread of its own.
    std::process::exit(0);
}
