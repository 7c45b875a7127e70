//! One look: the connections it holds, one for each domain, and the order of its questions.

use std::{collections::HashMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};

use super::{
    DirectoryRequest, Trouble,
    accounts::Found,
    address::{Server, Start, domain_of, same_dn},
    connection::{Instruments, Session},
    estate::Partition,
    rights::Connector,
};
use crate::{
    Message,
    collect::{Progress, Reporter, network::NetworkSettings},
    facts::{Seen, Unavailable, directory::DirectoryFacts, network::ClockReading},
    msg,
    reference::Reference,
};

/// A look that is under way.
pub(super) struct Look<'a> {
    pub(super) request: &'a DirectoryRequest,
    pub(super) reference: Arc<Reference>,
    pub(super) instruments: Instruments,
    pub(super) root: Root,
    /// The server that let us in.
    door: Server,
    report: Reporter,
    /// The connection of each domain, or why there is none.
    sessions: HashMap<String, Result<Session, Unavailable>>,
    /// Hosts by domain, for connections to the other domains.
    pub(super) hosts: HashMap<String, Vec<String>>,
    /// Servers by domain that were named as ways in.
    named: HashMap<String, Vec<Server>>,
}

/// What the root of the directory says of the server that let us in.
#[derive(Debug, Clone, Default)]
pub(super) struct Root {
    pub(super) host: String,
    pub(super) own: String,
    pub(super) configuration: String,
    pub(super) schema: String,
    pub(super) forest: String,
    pub(super) forest_level: Option<i64>,
    pub(super) controls: Vec<String>,
    clock: Option<ClockReading>,
}

impl<'a> Look<'a> {
    /// Finds a server that lets us in.
    pub(super) async fn begin(
        request: &'a DirectoryRequest,
        settings: &NetworkSettings,
        reference: &Arc<Reference>,
        report: Reporter,
    ) -> Result<Self, Trouble> {
        let instruments = Instruments::new(settings)?;
        // The trouble that came furthest tells most.
        let mut worst: Option<Trouble> = None;
        for start in &request.starts {
            let servers = match servers(&instruments, start, &report).await {
                Ok(servers) => servers,
                Err(trouble) => {
                    worst.get_or_insert(trouble);
                    continue;
                }
            };
            for server in servers {
                report(Progress::Doing(msg!("collect-directory-connecting", server = server.to_string())));
                match instruments.sign_in(&server, &request.sign_in).await {
                    Ok(mut session) => {
                        let root = root(&mut session).await?;
                        let sessions = HashMap::from([(domain_of(&root.own).to_lowercase(), Ok(session))]);
                        let reference = Arc::clone(reference);
                        let (hosts, named) = Default::default();
                        let mut look = Self {
                            request,
                            reference,
                            instruments,
                            root,
                            door: server,
                            report,
                            sessions,
                            hosts,
                            named,
                        };
                        look.meet_the_others().await?;
                        return Ok(look);
                    }
                    Err(trouble) if trouble.is_about_credentials() => return Err(trouble),
                    Err(trouble) => {
                        if worst.as_ref().is_none_or(|worst| worst.rung() < trouble.rung()) {
                            worst = Some(trouble);
                        }
                    }
                }
            }
        }
        Err(worst.unwrap_or(Trouble::Cancelled))
    }

    /// Places what else was named to begin with. A server is the way into its own domain; one that does not answer was
    /// not needed to get in. What belongs to another forest is refused: nobody would see that it was left out.
    async fn meet_the_others(&mut self) -> Result<(), Trouble> {
        let forest = domain_of(&self.root.forest);
        let other_forest = |named: String| Err(Trouble::OtherForest { named, forest: forest.clone() });
        for start in &self.request.starts {
            match start {
                Start::Server(server) if *server != self.door => {
                    let Ok(mut session) = self.instruments.open(server).await else { continue };
                    let Ok(root) = root(&mut session).await else { continue };
                    if !same_dn(&root.forest, &self.root.forest) {
                        return other_forest(server.to_string());
                    }
                    self.named.entry(domain_of(&root.own).to_lowercase()).or_default().push(server.clone());
                }
                Start::Domain(domain) if !domain.eq_ignore_ascii_case(&domain_of(&self.root.own)) => {
                    let Ok(partitions) = self.partitions().await else { continue };
                    if !partitions.iter().any(|partition| partition.dns_name.eq_ignore_ascii_case(domain)) {
                        return other_forest(domain.clone());
                    }
                }
                Start::Server(_) | Start::Domain(_) => {}
            }
        }
        Ok(())
    }

