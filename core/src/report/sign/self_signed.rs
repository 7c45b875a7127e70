//! A certificate that the program makes itself, for who has none. It proves that the file was not changed since, and not
//! who signed. Its key is made for one signature and forgotten.

use jiff::Timestamp;
use rcgen::{CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose};

use super::{
    SignError,
    signer::{Key, Scheme, Signer},
};

/// Days for which it holds: for a signature made now it only matters that it holds now.
const DAYS: i64 = 730;

/// A key made for this signature.
pub struct SelfSigner {
    key: Key,
    certificates: Vec<Vec<u8>>,
}

impl SelfSigner {
    /// Makes a key on the curve P-256 and a certificate in this name.
    ///
    /// # Errors
    /// The name cannot stand in a certificate, or the system has no random numbers.
    pub fn make(who: &str, organisation: &str, now: Timestamp) -> Result<Self, SignError> {
        let pair = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).map_err(|_| SignError::KeyFailed)?;
        let mut parameters = CertificateParams::default();
        let mut name = DistinguishedName::new();
        // The format allows 64 characters.
        name.push(DnType::CommonName, who.trim().chars().take(64).collect::<String>());
        if !organisation.trim().is_empty() {
            name.push(DnType::OrganizationName, organisation.trim().chars().take(64).collect::<String>());
        }
        parameters.distinguished_name = name;
        parameters.is_ca = IsCa::ExplicitNoCa;
        parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::EmailProtection];
        // A minute of grace for clocks that are behind.
        let start = now.as_second() - 60;
        let day = |second: i64| {
            let day = Timestamp::from_second(second).unwrap_or(now).to_zoned(jiff::tz::TimeZone::UTC);
            (day.year(), day.month(), day.day())
        };
        let (year, month, today) = day(start);
        parameters.not_before = rcgen::date_time_ymd(year.into(), month as u8, today as u8);
        let (year, month, last) = day(start + DAYS * 86_400);
        parameters.not_after = rcgen::date_time_ymd(year.into(), month as u8, last as u8);
        let certificate = parameters.self_signed(&pair).map_err(|_| SignError::KeyFailed)?;
        let key = Key::from_pkcs8(&pair.serialize_der(), pair.public_key_raw())?;
        Ok(Self { key, certificates: vec![certificate.der().to_vec()] })
    }
}

impl Signer for SelfSigner {
    fn scheme(&self) -> Scheme {
        self.key.scheme()
    }
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        self.key.sign(message)
    }
}
