//! The directory collector: finds a domain controller, signs in over verified TLS, and reads what writeback depends on:
//! forest, controllers, policies, the connector account's rights, and the test user. It only ever reads. Nothing is
//! judged here, and what an account may not read is told as such, never as "none".

mod accounts;
mod address;
mod collector;
mod connection;
mod controllers;
mod estate;
mod fine_grained;
mod look;
mod ports;
mod record;
mod rights;
mod sam_server;
mod scan;
mod sign_in;
mod test_user;
#[cfg(any(windows, feature = "kerberos"))]
mod ticket;
mod trouble;

use std::{panic::AssertUnwindSafe, sync::Arc};

use futures_util::FutureExt as _;
use tokio_util::sync::CancellationToken;

use super::{Reporter, network::NetworkSettings};
use crate::{
    facts::{Seen, Unavailable, directory::DirectoryFacts},
    reference::Reference,
};
use look::Look;

pub use address::{Security, Server, Start, StartError};
pub use collector::DirectoryCollector;
pub use scan::{Finished, ScanBegun, ScanError, ScanRequest, Scanned, scan};
pub use sign_in::{SignIn, WithoutKerberos};
pub use trouble::{Rung, Ticket, Trouble};

/// What to look at.
pub struct DirectoryRequest {
    /// Where to begin: domains of one forest, whose controllers are looked up in DNS, or servers. The first that lets us
    /// in is asked about the forest; each server that is named is the way into its own domain.
    pub starts: Vec<Start>,
    /// As whom.
    pub sign_in: SignIn,
    /// The account with which the connector signs in: `DOMAIN\name`, a user principal name or a plain name. Without it
    /// an account is guessed, and its facts say so.
    pub connector: Option<String>,
    /// The test user: a user principal name, `DOMAIN\name` or a plain name.
    pub test_user: Option<String>,
}

/// Looks at the directory.
///
/// Cancelling ends the look at once: answers that came are in the result, the others say that they were cancelled.
///
/// # Errors
/// No server let us in; the trouble says which step of the way failed.
pub async fn collect(
    request: &DirectoryRequest,
    settings: &NetworkSettings,
    reference: &Arc<Reference>,
    report: Reporter,
    cancel: CancellationToken,
) -> Result<DirectoryFacts, Trouble> {
    let mut facts = DirectoryFacts::default();
    let look = AssertUnwindSafe(async {
        let mut look = Look::begin(request, settings, reference, report).await?;
        look.fill(&mut facts).await;
        Ok(())
    });
    // The LDAP library panics over some answers that no sound server gives.
    let ended = cancel.run_until_cancelled(look.catch_unwind()).await;
    let unanswered = match ended {
        Some(Ok(Ok(()))) => return Ok(facts),
        Some(Ok(Err(trouble))) => return Err(trouble),
        Some(Err(_)) => Unavailable::Malformed { what: "LDAP".to_owned() },
        None if facts == DirectoryFacts::default() => return Err(Trouble::Cancelled),
        None => Unavailable::Cancelled,
    };
    mark_unanswered(&mut facts, request, &unanswered);
    Ok(facts)
}

/// Says of every question that was to be asked and has no answer why it has none.
fn mark_unanswered(facts: &mut DirectoryFacts, request: &DirectoryRequest, why: &Unavailable) {
    fn mark<T>(seen: &mut Seen<T>, why: &Unavailable) {
        if seen.is_not_looked_at() {
            *seen = Seen::Missing(why.clone());
        }
    }
    mark(&mut facts.forest, why);
    mark(&mut facts.domains, why);
    mark(&mut facts.controllers, why);
    mark(&mut facts.pdc_ports, why);
    mark(&mut facts.policies, why);
    mark(&mut facts.clock, why);
    mark(&mut facts.connector_account, why);
    mark(&mut facts.domain_rights, why);
    mark(&mut facts.sam_servers, why);
    if request.test_user.is_some() {
        mark(&mut facts.test_user, why);
        mark(&mut facts.test_user_rights, why);
        mark(&mut facts.fine_grained_policy, why);
    }
}