    /// Asks everything. What is answered is in `facts` at once, so that a cancelled look keeps it.
    pub(super) async fn fill(&mut self, facts: &mut DirectoryFacts) {
        if let Some(clock) = self.root.clock.clone() {
            facts.clock = clock.into();
        } else {
            let what = "currentTime".to_owned();
            facts.clock = Seen::Missing(Unavailable::Malformed { what });
        }
        self.doing(msg!("collect-directory-forest"));
        facts.forest = Seen::of(self.forest().await);
        let partitions = self.partitions().await;
        let listed = self.list_controllers().await;
        facts.domains = match &partitions {
            Ok(partitions) => Seen::of(self.domains(partitions).await),
            Err(why) => Seen::Missing(why.clone()),
        };
        facts.controllers = match (listed, &partitions) {
            (Ok(mut listed), Ok(partitions)) => match self.add_unlisted(&mut listed, partitions).await {
                Ok(()) => {
                    self.doing(msg!("collect-directory-controllers", count = listed.len()));
                    self.controllers(listed).await.into()
                }
                Err(why) => Seen::Missing(why),
            },
            (Err(why), _) => Seen::Missing(why),
            (_, Err(why)) => Seen::Missing(why.clone()),
        };
        facts.pdc_ports = match &facts.domains {
            Seen::Seen(domains) => {
                self.doing(msg!("collect-directory-ports"));
                self.pdc_ports(domains).await.into()
            }
            Seen::Missing(why) => Seen::Missing(why.clone()),
        };
        match partitions {
            Ok(partitions) => self.fill_domains(facts, &partitions).await,
            Err(why) => {
                facts.policies = Seen::Missing(why.clone());
                facts.connector_account = Seen::Missing(why.clone());
                facts.domain_rights = Seen::Missing(why.clone());
                facts.sam_servers = Seen::Missing(why.clone());
                if self.request.test_user.is_some() {
                    facts.test_user = Seen::Missing(why.clone());
                    facts.test_user_rights = Seen::Missing(why.clone());
                    facts.fine_grained_policy = Seen::Missing(why);
                }
            }
        }
    }

    async fn fill_domains(&mut self, facts: &mut DirectoryFacts, partitions: &[Partition]) {
        self.doing(msg!("collect-directory-policies"));
        facts.policies = Seen::of(self.policies(partitions).await);
        self.doing(msg!("collect-directory-connector"));
        let connector: Result<Connector, Unavailable> = self.connector(partitions).await;
        match &connector {
            Ok(connector) => {
                facts.connector_account = connector.facts.clone().into();
                facts.domain_rights = self.domain_rights(partitions, &connector.token).await.into();
                facts.sam_servers = self.sam_servers(partitions, &connector.token).await.into();
            }
            Err(why) => {
                facts.connector_account = Seen::Missing(why.clone());
                facts.domain_rights = Seen::Missing(why.clone());
                facts.sam_servers = Seen::Missing(why.clone());
            }
        }
        let Some(name) = self.request.test_user.as_deref() else { return };
        self.doing(msg!("collect-directory-test-user"));
        let user: Result<Found, Unavailable> = self.find(name, partitions).await;
        match user {
            Ok(user) => {
                facts.test_user = Seen::of(self.test_user(&user, partitions).await);
                facts.fine_grained_policy = Seen::of(self.fine_grained_policy(&user, partitions).await);
                facts.test_user_rights = match connector {
                    Ok(connector) => Seen::of(self.test_user_rights(&user, partitions, &connector.token).await),
                    Err(why) => Seen::Missing(why),
                };
            }
            Err(why) => {
                facts.test_user = Seen::Missing(why.clone());
                facts.test_user_rights = Seen::Missing(why.clone());
                facts.fine_grained_policy = Seen::Missing(why);
            }
        }
    }

    pub(super) fn doing(&self, what: Message) {
        (self.report)(Progress::Doing(what));
    }

    /// The connection to the server that let us in.
    pub(super) async fn main(&mut self) -> Result<Session, Unavailable> {
        let own = domain_of(&self.root.own);
        self.session(&own).await
    }

    /// A connection to a controller of this domain. The first that lets us in is kept; where none does, the reason is.
    pub(super) async fn session(&mut self, domain: &str) -> Result<Session, Unavailable> {
        let domain = domain.to_lowercase();
        if let Some(held) = self.sessions.get(&domain) {
            return held.clone();
        }
        let outcome = self.connect(&domain).await;
        self.sessions.insert(domain, outcome.clone());
        outcome
    }

    /// Lets go of the connection to a domain, so that the next question to it makes a new one.
    pub(super) fn hang_up(&mut self, domain: &str) {
        self.sessions.remove(&domain.to_lowercase());
    }

