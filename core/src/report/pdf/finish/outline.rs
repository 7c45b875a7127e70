//! Bookmarks: the parts and, below each, its items.

use lopdf::{Document, ObjectId, dictionary};

use super::{annotations::destination, object::text};
use crate::report::{
    Report,
    pdf::{layout::Laid, prose::place_of},
};

/// Adds the bookmarks and returns their root; none when there is nothing to mark.
pub(super) fn add(document: &mut Document, report: &Report, laid: &Laid<'_>, pages: &[ObjectId]) -> Option<ObjectId> {
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(cover) = report.parts.first().filter(|part| part.id == crate::report::PartId::Cover) {
        let title = if cover.title.is_empty() { &report.title } else { &cover.title };
        marks.push(Mark { title: title.clone(), page: 0, y: 0.0, level: 1 });
    }
    for entry in report.contents() {
        let Some(place) = place_of(&entry.link).and_then(|name| laid.places.get(&name)) else { continue };
        let level = entry.level.clamp(1, 2);
        marks.push(Mark { title: entry.title, page: place.page, y: place.y, level });
    }
    if marks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| document.new_object_id()).collect();
    let parent = |index: usize| match marks[index].level {
        1 => None,
        _ => (0..index).rev().find(|before| marks[*before].level == 1),
    };
    let of = |owner: Option<usize>| -> Vec<usize> { (0..marks.len()).filter(|i| parent(*i) == owner).collect() };
    let top = of(None);
    for (index, mark) in marks.iter().enumerate() {
        let owner = parent(index);
        let siblings = if owner.is_none() { top.clone() } else { of(owner) };
        let position = siblings.iter().position(|sibling| *sibling == index).unwrap_or_default();
        let mut object = dictionary! {
            "Title" => text(&mark.title),
            "Parent" => owner.map_or(root, |owner| ids[owner]),
            "Dest" => destination(pages[mark.page], mark.y),
        };
        if position > 0 {
            object.set("Prev", ids[siblings[position - 1]]);
        }
        if let Some(next) = siblings.get(position + 1) {
            object.set("Next", ids[*next]);
        }
        let below = if mark.level == 1 { of(Some(index)) } else { Vec::new() };
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            object.set("First", ids[*first]);
            object.set("Last", ids[*last]);
            // Closed: a reader sees the parts first.
            object.set("Count", -(below.len() as i64));
        }
        document.set_object(ids[index], object);
    }
    let (first, last) = (top.first()?, top.last()?);
    document.set_object(
        root,
        dictionary! {
            "Type" => "Outlines",
            "First" => ids[*first],
            "Last" => ids[*last],
            "Count" => top.len() as i64,
        },
    );
    Some(root)
}

struct Mark {
    title: String,
    page: usize,
    y: f32,
    level: u8,
}
