//! The formats say what the report says, and a machine can read them.

use super::{
    super::{CSV_COLUMNS, Chapter, csv, html, json, junit, markdown},
    evidence::everything,
    *,
};

#[test]
fn json_is_stable_and_complete() {
    let text = json(&mixed(), &english(), now());
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["format"], "readiness-report");
    assert_eq!(value["version"], 1);
    assert_eq!(value["conclusion"], "not_ready");
    assert_eq!(value["is_ready"], false);
    assert_eq!(value["standing"], "draft");
    assert_eq!(value["counts"]["fail"], 1);
    assert_eq!(value["counts"]["pass"], 0);
    assert_eq!(value["in_the_way"][0], "connectivity.service-bus-host");
    let items = value["items"].as_array().expect("items");
    assert_eq!(items.len(), 7);
    let rights = &items[0];
    assert_eq!((&rights["id"], &rights["status"]), (&"directory.connector-rights".into(), &"could_not_check".into()));
    assert_eq!(rights["finding"]["reason"], "not-signed-in");
    assert_eq!(items[3]["finding"]["message"], "evidence-value");
    assert_eq!(items[4]["finding"], serde_json::Value::Null);
    assert_eq!(items[4]["status"], "not_run");
}

/// Rows of RFC 4180.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quoted, c) {
            (true, '"') if chars.peek() == Some(&'"') => cell.extend(chars.next()),
            (true, '"') => quoted = false,
            (false, '"') => quoted = true,
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') => {}
            (false, '\n') => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (_, c) => cell.push(c),
        }
    }
    rows
}

#[test]
fn csv_has_one_row_for_each_item() {
    for words in [english(), chinese()] {
        let rows = read_csv(&csv(&mixed(), &words, now()));
        assert_eq!(rows.len(), 1 + 7);
        assert_eq!(rows[0], CSV_COLUMNS);
        assert!(rows.iter().all(|row| row.len() == CSV_COLUMNS.len()));
        assert_eq!(rows[4][5], "fail");
        assert_eq!(rows[5][5], "not_run");
    }
}

fn attribute<'a>(xml: &'a str, element: &str, name: &str) -> &'a str {
    let from = xml.find(&format!("<{element} ")).expect("the element");
    let rest = &xml[from..];
    let at = rest.find(&format!(" {name}=\"")).expect("the attribute") + name.len() + 3;
    rest[at..].split('"').next().unwrap_or_default()
}

#[test]
fn junit_is_green_only_when_ready() {
    let green = junit(&ready(), &english(), now());
    assert_eq!((attribute(&green, "testsuites", "failures"), attribute(&green, "testsuites", "errors")), ("0", "0"));

    let incomplete = junit(&empty(), &english(), now());
    assert_eq!(attribute(&incomplete, "testsuites", "failures"), "0");
    assert_eq!(attribute(&incomplete, "testsuites", "errors"), "5", "four required items and the conclusion");
    assert_eq!(attribute(&incomplete, "testsuites", "skipped"), "3", "two advised items and one for information");

    let red = junit(&mixed(), &english(), now());
    assert_eq!(attribute(&red, "testsuites", "failures"), "2", "the item and the conclusion");
    assert_eq!(attribute(&red, "testsuites", "errors"), "3");
    assert!(red.contains("<error type=\"could_not_check\" message=\"Could not check: There is no sign-in yet"));
}

#[test]
fn a_checklist_without_anything_required_is_not_green() {
    let mut assessment = ready();
    let checklist = assessment.checklist.own.as_mut().expect("its own");
    checklist.sections.iter_mut().flat_map(|section| &mut section.items).for_each(|item| {
        item.weight = crate::checklist::Weight::Advised;
    });
    let xml = junit(&assessment, &english(), now());
    assert_eq!(attribute(&xml, "testsuites", "errors"), "1");
}

/// Refuses markup whose elements do not nest.
pub(super) fn nests(markup: &str) {
    const VOID: [&str; 4] = ["meta", "br", "img", "hr"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[..end];
        assert!(!tag.contains('<'), "a tag within a tag: {tag}");
        rest = &rest[end + 1..];
        if tag.starts_with(['!', '?']) || tag.ends_with('/') {
            continue;
        }
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closes another element near {}", &rest[..rest.len().min(80)]);
        } else if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// Refuses links within the page to what it has not.
fn leads_somewhere(page: &str, before: &str, after: char) {
    for place in page.split(before).skip(1).map(|rest| rest.split(after).next().unwrap_or_default()) {
        assert!(page.contains(&format!("id=\"{place}\"")), "{place} leads nowhere");
    }
    assert!(page.contains(before), "nothing leads anywhere");
}

#[test]
fn html_stands_alone_and_can_be_listened_to() {
    for words in [english(), chinese()] {
        let report = Report::compose(&everything(), &words, &ReportOptions { now: now() });
        let page = html(&report);
        nests(&page);
        assert!(page.contains(&format!("<html lang=\"{}\">", words.language())));
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("@import"));
        assert!(page.contains("prefers-color-scheme: dark"));
        // Every verdict is read, not only seen: an icon is never without its word.
        assert_eq!(page.matches("<svg").count(), page.matches("</svg><span>").count());
        for left_out in [&[][..], &[Chapter::MetItems], &Chapter::ALL] {
            let report = report.clone().without(left_out, &words);
            leads_somewhere(&html(&report), "href=\"#", '"');
            leads_somewhere(&markdown(&report), "](<#", '>');
        }
        assert!(page.contains(&report.meta.zone) && page.contains(&report.meta.digest));
    }
}

#[test]
fn markdown_tables_are_whole() {
    for words in [english(), chinese()] {
        let report = Report::compose(&everything(), &words, &ReportOptions { now: now() });
        let text = markdown(&report);
        whole_tables(&text);
        assert!(text.contains("DRAFT") || text.contains("草稿"));
    }
}

/// Refuses a table whose rows have different numbers of cells.
pub(super) fn whole_tables(markdown: &str) {
    let mut width = None;
    for line in markdown.lines() {
        if !line.starts_with("| ") {
            width = None;
            continue;
        }
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(*width.get_or_insert(bars), bars, "{line}");
    }
}
