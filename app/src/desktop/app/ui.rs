//! What is: one frame. Keys become commands, pages return commands, and all are performed at the end of the frame.

use super::App;
use crate::desktop::pages;

impl App {
    /// One frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx().clone();
        self.logic(&context);
        let mut asked = self.pressed(&context);
        pages::show(ui, &self.model, &mut self.forms, &mut asked);
        self.remember_keyboard(&context);
        self.look_for_scanned();
        for command in asked {
            self.perform(&context, command);
        }
    }
}
