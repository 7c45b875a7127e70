//! Facts of the directory.

use jiff::SignedDuration;

use super::{Walk, attribute, list, maybe, network::clock_seen, texts, yes};
use crate::{
    Message,
    facts::directory::{DirectoryFacts, DirectoryUser, RightEffect},
    message::Arg,
    msg,
};

/// Whether a right is effective, and what decides.
pub(in super::super) fn right_effect(effect: &RightEffect) -> Message {
    match effect {
        RightEffect::Granted { to, at } => msg!("report-right-granted", to = to, at = at),
        RightEffect::Denied { to, at } => msg!("report-right-denied", to = to, at = at),
        RightEffect::NotGranted => msg!("report-right-not-granted"),
        RightEffect::InheritanceStops { at } => msg!("report-right-inheritance-stops", at = at),
        RightEffect::Undecided { to, at } => msg!("report-right-undecided", to = to, at = at),
        RightEffect::Unreadable => msg!("report-right-unreadable"),
    }
}

pub(super) fn walk(facts: &DirectoryFacts, walk: &mut Walk<'_>) {
    estate(facts, walk);
    accounts(facts, walk);
    policies(facts, walk);
}

fn estate(facts: &DirectoryFacts, walk: &mut Walk<'_>) {
    const LEVEL: &[&str] = &["directory.functional-level"];
    walk.question(&facts.forest, "report-fact-forest-any", LEVEL, |walk, forest| {
        let seen = list(vec![
            attribute("report-functional-level", forest.functional_level.to_string()),
            attribute("report-schema-version", forest.schema_version.to_string()),
        ]);
        walk.row(msg!("report-fact-forest", name = &forest.name), seen, LEVEL);
    });
    const DOMAINS: &[&str] = &["directory.pdc-emulator", "directory.reserved-names"];
    walk.question(&facts.domains, "report-fact-domains", DOMAINS, |walk, domains| {
        walk.each(domains, "report-fact-domains", DOMAINS, |domain| {
            let pdc = domain.pdc_emulator.as_ref().map_or_else(|| Arg::from(msg!("report-unknown")), Arg::from);
            let seen =
                list(vec![attribute("report-netbios", &domain.netbios_name), attribute("report-pdc-emulator", pdc)]);
            (msg!("report-fact-domain", name = &domain.dns_name), seen)
        });
    });
    const CONTROLLERS: &[&str] = &["directory.server-versions", "directory.policy-control"];
    walk.question(&facts.controllers, "report-fact-controllers", CONTROLLERS, |walk, controllers| {
        walk.each(controllers, "report-fact-controllers", CONTROLLERS, |controller| {
            let system = [&controller.operating_system, &controller.os_version].map(String::as_str).join(" ");
            let mut parts = vec![
                Arg::from(system.trim()),
                attribute("report-domain", &controller.domain),
                attribute("report-writable", yes(controller.writable)),
            ];
            if let Some(pack) = &controller.service_pack {
                parts.push(Arg::from(pack));
            }
            if !controller.supported_controls.is_not_looked_at() {
                parts.push(attribute(
                    "report-controls",
                    match controller.supported_controls.as_result() {
                        Ok(controls) => texts(controls),
                        Err(why) => super::missing(why),
                    },
                ));
            }
            (msg!("report-fact-controller", host = &controller.host), list(parts))
        });
    });
    const PDC: &[&str] = &["directory.pdc-emulator"];
    walk.question(&facts.pdc_ports, "report-fact-pdc-ports", PDC, |walk, ports| {
        for port in ports {
            let seen = port.broke.as_ref().map_or_else(|| msg!("report-port-answers"), |broke| broke.message());
            walk.row(msg!("report-fact-port", host = &port.host, port = port.port.to_string()), seen, PDC);
        }
        if ports.is_empty() {
            walk.row(msg!("report-fact-pdc-ports"), msg!("report-seen-none"), PDC);
        }
    });
    const CLOCK: &[&str] = &["connectivity.clock"];
    walk.question(&facts.clock, "report-fact-clock-any", CLOCK, |walk, clock| {
        walk.row(msg!("report-fact-clock", host = &clock.host), clock_seen(clock), CLOCK);
    });
}

