//! A time-stamp token (RFC 3161): a server states that it saw a signature at a time.

use der::{Any, Decode as _, Encode as _, Tagged as _, asn1::OctetString};
use jiff::Timestamp;
use rustls::pki_types::CertificateDer;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::{
    certificate::{Certificate, Chain, Purpose, Revocation},
    oid, signed_data,
};
use crate::{Message, msg};

/// What a sound token says.
pub(in crate::report) struct Token {
    /// When the server saw the signature.
    pub(in crate::report) at: Timestamp,
    /// Number of the question it answers, without leading zeros.
    pub(in crate::report) nonce: Option<Vec<u8>>,
    /// The server's certificate.
    pub(in crate::report) by: Certificate,
    /// Whether a chain leads from it to a root.
    pub(in crate::report) trust: Result<(), Message>,
}

/// Reads a token about a signature value. `lists` are revocation lists besides those in the token.
///
/// # Errors
/// It cannot be read, is about something else, or is not soundly signed.
pub(in crate::report) fn read(
    der: &[u8],
    value: &[u8],
    roots: &[CertificateDer<'_>],
    lists: &[Vec<u8>],
) -> Result<Token, Message> {
    let unreadable = || msg!("verify-time-stamp-unreadable");
    let signed = signed_data::check(der, oid::TST_INFO, None)?;
    let content = signed.content.as_deref().ok_or_else(unreadable)?;
    // TSTInfo ::= SEQUENCE { version, policy, messageImprint, serialNumber, genTime, accuracy?, ordering?, nonce?, ... }
    let parts = Vec::<Any>::from_der(content).map_err(|_| unreadable())?;
    let imprint: Vec<Any> = parts.get(2).and_then(|part| part.decode_as().ok()).ok_or_else(unreadable)?;
    let algorithm: spki::AlgorithmIdentifierOwned =
        imprint.first().and_then(|part| part.decode_as().ok()).ok_or_else(unreadable)?;
    let digest: OctetString = imprint.get(1).and_then(|part| part.decode_as().ok()).ok_or_else(unreadable)?;
    let wanted = match algorithm.oid {
        oid::SHA256 => Sha256::digest(value).to_vec(),
        oid::SHA384 => Sha384::digest(value).to_vec(),
        oid::SHA512 => Sha512::digest(value).to_vec(),
        _ => return Err(msg!("verify-weak-digest")),
    };
    if digest.as_bytes() != wanted {
        return Err(msg!("verify-time-stamp-other"));
    }
    let at = parts.get(4).and_then(time).ok_or_else(unreadable)?;
    let nonce = parts.iter().skip(5).find(|part| part.tag() == der::Tag::Integer).map(|part| {
        let bytes = part.value();
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        bytes[zeros..].to_vec()
    });
    let by = Certificate::read(&signed.certificate).ok_or_else(unreadable)?;
    let lists = [signed.lists.as_slice(), lists].concat();
    let chain = Chain { leaf: &signed.certificate, others: &signed.others, lists: &lists };
    // Whether the server's certificate held is asked for the time that the token states. One that was revoked since may
    // have been stolen before, and could state any time.
    let trust = chain.leads_to(roots, Purpose::TimeStamping, at).and_then(|()| {
        match chain.revocation(roots, Purpose::TimeStamping, at) {
            Revocation::Revoked { name, since } => Err(msg!("verify-revoked", name = name, since = since)),
            Revocation::Good(_) | Revocation::NotChecked => Ok(()),
        }
    });
    Ok(Token { at, nonce, by, trust })
}

/// GeneralizedTime, with or without a fraction of a second.
fn time(part: &Any) -> Option<Timestamp> {
    if part.tag() != der::Tag::GeneralizedTime {
        return None;
    }
    let der = part.to_der().ok()?;
    let text = std::str::from_utf8(part.value()).ok().filter(|_| der.len() < 64)?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() != 14 || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{}", &fraction[..fraction.len().min(9)]) };
    let part = |range: std::ops::Range<usize>| &whole[range];
    format!("{}-{}-{}T{}:{}:{}{fraction}Z", part(0..4), part(4..6), part(6..8), part(8..10), part(10..12), part(12..14))
        .parse()
        .ok()
}
