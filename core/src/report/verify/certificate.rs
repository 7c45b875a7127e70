//! A certificate: whose it is, and whether a chain leads from it to a root that is trusted.

use jiff::Timestamp;
use rustls::pki_types::{CertificateDer, UnixTime};
use webpki::{
    BorrowedCertRevocationList, CertRevocationList, EndEntityCert, Error, ExpirationPolicy, ExtendedKeyUsageValidator,
    KeyPurposeIdIter, RevocationCheckDepth, RevocationOptionsBuilder, UnknownStatusPolicy, anchor_from_trusted_cert,
};
use x509_parser::{
    prelude::{FromDer as _, X509Certificate},
    public_key::PublicKey,
    revocation_list::CertificateRevocationList,
    x509::X509Name,
};

use crate::{Message, assessment::sha256_hex, msg};

/// Uses of a key that go with signing documents: e-mail, documents (RFC 9336, Microsoft, Adobe), clients, any.
const SIGNING: [&[usize]; 6] = [
    &[1, 3, 6, 1, 5, 5, 7, 3, 4],
    &[1, 3, 6, 1, 5, 5, 7, 3, 36],
    &[1, 3, 6, 1, 4, 1, 311, 10, 3, 12],
    &[1, 2, 840, 113583, 1, 1, 5],
    &[1, 3, 6, 1, 5, 5, 7, 3, 2],
    &[2, 5, 29, 37, 0],
];
/// The most certificates of a chain that are shown.
const LONGEST: usize = 10;
/// The use of a key that makes time stamps.
const TIME_STAMPING: [&[usize]; 1] = [&[1, 3, 6, 1, 5, 5, 7, 3, 8]];

/// A certificate as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The common name, or the whole subject when there is none.
    pub name: String,
    /// The whole subject.
    pub subject: String,
    /// The common name of the issuer, or its whole name.
    pub issuer_name: String,
    /// The whole issuer.
    pub issuer: String,
    /// Serial number in hexadecimal.
    pub serial: String,
    /// From when it holds.
    pub not_before: Timestamp,
    /// Until when it holds.
    pub not_after: Timestamp,
    /// It vouches for itself.
    pub self_signed: bool,
    /// SHA-256 of it, in hexadecimal.
    pub sha256: String,
    /// SHA-1 of it, in capital hexadecimal, by which Windows names it. It proves nothing.
    pub thumbprint: String,
    /// The key is too short to be relied upon.
    pub(in crate::report) weak: bool,
    /// It may be used for signatures, as far as it says.
    signs: bool,
}

impl Certificate {
    /// Reads a certificate in DER; none when it is damaged.
    pub fn read(der: &[u8]) -> Option<Self> {
        let (rest, parsed) = X509Certificate::from_der(der).ok()?;
        if !rest.is_empty() {
            return None;
        }
        let time = |seconds: i64| Timestamp::from_second(seconds).ok();
        let weak = match parsed.public_key().parsed().ok()? {
            PublicKey::RSA(key) => key.key_size() < 2048,
            _ => false,
        };
        let usage = parsed.key_usage().ok()?;
        Some(Self {
            name: name(parsed.subject()),
            subject: parsed.subject().to_string(),
            issuer_name: name(parsed.issuer()),
            issuer: parsed.issuer().to_string(),
            serial: parsed.raw_serial_as_string(),
            not_before: time(parsed.validity().not_before.timestamp())?,
            not_after: time(parsed.validity().not_after.timestamp())?,
            self_signed: parsed.subject().as_raw() == parsed.issuer().as_raw(),
            sha256: sha256_hex(der),
            thumbprint: thumbprint(der),
            weak,
            signs: usage.is_none_or(|usage| usage.value.digital_signature() || usage.value.non_repudiation()),
        })
    }

    /// Whether it may be used to sign at a time.
    ///
    /// # Errors
    /// What stands against it.
    pub fn may_sign_at(&self, at: Timestamp) -> Result<(), Message> {
        if self.weak {
            return Err(msg!("sign-weak-key"));
        }
        if !self.signs {
            return Err(msg!("verify-not-for-signing", name = &self.name));
        }
        if at < self.not_before {
            return Err(msg!("verify-not-yet-valid", name = &self.name, from = self.not_before));
        }
        if at > self.not_after {
            return Err(msg!("verify-expired", name = &self.name, until = self.not_after));
        }
        Ok(())
    }
}

