//! The letterhead: on whose paper a report is printed. It belongs to the print, like its language, and not to the
//! assessment: another letterhead makes no sign-off stale. The PDF carries it, so that the same pages can be printed again.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use thiserror::Error;

use super::{
    blocks::{Block, Picture, Report},
    pdf,
};
use crate::{Message, Words, assessment::sha256_hex, msg};

/// The largest file of a logo, in bytes.
pub const LARGEST_LOGO: usize = 1024 * 1024;
/// The most pixels of a side of a logo.
pub const LARGEST_SIDE: u32 = 4096;
/// The most lines below a name.
pub const MOST_LINES: usize = 3;
/// The most letters of a line.
pub const LONGEST_LINE: usize = 80;

/// Whose paper a report is printed on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// The consultant; empty: who the assessment names as its assessor.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub consultant: String,
    /// Lines below their name: an address, a telephone number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<String>,
    /// Lines below the customer's name: a department, who it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<String>,
    /// The consultant's logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// A picture that can be printed: PNG or JPEG, of a size that is no trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo(Vec<u8>);

/// Why a letterhead is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LetterheadError {
    /// The file of the logo is too large.
    #[error("the logo is larger than 1 MiB")]
    TooLarge,
    /// It is no picture that can be printed.
    #[error("the logo is no PNG or JPEG that can be printed")]
    NoPicture,
    /// It has too many pixels.
    #[error("the logo is more than 4096 pixels wide or high")]
    TooManyPixels,
    /// There are too many lines below a name.
    #[error("there are more than 3 lines below a name")]
    TooManyLines,
    /// A line is too long.
    #[error("a line is longer than 80 letters")]
    TooLong,
}

impl LetterheadError {
    /// What to tell a person.
    pub fn message(self) -> Message {
        match self {
            Self::TooLarge => msg!("letterhead-too-large"),
            Self::NoPicture => msg!("letterhead-no-picture"),
            Self::TooManyPixels => msg!("letterhead-too-many-pixels", most = LARGEST_SIDE),
            Self::TooManyLines => msg!("letterhead-too-many-lines", most = MOST_LINES),
            Self::TooLong => msg!("letterhead-too-long", most = LONGEST_LINE),
        }
    }
}

impl Logo {
    /// A logo of the bytes of a file.
    ///
    /// # Errors
    /// It is too large, or it cannot be printed: no PNG or JPEG, damaged, interlaced, with inks instead of colours.
    pub fn new(data: Vec<u8>) -> Result<Self, LetterheadError> {
        if data.len() > LARGEST_LOGO {
            return Err(LetterheadError::TooLarge);
        }
        let (width, height) = pdf::image_size(&data).ok_or(LetterheadError::NoPicture)?;
        if width.max(height) > LARGEST_SIDE {
            return Err(LetterheadError::TooManyPixels);
        }
        Ok(Self(data))
    }

    /// The bytes of the file.
    pub fn data(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 of them, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256_hex(&self.0)
    }

    /// `image/png` or `image/jpeg`.
    pub fn media_type(&self) -> &'static str {
        if self.0.starts_with(&[0xFF, 0xD8, 0xFF]) { "image/jpeg" } else { "image/png" }
    }
}

impl Serialize for Logo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Logo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let data = STANDARD.decode(text).map_err(|error| D::Error::custom(format!("expected base64: {error}")))?;
        Self::new(data).map_err(D::Error::custom)
    }
}

impl Letterhead {
    /// The same without blanks around and between its lines.
    ///
    /// # Errors
    /// Too many lines, or one that is too long.
    pub fn checked(mut self) -> Result<Self, LetterheadError> {
        for lines in [&mut self.contact, &mut self.customer] {
            lines.iter_mut().for_each(|line| *line = line.trim().to_owned());
            lines.retain(|line| !line.is_empty());
            if lines.len() > MOST_LINES {
                return Err(LetterheadError::TooManyLines);
            }
        }
        self.consultant = self.consultant.trim().to_owned();
        let long = |line: &String| line.chars().count() > LONGEST_LINE;
        if self.contact.iter().chain(&self.customer).any(long) || long(&self.consultant) {
            return Err(LetterheadError::TooLong);
        }
        Ok(self)
    }

    /// True when there is nothing on it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// As the PDF carries it. None only when it cannot be serialised, which its types rule out.
    pub(super) fn to_json(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(self).ok()
    }

    /// Reads what a PDF carries.
    pub(super) fn from_json(json: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(json).ok()?.checked().ok()
    }
}

impl Report {
    /// The same report on this paper.
    #[must_use]
    pub fn on(mut self, letterhead: &Letterhead, words: &Words) -> Self {
        if letterhead.is_empty() {
            return self;
        }
        for block in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            let Block::Cover(cover) = block else { continue };
            if !letterhead.consultant.is_empty() {
                cover.assessor.clone_from(&letterhead.consultant);
            }
            cover.contact.clone_from(&letterhead.contact);
            cover.customer.clone_from(&letterhead.customer);
            cover.logo = letterhead.logo.as_ref().map(|logo| Picture {
                sha256: logo.sha256(),
                caption: words.say(&msg!("letterhead-logo-of", name = &cover.assessor)),
            });
        }
        self.letterhead = Some(letterhead.clone());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_counted_and_measured() {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let paper = Letterhead { contact: lines(&[" a ", "", "b"]), ..Letterhead::default() };
        assert_eq!(paper.checked().map(|paper| paper.contact), Ok(lines(&["a", "b"])));
        let paper = Letterhead { customer: lines(&["a", "b", "c", "d"]), ..Letterhead::default() };
        assert_eq!(paper.checked(), Err(LetterheadError::TooManyLines));
        let paper = Letterhead { consultant: "x".repeat(LONGEST_LINE + 1), ..Letterhead::default() };
        assert_eq!(paper.checked(), Err(LetterheadError::TooLong));
    }

    #[test]
    fn what_cannot_be_printed_is_no_logo() {
        assert_eq!(Logo::new(vec![0; LARGEST_LOGO + 1]), Err(LetterheadError::TooLarge));
        for wrong in [&b""[..], b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF"] {
            assert_eq!(Logo::new(wrong.to_vec()), Err(LetterheadError::NoPicture), "{wrong:?}");
        }
        assert!(Letterhead::from_json(br#"{"logo": "AAAA"}"#).is_none());
        assert!(Letterhead::from_json(br#"{"other": 1}"#).is_none());
    }
}
