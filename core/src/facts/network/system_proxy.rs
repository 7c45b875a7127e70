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
    /// The address of a script that decides for each host (PAC), without credentials and query.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// A script is looked for on the network (WPAD).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub detects: bool,
    /// What became of the script that decides, or of the search for one; absent where the system was not asked to evaluate
    /// it. What it decided is in the probes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automatic: Option<Automatic>,
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

/// What became of an automatic configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Automatic {
    /// The script decided for every endpoint.
    Decided,
    /// No script was found on the network, so that the rest of the setting holds.
    NoneFound,
    /// It could not be evaluated for every endpoint. Which way is taken is not known.
    Undecided {
        /// Why.
        why: AutomaticTrouble,
        /// The system's number of the error.
        code: u32,
    },
}

/// Why an automatic configuration could not be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutomaticTrouble {
    /// The script could not be fetched.
    NotDownloaded,
    /// Where the script lies, a sign-in is asked for.
    AsksForSignIn,
    /// The script is none, or it failed.
    BadScript,
    /// Nothing came in time.
    TimedOut,
    /// The service of Windows that evaluates scripts does not run, or refuses.
    NoService,
    /// Another error of the system.
    Other,
}

impl AutomaticTrouble {
    /// Why, in words: `system-proxy-why-…`.
    fn message(self, code: u32) -> Message {
        match self {
            Self::NotDownloaded => msg!("system-proxy-why-not-downloaded"),
            Self::AsksForSignIn => msg!("system-proxy-why-sign-in"),
            Self::BadScript => msg!("system-proxy-why-bad-script"),
            Self::TimedOut => msg!("system-proxy-why-timed-out"),
            Self::NoService => msg!("system-proxy-why-no-service"),
            Self::Other => msg!("system-proxy-why-other", code = code.to_string()),
        }
    }
}

impl SystemProxy {
    /// A setting that sets no proxy.
    pub fn none(store: ProxyStore) -> Self {
        Self {
            store,
            https: None,
            http: None,
            bypass: Vec::new(),
            script: None,
            detects: false,
            automatic: None,
            unusable: None,
        }
    }

    /// True when the setting names no proxy and no script, and none was found either.
    pub fn is_none(&self) -> bool {
        let Self { store: _, https, http, bypass: _, script, detects: _, automatic: _, unusable } = self;
        https.is_none() && http.is_none() && script.is_none() && unusable.is_none() && !self.is_automatic()
    }

    /// True when a script decides, or may: its address is set, or it is looked for and was not found to be missing.
    pub fn is_automatic(&self) -> bool {
        self.script.is_some() || self.detects && self.automatic != Some(Automatic::NoneFound)
    }

    /// True when a script decides, or may, and what it decides is not known.
    pub fn is_undecided(&self) -> bool {
        self.is_automatic() && self.automatic != Some(Automatic::Decided)
    }

    /// The setting in a sentence: `system-proxy-…`.
    pub fn message(&self) -> Message {
        let store = Message::new(match self.store {
            ProxyStore::Windows => "system-proxy-windows",
            ProxyStore::Macos => "system-proxy-macos",
            ProxyStore::Gnome => "system-proxy-gnome",
            ProxyStore::Kde => "system-proxy-kde",
        });
        match (&self.script, self.automatic) {
            (Some(script), Some(Automatic::Decided)) => {
                return msg!("system-proxy-script-decided", store = store, script = script);
            }
            (Some(script), Some(Automatic::Undecided { why, code })) => {
                return msg!("system-proxy-script-undecided", store = store, script = script, why = why.message(code));
            }
            (Some(script), _) => return msg!("system-proxy-script", store = store, script = script),
            (None, Some(Automatic::Decided)) if self.detects => return msg!("system-proxy-found", store = store),
            (None, Some(Automatic::Undecided { why, code })) if self.detects => {
                return msg!("system-proxy-found-undecided", store = store, why = why.message(code));
            }
            (None, _) => {}
        }
        match (self.https.as_ref().or(self.http.as_ref()), &self.unusable) {
            (Some(address), _) => msg!("system-proxy-address", store = store, address = address),
            (None, Some(what)) => msg!("system-proxy-unusable", store = store, what = what),
            (None, None) if self.detects && self.automatic == Some(Automatic::NoneFound) => {
                msg!("system-proxy-none-found", store = store)
            }
            (None, None) if self.detects => msg!("system-proxy-detects", store = store),
            (None, None) => msg!("system-proxy-none", store = store),
        }
    }
}
