//! One signature of a report: what it covers, whether it is sound, whose it is, when it was made, and what its signer
//! stands by.

use jiff::Timestamp;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    Trust,
    certificate::{Certificate, Chain, Purpose, Revocation},
    document::{catalog, dictionary, text, value},
    oid,
    revisions::Revision,
    signed_data, token,
};
use crate::{
    Message,
    assessment::{Conclusion, Role},
    msg,
    report::sign::{SIGN_OFF, field_of},
};

/// What is known of a signature.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureReport {
    /// The role whose field it is in; none in a field that this program does not make.
    pub role: Option<Role>,
    /// Name of the field.
    pub field: String,
    /// Who signed, as the signature states; else the certificate's name.
    pub who: String,
    /// Their title, as the signature states; may be empty.
    pub title: String,
    /// When, as the signature states.
    pub at: Option<Timestamp>,
    /// Whether what it covers is unchanged: an error names why not.
    pub integrity: Result<(), Message>,
    /// The signer's certificate, when it can be read.
    pub certificate: Option<Certificate>,
    /// The signer's certificate and those above it as far as they are known, by their names. Whether they hold is said by
    /// `trust` alone.
    pub chain: Vec<Certificate>,
    /// Whether the certificate leads to a trusted root, held when the signature was made, and was not revoked: an error
    /// names why not.
    pub trust: Result<(), Message>,
    /// What is known of a revocation.
    pub revocation: Revocation,
    /// The time stamp.
    pub time_stamp: TimeStamp,
    /// Digest of the assessment that the signer stands by, as the signature states.
    pub(super) digest: Option<String>,
    /// The conclusion that they saw, as the signature states.
    pub(super) conclusion: Option<Conclusion>,
}

/// What is known of a time stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeStamp {
    /// There is none: the time is the signer's word.
    None,
    /// A server stated it.
    Stated {
        /// The time.
        at: Timestamp,
        /// The server, by its certificate's name.
        by: String,
        /// Whether its certificate leads to a trusted root: an error names why not.
        trust: Result<(), Message>,
    },
    /// There is one, and it is about something else or not soundly signed.
    Invalid(Message),
}

impl SignatureReport {
    /// Unchanged, and its signer trusted.
    pub fn is_trusted(&self) -> bool {
        self.integrity.is_ok() && self.trust.is_ok()
    }
}

/// Looks at the signature in a field that the revision `number` filled.
pub(super) fn look(
    bytes: &[u8],
    revisions: &[Revision],
    number: usize,
    field: ObjectId,
    trust: &Trust,
    now: Timestamp,
) -> SignatureReport {
    let revision = &revisions[number];
    let document = &revision.document;
    let widget = document.get_dictionary(field).cloned().unwrap_or_default();
    let name = text(&widget, b"T").unwrap_or_default();
    let signature = dictionary(document, &widget, b"V").cloned().unwrap_or_default();
    let stated = dictionary(document, &signature, SIGN_OFF);
    let said = |key: &[u8]| stated.and_then(|stated| text(stated, key));
    let role = Role::ALL.into_iter().find(|role| field_of(*role) == name);
    let mut report = SignatureReport {
        role,
        who: said(b"Who").or_else(|| text(&signature, b"Name")).unwrap_or_default(),
        title: said(b"Title").unwrap_or_default(),
        at: said(b"At").and_then(|at| at.parse().ok()).or_else(|| date(&text(&signature, b"M")?)),
        integrity: Ok(()),
        certificate: None,
        chain: Vec::new(),
        trust: Err(msg!("verify-not-looked-at")),
        revocation: Revocation::NotChecked,
        time_stamp: TimeStamp::None,
        digest: said(b"Digest"),
        conclusion: said(b"Conclusion").and_then(|word| serde_json::from_value(word.into()).ok()),
        field: name,
    };
    if said(b"Role").is_some_and(|said| role.is_none_or(|role| said != field_of(role))) {
        report.integrity = Err(msg!("verify-other-role"));
        return report;
    }
    match sound(bytes, revision, &signature) {
        Ok(signed) => report.settle(&signed, document, trust, now),
        Err(why) => report.integrity = Err(why),
    }
    report
}

