//! `wbready collect sync-server`: what this machine says of itself as the sync server, and its event log.

use std::{process::ExitCode, sync::Arc};

use anyhow::{Context as _, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Message, Words,
    collect::{Reporter, sync_server},
    engine::RunEvent,
    facts::{
        Seen, Snapshot, Source, SourceFacts, Unavailable, Vantage, events::EventFacts, sync_server::SyncServerFacts,
    },
};

use super::write;
use crate::{
    cli::{collect::arguments::CollectSyncServerArguments, progress::ProgressLine},
    live,
};

pub fn collect(arguments: &CollectSyncServerArguments) -> anyhow::Result<ExitCode> {
    let words = || Words::new(&arguments.lang, TimeZone::system());
    let Some(machine) = sync_server::this_machine() else {
        bail!("{}", words().say(&Message::new("collect-sync-server-not-windows")));
    };
    let line = ProgressLine::new(words());
    let report: Reporter = Arc::new(move |progress| line.show(&RunEvent::Progress(Source::SyncServer, progress)));
    let host = live::host_name();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let begun = Timestamp::now();
    let facts = runtime.block_on(sync_server::collect(&machine, &host, &report));
    let between = Timestamp::now();
    let events = runtime.block_on(sync_server::collect_events(&machine, &host, arguments.days, &report));
    let ended = Timestamp::now();

    let open = missing(&facts, &events);
    for (what, why) in &open {
        eprintln!("wbready: {what}: {}", words().say(&why.message()));
    }
    let whole = open.is_empty();
    let look = |seen_at: Timestamp, until: Timestamp, what| Snapshot {
        vantage: Vantage::sync_server(&host),
        seen_at,
        took_ms: u64::try_from(until.duration_since(seen_at).as_millis()).unwrap_or_default(),
        about: None,
        what,
    };
    let looks = [
        look(begun, between, SourceFacts::SyncServer(Box::new(facts))),
        look(between, ended, SourceFacts::Events(Box::new(events))),
    ];
    write(&arguments.to, looks)?;
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

/// The questions that have no answer, by the names they have in the file.
fn missing<'a>(facts: &'a SyncServerFacts, events: &'a EventFacts) -> Vec<(&'static str, &'a Unavailable)> {
    fn why<T>(seen: &Seen<T>) -> Option<&Unavailable> {
        seen.as_result().err()
    }
    let all = [
        ("machine", why(&facts.machine)),
        ("connect", why(&facts.connect)),
        ("scheduler", why(&facts.scheduler)),
        ("connectors", why(&facts.connectors)),
        ("runs", why(&facts.runs)),
        ("writeback", why(&facts.writeback)),
        ("tls", why(&facts.tls)),
        ("proxy", why(&facts.proxy)),
        ("sam_restriction", why(&facts.sam_restriction)),
        ("log", why(&events.log)),
    ];
    all.into_iter().filter_map(|(what, why)| Some((what, why?))).collect()
}
