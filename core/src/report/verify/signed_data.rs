//! CMS SignedData, as signatures and time stamps are: who signed, over what digest, and whether that is sound. SHA-1 and
//! MD5 are refused, also where they would match.

use cms::{
    cert::CertificateChoices,
    content_info::ContentInfo,
    revocation::RevocationInfoChoice,
    signed_data::{SignedData, SignerIdentifier, SignerInfo},
};
use const_oid::ObjectIdentifier;
use der::{Any, Decode as _, Encode as _, Tagged as _, asn1::OctetString};
use rustls::pki_types::{CertificateDer, SignatureVerificationAlgorithm};
use sha2::{Sha256, Sha384, Sha512};
use webpki::{EndEntityCert, ring as algorithms};
use x509_parser::prelude::{FromDer as _, X509Certificate};

use super::{certificate::Certificate, oid};
use crate::{Message, msg};

/// What a sound signature says.
pub(super) struct Signed {
    /// The signer's certificate in DER.
    pub(super) certificate: Vec<u8>,
    /// The other certificates.
    pub(super) others: Vec<Vec<u8>>,
    /// Revocation lists.
    pub(super) lists: Vec<Vec<u8>>,
    /// The signature value.
    pub(super) value: Vec<u8>,
    /// The time-stamp token of it, in DER.
    pub(super) token: Option<Vec<u8>>,
    /// What was signed, when it is inside.
    pub(super) content: Option<Vec<u8>>,
}

/// Reads a signature and checks it against what it is about: the parts of a document, or its own content.
///
/// # Errors
/// It cannot be read, or does not fit.
pub(super) fn check(der: &[u8], content_type: ObjectIdentifier, parts: Option<&[&[u8]]>) -> Result<Signed, Message> {
    let unreadable = || msg!("verify-signature-unreadable");
    let content = ContentInfo::from_der(der).map_err(|_| unreadable())?;
    if content.content_type != oid::SIGNED_DATA {
        return Err(unreadable());
    }
    let data: SignedData = content.content.decode_as().map_err(|_| unreadable())?;
    let [info] = data.signer_infos.0.as_slice() else { return Err(unreadable()) };
    if data.encap_content_info.econtent_type != content_type {
        return Err(unreadable());
    }
    let inside = match &data.encap_content_info.econtent {
        Some(content) => Some(content.decode_as::<OctetString>().map_err(|_| unreadable())?.as_bytes().to_vec()),
        None => None,
    };
    let certificates = certificates(&data);
    let (certificate, others) = signer(info, certificates).ok_or_else(|| msg!("verify-no-certificate"))?;
    let shown = Certificate::read(&certificate).ok_or_else(unreadable)?;
    if shown.weak {
        return Err(msg!("verify-weak-key", name = &shown.name));
    }

    // A signature over the document and content of its own at once would be about two things.
    let parts: Vec<&[u8]> = match (parts, &inside) {
        (Some(parts), None) => parts.to_vec(),
        (None, Some(content)) => vec![content.as_slice()],
        _ => return Err(unreadable()),
    };
    let attributes = info.signed_attrs.as_ref().ok_or_else(unreadable)?;
    let digest = digest(info.digest_alg.oid, &parts)?;
    let is: Option<ObjectIdentifier> = one(attributes, oid::CONTENT_TYPE).and_then(|value| value.decode_as().ok());
    let said: Option<OctetString> = one(attributes, oid::MESSAGE_DIGEST).and_then(|value| value.decode_as().ok());
    if is != Some(content_type) {
        return Err(unreadable());
    }
    if said.is_none_or(|said| said.as_bytes() != digest) {
        return Err(msg!("verify-content-changed"));
    }
    if !names_certificate(attributes, &certificate) {
        return Err(msg!("verify-other-certificate"));
    }
    let message = attributes.to_der().map_err(|_| unreadable())?;
    verify_value(info, &certificate, &message)?;

    let lists = lists(&data, attributes);
    let token = info.unsigned_attrs.as_ref().and_then(|attributes| one(attributes, oid::TIME_STAMP_TOKEN));
    Ok(Signed {
        certificate,
        others,
        lists,
        value: info.signature.as_bytes().to_vec(),
        token: token.and_then(|token| token.to_der().ok()),
        content: inside,
    })
}

fn certificates(data: &SignedData) -> Vec<Vec<u8>> {
    let all = data.certificates.iter().flat_map(|set| set.0.iter());
    let plain = all.filter_map(|choice| match choice {
        CertificateChoices::Certificate(certificate) => certificate.to_der().ok(),
        CertificateChoices::Other(_) => None,
    });
    plain.collect()
}

/// The signer's certificate, and the rest.
fn signer(info: &SignerInfo, mut certificates: Vec<Vec<u8>>) -> Option<(Vec<u8>, Vec<Vec<u8>>)> {
    let is_it = |der: &Vec<u8>| {
        let Ok((_, parsed)) = X509Certificate::from_der(der) else { return false };
        match &info.sid {
            SignerIdentifier::IssuerAndSerialNumber(wanted) => {
                let issuer = wanted.issuer.to_der().is_ok_and(|issuer| issuer == parsed.issuer().as_raw());
                issuer && wanted.serial_number.as_bytes() == parsed.raw_serial()
            }
            SignerIdentifier::SubjectKeyIdentifier(wanted) => parsed.extensions().iter().any(|extension| {
                use x509_parser::extensions::ParsedExtension;
                matches!(extension.parsed_extension(),
                    ParsedExtension::SubjectKeyIdentifier(id) if id.0 == wanted.0.as_bytes())
            }),
        }
    };
    let at = certificates.iter().position(is_it)?;
    Some((certificates.remove(at), certificates))
}

