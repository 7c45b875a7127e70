//! The operating system's proxy setting: read where the system keeps it, and turned into ways out. Reading is I/O of this
//! machine only and has a deadline. A script that decides is evaluated by the system where it offers to (Windows), and is
//! never run here.

#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(target_os = "macos")]
mod macos;
// What is pure of both is tested on every system.
#[cfg(any(windows, test))]
mod automatic;
#[cfg(any(windows, test))]
mod windows;

use std::path::PathBuf;

use url::Url;

use super::{NetworkSettings, ProxyAddress, proxy_setting::Way};
use crate::facts::{
    Seen,
    network::{Endpoint, ProxyKind, ProxyStore, SystemProxy},
};

/// Where a desktop on Linux keeps its setting. Given, since it depends on the environment, which is never read here.
#[derive(Debug, Clone)]
pub struct DesktopSettings {
    /// The program that reads GNOME's setting.
    pub gsettings: PathBuf,
    /// KDE's file, when the desktop is KDE.
    pub kioslaverc: Option<PathBuf>,
}

impl Default for DesktopSettings {
    fn default() -> Self {
        Self { gsettings: PathBuf::from("gsettings"), kioslaverc: None }
    }
}

/// What the script decided for each endpoint that it could be asked about.
#[derive(Debug, Clone, Default)]
pub(super) struct Decisions(Vec<(Endpoint, Way)>);

impl Decisions {
    /// The way to an endpoint; none where nothing was decided.
    fn way(&self, endpoint: &Endpoint) -> Option<Way> {
        self.0.iter().find(|(known, _)| known == endpoint).map(|(_, way)| way.clone())
    }
}

/// Reads the setting, or says why this machine has none to read; and what a script decided for these endpoints.
pub(super) async fn read(settings: &NetworkSettings, endpoints: &[Endpoint]) -> (Seen<SystemProxy>, Decisions) {
    #[cfg(windows)]
    return {
        let (mut setting, automation) = windows::read();
        if !setting.is_automatic() {
            return (Seen::Seen(setting), Decisions::default());
        }
        let (outcome, decisions) = automatic::decide(automation, endpoints.to_vec(), settings).await;
        setting.automatic = Some(outcome);
        (Seen::Seen(setting), decisions)
    };
    #[cfg(target_os = "macos")]
    return {
        let _ = (settings, endpoints);
        (macos::read(), Decisions::default())
    };
    #[cfg(all(unix, not(target_os = "macos")))]
    return {
        let _ = endpoints;
        let seen = match desktop::read(settings).await {
            Ok(setting) => Seen::Seen(setting),
            Err(why) => Seen::Missing(why),
        };
        (seen, Decisions::default())
    };
}

/// The way to an endpoint by this setting. `None` when a script decides and it is not known what, and when no proxy is set
/// and `tried` says that straight out is tried anyway.
pub(super) fn way(
    (setting, decisions): (&SystemProxy, &Decisions),
    endpoint: &Endpoint,
    plain: bool,
    tried: bool,
) -> Option<Way> {
    if setting.is_automatic() {
        return decisions.way(endpoint);
    }
    let address = if plain { &setting.http } else { &setting.https };
    if bypasses(setting, &endpoint.host) {
        return Some(Way::new(ProxyKind::System, None));
    }
    match (address, &setting.unusable) {
        (Some(address), _) => match address.parse::<ProxyAddress>() {
            Ok(proxy) => Some(Way::new(ProxyKind::System, Some(proxy))),
            Err(error) => Some(Way { unusable: Some(error.to_string()), ..Way::new(ProxyKind::System, None) }),
        },
        (None, Some(what)) => Some(Way { unusable: Some(what.clone()), ..Way::new(ProxyKind::System, None) }),
        (None, None) if tried && setting.is_none() => None,
        // Nothing for this kind of address: it goes straight out.
        (None, None) => Some(Way::new(ProxyKind::System, None)),
    }
}

/// Whether the setting sends a host straight out. Ranges of addresses do not apply: every endpoint is a name.
fn bypasses(setting: &SystemProxy, host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    // Windows and macOS mean a plain name as it stands, the others mean all below it too.
    let below = matches!(setting.store, ProxyStore::Gnome | ProxyStore::Kde);
    setting.bypass.iter().map(|rule| rule.trim().to_ascii_lowercase()).any(|rule| match rule.as_str() {
        "" => false,
        "<local>" => !host.contains('.'),
        rule if rule.contains('*') => matches_pattern(rule, &host),
        rule => match rule.strip_prefix('.') {
            Some(suffix) => ends_with_label(&host, suffix),
            None => host == rule || below && ends_with_label(&host, rule),
        },
    })
}

