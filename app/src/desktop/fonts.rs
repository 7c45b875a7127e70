//! The faces of the window, all embedded; what they lack the system may have. In English the punctuation marks that are one em wide in Noto Sans SC come
//! from a Latin face first; in Chinese they must stay as they are.

use std::sync::{Arc, LazyLock};

use egui::epaint::text::{FallbackRequest, FontProvider};
use egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};
use egui_system_font_provider::SystemFontProvider;
use readiness_core::{Language, fonts as embedded};

/// Source Sans is drawn smaller on its em than the Latin of Noto Sans SC.
const LATIN_SCALE: f32 = 1.12;

/// The Medium face, for emphasis.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The icons, Regular.
pub fn icons() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// The icons, Bold.
pub fn icons_bold() -> FontFamily {
    FontFamily::Name("icons-bold".into())
}

/// The icons, Fill.
pub fn icons_fill() -> FontFamily {
    FontFamily::Name("icons-fill".into())
}

/// Sets the faces. Call once at start, and again when the language changes.
pub fn install(ctx: &Context, language: &Language) {
    ctx.set_fonts(definitions(language));
}

/// Lets the fonts of the system stand in for a character that no embedded face has: a rare hanzi in a name, an emoji.
/// They are looked for when the first such character is shown, since most windows never show one and looking takes time
/// and memory.
pub fn fall_back_on_the_system(ctx: &Context) {
    ctx.add_font_provider(of_the_system());
}

fn of_the_system() -> Arc<dyn FontProvider> {
    let system = LazyLock::new(SystemFontProvider::new);
    Arc::new(move |request: &FallbackRequest<'_>| system.font_for(request))
}

/// The faces by family.
pub fn definitions(language: &Language) -> FontDefinitions {
    let mut all = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8], scale: f32| {
        let mut data = FontData::from_static(bytes);
        data.tweak = FontTweak { scale, ..FontTweak::default() };
        all.font_data.insert(name.to_owned(), Arc::new(data));
    };
    add("ui", embedded::regular(), 1.0);
    add("ui-strong", embedded::medium(), 1.0);
    add("mono", embedded::mono(), 1.0);
    add("latin", embedded::latin_punctuation(), LATIN_SCALE);
    add("latin-strong", embedded::latin_punctuation_medium(), LATIN_SCALE);
    add("icons", embedded::icons(), 1.0);
    add("icons-bold", embedded::icons_bold(), 1.0);
    add("icons-fill", embedded::icons_fill(), 1.0);

    let latin_first = language.tag().split('-').next() != Some("zh");
    let mut family = |family: FontFamily, names: &[&str]| {
        let names = names.iter().filter(|name| latin_first || !name.starts_with("latin"));
        all.families.insert(family, names.map(|name| (*name).to_owned()).collect());
    };
    family(FontFamily::Proportional, &["latin", "ui", "icons"]);
    family(strong(), &["latin-strong", "ui-strong", "ui", "icons"]);
    family(FontFamily::Monospace, &["mono", "ui"]);
    family(icons(), &["icons"]);
    family(icons_bold(), &["icons-bold"]);
    family(icons_fill(), &["icons-fill"]);
    all
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::{Fonts, TextOptions};

    use super::*;
    use crate::desktop::{icons, theme::Look};

    fn fonts(language: &str) -> Fonts {
        let language: Language = language.parse().expect("a language");
        Fonts::new(TextOptions::default(), definitions(&language))
    }

    #[test]
    fn every_icon_is_in_all_three_faces() {
        let mut fonts = fonts("en");
        for family in [super::icons(), icons_bold(), icons_fill()] {
            let font = egui::FontId { size: 16.0, family: family.clone() };
            for icon in icons::ALL {
                assert!(fonts.has_glyph(&font, icon.code()), "{family}: {}", icon.name());
            }
            assert!(!fonts.has_glyph(&font, '\u{E000}'), "{family}: the test can't tell a missing glyph");
        }
    }

    #[test]
    fn every_verdict_has_its_glyph() {
        let mut fonts = fonts("en");
        for look in Look::ALL {
            let (icon, variant) = look.icon();
            let family = match variant {
                icons::Variant::Regular => super::icons(),
                icons::Variant::Bold => icons_bold(),
                icons::Variant::Fill => icons_fill(),
            };
            assert!(fonts.has_glyph(&egui::FontId { size: 16.0, family }, icon.code()), "{look:?}");
        }
    }

    #[test]
    fn latin_punctuation_is_narrow_in_english_and_wide_in_chinese() {
        for family in [FontFamily::Proportional, strong()] {
            let width = |language: &str, mark: char| {
                let mut fonts = fonts(language);
                let font = egui::FontId { size: 100.0, family: family.clone() };
                fonts.with_pixels_per_point(1.0).glyph_width(&font, mark)
            };
            for mark in ['\u{2019}', '\u{201C}', '\u{00B7}'] {
                assert!(width("en", mark) < 60.0, "{family}: {mark} in English is {} wide", width("en", mark));
                assert!(width("zh-CN", mark) > 90.0, "{family}: {mark} in Chinese is {} wide", width("zh-CN", mark));
            }
        }
    }

    #[test]
    fn the_system_stands_in_where_no_embedded_face_can() {
        let font = egui::FontId { size: 16.0, family: FontFamily::Proportional };
        assert!(!fonts("zh-CN").has_glyph(&font, 'ع'), "an embedded face has it: look for another character");
        let mut fonts = fonts("zh-CN").with_font_providers(vec![of_the_system()]);
        assert!(fonts.has_glyph(&font, 'ع'), "no font of this system has it: install one, such as DejaVu Sans");
        assert!(fonts.has_glyph(&font, '陈'));
    }

    #[test]
    fn a_name_with_a_rare_hanzi_has_its_glyph_in_every_text_family() {
        let mut fonts = fonts("zh-CN");
        for family in [FontFamily::Proportional, strong(), FontFamily::Monospace] {
            for hanzi in ['陈', '镕', '堃', '龘'] {
                let font = egui::FontId { size: 16.0, family: family.clone() };
                assert!(fonts.has_glyph(&font, hanzi), "{family}: {hanzi}");
            }
        }
    }
}
