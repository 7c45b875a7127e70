//! Signing: a person puts their signature under a report, as a digital signature in the PDF (PAdES, baseline B-B, with a
//! time stamp B-T). The file grows by an update; what was there stays as it is, byte by byte. Pure: files, passwords and
//! the way to a time-stamp server are the caller's.
//!
//! ```no_run
//! # use readiness_core::{Secret, assessment::Role, report::sign::{Pkcs12Signer, SignRequest, Signing}};
//! # fn sign(pdf: &[u8], file: &[u8], password: Secret, now: jiff::Timestamp) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
//! let signer = Pkcs12Signer::open(file, &password)?;
//! let request = SignRequest {
//!     role: Role::Assessor,
//!     who: "Lin Yue".to_owned(),
//!     title: String::new(),
//!     at: now,
//!     time_stamp_server: None,
//! };
//! let signing = Signing::begin(pdf, &request, &signer, now)?;
//! // With a server: send `signing.time_stamp_query()?.der()`, then `signing.add_time_stamp(&query, &answer, now)?`.
//! let signed = signing.finish()?;
//! # Ok(signed) }
//! ```

mod container;
mod kept;
mod pkcs12;
mod refusal;
mod self_signed;
mod signer;
mod time_stamp;
mod update;

use jiff::Timestamp;

use super::{
    pdf::{Rendered, signature_look::SignatureLook},
    verify::{self, Certificate, NotAReport, Outcome, Printed, Verification},
};
use crate::{
    Language, Message, Words,
    assessment::{Role, Standing},
    msg,
};
use container::Container;
use update::Update;

pub use kept::{KeptKey, KeptSigner};
pub use pkcs12::{LARGEST as LARGEST_KEY_FILE, Pkcs12Signer};
pub use refusal::SignError;
pub use self_signed::SelfSigner;
pub use signer::{Scheme, Signer};
pub use time_stamp::TimeStampQuery;
pub(super) use update::SIGN_OFF;

/// The name of a role's signature field.
pub(super) fn field_of(role: Role) -> &'static str {
    match role {
        Role::Assessor => "assessor",
        Role::Customer => "customer",
    }
}

/// Who signs what, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct SignRequest {
    /// In which role.
    pub role: Role,
    /// Who.
    pub who: String,
    /// Their title; may be empty.
    pub title: String,
    /// The time that the signature states.
    pub at: Timestamp,
    /// The server that is going to be asked for a time stamp, as the signature names it.
    pub time_stamp_server: Option<String>,
}

/// What a signature states, as it is written into the file.
pub(super) struct SignOffBy {
    role: Role,
    who: String,
    title: String,
    at: Timestamp,
    digest: String,
    conclusion: String,
    reason: String,
}

impl SignOffBy {
    fn role_name(&self) -> &'static str {
        field_of(self.role)
    }
}

/// A signature being made. The key has signed already and may be dropped; a time stamp may be added.
pub struct Signing {
    update: Update,
    container: Container,
    says_draft: bool,
}

impl Signing {
    /// Verifies the report and signs it. `now` is the clock's time; [`SignRequest::at`] is what the signature states.
    ///
    /// # Errors
    /// See [`SignError`]; the report is refused when it is altered, stale, of training, or when it is not this role's
    /// turn.
    pub fn begin(pdf: &[u8], request: &SignRequest, signer: &dyn Signer, now: Timestamp) -> Result<Self, SignError> {
        Self::under(pdf, || verify::verify(pdf, &[], now), request, signer)
    }

    /// Signs a report that was just printed. It is verified like any other, but need not be printed again for that.
    ///
    /// # Errors
    /// As [`Signing::begin`].
    pub fn begin_printed(
        report: &Rendered,
        request: &SignRequest,
        signer: &dyn Signer,
        now: Timestamp,
    ) -> Result<Self, SignError> {
        Self::under(report.file(), || verify::verify_printed(report, now), request, signer)
    }

    fn under(
        pdf: &[u8],
        verified: impl FnOnce() -> Result<Verification, NotAReport>,
        request: &SignRequest,
        signer: &dyn Signer,
    ) -> Result<Self, SignError> {
        if request.who.trim().is_empty() {
            return Err(SignError::NoName);
        }
        let report = verified().map_err(|NotAReport| SignError::NotAReport)?;
        let sign_off = allowed(&report, request)?;
        let own = signer.certificates().first().ok_or(SignError::KeyWithoutCertificate)?;
        let certificate = Certificate::read(own).ok_or(SignError::BadKeyFile)?;
        certificate.may_sign_at(request.at).map_err(SignError::Certificate)?;
        let update = Update::append(pdf, &sign_off, |size| look(&report, request, &certificate, size))?;
        let container = Container::sign(&update.covered(), signer)?;
        let standing = report.assessment.as_ref().map(|assessment| assessment.standing(report.printed_at));
        let says_draft = standing != Some(Standing::SignedOff) && !report.for_signature;
        Ok(Self { update, container, says_draft })
    }

