//! What counts for every user of a domain: password policies, protected groups, the right at its root; and what the
//! account that looks may read, without which an attribute that does not come would be taken for one that is not there.

use std::collections::{BTreeSet, HashMap};

use ldap3::Scope;

use super::{TRIES, UnitBroke, passes, pause, protected::Protected};
use crate::{
    collect::directory::{
        Trouble,
        estate::{Partition, seconds},
        look::{Look, not_readable},
        rights::Connector,
    },
    facts::{
        Seen, Unavailable,
        directory::{Right, RightEffect, RightSeen},
    },
    rights::{Access, Descriptor, Sid, SidBuf, Target, Token, Wanted},
};

/// A domain as it counts for its users.
pub(super) struct DomainView {
    /// DNS name.
    pub(super) domain: String,
    /// Distinguished name of its root.
    pub(super) root: String,
    pub(super) sid: Option<SidBuf>,
    pub(super) connector: Token,
    pub(super) reader: Reader,
    /// The right at the root of the domain.
    pub(super) unexpire: RightSeen,
    pub(super) protected: Result<Protected, Unavailable>,
    pub(super) ages: MinimumAges,
    /// Names of trustees by identifier.
    pub(super) names: HashMap<String, String>,
}

/// The account that looks, as a controller of the domain knows it.
pub(super) struct Reader {
    token: Option<Token>,
    domain: Option<SidBuf>,
}

/// Minimum ages of passwords.
pub(super) struct MinimumAges {
    domain: Result<u64, Unavailable>,
    fine_grained: FineGrained,
    /// By policy, as a distinguished name.
    policies: HashMap<String, Result<u64, Unavailable>>,
}

/// What is known of fine-grained policies.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FineGrained {
    /// There are none.
    None,
    /// There are some, and none of them is hidden.
    Some,
    /// They may be hidden.
    Hidden(Unavailable),
}

impl Reader {
    /// True when the account may read it for certain.
    pub(super) fn reads(&self, wanted: &Wanted, descriptor: &Descriptor<'_>, target: Option<Sid<'_>>) -> bool {
        let target = Target { sid: target, domain: self.domain.as_ref().map(SidBuf::as_sid) };
        self.token.as_ref().is_some_and(|token| {
            matches!(wanted.access(descriptor, token, target), Access::Granted(_) | Access::GrantedToAll)
        })
    }

    /// Whether this identifier is the account's own.
    pub(super) fn is(&self, sid: Sid<'_>) -> bool {
        self.token.as_ref().is_some_and(|token| token.account() == sid)
    }
}

impl MinimumAges {
    /// True when users must be asked for their fine-grained policy, which costs the controller some work.
    pub(super) fn are_asked_for(&self) -> bool {
        self.fine_grained != FineGrained::None
    }

    /// The age that applies to a user without a fine-grained policy that we saw. `shown` says whether one that applies
    /// would have come.
    pub(super) fn without_policy(&self, shown: bool) -> Seen<u64> {
        match &self.fine_grained {
            FineGrained::Hidden(why) => Seen::Missing(why.clone()),
            FineGrained::Some if !shown => {
                Seen::Missing(Unavailable::PermissionMissing { permission: "Read msDS-ResultantPSO".to_owned() })
            }
            FineGrained::Some | FineGrained::None => Seen::of(self.domain.clone()),
        }
    }
}

