//! `account.admin-cloud`: was the administrator who enables writeback created in the cloud?
//!
//! **Why.** The wizard asks the cloud for a token with this account, and a federated account gets none: event 32009, or
//! 31014 when writeback is switched off, both worded as if the credentials were wrong.
//! **Passes** when the account is enabled, was created in the cloud, and its domain is managed.
//! **Warns** when it is synchronised and managed: the article wants a cloud account, today's rule is "managed". Also
//! for a guest, and for one whose source of authority was moved to the cloud.
//! **Fails** when its domain is federated, or it is disabled.
//! **Can't tell** when the account is not named or not read, or how its domain signs in is not known.
//! **Source.** Article, part 1 (2021); event 32009 in the troubleshooting page of writeback, 2025-03-04.

use super::{Case, Check, accounts::Named};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

/// See the module.
pub const CHECK: Check = Check { id: "account.admin-cloud", looks_at: &[Source::Tenant, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let account = match Named::Administrator.in_tenant(case, |facts| &facts.admin) {
        Ok(account) => account,
        Err(why) => return Finding::could_not_check(why),
    };
    let user = &account.upn;
    let finding = if account.federated && !account.federation_unknown {
        Finding::fail(msg!("account-admin-cloud-federated", user = user))
    } else if !account.enabled {
        Finding::fail(msg!("account-admin-cloud-disabled", user = user))
    } else if account.federation_unknown {
        Finding::could_not_check(Unavailable::Inconclusive { why: msg!("account-admin-cloud-domain-unknown") })
    } else if account.guest {
        Finding::warn(msg!("account-admin-cloud-guest", user = user))
    } else if account.cloud_managed {
        Finding::warn(msg!("account-admin-cloud-converted", user = user))
    } else if account.synchronised {
        Finding::warn(msg!("account-admin-cloud-synchronised", user = user))
    } else {
        Finding::pass(msg!("account-admin-cloud-created", user = user))
    };
    finding.with("evidence-account-admin", user).from(account)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{Account, TenantFacts},
    };

    fn judged(change: impl FnOnce(&mut Account)) -> Finding {
        let mut admin = Account { upn: "admin@contoso.onmicrosoft.com".into(), enabled: true, ..Account::default() };
        change(&mut admin);
        given().tenant(TenantFacts { admin: admin.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn created_in_the_cloud_passes() {
        assert_eq!(said(&judged(|_| {})), ("pass", "account-admin-cloud-created"));
    }

    #[test]
    fn managed_but_not_created_there_warns() {
        assert_eq!(said(&judged(|admin| admin.synchronised = true)), ("warn", "account-admin-cloud-synchronised"));
        assert_eq!(said(&judged(|admin| admin.cloud_managed = true)), ("warn", "account-admin-cloud-converted"));
        assert_eq!(said(&judged(|admin| admin.guest = true)), ("warn", "account-admin-cloud-guest"));
    }

    #[test]
    fn federated_or_disabled_fails() {
        let federated = judged(|admin| {
            admin.federated = true;
            admin.synchronised = true;
        });
        assert_eq!(said(&federated), ("fail", "account-admin-cloud-federated"));
        assert_eq!(said(&judged(|admin| admin.enabled = false)), ("fail", "account-admin-cloud-disabled"));
    }

    #[test]
    fn an_unknown_domain_or_account_is_not_checked() {
        let finding = judged(|admin| admin.federation_unknown = true);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let other = judged(|admin| admin.upn = "former@contoso.com".into());
        assert_eq!(said(&other), ("could_not_check", "unavailable-not-looked-at"));
        let refused = TenantFacts { admin: Seen::Missing(Unavailable::NotSignedIn), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(refused).judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
    }
}
