//! The Application event log, asked of `wevtutil`: the events of the providers that tell of writeback, and how far back
//! the log goes.

use jiff::{SignedDuration, Timestamp};

use crate::facts::{
    Unavailable,
    events::{Event, EventLog},
};

/// The program, below the system's folder.
pub(super) const PROGRAM: &str = r"System32\wevtutil.exe";

/// The most events that are taken, the newest first.
const MOST: usize = 20_000;

/// The most that is read of the program's answer, in bytes.
pub(super) const LARGEST: usize = 256 * 1024 * 1024;

/// The providers that tell of writeback.
const PROVIDERS: [&str; 3] = ["PasswordResetService", "ADSync", "Directory Synchronization"];

/// Arguments for the events of the last `days`.
pub(super) fn arguments(days: u32) -> Vec<String> {
    let providers = PROVIDERS.map(|name| format!("@Name='{name}'")).join(" or ");
    let span_ms = u64::from(days) * 24 * 3600 * 1000;
    let query = format!("*[System[Provider[{providers}] and TimeCreated[timediff(@SystemTime) <= {span_ms}]]]");
    let fixed = ["/rd:true", "/f:RenderedXml", "/uni:true"].map(str::to_owned);
    let mut arguments = vec!["qe".to_owned(), "Application".to_owned(), format!("/q:{query}"), format!("/c:{MOST}")];
    arguments.extend(fixed);
    arguments
}

/// Arguments for the oldest event of the log, whoever wrote it.
pub(super) fn arguments_for_oldest() -> Vec<String> {
    ["qe", "Application", "/c:1", "/rd:false", "/f:xml", "/uni:true"].map(str::to_owned).to_vec()
}

/// The stretch of the log that was asked for. `oldest` is the answer about the oldest event, `events` the events.
pub(super) fn read(
    host: &str,
    days: u32,
    until: Timestamp,
    oldest: &[u8],
    events: &[u8],
) -> Result<EventLog, Unavailable> {
    let asked = until - SignedDuration::from_hours(i64::from(days) * 24);
    // A log without any event tells of no stretch: it was emptied a moment ago, or the program did nothing.
    let Some(begins) = parse(oldest)?.first().map(|event| event.at) else {
        return Err(Unavailable::NotInEvidence { what: "Application".to_owned() });
    };
    let mut events = parse(events)?;
    events.sort_by_key(|event| event.at);
    let mut from = begins.max(asked);
    if events.len() >= MOST {
        from = events.first().map_or(from, |event| event.at.max(from));
    }
    Ok(EventLog { host: host.to_owned(), from, until, events })
}

/// Events as `wevtutil` prints them: one element after the other, with none around them.
fn parse(printed: &[u8]) -> Result<Vec<Event>, Unavailable> {
    let malformed = |what: String| Unavailable::Malformed { what: format!("wevtutil: {what}") };
    if printed.len() > LARGEST {
        return Err(malformed(format!("more than {LARGEST} bytes")));
    }
    let text = decode(printed);
    let whole = format!("<Events>{}</Events>", text.trim_start_matches('\u{feff}'));
    let options = roxmltree::ParsingOptions { nodes_limit: 8_000_000, ..roxmltree::ParsingOptions::default() };
    let file =
        roxmltree::Document::parse_with_options(&whole, options).map_err(|error| malformed(error.to_string()))?;
    let root = file.root_element();
    // Whatever stands between events is no event: a message of the program, for one.
    if let Some(text) = root.children().filter_map(|node| node.text()).find(|text| !text.trim().is_empty()) {
        return Err(malformed(text.trim().chars().take(200).collect()));
    }
    root.children()
        .filter(roxmltree::Node::is_element)
        .map(|node| event(node).ok_or_else(|| malformed("an event without time, provider or id".to_owned())))
        .collect()
}

fn event(node: roxmltree::Node<'_, '_>) -> Option<Event> {
    // The namespace is the same for all, and of no interest.
    let child = |node: roxmltree::Node<'_, '_>, name: &str| {
        node.children().find(|child| child.tag_name().name() == name).map(|child| child.id())
    };
    let within = |path: &[&str]| {
        let mut at = node;
        for name in path {
            at = node.document().get_node(child(at, name)?)?;
        }
        Some(at)
    };
    let message = within(&["RenderingInfo", "Message"]).and_then(|message| message.text()).map(str::to_owned);
    // Where no program renders the message, what was put into it is still there.
    let message = message.unwrap_or_else(|| {
        let data = within(&["EventData"]).into_iter().flat_map(|data| data.children());
        data.filter_map(|one| one.text()).map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    });
    Some(Event {
        at: within(&["System", "TimeCreated"])?.attribute("SystemTime")?.parse().ok()?,
        provider: within(&["System", "Provider"])?.attribute("Name")?.to_owned(),
        id: within(&["System", "EventID"])?.text()?.trim().parse().ok()?,
        message,
    })
}

/// UTF-16 as the switch asks for; UTF-8 where an older program does not know the switch.
fn decode(bytes: &[u8]) -> String {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.get(1) == Some(&0);
    if is_utf16 {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    }
}
