//! The faces of the report: which one has a character, how wide it is there, and which characters none has. A face is
//! known by a fixed name of six capitals, because that name becomes the subset tag inside the file.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use ttf_parser::GlyphId;
use unicode_normalization::UnicodeNormalization;

use super::{PdfError, style::Cut};
use crate::fonts;

/// One embedded font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FaceName {
    /// Noto Sans SC Regular.
    Regular,
    /// Noto Sans SC Medium.
    Medium,
    /// Hack Regular.
    Mono,
    /// Narrow punctuation for Latin text.
    Latin,
    /// Narrow punctuation for Latin text, Medium.
    LatinMedium,
}

impl FaceName {
    /// Every face.
    pub(crate) const ALL: [Self; 5] = [Self::Regular, Self::Medium, Self::Mono, Self::Latin, Self::LatinMedium];

    /// Name of the resource, and subset tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Regular => "WBREGU",
            Self::Medium => "WBMEDI",
            Self::Mono => "WBMONO",
            Self::Latin => "WBLATR",
            Self::LatinMedium => "WBLATM",
        }
    }

    /// The font file.
    pub(crate) fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => fonts::regular(),
            Self::Medium => fonts::medium(),
            Self::Mono => fonts::mono(),
            Self::Latin => fonts::latin_punctuation(),
            Self::LatinMedium => fonts::latin_punctuation_medium(),
        }
    }
}

/// How a character is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// The face that has it.
    pub(crate) face: FaceName,
    /// What is drawn: the character, or a box in its place, or the character that shares its glyph.
    pub(crate) shown: char,
    /// Width for letters of one point.
    pub(crate) width: f32,
}

/// Stands for what no face has.
const BOX: char = '\u{25A1}';

/// All faces, ready to measure with.
pub(crate) struct Faces {
    faces: BTreeMap<FaceName, ttf_parser::Face<'static>>,
    latin: bool,
    known: RefCell<HashMap<(Cut, char), Glyph>>,
    /// The first character that asked for a glyph. A file tells one character for each glyph, so a second one that
    /// looks the same is drawn as the first, and told beside it.
    first: RefCell<HashMap<(FaceName, u16), char>>,
    missing: RefCell<BTreeSet<char>>,
}

impl Faces {
    /// The faces for a document in this language.
    pub(crate) fn new(language: &str) -> Result<Self, PdfError> {
        let mut faces = BTreeMap::new();
        for name in FaceName::ALL {
            let face = ttf_parser::Face::parse(name.file(), 0)
                .map_err(|why| PdfError::Font { name: name.tag(), why: why.to_string() })?;
            faces.insert(name, face);
        }
        Ok(Self {
            faces,
            latin: !language.starts_with("zh"),
            known: RefCell::default(),
            first: RefCell::default(),
            missing: RefCell::default(),
        })
    }

    /// How a character is printed in a cut. Asked in the order of drawing, so the answers are the same each time.
    pub(crate) fn glyph(&self, cut: Cut, wanted: char) -> Glyph {
        if let Some(glyph) = self.known.borrow().get(&(cut, wanted)) {
            return *glyph;
        }
        let glyph = self.find(cut, wanted).unwrap_or_else(|| {
            self.missing.borrow_mut().insert(wanted);
            // Every face of hanzi has the box; the question mark is for a face that was cut too far.
            let found = self.find(cut, BOX).or_else(|| self.find(cut, '?'));
            found.unwrap_or(Glyph { face: FaceName::Regular, shown: '?', width: 0.5 })
        });
        self.known.borrow_mut().insert((cut, wanted), glyph);
        glyph
    }

    /// The characters that were asked for and that no face has.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.borrow().iter().copied().collect()
    }

    /// Width of a text in one line.
    pub(crate) fn width(&self, text: &str, style: super::style::Style) -> f32 {
        text.chars().map(|c| self.glyph(style.cut, c).width).sum::<f32>() * style.size
    }

    fn order(&self, cut: Cut) -> &'static [FaceName] {
        use FaceName::{Latin, LatinMedium, Medium, Mono, Regular};
        match (cut, self.latin) {
            (Cut::Text, true) => &[Latin, Regular, Mono],
            (Cut::Text, false) => &[Regular, Mono],
            (Cut::Strong, true) => &[LatinMedium, Medium, Regular, Mono],
            (Cut::Strong, false) => &[Medium, Regular, Mono],
            (Cut::Mono, _) => &[Mono, Regular],
        }
    }

    fn find(&self, cut: Cut, wanted: char) -> Option<Glyph> {
        for name in self.order(cut) {
            let face = &self.faces[name];
            let Some(GlyphId(id)) = face.glyph_index(wanted).filter(|id| id.0 != 0) else { continue };
            let advance = face.glyph_hor_advance(GlyphId(id)).unwrap_or(0);
            let shown = *self.first.borrow_mut().entry((*name, id)).or_insert(wanted);
            return Some(Glyph { face: *name, shown, width: f32::from(advance) / f32::from(face.units_per_em()) });
        }
        None
    }
}

/// Text as it may be printed: composed, with spaces for control characters, and without the marks that have no shape.
/// Radicals and compatibility ideographs become the hanzi that they look like. Line ends stay.
pub(crate) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .nfc()
        .filter(|c| !has_no_shape(*c))
        .map(|c| match c {
            '\n' => '\n',
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => '\n',
            c if c.is_control() => ' ',
            '\u{2E80}'..='\u{2FDF}' => std::iter::once(c).nfkc().next().unwrap_or(c),
            c => c,
        })
        .collect()
}

/// Soft hyphens, zero-width and direction marks, variation selectors, tags: they only steer how others are shown.
fn has_no_shape(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}
