//! A domain of the lab: a copy of a provisioned Samba tree, changed while it is down, then served on an address of this
//! machine's loopback with a certificate of the lab's own authority.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use readiness_core::{
    Secret,
    collect::{
        directory::{DirectoryRequest, Security, Server, SignIn, Start, Trouble, collect},
        network::{NetworkSettings, ResolveOverride},
    },
    facts::directory::DirectoryFacts,
    reference::Reference,
};
use rustls::pki_types::CertificateDer;
use sha2::Digest as _;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::relay::Relay;

/// The controller that answers.
pub const HOST: &str = "dc1.lab.test";
/// The connector account.
pub const CONNECTOR: &str = "MSOL_1a2b3c4d5e6f";
/// The password of the administrator.
pub const PASSWORD: &str = "Passw0rd!Lab";
/// The test user.
pub const TESS: &str = "Tess@lab.test";

/// The controller of the other domain.
pub const CHILD_HOST: &str = "dc3.child.lab.test";

/// Which domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// lab.test, with the lab's cast.
    Root,
    /// child.lab.test, which has nobody.
    Child,
}

impl Kind {
    fn host(self) -> &'static str {
        match self {
            Self::Root => HOST,
            Self::Child => CHILD_HOST,
        }
    }

    fn job(self) -> &'static str {
        match self {
            Self::Root => "build",
            Self::Child => "build-child",
        }
    }
}

/// What makes a certificate other than good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    Good,
    Expired,
    OtherName,
    /// There is none, so that nothing can be encrypted.
    None,
}

/// A running domain.
pub struct Domain {
    folder: TempDir,
    /// Where it listens.
    pub address: Ipv4Addr,
    /// The authority that signed its certificate.
    pub root: CertificateDer<'static>,
    server: Child,
}

/// Why there can be no domain here; none when there can.
pub fn missing() -> Option<String> {
    let runs = |program: &str, argument: &str| {
        Command::new(program)
            .arg(argument)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    if !runs("samba", "--version") || !runs("samba-tool", "--version") {
        return Some("Samba is not installed (packaging/setup.sh test)".to_owned());
    }
    if std::net::TcpListener::bind((Ipv4Addr::new(127, 77, 0, 1), 636)).is_err() {
        return Some("port 636 of the loopback cannot be opened: not root?".to_owned());
    }
    None
}

/// True when the lab can run here. Otherwise it says why not.
pub fn available() -> bool {
    static MISSING: OnceLock<Option<String>> = OnceLock::new();
    match MISSING.get_or_init(missing) {
        None => true,
        Some(why) => {
            println!("skipped: {why}");
            false
        }
    }
}

/// The provisioned tree that all domains are copies of. Kept between runs, under a name that changes with the script.
fn provisioned(kind: Kind) -> PathBuf {
    static BUILT: Mutex<()> = Mutex::new(());
    let _one_at_a_time = BUILT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let script = script();
    let digest = sha2::Sha256::digest(fs::read(&script).expect("the script"));
    let name: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("samba-{}-{name}", kind.job()));
    if kept.exists() {
        return kept;
    }
    // Built where it will stay, since its settings hold its path; marked as whole by its last name.
    let building = kept.with_extension(format!("building-{}", std::process::id()));
    let _ = fs::remove_dir_all(&building);
    lab(&[kind.job(), &text(&building), "127.77.0.1"]);
    let settings = building.join("etc/smb.conf");
    let moved = fs::read_to_string(&settings).expect("settings").replace(&text(&building), &text(&kept));
    fs::write(&settings, moved).expect("settings");
    // Whoever was faster keeps it.
    if fs::rename(&building, &kept).is_err() {
        let _ = fs::remove_dir_all(&building);
    }
    kept
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("directory/lab.py")
}

fn text(path: &Path) -> String {
    path.to_str().expect("a path of text").to_owned()
}

