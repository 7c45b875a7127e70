//! Lines: a paragraph of spans is measured and broken to a width. Breaks follow UAX #14, which knows what may not start
//! or end a line in Chinese; host names, paths and digests stay whole as long as they fit into a line.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{
    faces::{FaceName, Faces, clean},
    style::Style,
};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A place in this document.
    Place(String),
    /// An address.
    Address(String),
}

/// A piece of text in one style.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    text: String,
    style: Style,
    target: Option<Target>,
}

impl Span {
    /// Text in a style.
    pub(crate) fn new(text: &str, style: Style) -> Self {
        Self { text: clean(text), style, target: None }
    }

    /// Text that leads somewhere.
    pub(crate) fn link(text: &str, style: Style, target: Target) -> Self {
        Self { text: clean(text), style, target: Some(target) }
    }
}

/// A part of a line that is drawn in one go.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// The face.
    pub(crate) face: FaceName,
    /// What is drawn.
    pub(crate) shown: String,
    /// What it stands for, when that is something else.
    pub(crate) actual: Option<String>,
    /// The style.
    pub(crate) style: Style,
    /// Where it leads.
    pub(crate) target: Option<Target>,
    /// True for hanzi and what goes with them.
    pub(crate) hanzi: bool,
    /// Distance from the start of the line.
    pub(crate) x: f32,
    /// Width.
    pub(crate) width: f32,
}

/// A line of text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Its runs from left to right.
    pub(crate) runs: Vec<Run>,
    /// Width without the space at the end.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
    /// Size of the tallest letters.
    pub(crate) size: f32,
}

/// A character with what is needed to place it.
struct Placed {
    wanted: char,
    shown: char,
    face: FaceName,
    width: f32,
    span: usize,
    hanzi: bool,
}

/// Breaks a paragraph to a width. No line is wider; an empty paragraph has no lines.
pub(crate) fn wrap(faces: &Faces, spans: &[Span], width: f32) -> Vec<Line> {
    let placed = place(faces, spans);
    let breaks = breaks(&placed);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < placed.len() {
        let (end, next) = fit(&placed, &breaks, start, width);
        lines.push(line(&placed[start..end], spans));
        start = next;
    }
    lines
}

/// Sets a text in one line, cut with three dots when it is too wide.
pub(crate) fn single(faces: &Faces, text: &str, style: Style, width: f32) -> Line {
    let whole = Span::new(&text.replace(['\n', '\r'], " "), style);
    let mut placed = place(faces, std::slice::from_ref(&whole));
    if total(&placed) > width {
        let dots = place(faces, &[Span::new("...", style)]);
        let room = width - total(&dots);
        let mut used = 0.0;
        let keep = placed.iter().take_while(|p| {
            used += p.width;
            used <= room
        });
        let keep = keep.count();
        placed.truncate(keep);
        placed.extend(dots);
    }
    line(&placed, std::slice::from_ref(&whole))
}

fn total(placed: &[Placed]) -> f32 {
    placed.iter().map(|p| p.width).sum()
}

fn place(faces: &Faces, spans: &[Span]) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        for wanted in span.text.chars() {
            let glyph = faces.glyph(span.style.cut, if wanted == '\n' { ' ' } else { wanted });
            let width = if wanted == '\n' { 0.0 } else { glyph.width * span.style.size };
            // Neutral characters stay with what is before them.
            let hanzi = match is_hanzi(wanted) {
                true => true,
                false if wanted.is_alphabetic() => false,
                false => placed.last().is_some_and(|before| before.hanzi),
            };
            placed.push(Placed { wanted, shown: glyph.shown, face: glyph.face, width, span: index, hanzi });
        }
    }
    placed
}

/// Hanzi and the full-width forms.
pub(crate) fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// What may follow a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Break,
    End,
}

fn breaks(placed: &[Placed]) -> Vec<After> {
    let hanzi_near = |at: usize| {
        let near = |i: Option<usize>| i.and_then(|i| placed.get(i)).is_some_and(|p| is_hanzi(p.wanted));
        near(at.checked_sub(1)) || near(Some(at + 1))
    };
    // Curly quotes are the same characters in both scripts. Beside hanzi they behave like brackets.
    let text: String = (placed.iter().enumerate())
        .map(|(at, p)| match p.wanted {
            '\u{201C}' | '\u{2018}' if hanzi_near(at) => '\u{300C}',
            '\u{201D}' | '\u{2019}' if hanzi_near(at) => '\u{300D}',
            c => c,
        })
        .collect();
    let mut after = vec![After::Nothing; placed.len()];
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    for (at, kind) in linebreaks(&text) {
        let Ok(index) = ends.binary_search(&at) else { continue };
        after[index] = match kind {
            BreakOpportunity::Mandatory if placed[index].wanted == '\n' => After::End,
            BreakOpportunity::Mandatory => After::Nothing,
            BreakOpportunity::Allowed => After::Break,
        };
    }
    keep_names_whole(placed, &mut after);
    after
}

