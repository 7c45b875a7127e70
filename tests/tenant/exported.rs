//! Answers of Graph that were saved by other means and are dropped in.

use jiff::Timestamp;
use readiness_core::{
    collect::tenant::{Exported, ExportedError, exported},
    facts::{Seen, SourceFacts, Unavailable, tenant::TenantFacts},
    reference::Reference,
};
use serde_json::{Value, json};

use crate::{
    look::{judged, said},
    tenant::*,
};

const CONTEXT: &str = "https://graph.microsoft.com/v1.0/$metadata#";

fn saved(name: &str, context: &str, body: Value) -> Exported {
    let mut body = body;
    body["@odata.context"] = format!("{CONTEXT}{context}").into();
    Exported { name: name.to_owned(), bytes: body.to_string().into_bytes(), at: Timestamp::now() }
}

fn all() -> Vec<Exported> {
    let graph = healthy();
    let of = |path: &str| graph[path].clone();
    let held = |upn: &str| of(&format!("{}/licensedetails", user_path(upn)));
    vec![
        saved("org.json", "organization(id,displayName)", of(ORGANIZATION)),
        saved("skus.json", "subscribedSkus", of(SKUS)),
        saved("domains.json", "domains", of("/domains")),
        saved("admin.json", "users(id)/$entity", of(&user_path(ADMIN))),
        saved("tess.json", "users/$entity", of(&user_path(TESS))),
        saved("admin-plans.json", &format!("users('{ADMIN_ID}')/licenseDetails"), held(ADMIN)),
        saved("tess-plans.json", "users('tess@contoso.com')/licenseDetails", held(TESS)),
        saved("roles.json", "roleManagement/directory/roleAssignments", of(ASSIGNMENTS)),
        saved("report.json", "reports/authenticationMethods/userRegistrationDetails", of(REPORT)),
        saved("audit.json", "auditLogs/directoryAudits", of(AUDITS)),
    ]
}

fn facts(files: &[Exported]) -> Result<TenantFacts, ExportedError> {
    let snapshot = exported(files, &subject(), &Reference::built_in(), "WS07")?;
    match snapshot.what {
        SourceFacts::Tenant(facts) => Ok(*facts),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_of_saved_answers_is_as_good_as_a_look() {
    let findings = judged(facts(&all()).expect("sound"));
    for item in [
        "licence.tenant-owns",
        "licence.admin",
        "licence.test-user",
        "account.admin-cloud",
        "account.admin-role",
        "tenant.test-user-registered",
        "sync.environment-prepared",
    ] {
        assert_eq!(said(&findings, item).0, "pass", "{item}: {:?}", said(&findings, item));
    }
}

#[test]
fn what_was_not_saved_was_not_looked_at_and_a_first_page_is_no_list() {
    let mut files = all();
    files.retain(|file| !file.name.starts_with("domains") && !file.name.starts_with("tess-plans"));
    let mut page = healthy()[SKUS].clone();
    page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/subscribedSkus?$skiptoken=x".into();
    files.retain(|file| file.name != "skus.json");
    files.push(saved("skus.json", "subscribedSkus", page));
    let seen = facts(&files).expect("sound");
    assert!(matches!(&seen.licences, Seen::Missing(Unavailable::NotInEvidence { .. })));
    let findings = judged(seen);
    assert_eq!(said(&findings, "account.admin-cloud"), ("could_not_check", "unavailable-inconclusive"));
    assert_eq!(said(&findings, "licence.test-user").0, "could_not_check");
    assert_eq!(said(&findings, "licence.tenant-owns").0, "could_not_check");
}

#[test]
fn a_list_without_the_administrator_proves_nothing() {
    let mut files = all();
    files.retain(|file| file.name != "roles.json");
    let others = json!({ "value": [assignment(TESS_ID, HYBRID, "/")] });
    files.push(saved("roles.json", "roleManagement/directory/roleAssignments", others));
    assert_eq!(said(&judged(facts(&files).expect("sound")), "account.admin-role").0, "could_not_check");
}

#[test]
fn files_that_do_not_belong_are_refused_by_name() {
    let with = |file: Exported| {
        let mut files = all();
        files.push(file);
        facts(&files).expect_err("refused").to_string()
    };
    assert!(with(saved("apps.json", "applications", json!({ "value": [] }))).contains("apps.json"));
    assert!(with(saved("again.json", "subscribedSkus", json!({ "value": [] }))).contains("again.json"));
    let mut other = healthy()[&user_path(TESS)].clone();
    other["userPrincipalName"] = "other@contoso.com".into();
    assert!(with(saved("other.json", "users/$entity", other)).contains("other.json"));
    let china = br#"{"@odata.context":"https://microsoftgraph.chinacloudapi.cn/v1.0/$metadata#domains","value":[]}"#;
    let china = Exported { name: "china.json".into(), bytes: china.to_vec(), at: Timestamp::now() };
    assert!(with(china).contains("china.json"));
    let nameless: Vec<Exported> = all().into_iter().filter(|file| file.name != "org.json").collect();
    assert_eq!(facts(&nameless).expect_err("refused"), ExportedError::NoOrganization);
    assert!(!Exported { name: "x".into(), bytes: b"{\"format\":1}".to_vec(), at: Timestamp::now() }.is_answer());
}
