//! Descriptors for tests, built entry by entry, and the cast that they are about.

use super::{ObjectType, SidBuf, Target, Token};
use crate::reference::{Guid, Reference};

/// The account that is asked about.
pub const ACCOUNT: &str = "S-1-5-21-1-2-3-1105";
/// A group it is in, through another group.
pub const NESTED: &str = "S-1-5-21-1-2-3-1200";
/// A group it is not in.
pub const STRANGERS: &str = "S-1-5-21-1-2-3-1300";
/// The user it wants to reset.
pub const USER: &str = "S-1-5-21-1-2-3-2000";
/// Their domain.
pub const DOMAIN: &str = "S-1-5-21-1-2-3";

/// One entry.
#[derive(Debug, Clone)]
pub struct Ace {
    code: u8,
    flags: u8,
    mask: u32,
    object: Option<ObjectType>,
    class: Option<ObjectType>,
    trustee: SidBuf,
}

fn ace(code: u8, trustee: &str) -> Ace {
    Ace { code, flags: 0, mask: 0x000f_01ff, object: None, class: None, trustee: sid(trustee) }
}

/// Full control.
pub fn allow(trustee: &str) -> Ace {
    ace(0x00, trustee)
}

/// Nothing at all.
pub fn deny(trustee: &str) -> Ace {
    ace(0x01, trustee)
}

impl Ace {
    /// Only the right or property of this GUID.
    pub fn of(self, mask: u32, guid: &str) -> Self {
        Self { code: self.code + if self.object.is_some() { 0 } else { 5 }, object: Some(object(guid)), mask, ..self }
    }

    /// Another mask.
    pub fn mask(self, mask: u32) -> Self {
        Self { mask, ..self }
    }

    /// Only if a condition holds.
    pub fn conditional(self) -> Self {
        let code = match self.code {
            0x00 => 0x09,
            0x01 => 0x0a,
            0x05 => 0x0b,
            _ => 0x0c,
        };
        Self { code, ..self }
    }

    /// Of another kind.
    pub fn code(self, code: u8) -> Self {
        Self { code, ..self }
    }

    /// For objects below, of this class when one is given.
    pub fn down(mut self, class: Option<&str>) -> Self {
        self.class = class.map(object);
        if self.class.is_some() && matches!(self.code, 0x00 | 0x01) {
            self.code += 5;
        }
        self.flags(0x02)
    }

    /// More flags.
    pub fn flags(self, flags: u8) -> Self {
        Self { flags: self.flags | flags, ..self }
    }

    /// As an object below inherits it.
    pub fn inherited(mut self) -> Self {
        self.flags = self.flags & !0x08 | 0x10;
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.code, self.flags, 0, 0];
        bytes.extend(self.mask.to_le_bytes());
        if matches!(self.code, 0x05..=0x08 | 0x0b | 0x0c) {
            let which = u32::from(self.object.is_some()) | u32::from(self.class.is_some()) << 1;
            bytes.extend(which.to_le_bytes());
            bytes.extend(self.object.into_iter().chain(self.class).flat_map(ObjectType::bytes));
        }
        bytes.extend(self.trustee.as_sid().bytes());
        let size = u16::try_from(bytes.len()).expect("a small entry");
        bytes[2..4].copy_from_slice(&size.to_le_bytes());
        bytes
    }
}

/// A descriptor.
#[derive(Debug, Clone, Default)]
pub struct Build {
    owner: Option<SidBuf>,
    protected: bool,
    entries: Vec<Ace>,
}

impl Build {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn owner(self, owner: &str) -> Self {
        Self { owner: Some(sid(owner)), ..self }
    }

    pub fn protected(self) -> Self {
        Self { protected: true, ..self }
    }

    pub fn entry(mut self, entry: Ace) -> Self {
        self.entries.push(entry);
        self
    }

    /// With no list on purpose.
    pub fn null() -> Vec<u8> {
        head(0x8004, 0, 0)
    }

    /// With no word about a list.
    pub fn not_sent() -> Vec<u8> {
        head(0x8000, 0, 0)
    }

    pub fn bytes(&self) -> Vec<u8> {
        let entries: Vec<u8> = self.entries.iter().flat_map(Ace::bytes).collect();
        let owner = self.owner.as_ref().map(|owner| owner.as_sid().bytes().to_vec()).unwrap_or_default();
        let control = 0x8004 | if self.protected { 0x1000 } else { 0 };
        let list_at = 20 + u32::try_from(owner.len()).expect("short");
        let mut bytes = head(control, if owner.is_empty() { 0 } else { 20 }, list_at);
        bytes.extend(owner);
        let size = u16::try_from(8 + entries.len()).expect("a small list");
        let count = u16::try_from(self.entries.len()).expect("few entries");
        bytes.extend([4, 0]);
        bytes.extend(size.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(entries);
        bytes
    }
}

fn head(control: u16, owner: u32, list: u32) -> Vec<u8> {
    let mut bytes = vec![1, 0];
    bytes.extend(control.to_le_bytes());
    bytes.extend(owner.to_le_bytes());
    bytes.extend([0; 8]);
    bytes.extend(list.to_le_bytes());
    bytes
}

pub fn sid(text: &str) -> SidBuf {
    text.parse().expect("an identifier")
}

pub fn object(guid: &str) -> ObjectType {
    ObjectType::from(&guid.parse::<Guid>().expect("a GUID"))
}

/// The account with the groups it is in.
pub fn token() -> Token {
    Token::new(sid(ACCOUNT), ["S-1-5-21-1-2-3-513", NESTED, "S-1-5-32-545"].map(sid))
}

/// The user as the target of a question. The closure borrows it.
pub fn with_target<T>(ask: impl FnOnce(Target<'_>) -> T) -> T {
    let (user, domain) = (sid(USER), sid(DOMAIN));
    ask(Target { sid: Some(user.as_sid()), domain: Some(domain.as_sid()) })
}

/// A right of the table on users.
pub fn wanted(id: &str) -> super::Wanted {
    let rights = &Reference::built_in().rights;
    super::Wanted::new(rights.right(id).expect("a right"), &rights.user_class)
}