impl Look<'_> {
    /// What counts for every user of a domain. Whatever came over a connection that broke is asked again, so that nothing
    /// is taken for unreadable that was only interrupted.
    pub(super) async fn domain_view(
        &mut self,
        partition: &Partition,
        partitions: &[Partition],
        connector: &Connector,
    ) -> Result<DomainView, Unavailable> {
        let mut tries = 0;
        loop {
            let view = self.domain_view_once(partition, partitions, connector).await;
            match self.is_there(&partition.dns_name).await {
                Err(trouble) if passes(&trouble) && tries < TRIES => {
                    tries += 1;
                    self.hang_up(&partition.dns_name);
                    pause(tries).await;
                }
                Err(trouble) => return Err(trouble.into()),
                Ok(()) => return view,
            }
        }
    }

    /// Whether the connection to a domain still holds.
    pub(super) async fn is_there(&mut self, domain: &str) -> Result<(), Trouble> {
        match self.session(domain).await {
            Ok(mut session) => session.read("", &["currentTime"]).await.map(drop),
            // There is none, and whoever needs one hears why.
            Err(_) => Ok(()),
        }
    }

    async fn domain_view_once(
        &mut self,
        partition: &Partition,
        partitions: &[Partition],
        connector: &Connector,
    ) -> Result<DomainView, Unavailable> {
        let mut session = self.session(&partition.dns_name).await?;
        let sid = self.domain_sid(partition).await;
        // A controller tells whom it takes us for.
        let own =
            session.read("", &["tokenGroups"]).await?.map(|record| record.sids("tokenGroups")).unwrap_or_default();
        let account = own.iter().find(|sid| sid.as_sid().domain().is_some()).cloned();
        let reader = Reader { token: account.map(|account| Token::new(account, own)), domain: sid.clone() };
        let rights = self.domain_rights(std::slice::from_ref(partition), &connector.token).await;
        let unexpire = rights
            .into_iter()
            .flat_map(|domain| domain.rights)
            .find(|seen| seen.right == Right::UnexpirePassword)
            .unwrap_or(RightSeen { right: Right::UnexpirePassword, effect: RightEffect::Unreadable });
        let domain = self.policies(std::slice::from_ref(partition)).await;
        let domain = domain.and_then(|policies| {
            let policy = policies.into_iter().next().ok_or_else(|| not_readable("minPwdAge", &partition.dn))?;
            Ok(policy.minimum_age_s)
        });
        let fine_grained = self.fine_grained(partition).await?;
        let protected = self.protected(partition, partitions, &reader).await;
        Ok(DomainView {
            domain: partition.dns_name.clone(),
            root: partition.dn.clone(),
            sid,
            connector: connector.token.clone(),
            reader,
            unexpire,
            protected,
            ages: MinimumAges { domain, fine_grained, policies: HashMap::new() },
            names: HashMap::new(),
        })
    }

    /// Whether a domain has fine-grained policies. Ordinary accounts may not even see the object that holds them.
    async fn fine_grained(&mut self, partition: &Partition) -> Result<FineGrained, Unavailable> {
        let container = format!("CN=Password Settings Container,CN=System,{}", partition.dn);
        let mut session = self.session(&partition.dns_name).await?;
        let held = session.read(&container, &["objectClass"]).await?;
        if held.is_none_or(|found| found.texts("objectClass").is_empty()) {
            return Ok(FineGrained::Hidden(not_readable("msDS-ResultantPSO", &container)));
        }
        let found = session.search(&container, Scope::OneLevel, "(objectClass=*)", &["msDS-PSOAppliesTo"]).await?;
        Ok(if found.is_empty() { FineGrained::None } else { FineGrained::Some })
    }

    /// The minimum age of a fine-grained policy.
    ///
    /// # Errors
    /// The connection broke.
    pub(super) async fn minimum_age_of(&mut self, policy: &str, view: &mut DomainView) -> Result<Seen<u64>, UnitBroke> {
        const AGE: &str = "msDS-MinimumPasswordAge";
        if let Some(age) = view.ages.policies.get(policy) {
            return Ok(Seen::of(age.clone()));
        }
        let mut session = self.session(&view.domain).await.map_err(UnitBroke::NoWay)?;
        let age = match session.read(policy, &[AGE]).await {
            Ok(record) => {
                record.and_then(|record| record.number(AGE)).map(seconds).ok_or_else(|| not_readable(AGE, policy))
            }
            Err(trouble) if passes(&trouble) => return Err(trouble.into()),
            Err(trouble) => Err(trouble.into()),
        };
        view.ages.policies.insert(policy.to_owned(), age.clone());
        Ok(Seen::of(age))
    }

    /// Names for trustees. They are few, and looked up once; an identifier without a name keeps its own form.
    ///
    /// # Errors
    /// The connection broke, so that a name that was not found may be there.
    pub(super) async fn learn_names(
        &mut self,
        sids: BTreeSet<String>,
        view: &mut DomainView,
        partitions: &[Partition],
    ) -> Result<(), UnitBroke> {
        let unknown: BTreeSet<String> = sids.into_iter().filter(|sid| !view.names.contains_key(sid)).collect();
        if !unknown.is_empty() {
            let found = self.names(unknown.clone(), partitions).await;
            if unknown.iter().any(|sid| !found.contains_key(sid)) {
                self.is_there(&view.domain).await?;
            }
            view.names.extend(unknown.into_iter().map(|sid| (sid.clone(), found.get(&sid).cloned().unwrap_or(sid))));
        }
        Ok(())
    }
}
