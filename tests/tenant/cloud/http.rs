//! Requests and answers as they go over the wire.

use serde_json::Value;
use tokio::{io::AsyncReadExt as _, net::TcpStream};

/// What a request was, for the tests to look at.
#[derive(Debug, Clone)]
pub struct Request {
    pub path: String,
    pub authorization: String,
    pub body: String,
}

/// The next request on a connection; `held` is what was read beyond the one before.
pub(super) async fn read(stream: &mut TcpStream, held: &mut Vec<u8>) -> Option<Request> {
    let mut part = vec![0; 16 * 1024];
    let end = loop {
        if let Some(end) = held.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
        held.extend_from_slice(&part[..read]);
    };
    let head = String::from_utf8_lossy(&held[..end]).into_owned();
    let header = |wanted: &str| {
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&format!("{wanted}:")));
        line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let length: usize = header("content-length").parse().unwrap_or(0);
    while held.len() < end + length {
        let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
        held.extend_from_slice(&part[..read]);
    }
    let body = String::from_utf8_lossy(&held[end..end + length]).into_owned();
    held.drain(..end + length);
    let line = head.lines().next().unwrap_or_default();
    Some(Request {
        path: line.split(' ').nth(1).unwrap_or_default().to_owned(),
        authorization: header("authorization"),
        body,
    })
}

/// An answer.
pub(super) fn answer(status: u16, headers: &[(String, String)], body: &str) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} Said\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    format!("{text}\r\n{body}").into_bytes()
}

/// An answer in JSON.
pub(super) fn json_answer(status: u16, body: &Value) -> Vec<u8> {
    answer(status, &[("Content-Type".to_owned(), "application/json".to_owned())], &body.to_string())
}

/// A path without escapes.
pub(super) fn percent_decoded(path: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", path.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
