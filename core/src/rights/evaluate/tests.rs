//! Descriptors as literals in, decisions out.

use super::{
    super::building::{ACCOUNT, Ace, Build, NESTED, STRANGERS, USER, allow, deny, token, wanted, with_target},
    *,
};

const RESET: &str = "00299570-246d-11d0-a768-00aa006e0529";
const PWD_LAST_SET: &str = "bf967a0a-0de6-11d0-a285-00aa003049e2";
const RESTRICTIONS: &str = "4c164200-20c0-11d0-a768-00aa006e0529";
const USER_CLASS: &str = "bf967aba-0de6-11d0-a285-00aa003049e2";
const OTHER: &str = "11111111-2222-3333-4444-555555555555";
const CONTROL: u32 = 0x100;
const WRITE: u32 = 0x20;

/// `granted`, `denied`, `not mentioned`, `undecided`, `everybody` or `not sent`.
fn says(id: &str, descriptor: &Build) -> &'static str {
    of_bytes(id, &descriptor.bytes())
}

fn of_bytes(id: &str, bytes: &[u8]) -> &'static str {
    let descriptor = Descriptor::read(bytes).expect("a descriptor");
    with_target(|target| match wanted(id).access(&descriptor, &token(), target) {
        Access::Granted(_) => "granted",
        Access::GrantedToAll => "everybody",
        Access::Denied(_) => "denied",
        Access::NotMentioned => "not mentioned",
        Access::Undecided(_) => "undecided",
        Access::NotSent => "not sent",
    })
}

fn reset(entries: impl IntoIterator<Item = Ace>) -> &'static str {
    says("reset-password", &entries.into_iter().fold(Build::new(), Build::entry))
}

fn write_set(entries: impl IntoIterator<Item = Ace>) -> &'static str {
    says("write-password-last-set", &entries.into_iter().fold(Build::new(), Build::entry))
}

#[test]
fn no_list_an_empty_list_and_one_not_sent() {
    assert_eq!(reset([]), "not mentioned");
    assert_eq!(of_bytes("reset-password", &Build::null()), "everybody");
    assert_eq!(of_bytes("reset-password", &Build::not_sent()), "not sent");
}

#[test]
fn an_extended_right_is_granted_by_name_by_all_of_them_or_by_full_control() {
    assert_eq!(reset([allow(ACCOUNT).of(CONTROL, RESET)]), "granted");
    assert_eq!(reset([allow(ACCOUNT).mask(CONTROL)]), "granted");
    assert_eq!(reset([allow(ACCOUNT)]), "granted");
    assert_eq!(reset([allow(ACCOUNT).mask(0x1000_0000)]), "granted");
    assert_eq!(reset([allow(ACCOUNT).of(CONTROL, OTHER)]), "not mentioned");
    assert_eq!(reset([allow(ACCOUNT).of(WRITE, RESET)]), "not mentioned");
    assert_eq!(reset([allow(ACCOUNT).mask(0x4000_0000)]), "not mentioned");
    // An extended right is in no property set, and "all properties of users" are none.
    assert_eq!(reset([allow(ACCOUNT).of(CONTROL, USER_CLASS)]), "undecided");
}

#[test]
fn an_attribute_is_granted_by_itself_its_set_its_class_or_all_of_them() {
    for entry in [
        allow(ACCOUNT).of(WRITE, PWD_LAST_SET),
        allow(ACCOUNT).of(WRITE, RESTRICTIONS),
        allow(ACCOUNT).of(WRITE, USER_CLASS),
        allow(ACCOUNT).mask(WRITE),
        allow(ACCOUNT).mask(0x4000_0000),
        allow(ACCOUNT),
    ] {
        assert_eq!(write_set([entry]), "granted");
    }
    assert_eq!(write_set([allow(ACCOUNT).of(WRITE, OTHER)]), "not mentioned");
    assert_eq!(write_set([allow(ACCOUNT).of(CONTROL, PWD_LAST_SET)]), "not mentioned");
    // lockoutTime is in no property set.
    let set = Build::new().entry(allow(ACCOUNT).of(WRITE, RESTRICTIONS));
    assert_eq!(says("write-lockout-time", &set), "not mentioned");
}

#[test]
fn the_first_entry_that_mentions_it_decides_in_whatever_order_they_are_stored() {
    assert_eq!(reset([deny(ACCOUNT), allow(ACCOUNT)]), "denied");
    assert_eq!(reset([allow(ACCOUNT), deny(ACCOUNT)]), "granted");
    assert_eq!(reset([deny(ACCOUNT).of(CONTROL, OTHER), allow(ACCOUNT)]), "granted");
    assert_eq!(write_set([deny(ACCOUNT).of(WRITE, RESTRICTIONS), allow(ACCOUNT).of(WRITE, PWD_LAST_SET)]), "denied");
    assert_eq!(write_set([deny(ACCOUNT).mask(CONTROL), allow(ACCOUNT)]), "granted");
}

