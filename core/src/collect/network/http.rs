//! HTTP/1.1 by hand: one GET, the head of the answer within limits, the first bytes of its body. Redirects are not
//! followed, for the question is who answers here.

use std::{collections::BTreeMap, time::Duration};

use jiff::Timestamp;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    time::{Instant, timeout_at},
};

use super::breakage::{millis, of_io};
use crate::facts::network::{Break, HttpSeen};

/// The most bytes of a head that are read.
const LARGEST_HEAD: usize = 32 * 1024;
/// The most headers that are read.
const MOST_HEADERS: usize = 100;
/// How much of a body is kept.
pub(super) const BODY_START: usize = 512;
/// How much of a body is read to have that much of it, with the marks of its chunks.
const BODY_READ: usize = 2048;
/// The most bytes of a header's value that are kept.
const LARGEST_VALUE: usize = 512;

/// The headers that tell a relay from a proxy's page.
const OF_INTEREST: [&str; 7] = ["server", "via", "location", "www-authenticate", "content-type", "date", "x-cache"];

/// The head of an answer.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) status: u16,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    /// What was read beyond the head.
    pub(super) rest: Vec<u8>,
}

/// Why there is no head.
#[derive(Debug)]
pub(super) enum NoHead {
    /// The connection broke before anything came.
    Broke(Break),
    /// Something came, and it is no HTTP answer.
    NotHttp(String),
}

impl From<NoHead> for Break {
    fn from(why: NoHead) -> Self {
        match why {
            NoHead::Broke(broke) => broke,
            NoHead::NotHttp(detail) => Self::HttpMalformed { detail },
        }
    }
}

impl Head {
    /// The values of a header, in order.
    pub(super) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The length the answer claims for its body.
    pub(super) fn content_length(&self) -> Option<usize> {
        self.value("content-length")?.trim().parse().ok()
    }

    fn is_chunked(&self) -> bool {
        self.value("transfer-encoding").is_some_and(|value| value.to_ascii_lowercase().contains("chunked"))
    }
}

/// Reads the head of an answer, passing interim answers over. The caller sets the deadline.
pub(super) async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> Result<Head, NoHead> {
    let mut read = Vec::new();
    let mut part = [0; 4096];
    loop {
        while let Some(head) = parse(&read)? {
            if head.status >= 200 || head.status == 101 {
                return Ok(head);
            }
            read = head.rest;
        }
        if read.len() > LARGEST_HEAD {
            return Err(NoHead::NotHttp(format!("more than {} KiB of headers", LARGEST_HEAD / 1024)));
        }
        match stream.read(&mut part).await {
            Ok(0) if read.is_empty() => return Err(NoHead::Broke(Break::Closed)),
            Ok(0) => return Err(NoHead::NotHttp("the answer ended within its headers".to_owned())),
            Ok(count) => read.extend_from_slice(&part[..count]),
            Err(error) => return Err(NoHead::Broke(of_io(&error))),
        }
    }
}

fn parse(read: &[u8]) -> Result<Option<Head>, NoHead> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut response = httparse::Response::new(&mut headers);
    match response.parse(read) {
        Ok(httparse::Status::Partial) => Ok(None),
        Ok(httparse::Status::Complete(length)) => Ok(Some(Head {
            status: response.code.unwrap_or_default(),
            headers: response
                .headers
                .iter()
                .map(|header| (header.name.to_ascii_lowercase(), text(header.value, LARGEST_VALUE)))
                .collect(),
            rest: read[length..].to_vec(),
        })),
        Err(httparse::Error::TooManyHeaders) => Err(NoHead::NotHttp(format!("more than {MOST_HEADERS} headers"))),
        Err(error) => Err(NoHead::NotHttp(error.to_string())),
    }
}

/// One request and its answer.
#[derive(Debug)]
pub(super) struct Exchange {
    pub(super) answer: HttpSeen,
    /// How long the head of the answer took.
    pub(super) head_took: Duration,
    /// When the request went, by this machine's clock.
    pub(super) sent_at: Timestamp,
    /// When the head of the answer was there, by this machine's clock.
    pub(super) answered_at: Timestamp,
    /// True when a cache may have given the answer, whose date is then of another time.
    pub(super) from_cache: bool,
}

