//! What is: one frame. Keys become commands, pages return commands, and all are performed at the end of the frame.

use super::App;
use crate::desktop::{command::ROWS, pages};

impl App {
    /// One frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx().clone();
        self.logic(&context);
        let mut asked = self.pressed(&context);
        pages::show(ui, &self.model, &mut self.forms, &mut asked);
        for command in asked {
            self.perform(&context, command);
        }
    }

    /// Commands whose keys were pressed. What a field or a sheet needs stays with it.
    fn pressed(&self, context: &egui::Context) -> Vec<crate::desktop::command::Command> {
        use crate::desktop::command::Command;
        let typing = context.text_edit_focused();
        let over = self.model.over.is_some() || context.any_popup_open();
        let mut asked = Vec::new();
        context.input_mut(|input| {
            input.events.retain(|event| {
                let row = ROWS.iter().find(|row| {
                    row.keys
                        .iter()
                        .any(|keys| keys.pressed_by(event) && !(typing && (keys.types_text() || row.fields_first)))
                });
                let Some(row) = row else { return true };
                // The first Esc closes what lies over the page or leaves the field.
                let esc = row.command == Command::Cancel;
                if esc && (typing || over || !self.model.is_running()) {
                    return true;
                }
                let sheet = matches!(row.command, Command::Shortcuts | Command::About) || row.command.is_for_window();
                if over && !sheet {
                    return true;
                }
                asked.push(row.command.clone());
                false
            });
        });
        asked
    }
}
