//! Why a right is held or not: which entry decides, where it stands, and where inheritance stops on the way down.

use super::{Access, Acl, Descriptor, Entry, Sid, Target, Token, Wanted};

/// An object on the way from the one that is asked about up to the root of its domain.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Distinguished name.
    pub dn: &'a str,
    /// Its descriptor, if it could be read.
    pub descriptor: Option<&'a Descriptor<'a>>,
}

/// Whether a right is held, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect<'a> {
    /// Granted.
    Granted {
        /// Whom the entry names; none when there is no list, which grants everything to everybody.
        to: Option<Sid<'a>>,
        /// Where the entry stands.
        at: &'a str,
    },
    /// Denied.
    Denied {
        /// Whom the entry names.
        to: Option<Sid<'a>>,
        /// Where the entry stands.
        at: &'a str,
    },
    /// No entry gives it.
    NotGranted,
    /// An entry above gives it, and does not come down.
    InheritanceStops {
        /// The object that is closed to entries from above.
        at: &'a str,
    },
    /// Only a controller knows.
    Undecided {
        /// Whom the entry that decides names.
        to: Option<Sid<'a>>,
        /// Where the entry stands.
        at: &'a str,
    },
    /// The list could not be read.
    Unreadable,
}

/// The right on the first of `places`; the others are the objects above it, nearest first.
#[must_use]
pub fn on_object<'a>(places: &[Place<'a>], wanted: &Wanted, token: &Token, target: Target<'_>) -> Effect<'a> {
    let Some((object, above)) = places.split_first() else { return Effect::Unreadable };
    let Some(descriptor) = object.descriptor else { return Effect::Unreadable };
    let at = |entry: &Entry<'_>| source(entry, object, above);
    match wanted.access(descriptor, token, target) {
        Access::Granted(entry) => Effect::Granted { to: entry.trustee, at: at(entry) },
        Access::GrantedToAll => Effect::Granted { to: None, at: object.dn },
        Access::Denied(entry) => Effect::Denied { to: entry.trustee, at: at(entry) },
        Access::Undecided(entry) => Effect::Undecided { to: entry.trustee, at: at(entry) },
        Access::NotSent => Effect::Unreadable,
        Access::NotMentioned => stop(places, wanted, token, target)
            .map_or(Effect::NotGranted, |place| Effect::InheritanceStops { at: place.dn }),
    }
}

/// The right on any object of the class below `place`, as far as `place` decides: what objects inherit from it.
#[must_use]
pub fn below<'a>(place: &Place<'a>, wanted: &Wanted, token: &Token, domain: Option<Sid<'_>>) -> Effect<'a> {
    let Some(descriptor) = place.descriptor else { return Effect::Unreadable };
    let at = place.dn;
    match &descriptor.acl {
        Acl::NotSent => Effect::Unreadable,
        // Nothing is inherited from no list.
        Acl::Null => Effect::NotGranted,
        Acl::Entries(entries) => {
            let reaching = entries.iter().filter(|entry| entry.reaches(wanted.class()));
            match wanted.decide(reaching, token, Target { sid: None, domain }, None) {
                Access::Granted(entry) => Effect::Granted { to: entry.trustee, at },
                Access::GrantedToAll => Effect::Granted { to: None, at },
                Access::Denied(entry) => Effect::Denied { to: entry.trustee, at },
                Access::Undecided(entry) => Effect::Undecided { to: entry.trustee, at },
                Access::NotMentioned => Effect::NotGranted,
                Access::NotSent => Effect::Unreadable,
            }
        }
    }
}

/// Where an entry of `object` was written: there, or at the nearest object above that holds its original.
fn source<'a>(entry: &Entry<'_>, object: &Place<'a>, above: &[Place<'a>]) -> &'a str {
    let holds_original = |place: &&Place<'_>| {
        let entries = place.descriptor.map_or(&[][..], |descriptor| descriptor.acl.entries());
        entries.iter().any(|other| !other.is_inherited() && other.is_source_of(entry))
    };
    let original = if entry.is_inherited() { above.iter().find(holds_original) } else { None };
    original.unwrap_or(object).dn
}

/// The first object, from above, that keeps out an entry which would give the right.
fn stop<'p, 'a>(places: &'p [Place<'a>], wanted: &Wanted, token: &Token, target: Target<'_>) -> Option<&'p Place<'a>> {
    let gives = |place: &Place<'_>| {
        place.descriptor.is_some_and(|descriptor| {
            let written_here =
                descriptor.acl.entries().iter().filter(|entry| !entry.is_inherited() && entry.reaches(wanted.class()));
            matches!(wanted.decide(written_here, token, target, None), Access::Granted(_))
        })
    };
    let closed = |place: &&Place<'_>| place.descriptor.is_some_and(Descriptor::is_protected);
    (1..places.len()).filter(|&at| gives(&places[at])).find_map(|giver| places[..giver].iter().rev().find(closed))
}

#[cfg(test)]
mod tests;