/// The value of an attribute that has exactly one.
fn one(attributes: &x509_cert::attr::Attributes, wanted: ObjectIdentifier) -> Option<Any> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == wanted);
    let attribute = found.next()?;
    match (found.next(), attribute.values.as_slice()) {
        (None, [value]) => Some(value.clone()),
        _ => None,
    }
}

fn digest(algorithm: ObjectIdentifier, parts: &[&[u8]]) -> Result<Vec<u8>, Message> {
    fn of<D: sha2::Digest>(parts: &[&[u8]]) -> Vec<u8> {
        let mut hash = D::new();
        for part in parts {
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
    match algorithm {
        oid::SHA256 => Ok(of::<Sha256>(parts)),
        oid::SHA384 => Ok(of::<Sha384>(parts)),
        oid::SHA512 => Ok(of::<Sha512>(parts)),
        oid::SHA1 | oid::MD5 => Err(msg!("verify-weak-digest")),
        other => Err(msg!("verify-unknown-algorithm", algorithm = other.to_string())),
    }
}

/// The signature is bound to its certificate: the hash that the attribute names is the certificate's. An old attribute
/// uses SHA-1 and alone binds nothing.
fn names_certificate(attributes: &x509_cert::attr::Attributes, certificate: &[u8]) -> bool {
    let Some(value) = one(attributes, oid::SIGNING_CERTIFICATE_V2) else {
        // Time stamps of older servers have only the first form; a second certificate with the same key is not a danger
        // there, because the chain of the one that is shown is checked.
        return one(attributes, oid::SIGNING_CERTIFICATE).is_some();
    };
    let id = || {
        let certificates: Vec<Any> = value.decode_as().ok()?;
        let ids: Vec<Any> = certificates.first()?.decode_as().ok()?;
        let parts: Vec<Any> = ids.first()?.decode_as().ok()?;
        let is_algorithm = parts.first()?.tag() == der::Tag::Sequence;
        let algorithm = match is_algorithm {
            true => parts.first()?.decode_as::<spki::AlgorithmIdentifierOwned>().ok()?.oid,
            false => oid::SHA256,
        };
        let hash: OctetString = parts.get(usize::from(is_algorithm))?.decode_as().ok()?;
        Some(hash.as_bytes() == digest(algorithm, &[certificate]).ok()?)
    };
    id().unwrap_or(false)
}

fn verify_value(info: &SignerInfo, certificate: &[u8], message: &[u8]) -> Result<(), Message> {
    type Algorithms = &'static [&'static dyn SignatureVerificationAlgorithm];
    let by_digest = |sha256: Algorithms, sha384: Algorithms, sha512: Algorithms| match info.digest_alg.oid {
        oid::SHA384 => sha384,
        oid::SHA512 => sha512,
        _ => sha256,
    };
    static RSA256: Algorithms = &[algorithms::RSA_PKCS1_2048_8192_SHA256];
    static RSA384: Algorithms = &[algorithms::RSA_PKCS1_2048_8192_SHA384];
    static RSA512: Algorithms = &[algorithms::RSA_PKCS1_2048_8192_SHA512];
    static PSS256: Algorithms = &[algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY];
    static PSS384: Algorithms = &[algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY];
    static PSS512: Algorithms = &[algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY];
    static EC256: Algorithms = &[algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256];
    static EC384: Algorithms = &[algorithms::ECDSA_P384_SHA384, algorithms::ECDSA_P256_SHA384];
    let candidates = match info.signature_algorithm.oid {
        oid::RSA => by_digest(RSA256, RSA384, RSA512),
        oid::RSA_SHA256 => RSA256,
        oid::RSA_SHA384 => RSA384,
        oid::RSA_SHA512 => RSA512,
        oid::RSA_PSS => by_digest(PSS256, PSS384, PSS512),
        oid::ECDSA_SHA256 => EC256,
        oid::ECDSA_SHA384 => EC384,
        other => return Err(msg!("verify-unknown-algorithm", algorithm = other.to_string())),
    };
    let der = CertificateDer::from(certificate);
    let unreadable = |_| msg!("verify-signature-unreadable");
    let key = EndEntityCert::try_from(&der).map_err(unreadable)?;
    let value = info.signature.as_bytes();
    let sound = candidates.iter().any(|algorithm| key.verify_signature(*algorithm, message, value).is_ok());
    if sound { Ok(()) } else { Err(msg!("verify-signature-wrong")) }
}

/// Revocation lists: of the container, and of Adobe's attribute.
fn lists(data: &SignedData, attributes: &x509_cert::attr::Attributes) -> Vec<Vec<u8>> {
    let mut lists: Vec<Vec<u8>> = Vec::new();
    for choice in data.crls.iter().flat_map(|set| set.0.iter()) {
        if let RevocationInfoChoice::Crl(list) = choice
            && let Ok(list) = list.to_der()
        {
            lists.push(list);
        }
    }
    // RevocationInfoArchival ::= SEQUENCE { crl [0] EXPLICIT SEQUENCE OF CRLs OPTIONAL, ... }
    if let Some(value) = one(attributes, oid::REVOCATION_INFO)
        && let Ok(parts) = value.decode_as::<Vec<Any>>()
    {
        for part in parts.iter().filter(|part| part.tag().is_context_specific() && u32::from(part.tag().number()) == 0)
        {
            let inner = Vec::<Any>::from_der(part.value()).unwrap_or_default();
            lists.extend(inner.iter().filter_map(|list| list.to_der().ok()));
        }
    }
    lists
}
