//! The collectors of a real run, and what they take from this process: its environment and its host name.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use readiness_core::{
    Subject,
    assessment::{Assessment, file::read_limited},
    collect::{
        directory::{DirectoryCollector, DirectoryRequest},
        network::{
            DesktopSettings, IdlePlan, IdleSteering, NetworkCollector, NetworkSettings, ProxySetting, ProxyVariables,
        },
        sync_server::{EventsCollector, SyncServerCollector, this_machine},
        tenant::{CloudAddress, Session, TenantCollector, TenantSettings},
    },
    engine::Collector,
    reference::Reference,
};

/// The idle test of one run: how long it is planned, and the handle that shortens or skips it while it goes on.
#[derive(Debug, Clone, Default)]
pub struct IdleOrder {
    /// The silences.
    pub plan: IdlePlan,
    /// The handle.
    pub steering: IdleSteering,
}

/// What a person ordered for one run.
#[derive(Clone, Default)]
pub struct Order {
    /// The idle test.
    pub idle: IdleOrder,
    /// The tenant that somebody is signed in to.
    pub tenant: Option<Arc<SignedIn>>,
    /// The directory, and as whom to sign in to it.
    pub directory: Handed<Directory>,
}

/// Something that is handed over once, such as a password: whoever takes it has it alone.
pub struct Handed<T>(Arc<Mutex<Option<T>>>);

impl<T> Handed<T> {
    /// To be taken by one.
    pub fn new(what: Option<T>) -> Self {
        Self(Arc::new(Mutex::new(what)))
    }

    /// Takes it. None when there was nothing, or when somebody took it before.
    pub fn take(&self) -> Option<T> {
        self.0.lock().ok()?.take()
    }
}

impl<T> Default for Handed<T> {
    fn default() -> Self {
        Self::new(None)
    }
}

impl<T> Clone for Handed<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// A sign-in to a tenant. It lives in memory only.
pub struct SignedIn {
    /// The session; it renews itself.
    pub session: Arc<Session>,
    /// The way out.
    pub settings: TenantSettings,
}

impl SignedIn {
    /// Whether it was made for this subject's tenant in this subject's cloud.
    pub fn is_for(&self, subject: &Subject, reference: &Reference) -> bool {
        let made = self.session.registration();
        let same_cloud =
            CloudAddress::new(reference.endpoints.cloud(subject.cloud)).is_ok_and(|address| address == made.address);
        same_cloud && made.tenant.eq_ignore_ascii_case(subject.tenant.trim())
    }
}

/// How the network is looked at.
#[derive(Default)]
pub struct Network {
    /// Timeouts, roots, overrides.
    pub settings: NetworkSettings,
    /// The ways out.
    pub ways: Vec<ProxySetting>,
    /// The idle test.
    pub idle: IdleOrder,
}

/// How the directory is looked at.
pub struct Directory {
    /// Where, as whom, and for which connector account.
    pub request: DirectoryRequest,
    /// Timeouts, roots, overrides.
    pub settings: NetworkSettings,
}

/// What somebody is signed in to, or gave a name and a password for. What is not there is not looked at.
#[derive(Default)]
pub struct SignIns<'a> {
    /// The tenant.
    pub tenant: Option<&'a SignedIn>,
    /// The directory.
    pub directory: Option<Directory>,
}

/// The collectors of a real run of this assessment.
pub fn collectors(
    assessment: &Assessment,
    reference: &Arc<Reference>,
    network: Network,
    sign_ins: SignIns<'_>,
) -> Vec<Arc<dyn Collector>> {
    let Network { settings, ways, idle } = network;
    let host = host_name();
    let network = NetworkCollector::both(assessment, reference, &host, settings, ways, idle.plan, idle.steering);
    let mut collectors = Vec::from(network);
    let subject = &assessment.subject;
    match sign_ins.tenant.filter(|tenant| tenant.is_for(subject, reference)) {
        Some(tenant) => {
            let (session, settings) = (Arc::clone(&tenant.session), tenant.settings.clone());
            collectors.push(Arc::new(TenantCollector::signed_in(subject, reference, &host, session, settings)));
        }
        // Evidence that was brought along is not put aside by saying that nobody is signed in.
        None if assessment.facts.about(subject).tenant().all().next().is_none() => {
            collectors.push(Arc::new(TenantCollector::without_sign_in(subject, reference, &host)));
        }
        None => {}
    }
    if let Some(machine) = this_machine().filter(|_| subject.this_is_sync_server) {
        collectors.push(Arc::new(SyncServerCollector::new(&machine, &host)));
        collectors.push(Arc::new(EventsCollector::new(&machine, &host)));
    }
    if let Some(Directory { request, settings }) = sign_ins.directory {
        collectors.push(Arc::new(DirectoryCollector::new(subject, reference, &host, request, settings)));
    }
    collectors
}

