//! The sign-in to the tenant: nobody, somebody who is asked to do something, or somebody. It lives until the window is
//! closed and is written nowhere.

use std::sync::Arc;

use readiness_core::{Message, collect::tenant::Prompt};
use tokio_util::sync::CancellationToken;

use crate::live::SignedIn;

/// How a person signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With the browser of this machine.
    Browser,
    /// With a code, in a browser of any machine.
    Code,
}

/// The sign-in to the tenant.
#[derive(Default)]
pub struct Tenant {
    /// Where it stands.
    pub state: SignInState,
    /// Why the last try came to nothing.
    pub refused: Option<SignInTrouble>,
    /// Tells news of the newest try apart from those of one before.
    pub number: u64,
}

/// Where a sign-in stands.
#[derive(Default)]
pub enum SignInState {
    /// Nobody is signed in.
    #[default]
    Out,
    /// A person is asked to do something.
    Going {
        /// What; none until the service has answered.
        prompt: Option<Prompt>,
        /// Ends it.
        cancel: CancellationToken,
    },
    /// Somebody is signed in.
    In(Arc<SignedIn>),
}

/// Why a sign-in came to nothing.
#[derive(Debug, Clone)]
pub struct SignInTrouble {
    /// Why.
    pub why: Message,
    /// Where an administrator consents, when that is what is missing.
    pub consent: Option<String>,
}

impl Tenant {
    /// Who is signed in.
    pub fn signed_in(&self) -> Option<&Arc<SignedIn>> {
        match &self.state {
            SignInState::In(signed_in) => Some(signed_in),
            SignInState::Out | SignInState::Going { .. } => None,
        }
    }

    /// True while a person is asked to do something.
    pub fn is_going(&self) -> bool {
        matches!(self.state, SignInState::Going { .. })
    }
}
