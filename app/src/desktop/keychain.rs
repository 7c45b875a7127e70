//! The keychain of the operating system. It keeps one thing: the refresh token of a sign-in, when a person says so. The
//! token goes nowhere else.
//!
//! Windows keeps it in the Credential Manager, Linux in the Secret Service (GNOME Keyring, KWallet), macOS in the login
//! keychain. Any of them may ask the person first, so everything here waits and belongs on the worker.

use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};
use readiness_core::{Message, Secret, collect::tenant::Registration, msg};

/// What the entries are filed under.
const SERVICE: &str = "Writeback Readiness";

/// Opens the store behind it.
type Open = dyn Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send + Sync;

/// A keychain.
#[derive(Clone)]
pub struct Keychain(Arc<Open>);

impl Keychain {
    /// The one of this system.
    pub fn of_the_system() -> Self {
        Self(Arc::new(open))
    }

    /// One over this store, whose entries live as long as it does.
    pub fn over(store: Arc<CredentialStore>) -> Self {
        Self(Arc::new(move || Ok(Arc::clone(&store))))
    }

    /// Keeps what renews a sign-in, in place of what was kept before.
    ///
    /// # Errors
    /// There is no keychain, it stays locked, or it takes nothing of this length.
    pub fn keep(&self, of: &Registration, token: &Secret) -> Result<(), Message> {
        self.entry(of).and_then(|entry| entry.set_secret(token.expose().as_bytes())).map_err(|error| said(&error))
    }

    /// What is kept; none when nothing is.
    ///
    /// # Errors
    /// There is no keychain, it stays locked, or what it holds is not ours.
    pub fn find(&self, of: &Registration) -> Result<Option<Secret>, Message> {
        match self.entry(of).and_then(|entry| entry.get_password()) {
            Ok(token) => Ok(Some(Secret::new(token))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(said(&error)),
        }
    }

    /// Forgets what is kept, if anything is.
    ///
    /// # Errors
    /// There is no keychain, or it stays locked.
    pub fn forget(&self, of: &Registration) -> Result<(), Message> {
        match self.entry(of).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(said(&error)),
        }
    }

    fn entry(&self, of: &Registration) -> keyring_core::Result<Entry> {
        (self.0)()?.build(SERVICE, &name(of), None)
    }
}

/// What tells one sign-in from another: the cloud, the tenant and the application. It holds no secret.
pub fn name(of: &Registration) -> String {
    let Registration { address, tenant, client_id, .. } = of;
    format!("{} {} {client_id}", address.authority(), tenant.to_lowercase())
}

/// The system's words are added only where they cannot hold what was kept.
fn said(error: &Error) -> Message {
    match error {
        Error::NoStorageAccess(why) => msg!("keychain-locked", why = why.to_string()),
        Error::PlatformFailure(why) => msg!("keychain-missing", why = why.to_string()),
        Error::TooLong(..) => msg!("keychain-too-long"),
        _ => msg!("keychain-strange"),
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(windows)]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}
