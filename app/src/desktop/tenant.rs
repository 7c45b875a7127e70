//! The sign-in to the tenant: nobody, somebody who is asked to do something, or somebody. It lives until the window is
//! closed; what renews it goes to the keychain when the person says so, and nowhere else.

use std::{collections::BTreeSet, sync::Arc};

use readiness_core::{
    Message, Subject,
    collect::tenant::{AddressError, CloudAddress, Prompt, Question, Registration, permissions, tenant_name},
    reference::Reference,
};
use tokio_util::sync::CancellationToken;

use crate::live::SignedIn;

/// How a person signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With the browser of this machine.
    Browser,
    /// With a code, in a browser of any machine.
    Code,
    /// As last time, with what the keychain keeps.
    Kept,
}

/// What became of what the keychain keeps of a sign-in.
#[derive(Debug, Clone, PartialEq)]
pub enum Keeping {
    /// Nothing.
    AsBefore,
    /// It is there now, under this name.
    Kept(String),
    /// What had this name is there no longer.
    Forgotten(String),
    /// The keychain would not.
    Refused(Message),
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

/// Who asks for a sign-in to this subject's tenant: the application with this id, or Microsoft's own when it is empty.
///
/// # Errors
/// The tenant is not named by a domain or an id, or the cloud's addresses cannot be used.
pub fn registration(subject: &Subject, reference: &Reference, client_id: &str) -> Result<Registration, AddressError> {
    let default = reference.permissions.default_client.as_str();
    let asked_for = permissions(&reference.permissions, &Question::of(&BTreeSet::new()));
    Ok(Registration {
        address: CloudAddress::new(reference.endpoints.cloud(subject.cloud))?,
        tenant: tenant_name(&subject.tenant)?.to_owned(),
        client_id: if client_id.is_empty() { default } else { client_id }.to_owned(),
        permissions: asked_for.iter().map(|row| row.name.clone()).collect(),
    })
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
