//! A proxy that answers CONNECT in one chosen way; when it opens a tunnel, always to the same server.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::sleep,
};

/// What the proxy does with a CONNECT.
#[derive(Clone)]
pub enum Answer {
    /// Opens the tunnel.
    Tunnel,
    /// Opens the tunnel to who sends this header line, asks others for credentials.
    TunnelFor(String),
    /// Answers these bytes and keeps the connection open.
    Say(Vec<u8>),
    /// Answers the first bytes, then the others a little later, as a page in two packets.
    SayTwice(Vec<u8>, Vec<u8>),
    /// Says nothing.
    Nothing,
    /// Closes.
    Close,
}

/// A running proxy. It ends when it is dropped.
pub struct FaultProxy {
    /// Where it listens.
    pub address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl FaultProxy {
    /// Starts on a free port of the loopback.
    pub async fn start(answer: Answer, server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let notes = Arc::clone(&heard);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, notes) = (answer.clone(), Arc::clone(&notes));
                tokio::spawn(async move { serve(stream, answer, server, &notes).await });
            }
        });
        Self { address, heard, task }
    }

    /// The heads of all requests so far.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no panic before").clone()
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: Answer,
    server: SocketAddr,
    notes: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    notes.lock().expect("no panic before").push(head.clone());
    match answer {
        Answer::TunnelFor(line) if !head.contains(&line) => {
            let asks = b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"lab\"\r\n\r\n";
            stream.write_all(asks).await?;
        }
        Answer::Tunnel | Answer::TunnelFor(_) => {
            let mut server = TcpStream::connect(server).await?;
            stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
            copy_bidirectional(&mut stream, &mut server).await?;
        }
        Answer::Say(bytes) => {
            stream.write_all(&bytes).await?;
            sleep(Duration::from_secs(3600)).await;
        }
        Answer::SayTwice(first, then) => {
            stream.write_all(&first).await?;
            // The other side's greeting shows that it has read the first part and believes in the tunnel.
            stream.read_u8().await?;
            stream.write_all(&then).await?;
            sleep(Duration::from_secs(3600)).await;
        }
        Answer::Nothing => sleep(Duration::from_secs(3600)).await,
        Answer::Close => {}
    }
    Ok(())
}
