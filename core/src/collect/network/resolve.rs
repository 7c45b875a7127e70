//! Name resolution: the operating system's, since that is what applications see; and a resolver of our own that tells
//! why it broke, which the system's does not.

use std::{net::SocketAddr, time::Duration};

use hickory_resolver::{
    Resolver, TokioResolver,
    config::{NameServerConfig, ResolverConfig},
    net::{DnsError, NetError, runtime::TokioRuntimeProvider},
    proto::{op::ResponseCode, rr::RData},
};
use tokio::time::{Instant, timeout};

use super::{NetworkSettings, ResolveOverride, breakage::millis};
use crate::facts::network::Break;

/// Resolves names for one look.
pub(in crate::collect) struct Names {
    overrides: Vec<ResolveOverride>,
    limit: Duration,
    /// Asked instead of the system when a name server was given, otherwise only to learn why the system broke.
    own: Option<TokioResolver>,
    own_first: bool,
}

impl Names {
    pub(in crate::collect) fn new(settings: &NetworkSettings) -> Self {
        let builder = match settings.name_server {
            Some(address) => {
                let mut server = NameServerConfig::udp_and_tcp(address.ip());
                for connection in &mut server.connections {
                    connection.port = address.port();
                }
                let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
                Some(Resolver::builder_with_config(config, TokioRuntimeProvider::default()))
            }
            // A machine without a readable resolver setting still has its system resolver.
            None => Resolver::builder_tokio().ok(),
        };
        let own = builder.and_then(|mut builder| {
            let options = builder.options_mut();
            // A lost packet is asked again within the step's deadline.
            options.timeout = settings.step_timeout / 3;
            options.attempts = 2;
            builder.build().ok()
        });
        Self {
            overrides: settings.resolve.clone(),
            limit: settings.step_timeout,
            own,
            own_first: settings.name_server.is_some(),
        }
    }

    /// The addresses of a host, in the order in which they are to be tried.
    pub(in crate::collect) async fn resolve(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Break> {
        if let Some(address) = self.overrides.iter().find_map(|rule| rule.applies_to(host, port)) {
            return Ok(vec![address]);
        }
        if let Ok(address) = host.parse() {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let began = Instant::now();
        let timed_out = || Break::NameTimedOut { after_ms: millis(self.limit) };
        if self.own_first {
            let asked = timeout(self.limit, self.ask(host, port)).await.map_err(|_| timed_out())?;
            return asked.map_err(|error| self.meaning(&error));
        }
        let system = timeout(self.limit, tokio::net::lookup_host((host, port))).await.map_err(|_| timed_out())?;
        let words = match system {
            Ok(addresses) => {
                let mut found: Vec<SocketAddr> = Vec::new();
                for address in addresses {
                    if !found.contains(&address) {
                        found.push(address);
                    }
                }
                return if found.is_empty() { Err(Break::NameHasNoAddress) } else { Ok(found) };
            }
            Err(error) => error.to_string(),
        };
        // The system only says that it found nothing. Ask again to learn why, in what is left of the step.
        let left = self.limit.saturating_sub(began.elapsed());
        match timeout(left, self.ask(host, port)).await {
            Err(_) => Err(timed_out()),
            Ok(Err(error)) if !matches!(error, NetError::NoConnections | NetError::Io(_)) => Err(self.meaning(&error)),
            // What the system could not find no application will find, even when a name server knows it.
            Ok(_) => Err(Break::NameOther { detail: words }),
        }
    }

    /// The hosts that DNS names as the controllers of a domain, in the order in which they are to be tried.
    pub(in crate::collect) async fn controllers(&self, domain: &str) -> Result<Vec<String>, Break> {
        self.services(format!("_ldap._tcp.dc._msdcs.{domain}.")).await
    }

    /// The host that DNS names as the PDC emulator of a domain.
    pub(in crate::collect) async fn pdc_emulator(&self, domain: &str) -> Result<String, Break> {
        let hosts = self.services(format!("_ldap._tcp.pdc._msdcs.{domain}.")).await?;
        hosts.into_iter().next().ok_or(Break::NameHasNoAddress)
    }

    /// The hosts of a service record: lowest priority first, and among equals the heaviest (RFC 2782, without its dice).
    async fn services(&self, name: String) -> Result<Vec<String>, Break> {
        let own = self.own.as_ref().ok_or(Break::NameOther { detail: "no name server is configured".to_owned() })?;
        let timed_out = || Break::NameTimedOut { after_ms: millis(self.limit) };
        let found = timeout(self.limit, own.srv_lookup(name)).await.map_err(|_| timed_out())?;
        let found = found.map_err(|error| self.meaning(&error))?;
        let mut records: Vec<(u16, u16, String)> = (found.answers().iter())
            .filter_map(|record| match &record.data {
                RData::SRV(service) => {
                    let host = service.target.to_string().trim_end_matches('.').to_ascii_lowercase();
                    Some((service.priority, u16::MAX - service.weight, host))
                }
                _ => None,
            })
            .filter(|(_, _, host)| !host.is_empty())
            .collect();
        records.sort();
        if records.is_empty() {
            return Err(Break::NameHasNoAddress);
        }
        Ok(records.into_iter().map(|(_, _, host)| host).collect())
    }

    async fn ask(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, NetError> {
        let own = self.own.as_ref().ok_or(NetError::NoConnections)?;
        // The final dot keeps search suffixes out of it.
        let found = own.lookup_ip(format!("{}.", host.trim_end_matches('.'))).await?;
        Ok(found.iter().map(|address| SocketAddr::new(address, port)).collect())
    }

    fn meaning(&self, error: &NetError) -> Break {
        let by_code = |code: ResponseCode| match code {
            ResponseCode::NXDomain => Break::NameNotFound,
            ResponseCode::NoError => Break::NameHasNoAddress,
            ResponseCode::Refused => Break::NameRefused,
            other => Break::NameOther { detail: other.to_string() },
        };
        match error {
            NetError::Timeout => Break::NameTimedOut { after_ms: millis(self.limit) },
            NetError::Dns(DnsError::NoRecordsFound(none)) => by_code(none.response_code),
            NetError::Dns(DnsError::ResponseCode(code)) => by_code(*code),
            other => Break::NameOther { detail: other.to_string() },
        }
    }
}
