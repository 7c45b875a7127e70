//! The pages. Each is a function of the model and of what is being typed, and returns commands.

use super::{command::Command, forms::Forms, model::Model};

/// Shows the page.
pub fn show(ui: &mut egui::Ui, model: &Model, _forms: &mut Forms, _asked: &mut Vec<Command>) {
    ui.label(model.title());
}
