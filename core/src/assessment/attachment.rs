//! Files attached to answers, held by content.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::digest::sha256_hex;

/// The largest attachment, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// Its name, without folders.
    pub name: String,
    /// Its media type, such as `image/png`.
    pub media_type: String,
    /// Its bytes.
    #[serde(with = "as_base64")]
    #[schemars(with = "String")]
    pub data: Vec<u8>,
}

impl Attachment {
    /// A file with this name; the media type follows from the first bytes.
    pub fn new(name: &str, data: Vec<u8>) -> Self {
        let media_type = match data.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [b'%', b'P', b'D', b'F', ..] => "application/pdf",
            data if std::str::from_utf8(data).is_ok() => "text/plain",
            _ => "application/octet-stream",
        };
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        Self { name, media_type: media_type.to_owned(), data }
    }

    /// SHA-256 of the content, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256_hex(&self.data)
    }
}

mod as_base64 {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub fn serialize<S: Serializer>(data: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(data))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map_err(|error| D::Error::custom(format!("expected base64: {error}")))
    }
}
