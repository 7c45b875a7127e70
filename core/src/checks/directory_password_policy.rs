//! `directory.password-policy`: is the minimum password age 0 for the test user?
//!
//! **Why.** With the usual one day a second reset on the same day is refused, and the user is told about complexity.
//! **Passes** when the age is 0 in every domain and in the fine-grained policy of the test user, if one applies.
//! **Warns** when an age is longer; says until when, if the test user is inside the window now.
//! **Fails** never: outside the window writeback works. The window itself fails `account.test-user`.
//! **Can't tell** when a policy was not read. Ordinary users may not read fine-grained policies, so nothing read is
//! not "none".
//! **Source.** *Tutorial: Enable self-service password reset writeback*, 2023-09-13.

use jiff::{SignedDuration, Timestamp};

use super::{Case, Check, estate};
use crate::{
    Arg,
    facts::{
        Source, Unavailable,
        directory::{DirectoryUser, PasswordPolicy},
    },
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.password-policy", looks_at: &[Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let looks = case.facts.directory();
    let policies = match looks.newest(|facts| &facts.policies) {
        Ok(policies) => policies,
        Err(why) => return Finding::could_not_check(why),
    };
    let fine_grained = looks.newest(|facts| &facts.fine_grained_policy);
    let user = looks.newest(|facts| &facts.test_user).ok();

    let own_domain = user.and_then(|user| {
        let domain = domain_of(&user.dn);
        policies.value.iter().find(|policy| estate::same_name(&policy.domain, &domain))
    });
    let applies = match &fine_grained {
        Ok(found) => match found.value {
            Some(policy) => Some((policy.name.as_str(), policy.minimum_age_s)),
            None => own_domain.map(|policy| (policy.domain.as_str(), policy.minimum_age_s)),
        },
        Err(_) => None,
    };
    let opens = user.zip(applies).and_then(|(user, (_, age))| window(user.value, age)).filter(|at| *at > case.now);
    let aged: Vec<&PasswordPolicy> = policies.value.iter().filter(|policy| policy.minimum_age_s > 0).collect();

    let finding = match (&fine_grained, applies) {
        (_, Some((policy, age))) if opens.is_some() => Finding::warn(msg!(
            "directory-password-policy-window",
            age = duration(age),
            policy = policy,
            until = opens.unwrap_or(case.now),
        ))
        .advise(msg!("directory-password-policy-complexity"))
        .relate("account.test-user"),
        (Ok(found), _) if found.value.as_ref().is_some_and(|policy| policy.minimum_age_s > 0) => {
            let (policy, age) = applies.unwrap_or_default();
            Finding::warn(msg!("directory-password-policy-fine-grained", policy = policy, age = duration(age)))
                .advise(msg!("directory-password-policy-complexity"))
        }
        _ if !aged.is_empty() => {
            let longest = aged.iter().map(|policy| policy.minimum_age_s).max().unwrap_or_default();
            let domains: Vec<&str> = aged.iter().map(|policy| policy.domain.as_str()).collect();
            Finding::warn(msg!("directory-password-policy-aged", age = duration(longest), domains = domains))
                .advise(msg!("directory-password-policy-complexity"))
        }
        (Err(why), _) => Finding::could_not_check(why.clone()).advise(msg!("directory-password-policy-unreadable")),
        _ => match uncovered(case, &policies) {
            Some(why) => Finding::could_not_check(why),
            None => Finding::pass(msg!("directory-password-policy-none")),
        },
    };
    let mut finding = finding.from(policies);
    for policy in policies.iter() {
        let value = msg!("directory-password-policy-of", policy = &policy.domain, age = age(policy.minimum_age_s));
        finding = finding.with("evidence-directory-password-policy", value);
    }
    if let Ok(found) = fine_grained {
        let value = match found.value {
            Some(policy) => {
                msg!("directory-password-policy-of", policy = &policy.name, age = age(policy.minimum_age_s))
            }
            None => msg!("directory-password-policy-no-fine-grained"),
        };
        finding = finding.from(found).with("evidence-directory-fine-grained-policy", value);
    }
    finding
}

/// Why it is not known that the policy of every domain was read.
fn uncovered(case: &Case<'_>, policies: &[PasswordPolicy]) -> Option<Unavailable> {
    let domains = match estate::domains(case) {
        Ok(domains) => domains,
        Err(why) => return Some(why),
    };
    let without =
        estate::uncovered(&domains, |name| policies.iter().any(|policy| estate::same_name(&policy.domain, name)));
    let why = msg!("directory-password-policy-domain-unread", domains = without.clone());
    (!without.is_empty()).then_some(Unavailable::Inconclusive { why })
}

/// When the password may be set again, if it was set by the user or for the user. With "must change at next sign-in"
/// the directory keeps no time to count from.
fn window(user: &DirectoryUser, age_s: u64) -> Option<Timestamp> {
    if age_s == 0 {
        return None;
    }
    user.password_set_at?.checked_add(duration(age_s)).ok()
}

/// The age as it is shown: 0 is 0, and not so many of some unit.
fn age(seconds: u64) -> Arg {
    if seconds == 0 { Arg::Count(0) } else { duration(seconds).into() }
}

