//! `account.test-user`: is the test user one whose reset says something about writeback?
//!
//! **Why.** Many reported cases were healthy systems tested with an account that can never work, and the messages blame
//! rights or complexity. An unsuitable user makes every later test lie, so this is judged first.
//! **Passes** when the user is enabled, synchronised, no administrator, in the scope of reset, unmarked by `adminCount`,
//! free to change the password, not locked or expired, and outside the minimum age of the password.
//! **Warns** never.
//! **Fails** for each of these that was seen to be otherwise. Often nothing is broken: another user is the remedy.
//! **Can't tell** when either side is unread, the directory's view is older than a day, or the minimum age that applies
//! is not known.
//! **Source.** Article, part 1 (a test user); concept page of writeback, 2025-03-04; SSPR_0029, 2022-08-17.

mod unsuitable;
mod window;

#[cfg(test)]
mod tests;

use jiff::SignedDuration;

use super::{
    Case, Check,
    accounts::{Named, same_principal, test_user_in_directory},
};
use crate::{
    facts::{Sighting, Source, Unavailable, directory::DirectoryUser},
    finding::Finding,
    msg,
};
use unsuitable::Unsuitable;
use window::Window;

/// See the module.
pub const CHECK: Check = Check { id: "account.test-user", looks_at: &[Source::Tenant, Source::Directory], judge };

/// Locks and password ages change by the hour; a view of the directory older than this says nothing of now.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

fn judge(case: &Case<'_>) -> Finding {
    let user = match Named::TestUser.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let account = Named::TestUser.in_tenant(case, |facts| &facts.test_user);
    let registration = Named::TestUser.in_tenant(case, |facts| &facts.test_user_reset);
    let known = test_user_in_directory(case, |facts| &facts.test_user);
    let window = known.as_ref().ok().map(|known| window::of(case, known));

    let mut reasons = Vec::new();
    if let Ok(account) = &account {
        reasons.extend(unsuitable::in_cloud(account));
    }
    if let Ok(registration) = &registration {
        reasons.extend(unsuitable::for_reset(registration));
    }
    if let Ok(known) = &known {
        // The directory knows the very user whom the tenant holds for one of the cloud: synchronisation left it out.
        if same_principal(&known.upn, user) {
            unsuitable::left_out(&mut reasons);
        }
        reasons.extend(unsuitable::in_directory(known, case.now));
    }
    if let Some(Ok(Window::ClosedUntil(opens))) = window {
        reasons.push(Unsuitable::TooYoung(opens));
    }

    let mut finding = match reasons.as_slice() {
        [] => match unknown(case, [account.as_ref().err(), registration.as_ref().err()], &known, &window) {
            Some(why) => Finding::could_not_check(why),
            None => Finding::pass(msg!("account-test-user-suitable", user = user)),
        },
        [only] => Finding::fail(only.message(user)),
        [first, ..] => Finding::fail(msg!(
            "account-test-user-several",
            user = user,
            count = reasons.len(),
            first = first.message(user)
        ))
        .with_evidence(reasons.iter().map(|reason| crate::finding::Evidence {
            label: msg!("evidence-account-reason"),
            value: reason.message(user),
        })),
    };
    if reasons.iter().any(Unsuitable::is_by_design) {
        finding = finding.advise(msg!("account-test-user-choose-another"));
    } else if reasons.contains(&Unsuitable::StaleMark) {
        finding = finding.advise(msg!("account-test-user-clear-mark"));
    }
    for item in reasons.iter().filter_map(Unsuitable::item) {
        finding = finding.relate(item);
    }
    finding = finding.with("evidence-account-test-user", user);
    if let Ok(account) = account {
        finding = finding.from(account);
    }
    if let Ok(registration) = registration {
        finding = finding.from(registration);
    }
    if let Ok(known) = known {
        finding = window::rest_on(case, shown(finding, &known).from(known));
    }
    finding
}

/// Why suitability is not known although nothing speaks against it; none when everything was seen.
fn unknown(
    case: &Case<'_>,
    cloud: [Option<&Unavailable>; 2],
    known: &Result<Sighting<'_, DirectoryUser>, Unavailable>,
    window: &Option<Result<Window, Unavailable>>,
) -> Option<Unavailable> {
    if let Some(why) = cloud.into_iter().flatten().next() {
        return Some(why.clone());
    }
    let known = match known {
        Ok(known) => known,
        Err(why) => return Some(why.clone()),
    };
    if case.now.duration_since(known.seen_at()) > FRESH {
        return Some(Unavailable::TooOld { seen_at: known.seen_at() });
    }
    match window {
        Some(Ok(_)) => None,
        Some(Err(why)) => Some(why.clone()),
        None => Some(Unavailable::NotLookedAt),
    }
}

/// What the directory says of the user, as evidence.
fn shown(finding: Finding, user: &DirectoryUser) -> Finding {
    let finding = finding.with("evidence-account-dn", &user.dn);
    match user.password_set_at {
        Some(at) => finding.with("evidence-account-password-set", at),
        None => finding.with("evidence-account-password-set", msg!("account-password-must-change")),
    }
}
