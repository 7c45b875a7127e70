//! One unit: its users, page by page. Users mostly have one of a few access lists, so that each list is judged once for
//! a unit and class and remembered by its bytes.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    io,
    sync::Arc,
};

use ldap3::Scope;

use super::{Count, Each, Scanned, USERS, Unit, domain::DomainView};
use crate::{
    collect::directory::{
        Trouble,
        address::{parent, same_dn},
        connection::Pages,
        estate::Partition,
        look::{Look, not_readable},
        record::Record,
        rights::{DESCRIPTOR, Told, id, places, read},
        test_user::{DISABLED, LOCKED, SMART_CARD, time},
    },
    facts::{
        Seen, Unavailable,
        directory::{Right, RightEffect, RightSeen},
    },
    msg,
    population::{AccountState, UserSeen},
    reference::RightScope,
    rights::{Descriptor, Place, SidBuf, Target, Wanted, on_object},
};

/// The most access lists that are remembered at a time: some megabytes.
const REMEMBERED: usize = 1000;
/// Stands for the user itself where an entry stands on its own object: the same list is many users'.
const ITSELF: &str = "";

/// Why a unit was not looked at to its end.
pub(super) enum UnitBroke {
    /// What was found could not be written.
    Write(io::Error),
    /// No connection can be had any more.
    NoWay(Unavailable),
    /// The server did not answer, or not to its end.
    Trouble(Trouble),
}

impl From<Trouble> for UnitBroke {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// What one access list says, for all users who have it.
#[derive(Debug)]
struct Decided {
    rights: Vec<RightSeen>,
    /// What the account that looks may read.
    reads_mark: bool,
    reads_anchor: bool,
    reads_policy: bool,
}

/// What every list of a unit is asked.
struct Questions {
    rights: Vec<(Right, Wanted)>,
    mark: Option<Wanted>,
    anchor: Option<Wanted>,
    policy: Option<Wanted>,
}

impl Look<'_> {
    /// Looks at the users of a unit that were not looked at yet.
    #[expect(clippy::too_many_arguments, reason = "a scan's parts, each borrowed for itself")]
    pub(super) async fn unit(
        &mut self,
        unit: &Unit,
        view: &mut DomainView,
        partitions: &[Partition],
        finished: &HashSet<[u8; 16]>,
        seen: &mut HashSet<[u8; 16]>,
        count: &mut Count,
        each: Each<'_>,
    ) -> Result<(), UnitBroke> {
        const WANTED: [&str; 13] = [
            "objectGUID",
            "objectSid",
            "objectClass",
            "sAMAccountName",
            "userPrincipalName",
            "mS-DS-ConsistencyGuid",
            "userAccountControl",
            "msDS-User-Account-Control-Computed",
            "accountExpires",
            "pwdLastSet",
            "adminCount",
            "primaryGroupID",
            DESCRIPTOR,
        ];
        let mut wanted = WANTED.to_vec();
        if view.ages.are_asked_for() {
            wanted.push("msDS-ResultantPSO");
        }
        let mut session = self.session(&view.domain).await.map_err(UnitBroke::NoWay)?;
        let chain = self.above(&unit.dn, view).await;
        let parsed = read(&chain);
        let above = places(&chain, &parsed);
        let questions = [false, true].map(|person| self.questions(person));
        let mut known: HashMap<(bool, Vec<u8>), Arc<Decided>> = HashMap::new();
        let mut pages = Pages::new(&unit.dn, Scope::OneLevel, USERS, &wanted).with_descriptors();
        while let Some(records) = session.next_page(&mut pages).await? {
            for mut record in records {
                let guid = guid(&record, "objectGUID");
                let guid = guid.ok_or_else(|| UnitBroke::NoWay(not_readable("objectGUID", &record.dn)))?;
                if seen.contains(&guid) {
                    continue;
                }
                if finished.contains(&guid) {
                    count.done += usize::from(seen.insert(guid));
                    continue;
                }
                let person =
                    record.texts("objectClass").iter().any(|class| class.eq_ignore_ascii_case("inetOrgPerson"));
                let sid = record.sid("objectSid");
                let bytes = record.take_bytes(DESCRIPTOR);
                // To the two accounts that are asked about, an entry for SELF means another thing.
                let itself = sid
                    .as_ref()
                    .is_none_or(|sid| view.connector.account() == sid.as_sid() || view.reader.is(sid.as_sid()));
                let key = (person, bytes.unwrap_or_default());
                let decided = match known.get(&key) {
                    Some(decided) if !itself => Arc::clone(decided),
                    _ => {
                        let questions = &questions[usize::from(person)];
                        let told = decide(&key.1, &above, questions, view, sid.as_ref());
                        let decided = Arc::new(self.name(told, view, partitions).await?);
                        if !itself {
                            if known.len() >= REMEMBERED {
                                known.clear();
                            }
                            known.insert(key, Arc::clone(&decided));
                        }
                        decided
                    }
                };
                let user = self.user(&record, guid, &unit.dn, &decided, view).await?;
                each(Scanned::User(Box::new(user))).map_err(UnitBroke::Write)?;
                seen.insert(guid);
                count.done += 1;
            }
            let (done, users) = (count.done, count.users);
            self.doing(msg!("scan-looking", done = done, users = users.max(done), unit = &unit.dn));
        }
        Ok(())
    }

