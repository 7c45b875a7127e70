//! The fine-grained password policy of the test user. Ordinary accounts may not see such policies, so that nothing seen
//! is only "none" where the policies, or their absence, can be seen.

use ldap3::Scope;

use super::{
    accounts::{Found, by_sid},
    address::same_dn,
    estate::{Partition, seconds},
    look::{Look, not_readable},
};
use crate::facts::{Unavailable, directory::FineGrainedPolicy};

impl Look<'_> {
    pub(super) async fn fine_grained_policy(
        &mut self,
        user: &Found,
        partitions: &[Partition],
    ) -> Result<Option<FineGrainedPolicy>, Unavailable> {
        const RESULTANT: &str = "msDS-ResultantPSO";
        const WANTED: [&str; 3] = ["cn", "msDS-MinimumPasswordAge", "msDS-PSOAppliesTo"];
        let partition = partitions.get(user.partition).ok_or(Unavailable::NotLookedAt)?;
        let record = self.account(user, partitions, &[RESULTANT, "tokenGroups"]).await?;
        let mut session = self.session(&partition.dns_name).await?;
        if let Some(dn) = record.text(RESULTANT) {
            let policy = session.read(dn, &WANTED).await?.ok_or_else(|| not_readable("msDS-PasswordSettings", dn))?;
            let age = policy.number("msDS-MinimumPasswordAge");
            let age = age.ok_or_else(|| not_readable("msDS-MinimumPasswordAge", dn))?;
            let name = policy.text("cn").unwrap_or(dn).to_owned();
            return Ok(Some(FineGrainedPolicy { name, minimum_age_s: seconds(age) }));
        }
        let container = format!("CN=Password Settings Container,CN=System,{}", partition.dn);
        if session.read(&container, &["objectClass"]).await?.is_none_or(|found| found.texts("objectClass").is_empty()) {
            return Err(not_readable(RESULTANT, &container));
        }
        // By what everybody sees of an object: one whose class may not be read would not match a filter by class.
        let policies = session.search(&container, Scope::OneLevel, "(objectClass=*)", &WANTED).await?;
        if policies.is_empty() {
            return Ok(None);
        }
        // There are some: none of them may be meant for the user or for a group it is in.
        let mut groups = Vec::new();
        for sid in record.sids("tokenGroups") {
            let found = session.search(&partition.dn, Scope::Subtree, &by_sid(sid.as_sid()), &["objectSid"]).await?;
            groups.extend(found.into_iter().map(|group| group.dn));
        }
        let meant = |dn: &String| same_dn(dn, &user.dn) || groups.iter().any(|group| same_dn(group, dn));
        let unseen = policies.iter().any(|policy| policy.values("msDS-PSOAppliesTo").is_empty());
        let applies = policies.iter().any(|policy| policy.texts("msDS-PSOAppliesTo").iter().any(meant));
        if unseen || applies || groups.is_empty() { Err(not_readable(RESULTANT, &user.dn)) } else { Ok(None) }
    }
}
