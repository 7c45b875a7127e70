//! The idle test on a time axis: one lane for each silent connection, how long it lived, and how it ended. The control
//! connection lies below a line. Nothing here moves by itself; whoever shows a test that goes on redraws once a second.

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use jiff::Timestamp;
use readiness_core::{
    Arg,
    checks::{IdleLimits, gateway_status},
    facts::network::{IdleConnection, IdleOutcome},
    msg,
};

use super::Shown;
use crate::desktop::{
    running::{Idle, LaneState, minutes},
    theme::{Look, Palette, Type, of, tokens},
    widgets::{self, paint_verdict},
};

/// Silence that the article asks for, and that synchronisation needs, in seconds.
const THRESHOLDS: [(u32, &str); 2] = [(180, "ui-item-idle-article"), (360, "ui-item-idle-sync")];

const LANE: f32 = 34.0;
/// Room above the lanes for the names of the thresholds and the flag, and below for the ticks.
const ABOVE: f32 = 26.0;
const BELOW: f32 = 26.0;
/// Room for the line above the control connection.
const APART: f32 = 14.0;

/// A connection as it is drawn.
pub(super) struct Lane {
    silence_s: u32,
    control: bool,
    end: End,
    /// What became of it, in the column at the right.
    said: String,
    /// The same, as it is said to assistive technology.
    spoken: String,
}

/// Where its bar ends, in seconds of silence.
#[derive(Clone, Copy)]
enum End {
    Waiting(f32),
    NotTested,
    Ended(Look, f32),
}

