//! A secret: text that is never shown, never written to a file, and overwritten when it is dropped.

use std::hint::black_box;

/// A password or a token. It has no `Debug`, no `Display` and no `Serialize`, so that it cannot slip into a log, a
/// message or a file, and no `Clone`, so that there is one place to overwrite.
pub struct Secret(Vec<u8>);

impl Secret {
    /// Takes over a text. Its memory becomes the secret's own.
    pub fn new(text: String) -> Self {
        Self(text.into_bytes())
    }

    /// The text, for the one place that sends it.
    pub fn expose(&self) -> &str {
        // It was made from a `String` and never changed since.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites bytes that held a secret. The compiler may not leave it out, since it cannot see what `black_box` does
/// with them.
fn wipe(bytes: &mut [u8]) {
    bytes.fill(0);
    black_box(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_gives_its_text_to_who_asks() {
        let secret = Secret::new("pässword".to_owned());
        assert_eq!(secret.expose(), "pässword");
        assert!(!secret.is_empty() && Secret::new(String::new()).is_empty());
    }

    #[test]
    fn wiping_leaves_nothing() {
        let mut bytes = b"password".to_vec();
        wipe(&mut bytes);
        assert_eq!(bytes, [0; 8]);
    }
}
