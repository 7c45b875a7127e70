//! The truth about rights: what really happens when the connector account uses them.

use std::{collections::HashSet, sync::Arc};

use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, Mod, Scope, SearchEntry, StdStream};
use readiness_core::facts::directory::Right;

use crate::samba::{CONNECTOR, Domain, HOST};

/// insufficientAccessRights.
const NO_RIGHT: u32 = 50;
/// constraintViolation.
pub const POLICY: u32 = 19;

/// Signs in over LDAPS, which the collector is no part of.
pub async fn sign_in(domain: &Domain, name: &str, password: &str) -> Ldap {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(domain.root.clone()).expect("a root");
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = std::net::TcpStream::connect((domain.address, 636)).expect("it listens");
    let settings = LdapConnSettings::new().set_config(Arc::new(config)).set_std_stream(StdStream::Tcp(stream));
    let url = format!("ldaps://{HOST}");
    let (connection, mut ldap) = LdapConnAsync::with_settings(settings, &url).await.expect("a connection");
    tokio::spawn(async move { connection.drive().await.ok() });
    let bound = ldap.simple_bind(name, password).await.expect("an answer");
    assert_eq!(bound.rc, 0, "{bound}");
    ldap
}

/// Signs in as the connector account.
pub async fn as_connector(domain: &Domain) -> Ldap {
    sign_in(domain, &format!("{CONNECTOR}@lab.test"), &format!("Us3r!Pass-{CONNECTOR}")).await
}

/// Whether the attributes of an object are shown.
pub async fn sees(who: &mut Ldap, dn: &str) -> bool {
    let found = who.search(dn, Scope::Base, "(objectClass=*)", vec!["objectClass"]).await.expect("an answer");
    found.0.into_iter().any(|entry| !SearchEntry::construct(entry).attrs.is_empty())
}

/// A password as `unicodePwd` wants it.
pub fn quoted(password: &str) -> Vec<u8> {
    format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether the right is really there, by using it.
pub async fn holds(ldap: &mut Ldap, dn: &str, right: Right) -> bool {
    let (attribute, value) = match right {
        Right::ResetPassword => ("unicodePwd", quoted("An0ther!Passw0rd-7")),
        Right::WriteLockoutTime => ("lockoutTime", b"0".to_vec()),
        Right::WritePwdLastSet => ("pwdLastSet", b"0".to_vec()),
        Right::UnexpirePassword => unreachable!("it is a right on the domain, and nothing uses it by itself"),
    };
    let change = Mod::Replace(attribute.as_bytes().to_vec(), HashSet::from([value]));
    match ldap.modify(dn, vec![change]).await.expect("an answer").rc {
        0 => true,
        NO_RIGHT => false,
        other => panic!("{right:?} on {dn}: unexpected result {other}"),
    }
}

/// The distinguished name of an account.
pub async fn dn_of(ldap: &mut Ldap, name: &str) -> String {
    let filter = format!("(sAMAccountName={name})");
    let found = ldap.search("DC=lab,DC=test", Scope::Subtree, &filter, vec!["cn"]).await.expect("an answer");
    SearchEntry::construct(found.0.into_iter().next().expect("an account")).dn
}
