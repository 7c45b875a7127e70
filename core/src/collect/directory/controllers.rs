//! All domain controllers: from the list of sites, their systems from their own domains, and what each says of itself.

use futures_util::{StreamExt as _, stream};
use ldap3::Scope;

use super::{
    address::{Server, domain_of, parent, same_dn},
    connection::Instruments,
    estate::Partition,
    look::Look,
};
use crate::facts::{Seen, Unavailable, directory::DomainController};

/// How many controllers are asked at a time.
const AT_A_TIME: usize = 16;

/// A controller as the list of sites has it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    host: String,
    domain: String,
    writable: bool,
    /// Distinguished name of its computer account, if the list tells.
    computer: Option<String>,
}

impl Look<'_> {
    pub(super) async fn list_controllers(&mut self) -> Result<Vec<Listed>, Unavailable> {
        // A server object without settings of a directory service below it is what a removed controller left behind.
        const SERVICES: &str = "(|(objectClass=nTDSDSA)(objectClass=nTDSDSARO))";
        const WANTED: [&str; 3] = ["objectClass", "objectCategory", "hasMasterNCs"];
        let base = format!("CN=Sites,{}", self.root.configuration);
        let mut main = self.main().await?;
        let services = main.search(&base, Scope::Subtree, SERVICES, &WANTED).await?;
        let mut listed = Vec::new();
        for service in services {
            let Some(server) = parent(&service.dn) else { continue };
            let record = main.read(server, &["dNSHostName", "serverReference"]).await?.unwrap_or_default();
            let computer = record.text("serverReference").map(str::to_owned);
            let own = |dn: &String| !dn.to_uppercase().starts_with("CN=");
            let domain = match &computer {
                Some(dn) => domain_of(dn),
                None => {
                    service.texts("hasMasterNCs").iter().find(|dn| own(dn)).map(|dn| domain_of(dn)).unwrap_or_default()
                }
            };
            let first = server.split(',').next().and_then(|part| part.split_once('=')).map_or("", |(_, name)| name);
            let host = record.text("dNSHostName").unwrap_or(first).to_owned();
            let read_only = service.texts("objectClass").iter().any(|class| class.eq_ignore_ascii_case("nTDSDSARO"))
                || service.text("objectCategory").is_some_and(|dn| dn.to_uppercase().starts_with("CN=NTDS-DSA-RO,"));
            self.hosts.entry(domain.to_lowercase()).or_default().push(host.clone());
            listed.push(Listed { host, domain, writable: !read_only, computer });
        }
        listed.sort_by(|a, b| (&a.domain, &a.host).cmp(&(&b.domain, &b.host)));
        Ok(listed)
    }

    /// Adds the controllers that have an account and are not in the list of sites: an account that may not see all of
    /// that list must not take what it sees for everything. A domain that cannot be asked adds none; its controllers
    /// are then judged by the list alone, and its own facts say that it could not be asked.
    pub(super) async fn add_unlisted(
        &mut self,
        listed: &mut Vec<Listed>,
        partitions: &[Partition],
    ) -> Result<(), Unavailable> {
        /// The bit of `userAccountControl` that every writable controller's account has.
        const ACCOUNTS: &str = "(&(objectClass=computer)(userAccountControl:1.2.840.113556.1.4.803:=8192))";
        for partition in partitions {
            let Ok(mut session) = self.session(&partition.dns_name).await else { continue };
            let found =
                session.search(&partition.dn, Scope::Subtree, ACCOUNTS, &["dNSHostName", "sAMAccountName"]).await?;
            for account in found {
                if listed.iter().any(|one| one.computer.as_deref().is_some_and(|dn| same_dn(dn, &account.dn))) {
                    continue;
                }
                let short = account.text("sAMAccountName").unwrap_or_default().trim_end_matches('$');
                let host = account.text("dNSHostName").unwrap_or(short).to_owned();
                let same = |one: &Listed| one.computer.is_none() && one.host.eq_ignore_ascii_case(&host);
                match listed.iter_mut().find(|one| same(one)) {
                    // In the list, without a word about its account.
                    Some(one) => one.computer = Some(account.dn),
                    None => {
                        let (domain, computer) = (partition.dns_name.clone(), Some(account.dn));
                        listed.push(Listed { host, domain, writable: true, computer });
                    }
                }
            }
        }
        Ok(())
    }

    /// Every controller with its system and the controls it says it supports.
    pub(super) async fn controllers(&mut self, listed: Vec<Listed>) -> Vec<DomainController> {
        let mut controllers = Vec::new();
        for one in &listed {
            controllers.push(self.described(one).await);
        }
        let main = self.root.host.to_lowercase();
        let own: Seen<Vec<String>> = self.root.controls.clone().into();
        let instruments = &self.instruments;
        let asked: Vec<Seen<Vec<String>>> = stream::iter(listed.into_iter().map(|one| one.host))
            .map(|host| {
                let (is_main, own) = (host.to_lowercase() == main, own.clone());
                async move { if is_main { own } else { supported(instruments, &host).await } }
            })
            .buffered(AT_A_TIME)
            .collect()
            .await;
        for (controller, controls) in controllers.iter_mut().zip(asked) {
            controller.supported_controls = controls;
        }
        controllers
    }

    /// What the computer account says of the system; empty where it could not be read.
    async fn described(&mut self, one: &Listed) -> DomainController {
        const WANTED: [&str; 3] = ["operatingSystem", "operatingSystemVersion", "operatingSystemServicePack"];
        let record = match (&one.computer, self.session(&one.domain).await) {
            (Some(computer), Ok(mut session)) => session.read(computer, &WANTED).await.ok().flatten(),
            _ => None,
        };
        let record = record.unwrap_or_default();
        let text = |name: &str| record.text(name).map(str::to_owned);
        DomainController {
            host: one.host.clone(),
            domain: one.domain.clone(),
            operating_system: text("operatingSystem").unwrap_or_default(),
            os_version: text("operatingSystemVersion").unwrap_or_default(),
            service_pack: text("operatingSystemServicePack"),
            writable: one.writable,
            supported_controls: Seen::default(),
        }
    }
}

/// What a controller says it supports. It says so to anybody; the connection is verified all the same, so that nobody
/// else says it in its place.
async fn supported(instruments: &Instruments, host: &str) -> Seen<Vec<String>> {
    let mut why = Unavailable::Unreachable { target: host.to_owned() };
    for server in Server::usual(host) {
        let answer = match instruments.open(&server).await {
            Ok(mut session) => session.read("", &["supportedControl"]).await,
            Err(trouble) => Err(trouble),
        };
        match answer {
            Ok(Some(record)) => return record.texts("supportedControl").into(),
            Ok(None) => return Seen::Missing(Unavailable::Malformed { what: "supportedControl".to_owned() }),
            Err(trouble) => why = trouble.into(),
        }
    }
    Seen::Missing(why)
}
