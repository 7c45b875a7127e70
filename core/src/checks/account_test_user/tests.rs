//! Every way in which a test user can be the wrong one, or not known well enough.

use super::super::testing::{given, minutes_ago, now, said};
use super::*;
use crate::facts::{
    Seen,
    directory::{DirectoryFacts, FineGrainedPolicy, PasswordPolicy},
    tenant::{Account, ResetRegistration, TenantFacts},
};

const DAY_S: u64 = 86_400;

fn cloud() -> TenantFacts {
    TenantFacts {
        test_user: Account { upn: "Tess@Contoso.com".into(), enabled: true, synchronised: true, ..Account::default() }
            .into(),
        test_user_reset: ResetRegistration { enabled: true, ..ResetRegistration::default() }.into(),
        ..TenantFacts::default()
    }
}

fn tess() -> DirectoryUser {
    DirectoryUser {
        dn: "CN=Tess,OU=Staff,DC=contoso,DC=local".into(),
        upn: "tess@contoso.com".into(),
        enabled: true,
        password_set_at: Some(minutes_ago(60 * 24 * 30)),
        inheritance_on: true,
        ..DirectoryUser::default()
    }
}

fn policies(minimum_age_s: u64) -> Seen<Vec<PasswordPolicy>> {
    vec![
        PasswordPolicy { domain: "other.local".into(), minimum_age_s: 90 * DAY_S, ..PasswordPolicy::default() },
        PasswordPolicy { domain: "Contoso.local".into(), minimum_age_s, ..PasswordPolicy::default() },
    ]
    .into()
}

fn directory(user: DirectoryUser) -> DirectoryFacts {
    DirectoryFacts {
        test_user: user.into(),
        policies: policies(DAY_S),
        fine_grained_policy: Seen::Seen(None),
        ..DirectoryFacts::default()
    }
}

fn with_cloud(change: impl FnOnce(&mut Account, &mut ResetRegistration)) -> Finding {
    let mut facts = cloud();
    if let (Seen::Seen(account), Seen::Seen(registration)) = (&mut facts.test_user, &mut facts.test_user_reset) {
        change(account, registration);
    }
    given().tenant(facts).directory(directory(tess())).judge(&CHECK)
}

fn with_directory(change: impl FnOnce(&mut DirectoryUser)) -> Finding {
    let mut user = tess();
    change(&mut user);
    given().tenant(cloud()).directory(directory(user)).judge(&CHECK)
}

#[test]
fn an_ordinary_synchronised_user_with_an_old_password_passes() {
    let finding = with_directory(|_| {});
    assert_eq!(said(&finding), ("pass", "account-test-user-suitable"));
    assert_eq!(finding.seen_at, Some(minutes_ago(10)));
}

#[test]
fn each_reason_of_the_cloud_fails() {
    let one = |id: &str, change: fn(&mut Account, &mut ResetRegistration)| {
        assert_eq!(said(&with_cloud(change)), ("fail", id));
    };
    one("account-test-user-disabled-in-cloud", |account, _| account.enabled = false);
    one("account-test-user-left-out", |account, _| account.synchronised = false);
    one("account-test-user-guest", |account, _| account.guest = true);
    one("account-test-user-administrator", |_, registration| registration.is_admin = true);
    one("account-test-user-out-of-scope", |_, registration| registration.enabled = false);
    one("account-test-user-converted", |account, _| account.cloud_managed = true);
    one("account-test-user-converted", |account, _| {
        account.cloud_managed = true;
        account.synchronised = false;
    });
}

#[test]
fn a_user_of_the_directory_who_is_not_synchronised_was_left_out() {
    let mut facts = cloud();
    if let Seen::Seen(account) = &mut facts.test_user {
        account.synchronised = false;
    }
    let finding = given().tenant(facts.clone()).directory(directory(tess())).judge(&CHECK);
    assert_eq!(said(&finding), ("fail", "account-test-user-left-out"));
    assert!(finding.advice.is_empty(), "another test user would hide that this one was left out");
    // Where the directory was not seen to know the user, the account may well be one of the cloud.
    let finding = given().tenant(facts).judge(&CHECK);
    assert_eq!(said(&finding), ("fail", "account-test-user-created-in-cloud"));
}

#[test]
fn each_reason_of_the_directory_fails() {
    let one = |id: &str, change: fn(&mut DirectoryUser)| assert_eq!(said(&with_directory(change)), ("fail", id));
    one("account-test-user-disabled", |user| user.enabled = false);
    one("account-test-user-locked", |user| user.locked = true);
    one("account-test-user-expired", |user| user.expires_at = Some(now()));
    one("account-test-user-may-not-change", |user| user.cannot_change_password = true);
    one("account-test-user-smart-card", |user| user.smart_card_required = true);
    // A group joined a minute ago protects before the mark is set.
    one("account-test-user-protected", |user| user.protected_groups = vec!["Account Operators".into()]);
}

#[test]
fn a_stale_mark_is_repairable_and_a_protected_user_is_the_wrong_one() {
    let stale = with_directory(|user| user.admin_count = true);
    assert_eq!(said(&stale), ("fail", "account-test-user-stale-mark"));
    assert_eq!(stale.advice[0].id, "account-test-user-clear-mark");
    let protected = with_directory(|user| {
        user.admin_count = true;
        user.protected_groups = vec!["Domain Admins".into()];
    });
    assert_eq!(said(&protected), ("fail", "account-test-user-protected"));
    assert_eq!(protected.advice[0].id, "account-test-user-choose-another");
}