fn thumbprint(der: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, der);
    digest.as_ref().iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The common name, or the whole name when there is none.
pub(super) fn name(name: &X509Name<'_>) -> String {
    let common = name.iter_common_name().last().and_then(|common| common.as_str().ok());
    common.map_or_else(|| name.to_string(), str::to_owned)
}

/// What a chain is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Signing documents.
    Signing,
    /// Time stamps; the certificate must say so.
    TimeStamping,
}

impl ExtendedKeyUsageValidator for Purpose {
    fn validate(&self, uses: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        let mut any = false;
        for one in uses {
            any = true;
            let one = one?.to_decoded_oid();
            let wanted: &[&[usize]] = match self {
                Self::Signing => &SIGNING,
                Self::TimeStamping => &TIME_STAMPING,
            };
            if wanted.contains(&one.as_slice()) {
                return Ok(());
            }
        }
        if !any && *self == Self::Signing { Ok(()) } else { Err(Error::EmptyEkuExtension) }
    }
}

/// What is known of a revocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revocation {
    /// No list speaks of this certificate, neither in the file nor among those that were given, and nothing is asked over
    /// the network.
    NotChecked,
    /// A list says that it was not revoked: when the newest of them was made.
    Good(Timestamp),
    /// A list says that it, or an authority above it, was revoked.
    Revoked {
        /// Whose certificate.
        name: String,
        /// Since when.
        since: Timestamp,
    },
}

/// A certificate with the others of its signature.
pub(super) struct Chain<'a> {
    /// The certificate.
    pub(super) leaf: &'a [u8],
    /// Others that came with it.
    pub(super) others: &'a [Vec<u8>],
    /// Revocation lists.
    pub(super) lists: &'a [Vec<u8>],
}

