//! A connection step by step: name, TCP, proxy, TLS, HTTP. The columns are equally wide on purpose: times are read, not
//! measured by eye.

use egui::{Margin, Painter, Pos2, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use readiness_core::{
    assessment::Status,
    facts::network::{Break, Probe, Purpose, Step, StepName, StepResult, Trust},
    msg,
};

use super::Shown;
use crate::desktop::{
    icons,
    theme::{Look, Palette, Type, of, tokens},
    views::{Drafts, Part},
    widgets::{self, card, paint_verdict},
};

/// One step as it is drawn.
struct Column {
    name: String,
    /// `NotRun` when the step was not reached.
    look: Look,
    took: String,
    detail: String,
    /// How it broke, in full.
    broke: Option<String>,
}

impl Shown<'_> {
    /// The probes this item is about, those of the sync server first, newest look only.
    pub(super) fn probes(&self) -> Vec<&Probe> {
        let purposes: &[Purpose] = match self.view.item.check.as_deref() {
            Some("connectivity.password-reset-host") => &[Purpose::PasswordReset],
            Some("connectivity.service-bus-host") => &[Purpose::Relay],
            Some("connectivity.sign-in-hosts") => &[Purpose::SignIn, Purpose::Graph],
            Some("connectivity.revocation") => &[Purpose::Revocation],
            Some("connectivity.tls-inspection") => &[Purpose::Relay, Purpose::PasswordReset],
            _ => return Vec::new(),
        };
        // Only the look that the finding rests on: another place may have seen something else.
        let Some(judged) = self.state.finding.filter(|_| !self.state.stale) else { return Vec::new() };
        let vantage = judged.finding.measured_from.as_ref();
        let looks = self.view.assessment.facts.snapshots().iter().filter_map(|snapshot| match &snapshot.what {
            readiness_core::facts::SourceFacts::Network(facts) if Some(&snapshot.vantage) == vantage => Some(facts),
            _ => None,
        });
        let newest = looks.into_iter().find(|facts| !facts.probes.is_empty());
        let probes = newest.into_iter().flat_map(|facts| &facts.probes);
        let mut probes: Vec<&Probe> = probes.filter(|probe| purposes.contains(&probe.endpoint.purpose)).collect();
        // What broke is what the reader wants to see; otherwise the order in which they were tried.
        if !matches!(judged.finding.verdict.name(), "pass" | "not_applicable") {
            probes.sort_by_key(|probe| (probe.first_break().is_none(), probe.trust == Some(Trust::PublicRoot)));
        }
        probes
    }

    pub(super) fn timeline(&self, ui: &mut Ui, drafts: &mut Drafts, probes: &[&Probe]) {
        let palette = of(ui);
        let words = self.view.words;
        let Some(probe) = probes.first() else { return };
        let result = |probe: &Probe| probe.first_break().map(|(step, broke)| (step, broke.clone()));
        let same = probes.iter().filter(|other| result(other) == result(probe)).count();
        let right = if probes.len() < 2 {
            String::new()
        } else if same == probes.len() {
            words.say(&msg!("ui-item-step-same", same = same, all = probes.len()))
        } else {
            words.say(&msg!("ui-item-step-differ", count = probes.len()))
        };
        Self::title(ui, &words.text("ui-item-seen"), Some(&right));
        card(ui, Margin::symmetric(14, 10), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let host = format!("{}:{}", probe.endpoint.host, probe.endpoint.port);
            widgets::row(ui, Type::MonoSmall.line(), |ui| {
                let way = words.say(&probe.context.message());
                let room = ui.available_width();
                let wide = widgets::galley(ui, &way, Type::Caption, palette.text_3, room / 2.0).size().x;
                let shown = widgets::shorten_middle(ui, &host, Type::MonoSmall, room - wide - 24.0);
                widgets::label(ui, shown, Type::MonoSmall, palette.text).on_hover_text(&host);
                widgets::sep(ui);
                widgets::one_line(ui, &way, Type::Caption, palette.text_3, room / 2.0);
            });
            let columns = self.columns(probe, probes);
            draw(ui, palette, &columns);
            if let Some(broke) = columns.iter().find_map(|column| column.broke.as_ref()) {
                let fg = palette.verdict(Look::Fail).fg;
                widgets::label(ui, broke, Type::Caption, fg);
            }
            if probes.len() > 1 && self.unfolds(ui, drafts, Part::Attempts, "ui-item-attempts") {
                for probe in probes {
                    self.attempt(ui, probe);
                }
            }
            let about_it = self.view.item.check.as_deref() == Some("connectivity.tls-inspection");
            if !probe.chain.is_empty()
                && (about_it || self.unfolds(ui, drafts, Part::Certificates, "ui-certificates-show"))
            {
                self.certificate_tree(ui, probe);
            }
        });
    }

    /// A quiet button that unfolds something; true while it is unfolded.
    fn unfolds(&self, ui: &mut Ui, drafts: &mut Drafts, part: Part, id: &str) -> bool {
        let mut open = drafts.is_open(part);
        let icon = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        let text = self.view.words.text(id);
        if ui.add(widgets::Button::new(&text).quiet().small().icon(icon)).clicked() {
            open = !open;
        }
        drafts.set_open(part, open);
        open
    }

    fn attempt(&self, ui: &mut Ui, probe: &Probe) {
        let palette = of(ui);
        let words = self.view.words;
        widgets::row(ui, Type::Caption.line(), |ui| {
            let look = if probe.first_break().is_some() { Look::Fail } else { Look::Pass };
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
            paint_verdict(ui.painter(), palette, look, rect.center(), 14.0, palette.surface);
            let host = format!("{}:{}", probe.endpoint.host, probe.endpoint.port);
            let named = words.say(&msg!("ui-item-attempt", host = host, way = probe.context.message()));
            let said = match (probe.first_break(), probe.answer()) {
                (Some((step, broke)), _) => {
                    let how = words.say(&broke.message());
                    words.say(&msg!("ui-item-step-name", step = step.message(), result = how))
                }
                (None, Some(answer)) => {
                    let took = i64::try_from(probe.http.took_ms).unwrap_or(i64::MAX);
                    let took = readiness_core::Arg::Millis(took);
                    words.say(&msg!("ui-item-attempt-answered", status = answer.status, took = took))
                }
                (None, None) => words.text("ui-item-step-not-reached"),
            };
            let room = ui.available_width();
            widgets::one_line(ui, &format!("{named}: {said}"), Type::Caption, palette.text_2, room);
        });
    }

    fn columns(&self, probe: &Probe, all: &[&Probe]) -> Vec<Column> {
        let words = self.view.words;
        let mut columns = vec![
            self.column(StepName::Name, &probe.name, |seen| match seen.addresses.split_first() {
                Some((first, more)) => words.say(&msg!(
                    "ui-item-step-addresses",
                    count = seen.addresses.len(),
                    address = first,
                    more = more.len()
                )),
                None => String::new(),
            }),
            self.column(StepName::Tcp, &probe.tcp, |seen| seen.address.clone()),
        ];
        if let Some(proxy) = &probe.proxy {
            columns.push(self.column(StepName::Proxy, proxy, |seen| seen.status.to_string()));
        }
        if let Some(tls) = &probe.tls {
            let mut column = self.column(StepName::Tls, tls, |seen| seen.version.clone());
            if let Some(Trust::LocalRoot { issuer } | Trust::Untrusted { issuer }) = &probe.trust
                && column.look == Look::Pass
            {
                column.look = Look::Warn;
                column.detail = words.say(&msg!("ui-item-step-signed-by", issuer = issuer));
            }
            columns.push(column);
        }
        let mut http = self
            .column(StepName::Http, &probe.http, |seen| words.say(&msg!("ui-item-step-status", status = seen.status)));
        // Every step can work and the answer still be the wrong one: then the finding says so, and nothing here is
        // green that it does not call so.
        let unmet = !matches!(self.state.original, Status::Pass | Status::Information);
        if http.look == Look::Pass && unmet && all.iter().all(|probe| probe.first_break().is_none()) {
            http.look = self.state.original.into();
        }
        columns.push(http);
        columns
    }

    fn column<T>(&self, name: StepName, step: &Step<T>, detail: impl Fn(&T) -> String) -> Column {
        let words = self.view.words;
        let took = words.duration(i64::try_from(step.took_ms).unwrap_or(i64::MAX));
        let name = words.say(&name.message());
        match &step.result {
            StepResult::Done(seen) => Column { name, look: Look::Pass, took, detail: detail(seen), broke: None },
            StepResult::Broke(broke) => {
                let status = match broke {
                    Break::ProxyAsksForCredentials { .. } => "407".to_owned(),
                    Break::ProxyForbids => "403".to_owned(),
                    Break::ProxyAnswered { status } => status.to_string(),
                    _ => String::new(),
                };
                Column { name, look: Look::Fail, took, detail: status, broke: Some(words.say(&broke.message())) }
            }
            StepResult::NotReached => {
                let took = words.text("ui-item-step-not-reached");
                Column { name, look: Look::NotRun, took, detail: String::new(), broke: None }
            }
        }
    }
}

