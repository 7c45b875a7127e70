//! What Microsoft Graph says of the tenant and of the two accounts.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Seen;

/// One look at the tenant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TenantFacts {
    /// Who the tenant is, to compare with the subject.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub identity: Seen<TenantIdentity>,
    /// Subscriptions (`/subscribedSkus`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub licences: Seen<Vec<OwnedLicence>>,
    /// The administrator who enables writeback.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub admin: Seen<Account>,
    /// The administrator's licences (`/users/{id}/licenseDetails`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub admin_plans: Seen<Vec<ServicePlan>>,
    /// The administrator's directory roles.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub admin_roles: Seen<Vec<RoleHeld>>,
    /// The test user.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub test_user: Seen<Account>,
    /// The test user's licences.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub test_user_plans: Seen<Vec<ServicePlan>>,
    /// The test user's registration for self-service reset (`userRegistrationDetails`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub test_user_reset: Seen<ResetRegistration>,
    /// Synchronisation of the organisation (`/organization`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub synchronisation: Seen<Synchronisation>,
    /// Audit entries about writeback and resets, newest first (`/auditLogs/directoryAudits`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub audit: Seen<Vec<AuditEntry>>,
    /// Synchronisation features: shown, never judged (`passwordWritebackEnabled` is no longer in use).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub features: Seen<Features>,
    /// Health of the service's parts: shown, never judged (`/admin/serviceAnnouncement/healthOverviews`).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub health: Seen<Vec<ServiceHealth>>,
}

/// Who the tenant is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TenantIdentity {
    /// Directory id (GUID).
    pub id: String,
    /// Display name.
    pub name: String,
    /// Verified domains.
    #[serde(default)]
    pub domains: Vec<String>,
}

/// A subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnedLicence {
    /// `skuId` (GUID).
    pub sku_id: String,
    /// `skuPartNumber`, such as `EMSPREMIUM`.
    pub part_number: String,
    /// `capabilityStatus`: Enabled, Warning, Suspended, Deleted, LockedOut.
    pub capability: String,
    /// `appliesTo`: User or Company.
    pub applies_to: String,
    /// Units bought and enabled.
    pub enabled_units: u32,
    /// Units assigned.
    pub consumed_units: u32,
    /// Plans inside.
    pub plans: Vec<ServicePlan>,
}

/// A service plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServicePlan {
    /// `servicePlanId` (GUID).
    pub id: String,
    /// `servicePlanName`, such as `AAD_PREMIUM`.
    pub name: String,
    /// `provisioningStatus`: Success, Disabled, PendingInput, ….
    pub status: String,
}

/// An account as Graph knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// User principal name.
    pub upn: String,
    /// `accountEnabled`.
    pub enabled: bool,
    /// `onPremisesSyncEnabled`: comes from the directory.
    pub synchronised: bool,
    /// Source of authority was converted to the cloud (`onPremisesSyncBehavior.isCloudManaged`).
    #[serde(default)]
    pub cloud_managed: bool,
    /// The domain of the UPN signs in through federation.
    pub federated: bool,
    /// How that domain signs in could not be read, so `federated` says nothing.
    #[serde(default)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub federation_unknown: bool,
    /// A guest.
    #[serde(default)]
    pub guest: bool,
}

/// How an account holds a directory role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleHeld {
    /// Role template id (GUID).
    pub template_id: String,
    /// Display name.
    pub name: String,
    /// How it is held.
    pub how: RoleAssignment,
}

/// Ways to hold a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleAssignment {
    /// Assigned to the account, active now.
    Direct,
    /// Through a group.
    Group {
        /// The group's name.
        name: String,
    },
    /// May be activated, is not active.
    Eligible,
}

/// Registration for self-service password reset.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ResetRegistration {
    /// `isSsprEnabled`: in the scope of self-service reset.
    pub enabled: bool,
    /// `isSsprRegistered`: enough methods registered.
    pub registered: bool,
    /// `isSsprCapable`: enabled and registered.
    #[serde(default)]
    pub capable: bool,
    /// `isAdmin`: holds an administrator role, so another policy applies.
    pub is_admin: bool,
    /// `methodsRegistered`.
    #[serde(default)]
    pub methods: Vec<String>,
}

/// Synchronisation of the organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Synchronisation {
    /// `onPremisesSyncEnabled`.
    pub enabled: bool,
    /// `onPremisesLastSyncDateTime`.
    pub last_at: Option<Timestamp>,
}

/// One entry of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// `activityDisplayName`.
    pub activity: String,
    /// `result` is success.
    pub success: bool,
    /// `resultReason`, such as `OnPremisesSuccessCloudFailure`.
    #[serde(default)]
    pub reason: String,
    /// The user it was done to.
    #[serde(default)]
    pub target: String,
    /// `loggedByService`.
    #[serde(default)]
    pub service: String,
}

/// Synchronisation features, for information.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Features {
    /// No longer in use by the service.
    pub password_writeback_enabled: Option<bool>,
    /// Password hash synchronisation.
    pub password_sync_enabled: Option<bool>,
    /// Users who must change their password at next sign-in are synchronised as such.
    pub force_change_enabled: Option<bool>,
}

/// Health of a part of the service, for information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceHealth {
    /// Its name, such as `Microsoft Entra`.
    pub service: String,
    /// `status`: serviceOperational, investigating, serviceDegradation, ….
    pub status: String,
}