    /// The unit and the objects above it, up to the root of the domain.
    async fn above(&mut self, unit: &str, view: &DomainView) -> Vec<(String, Result<Vec<u8>, Unavailable>)> {
        let mut chain = Vec::new();
        let mut dn = Some(unit);
        while let Some(here) = dn {
            chain.push((here.to_owned(), self.descriptor(here, &view.domain).await));
            dn = if same_dn(here, &view.root) { None } else { parent(here) };
        }
        chain
    }

    fn questions(&self, person: bool) -> Questions {
        let rights = &self.reference.rights;
        let class = if person { &rights.inet_org_person_class } else { &rights.user_class };
        let reading = |name: &str| rights.sparse_attribute(name).map(|row| Wanted::reading(row, class));
        let on_users = Right::ALL.into_iter().filter_map(|right| {
            let row = rights.right(id(right)).filter(|row| row.scope == RightScope::DescendantUsers)?;
            Some((right, Wanted::new(row, class)))
        });
        Questions {
            rights: on_users.collect(),
            mark: reading("adminCount"),
            anchor: reading("mS-DS-ConsistencyGuid"),
            policy: reading("msDS-ResultantPSO"),
        }
    }

    /// Gives the trustees their names.
    async fn name(
        &mut self,
        told: Undecided,
        view: &mut DomainView,
        partitions: &[Partition],
    ) -> Result<Decided, UnitBroke> {
        let sids: BTreeSet<String> = told.effects.iter().filter_map(|(_, told)| told.trustee()).collect();
        self.learn_names(sids, view, partitions).await?;
        let name = |sid: String| view.names.get(&sid).cloned().unwrap_or(sid);
        let rights = told.effects.into_iter().map(|(right, told)| RightSeen { right, effect: told.named(name) });
        Ok(Decided {
            rights: rights.collect(),
            reads_mark: told.reads_mark,
            reads_anchor: told.reads_anchor,
            reads_policy: told.reads_policy,
        })
    }

