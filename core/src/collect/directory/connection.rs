//! Connections to servers: each step of the way in, and questions that are paged, ranged and limited. Referrals are
//! passed over, never followed: they could lead anywhere, with our password.

use std::{sync::Arc, time::Duration};

use ldap3::{
    Ldap, LdapConnAsync, LdapConnSettings, LdapError, LdapResult, Scope, SearchOptions, StdStream,
    controls::{PagedResults, RawControl},
};
use url::Url;

use super::{
    SignIn,
    address::{Security, Server},
    record::Record,
    trouble::{Rung, Trouble},
};
use crate::{
    collect::network::{NetworkSettings, resolve::Names, tcp, tls::Handshake, trust::Roots},
    facts::network::Break,
};

/// How many records a page holds. Servers have a limit of their own, 1000 by default.
const PAGE: i32 = 500;
/// The most records, and the most values of one attribute, that an answer may have.
const MOST: usize = 100_000;
/// How many times a step's deadline an answer may take: it may have to be looked up first.
const ANSWER: u32 = 6;
/// Which parts of a descriptor to send: owner, group and access list. Without saying so, a server leaves the descriptor
/// out for everybody who may not read the audit list.
const OWNER_GROUP_AND_LIST: u8 = 7;

/// What connections are made with.
pub(super) struct Instruments {
    pub(super) names: Names,
    roots: Arc<Roots>,
    pub(super) limit: Duration,
}

impl Instruments {
    pub(super) fn new(settings: &NetworkSettings) -> Result<Self, Trouble> {
        let roots = Roots::new(&settings.extra_roots).map_err(|error| Trouble::Broke {
            server: String::new(),
            rung: Rung::Secure,
            broke: Break::Other { detail: error.to_string() },
        })?;
        Ok(Self { names: Names::new(settings), roots: Arc::new(roots), limit: settings.step_timeout })
    }

    /// A secured connection on which nothing was said yet. Whoever only asks for the root of the directory needs no
    /// sign-in.
    pub(super) async fn open(&self, server: &Server) -> Result<Session, Trouble> {
        let name = server.to_string();
        let broke = |rung, broke| Trouble::Broke { server: name.clone(), rung, broke };
        let addresses =
            self.names.resolve(&server.host, server.port).await.map_err(|error| broke(Rung::Name, error))?;
        let (stream, _) =
            tcp::connect(&addresses, self.limit).await.map_err(|none| broke(Rung::Connect, none.broke))?;
        let other = |detail: String| broke(Rung::Secure, Break::Other { detail });
        let stream = stream.into_std().map_err(|error| other(error.to_string()))?;
        let handshake = Handshake::new(&server.host, &self.roots).map_err(other)?;
        let (scheme, start_tls) = match server.security {
            Security::Tls => ("ldaps", false),
            Security::StartTls => ("ldap", true),
        };
        let url = Url::parse(&format!("{scheme}://{server}")).map_err(|error| other(error.to_string()))?;
        let settings = LdapConnSettings::new()
            .set_config(handshake.config())
            .set_starttls(start_tls)
            .set_std_stream(StdStream::Tcp(stream));
        let opened = tokio::time::timeout(self.limit, LdapConnAsync::from_url_with_settings(settings, &url)).await;
        let (connection, ldap) = match opened {
            Err(_) => return Err(broke(Rung::Secure, Break::TimedOut { after_ms: millis(self.limit) })),
            Ok(Ok(pair)) => pair,
            Ok(Err(LdapError::Io { source })) => return Err(broke(Rung::Secure, handshake.broke(&source).await)),
            Ok(Err(LdapError::LdapResult { result })) => return Err(refused(name, Rung::Secure, result)),
            Ok(Err(LdapError::ResultRecv { .. } | LdapError::OpSend { .. })) => {
                return Err(broke(Rung::Secure, Break::Closed));
            }
            Ok(Err(error)) => return Err(other(error.to_string())),
        };
        // What breaks it shows in the questions that then have no answer.
        tokio::spawn(async move { connection.drive().await.ok() });
        Ok(Session { ldap, server: name, limit: self.limit * ANSWER })
    }

    /// A connection that is signed in.
    pub(super) async fn sign_in(&self, server: &Server, who: &SignIn) -> Result<Session, Trouble> {
        let session = self.open(server).await?;
        who.prove(session, &server.host).await
    }
}

/// A question whose answer is taken page by page, so that one page is held at a time. A server remembers where a page
/// ended for as long as the connection lasts.
pub(super) struct Pages<'q> {
    base: &'q str,
    scope: Scope,
    filter: &'q str,
    attributes: &'q [&'q str],
    descriptors: bool,
    /// Where the next page begins; none at the end.
    cookie: Option<Vec<u8>>,
}

