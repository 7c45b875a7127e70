//! The scan: every user of the directory, one after another. The users are listed first, by name alone, which tells how
//! many there are and in which units, whatever kind of object a unit is; then each unit's users are looked at, a page at a
//! time. So what is held grows with the number of units and with the largest of them (16 bytes a user), not with the
//! directory.
//!
//! **Going on.** A server's place in a paged answer ends with the connection, and its numbers of changes are its own. A
//! scan is therefore gone on with by what is finished: units that were looked at to their end, and the users of the one
//! that was not. That holds at any controller, after any drop, and for a scan that was cancelled days ago.

mod domain;
mod error;
mod protected;
mod unit;

use std::{
    collections::{BTreeMap, HashMap, HashSet, hash_map::Entry},
    io,
    panic::AssertUnwindSafe,
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use ldap3::Scope;
use tokio_util::sync::CancellationToken;

use super::{
    DirectoryRequest, Rung, Trouble,
    address::{domain_of, folded, from_the_root, parent},
    connection::{Pages, Session},
    estate::Partition,
    look::Look,
    rights::Connector,
};
use crate::{
    collect::{Reporter, network::NetworkSettings},
    facts::{Unavailable, directory::ConnectorAccount},
    msg,
    population::UserSeen,
    reference::Reference,
};
use domain::DomainView;
pub use error::ScanError;
use unit::UnitBroke;

/// People, in the widest sense: accounts that somebody could sign in with and that are no computer's.
const USERS: &str = "(&(objectCategory=person)(objectClass=user))";
/// How often a question is asked again when the connection broke and nothing came in between.
const TRIES: u32 = 3;

/// What to scan.
pub struct ScanRequest {
    /// Where, as whom, and for which connector account.
    pub directory: DirectoryRequest,
    /// Only below this object. Without it, all domains of the forest.
    pub base: Option<String>,
    /// What need not be looked at again.
    pub finished: Finished,
}

/// What an earlier scan finished.
#[derive(Debug, Clone, Default)]
pub struct Finished {
    /// Units whose users were all looked at, as distinguished names.
    pub units: HashSet<String>,
    /// `objectGUID`s of users that were looked at in other units.
    pub users: HashSet<[u8; 16]>,
}

/// Something that a scan brings.
#[derive(Debug)]
pub enum Scanned {
    /// The scan begins.
    Begun(ScanBegun),
    /// The users were listed, by name alone.
    Listed {
        /// Units that hold users.
        units: usize,
        /// Users in them.
        users: usize,
    },
    /// A user.
    User(Box<UserSeen>),
    /// A unit whose users were all looked at.
    Unit {
        /// Distinguished name.
        dn: String,
        /// How many there were.
        users: usize,
    },
    /// A place that could not be looked at, or not wholly.
    Unread {
        /// Distinguished name.
        dn: String,
        /// Why.
        why: Unavailable,
    },
}

/// What a scan is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanBegun {
    /// DNS name of the forest.
    pub forest: String,
    /// Below which objects.
    pub bases: Vec<String>,
    /// The connector account.
    pub connector: ConnectorAccount,
    /// When it began.
    pub seen_at: Timestamp,
}

/// Scans the directory. `each` is called for whatever was found, in order: the beginning, how many were listed, then a
/// unit's users and the unit, unit after unit.
///
/// Cancelling ends it at once; what `each` was given is sound.
///
/// # Errors
/// It ended before its end. What `each` was given is sound all the same.
pub async fn scan(
    request: &ScanRequest,
    settings: &NetworkSettings,
    reference: &Arc<Reference>,
    report: Reporter,
    cancel: CancellationToken,
    mut each: impl FnMut(Scanned) -> io::Result<()> + Send,
) -> Result<(), ScanError> {
    let scan = AssertUnwindSafe(async {
        let mut look = Look::begin(&request.directory, settings, reference, report).await?;
        look.scan(request, &mut each).await
    });
    // The LDAP library panics over some answers that no sound server gives.
    match cancel.run_until_cancelled(scan.catch_unwind()).await {
        Some(Ok(ended)) => ended,
        Some(Err(_)) => Err(Unavailable::Malformed { what: "LDAP".to_owned() }.into()),
        None => Err(ScanError::Cancelled),
    }
}

