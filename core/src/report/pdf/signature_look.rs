//! What a signature field shows once it is signed: who, when, by which certificate. It is drawn like the page, with
//! letters of its own, and laid over the box that was printed there.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions};
use std::collections::BTreeMap;

use super::{
    PdfError,
    canvas::{Area, Canvas, Frame, Furniture, Materials, Stroke},
    faces::{FaceName, Faces},
    finish::object::{name, numbers},
    icons::Icons,
    images::Images,
    lines::{Span, wrap},
    style::{CAPTION, H3, INK, PAGE_HEIGHT, Style, WHITE, mm},
};

const PAD: f32 = mm(4.0);

/// What is shown.
pub(in crate::report) struct SignatureLook {
    /// Language of the report.
    pub(in crate::report) language: String,
    /// "Digitally signed by".
    pub(in crate::report) caption: String,
    /// Name.
    pub(in crate::report) who: String,
    /// Time, certificate, issuer, validity, time stamp: as many as fit.
    pub(in crate::report) lines: Vec<String>,
    /// Width and height of the field in points.
    pub(in crate::report) size: (f32, f32),
    /// Four capitals that name its letters, different for each signature of a file.
    pub(in crate::report) letters: &'static str,
}

impl SignatureLook {
    /// Draws it into a document that an update of the file is made of. Returns the form that a field shows.
    pub(in crate::report) fn draw(&self, into: &mut Document) -> Result<ObjectId, PdfError> {
        let materials =
            Materials { faces: Faces::new(&self.language)?, icons: Icons::new()?, images: Images::default() };
        let mut canvas = Canvas::new(&materials, &self.language);
        let page = canvas.add_page("");
        self.content(&mut canvas, page);
        let ops = std::mem::take(&mut canvas.pages[page].ops);

        let mut document = PdfDocument::new("");
        let mut used: Vec<FaceName> = Vec::new();
        let ops = ops
            .into_iter()
            .filter(|op| {
                !matches!(op, Op::BeginMarkedContentWithProperties { .. } | Op::EndMarkedContentWithProperties)
            })
            .map(|op| self.with_own_letters(op, &mut used))
            .collect();
        for face in used {
            let broken = || PdfError::Font { name: face.tag(), why: "it cannot be embedded".to_owned() };
            let font = ParsedFont::from_bytes(face.file(), 0, &mut Vec::new()).ok_or_else(broken)?;
            document.resources.fonts.map.insert(FontId(self.letters_of(face)), PdfFont::new(font));
        }
        document.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), ops)];
        let mut drawn = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
        drawn.compress();
        self.form(&drawn, into)
    }

    fn content(&self, canvas: &mut Canvas<'_>, page: usize) {
        let (width, height) = self.size;
        // Half of the border's width lies outside of its line.
        let area = Area::new(0.5, 0.5, width - 1.0, height - 1.0);
        let frame = Frame { fill: Some(WHITE), border: Some(Stroke::solid(INK, 1.0)), radius: mm(1.5) };
        canvas.frame(page, area, frame);
        let name = Style { size: 13.0, line: 18.0, ..H3 };
        let mut texts = vec![(self.caption.as_str(), CAPTION), (self.who.as_str(), name)];
        texts.extend(self.lines.iter().map(|line| (line.as_str(), CAPTION.in_colour(INK))));
        let mut y = mm(3.0);
        for (words, style) in texts {
            for line in wrap(canvas.faces, &[Span::new(words, style)], width - 2.0 * PAD) {
                if y + line.height > height - mm(1.5) {
                    return;
                }
                canvas.furniture(page, Furniture::Layout, PAD, y, &line);
                y += line.height;
            }
        }
    }

    fn letters_of(&self, face: FaceName) -> String {
        let tag = face.tag();
        format!("{}{}", self.letters, &tag[tag.len() - 4..])
    }

    /// Two subsets of one font must not have one name in a file.
    fn with_own_letters(&self, op: Op, used: &mut Vec<FaceName>) -> Op {
        let Op::SetFont { font: PdfFontHandle::External(id), size } = &op else { return op };
        let Some(face) = FaceName::ALL.into_iter().find(|face| face.tag() == id.0) else { return op };
        if !used.contains(&face) {
            used.push(face);
        }
        Op::SetFont { font: PdfFontHandle::External(FontId(self.letters_of(face))), size: *size }
    }

    fn form(&self, drawn: &Document, into: &mut Document) -> Result<ObjectId, PdfError> {
        let page = *drawn.get_pages().get(&1).ok_or(PdfError::Shape("the pages"))?;
        let page = drawn.get_dictionary(page)?;
        let content = page.get(b"Contents")?;
        let content = match content {
            Object::Array(parts) => parts.first().ok_or(PdfError::Shape("the content"))?,
            content => content,
        };
        let content = drawn.dereference(content)?.1.as_stream()?;
        let resources = drawn.dereference(page.get(b"Resources")?)?.1.as_dict()?;
        let mut copied = BTreeMap::new();
        let fonts = copy(drawn, drawn.dereference(resources.get(b"Font")?)?.1, into, &mut copied)?;
        let (width, height) = self.size;
        let mut form = Stream::new(content.dict.clone(), content.content.clone());
        form.dict.set("Type", name("XObject"));
        form.dict.set("Subtype", name("Form"));
        form.dict.set("BBox", numbers(&[0.0, PAGE_HEIGHT - height, width, PAGE_HEIGHT]));
        form.dict.set("Resources", dictionary! { "Font" => fonts });
        Ok(into.add_object(form))
    }
}

/// Copies an object with all it refers to.
fn copy(
    from: &Document,
    object: &Object,
    into: &mut Document,
    copied: &mut BTreeMap<ObjectId, ObjectId>,
) -> Result<Object, PdfError> {
    let mut of_dictionary = |dictionary: &Dictionary, into: &mut Document| -> Result<Dictionary, PdfError> {
        let mut copy_of = Dictionary::new();
        for (key, value) in dictionary {
            copy_of.set(key.clone(), copy(from, value, into, copied)?);
        }
        Ok(copy_of)
    };
    Ok(match object {
        Object::Dictionary(dictionary) => Object::Dictionary(of_dictionary(dictionary, into)?),
        Object::Stream(stream) => {
            let mut copy_of = stream.clone();
            copy_of.dict = of_dictionary(&stream.dict, into)?;
            Object::Stream(copy_of)
        }
        Object::Array(items) => {
            Object::Array(items.iter().map(|item| copy(from, item, into, copied)).collect::<Result<_, _>>()?)
        }
        Object::Reference(id) => match copied.get(id) {
            Some(known) => Object::Reference(*known),
            None => {
                let new = into.new_object_id();
                copied.insert(*id, new);
                let object = copy(from, from.get_object(*id)?, into, copied)?;
                into.set_object(new, object);
                Object::Reference(new)
            }
        },
        other => other.clone(),
    })
}