/// This machine's name.
pub fn host_name() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// The domain that this machine belongs to, where it says so: that of the user on Windows, and elsewhere the realm that
/// joining a domain writes into Kerberos' settings, or what the machine's name ends in.
pub fn own_domain() -> Option<String> {
    let of_user = || std::env::var("USERDNSDOMAIN").ok();
    let of_realm = || {
        let path = std::env::var_os("KRB5_CONFIG").map_or_else(|| PathBuf::from("/etc/krb5.conf"), PathBuf::from);
        default_realm(&String::from_utf8_lossy(&read_limited(&path, 1024 * 1024).ok()?))
    };
    let of_name = || host_name().split_once('.').map(|(_, domain)| domain.to_owned());
    of_user()
        .or_else(of_realm)
        .or_else(of_name)
        .map(|domain| domain.to_lowercase())
        .filter(|domain| domain.contains('.'))
}

/// The realm that Kerberos' settings name as the default. Source: krb5.conf(5), section `[libdefaults]`.
fn default_realm(settings: &str) -> Option<String> {
    let mut section = "";
    settings.lines().map(str::trim).find_map(|line| {
        if line.starts_with('[') {
            section = line;
        }
        let (key, value) = line.split_once('=').filter(|_| section == "[libdefaults]")?;
        (key.trim() == "default_realm").then(|| value.trim().to_owned())
    })
}

/// The proxy variables of the environment.
pub fn proxy_variables() -> ProxyVariables {
    let read = |name: &str| {
        std::env::var(name).or_else(|_| std::env::var(name.to_lowercase())).ok().filter(|value| !value.is_empty())
    };
    ProxyVariables {
        https: read("HTTPS_PROXY"),
        http: read("HTTP_PROXY"),
        all: read("ALL_PROXY"),
        no: read("NO_PROXY"),
    }
}

/// How the network is looked at when nothing else is said, with what this process's environment says.
pub fn network_settings() -> NetworkSettings {
    NetworkSettings { variables: proxy_variables(), desktop: desktop_settings(), ..NetworkSettings::default() }
}

/// How a tenant is reached when nothing else is said.
pub fn tenant_settings() -> TenantSettings {
    TenantSettings { variables: proxy_variables(), ..TenantSettings::default() }
}

/// Where a desktop on Linux keeps its proxy setting.
fn desktop_settings() -> DesktopSettings {
    let read = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let kde = read("XDG_CURRENT_DESKTOP").is_some_and(|desktop| desktop.to_string_lossy().contains("KDE"));
    let config =
        || read("XDG_CONFIG_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(read("HOME")?).join(".config")));
    DesktopSettings {
        kioslaverc: config().filter(|_| kde).map(|folder| folder.join("kioslaverc")),
        ..DesktopSettings::default()
    }
}

/// The ways out that are tried when none is named: straight, what the environment says where it says anything, and what
/// the system's setting says where that is another way.
pub fn default_ways() -> Vec<ProxySetting> {
    let variables = proxy_variables();
    let mut ways = vec![ProxySetting::None];
    if variables.https.is_some() || variables.all.is_some() {
        ways.push(ProxySetting::Environment);
    }
    ways.push(ProxySetting::System);
    ways
}

#[cfg(test)]
mod tests {
    use super::default_realm;

    #[test]
    fn the_realm_is_read_where_kerberos_reads_it() {
        let settings = "# default_realm = COMMENT.EXAMPLE\n[realms]\ndefault_realm = WRONG.EXAMPLE\n\
                        [libdefaults]\n  dns_lookup_kdc = true\n  default_realm = LAB.EXAMPLE\n";
        assert_eq!(default_realm(settings).as_deref(), Some("LAB.EXAMPLE"));
        assert_eq!(default_realm("[libdefaults]\n# default_realm = NO.EXAMPLE\n"), None);
        assert_eq!(default_realm("default_realm = NO.EXAMPLE"), None);
    }
}
