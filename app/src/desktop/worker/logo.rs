//! The logo of the letterhead. A copy of it is kept beside the settings, so that it is there when the file it came from is
//! gone. It is decoded once before it is taken: what only looks like a picture is not printed.

use std::{fs, path::Path};

use egui::ColorImage;
use readiness_core::{
    assessment::{Attachment, file},
    msg,
    report::{LARGEST_LOGO, LetterheadError, Logo},
};

use super::{Trouble, pictures};
use crate::desktop::folders::Folders;

/// Name of the copy.
const NAME: &str = "letterhead-logo";

/// The logo that is kept, with its picture for the screen; none when there is none that is sound.
pub(super) fn kept(folders: &Folders) -> Option<(Logo, ColorImage)> {
    let bytes = file::read_limited(&folders.config.join(NAME), LARGEST_LOGO as u64).ok()?;
    sound(bytes).ok()
}

/// Takes the logo of a file, and keeps a copy.
pub(super) fn take(folders: &Folders, path: &Path) -> Result<(Logo, ColorImage), Trouble> {
    let refused = |why: LetterheadError| {
        let file = path.display().to_string();
        Trouble::new(msg!("ui-letterhead-logo-refused", file = file, why = why.message()))
    };
    // A little more than may be taken, so that what is too large is told by its own words.
    let bytes = file::read_limited(path, 16 * LARGEST_LOGO as u64).map_err(|error| Trouble::from(&error))?;
    let taken = sound(bytes).map_err(refused)?;
    let copy = folders.config.join(NAME);
    let not_kept = |error: std::io::Error| {
        let file = copy.display().to_string();
        Trouble::new(msg!("ui-trouble-not-written", file = file, why = error.to_string()))
    };
    fs::create_dir_all(&folders.config).map_err(not_kept)?;
    file::write_atomic(&copy, taken.0.data()).map_err(|error| Trouble::from(&error))?;
    Ok(taken)
}

/// Removes the copy.
pub(super) fn remove(folders: &Folders) {
    // One that cannot be deleted is there again at the next start.
    let _ = fs::remove_file(folders.config.join(NAME));
}

fn sound(bytes: Vec<u8>) -> Result<(Logo, ColorImage), LetterheadError> {
    let logo = Logo::new(bytes)?;
    let picture = pictures::small(&Attachment::new(NAME, logo.data().to_vec()));
    Ok((logo, picture.ok_or(LetterheadError::NoPicture)?))
}
