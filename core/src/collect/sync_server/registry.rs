//! What the registry says: versions, TLS and .NET settings, the SAM policy, the proxy of WinHTTP.

use super::{Machine, Value};
use crate::{
    facts::{
        Seen, Unavailable,
        sync_server::{Connect, Machine as MachineFacts, SamRestriction, TlsSettings},
    },
    reference::ConnectVersion,
};

const NT: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
const NET_64: &str = r"SOFTWARE\Microsoft\.NETFramework\v4.0.30319";
const NET_32: &str = r"SOFTWARE\WOW6432Node\Microsoft\.NETFramework\v4.0.30319";
const NET_RELEASE: &str = r"SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full";
const TLS_CLIENT: &str = r"SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client";
const LSA: &str = r"SYSTEM\CurrentControlSet\Control\Lsa";
const PRODUCT: &str = r"SYSTEM\CurrentControlSet\Control\ProductOptions";
const UNINSTALL: [&str; 2] = [
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
    r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall",
];
const CONNECTIONS: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections";

/// The names under which Connect was installed over the years.
const NAMES: [&str; 3] =
    ["Microsoft Azure AD Connect", "Microsoft Entra Connect Sync", "Microsoft Azure Active Directory Connect"];

/// The service that synchronises.
const SERVICE: &str = "ADSync";

fn number(machine: &dyn Machine, key: &str, name: &str) -> Result<Option<u32>, Unavailable> {
    match machine.value(key, name)? {
        None => Ok(None),
        Some(Value::Number(number)) => Ok(Some(number)),
        Some(_) => Err(another_kind(key, name)),
    }
}

fn text(machine: &dyn Machine, key: &str, name: &str) -> Result<Option<String>, Unavailable> {
    match machine.value(key, name)? {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(_) => Err(another_kind(key, name)),
    }
}

fn another_kind(key: &str, name: &str) -> Unavailable {
    Unavailable::Malformed { what: format!(r"HKLM\{key}\{name}") }
}

/// Its system, and whether it is a domain controller.
pub(super) fn machine(machine: &dyn Machine, host: &str) -> Seen<MachineFacts> {
    let read = || {
        let operating_system = text(machine, NT, "ProductName")?.unwrap_or_default();
        // WinNT is a workstation, ServerNT a server, LanmanNT a domain controller.
        let kind = text(machine, PRODUCT, "ProductType")?;
        let is_domain_controller = match kind.as_deref() {
            Some("LanmanNT") => true,
            Some("ServerNT" | "WinNT") => false,
            _ => return Err(another_kind(PRODUCT, "ProductType")),
        };
        Ok(MachineFacts { host: host.to_owned(), operating_system, is_domain_controller })
    };
    Seen::of(read())
}

/// The version that is installed and the state of its service. `None` when there is neither.
pub(super) fn connect(machine: &dyn Machine) -> Seen<Option<Connect>> {
    let read = || {
        let mut versions = Vec::new();
        for folder in UNINSTALL {
            for entry in machine.keys(folder)? {
                let key = format!(r"{folder}\{entry}");
                let name = text(machine, &key, "DisplayName")?.unwrap_or_default();
                // The agents for health and provisioning have longer names, and versions of their own.
                if NAMES.contains(&name.trim()) {
                    let version = text(machine, &key, "DisplayVersion")?.unwrap_or_default();
                    versions.push(
                        version
                            .trim()
                            .parse::<ConnectVersion>()
                            .map_err(|_| Unavailable::Malformed { what: format!(r"HKLM\{key}\DisplayVersion") })?,
                    );
                }
            }
        }
        let service = machine.service(SERVICE)?;
        match (versions.into_iter().max(), service) {
            (Some(version), state) => {
                Ok(Some(Connect { version, service_state: state.unwrap_or_else(|| "not there".to_owned()) }))
            }
            (None, None) => Ok(None),
            // Something synchronises here, of which no version is known.
            (None, Some(_)) => Err(Unavailable::NotInEvidence { what: r"Uninstall\DisplayVersion".to_owned() }),
        }
    };
    Seen::of(read())
}

/// TLS and .NET.
pub(super) fn tls(machine: &dyn Machine) -> Seen<TlsSettings> {
    let read = || {
        let build = match text(machine, NT, "CurrentBuildNumber")? {
            Some(text) => Some(text.trim().parse().map_err(|_| another_kind(NT, "CurrentBuildNumber"))?),
            None => None,
        };
        Ok(TlsSettings {
            strong_crypto_64: number(machine, NET_64, "SchUseStrongCrypto")?,
            strong_crypto_32: number(machine, NET_32, "SchUseStrongCrypto")?,
            system_default_64: number(machine, NET_64, "SystemDefaultTlsVersions")?,
            system_default_32: number(machine, NET_32, "SystemDefaultTlsVersions")?,
            schannel_client_enabled: number(machine, TLS_CLIENT, "Enabled")?,
            schannel_client_disabled_by_default: number(machine, TLS_CLIENT, "DisabledByDefault")?,
            dotnet_release: number(machine, NET_RELEASE, "Release")?,
            os_build: build,
        })
    };
    Seen::of(read())
}

/// The policy that restricts remote calls to the account database. Whom it lets in is for the checks to say.
pub(super) fn sam(machine: &dyn Machine) -> Seen<SamRestriction> {
    let read = || {
        let sddl = text(machine, LSA, "RestrictRemoteSam")?.filter(|sddl| !sddl.trim().is_empty());
        Ok(SamRestriction { sddl, allows_connector: None })
    };
    Seen::of(read())
}

/// The proxy of WinHTTP, `host:port`; `None` when it goes straight out.
pub(super) fn win_http(machine: &dyn Machine) -> Option<String> {
    let Ok(Some(Value::Bytes(blob))) = machine.value(CONNECTIONS, "WinHttpSettings") else { return None };
    // Version, counter and flags of four bytes each, then the length of the address and the address itself. `netsh
    // winhttp` writes it; no document describes it, so that whatever does not fit is nothing.
    let length = u32::from_le_bytes(blob.get(12..16)?.try_into().ok()?) as usize;
    let address = std::str::from_utf8(blob.get(16..16usize.checked_add(length)?)?).ok()?.trim();
    let plain = !address.is_empty() && !address.contains('@') && address.is_ascii();
    plain.then(|| address.to_owned())
}
