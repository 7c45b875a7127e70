//! The network settings of a Mac, from its dynamic store.

use system_configuration::{
    core_foundation::{
        array::CFArray,
        base::{CFType, TCFType as _},
        dictionary::CFDictionary,
        number::CFNumber,
        string::CFString,
    },
    dynamic_store::SCDynamicStoreBuilder,
};

use super::{address, script};
use crate::facts::{
    Seen, Unavailable,
    network::{ProxyStore, SystemProxy},
};

/// Reads them. A Mac without any proxy setting has none set.
pub(super) fn read() -> Seen<SystemProxy> {
    let Some(store) = SCDynamicStoreBuilder::new("writeback-readiness").build() else {
        return Seen::Missing(Unavailable::UnsupportedHere { what: "SCDynamicStore".to_owned() });
    };
    Seen::Seen(store.get_proxies().map_or_else(|| SystemProxy::none(ProxyStore::Macos), |values| of(&values)))
}

fn of(values: &CFDictionary<CFString, CFType>) -> SystemProxy {
    let number = |key: &str| values.find(CFString::new(key)).and_then(|value| value.downcast::<CFNumber>()?.to_i64());
    let text = |key: &str| values.find(CFString::new(key)).and_then(|value| value.downcast::<CFString>());
    let text = |key: &str| text(key).map(|text| text.to_string()).unwrap_or_default();
    let on = |kind: &str| number(&format!("{kind}Enable")) == Some(1);
    let mut unusable = None;
    let mut of = |kind: &str| {
        let host = if on(kind) { text(&format!("{kind}Proxy")) } else { String::new() };
        match number(&format!("{kind}Port")) {
            Some(port) if !host.is_empty() => address(&format!("{host}:{port}"), &mut unusable),
            _ => address(&host, &mut unusable),
        }
    };
    let mut setting = SystemProxy::none(ProxyStore::Macos);
    (setting.https, setting.http) = (of("HTTPS"), of("HTTP"));
    if setting.https.is_none() && on("SOCKS") {
        unusable = Some("SOCKS".to_owned());
    }
    setting.unusable = unusable;
    if on("ProxyAutoConfig") {
        setting.script = script(&text("ProxyAutoConfigURLString"));
    }
    setting.detects = number("ProxyAutoDiscoveryEnable") == Some(1) && setting.script.is_none();
    if let Some(list) = values.find(CFString::new("ExceptionsList")).and_then(|value| value.downcast::<CFArray>()) {
        // An untyped array holds bare pointers; the store's own documentation says that these are strings.
        setting.bypass = list
            .iter()
            .map(|item| {
                #[expect(unsafe_code, reason = "the array's items are typed by the store's documentation only")]
                let item = unsafe { CFType::wrap_under_get_rule(*item) };
                item.downcast::<CFString>().map(|text| text.to_string()).unwrap_or_default()
            })
            .filter(|rule| !rule.is_empty())
            .collect();
    }
    setting
}
