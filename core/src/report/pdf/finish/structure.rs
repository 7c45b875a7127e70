//! The structure tree: the arena of elements as objects, and the table by which a reader finds the element of a piece of
//! a page.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{
    annotations::Annotations,
    object::{name, numbers, text},
};
use crate::report::pdf::{
    canvas::Canvas,
    tags::{Element, Kid},
};

/// Adds the tree and returns its root.
pub(super) fn add(
    document: &mut Document,
    canvas: &Canvas<'_>,
    pages: &[ObjectId],
    annotations: &Annotations,
) -> ObjectId {
    let elements = canvas.tags.all();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = elements.iter().map(|_| document.new_object_id()).collect();
    let mut of_pages: Vec<Vec<Object>> =
        canvas.pages.iter().map(|page| vec![Object::Null; page.marked as usize]).collect();
    let mut of_annotations: Vec<(i64, ObjectId)> = Vec::new();

    for (element, id) in elements.iter().zip(&ids) {
        let home = element.kids.iter().find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(*page),
            _ => None,
        });
        let mut kids = Vec::with_capacity(element.kids.len());
        for kid in &element.kids {
            kids.push(match kid {
                Kid::Node(node) => ids[node.index()].into(),
                Kid::Marked { page, id: piece } => {
                    of_pages[*page][*piece as usize] = (*id).into();
                    match Some(*page) == home {
                        true => Object::Integer(*piece),
                        false => dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *piece }.into(),
                    }
                }
                Kid::Link { page, index } => {
                    let (annotation, key) = annotations.links[*page][*index];
                    of_annotations.push((key, *id));
                    object_reference(pages[*page], annotation)
                }
                Kid::Field(index) => {
                    let (annotation, key) = annotations.fields[*index];
                    of_annotations.push((key, *id));
                    object_reference(pages[canvas.fields[*index].page], annotation)
                }
            });
        }
        let parent = if *id == ids[0] { root } else { ids[element.parent.index()] };
        let mut object = described(element, parent, kids);
        if let Some(home) = home {
            object.set("Pg", pages[home]);
        }
        document.set_object(*id, object);
    }

    let mut numbers = Vec::new();
    for (page, pieces) in of_pages.into_iter().enumerate() {
        numbers.push(Object::Integer(page as i64));
        numbers.push(Object::Array(pieces));
    }
    of_annotations.sort_unstable();
    for (key, element) in of_annotations {
        numbers.push(key.into());
        numbers.push(element.into());
    }
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => parents,
            "ParentTreeNextKey" => annotations.next,
        },
    );
    root
}

fn object_reference(page: ObjectId, annotation: ObjectId) -> Object {
    dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => annotation }.into()
}

fn described(element: &Element, parent: ObjectId, mut kids: Vec<Object>) -> Dictionary {
    let mut object = dictionary! { "Type" => "StructElem", "S" => name(element.tag.name()), "P" => parent };
    match kids.len() {
        0 => {}
        1 => object.set("K", kids.remove(0)),
        _ => object.set("K", kids),
    }
    if let Some(alt) = &element.alt {
        object.set("Alt", text(alt));
    }
    if let Some(scope) = element.tag.scope() {
        let mut attributes = dictionary! { "O" => "Table", "Scope" => name(scope) };
        if element.columns > 1 {
            attributes.set("ColSpan", element.columns as i64);
        }
        object.set("A", attributes);
    } else if let Some(bounds) = &element.bounds {
        object.set("A", dictionary! { "O" => "Layout", "BBox" => numbers(bounds), "Placement" => "Block" });
    }
    object
}
