//! Why nobody is signed in, in words that say what to do. The service's own text is not repeated: only the number it is
//! known by.

use std::time::Duration;

use thiserror::Error;

use crate::{
    Message,
    collect::tenant::{AddressError, http::ClientError, sign_in::CertificateError},
    msg,
};

/// Why a sign-in came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SignInRefused {
    /// The tenant or an address cannot be used.
    #[error(transparent)]
    Address(AddressError),
    /// The client could not be made.
    #[error(transparent)]
    Client(ClientError),
    /// The certificate cannot be used.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// No port on loopback could be opened for the browser to come back to.
    #[error("no port could be opened on 127.0.0.1 for the browser to come back to")]
    NoListener,
    /// Nobody finished the sign-in in time.
    #[error("nobody signed in in time")]
    NobodySignedIn,
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The sign-in service did not answer.
    #[error("{0} did not answer")]
    Unreachable(String),
    /// It took too long.
    #[error("no answer within {} ms", .0.as_millis())]
    TimedOut(Duration),
    /// Something answered, but not the sign-in service: often a proxy's own page.
    #[error("the answer was not the sign-in service's")]
    NotUnderstood,
    /// What was pasted is no token.
    #[error("what was given is not a token")]
    NotAToken,
    /// The service refused.
    #[error("refused: {}{}", .why.id(), .number.map(|number| format!(" (AADSTS{number})")).unwrap_or_default())]
    Service {
        /// What its number means.
        why: Why,
        /// Its number, when it gave one.
        number: Option<u32>,
    },
}

/// What the sign-in service's refusals mean, as far as something can be done about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The permissions were never consented to.
    ConsentMissing,
    /// The person declined.
    Declined,
    /// The tenant is not in this cloud, or does not exist.
    NoSuchTenant,
    /// The application is not registered in the tenant.
    NoSuchApplication,
    /// The secret is wrong.
    SecretWrong,
    /// The secret ran out.
    SecretExpired,
    /// The certificate is not registered with the application.
    CertificateUnknown,
    /// The application may not sign in without a secret: public client flows are off.
    PublicClientOff,
    /// Conditional Access blocks it.
    ConditionalAccess,
    /// A second factor is needed, and this way cannot ask for it.
    SecondFactor,
    /// The account is not assigned to the application.
    NotAssigned,
    /// The account or application belongs to another cloud.
    OtherCloud,
    /// The account is not in this tenant.
    OtherTenant,
    /// The password or the sign-in ran out.
    SignInExpired,
    /// This machine's clock is off.
    Clock,
    /// The redirect address is not registered.
    RedirectUnknown,
    /// Anything else.
    Other,
}

impl Why {
    fn id(self) -> &'static str {
        match self {
            Self::ConsentMissing => "consent-missing",
            Self::Declined => "declined",
            Self::NoSuchTenant => "no-such-tenant",
            Self::NoSuchApplication => "no-such-application",
            Self::SecretWrong => "secret-wrong",
            Self::SecretExpired => "secret-expired",
            Self::CertificateUnknown => "certificate-unknown",
            Self::PublicClientOff => "public-client-off",
            Self::ConditionalAccess => "conditional-access",
            Self::SecondFactor => "second-factor",
            Self::NotAssigned => "not-assigned",
            Self::OtherCloud => "other-cloud",
            Self::OtherTenant => "other-tenant",
            Self::SignInExpired => "expired",
            Self::Clock => "clock",
            Self::RedirectUnknown => "redirect-unknown",
            Self::Other => "other",
        }
    }

    /// Meaning of an AADSTS number. Source: Microsoft Entra authentication and authorization error codes,
    /// <https://learn.microsoft.com/entra/identity-platform/reference-error-codes>.
    fn of_number(number: u32) -> Self {
        match number {
            65001 | 90094 | 90093 | 900_941 => Self::ConsentMissing,
            65004 => Self::Declined,
            90002 | 900_021 | 900_023 => Self::NoSuchTenant,
            700_016 | 650_052 => Self::NoSuchApplication,
            7_000_215 => Self::SecretWrong,
            7_000_222 => Self::SecretExpired,
            700_027 | 700_030 => Self::CertificateUnknown,
            7_000_218 => Self::PublicClientOff,
            53000 | 53001 | 53003 | 53004 | 530_003 | 530_035 => Self::ConditionalAccess,
            50072 | 50074 | 50076 | 50079 => Self::SecondFactor,
            50105 => Self::NotAssigned,
            90038 | 90043 | 900_382 | 900_432 | 900_439 => Self::OtherCloud,
            50020 | 50034 | 51004 | 90072 => Self::OtherTenant,
            50055 | 50133 | 50173 | 70008 | 70043 | 70044 | 700_082 | 700_084 => Self::SignInExpired,
            700_024 | 50013 => Self::Clock,
            50011 | 500_113 => Self::RedirectUnknown,
            _ => Self::Other,
        }
    }
}

