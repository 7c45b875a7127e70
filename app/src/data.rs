//! The data file that this user installed: reference tables that are newer than the built-in ones. One file, replaced as
//! a whole; what cannot be used any more is passed over, with the reason.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use readiness_core::{
    Message,
    assessment::file::{FileError, read_limited, write_atomic},
    msg,
    reference::{DataFile, DataFileError, Reference, Signer},
};

/// Where an installed data file lies.
#[derive(Debug, Clone)]
pub struct Installed {
    path: PathBuf,
    trusted: Vec<Signer>,
}

/// Why a data file was not installed.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// It cannot be used.
    #[error(transparent)]
    File(#[from] DataFileError),
    /// A later one is installed.
    #[error("the data file of {installed} is installed, which is later than {found}")]
    Later {
        /// The day of the one that was to be installed.
        found: jiff::civil::Date,
        /// The day of the one that is.
        installed: jiff::civil::Date,
    },
    /// It could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
}

impl InstallError {
    /// The reason as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::File(error) => error.message(),
            Self::Later { found, installed } => {
                msg!("data-file-later-installed", found = *found, installed = *installed)
            }
            Self::Io(error) => msg!("evidence-value", value = error.to_string()),
        }
    }
}

impl Installed {
    /// The one of this user; none where the system names no folder for it.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let project = directories::ProjectDirs::from("", "", "writeback-readiness")?;
        Some(Self::in_folder(project.data_local_dir(), &Signer::MAINTAINERS))
    }

    /// The one in this folder, signed by one of these.
    #[must_use]
    pub fn in_folder(folder: &Path, trusted: &[Signer]) -> Self {
        Self { path: folder.join(format!("reference.{}", DataFile::EXTENSION)), trusted: trusted.to_vec() }
    }

    /// The tables to judge by: those of the installed file, or the built-in ones; with the reason why an installed file
    /// is passed over.
    #[must_use]
    pub fn reference(&self) -> (Reference, Option<Message>) {
        if !self.path.exists() {
            return (Reference::built_in(), None);
        }
        match self.file().and_then(|file| Ok(file.reference()?)) {
            Ok(reference) => (reference, None),
            Err(error) => {
                let path = self.path.display().to_string();
                (Reference::built_in(), Some(msg!("data-file-passed-over", path = path, why = error.message())))
            }
        }
    }

    fn file(&self) -> Result<DataFile, InstallError> {
        self.read(&self.path)
    }

    /// Reads a data file, from anywhere.
    ///
    /// # Errors
    /// It cannot be read, or not be used.
    pub fn read(&self, path: &Path) -> Result<DataFile, InstallError> {
        Ok(DataFile::read(&read_limited(path, DataFile::LARGEST as u64)?, &self.trusted)?)
    }

    /// Installs a data file. What was installed stays when this fails.
    ///
    /// # Errors
    /// It cannot be read, not be used, or a later one is installed.
    pub fn install(&self, from: &Path) -> Result<DataFile, InstallError> {
        let bytes = read_limited(from, DataFile::LARGEST as u64)?;
        let file = DataFile::read(&bytes, &self.trusted)?;
        // One that cannot be read any more holds nothing up.
        if let Ok(installed) = self.file()
            && installed.issued > file.issued
        {
            return Err(InstallError::Later { found: file.issued, installed: installed.issued });
        }
        if let Some(folder) = self.path.parent() {
            let doing = "its folder cannot be made";
            fs::create_dir_all(folder).map_err(|error| FileError::Io { path: folder.to_owned(), doing, error })?;
        }
        write_atomic(&self.path, &bytes)?;
        Ok(file)
    }

    /// Goes back to the built-in tables. True when a file was installed.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn remove(&self) -> io::Result<bool> {
        match fs::remove_file(&self.path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// The tables to judge by, and what is to be said about them.
#[must_use]
pub fn reference() -> (Reference, Option<Message>) {
    Installed::of_user().map_or_else(|| (Reference::built_in(), None), |installed| installed.reference())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use ring::{rand::SystemRandom, signature::Ed25519KeyPair};
    use tempfile::TempDir;

    use super::*;
    use readiness_core::reference::Origin;

    struct Maintainer {
        key: Vec<u8>,
        folder: TempDir,
        installed: Installed,
    }

    impl Maintainer {
        fn new() -> Self {
            let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key").as_ref().to_vec();
            let folder = tempfile::tempdir().expect("a folder");
            let (_, public_key) = DataFile::sign([events()], date(2027, 3, 1), &key).expect("signed");
            let trusted = [Signer { name: "The maintainers", public_key }];
            let installed = Installed::in_folder(&folder.path().join("made/when/needed"), &trusted);
            Self { key, folder, installed }
        }

        fn issues(&self, day: Date) -> PathBuf {
            let path = self.folder.path().join(format!("{day}.readiness-data"));
            fs::write(&path, DataFile::sign([events()], day, &self.key).expect("signed").0).expect("written");
            path
        }
    }

    fn events() -> (String, String) {
        ("events.toml".to_owned(), include_str!("../../assets/reference/events.toml").to_owned())
    }

    fn issued(installed: &Installed) -> Option<Date> {
        match installed.reference() {
            (Reference { origin: Origin::Signed { issued, .. }, .. }, None) => Some(issued),
            (reference, None) if reference.origin.is_built_in() => None,
            (_, why) => panic!("{why:?}"),
        }
    }

    #[test]
    fn a_data_file_is_installed_renewed_and_removed() {
        let maintainer = Maintainer::new();
        let installed = &maintainer.installed;
        assert_eq!(issued(installed), None);
        let (march, april) = (date(2027, 3, 1), date(2027, 4, 1));
        installed.install(&maintainer.issues(march)).expect("installed");
        assert_eq!(issued(installed), Some(march));
        installed.install(&maintainer.issues(april)).expect("renewed");
        assert_eq!(issued(installed), Some(april));
        let back = installed.install(&maintainer.issues(march)).expect_err("an older one");
        assert!(matches!(back, InstallError::Later { .. }), "{back}");
        assert_eq!(issued(installed), Some(april));
        assert!(installed.remove().expect("removed"));
        assert!(!installed.remove().expect("nothing to remove"));
        assert_eq!(issued(installed), None);
    }

    #[test]
    fn what_cannot_be_used_changes_nothing() {
        let maintainer = Maintainer::new();
        let installed = &maintainer.installed;
        let march = date(2027, 3, 1);
        installed.install(&maintainer.issues(march)).expect("installed");
        let strange = Maintainer::new().issues(date(2027, 5, 1));
        // Its folder is gone by now.
        assert!(matches!(installed.install(&strange), Err(InstallError::Io(_))));
        let other = Maintainer::new();
        assert!(matches!(installed.install(&other.issues(march)), Err(InstallError::File(_))));
        assert_eq!(issued(installed), Some(march));
        assert_eq!(fs::read_dir(installed.path.parent().expect("a folder")).expect("a folder").count(), 1);
    }

    #[test]
    fn an_installed_file_that_was_damaged_is_passed_over_and_can_be_replaced() {
        let maintainer = Maintainer::new();
        let installed = &maintainer.installed;
        let march = date(2027, 3, 1);
        installed.install(&maintainer.issues(march)).expect("installed");
        let bytes = fs::read(&installed.path).expect("read");
        fs::write(&installed.path, &bytes[..bytes.len() / 2]).expect("damaged");
        let (reference, why) = installed.reference();
        assert!(reference.origin.is_built_in());
        assert_eq!(why.expect("a reason").id, "data-file-passed-over");
        installed.install(&maintainer.issues(march)).expect("replaced");
        assert_eq!(issued(installed), Some(march));
    }
}
