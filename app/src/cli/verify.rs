//! `wbready verify`: whether a report is intact, who signed it, and whether they are trusted.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, anyhow};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Message, Words,
    assessment::{Standing, file::read_limited},
    collect,
    report::verify::{self, Outcome, Printed, Revocation, SignatureReport, TimeStamp, Trust, Verification},
};
use serde_json::{Value, json};

use super::{inputs, outputs};

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The report.
    #[arg(value_name = "REPORT.pdf")]
    pub file: PathBuf,
    /// Trust these authorities besides the system's (PEM).
    #[arg(long, value_name = "F.pem")]
    pub root: Vec<PathBuf>,
    /// Look into these revocation lists besides those in the report (PEM or DER).
    #[arg(long, value_name = "F.crl")]
    pub crl: Vec<PathBuf>,
    /// Print the results as JSON.
    #[arg(long)]
    pub json: bool,
    /// Language of what is printed.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

pub fn verify(arguments: &VerifyArguments) -> anyhow::Result<ExitCode> {
    let words = Words::new(&arguments.lang, TimeZone::system());
    let mut roots = inputs::roots(&arguments.root)?;
    roots.extend(collect::system_roots());
    let bytes = read_limited(&arguments.file, verify::LARGEST)?;
    let trust = Trust { roots, lists: inputs::lists(&arguments.crl)? };
    let report = verify::verify_by(&bytes, &trust, Timestamp::now())
        .map_err(|_| anyhow!("{}", words.text("verify-not-a-pdf")))
        .with_context(|| arguments.file.display().to_string())?;
    if arguments.json {
        let mut text = serde_json::to_string_pretty(&as_json(&report, &words))?;
        text.push('\n');
        outputs::print(&text)?;
    } else {
        outputs::print(&report.text(&words))?;
    }
    Ok(ExitCode::from(match report.outcome {
        Outcome::Trusted => 0,
        Outcome::Altered => 1,
        Outcome::NotTrusted => 3,
    }))
}

fn as_json(report: &Verification, words: &Words) -> Value {
    let message = |message: &Message| json!({ "id": message.id, "text": words.say(message) });
    let result = |result: &Result<(), Message>| match result {
        Ok(()) => json!({ "ok": true }),
        Err(why) => json!({ "ok": false, "why": message(why) }),
    };
    let signature = |signature: &SignatureReport| {
        json!({
            "field": signature.field,
            "role": signature.role,
            "who": signature.who,
            "title": signature.title,
            "at": signature.at,
            "integrity": result(&signature.integrity),
            "trust": result(&signature.trust),
            "certificate": signature.certificate.as_ref().map(|certificate| json!({
                "subject": certificate.subject,
                "issuer": certificate.issuer,
                "serial": certificate.serial,
                "not_before": certificate.not_before,
                "not_after": certificate.not_after,
                "self_signed": certificate.self_signed,
                "sha256": certificate.sha256,
            })),
            "chain": signature.chain.iter().map(|one| one.subject.as_str()).collect::<Vec<_>>(),
            "time_stamp": match &signature.time_stamp {
                TimeStamp::None => Value::Null,
                TimeStamp::Stated { at, by, trust } => json!({ "at": at, "by": by, "trust": result(trust) }),
                TimeStamp::Invalid(why) => json!({ "invalid": message(why) }),
            },
            "revocation": match &signature.revocation {
                Revocation::NotChecked => json!("not_checked"),
                Revocation::Good(as_of) => json!({ "good": as_of }),
                Revocation::Revoked { name, since } => json!({ "revoked": since, "name": name }),
            },
        })
    };
    json!({
        "format": "readiness-verification",
        "version": 1,
        "outcome": match report.outcome {
            Outcome::Trusted => "trusted",
            Outcome::NotTrusted => "not_trusted",
            Outcome::Altered => "altered",
        },
        "text": words.say(&report.message()),
        "changes": report.changes.iter().map(message).collect::<Vec<_>>(),
        "standing": report.standing.map(|standing| match standing {
            Standing::Training => "training",
            Standing::Draft => "draft",
            Standing::Stale => "stale",
            Standing::SignedOff => "signed_off",
        }),
        "pages": match report.printed {
            Printed::Same => "same",
            Printed::OtherEdition => "other_edition",
            Printed::Differs => "differ",
            Printed::Unknown => "unknown",
        },
        "digest": report.digest,
        "language": report.language,
        "printed_at": report.printed_at,
        "conclusion": report.assessment.as_ref().map(|assessment| assessment.conclude(report.printed_at).conclusion),
        "signatures": report.signatures.iter().map(signature).collect::<Vec<_>>(),
    })
}
