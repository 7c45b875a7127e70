//! As whom to sign in: with a name and a password, or with the Kerberos ticket of whoever runs the program. Only ever
//! over verified TLS: the library's own sealing of plain connections loses objects when a server packs several of them
//! into one sealed piece (ldap3 0.12.1, `LdapCodec::decode`), and a list with holes would pass for a whole one.

use super::{
    Rung, Trouble,
    connection::{Session, refused},
};
use crate::Secret;

/// As whom to sign in.
pub struct SignIn(Means);

enum Means {
    Password {
        name: String,
        password: Secret,
    },
    #[cfg(any(windows, feature = "kerberos"))]
    Ticket,
}

/// This program was built without Kerberos (feature `kerberos`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this program was built without Kerberos")]
pub struct WithoutKerberos;

impl SignIn {
    /// By a user principal name, `DOMAIN\\name` or a distinguished name, and its password, which is kept in memory only.
    #[must_use]
    pub fn with_password(name: impl Into<String>, password: Secret) -> Self {
        Self(Means::Password { name: name.into(), password })
    }

    /// Whether the program can sign in as who runs it: on Windows, and elsewhere when it was built with Kerberos.
    pub const CAN_BE_CURRENT_USER: bool = cfg!(any(windows, feature = "kerberos"));

    /// As who runs the program: on Windows as the signed-in user, elsewhere with the Kerberos ticket that `kinit` got.
    /// The server is told with which TLS connection the sign-in belongs together (channel binding), as far as the
    /// certificate's signature algorithm allows.
    ///
    /// # Errors
    /// The program was built without it.
    pub fn as_current_user() -> Result<Self, WithoutKerberos> {
        #[cfg(any(windows, feature = "kerberos"))]
        return Ok(Self(Means::Ticket));
        #[cfg(not(any(windows, feature = "kerberos")))]
        Err(WithoutKerberos)
    }

    /// Signs in on a secured connection to this host.
    #[cfg_attr(not(any(windows, feature = "kerberos")), expect(unused_variables, reason = "a ticket is for a host"))]
    pub(super) async fn prove(&self, session: Session, host: &str) -> Result<Session, Trouble> {
        match &self.0 {
            Means::Password { name, password } => by_password(session, name.trim(), password).await,
            #[cfg(any(windows, feature = "kerberos"))]
            Means::Ticket => super::ticket::show(session, host).await,
        }
    }
}

async fn by_password(mut session: Session, name: &str, password: &Secret) -> Result<Session, Trouble> {
    // A server takes an empty name or password for a wish to stay nameless, and says yes to it (RFC 4513, 5.1.2).
    if name.is_empty() || password.is_empty() {
        let (server, text) = (session.server, String::new());
        return Err(Trouble::Refused { server, rung: Rung::SignIn, code: 49, text });
    }
    let limit = session.limit;
    match session.ldap.with_timeout(limit).simple_bind(name, password.expose()).await {
        Ok(result) if result.rc == 0 => Ok(session),
        Ok(result) => Err(refused(session.server, Rung::SignIn, result)),
        Err(error) => Err(session.trouble(error)),
    }
}
