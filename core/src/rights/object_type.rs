//! The GUID in an object entry: a right, a property, a property set or a class, in the byte order of a descriptor
//! (MS-DTYP 2.3.4.2).

use crate::reference::Guid;

/// A GUID as it stands in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ObjectType([u8; 16]);

impl ObjectType {
    /// From the bytes of an entry.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes of an entry.
    #[must_use]
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl From<&Guid> for ObjectType {
    fn from(guid: &Guid) -> Self {
        let digits: Vec<u8> =
            guid.as_str().chars().filter_map(|c| c.to_digit(16)).filter_map(|n| u8::try_from(n).ok()).collect();
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair[0] << 4 | pair[1];
        }
        // The first three groups are numbers, and stored with the low byte first.
        bytes[0..4].reverse();
        bytes[4..6].reverse();
        bytes[6..8].reverse();
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_three_groups_are_stored_low_byte_first() {
        let guid: Guid = "00112233-4455-6677-8899-aabbccddeeff".parse().expect("a GUID");
        let bytes = [0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
        assert_eq!(ObjectType::from(&guid).bytes(), bytes);
    }
}