/// Sends a GET and reads the answer within `limit`. A body that does not end in time, or never, is cut.
pub(super) async fn get(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    host: &str,
    path: &str,
    limit: Duration,
) -> Result<Exchange, Break> {
    let began = Instant::now();
    let deadline = began + limit;
    let timed_out = |_| Break::TimedOut { after_ms: millis(limit) };
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: writeback-readiness\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    );
    let sent_at = Timestamp::now();
    let send = async {
        stream.write_all(request.as_bytes()).await?;
        stream.flush().await
    };
    timeout_at(deadline, send).await.map_err(timed_out)?.map_err(|error| of_io(&error))?;
    let head = timeout_at(deadline, read_head(stream)).await.map_err(timed_out)??;
    let (head_took, answered_at) = (began.elapsed(), Timestamp::now());
    let mut body = head.rest.clone();
    let mut part = [0; 1024];
    let enough = head.content_length().map_or(BODY_READ, |length| length.min(BODY_READ));
    while body.len() < enough && !(head.is_chunked() && body.ends_with(b"0\r\n\r\n")) {
        // The head already tells who answered, so a body that breaks off takes nothing from it.
        match timeout_at(deadline, stream.read(&mut part)).await {
            Ok(Ok(count)) if count > 0 => body.extend_from_slice(&part[..count]),
            _ => break,
        }
    }
    body.truncate(enough);
    let body = if head.is_chunked() { without_chunk_marks(&body) } else { body };
    let headers = of_interest(head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
    let from_cache = head.value("age").is_some();
    let answer = HttpSeen { status: head.status, headers, body_start: text(&body, BODY_START) };
    Ok(Exchange { answer, head_took, sent_at, answered_at, from_cache })
}

/// The headers that facts keep.
pub(super) fn of_interest<'a>(headers: impl Iterator<Item = (&'a str, &'a [u8])>) -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    for (name, value) in headers.filter(|(name, _)| OF_INTEREST.contains(name)) {
        let value = text(value, LARGEST_VALUE);
        kept.entry(name.to_owned())
            .and_modify(|all: &mut String| {
                all.push_str(", ");
                all.push_str(&value);
            })
            .or_insert(value);
    }
    kept
}

/// The first `most` bytes as text; a character cut in two is left out, what is no text is replaced.
pub(super) fn text(bytes: &[u8], most: usize) -> String {
    let cut = &bytes[..bytes.len().min(most)];
    let cut = match std::str::from_utf8(cut) {
        Err(error) if error.error_len().is_none() => &cut[..error.valid_up_to()],
        _ => cut,
    };
    String::from_utf8_lossy(cut).replace('\0', "\u{fffd}")
}

/// The body without the marks between its chunks, as far as they can be followed.
fn without_chunk_marks(mut raw: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Ok(httparse::Status::Complete((skip, length))) = httparse::parse_chunk_size(raw) {
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let chunk = &raw[skip..];
        if length == 0 || chunk.len() <= length {
            body.extend_from_slice(&chunk[..chunk.len().min(length)]);
            break;
        }
        body.extend_from_slice(&chunk[..length]);
        raw = chunk[length..].strip_prefix(b"\r\n").unwrap_or_default();
    }
    body
}

/// The value of the `Host` header: with the port when it is not the usual one.
pub(super) fn host_header(host: &str, port: u16, usual: u16) -> String {
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    if port == usual { host } else { format!("{host}:{port}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunk_marks_are_taken_out() {
        assert_eq!(without_chunk_marks(b"3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n"), b"abcde");
        assert_eq!(without_chunk_marks(b"5\r\nab"), b"ab");
        assert_eq!(without_chunk_marks(b"no marks"), b"");
    }

    #[test]
    fn text_is_cut_between_characters() {
        assert_eq!(text("aé".as_bytes(), 2), "a");
        assert_eq!(text(b"a\xff\0b", 10), "a\u{fffd}\u{fffd}b");
    }

    #[test]
    fn interim_answers_are_seen_as_such() {
        let head = parse(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\nVia: a\r\nVIA: b\r\n\r\n").expect("HTTP");
        let head = parse(&head.expect("whole").rest).expect("HTTP").expect("whole");
        assert_eq!((head.status, head.values("via").collect::<Vec<_>>()), (204, vec!["a", "b"]));
        assert!(matches!(parse(b"SSH-2.0-OpenSSH_9.2\r\n"), Err(NoHead::NotHttp(_))));
    }
}
