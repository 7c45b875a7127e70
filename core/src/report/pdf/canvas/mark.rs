//! Marked content: every operator on a page belongs to an element or is an artifact.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use super::Canvas;
use crate::report::pdf::tags::{Kid, Node};

/// Why something is an artifact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// Running head.
    Head,
    /// Running foot.
    Foot,
    /// Repeated on each page: the head of a table, the mark in the left strip.
    Repeated,
    /// Rules, fills and borders.
    Layout,
}

impl Canvas<'_> {
    /// Draws as a part of an element.
    pub(crate) fn mark(
        &mut self,
        page: usize,
        node: Node,
        language: Option<&str>,
        actual: Option<&str>,
        ops: impl IntoIterator<Item = Op>,
    ) {
        let id = self.pages[page].marked;
        self.pages[page].marked += 1;
        self.tags.hold(node, Kid::Marked { page, id });
        let mut map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(id))]);
        if let Some(language) = language {
            let data = language.as_bytes().to_vec();
            map.insert("Lang".to_owned(), DictItem::String { data, literal: true });
        }
        if let Some(actual) = actual {
            let mut data = vec![0xFE, 0xFF];
            data.extend(actual.encode_utf16().flat_map(u16::to_be_bytes));
            map.insert("ActualText".to_owned(), DictItem::String { data, literal: false });
        }
        self.between(page, "Span", map, ops);
    }

    /// Draws as an artifact.
    pub(crate) fn artifact(&mut self, page: usize, kind: Furniture, ops: impl IntoIterator<Item = Op>) {
        self.between(page, "Artifact", artifact_properties(kind), ops);
    }

    /// Draws as an artifact behind everything that was drawn since the page had `at` operators.
    pub(crate) fn artifact_behind(&mut self, page: usize, at: usize, ops: impl IntoIterator<Item = Op>) {
        let wrapped = wrap("Artifact", artifact_properties(Furniture::Layout), ops);
        self.pages[page].ops.splice(at..at, wrapped);
    }

    fn between(&mut self, page: usize, tag: &str, map: BTreeMap<String, DictItem>, ops: impl IntoIterator<Item = Op>) {
        let wrapped = wrap(tag, map, ops);
        self.pages[page].ops.extend(wrapped);
    }
}

fn wrap(tag: &str, map: BTreeMap<String, DictItem>, ops: impl IntoIterator<Item = Op>) -> Vec<Op> {
    let mut all =
        vec![Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }];
    all.extend(ops);
    all.push(Op::EndMarkedContentWithProperties);
    all
}

fn artifact_properties(kind: Furniture) -> BTreeMap<String, DictItem> {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let attached = |subtype: &str, side: &str| {
        BTreeMap::from([
            ("Type".to_owned(), name("Pagination")),
            ("Subtype".to_owned(), name(subtype)),
            ("Attached".to_owned(), DictItem::Array(vec![name(side)])),
        ])
    };
    match kind {
        Furniture::Head => attached("Header", "Top"),
        Furniture::Foot => attached("Footer", "Bottom"),
        Furniture::Repeated => BTreeMap::from([("Type".to_owned(), name("Pagination"))]),
        Furniture::Layout => BTreeMap::from([("Type".to_owned(), name("Layout"))]),
    }
}