fn ends_with_label(host: &str, suffix: &str) -> bool {
    host.strip_suffix(suffix).is_some_and(|head| head.ends_with('.'))
}

/// `*` stands for any letters.
fn matches_pattern(pattern: &str, host: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = host.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

/// An address as the facts keep it, `host:port`; a text that is none is named as what cannot be used, without repeating
/// it: it may hold a password.
#[cfg_attr(not(any(unix, windows)), allow(dead_code))]
fn address(text: &str, unusable: &mut Option<String>) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    match text.parse::<ProxyAddress>() {
        Ok(proxy) => Some(proxy.to_string()),
        Err(error) => {
            *unusable = Some(error.to_string());
            None
        }
    }
}

/// A script's address without what may be secret in it.
fn script(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let Ok(mut url) = Url::parse(text) else { return Some("?".to_owned()) };
    // A `file:` address has neither, and takes neither.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_query(None);
    url.set_fragment(None);
    Some(url.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::network::{Automatic, Purpose};

    fn endpoint(host: &str) -> Endpoint {
        Endpoint { host: host.into(), port: 443, purpose: Purpose::Relay }
    }

    fn manual(store: ProxyStore, bypass: &[&str]) -> SystemProxy {
        SystemProxy {
            https: Some("proxy:8080".into()),
            bypass: bypass.iter().map(|rule| (*rule).to_owned()).collect(),
            ..SystemProxy::none(store)
        }
    }

    #[test]
    fn a_proxy_leads_to_it_and_a_bypassed_host_goes_straight_out() {
        let none = Decisions::default();
        let address =
            |setting: &SystemProxy, host| way((setting, &none), &endpoint(host), false, true).map(|way| way.context);
        for (store, rule, host, straight) in [
            (ProxyStore::Gnome, "", "a.contoso.com", false),
            (ProxyStore::Gnome, "contoso.com", "a.contoso.com", true),
            (ProxyStore::Windows, "contoso.com", "a.contoso.com", false),
            (ProxyStore::Windows, "*.contoso.com", "a.contoso.com", true),
            (ProxyStore::Windows, "*.contoso.com", "contoso.com", false),
            (ProxyStore::Windows, "<local>", "sync01", true),
            (ProxyStore::Windows, "<local>", "a.contoso.com", false),
            (ProxyStore::Kde, ".contoso.com", "a.contoso.com", true),
            (ProxyStore::Macos, "a.*.com", "a.contoso.com", true),
            (ProxyStore::Macos, "oso.com", "a.contoso.com", false),
            (ProxyStore::Gnome, "127.0.0.0/8", "a.contoso.com", false),
        ] {
            let context = address(&manual(store, &[rule]), host).expect("a way");
            assert_eq!(
                (context.kind, context.address.is_none()),
                (ProxyKind::System, straight),
                "{store:?} {rule} {host}"
            );
        }
    }

    #[test]
    fn no_proxy_is_not_tried_twice_and_a_script_is_not_guessed() {
        let none = SystemProxy::none(ProxyStore::Windows);
        let way = |setting: &SystemProxy, tried| way((setting, &Decisions::default()), &endpoint("a"), false, tried);
        assert!(way(&none, true).is_none());
        assert_eq!(way(&none, false).expect("a way").context.kind, ProxyKind::System);
        let decided =
            SystemProxy { script: script("http://ann:pw@wpad/proxy.pac?key=1"), ..manual(ProxyStore::Windows, &[]) };
        assert_eq!(decided.script.as_deref(), Some("http://wpad/proxy.pac"));
        assert!(way(&decided, false).is_none());
        let looked_for = SystemProxy { detects: true, ..none.clone() };
        assert!(way(&looked_for, false).is_none(), "what is not known is not straight out");
        let found_none = SystemProxy { automatic: Some(Automatic::NoneFound), ..looked_for };
        assert!(found_none.is_none() && way(&found_none, true).is_none());
        assert_eq!(way(&found_none, false).expect("a way").context.address, None);
        let socks = SystemProxy { unusable: Some("SOCKS".into()), ..SystemProxy::none(ProxyStore::Gnome) };
        assert_eq!(way(&socks, true).expect("a way").unusable.as_deref(), Some("SOCKS"));
    }

    #[test]
    fn an_address_that_is_none_is_not_repeated() {
        let mut unusable = None;
        assert_eq!(address("http://ann:secret@proxy:8080", &mut unusable).as_deref(), Some("proxy:8080"));
        assert_eq!(address("socks5://ann:secret@proxy:1080", &mut unusable), None);
        assert!(!unusable.expect("a reason").contains("secret"));
    }
}
