//! Certificates: from DER to the facts kept of them.

use jiff::Timestamp;
use rustls::pki_types::CertificateDer;
use sha2::{Digest, Sha256};
use x509_parser::{
    prelude::{FromDer, GeneralName, X509Certificate},
    x509::X509Name,
};

use crate::facts::network::Certificate;

/// The most certificates of a chain that are kept.
const LONGEST_CHAIN: usize = 16;

/// What is kept of a presented chain, leaf first. A certificate that cannot be read is left out.
pub(super) fn chain(presented: &[CertificateDer<'_>]) -> Vec<Certificate> {
    presented.iter().take(LONGEST_CHAIN).filter_map(|der| certificate(der)).collect()
}

fn certificate(der: &[u8]) -> Option<Certificate> {
    let (_, read) = X509Certificate::from_der(der).ok()?;
    let time = |time: x509_parser::time::ASN1Time| Timestamp::from_second(time.timestamp()).ok();
    let names = read.subject_alternative_name().ok().flatten().map_or_else(Vec::new, |extension| {
        let of = |name: &GeneralName<'_>| match name {
            GeneralName::DNSName(name) => Some((*name).to_owned()),
            GeneralName::IPAddress(bytes) => address(bytes),
            _ => None,
        };
        extension.value.general_names.iter().filter_map(of).collect()
    });
    Some(Certificate {
        subject: read.subject().to_string(),
        issuer: read.issuer().to_string(),
        not_before: time(read.validity().not_before)?,
        not_after: time(read.validity().not_after)?,
        names,
        sha256: Sha256::digest(der).iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

fn address(bytes: &[u8]) -> Option<String> {
    let four = <[u8; 4]>::try_from(bytes).map(|octets| std::net::IpAddr::from(octets).to_string());
    four.or_else(|_| <[u8; 16]>::try_from(bytes).map(|octets| std::net::IpAddr::from(octets).to_string())).ok()
}

/// Who signed a certificate, in short: the common name, or the organisation, or all of it.
pub(super) fn issuer(der: &[u8]) -> String {
    let Ok((_, read)) = X509Certificate::from_der(der) else { return String::new() };
    short(read.issuer())
}

/// True when a certificate names itself as its issuer.
pub(super) fn names_itself(der: &[u8]) -> bool {
    X509Certificate::from_der(der).is_ok_and(|(_, read)| read.issuer().as_raw() == read.subject().as_raw())
}

fn short(name: &X509Name<'_>) -> String {
    let first = name.iter_common_name().chain(name.iter_organization()).find_map(|part| part.as_str().ok());
    first.map_or_else(|| name.to_string(), ToOwned::to_owned)
}
