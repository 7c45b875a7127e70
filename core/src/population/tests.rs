//! Users as literals in, causes out.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::*;
use crate::{
    Language, Words,
    facts::{
        Seen, Unavailable,
        directory::{Right, RightEffect, RightSeen},
    },
};

const UNIT: &str = "OU=Staff,DC=contoso,DC=local";
const DAY: u64 = 86_400;

fn now() -> Timestamp {
    "2026-11-25T12:00:00Z".parse().expect("a time")
}

fn ago(hours: i64) -> Option<Timestamp> {
    Some(now() - SignedDuration::from_hours(hours))
}

fn effects(effect: &RightEffect) -> Vec<RightSeen> {
    Right::ALL.map(|right| RightSeen { right, effect: effect.clone() }).into()
}

fn granted() -> RightEffect {
    RightEffect::Granted { to: r"CONTOSO\MSOL_1a2b".into(), at: "DC=contoso,DC=local".into() }
}

/// A user for whom a reset works.
fn tess() -> UserSeen {
    UserSeen {
        dn: format!("CN=Tess,{UNIT}"),
        unit: UNIT.into(),
        upn: "tess@contoso.com".into(),
        logon_name: "tess".into(),
        object_guid: [7; 16],
        consistency_guid: Seen::Seen(None),
        state: AccountState::default().into(),
        locked: false.into(),
        expires_at: Seen::Seen(None),
        password_set_at: Seen::Seen(ago(48)),
        minimum_age_s: 0.into(),
        admin_count: false.into(),
        protected_groups: Vec::new().into(),
        rights: effects(&granted()),
    }
}

fn missing<T>(what: &str) -> Seen<T> {
    Seen::Missing(Unavailable::PermissionMissing { permission: format!("Read {what}") })
}

/// Outcome, and the keys of the causes.
fn said(user: &UserSeen) -> (Outcome, Vec<&'static str>) {
    let causes = judge(user, None, now());
    (Outcome::of(&causes), causes.iter().map(Cause::key).collect())
}

/// What is said of Tess after a change.
fn after(change: impl FnOnce(&mut UserSeen)) -> (Outcome, Vec<&'static str>) {
    let mut user = tess();
    change(&mut user);
    said(&user)
}

#[test]
fn it_works_when_nothing_speaks_against_it() {
    assert_eq!(said(&tess()), (Outcome::Works, vec![]));
}

#[test]
fn each_cause_that_stops_a_reset() {
    let fails = |change: fn(&mut UserSeen), cause: &'static str| {
        assert_eq!(after(change), (Outcome::Fails, vec![cause]), "{cause}");
    };
    fails(|user| user.protected_groups = vec!["Domain Admins".into()].into(), "protected");
    fails(|user| user.admin_count = true.into(), "stale_mark");
    fails(|user| user.state = AccountState { disabled: true, ..AccountState::default() }.into(), "disabled");
    let card = |user: &mut UserSeen| {
        user.state = AccountState { smart_card_required: true, ..AccountState::default() }.into();
    };
    fails(card, "smart_card_required");
    fails(|user| user.expires_at = Seen::Seen(ago(1)), "expired");
    fails(|user| user.rights = effects(&RightEffect::NotGranted), "right_missing");
    fails(|user| user.rights = effects(&RightEffect::InheritanceStops { at: UNIT.into() }), "inheritance_stops");
    let denied = RightEffect::Denied { to: r"CONTOSO\Tier2".into(), at: UNIT.into() };
    assert_eq!(after(|user| user.rights = effects(&denied)), (Outcome::Fails, vec!["right_denied"]));
}

#[test]
fn rights_of_one_reason_are_told_together_and_others_apart() {
    let mut user = tess();
    user.rights = effects(&RightEffect::NotGranted);
    user.rights[0].effect = RightEffect::Denied { to: "x".into(), at: UNIT.into() };
    let causes = judge(&user, None, now());
    assert_eq!(
        causes,
        [
            Cause::RightDenied { rights: vec![Right::ResetPassword], to: "x".into(), at: UNIT.into() },
            Cause::RightMissing {
                rights: vec![Right::WriteLockoutTime, Right::WritePwdLastSet, Right::UnexpirePassword]
            },
        ]
    );
}

#[test]
fn protection_explains_the_rights_that_it_takes_and_no_others() {
    let protected = |user: &mut UserSeen| {
        user.protected_groups = vec!["Domain Admins".into()].into();
        user.admin_count = true.into();
        user.rights = effects(&RightEffect::InheritanceStops { at: user.dn.clone() });
        user.rights[3].effect = granted();
    };
    assert_eq!(after(protected), (Outcome::Fails, vec!["protected"]));
    let and_nobody_may_unexpire = |user: &mut UserSeen| {
        protected(user);
        user.rights[3].effect = RightEffect::NotGranted;
    };
    assert_eq!(after(and_nobody_may_unexpire).1, ["protected", "right_missing"]);
    // The mark alone says so where the groups could not be read.
    let by_mark = |user: &mut UserSeen| {
        user.protected_groups = missing("member");
        user.admin_count = true.into();
    };
    assert_eq!(after(by_mark), (Outcome::Fails, vec!["protected"]));
}

