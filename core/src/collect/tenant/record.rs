//! Reading one object of an answer strictly: a field that is not there was not seen, whatever it would have been.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::facts::Unavailable;

/// An object, and what it is called when something is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    fields: &'a Map<String, Value>,
    name: &'static str,
}

impl<'a> Record<'a> {
    pub(super) fn new(value: &'a Value, name: &'static str) -> Result<Self, Unavailable> {
        let fields = value.as_object().ok_or_else(|| malformed(name, "{}"))?;
        Ok(Self { fields, name })
    }

    /// The objects in `value`, the usual shape of a list.
    pub(super) fn all(body: &'a Value, name: &'static str) -> Result<Vec<Self>, Unavailable> {
        let Self { fields, .. } = Self::new(body, name)?;
        let list = fields.get("value").and_then(Value::as_array).ok_or_else(|| malformed(name, "value"))?;
        list.iter().map(|value| Self::new(value, name)).collect()
    }

    fn field(&self, field: &str) -> Result<&'a Value, Unavailable> {
        self.fields.get(field).ok_or_else(|| malformed(self.name, field))
    }

    /// A text that may be null. The field itself must be there.
    pub(super) fn maybe_text(&self, field: &str) -> Result<Option<&'a str>, Unavailable> {
        match self.field(field)? {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text)),
            _ => Err(malformed(self.name, field)),
        }
    }

    /// A text; null is blank, which no check takes for good news.
    pub(super) fn blank_text(&self, field: &str) -> Result<String, Unavailable> {
        Ok(self.maybe_text(field)?.unwrap_or_default().to_owned())
    }

    pub(super) fn text(&self, field: &str) -> Result<&'a str, Unavailable> {
        self.maybe_text(field)?.filter(|text| !text.is_empty()).ok_or_else(|| malformed(self.name, field))
    }

    pub(super) fn maybe_flag(&self, field: &str) -> Result<Option<bool>, Unavailable> {
        match self.field(field)? {
            Value::Null => Ok(None),
            Value::Bool(flag) => Ok(Some(*flag)),
            _ => Err(malformed(self.name, field)),
        }
    }

    pub(super) fn flag(&self, field: &str) -> Result<bool, Unavailable> {
        self.maybe_flag(field)?.ok_or_else(|| malformed(self.name, field))
    }

    pub(super) fn count(&self, field: &str) -> Result<u32, Unavailable> {
        let count = self.field(field)?.as_u64().and_then(|count| u32::try_from(count).ok());
        count.ok_or_else(|| malformed(self.name, field))
    }

    pub(super) fn maybe_time(&self, field: &str) -> Result<Option<Timestamp>, Unavailable> {
        self.maybe_text(field)?.map(|text| text.parse().map_err(|_| malformed(self.name, field))).transpose()
    }

    pub(super) fn time(&self, field: &str) -> Result<Timestamp, Unavailable> {
        self.maybe_time(field)?.ok_or_else(|| malformed(self.name, field))
    }

    /// The objects of a list inside.
    pub(super) fn records(&self, field: &'static str) -> Result<Vec<Record<'a>>, Unavailable> {
        let list = self.field(field)?.as_array().ok_or_else(|| malformed(self.name, field))?;
        list.iter().map(|value| Record::new(value, field)).collect()
    }

    /// The objects of a list inside that may be null.
    pub(super) fn maybe_records(&self, field: &'static str) -> Result<Vec<Record<'a>>, Unavailable> {
        if self.field(field)?.is_null() { Ok(Vec::new()) } else { self.records(field) }
    }

    /// The texts of a list inside; a null among them is passed over.
    pub(super) fn texts(&self, field: &str) -> Result<Vec<String>, Unavailable> {
        let list = self.field(field)?.as_array().ok_or_else(|| malformed(self.name, field))?;
        list.iter()
            .filter(|value| !value.is_null())
            .map(|value| value.as_str().map(str::to_owned).ok_or_else(|| malformed(self.name, field)))
            .collect()
    }

    /// An object inside that may be null.
    pub(super) fn maybe_record(&self, field: &'static str) -> Result<Option<Record<'a>>, Unavailable> {
        match self.field(field)? {
            Value::Null => Ok(None),
            value => Record::new(value, field).map(Some),
        }
    }

    /// Says that a field holds something that is not understood.
    pub(super) fn odd(&self, field: &str) -> Unavailable {
        malformed(self.name, field)
    }
}

/// Names the place and repeats nothing of what was received.
pub(super) fn malformed(name: &str, field: &str) -> Unavailable {
    Unavailable::Malformed { what: format!("{name}: {field}") }
}
