//! The certificate store of the system, where it has one: certificates whose keys sign and never leave it. Windows has
//! one. A key in a smart card is reached through it too, and a PIN is asked for by Windows itself.

#[cfg(windows)]
mod windows;

use std::sync::Arc;

use jiff::Timestamp;
use readiness_core::{
    Arg, Message, msg,
    report::{
        sign::{Scheme, SignError, Signer},
        verify::Certificate,
    },
};

/// A certificate store. What it does may take long, and may ask the person.
pub trait CertificateStore: Send + Sync {
    /// The certificates that have a private key, in DER. No key is asked for anything that a person would have to allow.
    ///
    /// # Errors
    /// The store cannot be read.
    fn certificates(&self) -> Result<Vec<Vec<u8>>, Message>;

    /// The key of one of these certificates, with the chain as far as the store knows it.
    ///
    /// # Errors
    /// The key is out of reach, or of a kind that is not offered.
    fn signer(&self, certificate: &[u8]) -> Result<Box<dyn Signer>, SignError>;
}

/// The one of this system; none where there is none.
pub fn of_the_system() -> Option<Arc<dyn CertificateStore>> {
    #[cfg(windows)]
    return Some(Arc::new(windows::WindowsStore));
    #[cfg(not(windows))]
    None
}

/// A certificate of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCertificate {
    /// What it says.
    pub certificate: Certificate,
    /// It, in DER.
    pub der: Vec<u8>,
    /// Why it cannot sign now; none: it can, as far as it says itself.
    pub refused: Option<Message>,
}

impl StoredCertificate {
    /// Name, issuer, last day and thumbprint in one line.
    pub fn message(&self) -> Message {
        let Certificate { name, issuer_name, not_after, thumbprint, .. } = &self.certificate;
        msg!("store-line", name = name, issuer = issuer_name, until = *not_after, thumbprint = thumbprint)
    }
}

/// What a store holds, each certificate once, by name, the one that holds longest in front.
///
/// # Errors
/// The store cannot be read.
pub fn read(store: &dyn CertificateStore, now: Timestamp) -> Result<Vec<StoredCertificate>, Message> {
    let mut found: Vec<StoredCertificate> = store
        .certificates()?
        .into_iter()
        .filter_map(|der| {
            let certificate = Certificate::read(&der)?;
            let key = Scheme::of_certificate(&der).map_err(|error| error.message());
            let refused = key.and_then(|_| certificate.may_sign_at(now)).err();
            Some(StoredCertificate { certificate, der, refused })
        })
        .collect();
    let order = |one: &StoredCertificate| (one.certificate.name.to_lowercase(), -one.certificate.not_after.as_second());
    found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.der.cmp(&b.der)));
    found.dedup_by(|a, b| a.der == b.der);
    Ok(found)
}

/// The one certificate that is meant by a thumbprint, as Windows shows it, or by a name. A whole name counts more than a
/// part of one, and of several that are meant alike those count that can sign.
///
/// # Errors
/// None is meant, several are, or the one that is meant cannot sign now.
pub fn choose<'a>(found: &'a [StoredCertificate], selector: &str) -> Result<&'a StoredCertificate, Message> {
    let wanted = selector.trim().to_lowercase();
    // Windows puts a mark that cannot be seen in front of a thumbprint that is copied out of its dialog.
    let digits: String = wanted.chars().filter(char::is_ascii_alphanumeric).collect();
    let ways: [&dyn Fn(&Certificate) -> bool; 3] =
        [&|one| one.thumbprint.to_lowercase() == digits, &|one| one.name.to_lowercase() == wanted, &|one| {
            !wanted.is_empty() && one.subject.to_lowercase().contains(&wanted)
        }];
    let meant = ways.map(|is| found.iter().filter(|one| is(&one.certificate)).collect::<Vec<_>>());
    let meant = meant.into_iter().find(|some| !some.is_empty()).unwrap_or_default();
    let able: Vec<_> = meant.iter().copied().filter(|one| one.refused.is_none()).collect();
    match (able.as_slice(), meant.as_slice()) {
        ([one], _) => Ok(one),
        ([], []) => Err(msg!("store-no-such", selector = selector)),
        ([], [refused, ..]) => {
            let why = refused.refused.clone().unwrap_or_else(|| SignError::UnsupportedKey.message());
            Err(msg!("store-refused", which = refused.message(), why = why))
        }
        (several, _) => {
            let which: Vec<Arg> = several.iter().map(|one| Arg::from(one.message())).collect();
            Err(msg!("store-several", selector = selector).with("which", Arg::List(which)))
        }
    }
}

#[cfg(test)]
mod tests;