#[test]
fn groups_count_nested_ones_too_and_strangers_do_not() {
    assert_eq!(reset([allow(NESTED)]), "granted");
    assert_eq!(reset([deny(NESTED), allow(ACCOUNT)]), "denied");
    assert_eq!(reset([deny(STRANGERS), allow(ACCOUNT)]), "granted");
    assert_eq!(reset([allow(STRANGERS)]), "not mentioned");
    assert_eq!(reset([allow("S-1-1-0")]), "granted");
    assert_eq!(reset([allow("S-1-5-11")]), "granted");
    assert_eq!(reset([allow("S-1-5-32-545")]), "granted");
    assert_eq!(reset([allow("S-1-5-32-544")]), "not mentioned");
}

#[test]
fn self_is_the_user_and_not_the_account() {
    assert_eq!(reset([allow("S-1-5-10")]), "not mentioned");
    assert_eq!(reset([deny("S-1-5-10"), allow(ACCOUNT)]), "granted");
    assert_eq!(reset([allow(USER)]), "not mentioned");
}

#[test]
fn owner_rights_count_for_the_owner_only() {
    let rights = |owner| says("reset-password", &Build::new().owner(owner).entry(allow("S-1-3-4")));
    assert_eq!(rights(ACCOUNT), "granted");
    assert_eq!(rights(NESTED), "granted");
    assert_eq!(rights(STRANGERS), "not mentioned");
    assert_eq!(reset([allow("S-1-3-4")]), "undecided");
    // Owning alone gives neither of the rights.
    assert_eq!(says("reset-password", &Build::new().owner(ACCOUNT)), "not mentioned");
}

#[test]
fn entries_for_objects_below_say_nothing_about_the_object() {
    assert_eq!(reset([allow(ACCOUNT).down(Some(USER_CLASS)).flags(0x08)]), "not mentioned");
    assert_eq!(reset([deny(ACCOUNT).down(None).flags(0x08), allow(ACCOUNT)]), "granted");
    assert_eq!(reset([allow(ACCOUNT).down(Some(USER_CLASS)).flags(0x08).inherited()]), "granted");
}

#[test]
fn what_only_a_controller_knows_is_never_a_grant_and_may_be_a_denial() {
    assert_eq!(reset([allow(ACCOUNT).conditional()]), "undecided");
    assert_eq!(reset([allow(ACCOUNT).conditional(), allow(ACCOUNT)]), "granted");
    assert_eq!(reset([allow(ACCOUNT).conditional(), deny(ACCOUNT)]), "undecided");
    assert_eq!(reset([deny(ACCOUNT).conditional(), allow(ACCOUNT)]), "undecided");
    assert_eq!(reset([deny(ACCOUNT).conditional()]), "not mentioned");
    assert_eq!(reset([deny(ACCOUNT).conditional(), deny(ACCOUNT), allow(ACCOUNT)]), "denied");
    assert_eq!(reset([deny("S-1-5-2"), allow(ACCOUNT)]), "undecided");
    assert_eq!(reset([allow("S-1-5-2")]), "undecided");
    assert_eq!(reset([deny(STRANGERS).conditional(), allow(ACCOUNT)]), "granted");
    // A kind of the future stands before the grant.
    assert_eq!(reset([deny(STRANGERS).code(0x40), allow(ACCOUNT)]), "undecided");
    // An audit entry does not.
    assert_eq!(reset([deny(ACCOUNT).code(0x02), allow(ACCOUNT)]), "granted");
}

#[test]
fn an_attribute_is_read_by_name_by_its_set_by_all_of_them_or_by_reading_in_general() {
    const READ: u32 = 0x10;
    const MEMBERSHIP: &str = "bc0ac240-79a9-11d0-9020-00c04fc2d4cf";
    const ADMIN_COUNT: &str = "bf967918-0de6-11d0-a285-00aa003049e2";
    let rights = &crate::reference::Reference::built_in().rights;
    let reads = |name: &str, entry: Ace| {
        let wanted = Wanted::reading(rights.sparse_attribute(name).expect("an attribute"), &rights.group_class);
        let bytes = Build::new().entry(entry).bytes();
        let descriptor = Descriptor::read(&bytes).expect("a descriptor");
        with_target(|target| matches!(wanted.access(&descriptor, &token(), target), Access::Granted(_)))
    };
    assert!(reads("adminCount", allow(ACCOUNT).of(READ, ADMIN_COUNT)));
    assert!(reads("adminCount", allow(ACCOUNT).mask(READ)));
    assert!(reads("adminCount", allow(ACCOUNT).mask(0x8000_0000)));
    assert!(reads("adminCount", allow(NESTED)));
    assert!(reads("member", allow(ACCOUNT).of(READ, MEMBERSHIP)));
    assert!(!reads("adminCount", allow(ACCOUNT).of(READ, MEMBERSHIP)));
    assert!(!reads("adminCount", allow(ACCOUNT).of(WRITE, ADMIN_COUNT)));
    assert!(!reads("adminCount", allow(ACCOUNT).mask(0x4000_0000)));
    assert!(!reads("adminCount", allow(STRANGERS)));
}
