//! A path typed in the window itself: works where no dialog of the system can open.

use std::path::{Path, PathBuf};

use egui::{Context, Key};
use readiness_core::msg;

use super::sheet;
use crate::desktop::{
    command::Command,
    forms::Forms,
    model::Model,
    theme::{Type, of},
    widgets::{self, Button, Choice, Confirmation, Field},
    worker::Purpose,
};

pub(super) fn show(context: &Context, model: &Model, forms: &mut Forms, purpose: &Purpose, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "path", 640.0, asked, |ui, asked| {
        let palette = of(ui);
        let (title, act) = match purpose {
            Purpose::Open => ("ui-dialog-open", "ui-path-open"),
            Purpose::Save => ("ui-dialog-save", "ui-path-save"),
            Purpose::Import => ("ui-dialog-import", "ui-path-open"),
            Purpose::Attach(_) => ("ui-dialog-attach", "ui-path-open"),
            Purpose::Export(_) => ("ui-dialog-export", "ui-path-save"),
            Purpose::Compare(_) => ("ui-dialog-compare", "ui-path-open"),
            Purpose::Comparison => ("ui-dialog-comparison", "ui-path-save"),
            Purpose::Attached(_) => ("ui-dialog-attached", "ui-path-save"),
            Purpose::Roots => ("ui-dialog-roots", "ui-path-open"),
            Purpose::Lists => ("ui-dialog-lists", "ui-path-open"),
            Purpose::DirectoryRoots => ("ui-dialog-directory-roots", "ui-path-open"),
            Purpose::Population => ("ui-dialog-population", "ui-path-open"),
            Purpose::ScanRecord => ("ui-dialog-scan-record", "ui-path-open"),
            Purpose::Scan => ("ui-dialog-scan", "ui-path-save"),
            Purpose::Key => ("ui-dialog-key", "ui-path-open"),
            Purpose::Logo => ("ui-dialog-logo", "ui-path-open"),
            Purpose::Signed(..) => ("ui-dialog-signed", "ui-path-save"),
        };
        widgets::label(ui, words.text(title), Type::H3, palette.text);
        let label = words.text("ui-path-label");
        let help = words.text("ui-path-help");
        let id = egui::Id::unique("path");
        let response = Field::new(&label).help(help.as_str()).mono().id(id).show(ui, &mut forms.path);
        if std::mem::take(&mut forms.focus_first) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(8.0);
        let path = forms.path.trim().to_owned();
        let empty = path.is_empty().then(|| words.text("ui-path-empty"));
        ui.horizontal(|ui| {
            let text = words.text(act);
            let button = Button::new(&text).primary().refused(empty.as_deref());
            let clicked = ui.add(button).clicked();
            if (clicked || entered) && empty.is_none() {
                asked.push(Command::PathTyped(purpose.clone(), PathBuf::from(path)));
            }
            if ui.add(Button::new(&words.text("ui-cancel"))).clicked() {
                asked.push(Command::Dismiss);
            }
        });
    });
}

/// A file is there already.
pub(super) fn overwrite(context: &Context, model: &Model, purpose: &Purpose, path: &Path, asked: &mut Vec<Command>) {
    let words = &model.words;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let question = Confirmation {
        title: &words.say(&msg!("ui-overwrite", name = name)),
        text: &words.text("ui-overwrite-text"),
        act: &words.text("ui-overwrite-act"),
        safe: &words.text("ui-cancel"),
    };
    match question.show(context) {
        Some(Choice::Act) => {
            asked.push(Command::Dismiss);
            asked.push(match purpose {
                Purpose::Export(format) => Command::ExportTo(*format, path.to_owned()),
                Purpose::Comparison => Command::ExportComparisonTo(path.to_owned()),
                Purpose::Scan => Command::ExportScanTo(path.to_owned()),
                Purpose::Attached(hash) => Command::SaveAttachedTo(hash.clone(), path.to_owned()),
                Purpose::Signed(what, role) => Command::SignReportTo(*what, *role, path.to_owned()),
                _ => Command::SaveTo(path.to_owned()),
            });
        }
        Some(Choice::Safe) => asked.push(Command::Dismiss),
        None => {}
    }
}
