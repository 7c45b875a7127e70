//! The Internet options of the Windows user who runs the program, from the registry.

use super::{address, automatic::Automation, script};
use crate::facts::network::{ProxyStore, SystemProxy};

/// The flag of `DefaultConnectionSettings` that looks for a script on the network.
const DETECTS: u8 = 8;

/// The values of the registry, as they stand there.
#[derive(Debug, Clone, Default)]
struct Values {
    enabled: bool,
    server: String,
    bypass: String,
    script: String,
    /// The flags of `DefaultConnectionSettings`.
    flags: u8,
}

/// Reads them, and what the system has to know to evaluate a script. A value that is missing is not set.
#[cfg(windows)]
pub(super) fn read() -> (SystemProxy, Automation) {
    const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
    let user = windows_registry::CURRENT_USER;
    let Ok(key) = user.open(KEY) else { return (of(&Values::default()), Automation::default()) };
    let text = |name: &str| key.get_string(name).unwrap_or_default();
    // Bytes 8 to 11 of this blob are the flags of the dialog; no documented value says the same.
    let blob = user.open(format!(r"{KEY}\Connections")).and_then(|key| key.get_value("DefaultConnectionSettings"));
    let values = Values {
        enabled: key.get_u32("ProxyEnable").unwrap_or(0) != 0,
        server: text("ProxyServer"),
        bypass: text("ProxyOverride"),
        script: text("AutoConfigURL"),
        flags: blob.ok().and_then(|blob| blob.get(8).copied()).unwrap_or(0),
    };
    (of(&values), automation(&values))
}

/// Windows looks for a script on the network first, where that is switched on, and takes the address then.
fn automation(values: &Values) -> Automation {
    let script = values.script.trim();
    Automation { script: (!script.is_empty()).then(|| script.to_owned()), detects: values.flags & DETECTS != 0 }
}

/// `proxy:8080` for everything, or `http=a:80;https=b:443;socks=c:1080`.
fn of(values: &Values) -> SystemProxy {
    let mut setting = SystemProxy::none(ProxyStore::Windows);
    setting.script = script(&values.script);
    setting.detects = values.flags & DETECTS != 0 && setting.script.is_none();
    if !values.enabled {
        return setting;
    }
    let mut unusable = None;
    let parts = values.server.split([';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    for part in parts {
        match part.split_once('=') {
            Some(("https", text)) => setting.https = address(text, &mut unusable),
            Some(("http", text)) => setting.http = address(text, &mut unusable),
            Some(("socks", _)) => unusable = Some("SOCKS".to_owned()),
            Some(_) => {}
            None => {
                let all = address(part, &mut unusable);
                (setting.https, setting.http) = (all.clone(), all);
            }
        }
    }
    // A SOCKS proxy serves only what has no proxy of its own.
    setting.unusable = unusable.filter(|_| setting.https.is_none());
    setting.bypass =
        values.bypass.split(';').map(str::trim).filter(|rule| !rule.is_empty()).map(str::to_owned).collect();
    setting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(server: &str) -> SystemProxy {
        of(&Values {
            enabled: true,
            server: server.into(),
            bypass: "*.contoso.com;<local>".into(),
            ..Values::default()
        })
    }

    #[test]
    fn a_server_stands_for_everything_or_for_its_scheme() {
        for text in ["proxy:8080", "http://proxy:8080", "http=other:80;https=proxy:8080;ftp=x:21"] {
            let setting = server(text);
            assert_eq!(setting.https.as_deref(), Some("proxy:8080"), "{text}");
            assert_eq!(setting.bypass, ["*.contoso.com", "<local>"]);
        }
        assert_eq!(server("http=other:80").https, None);
        assert_eq!(server("socks=proxy:1080").unusable.as_deref(), Some("SOCKS"));
        assert_eq!(server("https=proxy:8080;socks=proxy:1080").unusable, None);
    }

    #[test]
    fn what_is_switched_off_does_not_count_and_a_script_does() {
        let off = Values { server: "proxy:8080".into(), ..Values::default() };
        assert!(of(&off).is_none());
        let scripted = of(&Values { script: "http://wpad/wpad.dat".into(), flags: 9, ..off.clone() });
        assert_eq!((scripted.script.as_deref(), scripted.detects), (Some("http://wpad/wpad.dat"), false));
        assert!(of(&Values { flags: 9, ..off.clone() }).detects);
        // The system has to know both, and the whole address.
        let both = automation(&Values { script: " http://ann:pw@wpad/p.pac?key=1 ".into(), flags: 9, ..off.clone() });
        assert_eq!((both.script.as_deref(), both.detects), (Some("http://ann:pw@wpad/p.pac?key=1"), true));
        let neither = automation(&off);
        assert_eq!((neither.script, neither.detects), (None, false));
    }
}
