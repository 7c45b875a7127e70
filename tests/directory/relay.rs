//! A relay in front of a controller that fails after so many bytes of answers.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// What becomes of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It lasts.
    Lasts,
    /// It is closed after so many bytes of answers.
    ClosedAfter(usize),
    /// Nothing more comes after so many bytes of answers.
    SilentAfter(usize),
}

/// The relay. It ends with the test's runtime.
pub struct Relay {
    /// Where it listens.
    pub address: SocketAddr,
    /// Connections that came.
    pub connections: Arc<AtomicUsize>,
    /// Bytes of answers that were passed on.
    pub bytes: Arc<AtomicUsize>,
}

impl Relay {
    /// A relay to `target`, whose connections have these fates in turn; those that come later last.
    pub async fn to(target: SocketAddr, fates: &[Fate]) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (connections, bytes) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (counted, passed, fates) = (Arc::clone(&connections), Arc::clone(&bytes), fates.to_vec());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let fate = fates.get(counted.fetch_add(1, Ordering::SeqCst)).copied().unwrap_or(Fate::Lasts);
                tokio::spawn(pass(client, target, fate, Arc::clone(&passed)));
            }
        });
        Self { address, connections, bytes }
    }
}

async fn pass(client: TcpStream, target: SocketAddr, fate: Fate, passed: Arc<AtomicUsize>) {
    let Ok(server) = TcpStream::connect(target).await else { return };
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let questions = tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
    let mut sum = 0;
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = from_server.read(&mut chunk).await {
        let left = match fate {
            Fate::Lasts => read,
            Fate::ClosedAfter(most) | Fate::SilentAfter(most) => most.saturating_sub(sum).min(read),
        };
        if to_client.write_all(&chunk[..left]).await.is_err() {
            break;
        }
        sum += read;
        passed.fetch_add(left, Ordering::SeqCst);
        if left < read {
            if matches!(fate, Fate::SilentAfter(_)) {
                std::future::pending::<()>().await;
            }
            break;
        }
    }
    questions.abort();
}