fn accounts(facts: &DirectoryFacts, walk: &mut Walk<'_>) {
    const CONNECTOR: &[&str] = &["directory.connector-account"];
    walk.question(&facts.connector_account, "report-fact-connector-account", CONNECTOR, |walk, account| {
        let groups = account.groups.iter().map(|group| Arg::from(&group.name)).collect();
        let seen = list(vec![
            Arg::from(&account.name),
            Arg::from(&account.sid),
            attribute("report-by-evidence", yes(account.by_evidence)),
            attribute("report-groups", list(groups)),
        ]);
        walk.row(msg!("report-fact-connector-account"), seen, CONNECTOR);
    });
    const RIGHTS: &[&str] = &["directory.connector-rights"];
    walk.question(&facts.domain_rights, "report-fact-domain-rights", RIGHTS, |walk, domains| {
        for domain in domains {
            for right in &domain.rights {
                let looked_at =
                    msg!("report-fact-right", right = Message::new(right.right.message_id()), at = &domain.domain);
                walk.row(looked_at, right_effect(&right.effect), RIGHTS);
            }
        }
        if domains.is_empty() {
            walk.row(msg!("report-fact-domain-rights"), msg!("report-seen-none"), RIGHTS);
        }
    });
    const SAM: &[&str] = &["directory.sam-restriction"];
    walk.question(&facts.sam_servers, "report-fact-sam-servers", SAM, |walk, servers| {
        for server in servers {
            for right in &server.rights {
                let name = Message::new(right.right.message_id());
                let looked_at = msg!("report-fact-sam-server", right = name, domain = &server.domain);
                walk.row(looked_at, right_effect(&right.effect), SAM);
            }
            let members = match server.compatible_access.as_result() {
                Ok(members) => list(members.iter().map(|member| Arg::from(&member.name)).collect()),
                Err(why) => super::missing(why),
            };
            walk.row(msg!("report-fact-compatible-access", domain = &server.domain), members, SAM);
        }
        if servers.is_empty() {
            walk.row(msg!("report-fact-sam-servers"), msg!("report-seen-none"), SAM);
        }
    });
    const USER: &[&str] = &["account.test-user", "directory.test-user-rights"];
    walk.question(&facts.test_user, "report-fact-directory-user", USER, |walk, user| {
        walk.row(msg!("report-fact-directory-user"), directory_user(user), USER);
    });
    const USER_RIGHTS: &[&str] = &["directory.test-user-rights"];
    walk.question(&facts.test_user_rights, "report-fact-test-user-rights", USER_RIGHTS, |walk, rights| {
        walk.each(rights, "report-fact-test-user-rights", USER_RIGHTS, |right| {
            (
                msg!("report-fact-right-on-user", right = Message::new(right.right.message_id())),
                right_effect(&right.effect),
            )
        });
    });
}

fn directory_user(user: &DirectoryUser) -> Message {
    let set_at = user.password_set_at.map_or_else(|| Arg::from(msg!("report-must-change")), Arg::from);
    let mut parts = vec![
        Arg::from(&user.dn),
        attribute("report-enabled", yes(user.enabled)),
        attribute("report-locked", yes(user.locked)),
        attribute("report-admin-count", yes(user.admin_count)),
        attribute("report-protected-groups", texts(&user.protected_groups)),
        attribute("report-cannot-change", yes(user.cannot_change_password)),
        attribute("report-password-set", set_at),
        attribute("report-never-expires", yes(user.password_never_expires)),
        attribute("report-smart-card", yes(user.smart_card_required)),
        attribute("report-inheritance", yes(user.inheritance_on)),
    ];
    if !user.upn.is_empty() {
        parts.insert(1, Arg::from(&user.upn));
    }
    if let Some(end) = user.expires_at {
        parts.push(attribute("report-expires", end));
    }
    list(parts)
}

fn policies(facts: &DirectoryFacts, walk: &mut Walk<'_>) {
    const POLICY: &[&str] = &["directory.password-policy"];
    let age = |seconds: u64| match seconds {
        // None at all needs no unit.
        0 => Arg::from("0"),
        _ => Arg::from(SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX))),
    };
    walk.question(&facts.policies, "report-fact-policies", POLICY, |walk, policies| {
        walk.each(policies, "report-fact-policies", POLICY, |policy| {
            let seen = list(vec![
                attribute("report-minimum-age", age(policy.minimum_age_s)),
                attribute("report-minimum-length", policy.minimum_length.to_string()),
                attribute("report-history", policy.history.to_string()),
                attribute("report-complexity", maybe(Some(policy.complexity))),
            ]);
            (msg!("report-fact-policy", domain = &policy.domain), seen)
        });
    });
    walk.question(&facts.fine_grained_policy, "report-fact-fine-grained", POLICY, |walk, policy| {
        let seen = match policy {
            Some(policy) => {
                list(vec![Arg::from(&policy.name), attribute("report-minimum-age", age(policy.minimum_age_s))])
            }
            None => msg!("report-seen-none"),
        };
        walk.row(msg!("report-fact-fine-grained"), seen, POLICY);
    });
}