impl Shown<'_> {
    /// The lanes of a test that is over.
    pub(super) fn ended_lanes(&self, connections: &[IdleConnection]) -> Vec<Lane> {
        connections.iter().map(|connection| self.ended_lane(connection)).collect()
    }

    /// The lanes of a test that goes on.
    pub(super) fn live_lanes(&self, idle: &Idle) -> Vec<Lane> {
        let words = self.view.words;
        let now = self.view.now;
        idle.lanes
            .iter()
            .map(|lane| {
                let (silence_s, control) = (lane.silence_s, lane.control);
                let (end, said, spoken) = match (&lane.state, lane.left_s(now)) {
                    (LaneState::Ended(ended), _) => return self.ended_lane(ended),
                    (LaneState::Silent(since), Some(left)) if left > 0 => (
                        End::Waiting(seconds_f32(now.duration_since(*since).as_millis())),
                        words.say(&msg!("ui-idle-request-in", time = minutes(left))),
                        words.say(&msg!("ui-idle-request-spoken", seconds = left)),
                    ),
                    (LaneState::Silent(_), _) => {
                        let said = words.text("ui-idle-waiting-now");
                        (End::Waiting(whole(silence_s)), said.clone(), said)
                    }
                    (LaneState::Opening, _) => {
                        let said = words.text("ui-idle-opening");
                        (End::Waiting(0.0), said.clone(), said)
                    }
                };
                Lane { silence_s, control, end, said, spoken }
            })
            .collect()
    }

    fn ended_lane(&self, connection: &IdleConnection) -> Lane {
        let words = self.view.words;
        let planned = whole(connection.silence_s);
        let millis = |millis: u64| i64::try_from(millis).unwrap_or(i64::MAX);
        let at = |after_ms: u64| minutes(millis(after_ms) / 1000);
        let lived = |after_ms: u64| seconds_f32(i128::from(after_ms)).min(planned);
        let (end, said) = match &connection.outcome {
            // Another's answer does not show that the far half of the connection lived.
            outcome if gateway_status(outcome).is_some() => {
                let status = gateway_status(outcome).unwrap_or_default().to_string();
                (End::Ended(Look::CouldNotCheck, planned), msg!("ui-item-idle-gateway", status = status))
            }
            IdleOutcome::Survived { answer_ms, .. } => {
                let took = Arg::Millis(millis(*answer_ms));
                (End::Ended(Look::Pass, planned), msg!("ui-item-idle-survived", took = took))
            }
            IdleOutcome::Reset { after_ms } => {
                (End::Ended(Look::Fail, lived(*after_ms)), msg!("ui-item-idle-reset", after = at(*after_ms)))
            }
            IdleOutcome::ClosedByPeer { after_ms } => {
                (End::Ended(Look::CouldNotCheck, lived(*after_ms)), msg!("ui-item-idle-closed", after = at(*after_ms)))
            }
            IdleOutcome::Dropped { .. } => {
                let after = minutes(connection.silence_s.into());
                (End::Ended(Look::Fail, planned), msg!("ui-item-idle-dropped", after = after))
            }
            IdleOutcome::NotOpened { .. } => (End::Ended(Look::CouldNotCheck, 0.0), msg!("ui-item-idle-not-opened")),
            IdleOutcome::Cancelled | IdleOutcome::Shortened | IdleOutcome::Skipped => {
                (End::NotTested, msg!("ui-item-idle-not-tested"))
            }
        };
        let said = words.say(&said);
        Lane { silence_s: connection.silence_s, control: connection.control, end, spoken: said.clone(), said }
    }

    /// Draws the lanes over the axis. `began` is when a test that goes on began.
    pub(super) fn idle_axis(
        &self,
        ui: &mut Ui,
        lanes: &[Lane],
        connections: &[IdleConnection],
        began: Option<Timestamp>,
    ) {
        let palette = of(ui);
        let words = self.view.words;
        let longest = lanes.iter().map(|lane| lane.silence_s).max().unwrap_or(0).max(360);
        let name = |lane: &Lane| {
            let silence = words.say(&msg!("ui-idle-seconds", count = lane.silence_s));
            if lane.control { words.say(&msg!("ui-item-idle-control", silence = silence)) } else { silence }
        };
        let wide = |text: &str| widgets::galley(ui, text, Type::CaptionStrong, palette.text, f32::INFINITY).size().x;
        let labels = lanes.iter().map(|lane| wide(&name(lane))).fold(84.0, f32::max) + 12.0;
        let whole_width = ui.available_width();
        let results = lanes.iter().map(|lane| wide(&lane.said)).fold(80.0, f32::max).min(whole_width * 0.34) + 18.0;
        let apart = if lanes.iter().any(|lane| lane.control) { APART } else { 0.0 };
        let height = ABOVE + LANE * count(lanes.len()) + apart + BELOW;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(whole_width, height), Sense::hover());
        let painter = ui.painter().clone();
        let plot = Rect::from_min_max(
            Pos2::new(rect.left() + labels, rect.top() + ABOVE),
            Pos2::new(rect.right() - results, rect.bottom() - BELOW),
        );
        let axis = Axis { plot, longest };
        self.grid(&painter, palette, axis);
        let mut y = plot.top() + LANE / 2.0;
        let mut above_control = true;
        for lane in lanes {
            if lane.control && std::mem::take(&mut above_control) {
                widgets::row_line(&painter, palette, rect.left()..=rect.right(), y - LANE / 2.0 + APART / 2.0);
                y += APART;
            }
            let text = widgets::galley(ui, &name(lane), Type::Caption, palette.text, labels - 8.0);
            painter.galley(Pos2::new(rect.left(), y - text.size().y / 2.0), text, palette.text);
            draw(&painter, palette, lane, axis, y);
            let (role, colour) = match lane.end {
                End::Waiting(_) => (Type::CaptionStrong, palette.text),
                End::NotTested => (Type::Caption, palette.text_3),
                End::Ended(look, _) => (Type::Caption, palette.verdict(look).fg),
            };
            let text = widgets::galley(ui, &lane.said, role, colour, results - 18.0);
            painter.galley(Pos2::new(rect.right() - results + 18.0, y - text.size().y / 2.0), text, colour);

            let area = Rect::from_x_y_ranges(rect.x_range(), y - LANE / 2.0..=y + LANE / 2.0);
            let id = ui.scope_id().with(("lane", lane.silence_s, lane.control));
            let response = ui.interact(area, id, Sense::hover());
            let of = msg!("ui-idle-spoken", seconds = lane.silence_s, state = &lane.spoken);
            let of = if lane.control { msg!("ui-idle-spoken-control", lane = of) } else { of };
            let spoken = words.say(&of);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
            response.on_hover_text(&spoken);
            y += LANE;
        }
        bracket(&painter, palette, axis, &IdleLimits::of(connections));
        if let Some(began) = began {
            let elapsed = self.view.now.duration_since(began).as_secs();
            now_line(ui, palette, axis, elapsed, rect.top());
        }
    }

    fn grid(&self, painter: &Painter, palette: &Palette, axis: Axis) {
        let words = self.view.words;
        let plot = axis.plot;
        let caption = Type::Caption.font();
        for (seconds, id) in THRESHOLDS {
            let x = painter.round_to_pixel_center(axis.x(whole(seconds)));
            painter.vline(
                x,
                plot.top() - ABOVE..=plot.bottom(),
                Stroke::new(tokens().stroke.hair, palette.line_strong),
            );
            let last = seconds == axis.longest;
            let (align, gap) = if last { (Align2::RIGHT_TOP, -6.0) } else { (Align2::LEFT_TOP, 6.0) };
            let at = Pos2::new(x + gap, plot.top() - ABOVE + 1.0);
            painter.text(at, align, words.text(id), caption.clone(), palette.text_2);
        }
        let line = Stroke::new(tokens().stroke.hair, palette.control_border);
        painter.hline(plot.x_range(), painter.round_to_pixel_center(plot.bottom()), line);
        let minutes_shown = axis.longest / 60;
        // As many words as find room.
        let room = (plot.width() / 44.0).max(1.0);
        let step = [1, 2, 5, 10, 20].into_iter().find(|step| whole(minutes_shown / step) <= room).unwrap_or(30);
        for minute in 0..=minutes_shown {
            let x = painter.round_to_pixel_center(axis.x(whole(minute * 60)));
            painter.vline(x, plot.bottom()..=plot.bottom() + 4.0, line);
            if minute % step == 0 {
                let at = Pos2::new(x, plot.bottom() + 6.0);
                painter.text(at, Align2::CENTER_TOP, format!("{minute}:00"), caption.clone(), palette.text_3);
            }
        }
    }
}

