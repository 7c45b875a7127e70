//! Why a question was not answered, and which step of the ladder that is: sign-in, tenant, consent, role, licence,
//! cloud, network. The service's own text is not repeated, for it may repeat what it was sent.

use serde_json::Value;

use super::{http::Breakage, session::Session};
use crate::{facts::Unavailable, msg, reference::Permission};

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Graph refused.
    Status { status: u16, code: Code },
    /// It asked to wait longer than this run may.
    Throttled,
    /// The token is not taken any more and cannot be renewed.
    NotSignedIn,
    /// The connection broke.
    Breakage(Breakage),
    /// Not JSON: a page of something in between.
    NotJson,
    /// JSON, but cut off or of another shape.
    NotUnderstood,
    /// More than is read.
    TooLarge,
    /// A link leads to another host.
    LeftHost,
    /// A link leads where the list was already.
    Loops,
    /// The run was cancelled.
    Cancelled,
}

/// The error codes that mean something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The tenant lacks Entra ID P1 or P2.
    NoPremium,
    /// A permission was not granted.
    NoPermission,
    /// The signed-in person lacks a role.
    NoRole,
    /// There is no such object.
    NoObject,
    /// There is no such call in this cloud.
    NoCall,
    /// Anything else.
    Other,
}

impl Refusal {
    /// Of an error of Graph.
    pub(super) fn of(status: u16, body: &Value) -> Self {
        if status == 401 {
            return Self::NotSignedIn;
        }
        let error = body.get("error");
        let text = |field: &str| error.and_then(|error| error.get(field)).and_then(Value::as_str).unwrap_or_default();
        let code = match text("code") {
            "Authentication_RequestFromNonPremiumTenantOrB2CTenant" | "AadPremiumLicenseRequired" => Code::NoPremium,
            "Authentication_MSGraphPermissionMissing" | "PermissionScopeNotGranted" => Code::NoPermission,
            "Authentication_RequestFromUnsupportedUserRole" => Code::NoRole,
            "Request_ResourceNotFound" | "ResourceNotFound" | "NotFound" => Code::NoObject,
            "BadRequest" | "Request_BadRequest" | "" | "UnknownError"
                if text("message").starts_with("Resource not found for the segment") =>
            {
                Code::NoCall
            }
            // Privileged Identity Management wraps its own code in the message.
            _ if text("message").contains("PermissionScopeNotGranted") => Code::NoPermission,
            _ if status == 501 => Code::NoCall,
            _ => Code::Other,
        };
        Self::Status { status, code }
    }

    /// The step of the ladder. `needs` is the permission that the question needs.
    pub(super) fn unavailable(
        &self,
        host: &str,
        path: &str,
        needs: Option<&Permission>,
        session: &Session,
    ) -> Unavailable {
        let what = || path.split('?').next().unwrap_or_default().to_owned();
        let permission = || needs.map_or_else(String::new, |row| row.name.clone());
        let role = || needs.and_then(|row| row.role.clone());
        match self {
            Self::NotSignedIn => Unavailable::NotSignedIn,
            Self::Status { code: Code::NoPremium, .. } => Unavailable::LicenceMissing,
            Self::Status { code: Code::NoPermission, .. } => {
                Unavailable::PermissionMissing { permission: permission() }
            }
            Self::Status { code: Code::NoRole, .. } => {
                Unavailable::RoleMissing { role: role().unwrap_or_else(permission) }
            }
            Self::Status { code: Code::NoCall, .. } => Unavailable::UnsupportedHere { what: what() },
            // What was consented to is known for most tokens, and tells a missing consent from a missing role.
            Self::Status { status: 403, .. } => match (session.holds(&permission()), role()) {
                (Some(true), Some(role)) => Unavailable::RoleMissing { role },
                (Some(true), None) => Unavailable::Refused { by: host.to_owned() },
                _ => Unavailable::PermissionMissing { permission: permission() },
            },
            Self::Status { status: 404 | 405, code: Code::Other } => Unavailable::UnsupportedHere { what: what() },
            Self::Status { status, .. } => Unavailable::Refused { by: format!("{host} ({status})") },
            Self::Throttled => Unavailable::Throttled { by: host.to_owned() },
            Self::Breakage(Breakage::TimedOut(after)) => {
                Unavailable::TimedOut { after_ms: u64::try_from(after.as_millis()).unwrap_or(u64::MAX) }
            }
            Self::Breakage(Breakage::TooLarge) | Self::TooLarge => {
                Unavailable::Inconclusive { why: msg!("tenant-answer-too-large", what = what()) }
            }
            Self::Breakage(_) => Unavailable::Unreachable { target: host.to_owned() },
            Self::NotJson => Unavailable::Inconclusive { why: msg!("tenant-answer-not-json", host = host) },
            Self::NotUnderstood => Unavailable::Malformed { what: what() },
            Self::LeftHost => Unavailable::Inconclusive { why: msg!("tenant-answer-left-host", host = host) },
            Self::Loops => Unavailable::Inconclusive { why: msg!("tenant-answer-loops", what = what()) },
            Self::Cancelled => Unavailable::Cancelled,
        }
    }

    /// True when the object that was asked for does not exist.
    pub(super) fn is_no_object(&self) -> bool {
        matches!(self, Self::Status { status: 404, code: Code::NoObject })
    }
}
