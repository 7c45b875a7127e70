//! Reports by hand, rendered and read back: what a reader extracts, where it can go, and what a hostile name does.

mod sample;

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    style::{BOTTOM, LEFT, RIGHT, mm},
    *,
};
use crate::report::{Block, Cell, Column, ColumnRole, KeyValue, Part, PartId, Row, Step, Table, TableKind, Text};

/// Half a millimetre: the error of sums of widths, far below what the eye sees.
const SLACK: f32 = 1.4;

fn read(report: &Report) -> Document {
    let document = Document::load_mem(render(report).unwrap().file()).unwrap();
    assert_eq!(left_over(&document), [] as [ObjectId; 0], "objects that nothing leads to");
    document
}

/// Objects that nothing leads to, but for those that the file itself is made of.
fn left_over(document: &Document) -> Vec<ObjectId> {
    let of_the_file = |id: &ObjectId| {
        let object = document.get_object(*id).and_then(Object::as_stream);
        object.is_ok_and(|stream| stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef"))
    };
    let unused = document.clone().prune_objects();
    unused.into_iter().filter(|id| !of_the_file(id)).collect()
}

/// The text of a page in the order of the content, without the spaces and line ends that only layout makes.
fn page_text(document: &Document, page: u32) -> String {
    squeezed(&document.extract_text(&[page]).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn outline(document: &Document, node: ObjectId, titles: &mut Vec<(usize, String)>, depth: usize) {
    let mut next = document.get_dictionary(node).unwrap().get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let mark = document.get_dictionary(id).unwrap();
        titles.push((depth, text_of(mark.get(b"Title").unwrap())));
        let page = mark.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        assert!(document.get_pages().values().any(|known| *known == page));
        outline(document, id, titles, depth + 1);
        next = mark.get(b"Next").and_then(Object::as_reference).ok();
    }
}

fn text_of(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn catalog(document: &Document) -> &Dictionary {
    document.catalog().unwrap()
}

/// Every text rectangle of the report lies in the text block, or in the strips of head and foot.
fn assert_inside(report: &Report) {
    let materials = Materials::of(report).unwrap();
    let laid = lay(report, &materials);
    let foot = mm(285.0);
    for (index, page) in laid.canvas.pages.iter().enumerate() {
        for text in &page.texts {
            assert!(text.x >= LEFT - 0.1, "page {}: {text:?}", index + 1);
            assert!(text.x + text.width <= RIGHT + SLACK, "page {}: {text:?}", index + 1);
            assert!(text.y >= mm(10.0) && text.y + text.height <= foot, "page {}: {text:?}", index + 1);
            let in_foot = text.y >= mm(279.0);
            assert!(in_foot || text.y + text.height <= BOTTOM + SLACK, "page {}: {text:?}", index + 1);
        }
    }
}

#[test]
fn both_languages_can_be_extracted() {
    for (zh, organisation, wanted) in [
        (false, "Contoso Ltd", ["Not ready", "Connector account has its rights", "How to fix it", "Contoso Ltd"]),
        (true, "康拓索有限公司", ["未就绪", "连接器帐户拥有所需权限", "如何修复", "康拓索有限公司"]),
    ] {
        let document = read(&sample::report(zh, organisation));
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        let text: String = pages.iter().map(|page| page_text(&document, *page)).collect();
        for words in wanted {
            assert!(text.contains(&squeezed(words)), "{words} is not in the text");
        }
    }
}

#[test]
fn the_foot_of_every_page_tells_its_number_and_the_number_of_pages() {
    for zh in [false, true] {
        let report = sample::report(zh, "Contoso");
        let document = read(&report);
        let count = document.get_pages().len();
        assert!(count > 8);
        for page in 1..=count {
            let foot = squeezed(&report.meta.page(page, count));
            let number = u32::try_from(page).unwrap();
            assert!(page_text(&document, number).contains(&foot), "page {page} does not say {foot}");
        }
    }
}

#[test]
fn every_part_and_every_item_has_a_bookmark() {
    let report = sample::report(false, "Contoso");
    let document = read(&report);
    let root = catalog(&document).get(b"Outlines").unwrap().as_reference().unwrap();
    let mut found = Vec::new();
    outline(&document, root, &mut found, 1);
    let mut wanted = vec![(1, "Cover".to_owned())];
    wanted.extend(report.contents().into_iter().map(|entry| (usize::from(entry.level), entry.title)));
    assert_eq!(found, wanted);
}

#[test]
fn page_numbers_in_tables_are_the_pages_of_their_items() {
    let report = sample::report(false, "Contoso");
    let materials = Materials::of(&report).unwrap();
    let laid = lay(&report, &materials);
    let mut checked = 0;
    for page in &laid.canvas.pages {
        for link in &page.links {
            let (lines::Target::Place(place), Ok(number)) = (&link.target, link.words.parse::<usize>()) else {
                continue;
            };
            assert_eq!(laid.places[place].page + 1, number, "{place}");
            checked += 1;
        }
    }
    // The contents alone have 17 lines, the cover 5.
    assert!(checked >= 22, "{checked}");
}

#[test]
fn links_lead_to_pages_and_addresses() {
    let document = read(&sample::report(true, "Contoso"));
    let mut addresses = BTreeSet::new();
    let mut places = 0;
    for page in document.get_pages().values() {
        let Ok(annotations) = document.get_dictionary(*page).unwrap().get(b"Annots") else { continue };
        for annotation in annotations.as_array().unwrap() {
            let annotation = document.get_dictionary(annotation.as_reference().unwrap()).unwrap();
            if let Ok(action) = annotation.get(b"A") {
                addresses.insert(text_of(action.as_dict().unwrap().get(b"URI").unwrap()));
            }
            places += usize::from(annotation.has(b"Dest"));
            assert!(annotation.has(b"StructParent"));
        }
    }
    assert!(addresses.iter().any(|address| address.starts_with("https://learn.microsoft.com/")), "{addresses:?}");
    assert!(places > 30, "{places}");
}

#[test]
fn text_stays_in_the_text_block() {
    for zh in [false, true] {
        assert_inside(&sample::report(zh, "Contoso Ltd"));
    }
}

/// A report of one part.
fn with_blocks(blocks: Vec<Block>) -> Report {
    let mut report = sample::report(false, "Contoso Ltd");
    report.parts = vec![Part { id: PartId::Evidence, title: "Evidence".to_owned(), blocks }];
    report
}

#[test]
fn a_page_never_begins_with_the_last_row_of_a_table_or_two() {
    let columns = [(ColumnRole::Number, "No."), (ColumnRole::LookedAt, "Looked at"), (ColumnRole::Finding, "Seen")];
    let columns = columns.map(|(role, title)| Column { role, title: title.to_owned() }).to_vec();
    let row = |number: usize| Row::Cells {
        anchor: Some(number.to_string()),
        cells: vec![
            Cell::plain(number.to_string()),
            Cell::plain("a place"),
            Cell::plain("answers ".repeat(number % 9)),
        ],
    };
    let mut broken = 0;
    for count in 1..90 {
        let rows = (0..count).map(row).collect();
        let report = with_blocks(vec![Block::Table(Table { kind: TableKind::Facts, columns: columns.clone(), rows })]);
        let materials = Materials::of(&report).unwrap();
        let places = lay(&report, &materials).places;
        let page = |number: usize| places[&format!("evidence-{number}")].page;
        let last = page(count - 1);
        let on_last = (0..count).filter(|number| page(*number) == last).count();
        assert!(on_last >= count.min(3), "{count} rows: {on_last} on the last page");
        broken += usize::from(last > 0);
    }
    assert!(broken > 20, "the tables must be long enough to be parted: {broken}");
}

#[test]
fn a_heading_stands_on_the_page_of_what_follows_it() {
    let step = Step { text: Text::plain("Run this."), code: Some("Get-Date\n".repeat(14)), link: None };
    let rows = (0..6).map(|n| KeyValue { key: n.to_string(), value: Text::plain("a value") }).collect();
    for follows in [Block::Steps(vec![step]), Block::KeyValues(rows)] {
        for above in 0..60 {
            let mut blocks = vec![Block::Paragraph(Text::plain("A line.")); above];
            blocks.extend([Block::Heading(2, "How to fix it".to_owned()), follows.clone()]);
            let report = with_blocks(blocks);
            let materials = Materials::of(&report).unwrap();
            for page in &lay(&report, &materials).canvas.pages {
                let texts = page.texts.iter().filter(|text| text.y < BOTTOM && text.y >= super::style::TOP);
                let lowest = texts.max_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
                assert_ne!(lowest.height, super::style::H2.line, "{above} lines above: a heading ends the page");
            }
        }
    }
}

#[test]
fn the_same_report_is_the_same_file() {
    let report = sample::report(true, "Contoso 有限公司");
    assert!(render(&report).unwrap() == render(&report).unwrap());
    let mut other = report.clone();
    other.meta.organisation.push('2');
    assert!(render(&report).unwrap() != render(&other).unwrap());
}

#[test]
fn properties_are_told_twice_and_escaped() {
    let document = read(&sample::report(true, "A & B <\u{1}\"C\">"));
    let information = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let title = text_of(document.get_dictionary(information).unwrap().get(b"Title").unwrap());
    assert!(title.starts_with("密码写回就绪情况: A & B"));
    assert_eq!(text_of(catalog(&document).get(b"Lang").unwrap()), "zh-CN");
    let metadata = catalog(&document).get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = document.get_object(metadata).unwrap().as_stream().unwrap().content.clone();
    let packet = String::from_utf8(packet).unwrap();
    assert!(packet.contains("A &amp; B &lt; &quot;C&quot;&gt;</rdf:li>"), "{packet}");
}

#[test]
fn hostile_names_neither_panic_nor_overflow() {
    let long = "x".repeat(3000);
    let host = format!("{}.contoso.local", "very-long-label-".repeat(40));
    let hanzi = "密".repeat(1200);
    let spaces = " ".repeat(500);
    let strange = [
        "\u{1F600}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{E000} \u{10FFFF}",
        "\0\u{1}\u{7}\u{1B}[31m\t\r\n\u{85}\u{2028}",
        "\u{202E}evil\u{202C} \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{645}\u{631}\u{62D}\u{628}\u{627}",
        "e\u{301}\u{301}\u{301}\u{301} \u{2F00}\u{2E80} \u{FB01} \u{1D400}",
        "，。！？）》」『（",
        "(PDF) \\ string ) ( <</Type /Catalog>> endobj",
        &"0123456789abcdef".repeat(16),
        &spaces,
    ]
    .join(" ");
    for name in ["", &long, &host, &hanzi, &strange] {
        for zh in [false, true] {
            let report = sample::report(zh, name);
            assert_inside(&report);
            // The subsets take most of the time; one language is enough for what the file makes of a name.
            if zh {
                read(&report);
            }
        }
    }
}

#[test]
fn what_no_font_has_is_named_and_printed_as_a_box() {
    let report = sample::report(false, "Smile \u{1F600} \u{5E9} Łukasz O\u{2019}Brien");
    assert_eq!(missing_glyphs(&report), ['\u{5E9}', '\u{1F600}']);
    assert!(page_text(&read(&report), 1).contains("Smile□□ŁukaszO\u{2019}Brien"));
    assert!(missing_glyphs(&sample::report(true, "Contoso 有限公司")).is_empty());
}

#[test]
fn every_marked_piece_belongs_to_one_element() {
    let report = sample::report(false, "Contoso");
    let materials = Materials::of(&report).unwrap();
    let laid = lay(&report, &materials);
    let mut pieces = BTreeSet::new();
    for element in laid.canvas.tags.all() {
        for kid in &element.kids {
            if let tags::Kid::Marked { page, id } = kid {
                assert!(pieces.insert((*page, *id)), "two elements hold piece {id} of page {page}");
            }
        }
    }
    let marked: i64 = laid.canvas.pages.iter().map(|page| page.marked).sum();
    assert_eq!(i64::try_from(pieces.len()).unwrap(), marked);
}

#[test]
fn every_signature_box_is_a_field_of_its_size() {
    let document = read(&sample::report(false, "Contoso"));
    let form = catalog(&document).get(b"AcroForm").unwrap().as_reference().unwrap();
    let fields = document.get_dictionary(form).unwrap().get(b"Fields").unwrap().as_array().unwrap();
    assert_eq!(fields.len(), 2);
    for field in fields {
        let field = document.get_dictionary(field.as_reference().unwrap()).unwrap();
        let corners: Vec<f32> =
            field.get(b"Rect").unwrap().as_array().unwrap().iter().map(|corner| corner.as_float().unwrap()).collect();
        assert!((corners[2] - corners[0] - mm(80.0)).abs() < 0.1);
        assert!((corners[3] - corners[1] - mm(48.0)).abs() < 0.1);
    }
}