    async fn connect(&mut self, domain: &str) -> Result<Session, Unavailable> {
        /// Controllers of a domain that are tried.
        const TRIES: usize = 3;
        let mut servers = self.named.get(domain).cloned().unwrap_or_default();
        servers.extend(self.hosts.get(domain).into_iter().flatten().take(TRIES).flat_map(|host| Server::usual(host)));
        if domain == domain_of(&self.root.own).to_lowercase() {
            servers.insert(0, self.door.clone());
        }
        if servers.is_empty() {
            let found = self.instruments.names.controllers(domain).await;
            let hosts = found.map_err(|broke| Trouble::NoController { domain: domain.to_owned(), broke })?;
            servers = hosts.iter().take(TRIES).flat_map(|host| Server::usual(host)).collect();
        }
        let mut why = Unavailable::Unreachable { target: domain.to_owned() };
        for server in servers {
            match self.instruments.sign_in(&server, &self.request.sign_in).await {
                Ok(session) => return Ok(session),
                Err(trouble) => {
                    let stop = trouble.is_about_credentials();
                    why = trouble.into();
                    if stop {
                        break;
                    }
                }
            }
        }
        Err(why)
    }
}

/// The servers to try for a start, in order.
async fn servers(instruments: &Instruments, start: &Start, report: &Reporter) -> Result<Vec<Server>, Trouble> {
    match start {
        Start::Server(server) => Ok(vec![server.clone()]),
        Start::Domain(domain) => {
            report(Progress::Doing(msg!("collect-directory-locating", domain = domain)));
            let found = instruments.names.controllers(domain).await;
            let hosts = found.map_err(|broke| Trouble::NoController { domain: domain.clone(), broke })?;
            Ok(hosts.iter().flat_map(|host| Server::usual(host)).collect())
        }
    }
}

async fn root(session: &mut Session) -> Result<Root, Trouble> {
    const WANTED: [&str; 8] = [
        "dnsHostName",
        "defaultNamingContext",
        "configurationNamingContext",
        "schemaNamingContext",
        "rootDomainNamingContext",
        "forestFunctionality",
        "supportedControl",
        "currentTime",
    ];
    let sent = Timestamp::now();
    let record = session.read("", &WANTED).await?;
    let answered = Timestamp::now();
    let malformed = |what: &str| Trouble::Malformed { server: session.server.clone(), what: what.to_owned() };
    let record = record.ok_or_else(|| malformed("no root of the directory"))?;
    let text = |name: &str| record.text(name).map(str::to_owned).ok_or_else(|| malformed(name));
    let host = text("dnsHostName")?;
    let clock = record.text("currentTime").and_then(time_of).map(|server| reading(&host, server, sent, answered));
    Ok(Root {
        own: text("defaultNamingContext")?,
        configuration: text("configurationNamingContext")?,
        schema: text("schemaNamingContext")?,
        forest: text("rootDomainNamingContext")?,
        forest_level: record.number("forestFunctionality"),
        controls: record.texts("supportedControl"),
        clock,
        host,
    })
}

/// A generalised time such as `20261125170000.0Z` (RFC 4517, 3.3.13), as far as a directory writes it.
fn time_of(text: &str) -> Option<Timestamp> {
    let digits = text.strip_suffix('Z')?.split('.').next()?;
    let date = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", digits).ok()?;
    date.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// The server counts whole seconds, and answered at some time between the question and the answer.
fn reading(host: &str, server: Timestamp, sent: Timestamp, answered: Timestamp) -> ClockReading {
    let journey = answered.duration_since(sent).max(SignedDuration::ZERO);
    let made = sent.saturating_add(journey / 2).unwrap_or(sent);
    let ahead = made.duration_since(server) - SignedDuration::from_millis(500);
    ClockReading {
        host: host.to_owned(),
        ahead_s: i64::try_from((ahead.as_millis() + 500).div_euclid(1000)).unwrap_or(i64::MAX),
        uncertainty_s: u32::try_from(journey.as_secs() + 2).unwrap_or(u32::MAX),
    }
}

/// An attribute that did not come although every object of the kind has it: we may not read it.
pub(super) fn not_readable(attribute: &str, dn: &str) -> Unavailable {
    Unavailable::PermissionMissing { permission: format!("Read {attribute} ({dn})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_controllers_clock_is_read_in_whole_seconds() {
        let server = time_of("20261120140000.0Z").expect("a time");
        assert_eq!(server.to_string(), "2026-11-20T14:00:00Z");
        let at = |text: &str| text.parse::<Timestamp>().expect("a time");
        let read = reading("dc", server, at("2026-11-20T14:05:00.9Z"), at("2026-11-20T14:05:01.1Z"));
        assert_eq!((read.ahead_s, read.uncertainty_s), (301, 2));
        for text in ["", "2026", "20261120140000", "20261320140000.0Z", "x0261120140000.0Z"] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }
}
