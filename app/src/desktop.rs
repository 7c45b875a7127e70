//! The window. Theme, fonts and house widgets know nothing of the checklist; views show it and return commands.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod views;
pub mod widgets;
