//! File dialogs. They run on threads of their own: a dialog of the system can block for as long as it likes.

use std::path::PathBuf;

/// What a dialog is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its title.
    pub title: String,
    /// Where it begins.
    pub folder: PathBuf,
    /// The proposed name, when saving.
    pub name: Option<String>,
    /// Name of the kind of file, and the ends of names it has, without dots.
    pub kinds: Vec<(String, Vec<String>)>,
}

/// Where the answer goes.
pub type Answer = Box<dyn FnOnce(Option<PathBuf>) + Send>;

/// Asks for files.
pub trait Dialogs: Send + Sync {
    /// Asks which file to open. Returns at once; the answer comes from any thread.
    fn open(&self, request: Request, answer: Answer);

    /// Asks where to save. Returns at once; the answer comes from any thread.
    fn save(&self, request: Request, answer: Answer);
}

/// The system's dialogs.
#[derive(Debug, Default)]
pub struct SystemDialogs;

impl SystemDialogs {
    fn on_own_thread(answer: Answer, ask: impl FnOnce() -> Option<PathBuf> + Send + 'static) {
        let job = move || answer(ask());
        // Without a thread there is no answer; the path field, which is always offered, still works.
        let _ = std::thread::Builder::new().name("dialog".to_owned()).spawn(job);
    }

    fn dialog(request: &Request) -> rfd::FileDialog {
        let mut dialog = rfd::FileDialog::new().set_title(&request.title).set_directory(&request.folder);
        if let Some(name) = &request.name {
            dialog = dialog.set_file_name(name);
        }
        for (name, ends) in &request.kinds {
            dialog = dialog.add_filter(name, ends);
        }
        dialog
    }
}

impl Dialogs for SystemDialogs {
    fn open(&self, request: Request, answer: Answer) {
        Self::on_own_thread(answer, move || Self::dialog(&request).pick_file());
    }

    fn save(&self, request: Request, answer: Answer) {
        Self::on_own_thread(answer, move || Self::dialog(&request).save_file());
    }
}
