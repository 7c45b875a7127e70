//! The way on which the sync service leaves its machine, as far as the server's own settings tell.

use super::{Case, server_view};
use crate::{
    Message,
    facts::network::{ProxyContext, ProxyKind},
    msg,
};

/// The way on which the sync service leaves its machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// The proxy; absent when it goes straight out.
    pub(super) address: Option<String>,
    /// The setting it comes from.
    kind: ProxyKind,
}

impl Way {
    /// The way of the sync service: the proxy of `machine.config`, the system's where `machine.config` says so, and
    /// straight out otherwise. `None` when the server's settings were not seen.
    pub(super) fn of_service(case: &Case<'_>) -> Option<Self> {
        let settings = server_view::newest(case, |facts| &facts.proxy).ok()?;
        if !case.closes(settings.vantage()) {
            return None;
        }
        let given = |address: &Option<String>| address.clone().filter(|address| !address.trim().is_empty());
        Some(match (given(&settings.machine_config), settings.machine_config_uses_system) {
            (Some(own), _) => Self { address: Some(own), kind: ProxyKind::MachineConfig },
            (None, true) => Self { address: given(&settings.system), kind: ProxyKind::System },
            (None, false) => Self { address: None, kind: ProxyKind::None },
        })
    }

    /// Whether a probe or a test in this context took this way.
    pub(super) fn is(&self, context: &ProxyContext) -> bool {
        // A host that the setting's own bypass list names goes straight out, and is still on this way.
        let same_setting = self.kind != ProxyKind::None && self.kind == context.kind;
        let same_address = match (&self.address, &context.address) {
            (None, None) => true,
            (Some(own), Some(theirs)) => bare_proxy(own) == bare_proxy(theirs),
            _ => false,
        };
        same_setting || same_address
    }

    /// Why nothing can be said when nothing was tried on this way.
    pub(super) fn untried(&self) -> Message {
        match &self.address {
            Some(address) => msg!("probe-way-untried", address = bare_proxy(address)),
            None => msg!("probe-way-untried-direct"),
        }
    }
}

/// `http://Proxy.contoso.com:8080/` is written in many ways.
fn bare_proxy(address: &str) -> String {
    let address = address.trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.trim_end_matches('/').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(address: Option<&str>, kind: ProxyKind) -> Way {
        Way { address: address.map(str::to_owned), kind }
    }

    fn context(kind: ProxyKind, address: Option<&str>) -> ProxyContext {
        ProxyContext { kind, address: address.map(str::to_owned) }
    }

    #[test]
    fn a_proxy_is_known_by_its_address_however_it_is_written() {
        let own = way(Some("http://Proxy.contoso.com:8080/"), ProxyKind::MachineConfig);
        assert!(own.is(&context(ProxyKind::Explicit, Some("proxy.contoso.com:8080"))));
        assert!(!own.is(&context(ProxyKind::System, Some("proxy.contoso.com:3128"))));
        assert!(!own.is(&context(ProxyKind::None, None)));
        assert!(own.is(&context(ProxyKind::MachineConfig, None)), "the bypass list of the setting itself");
    }

    #[test]
    fn straight_out_is_any_setting_without_a_proxy() {
        let own = way(None, ProxyKind::None);
        assert!(own.is(&context(ProxyKind::None, None)));
        assert!(own.is(&context(ProxyKind::Environment, None)));
        assert!(!own.is(&context(ProxyKind::Environment, Some("proxy:8080"))));
    }
}