/// A unit to look at.
struct Unit {
    dn: String,
    /// Its domain, as an index into the list of partitions.
    partition: usize,
    /// Users that were listed.
    users: usize,
}

/// How far a scan is.
struct Count {
    done: usize,
    users: usize,
}

type Each<'e> = &'e mut (dyn FnMut(Scanned) -> io::Result<()> + Send);

impl Look<'_> {
    async fn scan(&mut self, request: &ScanRequest, each: Each<'_>) -> Result<(), ScanError> {
        let seen_at = Timestamp::now();
        let partitions = self.partitions().await?;
        self.doing(msg!("collect-directory-connector"));
        let connector = self.connector(&partitions).await?;
        let bases = self.bases(request.base.as_deref(), &partitions).await?;
        each(Scanned::Begun(ScanBegun {
            forest: domain_of(&self.root.forest),
            bases: bases.iter().map(|(dn, _)| dn.clone()).collect(),
            connector: connector.facts.clone(),
            seen_at,
        }))?;
        let units = self.units(&bases, &partitions, each).await?;
        each(Scanned::Listed { units: units.len(), users: units.iter().map(|unit| unit.users).sum() })?;
        self.look_at(request, &units, &partitions, &connector, each).await
    }

    /// The objects below which users are looked for, with the index of their domains.
    async fn bases(&mut self, base: Option<&str>, partitions: &[Partition]) -> Result<Vec<(String, usize)>, ScanError> {
        let Some(base) = base else {
            return Ok(partitions.iter().enumerate().map(|(at, partition)| (partition.dn.clone(), at)).collect());
        };
        let missing = || ScanError::Base(msg!("scan-no-base", base = base));
        let domain = domain_of(base);
        let at = partitions.iter().position(|partition| partition.dns_name.eq_ignore_ascii_case(&domain));
        let at = at.ok_or_else(missing)?;
        let mut session = self.session(&domain).await?;
        let record = match session.read(base, &["objectClass"]).await {
            Ok(record) => record.ok_or_else(missing)?,
            // Not even a name.
            Err(Trouble::Refused { rung: Rung::Ask, code: 34, .. }) => return Err(missing()),
            Err(trouble) => return Err(trouble.into()),
        };
        if record.texts("objectClass").iter().any(|class| class.eq_ignore_ascii_case("user")) {
            return Err(ScanError::Base(msg!("scan-base-user", base = base)));
        }
        Ok(vec![(record.dn, at)])
    }

    /// The units that hold users, from the root down.
    async fn units(
        &mut self,
        bases: &[(String, usize)],
        partitions: &[Partition],
        each: Each<'_>,
    ) -> Result<Vec<Unit>, ScanError> {
        let mut units = Vec::new();
        let mut refused = None;
        for (base, at) in bases {
            self.doing(msg!("scan-listing", base = base));
            let domain = partitions.get(*at).map_or("", |partition| partition.dns_name.as_str());
            match self.list(base, domain).await {
                Ok(listed) => {
                    units.extend(listed.into_iter().map(|(dn, users)| Unit { dn, partition: *at, users }));
                }
                Err(why) => {
                    each(Scanned::Unread { dn: base.clone(), why: why.clone() })?;
                    refused = Some(why);
                }
            }
        }
        match refused {
            Some(why) if bases.len() == 1 => Err(why.into()),
            _ => {
                units.sort_by_cached_key(|unit| from_the_root(&unit.dn));
                Ok(units)
            }
        }
    }

    async fn list(&mut self, base: &str, domain: &str) -> Result<BTreeMap<String, usize>, Unavailable> {
        let mut tries = 0;
        loop {
            let mut session = self.session(domain).await?;
            match list(&mut session, base).await {
                Ok(units) => return Ok(units),
                Err(trouble) if passes(&trouble) && tries < TRIES => {
                    tries += 1;
                    self.doing(msg!("scan-again", unit = base));
                    self.hang_up(domain);
                    pause(tries).await;
                }
                Err(trouble) => return Err(trouble.into()),
            }
        }
    }

    async fn look_at(
        &mut self,
        request: &ScanRequest,
        units: &[Unit],
        partitions: &[Partition],
        connector: &Connector,
        each: Each<'_>,
    ) -> Result<(), ScanError> {
        let mut views: HashMap<usize, DomainView> = HashMap::new();
        let mut count = Count { done: 0, users: units.iter().map(|unit| unit.users).sum() };
        let finished: HashSet<String> = request.finished.units.iter().map(|dn| folded(dn)).collect();
        // Units in a row whose server did not hold.
        let mut lost = 0;
        for unit in units {
            if finished.contains(&folded(&unit.dn)) {
                count.done += unit.users;
                continue;
            }
            let Some(partition) = partitions.get(unit.partition) else { continue };
            let view = match views.entry(unit.partition) {
                Entry::Occupied(held) => held.into_mut(),
                Entry::Vacant(place) => place.insert(self.domain_view(partition, partitions, connector).await?),
            };
            let mut seen = HashSet::new();
            match self.whole_unit(unit, view, partitions, request, &mut seen, &mut count, each).await {
                Ok(()) if seen.len() < unit.users => {
                    let why = msg!("scan-fewer", listed = unit.users, seen = seen.len());
                    each(Scanned::Unread { dn: unit.dn.clone(), why: Unavailable::Inconclusive { why } })?;
                    lost = 0;
                }
                Ok(()) => {
                    each(Scanned::Unit { dn: unit.dn.clone(), users: seen.len() })?;
                    lost = 0;
                }
                Err(UnitBroke::Write(error)) => return Err(error.into()),
                Err(UnitBroke::NoWay(why)) => return Err(why.into()),
                Err(UnitBroke::Trouble(trouble)) => {
                    lost = if passes(&trouble) { lost + 1 } else { 0 };
                    if lost >= TRIES {
                        return Err(trouble.into());
                    }
                    each(Scanned::Unread { dn: unit.dn.clone(), why: trouble.into() })?;
                }
            }
        }
        Ok(())
    }

    /// Looks at a unit, again where the connection broke. Users that were looked at already are passed over.
    #[expect(clippy::too_many_arguments, reason = "a scan's parts, each borrowed for itself")]
    async fn whole_unit(
        &mut self,
        unit: &Unit,
        view: &mut DomainView,
        partitions: &[Partition],
        request: &ScanRequest,
        seen: &mut HashSet<[u8; 16]>,
        count: &mut Count,
        each: Each<'_>,
    ) -> Result<(), UnitBroke> {
        let mut tries = 0;
        loop {
            let before = seen.len();
            match self.unit(unit, view, partitions, &request.finished.users, seen, count, each).await {
                Err(UnitBroke::Trouble(trouble)) if passes(&trouble) && (tries < TRIES || seen.len() > before) => {
                    tries = if seen.len() > before { 1 } else { tries + 1 };
                    self.doing(msg!("scan-again", unit = &unit.dn));
                    self.hang_up(&view.domain);
                    pause(tries).await;
                }
                ended => return ended,
            }
        }
    }
}

