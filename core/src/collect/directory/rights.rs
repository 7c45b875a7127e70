//! The connector account with all its groups, and its rights at each domain root and on the test user.

use std::collections::BTreeSet;

use super::{
    accounts::Found,
    address::{parent, same_dn},
    estate::Partition,
    look::{Look, not_readable},
};
use crate::{
    facts::{
        Unavailable,
        directory::{ConnectorAccount, DomainRights, Group, Right, RightEffect, RightSeen},
    },
    msg,
    reference::{Guid, RightScope},
    rights::{Descriptor, Effect, Place, SidBuf, Target, Token, Wanted, below, on_object},
};

/// The connector account, as facts and as who asks.
pub(super) struct Connector {
    pub(super) facts: ConnectorAccount,
    pub(super) token: Token,
}

/// The attribute that holds a descriptor.
pub(super) const DESCRIPTOR: &str = "nTSecurityDescriptor";
/// The right to read it.
const READ_IT: &str = "nTSecurityDescriptor: Read permissions";

impl Look<'_> {
    pub(super) async fn connector(&mut self, partitions: &[Partition]) -> Result<Connector, Unavailable> {
        let found = match self.request.connector.clone() {
            Some(name) => self.find(&name, partitions).await?,
            None => self.guess(partitions).await?,
        };
        // tokenGroups is worked out for a single object only.
        let record = self.account(&found, partitions, &["objectSid", "sAMAccountName", "tokenGroups"]).await?;
        let sid = record.sid("objectSid").ok_or_else(|| not_readable("objectSid", &found.dn))?;
        let groups = record.sids("tokenGroups");
        let netbios = partitions.get(found.partition).map_or("", |partition| partition.netbios_name.as_str());
        let name = record.text("sAMAccountName").unwrap_or(&found.dn);
        let mut facts = ConnectorAccount {
            name: format!(r"{netbios}\{name}"),
            sid: sid.to_string(),
            // Whoever typed the name may be wrong; only the connector's own configuration is evidence.
            by_evidence: false,
            groups: Vec::new(),
        };
        let texts: BTreeSet<String> = groups.iter().map(ToString::to_string).collect();
        let names = self.names(texts.clone(), partitions).await;
        facts.groups =
            texts.into_iter().map(|sid| Group { name: names.get(&sid).unwrap_or(&sid).clone(), sid }).collect();
        // Every account is in a group: none means that we may not read them.
        let token = if groups.is_empty() { Token::without_groups(sid) } else { Token::new(sid, groups) };
        Ok(Connector { facts, token })
    }

    /// The account that the installer makes, if there is exactly one.
    async fn guess(&mut self, partitions: &[Partition]) -> Result<Found, Unavailable> {
        let all: Vec<usize> = (0..partitions.len()).collect();
        let mut found = self.matching("(sAMAccountName=MSOL_*)", partitions, &all).await?;
        match (found.pop(), found.is_empty()) {
            (Some(one), true) => Ok(one),
            _ => Err(Unavailable::Inconclusive { why: msg!("directory-connector-not-named") }),
        }
    }

    /// The rights at each domain root: on the root itself, and on users below it as far as the root decides.
    pub(super) async fn domain_rights(&mut self, partitions: &[Partition], token: &Token) -> Vec<DomainRights> {
        let mut all = Vec::new();
        for partition in partitions {
            let chain = vec![(partition.dn.clone(), self.descriptor(&partition.dn, &partition.dns_name).await)];
            let read = read(&chain);
            let domain = self.domain_sid(partition).await;
            let target =
                Target { sid: domain.as_ref().map(SidBuf::as_sid), domain: domain.as_ref().map(SidBuf::as_sid) };
            let places = places(&chain, &read);
            let class = self.reference.rights.user_class.clone();
            let effects: Vec<(Right, Told)> = Right::ALL
                .into_iter()
                .filter_map(|right| {
                    let row = self.reference.rights.right(id(right))?;
                    let wanted = Wanted::new(row, &class);
                    let effect = match row.scope {
                        RightScope::DomainRoot => on_object(&places, &wanted, token, target),
                        RightScope::DescendantUsers => below(places.first()?, &wanted, token, target.domain),
                    };
                    Some((right, Told::from(effect)))
                })
                .collect();
            let rights = self.named(effects, partitions).await;
            all.push(DomainRights { domain: partition.dns_name.clone(), rights });
        }
        all
    }

    /// The rights on the test user itself, with the objects above it for the reason.
    pub(super) async fn test_user_rights(
        &mut self,
        user: &Found,
        partitions: &[Partition],
        token: &Token,
    ) -> Result<Vec<RightSeen>, Unavailable> {
        let partition = partitions.get(user.partition).ok_or(Unavailable::NotLookedAt)?;
        let record = self.account(user, partitions, &["objectSid", "objectClass"]).await?;
        let sid = record.sid("objectSid");
        let class = self.class_of(&record.texts("objectClass"));
        let mut chain = Vec::new();
        let mut dn = Some(user.dn.as_str());
        while let Some(here) = dn {
            chain.push((here.to_owned(), self.descriptor(here, &partition.dns_name).await));
            dn = if same_dn(here, &partition.dn) { None } else { parent(here) };
        }
        let read = read(&chain);
        let domain = self.domain_sid(partition).await;
        let target = Target { sid: sid.as_ref().map(SidBuf::as_sid), domain: domain.as_ref().map(SidBuf::as_sid) };
        let places = places(&chain, &read);
        let effects: Vec<(Right, Told)> = Right::ALL
            .into_iter()
            .filter_map(|right| {
                let row = self.reference.rights.right(id(right))?;
                let on_users = row.scope == RightScope::DescendantUsers;
                on_users.then(|| (right, Told::from(on_object(&places, &Wanted::new(row, &class), token, target))))
            })
            .collect();
        Ok(self.named(effects, partitions).await)
    }

    /// The class that inherited entries must name to reach such an object.
    pub(super) fn class_of(&self, classes: &[String]) -> Guid {
        let rights = &self.reference.rights;
        let person = classes.iter().any(|class| class.eq_ignore_ascii_case("inetOrgPerson"));
        if person { rights.inet_org_person_class.clone() } else { rights.user_class.clone() }
    }

    /// The bytes of an object's descriptor, if we may read it.
    pub(super) async fn descriptor(&mut self, dn: &str, domain: &str) -> Result<Vec<u8>, Unavailable> {
        let record = self.session(domain).await?.read_with_descriptor(dn, &[DESCRIPTOR]).await?;
        let bytes = record.as_ref().and_then(|record| record.bytes(DESCRIPTOR)).map(<[u8]>::to_vec);
        bytes.ok_or_else(|| not_readable(READ_IT, dn))
    }

    pub(super) async fn domain_sid(&mut self, partition: &Partition) -> Option<SidBuf> {
        let mut session = self.session(&partition.dns_name).await.ok()?;
        session.read(&partition.dn, &["objectSid"]).await.ok().flatten()?.sid("objectSid")
    }

    pub(super) async fn named(&mut self, effects: Vec<(Right, Told)>, partitions: &[Partition]) -> Vec<RightSeen> {
        let sids = effects.iter().filter_map(|(_, told)| told.to.clone()).collect();
        let names = self.names(sids, partitions).await;
        let name = |sid: String| names.get(&sid).cloned().unwrap_or(sid);
        effects.into_iter().map(|(right, told)| RightSeen { right, effect: told.named(name) }).collect()
    }
}

