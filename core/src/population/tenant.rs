//! What the tenant says of all users, as `collect tenant --population` wrote it down, in as little memory as it takes: 18
//! bytes a user. Users are joined by their anchor, which the tenant keeps as the immutable id: the 16 bytes of
//! `mS-DS-ConsistencyGuid` or `objectGUID` in base64.

use std::io::BufRead;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde::Deserialize;
use thiserror::Error;

use super::{Cause, UserSeen};
use crate::{
    collect::tenant::{PopulationHead, PopulationUser},
    facts::{Seen, Unavailable},
};

/// The longest line of a population file, in bytes.
const LONGEST: u64 = 64 * 1024;

/// The users of the tenant.
#[derive(Debug)]
pub struct TenantUsers {
    /// First line of the file.
    pub head: PopulationHead,
    /// Users in the file.
    pub count: usize,
    /// By anchor.
    users: Vec<([u8; 16], u16)>,
    /// Synchronised users whose immutable id is no GUID, so that they cannot be joined.
    other_anchors: usize,
}

/// Why a file was refused.
#[derive(Debug, Error)]
pub enum TenantUsersError {
    /// The system's error.
    #[error(transparent)]
    Read(#[from] std::io::Error),
    /// It is no population file, or of a version that this program does not know.
    #[error("line {line}: {what}")]
    Malformed {
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// It breaks off.
    #[error("it breaks off after {0} users: collect it again")]
    BreaksOff(usize),
}

/// Bits of what is known of a user.
const SYNCHRONISED: u16 = 1;
const ENABLED: u16 = 1 << 1;
const ENABLED_KNOWN: u16 = 1 << 2;
const LICENSED: u16 = 1 << 3;
const LICENSED_KNOWN: u16 = 1 << 4;
const IN_SCOPE: u16 = 1 << 5;
const REGISTERED: u16 = 1 << 6;
const ADMINISTRATOR: u16 = 1 << 7;
const RESET_KNOWN: u16 = 1 << 8;

impl TenantUsers {
    /// Nobody yet, of this tenant.
    #[must_use]
    pub fn new(head: PopulationHead) -> Self {
        Self { head, count: 0, users: Vec::new(), other_anchors: 0 }
    }

    /// Everybody was taken; they can be found from here on.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.users.sort_unstable();
        self
    }

    /// Reads a population file.
    ///
    /// # Errors
    /// The system's; another kind of file; one that breaks off.
    pub fn read(mut lines: impl BufRead) -> Result<Self, TenantUsersError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct End {
            end: usize,
        }
        let (mut text, mut at) = (Vec::new(), 0);
        let mut next = || -> Result<Option<(usize, Vec<u8>)>, TenantUsersError> {
            text.clear();
            at += 1;
            let read = std::io::Read::take(&mut lines, LONGEST).read_until(b'\n', &mut text)?;
            if read as u64 == LONGEST {
                return Err(TenantUsersError::Malformed { line: at, what: "the line is too long".to_owned() });
            }
            Ok((read > 0).then(|| (at, text.clone())))
        };
        let malformed =
            |line| move |error: serde_json::Error| TenantUsersError::Malformed { line, what: error.to_string() };
        let (line, first) = next()?.ok_or(TenantUsersError::BreaksOff(0))?;
        let head: PopulationHead = serde_json::from_slice(&first).map_err(malformed(line))?;
        if head.format != "readiness-population" || head.version != 1 {
            let what = format!("expected readiness-population, version 1, found {} {}", head.format, head.version);
            return Err(TenantUsersError::Malformed { line, what });
        }
        let mut all = Self::new(head);
        while let Some((line, text)) = next()? {
            if let Ok(End { end }) = serde_json::from_slice(&text) {
                if end != all.count {
                    return Err(TenantUsersError::BreaksOff(all.count));
                }
                return Ok(all.sorted());
            }
            all.take(&serde_json::from_slice(&text).map_err(malformed(line))?);
        }
        Err(TenantUsersError::BreaksOff(all.count))
    }

    /// Takes a user.
    pub fn take(&mut self, user: &PopulationUser) {
        self.count += 1;
        let anchor = user.immutable_id.as_deref().and_then(|id| BASE64.decode(id).ok());
        let Some(anchor) = anchor.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()) else {
            self.other_anchors += usize::from(user.synchronised);
            return;
        };
        let when = |holds: bool, bit: u16| if holds { bit } else { 0 };
        let known = |value: Option<bool>, bit: u16, known: u16| value.map_or(0, |holds| when(holds, bit) | known);
        let reset = user.reset.map_or(0, |reset| {
            RESET_KNOWN
                | when(reset.enabled, IN_SCOPE)
                | when(reset.registered, REGISTERED)
                | when(reset.is_admin, ADMINISTRATOR)
        });
        let licensed = user.plans.as_ref().map(|plans| !plans.is_empty());
        let bits = when(user.synchronised, SYNCHRONISED)
            | known(user.enabled, ENABLED, ENABLED_KNOWN)
            | known(licensed, LICENSED, LICENSED_KNOWN)
            | reset;
        self.users.push((anchor, bits));
    }

    fn of(&self, anchor: [u8; 16]) -> Option<u16> {
        let at = self.users.binary_search_by_key(&anchor, |(anchor, _)| *anchor).ok()?;
        self.users.get(at).map(|(_, bits)| *bits)
    }

    /// What speaks against the user in the tenant.
    pub(super) fn causes(&self, user: &UserSeen) -> Vec<Cause> {
        let by_consistency = user.consistency_guid.as_result().ok().and_then(|guid| self.of((*guid)?));
        let unread = |what: &str, why: Unavailable| Cause::Unread { what: what.to_owned(), why };
        let Some(bits) = by_consistency.or_else(|| self.of(user.object_guid)) else {
            // Who is not found is not there only where everybody would be found.
            return vec![match &user.consistency_guid {
                Seen::Missing(why) => unread("mS-DS-ConsistencyGuid", why.clone()),
                Seen::Seen(_) if self.other_anchors > 0 => {
                    unread("onPremisesImmutableId", Unavailable::NotInEvidence { what: "objectGUID".to_owned() })
                }
                Seen::Seen(_) => Cause::NotSynchronised,
            }];
        };
        if bits & SYNCHRONISED == 0 {
            return vec![Cause::NotSynchronised];
        }
        let unseen = |what: &str| unread(what, Unavailable::NotInEvidence { what: what.to_owned() });
        let mut causes = Vec::new();
        match bits & (ENABLED | ENABLED_KNOWN) {
            0 => causes.push(unseen("accountEnabled")),
            ENABLED_KNOWN => causes.push(Cause::DisabledInTenant),
            _ => {}
        }
        match bits & (LICENSED | LICENSED_KNOWN) {
            0 => causes.push(unseen("assignedPlans")),
            LICENSED_KNOWN => causes.push(Cause::NotLicensed),
            _ => {}
        }
        if bits & RESET_KNOWN == 0 {
            let what = "userRegistrationDetails";
            causes.push(self.head.registration_missing.clone().map_or_else(|| unseen(what), |why| unread(what, why)));
        } else {
            // Administrators are always in scope, by a policy of their own.
            if bits & (IN_SCOPE | ADMINISTRATOR) == 0 {
                causes.push(Cause::OutOfScope);
            } else if bits & REGISTERED == 0 {
                causes.push(Cause::NotRegistered);
            }
        }
        causes
    }
}
