//! A forest of two domains. Samba makes no second domain of a forest: these are two forests, of which each was told what
//! a look asks it about the other, so that sign-in works by the same name and password in both, and no group of one
//! holds anybody of the other.

use readiness_core::{
    collect::{
        directory::{DirectoryRequest, Security, Server, Start, Trouble},
        network::{NetworkSettings, ResolveOverride},
    },
    facts::directory::{Right, RightEffect},
};

use crate::samba::{CHILD_HOST, Domain, HOST, available, look};

fn server(host: &str) -> Start {
    Start::Server(Server { host: host.into(), port: 636, security: Security::Tls })
}

/// A request that names a controller of each, and settings under which both are found and trusted.
fn both(root: &Domain, child: &Domain) -> (DirectoryRequest, NetworkSettings) {
    let request = DirectoryRequest { starts: vec![server(HOST), server(CHILD_HOST)], ..root.request() };
    let mut settings = root.settings();
    settings.resolve.push(ResolveOverride { host: CHILD_HOST.into(), address: child.address.into(), port: None });
    settings.extra_roots.push(child.root.clone());
    (request, settings)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_domain_of_a_forest_is_looked_at() {
    if !available() {
        return;
    }
    let (root, child) = (Domain::with(&["lists-child"]), Domain::child(&["joined-to-root"]));
    let (request, settings) = both(&root, &child);
    let facts = look(&request, &settings).await.expect("a look");

    let domains = facts.domains.as_result().expect("domains");
    let mut found: Vec<(&str, Option<&str>)> =
        domains.iter().map(|domain| (domain.dns_name.as_str(), domain.pdc_emulator.as_deref())).collect();
    found.sort_unstable();
    // The role's holder stands in a list that each of the two keeps for itself.
    assert_eq!(found, [("child.lab.test", None), ("lab.test", Some(HOST))]);
    let age = |domain: &str| {
        let policies = facts.policies.as_result().expect("policies");
        policies.iter().find(|policy| policy.domain == domain).map(|policy| policy.minimum_age_s)
    };
    assert_eq!((age("lab.test"), age("child.lab.test")), (Some(0), Some(86_400)));
    let effect = |domain: &str, right: Right| {
        let rights = facts.domain_rights.as_result().expect("rights");
        let rights = &rights.iter().find(|seen| seen.domain == domain).expect("its root").rights;
        rights.iter().find(|seen| seen.right == right).expect("listed").effect.clone()
    };
    assert!(matches!(effect("lab.test", Right::ResetPassword), RightEffect::Granted { .. }));
    // The domain that was forgotten when the rights were given. Whether its administrators hold the account, only its
    // controllers know.
    let forgotten = effect("child.lab.test", Right::ResetPassword);
    let expected =
        RightEffect::Undecided { to: r"BUILTIN\Administrators".into(), at: "DC=child,DC=lab,DC=test".into() };
    assert_eq!(forgotten, expected);
    assert_eq!(facts.sam_servers.as_result().expect("samServer objects").len(), 2);

    // Its controller is not there: what was to be read of it is missing, and nothing passes for it.
    drop(child);
    let alone = look(&request, &settings).await.expect("a look");
    assert!(alone.domains.as_result().is_err(), "{:?}", alone.domains);
    assert_eq!(alone.policies.as_result().expect("policies").len(), 1);
    let rights = alone.domain_rights.as_result().expect("rights");
    let unread = rights.iter().find(|seen| seen.domain == "child.lab.test").expect("its root");
    assert!(unread.rights.iter().all(|seen| seen.effect == RightEffect::Unreadable), "{unread:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_another_forest_is_refused() {
    if !available() {
        return;
    }
    let (root, child) = (Domain::with(&[]), Domain::child(&[]));
    let (request, settings) = both(&root, &child);
    let trouble = look(&request, &settings).await.expect_err("two forests");
    let expected = Trouble::OtherForest { named: format!("{CHILD_HOST}:636"), forest: "lab.test".into() };
    assert_eq!(trouble, expected);
    assert_eq!(trouble.message().id, "directory-trouble-other-forest");

    let starts = vec![server(HOST), Start::domain("other.test").expect("a name")];
    let trouble = look(&DirectoryRequest { starts, ..root.request() }, &settings).await.expect_err("no domain of it");
    assert_eq!(trouble, Trouble::OtherForest { named: "other.test".into(), forest: "lab.test".into() });
}
