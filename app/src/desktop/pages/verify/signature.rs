//! A signature: who, as what, when, and what vouches for it.

use egui::{Align, Layout, Ui};
use readiness_core::report::verify::SignatureReport;

use crate::desktop::{
    icons,
    model::Model,
    pages::icon,
    theme::{Look, Type, of},
    widgets::{self, key_value_rows},
};

/// Width of the column of keys, in points.
const KEYS: f32 = 104.0;

pub(super) fn card(ui: &mut Ui, model: &Model, signature: &SignatureReport) {
    let words = &model.words;
    let palette = of(ui);
    let (look, id) = match (&signature.integrity, &signature.trust) {
        (Err(_), _) => (Look::Fail, "ui-verify-broken"),
        (Ok(()), Err(_)) => (Look::Warn, "ui-verify-not-trusted"),
        (Ok(()), Ok(())) => (Look::Pass, "ui-verify-trusted"),
    };
    widgets::card(ui, 16, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            icon(ui, icons::SIGNATURE, 20.0, palette.text_2);
            widgets::label(ui, signature.role_words(words), Type::H3, palette.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                widgets::pill(ui, look, &words.text(id));
            });
        });
        widgets::label(ui, signature.signer(), Type::Strong, palette.text);
        if let Some(at) = signature.at {
            widgets::label(ui, words.date_time(at), Type::Caption, palette.text_2);
        }
        ui.add_space(4.0);
        let mut rows = vec![
            ("verify-integrity", signature.integrity_words(words)),
            ("verify-trust", signature.trust_words(words)),
        ];
        if let Some(certificate) = &signature.certificate {
            rows.push(("verify-signer", certificate.subject.clone()));
            rows.push(("verify-issuer", certificate.issuer.clone()));
            rows.push(("verify-validity", certificate.validity(words)));
            rows.push(("verify-chain", signature.chain_words()));
        }
        rows.push(("verify-time-stamp", words.say(&signature.time_stamp.message())));
        rows.push(("verify-revocation", words.say(&signature.revocation.message())));
        if let Some(certificate) = &signature.certificate {
            rows.push(("ui-verify-serial", certificate.serial.clone()));
        }
        for (key, value) in &rows {
            key_value_rows(ui, [(words.text(key).as_str(), value.as_str())], KEYS);
        }
        if let Some(certificate) = &signature.certificate {
            widgets::caption(ui, words.text("ui-verify-fingerprint"));
            widgets::label(ui, certificate.sha256.as_str(), Type::MonoSmall, palette.text_2);
        }
    });
}