/// An effect that owns its parts, before its trustee has a name.
pub(super) struct Told {
    kind: Kind,
    to: Option<String>,
    at: String,
}

enum Kind {
    Granted,
    Denied,
    NotGranted,
    Stops,
    Undecided,
    Unreadable,
}

impl Told {
    /// The identifier of whom the entry names.
    pub(super) fn trustee(&self) -> Option<String> {
        self.to.clone()
    }

    /// The effect with the name of its trustee.
    pub(super) fn named(self, name: impl Fn(String) -> String) -> RightEffect {
        // Without a list everybody may do everything.
        let to = self.to.map_or_else(|| "Everyone".to_owned(), name);
        let at = self.at;
        match self.kind {
            Kind::Granted => RightEffect::Granted { to, at },
            Kind::Denied => RightEffect::Denied { to, at },
            Kind::NotGranted => RightEffect::NotGranted,
            Kind::Stops => RightEffect::InheritanceStops { at },
            Kind::Undecided => RightEffect::Undecided { to, at },
            Kind::Unreadable => RightEffect::Unreadable,
        }
    }
}

impl From<Effect<'_>> for Told {
    fn from(effect: Effect<'_>) -> Self {
        let (kind, to, at) = match effect {
            Effect::Granted { to, at } => (Kind::Granted, to, at),
            Effect::Denied { to, at } => (Kind::Denied, to, at),
            Effect::Undecided { to, at } => (Kind::Undecided, to, at),
            Effect::InheritanceStops { at } => (Kind::Stops, None, at),
            Effect::NotGranted => (Kind::NotGranted, None, ""),
            Effect::Unreadable => (Kind::Unreadable, None, ""),
        };
        Self { kind, to: to.map(|sid| sid.to_string()), at: at.to_owned() }
    }
}

/// The key of a right in the reference table.
pub(super) fn id(right: Right) -> &'static str {
    right.message_id().trim_start_matches("right-")
}

/// What was read of objects and their descriptors' bytes.
pub(super) type Chain = [(String, Result<Vec<u8>, Unavailable>)];

pub(super) fn read(chain: &Chain) -> Vec<Option<Descriptor<'_>>> {
    chain.iter().map(|(_, bytes)| bytes.as_ref().ok().and_then(|bytes| Descriptor::read(bytes).ok())).collect()
}

pub(super) fn places<'a>(chain: &'a Chain, read: &'a [Option<Descriptor<'a>>]) -> Vec<Place<'a>> {
    chain.iter().zip(read).map(|((dn, _), descriptor)| Place { dn, descriptor: descriptor.as_ref() }).collect()
}
