//! Facts of the sync server and of its event log.

use std::collections::BTreeMap;

use super::{Walk, attribute, list, maybe, named, text, texts, yes};
use crate::{
    Message,
    facts::{
        events::{Event, EventFacts},
        sync_server::{Connector, ConnectorKind, SyncServerFacts, TlsSettings},
    },
    message::Arg,
    msg,
};

pub(super) fn walk(facts: &SyncServerFacts, walk: &mut Walk<'_>) {
    const MACHINE: &[&str] = &["sync.not-on-controller"];
    walk.question(&facts.machine, "report-fact-machine", MACHINE, |walk, machine| {
        let seen = list(vec![
            Arg::from(&machine.host),
            Arg::from(&machine.operating_system),
            attribute("report-is-controller", yes(machine.is_domain_controller)),
        ]);
        walk.row(msg!("report-fact-machine"), seen, MACHINE);
    });
    const CONNECT: &[&str] = &["sync.installed", "connectivity.connect-version", "sync.known-defects"];
    walk.question(&facts.connect, "report-fact-connect", CONNECT, |walk, connect| {
        let seen = match connect {
            Some(connect) => {
                let state = attribute("report-service", &connect.service_state);
                list(vec![Arg::from(connect.version.to_string()), state])
            }
            None => msg!("report-not-installed"),
        };
        walk.row(msg!("report-fact-connect"), seen, CONNECT);
    });
    const SCHEDULER: &[&str] = &["sync.not-staging"];
    walk.question(&facts.scheduler, "report-fact-scheduler", SCHEDULER, |walk, scheduler| {
        let seen = list(vec![
            attribute("report-staging", yes(scheduler.staging)),
            attribute("report-enabled", yes(scheduler.enabled)),
            attribute("report-suspended", yes(scheduler.suspended)),
        ]);
        walk.row(msg!("report-fact-scheduler"), seen, SCHEDULER);
    });
    const CONNECTORS: &[&str] = &["sync.connector-signing", "directory.preferred-dc", "directory.connector-account"];
    walk.question(&facts.connectors, "report-fact-connectors", CONNECTORS, |walk, connectors| {
        walk.each(connectors, "report-fact-connectors", CONNECTORS, |one| {
            (msg!("report-fact-connector", name = &one.name), connector(one))
        });
    });
    const RUNS: &[&str] = &["sync.full-import", "sync.full-synchronization"];
    walk.question(&facts.runs, "report-fact-runs", RUNS, |walk, runs| {
        walk.each(runs, "report-fact-runs", RUNS, |run| {
            let looked_at = msg!("report-fact-run", connector = &run.connector, profile = &run.profile);
            let seen = match run.ended_at {
                Some(end) => msg!("report-seen-run", result = &run.result, from = run.started_at, until = end),
                None => msg!("report-seen-run-open", from = run.started_at),
            };
            (looked_at, seen)
        });
    });
    const WRITEBACK: &[&str] = &["sync.writeback-enabled"];
    walk.question(&facts.writeback, "report-fact-writeback", WRITEBACK, |walk, state| {
        walk.row(msg!("report-fact-writeback"), list(vec![attribute("report-enabled", yes(state.enabled))]), WRITEBACK);
    });
    const TLS: &[&str] = &["connectivity.tls12"];
    walk.question(&facts.tls, "report-fact-tls", TLS, |walk, tls| {
        walk.row(msg!("report-fact-tls"), tls_settings(tls), TLS);
    });
    const PROXY: &[&str] = &["connectivity.proxy"];
    walk.question(&facts.proxy, "report-fact-proxy", PROXY, |walk, proxy| {
        let or_none = |address: &Option<String>| address.as_ref().map_or_else(|| msg!("report-seen-none"), text);
        let seen = list(vec![
            named("machine.config", or_none(&proxy.machine_config)),
            named("machine.config usesystemdefault", yes(proxy.machine_config_uses_system)),
            named("WinHTTP", or_none(&proxy.win_http)),
            attribute("report-system-proxy", or_none(&proxy.system)),
        ]);
        walk.row(msg!("report-fact-proxy"), seen, PROXY);
    });
    const SAM: &[&str] = &["directory.sam-restriction"];
    walk.question(&facts.sam_restriction, "report-fact-sam", SAM, |walk, sam| {
        let value = sam.sddl.as_ref().map_or_else(|| msg!("report-not-set"), text);
        let seen = list(vec![Arg::from(value), attribute("report-allows-connector", maybe(sam.allows_connector))]);
        walk.row(msg!("report-fact-sam"), seen, SAM);
    });
}

fn connector(connector: &Connector) -> Message {
    let kind = match connector.kind {
        ConnectorKind::Directory => "source-directory",
        ConnectorKind::Entra => "source-tenant",
    };
    let mut parts = vec![Arg::from(Message::new(kind))];
    if let Some(account) = &connector.account {
        parts.push(attribute("report-account", account));
    }
    if connector.kind == ConnectorKind::Directory {
        parts.push(attribute("report-signing", maybe(connector.sign_and_seal)));
        parts.push(attribute("report-only-preferred", maybe(connector.only_preferred)));
        parts.push(attribute("report-preferred", texts(&connector.preferred_controllers)));
    }
    list(parts)
}

fn tls_settings(tls: &TlsSettings) -> Message {
    let value = |value: Option<u32>| value.map_or_else(|| msg!("report-not-set"), |number| text(number.to_string()));
    list(vec![
        named("SchUseStrongCrypto (64 bit)", value(tls.strong_crypto_64)),
        named("SchUseStrongCrypto (32 bit)", value(tls.strong_crypto_32)),
        named("SystemDefaultTlsVersions (64 bit)", value(tls.system_default_64)),
        named("SystemDefaultTlsVersions (32 bit)", value(tls.system_default_32)),
        named("SCHANNEL TLS 1.2 Client Enabled", value(tls.schannel_client_enabled)),
        named("SCHANNEL TLS 1.2 Client DisabledByDefault", value(tls.schannel_client_disabled_by_default)),
        named(".NET Release", value(tls.dotnet_release)),
        attribute("report-os-build", value(tls.os_build)),
    ])
}

pub(super) fn walk_events(facts: &EventFacts, walk: &mut Walk<'_>) {
    const LOG: &[&str] = &["connectivity.heartbeat", "recovery.events"];
    walk.question(&facts.log, "report-fact-event-log-any", LOG, |walk, log| {
        let seen = msg!("report-seen-event-log", from = log.from, until = log.until, count = log.events.len());
        walk.row(msg!("report-fact-event-log", host = &log.host), seen, LOG);
        // A busy log holds thousands of the same event: how often, and the last one word for word.
        let mut kinds: BTreeMap<(&str, u32), Vec<&Event>> = BTreeMap::new();
        for event in &log.events {
            kinds.entry((event.provider.as_str(), event.id)).or_default().push(event);
        }
        for ((provider, id), events) in kinds {
            let Some(last) = events.iter().max_by_key(|event| event.at) else { continue };
            let checks: &'static [&'static str] = match id {
                31019 | 31034 | 31044 => &["connectivity.heartbeat"],
                _ => &["recovery.events"],
            };
            let looked_at = msg!("report-fact-event", id = id.to_string(), provider = provider);
            let seen = msg!("report-seen-events", count = events.len(), last = last.at, message = last.message.trim());
            walk.row(looked_at, seen, checks);
        }
    });
}
