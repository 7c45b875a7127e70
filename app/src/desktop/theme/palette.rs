//! Colours by name, for light and for dark.

use std::{collections::BTreeMap, sync::LazyLock};

use egui::{Color32, Shadow};

use super::{
    Look,
    tokens::{ShadowToken, ThemeToken, tokens},
};

/// Every colour of one theme.
#[derive(Debug)]
#[expect(missing_docs, reason = "the token file says what each colour is for")]
pub struct Palette {
    pub dark: bool,
    pub surface: Color32,
    pub canvas: Color32,
    pub sidebar: Color32,
    pub sunken: Color32,
    pub hover: Color32,
    pub pressed: Color32,
    pub line: Color32,
    pub line_strong: Color32,
    pub control_border: Color32,
    pub disabled: Color32,
    pub text: Color32,
    pub text_2: Color32,
    pub text_3: Color32,
    pub raised: Color32,
    pub accent: Accent,
    /// Of things that float.
    pub shadow: Shadow,
    verdicts: BTreeMap<&'static str, VerdictColours>,
}

/// The colours of what acts or is chosen.
#[derive(Debug)]
#[expect(missing_docs, reason = "the token file says what each colour is for")]
pub struct Accent {
    pub solid: Color32,
    pub solid_hover: Color32,
    pub solid_pressed: Color32,
    pub on_solid: Color32,
    pub text: Color32,
    pub soft: Color32,
    pub soft_border: Color32,
    pub focus: Color32,
}

/// The colours of one verdict.
#[derive(Debug, Clone, Copy)]
pub struct VerdictColours {
    /// Its word.
    pub fg: Color32,
    /// Its icon.
    pub icon: Color32,
    /// Fill of its pill and its banner.
    pub soft: Color32,
    /// Border of its pill and its banner.
    pub border: Color32,
}

impl Palette {
    /// The colours of a verdict.
    pub fn verdict(&self, look: Look) -> VerdictColours {
        self.verdicts[look.name()]
    }

    /// The border of a thing that floats.
    pub fn floating_border(&self) -> Color32 {
        if self.dark { self.line_strong } else { self.line }
    }

    fn new(dark: bool, theme: &ThemeToken, shadow: &ShadowToken) -> Self {
        let neutral = |name: &str| colour(&theme.neutral[name]);
        let accent = |name: &str| colour(&theme.accent[name]);
        let verdict = |look: Look| {
            let own = &theme.verdict[look.token()];
            let mut colours = VerdictColours {
                fg: colour(&own["fg"]),
                icon: colour(&own["icon"]),
                soft: colour(&own["soft"]),
                border: colour(&own["border"]),
            };
            if look == Look::Information {
                colours.icon = neutral("text_3");
            }
            (look.name(), colours)
        };
        Self {
            dark,
            surface: neutral("surface"),
            canvas: neutral("canvas"),
            sidebar: neutral("sidebar"),
            sunken: neutral("sunken"),
            hover: neutral("hover"),
            pressed: neutral("pressed"),
            line: neutral("line"),
            line_strong: neutral("line_strong"),
            control_border: neutral("control_border"),
            disabled: neutral("disabled"),
            text: neutral("text"),
            text_2: neutral("text_2"),
            text_3: neutral("text_3"),
            raised: neutral("raised"),
            accent: Accent {
                solid: accent("solid"),
                solid_hover: accent("solid_hover"),
                solid_pressed: accent("solid_pressed"),
                on_solid: accent("on_solid"),
                text: accent("text"),
                soft: accent("soft"),
                soft_border: accent("soft_border"),
                focus: accent("focus"),
            },
            shadow: Shadow {
                offset: shadow.offset,
                blur: shadow.blur,
                spread: shadow.spread,
                color: colour(&shadow.color),
            },
            verdicts: Look::ALL.into_iter().map(verdict).collect(),
        }
    }
}

/// The palette of the light or the dark theme.
pub(super) fn of(dark: bool) -> &'static Palette {
    static LIGHT: LazyLock<Palette> = LazyLock::new(|| Palette::new(false, &tokens().light, &tokens().shadow["light"]));
    static DARK: LazyLock<Palette> = LazyLock::new(|| Palette::new(true, &tokens().dark, &tokens().shadow["dark"]));
    if dark { &DARK } else { &LIGHT }
}

/// `#RRGGBB` or `#RRGGBBAA`.
fn colour(hex: &str) -> Color32 {
    #[expect(clippy::panic, reason = "the file is a constant, read by a unit test")]
    Color32::from_hex(hex).unwrap_or_else(|_| panic!("tokens.toml: \"{hex}\" is no colour"))
}