fn lab(arguments: &[&str]) {
    let done = Command::new("/usr/bin/python3").arg(script()).args(arguments).output().expect("python runs");
    assert!(done.status.success(), "lab.py {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

impl Domain {
    /// A domain with these changes (see `lab.py`).
    pub fn with(changes: &[&str]) -> Self {
        Self::start(changes, Certificate::Good)
    }

    /// A domain with these changes and this kind of certificate.
    pub fn start(changes: &[&str], certificate: Certificate) -> Self {
        Self::of(Kind::Root, changes, certificate)
    }

    /// The other domain, child.lab.test, with these changes.
    pub fn child(changes: &[&str]) -> Self {
        Self::of(Kind::Child, changes, Certificate::Good)
    }

    fn of(kind: Kind, changes: &[&str], certificate: Certificate) -> Self {
        static NEXT: AtomicU8 = AtomicU8::new(1);
        let kept = provisioned(kind);
        let folder = tempfile::tempdir().expect("a folder");
        let tree = folder.path().join("d");
        let copied =
            Command::new("cp").args(["-r", "--sparse=always"]).arg(&kept).arg(&tree).status().expect("cp runs");
        assert!(copied.success());
        let block = u8::try_from(std::process::id() % 250).expect("small") + 1;
        let address = Ipv4Addr::new(127, 77, block, NEXT.fetch_add(1, Ordering::Relaxed));
        let root = certify(&tree, kind.host(), certificate);
        configure(&tree, &kept, address, certificate);
        if !changes.is_empty() {
            lab(&[&["change", &text(&tree)], changes].concat());
        }
        let server = serve(&tree);
        let domain = Self { folder, address, root, server };
        domain.wait(certificate != Certificate::None);
        domain
    }

    /// Waits until it answers. Not a measurement: how long a start takes says nothing.
    fn wait(&self, over_tls: bool) {
        for _ in 0..600 {
            let open = |port| {
                TcpStream::connect_timeout(&SocketAddr::new(self.address.into(), port), Duration::from_secs(1)).is_ok()
            };
            if (!over_tls || open(636)) && open(389) && open(53) {
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        let log = fs::read_to_string(self.tree().join("log")).unwrap_or_default();
        panic!("the domain does not answer: {log}");
    }

    /// Its tree.
    pub fn tree(&self) -> PathBuf {
        self.folder.path().join("d")
    }

    /// The authority's certificate as a file.
    pub fn root_file(&self) -> PathBuf {
        self.tree().join("private/tls/ca.pem")
    }

    /// Settings under which its names lead to it and its authority is trusted. The second controller exists on paper
    /// only: nothing listens at its address.
    pub fn settings(&self) -> NetworkSettings {
        let nobody = Ipv4Addr::new(127, 78, self.address.octets()[2], self.address.octets()[3]);
        let rule =
            |host: &str, address: Ipv4Addr| ResolveOverride { host: host.into(), address: address.into(), port: None };
        NetworkSettings {
            step_timeout: Duration::from_secs(60),
            resolve: vec![rule(HOST, self.address), rule("dc2.lab.test", nobody)],
            extra_roots: vec![self.root.clone()],
            ..NetworkSettings::default()
        }
    }

    /// The same, with a relay in front of it.
    pub fn settings_behind(&self, relay: &Relay) -> NetworkSettings {
        let rule = ResolveOverride { host: HOST.into(), address: relay.address.ip(), port: Some(relay.address.port()) };
        NetworkSettings { resolve: vec![rule], ..self.settings() }
    }

    /// A request over LDAPS, signed in as the administrator.
    pub fn request(&self) -> DirectoryRequest {
        self.request_as("Administrator@lab.test", PASSWORD)
    }

    /// A request over LDAPS, signed in as anybody.
    pub fn request_as(&self, name: &str, password: &str) -> DirectoryRequest {
        DirectoryRequest {
            starts: vec![Start::Server(Server { host: HOST.into(), port: 636, security: Security::Tls })],
            sign_in: SignIn::with_password(name, Secret::new(password.into())),
            connector: Some(format!(r"LAB\{CONNECTOR}")),
            test_user: Some(TESS.into()),
        }
    }

    /// Looks at it.
    pub async fn look(&self, request: &DirectoryRequest) -> Result<DirectoryFacts, Trouble> {
        look(request, &self.settings()).await
    }
}

/// Looks, quietly and to the end.
pub async fn look(request: &DirectoryRequest, settings: &NetworkSettings) -> Result<DirectoryFacts, Trouble> {
    let reference = Arc::new(Reference::built_in());
    collect(request, settings, &reference, Arc::new(|_| {}), CancellationToken::new()).await
}

impl Drop for Domain {
    fn drop(&mut self) {
        // It ends by itself when its standard input does; waiting for it keeps the folder until then.
        drop(self.server.stdin.take());
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Moves the settings to another folder and address.
fn configure(tree: &Path, kept: &Path, address: Ipv4Addr, certificate: Certificate) {
    let file = tree.join("etc/smb.conf");
    let old = fs::read_to_string(&file).expect("settings");
    let mut new = String::new();
    for line in old.replace(&text(kept), &text(tree)).lines() {
        let line = line.trim();
        // Names that this domain does not know are asked for nowhere.
        if line.starts_with("dns forwarder") || line.starts_with("log file") {
            continue;
        }
        let line = if line.starts_with("interfaces") { format!("interfaces = {address}/8") } else { line.to_owned() };
        new.push_str(&line);
        new.push('\n');
        if line == "[global]" {
            let tls = text(&tree.join("private/tls"));
            let enabled = certificate != Certificate::None;
            new.push_str(&format!(
                "tls enabled = {enabled}\ntls keyfile = {tls}/key.pem\ntls certfile = {tls}/cert.pem\ntls cafile = {tls}/ca.pem\n\
                 log file = {}/log\ndns forwarder = 127.0.0.254\n",
                text(tree)
            ));
        }
    }
    fs::write(&file, new).expect("settings");
}

/// Writes the authority, key and certificate. Samba's own certificate names no host where a client looks for it.
fn certify(tree: &Path, host: &str, kind: Certificate) -> CertificateDer<'static> {
    let authority_key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Lab Root");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
    let authority = params.self_signed(&authority_key).expect("a certificate");
    let issuer = Issuer::new(params, authority_key);
    let key = KeyPair::generate().expect("a key");
    let name = if kind == Certificate::OtherName { "other.lab.test" } else { host };
    let mut leaf = CertificateParams::new(vec![name.to_owned()]).expect("a name");
    leaf.distinguished_name.push(DnType::CommonName, name);
    if kind == Certificate::Expired {
        leaf.not_before = date_time_ymd(2019, 1, 1);
        leaf.not_after = date_time_ymd(2020, 1, 1);
    }
    let leaf = leaf.signed_by(&key, &issuer).expect("a certificate");
    let folder = tree.join("private/tls");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("ca.pem"), authority.pem()).expect("written");
    fs::write(folder.join("cert.pem"), leaf.pem()).expect("written");
    fs::write(folder.join("key.pem"), key.serialize_pem()).expect("written");
    let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    fs::set_permissions(folder.join("key.pem"), private).expect("private");
    authority.der().clone()
}

fn serve(tree: &Path) -> Child {
    let option = |text: String| format!("--option={text}");
    Command::new("samba")
        .args(["-F", "--no-process-group", "-M", "single", "-s"])
        .arg(tree.join("etc/smb.conf"))
        .arg(option(format!("pid directory={}", text(tree))))
        .arg(option(format!("ncalrpc dir={}/ncalrpc", text(tree))))
        .arg(option("server services=ldap,cldap,kdc,dns".into()))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("samba runs")
}
