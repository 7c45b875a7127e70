//! The assessment inside of a report, and what binds the pages to it.

use std::{collections::BTreeMap, path::Path};

use jiff::{Timestamp, tz::TimeZone};
use lopdf::{Dictionary, Document, Object};

use super::document::{LARGEST_STREAM, catalog, dictionary, text, value};
use crate::{
    Message,
    assessment::{Assessment, file},
    msg,
    report::{
        Chapter, Letterhead,
        pdf::finish::{
            associated::{ASSESSMENT, LETTERHEAD},
            properties::NAMESPACE,
        },
    },
};

/// What the properties of the document say of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binding {
    /// Digest that the embedded assessment must have.
    pub(super) digest: String,
    /// Time for which the report speaks.
    pub(super) printed_at: Timestamp,
    /// Time zone, by name or offset.
    pub(super) zone: String,
    /// The pages were made to be signed.
    pub(super) for_signature: bool,
    /// The chapters that the pages leave out; none when they name one that this program does not know.
    pub(super) left_out: Option<Vec<Chapter>>,
    /// The program that laid out the pages.
    pub(super) edition: String,
}

impl Binding {
    /// Reads it; none when the document is no report.
    pub(super) fn of(document: &Document) -> Option<Self> {
        let (_, root) = catalog(document)?;
        let packet = value(document, root, b"Metadata")?.as_stream().ok()?;
        let packet = packet.get_plain_content_with_limit(1024 * 1024).ok()?;
        let packet = std::str::from_utf8(&packet).ok()?;
        if !packet.contains(&format!("xmlns:wbr=\"{NAMESPACE}\"")) {
            return None;
        }
        // The packet is this program's own, whose texts hold no markup; anything else does not parse here.
        let property = |name: &str| {
            let (_, rest) = packet.split_once(&format!("<wbr:{name}>"))?;
            let (value, after) = rest.split_once(&format!("</wbr:{name}>"))?;
            let once = !after.contains(&format!("<wbr:{name}>"));
            (once && !value.contains('<')).then(|| value.replace("&amp;", "&"))
        };
        Some(Self {
            digest: property("digest")?,
            printed_at: property("printedAt")?.parse().ok()?,
            zone: property("zone")?,
            for_signature: property("forSignature")? == "True",
            // Earlier editions left nothing out, and did not say so.
            left_out: property("leftOut").unwrap_or_default().split_whitespace().map(Chapter::named).collect(),
            edition: property("edition")?,
        })
    }

    /// The time zone; UTC when this machine does not know it.
    pub(super) fn time_zone(&self) -> TimeZone {
        jiff::fmt::temporal::DateTimeParser::new().parse_time_zone(&self.zone).unwrap_or(TimeZone::UTC)
    }
}

/// The language of the document.
pub(super) fn language(document: &Document) -> Option<String> {
    text(catalog(document)?.1, b"Lang")
}

/// Reads the assessment with its attached files.
///
/// # Errors
/// It is not there, damaged, too large, or of a newer program.
pub(super) fn assessment(document: &Document) -> Result<Assessment, Message> {
    let missing = || msg!("verify-no-assessment");
    let mut json = None;
    let mut files = BTreeMap::new();
    for specification in associated(document).ok_or_else(missing)? {
        let name = text(specification, b"UF").ok_or_else(missing)?;
        let data = content(document, specification).ok_or_else(|| msg!("verify-file-unreadable", name = &name))?;
        if name == ASSESSMENT {
            json = Some(data);
        } else if name != LETTERHEAD {
            files.insert(crate::assessment::sha256_hex(&data), data);
        }
    }
    let json = json.ok_or_else(missing)?;
    file::parse_with_files(Path::new(ASSESSMENT), &json, files).map_err(|why| match why {
        file::FileError::Newer { version, .. } => msg!("verify-newer", version = version as i64),
        why => msg!("verify-assessment-damaged", why = why.to_string()),
    })
}

/// Reads on whose paper the report is printed; none when it is on none.
///
/// # Errors
/// There is a letterhead, and it cannot be read.
pub(super) fn letterhead(document: &Document) -> Result<Option<Letterhead>, Message> {
    let files = associated(document).unwrap_or_default();
    let Some(file) = files.into_iter().find(|file| text(file, b"UF").as_deref() == Some(LETTERHEAD)) else {
        return Ok(None);
    };
    let read = content(document, file).and_then(|json| Letterhead::from_json(&json));
    read.map(Some).ok_or_else(|| msg!("verify-file-unreadable", name = LETTERHEAD))
}

/// The files of the document. Both lists must name the same ones, or two readers would open two different files.
fn associated(document: &Document) -> Option<Vec<&Dictionary>> {
    let (_, root) = catalog(document)?;
    let listed = value(document, root, b"AF")?.as_array().ok()?;
    let names = dictionary(document, dictionary(document, root, b"Names")?, b"EmbeddedFiles")?;
    let named = value(document, names, b"Names")?.as_array().ok()?;
    let named: Vec<&Object> = named.iter().skip(1).step_by(2).collect();
    if named.len() != listed.len() || !listed.iter().zip(named).all(|(a, b)| a == b) {
        return None;
    }
    listed.iter().map(|file| document.dereference(file).ok()?.1.as_dict().ok()).collect()
}

fn content(document: &Document, specification: &Dictionary) -> Option<Vec<u8>> {
    let embedded = dictionary(document, specification, b"EF")?;
    let file = embedded.get(b"F").ok()?;
    if embedded.get(b"UF").ok().is_some_and(|other| other != file) {
        return None;
    }
    let stream = document.dereference(file).ok()?.1.as_stream().ok()?;
    stream.get_plain_content_with_limit(LARGEST_STREAM).ok()
}
