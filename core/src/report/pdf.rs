//! The report as a PDF: the blocks are laid out on A4 pages, printpdf draws them and embeds the used part of each face,
//! and one pass over the objects adds structure, links, bookmarks and properties. Pure: the same report gives the same
//! bytes.

mod attached;
mod canvas;
mod contents;
mod cover;
mod faces;
pub(in crate::report) mod finish;
mod flow;
mod furniture;
mod grid;
mod icons;
mod images;
mod item;
mod layout;
mod lines;
mod matrix;
mod pictures;
mod pill;
mod prose;
mod sign_off;
pub(in crate::report) mod signature_look;
mod style;
mod table;
mod tags;

use printpdf::{FontId, Mm, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};
use thiserror::Error;

use super::Report;
use canvas::Materials;
use faces::FaceName;
use layout::lay;

pub(in crate::report) use images::size as image_size;

/// Why a report could not be made into a PDF. None of these comes from what the report says.
#[derive(Debug, Error)]
pub enum PdfError {
    /// An embedded font is broken.
    #[error("the font {name} cannot be read: {why}")]
    Font {
        /// Which.
        name: &'static str,
        /// What is wrong.
        why: String,
    },
    /// What was drawn does not look as expected.
    #[error("{0} are not where the drawing library puts them")]
    Shape(&'static str),
    /// The objects do not fit together.
    #[error("the PDF objects do not fit together: {0}")]
    Objects(#[from] lopdf::Error),
    /// The file could not be put together.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// A printed report. Only [`render`] makes one, so whoever holds it knows that its bytes are what this program prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    file: Vec<u8>,
    missing: Vec<char>,
}

impl Rendered {
    /// The file.
    pub fn file(&self) -> &[u8] {
        &self.file
    }

    /// The file, to keep.
    pub fn into_file(self) -> Vec<u8> {
        self.file
    }

    /// The characters that no embedded font has; see [`missing_glyphs`].
    pub fn missing(&self) -> &[char] {
        &self.missing
    }
}

/// Renders a report as a PDF 1.7 file.
///
/// # Errors
/// Only when an embedded font or the drawing library is broken; nothing that a report says leads to an error.
pub fn render(report: &Report) -> Result<Rendered, PdfError> {
    let materials = Materials::of(report)?;
    let mut laid = lay(report, &materials);

    let mut document = PdfDocument::new(&report.title);
    for name in FaceName::ALL {
        let broken = || PdfError::Font { name: name.tag(), why: "it cannot be embedded".to_owned() };
        let font = ParsedFont::from_bytes(name.file(), 0, &mut Vec::new()).ok_or_else(broken)?;
        document.resources.fonts.map.insert(FontId(name.tag().to_owned()), PdfFont::new(font));
    }
    let drawings = laid.canvas.pages.iter_mut().map(|page| std::mem::take(&mut page.ops));
    document.pages = drawings.map(|drawing| PdfPage::new(Mm(210.0), Mm(297.0), drawing)).collect();
    let drawn = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    Ok(Rendered { file: finish::finish(drawn, &laid, report)?, missing: materials.faces.missing() })
}

/// The characters of a report that no embedded font has, without printing it. They are printed as a box, with the character itself as the
/// text that a reader copies, hears or finds. None when the fonts cannot be read; then [`render`] says so.
pub fn missing_glyphs(report: &Report) -> Vec<char> {
    let Ok(materials) = Materials::of(report) else { return Vec::new() };
    lay(report, &materials);
    materials.faces.missing()
}

#[cfg(test)]
mod tests;