/// The plot and the seconds it spans.
#[derive(Clone, Copy)]
struct Axis {
    plot: Rect,
    longest: u32,
}

impl Axis {
    fn x(self, seconds: f32) -> f32 {
        self.plot.left() + self.plot.width() * seconds / whole(self.longest)
    }
}

fn draw(painter: &Painter, palette: &Palette, lane: &Lane, axis: Axis, y: f32) {
    let planned = whole(lane.silence_s);
    let (look, lived) = match lane.end {
        End::Waiting(lived) => (Look::Running, lived.clamp(0.0, planned)),
        End::NotTested => (Look::NotRun, 0.0),
        End::Ended(look, lived) => (look, lived.clamp(0.0, planned)),
    };
    let colour = palette.verdict(look).icon;
    if let End::NotTested = lane.end {
        let bar = Rect::from_min_max(Pos2::new(axis.x(0.0), y - 4.0), Pos2::new(axis.x(planned) - 8.0, y + 4.0));
        let outline = [bar.left_top(), bar.right_top(), bar.right_bottom(), bar.left_bottom(), bar.left_top()];
        painter.extend(Shape::dashed_line(&outline, Stroke::new(tokens().stroke.hair, colour), 3.0, 3.0));
        let end = Pos2::new(axis.x(planned), y);
        painter.circle_filled(end, 9.0, palette.surface);
        paint_verdict(painter, palette, Look::NotRun, end, tokens().size.icon, palette.surface);
        return;
    }
    if lived < planned {
        let rest = [Pos2::new(axis.x(lived), y), Pos2::new(axis.x(planned), y)];
        painter.extend(Shape::dotted_line(&rest, palette.line_strong, 6.0, 1.0));
    }
    if lived > 0.0 {
        let bar = Rect::from_min_max(
            Pos2::new(axis.x(0.0), y - 4.0),
            Pos2::new(axis.x(lived).max(axis.x(0.0) + 4.0), y + 4.0),
        );
        painter.rect_filled(bar, 4.0, colour);
    }
    if let End::Waiting(_) = lane.end {
        // A still ring: the notch that turns would be redrawn ten times a second.
        painter.circle(Pos2::new(axis.x(planned), y), 6.0, palette.surface, Stroke::new(2.0, colour));
    } else {
        let end = Pos2::new(axis.x(lived), y);
        painter.circle_filled(end, 9.0, palette.surface);
        paint_verdict(painter, palette, look, end, tokens().size.icon, palette.surface);
    }
}

/// Marks on the axis where a silent connection dies: between the longest that lived and the shortest that was lost.
fn bracket(painter: &Painter, palette: &Palette, axis: Axis, limits: &IdleLimits) {
    let Some(lost) = limits.lost.filter(|lost| !limits.far_end_may_have_ended(*lost)) else { return };
    let lives = limits.lives.unwrap_or(0);
    if lives >= lost {
        return;
    }
    let x = |seconds: i64| axis.x(seconds_f32(i128::from(seconds) * 1000));
    let (left, right, bottom) = (x(lives), x(lost), axis.plot.bottom() - 1.0);
    let points = [(left, 0.0), (left, 6.0), (right, 6.0), (right, 0.0)].map(|(x, up)| Pos2::new(x, bottom - up));
    painter.add(Shape::line(points.to_vec(), Stroke::new(2.0, palette.verdict(Look::Fail).icon)));
}

fn now_line(ui: &Ui, palette: &Palette, axis: Axis, elapsed: i64, top: f32) {
    const FLAG: Vec2 = Vec2::new(44.0, 18.0);
    let painter = ui.painter();
    let at = seconds_f32(i128::from(elapsed) * 1000).clamp(0.0, whole(axis.longest));
    let x = axis.x(at);
    painter.vline(x, top..=axis.plot.bottom(), Stroke::new(1.5, palette.accent.solid));
    let left = if at < 45.0 { x } else { x - FLAG.x };
    let flag = Rect::from_min_size(Pos2::new(left, top), FLAG);
    painter.rect_filled(flag, CornerRadius::same(tokens().radius.sm), palette.accent.solid);
    let text = widgets::galley(ui, &minutes(elapsed), Type::CaptionStrong, palette.accent.on_solid, FLAG.x);
    painter.galley(flag.center() - text.size() / 2.0, text, palette.accent.on_solid);
}

#[expect(clippy::cast_precision_loss, reason = "minutes in seconds")]
fn whole(seconds: u32) -> f32 {
    seconds as f32
}

#[expect(clippy::cast_precision_loss, reason = "minutes in milliseconds")]
fn seconds_f32(millis: i128) -> f32 {
    millis as f32 / 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a test has few connections")]
fn count(lanes: usize) -> f32 {
    lanes as f32
}
