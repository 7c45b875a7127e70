//! What goes wrong on the way to an answer, step by step, and what it means for a fact.

use jiff::SignedDuration;

use crate::{Message, facts::Unavailable, facts::network::Break, msg};

/// A step of the way into a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// Its name leads to an address.
    Name,
    /// It accepts a connection.
    Connect,
    /// The connection is encrypted, and its certificate is one that this machine trusts for this name.
    Secure,
    /// It lets us in.
    SignIn,
    /// It answers.
    Ask,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// DNS names no domain controller of the domain.
    NoController {
        /// The domain.
        domain: String,
        /// How the look-up broke.
        broke: Break,
    },
    /// The way to the server broke.
    Broke {
        /// Host and port.
        server: String,
        /// At which step.
        rung: Rung,
        /// How.
        broke: Break,
    },
    /// The server refused.
    Refused {
        /// Host and port.
        server: String,
        /// At which step.
        rung: Rung,
        /// LDAP result code (RFC 4511, appendix A).
        code: u32,
        /// The server's words, which for Active Directory hold a Windows error.
        text: String,
    },
    /// The Kerberos ticket could not be had, or did not convince.
    Ticket {
        /// Host and port.
        server: String,
        /// In which way.
        why: Ticket,
        /// The words of the Kerberos library or of the server.
        text: String,
    },
    /// The server closed the connection in the middle.
    Lost {
        /// Host and port.
        server: String,
    },
    /// No answer came in time.
    TimedOut {
        /// Host and port.
        server: String,
        /// How long was waited, in milliseconds.
        after_ms: u64,
    },
    /// An answer could not be understood.
    Malformed {
        /// Host and port.
        server: String,
        /// What was wrong with it.
        what: String,
    },
    /// The server asked for more than a look may hold.
    TooMuch {
        /// Host and port.
        server: String,
        /// How many records are taken at most.
        most: usize,
    },
    /// Something that was named to begin with belongs to another forest.
    OtherForest {
        /// The domain, or host and port.
        named: String,
        /// The forest that let us in.
        forest: String,
    },
    /// A person cancelled.
    Cancelled,
}

impl Trouble {
    /// The step that failed; none where it is not a step of the way into a server.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        match self {
            Self::NoController { .. } => Some(Rung::Name),
            Self::Broke { rung, .. } | Self::Refused { rung, .. } => Some(*rung),
            Self::Ticket { .. } => Some(Rung::SignIn),
            Self::Lost { .. } | Self::TimedOut { .. } | Self::Malformed { .. } | Self::TooMuch { .. } => {
                Some(Rung::Ask)
            }
            Self::OtherForest { .. } | Self::Cancelled => None,
        }
    }

    /// True when the account, its password or its ticket is no good anywhere. Trying a password elsewhere would only
    /// bring the account closer to being locked out.
    #[must_use]
    pub fn is_about_credentials(&self) -> bool {
        matches!(
            self,
            Self::Refused { rung: Rung::SignIn, code: 49, .. }
                | Self::Ticket { why: Ticket::None | Ticket::Expired | Ticket::ClockSkew, .. }
        )
    }

    /// The trouble as a sentence: `directory-trouble-…`.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoController { domain, broke } => {
                msg!("directory-trouble-no-controller", domain = domain, broke = broke.message())
            }
            Self::Broke { server, rung, broke } => {
                let id = match rung {
                    Rung::Name => "directory-trouble-name",
                    Rung::Connect => "directory-trouble-connect",
                    Rung::Secure => "directory-trouble-secure",
                    Rung::SignIn | Rung::Ask => "directory-trouble-ask",
                };
                msg!(id, server = server, broke = broke.message())
            }
            Self::Refused { server, rung: Rung::SignIn, code: 49, text } => {
                msg!("directory-trouble-credentials", server = server, why = Message::new(refusal(text)))
            }
            Self::Refused { server, rung: Rung::SignIn, code, text } => {
                msg!("directory-trouble-sign-in", server = server, code = result_name(*code), text = text)
            }
            Self::Refused { server, rung: Rung::Secure, code, text } => {
                msg!("directory-trouble-start-tls", server = server, code = result_name(*code), text = text)
            }
            Self::Refused { server, code, text, .. } => {
                msg!("directory-trouble-refused", server = server, code = result_name(*code), text = text)
            }
            Self::Ticket { server, why, text } => {
                msg!("directory-trouble-ticket", server = server, why = Message::new(why.message_id()), text = text)
            }
            Self::Lost { server } => msg!("directory-trouble-lost", server = server),
            Self::TimedOut { server, after_ms } => {
                let after = SignedDuration::from_millis(i64::try_from(*after_ms).unwrap_or(i64::MAX));
                msg!("directory-trouble-timed-out", server = server, after = after)
            }
            Self::Malformed { server, what } => msg!("directory-trouble-malformed", server = server, what = what),
            Self::TooMuch { server, most } => msg!("directory-trouble-too-much", server = server, most = *most),
            Self::OtherForest { named, forest } => {
                msg!("directory-trouble-other-forest", named = named, forest = forest)
            }
            Self::Cancelled => msg!("unavailable-cancelled"),
        }
    }
}

