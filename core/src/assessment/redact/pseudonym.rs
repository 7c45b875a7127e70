//! Pseudonyms: made from a name with a secret key, so that the same name gives the same one and nobody without the key
//! can tell which name it was.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ring::hmac;

/// Letters and digits that are not mistaken for each other.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Makes pseudonyms with one key.
pub(super) struct Pseudonyms {
    key: hmac::Key,
}

impl Pseudonyms {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        Self { key: hmac::Key::new(hmac::HMAC_SHA256, key) }
    }

    fn bytes(&self, kind: &str, name: &str) -> Vec<u8> {
        let text = format!("{kind}\0{}", name.trim().to_lowercase());
        hmac::sign(&self.key, text.as_bytes()).as_ref().to_vec()
    }

    fn code(&self, kind: &str, name: &str) -> String {
        let bytes = self.bytes(kind, name);
        bytes.iter().take(7).map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
    }

    /// A label of a host's or a domain's name, or a name to sign in with. Capitals stay capitals; the beginnings by
    /// which the connector's own accounts are known stay.
    pub(super) fn label(&self, label: &str) -> String {
        for known in ["MSOL_", "AAD_", "ADSyncMSA", "pGMSA_"] {
            if label.len() > known.len()
                && label.get(..known.len()).is_some_and(|head| head.eq_ignore_ascii_case(known))
            {
                return format!("{}{}", &label[..known.len()], self.code("label", label));
            }
        }
        let code = format!("n{}", self.code("label", label));
        let capitals = label.chars().any(char::is_uppercase) && !label.chars().any(char::is_lowercase);
        if capitals { code.to_uppercase() } else { code }
    }

    /// A whole name, with a word for what it is: `person`, `organisation`, `name`, `file`, `text`.
    pub(super) fn whole(&self, kind: &str, name: &str) -> String {
        format!("{kind}-{}", self.code(kind, name))
    }

    /// Hexadecimal digits.
    pub(super) fn hex(&self, text: &str, digits: usize) -> String {
        let hex: String = self.bytes("hex", text).iter().map(|byte| format!("{byte:02x}")).collect();
        hex.chars().take(digits).collect()
    }

    /// A GUID in place of a GUID.
    pub(super) fn guid(&self, guid: &str) -> String {
        let hex: String = self.bytes("guid", guid).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..32])
    }

    /// A security identifier of another domain. Well-known ends (below 1000) stay, for they say what it is.
    pub(super) fn sid(&self, sid: &str) -> String {
        let parts: Vec<&str> = sid.split('-').collect();
        // S-1-5-21-a-b-c[-rid]
        let domain = parts.get(..7).map(|domain| domain.join("-")).unwrap_or_else(|| sid.to_owned());
        let bytes = self.bytes("sid", &domain);
        let number =
            |from: usize| bytes[from..from + 4].iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)).max(1);
        let mut text = format!("S-1-5-21-{}-{}-{}", number(0), number(4), number(8));
        for rid in parts.iter().skip(7) {
            let known = rid.parse::<u32>().is_ok_and(|rid| rid < 1000);
            let other = self.bytes("rid", sid);
            let made = 1000 + (u32::from(other[0]) << 16 | u32::from(other[1]) << 8 | u32::from(other[2]));
            text.push('-');
            text.push_str(&if known { (*rid).to_owned() } else { made.to_string() });
        }
        text
    }

    /// An address of the same kind: private stays private, loopback stays.
    pub(super) fn address(&self, address: IpAddr) -> IpAddr {
        let bytes = self.bytes("address", &address.to_string());
        match address {
            _ if address.is_loopback() || address.is_unspecified() => address,
            IpAddr::V4(v4) if v4.is_private() => Ipv4Addr::new(10, bytes[0], bytes[1], bytes[2]).into(),
            IpAddr::V4(v4) if v4.is_link_local() => Ipv4Addr::new(169, 254, bytes[0], bytes[1]).into(),
            // Set aside for measurements, so nobody's.
            IpAddr::V4(_) => Ipv4Addr::new(198, 18 | (bytes[0] & 1), bytes[1], bytes[2]).into(),
            IpAddr::V6(_) => {
                let part = |at: usize| u16::from_be_bytes([bytes[at], bytes[at + 1]]);
                Ipv6Addr::new(0x2001, 0xdb8, part(0), part(2), part(4), part(6), part(8), part(10)).into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_one_pseudonym_for_one_name_and_another_key_another() {
        let (one, other) = (Pseudonyms::new(&[1; 32]), Pseudonyms::new(&[2; 32]));
        assert_eq!(one.label("contoso"), one.label("Contoso"));
        assert_eq!(one.label("CONTOSO"), one.label("contoso").to_uppercase());
        assert_ne!(one.label("contoso"), other.label("contoso"));
        assert_ne!(one.label("contoso"), one.label("fabrikam"));
        assert!(one.label("CONTOSO").len() <= 15, "a NetBIOS name");
        assert!(one.label("MSOL_3f9c21aa7b10").starts_with("MSOL_"));
    }

    #[test]
    fn identifiers_stay_identifiers() {
        let one = Pseudonyms::new(&[1; 32]);
        let admins = one.sid("S-1-5-21-2871940031-904417722-3318265510-512");
        let user = one.sid("S-1-5-21-2871940031-904417722-3318265510-1604");
        assert!(admins.ends_with("-512") && !user.ends_with("-1604"));
        assert_eq!(admins.rsplit_once('-').map(|(domain, _)| domain), user.rsplit_once('-').map(|(domain, _)| domain));
        assert_eq!(one.guid("0b1f6471-1bf0-4dda-aec3-cb9272f09590").len(), 36);
        let address = |text: &str| one.address(text.parse().expect("an address")).to_string();
        assert_eq!(address("127.0.0.1"), "127.0.0.1");
        assert!(address("192.168.1.7").starts_with("10."));
        assert!(address("20.190.160.22").starts_with("198.1"));
        assert!(address("2603:1006::1").starts_with("2001:db8:"));
    }
}
