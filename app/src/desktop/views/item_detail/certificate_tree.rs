//! The chain of certificates that a server presented, as a tree: the root on top, the server's own at the bottom, and at
//! the right what is special about each.

use egui::{Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use readiness_core::{
    facts::network::{Break, Certificate, Probe, Trust},
    msg,
};

use super::Shown;
use crate::desktop::{
    icons::{self, Variant},
    theme::{Look, Type, of, tokens},
    widgets,
};

const ROW: f32 = 40.0;
const INDENT: f32 = 20.0;

/// One certificate as it is drawn.
struct Row {
    name: String,
    /// The whole distinguished name.
    full: String,
    about: String,
    marks: Vec<(Look, String)>,
}

impl Shown<'_> {
    /// Draws the chain of a probe, with the host it is of.
    pub(super) fn certificate_tree(&self, ui: &mut Ui, probe: &Probe) {
        let words = self.view.words;
        Self::title(ui, &words.text("ui-certificates"), Some(&probe.endpoint.host));
        let rows = self.rows(probe);
        #[expect(clippy::cast_precision_loss, reason = "a chain has few certificates")]
        for (level, row) in rows.iter().enumerate() {
            draw(ui, row, level as f32 * INDENT, level > 0);
        }
    }

    /// The root first. A root is often not sent; then the name that signed the last certificate stands for it.
    fn rows(&self, probe: &Probe) -> Vec<Row> {
        let words = self.view.words;
        let mut rows = Vec::new();
        let trust = probe.trust.as_ref().map(|trust| match trust {
            Trust::PublicRoot => (Look::Pass, words.text("ui-certificate-public")),
            Trust::LocalRoot { .. } => (Look::Warn, words.text("ui-certificate-local")),
            Trust::Untrusted { .. } => (Look::Fail, words.text("ui-certificate-untrusted")),
        });
        let mut trust = trust;
        if let Some(top) = probe.chain.last().filter(|top| top.issuer != top.subject) {
            rows.push(Row {
                name: short(&top.issuer),
                full: top.issuer.clone(),
                about: words.text("ui-certificate-not-sent"),
                marks: trust.take().into_iter().collect(),
            });
        }
        for (place, certificate) in probe.chain.iter().enumerate().rev() {
            let mut marks: Vec<_> = trust.take().into_iter().collect();
            marks.extend(self.marks(probe, certificate, place == 0));
            let (from, until) = (self.day(certificate.not_before), self.day(certificate.not_after));
            let issuer = short(&certificate.issuer);
            let about = msg!("ui-certificate-about", issuer = issuer, from = from, until = until);
            rows.push(Row {
                name: short(&certificate.subject),
                full: certificate.subject.clone(),
                about: words.say(&about),
                marks,
            });
        }
        rows
    }

    /// What is wrong with a certificate by itself.
    fn marks(&self, probe: &Probe, certificate: &Certificate, leaf: bool) -> Vec<(Look, String)> {
        let words = self.view.words;
        let mut marks = Vec::new();
        if certificate.not_after < probe.started_at {
            marks.push("ui-certificate-expired");
        }
        if certificate.not_before > probe.started_at {
            marks.push("ui-certificate-not-yet");
        }
        match probe.first_break() {
            Some((_, Break::CertificateOtherName { .. })) if leaf => marks.push("ui-certificate-other-name"),
            Some((_, Break::CertificateRevoked)) if leaf => marks.push("ui-certificate-revoked"),
            _ => {}
        }
        marks.into_iter().map(|id| (Look::Fail, words.text(id))).collect()
    }

    fn day(&self, time: jiff::Timestamp) -> String {
        self.view.words.date(time.to_zoned(self.view.words.zone().clone()).date())
    }
}

fn draw(ui: &mut Ui, row: &Row, indent: f32, below: bool) {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let painter = ui.painter().clone();
    let middle = rect.center().y;
    let left = rect.left() + indent;
    if below {
        let x = painter.round_to_pixel_center(left - INDENT + 8.0);
        let y = painter.round_to_pixel_center(middle);
        let elbow = [Pos2::new(x, rect.top() - 8.0), Pos2::new(x, y), Pos2::new(left - 4.0, y)];
        painter.add(Shape::line(elbow.to_vec(), Stroke::new(tokens().stroke.hair, palette.line_strong)));
    }
    icons::CERTIFICATE.paint(&painter, Variant::Regular, Pos2::new(left + 8.0, middle), 16.0, palette.text_2);
    let mut right = rect.right();
    for (look, word) in row.marks.iter().rev() {
        let wide = widgets::galley(ui, word, Type::CaptionStrong, palette.text, f32::INFINITY).size().x
            + 22.0
            + tokens().size.icon_small;
        let place = Rect::from_min_size(
            Pos2::new(right - wide, middle - tokens().size.pill / 2.0),
            Vec2::new(wide, tokens().size.pill),
        );
        widgets::pill(&mut ui.new_child(egui::UiBuilder::new().max_rect(place)), *look, word);
        right = place.left() - 6.0;
    }
    let room = right - left - 32.0;
    let name = widgets::galley(ui, &row.name, Type::Strong, palette.text, room);
    let about = widgets::galley(ui, &row.about, Type::Caption, palette.text_3, room);
    let top = middle - (name.size().y + about.size().y) / 2.0;
    let below = top + name.size().y;
    painter.galley(Pos2::new(left + 24.0, top), name, palette.text);
    painter.galley(Pos2::new(left + 24.0, below), about, palette.text_3);
    let spoken = format!("{}, {}", row.full, row.about);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    response.on_hover_text(&spoken);
}

/// The common name of a distinguished name; the whole where it has none.
fn short(name: &str) -> String {
    let common = name.split(',').map(str::trim).find_map(|part| part.strip_prefix("CN="));
    common.filter(|common| !common.is_empty()).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_name_is_shortened_to_its_common_name() {
        assert_eq!(short("C=US, O=DigiCert Inc, CN=DigiCert Global Root G2"), "DigiCert Global Root G2");
        assert_eq!(short("O=Contoso"), "O=Contoso");
    }
}