/// The age as a length of time. A record can claim any number; nothing longer than a thousand years is told apart.
fn duration(seconds: u64) -> SignedDuration {
    const LONGEST_S: i64 = 1000 * 366 * 86_400;
    SignedDuration::from_secs(i64::try_from(seconds).map_or(LONGEST_S, |seconds| seconds.min(LONGEST_S)))
}

/// The DNS name that the `DC=` parts of a distinguished name spell.
fn domain_of(dn: &str) -> String {
    let labels: Vec<&str> = dn
        .split(',')
        .map(str::trim)
        .filter_map(|part| part.split_once('=').filter(|(kind, _)| kind.eq_ignore_ascii_case("DC")))
        .map(|(_, label)| label)
        .collect();
    labels.join(".")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{DirectoryFacts, Domain, FineGrainedPolicy},
    };

    const DAY: u64 = 86_400;

    fn policy(domain: &str, minimum_age_s: u64) -> PasswordPolicy {
        PasswordPolicy { domain: domain.into(), minimum_age_s, ..PasswordPolicy::default() }
    }

    fn facts(domain_age: u64, fine_grained: Seen<Option<FineGrainedPolicy>>) -> DirectoryFacts {
        DirectoryFacts {
            domains: vec![Domain { dns_name: "contoso.local".into(), ..Domain::default() }].into(),
            policies: vec![policy("contoso.local", domain_age)].into(),
            fine_grained_policy: fine_grained,
            ..DirectoryFacts::default()
        }
    }

    fn set(minutes: i64) -> DirectoryUser {
        DirectoryUser {
            dn: "CN=Tess,OU=Staff,DC=contoso,DC=local".into(),
            password_set_at: Some(minutes_ago(minutes)),
            ..DirectoryUser::default()
        }
    }

    fn fine(minimum_age_s: u64) -> Seen<Option<FineGrainedPolicy>> {
        Seen::Seen(Some(FineGrainedPolicy { name: "Staff policy".into(), minimum_age_s }))
    }

    fn judge(facts: DirectoryFacts) -> Finding {
        given().directory(facts).judge(&CHECK)
    }

    #[test]
    fn passes_when_every_age_is_0() {
        assert_eq!(said(&judge(facts(0, Seen::Seen(None)))), ("pass", "directory-password-policy-none"));
        assert_eq!(judge(facts(0, fine(0))).verdict.name(), "pass");
    }

    #[test]
    fn warns_for_an_age_in_the_domain_or_in_the_fine_grained_policy() {
        assert_eq!(said(&judge(facts(DAY, Seen::Seen(None)))), ("warn", "directory-password-policy-aged"));
        assert_eq!(said(&judge(facts(DAY, fine(0)))), ("warn", "directory-password-policy-aged"));
        assert_eq!(said(&judge(facts(0, fine(DAY)))), ("warn", "directory-password-policy-fine-grained"));
        let unreadable = Seen::Missing(Unavailable::PermissionMissing { permission: "x".into() });
        assert_eq!(said(&judge(facts(DAY, unreadable))), ("warn", "directory-password-policy-aged"));
        assert_eq!(said(&judge(facts(u64::MAX, Seen::Seen(None)))), ("warn", "directory-password-policy-aged"));
    }

    #[test]
    fn warns_with_the_time_when_the_test_user_is_inside_the_window() {
        let inside = |age, fine, minutes| {
            let facts = DirectoryFacts { test_user: set(minutes).into(), ..facts(age, fine) };
            judge(facts)
        };
        let finding = inside(DAY, Seen::Seen(None), 60);
        assert_eq!(said(&finding), ("warn", "directory-password-policy-window"));
        assert_eq!(finding.summary.args["until"], (minutes_ago(60) + SignedDuration::from_hours(24)).into());
        assert_eq!(said(&inside(0, fine(DAY), 60)), ("warn", "directory-password-policy-window"));
        assert_eq!(said(&inside(DAY, fine(0), 60)), ("warn", "directory-password-policy-aged"));
        assert_eq!(said(&inside(DAY, Seen::Seen(None), 1441)), ("warn", "directory-password-policy-aged"));
        assert_eq!(said(&inside(u64::MAX, Seen::Seen(None), 60)), ("warn", "directory-password-policy-window"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let unreadable = Seen::Missing(Unavailable::PermissionMissing { permission: "x".into() });
        assert_eq!(said(&judge(facts(0, unreadable))), ("could_not_check", "unavailable-permission-missing"));
        assert_eq!(said(&judge(facts(0, Seen::default()))), ("could_not_check", "unavailable-not-looked-at"));
        let empty = DirectoryFacts { policies: vec![].into(), ..facts(0, Seen::Seen(None)) };
        assert_eq!(said(&judge(empty)), ("could_not_check", "unavailable-inconclusive"));
        let other = DirectoryFacts { policies: vec![policy("b.local", 0)].into(), ..facts(0, Seen::Seen(None)) };
        assert_eq!(said(&judge(other)), ("could_not_check", "unavailable-inconclusive"));
        let no_domains = DirectoryFacts { domains: Seen::default(), ..facts(0, Seen::Seen(None)) };
        assert_eq!(said(&judge(no_domains)), ("could_not_check", "unavailable-not-looked-at"));
    }
}
