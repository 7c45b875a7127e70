//! `directory.reserved-names`: does no unit above the test user have a reserved character in its name?
//!
//! **Why.** Such names can end a reset with event 33001, "unknown", while synchronisation copes with them.
//! **Passes** when no unit on the way from the domain to the test user begins with a space or `#`, ends with a space,
//! or holds one of `, + " \ < > ; = /` or a line break.
//! **Warns** when one does: it may break writeback, and does not always.
//! **Fails** never.
//! **Can't tell** when the test user's distinguished name is unknown or malformed.
//! **Source.** *Troubleshoot self-service password reset writeback*, 2025-03-04.

use super::{Case, Check};
use crate::{
    Message,
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.reserved-names", looks_at: &[Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let user = match case.facts.directory().newest(|facts| &facts.test_user) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let finding = match units(&user.dn) {
        None => Finding::could_not_check(malformed(&user.dn)),
        Some(units) => {
            let reserved: Vec<Message> = (units.iter())
                .filter(|name| is_reserved(name))
                .map(|name| msg!("directory-reserved-names-unit", name = visible(name)))
                .collect();
            if reserved.is_empty() {
                Finding::pass(msg!("directory-reserved-names-none", count = units.len()))
            } else {
                Finding::warn(msg!("directory-reserved-names-found", count = reserved.len(), units = reserved))
                    .advise(msg!("directory-reserved-names-try-another"))
            }
        }
    };
    finding.with("evidence-directory-test-user", user.dn.as_str()).from(user)
}

/// The units above an object whose names hold a reserved character.
///
/// # Errors
/// The text is not the name of an object in a domain.
pub(crate) fn reserved_above(dn: &str) -> Result<Vec<String>, Unavailable> {
    let units = units(dn).ok_or_else(|| malformed(dn))?;
    Ok(units.iter().filter(|name| is_reserved(name)).map(|name| visible(name)).collect())
}

fn malformed(dn: &str) -> Unavailable {
    Unavailable::Inconclusive { why: msg!("directory-reserved-names-malformed", dn = dn) }
}

fn is_reserved(name: &str) -> bool {
    name.starts_with([' ', '#'])
        || name.ends_with(' ')
        || name.contains([',', '+', '"', '\\', '<', '>', ';', '=', '/', '\n', '\r'])
}

/// The name with its line breaks made visible.
fn visible(name: &str) -> String {
    name.replace('\n', "\\n").replace('\r', "\\r")
}

/// The names of the units above the object, without escapes; none when the text is not the name of an object in a
/// domain.
fn units(dn: &str) -> Option<Vec<String>> {
    let parts = split(dn)?;
    let (object, above) = parts.split_first()?;
    let in_domain = above.iter().any(|(kind, _)| kind.eq_ignore_ascii_case("DC"));
    if object.0.eq_ignore_ascii_case("DC") || !in_domain {
        return None;
    }
    Some(above.iter().filter(|(kind, _)| !kind.eq_ignore_ascii_case("DC")).map(|(_, name)| name.clone()).collect())
}

/// The parts of a distinguished name as kind and value (RFC 4514); none when it is malformed.
fn split(dn: &str) -> Option<Vec<(String, String)>> {
    let bytes = dn.as_bytes();
    let mut parts = Vec::new();
    let mut value = Vec::new();
    // Spaces that are escaped belong to the name; others at its ends do not.
    let mut kept = 0;
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b'\\') => {
                let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
                let hex = pair.filter(|pair| pair.bytes().all(|one| one.is_ascii_hexdigit()));
                match hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
                    Some(byte) => {
                        value.push(byte);
                        at += 3;
                    }
                    None => {
                        value.push(*bytes.get(at + 1)?);
                        at += 2;
                    }
                }
                kept = value.len();
            }
            Some(b',') | None => {
                while value.len() > kept && value.last() == Some(&b' ') {
                    value.pop();
                }
                let text = String::from_utf8(std::mem::take(&mut value)).ok()?;
                let (kind, name) = text.split_once('=')?;
                let kind = kind.trim();
                if kind.is_empty()
                    || name.is_empty()
                    || !kind.bytes().all(|one| one.is_ascii_alphanumeric() || one == b'.')
                {
                    return None;
                }
                parts.push((kind.to_owned(), name.to_owned()));
                kept = 0;
                if at >= bytes.len() {
                    return Some(parts);
                }
                at += 1;
            }
            Some(byte) => {
                value.push(*byte);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{DirectoryFacts, DirectoryUser},
    };

    fn judge(dn: &str) -> Finding {
        let user = DirectoryUser { dn: dn.to_owned(), ..DirectoryUser::default() };
        given().directory(DirectoryFacts { test_user: user.into(), ..DirectoryFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn passes_for_plain_names_and_for_whatever_the_user_is_called() {
        for dn in [
            "CN=Tess,OU=Staff,OU=Zürich 北京 (HQ) & Co.,DC=contoso,DC=local",
            r"CN=Doe\, Tess,OU=Staff,DC=contoso,DC=local",
            "CN=Tess,CN=Users,DC=contoso,DC=local",
            "CN=Tess, OU=Staff , DC=contoso, DC=local",
        ] {
            assert_eq!(said(&judge(dn)), ("pass", "directory-reserved-names-none"), "{dn}");
        }
    }

    #[test]
    fn warns_for_each_reserved_character() {
        for unit in [
            r"Sales\, West",
            r"Sales\+West",
            "Sales+West",
            r#"A\"B"#,
            r"A\\B",
            r"A\<B",
            r"A\>B",
            r"A\;B",
            r"A\=B",
            "A/B",
            r"A\0AB",
            r"A\0DB",
            r"\ A",
            r"\#A",
            "#A",
            r"A\ ",
            r"A\20",
            r"\20A",
        ] {
            let finding = judge(&format!("CN=Tess,OU=x,OU={unit},OU=y,DC=contoso,DC=local"));
            assert_eq!(said(&finding), ("warn", "directory-reserved-names-found"), "{unit}");
        }
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let missing = DirectoryFacts { test_user: Seen::Missing(Unavailable::NotSignedIn), ..Default::default() };
        assert_eq!(said(&given().directory(missing).judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
        for dn in
            ["", "Tess", "CN=Tess", "DC=contoso,DC=local", "CN=Tess,OU,DC=local", "CN=Tess,OU=a\\", ",", "=,=,DC=x"]
        {
            assert_eq!(said(&judge(dn)), ("could_not_check", "unavailable-inconclusive"), "{dn}");
        }
    }
}
