//! The ladder: not signed in, wrong tenant, consent missing, role missing, licence missing, not in this cloud, offline.
//! On every rung nothing passes that rests on what is missing, and there is a way to go on.

use std::collections::BTreeSet;

use readiness_core::{
    Language, Secret, Words,
    collect::{
        Reporter,
        tenant::{CloudAddress, Graph, SignIn, TenantRequest, look, open_questions, sign_in, ways_on},
    },
    facts::{Seen, Unavailable, tenant::TenantFacts},
    reference::{Cloud as Place, Reference},
};
use serde_json::json;

use crate::{
    cloud::{Cloud, Fault, State},
    look::{facts, facts_of, judged, pasted, reference, said, settings},
    tenant::*,
};

/// The items that passed.
fn passed(facts: TenantFacts) -> BTreeSet<String> {
    judged(facts).into_iter().filter(|(_, finding)| finding.verdict.name() == "pass").map(|(item, _)| item).collect()
}

async fn changed(change: impl FnOnce(&mut State)) -> TenantFacts {
    let cloud = Cloud::start().await;
    change(&mut cloud.state());
    facts(&cloud).await
}

#[tokio::test]
async fn without_any_rung_missing_what_can_pass_passes() {
    let cloud = Cloud::start().await;
    let seen = facts(&cloud).await;
    cloud.was_sound();
    let open: Vec<_> = open_questions(&seen).into_iter().map(|(question, _)| question.key()).collect();
    assert_eq!(open, ["features"], "only what needs a Global Administrator");
    let expected = [
        "account.admin-cloud",
        "account.admin-role",
        "licence.admin",
        "licence.cloud-only-users",
        "licence.tenant-owns",
        "licence.test-user",
        "sync.environment-prepared",
        "tenant.test-user-registered",
    ];
    let passed = passed(seen);
    for item in expected.iter().filter(|item| **item != "licence.cloud-only-users") {
        assert!(passed.contains(*item), "{item}: {passed:?}");
    }
}

#[tokio::test]
async fn a_sign_in_that_ends_is_renewed_once_and_then_asked_for() {
    let cloud = Cloud::start().await;
    let graph = crate::look::graph(&cloud, SignIn::DeviceCode, &settings()).await;
    let request = TenantRequest::of(&subject(), Default::default());
    let reference = crate::look::reference(&cloud);
    let silent: Reporter = std::sync::Arc::new(|_| {});
    cloud.expire();
    let renewed = look(&graph, &request, &reference, &silent).await;
    assert!(matches!(renewed.licences, Seen::Seen(_)), "{:?}", renewed.licences);
    // Now the refresh token is refused too.
    cloud.expire();
    cloud.state().faults.push(Fault::sign_in("/oauth2/v2.0/token", "invalid_grant", "AADSTS700082"));
    let ended = look(&graph, &request, &reference, &silent).await;
    assert!(open_questions(&ended).iter().all(|(_, why)| **why == Unavailable::NotSignedIn), "{ended:?}");
    assert!(passed(ended).is_empty());
}

#[tokio::test]
async fn another_tenant_is_not_looked_at() {
    let seen = changed(|state| {
        state.graph.get_mut(ORGANIZATION).expect("there")["value"][0]["verifiedDomains"] =
            json!([{ "name": "fabrikam.com" }]);
    })
    .await;
    let wrong = Unavailable::WrongTenant { found: "fabrikam.com".into(), wanted: "contoso.com".into() };
    assert!(open_questions(&seen).iter().all(|(_, why)| **why == wrong), "{seen:?}");
    assert!(passed(seen).is_empty());
}

#[tokio::test]
async fn a_pasted_token_of_an_unknown_tenant_is_worth_nothing() {
    let cloud = Cloud::start().await;
    cloud.state().faults.push(Fault::error("/organization", 403, "Authorization_RequestDenied"));
    let graph = crate::look::graph(&cloud, pasted(&cloud), &settings()).await;
    let request = TenantRequest::of(&subject(), Default::default());
    let silent: Reporter = std::sync::Arc::new(|_| {});
    let seen = look(&graph, &request, &reference(&cloud), &silent).await;
    assert!(
        matches!(&seen.licences, Seen::Missing(Unavailable::Inconclusive { why }) if why.id == "tenant-not-known"),
        "{seen:?}"
    );
    assert!(passed(seen).is_empty());
}

