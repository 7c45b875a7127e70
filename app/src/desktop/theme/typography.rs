//! The type scale: a role gives face, size and line height together. Emphasis is the Medium face, never a colour.

use egui::{Color32, FontFamily, FontId, RichText, TextFormat, text::LayoutJob};

use super::tokens::{TypeToken, tokens};
use crate::desktop::fonts;

/// A role of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// Second lines, labels, the status bar.
    Caption,
    /// A caption in the Medium face.
    CaptionStrong,
    /// Key caps.
    Key,
    /// Running text.
    Body,
    /// Group heads, the selected row, names.
    Strong,
    /// Head of a card.
    H3,
    /// Title of an item or a page.
    H2,
    /// The start page, the countdown.
    H1,
    /// Commands, host names, ids.
    Mono,
    /// The same in a caption.
    MonoSmall,
}

impl Type {
    /// Every role.
    pub const ALL: [Self; 10] = [
        Self::Caption,
        Self::CaptionStrong,
        Self::Key,
        Self::Body,
        Self::Strong,
        Self::H3,
        Self::H2,
        Self::H1,
        Self::Mono,
        Self::MonoSmall,
    ];

    fn token(self) -> (f32, f32, u16) {
        let name = match self {
            Self::Caption | Self::CaptionStrong => "caption",
            Self::Key => "key",
            Self::Body => "body",
            Self::Strong => "strong",
            Self::H3 => "h3",
            Self::H2 => "h2",
            Self::H1 => "h1",
            Self::Mono => "mono",
            Self::MonoSmall => "mono_sm",
        };
        match tokens().typography.get(name) {
            Some(TypeToken::Role { size, line, weight }) => {
                (*size, *line, if self == Self::CaptionStrong { 500 } else { *weight })
            }
            // A unit test finds a role that the file does not have.
            _ => (0.0, 0.0, 0),
        }
    }

    /// Face and size.
    pub fn font(self) -> FontId {
        let (size, _, weight) = self.token();
        let family = match self {
            Self::Mono | Self::MonoSmall => FontFamily::Monospace,
            _ if weight >= 500 => fonts::strong(),
            _ => FontFamily::Proportional,
        };
        FontId { size, family }
    }

    /// Line height in points.
    pub fn line(self) -> f32 {
        self.token().1
    }

    /// The same size in the Medium face.
    #[must_use]
    pub fn strong(self) -> Self {
        match self {
            Self::Caption => Self::CaptionStrong,
            Self::Body => Self::Strong,
            other => other,
        }
    }

    /// How a run of text in this role is set.
    pub fn format(self, colour: Color32) -> TextFormat {
        TextFormat { font_id: self.font(), line_height: Some(self.line()), color: colour, ..TextFormat::default() }
    }

    /// Text in this role, for [`egui::Label`] and tooltips.
    pub fn rich(self, text: impl Into<String>, colour: Color32) -> RichText {
        RichText::new(text).font(self.font()).line_height(Some(self.line())).color(colour)
    }
}

/// A layout of runs, each with its own role and colour, wrapped at `width` points.
pub fn job<'a>(runs: impl IntoIterator<Item = (&'a str, Type, Color32)>, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for (text, role, colour) in runs {
        job.append(text, 0.0, role.format(colour));
    }
    job
}

/// The longest line of running text, in points.
pub(super) fn max_measure() -> f32 {
    match tokens().typography.get("max_measure") {
        Some(TypeToken::Number(points)) => *points,
        _ => f32::INFINITY,
    }
}

impl Type {
    /// The longest line of running text, in points.
    pub fn max_measure() -> f32 {
        max_measure()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_file_has_every_role() {
        for role in Type::ALL {
            assert!(role.font().size >= 11.0, "{role:?}");
            assert!(role.line() >= role.font().size, "{role:?}");
        }
        assert!(max_measure().is_finite());
    }
}
