//! The minimum age of the test user's password: until it is over the directory refuses every reset, and the portal
//! words that as complexity.

use jiff::{SignedDuration, Timestamp};

use super::super::{Case, accounts::test_user_in_directory};
use crate::{
    facts::{Unavailable, directory::DirectoryUser},
    finding::Finding,
    msg,
};

/// Whether the directory would take a new password by its age alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    /// It would.
    Open,
    /// It would not before this time.
    ClosedUntil(Timestamp),
}

/// The window of the test user at the time of judgement.
///
/// # Errors
/// The minimum age that applies, or the time the password was set, is not known.
pub(super) fn of(case: &Case<'_>, user: &DirectoryUser) -> Result<Window, Unavailable> {
    let minimum_s = minimum_age_s(case, user)?;
    if minimum_s == 0 {
        return Ok(Window::Open);
    }
    let Some(set_at) = user.password_set_at else {
        // The time is gone from the directory; people report refusals in this state too.
        return Err(Unavailable::Inconclusive { why: msg!("account-test-user-set-unknown") });
    };
    let minimum = SignedDuration::from_secs(i64::try_from(minimum_s).unwrap_or(i64::MAX));
    let opens = set_at.checked_add(minimum).unwrap_or(Timestamp::MAX);
    Ok(if opens > case.now { Window::ClosedUntil(opens) } else { Window::Open })
}

/// The minimum age that applies to the user: that of the fine-grained policy, or of the domain when there is none.
fn minimum_age_s(case: &Case<'_>, user: &DirectoryUser) -> Result<u64, Unavailable> {
    if let Some(policy) = test_user_in_directory(case, |facts| &facts.fine_grained_policy)?.value {
        return Ok(policy.minimum_age_s);
    }
    let domain = domain_of(&user.dn);
    let policies = case.facts.directory().newest(|facts| &facts.policies)?;
    let own = policies.value.iter().find(|policy| policy.domain.eq_ignore_ascii_case(&domain));
    own.map(|policy| policy.minimum_age_s)
        .ok_or_else(|| Unavailable::Inconclusive { why: msg!("account-test-user-no-policy", domain = domain) })
}

/// The finding resting on the policies that the window was worked out from, too.
pub(super) fn rest_on(case: &Case<'_>, finding: Finding) -> Finding {
    let Ok(fine_grained) = test_user_in_directory(case, |facts| &facts.fine_grained_policy) else { return finding };
    let finding = finding.from(fine_grained);
    match case.facts.directory().newest(|facts| &facts.policies) {
        Ok(policies) if fine_grained.value.is_none() => finding.from(policies),
        _ => finding,
    }
}

/// The DNS name of the domain that a distinguished name lies in: its last components, as far as they are `DC=`.
fn domain_of(dn: &str) -> String {
    let mut labels: Vec<_> = components(dn)
        .into_iter()
        .rev()
        .map_while(|component| {
            let (attribute, value) = component.split_once('=')?;
            attribute.trim().eq_ignore_ascii_case("DC").then(|| value.trim())
        })
        .collect();
    labels.reverse();
    labels.join(".")
}

/// The components of a distinguished name; a comma after a backslash belongs to a value.
fn components(dn: &str) -> Vec<&str> {
    let (mut parts, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in dn.char_indices() {
        if c == ',' && !escaped {
            parts.push(&dn[start..at]);
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(&dn[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::domain_of;

    #[test]
    fn the_domain_is_the_end_of_the_name_and_no_comma_in_a_value_moves_it() {
        assert_eq!(domain_of("CN=Tess,OU=Staff,DC=contoso,DC=local"), "contoso.local");
        assert_eq!(domain_of(r"CN=Doe\, DC=evil,dc=corp, DC=contoso,DC=com"), "corp.contoso.com");
        assert_eq!(domain_of("CN=Tess,DC=lost,OU=Staff"), "");
        assert_eq!(domain_of(""), "");
    }
}
