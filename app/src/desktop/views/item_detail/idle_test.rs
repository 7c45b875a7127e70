//! The idle test of an item: while it goes on a countdown with what is known so far and the means to end it early; else
//! its result, and how long the next one is to be.

use egui::{CornerRadius, Frame, Margin, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, accesskit::Live};
use readiness_core::{
    Message,
    checks::{IdleLimits, gateway_status},
    facts::{
        SourceFacts,
        network::{Endpoint, IdleConnection, IdleOutcome, IdleTest, ProxyContext},
    },
    msg,
};

use super::Shown;
use crate::desktop::{
    icons,
    running::{Idle, IdleLength, Running, minutes},
    theme::{Look, Type, of, tokens},
    views::ViewCommand,
    widgets::{self, Banner, Button, Part, segmented},
};

impl Shown<'_> {
    /// Shows it where the item is about it; true when there was something to show.
    pub(super) fn idle(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) -> bool {
        if self.view.item.check.as_deref() != Some("connectivity.idle") {
            return false;
        }
        if let Some((run, idle)) = self.view.run.and_then(|run| Some((run, run.idle.as_ref()?))) {
            self.goes_on(ui, commands, run, idle);
            return true;
        }
        let test = self.idle_test();
        if let Some(test) = test {
            self.idle_title(ui, &test.endpoint, &test.context);
            let palette = of(ui);
            let known = self.view.words.say(&known(&test.connections));
            widgets::label(ui, known, Type::H3, palette.text);
            self.idle_axis(ui, &self.ended_lanes(&test.connections), &test.connections, None);
            ui.add_space(tokens().space.x1);
        }
        if self.view.run.is_none() && self.view.assessment.training.is_none() {
            self.next_length(ui, commands);
        }
        test.is_some()
    }

    /// The idle test that the finding rests on.
    fn idle_test(&self) -> Option<&IdleTest> {
        let judged = self.state.finding.filter(|_| !self.state.stale)?;
        let vantage = judged.finding.measured_from.as_ref();
        let looks = self.view.assessment.facts.snapshots().iter().filter(|look| Some(&look.vantage) == vantage);
        let mut tests = looks.filter_map(|look| match &look.what {
            SourceFacts::Network(facts) => facts.idle.as_result().ok(),
            _ => None,
        });
        tests.next().filter(|test| !test.connections.is_empty())
    }

    fn goes_on(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>, run: &Running, idle: &Idle) {
        let palette = of(ui);
        let words = self.view.words;
        let connections = idle.connections();
        self.countdown(ui, commands, run, idle, &connections);
        ui.add_space(tokens().space.x1);
        self.idle_title(ui, &idle.endpoint, &idle.context);
        self.idle_axis(ui, &self.live_lanes(idle), &connections, Some(idle.began));
        let opened = msg!("ui-idle-opened", time = words.time_of_day(idle.began));
        widgets::label(ui, words.say(&opened), Type::Body, palette.text_2);
        Banner::new(Look::Warn, "", &words.text("ui-idle-cannot-pass")).show(ui);
    }

    /// "Next answer in 0:36", what is known so far, and the means to end it early.
    fn countdown(
        &self,
        ui: &mut Ui,
        commands: &mut Vec<ViewCommand>,
        run: &Running,
        idle: &Idle,
        connections: &[IdleConnection],
    ) {
        const NEXT: f32 = 116.0;
        let palette = of(ui);
        let tokens = tokens();
        let words = self.view.words;
        let buttons: Vec<(String, _, ViewCommand, Option<String>)> = [
            (
                "command-idle-shorten",
                icons::SCISSORS,
                ViewCommand::ShortenIdle,
                run.can_shorten_idle(),
                "ui-why-idle-not-longer",
            ),
            ("command-idle-skip", icons::SKIP_FORWARD, ViewCommand::SkipIdle, run.can_skip_idle(), "ui-why-no-idle"),
        ]
        .into_iter()
        .map(|(id, icon, command, can, why)| (words.text(id), icon, command, (!can).then(|| words.text(why))))
        .collect();
        let add = |ui: &mut Ui, commands: &mut Vec<ViewCommand>| {
            for (text, icon, command, refused) in &buttons {
                if ui.add(Button::new(text).icon(*icon).refused(refused.as_deref())).clicked() {
                    commands.push(command.clone());
                }
            }
        };
        let (next, counts) = match idle.next_in_s(self.view.now) {
            Some(left) => (minutes(left), true),
            None if idle.lanes.iter().all(|lane| !lane.goes_on()) => (words.text("ui-idle-over"), false),
            None => (words.text("ui-idle-waiting-now"), false),
        };
        let said = words.say(&known(connections));
        Frame::NONE
            .fill(palette.canvas)
            .stroke(Stroke::new(tokens.stroke.hair, palette.line))
            .corner_radius(CornerRadius::same(tokens.radius.lg))
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                let width = ui.available_width();
                ui.set_width(width);
                let wide: f32 =
                    buttons.iter().map(|(text, icon, ..)| Button::new(text).icon(*icon).width(ui) + 8.0).sum();
                let beside = width - NEXT - 33.0 - wide;
                let below = beside < 150.0;
                let room = if below { width - NEXT - 33.0 } else { beside };
                let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 54.0), Sense::hover());
                let part = |left: f32, width: f32| {
                    Rect::from_min_size(rect.min + Vec2::new(left, 0.0), Vec2::new(width, rect.height()))
                };
                let mut left = ui.new_child(UiBuilder::new().max_rect(part(0.0, NEXT)));
                left.spacing_mut().item_spacing.y = 2.0;
                widgets::caption(&mut left, words.text("ui-idle-next"));
                widgets::label(&mut left, next, if counts { Type::H1 } else { Type::H3 }, palette.text);
                let line = rect.left() + NEXT + 8.0;
                widgets::column_line(ui.painter(), palette, line, rect.top() + 4.0..=rect.bottom() - 4.0);
                let mut middle = ui.new_child(UiBuilder::new().max_rect(part(NEXT + 25.0, room)));
                middle.spacing_mut().item_spacing.y = 2.0;
                widgets::caption(&mut middle, words.text("ui-idle-known"));
                let sentence = widgets::label(&mut middle, said, Type::H3, palette.text);
                // Said aloud when it changes, which is when a connection ends.
                ui.ctx().accesskit_node_builder(sentence.id, |node| node.set_live(Live::Polite));
                if below {
                    ui.horizontal(|ui| add(ui, commands));
                } else {
                    let place = Rect::from_min_max(egui::pos2(rect.right() - wide + 8.0, rect.top()), rect.max);
                    let layout = egui::Layout::left_to_right(egui::Align::Center);
                    let mut right = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
                    add(&mut right, commands);
                }
            });
    }

    fn idle_title(&self, ui: &mut Ui, endpoint: &Endpoint, context: &ProxyContext) {
        let words = self.view.words;
        let title = words.text("ui-item-idle");
        let way = words.say(&context.message());
        let host = format!("{}:{}", endpoint.host, endpoint.port);
        let palette = of(ui);
        widgets::row(ui, Type::Strong.line(), |ui| {
            widgets::label(ui, title, Type::Strong, palette.text);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let room = ui.available_width();
                widgets::one_line(ui, &way, Type::Caption, palette.text_3, room / 2.0);
                widgets::sep(ui);
                let room = ui.available_width();
                let shown = widgets::shorten_middle(ui, &host, Type::MonoSmall, room - 8.0);
                let galley = widgets::galley(ui, &shown, Type::MonoSmall, palette.text_2, room);
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                ui.painter().galley(rect.min, galley, palette.text_2);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &host));
                response.on_hover_text(&host);
            });
        });
    }

    /// How long the idle test of the next run is to be.
    fn next_length(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        let words = self.view.words;
        let name = words.text("ui-idle-length");
        let parts: Vec<Part<IdleLength>> =
            IdleLength::ALL.into_iter().map(|length| Part::new(length, words.text(length.message_id()))).collect();
        widgets::row_wrapped(ui, 28.0, |ui| {
            widgets::label(ui, &name, Type::Caption, palette.text_2);
            if let Some(length) = segmented(ui, &name, Some(&self.view.idle_length), &parts) {
                commands.push(ViewCommand::PlanIdle(length));
            }
        });
        if self.view.idle_length != IdleLength::Full {
            Banner::new(Look::Warn, "", &words.text("ui-idle-cannot-pass")).show(ui);
        }
    }
}

