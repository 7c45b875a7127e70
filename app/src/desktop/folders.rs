//! Where this program keeps its own files on this machine.

use std::path::PathBuf;

use readiness_core::reference::Signer;

use crate::data::Installed;

/// The program's own folders. Made when first written to.
#[derive(Debug, Clone)]
pub struct Folders {
    /// Settings and the list of recent files.
    pub config: PathBuf,
    /// Work that has no file yet.
    pub recovery: PathBuf,
    /// Newer reference data, if it was installed.
    pub data: Installed,
    /// Records of scans of a directory.
    pub scans: PathBuf,
    /// Where file dialogs and the path field begin.
    pub documents: PathBuf,
}

impl Folders {
    /// The system's folders for this user.
    pub fn of_user() -> Self {
        let project = directories::ProjectDirs::from("", "", "writeback-readiness");
        let user = directories::UserDirs::new();
        let home = user.as_ref().map_or_else(std::env::temp_dir, |user| user.home_dir().to_owned());
        let documents = user.as_ref().and_then(|user| user.document_dir()).map_or_else(|| home.clone(), PathBuf::from);
        match project {
            Some(project) => Self {
                config: project.config_dir().to_owned(),
                recovery: project.data_local_dir().join("recovery"),
                data: Installed::in_folder(project.data_local_dir(), &Signer::MAINTAINERS),
                scans: project.data_local_dir().join("scans"),
                documents,
            },
            None => Self {
                config: home.join(".writeback-readiness"),
                recovery: home.join(".writeback-readiness").join("recovery"),
                data: Installed::in_folder(&home.join(".writeback-readiness"), &Signer::MAINTAINERS),
                scans: home.join(".writeback-readiness").join("scans"),
                documents,
            },
        }
    }

    /// Everything below one folder, for tests.
    pub fn below(root: PathBuf) -> Self {
        let data = Installed::in_folder(&root.join("data"), &Signer::MAINTAINERS);
        let [config, recovery, scans] = ["config", "recovery", "scans"].map(|name| root.join(name));
        Self { config, recovery, scans, data, documents: root }
    }
}
