//! A time stamp (RFC 3161) of a signature: the question that is sent to a server, and the judgement of its answer. A
//! server is not believed: its answer must be about this signature and this question, and must itself be signed soundly.

use der::{
    Any, Decode as _, Encode as _, Sequence,
    asn1::{OctetString, Uint},
};
use jiff::Timestamp;
use ring::rand::{SecureRandom as _, SystemRandom};
use rustls::pki_types::CertificateDer;
use sha2::{Digest as _, Sha256};
use spki::AlgorithmIdentifierOwned;

use super::SignError;
use crate::{
    Message, msg,
    report::verify::{oid, token},
};

/// The question: DER of a `TimeStampReq`.
#[derive(Debug, Clone)]
pub struct TimeStampQuery {
    der: Vec<u8>,
    nonce: Vec<u8>,
    value: Vec<u8>,
}

#[derive(Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    digest: OctetString,
}

#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: Imprint,
    nonce: Uint,
    certificate_wanted: bool,
}

impl TimeStampQuery {
    /// A question about a signature value, with a number that no answer made before can hold.
    pub(super) fn about(value: &[u8]) -> Result<Self, SignError> {
        let mut nonce = [0; 8];
        SystemRandom::new().fill(&mut nonce).map_err(|_| SignError::KeyFailed)?;
        // Positive, and of full length in every encoding.
        nonce[0] = (nonce[0] & 0x3F) | 0x40;
        let wrong = |_: der::Error| SignError::KeyFailed;
        let request = Request {
            version: 1,
            imprint: Imprint {
                algorithm: AlgorithmIdentifierOwned { oid: oid::SHA256, parameters: Some(Any::null()) },
                digest: OctetString::new(Sha256::digest(value).to_vec()).map_err(wrong)?,
            },
            nonce: Uint::new(&nonce).map_err(wrong)?,
            certificate_wanted: true,
        };
        Ok(Self { der: request.to_der().map_err(wrong)?, nonce: nonce.to_vec(), value: value.to_vec() })
    }

    /// What is sent, as `application/timestamp-query`.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Judges an answer and returns the token of it. Whether the server is trusted is not asked here: that is for who
    /// verifies the signature, and may be settled later.
    pub(super) fn judge(&self, response: &[u8], now: Timestamp) -> Result<Vec<u8>, SignError> {
        let refuse = |why: Message| SignError::TimeStamp(why);
        let unreadable = || refuse(msg!("sign-time-stamp-unreadable"));
        // TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken ContentInfo OPTIONAL }
        let parts = Vec::<Any>::from_der(response).map_err(|_| unreadable())?;
        let status = parts.first().and_then(|status| status.decode_as::<Vec<Any>>().ok()).ok_or_else(unreadable)?;
        let code = status.first().and_then(|code| code.decode_as::<u8>().ok()).ok_or_else(unreadable)?;
        // Granted, or granted with changes.
        if code > 1 {
            return Err(refuse(msg!("sign-time-stamp-refused", code = i64::from(code))));
        }
        let token = parts.get(1).ok_or_else(unreadable)?.to_der().map_err(|_| unreadable())?;
        let no_roots: &[CertificateDer<'_>] = &[];
        let stamp = token::read(&token, &self.value, no_roots, &[]).map_err(refuse)?;
        if stamp.nonce.as_deref() != Some(self.nonce.as_slice()) {
            return Err(refuse(msg!("sign-time-stamp-other-question")));
        }
        // An hour is more than any clock of a computer that is looked after is off.
        if (stamp.at.as_second() - now.as_second()).abs() > 3600 {
            return Err(refuse(msg!("sign-time-stamp-other-time", at = stamp.at)));
        }
        Ok(token)
    }
}
