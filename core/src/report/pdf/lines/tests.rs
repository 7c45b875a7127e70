//! Where lines break, in both scripts.

use super::*;
use crate::report::pdf::style::CLOSE;

/// The lines of a text in a width of so many hanzi.
fn lines(text: &str, hanzi: usize) -> Vec<String> {
    let faces = Faces::new("zh-CN").unwrap();
    let width = faces.width("密", CLOSE) * hanzi as f32;
    let lines = wrap(&faces, &[Span::new(text, CLOSE)], width);
    for line in &lines {
        assert!(line.width <= width + 0.02, "{text}");
    }
    lines.iter().map(|line| line.runs.iter().map(|run| run.shown.as_str()).collect()).collect()
}

#[test]
fn no_line_starts_or_ends_with_the_wrong_mark() {
    assert_eq!(lines("一二三四，五六", 4), ["一二三", "四，五六"]);
    assert_eq!(lines("一二三（四五）六", 4), ["一二三", "（四五）", "六"]);
    assert_eq!(lines("一二三“四五”六", 4), ["一二三", "“四五”", "六"]);
    assert_eq!(lines("一二三四五六。", 3), ["一二三", "四五", "六。"]);
}

#[test]
fn names_stay_whole_while_they_fit() {
    assert_eq!(lines("to sync-01.contoso.local now", 11), ["to ", "sync-01.contoso.local ", "now"]);
    assert_eq!(lines("a well-known sign-off", 7), ["a well-known ", "sign-off"]);
    assert_eq!(lines("在DC=contoso,DC=local上", 11), ["在", "DC=contoso,DC=local", "上"]);
}

#[test]
fn what_is_wider_than_a_line_breaks_at_a_joint_or_after_four_digits() {
    let host = lines("aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccc", 12);
    assert_eq!(host, ["aaaaaaaaaaaaaaaa.", "bbbbbbbbbbbbbbbb.", "cccccccccc"]);
    let digest = lines(&"0123456789abcdef".repeat(4), 10);
    assert!(digest.len() > 1 && digest.iter().all(|line| line.len() % 4 == 0), "{digest:?}");
    assert_eq!(lines(&"x".repeat(4000), 1).concat().len(), 4000);
}

#[test]
fn a_single_line_is_cut_with_dots() {
    let faces = Faces::new("en").unwrap();
    let line = single(&faces, &"word ".repeat(100), CLOSE, 100.0);
    assert!(line.width <= 100.0);
    assert!(line.runs.last().unwrap().shown.ends_with("..."));
}
