//! A real proxy with Basic authentication: squid, where it is installed.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use readiness_core::{
    Secret,
    collect::network::{ProxyAddress, ProxySetting},
    facts::network::{Break, Endpoint, Probe, Purpose, StepName},
};
use tempfile::TempDir;

use crate::{
    certificates::{Authority, HOST},
    fault_server::{After, Behaviour, FaultServer},
    look::{LONG, broke, look, request, settings},
};

const SQUID: &str = "/usr/sbin/squid";
const HELPER: &str = "/usr/lib/squid/basic_ncsa_auth";

/// A running squid. It ends when it is dropped.
struct Squid {
    address: SocketAddr,
    process: Child,
    _folder: TempDir,
}

impl Squid {
    /// Starts one that lets ann in with the password `secret` and lets nobody go to denied.lab.test.
    fn start() -> Result<Self, String> {
        for needed in [SQUID, HELPER] {
            if !Path::new(needed).exists() {
                return Err(format!("{needed} is not installed"));
            }
        }
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let path = |name: &str| folder.path().join(name);
        let write = |name: &str, text: String| std::fs::write(path(name), text).map_err(|error| error.to_string());
        let hashed = Command::new("openssl").args(["passwd", "-apr1", "secret"]).output();
        let hashed = hashed.map_err(|error| format!("openssl: {error}"))?.stdout;
        write("passwords", format!("ann:{}\n", String::from_utf8_lossy(&hashed).trim()))?;
        write("hosts", format!("127.0.0.1 localhost {HOST} denied.lab.test\n"))?;
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(|error| error.to_string())?;
        let at = folder.path().display();
        write(
            "squid.conf",
            format!(
                "http_port {address}\nhosts_file {at}/hosts\npid_filename none\naccess_log none\ncache_log /dev/null\n\
                 cache deny all\npinger_enable off\nshutdown_lifetime 0 seconds\ncoredump_dir {at}\n\
                 auth_param basic program {HELPER} {at}/passwords\nauth_param basic realm lab\n\
                 auth_param basic children 1\nacl known proxy_auth REQUIRED\nacl denied dstdomain denied.lab.test\n\
                 http_access deny denied\nhttp_access allow known\nhttp_access deny all\n"
            ),
        )?;
        // Started by root it becomes another user, who must be able to read its files.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755))
                .map_err(|error| error.to_string())?;
        }
        let process = Command::new(SQUID)
            .args(["-N", "-f"])
            .arg(path("squid.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut squid = Self { address, process, _folder: folder };
        for _ in 0..200 {
            if TcpStream::connect(address).is_ok() {
                return Ok(squid);
            }
            if let Ok(Some(status)) = squid.process.try_wait() {
                return Err(format!("squid ended with {status}"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("squid did not listen within 10 s".to_owned())
    }
}

impl Drop for Squid {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn squid_is_understood() {
    let squid = match Squid::start() {
        Ok(squid) => squid,
        Err(why) => {
            println!("skipped: {why}");
            return;
        }
    };
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let proxy = || ProxyAddress::new(squid.address.ip().to_string(), squid.address.port());
    let known = || ProxySetting::Explicit(proxy().with_credentials("ann", Secret::new("secret".into())));
    let wrong = ProxySetting::Explicit(proxy().with_credentials("ann", Secret::new("wrong".into())));
    let probe = async |host: &str, port: u16, context: ProxySetting| -> Probe {
        let endpoint = Endpoint { host: host.to_owned(), port, purpose: Purpose::Relay };
        let mut facts = look(&request(vec![endpoint], vec![context]), &settings(LONG, &[], Some(&authority))).await;
        facts.probes.remove(0)
    };
    let port = server.address.port();
    let asked = (StepName::Proxy, Break::ProxyAsksForCredentials { scheme: "Basic".into() });
    assert_eq!(broke(&probe(HOST, port, ProxySetting::Explicit(proxy())).await), asked);
    assert_eq!(broke(&probe(HOST, port, wrong).await), asked);
    assert_eq!(probe(HOST, port, known()).await.answer().map(|answer| answer.status), Some(401));
    assert_eq!(broke(&probe("denied.lab.test", port, known()).await), (StepName::Proxy, Break::ProxyForbids));
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let nothing = probe(HOST, nobody.port(), known()).await;
    assert_eq!(broke(&nothing), (StepName::Proxy, Break::ProxyAnswered { status: 503 }));
    // Plain HTTP: what squid says by itself is its own answer, and only 407 is certainly its own.
    let crl = Endpoint { host: HOST.into(), port, purpose: Purpose::Revocation };
    let facts = look(&request(vec![crl], vec![ProxySetting::Explicit(proxy())]), &settings(LONG, &[], None)).await;
    assert_eq!(broke(&facts.probes[0]), asked);
}
