//! Scans of the directory. Everything is written to a record while it is found; the window hears how many users there are,
//! and gets the record when the scan is over.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use jiff::Timestamp;
use readiness_core::{
    Message, Words,
    assessment::file::Hold,
    collect::{
        Progress, Reporter,
        directory::{DirectoryRequest, ScanError, ScanRequest, Scanned, scan},
        network::NetworkSettings,
        tenant::{Graph, PopulationError, population},
    },
    msg,
    population::TenantUsers,
    reference::Reference,
};
use tokio_util::sync::CancellationToken;

use super::{Job, Listing, News, PROGRESS_EVERY, Teller, Trouble, listing::head_of};
use crate::{
    desktop::directory::KeptScan,
    live::SignedIn,
    scan::{KeepTrouble, Keeper, PART, Record, Stream},
};

/// What a scan of a small forest brings, for training.
const EXAMPLE: &[u8] = include_bytes!("../../../../assets/examples/scan.jsonl");

/// A scan that is asked for.
pub struct ScanOrder {
    /// Tells its news apart from those of a scan before.
    pub number: u64,
    /// Where, as whom, and for which connector account.
    pub directory: DirectoryRequest,
    /// Timeouts, roots, overrides.
    pub settings: NetworkSettings,
    /// Only below this object.
    pub base: Option<String>,
    /// Where the users of the tenant come from.
    pub tenant: TenantSource,
    /// The record, and whether it is gone on with.
    pub record: (PathBuf, bool),
    /// Words of the screen.
    pub words: Arc<Words>,
    /// Tables to judge by.
    pub reference: Arc<Reference>,
    /// Ends it.
    pub cancel: CancellationToken,
}

/// Where the users of the tenant come from.
pub enum TenantSource {
    /// They are not joined.
    None,
    /// From a file.
    File(PathBuf),
    /// From the tenant that somebody is signed in to.
    SignedIn(Arc<SignedIn>),
}

/// How a scan ended.
pub enum ScanEnded {
    /// It did not begin: why.
    NotBegun(Message),
    /// It came to its end, or ended early for this reason. What was found.
    Over(Option<Message>, Box<Listing>),
}

pub(super) async fn perform(order: ScanOrder, teller: Teller) {
    let number = order.number;
    let scanning = tokio::spawn(perform_all(order, teller.clone()));
    let ended = scanning.await.unwrap_or_else(|_| Err(msg!("ui-trouble-bug")));
    teller.tell(News::ScanEnded(number, Box::new(ended.unwrap_or_else(ScanEnded::NotBegun))));
}

async fn perform_all(order: ScanOrder, teller: Teller) -> Result<ScanEnded, Message> {
    let ScanOrder { number, directory, settings, base, tenant, record, words, reference, cancel } = order;
    let doing = teller.clone();
    let tell = move |message| doing.tell(News::ScanDoing(number, message));
    let tenant = tenant_users(tenant, &reference, &cancel, &tell).await?;
    let (path, goes_on) = record;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| KeepTrouble::File { path: folder.to_owned(), error }.message())?;
    let _hold = Hold::take(&crate::scan::whole_name(&path)).map_err(|error| Trouble::from(&error).message)?;
    let mut keeper = Keeper::new(&words, tenant.as_ref(), None);
    let finished = if goes_on {
        let opened = Record::open(&path, |user| keeper.resumed(user)).map_err(|trouble| trouble.message())?;
        keeper.resume(opened.head);
        keeper.json(Some(opened.stream));
        opened.finished
    } else {
        keeper.json(Some(Stream::begin_record(&path).map_err(|trouble| trouble.message())?));
        Default::default()
    };
    let request = ScanRequest { directory, base, finished };
    let report: Reporter = Arc::new(move |progress| {
        if let Progress::Doing(message) = progress {
            tell(message);
        }
    });
    let mut shown: Option<Instant> = None;
    let mut listed = None;
    let each = |scanned: Scanned| {
        if let Scanned::Listed { units, users } = &scanned {
            listed = Some((*units, *users));
        }
        keeper.take(scanned)?;
        if shown.is_none_or(|at| at.elapsed() >= PROGRESS_EVERY) {
            shown = Some(Instant::now());
            teller.tell(News::ScanGoes(number, listed, keeper.tally().outcomes.clone()));
        }
        Ok(())
    };
    let ended = scan(&request, &settings, &reference, report, cancel, each).await;
    let not_written = |error: &io::Error| match KeepTrouble::inside(error) {
        Some(trouble) => trouble.message(),
        None => msg!("ui-trouble-not-written", file = path.display().to_string(), why = error.to_string()),
    };
    let why = match &ended {
        Ok(()) => None,
        Err(ScanError::Write(error)) => Some(not_written(error)),
        Err(error) => error.message(),
    };
    if let Some(why) = why.as_ref().filter(|_| !keeper.has_begun()) {
        keeper.discard();
        return Err(why.clone());
    }
    let kept = if why.is_none() { keeper.finish(Timestamp::now()) } else { keeper.keep() };
    let kept = kept.map_err(|error| not_written(&error))?;
    let file = kept.record.unwrap_or_else(|| crate::scan::whole_name(&path));
    let listing = tokio::task::spawn_blocking(move || Listing::read(&file)).await;
    let listing = listing.unwrap_or_else(|_| Err(msg!("ui-trouble-bug")))?;
    Ok(ScanEnded::Over(why, Box::new(listing)))
}

