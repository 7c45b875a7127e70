//! Finding accounts by the names that people write, and names for the identifiers that descriptors hold.

use std::collections::{BTreeMap, BTreeSet};

use ldap3::{Scope, ldap_escape};

use super::{
    address::domain_of,
    estate::{Partition, no_account},
    look::Look,
    record::Record,
};
use crate::{
    facts::Unavailable,
    msg,
    rights::{Sid, SidBuf},
};

/// An account that was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Distinguished name.
    pub(super) dn: String,
    /// Its domain, as an index into the list of partitions.
    pub(super) partition: usize,
}

/// Accounts of people and of services, managed ones included.
const ACCOUNTS: &str = "(objectClass=user)";

impl Look<'_> {
    /// The one account of this name: `DOMAIN\name`, a user principal name, a distinguished name, or a plain name.
    pub(super) async fn find(&mut self, name: &str, partitions: &[Partition]) -> Result<Found, Unavailable> {
        let name = name.trim();
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        let by_logon_name = |name: &str| format!("(sAMAccountName={})", ldap_escape(name));
        if let Some((domain, short)) = name.split_once('\\') {
            let meant =
                |partition: &&Partition| same(&partition.netbios_name, domain) || same(&partition.dns_name, domain);
            let meant: Vec<usize> =
                (partitions.iter().enumerate().filter(|(_, one)| meant(one)).map(|(at, _)| at)).collect();
            return self.only_one(name, &by_logon_name(short), partitions, &meant).await;
        }
        let all: Vec<usize> = (0..partitions.len()).collect();
        if let Some((short, suffix)) = name.split_once('@') {
            let by_principal = format!("(userPrincipalName={})", ldap_escape(name));
            let found = self.only_one(name, &by_principal, partitions, &all).await;
            // An account without such a name still has the one that its domain implies.
            let implied = partitions.iter().position(|partition| same(&partition.dns_name, suffix));
            return match (found, implied) {
                (Err(why), Some(own)) if why == no_account(name) => {
                    self.only_one(name, &by_logon_name(short), partitions, &[own]).await
                }
                (found, _) => found,
            };
        }
        if name.contains('=') {
            let own = domain_of(name);
            let partition = partitions.iter().position(|partition| same(&partition.dns_name, &own));
            let partition = partition.ok_or_else(|| no_account(name))?;
            let record = self.session(&own).await?.read(name, &["distinguishedName"]).await?;
            return record.map(|record| Found { dn: record.dn, partition }).ok_or_else(|| no_account(name));
        }
        self.only_one(name, &by_logon_name(name), partitions, &all).await
    }

    async fn only_one(
        &mut self,
        name: &str,
        filter: &str,
        partitions: &[Partition],
        within: &[usize],
    ) -> Result<Found, Unavailable> {
        let mut found = self.matching(filter, partitions, within).await?;
        match (found.pop(), found.is_empty()) {
            (Some(one), true) => Ok(one),
            (Some(_), false) => {
                Err(Unavailable::Inconclusive { why: msg!("directory-ambiguous-account", name = name) })
            }
            (None, _) => Err(no_account(name)),
        }
    }

    /// All accounts that a filter finds. A domain that cannot be asked might hold another one.
    pub(super) async fn matching(
        &mut self,
        filter: &str,
        partitions: &[Partition],
        within: &[usize],
    ) -> Result<Vec<Found>, Unavailable> {
        let filter = format!("(&{ACCOUNTS}{filter})");
        let mut found = Vec::new();
        for &at in within {
            let Some(partition) = partitions.get(at) else { continue };
            let mut session = self.session(&partition.dns_name).await?;
            let records = session.search(&partition.dn, Scope::Subtree, &filter, &["sAMAccountName"]).await?;
            found.extend(records.into_iter().map(|record| Found { dn: record.dn, partition: at }));
        }
        Ok(found)
    }

    /// The attributes of an account.
    pub(super) async fn account(
        &mut self,
        found: &Found,
        partitions: &[Partition],
        attributes: &[&str],
    ) -> Result<Record, Unavailable> {
        let domain = partitions.get(found.partition).map_or("", |partition| partition.dns_name.as_str());
        let record = self.session(domain).await?.read(&found.dn, attributes).await?;
        record.ok_or_else(|| no_account(&found.dn))
    }

    /// Names for identifiers, as Windows writes them. One that cannot be found keeps its own form.
    pub(super) async fn names(&mut self, sids: BTreeSet<String>, partitions: &[Partition]) -> BTreeMap<String, String> {
        /// How many are asked for in one filter.
        const AT_A_TIME: usize = 50;
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut wanted: Vec<SidBuf> = Vec::new();
        for text in sids {
            match (well_known(&text), text.parse()) {
                (Some(name), _) => {
                    names.insert(text, name.to_owned());
                }
                (None, Ok(sid)) => wanted.push(sid),
                (None, Err(_)) => {}
            }
        }
        for partition in partitions {
            let Ok(mut session) = self.session(&partition.dns_name).await else { continue };
            for some in wanted.chunks(AT_A_TIME) {
                let alternatives: String = some.iter().map(|sid| by_sid(sid.as_sid())).collect();
                let filter = format!("(|{alternatives})");
                let attributes = ["objectSid", "sAMAccountName"];
                let found =
                    session.search(&partition.dn, Scope::Subtree, &filter, &attributes).await.unwrap_or_default();
                for record in found {
                    let (Some(sid), Some(name)) = (record.sid("objectSid"), record.text("sAMAccountName")) else {
                        continue;
                    };
                    let domain = if sid.as_sid().domain().is_some() { &partition.netbios_name } else { "BUILTIN" };
                    names.insert(sid.to_string(), format!(r"{domain}\{name}"));
                }
            }
        }
        names
    }
}

/// The filter that finds an identifier.
pub(super) fn by_sid(sid: Sid<'_>) -> String {
    let escaped: String = sid.bytes().iter().map(|byte| format!("\\{byte:02x}")).collect();
    format!("(objectSid={escaped})")
}

/// Names of principals that are no objects of any domain.
fn well_known(sid: &str) -> Option<&'static str> {
    Some(match sid {
        "S-1-1-0" => "Everyone",
        "S-1-3-4" => "OWNER RIGHTS",
        "S-1-5-2" => r"NT AUTHORITY\NETWORK",
        "S-1-5-9" => r"NT AUTHORITY\ENTERPRISE DOMAIN CONTROLLERS",
        "S-1-5-10" => r"NT AUTHORITY\SELF",
        "S-1-5-11" => r"NT AUTHORITY\Authenticated Users",
        "S-1-5-15" => r"NT AUTHORITY\This Organization",
        "S-1-5-18" => r"NT AUTHORITY\SYSTEM",
        _ => return None,
    })
}