#[test]
fn what_was_not_seen_never_works() {
    let hides = |change: fn(&mut UserSeen), what: &str| {
        let mut user = tess();
        change(&mut user);
        let causes = judge(&user, None, now());
        let found: Vec<&str> = causes.iter().filter_map(|cause| cause.place(&user.dn)).collect();
        assert_eq!((Outcome::of(&causes), found), (Outcome::CouldNotCheck, vec![what]));
    };
    hides(|user| user.state = missing("userAccountControl"), "userAccountControl");
    hides(|user| user.expires_at = missing("accountExpires"), "accountExpires");
    hides(|user| user.locked = missing("x"), "msDS-User-Account-Control-Computed");
    hides(|user| user.admin_count = missing("adminCount"), "adminCount");
    hides(|user| user.protected_groups = missing("member"), "member");
    hides(|user| user.minimum_age_s = missing("msDS-ResultantPSO"), "msDS-ResultantPSO");
    hides(|user| user.rights = effects(&RightEffect::Unreadable), "nTSecurityDescriptor");
    hides(|user| user.rights = vec![], "nTSecurityDescriptor");
    hides(|user| user.dn = "no name".into(), "distinguishedName");
    let no_time = |user: &mut UserSeen| {
        user.minimum_age_s = DAY.into();
        user.password_set_at = missing("pwdLastSet");
    };
    hides(no_time, "pwdLastSet");
    let undecided = RightEffect::Undecided { to: "x".into(), at: UNIT.into() };
    assert_eq!(after(|user| user.rights = effects(&undecided)), (Outcome::CouldNotCheck, vec!["right_undecided"]));
    // What was seen counts all the same.
    let both = |user: &mut UserSeen| {
        user.expires_at = missing("accountExpires");
        user.rights = effects(&RightEffect::NotGranted);
    };
    assert_eq!(after(both).0, Outcome::Fails);
}

#[test]
fn the_age_of_the_password_counts_where_there_is_a_minimum() {
    let aged = |minimum, set_at| {
        after(|user| {
            user.minimum_age_s = Seen::Seen(minimum);
            user.password_set_at = Seen::Seen(set_at);
        })
    };
    assert_eq!(aged(DAY, ago(23)), (Outcome::Fails, vec!["password_too_young"]));
    assert_eq!(aged(DAY, ago(24)), (Outcome::Works, vec![]));
    assert_eq!(aged(u64::MAX, ago(24)).0, Outcome::Fails);
    assert_eq!(aged(DAY, None), (Outcome::CouldNotCheck, vec!["unread"]));
    assert_eq!(aged(0, None), (Outcome::Works, vec![]));
    assert_eq!(after(|user| user.password_set_at = missing("pwdLastSet")), (Outcome::Works, vec![]));
}

#[test]
fn what_may_break_it_is_no_failure() {
    let named = |user: &mut UserSeen| user.dn = r"CN=Tess,OU=A\+B,DC=contoso,DC=local".into();
    assert_eq!(after(named), (Outcome::MayFail, vec!["reserved_names"]));
    assert_eq!(after(|user| user.locked = true.into()), (Outcome::MayFail, vec!["locked"]));
}

/// A population of these users.
fn tenant(users: &[&str]) -> Result<TenantUsers, TenantUsersError> {
    let head =
        r#"{"format":"readiness-population","version":1,"tenant":"contoso.com","seen_at":"2026-11-25T10:00:00Z"}"#;
    let lines = [&[head], users, &[&format!("{{\"end\":{}}}", users.len())]].concat().join("\n");
    TenantUsers::read(lines.as_bytes())
}

fn user(anchor: &[u8], more: &str) -> String {
    format!(r#"{{"id":"1","upn":"tess@contoso.com","immutable_id":"{}"{more}}}"#, BASE64.encode(anchor))
}

const WHOLE: &str = r#","enabled":true,"synchronised":true,"plans":["41781fb2-bc02-4b7c-bd55-b576c07bb09d"],"reset":{"enabled":true,"registered":true,"is_admin":false}"#;

fn joined(line: &str, user: &UserSeen) -> Vec<&'static str> {
    let tenant = tenant(&[line]).expect("a population");
    judge(user, Some(&tenant), now()).iter().map(Cause::key).collect()
}