fn draw(ui: &mut Ui, palette: &Palette, columns: &[Column]) {
    let node = tokens().size.icon_timeline;
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), node + 4.0 + 20.0 + 16.0 + 16.0), Sense::hover());
    let painter = ui.painter().clone();
    #[expect(clippy::cast_precision_loss, reason = "there are at most five steps")]
    let width = rect.width() / columns.len() as f32;
    let mut left = rect.left();
    for (index, column) in columns.iter().enumerate() {
        let centre = Pos2::new(left + node / 2.0, rect.top() + node / 2.0);
        paint_verdict(&painter, palette, column.look, centre, node, palette.surface);
        if let Some(next) = columns.get(index + 1) {
            let line = [Pos2::new(left + 26.0, centre.y), Pos2::new(left + width - 6.0, centre.y)];
            connector(&painter, palette, line, next.look != Look::NotRun);
        }
        let room = width - 10.0;
        let mut y = rect.top() + node + 4.0;
        let fg = palette.verdict(column.look).fg;
        let (colour, role, faint) = match column.look {
            Look::Pass => (palette.text, Type::Caption, palette.text_3),
            Look::NotRun => (palette.text_3, Type::Caption, palette.text_3),
            _ => (fg, Type::CaptionStrong, fg),
        };
        for (text, role, colour) in [
            (&column.name, Type::Strong, palette.text),
            (&column.took, role, colour),
            (&column.detail, Type::Caption, faint),
        ] {
            let galley = widgets::galley(ui, text, role, colour, room);
            painter.galley(Pos2::new(left, y), galley, colour);
            y += role.line();
        }
        let area = egui::Rect::from_min_size(Pos2::new(left, rect.top()), Vec2::new(room, rect.height()));
        let response = ui.interact(area, ui.scope_id().with(("column", index)), Sense::hover());
        let said = column.broke.as_ref().unwrap_or(&column.detail);
        let spoken = format!("{}: {}, {said}", column.name, column.took);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
        if !said.is_empty() {
            response.on_hover_text(said);
        }
        left += width;
    }
}

fn connector(painter: &Painter, palette: &Palette, line: [Pos2; 2], reached: bool) {
    if reached {
        painter.line_segment(line, Stroke::new(2.0, palette.verdict(Look::Pass).icon));
    } else {
        painter.extend(Shape::dashed_line(&line, Stroke::new(2.0, palette.line_strong), 4.0, 3.0));
    }
}