    /// The pages say that they are a draft, which a signature cannot change.
    pub fn says_draft(&self) -> bool {
        self.says_draft
    }

    /// What to ask a time-stamp server.
    ///
    /// # Errors
    /// Only when the system has no random numbers.
    pub fn time_stamp_query(&self) -> Result<TimeStampQuery, SignError> {
        TimeStampQuery::about(self.container.value())
    }

    /// Adds the server's answer, after judging it.
    ///
    /// # Errors
    /// The answer is none, refuses, is about something else, or is not soundly signed.
    pub fn add_time_stamp(&mut self, query: &TimeStampQuery, answer: &[u8], now: Timestamp) -> Result<(), SignError> {
        let token = query.judge(answer, now)?;
        self.container.add_time_stamp(&token)
    }

    /// The signed file.
    ///
    /// # Errors
    /// The signature does not fit into its place.
    pub fn finish(self) -> Result<Vec<u8>, SignError> {
        let signature = self.container.to_der()?;
        self.update.fill(&signature)
    }
}

/// Whether this role may sign this report now, and what it states by that.
fn allowed(report: &Verification, request: &SignRequest) -> Result<SignOffBy, SignError> {
    if report.outcome == Outcome::Altered {
        return Err(SignError::Altered(report.changes.clone()));
    }
    let assessment = report.assessment.as_ref().ok_or(SignError::NotAReport)?;
    match assessment.standing(request.at) {
        Standing::Training => return Err(SignError::Training),
        Standing::Stale => return Err(SignError::Stale),
        Standing::Draft | Standing::SignedOff => {}
    }
    let signed = |role: Role| report.signatures.iter().find(|signature| signature.role == Some(role));
    if signed(request.role).is_some() {
        return Err(SignError::AlreadySigned);
    }
    let earlier = match (request.role, signed(Role::Assessor)) {
        (Role::Customer, None) => return Err(SignError::AssessorFirst),
        (_, Some(assessor)) => assessor.at.unwrap_or(report.printed_at),
        (_, None) => report.printed_at,
    };
    // Signatures state whole seconds.
    if request.at.as_second() < earlier.as_second() {
        return Err(SignError::TooEarly(earlier));
    }
    let conclusion = assessment.conclude(request.at).conclusion;
    if conclusion != assessment.conclude(report.printed_at).conclusion {
        return Err(SignError::NoLongerHolds);
    }
    let words = words_of(report);
    Ok(SignOffBy {
        role: request.role,
        who: request.who.trim().to_owned(),
        title: request.title.trim().to_owned(),
        at: request.at,
        digest: report.digest.clone(),
        conclusion: serde_json::to_value(conclusion)
            .ok()
            .and_then(|value| Some(value.as_str()?.to_owned()))
            .unwrap_or_default(),
        reason: words.say(&msg!(
            "sign-reason",
            role = Message::new(request.role.message_id()),
            conclusion = Message::new(conclusion.message_id())
        )),
    })
}

fn words_of(report: &Verification) -> Words {
    let language = report.language.parse().unwrap_or_else(|_| Language::english());
    Words::new(&language, report.zone.clone())
}

fn look(report: &Verification, request: &SignRequest, certificate: &Certificate, size: (f32, f32)) -> SignatureLook {
    let words = words_of(report);
    let day = |time: Timestamp| time.to_zoned(words.zone().clone()).date();
    let zone = match words.zone().iana_name() {
        Some(name) => name.to_owned(),
        None => words.zone().to_offset(request.at).to_string(),
    };
    let mut lines = Vec::new();
    if !request.title.trim().is_empty() {
        lines.push(request.title.trim().to_owned());
    }
    let time = words.date_time(request.at);
    lines.push(words.say(&msg!("report-time-with-zone", time = time, zone = zone)));
    lines.push(words.say(&msg!("sign-look-certificate", name = &certificate.name)));
    lines.push(match certificate.self_signed {
        true => words.text("sign-look-self-signed"),
        false => words.say(&msg!("sign-look-issuer", name = &certificate.issuer_name)),
    });
    let (from, until) = (day(certificate.not_before), day(certificate.not_after));
    lines.push(words.say(&msg!("sign-look-valid", from = from, until = until)));
    lines.push(match &request.time_stamp_server {
        Some(server) => words.say(&msg!("sign-look-time-stamp", server = server)),
        None => words.text("sign-look-no-time-stamp"),
    });
    if matches!(report.printed, Printed::OtherEdition) {
        lines.push(words.text("sign-look-other-edition"));
    }
    SignatureLook {
        language: report.language.clone(),
        caption: words.text("sign-look-caption"),
        who: request.who.trim().to_owned(),
        lines,
        size,
        letters: match request.role {
            Role::Assessor => "SA",
            Role::Customer => "SC",
        },
    }
}
