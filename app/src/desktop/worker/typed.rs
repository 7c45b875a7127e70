//! What is typed and not yet in an assessment, kept against a crash in the recovery folder: beside the recovery file of
//! an assessment without a file, or under the digest of the path of one that has a file.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use readiness_core::assessment::{Attachment, file};

use super::pictures;
use crate::desktop::{
    settings,
    views::{Attached, Typed},
};

/// End of the name of such a file.
const END: &str = "typed";

/// Its place for an assessment that has a file.
pub(super) fn place_for(recovery: &Path, document: &Path) -> PathBuf {
    let whole = fs::canonicalize(document).unwrap_or_else(|_| document.to_owned());
    let digest = Attachment::new("", whole.to_string_lossy().into_owned().into_bytes()).sha256();
    recovery.join(format!("{}.{END}", digest.get(..24).unwrap_or(&digest)))
}

/// Its place beside a recovery file.
pub(super) fn place_beside(recovery_file: &Path) -> PathBuf {
    recovery_file.with_extension(END)
}

/// Keeps it, or removes what was kept when there is nothing to keep.
pub(super) fn write(place: &Path, typed: &Typed) {
    if typed.is_empty() {
        // What cannot be deleted is offered once more than needed.
        let _ = fs::remove_file(place);
    } else if let Err(why) = settings::write_json(place, typed) {
        log::warn!("what is typed is not kept: {why}");
    }
}

/// Reads it back, with small pictures of what is attached. What cannot be understood is as if it were not there.
pub(super) fn read(place: &Path) -> Typed {
    let bytes = file::read_limited(place, file::LARGEST).unwrap_or_default();
    let mut typed: Typed = serde_json::from_slice(&bytes).unwrap_or_default();
    for attached in typed.answers.values_mut().flat_map(|draft| &mut draft.attachments) {
        // The digest is of what is read now, not of what the file says.
        let small = pictures::small(&attached.file);
        *attached = Attached::new(Arc::unwrap_or_clone(Arc::clone(&attached.file)), small);
    }
    typed
}
