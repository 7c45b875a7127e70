//! Chains that lead to a root or do not, and lists that revoke.

use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CertifiedIssuer, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyIdMethod, KeyPair, KeyUsagePurpose, RevokedCertParams, date_time_ymd,
};

use super::*;

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("a certificate")
}

fn leaf(authority: &Authority, change: impl FnOnce(&mut CertificateParams)) -> Vec<u8> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Lin Yue");
    params.serial_number = Some(7_u64.into());
    change(&mut params);
    let key = KeyPair::generate().expect("a key");
    params.signed_by(&key, authority).expect("a certificate").der().to_vec()
}

fn list(authority: &Authority, revoked: u64) -> Vec<u8> {
    let entry = RevokedCertParams {
        serial_number: revoked.into(),
        revocation_time: date_time_ymd(2026, 3, 1),
        reason_code: None,
        invalidity_date: None,
    };
    let list = CertificateRevocationListParams {
        this_update: date_time_ymd(2026, 3, 2),
        next_update: date_time_ymd(2026, 4, 2),
        crl_number: 1_u64.into(),
        issuing_distribution_point: None,
        revoked_certs: vec![entry],
        key_identifier_method: KeyIdMethod::Sha256,
    };
    list.signed_by(authority).expect("a list").der().to_vec()
}

fn at() -> Timestamp {
    "2026-11-25T12:00:00Z".parse().expect("a time")
}

#[test]
fn a_chain_leads_to_its_root_and_to_no_other() {
    let (own, other) = (authority("Own"), authority("Other"));
    let good = leaf(&own, |_| {});
    let roots = |authority: &Authority| vec![authority.der().clone()];
    let trust = |leaf: &[u8], authority: &Authority, purpose: Purpose| {
        let chain = Chain { leaf, others: &[], lists: &[] };
        chain.leads_to(&roots(authority), purpose, at()).map_err(|why| why.id)
    };
    let refused = |id: &str| Err(id.to_owned());
    assert_eq!(trust(&good, &own, Purpose::Signing), Ok(()));
    assert_eq!(trust(&good, &other, Purpose::Signing), refused("verify-unknown-issuer"));
    assert_eq!(trust(&good, &own, Purpose::TimeStamping), refused("verify-not-for-signing"));
    let expired = leaf(&own, |params| params.not_after = date_time_ymd(2026, 1, 1));
    assert_eq!(trust(&expired, &own, Purpose::Signing), refused("verify-expired"));
    let future = leaf(&own, |params| params.not_before = date_time_ymd(2027, 1, 1));
    assert_eq!(trust(&future, &own, Purpose::Signing), refused("verify-not-yet-valid"));
    let server = leaf(&own, |params| params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth]);
    assert_eq!(trust(&server, &own, Purpose::Signing), refused("verify-not-for-signing"));
    let above = leaf(&own, |params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
    assert_eq!(trust(&above, &own, Purpose::Signing), refused("verify-authority-signed"));
    assert!(trust(b"no certificate", &own, Purpose::Signing).is_err());
}

#[test]
fn only_a_list_of_the_issuer_revokes() {
    let (own, other) = (authority("Own"), authority("Other"));
    let good = leaf(&own, |_| {});
    let known = |lists: &[Vec<u8>]| {
        let chain = Chain { leaf: &good, others: &[], lists };
        chain.revocation(&[own.der().clone()], Purpose::Signing, at())
    };
    assert_eq!(known(&[]), Revocation::NotChecked);
    let made: Timestamp = "2026-03-02T00:00:00Z".parse().expect("a time");
    assert_eq!(known(&[list(&own, 8)]), Revocation::Good(made));
    assert_eq!(known(&[list(&other, 7), b"no list".to_vec()]), Revocation::NotChecked);
    let since: Timestamp = "2026-03-01T00:00:00Z".parse().expect("a time");
    let revoked = Revocation::Revoked { name: "Lin Yue".to_owned(), since };
    assert_eq!(known(&[list(&own, 8), list(&own, 7)]), revoked);
}

#[test]
fn an_authority_that_was_revoked_takes_its_certificates_with_it() {
    let root = authority("Root");
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Branch");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.serial_number = Some(9_u64.into());
    let branch = CertifiedIssuer::signed_by(params, KeyPair::generate().expect("a key"), &root).expect("a certificate");
    let good = leaf(&branch, |_| {});
    let others = [branch.der().to_vec()];
    let known = |lists: &[Vec<u8>]| {
        let chain = Chain { leaf: &good, others: &others, lists };
        assert_eq!(chain.leads_to(&[root.der().clone()], Purpose::Signing, at()), Ok(()));
        chain.revocation(&[root.der().clone()], Purpose::Signing, at())
    };
    // The root's list does not speak of what the branch issued.
    assert_eq!(known(&[list(&root, 7)]), Revocation::NotChecked);
    let since: Timestamp = "2026-03-01T00:00:00Z".parse().expect("a time");
    let revoked = Revocation::Revoked { name: "Branch".to_owned(), since };
    assert_eq!(known(&[list(&branch, 8), list(&root, 9)]), revoked);
}

#[test]
fn what_a_certificate_says_of_itself() {
    let own = authority("Own");
    let read = Certificate::read(&leaf(&own, |_| {})).expect("sound");
    assert_eq!((read.name.as_str(), read.issuer_name.as_str(), read.self_signed), ("Lin Yue", "Own", false));
    let cipher = leaf(&own, |params| params.key_usages = vec![KeyUsagePurpose::KeyAgreement]);
    let cipher = Certificate::read(&cipher).expect("sound");
    assert_eq!(cipher.may_sign_at(at()).map_err(|why| why.id), Err("verify-not-for-signing".to_owned()));
    assert!(Certificate::read(b"").is_none());
}
