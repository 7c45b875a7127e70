//! What the loopback cloud holds: one tenant in which everything is as it must be, to be changed by each story.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp};
use readiness_core::Subject;
use serde_json::{Value, json};

pub const ID: &str = "0a1b2c3d-0000-4000-8000-00000000c0de";
pub const ADMIN: &str = "admin@contoso.onmicrosoft.com";
pub const ADMIN_ID: &str = "aaaaaaaa-0000-4000-8000-000000000001";
pub const TESS: &str = "tess@contoso.com";
pub const TESS_ID: &str = "aaaaaaaa-0000-4000-8000-000000000002";
pub const GROUP_ID: &str = "aaaaaaaa-0000-4000-8000-0000000000f0";
pub const HYBRID: &str = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2";
pub const P1: &str = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

/// What the program asks for.
pub const PERMISSIONS: [&str; 7] = [
    "Organization.Read.All",
    "LicenseAssignment.Read.All",
    "User.Read.All",
    "Domain.Read.All",
    "RoleManagement.Read.Directory",
    "GroupMember.Read.All",
    "AuditLog.Read.All",
];

pub const SKUS: &str = "/subscribedskus";
pub const ORGANIZATION: &str = "/organization";
pub const AUDITS: &str = "/auditlogs/directoryaudits";
pub const ASSIGNMENTS: &str = "/rolemanagement/directory/roleassignments";
pub const ELIGIBLE: &str = "/rolemanagement/directory/roleeligibilityschedules";
pub const REPORT: &str = "/reports/authenticationmethods/userregistrationdetails";

pub fn subject() -> Subject {
    Subject {
        organisation: "Contoso".into(),
        tenant: "contoso.com".into(),
        admin: ADMIN.into(),
        test_user: TESS.into(),
        ..Subject::default()
    }
}

pub fn user_path(upn: &str) -> String {
    format!("/users/{}", upn.to_lowercase())
}

pub fn registration_path() -> String {
    format!("{REPORT}/{TESS_ID}")
}

/// Some minutes ago, as Graph writes it.
pub fn ago(minutes: i64) -> String {
    (Timestamp::now() - SignedDuration::from_mins(minutes)).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

pub fn plan(id: &str, name: &str, status: &str) -> Value {
    json!({ "servicePlanId": id, "servicePlanName": name, "provisioningStatus": status, "appliesTo": "User" })
}

pub fn ems() -> Value {
    json!({
        "skuId": "efccb6f7-5641-4e0e-bd10-b4976e1bf68e", "skuPartNumber": "EMS", "capabilityStatus": "Enabled",
        "appliesTo": "User", "consumedUnits": 14,
        "prepaidUnits": { "enabled": 25, "lockedOut": 0, "suspended": 0, "warning": 0 },
        "servicePlans": [plan(P1, "AAD_PREMIUM", "Success")],
    })
}

pub fn held() -> Value {
    json!({ "value": [{ "skuId": "efccb6f7-5641-4e0e-bd10-b4976e1bf68e", "skuPartNumber": "EMS",
        "servicePlans": [plan(P1, "AAD_PREMIUM", "Success")] }] })
}

pub fn audit(minutes: i64, activity: &str, result: &str, reason: &str, target: &str) -> Value {
    json!({ "activityDateTime": ago(minutes), "activityDisplayName": activity, "result": result,
        "resultReason": reason, "loggedByService": "Self-service Password Management",
        "targetResources": [{ "id": TESS_ID, "type": "User", "userPrincipalName": target }] })
}

pub fn assignment(principal: &str, role: &str, scope: &str) -> Value {
    json!({ "id": "x", "principalId": principal, "roleDefinitionId": role, "directoryScopeId": scope })
}

pub fn healthy() -> BTreeMap<String, Value> {
    let user = |id: &str, upn: &str, synced: bool| {
        json!({ "id": id, "userPrincipalName": upn, "userType": "Member", "accountEnabled": true,
            "onPremisesSyncEnabled": if synced { json!(true) } else { Value::Null },
            "onPremisesImmutableId": if synced { json!("kWqSx0b2T0mZ1c2d3e4f5g==") } else { Value::Null },
            "onPremisesSecurityIdentifier": if synced { json!("S-1-5-21-1-2-3-1104") } else { Value::Null },
            "onPremisesDistinguishedName": if synced { json!("CN=Tess,OU=Staff,DC=contoso,DC=local") } else { Value::Null } })
    };
    let registration = json!({ "id": TESS_ID, "userPrincipalName": TESS, "isSsprEnabled": true,
        "isSsprRegistered": true, "isSsprCapable": true, "isAdmin": false,
        "methodsRegistered": ["mobilePhone", "email"] });
    let domain = |name: &str| json!({ "id": name, "authenticationType": "Managed", "isVerified": true });
    [
        (
            ORGANIZATION.to_owned(),
            json!({ "value": [{ "id": ID, "displayName": "Contoso",
                "verifiedDomains": [{ "name": "contoso.com" }, { "name": "contoso.onmicrosoft.com" }],
                "onPremisesSyncEnabled": true, "onPremisesLastSyncDateTime": ago(25) }] }),
        ),
        ("/domains".to_owned(), json!({ "value": [domain("contoso.com"), domain("contoso.onmicrosoft.com")] })),
        (SKUS.to_owned(), json!({ "value": [ems()] })),
        (user_path(ADMIN), user(ADMIN_ID, ADMIN, false)),
        (user_path(TESS), user(TESS_ID, TESS, true)),
        (format!("{}/licensedetails", user_path(ADMIN)), held()),
        (format!("{}/licensedetails", user_path(TESS)), held()),
        (
            format!("{}/transitivememberof/microsoft.graph.group", user_path(ADMIN)),
            json!({ "value": [{ "id": GROUP_ID, "displayName": "Tier 0" }] }),
        ),
        (ASSIGNMENTS.to_owned(), json!({ "value": [assignment(ADMIN_ID, HYBRID, "/")] })),
        (ELIGIBLE.to_owned(), json!({ "value": [] })),
        (registration_path(), registration.clone()),
        (REPORT.to_owned(), json!({ "value": [registration] })),
        (
            AUDITS.to_owned(),
            json!({ "value": [
                audit(60, "Reset password (self-service)", "success", "", TESS),
                audit(600, "Enable password writeback for directory", "success", "", ""),
            ] }),
        ),
        (
            "/directory/onpremisessynchronization".to_owned(),
            json!({ "error": { "code": "Authorization_RequestDenied", "message": "no" } }),
        ),
        (
            "/admin/serviceannouncement/healthoverviews".to_owned(),
            json!({ "value": [{ "id": "x", "service": "Microsoft Entra", "status": "serviceOperational" }] }),
        ),
        ("/users".to_owned(), json!({ "value": [] })),
    ]
    .into_iter()
    .collect()
}

/// The certificate of the test application, without its key.
pub fn certificate() -> Vec<u8> {
    let pem = include_str!("application.pem");
    let (_, rest) = pem.split_once("-----BEGIN CERTIFICATE-----").expect("a certificate");
    let (body, _) = rest.split_once("-----END CERTIFICATE-----").expect("its end");
    STANDARD.decode(body.split_whitespace().collect::<String>()).expect("base64")
}
