//! What each field of an assessment may hold, and so what is done with it. A field that is not known here is taken for a
//! name: what is not understood does not leave the house.

use serde_json::{Map, Value};

use super::names::Names;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Words of this program, of Microsoft or of a standard: the same for everybody.
    Vocabulary,
    /// A time or a day, if it is one; else where an entry stands in the directory.
    TimeOrPlace,
    /// A host or a domain.
    Host,
    /// An account: user principal name, or `DOMAIN\name`.
    Account,
    /// An address, or a host, with or without a port.
    Address,
    /// A distinguished name, an identifier, or a sentence with names in it.
    Said,
    /// The whole text is a name of this kind.
    Whole(&'static str),
    /// Text that a person wrote.
    Prose,
    /// A GUID that means the same everywhere.
    Guid,
    /// Digits that name one thing, such as a certificate.
    Digits,
    /// What a server sent.
    Body,
    /// Nobody said what it is.
    Unknown,
}

/// Where a text stands: the names of the fields above it, the nearest last. Numbers of lists are left out.
type Path<'a> = [&'a str];

fn kind(path: &Path<'_>, beside: &Map<String, Value>) -> Kind {
    use Kind as K;
    let (field, above) = match path {
        [.., above, field] => (*field, *above),
        [field] => (*field, ""),
        [] => return K::Unknown,
    };
    let within = |name: &str| path.first() == Some(&name);
    match (above, field) {
        ("headers", "location" | "via" | "server" | "www-authenticate" | "x-cache") => return K::Said,
        ("headers", "content-type" | "date") => return K::Vocabulary,
        ("headers", _) => return K::Unknown,
        ("identity", "id") => return K::Said,
        ("identity", "name") => return K::Whole("organisation"),
        ("forest", "name") => return K::Host,
        ("vantage" | "measured_from" | "seen_from", "name") => {
            return if beside.get("kind").and_then(Value::as_str) == Some("person") {
                K::Whole("person")
            } else {
                K::Host
            };
        }
        ("connector_account", "name") => return K::Account,
        ("connectors", "name") => return K::Said,
        ("fine_grained_policy", "name") => return K::Whole("name"),
        ("groups" | "compatible_access", "name") => {
            let sid = beside.get("sid").and_then(Value::as_str).unwrap_or_default();
            let rid = sid.rsplit('-').next().and_then(|rid| rid.parse::<u32>().ok()).unwrap_or(u32::MAX);
            return if rid < 1000 { K::Vocabulary } else { K::Whole("group") };
        }
        ("group", "name") => return K::Whole("group"),
        ("admin_roles" | "plans" | "admin_plans" | "test_user_plans", "name") => return K::Vocabulary,
        ("plans" | "admin_plans" | "test_user_plans", "id") => return K::Guid,
        ("local_root" | "untrusted", "issuer") => return K::Whole("authority"),
        ("checklist", "id" | "edition") => return K::Vocabulary,
        // A step that was not reached.
        ("probes", "name" | "tcp" | "proxy" | "tls" | "http") => return K::Vocabulary,
        ("system_proxy", "store") | ("automatic", "outcome" | "why") => return K::Vocabulary,
        ("system_proxy", _) => return K::Address,
        ("audit", "reason") => return K::Said,
        ("audit", "target") => return K::Account,
        (_, "issuer") if beside.get("kind").and_then(Value::as_str) == Some("certificate-unknown-issuer") => {
            return K::Whole("authority");
        }
        _ if beside.get("reason").and_then(Value::as_str) == Some("not-configured") => return K::Vocabulary,
        _ => {}
    }
    if within("checklist") {
        // A checklist of the house: its ids are needed, and its words may name the house.
        return if path.contains(&"words") { K::Said } else { K::Vocabulary };
    }
    if within("subject") {
        return match field {
            "organisation" => K::Whole("organisation"),
            "assessor" | "contact" | "consultant" => K::Whole("person"),
            "tenant" | "forest" | "sync_server" => K::Host,
            "test_user" | "admin" => K::Account,
            "cloud" => K::Vocabulary,
            _ => K::Unknown,
        };
    }
    if within("data") {
        return K::Vocabulary;
    }
    if within("answers") || within("exceptions") || within("notes") || within("tasks") {
        return match field {
            "who" | "owner" => K::Whole("person"),
            "why" | "title" | "text" | "mitigation" => K::Prose,
            "at" | "until" | "due" | "ended_at" | "seen_on" => K::TimeOrPlace,
            "outcome" | "accepted" | "subject" | "attachments" => K::Vocabulary,
            _ => K::Unknown,
        };
    }
    match field {
        // Set anew afterwards.
        "about" => K::Vocabulary,
        "subject" if within("findings") && path.len() <= 3 => K::Vocabulary,
        "format" | "program" | "created_at" | "training" | "source" | "verdict" | "kind" | "reason" | "effect"
        | "right" | "purpose" | "version" | "cipher" | "status" | "capability" | "applies_to" | "part_number"
        | "template_id" | "operating_system" | "os_version" | "service_pack" | "service_state" | "profile"
        | "provider" | "activity" | "service" | "how" | "methods" | "supported_controls" | "permission" | "role"
        | "scheme" | "step" | "trust" | "result" | "alert" | "runs" | "related" | "id" | "reference" => K::Vocabulary,
        "at" | "from" | "until" | "seen_at" | "started_at" | "ended_at" | "last_at" | "password_set_at"
        | "expires_at" | "not_before" | "not_after" | "time" | "day" => K::TimeOrPlace,
        "sku_id" => K::Guid,
        "sha256" => K::Digits,
        "host"
        | "domain"
        | "dns_name"
        | "netbios_name"
        | "pdc_emulator"
        | "preferred_controllers"
        | "domains"
        | "names" => K::Host,
        "upn" | "account" | "to" => K::Account,
        "addresses" | "address" | "machine_config" | "win_http" | "system" => K::Address,
        "dn" | "sid" | "sddl" | "subject" | "issuer" | "connector" | "message" | "target" | "by" | "what" | "text"
        | "protected_groups" | "detail" => K::Said,
        "body_start" => K::Body,
        _ => K::Unknown,
    }
}

