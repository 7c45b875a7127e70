//! How the window looks: colours by name, type scale, gaps and sizes, all read from `assets/theme/tokens.toml`. A view
//! asks [`of`] for the colours of the theme that is on; a raw colour in a view is a mistake.

mod look;
mod palette;
mod style;
mod tokens;
mod typography;

pub use look::Look;
pub use palette::{Accent, Palette, VerdictColours};
pub use style::apply;
pub use tokens::{Radius, Size, Space, StrokeWidth, Tokens, tokens};
pub use typography::{Type, job};

use egui::Ui;

/// The colours of the theme that is on.
pub fn of(ui: &Ui) -> &'static Palette {
    palette::of(ui.visuals().dark_mode)
}

/// The colours of the theme that is on, for code that has no [`Ui`].
pub fn of_context(ctx: &egui::Context) -> &'static Palette {
    palette::of(ctx.theme() == egui::Theme::Dark)
}

#[cfg(test)]
mod contrast;