#[test]
fn the_tenant_is_joined_by_the_anchor() {
    let of = |change: &dyn Fn(&str) -> String| joined(&user(&[7; 16], &change(WHOLE)), &tess());
    let none: [&str; 0] = [];
    assert_eq!(of(&str::to_owned), none);
    assert_eq!(of(&|all| all.replace(r#""enabled":true,"sync"#, r#""enabled":false,"sync"#)), ["disabled_in_tenant"]);
    assert_eq!(of(&|all| all.replace(r#""41781fb2-bc02-4b7c-bd55-b576c07bb09d""#, "")), ["not_licensed"]);
    assert_eq!(of(&|all| all.replace(r#""registered":true"#, r#""registered":false"#)), ["not_registered"]);
    assert_eq!(of(&|all| all.replace(r#"{"enabled":true"#, r#"{"enabled":false"#)), ["out_of_scope"]);
    assert_eq!(of(&|all| all.replace(r#""synchronised":true"#, r#""synchronised":false"#)), ["not_synchronised"]);
    assert_eq!(of(&|_| r#","synchronised":true"#.to_owned()), ["unread", "unread", "unread"]);
    assert_eq!(joined(&user(&[8; 16], WHOLE), &tess()), ["not_synchronised"]);
    // The newer anchor, where it is another one.
    let moved = UserSeen { consistency_guid: Seen::Seen(Some([8; 16])), ..tess() };
    assert_eq!(joined(&user(&[8; 16], WHOLE), &moved), none);
    // Nobody is missed for an anchor that could not be read, or is of another kind.
    let hidden = UserSeen { consistency_guid: missing("mS-DS-ConsistencyGuid"), ..tess() };
    assert_eq!(joined(&user(&[8; 16], WHOLE), &hidden), ["unread"]);
    assert_eq!(joined(&user(&[7; 16], WHOLE), &hidden), none);
    assert_eq!(joined(&user(b"employee-4711", WHOLE), &tess()), ["unread"]);
}

#[test]
fn a_population_that_breaks_off_is_refused() {
    assert_eq!(tenant(&[]).map(|all| all.count).expect("empty"), 0);
    for text in [
        "",
        "{}",
        "{\"format\":\"readiness-facts\",\"version\":1,\"tenant\":\"x\",\"seen_at\":\"2026-11-25T10:00:00Z\"}",
    ] {
        assert!(TenantUsers::read(text.as_bytes()).is_err(), "{text}");
    }
    let head = r#"{"format":"readiness-population","version":1,"tenant":"x","seen_at":"2026-11-25T10:00:00Z"}"#;
    let one = user(&[7; 16], WHOLE);
    for text in [head.to_owned(), format!("{head}\n{one}"), format!("{head}\n{one}\n{{\"end\":2}}")] {
        assert!(matches!(TenantUsers::read(text.as_bytes()), Err(TenantUsersError::BreaksOff(_))), "{text}");
    }
    let endless = format!("{head}\n{}", "x".repeat(70_000));
    assert!(matches!(TenantUsers::read(endless.as_bytes()), Err(TenantUsersError::Malformed { line: 2, .. })));
}

#[test]
fn lines_are_read_back_as_they_were_written_and_no_cell_is_a_formula() {
    let mut seen = tess();
    seen.upn = "=cmd|' /C calc'!A0".into();
    seen.rights = effects(&RightEffect::InheritanceStops { at: UNIT.into() });
    seen.expires_at = Seen::Seen(ago(1));
    seen.locked = missing("x");
    let causes = judge(&seen, None, now());
    let user = ScannedUser::new(&seen, causes);
    assert_eq!(user.guid(), Some([7; 16]));
    let line = ScanLine::User(Box::new(user.clone()));
    let text = serde_json::to_string(&line).expect("JSON");
    assert_eq!(serde_json::from_str::<ScanLine>(&text).expect("a line"), line);

    let mut tally = Tally::default();
    tally.take(&user);
    assert_eq!(tally.causes["inheritance_stops"].places[UNIT], 1);
    assert_eq!((tally.count(Outcome::Fails), tally.units[UNIT].count(Outcome::Fails)), (1, 1));
    let end = ScanLine::End(Box::new(ScanEnd { at: now(), tally }));
    let text = serde_json::to_string(&end).expect("JSON");
    assert_eq!(serde_json::from_str::<ScanLine>(&text).expect("a line"), end);

    for language in [Language::english(), "zh-CN".parse().expect("a language")] {
        let row = csv_row(&user, &Words::new(&language, TimeZone::UTC));
        assert!(row.starts_with("fails,'=cmd"), "{row}");
        assert!(row.contains("inheritance_stops expired unread") && !row.contains("scan-cause"), "{row}");
        assert_eq!(csv_head().matches(',').count(), 7);
    }
}