/// What the connections tell in one sentence.
fn known(connections: &[IdleConnection]) -> Message {
    let limits = IdleLimits::of(connections);
    let span = jiff::SignedDuration::from_secs;
    let has = |fits: fn(&IdleOutcome) -> bool| connections.iter().any(|one| !one.control && fits(&one.outcome));
    match (limits.lives, limits.lost) {
        (_, Some(lost)) if limits.closed.is_some_and(|closed| closed <= lost) => msg!("ui-idle-known-far-end"),
        (_, Some(lost)) if limits.far_end_may_have_ended(lost) => msg!("ui-idle-known-control"),
        (Some(lives), Some(lost)) if lost > lives => {
            msg!("ui-idle-known-between", lives = span(lives), dead = span(lost))
        }
        (Some(lives), Some(lost)) => msg!("ui-idle-known-uneven", lives = span(lives), dead = span(lost)),
        (None, Some(lost)) => msg!("ui-idle-known-dead", dead = span(lost)),
        (Some(lives), None) => msg!("ui-idle-known-lives", lives = span(lives)),
        (None, None) if limits.closed.is_some() => msg!("ui-idle-known-closed"),
        (None, None) if has(|outcome| gateway_status(outcome).is_some()) => msg!("ui-idle-known-gateway"),
        (None, None) if has(|outcome| matches!(outcome, IdleOutcome::NotOpened { .. })) => {
            msg!("ui-idle-known-not-opened")
        }
        (None, None) => msg!("ui-idle-known-nothing"),
    }
}
