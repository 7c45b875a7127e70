//! The forest, its domains with their PDC emulators, and the password policy of each domain.

use ldap3::Scope;

use super::{
    address::{domain_of, parent},
    look::{Look, not_readable},
};
use crate::{
    facts::{
        Unavailable,
        directory::{Domain, Forest, PasswordPolicy},
    },
    msg,
};

/// A domain as the forest's list has it.
#[derive(Debug, Clone)]
pub(super) struct Partition {
    /// Distinguished name of its root.
    pub(super) dn: String,
    pub(super) dns_name: String,
    pub(super) netbios_name: String,
}

impl Look<'_> {
    pub(super) async fn forest(&mut self) -> Result<Forest, Unavailable> {
        let schema = self.root.schema.clone();
        let record = self.main().await?.read(&schema, &["objectVersion"]).await?;
        let version = record.and_then(|record| record.number("objectVersion"));
        let version = version.ok_or_else(|| not_readable("objectVersion", &schema))?;
        let level = self.root.forest_level;
        let malformed = |what: &str| Unavailable::Malformed { what: what.to_owned() };
        Ok(Forest {
            name: domain_of(&self.root.forest),
            functional_level: level
                .and_then(|level| u32::try_from(level).ok())
                .ok_or_else(|| malformed("forestFunctionality"))?,
            schema_version: u32::try_from(version).map_err(|_| malformed("objectVersion"))?,
        })
    }

    /// The domains of the forest, from the list that every controller holds.
    pub(super) async fn partitions(&mut self) -> Result<Vec<Partition>, Unavailable> {
        /// A naming context of this forest (1) that is a domain (2).
        const DOMAINS: &str = "(&(objectClass=crossRef)(systemFlags:1.2.840.113556.1.4.803:=3))";
        let base = format!("CN=Partitions,{}", self.root.configuration);
        let found =
            self.main().await?.search(&base, Scope::OneLevel, DOMAINS, &["nCName", "dnsRoot", "nETBIOSName"]).await?;
        let mut partitions = Vec::new();
        for record in found {
            let text = |name: &str| record.text(name).map(str::to_owned).ok_or_else(|| not_readable(name, &record.dn));
            let dn = text("nCName")?;
            let dns_name = record.text("dnsRoot").map_or_else(|| domain_of(&dn), str::to_owned);
            partitions.push(Partition { dns_name, netbios_name: text("nETBIOSName")?, dn });
        }
        if partitions.is_empty() { Err(not_readable("crossRef", &base)) } else { Ok(partitions) }
    }

    /// The domains as facts. A domain whose PDC emulator could not be looked for makes the whole list unknown: leaving
    /// it out would say that there is none.
    pub(super) async fn domains(&mut self, partitions: &[Partition]) -> Result<Vec<Domain>, Unavailable> {
        let mut domains = Vec::new();
        for partition in partitions {
            domains.push(Domain {
                dns_name: partition.dns_name.clone(),
                netbios_name: partition.netbios_name.clone(),
                pdc_emulator: self.pdc_emulator(partition).await?,
            });
        }
        Ok(domains)
    }

    /// The host that holds the role; none when the role names a server that is not there.
    async fn pdc_emulator(&mut self, partition: &Partition) -> Result<Option<String>, Unavailable> {
        let mut session = match self.session(&partition.dns_name).await {
            Ok(session) => session,
            // DNS knows it too.
            Err(why) => {
                return self.instruments.names.pdc_emulator(&partition.dns_name).await.map(Some).map_err(|_| why);
            }
        };
        let record = session.read(&partition.dn, &["fSMORoleOwner"]).await?;
        let owner = record.as_ref().and_then(|record| record.text("fSMORoleOwner"));
        let owner = owner.ok_or_else(|| not_readable("fSMORoleOwner", &partition.dn))?;
        let Some(server) = parent(owner) else { return Ok(None) };
        let record = self.main().await?.read(server, &["dNSHostName"]).await?;
        Ok(record.and_then(|record| record.text("dNSHostName").map(str::to_owned)))
    }

    /// The password policy of every domain that could be asked. Those that are left out are not known.
    pub(super) async fn policies(&mut self, partitions: &[Partition]) -> Result<Vec<PasswordPolicy>, Unavailable> {
        let mut policies = Vec::new();
        let mut refused = None;
        for partition in partitions {
            match self.policy(partition).await {
                Ok(policy) => policies.push(policy),
                Err(why) => refused = Some(why),
            }
        }
        match refused {
            Some(why) if policies.is_empty() => Err(why),
            _ => Ok(policies),
        }
    }

    async fn policy(&mut self, partition: &Partition) -> Result<PasswordPolicy, Unavailable> {
        const WANTED: [&str; 4] = ["minPwdAge", "minPwdLength", "pwdHistoryLength", "pwdProperties"];
        /// Bit of `pwdProperties`.
        const COMPLEX: i64 = 1;
        let record = self.session(&partition.dns_name).await?.read(&partition.dn, &WANTED).await?;
        let record = record.ok_or_else(|| not_readable("domainDNS", &partition.dn))?;
        let number = |name: &str| record.number(name).ok_or_else(|| not_readable(name, &partition.dn));
        let small = |name: &str| number(name).map(|value| u32::try_from(value).unwrap_or_default());
        Ok(PasswordPolicy {
            domain: partition.dns_name.clone(),
            minimum_age_s: seconds(number("minPwdAge")?),
            minimum_length: small("minPwdLength")?,
            history: small("pwdHistoryLength")?,
            complexity: number("pwdProperties")? & COMPLEX != 0,
        })
    }
}

/// A length of time as the directory keeps it: a negative number of ten-millionths of a second.
pub(super) fn seconds(interval: i64) -> u64 {
    interval.unsigned_abs() / 10_000_000
}

/// The reason why a name means no account.
pub(super) fn no_account(name: &str) -> Unavailable {
    Unavailable::Inconclusive { why: msg!("directory-no-account", name = name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_negative_number_of_intervals() {
        assert_eq!(seconds(-864_000_000_000), 86_400);
        assert_eq!(seconds(0), 0);
        assert_eq!(seconds(i64::MIN), 922_337_203_685);
    }
}