/// The units below an object that hold users, with their number.
async fn list(session: &mut Session, base: &str) -> Result<BTreeMap<String, usize>, Trouble> {
    /// No attributes, only names (RFC 4511, 4.5.1.8).
    const NAMES_ONLY: [&str; 1] = ["1.1"];
    let mut units: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = Pages::new(base, Scope::Subtree, USERS, &NAMES_ONLY);
    while let Some(records) = session.next_page(&mut pages).await? {
        for record in &records {
            let unit = parent(&record.dn).unwrap_or_default();
            match units.get_mut(unit) {
                Some(users) => *users += 1,
                None => {
                    units.insert(unit.to_owned(), 1);
                }
            }
        }
    }
    Ok(units)
}

/// True for what another try may get past: a connection that broke, a server that is busy or was too slow.
fn passes(trouble: &Trouble) -> bool {
    const TIME_LIMIT_EXCEEDED: u32 = 3;
    const BUSY: u32 = 51;
    const UNAVAILABLE: u32 = 52;
    match trouble {
        Trouble::Lost { .. } | Trouble::TimedOut { .. } => true,
        Trouble::Refused { rung: Rung::Ask, code, .. } => matches!(*code, TIME_LIMIT_EXCEEDED | BUSY | UNAVAILABLE),
        _ => false,
    }
}

/// Half a second, one, two.
async fn pause(tries: u32) {
    tokio::time::sleep(Duration::from_millis(250) * 2_u32.saturating_pow(tries.min(TRIES))).await;
}
