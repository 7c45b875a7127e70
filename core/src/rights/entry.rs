//! One entry of an access control list (MS-DTYP 2.4.4).

use super::{MalformedDescriptor, ObjectType, Sid};

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Grants.
    Allow,
    /// Denies.
    Deny,
    /// Grants when a condition holds, which only a controller can tell (callback entries).
    AllowIf,
    /// Denies when a condition holds.
    DenyIf,
    /// A kind that this program does not know. It may deny.
    Unknown,
}

/// One entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it does.
    pub kind: EntryKind,
    /// The rights it is about.
    pub mask: u32,
    /// The right, property, property set or class it is about; none means all.
    pub object_type: Option<ObjectType>,
    /// The class of objects that inherit it; none means all.
    pub inherited_object_type: Option<ObjectType>,
    /// Whom it is about. None for a kind whose shape is not known.
    pub trustee: Option<Sid<'a>>,
    flags: u8,
}

const CONTAINER_INHERIT: u8 = 0x02;
const NO_PROPAGATE: u8 = 0x04;
const INHERIT_ONLY: u8 = 0x08;
const INHERITED: u8 = 0x10;

const GENERIC_ALL: u32 = 0x1000_0000;
const GENERIC_WRITE: u32 = 0x4000_0000;
const GENERIC_READ: u32 = 0x8000_0000;
/// What writing in general means for an object of the directory: validated writes and writing attributes.
const WRITES: u32 = 0x28;
/// What reading in general means: listing what is below, reading attributes, listing objects, reading the descriptor.
const READS: u32 = 0x2_0094;

impl<'a> Entry<'a> {
    /// Reads one entry, whose bytes are exactly `bytes`. None for one that has nothing to do with access, such as an
    /// audit entry.
    ///
    /// # Errors
    /// It ends before it says what it must.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Option<Self>, MalformedDescriptor> {
        let short = MalformedDescriptor("an entry is too short");
        let (&code, &flags) = (bytes.first().ok_or(short)?, bytes.get(1).ok_or(short)?);
        let (kind, for_object) = match code {
            0x00 => (EntryKind::Allow, false),
            0x01 => (EntryKind::Deny, false),
            0x05 => (EntryKind::Allow, true),
            0x06 => (EntryKind::Deny, true),
            0x09 => (EntryKind::AllowIf, false),
            0x0a => (EntryKind::DenyIf, false),
            0x0b => (EntryKind::AllowIf, true),
            0x0c => (EntryKind::DenyIf, true),
            // Audit, alarm, label, attribute and policy entries decide about no access.
            0x02 | 0x03 | 0x07 | 0x08 | 0x0d..=0x14 => return Ok(None),
            _ => {
                let unknown = Self {
                    kind: EntryKind::Unknown,
                    mask: u32::MAX,
                    object_type: None,
                    inherited_object_type: None,
                    trustee: None,
                    flags,
                };
                return Ok(Some(unknown));
            }
        };
        let mask = number(bytes, 4).ok_or(short)?;
        let mut at = 8;
        let (object_type, inherited_object_type) = if for_object {
            let which = number(bytes, 8).ok_or(short)?;
            at += 4;
            let mut guid = |present: bool| -> Result<Option<ObjectType>, MalformedDescriptor> {
                if !present {
                    return Ok(None);
                }
                let found = bytes.get(at..at + 16).and_then(|found| found.try_into().ok()).ok_or(short)?;
                at += 16;
                Ok(Some(ObjectType::from_bytes(found)))
            };
            (guid(which & 1 != 0)?, guid(which & 2 != 0)?)
        } else {
            (None, None)
        };
        let trustee = bytes.get(at..).and_then(|rest| Sid::read(rest).ok());
        let trustee = trustee.ok_or(MalformedDescriptor("an entry names no security identifier"))?;
        Ok(Some(Self { kind, mask, object_type, inherited_object_type, trustee: Some(trustee), flags }))
    }

    /// True when it decides about the object itself, not only about those below.
    #[must_use]
    pub fn is_effective(&self) -> bool {
        self.flags & INHERIT_ONLY == 0
    }

    /// True when it came from above.
    #[must_use]
    pub fn is_inherited(&self) -> bool {
        self.flags & INHERITED != 0
    }

    /// True when it goes down to objects of `class`, however deep they are.
    #[must_use]
    pub fn reaches(&self, class: ObjectType) -> bool {
        // Objects of the directory are containers; the flag for files in folders means nothing here.
        self.flags & CONTAINER_INHERIT != 0
            && self.flags & NO_PROPAGATE == 0
            && self.inherited_object_type.is_none_or(|wanted| wanted == class)
    }

    /// True when it says something about the right of this bit of the mask. Generic rights count as what they stand
    /// for in the directory (MS-ADTS 5.1.3.2).
    #[must_use]
    pub fn mentions(&self, bit: u32) -> bool {
        self.mask & bit != 0
            || self.mask & GENERIC_ALL != 0
            || (self.mask & GENERIC_WRITE != 0 && bit & WRITES != 0)
            || (self.mask & GENERIC_READ != 0 && bit & READS != 0)
    }

    /// True when `other` is this entry as objects below inherit it.
    #[must_use]
    pub fn is_source_of(&self, other: &Entry<'_>) -> bool {
        self.flags & CONTAINER_INHERIT != 0
            && self.kind == other.kind
            && self.mask == other.mask
            && self.object_type == other.object_type
            && self.trustee.map(Sid::bytes) == other.trustee.map(Sid::bytes)
            // The class may be dropped once it did its work.
            && (other.inherited_object_type.is_none() || self.inherited_object_type == other.inherited_object_type)
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
}