/// What is wrong with a Kerberos ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticket {
    /// There is none.
    None,
    /// It has run out.
    Expired,
    /// The clocks of this machine and of the domain are too far apart.
    ClockSkew,
    /// Kerberos knows no server of this name.
    UnknownServer,
    /// No Kerberos server of the domain was found, or none answered.
    NoKerberosServer,
    /// The server wants the sign-in tied to the TLS connection.
    ChannelBinding,
    /// Something else; the words say what.
    Other,
}

impl Ticket {
    fn message_id(self) -> &'static str {
        match self {
            Self::None => "directory-ticket-none",
            Self::Expired => "directory-ticket-expired",
            Self::ClockSkew => "directory-ticket-clock-skew",
            Self::UnknownServer => "directory-ticket-unknown-server",
            Self::NoKerberosServer => "directory-ticket-no-kerberos-server",
            Self::ChannelBinding => "directory-refusal-channel-binding",
            Self::Other => "directory-ticket-other",
        }
    }
}

impl From<Trouble> for Unavailable {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Cancelled => Self::Cancelled,
            Trouble::TimedOut { after_ms, .. } => Self::TimedOut { after_ms },
            other => Self::Inconclusive { why: other.message() },
        }
    }
}

/// What Active Directory means by "invalid credentials": the Windows error behind `data` in its words.
pub(super) fn refusal(text: &str) -> &'static str {
    let data = text.split_once("data ").map(|(_, rest)| rest.split([',', ' ']).next().unwrap_or_default());
    match data.unwrap_or_default().to_ascii_lowercase().as_str() {
        "52e" | "525" => "directory-refusal-password",
        "530" | "531" => "directory-refusal-not-now-or-here",
        "532" | "773" => "directory-refusal-must-change",
        "533" => "directory-refusal-disabled",
        "701" => "directory-refusal-expired",
        "775" => "directory-refusal-locked",
        "80090346" => "directory-refusal-channel-binding",
        _ => "directory-refusal-unnamed",
    }
}

/// The name of a result code, as RFC 4511 writes it.
fn result_name(code: u32) -> String {
    let name = match code {
        1 => "operationsError",
        2 => "protocolError",
        3 => "timeLimitExceeded",
        4 => "sizeLimitExceeded",
        7 => "authMethodNotSupported",
        8 => "strongerAuthRequired",
        10 => "referral",
        11 => "adminLimitExceeded",
        12 => "unavailableCriticalExtension",
        13 => "confidentialityRequired",
        32 => "noSuchObject",
        34 => "invalidDNSyntax",
        48 => "inappropriateAuthentication",
        49 => "invalidCredentials",
        50 => "insufficientAccessRights",
        51 => "busy",
        52 => "unavailable",
        53 => "unwillingToPerform",
        54 => "loopDetect",
        _ => return code.to_string(),
    };
    format!("{code} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_errors_behind_a_refusal_are_told_apart() {
        let windows = |data| {
            format!("80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data {data}, v4563")
        };
        assert_eq!(refusal(&windows("52e")), "directory-refusal-password");
        assert_eq!(refusal(&windows("775")), "directory-refusal-locked");
        assert_eq!(refusal(&windows("533")), "directory-refusal-disabled");
        assert_eq!(refusal(&windows("80090346")), "directory-refusal-channel-binding");
        assert_eq!(refusal("no words of that kind"), "directory-refusal-unnamed");
    }

    #[test]
    fn only_bad_credentials_forbid_another_try() {
        let refused = |rung, code| Trouble::Refused { server: "dc".into(), rung, code, text: String::new() };
        assert!(refused(Rung::SignIn, 49).is_about_credentials());
        assert!(!refused(Rung::SignIn, 51).is_about_credentials());
        assert!(!refused(Rung::Ask, 49).is_about_credentials());
    }
}
