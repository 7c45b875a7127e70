//! Security identifiers, borrowed from a descriptor or owned (MS-DTYP 2.4.2).

use std::{borrow::Borrow, fmt, str::FromStr};

use thiserror::Error;

/// The most parts behind the authority.
const MOST_PARTS: usize = 15;

/// A security identifier in its binary form, whose length was checked.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sid<'a>(&'a [u8]);

/// The bytes or the text are no security identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("it is no security identifier")]
pub struct MalformedSid;

impl<'a> Sid<'a> {
    /// Reads the identifier at the start of `bytes`; what follows it is not looked at.
    ///
    /// # Errors
    /// Another revision than 1, more than 15 parts, too few bytes.
    pub fn read(bytes: &'a [u8]) -> Result<Self, MalformedSid> {
        let (&revision, &parts) = (bytes.first().ok_or(MalformedSid)?, bytes.get(1).ok_or(MalformedSid)?);
        let parts = usize::from(parts);
        if revision != 1 || parts > MOST_PARTS {
            return Err(MalformedSid);
        }
        bytes.get(..8 + 4 * parts).map(Self).ok_or(MalformedSid)
    }

    /// Its binary form.
    #[must_use]
    pub fn bytes(self) -> &'a [u8] {
        self.0
    }

    /// The authority: 5 for everything that Windows hands out.
    #[must_use]
    pub fn authority(self) -> u64 {
        self.0[2..8].iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    /// The parts behind the authority.
    pub fn parts(self) -> impl Iterator<Item = u32> + 'a {
        self.0[8..].chunks_exact(4).map(|part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]))
    }

    /// The last part: which account or group of its domain it is.
    #[must_use]
    pub fn rid(self) -> Option<u32> {
        self.parts().last()
    }

    /// The domain that handed it out, in binary form without its head, when it is one of a domain (`S-1-5-21-…`).
    #[must_use]
    pub fn domain(self) -> Option<&'a [u8]> {
        let of_domain = self.authority() == 5 && self.0[1] == 5 && self.parts().next() == Some(21);
        of_domain.then(|| &self.0[8..self.0.len() - 4])
    }

    /// An owned copy.
    #[must_use]
    pub fn to_owned(self) -> SidBuf {
        SidBuf(self.0.into())
    }
}

impl fmt::Display for Sid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let authority = self.authority();
        if authority >> 32 == 0 {
            write!(f, "S-1-{authority}")?
        } else {
            write!(f, "S-1-0x{authority:012X}")?
        }
        self.parts().try_for_each(|part| write!(f, "-{part}"))
    }
}

impl fmt::Debug for Sid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An owned security identifier.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SidBuf(Box<[u8]>);

impl SidBuf {
    /// The identifier, borrowed.
    #[must_use]
    pub fn as_sid(&self) -> Sid<'_> {
        Sid(&self.0)
    }
}

// Sets of owned identifiers are asked for borrowed ones. Both hash and compare as their bytes.
impl Borrow<[u8]> for SidBuf {
    fn borrow(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for SidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.as_sid(), f)
    }
}

impl fmt::Debug for SidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for SidBuf {
    type Err = MalformedSid;

    fn from_str(text: &str) -> Result<Self, MalformedSid> {
        let mut numbers = text.trim().split('-');
        if !numbers.next().is_some_and(|head| head.eq_ignore_ascii_case("S")) || numbers.next() != Some("1") {
            return Err(MalformedSid);
        }
        let authority = numbers.next().ok_or(MalformedSid)?;
        let authority = match authority.strip_prefix("0x").or_else(|| authority.strip_prefix("0X")) {
            Some(hex) => u64::from_str_radix(hex, 16),
            None => authority.parse(),
        };
        let authority = authority.ok().filter(|number| number >> 48 == 0).ok_or(MalformedSid)?;
        let parts: Vec<u32> = numbers.map(|part| part.parse().map_err(|_| MalformedSid)).collect::<Result<_, _>>()?;
        if parts.len() > MOST_PARTS {
            return Err(MalformedSid);
        }
        let count = u8::try_from(parts.len()).map_err(|_| MalformedSid)?;
        let mut bytes = vec![1, count];
        bytes.extend(&authority.to_be_bytes()[2..]);
        bytes.extend(parts.iter().flat_map(|part| part.to_le_bytes()));
        Ok(Self(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes_are_the_same_identifier() {
        for text in ["S-1-1-0", "S-1-5-32-544", "S-1-5-21-1-2-4294967295-1105", "S-1-0x010000000000-7", "S-1-5"] {
            let sid: SidBuf = text.parse().expect("an identifier");
            assert_eq!(sid.to_string(), text);
            assert_eq!(Sid::read(sid.as_sid().bytes()), Ok(sid.as_sid()));
        }
        for text in
            ["", "S", "S-2-5-18", "S-1", "S-1-x", "S-1-5-4294967296", "S-1-5-", "S-1-5-1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6"]
        {
            assert_eq!(text.parse::<SidBuf>(), Err(MalformedSid), "{text}");
        }
    }

    #[test]
    fn a_cut_identifier_is_refused_at_every_length() {
        let sid: SidBuf = "S-1-5-21-1-2-3-1105".parse().expect("an identifier");
        let bytes = sid.as_sid().bytes();
        for length in 0..bytes.len() {
            assert_eq!(Sid::read(&bytes[..length]), Err(MalformedSid));
        }
        let mut long = bytes.to_vec();
        long[1] = 16;
        long.extend([0; 64]);
        assert_eq!(Sid::read(&long), Err(MalformedSid));
    }

    #[test]
    fn only_accounts_of_a_domain_have_one() {
        let of = |text: &str| text.parse::<SidBuf>().expect("an identifier");
        let (one, other) = (of("S-1-5-21-1-2-3-1105"), of("S-1-5-21-1-2-3-513"));
        assert_eq!(one.as_sid().domain(), other.as_sid().domain());
        assert!(one.as_sid().domain().is_some());
        assert_ne!(one.as_sid().domain(), of("S-1-5-21-1-2-4-1105").as_sid().domain());
        assert_eq!(of("S-1-5-32-544").as_sid().domain(), None);
        assert_eq!(one.as_sid().rid(), Some(1105));
    }
}
