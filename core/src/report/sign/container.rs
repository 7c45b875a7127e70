//! The signature itself: CMS SignedData, detached, with the signed attributes that PAdES wants: content type, digest of
//! the document, and the hash of the signer's certificate.

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos},
};
use const_oid::ObjectIdentifier;
use der::{
    Any, Decode as _, Encode as _, Sequence, Tag,
    asn1::{OctetString, SetOfVec},
};
use sha2::{Digest as _, Sha256, Sha384};
use spki::AlgorithmIdentifierOwned;
use x509_cert::{Certificate, attr::Attribute};

use super::{
    SignError,
    signer::{Scheme, Signer},
};
use crate::report::verify::oid;

impl Scheme {
    fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::EcdsaP384Sha384 => digest::<Sha384>(parts),
            Self::RsaSha256 | Self::EcdsaP256Sha256 => digest::<Sha256>(parts),
        }
    }

    fn digest_algorithm(self) -> AlgorithmIdentifierOwned {
        let oid = match self {
            Self::EcdsaP384Sha384 => oid::SHA384,
            Self::RsaSha256 | Self::EcdsaP256Sha256 => oid::SHA256,
        };
        AlgorithmIdentifierOwned { oid, parameters: None }
    }

    fn signature_algorithm(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::RsaSha256 => AlgorithmIdentifierOwned { oid: oid::RSA_SHA256, parameters: Some(Any::null()) },
            Self::EcdsaP256Sha256 => AlgorithmIdentifierOwned { oid: oid::ECDSA_SHA256, parameters: None },
            Self::EcdsaP384Sha384 => AlgorithmIdentifierOwned { oid: oid::ECDSA_SHA384, parameters: None },
        }
    }
}

fn digest<D: sha2::Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut hash = D::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().to_vec()
}

/// A signature that may still take a time stamp.
pub(super) struct Container {
    signed: SignedData,
    signer: SignerInfo,
}

/// `ESSCertIDv2` with SHA-256, which is the default and therefore left out.
#[derive(Sequence)]
struct CertificateId {
    hash: OctetString,
}

impl Container {
    /// Signs a document given as the parts before and after the place of the signature.
    pub(super) fn sign(parts: &[&[u8]], signer: &dyn Signer) -> Result<Self, SignError> {
        let scheme = signer.scheme();
        let own = signer.certificates().first().ok_or(SignError::KeyWithoutCertificate)?;
        let certificate = Certificate::from_der(own).map_err(|_| SignError::BadKeyFile)?;
        let hash = OctetString::new(Sha256::digest(own).to_vec()).map_err(encoding)?;
        // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }
        let identity = Any::encode_from(&vec![vec![CertificateId { hash }]]).map_err(encoding)?;
        let attributes = SetOfVec::try_from(vec![
            attribute(oid::CONTENT_TYPE, Any::from(oid::DATA))?,
            attribute(oid::MESSAGE_DIGEST, Any::new(Tag::OctetString, scheme.digest(parts)).map_err(encoding)?)?,
            attribute(oid::SIGNING_CERTIFICATE_V2, identity)?,
        ])
        .map_err(encoding)?;
        let signature = signer.sign(&attributes.to_der().map_err(encoding)?)?;
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: certificate.tbs_certificate().issuer().clone(),
                serial_number: certificate.tbs_certificate().serial_number().clone(),
            }),
            digest_alg: scheme.digest_algorithm(),
            signed_attrs: Some(attributes),
            signature_algorithm: scheme.signature_algorithm(),
            signature: OctetString::new(signature).map_err(encoding)?,
            unsigned_attrs: None,
        };
        let mut certificates = Vec::new();
        for certificate in signer.certificates() {
            let certificate = Certificate::from_der(certificate).map_err(|_| SignError::BadKeyFile)?;
            certificates.push(CertificateChoices::Certificate(certificate));
        }
        let signed = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![scheme.digest_algorithm()]).map_err(encoding)?,
            encap_content_info: EncapsulatedContentInfo { econtent_type: oid::DATA, econtent: None },
            certificates: Some(CertificateSet(SetOfVec::try_from(certificates).map_err(encoding)?)),
            crls: None,
            signer_infos: SignerInfos(SetOfVec::new()),
        };
        Ok(Self { signed, signer: info })
    }

    /// The signature value, which a time stamp is about.
    pub(super) fn value(&self) -> &[u8] {
        self.signer.signature.as_bytes()
    }

    /// Adds a time stamp of the signature value.
    pub(super) fn add_time_stamp(&mut self, token: &[u8]) -> Result<(), SignError> {
        let token = Any::from_der(token).map_err(encoding)?;
        let attributes = SetOfVec::try_from(vec![attribute(oid::TIME_STAMP_TOKEN, token)?]).map_err(encoding)?;
        self.signer.unsigned_attrs = Some(attributes);
        Ok(())
    }

    /// The bytes.
    pub(super) fn to_der(&self) -> Result<Vec<u8>, SignError> {
        let mut signed = self.signed.clone();
        signed.signer_infos = SignerInfos(SetOfVec::try_from(vec![self.signer.clone()]).map_err(encoding)?);
        let content = Any::encode_from(&signed).map_err(encoding)?;
        ContentInfo { content_type: oid::SIGNED_DATA, content }.to_der().map_err(encoding)
    }
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Result<Attribute, SignError> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value]).map_err(encoding)? })
}

/// Only a certificate with strange parts leads here; it was read before.
fn encoding(_: der::Error) -> SignError {
    SignError::BadKeyFile
}
