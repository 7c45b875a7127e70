//! The names that an assessment holds, and what is no name although it stands where names stand.

use std::collections::{BTreeMap, BTreeSet};

use super::pseudonym::Pseudonyms;
use crate::reference::{Cloud, Endpoints, Reference};

/// Ends of names that tell nothing about whose they are.
const ENDS: &[&str] = &[
    "com",
    "net",
    "org",
    "edu",
    "gov",
    "info",
    "biz",
    "io",
    "cloud",
    "app",
    "dev",
    "local",
    "lan",
    "home",
    "intern",
    "internal",
    "intranet",
    "corp",
    "private",
    "localdomain",
    "test",
    "example",
    "invalid",
    "arpa",
    "cn",
    "us",
    "uk",
    "de",
    "ch",
    "at",
    "fr",
    "nl",
    "se",
    "no",
    "dk",
    "fi",
    "it",
    "es",
    "eu",
    "jp",
    "kr",
    "tw",
    "hk",
    "sg",
    "au",
    "ca",
    "in",
    "br",
    "co",
    "ac",
];

/// Words that names are made of everywhere. They tell nothing, and replacing them would spoil sentences.
const COMMON: &[&str] = &[
    "admin",
    "administrator",
    "proxy",
    "www",
    "mail",
    "owa",
    "ad",
    "corp",
    "dc",
    "server",
    "user",
    "users",
    "test",
    "sync",
    "service",
    "onmicrosoft",
    "microsoftonline",
    "windows",
    "microsoft",
    "servicebus",
    "azure",
    "entra",
    "gateway",
    "web",
    "root",
    "ca",
    "cert",
    "dns",
    "ldap",
    "http",
    "https",
    "global",
    "office",
    "domain",
    "staff",
    "emea",
    "apac",
    "north",
    "south",
    "east",
    "west",
    "trainer",
    "adfs",
    "sts",
    "partner",
    "holding",
    "group",
    "services",
    "consulting",
    "limited",
    "company",
    "corporation",
    "international",
    "solutions",
    "technologies",
    "systems",
    "university",
    "hospital",
    "school",
    "insurance",
    "organisation",
    "organization",
];

/// Ends of hosts that are Microsoft's or a public authority's: everybody has the same.
const PUBLIC: &[&str] = &[
    "windows.net",
    "microsoftonline.com",
    "microsoftonline.us",
    "microsoftonline-p.com",
    "partner.microsoftonline.cn",
    "chinacloudapi.cn",
    "microsoft.com",
    "microsoft.us",
    "usgovcloudapi.net",
    "azure.com",
    "azure.us",
    "azure.cn",
    "msocsp.com",
    "digicert.com",
    "digicert.cn",
    "live.com",
    "office.com",
    "msftauth.net",
    "msauth.net",
    "windows.networks",
];

/// Principals, groups and containers that every directory has.
const EVERYWHERE: &[&str] = &[
    "authenticated users",
    "everyone",
    "self",
    "principal self",
    "creator owner",
    "domain users",
    "domain admins",
    "domain computers",
    "domain controllers",
    "domain guests",
    "enterprise admins",
    "schema admins",
    "administrators",
    "account operators",
    "server operators",
    "backup operators",
    "print operators",
    "replicator",
    "key admins",
    "enterprise key admins",
    "read-only domain controllers",
    "protected users",
    "users",
    "computers",
    "builtin",
    "system",
    "configuration",
    "services",
    "adminsdholder",
    "foreignsecurityprincipals",
    "managed service accounts",
    "nt authority",
    "nt service",
    "network service",
    "local service",
    "enterprise domain controllers",
    "pre-windows 2000 compatible access",
    "cert publishers",
    "group policy creator owners",
    "guests",
];

/// The names of one assessment.
pub(super) struct Names {
    pseudonyms: Pseudonyms,
    endpoints: Endpoints,
    /// Labels and sign-in names, in lower case.
    labels: BTreeSet<String>,
    /// Whole names with what they are, in lower case, the longest first.
    phrases: BTreeMap<std::cmp::Reverse<usize>, BTreeMap<String, &'static str>>,
    /// Names of public authorities, in lower case.
    public: BTreeSet<String>,
    /// GUIDs that mean the same everywhere: plans, products, roles.
    guids: BTreeSet<String>,
    addresses: BTreeSet<String>,
}

