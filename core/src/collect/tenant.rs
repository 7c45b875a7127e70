//! The tenant collector: signs in to one tenant of one cloud and asks Microsoft Graph what the checks need to know, with
//! rights to read and no others. A question that is not answered says which step is missing: sign-in, tenant, consent,
//! role, licence, cloud, network. Nothing is judged here.

mod accounts;
mod address;
mod audit;
mod collector;
mod exported;
mod features;
mod graph;
mod http;
mod licences;
mod look;
mod organization;
mod population;
mod question;
mod record;
mod refusal;
mod registration;
mod roles;
mod session;
mod sign_in;
mod way_on;

use std::collections::BTreeSet;

use crate::Subject;

pub use address::{AddressError, CloudAddress, tenant_name};
pub use collector::TenantCollector;
pub use exported::{Exported, ExportedError, exported};
pub use graph::Graph;
pub use http::{ClientError, TenantSettings};
pub use look::look;
pub use population::{PopulationError, PopulationHead, PopulationReset, PopulationUser, population};
pub use question::{Question, permissions};
pub use session::Session;
pub use sign_in::{Application, Certificate, CertificateError, Prompt, Registration, SignIn, SignInRefused, sign_in};
pub use way_on::{open_questions, ways_on};

/// What to look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TenantRequest {
    /// The tenant that it must be: a domain of it, or its id.
    pub tenant: String,
    /// User principal name of the administrator; may be empty.
    pub admin: String,
    /// User principal name of the test user; may be empty.
    pub test_user: String,
    /// The checks whose questions are asked; all questions when it is empty.
    pub checks: BTreeSet<String>,
}

impl TenantRequest {
    /// For the accounts of a subject.
    pub fn of(subject: &Subject, checks: BTreeSet<String>) -> Self {
        Self {
            tenant: subject.tenant.clone(),
            admin: subject.admin.clone(),
            test_user: subject.test_user.clone(),
            checks,
        }
    }
}
