//! `wbready collect`: looks at one source and writes what was seen, to be judged here or elsewhere with `run --facts`.

mod arguments;
mod sync_server;
mod tenant;

use std::{path::Path, process::ExitCode, sync::Arc};

use anyhow::{Context as _, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Words,
    assessment::file::write_atomic,
    collect::{Reporter, directory},
    engine::RunEvent,
    facts::{Facts, FactsFile, Snapshot, Source, SourceFacts, Vantage},
};
use tokio_util::sync::CancellationToken;

use super::{data, progress::ProgressLine};
use crate::live;

use arguments::CollectDirectoryArguments;
pub use arguments::CollectJob;

pub fn collect(job: CollectJob) -> anyhow::Result<ExitCode> {
    match job {
        CollectJob::Directory(arguments) => collect_directory(*arguments),
        CollectJob::SyncServer(arguments) => sync_server::collect(&arguments),
        CollectJob::Tenant(arguments) => tenant::collect(*arguments),
    }
}

fn collect_directory(arguments: CollectDirectoryArguments) -> anyhow::Result<ExitCode> {
    let (mut request, settings) = arguments.connection.open()?;
    request.test_user = arguments.test_user;
    let reference = Arc::new(data::reference(None)?);
    let lang = arguments.lang;
    let words = || Words::new(&lang, TimeZone::system());
    let line = ProgressLine::new(words());
    let report: Reporter = Arc::new(move |progress| line.show(&RunEvent::Progress(Source::Directory, progress)));

    let seen_at = Timestamp::now();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let cancel = CancellationToken::new();
    let asked = cancel.clone();
    let outcome = runtime.block_on(async {
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                eprintln!("\nwbready: cancelled; what is finished is kept");
                asked.cancel();
            }
        });
        directory::collect(&request, &settings, &reference, report, cancel.clone()).await
    });
    let facts = match outcome {
        Ok(facts) => facts,
        Err(trouble) => bail!("{}", words().say(&trouble.message())),
    };
    let took_ms = u64::try_from(Timestamp::now().duration_since(seen_at).as_millis()).unwrap_or_default();
    let vantage = Vantage::workstation(live::host_name());
    let snapshot = Snapshot { vantage, seen_at, took_ms, about: None, what: SourceFacts::Directory(Box::new(facts)) };
    write(&arguments.to, [snapshot])?;
    Ok(if cancel.is_cancelled() { ExitCode::from(3) } else { ExitCode::SUCCESS })
}

/// Writes looks as a facts file.
fn write(path: &Path, looks: impl IntoIterator<Item = Snapshot>) -> anyhow::Result<()> {
    let mut facts = Facts::default();
    for look in looks {
        facts.add(look);
    }
    let mut text = serde_json::to_string_pretty(&FactsFile::new(facts))?;
    text.push('\n');
    write_atomic(path, text.as_bytes())?;
    Ok(())
}