/// Takes back the breaks inside of host names, paths, versions and digests. A word with a hyphen keeps its break.
fn keep_names_whole(placed: &[Placed], after: &mut [After]) {
    let mut start = 0;
    while start < placed.len() {
        let inside = |p: &Placed| p.wanted.is_ascii_graphic();
        if !inside(&placed[start]) {
            start += 1;
            continue;
        }
        let end = start + placed[start..].iter().take_while(|p| inside(p)).count();
        let word =
            placed[start..end].iter().all(|p| p.wanted.is_ascii_alphabetic() || ",;:!?()'\"-.".contains(p.wanted));
        let dotted =
            placed[start..end].windows(2).any(|two| two[0].wanted == '.' && two[1].wanted.is_ascii_alphanumeric());
        if !word || dotted {
            for mark in &mut after[start..end - 1] {
                if *mark == After::Break {
                    *mark = After::Nothing;
                }
            }
        }
        start = end;
    }
}

/// The end of the line that starts at `start`, and the start of the next one.
fn fit(placed: &[Placed], breaks: &[After], start: usize, width: f32) -> (usize, usize) {
    let mut used = 0.0;
    let mut last_break = None;
    for at in start..placed.len() {
        let p = &placed[at];
        used += p.width;
        // A space may stand out, it is not seen. A hundredth of a point is the error of the sum.
        if used > width + 0.01 && !p.wanted.is_whitespace() {
            let end = last_break.unwrap_or_else(|| emergency(placed, start, at));
            return (end, end);
        }
        match breaks[at] {
            After::End => return (at, at + 1),
            After::Break => last_break = Some(at + 1),
            After::Nothing => {}
        }
    }
    (placed.len(), placed.len())
}

/// Where to break what has no break and is wider than the line: after a mark that joins parts of a name, else after
/// four digits of a digest, else anywhere. At least one character goes into the line.
fn emergency(placed: &[Placed], start: usize, over: usize) -> usize {
    let joint = |p: &Placed| "./=\\_-:,;&?@|+".contains(p.wanted);
    // A joint near the start would leave the line almost empty.
    let early = start + (over - start) / 3;
    if let Some(at) = (early..over).rev().find(|at| joint(&placed[*at])) {
        return at + 1;
    }
    if placed[start..over].iter().all(|p| p.wanted.is_ascii_hexdigit()) && over - start > 4 {
        return start + (over - start) / 4 * 4;
    }
    over.max(start + 1)
}

fn line(placed: &[Placed], spans: &[Span]) -> Line {
    let mut line = Line::default();
    let mut x = 0.0;
    for p in placed {
        let span = &spans[p.span.min(spans.len() - 1)];
        let same = p.shown == p.wanted || (p.wanted == '\u{A0}' && p.shown == ' ');
        match line.runs.last_mut() {
            Some(run)
                if run.face == p.face
                    && run.style == span.style
                    && run.target == span.target
                    && run.hanzi == p.hanzi
                    && run.actual.is_none() == same =>
            {
                run.shown.push(p.shown);
                if let Some(actual) = &mut run.actual {
                    actual.push(p.wanted);
                }
                run.width += p.width;
            }
            _ => line.runs.push(Run {
                face: p.face,
                shown: p.shown.to_string(),
                actual: (!same).then(|| p.wanted.to_string()),
                style: span.style,
                target: span.target.clone(),
                hanzi: p.hanzi,
                x,
                width: p.width,
            }),
        }
        x += p.width;
        if !p.wanted.is_whitespace() {
            line.width = x;
        }
        line.height = line.height.max(span.style.line);
        line.size = line.size.max(span.style.size);
    }
    if placed.is_empty()
        && let Some(span) = spans.first()
    {
        (line.height, line.size) = (span.style.line, span.style.size);
    }
    line
}

#[cfg(test)]
mod tests;
