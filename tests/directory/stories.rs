//! Stories: a domain in some state, what the checks must say of it, and what happens when the rights are really used.
//!
//! Where Samba is not Windows: it lists neither control of the password policy, so that its controllers always fail
//! `directory.policy-control`; it has no task that rewrites the lists of protected accounts, so that the script does
//! what the task would; it serves neither RPC nor SMB here, so that those two ports of the PDC emulator are closed; and
//! nothing but a password change in the cloud uses Unexpire Password by itself, so that its truth cannot be tried.

use std::collections::{BTreeMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use ldap3::Mod;
use readiness_core::{
    Subject, checklist,
    engine::judge,
    facts::{
        Facts, Seen, Snapshot, SourceFacts, Unavailable, Vantage,
        directory::{DirectoryFacts, FineGrainedPolicy, Right, RightEffect, RightSeen, SamRight, SamServer},
        network::Break,
        sync_server::{Connector, ConnectorKind, SamRestriction, SyncServerFacts},
    },
    reference::Reference,
};

use crate::{
    samba::{CONNECTOR, Domain, HOST, PASSWORD, TESS, available},
    truth,
};

const ROOT: &str = "DC=lab,DC=test";
const STAFF: &str = "OU=Staff,DC=lab,DC=test";

/// What is said of each item of the directory: verdict and message.
type Said = BTreeMap<String, (&'static str, String)>;

/// Judges a look an hour after the test user's password was set, together with the sync server's word on which account
/// its connector uses.
fn said(facts: &DirectoryFacts) -> Said {
    let set = facts.test_user.as_result().ok().and_then(|user| user.password_set_at);
    let now = set.unwrap_or_else(Timestamp::now) + SignedDuration::from_hours(1);
    let connector = Connector {
        name: "lab.test".into(),
        kind: ConnectorKind::Directory,
        account: Some(format!(r"LAB.TEST\{CONNECTOR}")),
        sign_and_seal: None,
        only_preferred: None,
        preferred_controllers: vec![],
    };
    let server = SyncServerFacts {
        connectors: vec![connector].into(),
        sam_restriction: SamRestriction { sddl: None, allows_connector: None }.into(),
        ..SyncServerFacts::default()
    };
    let mut held = Facts::default();
    for what in [SourceFacts::Directory(Box::new(facts.clone())), SourceFacts::SyncServer(Box::new(server))] {
        held.add(Snapshot { vantage: Vantage::sync_server("sync1"), seen_at: now, took_ms: 1, about: None, what });
    }
    let checklist = checklist::built_in();
    let items: Vec<String> =
        checklist.items().map(|item| item.id.clone()).filter(|id| id.starts_with("directory.")).collect();
    let subject = Subject { test_user: TESS.into(), ..Subject::default() };
    judge(checklist, &items, &held, &subject, &Reference::built_in(), now)
        .into_iter()
        .map(|(id, finding)| (id, (finding.verdict.name(), finding.summary.id)))
        .collect()
}

fn effects(seen: &Seen<Vec<RightSeen>>) -> BTreeMap<Right, RightEffect> {
    let rights = seen.as_result().expect("rights");
    rights.iter().map(|seen| (seen.right, seen.effect.clone())).collect()
}

/// Looks at a domain, judges, and holds what was said of the rights against what using them does.
async fn story(changes: &[&str], expected: &[(&str, &str, &str)]) -> (Domain, DirectoryFacts) {
    let domain = Domain::with(changes);
    let facts = domain.look(&domain.request()).await.unwrap_or_else(|trouble| panic!("{changes:?}: {trouble:?}"));
    let said = said(&facts);
    for (item, verdict, message) in expected {
        let found = said.get(*item).unwrap_or_else(|| panic!("{changes:?}: nothing said of {item}"));
        assert_eq!((found.0, found.1.as_str()), (*verdict, *message), "{changes:?}: {item}\n{facts:#?}");
    }
    let dn = facts.test_user.as_result().expect("a test user").dn.clone();
    let mut connector = truth::as_connector(&domain).await;
    for (right, effect) in effects(&facts.test_user_rights) {
        let promised = matches!(effect, RightEffect::Granted { .. });
        assert_ne!(effect, RightEffect::Unreadable);
        assert_eq!(truth::holds(&mut connector, &dn, right).await, promised, "{changes:?}: {right:?}, {effect:?}");
    }
    (domain, facts)
}

const RIGHTS_HELD: [(&str, &str, &str); 2] = [
    ("directory.connector-rights", "pass", "directory-connector-rights-held"),
    ("directory.test-user-rights", "pass", "directory-test-user-rights-held"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_healthy_domain() {
    if !available() {
        return;
    }
    let (domain, facts) = story(
        &[],
        &[
            RIGHTS_HELD[0],
            RIGHTS_HELD[1],
            ("directory.connector-account", "pass", "directory-connector-account-known"),
            ("directory.functional-level", "pass", "directory-functional-level-met"),
            ("directory.server-versions", "pass", "directory-server-versions-current"),
            ("directory.password-policy", "pass", "directory-password-policy-none"),
            ("directory.reserved-names", "pass", "directory-reserved-names-none"),
            ("directory.sam-restriction", "pass", "directory-sam-restriction-absent"),
            ("directory.policy-control", "fail", "directory-policy-control-missing"),
            ("directory.pdc-emulator", "fail", "directory-pdc-emulator-closed"),
        ],
    )
    .await;
    let forest = facts.forest.as_result().expect("a forest");
    assert_eq!(forest.name, "lab.test");
    let domains = facts.domains.as_result().expect("domains");
    assert_eq!((domains[0].netbios_name.as_str(), domains[0].pdc_emulator.as_deref()), ("LAB", Some(HOST)));
    let ports = facts.pdc_ports.as_result().expect("ports");
    let broke = |port: u16| ports.iter().find(|seen| seen.port == port).expect("tried").broke.clone();
    for port in [53, 88, 389, 464, 636] {
        assert_eq!(broke(port), None, "{port}");
    }
    assert_eq!((broke(135), broke(445)), (Some(Break::Refused), Some(Break::Refused)));
    let account = facts.connector_account.as_result().expect("an account");
    let groups: Vec<&str> = account.groups.iter().map(|group| group.name.as_str()).collect();
    for group in [r"LAB\Helpdesk", r"LAB\Tier2", r"LAB\Domain Users", r"BUILTIN\Users"] {
        assert!(groups.contains(&group), "{group} in {groups:?}");
    }
    let expected = RightEffect::Granted { to: format!(r"LAB\{CONNECTOR}"), at: ROOT.into() };
    for (right, effect) in effects(&facts.test_user_rights) {
        assert_eq!(effect, expected, "{right:?}");
    }
    let sam = sam_server(&facts);
    assert!(granted_to(sam, r"NT AUTHORITY\Authenticated Users"), "{sam:?}");
    let members = sam.compatible_access.as_result().expect("members");
    assert_eq!((members.len(), members[0].sid.as_str()), (1, "S-1-5-11"));
    let clock = facts.clock.as_result().expect("a clock");
    assert!(clock.ahead_s.unsigned_abs() <= u64::from(clock.uncertainty_s), "{clock:?}");
    an_ordinary_account_sees_what_it_may(&domain, &facts).await;
}

/// What an ordinary account sees is the same, or missing with a reason, and never better.
async fn an_ordinary_account_sees_what_it_may(domain: &Domain, all: &DirectoryFacts) {
    let facts = domain.look(&domain.request_as("reader@lab.test", "Us3r!Pass-Reader")).await.expect("a look");
    assert_eq!(facts.forest, all.forest);
    assert_eq!(facts.domains, all.domains);
    assert_eq!(facts.policies, all.policies);
    assert_eq!(effects(&facts.test_user_rights), effects(&all.test_user_rights));
    assert_eq!(facts.sam_servers, all.sam_servers);
    match facts.fine_grained_policy {
        Seen::Seen(None) | Seen::Missing(Unavailable::PermissionMissing { .. }) => {}
        other => panic!("{other:?}"),
    }
}

fn sam_server(facts: &DirectoryFacts) -> &SamServer {
    facts.sam_servers.as_result().expect("samServer objects").first().expect("one")
}

/// Whether every right on the object is granted to this principal.
fn granted_to(server: &SamServer, whom: &str) -> bool {
    server.rights.iter().all(|seen| matches!(&seen.effect, RightEffect::Granted { to, .. } if to == whom))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_way_of_looking_up_accounts_open_narrowed_and_closed() {
    if !available() {
        return;
    }
    let item = "directory.sam-restriction";
    let sees = async |domain: &Domain| {
        truth::sees(&mut truth::as_connector(domain).await, &format!("CN=Server,CN=System,{ROOT}")).await
    };
    let (domain, facts) = story(&["sam-server-narrow"], &[(item, "pass", "directory-sam-restriction-absent")]).await;
    assert!(granted_to(sam_server(&facts), r"BUILTIN\Pre-Windows 2000 Compatible Access"), "{:?}", facts.sam_servers);
    assert!(sees(&domain).await);

    let (domain, facts) = story(&["sam-server-closed"], &[(item, "fail", "directory-sam-server-lacking")]).await;
    let rights = &sam_server(&facts).rights;
    // Listing is given at the domain's root, too.
    let lacking: Vec<SamRight> =
        rights.iter().filter(|seen| seen.effect == RightEffect::NotGranted).map(|seen| seen.right).collect();
    assert_eq!(lacking, [SamRight::ReadProperties, SamRight::ReadPermissions], "{rights:?}");
    assert!(!sees(&domain).await);

    // No member shown is not no member, so that nothing is said; in truth there is none.
    let (domain, facts) =
        story(&["sam-server-narrow", "nobody-compatible"], &[(item, "could_not_check", "unavailable-inconclusive")])
            .await;
    assert!(matches!(sam_server(&facts).compatible_access, Seen::Missing(Unavailable::PermissionMissing { .. })));
    assert!(!sees(&domain).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_right_missing() {
    if !available() {
        return;
    }
    for (change, right) in [
        ("no-reset-password", Right::ResetPassword),
        ("no-lockout-time", Right::WriteLockoutTime),
        ("no-pwd-last-set", Right::WritePwdLastSet),
    ] {
        let (_, facts) = story(
            &[change],
            &[
                ("directory.connector-rights", "fail", "directory-connector-rights-lacking"),
                ("directory.test-user-rights", "fail", "directory-test-user-rights-missing"),
            ],
        )
        .await;
        for (other, effect) in effects(&facts.test_user_rights) {
            assert_eq!(effect == RightEffect::NotGranted, other == right, "{change}: {other:?} {effect:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_may_unexpire() {
    if !available() {
        return;
    }
    let lacking = ("directory.connector-rights", "fail", "directory-connector-rights-lacking");
    let (_, facts) = story(&["no-unexpire"], &[lacking, RIGHTS_HELD[1]]).await;
    let rights = facts.domain_rights.as_result().expect("rights")[0].rights.clone();
    assert_eq!(effects(&rights.into())[&Right::UnexpirePassword], RightEffect::NotGranted);
}

#[tokio::test(flavor = "multi_thread")]
async fn denied_through_a_nested_group() {
    if !available() {
        return;
    }
    let denied = ("directory.test-user-rights", "fail", "directory-test-user-rights-denied");
    let (_, facts) = story(&["denied-to-nested-group"], &[RIGHTS_HELD[0], denied]).await;
    let effect = effects(&facts.test_user_rights)[&Right::ResetPassword].clone();
    assert_eq!(effect, RightEffect::Denied { to: r"LAB\Tier2".into(), at: STAFF.into() });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_denial_to_somebody_else_denies_nothing() {
    if !available() {
        return;
    }
    story(&["denied-to-strangers"], &RIGHTS_HELD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_closed_to_inheritance() {
    if !available() {
        return;
    }
    let stopped = ("directory.test-user-rights", "fail", "directory-test-user-rights-stopped");
    let (_, facts) = story(&["closed-unit"], &[RIGHTS_HELD[0], stopped]).await;
    for (right, effect) in effects(&facts.test_user_rights) {
        assert_eq!(effect, RightEffect::InheritanceStops { at: STAFF.into() }, "{right:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_protected_user() {
    if !available() {
        return;
    }
    let protected = ("directory.test-user-rights", "fail", "directory-test-user-rights-protected");
    let (_, facts) = story(&["protected-user", "cannot-change-password"], &[RIGHTS_HELD[0], protected]).await;
    let user = facts.test_user.as_result().expect("a user");
    assert!(user.admin_count && !user.inheritance_on && user.cannot_change_password && user.enabled);
    assert!(user.protected_groups.contains(&"Domain Admins".to_owned()), "{:?}", user.protected_groups);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connector_that_is_an_administrator() {
    if !available() {
        return;
    }
    story(
        &["privileged-connector"],
        &[
            ("directory.connector-account", "warn", "directory-connector-account-privileged"),
            ("directory.test-user-rights", "warn", "directory-test-user-rights-by-privilege"),
        ],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minimum_age_of_a_day() {
    if !available() {
        return;
    }
    let window = ("directory.password-policy", "warn", "directory-password-policy-window");
    let (domain, facts) = story(&["minimum-age"], &[RIGHTS_HELD[0], RIGHTS_HELD[1], window]).await;
    assert_eq!(facts.policies.as_result().expect("policies")[0].minimum_age_s, 86_400);
    // The truth: the reset of the story was let through, and a change by the user right after it is refused.
    let dn = facts.test_user.as_result().expect("a user").dn.clone();
    let mut admin = truth::sign_in(&domain, "Administrator@lab.test", PASSWORD).await;
    let fresh = Mod::Replace(b"unicodePwd".to_vec(), HashSet::from([truth::quoted("Fr3sh!Passw0rd-8")]));
    assert_eq!(admin.modify(&dn, vec![fresh]).await.expect("an answer").rc, 0);
    let mut tess = truth::sign_in(&domain, TESS, "Fr3sh!Passw0rd-8").await;
    let change = vec![
        Mod::Delete(b"unicodePwd".to_vec(), HashSet::from([truth::quoted("Fr3sh!Passw0rd-8")])),
        Mod::Add(b"unicodePwd".to_vec(), HashSet::from([truth::quoted("N3xt!Passw0rd-9")])),
    ];
    assert_eq!(tess.modify(&dn, change).await.expect("an answer").rc, truth::POLICY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fine_grained_policy_is_seen_or_said_to_be_unseen() {
    if !available() {
        return;
    }
    let window = ("directory.password-policy", "warn", "directory-password-policy-window");
    let (domain, facts) = story(&["fine-grained"], &[window]).await;
    let policy = FineGrainedPolicy { name: "Staff policy".into(), minimum_age_s: 86_400 };
    assert_eq!(facts.fine_grained_policy, Seen::Seen(Some(policy.clone())));
    let reader = domain.look(&domain.request_as("reader@lab.test", "Us3r!Pass-Reader")).await.expect("a look");
    match reader.fine_grained_policy {
        Seen::Missing(Unavailable::PermissionMissing { .. }) => {}
        Seen::Seen(Some(seen)) => assert_eq!(seen, policy),
        other => panic!("nothing seen is not none: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_controller_that_does_not_answer() {
    if !available() {
        return;
    }
    let old = ("directory.server-versions", "fail", "directory-server-versions-once-allowed");
    let (_, facts) = story(&["old-controller"], &[old]).await;
    let controllers = facts.controllers.as_result().expect("controllers");
    let second = controllers.iter().find(|one| one.host == "dc2.lab.test").expect("listed");
    assert_eq!((second.os_version.as_str(), second.service_pack.as_deref()), ("6.1 (7601)", Some("Service Pack 1")));
    assert!(second.writable && second.supported_controls.as_result().is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_controller_that_is_not_in_the_list_of_sites_is_not_passed_over() {
    if !available() {
        return;
    }
    let old = ("directory.server-versions", "fail", "directory-server-versions-once-allowed");
    story(&["hidden-controller"], &[old]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pdc_emulator_that_moved() {
    if !available() {
        return;
    }
    let closed = ("directory.pdc-emulator", "fail", "directory-pdc-emulator-closed");
    let (_, facts) = story(&["moved-pdc"], &[closed]).await;
    assert_eq!(facts.domains.as_result().expect("domains")[0].pdc_emulator.as_deref(), Some("dc2.lab.test"));
    let ports = facts.pdc_ports.as_result().expect("ports");
    assert!(ports.iter().all(|seen| seen.host == "dc2.lab.test" && seen.broke.is_some()), "{ports:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_with_every_character_that_must_be_escaped() {
    if !available() {
        return;
    }
    let (domain, facts) = story(&["awkward-names"], &RIGHTS_HELD).await;
    let mut admin = truth::sign_in(&domain, "Administrator@lab.test", PASSWORD).await;
    assert_eq!(facts.test_user.as_result().expect("a user").dn, truth::dn_of(&mut admin, "Tess").await);
}
