//! The administrator's roles: assigned to the account, through a group, or only eligible. Only an assignment for the
//! whole tenant counts.

use std::collections::BTreeMap;

use serde_json::Value;

use super::record::Record;
use crate::{
    facts::{
        Unavailable,
        tenant::{RoleAssignment, RoleHeld},
    },
    reference::{Purpose, Role, Roles},
};

/// Assignments or eligibilities of a principal.
pub(super) fn of_principal(kind: Kind, id: &str) -> String {
    format!("{}?$filter=principalId%20eq%20'{id}'&$select={SELECT}", kind.path())
}

/// Assignments of a role. The definition of a built-in role has the id of its template.
pub(super) fn of_role(template: &str) -> String {
    format!("{}?$filter=roleDefinitionId%20eq%20'{template}'&$select={SELECT}", Kind::Assigned.path())
}

/// The groups that an account is in, directly or through others.
pub(super) fn groups_path(account: &str) -> String {
    format!(
        "/users/{}/transitiveMemberOf/microsoft.graph.group?$select=id,displayName&$top=999",
        super::accounts::segment(account)
    )
}

const SELECT: &str = "id,principalId,roleDefinitionId,directoryScopeId";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Assigned,
    Eligible,
}

impl Kind {
    fn path(self) -> &'static str {
        match self {
            Self::Assigned => "/roleManagement/directory/roleAssignments",
            Self::Eligible => "/roleManagement/directory/roleEligibilitySchedules",
        }
    }
}

/// The templates of the roles that enable writeback.
pub(super) fn enabling(roles: &Roles) -> Vec<String> {
    roles.for_purpose(Purpose::EnableWriteback).map(|role| role.template_id.as_str().to_owned()).collect()
}

/// The role's English name, which is what Microsoft's own pages call it in every language.
pub(super) fn name(role: &Role) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    role.id.split('-').map(word).collect::<Vec<_>>().join(" ")
}

/// A role held by a principal, for the whole tenant.
pub(super) struct Holding {
    principal: String,
    template: String,
}

/// Reads a list of assignments or eligibilities.
pub(super) fn holdings(body: &Value) -> Result<Vec<Holding>, Unavailable> {
    let mut holdings = Vec::new();
    for row in Record::all(body, "roleAssignments")? {
        if row.text("directoryScopeId")? == "/" {
            holdings.push(Holding {
                principal: row.text("principalId")?.to_lowercase(),
                template: row.text("roleDefinitionId")?.to_lowercase(),
            });
        }
    }
    Ok(holdings)
}

/// Reads groups: id and name.
pub(super) fn groups(body: &Value) -> Result<BTreeMap<String, String>, Unavailable> {
    Record::all(body, "transitiveMemberOf")?
        .iter()
        .map(|group| {
            let id = group.text("id")?.to_lowercase();
            // Without the right to read groups their names are null.
            let name = group.maybe_text("displayName")?.map_or_else(|| id.clone(), str::to_owned);
            Ok((id, name))
        })
        .collect()
}

/// Puts together what was seen of the account `id`.
pub(super) fn held(
    id: &str,
    assigned: &[Holding],
    eligible: &[Holding],
    by_role: &[Holding],
    groups: &BTreeMap<String, String>,
    names: impl Fn(&str) -> String,
) -> Vec<RoleHeld> {
    let own = |holding: &&Holding| holding.principal == id.to_lowercase();
    let role = |holding: &Holding, how| RoleHeld {
        template_id: holding.template.clone(),
        name: names(&holding.template),
        how,
    };
    let direct = assigned.iter().filter(own).map(|holding| role(holding, RoleAssignment::Direct));
    let through = by_role.iter().filter_map(|holding| {
        let name = groups.get(&holding.principal)?.clone();
        Some(role(holding, RoleAssignment::Group { name }))
    });
    let may = eligible.iter().filter(own).map(|holding| role(holding, RoleAssignment::Eligible));
    direct.chain(through).chain(may).collect()
}
