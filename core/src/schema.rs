//! The JSON Schemas of the file formats, generated from the types. They are kept in `assets/schema`, and a test says
//! when they are not current.

use schemars::{JsonSchema, Schema, SchemaGenerator, schema_for};

/// The schema of a type.
pub fn of<T: JsonSchema>() -> Schema {
    schema_for!(T)
}

/// A schema as it is kept and printed.
pub fn text(schema: Schema) -> String {
    format!("{:#}\n", schema.to_value())
}

/// The schema of a field that may be null and must be there all the same: left out, it would be good news that nobody
/// looked for. For `#[schemars(schema_with = …)]`; an `Option` by itself is taken for one that may be left out.
pub fn required_or_null<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Option<T>>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::sync_server::SamRestriction;

    #[test]
    fn a_field_that_must_be_there_and_may_be_null_is_both() {
        let schema = of::<SamRestriction>().to_value();
        assert_eq!(schema["required"], serde_json::json!(["sddl"]));
        assert_eq!(schema["properties"]["sddl"]["type"], serde_json::json!(["string", "null"]));
        assert!(serde_json::from_str::<SamRestriction>("{}").is_err(), "the reader asks for it as well");
    }
}
