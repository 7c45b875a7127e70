//! A file that is attached to an answer which is being written: its content, its digest, and a small picture of it.

use std::{fmt, sync::Arc};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};
use readiness_core::assessment::Attachment;
use serde::{Deserialize, Serialize};

/// A file that is attached. Made away from the window's thread: digest and small picture take their time.
#[derive(Clone, Serialize, Deserialize)]
pub struct Attached {
    /// The file.
    #[serde(with = "shared")]
    pub file: Arc<Attachment>,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// A small picture of it, when it is one.
    #[serde(skip)]
    pub small: Option<Arc<ColorImage>>,
    #[serde(skip)]
    texture: Option<TextureHandle>,
}

/// The content of an [`Arc`], written and read as if it were alone.
mod shared {
    use std::sync::Arc;

    use readiness_core::assessment::Attachment;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub fn serialize<S: Serializer>(file: &Arc<Attachment>, serializer: S) -> Result<S::Ok, S::Error> {
        file.as_ref().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Attachment>, D::Error> {
        Attachment::deserialize(deserializer).map(Arc::new)
    }
}

impl Attached {
    /// A file with the small picture that was made of it.
    pub fn new(file: Attachment, small: Option<ColorImage>) -> Self {
        Self { sha256: file.sha256(), file: Arc::new(file), small: small.map(Arc::new), texture: None }
    }

    /// The small picture on the graphics card.
    pub(super) fn texture(&mut self, context: &Context) -> Option<&TextureHandle> {
        if self.texture.is_none() {
            let small = Arc::clone(self.small.as_ref()?);
            self.texture = Some(context.load_texture(&self.sha256, small, TextureOptions::LINEAR));
        }
        self.texture.as_ref()
    }
}

impl PartialEq for Attached {
    fn eq(&self, other: &Self) -> bool {
        self.sha256 == other.sha256 && self.file.name == other.file.name
    }
}

impl Eq for Attached {}

impl fmt::Debug for Attached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attached").field("name", &self.file.name).field("sha256", &self.sha256).finish_non_exhaustive()
    }
}
