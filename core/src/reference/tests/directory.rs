//! Roles, rights, principals and controls are found by what the tenant and the directory answer.

use super::*;

#[test]
fn roles_are_found_by_template() {
    let roles = Reference::built_in().roles;
    let hybrid = "8AC3FC64-6ECA-42EA-9E69-59F4C7B60EB2";
    assert_eq!(roles.by_template(hybrid).unwrap().id, "hybrid-identity-administrator");
    assert!(roles.serves(hybrid, Purpose::EnableWriteback));
    assert!(!roles.serves(hybrid, Purpose::ReadReports));
    let enabling: Vec<_> = roles.for_purpose(Purpose::EnableWriteback).map(|role| role.id.as_str()).collect();
    assert_eq!(enabling, ["hybrid-identity-administrator", "global-administrator"]);
}

#[test]
fn rights_are_those_that_writeback_needs() {
    let rights = Reference::built_in().rights;
    let ids = |scope| -> Vec<String> { rights.required(scope).map(|right| right.id.clone()).collect() };
    assert_eq!(ids(RightScope::DescendantUsers), ["reset-password", "write-lockout-time", "write-password-last-set"]);
    assert_eq!(ids(RightScope::DomainRoot), ["unexpire-password"]);
    assert!(!rights.right("change-password").unwrap().required);
    assert_eq!(rights.right("reset-password").unwrap().kind.mask(), 0x100);
    assert!(rights.minimum.controller_build == 14393 && rights.os_build(9600).is_some());
}

#[test]
fn principals_are_known_by_the_whole_sid_or_its_last_part() {
    let rights = Reference::built_in().rights;
    let id = |sid: &str| rights.principal(sid).map(|principal| principal.id.clone());
    assert_eq!(id("S-1-5-11").as_deref(), Some("authenticated-users"));
    assert_eq!(id("S-1-5-21-1-2-3-512").as_deref(), Some("domain-admins"));
    assert_eq!(id("S-1-5-21-1-2-3-1512"), None);
    assert_eq!(id("S-1-5-32-512"), None);
    assert_eq!(id("S-1-5-32-544").as_deref(), Some("administrators"));
}

#[test]
fn either_policy_control_is_enough_and_the_current_one_is_named() {
    let rights = Reference::built_in().rights;
    let (current, old) = ("1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066");
    assert_eq!(rights.policy_control(&[old, current]).unwrap().oid, current);
    assert!(rights.policy_control(&[old]).unwrap().deprecated);
    assert_eq!(rights.policy_control(&["1.2.840.113556.1.4.801"]), None);
}
