//! Signing a report: printing or taking it, opening the key, asking for a time stamp, and writing the file at last, so that
//! nothing is half-written. The password and the key are gone before the network is asked.

use std::{path::PathBuf, sync::Arc};

use jiff::Timestamp;
use readiness_core::{
    Message, Secret, Words,
    assessment::{Assessment, file},
    collect, msg,
    report::{
        Letterhead, Report, ReportOptions, pdf,
        sign::{LARGEST_KEY_FILE, Pkcs12Signer, SelfSigner, SignError, SignRequest, Signer, Signing},
    },
};
use tokio_util::sync::CancellationToken;

use super::{News, Teller, Trouble};
use crate::{
    certificate_store::{self, CertificateStore, StoredCertificate},
    desktop::signing::SigningStep,
};

/// A report to sign.
pub struct SignOrder {
    /// Tells its news apart from those of one before.
    pub number: u64,
    /// The report.
    pub source: SignSource,
    /// Who signs, in which role, when.
    pub request: SignRequest,
    /// With what.
    pub key: SignKey,
    /// Where the signed report is written.
    pub path: PathBuf,
    /// Gives the time.
    pub clock: fn() -> Timestamp,
    /// Ends it early.
    pub cancel: CancellationToken,
}

/// Where the report comes from.
pub enum SignSource {
    /// It is printed of an assessment, in the language of the words, on this paper.
    Assessment(Arc<Assessment>, Arc<Words>, Box<Letterhead>),
    /// It is this file.
    File(Arc<Vec<u8>>),
}

/// With what is signed.
pub enum SignKey {
    /// The key in a file, with the file's password.
    File(PathBuf, Secret),
    /// The key of this certificate, in DER, in the system's store.
    Stored(Arc<dyn CertificateStore>, Vec<u8>),
    /// A key made for this signature, in the name of this organisation.
    SelfSigned(String),
}

/// The certificates of the store that can sign now.
pub(super) fn certificates(store: &dyn CertificateStore, now: Timestamp) -> Result<Vec<StoredCertificate>, Message> {
    let mut found = certificate_store::read(store, now)?;
    found.retain(|one| one.refused.is_none());
    Ok(found)
}

/// Signs, and tells what became of it.
pub(super) async fn sign(order: SignOrder, teller: Teller) {
    let number = order.number;
    let done = tokio::spawn(attempt(order, teller.clone())).await;
    teller.tell(News::Signed(number, done.unwrap_or_else(|_| Err(msg!("ui-trouble-bug")))));
}

async fn attempt(order: SignOrder, teller: Teller) -> Result<PathBuf, Message> {
    let SignOrder { number, source, request, key, path, clock, cancel } = order;
    let server = request.time_stamp_server.clone();
    let mut signing = apart(move || begin(&source, &request, key, clock())).await?;
    if let Some(server) = server.filter(|_| !cancel.is_cancelled()) {
        teller.tell(News::SigningStep(number, SigningStep::Asking));
        let query = signing.time_stamp_query().map_err(said)?;
        let answer = tokio::select! {
            answer = collect::ask_time_stamp(&server, query.der().to_vec()) => answer.map_err(helped)?,
            () = cancel.cancelled() => return Err(msg!("ui-signing-cancelled")),
        };
        signing.add_time_stamp(&query, &answer, clock()).map_err(said)?;
    }
    if cancel.is_cancelled() {
        return Err(msg!("ui-signing-cancelled"));
    }
    apart(move || {
        let bytes = signing.finish().map_err(said)?;
        file::write_atomic(&path, &bytes).map_err(|error| Trouble::from(&error).message)?;
        Ok(path)
    })
    .await
}

/// Does what takes long on a thread of its own.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Message> + Send + 'static) -> Result<T, Message> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(msg!("ui-trouble-bug")))
}

fn begin(source: &SignSource, request: &SignRequest, key: SignKey, now: Timestamp) -> Result<Signing, Message> {
    // A wrong password is told at once, before the report is printed.
    let signer: Box<dyn Signer> = match key {
        SignKey::File(path, password) => {
            let bytes = file::read_limited(&path, LARGEST_KEY_FILE).map_err(|error| Trouble::from(&error).message)?;
            Box::new(Pkcs12Signer::open(&bytes, &password).map_err(said)?)
        }
        SignKey::Stored(store, certificate) => store.signer(&certificate).map_err(said)?,
        SignKey::SelfSigned(organisation) => {
            let at = request.at.min(now);
            Box::new(SelfSigner::make(&request.who, &organisation, at).map_err(said)?)
        }
    };
    match source {
        SignSource::File(bytes) => Signing::begin(bytes, request, signer.as_ref(), now).map_err(said),
        SignSource::Assessment(assessment, words, letterhead) => {
            let report = Report::compose(assessment, words, &ReportOptions { now: request.at });
            let report = report.on(letterhead, words).for_signature(words);
            let rendered = pdf::render(&report).map_err(|error| msg!("ui-export-refused", why = error.to_string()))?;
            Signing::begin_printed(&rendered, request, signer.as_ref(), now).map_err(said)
        }
    }
}

fn said(error: SignError) -> Message {
    helped(error.message())
}

/// What went wrong, and what helps where the message itself does not say it.
fn helped(message: Message) -> Message {
    let helps = match message.id.as_str() {
        "sign-wrong-password" => "ui-signing-type-again",
        "verify-expired" | "verify-not-yet-valid" | "verify-not-for-signing" => "ui-signing-other-certificate",
        id if id.starts_with("sign-time-stamp") => "ui-signing-other-server",
        _ => return message,
    };
    msg!("ui-signing-why", why = message, helps = Message::new(helps))
}
