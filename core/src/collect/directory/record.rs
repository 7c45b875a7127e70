//! One object as a server sends it: its name and its attributes, in bytes. Hostile until read: a shape that no sound
//! server sends is refused, not believed.

use std::collections::HashMap;

use ldap3::ResultEntry;

use crate::rights::{Sid, SidBuf};

/// An object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// Distinguished name.
    pub(super) dn: String,
    /// Values by attribute, whose names are in lower case.
    attributes: HashMap<String, Vec<Vec<u8>>>,
}

/// The server's answer has a shape that it must not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MalformedRecord;

impl Record {
    /// Takes over an entry of a search.
    pub(super) fn read(entry: ResultEntry) -> Result<Self, MalformedRecord> {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| MalformedRecord);
        let mut parts =
            entry.0.match_id(4).and_then(|tag| tag.expect_constructed()).ok_or(MalformedRecord)?.into_iter();
        let dn = text(parts.next().and_then(|tag| tag.expect_primitive()).ok_or(MalformedRecord)?)?;
        let mut record = Self { dn, ..Self::default() };
        let attributes = parts.next().and_then(|tag| tag.expect_constructed()).ok_or(MalformedRecord)?;
        for attribute in attributes {
            let mut pair = attribute.expect_constructed().ok_or(MalformedRecord)?.into_iter();
            let name = text(pair.next().and_then(|tag| tag.expect_primitive()).ok_or(MalformedRecord)?)?;
            let values = pair.next().and_then(|tag| tag.expect_constructed()).ok_or(MalformedRecord)?;
            let values: Option<Vec<Vec<u8>>> = values.into_iter().map(|value| value.expect_primitive()).collect();
            record.attributes.insert(name.to_ascii_lowercase(), values.ok_or(MalformedRecord)?);
        }
        Ok(record)
    }

    /// All values of an attribute.
    pub(super) fn values(&self, name: &str) -> &[Vec<u8>] {
        self.attributes.get(&name.to_ascii_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The values that are text.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        self.values(name).iter().filter_map(|value| String::from_utf8(value.clone()).ok()).collect()
    }

    /// The first value.
    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.values(name).first().map(Vec::as_slice)
    }

    /// Takes the first value out.
    pub(super) fn take_bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        let values = self.attributes.remove(&name.to_ascii_lowercase())?;
        values.into_iter().next()
    }

    /// The first value, if it is text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.bytes(name).and_then(|value| std::str::from_utf8(value).ok())
    }

    /// The first value, if it is a number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    /// The first value, if it is a security identifier.
    pub(super) fn sid(&self, name: &str) -> Option<SidBuf> {
        self.bytes(name).and_then(|value| Sid::read(value).ok()).map(Sid::to_owned)
    }

    /// All values that are security identifiers.
    pub(super) fn sids(&self, name: &str) -> Vec<SidBuf> {
        self.values(name).iter().filter_map(|value| Sid::read(value).ok()).map(Sid::to_owned).collect()
    }

    /// Takes the values that came in a range, `member;range=0-1499`, and tells with which value the next begins; none
    /// when they were the last.
    pub(super) fn take_range(&mut self, name: &str) -> Option<(Vec<Vec<u8>>, Option<usize>)> {
        let prefix = format!("{};range=", name.to_ascii_lowercase());
        let key = self.attributes.keys().find(|key| key.starts_with(&prefix))?.clone();
        let values = self.attributes.remove(&key)?;
        let last = key.rsplit('-').next().unwrap_or_default();
        Some((values, last.parse::<usize>().ok().map(|last| last.saturating_add(1))))
    }

    /// Sets the values of an attribute.
    pub(super) fn set(&mut self, name: &str, values: Vec<Vec<u8>>) {
        self.attributes.insert(name.to_ascii_lowercase(), values);
    }

    /// The attributes that came in ranges.
    pub(super) fn ranged(&self) -> Vec<String> {
        self.attributes.keys().filter_map(|key| key.split_once(";range=")).map(|(name, _)| name.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_taken_up_to_their_last() {
        let mut record = Record::default();
        record.set("member;range=0-1", vec![b"a".to_vec(), b"b".to_vec()]);
        assert_eq!(record.ranged(), ["member"]);
        let (values, next) = record.take_range("Member").expect("a range");
        assert_eq!((values.len(), next), (2, Some(2)));
        record.set("member;range=2-*", vec![b"c".to_vec()]);
        let (_, next) = record.take_range("member").expect("a range");
        assert_eq!(next, None);
        assert_eq!(record.take_range("member"), None);
    }

    #[test]
    fn attribute_names_have_no_case() {
        let mut record = Record::default();
        record.set("minPwdAge", vec![b"-864000000000".to_vec()]);
        assert_eq!(record.number("MINPWDAGE"), Some(-864_000_000_000));
        assert_eq!(record.text("other"), None);
    }
}
