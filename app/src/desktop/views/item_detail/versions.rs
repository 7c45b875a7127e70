//! The version bar: the releases of Entra Connect in order, coloured by what they are worth today, and where the
//! installed one stands among them.

use egui::{Align2, CornerRadius, Margin, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use readiness_core::{
    msg,
    reference::{ConnectVersion, VersionStanding},
};

use super::Shown;
use crate::desktop::{
    theme::{Look, Type, of},
    widgets::{self, card},
};

/// Height of the bar itself.
const BAR: f32 = 10.0;

impl Shown<'_> {
    /// Shows the bar for the item about the version; false for every other item.
    pub(super) fn versions(&self, ui: &mut Ui) -> bool {
        if self.view.item.check.as_deref() != Some("connectivity.connect-version") || self.state.stale {
            return false;
        }
        let connect = self.view.assessment.facts.sync_server().newest(|facts| &facts.connect);
        let Some(installed) = connect.ok().and_then(|connect| connect.value.as_ref()).map(|connect| connect.version)
        else {
            return false;
        };
        let table = &self.view.reference.versions;
        let today = self.view.today();
        let look = |version: ConnectVersion| match table.judge(version, today) {
            VersionStanding::Supported { .. } => Look::Pass,
            VersionStanding::Unknown { .. } => Look::Warn,
            _ => Look::Fail,
        };
        let mut versions: Vec<ConnectVersion> = table.releases.iter().map(|release| release.version).collect();
        versions.push(installed);
        versions.sort_unstable();
        versions.dedup();
        let (Some(oldest), Some(newest)) = (versions.first().copied(), versions.last().copied()) else { return false };
        let place = versions.iter().position(|version| *version == installed).unwrap_or(0);

        let words = self.view.words;
        let palette = of(ui);
        Self::title(ui, &words.text("ui-item-seen"), None);
        card(ui, Margin::symmetric(14, 10), |ui| {
            let size = Vec2::new(ui.available_width(), 20.0 + BAR + 4.0 + 16.0 + 16.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let painter = ui.painter();
            #[expect(clippy::cast_precision_loss, reason = "there are few releases")]
            let cell = rect.width() / versions.len() as f32;
            #[expect(clippy::cast_precision_loss, reason = "there are few releases")]
            let middle = |index: usize| rect.left() + cell * (index as f32 + 0.5);
            let top = rect.top() + 22.0;
            for (index, version) in versions.iter().enumerate() {
                let bar = Rect::from_center_size(
                    Pos2::new(middle(index), top + BAR / 2.0),
                    Vec2::new((cell - 2.0).max(2.0), BAR),
                );
                painter.rect_filled(bar, CornerRadius::same(2), palette.verdict(look(*version)).icon);
            }
            let x = middle(place);
            let colour = palette.verdict(look(installed)).fg;
            let mark = format!("{} {installed}", words.text("ui-item-installed"));
            let galley = widgets::galley(ui, &mark, Type::CaptionStrong, colour, rect.width());
            let left = (x - galley.size().x / 2.0).clamp(rect.left(), rect.right() - galley.size().x);
            painter.galley(Pos2::new(left, rect.top()), galley, colour);
            let flag = Rect::from_center_size(Pos2::new(x, top + BAR / 2.0), Vec2::new(cell.max(6.0), BAR + 6.0));
            painter.rect_stroke(flag, CornerRadius::same(3), Stroke::new(2.0, palette.text), egui::StrokeKind::Inside);
            let below = top + BAR + 6.0;
            let font = Type::Caption.font();
            painter.text(Pos2::new(rect.left(), below), Align2::LEFT_TOP, oldest, font.clone(), palette.text_3);
            painter.text(Pos2::new(rect.right(), below), Align2::RIGHT_TOP, newest, font.clone(), palette.text_3);
            let least = table.hard_minimum.version;
            let text = words.say(&msg!("ui-item-least-version", version = least.to_string()));
            if let Some(index) = versions.iter().position(|version| *version >= least) {
                let at = rect.left() + cell * index as f32;
                painter.vline(at, (top - 4.0)..=(below + 14.0), Stroke::new(1.0, palette.text_2));
                let (align, dx) =
                    if at > rect.center().x { (Align2::RIGHT_TOP, -4.0) } else { (Align2::LEFT_TOP, 4.0) };
                painter.text(Pos2::new(at + dx, below + 16.0), align, &text, font, palette.text_2);
            }
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{mark}. {text}")));
        });
        true
    }
}