/// The users of the tenant, 18 bytes each.
async fn tenant_users(
    source: TenantSource,
    reference: &Reference,
    cancel: &CancellationToken,
    tell: &(impl Fn(Message) + Sync),
) -> Result<Option<TenantUsers>, Message> {
    match source {
        TenantSource::None => Ok(None),
        TenantSource::File(path) => {
            let file = std::fs::File::open(&path)
                .map_err(|error| KeepTrouble::File { path: path.clone(), error }.message())?;
            let read = TenantUsers::read(io::BufReader::new(file));
            let file = path.display().to_string();
            read.map(Some).map_err(|error| msg!("scan-file", file = file, why = error.to_string()))
        }
        TenantSource::SignedIn(signed_in) => {
            tell(msg!("ui-directory-tenant-users", tenant = &signed_in.session.registration().tenant));
            let graph = Graph::new(Arc::clone(&signed_in.session), &signed_in.settings, cancel.clone())
                .map_err(|error| msg!("ui-directory-tenant-refused", why = error.to_string()))?;
            let all = std::sync::Mutex::new(None);
            let locked = || all.lock().map_err(|_| io::Error::other("a lock is poisoned"));
            let read = population(
                &graph,
                reference,
                |head| {
                    *locked()? = Some(TenantUsers::new(head.clone()));
                    Ok(())
                },
                |user| {
                    locked()?.iter_mut().for_each(|all| all.take(user));
                    Ok(())
                },
            );
            match read.await {
                Ok(_) => Ok(all.into_inner().ok().flatten().map(TenantUsers::sorted)),
                Err(PopulationError::Unavailable(why)) => Err(msg!("ui-directory-tenant-refused", why = why.message())),
                Err(PopulationError::Write(error)) => Err(msg!("ui-directory-tenant-refused", why = error.to_string())),
            }
        }
    }
}

/// Jobs on a record.
pub(super) fn on_record(job: Job) -> Option<News> {
    let news = match job {
        Job::ReadScan(path) => Listing::read(&path).map(|listing| News::ScanRead(Box::new(listing))),
        Job::ReadExampleScan => Listing::built_in(EXAMPLE).map(|listing| News::ScanRead(Box::new(listing))),
        Job::FilterScan(number, listing, filter) => {
            listing.matching(&filter).map(|listed| News::ScanFiltered(number, filter, listed))
        }
        Job::ReadScanned(number, listing, wanted) => listing.users(&wanted).map(|users| News::Scanned(number, users)),
        Job::CopyScanned(listing, listed, words) => {
            listing.text(&listed, &words).map(|text| News::ScannedText(text, listed.len()))
        }
        Job::ExportScan(listing, path, words) => listing.export(&path, &words).map(|()| News::Saved(path)),
        _ => return None,
    };
    Some(news.unwrap_or_else(|why| News::Refused(Trouble::new(why))))
}

/// The records in the program's own folder that no window writes, the newest in front.
pub(super) fn kept(folder: &Path) -> Vec<KeptScan> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<KeptScan> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| !path.file_name().unwrap_or_default().to_string_lossy().starts_with('.'))
        .filter_map(|path| {
            let _free = Hold::take(&crate::scan::whole_name(&path)).ok()?;
            let whole = !path.to_string_lossy().ends_with(PART);
            head_of(&path).map(|head| KeptScan { path, head, whole })
        })
        .collect();
    found.sort_by_key(|scan| std::cmp::Reverse(scan.head.seen_at));
    found
}
