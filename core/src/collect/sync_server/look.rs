//! One look at the sync server, and one at its event log.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use tokio::io::AsyncReadExt as _;

use super::{Machine, adsync, event_log, machine_config, registry};
use crate::{
    collect::{Progress, Reporter},
    facts::{
        Seen, Unavailable,
        events::EventFacts,
        sync_server::{ProxySettings, SyncServerFacts},
    },
    msg,
};

/// Days of the event log that are read.
pub const DAYS: u32 = 7;

/// What the machine says of itself as a sync server. `host` is its name.
pub async fn collect(machine: &Arc<dyn Machine>, host: &str, report: &Reporter) -> SyncServerFacts {
    report(Progress::Doing(msg!("collect-sync-server-registry")));
    let reader = Arc::clone(machine);
    let name = host.to_owned();
    let read = tokio::task::spawn_blocking(move || {
        let machine = reader.as_ref();
        let facts = SyncServerFacts {
            machine: registry::machine(machine, &name),
            connect: registry::connect(machine),
            tls: registry::tls(machine),
            sam_restriction: registry::sam(machine),
            ..SyncServerFacts::default()
        };
        (facts, registry::win_http(machine))
    });
    let (mut facts, win_http) = match read.await {
        Ok(read) => read,
        Err(error) => {
            let why = Unavailable::CollectorFailed { what: error.to_string() };
            return SyncServerFacts { machine: Seen::Missing(why), ..SyncServerFacts::default() };
        }
    };
    let settings = machine_config(&machine.folder()).await;
    facts.proxy = Seen::of(settings.map(|settings| ProxySettings { win_http, ..settings }));
    report(Progress::Doing(msg!("collect-sync-server-cmdlets")));
    let printed = machine.ask(adsync::PROGRAM, adsync::arguments()).await;
    adsync::take(&mut facts, &printed);
    facts
}

async fn machine_config(folder: &Path) -> Result<ProxySettings, Unavailable> {
    // The name is written as Windows does, and the parts are joined as the system of the test does.
    let path = machine_config::PATH.split('\\').fold(folder.to_owned(), |path, part| path.join(part));
    let trouble = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => Unavailable::Refused { by: path.display().to_string() },
        _ => Unavailable::NotInEvidence { what: path.display().to_string() },
    };
    let file = tokio::fs::File::open(&path).await.map_err(trouble)?;
    let mut text = String::new();
    file.take(machine_config::LARGEST)
        .read_to_string(&mut text)
        .await
        .map_err(|error| Unavailable::Malformed { what: format!("machine.config: {error}") })?;
    machine_config::read(&text)
}

/// The last `days` of its Application event log.
pub async fn collect_events(machine: &Arc<dyn Machine>, host: &str, days: u32, report: &Reporter) -> EventFacts {
    report(Progress::Doing(msg!("collect-sync-server-events", count = days)));
    let until = Timestamp::now();
    let read = async {
        let oldest = machine.ask(event_log::PROGRAM, event_log::arguments_for_oldest()).await?;
        let events = machine.ask(event_log::PROGRAM, event_log::arguments(days)).await?;
        event_log::read(host, days, until, &oldest, &events)
    };
    EventFacts { log: Seen::of(read.await) }
}