impl SignInRefused {
    /// Of the two fields of a refusal.
    pub(in crate::collect::tenant) fn of(error: &str, description: &str) -> Self {
        let number = number(description);
        let known = number.map(Why::of_number).filter(|why| *why != Why::Other);
        let why = known.unwrap_or(match error {
            "access_denied" | "authorization_declined" => Why::Declined,
            "expired_token" => return Self::NobodySignedIn,
            "consent_required" | "interaction_required" => Why::ConsentMissing,
            _ => Why::Other,
        });
        Self::Service { why, number }
    }

    /// The reason in words, with what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Address(error) => msg!("sign-in-address", what = error.to_string()),
            Self::Client(error) => msg!("sign-in-client", what = error.to_string()),
            Self::Certificate(error) => error.message(),
            Self::NoListener => msg!("sign-in-no-listener"),
            Self::NobodySignedIn => msg!("sign-in-nobody"),
            Self::Cancelled => msg!("sign-in-cancelled"),
            Self::Unreachable(host) => msg!("sign-in-unreachable", host = host),
            Self::TimedOut(after) => {
                let after = jiff::SignedDuration::from_millis(i64::try_from(after.as_millis()).unwrap_or(i64::MAX));
                msg!("sign-in-timed-out", after = after)
            }
            Self::NotUnderstood => msg!("sign-in-not-understood"),
            Self::NotAToken => msg!("sign-in-not-a-token"),
            Self::Service { why, number: None } => Message::new(format!("sign-in-{}", why.id())),
            Self::Service { why, number: Some(number) } => {
                let reason = Message::new(format!("sign-in-{}", why.id()));
                msg!("sign-in-numbered", reason = reason, number = format!("AADSTS{number}"))
            }
        }
    }

    /// True when an administrator's consent is what is missing.
    pub fn is_consent(&self) -> bool {
        matches!(self, Self::Service { why: Why::ConsentMissing, .. })
    }
}

/// The number behind the first `AADSTS`.
fn number(description: &str) -> Option<u32> {
    let (_, rest) = description.split_once("AADSTS")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).take(8).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Words};

    const ALL: [Why; 17] = [
        Why::ConsentMissing,
        Why::Declined,
        Why::NoSuchTenant,
        Why::NoSuchApplication,
        Why::SecretWrong,
        Why::SecretExpired,
        Why::CertificateUnknown,
        Why::PublicClientOff,
        Why::ConditionalAccess,
        Why::SecondFactor,
        Why::NotAssigned,
        Why::OtherCloud,
        Why::OtherTenant,
        Why::SignInExpired,
        Why::Clock,
        Why::RedirectUnknown,
        Why::Other,
    ];

    #[test]
    fn the_number_decides_and_the_text_is_not_repeated() {
        let said = "AADSTS7000215: Invalid client secret MARK-SECRET provided. Trace ID: x";
        let refused = SignInRefused::of("invalid_client", said);
        assert_eq!(refused, SignInRefused::Service { why: Why::SecretWrong, number: Some(7_000_215) });
        assert!(!format!("{refused} {refused:?} {:?}", refused.message()).contains("MARK"));
        assert!(SignInRefused::of("invalid_grant", "AADSTS65001: no consent").is_consent());
        assert_eq!(SignInRefused::of("expired_token", ""), SignInRefused::NobodySignedIn);
        assert!(matches!(SignInRefused::of("MARK", "MARK"), SignInRefused::Service { why: Why::Other, number: None }));
    }

    #[test]
    fn every_refusal_has_words_in_every_language() {
        for language in Language::all() {
            let words = Words::new(&language, jiff::tz::TimeZone::UTC);
            for why in ALL {
                let text = words.say(&SignInRefused::Service { why, number: Some(1) }.message());
                assert!(text.contains("AADSTS1") && !text.contains("sign-in-"), "{why:?}: {text}");
            }
        }
    }
}
