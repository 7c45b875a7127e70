//! The proxy of `machine.config`, which is the one that the sync service uses.
//! Source: *Microsoft Entra Connect connectivity*, 2023-01-19.

use crate::facts::{Unavailable, sync_server::ProxySettings};

/// Where it is below the system's folder.
pub(super) const PATH: &str = r"Microsoft.NET\Framework64\v4.0.30319\Config\machine.config";

/// The most that is read of it, in bytes. It has about 35 KB.
pub(super) const LARGEST: u64 = 4 * 1024 * 1024;

/// What it says of proxies. Credentials are not kept.
pub(super) fn read(text: &str) -> Result<ProxySettings, Unavailable> {
    let malformed = |what: String| Unavailable::Malformed { what: format!("machine.config: {what}") };
    let file = roxmltree::Document::parse(text.trim_start_matches('\u{feff}'))
        .map_err(|error| malformed(error.to_string()))?;
    let child = |node: roxmltree::Node<'_, '_>, name: &str| {
        node.children().find(|child| child.has_tag_name(name)).map(|child| child.id())
    };
    let mut at = file.root_element();
    if !at.has_tag_name("configuration") {
        return Err(malformed("no configuration".to_owned()));
    }
    let mut settings = ProxySettings { machine_config_uses_system: true, ..ProxySettings::default() };
    for name in ["system.net", "defaultProxy", "proxy"] {
        let Some(next) = child(at, name).and_then(|id| file.get_node(id)) else { return Ok(settings) };
        at = next;
        if name == "defaultProxy" && at.attribute("enabled").is_some_and(|on| on.eq_ignore_ascii_case("false")) {
            settings.machine_config_uses_system = false;
            return Ok(settings);
        }
    }
    // Left out, `usesystemdefault` is true; a proxy address stands above it.
    settings.machine_config_uses_system =
        !at.attribute("usesystemdefault").is_some_and(|on| on.eq_ignore_ascii_case("false"));
    if let Some(address) = at.attribute("proxyaddress").map(str::trim).filter(|address| !address.is_empty()) {
        let url: url::Url = address.parse().map_err(|_| malformed("proxyaddress is no address".to_owned()))?;
        let host = url.host_str().ok_or_else(|| malformed("proxyaddress names no host".to_owned()))?;
        let port = url.port_or_known_default().unwrap_or(80);
        settings.machine_config = Some(format!("{host}:{port}"));
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(inner: &str) -> Result<ProxySettings, Unavailable> {
        read(&format!(
            "\u{feff}<?xml version=\"1.0\"?><configuration><configSections/>{inner}<system.web/></configuration>"
        ))
    }

    #[test]
    fn an_address_stands_above_the_system_and_loses_its_password() {
        let text = r#"<system.net><defaultProxy enabled="true" useDefaultCredentials="true">
            <proxy usesystemdefault="true" proxyaddress="http://svc:secret@proxy.contoso.local:8080" bypassonlocal="true"/>
            </defaultProxy></system.net>"#;
        let settings = of(text).expect("it is well-formed");
        assert_eq!(settings.machine_config.as_deref(), Some("proxy.contoso.local:8080"));
        assert!(settings.machine_config_uses_system);
        assert!(!format!("{settings:?}").contains("secret"));
    }

    #[test]
    fn without_an_entry_the_system_decides() {
        for text in ["", "<system.net/>", "<system.net><defaultProxy/></system.net>"] {
            let settings = of(text).expect("it is well-formed");
            assert_eq!((settings.machine_config, settings.machine_config_uses_system), (None, true), "{text}");
        }
    }

    #[test]
    fn a_proxy_can_be_switched_off() {
        let off = of(r#"<system.net><defaultProxy enabled="false"/></system.net>"#).expect("it is well-formed");
        assert_eq!((off.machine_config, off.machine_config_uses_system), (None, false));
        let own = of(r#"<system.net><defaultProxy><proxy usesystemdefault="False"/></defaultProxy></system.net>"#);
        assert!(!own.expect("it is well-formed").machine_config_uses_system);
    }

    #[test]
    fn what_is_not_understood_is_no_setting() {
        for text in [
            "<system.net><defaultProxy><proxy proxyaddress='proxy'/></defaultProxy></system.net>",
            "<system.net><defaultProxy></system.net>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        ] {
            assert!(matches!(of(text), Err(Unavailable::Malformed { .. })), "{text}");
        }
        assert!(read("").is_err());
        assert!(read("<web/>").is_err());
    }
}
