//! `wbready scan`: for whom in the directory a reset would fail, and why. Everything is written while it is found; a
//! file gets its name when the scan is whole, and until then, and after a scan that ended early, it ends in `.part`.

mod summary;

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Words,
    collect::{
        Reporter,
        directory::{ScanError, ScanRequest, scan as scan_directory},
    },
    engine::RunEvent,
    facts::Source,
    msg,
    population::{Outcome, Tally, TenantUsers},
};
use tokio_util::sync::CancellationToken;

use super::{data, directory::Connection, outputs, progress::ProgressLine};
use crate::scan::{KeepTrouble, Keeper, Record, Stream, is_stdout};

/// Arguments of `scan`.
#[derive(Debug, Args)]
pub struct ScanArguments {
    /// How to reach the directory.
    #[command(flatten)]
    pub connection: Connection,
    /// Only the users below this object. Default: all domains of the forest.
    #[arg(long, value_name = "DN")]
    pub base: Option<String>,
    /// Join what the tenant says of the users: a file that collect tenant --population wrote.
    #[arg(long, value_name = "F.jsonl")]
    pub tenant_facts: Option<PathBuf>,
    /// One row for each user.
    #[arg(long, value_name = "F|-")]
    pub csv: Option<PathBuf>,
    /// One JSON value a line: head, users, units, end.
    #[arg(long, value_name = "F|-")]
    pub json: Option<PathBuf>,
    /// Go on with a scan that ended early, in the file that its --json began.
    #[arg(long, value_name = "F", conflicts_with = "json")]
    pub resume: Option<PathBuf>,
    /// Language of what is said.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

pub fn scan(arguments: ScanArguments) -> anyhow::Result<ExitCode> {
    let words = Words::new(&arguments.lang, TimeZone::system());
    let to_stdout = [&arguments.csv, &arguments.json].into_iter().flatten().filter(|path| is_stdout(path)).count();
    if to_stdout > 1 {
        bail!("--csv and --json cannot both go to standard output");
    }
    let tenant = arguments.tenant_facts.as_deref().map(tenant_users).transpose()?;
    let said = |option: &str, trouble: &KeepTrouble| anyhow!("{option}: {}", words.say(&trouble.message()));
    let mut csv = arguments.csv.as_deref().map(Stream::begin).transpose().map_err(|trouble| said("--csv", &trouble))?;
    if let Some(csv) = &mut csv {
        csv.write(&readiness_core::population::csv_head())?;
    }
    let mut keeper = Keeper::new(&words, tenant.as_ref(), csv);
    let (json, finished) = match (&arguments.resume, &arguments.json) {
        (Some(path), _) => {
            let Record { stream, head, finished } =
                Record::open(path, |user| keeper.resumed(user)).map_err(|trouble| said("--resume", &trouble))?;
            keeper.resume(head);
            (Some(stream), finished)
        }
        (None, Some(path)) => {
            let stream = Stream::begin_record(path).map_err(|trouble| said("--json", &trouble))?;
            (Some(stream), Default::default())
        }
        (None, None) => (None, Default::default()),
    };
    keeper.json(json);
    let (directory, settings) = arguments.connection.open()?;
    let request = ScanRequest { directory, base: arguments.base, finished };

    let reference = Arc::new(data::reference(None)?);
    let line = Arc::new(ProgressLine::new(Words::new(&arguments.lang, TimeZone::system())));
    let shown = Arc::clone(&line);
    let report: Reporter = Arc::new(move |progress| shown.show(&RunEvent::Progress(Source::Directory, progress)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let ended = runtime.block_on(async {
        let cancel = CancellationToken::new();
        let asked = cancel.clone();
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                asked.cancel();
            }
        });
        scan_directory(&request, &settings, &reference, report, cancel, |scanned| keeper.take(scanned)).await
    });
    line.show(&RunEvent::Finished { cancelled: matches!(ended, Err(ScanError::Cancelled)) });
    let why = match ended {
        Ok(()) => None,
        Err(ScanError::Write(error)) => match KeepTrouble::inside(&error) {
            Some(trouble) => return Err(said("--resume", trouble)),
            None => return Err(error.into()),
        },
        Err(error) => {
            let said = error.message().map(|message| words.say(&message)).unwrap_or_default();
            if !keeper.has_begun() {
                keeper.discard();
                bail!(said);
            }
            Some(said)
        }
    };
    let whole = why.is_none();
    let kept = if whole { keeper.finish(Timestamp::now())? } else { keeper.keep()? };
    if to_stdout == 0 {
        outputs::print(&summary::of(&kept, tenant.as_ref(), why.as_deref(), &words))?;
    }
    if let Some(why) = why {
        eprintln!("wbready: {}", words.say(&msg!("scan-incomplete", why = why)));
        let name = |file: &Path| file.display().to_string();
        let kept = match (&kept.record, &kept.rows) {
            (Some(file), _) => msg!("scan-resume", file = name(file)),
            (None, Some(file)) => msg!("scan-rows-kept", file = name(file)),
            (None, None) => msg!("scan-not-kept"),
        };
        eprintln!("wbready: {}", words.say(&kept));
    }
    Ok(ExitCode::from(exit_code(whole, &kept.tally)))
}

/// A scan that is not whole says nothing of those it did not reach, and one that found nobody says nothing at all;
/// otherwise who would fail comes before who may fail or is not known.
fn exit_code(whole: bool, tally: &Tally) -> u8 {
    let open = tally.count(Outcome::CouldNotCheck) + tally.count(Outcome::MayFail) + tally.unread.len();
    if !whole || tally.users == 0 {
        3
    } else if tally.count(Outcome::Fails) > 0 {
        1
    } else if open > 0 {
        3
    } else {
        0
    }
}

fn tenant_users(path: &Path) -> anyhow::Result<TenantUsers> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    TenantUsers::read(BufReader::new(file)).map_err(|error| anyhow!("--tenant-facts: {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(outcomes: &[Outcome]) -> Tally {
        let mut tally = Tally { users: outcomes.len(), ..Tally::default() };
        for outcome in outcomes {
            *tally.outcomes.entry(*outcome).or_default() += 1;
        }
        tally
    }

    #[test]
    fn only_a_whole_scan_of_somebody_in_which_nothing_is_open_is_good() {
        use Outcome::{CouldNotCheck, Fails, MayFail, Works};
        assert_eq!(exit_code(true, &of(&[Works, Works])), 0);
        assert_eq!(exit_code(true, &of(&[])), 3, "nobody was found");
        assert_eq!(exit_code(true, &of(&[Works, MayFail])), 3);
        assert_eq!(exit_code(true, &of(&[Works, CouldNotCheck])), 3);
        assert_eq!(exit_code(true, &of(&[CouldNotCheck, Fails])), 1);
        assert_eq!(exit_code(false, &of(&[Works, Fails])), 3);
    }
}
