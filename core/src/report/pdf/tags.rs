//! The structure of the document: an arena of elements in reading order, which tells what is a heading, a paragraph or
//! a cell. What belongs to no element (heads, feet, rules, fills) is marked as an artifact where it is drawn.

/// An element of the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(usize);

impl Node {
    /// The document itself.
    pub(crate) const DOCUMENT: Self = Self(0);

    /// Its place in the arena.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kid {
    /// Another element.
    Node(Node),
    /// A marked piece of a page's content.
    Marked {
        /// The page, from 0.
        page: usize,
        /// Its number on that page.
        id: i64,
    },
    /// A link annotation, by page and place in the page's list.
    Link {
        /// The page, from 0.
        page: usize,
        /// Its place in the list.
        index: usize,
    },
    /// A form field, by its place in the document's list.
    Field(usize),
}

/// What kind of element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The root.
    Document,
    /// A heading of level 1.
    H1,
    /// A heading of level 2.
    H2,
    /// A heading of level 3.
    H3,
    /// A paragraph.
    Paragraph,
    /// A link.
    Link,
    /// A picture with words that say what it shows.
    Figure,
    /// A form field.
    Form,
    /// A table.
    Table,
    /// The head of a table.
    TableHead,
    /// The body of a table.
    TableBody,
    /// A row.
    Row,
    /// A head cell over a column.
    ColumnHead,
    /// A head cell before a row.
    RowHead,
    /// A cell.
    Cell,
}

impl Tag {
    /// The name of the structure type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::Paragraph => "P",
            Self::Link => "Link",
            Self::Figure => "Figure",
            Self::Form => "Form",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
        }
    }

    /// The direction in which a head cell speaks.
    pub(crate) fn scope(self) -> Option<&'static str> {
        match self {
            Self::ColumnHead => Some("Column"),
            Self::RowHead => Some("Row"),
            _ => None,
        }
    }
}

/// An element.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    /// What it is.
    pub(crate) tag: Tag,
    /// The element that holds it; the root holds itself.
    pub(crate) parent: Node,
    /// What it holds, in reading order.
    pub(crate) kids: Vec<Kid>,
    /// What a picture shows, in words.
    pub(crate) alt: Option<String>,
    /// Where a picture is: left, bottom, right, top in the file's own coordinates.
    pub(crate) bounds: Option<[f32; 4]>,
    /// How many columns a cell is wide, when more than one.
    pub(crate) columns: usize,
}

/// All elements.
#[derive(Debug, Clone)]
pub(crate) struct Tags {
    elements: Vec<Element>,
}

impl Tags {
    /// Only the root.
    pub(crate) fn new() -> Self {
        let root = Element {
            tag: Tag::Document,
            parent: Node::DOCUMENT,
            kids: Vec::new(),
            alt: None,
            bounds: None,
            columns: 1,
        };
        Self { elements: vec![root] }
    }

    /// A new last element of `parent`.
    pub(crate) fn add(&mut self, parent: Node, tag: Tag) -> Node {
        let node = Node(self.elements.len());
        self.elements.push(Element { tag, parent, kids: Vec::new(), alt: None, bounds: None, columns: 1 });
        self.elements[parent.0].kids.push(Kid::Node(node));
        node
    }

    /// A new picture with what it shows.
    pub(crate) fn add_figure(&mut self, parent: Node, alt: &str, bounds: [f32; 4]) -> Node {
        let node = self.add(parent, Tag::Figure);
        let element = &mut self.elements[node.0];
        element.alt = Some(alt.to_owned());
        element.bounds = Some(bounds);
        node
    }

    /// Makes a cell wider than one column.
    pub(crate) fn widen(&mut self, node: Node, columns: usize) {
        self.elements[node.0].columns = columns;
    }

    /// Says in words what an element shows or stands for.
    pub(crate) fn describe(&mut self, node: Node, alt: &str) {
        if !alt.trim().is_empty() {
            self.elements[node.0].alt = Some(alt.to_owned());
        }
    }

    /// Puts content into an element.
    pub(crate) fn hold(&mut self, node: Node, kid: Kid) {
        self.elements[node.0].kids.push(kid);
    }

    /// Every element, the root first.
    pub(crate) fn all(&self) -> &[Element] {
        &self.elements
    }
}
