//! Places, type and colours of the page. Everything that is drawn takes its numbers from here. Lengths are in points
//! with the origin at the top left; [`mm`] turns the millimetres of the page grid into points.

/// Millimetres as points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// Height of the page, A4. It is 210 mm wide.
pub(crate) const PAGE_HEIGHT: f32 = mm(297.0);
/// Left edge of the text block.
pub(crate) const LEFT: f32 = mm(20.0);
/// Right edge of the text block.
pub(crate) const RIGHT: f32 = mm(190.0);
/// Top of the text block.
pub(crate) const TOP: f32 = mm(26.0);
/// Bottom of the text block.
pub(crate) const BOTTOM: f32 = mm(273.0);

/// A colour, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// Main text.
pub(crate) const INK: Colour = Colour(0x14, 0x18, 0x1F);
/// Second text: captions, heads and feet.
pub(crate) const INK_2: Colour = Colour(0x4A, 0x51, 0x5C);
/// Zeros of the matrix; 4.5:1 on white.
pub(crate) const INK_3: Colour = Colour(0x6B, 0x72, 0x7D);
/// Links.
pub(crate) const LINK: Colour = Colour(0x22, 0x53, 0xB5);
/// Borders of boxes and the rules of head and foot.
pub(crate) const RULE: Colour = Colour(0xC9, 0xCE, 0xD6);
/// Rules between rows of a table.
pub(crate) const ROW_RULE: Colour = Colour(0xDD, 0xE1, 0xE7);
/// Fill behind commands and group rows.
pub(crate) const CODE_FILL: Colour = Colour(0xF4, 0xF5, 0xF7);
/// What was not reached in a picture.
pub(crate) const UNREACHED: Colour = Colour(0x8C, 0x91, 0x9A);
/// Paper.
pub(crate) const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);

/// Which cut of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Cut {
    /// Noto Sans SC Regular.
    Text,
    /// Noto Sans SC Medium.
    Strong,
    /// Hack.
    Mono,
}

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// The cut.
    pub(crate) cut: Cut,
    /// Size of the letters.
    pub(crate) size: f32,
    /// Distance from one line to the next.
    pub(crate) line: f32,
    /// Colour of the letters.
    pub(crate) colour: Colour,
}

impl Style {
    const fn new(cut: Cut, size: f32, line: f32, colour: Colour) -> Self {
        Self { cut, size, line, colour }
    }

    /// The same in another colour.
    pub(crate) const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same in the bold cut.
    pub(crate) const fn strong(self) -> Self {
        Self { cut: Cut::Strong, ..self }
    }

    /// The same height of line in fixed width. Hack is wide, so it is set a little smaller.
    pub(crate) fn mono(self) -> Self {
        Self { cut: Cut::Mono, size: (self.size - 0.5).max(8.0), ..self }
    }
}

/// Organisation on the cover.
pub(crate) const ORGANISATION: Style = Style::new(Cut::Strong, 28.0, 36.0, INK);
/// Conclusion on the cover.
pub(crate) const CONCLUSION: Style = Style::new(Cut::Strong, 24.0, 30.0, INK);
/// Conclusion on the sign-off page.
pub(crate) const CONCLUSION_SMALL: Style = Style::new(Cut::Strong, 16.0, 20.0, INK);
/// The one sentence below the conclusion.
pub(crate) const LEAD: Style = Style::new(Cut::Text, 10.5, 15.0, INK);
/// The line above the organisation.
pub(crate) const KICKER: Style = Style::new(Cut::Text, 12.0, 16.0, INK_2);
/// Title of a page.
pub(crate) const H1: Style = Style::new(Cut::Strong, 18.0, 24.0, INK);
/// Title of a part of a page.
pub(crate) const H2: Style = Style::new(Cut::Strong, 12.0, 16.0, INK);
/// Title of a paragraph.
pub(crate) const H3: Style = Style::new(Cut::Strong, 9.5, 14.0, INK);
/// Caption, head of a table, head and foot of the page.
pub(crate) const CAPTION: Style = Style::new(Cut::Text, 8.0, 11.0, INK_2);
/// Evidence, set close.
pub(crate) const CLOSE: Style = Style::new(Cut::Text, 8.0, 11.0, INK);
/// Commands, host names and digests.
pub(crate) const MONO: Style = Style::new(Cut::Mono, 8.0, 12.0, INK);
/// The digest in full.
pub(crate) const DIGEST: Style = Style::new(Cut::Mono, 9.0, 13.0, INK);
/// Name of the consultant on the cover, and of a signer.
pub(crate) const NAME: Style = Style::new(Cut::Strong, 11.0, 14.0, INK);

/// The two roles whose line height depends on the language: hanzi fill their square and need more air.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Running {
    /// Running text.
    pub(crate) body: Style,
    /// Cell of a table.
    pub(crate) cell: Style,
}

impl Running {
    /// For a document in this language.
    pub(crate) fn of(language: &str) -> Self {
        let (body, cell) = if language.starts_with("zh") { (15.5, 13.0) } else { (14.0, 12.0) };
        Self { body: Style::new(Cut::Text, 9.5, body, INK), cell: Style::new(Cut::Text, 8.5, cell, INK) }
    }
}
