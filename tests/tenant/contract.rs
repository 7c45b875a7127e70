//! Holds every answer of the loopback cloud against the shapes that Microsoft publishes for Graph.

use std::sync::LazyLock;

use serde_json::Value;

static CONTRACT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("graph-contract.json")).expect("the contract is JSON"));

/// What is wrong with an answer to a call, each with its place. A call that the contract does not know is wrong itself.
pub fn flaws(path: &str, answer: &Value) -> Vec<String> {
    let mut flaws = Vec::new();
    match shape(path) {
        Some(shape) => walk(&shape, answer, path, &mut flaws),
        None => flaws.push(format!("{path}: no such call")),
    }
    flaws
}

/// True when Graph has the field in the rows of this call.
pub fn has_field(path: &str, field: &str) -> bool {
    let Some(shape) = shape(path) else { return false };
    let row = shape["properties"]["value"].get("items").cloned().unwrap_or(shape);
    resolve(&row)["properties"].get(field).is_some()
}

/// The schema of the answer to `/users/x?…`.
fn shape(path: &str) -> Option<Value> {
    let path = path.split('?').next().unwrap_or_default();
    // A cast at the end names the type of the rows.
    if path.ends_with("/transitiveMemberOf/microsoft.graph.group") {
        return shape("/groups");
    }
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let paths = CONTRACT["paths"].as_object().expect("paths");
    let (_, call) = paths.iter().find(|(template, _)| {
        let template: Vec<&str> = template.trim_matches('/').split('/').collect();
        template.len() == parts.len()
            && template.iter().zip(&parts).all(|(one, two)| one.starts_with('{') || one == two)
    })?;
    Some(resolve(&call["get"]["responses"]["200"]["content"]["application/json"]["schema"]))
}

fn resolve(schema: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(name) => CONTRACT["components"]["schemas"][name.rsplit('/').next().unwrap_or_default()].clone(),
        None => schema.clone(),
    }
}

fn walk(schema: &Value, value: &Value, at: &str, flaws: &mut Vec<String>) {
    if value.is_null() {
        // A structure may be null unless it is said otherwise, and the metadata says it of none.
        if schema["nullable"] != true && schema.get("$ref").is_none() {
            flaws.push(format!("{at}: null"));
        }
        return;
    }
    let schema = resolve(schema);
    let mut wrong = |what: &str| flaws.push(format!("{at}: expected {what}, found {value}"));
    match schema["type"].as_str() {
        Some("string") => match value.as_str() {
            None => wrong("a text"),
            Some(text) => {
                let names = schema["enum"].as_array();
                if names.is_some_and(|names| !names.iter().any(|name| name == text)) {
                    wrong("one of the enumeration");
                }
                if schema["format"] == "date-time" && text.parse::<jiff::Timestamp>().is_err() {
                    wrong("a time");
                }
                if schema["format"] == "uuid" && (text.len() != 36 || text.split('-').count() != 5) {
                    wrong("a GUID");
                }
            }
        },
        Some("boolean") if !value.is_boolean() => wrong("true or false"),
        Some("integer") if !value.is_i64() => wrong("a whole number"),
        Some("array") => match value.as_array() {
            None => wrong("a list"),
            Some(list) => {
                for (index, item) in list.iter().enumerate() {
                    walk(&schema["items"], item, &format!("{at}[{index}]"), flaws);
                }
            }
        },
        Some("object") => match value.as_object() {
            None => wrong("an object"),
            Some(fields) => {
                for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with("@odata.")) {
                    match schema["properties"].get(name) {
                        Some(schema) => walk(schema, value, &format!("{at}.{name}"), flaws),
                        None => flaws.push(format!("{at}.{name}: no such field")),
                    }
                }
            }
        },
        _ => {}
    }
}
