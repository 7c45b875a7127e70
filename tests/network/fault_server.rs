//! A server that breaks in one chosen way, at one chosen step.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use rustls::ServerConfig;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::sleep,
};
use tokio_rustls::TlsAcceptor;

/// The answer a relay gives to a stranger.
pub const RELAY_BODY: &str =
    "<Error><Code>401</Code><Detail>MissingToken: The authorization header was not found.</Detail></Error>";

/// Long enough that no test waits for it.
const FOREVER: Duration = Duration::from_secs(3600);

/// What the server does with a connection.
#[derive(Clone)]
pub enum Behaviour {
    /// Accepts and says nothing.
    Silent,
    /// Resets as soon as something was said.
    Reset,
    /// Closes as soon as something was said.
    Close,
    /// Answers these bytes to whatever comes, without TLS.
    Raw(Vec<u8>),
    /// Shakes hands and goes on.
    Tls(Arc<ServerConfig>, After),
    /// Speaks plain HTTP and goes on.
    Http(After),
}

/// What the server does behind the handshake.
#[derive(Clone)]
pub enum After {
    /// Reads a request and answers as a relay does.
    Relay,
    /// Reads a request and answers these bytes, then closes.
    Answer(Vec<u8>),
    /// Reads a request and answers these bytes after a while, then closes.
    Late(Duration, Vec<u8>),
    /// Reads a request, answers these bytes, and keeps the connection open.
    AnswerAndHold(Vec<u8>),
    /// Reads a request and answers a head, then bytes without end.
    Endless,
    /// Reads a request and answers headers without end.
    HeaderFlood,
    /// Reads whatever comes and never answers: what a device that forgot a connection looks like.
    Forget,
    /// Resets after a while of silence.
    ResetIn(Duration),
    /// Closes after a while of silence.
    CloseIn(Duration),
}

/// A running server. It ends when it is dropped.
pub struct FaultServer {
    /// Where it listens.
    pub address: SocketAddr,
    open: Arc<Open>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Open {
    now: AtomicUsize,
    most: AtomicUsize,
}

/// Counts a connection as open until it is dropped.
struct Counted(Arc<Open>);

impl Counted {
    fn new(open: &Arc<Open>) -> Self {
        let now = open.now.fetch_add(1, Ordering::SeqCst) + 1;
        open.most.fetch_max(now, Ordering::SeqCst);
        Self(Arc::clone(open))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.now.fetch_sub(1, Ordering::SeqCst);
    }
}

impl FaultServer {
    /// Starts on a free port of the loopback.
    pub async fn start(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        Self::on(listener, behaviour)
    }

    /// Starts on a listener.
    pub fn on(listener: TcpListener, behaviour: Behaviour) -> Self {
        let address = listener.local_addr().expect("an address");
        let open = Arc::new(Open::default());
        let counted = Arc::clone(&open);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (behaviour, count) = (behaviour.clone(), Counted::new(&counted));
                tokio::spawn(async move {
                    let _ = serve(stream, behaviour).await;
                    drop(count);
                });
            }
        });
        Self { address, open, task }
    }

    /// The most connections that were open at a time.
    pub fn most_open(&self) -> usize {
        self.open.most.load(Ordering::SeqCst)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, behaviour: Behaviour) -> std::io::Result<()> {
    let mut heard = [0; 4096];
    match behaviour {
        // Until the other side ends it, so that connections are counted while they last.
        Behaviour::Silent => while stream.read(&mut heard).await? > 0 {},
        Behaviour::Reset => {
            let _ = stream.read(&mut heard).await?;
            stream.set_zero_linger()?;
        }
        Behaviour::Close => {
            let _ = stream.read(&mut heard).await?;
            stream.shutdown().await?;
        }
        Behaviour::Raw(bytes) => {
            let _ = stream.read(&mut heard).await?;
            stream.write_all(&bytes).await?;
            sleep(FOREVER).await;
        }
        Behaviour::Http(after) => go_on(&mut stream, after).await?,
        Behaviour::Tls(config, After::ResetIn(wait)) => {
            let stream = TlsAcceptor::from(config).accept(stream).await?;
            sleep(wait).await;
            stream.get_ref().0.set_zero_linger()?;
        }
        Behaviour::Tls(config, after) => {
            let mut stream = TlsAcceptor::from(config).accept(stream).await?;
            go_on(&mut stream, after).await?;
        }
    }
    Ok(())
}

async fn go_on(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), after: After) -> std::io::Result<()> {
    let mut heard = [0; 4096];
    match after {
        After::CloseIn(wait) | After::ResetIn(wait) => {
            sleep(wait).await;
            return stream.shutdown().await;
        }
        After::Forget => {
            while stream.read(&mut heard).await? > 0 {}
            return Ok(());
        }
        _ => {}
    }
    if stream.read(&mut heard).await? == 0 {
        return Ok(());
    }
    match after {
        After::Relay => stream.write_all(&relay_answer()).await?,
        After::Answer(bytes) => stream.write_all(&bytes).await?,
        After::Late(wait, bytes) => {
            sleep(wait).await;
            stream.write_all(&bytes).await?;
        }
        After::AnswerAndHold(bytes) => {
            stream.write_all(&bytes).await?;
            stream.flush().await?;
            sleep(FOREVER).await;
        }
        After::Endless => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
            loop {
                stream.write_all(&[b'x'; 64]).await?;
                stream.flush().await?;
                sleep(Duration::from_millis(1)).await;
            }
        }
        After::HeaderFlood => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nX-Flood: ").await?;
            loop {
                stream.write_all(&[b'x'; 4096]).await?;
                stream.flush().await?;
            }
        }
        After::Forget | After::CloseIn(_) | After::ResetIn(_) => {}
    }
    stream.flush().await?;
    stream.shutdown().await
}

/// What a relay answers to a request without a token, with this machine's time.
pub fn relay_answer() -> Vec<u8> {
    let date = jiff::fmt::rfc2822::DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&jiff::Timestamp::now())
        .expect("a date");
    format!(
        "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-HTTPAPI/2.0\r\nDate: {date}\r\nContent-Length: {}\r\n\r\n{RELAY_BODY}",
        RELAY_BODY.len()
    )
    .into_bytes()
}
