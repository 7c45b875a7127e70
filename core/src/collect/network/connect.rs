//! CONNECT: asks a proxy for a tunnel, and tells apart the ways in which proxies say no.

use base64::{Engine, engine::general_purpose::STANDARD};
use tokio::{io::AsyncWriteExt, net::TcpStream};

use super::{
    ProxyAddress,
    breakage::of_io,
    http::{NoHead, host_header, read_head},
};
use crate::{
    Secret,
    facts::network::{Break, ProxySeen},
};

/// A tunnel that the proxy says is open.
pub(super) struct Tunnel {
    pub(super) seen: ProxySeen,
    /// The answer looks like a page. Some proxies describe a body where there is none, so that only what the tunnel
    /// then carries can tell.
    pub(super) page_likely: bool,
}

/// Asks for a tunnel to `host:port`. The caller sets the deadline.
pub(super) async fn connect(
    stream: &mut TcpStream,
    proxy: &ProxyAddress,
    host: &str,
    port: u16,
) -> Result<Tunnel, Break> {
    let request = request(proxy, host, port);
    stream.write_all(request.expose().as_bytes()).await.map_err(|error| of_io(&error))?;
    let head = match read_head(stream).await {
        Ok(head) => head,
        Err(NoHead::Broke(broke)) => return Err(broke),
        Err(NoHead::NotHttp(_)) => return Err(Break::ProxyNotHttp),
    };
    match head.status {
        200..300 => {}
        403 => return Err(Break::ProxyForbids),
        407 => return Err(asks_for_credentials(head.values("proxy-authenticate"))),
        status => return Err(Break::ProxyAnswered { status }),
    }
    // In a tunnel to a TLS server nobody speaks before this machine does.
    if !head.rest.is_empty() {
        return Err(Break::ProxyPage { status: head.status });
    }
    let html = head.values("content-type").any(|value| value.to_ascii_lowercase().contains("html"));
    let page_likely = html || head.content_length().is_some_and(|length| length > 0);
    Ok(Tunnel { seen: ProxySeen { status: head.status }, page_likely })
}

/// 407, with the names of the schemes offered.
pub(super) fn asks_for_credentials<'a>(offers: impl Iterator<Item = &'a str>) -> Break {
    let mut schemes: Vec<&str> = Vec::new();
    for scheme in offers.filter_map(|offer| offer.split([' ', ',']).find(|word| !word.is_empty())) {
        if !schemes.contains(&scheme) {
            schemes.push(scheme);
        }
    }
    Break::ProxyAsksForCredentials { scheme: schemes.join(", ") }
}

/// The request as a secret, since it may carry the password.
fn request(proxy: &ProxyAddress, host: &str, port: u16) -> Secret {
    let target = host_header(host, port, 0);
    let authorization = proxy.credentials().map_or_else(
        || Secret::new(String::new()),
        |given| {
            let pair = Secret::new(format!("{}:{}", given.name, given.password.expose()));
            let token = Secret::new(STANDARD.encode(pair.expose()));
            Secret::new(format!("Proxy-Authorization: Basic {}\r\n", token.expose()))
        },
    );
    Secret::new(format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{}\r\n", authorization.expose()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_named_once_each() {
        let offers = ["Negotiate", "NTLM", "Basic realm=\"a, b\"", "NTLM TlRM"];
        assert_eq!(
            asks_for_credentials(offers.into_iter()),
            Break::ProxyAsksForCredentials { scheme: "Negotiate, NTLM, Basic".into() }
        );
    }

    #[test]
    fn credentials_are_sent_only_when_given() {
        let proxy = ProxyAddress::new("proxy", 8080);
        assert_eq!(request(&proxy, "a.b", 443).expose(), "CONNECT a.b:443 HTTP/1.1\r\nHost: a.b:443\r\n\r\n");
        let proxy = proxy.with_credentials("Aladdin", Secret::new("open sesame".into()));
        assert!(request(&proxy, "a.b", 443).expose().contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n\r\n"));
    }
}