    async fn user(
        &mut self,
        record: &Record,
        object_guid: [u8; 16],
        unit: &str,
        decided: &Decided,
        view: &mut DomainView,
    ) -> Result<UserSeen, UnitBroke> {
        let number = |name: &str| record.number(name).ok_or_else(|| unread(name));
        let flags = number("userAccountControl");
        let minimum_age_s = match record.text("msDS-ResultantPSO").map(str::to_owned) {
            Some(policy) => self.minimum_age_of(&policy, view).await?,
            None => view.ages.without_policy(decided.reads_policy),
        };
        let protected_groups = match (&view.protected, record.number("primaryGroupID").map(u32::try_from)) {
            (Ok(protected), Some(Ok(primary))) => Seen::Seen(protected.groups(&record.dn, primary)),
            (Ok(_), _) => Seen::Missing(unread("primaryGroupID")),
            (Err(why), _) => Seen::Missing(why.clone()),
        };
        let mut rights: Vec<RightSeen> = decided.rights.iter().map(|seen| on(seen, &record.dn)).collect();
        rights.push(view.unexpire.clone());
        Ok(UserSeen {
            dn: record.dn.clone(),
            unit: unit.to_owned(),
            upn: record.text("userPrincipalName").unwrap_or_default().to_owned(),
            logon_name: record.text("sAMAccountName").unwrap_or_default().to_owned(),
            object_guid,
            consistency_guid: match record.bytes("mS-DS-ConsistencyGuid") {
                // Of another length it is no GUID, and nobody is joined by it.
                Some(bytes) => Seen::Seen(bytes.try_into().ok()),
                None if decided.reads_anchor => Seen::Seen(None),
                None => Seen::Missing(unread("mS-DS-ConsistencyGuid")),
            },
            state: Seen::of(flags.map(|flags| AccountState {
                disabled: flags & DISABLED != 0,
                smart_card_required: flags & SMART_CARD != 0,
            })),
            locked: Seen::of(number("msDS-User-Account-Control-Computed").map(|flags| flags & LOCKED != 0)),
            expires_at: Seen::of(number("accountExpires").map(time)),
            password_set_at: Seen::of(number("pwdLastSet").map(time)),
            minimum_age_s,
            admin_count: match record.number("adminCount") {
                Some(count) => Seen::Seen(count == 1),
                None if decided.reads_mark => Seen::Seen(false),
                None => Seen::Missing(unread("adminCount")),
            },
            protected_groups,
            rights,
        })
    }
}

/// What a list says, before its trustees have names.
struct Undecided {
    effects: Vec<(Right, Told)>,
    reads_mark: bool,
    reads_anchor: bool,
    reads_policy: bool,
}

/// Asks a list all questions. One that was not sent, or is none, answers none of them.
fn decide(
    bytes: &[u8],
    above: &[Place<'_>],
    questions: &Questions,
    view: &DomainView,
    sid: Option<&SidBuf>,
) -> Undecided {
    let descriptor = Descriptor::read(bytes).ok();
    let target = Target { sid: sid.map(SidBuf::as_sid), domain: view.sid.as_ref().map(SidBuf::as_sid) };
    let mut places = Vec::with_capacity(above.len() + 1);
    places.push(Place { dn: ITSELF, descriptor: descriptor.as_ref() });
    places.extend_from_slice(above);
    let effects = (questions.rights.iter())
        .map(|(right, wanted)| (*right, Told::from(on_object(&places, wanted, &view.connector, target))))
        .collect();
    let reads = |wanted: &Option<Wanted>| {
        wanted
            .as_ref()
            .zip(descriptor.as_ref())
            .is_some_and(|(wanted, descriptor)| view.reader.reads(wanted, descriptor, target.sid))
    };
    Undecided {
        effects,
        reads_mark: reads(&questions.mark),
        reads_anchor: reads(&questions.anchor),
        reads_policy: reads(&questions.policy),
    }
}

/// A right on this user, whose name takes the place of [`ITSELF`].
fn on(seen: &RightSeen, dn: &str) -> RightSeen {
    let mut seen = seen.clone();
    match &mut seen.effect {
        RightEffect::Granted { at, .. }
        | RightEffect::Denied { at, .. }
        | RightEffect::InheritanceStops { at }
        | RightEffect::Undecided { at, .. }
            if at == ITSELF =>
        {
            dn.clone_into(at);
        }
        _ => {}
    }
    seen
}

/// An attribute that every user has and that did not come.
fn unread(attribute: &str) -> Unavailable {
    Unavailable::PermissionMissing { permission: format!("Read {attribute}") }
}

fn guid(record: &Record, name: &str) -> Option<[u8; 16]> {
    record.bytes(name)?.try_into().ok()
}