impl Chain<'_> {
    /// Whether it leads to a root, at a time.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn leads_to(
        &self,
        roots: &[CertificateDer<'_>],
        purpose: Purpose,
        at: Timestamp,
    ) -> Result<(), Message> {
        let name = Certificate::read(self.leaf).map(|leaf| leaf.name).unwrap_or_default();
        self.build(roots, purpose, at, None).map_err(|error| refusal(&error, &name))
    }

    /// What the lists say. Only a list that is signed by the certificate's issuer counts.
    pub(super) fn revocation(&self, roots: &[CertificateDer<'_>], purpose: Purpose, at: Timestamp) -> Revocation {
        let mut newest = None;
        for der in self.lists {
            let Ok(list) = BorrowedCertRevocationList::from_der(der) else { continue };
            let list = CertRevocationList::from(list);
            let says = |depth| self.build(roots, purpose, at, Some((&list, depth)));
            match says(RevocationCheckDepth::EndEntity) {
                Ok(()) => newest = newest.max(list_made_at(der)),
                Err(Error::CertRevoked) => return self.revoked_by(der, at),
                // It does not speak of the certificate itself, but may speak of an authority between it and the root.
                Err(_) if says(RevocationCheckDepth::Chain) == Err(Error::CertRevoked) => {
                    return self.revoked_by(der, at);
                }
                Err(_) => {}
            }
        }
        newest.map_or(Revocation::NotChecked, Revocation::Good)
    }

    /// Which certificate of the chain a list names, and since when it is revoked.
    fn revoked_by(&self, list: &[u8], at: Timestamp) -> Revocation {
        let parsed = CertificateRevocationList::from_der(list).ok();
        let entries = || parsed.iter().flat_map(|(_, list)| list.iter_revoked_certificates());
        let all = std::iter::once(self.leaf).chain(self.others.iter().map(Vec::as_slice));
        for certificate in all.filter_map(|der| Some(X509Certificate::from_der(der).ok()?.1)) {
            let issued = parsed.iter().any(|(_, list)| list.issuer().as_raw() == certificate.issuer().as_raw());
            if let Some(entry) = entries().find(|entry| issued && entry.raw_serial() == certificate.raw_serial()) {
                let since = Timestamp::from_second(entry.revocation_date.timestamp()).unwrap_or(at);
                return Revocation::Revoked { name: name(certificate.subject()), since };
            }
        }
        Revocation::Revoked { name: String::new(), since: at }
    }

    /// The certificate and those above it, found by their names.
    pub(super) fn certificates(&self, roots: &[CertificateDer<'_>]) -> Vec<Certificate> {
        let mut known: Vec<Certificate> = self.others.iter().filter_map(|other| Certificate::read(other)).collect();
        let mut chain: Vec<Certificate> = Certificate::read(self.leaf).into_iter().collect();
        let issued_by = |candidate: &Certificate, child: &Certificate| candidate.subject == child.issuer;
        while let Some(last) = chain.last().filter(|last| !last.self_signed && chain.len() < LONGEST) {
            let sent = known.iter().position(|other| issued_by(other, last)).map(|at| known.remove(at));
            let root = || roots.iter().filter_map(|root| Certificate::read(root)).find(|root| issued_by(root, last));
            let Some(next) = sent.or_else(root) else { break };
            chain.push(next);
        }
        chain
    }

    fn build(
        &self,
        roots: &[CertificateDer<'_>],
        purpose: Purpose,
        at: Timestamp,
        list: Option<(&CertRevocationList<'_>, RevocationCheckDepth)>,
    ) -> Result<(), Error> {
        let anchors: Vec<_> = roots.iter().filter_map(|root| anchor_from_trusted_cert(root).ok()).collect();
        let leaf = CertificateDer::from(self.leaf);
        let leaf = EndEntityCert::try_from(&leaf)?;
        let others: Vec<CertificateDer<'_>> =
            self.others.iter().map(|other| CertificateDer::from(other.as_slice())).collect();
        let time = UnixTime::since_unix_epoch(std::time::Duration::from_secs(at.as_second().max(0) as u64));
        let lists: Vec<&CertRevocationList<'_>> = list.iter().map(|(list, _)| *list).collect();
        let revocation = list.and_then(|(_, depth)| {
            let unknown = match depth {
                RevocationCheckDepth::EndEntity => UnknownStatusPolicy::Deny,
                RevocationCheckDepth::Chain => UnknownStatusPolicy::Allow,
            };
            // What a list knew when it was made is said with that day; an old one is no error.
            let builder = RevocationOptionsBuilder::new(&lists).ok()?;
            let builder = builder.with_depth(depth).with_status_policy(unknown);
            Some(builder.with_expiration_policy(ExpirationPolicy::Ignore).build())
        });
        leaf.verify_for_usage(webpki::ALL_VERIFICATION_ALGS, &anchors, &others, time, purpose, revocation, None)?;
        Ok(())
    }
}

/// When a list was made.
fn list_made_at(der: &[u8]) -> Option<Timestamp> {
    let (_, list) = CertificateRevocationList::from_der(der).ok()?;
    Timestamp::from_second(list.last_update().timestamp()).ok()
}

fn refusal(error: &Error, name: &str) -> Message {
    let time = |time: &UnixTime| {
        i64::try_from(time.as_secs()).ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_default()
    };
    match error {
        Error::CertExpired { not_after, .. } => msg!("verify-expired", name = name, until = time(not_after)),
        Error::CertNotValidYet { not_before, .. } => {
            msg!("verify-not-yet-valid", name = name, from = time(not_before))
        }
        Error::UnknownIssuer => msg!("verify-unknown-issuer", name = name),
        Error::EmptyEkuExtension | Error::RequiredEkuNotFoundContext(_) => {
            msg!("verify-not-for-signing", name = name)
        }
        Error::CaUsedAsEndEntity => msg!("verify-authority-signed", name = name),
        Error::UnsupportedSignatureAlgorithmContext(_) | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            msg!("verify-weak-chain", name = name)
        }
        other => msg!("verify-chain-refused", name = name, why = format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests;