/// Each call alone, refused: with the scope, with the role; the items that then must not pass.
#[tokio::test]
async fn a_call_that_is_refused_costs_its_own_items_and_no_others() {
    let whole = changed(|_| {}).await;
    let all = passed(whole);
    let calls: [(&'static str, &str, &[&str]); 7] = [
        ("/subscribedSkus", "LicenseAssignment.Read.All", &["licence.tenant-owns"]),
        ("/organization", "Organization.Read.All", &["sync.environment-prepared"]),
        ("/users/admin%40contoso.onmicrosoft.com?", "User.Read.All", &["account.admin-cloud", "account.admin-role"]),
        ("/users/tess%40contoso.com/licenseDetails", "LicenseAssignment.Read.All", &["licence.test-user"]),
        ("/roleManagement/directory/roleAssignments", "RoleManagement.Read.Directory", &["account.admin-role"]),
        ("/reports/authenticationMethods", "AuditLog.Read.All", &["tenant.test-user-registered"]),
        ("/domains", "Domain.Read.All", &["account.admin-cloud"]),
    ];
    for (path, permission, lost) in calls {
        let seen = changed(|state| {
            state.faults.push(Fault::error(path, 403, "Authorization_RequestDenied"));
            state.granted.retain(|name| name != permission);
        })
        .await;
        let named = open_questions(&seen)
            .iter()
            .any(|(_, why)| matches!(why, Unavailable::PermissionMissing { permission: found } if found == permission));
        // How a domain signs in is part of an account that was read.
        assert!(named || path == "/domains", "{path}: {:?}", open_questions(&seen));
        let lost: BTreeSet<String> = lost.iter().map(|item| (*item).to_owned()).collect();
        let left = passed(seen);
        assert!(left.is_disjoint(&lost), "{path}: {left:?}");
        let others: BTreeSet<String> = all.difference(&lost).cloned().collect();
        assert_eq!(left, others, "{path}");
    }
}

#[tokio::test]
async fn a_missing_role_is_told_from_a_missing_consent_and_from_a_missing_licence() {
    let reports = "/reports/authenticationMethods";
    for (code, expected) in [
        ("Authentication_RequestFromUnsupportedUserRole", Unavailable::RoleMissing { role: "Reports Reader".into() }),
        // Consented to, and refused all the same: the role it is.
        ("Authorization_RequestDenied", Unavailable::RoleMissing { role: "Reports Reader".into() }),
        (
            "Authentication_MSGraphPermissionMissing",
            Unavailable::PermissionMissing { permission: "AuditLog.Read.All".into() },
        ),
        ("Authentication_RequestFromNonPremiumTenantOrB2CTenant", Unavailable::LicenceMissing),
    ] {
        let seen = changed(|state| state.faults.push(Fault::error(reports, 403, code))).await;
        assert_eq!(seen.test_user_reset, Seen::Missing(expected), "{code}");
        assert!(!passed(seen).contains("tenant.test-user-registered"));
    }
    let features = changed(|_| {}).await.features;
    let needed = Unavailable::PermissionMissing { permission: "OnPremDirectorySynchronization.Read.All".into() };
    assert_eq!(features, Seen::Missing(needed));
}

#[tokio::test]
async fn eligibility_that_cannot_be_read_changes_no_verdict() {
    for (code, status) in [("AadPremiumLicenseRequired", 400), ("Authorization_RequestDenied", 403)] {
        let path = "/roleManagement/directory/roleEligibilitySchedules";
        let seen = changed(|state| state.faults.push(Fault::error(path, status, code))).await;
        assert_eq!(said(&judged(seen), "account.admin-role").0, "pass");
    }
}

#[tokio::test]
async fn a_call_that_the_cloud_does_not_have_is_said_to_be_unsupported() {
    let body = r#"{"error":{"code":"BadRequest","message":"Resource not found for the segment 'reports'."}}"#;
    let fault = Fault::error("/reports/authenticationMethods", 400, "x").body("application/json", body);
    let seen = changed(|state| state.faults.push(fault)).await;
    assert!(
        matches!(&seen.test_user_reset, Seen::Missing(Unavailable::UnsupportedHere { .. })),
        "{:?}",
        seen.test_user_reset
    );
}

#[tokio::test]
async fn offline_says_which_host_did_not_answer() {
    let cloud = Cloud::start().await;
    let gone = {
        let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        format!("http://127.0.0.1:{port}")
    };
    let text = cloud.endpoints().replace(&format!("graph = \"{}\"", cloud.base), &format!("graph = \"{gone}\""));
    let reference = Reference::from_files([("endpoints.toml".to_owned(), text)]).expect("sound");
    let mut registration = crate::look::registration(&cloud, Place::Global);
    registration.address = CloudAddress::new(reference.endpoints.cloud(Place::Global)).expect("loopback");
    let token = Secret::new(cloud.token());
    let session = sign_in(registration, SignIn::Token(token), &settings(), &|_| {}, Default::default())
        .await
        .expect("a token needs no service");
    let graph = Graph::new(session, &settings(), Default::default()).expect("a client");
    let request = TenantRequest::of(&subject(), Default::default());
    let silent: Reporter = std::sync::Arc::new(|_| {});
    let seen = look(&graph, &request, &reference, &silent).await;
    assert!(
        matches!(&seen.licences, Seen::Missing(Unavailable::Unreachable { target }) if target == "127.0.0.1"),
        "{seen:?}"
    );
    assert!(passed(seen).is_empty());
}

#[tokio::test]
async fn every_open_question_ends_in_a_place_to_look() {
    let cloud = Cloud::start().await;
    let mut unnamed = subject();
    unnamed.admin.clear();
    let seen = facts_of(&cloud, &unnamed).await;
    let open = open_questions(&seen);
    assert!(
        open.iter().any(|(_, why)| matches!(why, Unavailable::NotConfigured { what } if what == "admin")),
        "{open:?}"
    );
    let registration = crate::look::registration(&cloud, Place::Global);
    for language in Language::all() {
        let words = Words::new(&language, jiff::tz::TimeZone::UTC);
        for (question, why) in &open {
            let ways = ways_on(*question, why, &registration, &Reference::built_in(), Place::Global);
            assert!(words.say(ways.last().expect("a way")).contains("https://entra.microsoft.com"), "{question:?}");
        }
    }
}
