//! `connectivity.tls12`: is TLS 1.2 on for Windows and for .NET on the sync server?
//!
//! **Why.** The cloud accepts nothing older. Where older versions are switched off for Windows and .NET was not told to
//! follow, synchronisation stays green and writeback stops; the wizard words it as a licence.
//! **Passes** when the .NET values are 1 in both branches, Windows does not switch TLS 1.2 off, and .NET is 4.8 or later.
//! **Warns** when .NET values are missing, or .NET is older than 4.8.
//! **Fails** when a value switches TLS 1.2 or strong cryptography off, or .NET is older than 4.7.2.
//! **Can't tell** when the settings were not read, or missing Windows settings meet an unknown or old system.
//! **Source.** TLS 1.2 enforcement, 14 Sep 2021; prerequisites, 29 Sep 2025; troubleshooting guide, 4 Mar 2025.

use super::{Case, Check, server_view};
use crate::{
    facts::{Source, Unavailable, sync_server::TlsSettings},
    finding::Finding,
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.tls12", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let tls = match server_view::newest(case, |facts| &facts.tls) {
        Ok(tls) => tls,
        Err(why) => return Finding::could_not_check(why),
    };
    let minimum = &case.reference.rights.minimum;
    let dotnet_values = dotnet_values(tls.value);
    let with_value = |wanted: fn(Option<u32>) -> bool| -> Vec<&str> {
        dotnet_values.iter().filter(|(_, value)| wanted(*value)).map(|(name, _)| *name).collect()
    };
    let (off, absent) = (with_value(|value| value == Some(0)), with_value(|value| value.is_none()));
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });

    let finding = if tls.schannel_client_enabled == Some(0) {
        Finding::fail(msg!("connectivity-tls12-off", value = "Enabled = 0"))
    } else if tls.schannel_client_disabled_by_default.is_some_and(|value| value != 0) {
        Finding::fail(msg!("connectivity-tls12-off", value = "DisabledByDefault = 1"))
    } else if !off.is_empty() {
        Finding::fail(msg!("connectivity-tls12-dotnet-off", values = off))
    } else if let Some(release) = tls.dotnet_release.filter(|release| *release < minimum.dotnet_release) {
        Finding::fail(msg!(
            "connectivity-tls12-dotnet-old",
            release = release.to_string(),
            needed = minimum.dotnet_release.to_string()
        ))
    } else if tls.dotnet_release.is_none() {
        inconclusive(msg!("connectivity-tls12-dotnet-unknown"))
    } else if tls.schannel_client_enabled.is_none() && tls.os_build.is_none() {
        inconclusive(msg!("connectivity-tls12-system-unknown"))
    } else if tls.schannel_client_enabled.is_none() && tls.os_build < Some(minimum.sync_server_build) {
        inconclusive(msg!("connectivity-tls12-system-old"))
    } else if !absent.is_empty() {
        Finding::warn(msg!("connectivity-tls12-dotnet-absent", values = absent))
            .advise(msg!("connectivity-tls12-advice-hardening"))
    } else if tls.dotnet_release < Some(minimum.dotnet_release_advised) {
        Finding::warn(msg!("connectivity-tls12-dotnet-behind", advised = minimum.dotnet_release_advised.to_string()))
    } else {
        Finding::pass(msg!("connectivity-tls12-on"))
    };

    let shown = |value: Option<u32>| match value {
        Some(value) => msg!("evidence-value", value = value.to_string()),
        None => msg!("connectivity-tls12-value-absent"),
    };
    let mut finding = finding.from(tls);
    for (name, value) in dotnet_values {
        finding = finding.with_evidence([crate::finding::Evidence {
            label: msg!("evidence-tls-dotnet", name = name),
            value: shown(value),
        }]);
    }
    let finding = finding
        .with("evidence-tls-schannel-enabled", shown(tls.schannel_client_enabled))
        .with("evidence-tls-schannel-disabled", shown(tls.schannel_client_disabled_by_default))
        .with("evidence-tls-dotnet-release", shown(tls.dotnet_release))
        .with("evidence-tls-build", shown(tls.os_build));
    case.unless_elsewhere(finding)
}

