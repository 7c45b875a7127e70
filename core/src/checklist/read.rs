//! Reads a checklist file and reports all its problems at once, each with its line.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, de::IntoDeserializer};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Checklist, Document, Fix, Item, Section};
use crate::{checks, facts::Source};

/// The largest checklist file that is read, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub what: String,
}

/// Everything that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The file.
    pub file: String,
    /// The problems, by line.
    pub all: Vec<Problem>,
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.all.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{}:{}: {}", self.file, problem.line, problem.what)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Reads a checklist. `file` is its name, for messages.
///
/// # Errors
/// All problems of the file.
pub fn read(file: &str, bytes: &[u8]) -> Result<Checklist, Problems> {
    let refuse = |what: String| Problems { file: file.to_owned(), all: vec![Problem { line: 1, what }] };
    if bytes.len() > LARGEST {
        return Err(refuse(format!("{} bytes is more than a checklist may have ({LARGEST})", bytes.len())));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| refuse(format!("it is not UTF-8 text (byte {})", error.valid_up_to())))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let mut reader =
        Reader { text, line_ends, problems: BTreeSet::new(), ids: BTreeMap::new(), fields: BTreeMap::new() };
    let checklist = reader.checklist();
    let all: Vec<Problem> = reader.problems.into_iter().collect();
    match checklist {
        Some(checklist) if all.is_empty() => Ok(checklist),
        _ => Err(Problems { file: file.to_owned(), all }),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Offsets of the line breaks, so that a line is found without counting from the start.
    line_ends: Vec<usize>,
    problems: BTreeSet<Problem>,
    /// Line of each item id.
    ids: BTreeMap<String, usize>,
    /// The fields of each type, by the type's name.
    fields: BTreeMap<&'static str, BTreeSet<String>>,
}

impl<'a> Reader<'a> {
    fn problem(&mut self, at: usize, what: impl Into<String>) {
        let line = self.line(at);
        self.problems.insert(Problem { line, what: what.into() });
    }

    fn line(&self, at: usize) -> usize {
        self.line_ends.partition_point(|end| *end < at) + 1
    }

    fn checklist(&mut self) -> Option<Checklist> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            self.problem(at, error.message().to_owned());
        }
        if !errors.is_empty() {
            // What follows would be guesses about a file that is not TOML.
            return None;
        }
        let mut root = root.into_inner();
        let sections = take(&mut root, "section");
        let mut head = root;
        let placeholder = Spanned::new(0..0, DeValue::Array(toml::de::DeArray::new()));
        head.insert(Spanned::new(0..0, "section".into()), placeholder);
        self.unknown_fields::<Checklist>(&head);
        let head: Option<Checklist> = self.value(Spanned::new(0..0, DeValue::Table(head)));

        let Some(sections) = sections else {
            self.problem(0, "expected at least one [[section]]");
            return None;
        };
        let mut read = Vec::new();
        for section in self.array(sections, "section") {
            read.extend(self.section(section));
        }
        let ids = self.ids.clone();
        for item in read.iter().flat_map(|section: &Section| &section.items) {
            for other in item.needs.iter().chain(&item.required_when_failing) {
                if !ids.contains_key(other) {
                    let line = ids.get(&item.id).copied().unwrap_or(1);
                    let what =
                        format!("item \"{}\" names the item \"{other}\", which is not in this checklist", item.id);
                    self.problems.insert(Problem { line, what });
                }
            }
        }
        let head = head?;
        for other in head.diagnosis.iter().filter(|id| !ids.contains_key(*id)) {
            let what = format!("diagnosis names the item \"{other}\", which is not in this checklist");
            self.problems.insert(Problem { line: 1, what });
        }
        Some(Checklist { sections: read, ..head })
    }

    fn section(&mut self, section: Spanned<DeValue<'a>>) -> Option<Section> {
        let at = section.span().start;
        let DeValue::Table(mut table) = section.into_inner() else {
            self.problem(at, "expected a table: [[section]]");
            return None;
        };
        let items = take(&mut table, "item");
        let placeholder = Spanned::new(at..at, DeValue::Array(toml::de::DeArray::new()));
        table.insert(Spanned::new(at..at, "item".into()), placeholder);
        self.unknown_fields::<Section>(&table);
        let head: Option<Section> = self.value(Spanned::new(at..at, DeValue::Table(table)));
        let mut read = Vec::new();
        match items {
            None => self.problem(at, "expected at least one [[section.item]] in this section"),
            Some(items) => {
                for item in self.array(items, "item") {
                    read.extend(self.item(item));
                }
            }
        }
        Some(Section { items: read, ..head? })
    }

    fn item(&mut self, value: Spanned<DeValue<'a>>) -> Option<Item> {
        let at = value.span().start;
        if let DeValue::Table(table) = value.get_ref() {
            self.unknown_fields::<Item>(table);
            for (name, check) in [
                ("fix", Self::unknown_fields::<Fix> as fn(&mut Self, &DeTable<'a>)),
                ("source", Self::unknown_fields::<Document>),
            ] {
                let Some(DeValue::Array(rows)) = table.get(name).map(Spanned::get_ref) else { continue };
                for row in rows.iter() {
                    if let DeValue::Table(row) = row.get_ref() {
                        check(self, row);
                    }
                }
            }
        }
        let item: Item = self.value(value)?;
        let line = self.line(at);
        if let Some(first) = self.ids.insert(item.id.clone(), line) {
            self.problem(at, format!("the item id \"{}\" is already used in line {first}", item.id));
        }
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._".contains(c);
        if item.id.is_empty() || !item.id.chars().all(is_plain) {
            self.problem(at, format!("the item id \"{}\" may only hold a-z, 0-9, '.', '-' and '_'", item.id));
        }
        match &item.check {
            Some(check) if checks::by_id(check).is_none() => {
                self.problem(at, format!("there is no check \"{check}\" (\"wbready checklist list\" names them)"));
            }
            None if item.looks_at.iter().any(|source| *source != Source::Person) => {
                self.problem(at, format!("item \"{}\" looks at a source that no check of it judges", item.id));
            }
            _ => {}
        }
        Some(item)
    }

    fn array(&mut self, value: Spanned<DeValue<'a>>, name: &str) -> Vec<Spanned<DeValue<'a>>> {
        let at = value.span().start;
        match value.into_inner() {
            DeValue::Array(rows) => rows.into_iter().collect(),
            _ => {
                self.problem(at, format!("expected [[{name}]], with two brackets"));
                Vec::new()
            }
        }
    }

    fn value<T: for<'de> Deserialize<'de>>(&mut self, value: Spanned<DeValue<'a>>) -> Option<T> {
        let at = value.span().start;
        match T::deserialize(value.into_deserializer()) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().map_or(at, |span| if span.is_empty() { at } else { span.start });
                self.problem(at, error.message().to_owned());
                None
            }
        }
    }

    /// Reports keys that the type does not have. The type's own schema says which it has, so nothing is listed twice.
    fn unknown_fields<T: JsonSchema>(&mut self, table: &DeTable<'a>) {
        let known = self.fields.entry(std::any::type_name::<T>()).or_insert_with(|| {
            let schema = schema_for!(T);
            let fields = schema.get("properties").and_then(|properties| properties.as_object());
            fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
        });
        let mut unknown = Vec::new();
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(name) {
                let expected = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                unknown.push((key.span().start, format!("unknown field \"{name}\"; expected one of {expected}")));
            }
        }
        for (at, what) in unknown {
            self.problem(at, what);
        }
    }
}

