//! The numbers and colours of `assets/theme/tokens.toml`, as they are written there.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

/// Everything in the token file that the window uses.
#[derive(Debug, Deserialize)]
pub struct Tokens {
    /// Gaps.
    pub space: Space,
    /// Corner radii.
    pub radius: Radius,
    /// Line widths.
    pub stroke: StrokeWidth,
    /// Sizes of controls and regions.
    pub size: Size,
    pub(super) shadow: BTreeMap<String, ShadowToken>,
    #[serde(rename = "type")]
    pub(super) typography: BTreeMap<String, TypeToken>,
    #[cfg(test)]
    pub(super) verdict: BTreeMap<String, VerdictToken>,
    pub(super) light: ThemeToken,
    pub(super) dark: ThemeToken,
    #[cfg(test)]
    pub(super) contrast: Contrast,
}

/// Gaps, in points.
#[derive(Debug, Deserialize)]
pub struct Space {
    /// Icon to its word.
    pub x1: f32,
    /// Between siblings.
    pub x2: f32,
    /// Between groups in one row.
    pub x3: f32,
    /// Card padding.
    pub x4: f32,
    /// Detail padding.
    pub x5: f32,
    /// Page columns.
    pub x6: f32,
    /// Around an empty state.
    pub x7: f32,
}

/// Corner radii, in points.
#[derive(Debug, Deserialize)]
pub struct Radius {
    /// Key cap, checkbox.
    pub sm: u8,
    /// Button, field, row, pill.
    pub md: u8,
    /// Card, banner, menu.
    pub lg: u8,
    /// Modal.
    pub xl: u8,
    /// Chip.
    pub round: u8,
}

/// Line widths, in points.
#[derive(Debug, Deserialize)]
pub struct StrokeWidth {
    /// Borders and separators.
    pub hair: f32,
    /// Checkbox tick, now-line.
    pub strong: f32,
    /// Focus ring.
    pub focus: f32,
    /// Distance of the focus ring from its control.
    pub focus_gap: f32,
    /// Bar of the selected row.
    pub bar: f32,
}

/// Sizes of controls and regions, in points.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it, and the token file explains them")]
pub struct Size {
    pub top_bar: f32,
    pub conclusion_bar: f32,
    pub status_bar: f32,
    pub training_strip: f32,
    pub action_bar: f32,
    pub side: f32,
    pub side_min: f32,
    pub side_max: f32,
    pub side_rail: f32,
    pub list: f32,
    pub list_min: f32,
    pub list_max: f32,
    pub detail_min: f32,
    pub row_list: f32,
    pub row_nav: f32,
    pub row_section: f32,
    pub row_table: f32,
    pub row_table_two_line: f32,
    pub row_collector: f32,
    pub row_group: f32,
    pub row_expander: f32,
    pub button: f32,
    pub button_small: f32,
    pub field: f32,
    pub field_multiline_min: f32,
    pub icon: f32,
    pub icon_row: f32,
    pub icon_small: f32,
    pub icon_timeline: f32,
    pub pill: f32,
    pub chip: f32,
    pub kbd: f32,
    pub checkbox: f32,
    pub switch: [f32; 2],
    pub hit_min: f32,
    pub palette_width: f32,
    pub modal_width: f32,
    pub toast_width: f32,
    pub window_min: [f32; 2],
    pub zoom: Vec<f32>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ShadowToken {
    pub offset: [i8; 2],
    pub blur: u8,
    pub spread: u8,
    pub color: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum TypeToken {
    Role { size: f32, line: f32, weight: u16 },
    Number(f32),
}

#[cfg(test)]
#[derive(Debug, Deserialize)]
pub(super) struct VerdictToken {
    pub glyph: String,
    pub variant: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct ThemeToken {
    pub neutral: BTreeMap<String, String>,
    pub accent: BTreeMap<String, String>,
    pub verdict: BTreeMap<String, BTreeMap<String, String>>,
}

#[cfg(test)]
#[derive(Debug, Deserialize)]
pub(super) struct Contrast {
    pub pairs: Vec<ContrastPair>,
}

#[cfg(test)]
#[derive(Debug, Deserialize)]
pub(super) struct ContrastPair {
    pub fg: String,
    pub bg: String,
    pub min: f64,
}

/// The tokens.
///
/// # Panics
/// Never in a tested build: the file is a constant, and a unit test reads it.
pub fn tokens() -> &'static Tokens {
    static TOKENS: LazyLock<Tokens> = LazyLock::new(|| {
        #[expect(clippy::panic, reason = "the file is a constant, read by a unit test")]
        toml::from_str(include_str!("../../../../assets/theme/tokens.toml"))
            .unwrap_or_else(|error| panic!("tokens.toml: {error}"))
    });
    &TOKENS
}
