//! Who is in the protected groups of a domain. The groups are gone through from above, since the list that a user's own
//! object gives of its groups can be had for one user at a time only.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use ldap3::Scope;

use super::domain::Reader;
use crate::{
    collect::directory::{
        accounts::by_sid,
        address::{domain_of, folded},
        estate::Partition,
        look::{Look, not_readable},
        rights::DESCRIPTOR,
    },
    facts::Unavailable,
    reference::Principal,
    rights::{Descriptor, SidBuf, Wanted},
};

/// Members of protected groups.
#[derive(Debug, Default)]
pub(super) struct Protected {
    /// Names of groups by member, whose name is folded.
    members: HashMap<String, BTreeSet<String>>,
    /// Names of groups by the number of a group in them, for users that have it as their primary group.
    primary: HashMap<u32, BTreeSet<String>>,
}

impl Protected {
    /// The protected groups that a user is in.
    pub(super) fn groups(&self, dn: &str, primary_group: u32) -> Vec<String> {
        let by_member = self.members.get(&folded(dn)).into_iter().flatten();
        let by_primary = self.primary.get(&primary_group).into_iter().flatten();
        by_member.chain(by_primary).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// The most groups and members that are gone through.
const MOST: usize = 20_000;

impl Look<'_> {
    /// The members of the protected groups of a domain, and of those of the forest, nested ones included.
    pub(super) async fn protected(
        &mut self,
        partition: &Partition,
        partitions: &[Partition],
        reader: &Reader,
    ) -> Result<Protected, Unavailable> {
        let mut protected = Protected::default();
        let mut gone_through = 0;
        for (dn, domain) in self.protected_groups_of(partition, partitions).await? {
            let mut waiting = VecDeque::from([(dn, domain)]);
            let mut known = HashSet::new();
            let mut name = None;
            while let Some((dn, domain)) = waiting.pop_front() {
                if !known.insert(folded(&dn)) {
                    continue;
                }
                gone_through += 1;
                if gone_through > MOST {
                    return Err(Unavailable::UnsupportedHere { what: format!("> {MOST} member") });
                }
                let group = match self.group(&dn, &domain, reader).await? {
                    Member::Group(group) => group,
                    // Two accounts are protected for themselves.
                    Member::Other(own) if name.is_none() => {
                        protected.members.entry(folded(&dn)).or_default().insert(own);
                        continue;
                    }
                    Member::Other(_) => continue,
                };
                let name = name.get_or_insert_with(|| group.name.clone()).clone();
                if domain.eq_ignore_ascii_case(&partition.dns_name)
                    && let Some(rid) = group.rid
                {
                    protected.primary.entry(rid).or_default().insert(name.clone());
                }
                for member in group.members {
                    protected.members.entry(folded(&member)).or_default().insert(name.clone());
                    let domain = domain_of(&member);
                    waiting.push_back((member, domain));
                }
            }
        }
        Ok(protected)
    }

    /// The protected groups that count for users of a domain: its own, and those of the forest, with their domains.
    async fn protected_groups_of(
        &mut self,
        partition: &Partition,
        partitions: &[Partition],
    ) -> Result<Vec<(String, String)>, Unavailable> {
        let root = domain_of(&self.root.forest);
        let others = partitions.iter().filter(|other| other.dns_name.eq_ignore_ascii_case(&root));
        let others: Vec<&Partition> = others.filter(|other| other.dn != partition.dn).collect();
        let rows: Vec<Principal> =
            self.reference.rights.principals.iter().filter(|row| row.protected).cloned().collect();
        let mut groups = Vec::new();
        for place in std::iter::once(partition).chain(others) {
            let domain = self.domain_sid(place).await.ok_or_else(|| not_readable("objectSid", &place.dn))?;
            for row in &rows {
                let sid = match (&row.sid, row.rid) {
                    // Groups of the controllers exist in every domain, and each counts in its own.
                    (Some(sid), _) if place.dn == partition.dn => sid.clone(),
                    (None, Some(rid)) => format!("{domain}-{rid}"),
                    _ => continue,
                };
                let Ok(sid) = sid.parse::<SidBuf>() else { continue };
                let mut session = self.session(&place.dns_name).await?;
                let found = session.search(&place.dn, Scope::Subtree, &by_sid(sid.as_sid()), &["objectSid"]).await?;
                groups.extend(found.into_iter().map(|record| (record.dn, place.dns_name.clone())));
            }
        }
        Ok(groups)
    }

    /// A group, or a member that is none.
    async fn group(&mut self, dn: &str, domain: &str, reader: &Reader) -> Result<Member, Unavailable> {
        const WANTED: [&str; 5] = ["objectClass", "objectSid", "sAMAccountName", "member", DESCRIPTOR];
        let record = self.session(domain).await?.read_with_descriptor(dn, &WANTED).await?;
        let record = record.ok_or_else(|| not_readable("objectClass", dn))?;
        let classes = record.texts("objectClass");
        if classes.is_empty() {
            return Err(not_readable("objectClass", dn));
        }
        if !classes.iter().any(|class| class.eq_ignore_ascii_case("group")) {
            return Ok(Member::Other(record.text("sAMAccountName").unwrap_or(dn).to_owned()));
        }
        let members = record.texts("member");
        // A group without members looks like one whose members we may not see.
        if members.is_empty() {
            let rights = &self.reference.rights;
            let wanted = rights.sparse_attribute("member").map(|row| Wanted::reading(row, &rights.group_class));
            let descriptor = record.bytes(DESCRIPTOR).and_then(|bytes| Descriptor::read(bytes).ok());
            if !wanted.zip(descriptor).is_some_and(|(wanted, descriptor)| reader.reads(&wanted, &descriptor, None)) {
                return Err(not_readable("member", dn));
            }
        }
        Ok(Member::Group(Group {
            name: record.text("sAMAccountName").unwrap_or(dn).to_owned(),
            rid: record.sid("objectSid").and_then(|sid| sid.as_sid().rid()),
            members,
        }))
    }
}

enum Member {
    Group(Group),
    /// Its name.
    Other(String),
}

struct Group {
    name: String,
    rid: Option<u32>,
    members: Vec<String>,
}
