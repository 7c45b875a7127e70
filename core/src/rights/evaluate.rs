//! The decision about one right: entries are taken in the order in which they are stored, and the first one that
//! mentions the right for the account decides (MS-DTYP 2.5.3.2). In canonical order denials come first, but the order
//! is not made up for where it is missing, because a controller does not either.

use super::{
    Acl, Descriptor, Entry, EntryKind, ObjectType, Sid, Token,
    token::{Meant, Target},
};
use crate::{
    facts::directory::SamRight,
    reference::{Guid, Right, RightKind, SparseAttribute},
};

/// The bit of the access mask for reading an attribute.
const READ_PROPERTY: u32 = 0x10;

/// One right on objects of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    mask: u32,
    /// It is about an attribute, and not an extended right.
    of_property: bool,
    /// It is about the whole object: no attribute and no extended right is named.
    whole: bool,
    right: ObjectType,
    set: Option<ObjectType>,
    class: ObjectType,
}

/// What a descriptor says about a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access<'e, 'a> {
    /// Granted by this entry.
    Granted(&'e Entry<'a>),
    /// Granted because there is no list.
    GrantedToAll,
    /// Denied by this entry.
    Denied(&'e Entry<'a>),
    /// No entry mentions it, so it is not granted.
    NotMentioned,
    /// This entry decides, and only a controller knows how: it has a condition, or is for a principal that exists only
    /// while somebody is signed in.
    Undecided(&'e Entry<'a>),
    /// The list was not sent.
    NotSent,
}

impl Wanted {
    /// A right of the reference table on objects of `class`.
    #[must_use]
    pub fn new(right: &Right, class: &Guid) -> Self {
        Self {
            mask: right.kind.mask(),
            of_property: right.kind == RightKind::WriteProperty,
            whole: false,
            right: (&right.guid).into(),
            set: right.property_set.as_ref().map(Into::into),
            class: class.into(),
        }
    }

    /// Reading an attribute of objects of `class`.
    #[must_use]
    pub fn reading(attribute: &SparseAttribute, class: &Guid) -> Self {
        Self {
            mask: READ_PROPERTY,
            of_property: true,
            whole: false,
            right: (&attribute.guid).into(),
            set: attribute.property_set.as_ref().map(Into::into),
            class: class.into(),
        }
    }

    /// A right on an object as a whole, such as reading all its attributes.
    #[must_use]
    pub fn on_the_whole(right: SamRight) -> Self {
        let mask = match right {
            SamRight::ListContents => 0x4,
            SamRight::ReadProperties => READ_PROPERTY,
            SamRight::ReadPermissions => 0x2_0000,
        };
        let none = ObjectType::from_bytes([0; 16]);
        Self { mask, of_property: false, whole: true, right: none, set: None, class: none }
    }

    /// The class of the objects.
    pub(super) fn class(&self) -> ObjectType {
        self.class
    }

    /// Whether an entry is about this right, whoever its trustee is.
    fn is_meant_by(&self, entry: &Entry<'_>) -> Meant {
        if !entry.mentions(self.mask) {
            return Meant::No;
        }
        let Some(named) = entry.object_type else { return Meant::Yes };
        if self.whole {
            // It gives or takes a part, and nobody says whether that part is the one that counts.
            return Meant::Perhaps;
        }
        if named == self.right || Some(named) == self.set {
            return Meant::Yes;
        }
        match named == self.class {
            // The class is the root of the tree of its properties.
            true if self.of_property => Meant::Yes,
            true => Meant::Perhaps,
            false => Meant::No,
        }
    }

    /// What `descriptor`, the one of `target` itself, says about this right of the account.
    #[must_use]
    pub fn access<'e, 'a>(&self, descriptor: &'e Descriptor<'a>, token: &Token, target: Target<'_>) -> Access<'e, 'a> {
        match &descriptor.acl {
            Acl::NotSent => Access::NotSent,
            Acl::Null => Access::GrantedToAll,
            Acl::Entries(entries) => {
                let effective = entries.iter().filter(|entry| entry.is_effective());
                self.decide(effective, token, target, descriptor.owner)
            }
        }
    }

    /// What these entries say, in their order.
    pub(super) fn decide<'e, 'a: 'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry<'a>>,
        token: &Token,
        target: Target<'_>,
        owner: Option<Sid<'_>>,
    ) -> Access<'e, 'a> {
        // The first entry that may grant, and the first that may deny, where it is not known whether it does.
        let mut perhaps_granted = None;
        let mut perhaps_denied = None;
        for entry in entries {
            let meant = match (self.is_meant_by(entry), entry.trustee.map(|trustee| token.is(trustee, target, owner))) {
                (Meant::No, _) | (_, Some(Meant::No)) => continue,
                (Meant::Yes, Some(Meant::Yes)) => Meant::Yes,
                _ => Meant::Perhaps,
            };
            match (entry.kind, meant) {
                (EntryKind::Allow, Meant::Yes) => {
                    return perhaps_denied.map_or(Access::Granted(entry), Access::Undecided);
                }
                (EntryKind::Deny, Meant::Yes) => {
                    return perhaps_granted.map_or(Access::Denied(entry), Access::Undecided);
                }
                (EntryKind::Allow | EntryKind::AllowIf, _) => {
                    perhaps_granted.get_or_insert(entry);
                }
                (EntryKind::Deny | EntryKind::DenyIf | EntryKind::Unknown, _) => {
                    perhaps_denied.get_or_insert(entry);
                }
            }
        }
        // With nothing that grants for certain, what may deny takes nothing away.
        perhaps_granted.map_or(Access::NotMentioned, Access::Undecided)
    }
}

#[cfg(test)]
mod tests;