#[test]
fn an_expiry_still_to_come_passes() {
    let finding = with_directory(|user| user.expires_at = Some(now() + SignedDuration::from_hours(1)));
    assert_eq!(said(&finding).0, "pass");
}

#[test]
fn inside_the_minimum_age_it_fails_and_says_until_when() {
    let finding = with_directory(|user| user.password_set_at = Some(minutes_ago(60)));
    assert_eq!(said(&finding), ("fail", "account-test-user-too-young"));
    assert_eq!(finding.summary.args["until"], (now() + SignedDuration::from_hours(23)).into());
    // The very end of the window is outside it.
    let finding = with_directory(|user| user.password_set_at = Some(minutes_ago(24 * 60)));
    assert_eq!(said(&finding).0, "pass");
}

#[test]
fn the_fine_grained_policy_goes_before_the_domains() {
    let judged = |minimum_age_s| {
        let mut facts = directory(DirectoryUser { password_set_at: Some(minutes_ago(60 * 36)), ..tess() });
        facts.fine_grained_policy = Seen::Seen(Some(FineGrainedPolicy { name: "Staff".into(), minimum_age_s }));
        given().tenant(cloud()).directory(facts).judge(&CHECK)
    };
    assert_eq!(said(&judged(2 * DAY_S)), ("fail", "account-test-user-too-young"));
    assert_eq!(said(&judged(0)).0, "pass");
    assert_eq!(said(&judged(u64::MAX)), ("fail", "account-test-user-too-young"));
}

#[test]
fn several_reasons_are_counted_and_each_is_shown() {
    let finding = with_directory(|user| {
        user.enabled = false;
        user.locked = true;
    });
    assert_eq!(said(&finding), ("fail", "account-test-user-several"));
    assert_eq!(finding.evidence.iter().filter(|row| row.label.id == "evidence-account-reason").count(), 2);
}

#[test]
fn what_was_seen_fails_even_when_the_rest_is_missing() {
    let mut user = tess();
    user.locked = true;
    assert_eq!(said(&given().directory(directory(user)).judge(&CHECK)).0, "fail");
}

#[test]
fn either_side_missing_is_not_checked() {
    let not_looked_at = ("could_not_check", "unavailable-not-looked-at");
    assert_eq!(said(&given().judge(&CHECK)), not_looked_at);
    assert_eq!(said(&given().tenant(cloud()).judge(&CHECK)), not_looked_at);
    assert_eq!(said(&given().directory(directory(tess())).judge(&CHECK)), not_looked_at);
    let unreported = TenantFacts { test_user_reset: Seen::Missing(Unavailable::LicenceMissing), ..cloud() };
    let finding = given().tenant(unreported).directory(directory(tess())).judge(&CHECK);
    assert_eq!(said(&finding), ("could_not_check", "unavailable-licence-missing"));
    let unnamed = given().subject(|subject| subject.test_user = String::new());
    assert_eq!(said(&unnamed.judge(&CHECK)), ("could_not_check", "unavailable-not-configured"));
}

#[test]
fn another_users_facts_are_not_taken_for_this_one() {
    let not_looked_at = ("could_not_check", "unavailable-not-looked-at");
    let other = DirectoryUser { upn: "tom@contoso.com".into(), ..tess() };
    assert_eq!(said(&given().tenant(cloud()).directory(directory(other)).judge(&CHECK)), not_looked_at);
    let elsewhere = given().subject(|subject| subject.test_user = "tom@contoso.com".into());
    assert_eq!(said(&elsewhere.tenant(cloud()).directory(directory(tess())).judge(&CHECK)), not_looked_at);
}

#[test]
fn an_unknown_minimum_age_or_time_of_setting_is_not_checked() {
    let judged = |change: fn(&mut DirectoryFacts)| {
        let mut facts = directory(tess());
        change(&mut facts);
        given().tenant(cloud()).directory(facts).judge(&CHECK)
    };
    let unreadable = judged(|facts| {
        facts.fine_grained_policy = Seen::Missing(Unavailable::Refused { by: "DC01".into() });
    });
    assert_eq!(said(&unreadable), ("could_not_check", "unavailable-refused"));
    let unread = judged(|facts| facts.policies = Seen::default());
    assert_eq!(said(&unread), ("could_not_check", "unavailable-not-looked-at"));
    let empty = judged(|facts| facts.policies = vec![].into());
    assert_eq!(said(&empty), ("could_not_check", "unavailable-inconclusive"));
    let must_change = with_directory(|user| user.password_set_at = None);
    assert_eq!(said(&must_change), ("could_not_check", "unavailable-inconclusive"));
    let no_minimum = judged(|facts| {
        facts.policies = policies(0);
        facts.test_user = DirectoryUser { password_set_at: None, ..tess() }.into();
    });
    assert_eq!(said(&no_minimum).0, "pass");
}

#[test]
fn a_view_of_last_week_says_nothing_of_now() {
    let finding = given().tenant(cloud()).directory_seen(minutes_ago(7 * 24 * 60), directory(tess())).judge(&CHECK);
    assert_eq!(said(&finding), ("could_not_check", "unavailable-too-old"));
}
