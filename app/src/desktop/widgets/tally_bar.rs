//! The tally bar: how many items stand at what, as one thin bar.

use egui::{CornerRadius, Painter, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::theme::{Look, Palette, of};

/// Parts are at least this wide.
const LEAST: f32 = 4.0;
const GAP: f32 = 2.0;

/// A bar of this size; `spoken` says the same in words.
pub fn tally_bar(ui: &mut Ui, counts: &[(Look, usize)], size: Vec2, spoken: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint(ui.painter(), of(ui), counts, rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
    response.on_hover_text(spoken)
}

/// The look of the items that matter most.
pub(super) fn worst(counts: &[(Look, usize)]) -> Option<Look> {
    [
        Look::Fail,
        Look::CouldNotCheck,
        Look::NeedsYou,
        Look::Running,
        Look::NotRun,
        Look::Warn,
        Look::Excepted,
        Look::Pass,
    ]
    .into_iter()
    .find(|look| counts.iter().any(|(other, count)| other == look && *count > 0))
}

pub(super) fn paint(painter: &Painter, palette: &Palette, counts: &[(Look, usize)], rect: Rect) {
    let shown: Vec<(Look, usize)> = Look::ALL
        .into_iter()
        .filter(|look| !matches!(look, Look::NotApplicable | Look::Information))
        .map(|look| (look, counts.iter().filter(|(other, _)| *other == look).map(|(_, count)| count).sum()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let mut x = rect.left();
    for ((look, _), width) in shown.iter().zip(widths(&shown, rect.width())) {
        let part = Rect::from_min_size(egui::pos2(x, rect.top()), Vec2::new(width, rect.height()));
        let colour = if *look == Look::NotRun { palette.line_strong } else { palette.verdict(*look).icon };
        painter.rect_filled(part, CornerRadius::same(2), colour);
        x += width + GAP;
    }
    if shown.is_empty() {
        painter.rect_filled(rect, CornerRadius::same(2), palette.line);
    }
}

/// Widths in proportion to the counts, none narrower than [`LEAST`], that fill `whole` together with the gaps.
fn widths(counts: &[(Look, usize)], whole: f32) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "a checklist has few items")]
    let weights: Vec<f32> = counts.iter().map(|(_, count)| *count as f32).collect();
    #[expect(clippy::cast_precision_loss, reason = "there are few looks")]
    let room = whole - GAP * counts.len().saturating_sub(1) as f32;
    let total: f32 = weights.iter().sum();
    let small = |weight: f32| weight / total * room < LEAST;
    #[expect(clippy::cast_precision_loss, reason = "there are few looks")]
    let taken = LEAST * weights.iter().filter(|weight| small(**weight)).count() as f32;
    let rest: f32 = weights.iter().filter(|weight| !small(**weight)).sum();
    weights.iter().map(|weight| if small(*weight) { LEAST } else { weight / rest * (room - taken) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_bar_and_the_rarest_can_be_seen() {
        let widths = widths(&[(Look::Pass, 200), (Look::Warn, 1), (Look::Fail, 5)], 150.0);
        assert!(widths.iter().all(|width| *width >= LEAST));
        assert!((widths.iter().sum::<f32>() + 2.0 * GAP - 150.0).abs() < 0.01);
    }

    #[test]
    fn a_failure_is_worse_than_what_could_not_be_checked() {
        assert_eq!(worst(&[(Look::Pass, 9), (Look::CouldNotCheck, 2), (Look::Fail, 1)]), Some(Look::Fail));
        assert_eq!(worst(&[(Look::Pass, 9), (Look::Fail, 0)]), Some(Look::Pass));
        assert_eq!(worst(&[]), None);
    }
}
