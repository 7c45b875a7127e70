//! The page that the browser comes back to: a listener on loopback that takes one answer and shows a closing page.

use std::net::{Ipv4Addr, Ipv6Addr};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::TcpListener,
};
use url::Url;

use super::SignInRefused;

/// The most that a browser's request may have, in bytes. Codes are long.
const LARGEST: usize = 32 * 1024;

/// Waits for the browser.
pub(super) struct Listener {
    four: TcpListener,
    /// Some systems let `localhost` lead here first.
    six: Option<TcpListener>,
    port: u16,
}

impl Listener {
    /// Opens a free port.
    pub(super) async fn open() -> Result<Self, SignInRefused> {
        let four = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(|_| SignInRefused::NoListener)?;
        let port = four.local_addr().map_err(|_| SignInRefused::NoListener)?.port();
        let six = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await.ok();
        Ok(Self { four, six, port })
    }

    /// The redirect address. Entra takes any port of `http://localhost` for a public client.
    pub(super) fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The code that the browser brings. What does not carry our state is turned away, and waited past.
    pub(super) async fn code(&self, state: &str, done: &str) -> Result<String, SignInRefused> {
        loop {
            let six = async {
                match &self.six {
                    Some(listener) => listener.accept().await,
                    None => std::future::pending().await,
                }
            };
            let accepted = tokio::select! {
                accepted = self.four.accept() => accepted,
                accepted = six => accepted,
            };
            let Ok((mut stream, _)) = accepted else { continue };
            // A browser that opens a connection and says nothing must not keep the real one waiting.
            let limit = std::time::Duration::from_secs(5);
            let taken = tokio::time::timeout(limit, answer(&mut stream, state, done)).await;
            if let Ok(Some(outcome)) = taken {
                return outcome;
            }
        }
    }
}

/// Reads one request and answers it; none when it was not the one that is waited for.
async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    state: &str,
    done: &str,
) -> Option<Result<String, SignInRefused>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut part).await.ok()?;
        if read == 0 || head.len() > LARGEST {
            return None;
        }
        head.extend_from_slice(part.get(..read)?);
    }
    let text = String::from_utf8_lossy(&head);
    let mut words = text.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let outcome = (method == "GET").then(|| outcome(target, state)).flatten();
    let (status, page) = if outcome.is_some() { ("200 OK", done) } else { ("404 Not Found", "") };
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{page}",
        page.len()
    );
    // The code counts, not whether the browser stayed to hear our thanks.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
    outcome
}

fn outcome(target: &str, state: &str) -> Option<Result<String, SignInRefused>> {
    let url = Url::parse("http://localhost").ok()?.join(target).ok()?;
    if url.path() != "/" {
        return None;
    }
    let field = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    if field("state")? != state {
        return None;
    }
    if let Some(error) = field("error") {
        return Some(Err(SignInRefused::of(&error, &field("error_description").unwrap_or_default())));
    }
    Some(Ok(field("code").filter(|code| !code.is_empty())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answer_to_our_question_counts() {
        assert_eq!(outcome("/?code=abc&state=s", "s"), Some(Ok("abc".to_owned())));
        for other in
            ["/?code=abc&state=x", "/?code=abc", "/favicon.ico?code=abc&state=s", "/?state=s", "//evil/?state=s"]
        {
            assert_eq!(outcome(other, "s"), None, "{other}");
        }
        let declined = outcome("/?error=access_denied&error_description=AADSTS65004&state=s", "s");
        assert!(matches!(declined, Some(Err(SignInRefused::Service { .. }))));
    }
}
