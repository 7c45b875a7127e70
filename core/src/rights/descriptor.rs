//! A security descriptor as one block of bytes, the form in which `nTSecurityDescriptor` holds it (MS-DTYP 2.4.5 and
//! 2.4.6). Hostile until read: every offset and length is checked, and nothing is copied but the list of entries.

use thiserror::Error;

use super::{Entry, Sid};

const DACL_PRESENT: u16 = 0x0004;
const DACL_PROTECTED: u16 = 0x1000;
const SELF_RELATIVE: u16 = 0x8000;

/// The bytes are no security descriptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("it is no security descriptor: {0}")]
pub struct MalformedDescriptor(pub &'static str);

/// A security descriptor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Descriptor<'a> {
    /// The owner, if it was sent.
    pub owner: Option<Sid<'a>>,
    /// Who may do what.
    pub acl: Acl<'a>,
    control: u16,
}

/// The list of a descriptor that decides about access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acl<'a> {
    /// None was sent. It may well exist, so nothing follows from it.
    NotSent,
    /// There is none on purpose, which grants everything to everybody.
    Null,
    /// The entries, as stored. An empty list grants nothing.
    Entries(Vec<Entry<'a>>),
}

impl Acl<'_> {
    /// The entries; empty when there is no list.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'_>] {
        match self {
            Self::Entries(entries) => entries,
            Self::NotSent | Self::Null => &[],
        }
    }
}

impl<'a> Descriptor<'a> {
    /// Reads a descriptor.
    ///
    /// # Errors
    /// Another form than this one, or an offset or a length that leads out of `bytes`.
    pub fn read(bytes: &'a [u8]) -> Result<Self, MalformedDescriptor> {
        let head: &[u8; 20] =
            bytes.first_chunk().ok_or(MalformedDescriptor("it is shorter than the head of a descriptor"))?;
        let control = u16::from_le_bytes([head[2], head[3]]);
        if head[0] != 1 || control & SELF_RELATIVE == 0 {
            return Err(MalformedDescriptor("its revision or its form is another one"));
        }
        let part = |at: usize| -> Result<Option<&'a [u8]>, MalformedDescriptor> {
            let offset = u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
            match usize::try_from(offset) {
                Ok(0) => Ok(None),
                Ok(offset) if offset >= head.len() => bytes.get(offset..).ok_or(OUTSIDE).map(Some),
                _ => Err(OUTSIDE),
            }
        };
        let owner = part(4)?
            .map(|rest| Sid::read(rest).map_err(|_| MalformedDescriptor("its owner is no security identifier")));
        let acl = match part(16)? {
            _ if control & DACL_PRESENT == 0 => Acl::NotSent,
            None => Acl::Null,
            Some(rest) => Acl::Entries(entries(rest)?),
        };
        Ok(Self { owner: owner.transpose()?, acl, control })
    }

    /// True when the list is closed to entries from above.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.control & DACL_PROTECTED != 0
    }
}

const OUTSIDE: MalformedDescriptor = MalformedDescriptor("a part of it lies outside");

fn entries(bytes: &[u8]) -> Result<Vec<Entry<'_>>, MalformedDescriptor> {
    let head: &[u8; 8] = bytes.first_chunk().ok_or(OUTSIDE)?;
    if head[0] != 2 && head[0] != 4 {
        return Err(MalformedDescriptor("the revision of its list is another one"));
    }
    let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
    let count = usize::from(u16::from_le_bytes([head[4], head[5]]));
    let mut rest = bytes.get(8..size).ok_or(OUTSIDE)?;
    // An entry takes eight bytes at least: a count that promises more must not make us reserve for it.
    let mut entries = Vec::with_capacity(count.min(rest.len() / 8));
    for _ in 0..count {
        let head: &[u8; 4] = rest.first_chunk().ok_or(OUTSIDE)?;
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        if size < head.len() {
            return Err(MalformedDescriptor("an entry is too short"));
        }
        let (entry, behind) = rest.split_at_checked(size).ok_or(OUTSIDE)?;
        entries.extend(Entry::read(entry)?);
        rest = behind;
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::{
        super::building::{ACCOUNT, Build, allow, deny},
        *,
    };

    #[test]
    fn no_list_an_empty_one_and_one_that_was_not_sent_are_told_apart() {
        let read = |bytes: &[u8]| Descriptor::read(bytes).expect("a descriptor").acl.entries().len();
        let null = Build::null();
        assert_eq!(Descriptor::read(&null).map(|read| read.acl), Ok(Acl::Null));
        let not_sent = Build::not_sent();
        assert_eq!(Descriptor::read(&not_sent).map(|read| read.acl), Ok(Acl::NotSent));
        let empty = Build::new().bytes();
        assert_eq!(Descriptor::read(&empty).map(|read| read.acl), Ok(Acl::Entries(vec![])));
        assert_eq!(read(&Build::new().entry(allow(ACCOUNT)).entry(deny(ACCOUNT)).bytes()), 2);
    }

    #[test]
    fn the_head_tells_owner_and_protection() {
        let bytes = Build::new().owner("S-1-5-32-544").protected().bytes();
        let read = Descriptor::read(&bytes).expect("a descriptor");
        assert_eq!(read.owner.map(|owner| owner.to_string()).as_deref(), Some("S-1-5-32-544"));
        assert!(read.is_protected());
        assert!(!Descriptor::read(&Build::new().bytes()).expect("a descriptor").is_protected());
    }

    #[test]
    fn a_cut_descriptor_is_refused_at_every_length() {
        let bytes = Build::new().owner("S-1-5-32-544").entry(allow(ACCOUNT)).entry(deny(ACCOUNT)).bytes();
        for length in 0..bytes.len() {
            assert!(Descriptor::read(&bytes[..length]).is_err(), "{length}");
        }
        assert!(Descriptor::read(&bytes).is_ok());
    }

    /// Bytes changed at random, from a fixed seed: nothing may panic, and what is read must lie inside.
    #[test]
    fn damaged_descriptors_are_refused_or_read_but_never_believed_beyond_their_end() {
        let sound = Build::new().owner("S-1-5-32-544").entry(allow(ACCOUNT)).entry(deny(ACCOUNT)).bytes();
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut read = 0;
        for _ in 0..200_000 {
            let mut bytes = sound.clone();
            for _ in 0..=random() % 4 {
                let at = usize::try_from(random()).unwrap_or_default() % bytes.len();
                bytes[at] = (random() & 0xff) as u8;
            }
            bytes.truncate(bytes.len() - usize::try_from(random() % 8).unwrap_or_default());
            let range = bytes.as_ptr_range();
            if let Ok(descriptor) = Descriptor::read(&bytes) {
                read += 1;
                let sids = descriptor.acl.entries().iter().filter_map(|entry| entry.trustee);
                for sid in sids.chain(descriptor.owner) {
                    let found = sid.bytes().as_ptr_range();
                    assert!(found.start >= range.start && found.end <= range.end);
                    assert!(!sid.to_string().is_empty());
                }
            }
        }
        assert!(read > 1000, "the changes must not be so wild that nothing is read: {read}");
    }
}
