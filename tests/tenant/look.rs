//! What the stories share: signing in to the loopback cloud, looking, and judging what was seen.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use readiness_core::{
    Secret, Subject,
    assessment::Assessment,
    checklist,
    collect::tenant::{
        CloudAddress, Graph, Registration, Session, SignIn, SignInRefused, TenantRequest, TenantSettings, look, sign_in,
    },
    engine,
    facts::{Facts, Snapshot, SourceFacts, Vantage, tenant::TenantFacts},
    finding::Finding,
    reference::{self, Reference},
};
use tokio_util::sync::CancellationToken;

use crate::{cloud::Cloud, tenant};

pub fn reference(cloud: &Cloud) -> Reference {
    Reference::from_files([("endpoints.toml".to_owned(), cloud.endpoints())]).expect("sound")
}

pub fn settings() -> TenantSettings {
    TenantSettings {
        step_timeout: Duration::from_secs(10),
        wait_budget: Duration::from_secs(5),
        first_pause: Duration::from_millis(5),
        sign_in_timeout: Duration::from_secs(10),
        ..TenantSettings::default()
    }
}

pub fn registration(cloud: &Cloud, of: reference::Cloud) -> Registration {
    let reference = reference(cloud);
    Registration {
        address: CloudAddress::new(reference.endpoints.cloud(of)).expect("loopback"),
        tenant: "contoso.com".into(),
        client_id: "00000000-1111-4222-8333-444444444444".into(),
        permissions: tenant::PERMISSIONS.map(str::to_owned).to_vec(),
    }
}

pub async fn signed_in(cloud: &Cloud, how: SignIn) -> Result<Session, SignInRefused> {
    let registration = registration(cloud, reference::Cloud::Global);
    sign_in(registration, how, &settings(), &|_| {}, CancellationToken::new()).await
}

pub async fn graph(cloud: &Cloud, how: SignIn, settings: &TenantSettings) -> Graph {
    let session = signed_in(cloud, how).await.expect("signed in");
    Graph::new(session, settings, CancellationToken::new()).expect("a client")
}

pub fn pasted(cloud: &Cloud) -> SignIn {
    SignIn::Token(Secret::new(cloud.token()))
}

/// Looks with a device code, which gets a refresh token.
pub async fn facts(cloud: &Cloud) -> TenantFacts {
    facts_of(cloud, &tenant::subject()).await
}

pub async fn facts_of(cloud: &Cloud, subject: &Subject) -> TenantFacts {
    let graph = graph(cloud, SignIn::DeviceCode, &settings()).await;
    let request = TenantRequest::of(subject, Default::default());
    look(&graph, &request, &reference(cloud), &(Arc::new(|_| {}) as _)).await
}

/// The findings of these facts alone.
pub fn judged(facts: TenantFacts) -> Vec<(String, Finding)> {
    judged_with(facts, Facts::default())
}

pub fn judged_with(tenant: TenantFacts, mut facts: Facts) -> Vec<(String, Finding)> {
    let now = Timestamp::now();
    facts.add(Snapshot {
        vantage: Vantage::workstation("WS07"),
        seen_at: now,
        took_ms: 1,
        about: None,
        what: SourceFacts::Tenant(Box::new(tenant)),
    });
    let assessment = Assessment::new(checklist::built_in(), tenant::subject(), now);
    let plan = engine::Plan::new(&assessment, &engine::Scope::All, now);
    engine::judge(assessment.checklist(), &plan.items, &facts, &tenant::subject(), &Reference::built_in(), now)
}

/// Verdict and message id of an item.
pub fn said<'a>(findings: &'a [(String, Finding)], item: &str) -> (&'static str, &'a str) {
    let (_, finding) = findings.iter().find(|(id, _)| id == item).unwrap_or_else(|| panic!("{item} was not judged"));
    (finding.verdict.name(), finding.summary.id.as_str())
}
