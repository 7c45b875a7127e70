//! The subject: who and what is assessed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reference::Cloud;

/// Organisation, tenant, forest, sync server, and the two people needed for the test.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Subject {
    /// The organisation, as printed on the report.
    pub organisation: String,
    /// Tenant: a domain of it, or its id.
    pub tenant: String,
    /// The cloud the tenant lives in.
    pub cloud: Cloud,
    /// DNS name of the forest root.
    pub forest: String,
    /// Host name of the server that runs Entra Connect.
    pub sync_server: String,
    /// The program runs on that server, so its own view closes the server's items.
    pub this_is_sync_server: bool,
    /// User principal name of the test user.
    pub test_user: String,
    /// User principal name of the administrator who enables writeback.
    pub admin: String,
    /// Who makes the assessment: a consultancy or a team.
    pub assessor: String,
    /// Fields that a newer program wrote.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}
