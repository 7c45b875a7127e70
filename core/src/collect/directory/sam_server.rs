//! The samServer object of each domain, which decides who may look up accounts the old way, and the group through which
//! everybody usually may.

use std::collections::BTreeSet;

use super::{
    estate::Partition,
    look::{Look, not_readable},
    rights::{Told, places, read},
};
use crate::{
    facts::{
        Seen, Unavailable,
        directory::{Group, SamRight, SamRightSeen, SamServer},
    },
    rights::{SidBuf, Target, Token, Wanted, on_object},
};

/// Pre-Windows 2000 Compatible Access, and whom it holds where everybody may.
const COMPATIBLE: &str = "S-1-5-32-554";
const EVERYBODY: [&str; 2] = ["S-1-1-0", "S-1-5-11"];

impl Look<'_> {
    /// The connector account's rights on the samServer object of each domain.
    pub(super) async fn sam_servers(&mut self, partitions: &[Partition], token: &Token) -> Vec<SamServer> {
        let mut all = Vec::new();
        for partition in partitions {
            let compatible_access = Seen::of(self.compatible_access(partition, partitions).await);
            let everybody = compatible_access
                .as_result()
                .ok()
                .map(|members: &Vec<Group>| members.iter().any(|member| EVERYBODY.contains(&member.sid.as_str())));
            let token = match COMPATIBLE.parse::<SidBuf>() {
                Ok(group) => token.clone().where_all_are_in(group, everybody),
                Err(_) => token.clone(),
            };
            let dn = format!("CN=Server,CN=System,{}", partition.dn);
            let chain = vec![(dn.clone(), self.descriptor(&dn, &partition.dns_name).await)];
            let domain = self.domain_sid(partition).await;
            // It has no identifier of its own, so that no account is SELF to it, as none is to the domain.
            let domain = domain.as_ref().map(SidBuf::as_sid);
            let target = Target { sid: domain, domain };
            let told: Vec<(SamRight, Told)> = {
                let read = read(&chain);
                let places = places(&chain, &read);
                let effect = |right| Told::from(on_object(&places, &Wanted::on_the_whole(right), &token, target));
                SamRight::ALL.into_iter().map(|right| (right, effect(right))).collect()
            };
            let sids = told.iter().filter_map(|(_, told)| told.trustee()).collect();
            let names = self.names(sids, partitions).await;
            let name = |sid: String| names.get(&sid).cloned().unwrap_or(sid);
            let rights =
                told.into_iter().map(|(right, told)| SamRightSeen { right, effect: told.named(name) }).collect();
            all.push(SamServer { domain: partition.dns_name.clone(), rights, compatible_access });
        }
        all
    }

    /// The members of the group. None shown is not none: an account that may not read them sees the same.
    async fn compatible_access(
        &mut self,
        partition: &Partition,
        partitions: &[Partition],
    ) -> Result<Vec<Group>, Unavailable> {
        let dn = format!("CN=Pre-Windows 2000 Compatible Access,CN=Builtin,{}", partition.dn);
        let record = self.session(&partition.dns_name).await?.read(&dn, &["member"]).await?;
        let members = record.map(|record| record.texts("member")).unwrap_or_default();
        if members.is_empty() {
            return Err(not_readable("member", &dn));
        }
        // A principal of no domain stands there under its identifier.
        let first =
            |dn: &str| dn.split(',').next().and_then(|part| part.split_once('=')).map(|(_, name)| name.to_owned());
        let members: Vec<String> = members.iter().filter_map(|dn| first(dn)).collect();
        let is_sid = |name: &&String| name.parse::<SidBuf>().is_ok();
        let sids: BTreeSet<String> = members.iter().filter(is_sid).cloned().collect();
        let names = self.names(sids, partitions).await;
        Ok(members
            .into_iter()
            .map(|member| match names.get(&member) {
                Some(name) => Group { sid: member, name: name.clone() },
                None if is_sid(&&member) => Group { name: member.clone(), sid: member },
                None => Group { sid: String::new(), name: member },
            })
            .collect())
    }
}
