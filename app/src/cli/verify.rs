//! `wbready verify`: whether a report is intact, who signed it, and whether they are trusted.

use std::{fmt::Write as _, process::ExitCode};

use anyhow::{Context as _, anyhow};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Message, Words,
    assessment::{Standing, file::read_limited},
    collect, msg,
    report::verify::{self, Certificate, Outcome, Printed, Revocation, SignatureReport, TimeStamp, Verification},
};
use serde_json::{Value, json};

use super::{arguments::VerifyArguments, inputs, outputs};

pub fn verify(arguments: &VerifyArguments) -> anyhow::Result<ExitCode> {
    let words = Words::new(&arguments.lang, TimeZone::system());
    let mut roots = inputs::roots(&arguments.root)?;
    roots.extend(collect::system_roots());
    let bytes = read_limited(&arguments.file, verify::LARGEST)?;
    let report = verify::verify(&bytes, &roots, Timestamp::now())
        .map_err(|_| anyhow!("{}", words.text("verify-not-a-pdf")))
        .with_context(|| arguments.file.display().to_string())?;
    if arguments.json {
        let mut text = serde_json::to_string_pretty(&as_json(&report, &words))?;
        text.push('\n');
        outputs::print(&text)?;
    } else {
        outputs::print(&as_text(&report, &words))?;
    }
    Ok(ExitCode::from(match report.outcome {
        Outcome::Trusted => 0,
        Outcome::Altered => 1,
        Outcome::NotTrusted => 3,
    }))
}

fn as_text(report: &Verification, words: &Words) -> String {
    let mut text = words.say(&report.message());
    text.push('\n');
    for change in &report.changes {
        let _ = writeln!(text, "- {}", words.say(change));
    }
    let mut row = |key: String, value: String| {
        let _ = writeln!(text, "{key}: {value}");
    };
    if let Some(assessment) = &report.assessment {
        row(words.text("verify-organisation"), assessment.subject.organisation.clone());
        let conclusion = assessment.conclude(report.printed_at).conclusion;
        row(words.text("verify-conclusion"), words.text(conclusion.message_id()));
        row(words.text("verify-digest"), report.digest.clone());
    }
    if let Some(standing) = report.standing {
        row(words.text("verify-standing"), words.text(standing_id(standing)));
    }
    row(words.text("verify-pages"), words.text(printed_id(&report.printed)));
    for signature in &report.signatures {
        let role = match signature.role {
            Some(role) => words.text(role.message_id()),
            None => signature.field.clone(),
        };
        text.push('\n');
        let _ = writeln!(text, "{}", words.say(&msg!("verify-signature", role = role)));
        let who = match signature.title.as_str() {
            "" => signature.who.clone(),
            title => format!("{} ({title})", signature.who),
        };
        let when = signature.at.map(|at| words.date_time(at)).unwrap_or_default();
        let mut row = |id: &str, value: String| {
            let _ = writeln!(text, "  {}: {value}", words.text(id));
        };
        row("verify-signed-at", format!("{who}, {when}"));
        row("verify-integrity", said(&signature.integrity, "verify-intact", words));
        if let Some(certificate) = &signature.certificate {
            row("verify-signer", certificate_line(certificate, words));
        }
        row("verify-trust", said(&signature.trust, "verify-trusted", words));
        row("verify-time-stamp", words.say(&time_stamp(&signature.time_stamp)));
        row("verify-revocation", words.say(&revocation(&signature.revocation)));
    }
    text
}

fn said(result: &Result<(), Message>, well: &str, words: &Words) -> String {
    match result {
        Ok(()) => words.text(well),
        Err(why) => words.say(why),
    }
}

fn certificate_line(certificate: &Certificate, words: &Words) -> String {
    let day = |time: Timestamp| time.to_zoned(words.zone().clone()).date();
    words.say(&msg!(
        "verify-certificate-line",
        name = &certificate.name,
        issuer = &certificate.issuer_name,
        from = day(certificate.not_before),
        until = day(certificate.not_after)
    ))
}

fn time_stamp(stamp: &TimeStamp) -> Message {
    match stamp {
        TimeStamp::None => msg!("verify-no-time-stamp"),
        TimeStamp::Stated { at, by, trust: Ok(()) } => msg!("verify-time-stamp-by", at = *at, by = by),
        TimeStamp::Stated { at, by, trust: Err(why) } => {
            msg!("verify-time-stamp-not-trusted", at = *at, by = by, why = why.clone())
        }
        TimeStamp::Invalid(why) => why.clone(),
    }
}

fn revocation(revocation: &Revocation) -> Message {
    match revocation {
        Revocation::NotChecked => msg!("verify-revocation-not-checked"),
        Revocation::Good => msg!("verify-revocation-good"),
        Revocation::Revoked(since) => msg!("verify-revocation-revoked", since = *since),
    }
}

fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Training => "summary-training",
        Standing::Draft => "verify-standing-draft",
        Standing::Stale => "verify-standing-stale",
        Standing::SignedOff => "verify-standing-signed-off",
    }
}

fn printed_id(printed: &Printed) -> &'static str {
    match printed {
        Printed::Same => "verify-pages-same",
        Printed::OtherEdition => "verify-pages-other-edition",
        Printed::Differs => "verify-pages-differ",
        Printed::Unknown => "verify-pages-unknown",
    }
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
            "time_stamp": match &signature.time_stamp {
                TimeStamp::None => Value::Null,
                TimeStamp::Stated { at, by, trust } => json!({ "at": at, "by": by, "trust": result(trust) }),
                TimeStamp::Invalid(why) => json!({ "invalid": message(why) }),
            },
            "revocation": match signature.revocation {
                Revocation::NotChecked => json!("not_checked"),
                Revocation::Good => json!("good"),
                Revocation::Revoked(since) => json!({ "revoked": since }),
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