impl<'q> Pages<'q> {
    /// All objects that a filter finds.
    pub(super) fn new(base: &'q str, scope: Scope, filter: &'q str, attributes: &'q [&'q str]) -> Self {
        Self { base, scope, filter, attributes, descriptors: false, cookie: Some(Vec::new()) }
    }

    /// With owner, group and access list of each object's descriptor.
    pub(super) fn with_descriptors(self) -> Self {
        Self { descriptors: true, ..self }
    }
}

/// An open connection.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) ldap: Ldap,
    /// Host and port.
    pub(super) server: String,
    /// How long an answer may take.
    pub(super) limit: Duration,
}

impl Session {
    /// One object, or none when there is no such object, or none that we may see.
    pub(super) async fn read(&mut self, dn: &str, attributes: &[&str]) -> Result<Option<Record>, Trouble> {
        self.read_with(dn, attributes, Vec::new()).await
    }

    /// One object with owner, group and access list of its descriptor.
    pub(super) async fn read_with_descriptor(
        &mut self,
        dn: &str,
        attributes: &[&str],
    ) -> Result<Option<Record>, Trouble> {
        self.read_with(dn, attributes, vec![descriptor_control()]).await
    }

    async fn read_with(
        &mut self,
        dn: &str,
        attributes: &[&str],
        controls: Vec<RawControl>,
    ) -> Result<Option<Record>, Trouble> {
        const NO_SUCH_OBJECT: u32 = 32;
        match self.page(dn, Scope::Base, "(objectClass=*)", attributes, controls).await {
            Ok((records, _)) => match records.into_iter().next() {
                Some(record) => Ok(Some(self.whole(record).await?)),
                None => Ok(None),
            },
            Err(Trouble::Refused { code: NO_SUCH_OBJECT, .. }) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// All objects that a filter finds. Never a part of them: where the server stops early, that is the trouble.
    pub(super) async fn search(
        &mut self,
        base: &str,
        scope: Scope,
        filter: &str,
        attributes: &[&str],
    ) -> Result<Vec<Record>, Trouble> {
        let mut found = Vec::new();
        let mut pages = Pages::new(base, scope, filter, attributes);
        while let Some(records) = self.next_page(&mut pages).await? {
            found.extend(records);
            if found.len() > MOST {
                return Err(Trouble::TooMuch { server: self.server.clone(), most: MOST });
            }
        }
        let mut whole = Vec::with_capacity(found.len());
        for record in found {
            whole.push(self.whole(record).await?);
        }
        Ok(whole)
    }

    /// The next page of an answer; none when it is at its end. Values that came in ranges are not completed.
    pub(super) async fn next_page(&mut self, pages: &mut Pages<'_>) -> Result<Option<Vec<Record>>, Trouble> {
        let Some(cookie) = pages.cookie.take() else { return Ok(None) };
        let mut controls = vec![RawControl::from(PagedResults { size: PAGE, cookie: cookie.clone() })];
        controls.extend(pages.descriptors.then(descriptor_control));
        let (records, next) = self.page(pages.base, pages.scope, pages.filter, pages.attributes, controls).await?;
        if records.is_empty() && next.as_ref() == Some(&cookie) {
            return Err(self.malformed("a page that leads back to itself"));
        }
        pages.cookie = next;
        Ok(Some(records))
    }

    /// One page, and the cookie of the next one.
    async fn page(
        &mut self,
        base: &str,
        scope: Scope,
        filter: &str,
        attributes: &[&str],
        controls: Vec<RawControl>,
    ) -> Result<(Vec<Record>, Option<Vec<u8>>), Trouble> {
        let seconds = i32::try_from(self.limit.as_secs()).unwrap_or(i32::MAX);
        let limit = self.limit;
        let ldap = self.ldap.with_search_options(SearchOptions::new().timelimit(seconds)).with_timeout(limit);
        let ldap = if controls.is_empty() { ldap } else { ldap.with_controls(controls) };
        let started = ldap.streaming_search(base, scope, filter, attributes.to_vec()).await;
        let mut stream = started.map_err(|error| self.trouble(error))?;
        let mut records = Vec::new();
        loop {
            match stream.next().await {
                Ok(Some(entry)) if entry.is_ref() || entry.is_intermediate() => {}
                Ok(Some(entry)) => {
                    let record = Record::read(entry).map_err(|_| self.malformed("an object of another shape"))?;
                    records.push(record);
                }
                Ok(None) => break,
                Err(error) => return Err(self.trouble(error)),
            }
            if records.len() > MOST {
                return Err(Trouble::TooMuch { server: self.server.clone(), most: MOST });
            }
        }
        let result = stream.finish().await;
        if result.rc != 0 {
            return Err(refused(self.server.clone(), Rung::Ask, result));
        }
        const PAGED: &str = "1.2.840.113556.1.4.319";
        let answered = result.ctrls.iter().find(|control| control.1.ctype == PAGED);
        let next = match answered.and_then(|control| control.1.val.as_deref()) {
            Some(value) => cookie_of(value).ok_or_else(|| self.malformed("a page without a cookie"))?,
            None => Vec::new(),
        };
        Ok((records, (!next.is_empty()).then_some(next)))
    }

    /// Fetches what is left of attributes that came in ranges.
    async fn whole(&mut self, mut record: Record) -> Result<Record, Trouble> {
        for name in record.ranged() {
            let mut all = Vec::new();
            let mut range = record.take_range(&name);
            while let Some((values, next)) = range {
                all.extend(values);
                let Some(next) = next else { break };
                if all.len() > MOST || next != all.len() {
                    return Err(self.malformed("a range that does not follow the one before"));
                }
                let wanted = format!("{name};range={next}-*");
                let dn = record.dn.clone();
                let (records, _) =
                    self.page(&dn, Scope::Base, "(objectClass=*)", &[wanted.as_str()], Vec::new()).await?;
                range = records.into_iter().next().and_then(|mut more| more.take_range(&name));
                if range.is_none() {
                    return Err(self.malformed("a range without an end"));
                }
            }
            record.set(&name, all);
        }
        Ok(record)
    }

    fn malformed(&self, what: &str) -> Trouble {
        Trouble::Malformed { server: self.server.clone(), what: what.to_owned() }
    }

    pub(super) fn timed_out(&self) -> Trouble {
        Trouble::TimedOut { server: self.server.clone(), after_ms: millis(self.limit) }
    }

    pub(super) fn trouble(&self, error: LdapError) -> Trouble {
        let server = self.server.clone();
        match error {
            LdapError::Timeout { .. } => self.timed_out(),
            LdapError::LdapResult { result } => refused(server, Rung::Ask, result),
            LdapError::Io { .. }
            | LdapError::OpSend { .. }
            | LdapError::ResultRecv { .. }
            | LdapError::IdScrubSend { .. }
            | LdapError::EndOfStream => Trouble::Lost { server },
            other => Trouble::Malformed { server, what: other.to_string() },
        }
    }
}

fn descriptor_control() -> RawControl {
    RawControl {
        ctype: "1.2.840.113556.1.4.801".to_owned(),
        crit: true,
        val: Some(vec![0x30, 3, 2, 1, OWNER_GROUP_AND_LIST]),
    }
}

/// A refusal.
pub(super) fn refused(server: String, rung: Rung, result: LdapResult) -> Trouble {
    Trouble::Refused { server, rung, code: result.rc, text: shown(&result.text) }
}

/// What others say is shown to people, so it is cut and freed of control characters.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(300).collect()
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// The cookie in the value of a paging control: SEQUENCE { INTEGER, OCTET STRING } (RFC 2696).
fn cookie_of(value: &[u8]) -> Option<Vec<u8>> {
    /// Splits the content of one element from what follows it.
    fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
        let (&[found, first], rest) = bytes.split_first_chunk::<2>()?;
        let (length, rest) = if first < 0x80 {
            (usize::from(first), rest)
        } else {
            let count = usize::from(first & 0x7f);
            let (digits, rest) = rest.split_at_checked(count).filter(|_| (1..=4).contains(&count))?;
            (digits.iter().fold(0, |sum, digit| sum << 8 | usize::from(*digit)), rest)
        };
        rest.split_at_checked(length).filter(|_| found == tag)
    }
    let (inside, _) = element(value, 0x30)?;
    let (_, behind) = element(inside, 0x02)?;
    element(behind, 0x04).map(|(cookie, _)| cookie.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_read_or_refused() {
        let value = RawControl::from(PagedResults { size: 0, cookie: vec![7; 300] }).val.expect("a value");
        assert_eq!(cookie_of(&value), Some(vec![7; 300]));
        let empty = RawControl::from(PagedResults { size: 0, cookie: vec![] }).val.expect("a value");
        assert_eq!(cookie_of(&empty), Some(vec![]));
        for length in 0..value.len() {
            assert_eq!(cookie_of(&value[..length]), None, "{length}");
        }
        assert_eq!(cookie_of(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), None);
    }
}
