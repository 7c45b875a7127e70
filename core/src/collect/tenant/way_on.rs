//! The ladder: which questions stayed open, and for each a way to go on, the last being to look oneself.

use super::{Registration, question::Question};
use crate::{
    Message,
    facts::{Seen, Unavailable, tenant::TenantFacts},
    msg,
    reference::{Cloud, Reference},
};

/// The questions that were put and not answered, and why.
pub fn open_questions(facts: &TenantFacts) -> Vec<(Question, &Unavailable)> {
    Question::ALL
        .into_iter()
        .filter_map(|question| {
            let why = match question {
                Question::Identity => missing(&facts.identity),
                Question::Licences => missing(&facts.licences),
                Question::Admin => missing(&facts.admin),
                Question::AdminPlans => missing(&facts.admin_plans),
                Question::AdminRoles => missing(&facts.admin_roles),
                Question::TestUser => missing(&facts.test_user),
                Question::TestUserPlans => missing(&facts.test_user_plans),
                Question::TestUserReset => missing(&facts.test_user_reset),
                Question::Synchronisation => missing(&facts.synchronisation),
                Question::Audit => missing(&facts.audit),
                Question::Features => missing(&facts.features),
                Question::Health => missing(&facts.health),
            };
            Some((question, why?))
        })
        .collect()
}

fn missing<T>(seen: &Seen<T>) -> Option<&Unavailable> {
    match seen {
        Seen::Seen(_) | Seen::Missing(Unavailable::NotLookedAt) => None,
        Seen::Missing(why) => Some(why),
    }
}

/// Ways to go on from an open question, the best first. There is always one: to look oneself.
pub fn ways_on(
    question: Question,
    why: &Unavailable,
    registration: &Registration,
    reference: &Reference,
    cloud: Cloud,
) -> Vec<Message> {
    let first = match why {
        Unavailable::NotSignedIn => Some(msg!("way-on-sign-in", tenant = &registration.tenant)),
        Unavailable::WrongTenant { wanted, .. } => Some(msg!("way-on-wrong-tenant", wanted = wanted)),
        Unavailable::PermissionMissing { permission } => {
            let Registration { address, tenant, client_id, .. } = registration;
            Some(msg!("way-on-consent", link = address.consent_link(tenant, client_id, &[permission])))
        }
        Unavailable::RoleMissing { role } => Some(msg!("way-on-role", role = role)),
        Unavailable::LicenceMissing => Some(msg!("way-on-licence")),
        Unavailable::UnsupportedHere { .. } => Some(msg!("way-on-other-cloud")),
        Unavailable::Unreachable { .. } | Unavailable::TimedOut { .. } => {
            Some(msg!("way-on-network", host = registration.address.graph_host()))
        }
        Unavailable::Throttled { .. } => Some(msg!("way-on-later")),
        Unavailable::NotConfigured { .. } => Some(msg!("way-on-configure")),
        _ => None,
    };
    let place = msg!(format!("place-{}", question.key()), portal = &reference.endpoints.cloud(cloud).portal);
    first.into_iter().chain([msg!("way-on-manual", place = place)]).collect()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Language, Words, collect::tenant::CloudAddress};

    #[test]
    fn every_step_ends_in_a_place_to_look_in_every_language_and_cloud() {
        let reference = Reference::built_in();
        let steps = [
            Unavailable::NotSignedIn,
            Unavailable::WrongTenant { found: "fabrikam.com".into(), wanted: "contoso.com".into() },
            Unavailable::PermissionMissing { permission: "AuditLog.Read.All".into() },
            Unavailable::RoleMissing { role: "Reports Reader".into() },
            Unavailable::LicenceMissing,
            Unavailable::UnsupportedHere { what: "/x".into() },
            Unavailable::Unreachable { target: "graph".into() },
            Unavailable::Throttled { by: "graph".into() },
            Unavailable::NotConfigured { what: "admin".into() },
            Unavailable::Cancelled,
        ];
        for cloud in Cloud::ALL {
            let registration = Registration {
                address: CloudAddress::new(reference.endpoints.cloud(cloud)).expect("sound"),
                tenant: "contoso.com".into(),
                client_id: "c".into(),
                permissions: Vec::new(),
            };
            for language in Language::all() {
                let words = Words::new(&language, TimeZone::UTC);
                for (question, why) in Question::ALL.iter().flat_map(|one| steps.iter().map(move |why| (*one, why))) {
                    let ways = ways_on(question, why, &registration, &reference, cloud);
                    let said: Vec<String> = ways.iter().map(|way| words.say(way)).collect();
                    let last = said.last().expect("a way");
                    assert!(last.contains(&reference.endpoints.cloud(cloud).portal), "{last}");
                    assert!(said.iter().all(|text| !text.contains("way-on-") && !text.contains("place-")), "{said:?}");
                }
                for row in &reference.permissions.permissions {
                    assert!(!words.say(&Message::new(row.message())).contains("permission-"), "{}", row.name);
                }
            }
        }
    }

    #[test]
    fn a_consent_link_leads_to_the_cloud_of_the_tenant() {
        let reference = Reference::built_in();
        let address = CloudAddress::new(reference.endpoints.cloud(Cloud::GccHigh)).expect("sound");
        let link = address.consent_link("contoso.us", "id", &["User.Read.All"]);
        assert!(
            link.starts_with("https://login.microsoftonline.us/contoso.us/v2.0/adminconsent?client_id=id&"),
            "{link}"
        );
        assert!(link.contains("graph.microsoft.us%2FUser.Read.All"), "{link}");
    }
}
