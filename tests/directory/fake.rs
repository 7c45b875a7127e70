//! A server that plays what a real one here does not do: it says what it was given, whatever it is asked.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

use crate::samba::HOST;

/// A server that answers each message with the next of these, and then closes. `0xff` stands for the message's id.
pub struct Fake {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its certificate, which is its own authority.
    pub root: CertificateDer<'static>,
}

impl Fake {
    /// With these answers, on this machine's loopback.
    pub async fn answering(answers: Vec<Vec<u8>>) -> Self {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec![HOST.to_owned()]).expect("a name");
        let root = params.self_signed(&key).expect("a certificate").der().clone();
        let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![root.clone()], PrivateKeyDer::try_from(key.serialize_der()).expect("a key"))
            .expect("a matching key");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.expect("a client");
            let mut stream = acceptor.accept(stream).await.expect("a handshake");
            for answer in answers {
                let mut question = [0; 32 * 1024];
                let length = stream.read(&mut question).await.unwrap_or_default();
                if length == 0 {
                    return;
                }
                // SEQUENCE, its length in one byte or more, INTEGER of one byte.
                let at = if question[1] < 0x80 { 2 } else { 2 + usize::from(question[1] & 0x7f) };
                let id = question[at + 2];
                let answer: Vec<u8> = answer.into_iter().map(|byte| if byte == 0xff { id } else { byte }).collect();
                stream.write_all(&answer).await.ok();
                stream.flush().await.ok();
            }
            stream.shutdown().await.ok();
        });
        Self { address, root }
    }
}

/// A result message: the application tag, and the code.
pub fn result(tag: u8, code: u8) -> Vec<u8> {
    result_saying(tag, code, "")
}

/// A result message with words, of a hundred bytes at most.
pub fn result_saying(tag: u8, code: u8, words: &str) -> Vec<u8> {
    let length = u8::try_from(words.len()).expect("short");
    let head = [0x30, length + 12, 2, 1, 0xff, tag, length + 7, 10, 1, code, 4, 0, 4, length];
    [&head[..], words.as_bytes()].concat()
}
