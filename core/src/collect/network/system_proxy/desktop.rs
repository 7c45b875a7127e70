//! The setting of a Linux desktop: KDE's file where the desktop is KDE, else GNOME's setting through `gsettings`, which
//! other desktops follow too. A program that hangs is ended at the deadline of a step.

use std::{
    io::{ErrorKind, Read as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use tokio::{
    io::AsyncReadExt as _,
    sync::oneshot,
    time::{sleep, timeout},
};

use super::{address, script};
use crate::{
    collect::network::{NetworkSettings, breakage::millis},
    facts::{
        Unavailable,
        network::{ProxyStore, SystemProxy},
    },
};

/// The most that is read of a file or of a program's answer, in bytes.
const MOST: u64 = 64 * 1024;

const SCHEMA: &str = "org.gnome.system.proxy";

pub(super) async fn read(settings: &NetworkSettings) -> Result<SystemProxy, Unavailable> {
    if let Some(path) = &settings.desktop.kioslaverc {
        // A KDE whose setting was never changed has no such file, or no such part in it.
        return of_kde(&file(path).await?);
    }
    of_gnome(&ask(&settings.desktop.gsettings, settings.step_timeout).await?)
}

async fn file(path: &Path) -> Result<String, Unavailable> {
    let file = match tokio::fs::File::open(path).await {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(Unavailable::Malformed { what: error.to_string() }),
    };
    let mut text = String::new();
    match file.take(MOST).read_to_string(&mut text).await {
        Ok(_) => Ok(text),
        Err(error) => Err(Unavailable::Malformed { what: error.to_string() }),
    }
}

/// Asks the program. It is ended when it has not answered within `limit`.
async fn ask(program: &Path, limit: Duration) -> Result<String, Unavailable> {
    let unsupported = || Unavailable::UnsupportedHere { what: "gsettings".to_owned() };
    let mut child = Command::new(program)
        .args(["list-recursively", SCHEMA])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| unsupported())?;
    let output = child.stdout.take().ok_or_else(unsupported)?;
    let (told, answer) = oneshot::channel();
    // A thread of its own, not one of the runtime's: should a child of the program keep the pipe open, nothing waits.
    std::thread::spawn(move || {
        let mut text = String::new();
        let read = output.take(MOST).read_to_string(&mut text).map(|_| text);
        // Nobody listens any more when it took too long.
        let _ = told.send(read);
    });
    let answered = timeout(limit, async {
        let text = answer.await;
        loop {
            match child.try_wait() {
                Ok(None) => sleep(Duration::from_millis(5)).await,
                ended => break (text, ended.ok().flatten()),
            }
        }
    })
    .await;
    let Ok((text, ended)) = answered else {
        // It may have ended by itself just now.
        let _ = child.kill();
        let _ = child.wait();
        return Err(Unavailable::TimedOut { after_ms: millis(limit) });
    };
    let malformed = |what: String| Unavailable::Malformed { what };
    let text = text.map_err(|error| malformed(error.to_string()))?.map_err(|error| malformed(error.to_string()))?;
    // Without the schema this machine has no such setting.
    if ended.is_some_and(|status| status.success()) { Ok(text) } else { Err(unsupported()) }
}

/// Lines such as `org.gnome.system.proxy.https port 8080`.
fn of_gnome(text: &str) -> Result<SystemProxy, Unavailable> {
    let value = |part: &str, key: &str| {
        text.lines().find_map(|line| {
            let mut words = line.splitn(3, ' ');
            let schema = words.next()?.strip_prefix(SCHEMA)?.trim_start_matches('.');
            (schema == part && words.next()? == key).then(|| words.next().unwrap_or_default().trim())
        })
    };
    let mode = value("", "mode").map(unquoted);
    let mut setting = SystemProxy::none(ProxyStore::Gnome);
    match mode.as_deref() {
        Some("none") => return Ok(setting),
        Some("auto") => {
            setting.script = value("", "autoconfig-url").map(unquoted).and_then(|text| script(&text));
            setting.detects = setting.script.is_none();
            return Ok(setting);
        }
        Some("manual") => {}
        other => return Err(Unavailable::Malformed { what: format!("mode {}", other.unwrap_or_default()) }),
    }
    let host = |part: &str| value(part, "host").map(unquoted).filter(|host| !host.is_empty());
    let mut unusable = None;
    let mut of = |part: &str| {
        let port = value(part, "port").unwrap_or_default();
        let host = host(part)?;
        // An address without its port is none: to guess one would be to try another proxy.
        address(&if port == "0" { host } else { format!("{host}:{port}") }, &mut unusable)
    };
    (setting.https, setting.http) = (of("https"), of("http"));
    if value("", "use-same-proxy") == Some("true") && setting.https.is_none() {
        setting.https = setting.http.clone();
    }
    if setting.https.is_none() && host("socks").is_some() {
        unusable = Some("SOCKS".to_owned());
    }
    setting.unusable = unusable;
    setting.bypass = list(value("", "ignore-hosts").unwrap_or_default());
    Ok(setting)
}

/// `'a'` without its quotes.
fn unquoted(text: &str) -> String {
    let inner = text.trim().trim_start_matches(['\'', '"']).trim_end_matches(['\'', '"']);
    inner.replace("\\'", "'").replace("\\\"", "\"")
}

/// `['a', 'b']`, and `@as []` when it is empty.
fn list(text: &str) -> Vec<String> {
    let inner = text.trim_start_matches("@as").trim().trim_start_matches('[').trim_end_matches(']');
    inner.split(',').map(unquoted).filter(|part| !part.is_empty()).collect()
}

/// The part `[Proxy Settings]` of `kioslaverc`. Kinds: 0 none, 1 named, 2 script, 3 looked for, 4 the environment's.
fn of_kde(text: &str) -> Result<SystemProxy, Unavailable> {
    let part = text.lines().map(str::trim).skip_while(|line| *line != "[Proxy Settings]").skip(1);
    let lines: Vec<(&str, &str)> =
        part.take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once('=')).collect();
    // `key[$e]` lets the value be expanded.
    let value =
        |key: &str| lines.iter().find(|(name, _)| name.split('[').next() == Some(key)).map(|(_, value)| value.trim());
    let mut setting = SystemProxy::none(ProxyStore::Kde);
    match value("ProxyType").unwrap_or("0") {
        "1" => {}
        "2" => {
            setting.script = value("Proxy Config Script").and_then(script);
            return Ok(setting);
        }
        "3" => {
            setting.detects = true;
            return Ok(setting);
        }
        // The environment's is a setting of its own here.
        "0" | "4" => return Ok(setting),
        other => return Err(Unavailable::Malformed { what: format!("ProxyType {other}") }),
    }
    if value("ReversedException") == Some("true") {
        return Err(Unavailable::UnsupportedHere { what: "ReversedException".to_owned() });
    }
    let mut unusable = None;
    // Older ones write `http://proxy 8080`.
    let mut of = |key: &str| address(&value(key).unwrap_or_default().replace(' ', ":"), &mut unusable);
    (setting.https, setting.http) = (of("httpsProxy"), of("httpProxy"));
    if setting.https.is_none() && value("socksProxy").is_some_and(|proxy| !proxy.is_empty()) {
        unusable = Some("SOCKS".to_owned());
    }
    setting.unusable = unusable;
    setting.bypass = list(value("NoProxyFor").unwrap_or_default());
    Ok(setting)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTS: &str = "org.gnome.system.proxy ignore-hosts ['localhost', '*.contoso.com']\n\
        org.gnome.system.proxy.https host 'proxy.contoso.com'\norg.gnome.system.proxy.https port 8080\n\
        org.gnome.system.proxy.http host ''\norg.gnome.system.proxy.http port 8080\n\
        org.gnome.system.proxy use-same-proxy true\n";

    fn gnome(mode: &str, more: &str) -> Result<SystemProxy, Unavailable> {
        of_gnome(&format!("org.gnome.system.proxy mode '{mode}'\n{HOSTS}{more}"))
    }

    #[test]
    fn the_gnome_setting_is_read_in_each_of_its_modes() {
        let manual = gnome("manual", "").expect("a setting");
        assert_eq!((manual.https.as_deref(), manual.http.as_deref()), (Some("proxy.contoso.com:8080"), None));
        assert_eq!(manual.bypass, ["localhost", "*.contoso.com"]);
        assert!(gnome("none", "").expect("a setting").is_none(), "hosts that are kept beside it do not count");
        let auto = gnome("auto", "org.gnome.system.proxy autoconfig-url 'http://wpad/p.pac'\n").expect("a setting");
        assert_eq!((auto.script.as_deref(), auto.detects), (Some("http://wpad/p.pac"), false));
        assert!(gnome("auto", "org.gnome.system.proxy autoconfig-url ''\n").expect("a setting").detects);
        for text in ["", "no such schema", "org.gnome.system.proxy mode 'other'"] {
            assert!(matches!(of_gnome(text), Err(Unavailable::Malformed { .. })), "{text}");
        }
    }

    #[test]
    fn socks_is_named_as_what_cannot_be_used() {
        let text = "org.gnome.system.proxy mode 'manual'\norg.gnome.system.proxy.socks host 'proxy'\n";
        assert_eq!(of_gnome(text).expect("a setting").unusable.as_deref(), Some("SOCKS"));
    }

    #[test]
    fn the_kde_setting_is_read_in_each_of_its_kinds() {
        let kde = |lines: &str| {
            of_kde(&format!("[Other]\nProxyType=3\n[Proxy Settings][$i]\n[Proxy Settings]\n{lines}\n[More]\n"))
        };
        let manual = kde("ProxyType=1\nhttpsProxy=http://proxy 8080\nhttpProxy=http://proxy:3128\nNoProxyFor=a,.b")
            .expect("a setting");
        assert_eq!((manual.https.as_deref(), manual.http.as_deref()), (Some("proxy:8080"), Some("proxy:3128")));
        assert_eq!(manual.bypass, ["a", ".b"]);
        let decided = kde("ProxyType=2\nProxy Config Script[$e]=http://wpad/p.pac").expect("a setting");
        assert_eq!(decided.script.as_deref(), Some("http://wpad/p.pac"));
        assert!(kde("ProxyType=3").expect("a setting").detects && of_kde("").expect("a setting").is_none());
        assert!(kde("ProxyType=1\nReversedException=true").is_err() && kde("ProxyType=9").is_err());
    }
}
