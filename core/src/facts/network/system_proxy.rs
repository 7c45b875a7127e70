//! The proxy setting of the operating system, as it stands for the person who runs the program.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Message, msg};

/// What the operating system's proxy setting says. Everything empty means that no proxy is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SystemProxy {
    /// Where it was read.
    pub store: ProxyStore,
    /// The proxy for TLS as `host:port`, never with credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub https: Option<String>,
    /// The proxy for plain HTTP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<String>,
    /// Hosts that are reached straight out, as the setting writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bypass: Vec<String>,
    /// The address of a script that decides for each host (PAC), without credentials and query. It is not evaluated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// A script is looked for on the network (WPAD). Whether there is one was not looked at.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub detects: bool,
    /// A part of the setting that cannot be used, such as `SOCKS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unusable: Option<String>,
}

/// Where a system keeps its proxy setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProxyStore {
    /// The Internet options of a Windows user.
    Windows,
    /// The network settings of a Mac.
    Macos,
    /// The GNOME setting, which other desktops follow too.
    Gnome,
    /// The KDE setting.
    Kde,
}

impl SystemProxy {
    /// A setting that sets no proxy.
    pub fn none(store: ProxyStore) -> Self {
        Self { store, https: None, http: None, bypass: Vec::new(), script: None, detects: false, unusable: None }
    }

    /// True when the setting names no proxy and no script.
    pub fn is_none(&self) -> bool {
        *self == Self { bypass: self.bypass.clone(), ..Self::none(self.store) }
    }

    /// The setting in a sentence: `system-proxy-…`.
    pub fn message(&self) -> Message {
        let store = Message::new(match self.store {
            ProxyStore::Windows => "system-proxy-windows",
            ProxyStore::Macos => "system-proxy-macos",
            ProxyStore::Gnome => "system-proxy-gnome",
            ProxyStore::Kde => "system-proxy-kde",
        });
        if let Some(script) = &self.script {
            return msg!("system-proxy-script", store = store, script = script);
        }
        match (self.https.as_ref().or(self.http.as_ref()), &self.unusable) {
            (Some(address), _) => msg!("system-proxy-address", store = store, address = address),
            (None, Some(what)) => msg!("system-proxy-unusable", store = store, what = what),
            (None, None) if self.detects => msg!("system-proxy-detects", store = store),
            (None, None) => msg!("system-proxy-none", store = store),
        }
    }
}
