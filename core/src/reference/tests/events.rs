//! Events, codes and causes: what is found in a text, and what settles what.

use super::*;

#[test]
fn events_are_found_by_provider_and_number() {
    let events = Reference::built_in().events;
    let lost = events.by_id("passwordresetservice", 31034).unwrap();
    assert_eq!(lost.item.as_deref(), Some("connectivity.service-bus-host"));
    assert_eq!(lost.message(), "event-31034");
    assert_eq!(events.by_id("ADSync", 31034), None);
    assert_eq!(events.providers(), ["ADSync", "Directory Synchronization", "PasswordResetService"]);
    assert_eq!(events.activity("reset password (by admin)").unwrap().operation, Operation::AdminReset);
}

#[test]
fn trouble_is_settled_by_a_success_of_the_same_kind_only() {
    let events = Reference::built_in().events;
    let settles = |trouble, later| {
        let event = |id| events.by_id("PasswordResetService", id).unwrap();
        event(trouble).is_settled_by(event(later))
    };
    assert!(settles(31003, 31002));
    assert!(settles(33004, 31010));
    assert!(settles(31034, 31019));
    assert!(settles(31016, 31015));
    assert!(!settles(31003, 31007));
    assert!(!settles(31003, 31019));
    assert!(!settles(31034, 31002));
    assert!(!settles(31003, 31001));
    assert!(!settles(31015, 31016));
}

#[test]
fn codes_are_found_in_longer_texts_and_not_in_longer_numbers() {
    let events = Reference::built_in().events;
    let code = |text: &str| events.code_in(text).map(|code| code.code.clone());
    let found = |text: &str, expected: &str| assert_eq!(code(text).as_deref(), Some(expected));

    found("hr=80230619, message=A restriction prevents the password", "80230619");
    found("BAIL: MMS(1): server.cpp(11139): 0x8023062C (LDAP)", "8023062c");
    found("Error: SSPR_0029: your organization has not set up", "sspr-0029");
    found("reason=OnPremisesSuccessCloudFailure", "cloud-failure");
    // The more specific of two.
    found("hr=80230626: The management agent credentials were denied access.", "80230626");
    found("ERR: the SERVER does not contain the LDAP password policy control.", "password-policy-control");
    assert_eq!(code("correlation 180230619a"), None);
    assert_eq!(code("SSPR_00291"), None);
    assert_eq!(code("nothing known"), None);
    let both = "80230626 management agent credentials were denied access";
    assert_eq!(events.codes_in(both).count(), 2);
}

#[test]
fn causes_are_items_of_the_checklist() {
    let reference = Reference::built_in();
    let sections = ["account", "connectivity", "directory", "licence", "proof", "recovery", "sync", "tenant"];
    let events = reference.events.events.iter().flat_map(Event::items);
    let codes = reference.events.codes.iter().flat_map(ErrorCode::items);
    let defects = reference.versions.defects.iter().flat_map(|row| &row.mistaken_for).map(String::as_str);
    for item in events.chain(codes).chain(defects) {
        let (section, name) = item.split_once('.').unwrap_or((item, ""));
        assert!(sections.contains(&section) && !name.is_empty(), "{item}");
    }
    for code in reference.versions.defects.iter().flat_map(|row| &row.shows_as) {
        assert!(reference.events.code(code).is_some(), "{code}");
    }
}

#[test]
fn every_cause_is_an_item_of_the_checklist() {
    let checklist = crate::checklist::built_in();
    let tables = Reference::built_in();
    let of_events = tables.events.events.iter().flat_map(Event::items);
    let of_codes = tables.events.codes.iter().flat_map(ErrorCode::items);
    let of_defects = tables.versions.defects.iter().flat_map(|defect| &defect.mistaken_for).map(String::as_str);
    for item in of_events.chain(of_codes).chain(of_defects) {
        assert!(checklist.items().any(|known| known.id == item), "{item}");
    }
}