fn take<'a>(table: &mut DeTable<'a>, name: &str) -> Option<Spanned<DeValue<'a>>> {
    let key = table.keys().find(|key| key.get_ref().as_ref() == name).cloned()?;
    table.remove(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        read("mine.toml", text.as_bytes())
            .expect_err("must be refused")
            .to_string()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    const HEAD: &str = "id = \"mine\"\nedition = \"1\"\nas_of = 2026-11-22\n";

    #[test]
    fn a_sound_checklist_is_read() {
        let text = format!(
            "{HEAD}[[section]]\nid = \"s\"\nwords.en.title = \"Mine\"\n[[section.item]]\nid = \"mine.a\"\nweight = \"required\"\nwords.en = {{ title = \"It is so\" }}\n"
        );
        let checklist = read("mine.toml", text.as_bytes()).expect("sound");
        assert_eq!(checklist.items().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["mine.a"]);
        assert!(checklist.item("mine.a").is_some_and(Item::is_manual));
    }

    #[test]
    fn the_order_of_diagnosis_names_items_of_the_checklist() {
        let text = |order: &str| {
            format!(
                "{HEAD}diagnosis = [\"{order}\"]\n[[section]]\nid = \"s\"\nwords.en.title = \"Mine\"\n[[section.item]]\nid = \"a\"\nweight = \"required\"\nwords.en = {{ title = \"It is so\" }}\n"
            )
        };
        let checklist = read("mine.toml", text("a").as_bytes()).expect("sound");
        assert_eq!(checklist.diagnosis, ["a"]);
        assert!(problems(&text("z"))[0].contains("diagnosis names the item \"z\""));
    }

    #[test]
    fn all_problems_are_reported_with_their_lines() {
        let text = format!(
            "{HEAD}[[section]]\nid = \"s\"\n[[section.item]]\nid = \"a\"\nweight = \"heavy\"\n[[section.item]]\nid = \"b\"\nweight = \"required\"\ncolour = 3\n[[section.item]]\nid = \"b\"\nweight = \"required\"\nneeds = [\"z\"]\ncheck = \"no.such\"\n"
        );
        let found = problems(&text);
        let all = found.join("\n");
        assert!(all.contains("mine.toml:8: ") && all.contains("heavy"), "{all}");
        assert!(all.contains("mine.toml:12: unknown field \"colour\""), "{all}");
        assert!(all.contains("already used in line 9"), "{all}");
        assert!(all.contains("no check \"no.such\""), "{all}");
        assert!(all.contains("\"z\", which is not in this checklist"), "{all}");
        assert_eq!(found.len(), 5, "{all}");
    }

    #[test]
    fn files_that_are_no_checklist_are_refused() {
        assert!(problems("")[0].starts_with("mine.toml:1: "));
        assert!(problems("id = \"a\"\nid = ")[0].starts_with("mine.toml:2: "));
        assert!(read("x", b"\xff").expect_err("bad").to_string().contains("UTF-8"));
        assert!(read("x", &vec![b' '; LARGEST + 1]).expect_err("bad").to_string().contains("more than"));
    }
}