/// Remembers every name that the assessment holds.
pub(super) fn collect(assessment: &Value, names: &mut Names) {
    walk(assessment, &mut Vec::new(), &Map::new(), &mut |path, beside, text| match kind(path, beside) {
        Kind::Host | Kind::Account => {
            names.add_name(text);
        }
        Kind::Address => {
            let host = text.rsplit("://").next().unwrap_or(text);
            let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
            match host.trim_matches(['[', ']']).parse::<std::net::IpAddr>() {
                Ok(address) => names.add_address(&address.to_string()),
                Err(_) => names.add_name(host),
            }
        }
        Kind::Whole(kind) => {
            names.add_phrase(kind, text);
            // The distinctive word of an organisation's name is in the names of its things.
            if kind == "organisation" {
                text.split_whitespace().filter(|word| word.chars().count() >= 5).for_each(|word| names.add_name(word));
            }
        }
        Kind::Guid => names.add_guid(text),
        _ => {}
    });
    collect_public(assessment, names);
}

/// Remembers the names of public authorities: those of chains that lead to a public root.
fn collect_public(value: &Value, names: &mut Names) {
    match value {
        Value::Object(fields) => {
            if fields.get("trust").and_then(Value::as_str) == Some("public_root") {
                let chain = fields.get("chain").and_then(Value::as_array).into_iter().flatten();
                for name in chain.flat_map(|one| [one.get("subject"), one.get("issuer")]).flatten() {
                    let Some(name) = name.as_str() else { continue };
                    names.add_public(name);
                    for part in name.split(", ") {
                        names.add_public(part.split_once('=').map_or(part, |(_, value)| value));
                    }
                }
            }
            fields.values().for_each(|value| collect_public(value, names));
        }
        Value::Array(values) => values.iter().for_each(|value| collect_public(value, names)),
        _ => {}
    }
}

/// Replaces every name.
pub(super) fn replace(assessment: &mut Value, names: &Names) {
    walk_mut(assessment, &mut Vec::new(), &Map::new(), &|path, beside, text| replaced(names, kind(path, beside), text));
}

fn replaced(names: &Names, kind: Kind, text: &str) -> String {
    let is_time = || text.parse::<jiff::Timestamp>().is_ok() || text.parse::<jiff::civil::Date>().is_ok();
    match kind {
        _ if text.is_empty() => String::new(),
        Kind::Vocabulary | Kind::Guid => text.to_owned(),
        Kind::TimeOrPlace if is_time() => text.to_owned(),
        Kind::TimeOrPlace | Kind::Said => names.scan(text),
        Kind::Host => names.host(text),
        Kind::Account => names.strict(text),
        Kind::Address => {
            let (scheme, rest) =
                text.split_once("://").map_or(("", text), |(_, rest)| (&text[..text.len() - rest.len()], rest));
            match rest.parse::<std::net::IpAddr>() {
                Ok(address) => names.pseudonyms().address(address).to_string(),
                Err(_) => format!("{scheme}{}", names.host_and_port(rest)),
            }
        }
        Kind::Whole(kind) => names.pseudonyms().whole(kind, text),
        Kind::Prose => "[...]".to_owned(),
        Kind::Digits => names.pseudonyms().hex(text, 64),
        Kind::Body if names.is_relay_answer(text) => names.scan(text),
        Kind::Body => String::new(),
        Kind::Unknown if is_time() => text.to_owned(),
        Kind::Unknown => names.pseudonyms().whole("text", text),
    }
}

impl Names {
    /// `host:port`, `[address]:port`, or a list of such.
    fn host_and_port(&self, text: &str) -> String {
        if let Ok(address) = text.parse::<std::net::SocketAddr>() {
            let port = address.port();
            return std::net::SocketAddr::new(self.pseudonyms().address(address.ip()), port).to_string();
        }
        self.host(text)
    }
}

fn walk<'a>(
    value: &'a Value,
    path: &mut Vec<&'a str>,
    beside: &Map<String, Value>,
    visit: &mut impl FnMut(&Path<'_>, &Map<String, Value>, &str),
) {
    match value {
        Value::String(text) => visit(path, beside, text),
        Value::Array(values) => values.iter().for_each(|value| walk(value, path, beside, visit)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let wraps = is_wrapper(name);
                if !wraps {
                    path.push(name);
                }
                walk(value, path, fields, visit);
                if !wraps {
                    path.pop();
                }
            }
        }
        _ => {}
    }
}

fn walk_mut(
    value: &mut Value,
    path: &mut Vec<String>,
    beside: &Map<String, Value>,
    make: &impl Fn(&Path<'_>, &Map<String, Value>, &str) -> String,
) {
    match value {
        Value::String(text) => {
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            *text = make(&names, beside, text);
        }
        Value::Array(values) => values.iter_mut().for_each(|value| walk_mut(value, path, beside, make)),
        Value::Object(fields) => {
            let as_they_were = fields.clone();
            for (name, value) in fields {
                let wraps = is_wrapper(name);
                if !wraps {
                    path.push(name.clone());
                }
                walk_mut(value, path, &as_they_were, make);
                if !wraps {
                    path.pop();
                }
            }
        }
        _ => {}
    }
}

/// Fields that say only that something was seen, or how a step ended.
fn is_wrapper(name: &str) -> bool {
    matches!(name, "seen" | "done" | "missing" | "list" | "result" | "broke")
}
