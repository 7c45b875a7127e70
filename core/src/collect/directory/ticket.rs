//! Signing in with a Kerberos ticket (SASL GSSAPI): through GSSAPI on Unix, through SSPI as the current user on Windows.

use ldap3::LdapError;
use tokio::runtime::Handle;

use super::{
    Rung, Trouble,
    connection::{Session, refused, shown},
    trouble::{Ticket, refusal},
};

/// Shows the ticket of whoever runs the program to the server `ldap/HOST`.
pub(super) async fn show(session: Session, host: &str) -> Result<Session, Trouble> {
    let (mut ldap, host, limit) = (session.ldap.clone(), host.to_owned(), session.limit);
    // Kerberos reads files and asks its own servers on the thread that calls it.
    let bind = tokio::task::spawn_blocking(move || Handle::current().block_on(ldap.sasl_gssapi_bind(&host)));
    let server = session.server.clone();
    match tokio::time::timeout(limit, bind).await {
        Ok(Ok(Ok(result))) if result.rc == 0 => Ok(session),
        Ok(Ok(Ok(result))) if result.rc == 49 => {
            let text = shown(&result.text);
            Err(Trouble::Ticket { server, why: refused_for(&text), text })
        }
        Ok(Ok(Ok(result))) => Err(refused(server, Rung::SignIn, result)),
        Ok(Ok(Err(LdapError::GssapiOperationError(text)))) => {
            Err(Trouble::Ticket { server, why: named_in(&text), text: shown(&text) })
        }
        Ok(Ok(Err(error))) => Err(session.trouble(error)),
        // The library panics over some answers that no sound server gives.
        Ok(Err(_)) => Err(Trouble::Malformed { server, what: "GSSAPI".to_owned() }),
        Err(_) => Err(session.timed_out()),
    }
}

/// What the words of a Kerberos library mean. On Unix they are the library's own, in English (MIT and Heimdal); on
/// Windows they come in the system's language, and are only shown.
fn named_in(text: &str) -> Ticket {
    let has = |words: &[&str]| words.iter().any(|words| text.contains(words));
    if has(&["xpired"]) {
        Ticket::Expired
    } else if has(&["lock skew", "not yet valid"]) {
        Ticket::ClockSkew
    } else if has(&["not found in Kerberos database"]) {
        Ticket::UnknownServer
    } else if has(&["find KDC", "any KDC"]) {
        Ticket::NoKerberosServer
    } else if has(&["No Kerberos credentials", "o credentials cache", "No credentials were supplied"]) {
        Ticket::None
    } else {
        Ticket::Other
    }
}

/// What a server's refusal of a ticket means.
fn refused_for(text: &str) -> Ticket {
    match refusal(text) {
        "directory-refusal-channel-binding" => Ticket::ChannelBinding,
        _ => Ticket::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_ticket_is_told_apart() {
        const NONE: &str = "No credentials were supplied, or the credentials were unavailable or inaccessible";
        const FAILURE: &str = "Unspecified GSS failure.  Minor code may provide more information";
        for (text, why) in [
            (format!("{NONE} (No Kerberos credentials available (default cache: FILE:/tmp/x))"), Ticket::None),
            (format!("{NONE} (Ticket expired)"), Ticket::Expired),
            ("The referenced credential has expired".to_owned(), Ticket::Expired),
            (format!("{FAILURE} (Clock skew too great)"), Ticket::ClockSkew),
            (format!("{FAILURE} (Ticket not yet valid)"), Ticket::ClockSkew),
            (format!("{FAILURE} (Server not found in Kerberos database)"), Ticket::UnknownServer),
            (format!("{FAILURE} (Cannot contact any KDC for realm 'LAB.TEST')"), Ticket::NoKerberosServer),
            (format!("{FAILURE} (Cannot find KDC for realm \"LAB.TEST\")"), Ticket::NoKerberosServer),
            ("ClientCtx::step failed Das angegebene Ziel ist unbekannt.".to_owned(), Ticket::Other),
        ] {
            assert_eq!(named_in(&text), why, "{text}");
        }
        let unbound = "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 80090346, v4563";
        assert_eq!(refused_for(unbound), Ticket::ChannelBinding);
        assert_eq!(refused_for("SASL:[GSSAPI]: NT_STATUS_LOGON_FAILURE"), Ticket::Other);
    }
}