/// Checks what a signature covers and that it fits.
fn sound(bytes: &[u8], revision: &Revision, signature: &Dictionary) -> Result<signed_data::Signed, Message> {
    let wrong = || msg!("verify-covers-wrong");
    let kind = signature.get(b"SubFilter").and_then(Object::as_name).unwrap_or_default();
    if kind != b"ETSI.CAdES.detached" && kind != b"adbe.pkcs7.detached" {
        return Err(msg!("verify-unknown-kind"));
    }
    let range = signature.get(b"ByteRange").and_then(Object::as_array).map_err(|_| wrong())?;
    let range: Vec<usize> = range.iter().filter_map(|number| usize::try_from(number.as_i64().ok()?).ok()).collect();
    let [0, first, second, length] = range[..] else { return Err(wrong()) };
    // It covers its whole revision but the place of the signature itself, which lies in the update.
    if second.checked_add(length) != Some(revision.end) || first < revision.start || second <= first + 2 {
        return Err(wrong());
    }
    let place = bytes.get(first..second).ok_or_else(wrong)?;
    let digits = place.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">")).ok_or_else(wrong)?;
    let container = unhex(digits).ok_or_else(wrong)?;
    if signature.get(b"Contents").and_then(Object::as_str).ok() != Some(container.as_slice()) {
        return Err(wrong());
    }
    let (der, padding) = container.split_at(der_length(&container).ok_or_else(wrong)?);
    if padding.iter().any(|byte| *byte != 0) {
        return Err(wrong());
    }
    signed_data::check(der, oid::DATA, Some(&[&bytes[..first], &bytes[second..revision.end]]))
}

impl SignatureReport {
    fn settle(&mut self, signed: &signed_data::Signed, document: &Document, given: &Trust, now: Timestamp) {
        let roots = given.roots.as_slice();
        let mut lists = signed.lists.clone();
        lists.extend(stored_lists(document));
        lists.extend(given.lists.iter().map(|list| list.to_vec()));
        let Some(certificate) = Certificate::read(&signed.certificate) else {
            self.integrity = Err(msg!("verify-signature-unreadable"));
            return;
        };
        if self.who.is_empty() {
            self.who = certificate.name.clone();
        }
        if let Some(token) = &signed.token {
            self.time_stamp = match token::read(token, &signed.value, roots, &lists) {
                Ok(token) => TimeStamp::Stated { at: token.at, by: token.by.name, trust: token.trust },
                Err(why) => TimeStamp::Invalid(why),
            };
        }
        // Only a time that a trusted server states can save a certificate that has ended since.
        let when = match &self.time_stamp {
            TimeStamp::Stated { at, trust: Ok(()), .. } => *at,
            _ => now,
        };
        let chain = Chain { leaf: &signed.certificate, others: &signed.others, lists: &lists };
        self.trust = certificate.may_sign_at(when).and_then(|()| match chain.leads_to(roots, Purpose::Signing, when) {
            Err(why) if certificate.self_signed && why.id == "verify-unknown-issuer" => {
                Err(msg!("verify-self-signed", name = &certificate.name))
            }
            trust => trust,
        });
        if self.trust.is_ok() {
            self.revocation = chain.revocation(roots, Purpose::Signing, when);
            if let Revocation::Revoked { name, since } = &self.revocation
                && *since <= when
            {
                self.trust = Err(msg!("verify-revoked", name = name, since = *since));
            }
        }
        if let TimeStamp::Invalid(why) = &self.time_stamp {
            self.integrity = Err(why.clone());
        }
        self.chain = chain.certificates(roots);
        self.certificate = Some(certificate);
    }
}

/// Revocation lists that an update stored beside the signatures.
fn stored_lists(document: &Document) -> Vec<Vec<u8>> {
    let list = || {
        let (_, root) = catalog(document)?;
        value(document, dictionary(document, root, b"DSS")?, b"CRLs")?.as_array().ok()
    };
    let streams = list().into_iter().flatten().filter_map(|list| document.dereference(list).ok()?.1.as_stream().ok());
    streams.filter_map(|stream| stream.get_plain_content_with_limit(16 * 1024 * 1024).ok()).collect()
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks(2).map(|two| u8::try_from(digit(two[0])? * 16 + digit(two[1])?).ok()).collect()
}

/// The length of the DER value at the start of bytes that are padded.
fn der_length(bytes: &[u8]) -> Option<usize> {
    let (head, length) = match *bytes.get(1)? {
        short @ 0..=0x7F => (2, usize::from(short)),
        long => {
            let count = usize::from(long & 0x7F);
            if !(1..=4).contains(&count) {
                return None;
            }
            let length = bytes.get(2..2 + count)?.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
            (2 + count, length)
        }
    };
    head.checked_add(length).filter(|total| *total <= bytes.len())
}

/// `D:20261122130500Z`, or with an offset as other programs write it.
fn date(text: &str) -> Option<Timestamp> {
    let digits = text.strip_prefix("D:")?;
    let part =
        |range: std::ops::Range<usize>| digits.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let offset = digits.get(14..).unwrap_or_default().replace('\'', ":");
    let offset = match offset.trim_end_matches(':') {
        "" | "Z" => "Z",
        offset => offset,
    };
    format!(
        "{}-{}-{}T{}:{}:{}{offset}",
        part(0..4)?,
        part(4..6)?,
        part(6..8)?,
        part(8..10)?,
        part(10..12)?,
        part(12..14)?
    )
    .parse()
    .ok()
}