impl Names {
    pub(super) fn new(pseudonyms: Pseudonyms) -> Self {
        Self {
            pseudonyms,
            endpoints: Reference::built_in().endpoints,
            labels: BTreeSet::new(),
            phrases: BTreeMap::new(),
            public: BTreeSet::new(),
            guids: BTreeSet::new(),
            addresses: BTreeSet::new(),
        }
    }

    pub(super) fn pseudonyms(&self) -> &Pseudonyms {
        &self.pseudonyms
    }

    /// True when this is how a relay answers a stranger: the same words for everybody.
    pub(super) fn is_relay_answer(&self, body: &str) -> bool {
        self.endpoints.is_relay_answer(self.endpoints.relay_status, body)
    }

    /// Remembers the labels of a host's, a domain's or an account's name.
    pub(super) fn add_name(&mut self, name: &str) {
        if self.is_public_host(name) || is_everywhere(name) {
            return;
        }
        for label in name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))) {
            let label = label.to_lowercase();
            let is_number = label.chars().all(|c| c.is_ascii_digit());
            if label.chars().count() >= 3 && !is_number && !is_common(&label) && !is_end(&label) {
                self.labels.insert(label);
            }
        }
    }

    /// Remembers a whole name: a person's, an organisation's, a policy's.
    pub(super) fn add_phrase(&mut self, kind: &'static str, phrase: &str) {
        let phrase = phrase.trim().to_lowercase();
        if phrase.chars().count() >= 2 && !is_everywhere(&phrase) && !is_common(&phrase) {
            self.phrases.entry(std::cmp::Reverse(phrase.len())).or_default().entry(phrase).or_insert(kind);
        }
    }

    pub(super) fn add_public(&mut self, name: &str) {
        self.public.insert(name.trim().to_lowercase());
    }

    pub(super) fn add_guid(&mut self, guid: &str) {
        self.guids.insert(guid.trim().to_lowercase());
    }

    pub(super) fn add_address(&mut self, address: &str) {
        self.addresses.insert(address.to_owned());
    }

    pub(super) fn has_label(&self, label: &str) -> bool {
        self.labels.contains(&label.to_lowercase())
    }

    pub(super) fn keeps_guid(&self, guid: &str) -> bool {
        self.guids.contains(&guid.to_lowercase())
    }

    pub(super) fn has_address(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    pub(super) fn is_public(&self, name: &str) -> bool {
        self.public.contains(&name.trim().to_lowercase())
    }

    /// What a whole text is, when it is a name.
    pub(super) fn phrase(&self, text: &str) -> Option<&'static str> {
        let text = text.trim().to_lowercase();
        self.phrases.get(&std::cmp::Reverse(text.len()))?.get(&text).copied()
    }

    /// Every whole name with what it is, the longest first.
    pub(super) fn phrases(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.phrases.values().flatten().map(|(phrase, kind)| (phrase.as_str(), *kind))
    }

    /// True for a host that everybody has: a relay, sign-in, a list of revoked certificates.
    pub(super) fn is_public_host(&self, name: &str) -> bool {
        let name = name.trim().trim_start_matches("*.").trim_end_matches('.').to_lowercase();
        let below = |end: &str| name == end || name.strip_suffix(end).is_some_and(|head| head.ends_with('.'));
        PUBLIC.iter().any(|end| below(end))
            || Cloud::ALL.iter().any(|cloud| {
                let cloud = self.endpoints.cloud(*cloud);
                let suffixes = cloud.relay.suffixes.iter().chain(&cloud.password_reset_suffixes);
                suffixes.into_iter().any(|suffix| name.ends_with(suffix.as_str()))
            })
    }
}

/// True for a word that ends names and tells nothing.
pub(super) fn is_end(label: &str) -> bool {
    ENDS.contains(&label.to_lowercase().as_str())
}

/// True for a word that names are made of everywhere.
pub(super) fn is_common(label: &str) -> bool {
    COMMON.contains(&label.to_lowercase().as_str())
}

/// True for a principal, group or container that every directory has.
pub(super) fn is_everywhere(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("builtin\\").or_else(|| name.strip_prefix("nt authority\\")).unwrap_or(&name);
    EVERYWHERE.contains(&name)
}