/// The four values that let .NET follow Windows, by their names in the registry.
fn dotnet_values(tls: &TlsSettings) -> [(&'static str, Option<u32>); 4] {
    [
        ("SchUseStrongCrypto (64-bit)", tls.strong_crypto_64),
        ("SystemDefaultTlsVersions (64-bit)", tls.system_default_64),
        ("SchUseStrongCrypto (32-bit)", tls.strong_crypto_32),
        ("SystemDefaultTlsVersions (32-bit)", tls.system_default_32),
    ]
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{given, said},
        *,
    };
    use crate::facts::sync_server::SyncServerFacts;

    fn good() -> TlsSettings {
        TlsSettings {
            strong_crypto_64: Some(1),
            strong_crypto_32: Some(1),
            system_default_64: Some(1),
            system_default_32: Some(1),
            schannel_client_enabled: Some(1),
            schannel_client_disabled_by_default: Some(0),
            dotnet_release: Some(528_049),
            os_build: Some(20_348),
        }
    }

    fn verdict(tls: TlsSettings) -> (String, String) {
        let finding = given().sync_server(SyncServerFacts { tls: tls.into(), ..Default::default() }).judge(&CHECK);
        let id = match &finding.verdict {
            crate::finding::Verdict::CouldNotCheck(Unavailable::Inconclusive { why }) => why.id.clone(),
            _ => finding.summary.id.clone(),
        };
        (finding.verdict.name().to_owned(), id)
    }

    fn is(tls: TlsSettings, name: &str, id: &str) {
        assert_eq!(verdict(tls), (name.to_owned(), id.to_owned()));
    }

    #[test]
    fn all_on_passes() {
        is(good(), "pass", "connectivity-tls12-on");
        is(TlsSettings { schannel_client_enabled: Some(u32::MAX), ..good() }, "pass", "connectivity-tls12-on");
    }

    #[test]
    fn absent_windows_keys_mean_on_since_2016() {
        let absent =
            || TlsSettings { schannel_client_enabled: None, schannel_client_disabled_by_default: None, ..good() };
        is(absent(), "pass", "connectivity-tls12-on");
        is(TlsSettings { os_build: Some(9600), ..absent() }, "could_not_check", "connectivity-tls12-system-old");
        is(TlsSettings { os_build: None, ..absent() }, "could_not_check", "connectivity-tls12-system-unknown");
    }

    #[test]
    fn what_is_off_fails() {
        is(TlsSettings { schannel_client_enabled: Some(0), ..good() }, "fail", "connectivity-tls12-off");
        is(TlsSettings { schannel_client_disabled_by_default: Some(1), ..good() }, "fail", "connectivity-tls12-off");
        is(TlsSettings { strong_crypto_64: Some(0), ..good() }, "fail", "connectivity-tls12-dotnet-off");
        is(TlsSettings { system_default_32: Some(0), ..good() }, "fail", "connectivity-tls12-dotnet-off");
        is(TlsSettings { dotnet_release: Some(461_310), ..good() }, "fail", "connectivity-tls12-dotnet-old");
    }

    #[test]
    fn what_is_missing_or_behind_warns() {
        is(TlsSettings { strong_crypto_64: None, ..good() }, "warn", "connectivity-tls12-dotnet-absent");
        is(TlsSettings { dotnet_release: Some(461_814), ..good() }, "warn", "connectivity-tls12-dotnet-behind");
    }

    #[test]
    fn what_was_not_read_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        is(TlsSettings::default(), "could_not_check", "connectivity-tls12-dotnet-unknown");
        is(TlsSettings { dotnet_release: None, ..good() }, "could_not_check", "connectivity-tls12-dotnet-unknown");
    }
}
