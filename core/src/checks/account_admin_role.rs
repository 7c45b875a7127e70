//! `account.admin-role`: does that administrator hold a role that may enable writeback, directly and active?
//!
//! **Why.** Connect accepts the role only when it is assigned to the account itself and active. A role through a group,
//! or one that may merely be activated, counts as missing, and the wizard does not say so.
//! **Passes** when one such role is assigned directly and is active.
//! **Warns** never.
//! **Fails** when such a role is only eligible, is held only through a group, or is not held.
//! **Can't tell** when the account is not named, or its roles could not be read.
//! **Source.** Prerequisites of Connect, 2025-09-29; writeback tutorial, 2023-09-13; connectivity guide, 2023-01-19.

use super::{Case, Check, accounts::Named};
use crate::{
    Message,
    facts::{Source, tenant::RoleAssignment},
    finding::Finding,
    message::Arg,
    msg,
    reference::{Purpose, Role},
};

/// See the module.
pub const CHECK: Check = Check { id: "account.admin-role", looks_at: &[Source::Tenant, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let user = match Named::Administrator.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let held = match Named::Administrator.in_tenant(case, |facts| &facts.admin_roles) {
        Ok(held) => held,
        Err(why) => return Finding::could_not_check(why),
    };
    let roles = &case.reference.roles;
    let enabling: Vec<(&Role, &RoleAssignment)> = (held.iter())
        .filter(|role| roles.serves(&role.template_id, Purpose::EnableWriteback))
        .filter_map(|role| Some((roles.by_template(&role.template_id)?, &role.how)))
        .collect();
    let any = |wanted: fn(&RoleAssignment) -> bool| enabling.iter().find(|(_, how)| wanted(how));
    let finding = if let Some((role, _)) = any(|how| matches!(how, RoleAssignment::Direct)) {
        Finding::pass(msg!("account-admin-role-direct", user = user, role = Message::new(role.message())))
    } else if let Some((role, _)) = any(|how| matches!(how, RoleAssignment::Eligible)) {
        Finding::fail(msg!("account-admin-role-eligible", user = user, role = Message::new(role.message())))
    } else if let Some((role, RoleAssignment::Group { name })) = any(|how| matches!(how, RoleAssignment::Group { .. }))
    {
        let role = Message::new(role.message());
        Finding::fail(msg!("account-admin-role-group", user = user, role = role, group = name))
    } else {
        let wanted: Vec<Arg> =
            roles.for_purpose(Purpose::EnableWriteback).map(|role| Message::new(role.message()).into()).collect();
        Finding::fail(msg!("account-admin-role-none", user = user, roles = Arg::List(wanted)))
    };
    let rows = held.iter().map(|role| crate::finding::Evidence {
        label: msg!("evidence-account-role"),
        value: match &role.how {
            RoleAssignment::Direct => msg!("account-role-direct", role = &role.name),
            RoleAssignment::Group { name } => msg!("account-role-group", role = &role.name, group = name),
            RoleAssignment::Eligible => msg!("account-role-eligible", role = &role.name),
        },
    });
    finding.with("evidence-account-admin", user).with_evidence(rows).from(held)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen, Unavailable,
        tenant::{RoleHeld, TenantFacts},
    };

    const HYBRID: &str = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2";
    const GLOBAL: &str = "62E90394-69F5-4237-9190-012177145E10";
    const READER: &str = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

    fn role(template_id: &str, how: RoleAssignment) -> RoleHeld {
        RoleHeld { template_id: template_id.into(), name: "A role".into(), how }
    }

    fn judged(roles: Vec<RoleHeld>) -> Finding {
        given().tenant(TenantFacts { admin_roles: roles.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    fn through_group() -> RoleAssignment {
        RoleAssignment::Group { name: "Tier 0".into() }
    }

    #[test]
    fn either_role_directly_and_active_passes() {
        for id in [HYBRID, GLOBAL] {
            let finding = judged(vec![role(READER, through_group()), role(id, RoleAssignment::Direct)]);
            assert_eq!(said(&finding), ("pass", "account-admin-role-direct"), "{id}");
        }
    }

    #[test]
    fn only_eligible_fails() {
        let finding = judged(vec![role(HYBRID, RoleAssignment::Eligible)]);
        assert_eq!(said(&finding), ("fail", "account-admin-role-eligible"));
    }

    #[test]
    fn only_through_a_group_fails() {
        let finding = judged(vec![role(HYBRID, through_group()), role(READER, RoleAssignment::Direct)]);
        assert_eq!(said(&finding), ("fail", "account-admin-role-group"));
    }

    #[test]
    fn other_roles_and_none_fail() {
        let reader = judged(vec![role(READER, RoleAssignment::Direct)]);
        assert_eq!(said(&reader), ("fail", "account-admin-role-none"));
        assert_eq!(said(&judged(vec![])), ("fail", "account-admin-role-none"));
    }

    #[test]
    fn unread_roles_are_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let why = Unavailable::PermissionMissing { permission: "RoleManagement.Read.Directory".into() };
        let unread = TenantFacts { admin_roles: Seen::Missing(why), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)).1, "unavailable-permission-missing");
        let unnamed = given().subject(|subject| subject.admin = String::new());
        assert_eq!(said(&unnamed.judge(&CHECK)), ("could_not_check", "unavailable-not-configured"));
    }
}
