//! The window. A program free of any window system ([`App`]), and the code that opens a window for it ([`launch`]).
//! Theme, fonts and house widgets know nothing of the checklist; views and pages show it and return commands.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod views;
pub mod widgets;

mod app;
mod command;
mod compared;
mod dialogs;
mod directory;
mod document;
mod export;
mod folders;
mod forms;
mod import;
mod index;
mod keychain;
mod launch;
mod listed;
mod model;
mod outside;
mod page;
mod pages;
mod recent;
mod region;
mod results;
mod running;
mod settings;
mod signing;
mod tenant;
mod toast;
mod verified;
mod worker;

pub use app::App;
pub use command::{Command, Group, Keys, Place, ROWS, Row};
pub use dialogs::{Answer, Dialogs, Request, SystemDialogs};
pub use directory::{Directory, Found, Going, KeptScan, ScanFilter};
pub use document::SaveState;
pub use export::Format;
pub use folders::Folders;
pub use keychain::Keychain;
pub use launch::{Options, Renderer, launch, prepare, samples};
pub use listed::{Listed, Shown};
pub use model::{Model, Over};
pub use outside::{Collectors, Outside, Sample};
pub use page::Page;
pub use running::{Idle, IdleLength, Lane, Running};
pub use settings::{Settings, Theme};
pub use signing::{Signable, Signing, SigningStep};
pub use tenant::{SignInState, SignInTrouble, Tenant, Way};
pub use verified::{State as VerifiedState, Verified};
pub use worker::{Listing, Purpose};
