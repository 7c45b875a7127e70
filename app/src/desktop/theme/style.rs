//! The two egui styles, made from the tokens once at start.

use egui::{
    Context, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme, Vec2, Visuals,
    style::{ScrollFadeStyle, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets},
};

use super::{
    Type,
    palette::{self, Palette},
    tokens::tokens,
};

/// Sets both styles. The light one is on when the system does not say which it prefers.
pub fn apply(ctx: &Context) {
    ctx.set_style_of(Theme::Light, style(palette::of(false)));
    ctx.set_style_of(Theme::Dark, style(palette::of(true)));
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
}

fn style(palette: &Palette) -> Style {
    let mut style = Style::default();
    let sized = |role: Type| role.font();
    style.text_styles = [
        (TextStyle::Small, sized(Type::Caption)),
        (TextStyle::Body, sized(Type::Body)),
        (TextStyle::Button, sized(Type::Body)),
        (TextStyle::Heading, sized(Type::H2)),
        (TextStyle::Monospace, FontId { family: FontFamily::Monospace, ..sized(Type::Mono) }),
    ]
    .into();
    style.animation_time = 0.0;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = true;

    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(tokens().space.x2);
    spacing.button_padding = Vec2::new(12.0, 6.0);
    spacing.interact_size.y = tokens().size.button;
    spacing.tooltip_width = 320.0;
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.scroll = ScrollStyle {
        bar_width: 6.0,
        floating_width: 6.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        foreground_color: false,
        dormant_handle_opacity: 1.0,
        active_handle_opacity: 1.0,
        interact_handle_opacity: 1.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        // A fade over text and buttons would look like a state of theirs.
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::floating()
    };
    style.visuals = visuals(palette);
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let radius = CornerRadius::same(tokens().radius.md);
    let hair = tokens().stroke.hair;
    let widget = |fill, border, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(hair, border),
        corner_radius: radius,
        fg_stroke: Stroke::new(hair, text),
        // egui lets a hovered widget grow; here nothing moves.
        expansion: 0.0,
    };
    let base = if palette.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        dark_mode: palette.dark,
        override_text_color: None,
        weak_text_color: Some(palette.text_3),
        widgets: Widgets {
            noninteractive: widget(palette.surface, palette.line, palette.text),
            // The scroll handle takes its fill from here.
            inactive: WidgetVisuals {
                bg_fill: palette.line_strong,
                ..widget(palette.raised, palette.line_strong, palette.text)
            },
            hovered: WidgetVisuals {
                bg_fill: palette.control_border,
                ..widget(palette.hover, palette.line_strong, palette.text)
            },
            active: WidgetVisuals {
                bg_fill: palette.control_border,
                ..widget(palette.pressed, palette.line_strong, palette.text)
            },
            open: widget(palette.pressed, palette.line_strong, palette.text),
        },
        selection: Selection { bg_fill: palette.accent.soft_border, stroke: Stroke::new(hair, palette.text) },
        hyperlink_color: palette.accent.text,
        faint_bg_color: palette.sunken,
        extreme_bg_color: palette.raised,
        text_edit_bg_color: Some(palette.raised),
        code_bg_color: palette.sunken,
        warn_fg_color: palette.verdict(super::Look::Warn).fg,
        error_fg_color: palette.verdict(super::Look::Fail).fg,
        window_corner_radius: CornerRadius::same(tokens().radius.xl),
        window_shadow: palette.shadow,
        window_fill: palette.raised,
        window_stroke: Stroke::new(hair, palette.floating_border()),
        menu_corner_radius: CornerRadius::same(tokens().radius.lg),
        panel_fill: palette.surface,
        popup_shadow: palette.shadow,
        // A blinking cursor would draw for as long as somebody thinks.
        text_cursor: TextCursorStyle { blink: false, ..base.text_cursor.clone() },
        button_frame: true,
        indent_has_left_vline: false,
        striped: false,
        interact_cursor: None,
        // Disabled things have colours of their own.
        disabled_alpha: 1.0,
        ..base
    }
}
