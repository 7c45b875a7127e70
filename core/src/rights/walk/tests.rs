//! Chains of objects in, reasons out.

use super::{
    super::building::{ACCOUNT, DOMAIN, NESTED, allow, deny, sid, token, wanted, with_target},
    super::building::{Ace, Build},
    *,
};

const ROOT_DN: &str = "DC=contoso,DC=local";
const UNIT_DN: &str = "OU=Staff,DC=contoso,DC=local";
const USER_DN: &str = "CN=Tess,OU=Staff,DC=contoso,DC=local";
const RESET: &str = "00299570-246d-11d0-a768-00aa006e0529";
const USER_CLASS: &str = "bf967aba-0de6-11d0-a285-00aa003049e2";
const COMPUTER_CLASS: &str = "bf967a86-0de6-11d0-a285-00aa003049e2";

fn delegated() -> Ace {
    allow(ACCOUNT).of(0x100, RESET).down(Some(USER_CLASS)).flags(0x08)
}

/// The effect on the user, as text.
fn on_user(user: Build, unit: Build, root: Build) -> String {
    let bytes = [user.bytes(), unit.bytes(), root.bytes()];
    let read: Vec<Descriptor<'_>> = bytes.iter().map(|bytes| Descriptor::read(bytes).expect("a descriptor")).collect();
    let places: Vec<Place<'_>> = [USER_DN, UNIT_DN, ROOT_DN]
        .into_iter()
        .zip(&read)
        .map(|(dn, descriptor)| Place { dn, descriptor: Some(descriptor) })
        .collect();
    with_target(|target| told(on_object(&places, &wanted("reset-password"), &token(), target)))
}

fn on_all_below(root: Build) -> String {
    let bytes = root.bytes();
    let read = Descriptor::read(&bytes).expect("a descriptor");
    let domain = sid(DOMAIN);
    let place = Place { dn: ROOT_DN, descriptor: Some(&read) };
    told(below(&place, &wanted("reset-password"), &token(), Some(domain.as_sid())))
}

fn told(effect: Effect<'_>) -> String {
    let name = |to: Option<Sid<'_>>| to.map_or_else(|| "all".to_owned(), |to| to.to_string());
    match effect {
        Effect::Granted { to, at } => format!("granted to {} at {at}", name(to)),
        Effect::Denied { to, at } => format!("denied to {} at {at}", name(to)),
        Effect::NotGranted => "not granted".into(),
        Effect::InheritanceStops { at } => format!("stops at {at}"),
        Effect::Undecided { to, at } => format!("undecided for {} at {at}", name(to)),
        Effect::Unreadable => "unreadable".into(),
    }
}

#[test]
fn an_inherited_entry_stands_where_it_was_written() {
    let came_down = || Build::new().entry(delegated().inherited());
    let passed_on = || Build::new().entry(delegated().flags(0x10));
    let root = || Build::new().entry(delegated());
    assert_eq!(on_user(came_down(), passed_on(), root()), format!("granted to {ACCOUNT} at {ROOT_DN}"));
    assert_eq!(on_user(came_down(), root(), Build::new()), format!("granted to {ACCOUNT} at {UNIT_DN}"));
    let own = Build::new().entry(allow(ACCOUNT));
    assert_eq!(on_user(own, Build::new(), root()), format!("granted to {ACCOUNT} at {USER_DN}"));
    let denied = || deny(NESTED).down(None);
    let user = Build::new().entry(denied().inherited()).entry(delegated().inherited());
    let unit = Build::new().entry(denied()).entry(delegated().flags(0x10));
    assert_eq!(on_user(user, unit, root()), format!("denied to {NESTED} at {UNIT_DN}"));
}

#[test]
fn inheritance_stops_at_the_first_closed_object_from_above() {
    let root = || Build::new().entry(delegated());
    assert_eq!(on_user(Build::new().protected(), Build::new(), root()), format!("stops at {USER_DN}"));
    assert_eq!(on_user(Build::new(), Build::new().protected(), root()), format!("stops at {UNIT_DN}"));
    assert_eq!(on_user(Build::new().protected(), Build::new().protected(), root()), format!("stops at {UNIT_DN}"));
    // The unit gives it too, below its own closure.
    let unit = Build::new().protected().entry(delegated());
    assert_eq!(on_user(Build::new().protected(), unit, root()), format!("stops at {USER_DN}"));
    // Nothing above gives it: nothing is stopped.
    assert_eq!(on_user(Build::new().protected(), Build::new(), Build::new()), "not granted");
    // Nothing is closed, and it did not come down: it is not there (yet).
    assert_eq!(on_user(Build::new(), Build::new(), root()), "not granted");
    let computers = Build::new().entry(allow(ACCOUNT).of(0x100, RESET).down(Some(COMPUTER_CLASS)));
    assert_eq!(on_user(Build::new().protected(), Build::new(), computers), "not granted");
}

#[test]
fn what_a_root_gives_to_users_below_it() {
    let granted = format!("granted to {ACCOUNT} at {ROOT_DN}");
    assert_eq!(on_all_below(Build::new().entry(delegated())), granted);
    assert_eq!(on_all_below(Build::new().entry(allow(ACCOUNT).down(None))), granted);
    // On the root only, on direct children only, on computers only.
    assert_eq!(on_all_below(Build::new().entry(allow(ACCOUNT))), "not granted");
    assert_eq!(on_all_below(Build::new().entry(delegated().flags(0x04))), "not granted");
    let computers = allow(ACCOUNT).of(0x100, RESET).down(Some(COMPUTER_CLASS));
    assert_eq!(on_all_below(Build::new().entry(computers)), "not granted");
    let denied = Build::new().entry(deny(NESTED).down(None)).entry(delegated());
    assert_eq!(on_all_below(denied), format!("denied to {NESTED} at {ROOT_DN}"));
}

#[test]
fn what_was_not_read_is_unreadable() {
    let place = Place { dn: USER_DN, descriptor: None };
    let of = |places: &[Place<'_>]| {
        with_target(|target| told(on_object(places, &wanted("reset-password"), &token(), target)))
    };
    assert_eq!(of(&[place]), "unreadable");
    assert_eq!(of(&[]), "unreadable");
    assert_eq!(told(below(&place, &wanted("reset-password"), &token(), None)), "unreadable");
    let not_sent = Build::not_sent();
    let read = Descriptor::read(&not_sent).expect("a descriptor");
    assert_eq!(of(&[Place { dn: USER_DN, descriptor: Some(&read) }]), "unreadable");
}
