//! Which endpoints a run probes: those of the subject's cloud, and the relays that this tenant is known to use.

use std::collections::BTreeSet;

use crate::{
    Subject,
    checks::relay_names,
    facts::{
        Facts,
        network::{Endpoint, Purpose},
    },
    reference::Reference,
};

/// The endpoints, relays first. Relays named in the events come before the cloud's well-known ones, for a tenant has
/// relays of its own; without events the well-known ones are all there is.
pub fn endpoints(reference: &Reference, subject: &Subject, facts: &Facts) -> Vec<Endpoint> {
    let cloud = reference.endpoints.cloud(subject.cloud);
    let mut relays: Vec<String> = match facts.events().newest(|events| &events.log) {
        Ok(log) => relay_names::named(&log, reference, subject.cloud).into_iter().map(|relay| relay.host).collect(),
        Err(_) => Vec::new(),
    };
    if relays.is_empty() {
        relays = cloud.relay.well_known.iter().map(|host| host.host.clone()).collect();
    }
    let named = |hosts: &[crate::reference::Host]| hosts.iter().map(|host| host.host.clone()).collect::<Vec<_>>();
    let all = [
        (Purpose::Relay, 443, relays),
        (Purpose::PasswordReset, 443, named(&cloud.password_reset)),
        (Purpose::SignIn, 443, named(&cloud.sign_in)),
        (Purpose::Graph, 443, named(&cloud.graph_hosts)),
        (Purpose::Revocation, 80, named(&cloud.revocation)),
    ];
    let mut seen = BTreeSet::new();
    let mut endpoints = Vec::new();
    for (purpose, port, hosts) in all {
        for host in hosts {
            // A name that no cloud has (the article's misprint) would always look like a fault.
            if reference.endpoints.never_probe(&host).is_none() && seen.insert((host.clone(), port)) {
                endpoints.push(Endpoint { host, port, purpose });
            }
        }
    }
    endpoints
}
