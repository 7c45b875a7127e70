//! The relay hosts that the sync server's events name. They are the tenant's own and they move, so they rank above the
//! names of the documents.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    facts::events::EventLog,
    reference::{Cloud, EventKind, Operation, Reference},
};

/// A relay host of the tenant, and what the events say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RelayName {
    /// The full host name, in lower case.
    pub(crate) host: String,
    /// How many heartbeats name it.
    pub(crate) heartbeats: usize,
    /// The newest of them.
    pub(crate) last_heartbeat: Option<Timestamp>,
    /// How many events of trouble name it.
    pub(crate) troubles: usize,
    /// The newest of them.
    pub(crate) last_trouble: Option<Timestamp>,
}

impl RelayName {
    /// When it was named last.
    pub(crate) fn last_named(&self) -> Option<Timestamp> {
        self.last_heartbeat.max(self.last_trouble)
    }
}

/// The relay hosts of `cloud` that the events about the relay name, by name.
pub(crate) fn named(log: &EventLog, reference: &Reference, cloud: Cloud) -> Vec<RelayName> {
    let suffixes = &reference.endpoints.cloud(cloud).relay.suffixes;
    let mut names: BTreeMap<String, RelayName> = BTreeMap::new();
    for (event, kind) in about_relay(log, reference) {
        for host in in_text(&event.message, suffixes) {
            let name = names.entry(host.clone()).or_insert(RelayName {
                host,
                heartbeats: 0,
                last_heartbeat: None,
                troubles: 0,
                last_trouble: None,
            });
            if kind == EventKind::Heartbeat {
                name.heartbeats += 1;
                name.last_heartbeat = name.last_heartbeat.max(Some(event.at));
            } else {
                name.troubles += 1;
                name.last_trouble = name.last_trouble.max(Some(event.at));
            }
        }
    }
    names.into_values().collect()
}

/// Another cloud whose relays the events name, when they name none of `cloud`.
pub(crate) fn other_cloud(log: &EventLog, reference: &Reference, cloud: Cloud) -> Option<Cloud> {
    if !named(log, reference, cloud).is_empty() {
        return None;
    }
    let own = &reference.endpoints.cloud(cloud).relay.suffixes;
    Cloud::ALL
        .into_iter()
        // Two government clouds share their suffix, so neither contradicts the other.
        .filter(|other| reference.endpoints.cloud(*other).relay.suffixes != *own)
        .find(|other| !named(log, reference, *other).is_empty())
}

fn about_relay<'a>(
    log: &'a EventLog,
    reference: &'a Reference,
) -> impl Iterator<Item = (&'a crate::facts::events::Event, EventKind)> {
    log.events.iter().filter_map(|event| {
        let known = reference.events.by_id(&event.provider, event.id)?;
        (known.operation == Some(Operation::Relay)).then_some((event, known.kind))
    })
}

/// The host names in `text` that end in one of the suffixes, in lower case, each once, in order.
pub(crate) fn in_text(text: &str, suffixes: &[String]) -> Vec<String> {
    let text = text.to_ascii_lowercase();
    let mut hosts: Vec<String> = Vec::new();
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'));
    for word in words.map(|word| word.trim_matches(['.', '-'])) {
        let namespace = suffixes.iter().find_map(|suffix| word.strip_suffix(suffix.as_str()));
        let is_name = namespace.is_some_and(|name| name.split('.').all(|label| !label.is_empty()));
        if is_name && !hosts.iter().any(|host| host == word) {
            hosts.push(word.to_owned());
        }
    }
    hosts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::events::Event;

    fn suffixes() -> Vec<String> {
        vec![".servicebus.windows.net".to_owned()]
    }

    fn log(events: &[(u32, &str)]) -> EventLog {
        let start: Timestamp = "2026-11-22T08:00:00Z".parse().expect("a time");
        EventLog {
            host: "SYNC01".into(),
            from: start,
            until: start,
            events: (events.iter())
                .map(|(id, text)| Event {
                    at: start,
                    provider: "PasswordResetService".into(),
                    id: *id,
                    message: (*text).to_owned(),
                })
                .collect(),
        }
    }

    #[test]
    fn hosts_are_found_in_every_writing() {
        for text in [
            "Namespace: ssprdedicatedsbprodncu.servicebus.windows.net, Endpoint: 1234",
            "sb://SSPRdedicatedSBprodNCU.servicebus.windows.net/1234_abc",
            "lost (ssprdedicatedsbprodncu.servicebus.windows.net). Retry",
            "'https://ssprdedicatedsbprodncu.servicebus.windows.net:443/x' and ssprdedicatedsbprodncu.servicebus.windows.net",
        ] {
            assert_eq!(in_text(text, &suffixes()), ["ssprdedicatedsbprodncu.servicebus.windows.net"], "{text}");
        }
    }

    #[test]
    fn what_is_no_relay_is_not_found() {
        for text in [
            "",
            "*.servicebus.windows.net",
            "servicebus.windows.net",
            "x.servicebus.windows.networks",
            "ssprdedicatedsbprodncu.servicebus.windows.net.evil.example",
            "a..servicebus.windows.net",
            "中继.servicebus.windows.net",
        ] {
            assert!(in_text(text, &suffixes()).is_empty(), "{text}");
        }
    }

    #[test]
    fn heartbeats_and_troubles_are_told_apart() {
        let reference = Reference::built_in();
        let log = log(&[
            (31019, "a.servicebus.windows.net"),
            (31034, "b.servicebus.windows.net"),
            (31034, "a.servicebus.windows.net"),
            (31002, "c.servicebus.windows.net"),
        ]);
        let names = named(&log, &reference, Cloud::Global);
        let seen: Vec<_> = names.iter().map(|name| (name.host.as_str(), name.heartbeats, name.troubles)).collect();
        assert_eq!(seen, [("a.servicebus.windows.net", 1, 1), ("b.servicebus.windows.net", 0, 1)]);
    }

    #[test]
    fn the_events_show_another_cloud() {
        let reference = Reference::built_in();
        let china = log(&[(31019, "ssprdedicatedsbmcprodcne.servicebus.chinacloudapi.cn")]);
        assert_eq!(other_cloud(&china, &reference, Cloud::Global), Some(Cloud::China));
        assert_eq!(other_cloud(&china, &reference, Cloud::China), None);
        let government = log(&[(31019, "a.servicebus.usgovcloudapi.net")]);
        assert_eq!(other_cloud(&government, &reference, Cloud::Dod), None);
        assert_eq!(other_cloud(&log(&[]), &reference, Cloud::Global), None);
    }
}
