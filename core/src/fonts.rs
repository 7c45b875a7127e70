//! The fonts: embedded once, for the window and for the report. Where each comes from and which licence it has is in
//! `assets/fonts/README.md`.

/// Noto Sans SC Regular, whole: Latin letters and every hanzi of the face.
pub fn regular() -> &'static [u8] {
    include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf")
}

/// Noto Sans SC Medium, cut to GB 2312 and Latin. What it lacks is taken from [`regular`].
pub fn medium() -> &'static [u8] {
    include_bytes!("../../assets/fonts/NotoSansSC-Medium.otf")
}

/// Hack Regular, for commands, host names and digests.
pub fn mono() -> &'static [u8] {
    include_bytes!("../../assets/fonts/Hack-Regular.ttf")
}

/// Eight punctuation marks that are one em wide in [`regular`] and narrow in Latin text. Comes first in English.
pub fn latin_punctuation() -> &'static [u8] {
    include_bytes!("../../assets/fonts/LatinPunctuation-Regular.ttf")
}

/// The same eight marks in the weight of [`medium`].
pub fn latin_punctuation_medium() -> &'static [u8] {
    include_bytes!("../../assets/fonts/LatinPunctuation-Medium.ttf")
}

/// Phosphor icons, thin outlines.
pub fn icons() -> &'static [u8] {
    include_bytes!("../../assets/fonts/Phosphor-Regular.ttf")
}

/// Phosphor icons, bold outlines.
pub fn icons_bold() -> &'static [u8] {
    include_bytes!("../../assets/fonts/Phosphor-Bold.ttf")
}

/// Phosphor icons, filled.
pub fn icons_fill() -> &'static [u8] {
    include_bytes!("../../assets/fonts/Phosphor-Fill.ttf")
}
