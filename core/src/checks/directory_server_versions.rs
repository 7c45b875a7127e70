//! `directory.server-versions`: does every domain controller run Windows Server 2016 or later?
//!
//! **Why.** Older controllers lack the control by which writeback has the password policy checked, and any of them may
//! be picked.
//! **Passes** when every controller of every domain has at least the build of the table.
//! **Warns** never.
//! **Fails** when one is older. The article of 2021 allowed 2008 R2 to 2012 R2 with the latest service pack; today's
//! guide does not, and the words give both dates.
//! **Can't tell** when the list is empty, leaves a domain out, or a version could not be read.
//! **Source.** Article, part 1; *Troubleshoot self-service password reset writeback*, 2025-03-04.

use super::{Case, Check, estate};
use crate::{
    facts::{Source, Unavailable, directory::DomainController},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.server-versions", looks_at: &[Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let rights = &case.reference.rights;
    let listed = match case.facts.directory().newest(|facts| &facts.controllers) {
        Ok(listed) => listed,
        Err(why) => return Finding::could_not_check(why),
    };
    let mut old = Vec::new();
    let mut once_allowed = true;
    let mut without_service_pack = Vec::new();
    let mut unknown = Vec::new();
    for controller in listed.iter() {
        match build(controller) {
            None => unknown.push(controller.host.as_str()),
            Some(number) if number < rights.minimum.controller_build => {
                let row = rights.os_build(number);
                once_allowed &= row.is_some_and(|row| row.allowed_by_article);
                if row.is_some_and(|row| !row.latest_service_pack) {
                    without_service_pack.push(controller.host.as_str());
                }
                old.push(msg!(
                    "directory-server-versions-one",
                    host = &controller.host,
                    system = system(case, controller)
                ));
            }
            Some(_) => {}
        }
    }
    let mut finding = if !old.is_empty() {
        let id = if once_allowed { "directory-server-versions-once-allowed" } else { "directory-server-versions-old" };
        let finding = Finding::fail(msg!(id, count = old.len(), controllers = old)).relate("directory.policy-control");
        if without_service_pack.is_empty() {
            finding
        } else {
            finding.advise(msg!("directory-server-versions-service-pack", hosts = without_service_pack))
        }
    } else if let Err(why) = estate::controllers(case) {
        Finding::could_not_check(why)
    } else if !unknown.is_empty() {
        let why = msg!("directory-server-versions-unknown", hosts = unknown);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else {
        Finding::pass(msg!("directory-server-versions-current", count = listed.len()))
    };
    for controller in listed.iter() {
        let system = system(case, controller);
        let value = if system.is_empty() {
            msg!("directory-server-versions-unread", host = &controller.host)
        } else {
            msg!("directory-server-versions-one", host = &controller.host, system = system)
        };
        finding = finding.with("evidence-directory-controller", value);
    }
    finding.from(listed)
}

/// The build: the number in brackets of `10.0 (20348)`.
fn build(controller: &DomainController) -> Option<u32> {
    let (_, rest) = controller.os_version.split_once('(')?;
    rest.split(')').next()?.trim().parse().ok()
}

/// The system as it names itself, or as the table names its build.
fn system(case: &Case<'_>, controller: &DomainController) -> String {
    let table = build(controller).and_then(|number| case.reference.rights.os_build(number)).map(|row| row.name.clone());
    let own = controller.operating_system.trim();
    let name = if own.is_empty() { table.unwrap_or_default() } else { own.to_owned() };
    let pack = controller.service_pack.as_deref().unwrap_or_default();
    [name.as_str(), pack, controller.os_version.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{DirectoryFacts, Domain},
    };

    fn with(versions: &[&str]) -> Given {
        let controllers: Vec<_> = versions
            .iter()
            .enumerate()
            .map(|(index, version)| DomainController {
                host: format!("dc{index}.contoso.local"),
                domain: "contoso.local".into(),
                os_version: (*version).to_owned(),
                writable: true,
                ..DomainController::default()
            })
            .collect();
        given().directory(DirectoryFacts {
            domains: vec![Domain { dns_name: "contoso.local".into(), ..Domain::default() }].into(),
            controllers: controllers.into(),
            ..DirectoryFacts::default()
        })
    }

    #[test]
    fn passes_from_2016_on() {
        let finding = with(&["10.0 (14393)", "10.0 (20348)", "10.0 (26100)", "10.0 (99999)"]).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "directory-server-versions-current"));
    }

    #[test]
    fn fails_for_what_the_article_allowed_once() {
        for version in ["6.1 (7601)", "6.2 (9200)", "6.3 (9600)"] {
            let finding = with(&["10.0 (20348)", version]).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "directory-server-versions-once-allowed"), "{version}");
            assert!(finding.advice.is_empty());
        }
        let finding = with(&["6.1 (7600)"]).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "directory-server-versions-once-allowed"));
        assert_eq!(finding.advice[0].id, "directory-server-versions-service-pack");
    }

    #[test]
    fn fails_for_what_nobody_ever_allowed() {
        for versions in [&["5.2 (3790)"][..], &["6.3 (9600)", "6.0 (6002)"]] {
            assert_eq!(said(&with(versions).judge(&CHECK)), ("fail", "directory-server-versions-old"));
        }
    }

    #[test]
    fn an_unreadable_version_hides_no_old_one() {
        assert_eq!(with(&["", "6.3 (9600)"]).judge(&CHECK).verdict.name(), "fail");
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&with(&[]).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        for version in ["", "10.0", "10.0 ()", "10.0 (x)"] {
            let finding = with(&["10.0 (20348)", version]).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"), "{version}");
        }
        let elsewhere = with(&["10.0 (20348)"]).directory(DirectoryFacts {
            domains: vec![Domain { dns_name: "child.contoso.local".into(), ..Domain::default() }].into(),
            ..DirectoryFacts::default()
        });
        assert_eq!(said(&elsewhere.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let refused = DirectoryFacts { controllers: Seen::Missing(Unavailable::NotSignedIn), ..Default::default() };
        assert_eq!(said(&given().directory(refused).judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
    }
}
