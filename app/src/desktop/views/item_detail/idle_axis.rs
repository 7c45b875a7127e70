//! The idle test on a time axis: one lane for each silent connection, how long it lived, and how it ended.

use egui::{Align2, Margin, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use readiness_core::{
    Arg,
    facts::{
        SourceFacts,
        network::{IdleConnection, IdleOutcome, IdleTest},
    },
    msg,
};

use super::Shown;
use crate::desktop::{
    theme::{Look, Palette, Type, of, tokens},
    widgets::{self, card, paint_verdict},
};

/// Silence that the article asks for, and that synchronisation needs, in seconds.
const THRESHOLDS: [(u32, &str); 2] = [(180, "ui-item-idle-article"), (360, "ui-item-idle-sync")];

/// Width of the labels at the left and of the words at the right.
const LABEL: f32 = 96.0;
const WORDS: f32 = 168.0;
const LANE: f32 = 30.0;

impl Shown<'_> {
    /// The idle test that the finding rests on.
    pub(super) fn idle_test(&self) -> Option<&IdleTest> {
        if self.view.item.check.as_deref() != Some("connectivity.idle") {
            return None;
        }
        let judged = self.state.finding.filter(|_| !self.state.stale)?;
        let vantage = judged.finding.measured_from.as_ref();
        let looks = self.view.assessment.facts.snapshots().iter().filter(|look| Some(&look.vantage) == vantage);
        let mut tests = looks.filter_map(|look| match &look.what {
            SourceFacts::Network(facts) => facts.idle.as_result().ok(),
            _ => None,
        });
        tests.next().filter(|test| !test.connections.is_empty())
    }

    pub(super) fn idle_axis(&self, ui: &mut Ui, test: &IdleTest) {
        let palette = of(ui);
        let words = self.view.words;
        Self::title(ui, &words.text("ui-item-idle"), Some(&words.say(&test.context.message())));
        card(ui, Margin::symmetric(14, 10), |ui| {
            let host = format!("{}:{}", test.endpoint.host, test.endpoint.port);
            let shown = widgets::shorten_middle(ui, &host, Type::MonoSmall, ui.available_width());
            widgets::label(ui, shown, Type::MonoSmall, palette.text_2).on_hover_text(&host);
            let longest = test.connections.iter().map(|one| one.silence_s).max().unwrap_or(0).max(360);
            #[expect(clippy::cast_precision_loss, reason = "a test has few connections")]
            let height = 20.0 + LANE * test.connections.len() as f32 + 24.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
            let painter = ui.painter().clone();
            let plot = Rect::from_min_max(
                Pos2::new(rect.left() + LABEL, rect.top() + 20.0),
                Pos2::new(rect.right() - WORDS, rect.bottom() - 24.0),
            );
            let x = |seconds: f32| plot.left() + plot.width() * seconds / seconds_f32(longest);
            self.grid(&painter, palette, plot, longest, &x);
            for (index, connection) in test.connections.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "a test has few connections")]
                let y = plot.top() + LANE * (index as f32 + 0.5);
                self.lane(ui, palette, connection, (rect, y), &x);
            }
        });
    }

    fn grid(&self, painter: &Painter, palette: &Palette, plot: Rect, longest: u32, x: &impl Fn(f32) -> f32) {
        let words = self.view.words;
        let caption = Type::Caption.font();
        for (seconds, id) in THRESHOLDS {
            let x = painter.round_to_pixel_center(x(seconds_f32(seconds)));
            painter.vline(x, plot.top() - 6.0..=plot.bottom(), Stroke::new(tokens().stroke.hair, palette.line_strong));
            let last = seconds == longest;
            let (align, gap) = if last { (Align2::RIGHT_BOTTOM, 2.0) } else { (Align2::LEFT_BOTTOM, -2.0) };
            let at = Pos2::new(x - gap, plot.top() - 4.0);
            painter.text(at, align, words.text(id), caption.clone(), palette.text_3);
        }
        let axis = Stroke::new(tokens().stroke.hair, palette.control_border);
        painter.hline(plot.x_range(), painter.round_to_pixel_center(plot.bottom()), axis);
        let minutes = longest / 60;
        for minute in 0..=minutes {
            let x = painter.round_to_pixel_center(x(seconds_f32(minute * 60)));
            painter.vline(x, plot.bottom()..=plot.bottom() + 4.0, axis);
            if minutes <= 8 || minute % 2 == 0 {
                let at = Pos2::new(x, plot.bottom() + 6.0);
                painter.text(at, Align2::CENTER_TOP, format!("{minute}:00"), caption.clone(), palette.text_3);
            }
        }
    }

    fn lane(
        &self,
        ui: &Ui,
        palette: &Palette,
        connection: &IdleConnection,
        (rect, y): (Rect, f32),
        x: &impl Fn(f32) -> f32,
    ) {
        let words = self.view.words;
        let painter = ui.painter();
        let planned = seconds_f32(connection.silence_s);
        let silence = words.duration(i64::from(connection.silence_s) * 1000);
        let label =
            if connection.control { words.say(&msg!("ui-item-idle-control", silence = silence)) } else { silence };
        let took = |millis: u64| Arg::Millis(i64::try_from(millis).unwrap_or(i64::MAX));
        let (look, lived, said) = match &connection.outcome {
            // A gateway's answer does not show that the far half of the connection lived.
            IdleOutcome::Survived { status: Some(status @ 502..=504), .. } => {
                (Look::CouldNotCheck, planned, words.say(&msg!("ui-item-idle-gateway", status = *status)))
            }
            IdleOutcome::Survived { answer_ms, .. } => {
                (Look::Pass, planned, words.say(&msg!("ui-item-idle-survived", took = took(*answer_ms))))
            }
            IdleOutcome::Reset { after_ms } => {
                (Look::Fail, seconds(*after_ms), words.say(&msg!("ui-item-idle-reset", after = took(*after_ms))))
            }
            IdleOutcome::ClosedByPeer { after_ms } => {
                let closed = msg!("ui-item-idle-closed", after = took(*after_ms));
                (Look::CouldNotCheck, seconds(*after_ms), words.say(&closed))
            }
            IdleOutcome::Dropped { .. } => {
                let silent = Arg::Millis(i64::from(connection.silence_s) * 1000);
                (Look::Fail, planned, words.say(&msg!("ui-item-idle-dropped", after = silent)))
            }
            IdleOutcome::NotOpened { .. } => (Look::CouldNotCheck, 0.0, words.text("ui-item-idle-not-opened")),
            IdleOutcome::Cancelled => (Look::NotRun, 0.0, words.text("ui-item-idle-not-tested")),
        };
        let lived = lived.clamp(0.0, planned);
        let colour = palette.verdict(look).icon;
        let text = widgets::galley(ui, &label, Type::Caption, palette.text, LABEL - 8.0);
        painter.galley(Pos2::new(rect.left(), y - text.size().y / 2.0), text, palette.text);
        if lived < planned {
            let rest = [Pos2::new(x(lived), y), Pos2::new(x(planned), y)];
            painter.extend(Shape::dashed_line(&rest, Stroke::new(2.0, palette.line_strong), 2.0, 4.0));
        }
        if lived > 0.0 {
            let bar = Rect::from_min_max(Pos2::new(x(0.0), y - 4.0), Pos2::new(x(lived), y + 4.0));
            painter.rect_filled(bar, 4.0, colour);
        }
        let end = Pos2::new(x(lived), y);
        painter.circle_filled(end, 9.0, palette.surface);
        paint_verdict(painter, palette, look, end, tokens().size.icon, palette.surface);
        let fg = palette.verdict(look).fg;
        let text = widgets::galley(ui, &said, Type::Caption, fg, WORDS - 20.0);
        painter.galley(Pos2::new(rect.right() - WORDS + 20.0, y - text.size().y / 2.0), text, fg);

        let area = Rect::from_x_y_ranges(rect.x_range(), y - LANE / 2.0..=y + LANE / 2.0);
        let id = ui.scope_id().with(("lane", connection.silence_s, connection.control));
        let response = ui.interact(area, id, Sense::hover());
        let spoken = format!("{label}: {said}");
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
        response.on_hover_text(&spoken);
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes in seconds")]
fn seconds_f32(seconds: u32) -> f32 {
    seconds as f32
}

#[expect(clippy::cast_precision_loss, reason = "minutes in milliseconds")]
fn seconds(millis: u64) -> f32 {
    millis as f32 / 1000.0
}
