//! Licences and registration of all users, one after another: joined by id, streamed, for the scan of the directory to
//! join by immutable id. Of the whole population only 17 bytes for each registered user are held.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::{Graph, question::Question, record::Record, refusal::Refusal, registration};
use crate::{Message, facts::Unavailable, reference::Reference};

/// First line of a population file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PopulationHead {
    /// Always `readiness-population`.
    pub format: String,
    /// Major version of the format: 1.
    pub version: u32,
    /// The tenant that was asked.
    pub tenant: String,
    /// When the reading began.
    pub seen_at: Timestamp,
    /// Why no user has a registration, when the report could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_missing: Option<Unavailable>,
}

/// One user; a line each. What could not be read is left out, and says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationUser {
    /// Object id in the tenant.
    pub id: String,
    /// User principal name.
    pub upn: String,
    /// `onPremisesImmutableId`, by which the directory knows the user: usually the objectGUID in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub immutable_id: Option<String>,
    /// `accountEnabled`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// `onPremisesSyncEnabled`.
    #[serde(default)]
    pub synchronised: bool,
    /// Ids of the enabled plans that license writeback. None when they could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plans: Option<Vec<String>>,
    /// Registration for reset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reset: Option<PopulationReset>,
}

/// Registration of a user for self-service reset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationReset {
    /// `isSsprEnabled`.
    pub enabled: bool,
    /// `isSsprRegistered`.
    pub registered: bool,
    /// `isAdmin`.
    pub is_admin: bool,
}

/// Why the population could not be read to its end.
#[derive(Debug, Error)]
pub enum PopulationError {
    /// The tenant did not answer.
    #[error("the users could not be read")]
    Unavailable(Unavailable),
    /// The lines could not be written.
    #[error(transparent)]
    Write(#[from] std::io::Error),
}

impl PopulationError {
    /// The reason in words, where there are some.
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Unavailable(why) => Some(why.message()),
            Self::Write(_) => None,
        }
    }
}

const USERS: &str = "/users?$select=id,userPrincipalName,accountEnabled,onPremisesSyncEnabled,onPremisesImmutableId,\
                     assignedPlans&$top=999";

/// Streams the population of the session's tenant. `head` is called once, before the first user.
///
/// Returns how many users there were.
///
/// # Errors
/// A page could not be read, so the list is not whole; or `head` or `user` failed.
pub async fn population(
    graph: &Graph,
    reference: &Reference,
    mut head: impl FnMut(&PopulationHead) -> std::io::Result<()>,
    mut user: impl FnMut(&PopulationUser) -> std::io::Result<()>,
) -> Result<usize, PopulationError> {
    let why = |question: Question, path: &str, refusal: &Refusal| {
        let needs = reference.permissions.for_question(question.key()).next();
        refusal.unavailable(graph.address().graph_host(), path, needs, graph.session())
    };
    let seen_at = Timestamp::now();
    let path =
        format!("/reports/authenticationMethods/userRegistrationDetails?$select={}&$top=999", registration::SELECT);
    let mut registered = Registered::default();
    let read = graph.each_page(&path, |page| registered.take(page)).await;
    let registration_missing = read.err().map(|refusal| why(Question::TestUserReset, &path, &refusal));
    if registration_missing.is_some() {
        registered = Registered::default();
    }
    registered.sort();
    head(&PopulationHead {
        format: "readiness-population".to_owned(),
        version: 1,
        tenant: graph.session().registration().tenant.clone(),
        seen_at,
        registration_missing,
    })?;
    let mut count = 0;
    let mut written = Ok(());
    let read = graph
        .each_page(USERS, |page| {
            for record in Record::all(page, "users").map_err(|_| Refusal::NotUnderstood)? {
                let one = read_user(&record, reference, &registered).map_err(|_| Refusal::NotUnderstood)?;
                written = user(&one);
                if written.is_err() {
                    return Err(Refusal::Cancelled);
                }
                count += 1;
            }
            Ok(())
        })
        .await;
    written?;
    read.map_err(|refusal| PopulationError::Unavailable(why(Question::TestUser, "/users", &refusal)))?;
    Ok(count)
}

fn read_user(
    record: &Record<'_>,
    reference: &Reference,
    registered: &Registered,
) -> Result<PopulationUser, Unavailable> {
    let id = record.text("id")?;
    let plans = record.records("assignedPlans").ok().map(|plans| {
        let qualifies = |plan: &Record<'_>| {
            let id = plan.maybe_text("servicePlanId").ok()??;
            let enabled = plan.maybe_text("capabilityStatus").ok()? == Some("Enabled");
            (enabled && reference.licences.qualifies(id)).then(|| id.to_lowercase())
        };
        plans.iter().filter_map(qualifies).collect()
    });
    Ok(PopulationUser {
        id: id.to_owned(),
        upn: record.blank_text("userPrincipalName")?,
        immutable_id: record.maybe_text("onPremisesImmutableId").ok().flatten().map(str::to_owned),
        enabled: record.maybe_flag("accountEnabled").ok().flatten(),
        synchronised: record.maybe_flag("onPremisesSyncEnabled").ok().flatten() == Some(true),
        plans,
        reset: registered.of(id),
    })
}

/// The registrations, as small as they get: an id of 16 bytes and three bits.
#[derive(Default)]
struct Registered {
    ids: Vec<u128>,
    bits: Vec<u8>,
}

impl Registered {
    fn take(&mut self, page: &Value) -> Result<(), Refusal> {
        for record in Record::all(page, "userRegistrationDetails").map_err(|_| Refusal::NotUnderstood)? {
            let read = || -> Result<(u128, u8), Unavailable> {
                let id = number(record.text("id")?).ok_or_else(|| record.odd("id"))?;
                let bit = |name: &str, place: u8| record.flag(name).map(|on| u8::from(on) << place);
                Ok((id, bit("isSsprEnabled", 0)? | bit("isSsprRegistered", 1)? | bit("isAdmin", 2)?))
            };
            let (id, bits) = read().map_err(|_| Refusal::NotUnderstood)?;
            self.ids.push(id);
            self.bits.push(bits);
        }
        Ok(())
    }

    /// Puts both lists in the order of the ids.
    fn sort(&mut self) {
        let mut order: Vec<u32> = (0..u32::try_from(self.ids.len()).unwrap_or(u32::MAX)).collect();
        let key = |index: &u32| self.ids.get(*index as usize).copied();
        order.sort_unstable_by_key(key);
        let bits = order.iter().filter_map(|index| self.bits.get(*index as usize).copied()).collect();
        self.bits = bits;
        self.ids.sort_unstable();
    }

    fn of(&self, id: &str) -> Option<PopulationReset> {
        let place = self.ids.binary_search(&number(id)?).ok()?;
        let bits = *self.bits.get(place)?;
        Some(PopulationReset { enabled: bits & 1 != 0, registered: bits & 2 != 0, is_admin: bits & 4 != 0 })
    }
}

/// A GUID as a number.
fn number(id: &str) -> Option<u128> {
    let digits: String = id.chars().filter(|c| *c != '-').collect();
    if digits.len() == 32 { u128::from_str_radix(&digits, 16).ok() } else { None }
}
