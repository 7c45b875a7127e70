//! The JSON Schemas of the file formats, generated from the types. They are kept in `assets/schema`, and a test says
//! when they are not current.

use schemars::{JsonSchema, schema_for};

/// The schema of a type.
pub fn of<T: JsonSchema>() -> schemars::Schema {
    schema_for!(T)
}

/// A schema as it is kept and printed.
pub fn text(schema: schemars::Schema) -> String {
    format!("{:#}\n", schema.to_value())
}
