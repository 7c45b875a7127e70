//! The system's proxy setting on a Linux desktop: the real `gsettings` over a store of its own, a KDE file, and programs
//! that hang, fail and babble.
#![cfg(target_os = "linux")]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use readiness_core::{
    collect::network::{DesktopSettings, NetworkSettings, ProxySetting},
    facts::{
        Seen, Unavailable,
        network::{Break, NetworkFacts, ProxyKind, ProxyStore, StepName},
    },
};
use tempfile::TempDir;

use crate::{
    certificates::{Authority, HOST},
    fault_proxy::{Answer, FaultProxy},
    fault_server::{After, Behaviour, FaultServer},
    look::{LONG, SHORT, broke, look, relay, request, settings},
};

/// A program of these lines.
fn program(folder: &Path, lines: &str) -> PathBuf {
    let path = folder.join("gsettings");
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it may run");
    path
}

/// The real program over a store in this folder; none where it or GNOME's schema is not installed.
fn gnome(folder: &Path) -> Option<PathBuf> {
    let folder_text = folder.display();
    let real = format!("GSETTINGS_BACKEND=keyfile XDG_CONFIG_HOME='{folder_text}' exec gsettings \"$@\"");
    let path = program(folder, &real);
    let listed = Command::new(&path).args(["list-keys", "org.gnome.system.proxy"]).output().ok()?;
    if listed.status.success() {
        return Some(path);
    }
    println!("skipped: gsettings or the schemas of GNOME are not installed");
    None
}

fn set(gsettings: &Path, schema: &str, key: &str, value: &str) {
    let schema = format!("org.gnome.system.proxy{schema}");
    let done = Command::new(gsettings).args(["set", &schema, key, value]).status().expect("it runs");
    assert!(done.success(), "{schema} {key} {value}");
}

/// Looks at a relay straight out and by the system's setting.
async fn by_system(
    server: &FaultServer,
    authority: &Authority,
    desktop: DesktopSettings,
    limit: std::time::Duration,
) -> NetworkFacts {
    let names = [(HOST, server.address)];
    let settings = NetworkSettings { desktop, ..settings(limit, &names, Some(authority)) };
    look(&request(vec![relay(HOST)], vec![ProxySetting::None, ProxySetting::System]), &settings).await
}

async fn lab() -> (TempDir, Authority, FaultServer) {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    (tempfile::tempdir().expect("a folder"), authority, server)
}

#[tokio::test]
async fn the_gnome_setting_gives_real_probes() {
    let (folder, authority, server) = lab().await;
    let Some(gsettings) = gnome(folder.path()) else { return };
    let desktop = || DesktopSettings { gsettings: gsettings.clone(), kioslaverc: None };

    // Nothing set: straight out is tried once, and the facts say that nothing is set.
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    let Seen::Seen(setting) = &facts.system_proxy else { panic!("{:?}", facts.system_proxy) };
    assert!(setting.is_none() && setting.store == ProxyStore::Gnome, "{setting:?}");
    assert_eq!(facts.probes.len(), 1);

    // A proxy: the probe goes through it.
    let proxy = FaultProxy::start(Answer::Tunnel, server.address).await;
    set(&gsettings, "", "mode", "manual");
    set(&gsettings, ".https", "host", &proxy.address.ip().to_string());
    set(&gsettings, ".https", "port", &proxy.address.port().to_string());
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    let [straight, through] = &facts.probes[..] else { panic!("{facts:#?}") };
    assert_eq!((straight.context.kind, through.context.kind), (ProxyKind::None, ProxyKind::System));
    assert_eq!(through.context.address, Some(proxy.address.to_string()));
    assert_eq!(through.answer().map(|answer| answer.status), Some(401), "{through:#?}");
    assert_eq!(proxy.heard().len(), 1);

    // A host of the list goes past it.
    set(&gsettings, "", "ignore-hosts", "['lab.test']");
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    assert_eq!((facts.probes[1].context.kind, &facts.probes[1].context.address), (ProxyKind::System, &None));
    assert_eq!(proxy.heard().len(), 1, "the proxy heard of a host that is excluded");

    // A script: said, and not guessed.
    set(&gsettings, "", "mode", "auto");
    set(&gsettings, "", "autoconfig-url", "http://wpad.lab.test/proxy.pac");
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    let Seen::Seen(setting) = &facts.system_proxy else { panic!("{:?}", facts.system_proxy) };
    assert_eq!(setting.script.as_deref(), Some("http://wpad.lab.test/proxy.pac"));
    assert_eq!(facts.probes.len(), 1);
}

#[tokio::test]
async fn the_kde_setting_gives_real_probes_and_socks_is_not_taken_for_straight_out() {
    let (folder, authority, server) = lab().await;
    let proxy = FaultProxy::start(Answer::Tunnel, server.address).await;
    let path = folder.path().join("kioslaverc");
    let desktop = || DesktopSettings { kioslaverc: Some(path.clone()), ..DesktopSettings::default() };
    let (ip, port) = (proxy.address.ip(), proxy.address.port());
    fs::write(&path, format!("[Proxy Settings]\nProxyType=1\nhttpsProxy=http://{ip} {port}\n")).expect("written");
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    assert_eq!(facts.probes[1].answer().map(|answer| answer.status), Some(401), "{facts:#?}");
    fs::write(&path, format!("[Proxy Settings]\nProxyType=1\nsocksProxy=socks://{ip} {port}\n")).expect("written");
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    assert!(matches!(broke(&facts.probes[1]), (StepName::Proxy, Break::ProxyUnusable { .. })), "{facts:#?}");
    // A KDE without the file has no proxy set.
    fs::remove_file(&path).expect("removed");
    let facts = by_system(&server, &authority, desktop(), LONG).await;
    assert!(facts.system_proxy.as_result().expect("a setting").is_none());
}

#[tokio::test]
async fn a_setting_that_cannot_be_read_has_its_reason_and_holds_up_nothing() {
    let (folder, authority, server) = lab().await;
    let unsupported = Unavailable::UnsupportedHere { what: "gsettings".into() };
    for (lines, limit, why) in [
        ("exec sleep 600", SHORT, Unavailable::TimedOut { after_ms: 1_000 }),
        ("exit 1", LONG, unsupported.clone()),
        ("echo nonsense", LONG, Unavailable::Malformed { what: "mode ".into() }),
    ] {
        let gsettings = program(folder.path(), lines);
        let facts = by_system(&server, &authority, DesktopSettings { gsettings, kioslaverc: None }, limit).await;
        assert_eq!(facts.system_proxy, Seen::Missing(why), "{lines}");
        assert_eq!(facts.probes.len(), 1, "straight out was tried all the same");
    }
    let gsettings = folder.path().join("absent");
    let facts = by_system(&server, &authority, DesktopSettings { gsettings, kioslaverc: None }, LONG).await;
    assert_eq!(facts.system_proxy, Seen::Missing(unsupported));
}
