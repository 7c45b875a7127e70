//! Facts of the tenant.

use super::{Walk, attribute, list, maybe, named, texts, yes};
use crate::{
    Message,
    facts::tenant::{Account, RoleAssignment, ServicePlan, TenantFacts},
    message::Arg,
    msg,
};

pub(super) fn walk(facts: &TenantFacts, walk: &mut Walk<'_>) {
    walk.question(&facts.identity, "report-fact-tenant", &[], |walk, tenant| {
        let seen = list(vec![
            Arg::from(&tenant.name),
            Arg::from(&tenant.id),
            attribute("report-domains", texts(&tenant.domains)),
        ]);
        walk.row(msg!("report-fact-tenant"), seen, &[]);
    });
    const LICENCES: &[&str] = &["licence.tenant-owns", "licence.cloud-only-users"];
    walk.question(&facts.licences, "report-fact-licences", LICENCES, |walk, licences| {
        walk.each(licences, "report-fact-licences", LICENCES, |licence| {
            let seen = msg!(
                "report-seen-licence",
                state = &licence.capability,
                used = licence.consumed_units,
                owned = licence.enabled_units,
                plans = plans(&licence.plans)
            );
            (msg!("report-fact-licence", name = &licence.part_number), seen)
        });
    });
    const ADMIN: &[&str] = &["account.admin-cloud"];
    walk.question(&facts.admin, "report-fact-admin", ADMIN, |walk, admin| {
        walk.row(msg!("report-fact-admin"), account(admin), ADMIN);
    });
    const ADMIN_PLANS: &[&str] = &["licence.admin"];
    walk.question(&facts.admin_plans, "report-fact-admin-plans", ADMIN_PLANS, |walk, held| {
        walk.row(msg!("report-fact-admin-plans"), plans(held), ADMIN_PLANS);
    });
    const ROLES: &[&str] = &["account.admin-role"];
    walk.question(&facts.admin_roles, "report-fact-admin-roles", ROLES, |walk, roles| {
        let roles = roles.iter().map(|role| {
            Arg::from(match &role.how {
                RoleAssignment::Direct => msg!("report-role-direct", role = &role.name),
                RoleAssignment::Group { name } => msg!("report-role-group", role = &role.name, group = name),
                RoleAssignment::Eligible => msg!("report-role-eligible", role = &role.name),
            })
        });
        walk.row(msg!("report-fact-admin-roles"), list(roles.collect()), ROLES);
    });
    const USER: &[&str] = &["account.test-user"];
    walk.question(&facts.test_user, "report-fact-test-user", USER, |walk, user| {
        walk.row(msg!("report-fact-test-user"), account(user), USER);
    });
    const USER_PLANS: &[&str] = &["licence.test-user"];
    walk.question(&facts.test_user_plans, "report-fact-test-user-plans", USER_PLANS, |walk, held| {
        walk.row(msg!("report-fact-test-user-plans"), plans(held), USER_PLANS);
    });
    const RESET: &[&str] = &["tenant.reset-enabled", "tenant.test-user-registered"];
    walk.question(&facts.test_user_reset, "report-fact-test-user-reset", RESET, |walk, reset| {
        let seen = list(vec![
            attribute("report-in-scope", yes(reset.enabled)),
            attribute("report-registered", yes(reset.registered)),
            attribute("report-capable", yes(reset.capable)),
            attribute("report-is-admin", yes(reset.is_admin)),
            attribute("report-methods", texts(&reset.methods)),
        ]);
        walk.row(msg!("report-fact-test-user-reset"), seen, RESET);
    });
    const SYNC: &[&str] = &["sync.environment-prepared"];
    walk.question(&facts.synchronisation, "report-fact-synchronisation", SYNC, |walk, sync| {
        let last = sync.last_at.map_or_else(|| Arg::from(msg!("report-unknown")), Arg::from);
        let seen = list(vec![attribute("report-enabled", yes(sync.enabled)), attribute("report-last", last)]);
        walk.row(msg!("report-fact-synchronisation"), seen, SYNC);
    });
    const AUDIT: &[&str] = &["tenant.writeback-switch", "proof.reset", "proof.path"];
    walk.question(&facts.audit, "report-fact-audit-log", AUDIT, |walk, entries| {
        walk.each(entries, "report-fact-audit-log", AUDIT, |entry| {
            let id = if entry.success { "report-seen-audit-success" } else { "report-seen-audit-other" };
            let details = [&entry.target, &entry.reason, &entry.service];
            let details = details.into_iter().filter(|part| !part.is_empty()).map(Arg::from).collect();
            (msg!("report-fact-audit", activity = &entry.activity), msg!(id, at = entry.at, details = list(details)))
        });
    });
    const FEATURES: &[&str] = &["tenant.writeback-switch"];
    walk.question(&facts.features, "report-fact-features", FEATURES, |walk, features| {
        let seen = list(vec![
            named("passwordWritebackEnabled", maybe(features.password_writeback_enabled)),
            named("passwordSyncEnabled", maybe(features.password_sync_enabled)),
            named("userForcePasswordChangeOnLogonEnabled", maybe(features.force_change_enabled)),
        ]);
        walk.row(msg!("report-fact-features"), seen, FEATURES);
    });
    walk.question(&facts.health, "report-fact-health", &[], |walk, parts| {
        let parts = parts.iter().map(|part| Arg::from(format!("{} ({})", part.service, part.status)));
        walk.row(msg!("report-fact-health"), list(parts.collect()), &[]);
    });
}

fn account(account: &Account) -> Message {
    list(vec![
        Arg::from(&account.upn),
        attribute("report-enabled", yes(account.enabled)),
        attribute("report-synchronised", yes(account.synchronised)),
        attribute("report-cloud-managed", yes(account.cloud_managed)),
        attribute("report-federated", maybe((!account.federation_unknown).then_some(account.federated))),
        attribute("report-guest", yes(account.guest)),
    ])
}

fn plans(plans: &[ServicePlan]) -> Message {
    list(plans.iter().map(|plan| Arg::from(format!("{} ({})", plan.name, plan.status))).collect())
}
