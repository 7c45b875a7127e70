//! The revisions of a file: what was written first, and every update appended since. Every byte must be accounted for: the
//! revisions follow each other without a gap, and each consists of the objects that its own table names, at the places
//! that it names, and nothing else. So there is no object that one reader sees and another does not.

use lopdf::{Document, xref::XrefEntry};

use super::document;
use crate::{Message, msg};

/// The most updates that are looked at.
const MOST: usize = 32;

/// A revision: the file as it was then.
pub(super) struct Revision {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// All objects as of then.
    pub(super) document: Document,
}

/// All revisions, the first one first.
///
/// # Errors
/// What is not as it must be.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Revision>, Message> {
    let damaged = || msg!("verify-damaged");
    let mut tables = Vec::new();
    let mut next = Some(last_table(bytes).ok_or_else(|| msg!("verify-truncated"))?);
    while let Some(table) = next {
        if tables.len() == MOST {
            return Err(msg!("verify-too-many-updates"));
        }
        tables.push(table);
        next = previous(bytes, table)?;
        // A table that leads forward would be a circle.
        if next.is_some_and(|before| before >= table) {
            return Err(damaged());
        }
    }
    tables.reverse();

    let mut revisions: Vec<Revision> = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let start = revisions.last().map_or(0, |before| before.end);
        let until = tables.get(index + 1).copied().unwrap_or(bytes.len());
        if *table < start {
            return Err(damaged());
        }
        let end = end_of(bytes, *table, until).ok_or_else(|| match index + 1 == tables.len() {
            true => msg!("verify-truncated"),
            false => damaged(),
        })?;
        let document = document::load(&bytes[..end]).ok_or_else(damaged)?;
        let revision = Revision { start, end, document };
        accounted(bytes, &revision, *table)?;
        revisions.push(revision);
    }
    match revisions.last() {
        Some(last) if last.end == bytes.len() => Ok(revisions),
        _ => Err(msg!("verify-bytes-after-end")),
    }
}

/// Where the last table is, as the end of the file says.
fn last_table(bytes: &[u8]) -> Option<usize> {
    let mark = rfind(bytes, b"startxref", 2048)?;
    number(&bytes[mark + 9..]).map(|(table, _)| table).filter(|table| *table < bytes.len())
}

/// Where the table before this one is. Tables of both kinds at once could say two different things, and are refused.
fn previous(bytes: &[u8], table: usize) -> Result<Option<usize>, Message> {
    let damaged = || msg!("verify-damaged");
    let rest = &bytes[table..];
    let head = if rest.starts_with(b"xref") {
        let trailer = find(rest, b"trailer").ok_or_else(damaged)?;
        let end = find(&rest[trailer..], b"startxref").ok_or_else(damaged)?;
        &rest[trailer..trailer + end]
    } else {
        &rest[..find(rest, b"stream").ok_or_else(damaged)?]
    };
    if find(head, b"/XRefStm").is_some() {
        return Err(damaged());
    }
    let Some(at) = find(head, b"/Prev") else { return Ok(None) };
    if find(&head[at + 5..], b"/Prev").is_some() {
        return Err(damaged());
    }
    number(&head[at + 5..]).map(|(table, _)| Some(table)).ok_or_else(damaged)
}

/// The end of the revision with this table: after its mark and the end of that line.
fn end_of(bytes: &[u8], table: usize, until: usize) -> Option<usize> {
    let rest = &bytes[table..until];
    let mark = find(rest, b"startxref")?;
    let (said, length) = number(&rest[mark + 9..])?;
    let after = mark + 9 + length;
    let spaces = rest[after..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let end = rest[after + spaces..].strip_prefix(b"%%EOF")?;
    let line = match end {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    (said == table).then_some(table + after + spaces + 5 + line)
}

/// Every byte of a revision belongs to an object that its table names, to the table, or to a comment at its start.
fn accounted(bytes: &[u8], revision: &Revision, table: usize) -> Result<(), Message> {
    let stray = || msg!("verify-hidden-bytes");
    let mut places = Vec::new();
    for (id, entry) in &revision.document.reference_table.entries {
        let XrefEntry::Normal { offset, generation } = entry else { continue };
        let offset = *offset as usize;
        // The header must be the object's own, in whatever revision it is.
        let header = format!("{id} {generation} obj");
        if !bytes.get(offset..).is_some_and(|rest| rest.starts_with(header.as_bytes())) {
            return Err(stray());
        }
        if offset >= revision.start && offset != table {
            places.push(offset);
        }
    }
    places.sort_unstable();
    places.dedup();
    if places.iter().any(|place| *place > table) {
        return Err(stray());
    }
    let first = places.first().copied().unwrap_or(table);
    if !only_comments(&bytes[revision.start..first]) {
        return Err(stray());
    }
    for (index, place) in places.iter().enumerate() {
        let end = places.get(index + 1).copied().unwrap_or(table);
        if !one_object(&bytes[*place..end]) {
            return Err(stray());
        }
    }
    // Between the table and the mark that ends the revision there is the table alone.
    let tail = &bytes[table..revision.end];
    let mark = find(tail, b"startxref").ok_or_else(stray)?;
    let sound =
        if tail.starts_with(b"xref") { find(&tail[..mark], b"obj").is_none() } else { one_object(&tail[..mark]) };
    if sound { Ok(()) } else { Err(stray()) }
}

fn only_comments(bytes: &[u8]) -> bool {
    bytes
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .all(|line| line.starts_with(b"%") || line.iter().all(u8::is_ascii_whitespace))
}

/// One object from its header to its end, and nothing after it but space.
fn one_object(bytes: &[u8]) -> bool {
    let ends: &[u8] = b"endobj";
    let trimmed = bytes.trim_ascii_end();
    let Some(body) = trimmed.strip_suffix(ends) else { return false };
    // What a stream holds is its own matter; its length is checked by the reader. Before it, and in an object without
    // one, there can be no second object.
    match find(body, b"stream") {
        Some(at) if find(body, b"endstream").is_some_and(|end| end > at) => {
            let after = rfind(body, b"endstream", body.len()).map(|end| &body[end + 9..]);
            find(&body[..at], ends).is_none() && after.is_some_and(|after| after.iter().all(u8::is_ascii_whitespace))
        }
        _ => find(body, ends).is_none(),
    }
}

/// A number after space, and how many bytes both take.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let space = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let digits = bytes[space..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(&bytes[space..space + digits]).ok()?;
    Some((text.parse().ok()?, space + digits))
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn rfind(bytes: &[u8], what: &[u8], within: usize) -> Option<usize> {
    let from = bytes.len().saturating_sub(within);
    bytes[from..].windows(what.len()).rposition(|window| window == what).map(|at| at + from)
}
